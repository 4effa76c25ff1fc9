/* The noun `ehcp`: a child's education, health and care case.  Its verbs are in the
 * files ehcp_*.c. */
#include "ehcp.h"

int ehcp_case(struct app *app, const char *text, struct sen_ehc *out, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_ehc_record, text, &id, err);

	return rc < 0 ? rc : sen_record_get(app->store, &sen_ehc_record, id, out, err);
}

static const struct cmd *const verbs[] = {NULL};
const struct noun ehcp_noun = {.name = "ehcp",
			       .summary = "EHC needs assessment, the plan, and the statutory clock",
			       .group = "everyday",
			       .record = &sen_ehc_record,
			       .verbs = verbs,
			       .count = 0};

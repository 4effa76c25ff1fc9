/* Complaints that came from a file (complaint import): each at a stage of the policy. */
#include "rules/rules.h"

#include <sen/dispute.h>
#include <sen/text.h>

#include <string.h>

static int check_one(struct sen_store *store, int64_t id, struct sen_err *err)
{
	struct sen_complaint now;
	struct sen_stage stage;
	int rc = sen_record_get(store, &sen_complaint_record, id, &now, err);

	if (rc < 0 || (rc = sen_complaint_stage(store, now.stage, now.raised_on, &stage, err)) < 0)
		return rc;
	if (strcmp(stage.code, now.stage) != 0) {
		sen_fail(err, SEN_INVALID, "stage: '%s' is a name; a file gives the policy's code",
			 sen_text_visible(store->arena, now.stage, false));
		sen_hint(err, "Write '%s'.", stage.code);
		return err->code;
	}
	if (!stage.formal || now.formal == 1)
		return 0;
	now.formal = 1;
	return sen_record_update(store, &sen_complaint_record, &now, err);
}

int sen_complaint_take(struct sen_store *store, void *record, struct sen_err *err)
{
	struct sen_complaint *now = record;
	int rc = sen_record_insert(store, &sen_complaint_record, now, err);

	return rc < 0 ? rc : check_one(store, now->head.id, err);
}

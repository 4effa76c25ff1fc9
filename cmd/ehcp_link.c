/* ehcp link: which of the school's provision gives a row of Section F. */
#include "ehcp_plan.h"

#include <string.h>

struct link_args {
	const char *pupil, *label, *provision;
	bool stop;
};

static int link_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct link_args *a = args;
	struct sen_ehc_plan plan;
	const struct sen_ehc_item *found;
	const char *section;
	int64_t version, number, id;
	int rc = ehcp_plan_some(app, a->pupil, &plan, &version, err);

	if (rc < 0 || (rc = app_record(app, &sen_provision_record, a->provision, &id, err)) < 0)
		return rc;
	if (!sen_ehc_label_parse(a->label, &section, &number) || strcmp(section, "F") != 0)
		return sen_fail(err, SEN_USAGE, "'%s' is no row of Section F, as F1 is", a->label);
	found = sen_ehc_at(&plan, section, number, plan.newest);
	if (!found)
		return sen_fail(err, SEN_NOTFOUND, "there is no %s in %s", a->label,
				ehcp_version(app, &plan, plan.newest));
	struct sen_ehc_item item = *found;
	bool there = sen_ehc_serves(item.provisions, sen_format(app->arena, "G%lld", (long long)id));

	if ((rc = sen_ehc_link(app->store, &plan, &item, id, a->stop, err)) < 0)
		return rc;
	app->unchanged = there && !a->stop;
	app_wrote(app, &sen_ehc_item_record, item.head.id);
	app_say(app, "%s: G%lld %s %s.", app_child(app, plan.ehc.pupil_id), (long long)id,
		a->stop ? "is no longer what gives"
		: there ? "gives it already:"
			: "gives",
		sen_ehc_label(app->arena, &item));
	if (!a->stop)
		app_say(app, "  Planned against given: sendctl ehcp delivery P%lld",
			(long long)plan.ehc.pupil_id);
	return 0;
}

#define S struct link_args
static const struct opt link_opts[] = {
	EHCP_PLAN_ROW(S, pupil),
	OPT_ROW_WORD(S, label, "LABEL", OPT_POSITIONAL | OPT_REQUIRED, NULL, "the row of Section F: F2"),
	OPT_ROW_WORD(S, provision, "PROVISION", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the school's provision that gives it: G4"),
	OPT_ROW_FLAG(S, stop, "stop", 0, "it does not any more: take the link away"),
};
#undef S
static const char *const link_examples[] = {"sendctl ehcp link zoe@3B F2 G4", NULL};
const struct cmd ehcp_link_cmd = {
	.noun = "ehcp",
	.verb = "link",
	.summary = "which of the school's provision gives a row of Section F",
	.about =
		"A provision counts for one row of Section F at a time, so that no session is counted twice. "
		"The "
		"link is the school's, not the plan's: it makes no version. A provision that works towards a "
		"target of an outcome ('target add --ehc-outcome') which only one row of Section F serves "
		"needs "
		"no link.",
	.flags = CMD_WRITES,
	.record = &sen_ehc_item_record,
	.opts = link_opts,
	.opt_count = SEN_COUNT(link_opts),
	.args_size = sizeof(struct link_args),
	.examples = link_examples,
	.run = link_run,
};

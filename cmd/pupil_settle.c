/* `pupil settle`: what an MIS import left open about a child. */
#include "nouns.h"
#include <sen/exchange.h>
#include <string.h>

struct settle_args {
	const char *pupil, *field;
	bool ours, theirs;
};

static int settle(struct app *app, const void *args, struct sen_err *err)
{
	const struct settle_args *a = args;
	struct sen_mis_finding finding = {0};
	int64_t id;
	int rc = app_pupil(app, a->pupil, &id, err);
	if (rc < 0)
		return rc;
	if (a->ours == a->theirs) {
		sen_fail(err, SEN_USAGE, "say --ours or --theirs");
		sen_hint(err, "'sendctl pupil show P%lld' has both values.", (long long)id);
		return err->code;
	}
	if ((rc = sen_mis_settle(app->store, id, a->field, a->theirs, &finding, err)) < 0)
		return rc;
	app_wrote(app, &sen_mis_finding_record, finding.head.id);
	if (a->theirs)
		app_say(app, "%s: %s is taken from the MIS.", app_child(app, id), finding.field);
	else if (strcmp(finding.kind, "difference") == 0)
		app_say(app, "%s: %s stays as it is here, until the MIS says something new.",
			app_child(app, id), finding.field);
	else
		app_say(app, "%s: the doubt about %s is settled; it is not raised again for the same value.",
			app_child(app, id), finding.field);
	return 0;
}

static const struct opt settle_opts[] = {
	OPT_ROW_WORD(struct settle_args, pupil, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
	OPT_ROW_WORD(struct settle_args, field, "FIELD", OPT_POSITIONAL, NULL,
		     "what it is about: surname, class, status, need ...; may be left out when only one is "
		     "open"),
	OPT_ROW_FLAG(struct settle_args, ours, "ours", 0, "keep what is here"),
	OPT_ROW_FLAG(struct settle_args, theirs, "theirs", 0, "take what the MIS says"),
};
static const char *const settle_examples[] = {"sendctl pupil settle P12 class --theirs", NULL};
const struct cmd pupil_settle_cmd = {
	.noun = "pupil",
	.verb = "settle",
	.summary = "settle a difference from the MIS, or a doubt of an import",
	.about = "'sendctl report conformance' lists them as rules 'import-...', 'sendctl pupil show' with "
		 "both values. "
		 "What is kept is not asked about again while the MIS says the same. A status taken from the "
		 "MIS moves the child to the level the policy names for imports.",
	.flags = CMD_WRITES,
	.opts = settle_opts,
	.opt_count = SEN_COUNT(settle_opts),
	.args_size = sizeof(struct settle_args),
	.examples = settle_examples,
	.run = settle,
};

/* The noun `topup`: money for one child above the notional sum. */
#include "nouns.h"

#include <sen/provision.h>

#include <string.h>

/* The policy's code for a source typed as its name; another word is kept as it is. */
static int set_funding(struct app *app, struct sen_topup *record, struct sen_err *err)
{
	const char *code;
	bool known;
	int rc = record->funding ? sen_provision_funding(app->store, app->context.today, record->funding,
							 &code, &known, err)
				 : 0;

	if (rc == 0 && record->funding)
		record->funding = code;
	return rc;
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_topup *record = app->record;
	int rc = set_funding(app, record, err);

	if (rc < 0 || (rc = generic_add(app, args, err)) < 0)
		return rc;
	if (record->granted == 1)
		app_say(app, "  the census stays as it is: top-up is no EHC plan");
	return 0;
}
static const char *const add_examples[] = {"sendctl topup add zoe@3B --funding sspp --asked-on 2026-10-05",
					   "sendctl topup add P12 --funding sspp --granted yes --pounds 2400 "
					   "--from 2026-09-01 --until 2027-09-01",
					   NULL};
static const struct cmd add_cmd = {
	.noun = "topup",
	.verb = "add",
	.summary = "extra funding of a child was asked for, or decided",
	.about = "What was asked for, when it was decided, granted or not, and the sum a year with the days "
		 "it "
		 "is paid for. 'sendctl report provision --costs' sets what a child's provision costs "
		 "against it. "
		 "The source is one of the policy's list (sspp, ehc ...) or a word of your own. The census "
		 "code "
		 "does not change: a child with top-up and no EHC plan stays K.",
	.flags = CMD_WRITES | CMD_CREATES,
	.record = &sen_topup_record,
	.examples = add_examples,
	.run = add,
};

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	int rc = set_funding(app, app->record, err);

	return rc < 0 ? rc : generic_edit(app, args, err);
}
static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "TOPUP", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id, or a child with exactly one that is open"),
};
static const char *const edit_examples[] = {
	"sendctl topup edit TU1 --decided-on today --granted yes --pounds 2400 --from 2026-09-01", NULL};
static const struct cmd edit_cmd = {
	.noun = "topup",
	.verb = "edit",
	.summary = "what was decided, the sum, the days it is paid for",
	.flags = CMD_WRITES | CMD_FORM,
	.record = &sen_topup_record,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct one_args),
	.examples = edit_examples,
	.run = edit,
};

static const struct cmd *const verbs[] = {&add_cmd, &edit_cmd};
const struct noun topup_noun = {.name = "topup",
				.summary = "extra funding of a child, asked for and granted",
				.group = "around them",
				.record = &sen_topup_record,
				.verbs = verbs,
				.count = SEN_COUNT(verbs)};

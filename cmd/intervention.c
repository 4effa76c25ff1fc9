/* The noun `intervention`: the school's catalogue of what it can offer. */
#include "nouns.h"
#include "provision.h"
#include <sen/school.h>

/* The policy's code for a kind typed as its name. */
static int set_kind(struct app *app, struct sen_intervention *record, struct sen_err *err)
{
	bool known;

	return !record->kind ? 0
			     : sen_provision_kind(app->store, app->context.today, record->kind, &record->kind,
						  &known, err);
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_intervention *record = app->record;
	int rc = set_kind(app, record, err);

	if (rc < 0 || (rc = generic_add(app, args, err)) < 0 ||
	    (rc = provision_advise(app, record->kind, NULL, app->context.today, err)) < 0)
		return rc;
	if (!app->dry_run)
		app_say(app,
			"  to give it: sendctl provision add --intervention \"%s\" --pupil PUPIL --staff "
			"NAME",
			record->name);
	return 0;
}
static const char *const add_examples[] = {
	"sendctl intervention add \"Precision Teaching\" --wave \"Wave 3\" --area cognition --kind "
	"intervention"
	" --minutes 10 --times 5 --weeks 6 --measure \"words read in a minute\"",
	NULL};
static const struct cmd add_cmd = {
	.noun = "intervention",
	.verb = "add",
	.summary = "add what the school can offer to its catalogue",
	.about = "What is usual of it (minutes, times a week, weeks, how its effect is measured) is taken "
		 "over "
		 "when it is given to a child. The kind is one of the policy's list, by code or name; a word "
		 "of "
		 "your own is kept as it is.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_intervention_record,
	.examples = add_examples,
	.run = add,
};

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_intervention *record = app->record;
	int rc = set_kind(app, record, err);

	return rc < 0 || (rc = generic_edit(app, args, err)) < 0
		       ? rc
		       : provision_advise(app, record->kind, NULL, app->context.today, err);
}
static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "INTERVENTION", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "I3, or its name"),
};
static const char *const edit_examples[] = {
	"sendctl intervention edit \"Precision Teaching\" --evidence \"EEF: moderate, low cost\"", NULL};
static const struct cmd edit_cmd = {
	.noun = "intervention",
	.verb = "edit",
	.summary = "change an intervention of the catalogue",
	.about = "Provision that was begun stays as it was then.",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct one_args),
	.record = &sen_intervention_record,
	.examples = edit_examples,
	.run = edit,
};

struct list_args {
	bool all;
};
static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_value value = {":all", NULL, a->all ? 1 : SEN_NO_INT};

	return app_answer(app, &sen_intervention_list_query, &value, 1, err);
}
static const struct opt list_opts[] = {
	OPT_ROW_FLAG(struct list_args, all, "all", 0, "those offered no more too"),
};
static const char *const list_examples[] = {"sendctl intervention list", NULL};
static const struct cmd list_cmd = {
	.noun = "intervention",
	.verb = "list",
	.summary = "the catalogue, with what of it runs now",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_intervention_list_query,
	.examples = list_examples,
	.run = list,
};

static const struct cmd *const verbs[] = {&add_cmd, &edit_cmd, &list_cmd};
const struct noun intervention_noun = {.name = "intervention",
				       .summary = "the school's catalogue of what it can offer",
				       .group = "the school",
				       .record = &sen_intervention_record,
				       .verbs = verbs,
				       .count = SEN_COUNT(verbs)};

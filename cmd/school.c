/* The noun `school`: one more school in the same file; the rest is generic. */
#include "nouns.h"
#include <sen/school.h>

struct args {
	const char *policy;
};

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_school *school = app->record;
	char day[16];
	int rc = sen_school_found(app->store, school, a->policy, app->context.today, err);
	if (rc < 0)
		return rc;
	app->created = school->head.id;
	app_say(app, "Added %s, from %s, with the policy '%s' and the usual term dates.", school->name,
		sen_date_long(school->adopted_on, day), a->policy);
	app_say(app, "  Name it with --school %s from now on.",
		school->code  ? school->code
		: school->dfe ? school->dfe
			      : sen_format(app->arena, "SC%lld", (long long)school->head.id));
	return 0;
}

static const struct opt opts[] = {
	OPT_ROW_WORD(struct args, policy, "policy", OPT_REQUIRED, "POLICY",
		     "waves, support-plan, stages, trust, circle, or a FILE"),
};
static const char *const examples[] = {
	"sendctl school add --name \"Oak Road Primary\" --dfe 330/2101 --code oak --policy trust", NULL};
static const struct cmd add_cmd = {
	.noun = "school",
	.verb = "add",
	.summary = "one more school in the same records file",
	.about = "For one office that looks after several schools and sees all of them. Separate offices "
		 "have separate "
		 "files.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_ALL_SCHOOLS,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.record = &sen_school_record,
	.examples = examples,
	.run = add,
};

static const struct cmd *const verbs[] = {&add_cmd, &school_roll_cmd};
const struct noun school_noun = {.name = "school",
				 .summary = "the school: name, numbers, address",
				 .group = "the school",
				 .record = &sen_school_record,
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};

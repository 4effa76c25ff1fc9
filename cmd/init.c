/* sendctl init: a new records file with its school, terms and policy. */
#include "nouns.h"
#include <sen/owed.h>
#include <sen/school.h>

struct args {
	const char *policy, *name, *dfe, *code;
};

static int fill(struct app *app, const struct args *a, struct sen_school *school, struct sen_err *err)
{
	const struct {
		const char *field, *text;
	} given[] = {{"name", a->name ? a->name : "The school"}, {"dfe", a->dfe}, {"code", a->code}};
	for (size_t i = 0; i < SEN_COUNT(given); i++) {
		const struct sen_field *field = sen_field_named(&sen_school_record, given[i].field);
		int rc = given[i].text ? sen_field_set(app->store, field, school, given[i].text, err) : 0;
		if (rc < 0)
			return rc;
	}
	return 0;
}

static void say(struct app *app, const struct sen_school *school, const struct args *a)
{
	char day[16];
	app_say(app, "Made %s for %s, with the policy '%s' in force from %s.", app->db_path, school->name,
		a->policy, sen_date_long(school->adopted_on, day));
	app_say(app, "Term dates are the usual ones of England until you give the school's own: sendctl term "
		     "list");
	if (!a->name)
		app_say(app, "Give the school its name: sendctl school edit --name NAME");
	app_say(app, "Next: sendctl pupil import FILE.csv, then sendctl today");
}

static int found(struct app *app, const struct args *a, struct sen_err *err)
{
	struct sen_school *school = sen_record_new(app->arena, &sen_school_record);
	int rc;
	sen_rules_attach(app->store);
	if ((rc = sen_store_begin(app->store, err)) < 0 || (rc = fill(app, a, school, err)) < 0 ||
	    (rc = sen_school_found(app->store, school, a->policy, app->context.today, err)) < 0 ||
	    (rc = sen_store_settle(app->store, err)) < 0)
		return rc;
	say(app, school, a);
	if (!app->dry_run)
		return sen_store_commit(app->store, err);
	sen_store_rollback(app->store);
	return 0;
}

static int init(struct app *app, const void *args, struct sen_err *err)
{
	int rc = sen_store_open(app->arena, app->db_path, SEN_CREATE, &app->context, &app->store, err);
	return rc < 0 ? rc : found(app, args, err);
}

static const struct opt opts[] = {
	OPT_ROW_WORD(struct args, policy, "policy", OPT_REQUIRED, "POLICY",
		     "waves, support-plan, stages, trust, circle, or a FILE"),
	OPT_ROW_WORD(struct args, name, "name", 0, "NAME", "the school's name"),
	OPT_ROW_WORD(struct args, dfe, "dfe", 0, "LLL/EEEE", "its DfE number: 330/2034"),
	OPT_ROW_WORD(struct args, code, "code", 0, "CODE", "a short code for --school: elm"),
};
static const char *const examples[] = {
	"sendctl init --name \"Elm Park Primary\" --policy stages --dfe 330/2034", NULL};
static const struct cmd init_cmd = {
	.noun = "init",
	.verb = "",
	.summary = "make a new records file",
	.about = "The policies that come with sendctl: waves, support-plan, stages, trust, circle ('sendctl "
		 "policy "
		 "list'). An existing file is never touched.",
	.flags = CMD_WRITES | CMD_OWN | CMD_NO_UNDO,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.examples = examples,
	.run = init,
};
static const struct cmd *const verbs[] = {&init_cmd};
const struct noun init_noun = {.name = "init",
			       .summary = "make a new records file",
			       .group = "the records",
			       .verbs = verbs,
			       .count = SEN_COUNT(verbs)};

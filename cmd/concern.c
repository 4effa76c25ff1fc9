/* The noun `concern`: add and edit. */
#include "concern.h"
#include <sen/text.h>
#include <string.h>

/* ---- add ---- */

struct add_args {
	struct texts tried, signposts;
};

static int add_tried(struct app *app, const struct sen_concern *concern, const struct texts *tried,
		     struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; i < tried->count && rc == 0; i++)
		rc = sen_tried_add(app->store, concern, tried->items[i], err);
	return rc;
}

/* A reason that the policy lists by a code is kept in its words; another one
 * as it was typed. */
static int shorten(struct app *app, struct sen_concern *concern, struct sen_err *err)
{
	const struct sen_policy_set *set;
	const struct sen_policy *policy;
	struct sen_buf list = {.arena = app->arena};
	struct sen_pupil pupil;
	int rc = sen_record_get(app->store, &sen_pupil_record, concern->pupil_id, &pupil, err);
	if (rc < 0 || (rc = sen_policies(app->store, &set, err)) < 0)
		return rc;
	policy = sen_policy_on(set, pupil.head.school_id, concern->opened_on);
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		if (strcmp(rule->section, "shortened") != 0)
			continue;
		if (sen_text_same(rule->code, concern->shortened)) {
			concern->shortened = rule->name;
			return 0;
		}
		if (sen_text_starts(concern->shortened, rule->name))
			return 0;
		sen_buf_addf(&list, "%s%s (%s)", list.len ? ", " : "", rule->code, rule->name);
	}
	if (list.len)
		app_say(app, "The shortened route is for: %s. Your reason is kept as written.", list.text);
	return 0;
}

/* In the parents' own words; beside them, what they want and the teacher's view. */
static void ask_more(struct app *app, const struct sen_concern *concern)
{
	bool parent = concern->source && strcmp(concern->source, "parent") == 0;
	if (parent && (!concern->wanted || !concern->teacher_view))
		app_say(app, "  Add %s%s%s: sendctl concern edit C%lld%s%s",
			concern->wanted ? "" : "what the parents want",
			!concern->wanted && !concern->teacher_view ? " and " : "",
			concern->teacher_view ? "" : "the class teacher's own view (it may be none)",
			(long long)concern->head.id, concern->wanted ? "" : " --wanted TEXT",
			concern->teacher_view ? "" : " --teacher-view TEXT");
}

static int add_rest(struct app *app, const struct add_args *a, const struct sen_concern *concern,
		    struct sen_err *err)
{
	int rc = concern_signpost(app, concern, &a->signposts, concern->opened_on, err);
	if (rc < 0 || app->dry_run)
		return rc;
	ask_more(app, concern);
	return concern_say_next(app, concern, err);
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct add_args *a = args;
	struct sen_concern *concern = app->record;
	char day[16];
	int rc = concern->shortened ? shorten(app, concern, err) : 0;
	if (rc < 0 || (rc = sen_record_insert(app->store, &sen_concern_record, concern, err)) < 0 ||
	    (rc = add_tried(app, concern, &a->tried, err)) < 0)
		return rc;
	app->created = concern->head.id;
	app_say(app, "%s: concern%s raised on %s%s%s.", app_child(app, concern->pupil_id),
		app->dry_run ? "" : sen_format(app->arena, " C%lld", (long long)app->created),
		sen_date_long(concern->opened_on, day), concern->raised_by ? " by " : "",
		concern->raised_by ? concern->raised_by : "");
	if (a->tried.count)
		app_say(app, "  Tried so far: %zu.", a->tried.count);
	if (concern->review_on != SEN_NO_DATE)
		app_say(app, "  To be looked at again: %s.", sen_date_long(concern->review_on, day));
	return add_rest(app, a, concern, err);
}

static const struct opt add_opts[] = {
	OPT_ROW_TEXTS(struct add_args, tried, "tried", 0, "\"WHAT = how it worked\"",
		      "what was tried and how it worked: \"visual timetable = helped a little\""),
	OPT_ROW_WORDS(struct add_args, signposts, "signpost", 0, "SERVICE",
		      "a service the family was pointed to, as the policy lists them"),
};
static const char *const add_examples[] = {
	"sendctl concern add zoe@3B --by \"Ms Hart\" --area communication --concern \"Does not follow "
	"two-part "
	"instructions\" --tried \"visual timetable = helped a little\"",
	"sendctl concern add P12 --source parent --concern @letter.txt --wanted \"a meeting\" --on mon",
	NULL};
static const struct cmd add_cmd = {
	.noun = "concern",
	.verb = "add",
	.summary = "write down a concern about a child",
	.about = "With no --concern on a terminal a form opens: long text belongs there, not in the shell's "
		 "history. "
		 "A safeguarding concern does not belong here: tell the DSL now. "
		 "An open concern does not move the child: the policy's window (six weeks of Stage A) is a "
		 "deadline of the concern, and the level changes with 'pupil level' or 'concern close'.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.opts = add_opts,
	.opt_count = SEN_COUNT(add_opts),
	.args_size = sizeof(struct add_args),
	.record = &sen_concern_record,
	.examples = add_examples,
	.run = add,
};

/* ---- edit ---- */

struct edit_args {
	struct one_args one;
	struct texts tried, signposts;
};

static bool any_field(const struct app *app)
{
	for (size_t i = 0; i < sen_concern_record.count; i++) {
		if (app->given[i])
			return true;
	}
	return false;
}

/* A date agreed with the strategies moves with them, and with a reason. */
static int check_due(struct app *app, const struct sen_concern *concern, struct sen_err *err)
{
	const struct sen_concern *typed = app->record;
	struct sen_concern_step *all;
	size_t count;
	char day[16];
	int rc = sen_record_of_pupil(app->store, &sen_concern_step_record, concern->pupil_id, (void **)&all,
				     &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (all[i].concern_id != concern->head.id || strcmp(all[i].step, "strategies") != 0 ||
		    all[i].review_on == SEN_NO_DATE || typed->review_on == concern->review_on)
			continue;
		sen_fail(err, SEN_USAGE,
			 "the day was agreed with the strategies on %s; it moves with a reason",
			 sen_date_long(all[i].taken_on, day));
		sen_hint(err, "sendctl concern strategies C%lld --due DATE --reason TEXT",
			 (long long)concern->head.id);
		return err->code;
	}
	return rc;
}

static bool due_given(const struct app *app)
{
	const struct sen_field *due = sen_field_named(&sen_concern_record, "review_on");
	return app->given[due - sen_concern_record.fields];
}

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct edit_args *a = args;
	struct sen_concern concern;
	bool more = a->tried.count || a->signposts.count;
	int rc = due_given(app) ? concern_load(app, a->one.record, &concern, err) : 0;
	if (rc == 0 && due_given(app))
		rc = check_due(app, &concern, err);
	if (rc == 0 && (any_field(app) || !more))
		rc = generic_edit(app, args, err);
	if (rc < 0 || !more)
		return rc;
	if ((rc = concern_load(app, a->one.record, &concern, err)) < 0 ||
	    (rc = add_tried(app, &concern, &a->tried, err)) < 0)
		return rc;
	app->unchanged = false;
	if (a->tried.count)
		app_say(app, "%s: %zu tried, added to C%lld.", app_child(app, concern.pupil_id),
			a->tried.count, (long long)concern.head.id);
	return concern_signpost(app, &concern, &a->signposts, app->context.today, err);
}

static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct edit_args, one.record, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     CONCERN_HELP),
	OPT_ROW_TEXTS(struct edit_args, tried, "tried", 0, "\"WHAT = how it worked\"",
		      "one more thing tried"),
	OPT_ROW_WORDS(struct edit_args, signposts, "signpost", 0, "SERVICE",
		      "a service the family was pointed to, as the policy lists them"),
};
static const char *const edit_examples[] = {
	"sendctl concern edit C12 --due +4w --tried \"word mat = not yet\"", NULL};
static const struct cmd edit_cmd = {
	.noun = "concern",
	.verb = "edit",
	.summary = "change an open concern, or add to it",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct edit_args),
	.record = &sen_concern_record,
	.examples = edit_examples,
	.run = edit,
};

static const struct cmd *const verbs[] = {&add_cmd,
					  &concern_list_cmd,
					  &concern_show_cmd,
					  &edit_cmd,
					  &concern_observe_cmd,
					  &concern_strategies_cmd,
					  &concern_circle_cmd,
					  &concern_meet_cmd,
					  &concern_agency_cmd,
					  &concern_step_cmd,
					  &concern_close_cmd,
					  &concern_reopen_cmd,
					  &concern_handover_cmd};
const struct noun concern_noun = {.name = "concern",
				  .summary = "first worries, what was tried, how they ended",
				  .group = "everyday",
				  .record = &sen_concern_record,
				  .verbs = verbs,
				  .count = SEN_COUNT(verbs)};

/* sendctl provision measure, evaluate, end, remove: what came of it. */
#include "provision.h"
#include <sen/plan.h>
#include <string.h>

struct args {
	const char *provision, *pupil, *entry, *exit, *reason, *evaluation, *by;
	struct texts results, voices, marks, measures;
	sen_date on;
};
#define PROVISION                                                                              \
	OPT_ROW_WORD(struct args, provision, "PROVISION", OPT_REQUIRED | OPT_POSITIONAL, NULL, \
		     "G4, or the name of one that runs")

/* ---- measure ---- */

static int set_measures(struct app *app, const struct args *a, struct sen_provision_pupil *member,
			struct sen_err *err)
{
	int rc = provision_set(app, &sen_provision_pupil_record, "entry", member, a->entry, err);

	if (rc < 0 ||
	    (rc = provision_set(app, &sen_provision_pupil_record, "exit", member, a->exit, err)) < 0)
		return rc;
	/* A new value is of the day said, or of the usual one. */
	if (a->entry)
		member->entry_on = a->on;
	if (a->exit)
		member->exit_on = a->on;
	return sen_record_update(app->store, &sen_provision_pupil_record, member, err);
}

static int measure(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision provision;
	struct sen_provision_pupil member;
	char day[16];
	int rc = provision_load(app, a->provision, &provision, err);

	if (!a->entry && !a->exit) {
		sen_fail(err, SEN_USAGE, "no measure was given");
		sen_hint(err, "Give --entry VALUE (at the start) or --exit VALUE (at the end).");
		return err->code;
	}
	if (rc < 0 ||
	    (rc = provision_member(app, &provision, a->pupil, app->context.today, &member, err)) < 0 ||
	    (rc = set_measures(app, a, &member, err)) < 0)
		return rc;
	app_wrote(app, &sen_provision_record, provision.head.id);
	if (a->entry && member.entry)
		app_say(app, "%s, %s: %s at the start, on %s.", app_child(app, member.pupil_id),
			provision_called(app, &provision), member.entry, sen_date_long(member.entry_on, day));
	if (a->exit && member.exit)
		app_say(app, "%s, %s: %s at the end, on %s%s%s.", app_child(app, member.pupil_id),
			provision_called(app, &provision), member.exit, sen_date_long(member.exit_on, day),
			member.entry ? "; at the start " : "", member.entry ? member.entry : "");
	return 0;
}
static const struct opt measure_opts[] = {
	PROVISION,
	OPT_ROW_WORD(struct args, pupil, "PUPIL", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "a child who is in it"),
	OPT_ROW_TEXT(struct args, entry, "entry", 0, "VALUE",
		     "measured at the start: 85, \"7:02\" (years:months), \"3 of 20\""),
	OPT_ROW_TEXT(struct args, exit, "exit", 0, "VALUE", "measured at the end, in the same way"),
	OPT_ROW_DATE(struct args, on, "on", 0, "the day it was measured (the first or last day, or today)"),
};
static const char *const measure_examples[] = {
	"sendctl provision measure G4 sam@3B --exit 97 --on 2026-12-11", NULL};
const struct cmd provision_measure_cmd = {
	.noun = "provision",
	.verb = "measure",
	.summary = "what a child measured at the start or the end",
	.about = "Measure both in the same way: a score, an age as years:months, or so many of so many. The "
		 "gain "
		 "of a child, and of all who had it, is worked out from the two.",
	.flags = CMD_WRITES,
	.opts = measure_opts,
	.opt_count = SEN_COUNT(measure_opts),
	.args_size = sizeof(struct args),
	.examples = measure_examples,
	.run = measure,
};

/* ---- evaluate ---- */

/* What is said of one child: a result, the child's own mark and words. */
struct said {
	int64_t pupil_id;
	const char *result, *mark, *voice;
};
struct all_said {
	struct said *items;
	size_t count, cap;
};

static struct said *said_of(struct app *app, struct all_said *all, int64_t pupil_id)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].pupil_id == pupil_id)
			return &all->items[i];
	struct said *one = SEN_PUSH(app->arena, all->items, all->count, all->cap);

	*one = (struct said){.pupil_id = pupil_id};
	return one;
}

/* "sam@3B=+1": the child of each, and where the value goes. */
static int take(struct app *app, const struct sen_provision *provision, const char *option,
		const struct texts *texts, size_t where, sen_date on, struct all_said *all,
		struct sen_err *err)
{
	for (size_t i = 0; i < texts->count; i++) {
		struct sen_provision_pupil member;
		const char *child, *value;
		int rc;

		provision_pair(app, texts->items[i], &child, &value);
		if (!value || !value[0] || !child[0]) {
			sen_fail(err, SEN_USAGE, "--%s: '%s' does not say whose it is, or what", option,
				 texts->items[i]);
			sen_hint(err, "Write the child, = and the value: --%s sam@3B=%s.", option,
				 strcmp(option, "result") == 0 ? "+1" : "\"I like it\"");
			return err->code;
		}
		if ((rc = provision_member(app, provision, child, on, &member, err)) < 0)
			return rc;
		*(const char **)((char *)said_of(app, all, member.pupil_id) + where) = value;
	}
	return 0;
}

static int keep(struct app *app, const struct args *a, const struct sen_provision *provision, sen_date on,
		const struct said *said, struct sen_err *err)
{
	struct sen_progress *mark = sen_record_new(app->arena, &sen_progress_record);
	const char *result;
	int rc = 0;

	mark->pupil_id = said->pupil_id;
	mark->provision_id = provision->head.id;
	mark->marked_on = on;
	if ((rc = provision_set(app, &sen_progress_record, "marked_by", mark, a->by, err)) < 0 ||
	    (rc = provision_set(app, &sen_progress_record, "pupil_mark", mark, said->mark, err)) < 0 ||
	    (rc = provision_set(app, &sen_progress_record, "voice", mark, said->voice, err)) < 0 ||
	    (said->result &&
	     (rc = sen_result_read(app->store, said->pupil_id, on, said->result, mark, err)) < 0) ||
	    (rc = sen_record_insert(app->store, &sen_progress_record, mark, err)) < 0 ||
	    (rc = sen_result_name(app->store, mark, &result, err)) < 0)
		return rc;
	app_say(app, "  %s:%s%s%s%s%s%s%s", app_child(app, said->pupil_id), result ? " " : "",
		result ? result : "", mark->pupil_mark ? "; own mark " : "",
		mark->pupil_mark ? mark->pupil_mark : "", mark->voice ? "; says \"" : "",
		mark->voice ? mark->voice : "", mark->voice ? "\"" : "");
	return 0;
}

static int evaluate(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision provision;
	struct all_said all = {0};
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	char day[16];
	int rc = provision_load(app, a->provision, &provision, err);

	if (rc < 0 ||
	    (rc = take(app, &provision, "result", &a->results, offsetof(struct said, result), on, &all,
		       err)) < 0 ||
	    (rc = take(app, &provision, "mark", &a->marks, offsetof(struct said, mark), on, &all, err)) < 0 ||
	    (rc = take(app, &provision, "voice", &a->voices, offsetof(struct said, voice), on, &all, err)) <
		    0)
		return rc;
	if (!a->evaluation && all.count == 0)
		return sen_fail(err, SEN_USAGE, "nothing was said of how it went");
	if (a->evaluation) {
		provision.evaluated_on = on;
		if ((rc = provision_set(app, &sen_provision_record, "evaluation", &provision, a->evaluation,
					err)) < 0 ||
		    (rc = sen_record_update(app->store, &sen_provision_record, &provision, err)) < 0)
			return rc;
	}
	app_wrote(app, &sen_provision_record, provision.head.id);
	app_say(app, "%s: how it went, on %s.", provision_called(app, &provision), sen_date_long(on, day));
	for (size_t i = 0; i < all.count && rc == 0; i++)
		rc = keep(app, a, &provision, on, &all.items[i], err);
	return rc;
}
static const struct opt evaluate_opts[] = {
	PROVISION,
	OPT_ROW_TEXT(struct args, evaluation, "evaluation", 0, "TEXT", "how well it worked, for all of them"),
	OPT_ROW_TEXTS(struct args, results, "result", 0, "PUPIL=RESULT",
		      "a child's result, in the words or numbers of the policy: sam@3B=+1"),
	OPT_ROW_TEXTS(struct args, marks, "mark", 0, "PUPIL=MARK", "the child's own mark: sam@3B=4 of 5"),
	OPT_ROW_TEXTS(struct args, voices, "voice", 0, "PUPIL=TEXT",
		      "the child's words: sam@3B=\"I like it\""),
	OPT_ROW_DATE(struct args, on, "on", 0, "the day (today)"),
	OPT_ROW_TEXT(struct args, by, "by", 0, "NAME", "who judged it"),
};
static const char *const evaluate_examples[] = {
	"sendctl provision evaluate G4 --evaluation \"All four read faster; keep it\" --result sam@3B=+1"
	" --voice sam@3B=\"I like it\"",
	NULL};
const struct cmd provision_evaluate_cmd = {
	.noun = "provision",
	.verb = "evaluate",
	.summary = "how well it worked: for all, for each child, in the child's words",
	.flags = CMD_WRITES,
	.opts = evaluate_opts,
	.opt_count = SEN_COUNT(evaluate_opts),
	.args_size = sizeof(struct args),
	.examples = evaluate_examples,
	.run = evaluate,
};

/* ---- end ---- */

/* Who was measured at the start and not at the end. */
static int say_unmeasured(struct app *app, const struct sen_provision *provision, struct sen_err *err)
{
	struct sen_provision_pupil *members;
	struct sen_buf list = {.arena = app->arena};
	size_t count;
	int rc = sen_provision_members(app->store, provision->head.id, &members, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		if (members[i].entry && !members[i].exit)
			sen_buf_addf(&list, "%s%s", list.len ? ", " : "",
				     app_child(app, members[i].pupil_id));
	if (list.len)
		app_say(app, "  measured at the start and not at the end: %s", list.text);
	if (list.len)
		app_say(app, "  sendctl provision measure G%lld PUPIL --exit VALUE",
			(long long)provision->head.id);
	if (!provision->evaluation)
		app_say(app, "  how well it worked: sendctl provision evaluate G%lld --evaluation TEXT",
			(long long)provision->head.id);
	return rc;
}

static int end(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision provision;
	struct sen_provision_pupil spare;
	sen_date last = a->on == SEN_NO_DATE ? app->context.today : a->on;
	size_t children;
	char day[16];
	int rc = provision_load(app, a->provision, &provision, err);

	sen_record_blank(&sen_provision_pupil_record, &spare);
	if (rc < 0 ||
	    (rc = provision_set(app, &sen_provision_pupil_record, "end_reason", &spare, a->reason, err)) <
		    0 ||
	    (rc = sen_provision_end(app->store, &provision, last, spare.end_reason, &children, err)) < 0)
		return rc;
	app_wrote(app, &sen_provision_record, provision.head.id);
	app_say(app, "%s: the last day is %s, for %zu %s%s%s.", provision_called(app, &provision),
		sen_date_long(last, day), children, children == 1 ? "child" : "children",
		spare.end_reason ? ": " : "", spare.end_reason ? spare.end_reason : "");
	return app->dry_run ? 0 : say_unmeasured(app, &provision, err);
}
static const struct opt end_opts[] = {
	PROVISION,
	OPT_ROW_DATE(struct args, on, "on", 0, "the last day (today)"),
	OPT_ROW_TEXT(struct args, reason, "reason", 0, "TEXT", "why it ends for the children"),
};
static const char *const end_examples[] = {
	"sendctl provision end G4 --on 2026-12-04 --reason \"all targets met\"", NULL};
const struct cmd provision_end_cmd = {
	.noun = "provision",
	.verb = "end",
	.summary = "a provision ends before its time",
	.about = "What was planned ends by itself. The day given is the last one; for every child and adult "
		 "still "
		 "in it their part ends with it.",
	.flags = CMD_WRITES,
	.opts = end_opts,
	.opt_count = SEN_COUNT(end_opts),
	.args_size = sizeof(struct args),
	.examples = end_examples,
	.run = end,
};

/* ---- remove ---- */

static int remove_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision provision;
	int rc = provision_load(app, a->provision, &provision, err);

	if (rc == 0 && app->tty_in && app->tty_err)
		rc = app_confirm(app, err, "Remove provision %s?", provision_called(app, &provision));
	if (rc < 0 || (rc = sen_provision_remove(app->store, provision.head.id, a->reason, err)) < 0)
		return rc;
	app_wrote(app, &sen_provision_record, provision.head.id);
	app_say(app, "Removed provision %s: it stays in the file, marked, with your reason.",
		provision_called(app, &provision));
	return 0;
}
static const struct opt remove_opts[] = {
	PROVISION,
	OPT_ROW_TEXT(struct args, reason, "reason", OPT_REQUIRED, "TEXT", "why it is removed"),
};
static const char *const remove_examples[] = {"sendctl provision remove G4 --reason \"entered twice\"", NULL};
const struct cmd provision_remove_cmd = {
	.noun = "provision",
	.verb = "remove",
	.summary = "remove a provision entered by mistake; it stays, marked, with the reason",
	.about = "Its children, adults and targets go with it. One with sessions was given: it is ended "
		 "instead.",
	.flags = CMD_WRITES,
	.opts = remove_opts,
	.opt_count = SEN_COUNT(remove_opts),
	.args_size = sizeof(struct args),
	.record = &sen_provision_record,
	.examples = remove_examples,
	.run = remove_run,
};

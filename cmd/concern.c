/* The noun `concern`: add, edit, close and reopen. */
#include "nouns.h"
#include <sen/concern.h>
#include <sen/level.h>
#include <string.h>

extern const struct cmd concern_list_cmd, concern_show_cmd;

#define CONCERN_HELP "the concern: C12, or a child with exactly one open one"

static int load(struct app *app, const char *text, struct sen_concern *concern, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_concern_record, text, &id, err);
	return rc < 0 ? rc : sen_record_get(app->store, &sen_concern_record, id, concern, err);
}

/* ---- add ---- */

struct add_args {
	struct texts tried;
};

static int add_tried(struct app *app, const struct sen_concern *concern, const struct texts *tried,
		     struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; i < tried->count && rc == 0; i++)
		rc = sen_tried_add(app->store, concern, tried->items[i], err);
	return rc;
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct add_args *a = args;
	struct sen_concern *concern = app->record;
	char day[16];
	int rc = sen_record_insert(app->store, &sen_concern_record, concern, err);
	if (rc < 0 || (rc = add_tried(app, concern, &a->tried, err)) < 0)
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
	if (!app->dry_run)
		app_say(app, "  What comes next: sendctl concern show C%lld", (long long)app->created);
	return 0;
}

static const struct opt add_opts[] = {
	OPT_ROW_TEXTS(struct add_args, tried, "tried", 0, "\"WHAT = how it worked\"",
		      "what was tried and how it worked: \"visual timetable = helped a little\""),
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
		 "A safeguarding concern does not belong here: tell the DSL now.",
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
	struct texts tried;
};

static bool any_field(const struct app *app)
{
	for (size_t i = 0; i < sen_concern_record.count; i++) {
		if (app->given[i])
			return true;
	}
	return false;
}

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct edit_args *a = args;
	struct sen_concern concern;
	int rc = 0;
	if (any_field(app) || a->tried.count == 0)
		rc = generic_edit(app, args, err);
	if (rc < 0 || a->tried.count == 0)
		return rc;
	if ((rc = load(app, a->one.record, &concern, err)) < 0 ||
	    (rc = add_tried(app, &concern, &a->tried, err)) < 0)
		return rc;
	app->unchanged = false;
	app_say(app, "%s: %zu tried, added to C%lld.", app_child(app, concern.pupil_id), a->tried.count,
		(long long)concern.head.id);
	return 0;
}

static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct edit_args, one.record, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     CONCERN_HELP),
	OPT_ROW_TEXTS(struct edit_args, tried, "tried", 0, "\"WHAT = how it worked\"",
		      "one more thing tried"),
};
static const char *const edit_examples[] = {
	"sendctl concern edit C12 --due +4w --tried \"word mat = not yet\"", NULL};
static const struct cmd edit_cmd = {
	.noun = "concern",
	.verb = "edit",
	.summary = "change an open concern, or add what was tried",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct edit_args),
	.record = &sen_concern_record,
	.examples = edit_examples,
	.run = edit,
};

/* ---- close ---- */

struct close_args {
	const char *concern, *result, *reason;
	sen_date on;
};

/* Monitored from that day, unless the child stands on the ladder already. */
static int monitor(struct app *app, const struct sen_concern *concern, const struct close_args *a,
		   sen_date on, struct sen_err *err)
{
	struct sen_register_entry entry;
	const struct sen_level *level;
	int rc = sen_register_on(app->store, concern->pupil_id, on, &entry, err);
	if (rc < 0 || (rc = sen_level_monitored(app->store, concern->pupil_id, on, &level, err)) < 0)
		return rc;
	if (entry.head.id && strcmp(entry.kind, "none") != 0) {
		app_say(app, "  At '%s' already; that stays.", entry.level_name);
		return 0;
	}
	if (!level) {
		app_say(app, "  The school's policy has no monitoring list.");
		return 0;
	}
	struct sen_move move = {
		.pupil_id = concern->pupil_id,
		.level = level->code,
		.reason = sen_format(app->arena, "C%lld closed: %s", (long long)concern->head.id, a->reason),
		.on = on,
		.told = SEN_NO_DATE,
		.on_register = level->on_register == SEN_ON_MAY ? "no" : NULL,
		.corrects = SEN_NO_INT};
	if ((rc = sen_level_move(app->store, &move, err)) < 0)
		return rc;
	app_wrote(app, &sen_register_record, move.after.head.id);
	app_say(app, "  Monitored from that day: '%s'.", level->name);
	return 0;
}

static int next_step(struct app *app, const struct sen_concern *concern, const struct close_args *a,
		     sen_date on, struct sen_err *err)
{
	long long id = (long long)concern->pupil_id;
	if (strcmp(a->result, "monitor") == 0)
		return monitor(app, concern, a, on, err);
	if (strcmp(a->result, "register") == 0)
		app_say(app,
			"  Next, put the child on the register: sendctl pupil level P%lld LEVEL --reason "
			"TEXT "
			"--told DATE",
			id);
	else if (strcmp(a->result, "refer") == 0)
		app_say(app, "  Next, note to whom and when: sendctl pupil note P%lld TEXT", id);
	else if (strcmp(a->result, "ehc") == 0)
		app_say(app,
			"  Next, note the day the request was sent: sendctl pupil note P%lld TEXT --on DATE",
			id);
	return 0;
}

static int close_it(struct app *app, const void *args, struct sen_err *err)
{
	const struct close_args *a = args;
	struct sen_concern concern;
	char day[16];
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = load(app, a->concern, &concern, err);
	if (rc < 0 ||
	    (rc = sen_concern_close(app->store, concern.head.id, a->result, a->reason, on, err)) < 0)
		return rc;
	app_wrote(app, &sen_concern_record, concern.head.id);
	app_say(app, "%s: C%lld closed on %s: %s.", app_child(app, concern.pupil_id),
		(long long)concern.head.id, sen_date_long(on, day),
		sen_code_label(sen_concern_results, a->result));
	return next_step(app, &concern, a, on, err);
}

static const struct opt close_opts[] = {
	OPT_ROW_WORD(struct close_args, concern, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     CONCERN_HELP),
	OPT_ROW_CHOICE(struct close_args, result, "result", OPT_REQUIRED,
		       "resolved|monitor|register|refer|ehc", "how it ended"),
	OPT_ROW_TEXT(struct close_args, reason, "reason", OPT_REQUIRED, "TEXT", "why"),
	OPT_ROW_DATE(struct close_args, on, "on", 0, "the day it was closed (today)"),
};
static const char *const close_examples[] = {
	"sendctl concern close C12 --result resolved --reason \"settled after the move of seats\"", NULL};
static const struct cmd close_cmd = {
	.noun = "concern",
	.verb = "close",
	.summary = "close a concern, with how it ended and why",
	.about = "'monitor' puts the child on the monitoring list of the school's policy; 'register' says "
		 "the command "
		 "that puts the child on the register.",
	.flags = CMD_WRITES,
	.opts = close_opts,
	.opt_count = SEN_COUNT(close_opts),
	.args_size = sizeof(struct close_args),
	.examples = close_examples,
	.run = close_it,
};

/* ---- reopen ---- */

static int reopen(struct app *app, const void *args, struct sen_err *err)
{
	const struct close_args *a = args;
	struct sen_concern concern;
	char day[16];
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = load(app, a->concern, &concern, err);
	if (rc < 0 || (rc = sen_concern_reopen(app->store, concern.head.id, a->reason, on, err)) < 0)
		return rc;
	app_wrote(app, &sen_concern_record, concern.head.id);
	app_say(app, "%s: C%lld opened again on %s.", app_child(app, concern.pupil_id),
		(long long)concern.head.id, sen_date_long(on, day));
	return 0;
}

static const struct opt reopen_opts[] = {
	OPT_ROW_WORD(struct close_args, concern, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the concern: C12"),
	OPT_ROW_TEXT(struct close_args, reason, "reason", OPT_REQUIRED, "TEXT", "why"),
	OPT_ROW_DATE(struct close_args, on, "on", 0, "the day it was opened again (today)"),
};
static const char *const reopen_examples[] = {"sendctl concern reopen C12 --reason \"it came back\"", NULL};
static const struct cmd reopen_cmd = {
	.noun = "concern",
	.verb = "reopen",
	.summary = "open a closed concern again",
	.about = "How it had been closed is kept as a note of the child.",
	.flags = CMD_WRITES,
	.opts = reopen_opts,
	.opt_count = SEN_COUNT(reopen_opts),
	.args_size = sizeof(struct close_args),
	.examples = reopen_examples,
	.run = reopen,
};

static const struct cmd *const verbs[] = {&add_cmd,  &concern_list_cmd, &concern_show_cmd,
					  &edit_cmd, &close_cmd,	&reopen_cmd};
const struct noun concern_noun = {.name = "concern",
				  .summary = "first worries, what was tried, how they ended",
				  .group = "everyday",
				  .record = &sen_concern_record,
				  .verbs = verbs,
				  .count = SEN_COUNT(verbs)};

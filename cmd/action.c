/* The noun `action`: what somebody is to do, by when. */
#include "nouns.h"
#include <sen/agency.h>
#include <string.h>

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	const char *who;
	bool all;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_value values[] = {
		{":who", a->who ? sen_format(app->arena, "%%%s%%", a->who) : NULL, SEN_NO_INT},
		{":all", NULL, a->all},
	};
	return app_answer_pupils(app, &sen_action_list_query, values, SEN_COUNT(values), &a->pupils, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_FLAG(struct list_args, all, "all", 0, "those done too"),
	OPT_ROW_WORD(struct list_args, who, "for", 0, "NAME", "only what this person is to do"),
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
static const char *const list_examples[] = {"sendctl action list --for \"Ms Hart\"", NULL};
static const struct cmd list_cmd = {
	.noun = "action",
	.verb = "list",
	.summary = "what is left to do, by the day it is due",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_action_list_query,
	.examples = list_examples,
	.run = list,
};

/* ---- done ---- */

struct done_args {
	const char *action, *note;
	sen_date on;
};

static int done(struct app *app, const void *args, struct sen_err *err)
{
	const struct done_args *a = args;
	struct sen_action action;
	int64_t id;
	char day[16];
	int rc = app_record(app, &sen_action_record, a->action, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_action_record, id, &action, err)) < 0)
		return rc;
	if (action.done_on != SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "A%lld was done on %s already", (long long)id,
				sen_date_long(action.done_on, day));
	action.done_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	action.result = a->note;
	if ((rc = sen_record_update(app->store, &sen_action_record, &action, err)) < 0)
		return rc;
	app_wrote(app, &sen_action_record, id);
	app_say(app, "%s: A%lld done on %s: %s.", app_child(app, action.pupil_id), (long long)id,
		sen_date_long(action.done_on, day), action.what);
	return 0;
}

static const struct opt done_opts[] = {
	OPT_ROW_WORD(struct done_args, action, "ACTION", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the action: A4, or a child with exactly one left to do"),
	OPT_ROW_TEXT(struct done_args, note, "note", 0, "TEXT", "what came of it"),
	OPT_ROW_DATE(struct done_args, on, "on", 0, "the day it was done, or dropped (today)"),
};
static const char *const done_examples[] = {"sendctl action done A4 --note \"seat moved to the front\"",
					    NULL};
static const struct cmd done_cmd = {
	.noun = "action",
	.verb = "done",
	.summary = "an action is done, or dropped",
	.flags = CMD_WRITES,
	.opts = done_opts,
	.opt_count = SEN_COUNT(done_opts),
	.args_size = sizeof(struct done_args),
	.examples = done_examples,
	.run = done,
};

static const struct cmd *const verbs[] = {&list_cmd, &done_cmd};
const struct noun action_noun = {.name = "action",
				 .summary = "what somebody is to do, by when",
				 .group = "around them",
				 .record = &sen_action_record,
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};

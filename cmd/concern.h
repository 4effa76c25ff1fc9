/* What the files of the noun `concern` share. */
#ifndef CMD_CONCERN_H
#define CMD_CONCERN_H

#include "nouns.h"
#include <sen/steps.h>

#define CONCERN_HELP "the concern: C12, or a child with exactly one open one"

extern const struct cmd concern_list_cmd, concern_show_cmd, concern_observe_cmd, concern_strategies_cmd,
	concern_circle_cmd, concern_meet_cmd, concern_agency_cmd, concern_step_cmd, concern_close_cmd,
	concern_reopen_cmd, concern_handover_cmd;

struct step_args {
	const char *concern, *code, *by, *note, *reason;
	struct texts who, proposed;
	sen_date on, due;
};

/* A step about to be taken. */
struct take {
	struct app *app;
	const struct step_args *args;
	struct sen_concern concern;
	struct sen_steps steps;
	const struct sen_step *step; /* NULL: the policy has none of this code */
	struct sen_concern_step *row;
	bool more; /* strategies beside those of the run that goes on: no new date */
};
int concern_load(struct app *app, const char *text, struct sen_concern *concern, struct sen_err *err)
	SEN_MUST_CHECK;
/* The page of `concern show`: the query, and where it stands beside it. */
int concern_page(struct app *app, int64_t id, struct sen_table **out, struct sen_err *err) SEN_MUST_CHECK;
/* Where it stands now and the command that comes next, as lines of what was done. */
int concern_say_next(struct app *app, const struct sen_concern *concern, struct sen_err *err) SEN_MUST_CHECK;
/* Keeps a step 'signpost' with the services named, in the policy's words. */
int concern_signpost(struct app *app, const struct sen_concern *concern, const struct texts *codes,
		     sen_date on, struct sen_err *err) SEN_MUST_CHECK;
/* Refused: it is closed, or was handed to the DSL. */
int concern_closed(const struct sen_concern *concern, struct sen_err *err) SEN_MUST_CHECK;
/* Makes a step ready: the row filled in, the order, the consents and the review
 * date checked. `name` stands where the policy names no such step. */
int concern_prepare(struct take *take, const char *code, const char *name, struct sen_err *err)
	SEN_MUST_CHECK;
/* Keeps it and says so, and what comes next. */
int concern_keep(struct take *take, struct sen_err *err) SEN_MUST_CHECK;

/* Rows of the steps' options. */
#define ROW_CONCERN \
	OPT_ROW_WORD(struct step_args, concern, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL, CONCERN_HELP)
#define ROW_BY OPT_ROW_WORD(struct step_args, by, "by", 0, "NAME", "who did it")
#define ROW_ON OPT_ROW_DATE(struct step_args, on, "on", 0, "the day it was done (today)")
#define ROW_DUE OPT_ROW_DATE(struct step_args, due, "due", OPT_FUTURE, "the day agreed to look at it again")
#define ROW_WHO(flags, help) OPT_ROW_WORDS(struct step_args, who, "who", flags, "NAME", help)
#define ROW_NOTE(flags, help) OPT_ROW_TEXT(struct step_args, note, "note", flags, "TEXT", help)
#define STEP_CMD(word, text, more, list, list_examples, fn)                                           \
	{                                                                                             \
		.noun = "concern", .verb = word, .summary = text, .about = more, .flags = CMD_WRITES, \
		.opts = list, .opt_count = SEN_COUNT(list), .args_size = sizeof(struct step_args),    \
		.examples = list_examples, .run = fn                                                  \
	}
#define ORDER_ABOUT                                                                                         \
	"What must come before it is in the school's policy: 'sendctl concern show' says it. Out of order " \
	"it "                                                                                               \
	"is refused, unless the concern took the shortened route."

#endif

/* Steps of a complaint: to another stage, met, answered, the authority told, settled,
 * opened again. */
#include "complaint.h"

#include <string.h>

struct args {
	const char *complaint, *stage, *event, *who, *note, *result, *reason;
	sen_date on, due;
};
#define S struct args
#define COMPLAINT                                                                    \
	OPT_ROW_WORD(S, complaint, "COMPLAINT", OPT_POSITIONAL | OPT_REQUIRED, NULL, \
		     "CM1, or a child with one open")

static sen_date day_of(const struct app *app, const struct args *a)
{
	return a->on == SEN_NO_DATE ? app->context.today : a->on;
}

/* ---- step ---- */

static int step(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *a = data;
	struct sen_complaint complaint;
	struct sen_stage stage;
	sen_date on = day_of(app, a);
	char day[16];
	bool formal;
	int rc = complaint_load(app, a->complaint, &complaint, err);

	if (rc < 0)
		return rc;
	formal = complaint.formal == 1;
	if ((rc = sen_complaint_move(app->store, &complaint, a->stage, on, a->due, a->note, err)) < 0 ||
	    (rc = sen_complaint_stage(app->store, complaint.stage, on, &stage, err)) < 0)
		return rc;
	app_wrote(app, &sen_complaint_record, complaint.head.id);
	app_say(app, "%s: from %s at the stage '%s'%s.", complaint_whose(app, &complaint),
		sen_date_long(on, day), stage.name, complaint.formal && !formal ? ", and formal" : "");
	rc = complaint_say_policy(app, &complaint, complaint.formal && !formal, err);
	return rc < 0 ? rc : complaint_say_next(app, &complaint, err);
}

static const struct opt step_opts[] = {
	COMPLAINT,
	OPT_ROW_WORD(S, stage, "STAGE", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the policy's code or name for it"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it went there (today)"),
	OPT_ROW_DATE(S, due, "due", OPT_FUTURE, "to be answered by"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "why"),
};
static const char *const step_examples[] = {"sendctl complaint step CM1 formal --due +2w", NULL};
const struct cmd complaint_step_cmd = {
	.noun = "complaint",
	.verb = "step",
	.summary = "it goes to another stage of the policy",
	.about = "A day promised for the answer that was not kept stays, unless --due promises another.",
	.flags = CMD_WRITES,
	.record = &sen_complaint_record,
	.opts = step_opts,
	.opt_count = SEN_COUNT(step_opts),
	.args_size = sizeof(S),
	.examples = step_examples,
	.run = step,
};

/* ---- record ---- */

static int record(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *a = data;
	struct sen_dispute_step event = {a->event, day_of(app, a), NULL, a->who, a->note, 0};
	struct sen_complaint complaint;
	struct sen_milestone row;
	char day[16];
	int rc = complaint_load(app, a->complaint, &complaint, err);

	if (rc < 0 || (rc = sen_complaint_event(app->store, &complaint, &event, err)) < 0 ||
	    (rc = sen_record_get(app->store, &sen_milestone_record, event.id, &row, err)) < 0)
		return rc;
	app_wrote(app, &sen_milestone_record, event.id);
	app_say(app, "%s: %s, %s.", complaint_whose(app, &complaint), row.event_name,
		sen_date_long(event.on, day));
	return complaint.closed_on == SEN_NO_DATE ? complaint_say_next(app, &complaint, err) : 0;
}

static const struct opt record_opts[] = {
	COMPLAINT,
	OPT_ROW_CHOICE(S, event, "event", OPT_REQUIRED, "met|replied|authority-told", "what was done"),
	OPT_ROW_DATE(S, on, "on", 0, "the day of it (today)"),
	OPT_ROW_TEXT(S, who, "who", 0, "NAME", "who was met, answered or told, and by whom"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what was said"),
};
static const char *const record_examples[] = {
	"sendctl complaint record CM1 --event authority-told --who \"Ms Khan, SENAR\"",
	"sendctl complaint record zoe@3B --event replied --on 2026-11-20 --note @reply.txt", NULL};
const struct cmd complaint_record_cmd = {
	.noun = "complaint",
	.verb = "record",
	.summary = "met about it, answered it, or told the local authority",
	.flags = CMD_WRITES,
	.record = &sen_milestone_record,
	.opts = record_opts,
	.opt_count = SEN_COUNT(record_opts),
	.args_size = sizeof(S),
	.examples = record_examples,
	.run = record,
};

/* ---- close, reopen ---- */

static int close_complaint(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *a = data;
	struct sen_complaint complaint;
	sen_date on = day_of(app, a);
	char day[16];
	int rc = complaint_load(app, a->complaint, &complaint, err);

	if (rc < 0 || (rc = sen_complaint_close(app->store, &complaint, a->result, on, err)) < 0)
		return rc;
	app_wrote(app, &sen_complaint_record, complaint.head.id);
	app_say(app, "%s: settled on %s, after %d day%s.", complaint_whose(app, &complaint),
		sen_date_long(on, day), on - complaint.raised_on, on - complaint.raised_on == 1 ? "" : "s");
	return 0;
}

static const struct opt close_opts[] = {
	COMPLAINT,
	OPT_ROW_TEXT(S, result, "result", OPT_REQUIRED, "TEXT", "what came of it"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it was settled (today)"),
};
static const char *const close_examples[] = {
	"sendctl complaint close CM1 --result \"plan changed; the parents are content\"", NULL};
const struct cmd complaint_close_cmd = {
	.noun = "complaint",
	.verb = "close",
	.summary = "it is settled, and what came of it",
	.flags = CMD_WRITES,
	.record = &sen_complaint_record,
	.opts = close_opts,
	.opt_count = SEN_COUNT(close_opts),
	.args_size = sizeof(S),
	.examples = close_examples,
	.run = close_complaint,
};

static int reopen(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *a = data;
	struct sen_complaint complaint;
	int rc = complaint_load(app, a->complaint, &complaint, err);

	if (rc < 0 || (rc = sen_complaint_reopen(app->store, &complaint, a->reason, err)) < 0)
		return rc;
	app_wrote(app, &sen_complaint_record, complaint.head.id);
	app_say(app, "%s: open again.", complaint_whose(app, &complaint));
	return complaint_say_next(app, &complaint, err);
}

static const struct opt reopen_opts[] = {
	COMPLAINT,
	OPT_ROW_TEXT(S, reason, "reason", OPT_REQUIRED, "TEXT", "why"),
};
static const char *const reopen_examples[] = {"sendctl complaint reopen CM1 --reason \"not done after all\"",
					      NULL};
const struct cmd complaint_reopen_cmd = {
	.noun = "complaint",
	.verb = "reopen",
	.summary = "it was not settled after all",
	.about = "How it was settled before stays on record, with the reason.",
	.flags = CMD_WRITES,
	.record = &sen_complaint_record,
	.opts = reopen_opts,
	.opt_count = SEN_COUNT(reopen_opts),
	.args_size = sizeof(S),
	.examples = reopen_examples,
	.run = reopen,
};

/* sendctl concern handover: to the DSL; nothing of the substance stays (R24). */
#include "concern.h"
#include <sen/text.h>

struct handover_args {
	const char *concern, *who;
	sen_date on;
};

static int ask(struct app *app, const struct sen_concern *concern, const struct sen_handover *to,
	       struct sen_err *err)
{
	char day[16];
	return app_confirm(
		app, err,
		"Hand C%lld of %s to %s (DSL)?\n"
		"Kept: that C%lld was handed over, to whom and when (%s), who raised it, and the days "
		"of its steps.\n"
		"Emptied for ever, here and in the audit: what the concern says, what was tried, notes, "
		"reasons and files. It cannot be undone.\n"
		"Have you told the DSL all of it?",
		(long long)concern->head.id, app_child(app, concern->pupil_id), to->to,
		(long long)concern->head.id, sen_date_long(to->on, day));
}

static int handover(struct app *app, const void *args, struct sen_err *err)
{
	const struct handover_args *a = args;
	struct sen_handover to = {.to = a->who, .on = a->on == SEN_NO_DATE ? app->context.today : a->on};
	struct sen_concern concern;
	char day[16];
	int rc = sen_text_clean(app->arena, a->who, SEN_TEXT_LINE, SEN_LIMIT_LINE, &to.to, err);
	if (rc < 0 || (rc = concern_load(app, a->concern, &concern, err)) < 0)
		return rc;
	bool again = concern.handed_on != SEN_NO_DATE;
	if (!again && (rc = ask(app, &concern, &to, err)) < 0)
		return rc;
	if ((rc = sen_concern_handover(app->store, concern.head.id, &to, err)) < 0)
		return rc;
	app->sweep = true;
	app_wrote(app, &sen_concern_record, concern.head.id);
	if (again) {
		app_say(app,
			"%s: C%lld was handed to %s (DSL) on %s already; what was left of it is emptied.",
			app_child(app, concern.pupil_id), (long long)concern.head.id, to.to,
			sen_date_long(to.on, day));
		return 0;
	}
	app_say(app, "Ring the DSL now if you have not: %s.", to.to);
	app_say(app,
		"%s: C%lld handed to %s (DSL) on %s. Nothing of the substance is kept here (%zu record%s "
		"emptied).",
		app_child(app, concern.pupil_id), (long long)concern.head.id, to.to,
		sen_date_long(to.on, day), to.records, to.records == 1 ? "" : "s");
	app_say(app,
		"  Backups, exports and print-outs made before today still hold it: tell the DSL of them.");
	return 0;
}

static const struct opt handover_opts[] = {
	OPT_ROW_WORD(struct handover_args, concern, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     CONCERN_HELP),
	OPT_ROW_WORD(struct handover_args, who, "who", OPT_REQUIRED, "NAME", "the DSL it is handed to"),
	OPT_ROW_DATE(struct handover_args, on, "on", 0, "the day it was handed over (today)"),
};
static const char *const handover_examples[] = {"sendctl concern handover C12 --who \"Mrs Shah\"", NULL};
const struct cmd concern_handover_cmd = {
	.noun = "concern",
	.verb = "handover",
	.summary = "hand a concern to the DSL: nothing of its substance stays",
	.about = "A safeguarding concern does not belong here. Ring the designated safeguarding lead now; "
		 "then this "
		 "keeps that the concern was handed over, to whom and when, and empties the rest of it: its "
		 "words, "
		 "what was tried, the notes of its steps, reasons, notes and files tied to it, in the "
		 "records and in "
		 "the audit, whose chain stays whole. It shows what is kept and asks (or --yes). It cannot "
		 "be undone.",
	.flags = CMD_WRITES | CMD_NO_UNDO,
	.opts = handover_opts,
	.opt_count = SEN_COUNT(handover_opts),
	.args_size = sizeof(struct handover_args),
	.examples = handover_examples,
	.run = handover,
};

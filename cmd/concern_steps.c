/* The steps of a concern: observe, strategies, circle, meet, agency.  The order
 * and what is required come from the policy in force (R22, R23). */
#include "concern.h"

static int plain(struct app *app, const void *args, const char *code, const char *name, struct sen_err *err)
{
	struct take take = {.app = app, .args = args};
	int rc = concern_prepare(&take, code, name, err);
	return rc < 0 ? rc : concern_keep(&take, err);
}

/* ---- observe ---- */

static int observe(struct app *app, const void *args, struct sen_err *err)
{
	return plain(app, args, "observe", "observed", err);
}
static const struct opt observe_opts[] = {
	ROW_CONCERN,
	OPT_ROW_WORD(struct step_args, by, "by", OPT_REQUIRED, "NAME", "who watched"),
	ROW_NOTE(OPT_REQUIRED, "what was seen (@FILE or - to read it)"),
	ROW_DUE,
	ROW_ON,
};
static const char *const observe_examples[] = {
	"sendctl concern observe C12 --by \"Ms Okoye\" --note @observation.txt --on mon", NULL};
const struct cmd concern_observe_cmd =
	STEP_CMD("observe", "the child was observed", ORDER_ABOUT, observe_opts, observe_examples, observe);

/* ---- strategies ---- */

static int strategies(struct app *app, const void *args, struct sen_err *err)
{
	struct take take = {.app = app, .args = args};
	const struct step_args *a = args;
	int rc = concern_prepare(&take, "strategies", "strategies agreed", err);
	if (rc < 0)
		return rc;
	if (a->proposed.count == 0 && !a->reason) {
		sen_fail(err, SEN_USAGE, "which strategies?");
		sen_hint(err, "add --strategy TEXT, once for each");
		return err->code;
	}
	return concern_keep(&take, err);
}
static const struct opt strategies_opts[] = {
	ROW_CONCERN,
	OPT_ROW_TEXTS(struct step_args, proposed, "strategy", 0, "TEXT", "what will be done in class"),
	ROW_DUE,
	OPT_ROW_TEXT(struct step_args, reason, "reason", 0, "TEXT",
		     "why it is run once more, with a later date"),
	ROW_BY,
	ROW_NOTE(0, "what else is agreed"),
	ROW_ON,
};
static const char *const strategies_examples[] = {
	"sendctl concern strategies C12 --strategy \"visual timetable\" --strategy \"seat by the board\" "
	"--due "
	"+6w",
	"sendctl concern strategies C12 --due +6w --reason \"away for three of the six weeks\"", NULL};
const struct cmd concern_strategies_cmd = STEP_CMD(
	"strategies", "strategies agreed, with the day to look again",
	"The day to look again is owed. Once it is agreed it moves only with --reason, and as often as the "
	"school's policy says.",
	strategies_opts, strategies_examples, strategies);

/* ---- circle, meet, agency ---- */

static int circle(struct app *app, const void *args, struct sen_err *err)
{
	return plain(app, args, "circle", "solution circle", err);
}
static const struct opt circle_opts[] = {
	ROW_CONCERN,
	ROW_WHO(OPT_REQUIRED, "who came"),
	OPT_ROW_TEXTS(struct step_args, proposed, "proposed", OPT_REQUIRED, "TEXT", "what was proposed"),
	ROW_NOTE(0, "what else was said"),
	ROW_BY,
	ROW_DUE,
	ROW_ON,
};
static const char *const circle_examples[] = {
	"sendctl concern circle C12 --who \"Ms Hart\" --who \"Mr Lee (TA)\" --proposed \"a quiet start\"",
	NULL};
const struct cmd concern_circle_cmd = STEP_CMD("circle", "a solution circle: who came, what was proposed",
					       ORDER_ABOUT, circle_opts, circle_examples, circle);

static int meet(struct app *app, const void *args, struct sen_err *err)
{
	return plain(app, args, "parents-met", "parents met", err);
}
static const struct opt meet_opts[] = {
	ROW_CONCERN,
	ROW_WHO(OPT_REQUIRED, "who came, parents and staff"),
	ROW_NOTE(OPT_REQUIRED, "what was said (@FILE or - to read it)"),
	ROW_BY,
	ROW_DUE,
	ROW_ON,
};
static const char *const meet_examples[] = {
	"sendctl concern meet C12 --who \"Mrs O'Brien\" --who \"Ms Hart\" --note \"will read at home too\"",
	NULL};
const struct cmd concern_meet_cmd = STEP_CMD("meet", "the parents were met: who came, what was said",
					     ORDER_ABOUT, meet_opts, meet_examples, meet);

static int agency(struct app *app, const void *args, struct sen_err *err)
{
	const struct step_args *a = args;
	struct sen_concern concern;
	int rc = plain(app, args, "agency", "outside agencies talked about", err);
	if (rc < 0 || (rc = concern_load(app, a->concern, &concern, err)) < 0)
		return rc;
	app_say(app,
		"  A referral is kept with: sendctl referral add P%lld --agency NAME --concern C%lld "
		"--reason TEXT",
		(long long)concern.pupil_id, (long long)concern.head.id);
	return 0;
}
static const struct opt agency_opts[] = {
	ROW_CONCERN,
	ROW_NOTE(OPT_REQUIRED, "which agencies, and what the parents said"),
	ROW_WHO(0, "who was there"),
	ROW_BY,
	ROW_DUE,
	ROW_ON,
};
static const char *const agency_examples[] = {
	"sendctl concern agency C12 --note \"speech and language therapy; parents agree\"", NULL};
const struct cmd concern_agency_cmd = STEP_CMD("agency", "outside agencies were talked about", ORDER_ABOUT,
					       agency_opts, agency_examples, agency);

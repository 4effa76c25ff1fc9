/* The steps of a concern: observe, strategies, circle, meet, agency, step.  The
 * order and what is required come from the policy in force (R22, R23). */
#include "concern.h"
#include <sen/agency.h>
#include <sen/level.h>
#include <sen/text.h>
#include <string.h>

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
};

static const char *joined(struct app *app, const struct texts *texts, const char *between)
{
	struct sen_buf buf = {.arena = app->arena};
	for (size_t i = 0; i < texts->count; i++)
		sen_buf_addf(&buf, "%s%s", i ? between : "", texts->items[i]);
	return buf.text;
}

static int put(struct take *take, const char *field, const char *text, struct sen_err *err)
{
	const struct sen_record *kind = &sen_concern_step_record;
	return text ? sen_field_set(take->app->store, sen_field_named(kind, field), take->row, text, err) : 0;
}

static int fill(struct take *take, const char *code, const char *name, struct sen_err *err)
{
	const struct step_args *a = take->args;
	struct app *app = take->app;
	int rc;
	take->row = sen_record_new(app->arena, &sen_concern_step_record);
	take->row->concern_id = take->concern.head.id;
	take->row->pupil_id = take->concern.pupil_id;
	take->row->step = take->step ? take->step->rule->code : code;
	take->row->step_name = take->step ? take->step->rule->name : name;
	take->row->taken_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	take->row->review_on = a->due;
	if ((rc = put(take, "taken_by", a->by, err)) < 0 ||
	    (rc = put(take, "who", joined(app, &a->who, ", "), err)) < 0 ||
	    (rc = put(take, "note", a->note, err)) < 0 ||
	    (rc = put(take, "proposed", joined(app, &a->proposed, "\n"), err)) < 0)
		return rc;
	return put(take, "again", a->reason, err);
}

static int closed(const struct sen_concern *concern, struct sen_err *err)
{
	char day[16];
	if (concern->handed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "C%lld was handed to the DSL on %s: nothing is added to it",
				(long long)concern->head.id, sen_date_long(concern->handed_on, day));
	if (concern->closed_on == SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_INVALID, "C%lld was closed on %s", (long long)concern->head.id,
		 sen_date_long(concern->closed_on, day));
	sen_hint(err, "open it again first: 'sendctl concern reopen C%lld --reason TEXT'",
		 (long long)concern->head.id);
	return err->code;
}

/* A step that asks for a review date gets one, unless one to come is agreed. */
static int check_due(const struct take *take, struct sen_err *err)
{
	struct app *app = take->app;
	const struct sen_calendar *calendar;
	sen_date on = take->row->taken_on, last;
	char day[16], iso[11];
	int rc;
	if (!take->step || !sen_step_has(take->step->rule, "asks", "review_on") ||
	    take->row->review_on != SEN_NO_DATE ||
	    (take->concern.review_on != SEN_NO_DATE && take->concern.review_on > on))
		return 0;
	if ((rc = sen_store_calendar(app->store, &calendar, err)) < 0)
		return rc;
	last = sen_school_day_before(calendar, sen_half_term_of(calendar, on).until - 1);
	return sen_rule(app->store, err,
			sen_format(app->arena, "The half term ends on %s: --due %s.",
				   sen_date_long(last, day), sen_date_text(last, iso)),
			"by the policy '%s' a day to look again is agreed with '%s'; add --due DATE",
			take->steps.policy->name, take->step->rule->name);
}

static int prepare(struct take *take, const char *code, const char *name, struct sen_err *err)
{
	const char *advice = NULL;
	int rc = concern_load(take->app, take->args->concern, &take->concern, err);
	if (rc < 0 || (rc = closed(&take->concern, err)) < 0 ||
	    (rc = sen_steps_of(take->app->store, &take->concern, &take->steps, err)) < 0)
		return rc;
	take->step = sen_step_named(&take->steps, code);
	if ((rc = fill(take, code, name, err)) < 0 ||
	    (rc = sen_step_check(take->app->store, &take->steps, take->step, take->row->taken_on, err)) < 0 ||
	    (rc = sen_step_consent(take->app->store, &take->steps, code, take->row->taken_on, &advice, err)) <
		    0 ||
	    (rc = check_due(take, err)) < 0)
		return rc;
	if (advice)
		app_say(take->app, "%s", advice);
	return 0;
}

static int keep(struct take *take, struct sen_err *err)
{
	struct app *app = take->app;
	const struct sen_concern_step *row = take->row;
	char day[16];
	int rc = sen_step_take(app->store, take->row, err);
	if (rc < 0)
		return rc;
	app_wrote(app, &sen_concern_step_record, row->head.id);
	app_say(app, "%s: C%lld, %s, %s%s%s.", app_child(app, row->pupil_id), (long long)row->concern_id,
		row->step_name, sen_date_long(row->taken_on, day), row->taken_by ? ", " : "",
		row->taken_by ? row->taken_by : "");
	if (row->who)
		app_say(app, "  With: %s.", row->who);
	if (row->review_on != SEN_NO_DATE)
		app_say(app, "  To be looked at again: %s.", sen_date_long(row->review_on, day));
	if (!take->step)
		app_say(app, "  The policy '%s' does not name this step; it is kept all the same.",
			take->steps.policy->name);
	if (take->step && take->concern.shortened)
		app_say(app, "  Shortened route: %s.", take->concern.shortened);
	return concern_say_next(app, &take->concern, err);
}

static int plain(struct app *app, const void *args, const char *code, const char *name, struct sen_err *err)
{
	struct take take = {.app = app, .args = args};
	int rc = prepare(&take, code, name, err);
	return rc < 0 ? rc : keep(&take, err);
}

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
#define ORDER_ABOUT                                                                                        \
	"What must come before it is in the school's policy: 'sendctl concern show' says it. Out of order it " \
	"is refused, unless the concern took the shortened route."

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

/* The last time strategies were agreed for this concern; how often it was run again. */
static int ran_before(struct take *take, const struct sen_concern_step **last, int64_t *again,
		      struct sen_err *err)
{
	struct sen_concern_step *all;
	size_t count;
	sen_date began = take->concern.reopened_on;
	int rc = sen_record_of_pupil(take->app->store, &sen_concern_step_record, take->concern.pupil_id,
				     (void **)&all, &count, err);
	*last = NULL;
	*again = 0;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (all[i].concern_id != take->concern.head.id || strcmp(all[i].step, "strategies") != 0 ||
		    (began != SEN_NO_DATE && all[i].taken_on < began))
			continue;
		*last = &all[i];
		*again += all[i].again != NULL;
	}
	return rc;
}

/* Once agreed, the date moves with a reason only, and as often as the policy says. */
static int check_again(struct take *take, struct sen_err *err)
{
	const struct sen_concern_step *last;
	int64_t again, most = sen_steps_extensions(take->steps.policy);
	char day[16];
	int rc = ran_before(take, &last, &again, err);
	if (rc < 0)
		return rc;
	if (!last) {
		take->row->again = NULL;
		return 0;
	}
	if (take->row->again && most >= 0 && again >= most)
		return sen_rule(take->app->store, err,
				"Say how it ended: 'sendctl concern close', or take the next step.",
				"by the policy '%s' it may be run once more %lld time%s only, and was",
				take->steps.policy->name, (long long)most, most == 1 ? "" : "s");
	if (take->row->again || take->row->review_on == SEN_NO_DATE ||
	    take->row->review_on == take->concern.review_on)
		return 0;
	sen_fail(err, SEN_USAGE, "strategies were agreed on %s already; a new date needs its reason",
		 sen_date_long(last->taken_on, day));
	sen_hint(err, "add --reason \"why once more\"");
	return err->code;
}

static int strategies(struct app *app, const void *args, struct sen_err *err)
{
	struct take take = {.app = app, .args = args};
	const struct step_args *a = args;
	int rc = prepare(&take, "strategies", "strategies agreed", err);
	if (rc < 0 || (rc = check_again(&take, err)) < 0)
		return rc;
	if (a->proposed.count == 0 && !a->reason) {
		sen_fail(err, SEN_USAGE, "which strategies?");
		sen_hint(err, "add --strategy TEXT, once for each");
		return err->code;
	}
	return keep(&take, err);
}
static const struct opt strategies_opts[] = {
	ROW_CONCERN,
	OPT_ROW_TEXTS(struct step_args, proposed, "strategy", 0, "TEXT",
		      "what will be done in class; may be repeated"),
	ROW_DUE,
	OPT_ROW_TEXT(struct step_args, reason, "reason", 0, "TEXT",
		     "why it is run once more, with a later date"),
	ROW_BY,
	ROW_NOTE(0, "what else is agreed"),
	ROW_ON,
};
static const char *const strategies_examples[] = {
	"sendctl concern strategies C12 --strategy \"visual timetable\" --strategy \"seat by the board\" --due "
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
	ROW_WHO(OPT_REQUIRED, "who came; may be repeated"),
	OPT_ROW_TEXTS(struct step_args, proposed, "proposed", OPT_REQUIRED, "TEXT",
		      "what was proposed; may be repeated"),
	ROW_NOTE(0, "what else was said"),
	ROW_BY,
	ROW_DUE,
	ROW_ON,
};
static const char *const circle_examples[] = {
	"sendctl concern circle C12 --who \"Ms Hart\" --who \"Mr Lee (TA)\" --proposed \"a quiet start\"", NULL};
const struct cmd concern_circle_cmd =
	STEP_CMD("circle", "a solution circle: who came, what was proposed", ORDER_ABOUT, circle_opts,
		 circle_examples, circle);

static int meet(struct app *app, const void *args, struct sen_err *err)
{
	return plain(app, args, "parents-met", "parents met", err);
}
static const struct opt meet_opts[] = {
	ROW_CONCERN,
	ROW_WHO(OPT_REQUIRED, "who came, parents and staff; may be repeated"),
	ROW_NOTE(OPT_REQUIRED, "what was said (@FILE or - to read it)"),
	ROW_BY,
	ROW_DUE,
	ROW_ON,
};
static const char *const meet_examples[] = {
	"sendctl concern meet C12 --who \"Mrs O'Brien\" --who \"Ms Hart\" --note \"will read at home too\"", NULL};
const struct cmd concern_meet_cmd = STEP_CMD("meet", "the parents were met: who came, what was said",
					     ORDER_ABOUT, meet_opts, meet_examples, meet);

static int agency(struct app *app, const void *args, struct sen_err *err)
{
	const struct step_args *a = args;
	struct sen_concern concern;
	int rc = plain(app, args, "agency", "outside agencies talked about", err);
	if (rc < 0 || (rc = concern_load(app, a->concern, &concern, err)) < 0)
		return rc;
	app_say(app, "  A referral is kept with: sendctl referral add P%lld --agency NAME --concern C%lld "
		     "--reason TEXT",
		(long long)concern.pupil_id, (long long)concern.head.id);
	return 0;
}
static const struct opt agency_opts[] = {
	ROW_CONCERN, ROW_NOTE(OPT_REQUIRED, "which agencies, and what the parents said"),
	ROW_WHO(0, "who was there; may be repeated"), ROW_BY, ROW_DUE, ROW_ON,
};
static const char *const agency_examples[] = {
	"sendctl concern agency C12 --note \"speech and language therapy; parents agree\"", NULL};
const struct cmd concern_agency_cmd =
	STEP_CMD("agency", "outside agencies were talked about", ORDER_ABOUT, agency_opts, agency_examples, agency);

/* ---- step: any other of the policy ---- */

static const struct sen_step *find(const struct sen_steps *steps, const char *text)
{
	for (size_t i = 0; i < steps->count; i++)
		if (sen_text_same(steps->items[i].rule->code, text) ||
		    sen_text_same(steps->items[i].rule->name, text))
			return &steps->items[i];
	return NULL;
}

static int unknown(struct app *app, const struct sen_steps *steps, const char *text, struct sen_err *err)
{
	struct sen_buf list = {.arena = app->arena};
	for (size_t i = 0; i < steps->count; i++)
		sen_buf_addf(&list, "%s%s", i ? ", " : "", steps->items[i].rule->code);
	sen_fail(err, SEN_INVALID, "the policy '%s' has no step '%s'", steps->policy->name,
		 sen_text_visible(app->arena, text, false));
	sen_hint(err, "its steps are %s", list.text ? list.text : "none");
	return err->code;
}

/* Shown by another record, or with a command of its own that asks for more. */
static int elsewhere(const struct sen_concern *concern, const struct sen_step *step, struct sen_err *err)
{
	const char *fix = step->fix, *own = "sendctl concern ";
	const char *verb = sen_text_starts(fix, own) ? fix + strlen(own) : "";
	static const char *const here[] = {"step ", "observe ", "circle ", "meet ", "agency "};
	if (strcmp(step->rule->code, "raised") == 0 || sen_step_has(step->rule, "asks", "form:")) {
		sen_fail(err, SEN_CONFLICT, "'%s' is the concern itself, C%lld", step->rule->name,
			 (long long)concern->head.id);
		sen_hint(err, "more of it is added with 'sendctl concern edit C%lld'",
			 (long long)concern->head.id);
		return err->code;
	}
	for (size_t i = 0; i < SEN_COUNT(here); i++)
		if (sen_text_starts(verb, here[i]))
			return 0;
	sen_fail(err, SEN_USAGE, "'%s' is kept by a command of its own", step->rule->name);
	sen_hint(err, "%s", fix);
	return err->code;
}

/* A step of the parents that is a consent: kept as one too. */
static int consent(struct take *take, const char *purpose, struct sen_err *err)
{
	struct sen_consent *record = sen_record_new(take->app->arena, &sen_consent_record);
	const char *known;
	int64_t held = 0;
	int rc;
	if (!take->row->who) {
		sen_fail(err, SEN_USAGE, "who gave the consent?");
		sen_hint(err, "add --who NAME");
		return err->code;
	}
	rc = sen_consent_held(take->app->store, take->concern.pupil_id, purpose, take->row->taken_on, &held,
			      err);
	if (rc < 0 || held)
		return rc;
	record->pupil_id = take->concern.pupil_id;
	record->purpose = purpose;
	record->given_by = take->row->who;
	record->from_on = take->row->taken_on;
	if ((rc = sen_consent_prepare(take->app->store, record, &known, err)) < 0 ||
	    (rc = sen_record_insert(take->app->store, &sen_consent_record, record, err)) < 0)
		return rc;
	app_wrote(take->app, &sen_consent_record, record->head.id);
	app_say(take->app, "Consent kept: %s, by %s.", known ? known : purpose, record->given_by);
	return 0;
}

/* A step that opens the monitored level moves the child there. */
static int level(struct take *take, const char *code, struct sen_err *err)
{
	const struct sen_level *to = sen_policy_level(take->steps.policy, code);
	struct sen_register_entry entry;
	int rc = sen_register_on(take->app->store, take->concern.pupil_id, take->row->taken_on, &entry, err);
	if (rc < 0 || !to)
		return rc;
	if (!to->monitored || (entry.head.id && strcmp(entry.kind, "none") != 0)) {
		if (!entry.head.id || strcmp(entry.level, code) != 0)
			app_say(take->app, "Then: sendctl pupil level P%lld %s --reason TEXT",
				(long long)take->concern.pupil_id, code);
		return 0;
	}
	struct sen_move move = {.pupil_id = take->concern.pupil_id,
				.level = code,
				.reason = sen_format(take->app->arena, "C%lld: %s",
						     (long long)take->concern.head.id, take->row->step_name),
				.by = take->row->taken_by,
				.on = take->row->taken_on,
				.told = SEN_NO_DATE,
				.corrects = SEN_NO_INT};
	if ((rc = sen_level_move(take->app->store, &move, err)) < 0)
		return rc;
	app_wrote(take->app, &sen_register_record, move.after.head.id);
	app_say(take->app, "Monitored from that day: '%s'.", to->name);
	return 0;
}

static int step(struct app *app, const void *args, struct sen_err *err)
{
	const struct step_args *a = args;
	struct take take = {.app = app, .args = args};
	const struct sen_step *found;
	const char *opens;
	int rc = concern_load(app, a->concern, &take.concern, err);
	if (rc < 0 || (rc = closed(&take.concern, err)) < 0 ||
	    (rc = sen_steps_of(app->store, &take.concern, &take.steps, err)) < 0)
		return rc;
	found = find(&take.steps, a->code);
	if (!found)
		return unknown(app, &take.steps, a->code, err);
	if ((rc = elsewhere(&take.concern, found, err)) < 0 ||
	    (rc = prepare(&take, found->rule->code, found->rule->name, err)) < 0)
		return rc;
	opens = sen_step_has(take.step->rule, "opens", "consent:");
	if (opens && strcmp(take.step->rule->role, "parent") == 0 && (rc = consent(&take, opens, err)) < 0)
		return rc;
	if ((rc = keep(&take, err)) < 0)
		return rc;
	opens = sen_step_has(take.step->rule, "opens", "level:");
	return opens ? level(&take, opens, err) : 0;
}
static const struct opt step_opts[] = {
	ROW_CONCERN,
	OPT_ROW_WORD(struct step_args, code, "STEP", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "a step of the school's policy, as 'sendctl concern show' lists them"),
	ROW_NOTE(0, "what was found or said"),
	ROW_WHO(0, "who was there; of a consent, who gave it; may be repeated"),
	ROW_BY,
	ROW_DUE,
	ROW_ON,
};
static const char *const step_examples[] = {
	"sendctl concern step C12 causes --note \"no bereavement, no bullying; EAL looked at\"",
	"sendctl concern step C12 consent --who \"Mrs O'Brien\" --on mon", NULL};
const struct cmd concern_step_cmd =
	STEP_CMD("step", "any other step of the school's policy",
		 "A step that is the parents' consent keeps the consent too; one that begins monitoring puts the "
		 "child on the monitoring list. " ORDER_ABOUT,
		 step_opts, step_examples, step);

/* ---- What the files of the noun share ---- */

int concern_load(struct app *app, const char *text, struct sen_concern *concern, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_concern_record, text, &id, err);
	return rc < 0 ? rc : sen_record_get(app->store, &sen_concern_record, id, concern, err);
}

int concern_say_next(struct app *app, const struct sen_concern *concern, struct sen_err *err)
{
	struct sen_concern now;
	struct sen_steps steps;
	const char *command;
	int rc = sen_record_get(app->store, &sen_concern_record, concern->head.id, &now, err);
	if (rc < 0 || (rc = sen_steps_of(app->store, &now, &steps, err)) < 0)
		return rc;
	app_say(app, "  %s.", sen_steps_words(app->arena, &steps));
	command = sen_steps_command(app->arena, &steps);
	if (command && !app->dry_run)
		app_say(app, "  What comes next: %s", command);
	return 0;
}

int concern_signpost(struct app *app, const struct sen_concern *concern, const struct texts *codes,
		     sen_date on, struct sen_err *err)
{
	struct sen_concern_step *row = sen_record_new(app->arena, &sen_concern_step_record);
	struct sen_buf names = {.arena = app->arena};
	struct sen_steps steps;
	int rc = sen_steps_of(app->store, concern, &steps, err);
	if (rc < 0 || codes->count == 0)
		return rc;
	for (size_t i = 0; i < codes->count; i++) {
		const struct sen_policy_rule *rule =
			sen_policy_rule(steps.policy, "signpost", codes->items[i]);
		for (size_t k = 0; !rule && k < steps.policy->rule_count; k++)
			if (strcmp(steps.policy->rules[k].section, "signpost") == 0 &&
			    sen_text_same(steps.policy->rules[k].name, codes->items[i]))
				rule = &steps.policy->rules[k];
		if (!rule)
			app_say(app, "  '%s' is not in the policy's list of services; it is kept as written.",
				sen_text_visible(app->arena, codes->items[i], false));
		sen_buf_addf(&names, "%s%s", i ? ", " : "", rule ? rule->name : codes->items[i]);
	}
	row->concern_id = concern->head.id;
	row->pupil_id = concern->pupil_id;
	row->step = "signpost";
	row->step_name = "signposted";
	row->taken_on = on;
	if ((rc = sen_field_set(app->store, sen_field_named(&sen_concern_step_record, "note"), row, names.text,
				err)) < 0 ||
	    (rc = sen_step_take(app->store, row, err)) < 0)
		return rc;
	app_say(app, "  Signposted: %s.", row->note);
	return 0;
}

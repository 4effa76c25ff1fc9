/* sendctl concern step: any other step of the school's policy, and services the
 * family was pointed to (R25, R26). */
#include "concern.h"
#include <sen/agency.h>
#include <sen/level.h>
#include <sen/text.h>
#include <string.h>

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
		sen_fail(err, SEN_CONFLICT, "%s: that is the concern itself, C%lld", step->rule->name,
			 (long long)concern->head.id);
		sen_hint(err, "more of it is added with 'sendctl concern edit C%lld'",
			 (long long)concern->head.id);
		return err->code;
	}
	for (size_t i = 0; i < SEN_COUNT(here); i++)
		if (sen_text_starts(verb, here[i]))
			return 0;
	sen_fail(err, SEN_USAGE, "%s: kept by a command of its own", step->rule->name);
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
	if (rc < 0 || (rc = concern_closed(&take.concern, err)) < 0 ||
	    (rc = sen_steps_of(app->store, &take.concern, &take.steps, err)) < 0)
		return rc;
	found = find(&take.steps, a->code);
	if (!found)
		return unknown(app, &take.steps, a->code, err);
	if ((rc = elsewhere(&take.concern, found, err)) < 0 ||
	    (rc = concern_prepare(&take, found->rule->code, found->rule->name, err)) < 0)
		return rc;
	opens = sen_step_has(take.step->rule, "opens", "consent:");
	if (opens && strcmp(take.step->rule->role, "parent") == 0 && (rc = consent(&take, opens, err)) < 0)
		return rc;
	if ((rc = concern_keep(&take, err)) < 0)
		return rc;
	opens = sen_step_has(take.step->rule, "opens", "level:");
	return opens ? level(&take, opens, err) : 0;
}
static const struct opt step_opts[] = {
	ROW_CONCERN,
	OPT_ROW_WORD(struct step_args, code, "STEP", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "a step of the school's policy, as 'sendctl concern show' lists them"),
	ROW_NOTE(0, "what was found or said"),
	ROW_WHO(0, "who was there; of a consent, who gave it"),
	ROW_BY,
	ROW_DUE,
	ROW_ON,
};
static const char *const step_examples[] = {
	"sendctl concern step C12 causes --note \"no bereavement, no bullying; EAL looked at\"",
	"sendctl concern step C12 consent --who \"Mrs O'Brien\" --on mon", NULL};
const struct cmd concern_step_cmd = STEP_CMD(
	"step", "any other step of the school's policy",
	"A step that is the parents' consent keeps the consent too; one that begins monitoring puts the "
	"child on the monitoring list. " ORDER_ABOUT,
	step_opts, step_examples, step);

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
	if ((rc = sen_field_set(app->store, sen_field_named(&sen_concern_step_record, "note"), row,
				names.text, err)) < 0 ||
	    (rc = sen_step_take(app->store, row, err)) < 0)
		return rc;
	app_say(app, "  Signposted: %s.", row->note);
	return 0;
}

/* Plans, in cycles and versions (R30, R32, R34). */
#include "model/model.h"

#include <sen/plan.h>

#include <string.h>

#define S struct sen_plan
static const struct sen_field plan_fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "kind", kind, SEN_K_LINE, SEN_F_FIXED, 30, NULL, NULL, "KIND",
		   "the kind of plan, by the policy in force"),
	FIELD_TEXT(S, "kind_name", kind_name, SEN_K_LINE, SEN_F_INTERNAL | SEN_F_FIXED, 0, NULL, NULL, "TEXT",
		   "its name in the policy"),
	FIELD_INT(S, "cycle", cycle, SEN_K_INT, SEN_F_INTERNAL | SEN_F_FIXED, NULL, "N",
		  "which cycle, from 1"),
	FIELD_INT(S, "version", version, SEN_K_INT, SEN_F_INTERNAL | SEN_F_FIXED, NULL, "N",
		  "which version of it, from 1"),
	FIELD_REF(S, "before_id", before_id, SEN_F_INTERNAL | SEN_F_FIXED, "plan", NULL, "ID",
		  "the plan of the cycle before"),
	FIELD_REF(S, "replaces_id", replaces_id, SEN_F_INTERNAL | SEN_F_FIXED, "plan", NULL, "ID",
		  "the version it takes the place of"),
	FIELD_DATE(S, "made_on", made_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was made (today)"),
	FIELD_TEXT(S, "made_by", made_by, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, "by", "NAME", "who made it"),
	FIELD_DATE(S, "review_on", review_on, SEN_F_FUTURE, "due", "the date for review"),
	FIELD_TEXT(S, "strategies", strategies, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "strategies, a line each"),
	FIELD_TEXT(S, "provision", provision, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "adjustments and support, in words"),
	FIELD_TEXT(S, "home", home, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how parents can help at home"),
	FIELD_TEXT(S, "impact", impact, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "the impact that is expected"),
	FIELD_TEXT(S, "adults", adults, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME",
		   "the adults responsible"),
	FIELD_TEXT(S, "parent_voice", parent_voice, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "what the parents say, in their words"),
	FIELD_DATE(S, "parent_voice_on", parent_voice_on, SEN_F_PAST, NULL, "the day they said it"),
	FIELD_TEXT(S, "parent_voice_how", parent_voice_how, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how it was gathered"),
	FIELD_TEXT(S, "pupil_voice", pupil_voice, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "what the child says, in the child's words"),
	FIELD_DATE(S, "pupil_voice_on", pupil_voice_on, SEN_F_PAST, NULL, "the day the child said it"),
	FIELD_TEXT(S, "pupil_voice_how", pupil_voice_how, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how it was gathered"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
	FIELD_DATE(S, "agreed_on", agreed_on, SEN_F_INTERNAL | SEN_F_PAST, NULL, "the day it was agreed"),
	FIELD_TEXT(S, "agreed_by", agreed_by, SEN_K_LINE, SEN_F_INTERNAL | SEN_F_PERSONAL, 0, NULL, NULL,
		   "TEXT", "who agreed"),
	FIELD_DATE(S, "signed_on", signed_on, SEN_F_INTERNAL | SEN_F_PAST, NULL,
		   "the day a parent signed it"),
	FIELD_TEXT(S, "signed_by", signed_by, SEN_K_LINE, SEN_F_INTERNAL | SEN_F_PERSONAL, 0, NULL, NULL,
		   "TEXT", "who signed"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_INTERNAL | SEN_F_PAST, NULL, "the day it was closed"),
	FIELD_TEXT(S, "close_reason", close_reason, SEN_K_LINE, SEN_F_INTERNAL | SEN_F_PERSONAL, 0, NULL,
		   NULL, "TEXT", "why it was closed"),
};
#undef S

/* What was agreed: all but how it was agreed, signed and closed. */
static bool same_words(const struct sen_plan *a, const struct sen_plan *b)
{
	static const char *const later[] = {"agreed_on", "agreed_by", "signed_on",    "signed_by",
					    "closed_on", "pupil_id",  "close_reason", "replaces_id"};
	for (size_t i = 0; i < SEN_COUNT(plan_fields); i++) {
		bool skip = false;
		for (size_t k = 0; k < SEN_COUNT(later); k++)
			skip = skip || strcmp(plan_fields[i].name, later[k]) == 0;
		if (!skip && !sen_field_equal(&plan_fields[i], a, b))
			return false;
	}
	return true;
}

/* Agreed words change only by a new version; what is closed stays as it was (an
 * undo opens it again). */
static int check_kept(const struct sen_plan *now, const struct sen_plan *old, struct sen_err *err)
{
	char day[16];
	bool closed = old->closed_on != SEN_NO_DATE && now->closed_on != SEN_NO_DATE;
	if (model_moves(&sen_plan_record, now, old) || same_words(now, old) ||
	    (!closed && (old->agreed_on == SEN_NO_DATE || now->agreed_on == SEN_NO_DATE)))
		return 0;
	if (closed)
		return sen_fail(err, SEN_INVALID, "PL%lld was closed on %s and stays as it was",
				(long long)now->head.id, sen_date_long(old->closed_on, day));
	sen_fail(err, SEN_INVALID, "PL%lld was agreed on %s: only a new version changes it",
		 (long long)now->head.id, sen_date_long(old->agreed_on, day));
	sen_hint(err, "'sendctl plan edit PL%lld' makes one.", (long long)now->head.id);
	return err->code;
}

static int check_dates(const struct sen_store *store, const struct sen_plan *now, struct sen_err *err)
{
	static const char made[] = "the day it was made";
	const struct {
		sen_date day;
		const char *name;
		bool after;
	} dates[] = {
		{now->made_on, "--on", false},
		{now->agreed_on, "the day it was agreed", true},
		{now->signed_on, "the day it was signed", true},
		{now->closed_on, "the day it was closed", true},
		{now->parent_voice_on, "--parent-voice-on", false},
		{now->pupil_voice_on, "--pupil-voice-on", false},
	};
	int rc = model_check_order(now->made_on, now->review_on, "--due", made, err);
	for (size_t i = 0; rc == 0 && i < SEN_COUNT(dates); i++) {
		rc = model_check_past(store, dates[i].day, dates[i].name, err);
		if (rc == 0 && dates[i].after)
			rc = model_check_order(now->made_on, dates[i].day, dates[i].name, made, err);
	}
	return rc;
}

static int plan_check(struct sen_store *store, const void *record, const void *before, struct sen_err *err)
{
	struct sen_plan *now = (struct sen_plan *)(uintptr_t)record;
	const struct sen_plan *old = before;
	int rc = model_check_child(store, &sen_plan_record, record, old, err);
	if (rc < 0 || (old && (rc = check_kept(now, old, err)) < 0) ||
	    (rc = check_dates(store, now, err)) < 0)
		return rc;
	if (!now->kind)
		return sen_fail(err, SEN_INVALID, "a plan is of a kind of the policy");
	if (!now->kind_name)
		now->kind_name = now->kind;
	if (now->cycle == SEN_NO_INT)
		now->cycle = 1;
	if (now->version == SEN_NO_INT)
		now->version = 1;
	return old ? 0 : model_check_here(store, now->pupil_id, now->made_on, "a plan", err);
}

static const char events[] =
	"SELECT made_on AS on_date, 'plan' AS noun, id, kind_name || ', cycle ' || cycle || CASE WHEN "
	"version > 1"
	" THEN ', version ' || version ELSE '' END || ': drawn up' AS what, voided_at FROM plan WHERE "
	"pupil_id = :pupil"
	" UNION ALL SELECT agreed_on, 'plan', id, kind_name || ', cycle ' || cycle || ': agreed'"
	" || CASE WHEN agreed_by IS NULL THEN '' ELSE ' by ' || agreed_by END, voided_at"
	" FROM plan WHERE pupil_id = :pupil AND agreed_on IS NOT NULL"
	" UNION ALL SELECT signed_on, 'plan', id, kind_name || ', cycle ' || cycle || ': signed'"
	" || CASE WHEN signed_by IS NULL THEN '' ELSE ' by ' || signed_by END, voided_at"
	" FROM plan WHERE pupil_id = :pupil AND signed_on IS NOT NULL"
	" UNION ALL SELECT closed_on, 'plan', id, kind_name || ', cycle ' || cycle || ': closed'"
	" || CASE WHEN close_reason IS NULL THEN '' ELSE ' (' || close_reason || ')' END, voided_at"
	" FROM plan WHERE pupil_id = :pupil AND closed_on IS NOT NULL";

const struct sen_record sen_plan_record = {.noun = "plan",
					   .table = "plan",
					   .prefix = "PL",
					   .title = "Plan",
					   .flags = SEN_R_PUPIL | SEN_R_OWED,
					   .size = sizeof(struct sen_plan),
					   .fields = plan_fields,
					   .count = SEN_COUNT(plan_fields),
					   .pupil_offset = offsetof(struct sen_plan, pupil_id),
					   .check = plan_check,
					   .of_child = sen_plan_named_by,
					   .events = events};

/* Targets of a plan: rows, not prose (R31, R35). */
#include "model/model.h"

#include <sen/ehc.h>
#include <sen/plan.h>
#include <sen/text.h>

#include <string.h>

const struct sen_code_row sen_target_horizons[] = {
	{"short", "Short term"}, {"long", "Long term"}, {NULL, NULL}};
const struct sen_code_row sen_target_ends[] = {
	{"met", "Met"},		{"kept", "Carried over"},	    {"changed", "Changed"},
	{"dropped", "Dropped"}, {"closed", "Closed with the plan"}, {NULL, NULL}};

#define S struct sen_target
static const struct sen_field target_fields[] = {
	FIELD_REF(S, "plan_id", plan_id, SEN_F_REQUIRED | SEN_F_FIXED | SEN_F_POSITIONAL, "plan", "plan",
		  "PLAN", "the plan"),
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_INTERNAL | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_INT(S, "number", number, SEN_K_INT, SEN_F_INTERNAL, NULL, "N", "its place in the plan"),
	FIELD_TEXT(S, "horizon", horizon, SEN_K_CODE, 0, 30, sen_target_horizons, NULL, "CODE",
		   "short or long term"),
	FIELD_TEXT(S, "target", target, SEN_K_NOTE, SEN_F_REQUIRED | SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "what the child will be able to do"),
	FIELD_TEXT(S, "baseline", baseline, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "where the child is now"),
	FIELD_TEXT(S, "success", success, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how it will be known that it is met"),
	FIELD_TEXT(S, "measure", measure, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how it is measured"),
	FIELD_DATE(S, "due_on", due_on, SEN_F_FUTURE, "due", "by when"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME", "who helps"),
	FIELD_TEXT(S, "strategies", strategies, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "strategies for it"),
	FIELD_TEXT(S, "home", home, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "help at home for it"),
	FIELD_TEXT(S, "ehc_outcome", ehc_outcome, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "O3",
		   "the outcome of the EHC plan it works towards"),
	FIELD_REF(S, "before_id", before_id, SEN_F_INTERNAL, "target", NULL, "ID",
		  "the target it carries on"),
	FIELD_INT(S, "carried", carried, SEN_K_INT, SEN_F_INTERNAL, NULL, "N",
		  "how often it was carried over"),
	FIELD_TEXT(S, "ended_as", ended_as, SEN_K_CODE, SEN_F_INTERNAL, 30, sen_target_ends, NULL, "CODE",
		   "how it ended"),
	FIELD_DATE(S, "ended_on", ended_on, SEN_F_INTERNAL | SEN_F_PAST, NULL, "the day it ended"),
};
#undef S

static bool same_words(const struct sen_target *a, const struct sen_target *b)
{
	static const char *const later[] = {"ended_as", "ended_on", "pupil_id", "number"};
	for (size_t i = 0; i < SEN_COUNT(target_fields); i++) {
		bool skip = false;
		for (size_t k = 0; k < SEN_COUNT(later); k++)
			skip = skip || strcmp(target_fields[i].name, later[k]) == 0;
		if (!skip && !sen_field_equal(&target_fields[i], a, b))
			return false;
	}
	return true;
}

/* A target is as fixed as the plan it stands in. */
static int check_plan(const struct sen_plan *plan, const struct sen_target *now, const struct sen_target *old,
		      struct sen_err *err)
{
	char day[16];
	if (plan->head.voided_at)
		return sen_fail(err, SEN_INVALID, "PL%lld was removed", (long long)plan->head.id);
	if (now->head.voided_at || (old && same_words(now, old)))
		return 0; /* put back as it was, or only ended */
	if (plan->closed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "PL%lld was closed on %s and stays as it was",
				(long long)plan->head.id, sen_date_long(plan->closed_on, day));
	if (plan->agreed_on == SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_INVALID, "PL%lld was agreed on %s: only a new version changes its targets",
		 (long long)plan->head.id, sen_date_long(plan->agreed_on, day));
	sen_hint(err, "'sendctl plan edit PL%lld' makes one.", (long long)plan->head.id);
	return err->code;
}

/* The next place in the plan; places of removed ones are not given again. */
static int next_number(struct sen_store *store, int64_t plan_id, int64_t *out, struct sen_err *err)
{
	static const char sql[] = "SELECT coalesce(max(number), 0) + 1 FROM target WHERE plan_id = :plan";
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":plan", plan_id);
	if ((rc = db_step(stmt, err)) == 1)
		*out = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

/* The outcomes that stand in the child's EHC plan, in one line. */
static const char *outcomes(struct sen_store *store, const struct sen_ehc_item *items, size_t count)
{
	struct sen_buf buf = {.arena = store->arena};

	for (size_t i = 0; i < count && buf.len < 300; i++)
		if (strcmp(items[i].section, "E") == 0 && items[i].until == SEN_NO_INT)
			sen_buf_addf(&buf, "%sE%lld (O%lld)", buf.len ? ", " : "", (long long)items[i].number,
				     (long long)items[i].head.id);
	return buf.text;
}

/* "E2" or "O3" of the child's EHC plan, kept as O3; words only while no outcome of a
 * plan is on record (R35). */
static int check_outcome(struct sen_store *store, struct sen_target *now, const struct sen_target *old,
			 struct sen_err *err)
{
	const char *text = now->ehc_outcome ? sen_text_upper(store->arena, now->ehc_outcome) : NULL, *known;
	struct sen_ehc_item *items;
	int64_t id = 0, number = 0;
	void *records;
	size_t count;
	int rc;

	/* What was carried over stands as it was written. */
	if (!text || (old && model_same(old->ehc_outcome, now->ehc_outcome)) ||
	    (!old && now->before_id != SEN_NO_INT))
		return 0;
	if ((rc = sen_record_of_pupil(store, &sen_ehc_item_record, now->pupil_id, &records, &count, err)) < 0)
		return rc;
	items = records;
	known = outcomes(store, items, count);
	if (!known)
		return 0;
	if (text[0] == 'E' && !sen_int_parse(text + 1, &number))
		number = 0;
	(void)!sen_id_parse(text, "O", &id);
	for (size_t i = count; i > 0; i--)
		if (strcmp(items[i - 1].section, "E") == 0 &&
		    (items[i - 1].head.id == id ||
		     (number > 0 && items[i - 1].number == number && items[i - 1].until == SEN_NO_INT))) {
			now->ehc_outcome = sen_format(store->arena, "O%lld", (long long)items[i - 1].head.id);
			return 0;
		}
	sen_fail(err, SEN_INVALID, "--ehc-outcome: '%s' is no outcome of the child's EHC plan",
		 now->ehc_outcome);
	sen_hint(err, "It has %s: 'sendctl ehcp section P%lld E' shows them.", known,
		 (long long)now->pupil_id);
	return err->code;
}

static int target_check(struct sen_store *store, const void *record, const void *before, struct sen_err *err)
{
	struct sen_target *now = (struct sen_target *)(uintptr_t)record;
	const struct sen_target *old = before;
	struct sen_plan plan;
	int rc = sen_record_get(store, &sen_plan_record, now->plan_id, &plan, err);
	if (rc < 0)
		return rc;
	if (!old)
		now->pupil_id = plan.pupil_id;
	if (!now->horizon)
		now->horizon = "short";
	if (now->carried == SEN_NO_INT)
		now->carried = 0;
	if ((rc = model_check_child(store, &sen_target_record, record, old, err)) < 0 ||
	    (!model_moves(&sen_target_record, now, old) && (rc = check_outcome(store, now, old, err)) < 0) ||
	    (!model_moves(&sen_target_record, now, old) && (rc = check_plan(&plan, now, old, err)) < 0) ||
	    (rc = model_check_order(plan.made_on, now->due_on, "--due", "the day the plan was made", err)) <
		    0)
		return rc;
	return now->number == SEN_NO_INT ? next_number(store, now->plan_id, &now->number, err) : 0;
}

/* Targets come with their plan; what was carried on is told when it ends. */
static const char events[] =
	"SELECT ended_on AS on_date, 'target' AS noun, id, 'target \"' || target || '\": ' || CASE ended_as "
	"WHEN"
	" 'met' THEN 'met' WHEN 'changed' THEN 'changed' WHEN 'dropped' THEN 'dropped'"
	" ELSE 'closed with the plan' END AS what, voided_at"
	" FROM target WHERE pupil_id = :pupil AND ended_on IS NOT NULL AND ended_as <> 'kept'";

const struct sen_record sen_target_record = {.noun = "target",
					     .table = "target",
					     .prefix = "T",
					     .title = "Target",
					     .flags = SEN_R_PUPIL,
					     .size = sizeof(struct sen_target),
					     .fields = target_fields,
					     .count = SEN_COUNT(target_fields),
					     .pupil_offset = offsetof(struct sen_target, pupil_id),
					     .check = target_check,
					     .events = events};

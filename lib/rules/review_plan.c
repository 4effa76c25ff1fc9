/* Reviews are planned: for a day, one in each term, or as the policy wants them; and
 * moved, and cancelled (R50). */
#include "rules/review_days.h"

#include <sen/review.h>

#include <string.h>

struct plan {
	struct sen_store *store;
	const struct sen_planning *how;
	const struct sen_calendar *calendar;
	struct sen_period *periods;
	size_t period_count;
	struct sen_planned *items;
	size_t count, cap, left;
	struct sen_buf there; /* planned for the same time already */
	size_t there_count;
	int64_t there_id; /* the first of them */
};

/* One of a kind in each term; of a monitored child's checks in each half term; one
 * annual review in a year. */
static struct sen_period slot(const struct plan *p, sen_date day)
{
	/* One a year: half a year about it. */
	if (strcmp(p->how->kind, "annual") == 0)
		return (struct sen_period){.from = sen_date_add_months(day, -6),
					   .until = sen_date_add_months(day, 6)};
	return strcmp(p->how->kind, "monitoring") == 0 ? sen_half_term_of(p->calendar, day)
						       : sen_term_of(p->calendar, day);
}

static bool in(struct sen_period period, sen_date day)
{
	return day != SEN_NO_DATE && day >= period.from && day < period.until;
}

/* ---- One child, one day ---- */

static int set(struct plan *p, int64_t pupil, struct sen_review *review, struct sen_planned planned,
	       struct sen_err *err)
{
	int rc;

	review->pupil_id = pupil;
	review->kind = p->how->kind;
	review->planned_on = planned.on;
	if (p->how->led_by)
		review->led_by = p->how->led_by;
	rc = review->head.id ? sen_record_update(p->store, &sen_review_record, review, err)
			     : sen_record_insert(p->store, &sen_review_record, review, err);
	planned.pupil_id = pupil;
	planned.review_id = review->head.id;
	*SEN_PUSH(p->store->arena, p->items, p->count, p->cap) = planned;
	return rc;
}

static int plan_on(struct plan *p, int64_t pupil, struct sen_planned planned, struct sen_err *err)
{
	struct sen_period time = slot(p, planned.on);
	struct sen_review *all, *waits = NULL, *fresh;
	size_t count;
	char day[16];
	int rc = sen_record_of_pupil(p->store, &sen_review_record, pupil, (void **)&all, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (strcmp(all[i].kind, p->how->kind) != 0)
			continue;
		if (p->how->on == SEN_NO_DATE && in(time, all[i].held_on)) {
			p->left++;
			return 0;
		}
		/* One whose day went by without it is still the one to be held. */
		if (all[i].held_on == SEN_NO_DATE &&
		    (in(time, all[i].planned_on) || all[i].planned_on < p->store->context.today))
			waits = &all[i];
	}
	if (rc < 0)
		return rc;
	if (waits && !p->how->move) {
		if (p->there_count == 0)
			p->there_id = waits->head.id;
		if (p->there_count++ < 8)
			sen_buf_addf(&p->there, "%sR%lld on %s", p->there.len ? ", " : "",
				     (long long)waits->head.id, sen_date_long(waits->planned_on, day));
		return 0;
	}
	planned.was = waits ? waits->planned_on : SEN_NO_DATE;
	if (waits)
		return set(p, pupil, waits, planned, err);
	fresh = sen_record_new(p->store->arena, &sen_review_record);
	return set(p, pupil, fresh, planned, err);
}

/* ---- Days ---- */

/* What the policy's cadence makes owed for a child, as the deadlines have it. */
static const char *rule_of(const char *kind)
{
	const char *cadence = sen_review_cadence(kind);

	if (!cadence || strcmp(cadence, "progress") == 0 || strcmp(cadence, "register") == 0)
		return NULL;
	return strcmp(cadence, "monitoring") == 0      ? "monitoring-check"
	       : strcmp(cadence, "annual-review") == 0 ? "annual-review-meeting"
						       : cadence;
}

static int owed_on(struct plan *p, int64_t pupil, sen_date *due, struct sen_err *err)
{
	static const char sql[] = "SELECT due_on FROM deadline WHERE pupil_id = :pupil AND rule = :rule"
				  " AND met_on IS NULL ORDER BY due_on LIMIT 1";
	struct db_stmt *stmt;
	int rc = db_cached(p->store->db, sql, &stmt, err);

	*due = SEN_NO_DATE;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", pupil);
	db_bind_text(stmt, ":rule", rule_of(p->how->kind));
	if ((rc = db_step(stmt, err)) == 1)
		*due = db_col_date(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

/* Late already: the first school days there are. */
static struct sen_period time_until(const struct plan *p, sen_date due)
{
	sen_date first = p->store->context.today + 1;

	if (due > first)
		return (struct sen_period){.from = first, .until = due + 1};
	return (struct sen_period){
		.from = first, .until = sen_school_days_after(p->calendar, first, (int)p->how->spread) + 1};
}

/* A child and the last day the policy leaves for it. */
struct owed {
	int64_t pupil;
	sen_date due;
};

static int plan_child(struct plan *p, const struct owed *one, int64_t back, struct sen_err *err)
{
	sen_date first = p->store->context.today + 1;
	struct sen_planned planned = {.on = p->how->on, .was = SEN_NO_DATE};
	int rc = 0;

	if (p->how->by_policy)
		planned.on = review_day(p->calendar, time_until(p, one->due), first, back);
	if (planned.on != SEN_NO_DATE)
		return plan_on(p, one->pupil, planned, err);
	for (size_t i = 0; i < p->period_count && rc == 0; i++) {
		planned.on = review_day(p->calendar, p->periods[i], first, back);
		planned.term = p->periods[i].name;
		rc = plan_on(p, one->pupil, planned, err);
	}
	return rc;
}

/* Those there is something to plan for. */
static int owed_children(struct plan *p, const int64_t *pupils, size_t count, struct owed **out, size_t *n,
			 struct sen_err *err)
{
	int rc = 0;

	*out = SEN_NEW(p->store->arena, struct owed, count + 1);
	*n = 0;
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct owed *one = &(*out)[*n];

		one->pupil = pupils[i];
		one->due = SEN_NO_DATE;
		if (p->how->by_policy)
			rc = owed_on(p, pupils[i], &one->due, err);
		if (p->how->by_policy && one->due == SEN_NO_DATE)
			p->left++;
		else
			++*n;
	}
	return rc;
}

static int say_there(struct plan *p, struct sen_err *err)
{
	if (p->there_count == 0)
		return 0;
	sen_fail(err, SEN_CONFLICT, "planned already for that time: %s%s", p->there.text,
		 p->there_count > 8 ? " and more" : "");
	sen_hint(err,
		 "Another day for one: 'sendctl review move R%lld --on DATE'; for all of them: add --move.",
		 (long long)p->there_id);
	return err->code;
}

static int may_plan(const struct sen_planning *how, struct sen_err *err)
{
	if (!how->by_policy || rule_of(how->kind))
		return 0;
	sen_fail(err, SEN_USAGE, "no policy makes reviews of the kind '%s' owed for each child", how->kind);
	sen_hint(err, "Choose the day with --on DATE, or one in each term: --each term.");
	return err->code;
}

int sen_review_plan(struct sen_store *store, const struct sen_planning *planning, const int64_t *pupils,
		    size_t count, struct sen_planned **out, size_t *planned, size_t *left,
		    struct sen_err *err)
{
	struct plan p = {.store = store, .how = planning, .there = {.arena = store->arena}};
	struct owed *list = NULL;
	size_t n = 0;
	int rc = may_plan(planning, err);

	if (rc < 0 || (rc = sen_store_calendar(store, &p.calendar, err)) < 0)
		return rc;
	if (planning->each != SEN_LIMIT_NONE)
		p.period_count = review_periods(store->arena, p.calendar, planning->each,
						store->context.today, &p.periods);
	rc = owed_children(&p, pupils, count, &list, &n, err);
	for (size_t i = 0; i < n && rc == 0; i++)
		rc = plan_child(&p, &list[i],
				planning->spread - 1 - (int64_t)i * planning->spread / (int64_t)n, err);
	*out = p.items;
	*planned = p.count;
	*left = p.left;
	return rc < 0 ? rc : say_there(&p, err);
}

/* ---- Moved, cancelled ---- */

static int planned_one(struct sen_store *store, int64_t id, struct sen_review *out, struct sen_err *err)
{
	char day[16];
	int rc = sen_record_get(store, &sen_review_record, id, out, err);

	if (rc < 0 || out->held_on == SEN_NO_DATE)
		return rc;
	sen_fail(err, SEN_INVALID, "R%lld was held on %s", (long long)id, sen_date_long(out->held_on, day));
	sen_hint(err,
		 "'sendctl review edit R%lld' puts right what was written; 'sendctl review remove R%lld "
		 "--reason TEXT' takes out what was never held.",
		 (long long)id, (long long)id);
	return err->code;
}

int sen_review_move(struct sen_store *store, int64_t id, sen_date on, struct sen_review *out, sen_date *was,
		    struct sen_err *err)
{
	int rc = planned_one(store, id, out, err);

	if (rc < 0)
		return rc;
	*was = out->planned_on;
	out->planned_on = on;
	return sen_record_update(store, &sen_review_record, out, err);
}

int sen_review_cancel(struct sen_store *store, int64_t id, const char *reason, struct sen_review *out,
		      struct sen_err *err)
{
	int rc = planned_one(store, id, out, err);

	return rc < 0 ? rc : sen_record_void(store, &sen_review_record, id, reason, err);
}

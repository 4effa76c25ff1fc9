/* Section F held against what the school gave (CFA s.42; Code 9.131): minutes by the
 * plan (_owed.c), by the school's provision, given, and what became of the rest. */
#include "rules/ehc_delivery.h"

#include <sen/text.h>

#include <string.h>

struct reckoning {
	struct sen_store *store;
	struct sen_arena *arena;
	const struct sen_ehc_plan *plan;
	const struct sen_calendar *calendar;
	struct sen_provision_target *serving; /* which provision serves which target of the child */
	size_t serving_count;
	struct sen_target *targets;
	size_t target_count;
	struct sen_ehc_delivery *items;
	size_t count, cap;
};

/* From which day a version of the plan, or a later one, was final; SEN_NO_DATE: never. */
static sen_date in_force(const struct sen_ehc_plan *plan, int64_t version)
{
	for (size_t i = 0; i < plan->happened_count; i++)
		if (sen_ehc_final(&plan->happened[i]) && plan->happened[i].version >= version)
			return plan->happened[i].happened_on;
	return SEN_NO_DATE;
}

/* ---- What the school gave ---- */

struct reasons {
	const char *why[32];
	int64_t minutes[32];
	size_t count;
};

static void reason(struct reasons *reasons, const char *why, int64_t minutes)
{
	size_t i = 0;

	while (i < reasons->count && strcmp(reasons->why[i], why) != 0)
		i++;
	if (i == SEN_COUNT(reasons->why))
		return;
	if (i == reasons->count) {
		reasons->why[i] = why;
		reasons->minutes[i] = 0;
		reasons->count++;
	}
	reasons->minutes[i] += minutes;
}

static bool is_in(const struct sen_provision_pupil *member, sen_date day)
{
	return (member->from_on == SEN_NO_DATE || member->from_on <= day) &&
	       (member->until_on == SEN_NO_DATE || day < member->until_on);
}

static void sessions(const struct sen_delivery *delivery, const struct sen_delivered *child,
		     struct sen_ehc_delivery *row, struct reasons *reasons)
{
	int64_t usual = delivery->provision->minutes == SEN_NO_INT ? 0 : delivery->provision->minutes;

	for (size_t i = 0; i < delivery->session_count; i++) {
		const struct sen_session *session = &delivery->sessions[i];
		int64_t minutes = session->minutes == SEN_NO_INT ? usual : session->minutes;
		const struct sen_absence *absence;

		if (!is_in(child->member, session->held_on))
			continue;
		if (session->cancelled) {
			row->cancelled += minutes;
			reason(reasons, session->cancelled, minutes);
			continue;
		}
		absence = sen_delivery_absence(delivery, session->head.id, child->member->pupil_id);
		if (absence) {
			row->absent += minutes;
			continue;
		}
		row->given += minutes;
	}
	row->planned += child->minutes_planned;
	row->not_logged += child->not_logged * usual;
}

static int add_provision(struct reckoning *a, const char *word, struct sen_ehc_delivery *row,
			 struct reasons *reasons, struct sen_err *err)
{
	struct sen_provision *provision = sen_record_new(a->arena, &sen_provision_record);
	struct sen_delivery delivery;
	int64_t id = 0;
	int rc;

	if (!sen_id_parse(word, "G", &id))
		return 0;
	if ((rc = sen_record_get(a->store, &sen_provision_record, id, provision, err)) < 0 ||
	    provision->head.voided_at ||
	    (rc = sen_delivery(a->store, provision, row->from, row->until, &delivery, err)) < 0)
		return rc;
	for (size_t i = 0; i < delivery.child_count; i++)
		if (delivery.children[i].member->pupil_id == a->plan->ehc.pupil_id)
			sessions(&delivery, &delivery.children[i], row, reasons);
	return 0;
}

/* ---- Which provision gives it ---- */

static bool mentioned(const struct reckoning *a, const char *word)
{
	for (size_t i = 0; i < a->plan->count; i++)
		if (sen_ehc_serves(a->plan->items[i].provisions, word))
			return true;
	return false;
}

/* The only row of F that stands with it for the outcome. */
static bool only_for(const struct reckoning *a, const struct sen_ehc_item *item, const char *outcome)
{
	size_t n = 0;

	for (size_t i = 0; i < a->plan->count; i++)
		n += strcmp(a->plan->items[i].section, "F") == 0 &&
		     a->plan->items[i].since < (item->until == SEN_NO_INT ? INT64_MAX : item->until) &&
		     (a->plan->items[i].until == SEN_NO_INT || a->plan->items[i].until > item->since) &&
		     a->plan->items[i].number != item->number &&
		     sen_ehc_serves(a->plan->items[i].serves, outcome);
	return n == 0 && sen_ehc_serves(item->serves, outcome);
}

/* Linked by the school, else the provision of a target of an outcome that only this
 * row serves. */
static const char *provisions_of(const struct reckoning *a, const struct sen_ehc_item *item)
{
	struct sen_buf buf = {.arena = a->arena};

	if (item->provisions)
		sen_buf_add(&buf, item->provisions);
	for (size_t i = 0; i < a->serving_count; i++)
		for (size_t k = 0; k < a->target_count; k++) {
			const struct sen_target *target = &a->targets[k];
			const char *word =
				sen_format(a->arena, "G%lld", (long long)a->serving[i].provision_id);
			const struct sen_ehc_item *outcome;

			if (target->head.id != a->serving[i].target_id || !target->ehc_outcome ||
			    sen_ehc_serves(buf.text, word) || mentioned(a, word))
				continue;
			outcome = sen_ehc_outcome(a->arena, a->plan, target->ehc_outcome);
			if (outcome && only_for(a, item, sen_ehc_label(a->arena, outcome)))
				sen_buf_addf(&buf, "%s%s", buf.len ? " " : "", word);
		}
	return buf.text;
}

/* ---- A row ---- */

static void why(const struct reckoning *a, struct sen_ehc_delivery *row, const struct reasons *reasons)
{
	struct sen_buf buf = {.arena = a->arena};
	int64_t known = row->absent + row->cancelled + row->not_logged, rest, few;

	if (!row->provisions)
		sen_buf_add(&buf, "no provision of the school's is linked with it");
	else if (row->owed == SEN_NO_INT)
		sen_buf_add(&buf, "the plan does not say how much");
	for (size_t i = 0; i < reasons->count; i++)
		sen_buf_addf(&buf, "%scancelled (%s): %lld min", buf.len ? "; " : "", reasons->why[i],
			     (long long)reasons->minutes[i]);
	if (row->absent)
		sen_buf_addf(&buf, "%sthe child was absent: %lld min", buf.len ? "; " : "",
			     (long long)row->absent);
	if (row->not_logged)
		sen_buf_addf(&buf, "%snot logged: %lld min", buf.len ? "; " : "", (long long)row->not_logged);
	rest = row->shortfall == SEN_NO_INT || !row->provisions ? 0 : row->shortfall - known;
	few = row->owed > row->planned ? row->owed - row->planned : 0;
	few = few < rest ? few : rest;
	if (few > 0)
		sen_buf_addf(&buf, "%snot planned by the school: %lld min", buf.len ? "; " : "",
			     (long long)few);
	if (rest > 0 && rest > few)
		sen_buf_addf(&buf, "%ssessions were shorter: %lld min", buf.len ? "; " : "",
			     (long long)(rest - few));
	row->why = buf.text;
}

static int reckon_row(struct reckoning *a, const struct sen_ehc_item *item, sen_date from, sen_date until,
		      struct sen_err *err)
{
	sen_date start = in_force(a->plan, item->since);
	struct sen_ehc_delivery row = {.item = item, .from = start};
	sen_date end = item->until == SEN_NO_INT ? SEN_NO_DATE : in_force(a->plan, item->until);
	struct reasons reasons = {.count = 0};
	int rc = 0;

	if (row.from == SEN_NO_DATE)
		return 0; /* only ever a draft */
	row.from = from != SEN_NO_DATE && from > row.from ? from : row.from;
	row.until = end != SEN_NO_DATE && end < until ? end : until;
	if (row.from >= row.until)
		return 0;
	delivery_owe(a->calendar, &row, start);
	row.provisions = provisions_of(a, item);
	for (const char *at = row.provisions; rc == 0 && at && *at; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");

		rc = add_provision(a, sen_strndup(a->arena, at, len), &row, &reasons, err);
		at += len;
	}
	if (rc < 0)
		return rc;
	row.shortfall = row.owed == SEN_NO_INT ? SEN_NO_INT : row.owed > row.given ? row.owed - row.given : 0;
	why(a, &row, &reasons);
	*SEN_PUSH(a->arena, a->items, a->count, a->cap) = row;
	return 0;
}

static int load(struct reckoning *a, struct sen_err *err)
{
	struct sen_store *store = a->store;
	void *records;
	int rc = sen_store_calendar(store, &a->calendar, err);

	if (rc < 0 || (rc = sen_record_of_pupil(store, &sen_provision_target_record, a->plan->ehc.pupil_id,
						&records, &a->serving_count, err)) < 0)
		return rc;
	a->serving = records;
	rc = sen_record_of_pupil(store, &sen_target_record, a->plan->ehc.pupil_id, &records, &a->target_count,
				 err);
	a->targets = rc < 0 ? NULL : records;
	return rc;
}

int sen_ehc_delivery(struct sen_store *store, const struct sen_ehc_plan *plan, sen_date from, sen_date until,
		     struct sen_ehc_delivery **out, size_t *count, struct sen_err *err)
{
	struct reckoning a = {.store = store, .arena = store->arena, .plan = plan};
	sen_date today = store->context.today + 1, ended = plan->ehc.ended_on;
	int rc = load(&a, err);

	if (until == SEN_NO_DATE || until > today)
		until = today;
	if (ended != SEN_NO_DATE && ended < until)
		until = ended;
	for (size_t i = 0; rc == 0 && i < plan->count; i++)
		if (strcmp(plan->items[i].section, "F") == 0)
			rc = reckon_row(&a, &plan->items[i], from, until, err);
	*out = a.items;
	*count = a.count;
	return rc;
}

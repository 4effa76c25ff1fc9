/* report meetings: counted child by child into groups (R53, R55). */
#include "rules/meetings.h"

#include <sen/school.h>

#include <string.h>

/* ---- Groups ---- */

static struct sen_met_group *group_of(struct met *met, const char *by, const char *code, const char *label)
{
	struct sen_meetings *out = met->out;
	struct sen_met_group *new;

	code = code ? code : "";
	for (size_t i = 0; i < out->group_count; i++)
		if (strcmp(out->groups[i].by, by) == 0 && strcmp(out->groups[i].group, code) == 0)
			return &out->groups[i];
	new = SEN_PUSH(met->store->arena, out->groups, out->group_count, out->group_cap);
	*new = (struct sen_met_group){.by = by, .group = code, .label = *code ? label : "not known"};
	return new;
}

/* One count in every group the child stands in. */
static void count(struct met *met, enum sen_met_count what, int64_t n)
{
	const struct met_child *child = &met->child;

	group_of(met, "all", "all", "All")->n[what] += n;
	group_of(met, "year", child->year, sen_code_label(sen_year_codes, child->year ? child->year : ""))
		->n[what] += n;
	group_of(met, "need", child->need, sen_code_label(sen_need_codes, child->need ? child->need : ""))
		->n[what] += n;
	group_of(met, "premium", child->premium ? "yes" : "no",
		 child->premium ? "Pupil premium" : "No pupil premium")
		->n[what] += n;
	group_of(met, "class", child->class_name, child->class_name)->n[what] += n;
}

/* ---- A review ---- */

static bool is(const char *a, const char *b)
{
	return a && strcmp(a, b) == 0;
}

static void part(int64_t *n, const char *what, enum sen_met_count known)
{
	if (!what)
		return;
	n[known]++;
	n[known + 1] += is(what, "came");
	n[known + 2] += is(what, "views");
}

/* Those that parents and child are not asked to. */
static bool of_staff(const char *kind)
{
	return is(kind, "monitoring") || is(kind, "progress") || is(kind, "register");
}

static void add_review(struct met *met, const struct sen_review *review)
{
	int64_t n[SEN_MET_COUNTS] = {[SEN_MET_REVIEWS] = 1};
	struct sen_met_group *kind, *adult;

	part(n, review->parent_part, SEN_MET_PARENTS_KNOWN);
	part(n, review->pupil_part, SEN_MET_PUPILS_KNOWN);
	kind = group_of(met, "kind", review->kind, sen_code_label(sen_review_kinds, review->kind));
	for (int i = 0; i < SEN_MET_COUNTS; i++)
		kind->n[i] += n[i];
	if (of_staff(review->kind))
		return;
	adult = group_of(met, "adult", review->led_by, review->led_by);
	for (int i = 0; i < SEN_MET_COUNTS; i++) {
		adult->n[i] += n[i];
		if (n[i])
			count(met, (enum sen_met_count)i, n[i]);
	}
}

/* ---- Meetings with parents: one in each term ---- */

struct meetings {
	int64_t wanted, missing, held;
	sen_date last;
};

static bool met_parents(const struct met *met, const struct sen_review *review)
{
	const struct sen_policy *policy =
		review->held_on == SEN_NO_DATE || review->held_on > met->day
			? NULL
			: sen_policy_on(met->policies, met->store->school_id, review->held_on);

	return policy && sen_review_met_parents(policy, review);
}

/* The first meeting from the day on; one in the holidays belongs to the term that follows. */
static sen_date first_from(const struct met *met, const struct sen_review *all, size_t n, sen_date from)
{
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < n; i++)
		if (all[i].held_on != SEN_NO_DATE && all[i].held_on >= from &&
		    (first == SEN_NO_DATE || all[i].held_on < first) && met_parents(met, &all[i]))
			first = all[i].held_on;
	return first;
}

/* Was the term met?  One held late, in the first half of the next, is the late one
 * and no more, as for what is owed (rules_cadence.c); *used is the last that counted. */
static bool term_met(const struct met *met, const struct sen_review *all, size_t n, struct sen_period term,
		     sen_date *used)
{
	sen_date held = SEN_NO_DATE, from = *used == SEN_NO_DATE ? INT32_MIN : *used + 1;
	struct sen_period in;

	while ((held = first_from(met, all, n, from)) != SEN_NO_DATE) {
		in = sen_term_of(met->calendar, held);
		if (in.from >= term.from)
			break;
		from = held + 1;
	}
	if (held == SEN_NO_DATE)
		return false;
	if (in.from != term.from && (in.from != sen_term_of(met->calendar, term.until).from ||
				     sen_half_term_of(met->calendar, held).from != in.from || held < in.from))
		return false;
	*used = held;
	return true;
}

static void meetings_of(const struct met *met, const struct sen_review *all, size_t n, struct meetings *m)
{
	const struct sen_policy *policy = sen_policy_on(met->policies, met->store->school_id, met->day);
	const struct sen_policy_rule *rule =
		policy ? sen_policy_rule(policy, "cadence", "parent-meeting") : NULL;
	sen_date used = SEN_NO_DATE;

	*m = (struct meetings){.last = SEN_NO_DATE};
	for (size_t i = 0; i < n; i++)
		if ((m->last == SEN_NO_DATE || all[i].held_on > m->last) && met_parents(met, &all[i]))
			m->last = all[i].held_on;
	for (size_t i = 0; i < met->term_count; i++) {
		bool asked = rule && rules_listed(rule, "levels", met->child.level) &&
			     (met->child.since == SEN_NO_DATE || met->child.since < met->terms[i].until);
		sen_date before = used;
		bool met_then = term_met(met, all, n, met->terms[i], &used);

		if (!asked && used != SEN_NO_DATE && used >= met->terms[i].until)
			used = before; /* nothing was late then */
		m->held += met_then;
		m->wanted += asked;
		m->missing += asked && !met_then;
	}
}

static int add_child(struct met *met, const struct sen_review *all, size_t n, struct sen_err *err)
{
	const struct met_child *child = &met->child;
	struct sen_to_ring *ring;
	struct meetings m;

	if (!child->supported || !child->here)
		return 0;
	meetings_of(met, all, n, &m);
	count(met, SEN_MET_CHILDREN, 1);
	count(met, SEN_MET_WANTED, m.wanted);
	count(met, SEN_MET_MISSING, m.missing);
	count(met, SEN_MET_SHORT, m.missing > 0);
	if (m.missing == 0 || met->out->public)
		return 0;
	ring = SEN_PUSH(met->store->arena, met->out->ring, met->out->ring_count, met->out->ring_cap);
	*ring = (struct sen_to_ring){.pupil_id = child->id,
				     .pupil = child->name,
				     .year = child->year,
				     .class_name = child->class_name,
				     .held = m.held,
				     .wanted = m.wanted,
				     .last_on = m.last};
	return met_contact(met, ring, err);
}

/* ---- Targets ---- */

static const struct sen_review *found_at(const struct sen_review *all, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (all[i].head.id == id)
			return &all[i];
	return NULL;
}

static bool marked_again(const struct sen_progress *marks, size_t n, size_t i, sen_date until)
{
	for (size_t k = 0; k < n; k++)
		if (marks[k].target_id == marks[i].target_id && marks[k].marked_on < until &&
		    (marks[k].marked_on > marks[i].marked_on ||
		     (marks[k].marked_on == marks[i].marked_on && k > i)))
			return true;
	return false;
}

static int add_targets(struct met *met, const struct sen_review *reviews, size_t review_count,
		       struct sen_err *err)
{
	const struct sen_meetings *out = met->out;
	struct sen_progress *marks;
	size_t n;
	int rc = sen_record_of_pupil(met->store, &sen_progress_record, met->child.id, (void **)&marks, &n,
				     err);

	for (size_t i = 0; i < n && rc == 0; i++) {
		const struct sen_review *review;
		struct sen_met_group *kind;

		if (marks[i].target_id == SEN_NO_INT || marks[i].met == SEN_NO_INT ||
		    marks[i].marked_on < out->from || marks[i].marked_on >= out->until ||
		    marked_again(marks, n, i, out->until))
			continue;
		count(met, SEN_MET_TARGETS, 1);
		count(met, SEN_MET_TARGETS_MET, marks[i].met == 1);
		if (!(review = found_at(reviews, review_count, marks[i].review_id)))
			continue;
		kind = group_of(met, "kind", review->kind, sen_code_label(sen_review_kinds, review->kind));
		kind->n[SEN_MET_TARGETS]++;
		kind->n[SEN_MET_TARGETS_MET] += marks[i].met == 1;
	}
	return rc;
}

/* ---- All ---- */

static int one_child(struct met *met, struct sen_err *err)
{
	struct sen_review *all;
	size_t n;
	int rc = sen_record_of_pupil(met->store, &sen_review_record, met->child.id, (void **)&all, &n, err);

	for (size_t i = 0; i < n && rc == 0; i++)
		if (all[i].held_on != SEN_NO_DATE && all[i].held_on >= met->out->from &&
		    all[i].held_on < met->out->until)
			add_review(met, &all[i]);
	if (rc < 0 || (rc = add_targets(met, all, n, err)) < 0)
		return rc;
	return add_child(met, all, n, err);
}

/* The terms of the period that have begun. */
static void terms_of(struct met *met)
{
	struct sen_period term = sen_term_of(met->calendar, met->out->from);

	while (term.from != SEN_NO_DATE && term.from <= met->day && term.from < met->out->until) {
		*SEN_PUSH(met->store->arena, met->terms, met->term_count, met->term_cap) = term;
		term = sen_term_after(met->calendar, term);
	}
}

static int rank(const char *by, const char *group)
{
	static const char *const order[] = {"all", "year", "need", "premium", "class", "kind", "adult"};
	const struct sen_code_row *codes = is(by, "year")   ? sen_year_codes
					   : is(by, "kind") ? sen_review_kinds
							    : NULL;
	int place = 0;

	for (size_t i = 0; i < SEN_COUNT(order); i++)
		if (is(by, order[i]))
			place = (int)i * 1000;
	for (int i = 0; codes && codes[i].code; i++)
		if (is(group, codes[i].code))
			return place + i;
	return place + (*group ? 0 : 999);
}

static int in_order(const void *a, const void *b)
{
	const struct sen_met_group *x = a, *y = b;
	int p = rank(x->by, x->group), q = rank(y->by, y->group);

	return p != q ? (p < q ? -1 : 1) : strcmp(x->group, y->group);
}

int sen_meetings(struct sen_store *store, struct sen_meetings *meetings, struct sen_err *err)
{
	sen_date today = sen_store_day(store);
	struct met met = {.store = store,
			  .out = meetings,
			  .day = meetings->until - 1 < today ? meetings->until - 1 : today};
	int rc = met_open(&met, err);

	if (rc == 0)
		terms_of(&met);
	(void)group_of(&met, "all", "all", "All");
	while (rc == 0 && (rc = met_next(&met, err)) == 1)
		rc = one_child(&met, err);
	met_close(&met);
	if (rc < 0)
		return rc;
	qsort(meetings->groups, meetings->group_count, sizeof *meetings->groups, in_order);
	if (meetings->public)
		met_hide(meetings);
	return 0;
}

int64_t sen_met_share(const struct sen_met_group *group, enum sen_met_count known, enum sen_met_count came,
		      enum sen_met_count views)
{
	const int64_t *n = group->n;
	int64_t part = n[came] + (views == came ? 0 : n[views]);

	if (n[known] == 0 || group->hidden[known] || group->hidden[came] || group->hidden[views])
		return SEN_NO_INT;
	return (part * 200 + n[known]) / (2 * n[known]);
}

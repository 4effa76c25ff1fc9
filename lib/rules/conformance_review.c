/* Conformance of what was done about a child: no plan, terms without a review,
 * parents who never came, a child without a voice, decisions that nothing followed
 * (R51, R53, R85).  What is late by now is said by its deadline, not here. */
#include "rules/conformance.h"

#include <sen/review.h>

#include <string.h>

struct life {
	struct findings *all;
	const struct sen_facts *facts;
	const struct sen_policy *policy; /* in force */
	const struct sen_calendar *calendar;
	const struct sen_owed *kept;
	const struct sen_register_entry *now; /* the open entry; NULL: none */
};

/* A year back: older than that nobody can mend it. */
#define YEAR 365
/* How long a level may take to follow a decision (a judgement). */
#define FOLLOW_SCHOOL_DAYS 10
#define RUNNING 3

static struct sen_finding *find(const struct life *life, const char *rule, enum sen_basis basis,
				const char *cite, const char *subject)
{
	struct sen_arena *arena = life->all->store->arena;
	struct sen_finding *finding = finding_add(life->all, rule,
						  basis == SEN_BASIS_LAW      ? "law"
						  : basis == SEN_BASIS_POLICY ? "policy"
									      : "advice",
						  life->facts->pupil_id);

	if (basis != SEN_BASIS_JUDGEMENT && cite)
		finding->cite =
			basis == SEN_BASIS_LAW ? cite : sen_format(arena, "%s %s", life->policy->name, cite);
	finding->subject = subject;
	return finding;
}

/* ---- No plan ---- */

static bool is_late(const struct life *life, const char *rule)
{
	for (size_t i = 0; i < life->kept->count; i++)
		if (strcmp(life->kept->items[i].rule, rule) == 0 &&
		    life->kept->items[i].met_on == SEN_NO_DATE &&
		    life->kept->items[i].due_on < life->all->day)
			return true;
	return false;
}

static bool has_plan(const struct life *life, const struct sen_policy_rule *kind)
{
	const struct sen_facts *facts = life->facts;

	if (strcmp(kind->code, "profile") == 0)
		return facts->profile_count > 0;
	for (size_t i = 0; i < facts->plan_count; i++) {
		const struct sen_plan *plan = &facts->plans[i];

		if (plan->made_on <= life->all->day &&
		    (plan->closed_on == SEN_NO_DATE || plan->closed_on > life->all->day) &&
		    (strcmp(plan->kind, kind->code) == 0 ||
		     !sen_policy_rule(life->policy, "plan-kind", plan->kind)))
			return true;
	}
	return false;
}

/* A level older than the file, or a profile, which is no deadline. */
static void no_plan(const struct life *life)
{
	struct sen_arena *arena = life->all->store->arena;
	sen_date from = life->now->from_on;
	bool older = from == SEN_NO_DATE || from < life->facts->adopted_on;

	for (size_t i = 0; i < life->policy->rule_count; i++) {
		const struct sen_policy_rule *kind = &life->policy->rules[i];
		bool profile = strcmp(kind->code, "profile") == 0;
		struct sen_finding *finding;

		if (strcmp(kind->section, "plan-kind") != 0 || !kind->strength ||
		    strcmp(kind->strength, "must") != 0 || !rules_listed(kind, "levels", life->now->level) ||
		    has_plan(life, kind) || (!profile && (!older || is_late(life, "plan-missing"))))
			continue;
		finding = find(life, profile ? "profile-missing" : "plan-missing", kind->basis, kind->cite,
			       sen_format(arena, "%s%lld", sen_register_record.prefix,
					  (long long)life->now->head.id));
		finding->finding = sen_format(arena, "has none of these: %s", kind->name);
		finding->fix = profile ? sen_format(arena, "sendctl pupil profile P%lld",
						    (long long)life->facts->pupil_id)
				       : sen_format(arena, "sendctl plan add P%lld --kind %s",
						    (long long)life->facts->pupil_id, kind->code);
	}
}

/* ---- A term without ---- */

/* Held in the second half of a later term, or later still: the first was missed. */
static bool missed(const struct life *life, const struct sen_deadline *item)
{
	struct sen_period due = sen_term_of(life->calendar, item->due_on),
			  met = sen_term_of(life->calendar, item->met_on),
			  half = sen_half_term_of(life->calendar, item->met_on);

	return item->met_on > item->due_on && met.from != due.from && met.from <= item->met_on &&
	       (half.from != met.from || sen_term_after(life->calendar, due).from != met.from);
}

static void missed_rounds(const struct life *life)
{
	struct sen_arena *arena = life->all->store->arena;
	char due[16], met[16];

	for (size_t i = 0; i < life->kept->count; i++) {
		const struct sen_deadline *item = &life->kept->items[i];
		struct sen_finding *finding;

		if ((strcmp(item->rule, "plan-review") != 0 && strcmp(item->rule, "parent-meeting") != 0) ||
		    item->met_on == SEN_NO_DATE || item->met_on > life->all->day ||
		    item->due_on < life->all->day - YEAR || !missed(life, item))
			continue;
		finding = find(life, "review-missed", item->basis, NULL, item->subject);
		finding->cite = item->cite;
		finding->finding =
			sen_format(arena, "'%s' was due by %s and came on %s", item->what,
				   sen_date_long(item->due_on, due), sen_date_long(item->met_on, met));
		finding->fix =
			sen_format(arena, "sendctl pupil chronology P%lld", (long long)life->facts->pupil_id);
	}
}

/* ---- Who was there ---- */

/* 1: came; 0: asked and did not; -1: not said. */
static int parents(const struct life *life, const struct sen_review *review)
{
	int said = review->parent_part ? strcmp(review->parent_part, "came") == 0 : -1;

	for (size_t i = 0; i < life->facts->invitation_count && said < 0; i++) {
		const struct sen_invitation *one = &life->facts->invitations[i];

		if (one->review_id == review->head.id && one->role && strcmp(one->role, "parent") == 0)
			said = one->answer && strcmp(one->answer, "came") == 0;
	}
	return said;
}

/* The n-th last review held that counts for the cadence; NULL: so many there are not. */
static const struct sen_review *held(const struct life *life, const char *cadence, size_t n)
{
	const struct sen_facts *facts = life->facts;
	const struct sen_review *found = NULL, *before = NULL;

	for (size_t round = 0; round <= n; round++, before = found) {
		found = NULL;
		for (size_t i = 0; i < facts->review_count; i++) {
			const struct sen_review *review = &facts->reviews[i];

			if (review->held_on == SEN_NO_DATE || review->held_on > life->all->day ||
			    !sen_review_counts(life->policy, review->kind, cadence) ||
			    (before &&
			     (review->held_on > before->held_on ||
			      (review->held_on == before->held_on && review->head.id >= before->head.id))))
				continue;
			if (!found || review->held_on > found->held_on ||
			    (review->held_on == found->held_on && review->head.id > found->head.id))
				found = review;
		}
		if (!found)
			return NULL;
	}
	return found;
}

static void parents_away(const struct life *life)
{
	struct sen_finding *finding;

	for (size_t n = 0; n < RUNNING; n++) {
		const struct sen_review *review = held(life, "parent-meeting", n);

		if (!review || parents(life, review) != 0)
			return;
	}
	finding = find(life, "parents-away", SEN_BASIS_JUDGEMENT, NULL, NULL);
	finding->finding = "the parents came to none of the last three meetings: ask how they can be met";
	finding->fix =
		sen_format(life->all->store->arena, "sendctl review schedule P%lld --kind parents --on DATE",
			   (long long)life->facts->pupil_id);
}

static void child_unheard(const struct life *life)
{
	const struct sen_review *review = held(life, "plan-review", 0);
	struct sen_arena *arena = life->all->store->arena;
	struct sen_finding *finding;
	char day[16];

	if (!review || review->held_on < life->facts->adopted_on || review->pupil_voice ||
	    (review->pupil_part && strcmp(review->pupil_part, "none") != 0))
		return;
	finding = find(life, "review-unheard", SEN_BASIS_JUDGEMENT, NULL,
		       sen_format(arena, "%s%lld", sen_review_record.prefix, (long long)review->head.id));
	finding->finding =
		sen_format(arena, "the child had no part in the review of %s, and no words are kept",
			   sen_date_long(review->held_on, day));
	finding->fix = sen_format(arena, "sendctl review edit %s --pupil-voice TEXT", finding->subject);
}

/* ---- Decided ---- */

static bool moved_since(const struct life *life, sen_date day)
{
	for (size_t i = 0; i < life->facts->register_count; i++) {
		const struct sen_register_entry *entry = &life->facts->register_entries[i];

		if ((entry->from_on != SEN_NO_DATE && entry->from_on >= day) ||
		    (entry->until_on != SEN_NO_DATE && entry->until_on >= day))
			return true;
	}
	return false;
}

static void not_followed(const struct life *life)
{
	const struct sen_review *review = held(life, "plan-review", 0);
	struct sen_store *store = life->all->store;
	struct sen_decision decision = {0};
	struct sen_finding *finding;
	struct sen_err ignored;
	char day[16];

	if (!review || !review->decision || moved_since(life, review->held_on) ||
	    sen_school_days_after(life->calendar, review->held_on, FOLLOW_SCHOOL_DAYS) >= life->all->day)
		return;
	if (sen_review_decide(store, life->facts->pupil_id, review->held_on, review->decision, &decision,
			      &ignored) < 0 ||
	    !decision.plain || (strcmp(decision.plain, "end") != 0 && strcmp(decision.plain, "step-up") != 0))
		return;
	finding = find(
		life, "decision-open", SEN_BASIS_JUDGEMENT, NULL,
		sen_format(store->arena, "%s%lld", sen_review_record.prefix, (long long)review->head.id));
	finding->finding =
		sen_format(store->arena, "the review of %s decided '%s', and the level is as it was",
			   sen_date_long(review->held_on, day), decision.name);
	finding->fix = sen_format(store->arena, "sendctl pupil level P%lld %s --reason TEXT",
				  (long long)life->facts->pupil_id,
				  strcmp(decision.plain, "end") == 0 ? "off" : "LEVEL");
}

void conformance_review(struct findings *all, const struct sen_facts *child, const struct sen_policy *policy,
			const struct sen_calendar *calendar, const struct sen_owed *kept)
{
	struct life life = {.all = all, .facts = child, .policy = policy, .calendar = calendar, .kept = kept};

	for (size_t i = 0; i < child->register_count; i++) {
		const struct sen_register_entry *entry = &child->register_entries[i];

		if ((entry->from_on == SEN_NO_DATE || entry->from_on <= all->day) &&
		    (entry->until_on == SEN_NO_DATE || entry->until_on > all->day))
			life.now = entry;
	}
	if (!policy || !life.now)
		return;
	no_plan(&life);
	if (!owed_supported(life.now))
		return;
	missed_rounds(&life);
	parents_away(&life);
	child_unheard(&life);
	not_followed(&life);
}

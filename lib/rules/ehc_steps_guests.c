/* When everybody had been asked to an annual review, and had the advice: by the law's
 * list and by the review's own (SEND Regs 2014 reg 20(2) to (4); R63). */
#include "rules/ehc_steps.h"

#include <stdlib.h>
#include <string.h>

static bool asked_as(const struct sen_invitation *one, const char *role)
{
	return one->role && strcmp(one->role, role) == 0;
}

/* A health professional is often on the list as of an agency, and so is a social
 * worker: they stand for those when nobody else does. */
static bool stands_for(const struct sen_invitation *one, const char *role)
{
	return asked_as(one, "agency") && (strcmp(role, "health") == 0 || strcmp(role, "authority") == 0);
}

/* The first still unused invitation in the role, marked used; -1: none. */
static size_t take(const struct ehc_clock *clock, const struct sen_review *review, const char *role,
		   bool *used)
{
	const struct sen_facts *facts = clock->facts;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < facts->invitation_count; i++) {
			const struct sen_invitation *one = &facts->invitations[i];

			if (used[i] || one->review_id != review->head.id ||
			    !(pass == 0 ? asked_as(one, role) : stands_for(one, role)))
				continue;
			used[i] = true;
			return i;
		}
	return facts->invitation_count;
}

/* Is somebody on the list for each whom reg 20(2) names? */
static bool all_listed(const struct ehc_clock *clock, const struct sen_review *review)
{
	size_t count;
	const struct sen_law_item *items = sen_law_list_of(clock->law, "invite", &count);
	bool *used = SEN_NEW(clock->out->arena, bool, clock->facts->invitation_count + 1);

	for (size_t i = 0; i < count; i++) {
		char role[32] = "";

		if (!strstr(items[i].cite, "20(2)"))
			continue;
		strncat(role, items[i].extra, strcspn(items[i].extra, " "));
		if (take(clock, review, role, used) == clock->facts->invitation_count)
			return false;
	}
	return true;
}

static sen_date recorded(const struct ehc_clock *clock, const struct sen_review *review, const char *event)
{
	struct ehc_seek seek = {EHC_ANY, .event = event, .since = SEN_NO_DATE};
	const struct sen_milestone *found;

	seek.review = review->head.id;
	found = ehc_first(clock, &seek);
	return found ? found->happened_on : SEN_NO_DATE;
}

/* The day the last of all on the list was asked. */
sen_date ehc_invited_on(const struct ehc_clock *clock, const struct sen_review *review)
{
	sen_date last = recorded(clock, review, "review-invited");

	if (last != SEN_NO_DATE || !all_listed(clock, review))
		return last;
	for (size_t i = 0; i < clock->facts->invitation_count; i++) {
		const struct sen_invitation *one = &clock->facts->invitations[i];

		/* Who came or wrote without having been asked was not left out. */
		if (one->review_id != review->head.id || (one->invited_on == SEN_NO_DATE && one->answer))
			continue;
		if (one->invited_on == SEN_NO_DATE)
			return SEN_NO_DATE;
		last = one->invited_on > last ? one->invited_on : last;
	}
	return last;
}

/* The day the last advice went round.  What was asked for and has not come holds it up
 * only until the meeting. */
sen_date ehc_circulated_on(const struct ehc_clock *clock, const struct sen_review *review)
{
	sen_date last = recorded(clock, review, "review-advice");
	bool held = review->held_on != SEN_NO_DATE;

	for (size_t i = 0; last == SEN_NO_DATE && i < clock->facts->invitation_count; i++) {
		const struct sen_invitation *one = &clock->facts->invitations[i];

		if (one->review_id != review->head.id || one->advice_circulated_on != SEN_NO_DATE)
			continue;
		if (one->advice_received_on != SEN_NO_DATE || (one->advice_asked_on != SEN_NO_DATE && !held))
			return SEN_NO_DATE;
	}
	for (size_t i = 0; i < clock->facts->invitation_count; i++) {
		const struct sen_invitation *one = &clock->facts->invitations[i];

		if (one->review_id == review->head.id && one->advice_circulated_on > last)
			last = one->advice_circulated_on;
	}
	return last;
}

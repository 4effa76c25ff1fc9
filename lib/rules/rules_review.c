/* What reviews owe beside those of plans: parents met by the policy's cadence, the
 * yearly report to parents, reviews planned and reminders sent (R50 to R53, R86). */
#include "rules/rules.h"

#include <sen/review.h>

#include <stdlib.h>
#include <string.h>

/* ---- Meetings with parents ---- */

static bool parents_asked(const struct sen_facts *facts, const struct sen_review *review, bool came)
{
	for (size_t i = 0; i < facts->invitation_count; i++) {
		const struct sen_invitation *one = &facts->invitations[i];

		/* Apologies alone, of a parent whom nobody is known to have asked, are no offer. */
		if (one->review_id != review->head.id || !one->role || strcmp(one->role, "parent") != 0 ||
		    (one->invited_on == SEN_NO_DATE && !(one->answer && strcmp(one->answer, "came") == 0)))
			continue;
		if (!came || (one->answer && strcmp(one->answer, "came") == 0))
			return true;
	}
	return false;
}

/* Parents came; or they were asked, and could not or would not: it was offered, and
 * is kept as that (three running are a finding of conformance). A parents' meeting
 * of which nothing is said is one they came to. */
static bool with_parents(const struct owing *owing, const struct sen_review *review)
{
	const char *part = review->parent_part;

	if (part && strcmp(part, "came") == 0)
		return true;
	if (parents_asked(owing->facts, review, false))
		return true;
	if (part)
		return strcmp(part, "views") == 0;
	return strcmp(review->kind, "parents") == 0 || review->parent_voice;
}

static const char *in_term(const struct owing *owing, const struct round *round)
{
	return round->term ? sen_format(owing->out->arena, " (%s)", round->term) : "";
}

static void meeting(const struct owing *owing, const struct stretch *stretch)
{
	struct rounds rounds = {.limit = &stretch->rule->limit,
				.from = stretch->from,
				.since = stretch->since,
				.until = stretch->until};

	owed_held(owing, &rounds, stretch->policy, stretch->rule->code, with_parents);
	owed_rounds(owing, &rounds);
	for (size_t i = 0; i < rounds.item_count; i++) {
		const struct round *round = &rounds.items[i];
		struct sen_deadline *item = owe(owing, "parent-meeting", sen_register_record.prefix,
						stretch->entry->head.id, round->due);

		item->cycle = round->cycle;
		item->starts_on = round->start;
		item->met_on = round->met;
		owed_ground(owing, item, stretch->policy, stretch->rule, rounds.limit);
		item->what = sen_format(owing->out->arena, "Meet the parents%s", in_term(owing, round));
		item->fix = sen_format(owing->out->arena,
				       "sendctl review record P%lld --kind parents --on DATE --came NAME",
				       (long long)owing->facts->pupil_id);
	}
}

void rule_parent_meeting(const struct owing *owing)
{
	owed_stretches(owing, "cadence", "parent-meeting", meeting);
}

/* ---- The yearly report to parents (Code 6.64; R86) ---- */

#define REPORT "parent-report"

static int64_t document_id(const char *record)
{
	return record && record[0] == 'D' && record[1] >= '0' && record[1] <= '9'
		       ? strtoll(record + 1, NULL, 10)
		       : 0;
}

static sen_date given_on(const struct sen_facts *facts, int64_t document)
{
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < facts->given_count; i++)
		if (document_id(facts->givens[i].record) == document &&
		    (first == SEN_NO_DATE || facts->givens[i].given_on < first))
			first = facts->givens[i].given_on;
	return first;
}

/* The days a report was given; *waits: the last one made and given to nobody. */
static void reports(const struct owing *owing, struct rounds *rounds, const struct sen_document **waits)
{
	const struct sen_facts *facts = owing->facts;
	sen_date *held = SEN_NEW(owing->out->arena, sen_date, facts->document_count + 1);

	for (size_t i = 0; i < facts->document_count; i++) {
		const struct sen_document *document = &facts->documents[i];
		sen_date given = given_on(facts, document->head.id);

		if (strcmp(document->kind, REPORT) != 0)
			continue;
		if (given == SEN_NO_DATE && document->ended_on == SEN_NO_DATE)
			*waits = document;
		else if (given != SEN_NO_DATE)
			held[rounds->held_count++] = given;
	}
	rounds->held = held;
}

static const char *report_words(const struct owing *owing, const struct round *round,
				const struct sen_document *waits)
{
	char day[16];

	if (!waits || round->met != SEN_NO_DATE)
		return "Send the parents the yearly report on progress";
	return sen_format(owing->out->arena, "Send the parents the yearly report: made on %s, not sent",
			  sen_date_long(waits->made_on, day));
}

static void yearly_report(const struct owing *owing, const struct stretch *stretch)
{
	struct rounds rounds = {.limit = &stretch->rule->limit,
				.from = stretch->from,
				.since = stretch->since,
				.until = stretch->until};
	const struct sen_document *waits = NULL;

	reports(owing, &rounds, &waits);
	owed_rounds(owing, &rounds);
	for (size_t i = 0; i < rounds.item_count; i++) {
		const struct round *round = &rounds.items[i];
		struct sen_deadline *item =
			owe(owing, REPORT, sen_register_record.prefix, stretch->entry->head.id, round->due);

		item->cycle = round->cycle;
		item->starts_on = round->start;
		item->met_on = round->met;
		owed_ground(owing, item, stretch->policy, stretch->rule, rounds.limit);
		item->what = report_words(owing, round, waits);
		item->fix = sen_format(owing->out->arena, "sendctl pupil report P%lld%s",
				       (long long)owing->facts->pupil_id, waits ? " --sent DATE" : "");
	}
}

void rule_parent_report(const struct owing *owing)
{
	owed_stretches(owing, "cadence", REPORT, yearly_report);
}

/* ---- Planned for a day; reminders ---- */

static void planned(const struct owing *owing, const struct sen_review *review)
{
	const struct sen_policy *policy = owed_policy(owing, owed_from(owing, review->planned_on));
	struct sen_deadline *item;

	/* Without a cadence of its own, rules_monitoring.c owes the check. */
	if (strcmp(review->kind, "monitoring") == 0 && !sen_policy_rule(policy, "cadence", "monitoring"))
		return;
	if (review->held_on != SEN_NO_DATE && review->held_on < owing->facts->adopted_on)
		return;
	item = owe(owing, "review-planned", sen_review_record.prefix, review->head.id,
		   owed_from(owing, review->planned_on));
	item->starts_on = item->due_on;
	item->met_on = review->held_on;
	item->owner = review->led_by ? review->led_by : rules_coordinator(policy);
	item->basis = SEN_BASIS_JUDGEMENT;
	item->what = sen_format(owing->out->arena, "Hold the review planned for this day: %s",
				sen_code_label(sen_review_kinds, review->kind));
	item->fix = sen_format(owing->out->arena, "sendctl review record R%lld --on DATE --came NAME",
			       (long long)review->head.id);
}

static void reminder(const struct owing *owing, const struct sen_invitation *one)
{
	const struct sen_facts *facts = owing->facts;
	const struct sen_review *review = NULL;
	struct sen_deadline *item;

	for (size_t i = 0; i < facts->review_count; i++)
		if (facts->reviews[i].head.id == one->review_id)
			review = &facts->reviews[i];
	if (!review || review->held_on != SEN_NO_DATE || one->answer || one->remind_on == SEN_NO_DATE)
		return;
	item = owe(owing, "review-reminder", sen_invitation_record.prefix, one->head.id,
		   owed_from(owing, one->remind_on));
	item->starts_on = one->invited_on;
	item->owner = review->led_by ? review->led_by : rules_coordinator(owed_policy(owing, item->due_on));
	item->basis = SEN_BASIS_JUDGEMENT;
	item->what =
		sen_format(owing->out->arena, "Remind someone who was invited: %s (%s)",
			   one->role ? one->role : "other", sen_code_label(sen_review_kinds, review->kind));
	item->fix = sen_format(owing->out->arena, "sendctl review show R%lld", (long long)review->head.id);
}

void rule_review_planned(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->review_count; i++)
		if (owing->facts->reviews[i].planned_on != SEN_NO_DATE)
			planned(owing, &owing->facts->reviews[i]);
	for (size_t i = 0; i < owing->facts->invitation_count; i++)
		reminder(owing, &owing->facts->invitations[i]);
}

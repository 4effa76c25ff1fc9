/* Reads a child's story from words (owing_told.h). */
#include "unit/owing_told.h"
#include "unit/words.h"

#include <stdlib.h>
#include <string.h>

#define MOST 8

static sen_date day(const char *words, const char *key)
{
	return owing_day(words_value(words, key));
}

static void levels(struct sen_facts *facts, const char *text)
{
	struct sen_register_entry *entries = SEN_NEW(records_arena, struct sen_register_entry, MOST);
	const char *one;

	while ((one = words_cut(&text, "; "))) {
		struct sen_register_entry *entry = &entries[facts->register_count++];
		const struct sen_level *level;

		sen_record_blank(&sen_register_record, entry);
		entry->head.id = (int64_t)facts->register_count;
		entry->level = words_cut(&one, " ");
		level = sen_policy_level(owing_set.items[0], entry->level);
		ck_assert_msg(level != NULL, "no level %s", entry->level);
		entry->census = level->census;
		entry->kind = level->monitored			? "monitored"
			      : strcmp(level->census, "N") == 0 ? "none"
								: "register";
		entry->from_on = owing_day(words_cut(&one, " "));
		entry->until_on = owing_day(words_cut(&one, " "));
	}
	facts->register_entries = entries;
}

static void plans(struct sen_facts *facts, const char *text)
{
	struct sen_plan *all = SEN_NEW(records_arena, struct sen_plan, MOST);
	const char *one;

	while ((one = words_cut(&text, "; "))) {
		struct sen_plan *plan = &all[facts->plan_count++];

		sen_record_blank(&sen_plan_record, plan);
		plan->head.id = (int64_t)facts->plan_count;
		plan->kind = plan->kind_name = words_cut(&one, " ");
		plan->made_on = owing_day(words_cut(&one, " "));
		plan->review_on = day(one, "review");
		plan->agreed_on = day(one, "agreed");
		plan->signed_on = day(one, "signed");
		plan->closed_on = day(one, "closed");
		plan->before_id = words_value(one, "before") ? strtol(words_value(one, "before"), NULL, 10)
							     : SEN_NO_INT;
		plan->cycle = plan->version = 1;
	}
	facts->plans = all;
}

static void reviews(struct sen_facts *facts, const char *text)
{
	struct sen_review *all = SEN_NEW(records_arena, struct sen_review, MOST);
	struct sen_invitation *asked = SEN_NEW(records_arena, struct sen_invitation, MOST);
	const char *one;

	while ((one = words_cut(&text, "; "))) {
		struct sen_review *review = &all[facts->review_count++];
		const char *held;

		sen_record_blank(&sen_review_record, review);
		review->head.id = (int64_t)facts->review_count;
		review->kind = words_cut(&one, " ");
		held = words_cut(&one, " ");
		review->held_on = strcmp(held, "-") == 0 ? SEN_NO_DATE : owing_day(held);
		review->parent_part = words_value(one, "part");
		review->next_on = day(one, "next");
		review->planned_on = day(one, "planned");
		review->plan_id =
			words_value(one, "plan") ? strtol(words_value(one, "plan"), NULL, 10) : SEN_NO_INT;
		if (!words_value(one, "asked"))
			continue;
		sen_record_blank(&sen_invitation_record, &asked[facts->invitation_count]);
		asked[facts->invitation_count].head.id = 1 + (int64_t)facts->invitation_count;
		asked[facts->invitation_count].review_id = review->head.id;
		asked[facts->invitation_count].role = "parent";
		if (!words_value(one, "uninvited"))
			asked[facts->invitation_count].invited_on = owing_day("2026-11-23");
		asked[facts->invitation_count].remind_on = day(one, "remind");
		asked[facts->invitation_count++].answer = words_value(one, "answer");
	}
	facts->reviews = all;
	facts->invitations = asked;
}

struct sen_facts told_facts(const struct told *told)
{
	struct sen_facts facts = owing_child();

	owing_with_policy(told->policy);
	levels(&facts, told->levels);
	plans(&facts, told->plans);
	reviews(&facts, told->reviews);
	facts.left_on = day(told->more, "left");
	facts.died_on = day(told->more, "died");
	if (words_value(told->more, "adopted"))
		facts.adopted_on = day(told->more, "adopted");
	return facts;
}

static int by_due(const void *a, const void *b)
{
	const struct sen_deadline *x = a, *y = b;

	return x->due_on != y->due_on ? (x->due_on > y->due_on) - (x->due_on < y->due_on)
				      : (x->cycle > y->cycle) - (x->cycle < y->cycle);
}

const char *told_owed(const struct sen_facts *facts, const char *rule)
{
	struct sen_owed all = {.arena = records_arena};
	struct sen_buf out = {.arena = records_arena};
	char due[11], met[11];

	sen_owed(facts, &owing_set, NULL, &owing_calendar, &all);
	if (all.count > 1)
		qsort(all.items, all.count, sizeof(*all.items), by_due);
	for (size_t i = 0; i < all.count; i++) {
		const struct sen_deadline *item = &all.items[i];

		for (size_t k = 0; k < i; k++)
			ck_assert_msg(strcmp(all.items[k].rule, item->rule) != 0 ||
					      strcmp(all.items[k].subject, item->subject) != 0 ||
					      all.items[k].cycle != item->cycle,
				      "%s %s has two of one key", item->rule, item->subject);
		if (strcmp(item->rule, rule) != 0)
			continue;
		ck_assert((item->basis == SEN_BASIS_JUDGEMENT) == (item->cite == NULL));
		ck_assert_ptr_nonnull(item->fix);
		ck_assert_ptr_nonnull(item->owner);
		ck_assert_ptr_nonnull(item->what);
		ck_assert_int_ge(item->due_on, facts->adopted_on);
		sen_buf_addf(&out, "%s%s", out.len ? " " : "", sen_date_text(item->due_on, due));
		if (item->met_on != SEN_NO_DATE)
			sen_buf_addf(&out, "=%s", sen_date_text(item->met_on, met));
	}
	return out.len ? out.text : "";
}

void told_check(const struct told *told)
{
	struct sen_facts facts = told_facts(told);

	ck_assert_str_eq(told_owed(&facts, told->rule), told->want);
}

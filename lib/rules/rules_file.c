/* What a child's file owes: documents to review, reduced timetables to watch,
 * new arrivals to meet, files to send on. */
#include "rules/rules.h"

#include <string.h>

/* Who, on what ground and where from: the policy's rule, or a judgement. */
static void ground(const struct owing *owing, struct sen_deadline *item, const struct sen_policy *policy,
		   const struct sen_policy_rule *rule)
{
	bool limited = rule && rule->limit.kind != SEN_LIMIT_NONE;

	item->owner = rules_who(rule, policy);
	item->basis = limited ? rule->limit.basis : rule ? rule->basis : SEN_BASIS_JUDGEMENT;
	item->cite =
		rule ? owed_cite(owing, policy, item->basis, limited ? rule->limit.cite : rule->cite) : NULL;
}

/* ---- Documents ---- */

static void document(const struct owing *owing, const struct sen_document *doc)
{
	const struct sen_policy *policy = owed_policy(owing, doc->made_on);
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "document", doc->kind);
	struct sen_deadline *item;

	if (doc->review_on == SEN_NO_DATE ||
	    (doc->ended_on != SEN_NO_DATE && doc->ended_on < owing->facts->adopted_on))
		return;
	item = owe(owing, "document-review", sen_document_record.prefix, doc->head.id,
		   owed_from(owing, doc->review_on));
	item->starts_on = doc->made_on;
	item->met_on = doc->ended_on;
	ground(owing, item, policy, rule);
	item->what = sen_format(owing->out->arena, "Review the document: %s%s",
				rule && rule->name ? rule->name : doc->kind,
				owed_closed_note(owing, item->due_on));
	item->fix = sen_format(owing->out->arena, "sendctl document add P%lld --kind %s",
			       (long long)owing->facts->pupil_id, doc->kind);
}

void rule_document_review(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->document_count; i++)
		document(owing, &owing->facts->documents[i]);
}

/* ---- Reduced timetables ---- */

static struct sen_deadline *of_timetable(const struct owing *owing, const struct sen_timetable *table,
					 const char *key, const char *setting, sen_date due, sen_date met)
{
	const struct sen_policy *policy = owed_policy(owing, table->from_on);
	struct sen_deadline *item =
		owe(owing, key, sen_timetable_record.prefix, table->head.id, owed_from(owing, due));

	item->starts_on = owed_from(owing, table->from_on);
	item->met_on = met != SEN_NO_DATE ? met : table->until_on;
	ground(owing, item, policy, sen_policy_rule(policy, "setting", setting));
	return item;
}

static void timetable(const struct owing *owing, const struct sen_timetable *table)
{
	struct sen_arena *arena = owing->out->arena;
	long long id = table->head.id;
	struct sen_deadline *item;

	if (table->until_on != SEN_NO_DATE && table->until_on < owing->facts->adopted_on)
		return;
	item = of_timetable(owing, table, "timetable-told", "timetable-told", table->from_on,
			    table->la_told_on);
	item->what = "Tell the local authority of the reduced timetable";
	item->fix = sen_format(arena, "sendctl timetable edit TT%lld --la-told-on DATE", id);
	if (table->review_on != SEN_NO_DATE) {
		item = of_timetable(owing, table, "timetable-review", "timetable-review", table->review_on,
				    SEN_NO_DATE);
		item->cycle = table->review_on;
		item->what = sen_format(arena, "Review the reduced timetable: longer days, or full time%s",
					owed_closed_note(owing, item->due_on));
		item->fix = sen_format(
			arena, "sendctl timetable review TT%lld --due DATE, or sendctl timetable end TT%lld",
			id, id);
	}
	if (table->full_time_by == SEN_NO_DATE)
		return;
	item = of_timetable(owing, table, "timetable-end", "timetable-review", table->full_time_by,
			    SEN_NO_DATE);
	item->what = "Full time again, as agreed, or a new agreement";
	item->fix = sen_format(arena, "sendctl timetable end TT%lld", id);
}

void rule_timetable_review(const struct owing *owing)
{
	for (size_t i = 0; i < owing->facts->timetable_count; i++)
		timetable(owing, &owing->facts->timetables[i]);
}

/* ---- Arrivals ---- */

static struct sen_deadline *arrived(const struct owing *owing, const struct sen_transfer *move,
				    const char *key, sen_date met, const char *what, const char *option)
{
	const struct sen_limit half = {.kind = SEN_LIMIT_HALF_TERM, .basis = SEN_BASIS_JUDGEMENT};
	const struct sen_policy *policy = owed_policy(owing, move->moved_on);
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "setting", key);
	sen_date due = owed_due(owing, rule ? &rule->limit : &half, move->moved_on);
	struct sen_deadline *item;

	if (due == SEN_NO_DATE)
		return NULL;
	item = owe(owing, key, sen_transfer_record.prefix, move->head.id, due);
	item->starts_on = move->moved_on;
	item->met_on = met;
	ground(owing, item, policy, rule);
	item->what = what;
	item->fix = sen_format(owing->out->arena, "sendctl pupil arrive P%lld %s DATE",
			       (long long)owing->facts->pupil_id, option);
	return item;
}

/* By the register, from the first day here on. */
static bool came_with_plan(const struct sen_facts *facts, const struct sen_transfer *move)
{
	for (size_t i = 0; i < facts->register_count; i++) {
		const struct sen_register_entry *entry = &facts->register_entries[i];

		if (entry->kind && strcmp(entry->kind, "plan") == 0 && entry->from_on <= move->moved_on &&
		    (entry->until_on == SEN_NO_DATE || entry->until_on > move->moved_on))
			return true;
	}
	return false;
}

/* A plan that came with the child: what it asks of this school is not known before. */
static void plan_copy(const struct owing *owing, const struct sen_transfer *move)
{
	const struct sen_facts *facts = owing->facts;
	struct sen_deadline *item;

	item = arrived(owing, move, "arrival-plan", facts->ehc_count ? facts->ehcs[0].opened_on : SEN_NO_DATE,
		       "Get a copy of the EHC plan from the school before, or from the local authority", "");
	if (item)
		item->fix = sen_format(owing->out->arena, "sendctl ehcp add P%lld --final DATE",
				       (long long)facts->pupil_id);
}

static void arrival(const struct owing *owing, const struct sen_transfer *move)
{
	const struct sen_policy *policy = owed_policy(owing, move->moved_on);
	struct sen_deadline *item;
	bool came = move->file_on != SEN_NO_DATE && move->file_asked_on == SEN_NO_DATE;

	arrived(owing, move, "arrival-file", came ? move->file_on : move->file_asked_on,
		"Ask the school before for the child's file", "--asked");
	if (came_with_plan(owing->facts, move))
		plan_copy(owing, move);
	arrived(owing, move, "arrival-meeting", move->parents_met_on, "Meet the parents of the new arrival",
		"--met");
	arrived(owing, move, "arrival-assessed", move->assessed_on, "Assess the new arrival", "--assessed");
	if (move->watched_until == SEN_NO_DATE)
		return;
	item = owe(owing, "arrival-watched", sen_transfer_record.prefix, move->head.id, move->watched_until);
	item->starts_on = move->moved_on;
	item->met_on = move->settled_on;
	ground(owing, item, policy, sen_policy_rule(policy, "setting", "arrival-watched"));
	item->what = "Say how the new arrival has settled: ordinary teaching, or a concern";
	item->fix = sen_format(owing->out->arena, "sendctl pupil arrive P%lld --settled DATE",
			       (long long)owing->facts->pupil_id);
}

void rule_arrival(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;

	for (size_t i = 0; i < facts->transfer_count; i++)
		if (strcmp(facts->transfers[i].kind, "arrival") == 0 &&
		    facts->transfers[i].moved_on >= facts->adopted_on)
			arrival(owing, &facts->transfers[i]);
}

/* ---- The file of a child who left (SI 2005/1437 reg 9) ---- */

static const struct sen_transfer *leaving_of(const struct sen_facts *facts)
{
	const struct sen_transfer *found = NULL;

	for (size_t i = 0; i < facts->transfer_count; i++)
		if (strcmp(facts->transfers[i].kind, "leaving") == 0 &&
		    (!found || facts->transfers[i].moved_on >= found->moved_on))
			found = &facts->transfers[i];
	return found;
}

static void receipt(const struct owing *owing, const struct sen_transfer *move)
{
	const struct sen_limit half = {.kind = SEN_LIMIT_HALF_TERM, .basis = SEN_BASIS_JUDGEMENT};
	const struct sen_policy *policy = owed_policy(owing, move->file_on);
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "setting", "school-transfer-receipt");
	sen_date due = owed_due(owing, rule ? &rule->limit : &half, move->file_on);
	struct sen_deadline *item;

	if (due == SEN_NO_DATE)
		return;
	item = owe(owing, "school-transfer-receipt", sen_transfer_record.prefix, move->head.id, due);
	item->starts_on = move->file_on;
	item->met_on = move->receipt_on;
	ground(owing, item, policy, rule);
	item->what = "Get the next school's receipt for the file";
	item->fix = sen_format(owing->out->arena, "sendctl pupil leave P%lld --receipt DATE",
			       (long long)owing->facts->pupil_id);
}

/* Owed for each child with a file here who left, also when the MIS told of it. */
void rule_school_transfer(const struct owing *owing)
{
	const struct sen_facts *facts = owing->facts;
	const struct sen_transfer *move = leaving_of(facts);
	struct sen_deadline *item;

	if (facts->left_on == SEN_NO_DATE || facts->left_on < facts->adopted_on ||
	    (!move && !facts->register_count && !facts->concern_count && !facts->ehc_count))
		return;
	item = owe(owing, "school-transfer-file", sen_pupil_record.prefix, facts->pupil_id,
		   sen_school_days_after(owing->calendar, facts->left_on, 15));
	item->cycle = facts->left_on;
	item->starts_on = facts->left_on;
	item->met_on = move ? move->file_on : SEN_NO_DATE;
	item->owner = rules_coordinator(owed_policy(owing, facts->left_on));
	item->basis = SEN_BASIS_LAW;
	item->cite = "SI 2005/1437 reg 9";
	item->what =
		move && move->other_school
			? "Send the child's file and the common transfer file to the next school"
			: "Find out the next school, and send the child's file and the common transfer file";
	item->fix = sen_format(owing->out->arena, "sendctl pupil leave P%lld --next-school NAME --sent DATE",
			       (long long)facts->pupil_id);
	if (move && move->file_on != SEN_NO_DATE && move->file_on >= facts->adopted_on)
		receipt(owing, move);
}

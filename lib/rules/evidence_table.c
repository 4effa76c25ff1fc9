/* `ehcp evidence` and `topup evidence` as a table. */
#include "rules/evidence.h"

static const struct sen_code_row state_codes[] = {{"found", "found"},
						  {"old", "OLD"},
						  {"missing", "MISSING"},
						  {"not-needed", "not needed"},
						  {NULL, NULL}};
static const struct sen_column columns[] = {
	{"item", "Item", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL,
	 "the policy's code for it, or code- and that of the Code of Practice's item"},
	/* Not WIDE: on a narrow screen the rest goes below it. */
	{"name", "What is asked for", SEN_C_TEXT, 0, NULL, NULL, "in the words of the policy or the Code"},
	{"strength", "Asked", SEN_C_TEXT, 0, NULL, NULL, "must, should (the Code), where (relevant), may"},
	{"state", "State", SEN_C_CODE, SEN_COL_ALERT, NULL, state_codes, "found, old, missing or not-needed"},
	{"found", "Found", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the records have, and what they lack"},
	{"newest_on", "Newest", SEN_C_DATE, 0, NULL, NULL, "of what was found; of both views the older"},
	{"old_on", "Old from", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the first day it counts as old"},
	{"count", "Count", SEN_C_INT, SEN_COL_RIGHT | SEN_COL_QUIET, NULL, NULL, "records found"},
	{"records", "Records", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "their ids"},
	{"fix", "Mend it with", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command that mends it"},
	{"basis", "Basis", SEN_C_TEXT, 0, NULL, NULL, "policy, law (the Code of Practice) or judgement"},
	{"cite", "Source", SEN_C_TEXT, 0, NULL, NULL, "where it is asked for"},
	{"confidence", "Sure", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL,
	 "of the law: seen in its text, secondary, general knowledge, judgement"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "a condition, or a remark"},
};
const struct sen_query sen_evidence_query = {.name = "ehcp-evidence",
					     .title = "Evidence",
					     .version = 1,
					     .columns = columns,
					     .count = SEN_COUNT(columns)};
const struct sen_query sen_evidence_part = {.name = "evidence",
					    .title = "Evidence",
					    .version = 1,
					    .columns = columns,
					    .count = SEN_COUNT(columns)};

struct sen_table *sen_evidence_table(struct sen_arena *arena, const struct sen_evidence *evidence)
{
	struct sen_table *table = sen_table_of(arena, &sen_evidence_query);

	for (size_t i = 0; i < evidence->count; i++) {
		const struct sen_evidence_line *line = &evidence->items[i];
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(cell++, line->item);
		sen_cell_text(cell++, line->name);
		sen_cell_text(cell++, line->strength);
		sen_cell_text(cell++, sen_evidence_word(line->state));
		sen_cell_text(cell++, line->found);
		sen_cell_date(arena, cell++, line->newest_on);
		sen_cell_date(arena, cell++, line->old_on);
		sen_cell_int(cell++, line->count);
		sen_cell_text(cell++, line->records);
		sen_cell_text(cell++, line->fix);
		sen_cell_text(cell++, line->basis);
		sen_cell_text(cell++, line->cite);
		sen_cell_text(cell++, line->confidence);
		sen_cell_text(cell, line->note);
	}
	table->footnotes = evidence->notes;
	table->footnote_count = evidence->note_count;
	return table;
}

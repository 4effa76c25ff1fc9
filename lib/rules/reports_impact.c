/* report impact: a line an intervention, by name, and its children below. */
#include <sen/impact.h>

#define COLUMN(n, l, k, f, h)                                           \
	{                                                               \
		.name = n, .label = l, .kind = k, .flags = f, .help = h \
	}
#define TEXT(n, l, f, h) COLUMN(n, l, SEN_C_TEXT, f, h)
#define NUMBER(n, l, f, h) COLUMN(n, l, SEN_C_INT, f, h)
/* "-3.5": text that is a number, so CSV does not guard its sign. */
#define DECIMAL(n, l, f, h) COLUMN(n, l, SEN_C_ID, (f) | RIGHT, h)
#define QUIET SEN_COL_QUIET
#define RIGHT SEN_COL_RIGHT

static const struct sen_column columns[] = {
	TEXT("name", "Intervention", 0, "as the catalogue calls it, else the provision's own name"),
	NUMBER("children", "Children", 0, "different children who had it in the period"),
	NUMBER("times", "Times", QUIET, "how often: a child in two provisions of it counts twice"),
	NUMBER("measured", "Measured", 0, "times with a gain that can be compared"),
	DECIMAL("median_gain", "Median gain", 0, "the gain in the middle"),
	TEXT("unit", "Unit", 0, "points, months, or items (of one whole)"),
	DECIMAL("low_quartile", "A quarter below", 0, "the lower quartile"),
	DECIMAL("high_quartile", "A quarter above", 0, "the upper quartile"),
	DECIMAL("least_gain", "Least", QUIET, "the least gain"),
	DECIMAL("most_gain", "Most", QUIET, "the greatest gain"),
	NUMBER("judged", "Judged", 0, "times with a result on the policy's scale"),
	DECIMAL("median_result", "Median result", 0, "on that scale, the one in the middle"),
	DECIMAL("result_low_quartile", "Result, lower", QUIET, "its lower quartile"),
	DECIMAL("result_high_quartile", "Result, upper", QUIET, "its upper quartile"),
	NUMBER("not_measured", "Not measured", QUIET, "times without entry or exit measure"),
	NUMBER("not_comparable", "Not comparable", QUIET, "times whose measures cannot be compared"),
	COLUMN("minutes_a_child", "Time a child", SEN_C_MINUTES, 0, "in sessions that were held"),
	COLUMN("pence_a_child", "Cost a child £", SEN_C_PENCE, 0, "delivered; what has a rate"),
	COLUMN("unpriced", "Rates missing", SEN_C_BOOL, QUIET, "the true cost is higher"),
	COLUMN("few", "Too few", SEN_C_BOOL, QUIET, "too few were measured to say anything"),
	TEXT("said", "Note", 0, "'too few to say', or empty"),
};
static const struct sen_column child_columns[] = {
	{.name = "pupil_id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child"},
	TEXT("child", "Child", SEN_COL_NAME, "the child"),
	TEXT("class", "Class", 0, "class"),
	{.name = "provision", .label = "Given in", .kind = SEN_C_ID, .prefix = "G", .help = "the provision"},
	TEXT("provision_name", "Provision", QUIET, "what it is called"),
	COLUMN("from_on", "From", SEN_C_DATE, 0, "first day in it"),
	COLUMN("until_on", "First day after", SEN_C_DATE, 0, "first day after"),
	TEXT("entry", "Entry", RIGHT, "measured at the start"),
	TEXT("exit", "Exit", RIGHT, "measured at the end"),
	DECIMAL("gain", "Gain", 0, "exit less entry"),
	TEXT("unit", "Of", 0, "points, months, items; empty: not comparable"),
	DECIMAL("result", "Result", 0, "on the policy's scale, the last one"),
	TEXT("result_code", "Judged", 0, "the policy's code of it"),
	NUMBER("sessions", "Sessions", 0, "the child was in, of those held"),
	COLUMN("minutes", "Time", SEN_C_MINUTES, 0, "in them"),
	COLUMN("pence", "Cost £", SEN_C_PENCE, 0, "the child's share of what was delivered"),
};
static const struct sen_query parts[] = {{.name = "children",
					  .title = "Children",
					  .columns = child_columns,
					  .count = SEN_COUNT(child_columns),
					  .parent_key = "name"}};
const struct sen_query sen_report_impact = {
	.name = "report-impact",
	.title = "Impact",
	.version = 1,
	.columns = columns,
	.count = SEN_COUNT(columns),
	.parts = parts,
	.part_count = SEN_COUNT(parts),
	.empty = "No child had provision in that time.",
};

static const char *unit_word(enum sen_gain_unit unit)
{
	static const char *const words[] = {NULL, "points", "months", "items"};

	return words[unit];
}

static void child_row(struct sen_arena *arena, struct sen_cell *cell, const struct sen_impact_child *child)
{
	sen_cell_int(cell++, child->pupil_id);
	sen_cell_text(cell++, child->name);
	sen_cell_text(cell++, child->class_name);
	sen_cell_int(cell++, child->provision_id);
	sen_cell_text(cell++, child->provision);
	sen_cell_date(arena, cell++, child->from_on);
	sen_cell_date(arena, cell++, child->until_on);
	sen_cell_text(cell++, child->entry);
	sen_cell_text(cell++, child->exit);
	sen_cell_text(cell++, sen_hundredths(arena, child->gain));
	sen_cell_text(cell++, unit_word(child->unit));
	sen_cell_text(cell++, sen_hundredths(arena, child->result));
	sen_cell_text(cell++, child->result_word);
	sen_cell_int(cell++, child->sessions);
	sen_cell_int(cell++, child->minutes);
	sen_cell_int(cell, child->pence == 0 && child->unpriced ? SEN_NO_INT : child->pence);
}

static void impact_row(struct sen_arena *arena, struct sen_cell *cell, const struct sen_impact *impact)
{
	bool measured = impact->gain.n || impact->result.n;
	bool too_few = impact->gain.median == SEN_NO_INT && impact->result.median == SEN_NO_INT;

	sen_cell_text(cell++, impact->name);
	sen_cell_int(cell++, (int64_t)impact->pupils);
	sen_cell_int(cell++, (int64_t)impact->child_count);
	sen_cell_int(cell++, (int64_t)impact->gain.n);
	sen_cell_text(cell++, sen_hundredths(arena, impact->gain.median));
	sen_cell_text(cell++, impact->gain.median == SEN_NO_INT ? NULL : unit_word(impact->unit));
	sen_cell_text(cell++, sen_hundredths(arena, impact->gain.low));
	sen_cell_text(cell++, sen_hundredths(arena, impact->gain.high));
	sen_cell_text(cell++, sen_hundredths(arena, impact->gain.least));
	sen_cell_text(cell++, sen_hundredths(arena, impact->gain.most));
	sen_cell_int(cell++, (int64_t)impact->result.n);
	sen_cell_text(cell++, sen_hundredths(arena, impact->result.median));
	sen_cell_text(cell++, sen_hundredths(arena, impact->result.low));
	sen_cell_text(cell++, sen_hundredths(arena, impact->result.high));
	sen_cell_int(cell++, (int64_t)impact->not_measured);
	sen_cell_int(cell++, (int64_t)impact->not_comparable);
	sen_cell_int(cell++, impact->minutes_a_child);
	sen_cell_int(cell++, impact->pence_a_child);
	sen_cell_int(cell++, impact->unpriced);
	sen_cell_int(cell++, too_few);
	sen_cell_text(cell, !measured ? "nothing measured" : too_few ? "too few to say" : NULL);
}

static struct sen_table *children_of(struct sen_arena *arena, const struct sen_impact *impact)
{
	struct sen_table *table =
		sen_table_new(arena, "children", "Children", 1, child_columns, SEN_COUNT(child_columns));

	for (size_t i = 0; i < impact->child_count; i++)
		child_row(arena, sen_table_add(table), &impact->children[i]);
	return table;
}

struct sen_table *sen_impact_table(struct sen_arena *arena, const struct sen_impacts *impacts, bool page)
{
	const struct sen_query *query = &sen_report_impact;
	struct sen_table *table =
		sen_table_new(arena, query->name, query->title, query->version, columns, query->count);

	table->empty = query->empty;
	table->flags = page ? SEN_Q_PAGE : 0;
	for (size_t i = 0; i < impacts->count; i++) {
		impact_row(arena, sen_table_add(table), &impacts->items[i]);
		sen_table_add_part(table, children_of(arena, &impacts->items[i]));
	}
	return table;
}

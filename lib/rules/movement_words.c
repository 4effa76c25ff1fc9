/* report movement: its columns, its period, and its numbers in sentences. */
#include "rules/rules.h"
#include <sen/movement.h>
#include <sen/pupil.h>
#include <string.h>

#define NUMBER(n, l, f, h)                                                                        \
	{                                                                                         \
		.name = n, .label = l, .kind = SEN_C_INT, .flags = SEN_COL_RIGHT | (f), .help = h \
	}
#define MOVES(between)                                                                                   \
	NUMBER("start", "Before", 0, "on the register at the end of the day before"),                    \
		NUMBER("joined", "Joined", 0, "on it for the first time"),                               \
		NUMBER("returned", "Back", 0, "had been on it before"),                                  \
		NUMBER("up", "Up", 0, "to a level further up; counted where they stood before"),         \
		NUMBER("down", "Down", 0, "to a level further down"),                                    \
		NUMBER("need", "Needs", 0, "children whose needs changed while on it"),                  \
		NUMBER("exited", "Off", 0, "taken off the register"),                                    \
		NUMBER("left", "Left", 0, "on the register when they left"),                             \
		NUMBER("policy", "New policy", SEN_COL_QUIET, "on it or (negative) off it by a policy"), \
		NUMBER("moved_in", "In", between, "from another group of this table"),                   \
		NUMBER("moved_out", "Out", between, "to another group of this table"),                   \
		NUMBER("end", "End", 0, "on the register at the end of the last day")

static const struct sen_column columns[] = {
	{.name = "from_on", .label = "From", .kind = SEN_C_DATE, .help = "first day of the period"},
	{.name = "last_on", .label = "To", .kind = SEN_C_DATE, .help = "its last day, included"},
	MOVES(SEN_COL_QUIET),
};
static const struct sen_column group_columns[] = {
	{.name = "group", .label = "Code", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "its code"},
	{.name = "name",
	 .label = "Group",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "what it is called"},
	MOVES(0),
};
static const struct sen_column stay_columns[] = {
	{.name = "level",
	 .label = "Code",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET,
	 .help = "level of the school's policy"},
	{.name = "name", .label = "Level", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, .help = "its name"},
	NUMBER("open", "There now", 0, "children who stand there at the end"),
	NUMBER("open_median", "Median weeks", 0, "of those whose first day is known"),
	NUMBER("open_longest", "Longest", 0, "weeks"),
	NUMBER("closed", "Ended", 0, "stays that ended in the period"),
	NUMBER("closed_median", "Median weeks", 0, "of those whose first day is known"),
	NUMBER("closed_longest", "Longest", 0, "weeks"),
};
static const struct sen_column spread_columns[] = {
	{.name = "measure", .label = "What", .kind = SEN_C_TEXT, .help = "what is measured"},
	{.name = "of", .label = "Of children who", .kind = SEN_C_TEXT, .help = "of which children"},
	NUMBER("children", "Children", 0, "how many"),
	NUMBER("known", "Known", 0, "of how many of them it is known"),
	{.name = "median", .label = "Median", .kind = SEN_C_TEXT, .help = "in weeks, or years and months"},
	{.name = "shortest", .label = "Least", .kind = SEN_C_TEXT, .help = "likewise"},
	{.name = "longest", .label = "Most", .kind = SEN_C_TEXT, .help = "likewise"},
	NUMBER("median_days", "Median, days", SEN_COL_QUIET, "the same in days"),
	NUMBER("shortest_days", "Least, days", SEN_COL_QUIET, "the same in days"),
	NUMBER("longest_days", "Most, days", SEN_COL_QUIET, "the same in days"),
};
static const struct sen_code_row what_codes[] = {
	{"joined", "Joined"},	 {"returned", "Came back"}, {"up", "Up"},
	{"down", "Down"},	 {"needs", "Needs"},	    {"exited", "Taken off"},
	{"left", "Left school"}, {"policy", "New policy"},  {NULL, NULL}};
static const struct sen_column line_columns[] = {
	{.name = "on", .label = "Day", .kind = SEN_C_DATE, .help = "the day of the move"},
	{.name = "what",
	 .label = "Move",
	 .kind = SEN_C_CODE,
	 .codes = what_codes,
	 .help = "joined returned up down needs exited left policy"},
	{.name = "pupil_id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "upn",
	 .label = "UPN",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_UPN | SEN_COL_QUIET,
	 .help = "unique pupil number"},
	{.name = "pupil", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "year",
	 .label = "Year",
	 .kind = SEN_C_CODE,
	 .codes = sen_year_codes,
	 .flags = SEN_COL_QUIET,
	 .help = "year group that day"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class that day"},
	{.name = "from", .label = "From", .kind = SEN_C_TEXT, .help = "level or needs before"},
	{.name = "to", .label = "To", .kind = SEN_C_TEXT, .help = "level or needs after"},
	{.name = "why",
	 .label = "Why",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE | SEN_COL_PERSON,
	 .help = "the reason given"},
};
static const struct sen_query parts[] = {
	SEN_PART("by_level", "By level", NULL, group_columns),
	SEN_PART("by_need", "By primary need", NULL, group_columns),
	SEN_PART("by_year", "By year group", NULL, group_columns),
	SEN_PART("by_sex", "By sex", NULL, group_columns),
	SEN_PART("by_eal", "By first language", NULL, group_columns),
	SEN_PART("by_premium", "By pupil premium", NULL, group_columns),
	SEN_PART("time", "Time at each level", NULL, stay_columns),
	SEN_PART("identification", "How long it took, and how old they were", NULL, spread_columns),
	SEN_PART("children", "Who moved", NULL, line_columns),
};
const struct sen_query sen_report_movement = {.name = "report-movement",
					      .title = "Movement on the register",
					      .version = 1,
					      .columns = columns,
					      .count = SEN_COUNT(columns),
					      .parts = parts,
					      .part_count = SEN_COUNT(parts),
					      .flags = SEN_Q_PAGE};

/* ---- The period ---- */

int sen_movement_period(struct sen_store *store, sen_date *from, sen_date *until, struct sen_err *err)
{
	sen_date today = store->context.today;
	const struct sen_calendar *calendar;
	struct sen_logbook open, closed;
	struct sen_period term;
	int rc = sen_register_review_open(store, &open, &closed, err);

	*until = today + 1;
	if (rc < 0 || (rc = sen_store_calendar(store, &calendar, err)) < 0)
		return rc;
	if (closed.head.id) {
		*from = closed.closed_on + 1;
		return 0;
	}
	term = sen_term_of(calendar, today);
	*from = term.from != SEN_NO_DATE && term.from <= today
			? term.from
			: sen_date_make(sen_academic_year(today), 9, 1);
	return 0;
}

/* ---- In sentences ---- */

static void number_line(struct sen_buf *out, const char *name, const int64_t *n)
{
	sen_buf_addf(out, "%s: %lld before, %lld at the end", name, (long long)n[SEN_MV_START],
		     (long long)n[SEN_MV_END]);
}

static void moves_line(struct sen_buf *out, const int64_t *n, int64_t came_with)
{
	static const struct {
		enum sen_movement_count what;
		const char *words;
	} rows[] = {{SEN_MV_JOINED, "joined"},	       {SEN_MV_RETURNED, "came back"},
		    {SEN_MV_UP, "moved up"},	       {SEN_MV_DOWN, "moved down"},
		    {SEN_MV_NEED, "with other needs"}, {SEN_MV_EXITED, "taken off"},
		    {SEN_MV_LEFT, "left the school"}};

	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		sen_buf_addf(out, "%s%lld %s", i ? ", " : "", (long long)n[rows[i].what], rows[i].words);
		if (rows[i].what == SEN_MV_JOINED && came_with)
			sen_buf_addf(out, " (on it when they came: %lld)", (long long)came_with);
	}
	if (n[SEN_MV_POLICY])
		sen_buf_addf(out, ", %+lld by a new policy", (long long)n[SEN_MV_POLICY]);
}

const char *sen_movement_words(struct sen_arena *arena, const struct sen_movement *movement)
{
	const struct sen_movement_group *all = sen_movement_all(movement);
	struct sen_buf out = {.arena = arena};
	const char *by = "all";
	char from[16], last[16];

	sen_buf_addf(&out, "%s to %s. ", sen_date_long(movement->from, from),
		     sen_date_long(movement->until - 1, last));
	number_line(&out, "On the register", all->n);
	sen_buf_add(&out, ".\n");
	moves_line(&out, all->n, movement->came_with);
	sen_buf_add(&out, ".");
	for (size_t i = 1; i < movement->group_count; i++) {
		const struct sen_movement_group *group = &movement->groups[i];
		const int64_t *n = group->n;
		bool moved = n[SEN_MV_START] || n[SEN_MV_END] || n[SEN_MV_JOINED] || n[SEN_MV_RETURNED];

		if (!moved)
			continue;
		if (strcmp(group->by, by) != 0)
			sen_buf_addf(&out, "\nBy %s: ",
				     strcmp(group->by, "premium") == 0 ? "pupil premium"
				     : strcmp(group->by, "eal") == 0   ? "first language"
								       : group->by);
		else
			sen_buf_add(&out, "; ");
		sen_buf_addf(&out, "%s %lld to %lld", group->label, (long long)n[SEN_MV_START],
			     (long long)n[SEN_MV_END]);
		by = group->by;
	}
	return out.text;
}

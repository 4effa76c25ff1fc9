/* report meetings: its columns (R53, R55). */
#include <sen/attendance.h>
#include <sen/school.h>

#define NUMBER(n, l, f, h)                                                                        \
	{                                                                                         \
		.name = n, .label = l, .kind = SEN_C_INT, .flags = SEN_COL_RIGHT | (f), .help = h \
	}
#define CHILDREN NUMBER("children", "Children", 0, "on the register on the last day")
/* `more`: 0 on the page of all, quiet in the tables, which are to fit a sheet. */
#define REVIEWS(more)                                                                                      \
	NUMBER("reviews", "Reviews", 0, "held in the period"),                                             \
		NUMBER("parents_known", "Parents said", SEN_COL_QUIET,                                     \
		       "reviews of which the parents' part is known"),                                     \
		NUMBER("parents_came", "Parents came", 0, "reviews that a parent came to"),                \
		NUMBER("parents_views", "Sent views", more, "and those that parents only sent views to"),  \
		NUMBER("parents_share", "Parents %", 0, "came or sent views, of 100 reviews"),             \
		NUMBER("parents_came_share", "Came %", SEN_COL_QUIET, "came, of 100 reviews"),             \
		NUMBER("pupils_known", "Pupils said", SEN_COL_QUIET,                                       \
		       "reviews of which the child's part is known"),                                      \
		NUMBER("pupils_came", "Pupil came", 0, "reviews that the child came to"),                  \
		NUMBER("pupils_views", "Gave views", more, "and those that the child only gave views to"), \
		NUMBER("pupils_share", "Pupils %", 0, "came or gave views, of 100 reviews")
#define TARGETS(more)                                                      \
	NUMBER("targets", "Targets", 0, "marked in the period"),           \
		NUMBER("targets_met", "Targets met", more, "of them met"), \
		NUMBER("targets_share", "Met %", 0, "of 100 targets marked")
#define MISSING                                                                                              \
	NUMBER("wanted", "Meetings wanted", SEN_COL_QUIET, "with parents: one a child and term"),            \
		NUMBER("missing", "Terms not met", 0, "terms of a child in which the parents were not met"), \
		NUMBER("children_short", "Children not met", 0, "children with such a term")
#define COUNTS(more) CHILDREN, REVIEWS(more), TARGETS(more), MISSING

static const struct sen_column columns[] = {
	{.name = "from_on", .label = "From", .kind = SEN_C_DATE, .help = "first day of the period"},
	{.name = "last_on", .label = "To", .kind = SEN_C_DATE, .help = "its last day, included"},
	COUNTS(0),
	NUMBER("annual_reviews", "Annual reviews", 0, "of EHC plans, held in the period"),
	NUMBER("annual_parents_came", "A parent came to", 0, "annual reviews that a parent came to"),
	NUMBER("annual_came_share", "Came to those, %", 0,
	       "came, of 100 annual reviews of which it is known"),
};
static const struct sen_column group_columns[] = {
	{.name = "group", .label = "Code", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "its code"},
	{.name = "name", .label = "Group", .kind = SEN_C_TEXT, .help = "what it is called"},
	COUNTS(SEN_COL_QUIET),
};
static const struct sen_column kind_columns[] = {
	{.name = "group", .label = "Code", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "its code"},
	{.name = "name", .label = "Kind", .kind = SEN_C_TEXT, .help = "kind of review"},
	REVIEWS(SEN_COL_QUIET),
	TARGETS(SEN_COL_QUIET),
};
static const struct sen_column adult_columns[] = {
	{.name = "group",
	 .label = "Name",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET | SEN_COL_PERSON,
	 .help = "who led the reviews"},
	{.name = "name",
	 .label = "Led by",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_PERSON,
	 .help = "who led them"},
	REVIEWS(SEN_COL_QUIET),
};
static const struct sen_column ring_columns[] = {
	{.name = "pupil_id",
	 .label = "Pupil id",
	 .kind = SEN_C_ID,
	 .flags = SEN_COL_QUIET,
	 .prefix = "P",
	 .help = "the child's id"},
	{.name = "pupil", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class"},
	{.name = "year", .label = "Year", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "year group"},
	NUMBER("held", "Met", 0, "terms with a meeting"),
	NUMBER("wanted", "Of", 0, "terms so far"),
	{.name = "last_on", .label = "Last met", .kind = SEN_C_DATE, .help = "the last meeting with parents"},
	{.name = "contact_id",
	 .label = "Contact id",
	 .kind = SEN_C_ID,
	 .flags = SEN_COL_QUIET,
	 .prefix = "K",
	 .help = "the contact's id"},
	{.name = "contact",
	 .label = "Ring",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_PERSON,
	 .help = "whom to ring"},
	{.name = "relation",
	 .label = "Who is",
	 .kind = SEN_C_CODE,
	 .flags = SEN_COL_QUIET,
	 .codes = sen_relation_codes,
	 .help = "to the child"},
	{.name = "phone",
	 .label = "Telephone",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_PERSON,
	 .help = "telephone numbers"},
	{.name = "language",
	 .label = "Language",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET,
	 .help = "the language to speak in"},
	{.name = "note",
	 .label = "Note",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "why there is nobody to ring, or what to know"},
};
static const struct sen_query parts[] = {
	SEN_PART("by_year", "By year", NULL, group_columns),
	SEN_PART("by_need", "By need", NULL, group_columns),
	SEN_PART("by_premium", "By pupil premium", NULL, group_columns),
	SEN_PART("by_class", "By class", NULL, group_columns),
	SEN_PART("by_kind", "By kind of review", NULL, kind_columns),
	SEN_PART("by_adult", "By who led it", NULL, adult_columns),
	SEN_PART("ring", "Whom to ring: no meeting with parents in a term", NULL, ring_columns),
};
const struct sen_query sen_report_meetings = {.name = "report-meetings",
					      .title = "Parents and pupils at reviews",
					      .version = 1,
					      .columns = columns,
					      .count = SEN_COUNT(columns),
					      .parts = parts,
					      .part_count = SEN_COUNT(parts),
					      .flags = SEN_Q_PAGE};

/* report complaints: its columns (R73). */
#include <sen/dispute.h>

#define NUMBER(n, l, f, h)                                                                        \
	{                                                                                         \
		.name = n, .label = l, .kind = SEN_C_INT, .flags = SEN_COL_RIGHT | (f), .help = h \
	}
#define COUNTS                                                                                     \
	NUMBER("complaints", "Complaints", 0, "raised in the period"),                             \
		NUMBER("open", "Open", 0, "of them not settled"),                                  \
		NUMBER("settled", "Settled", 0, "of them settled"),                                \
		NUMBER("formal", "Formal", 0, "of them formal"),                                   \
		NUMBER("serious", "Serious", 0, "of them serious"),                                \
		NUMBER("median_days", "Median days", 0, "from the day raised to the day settled"), \
		NUMBER("longest_days", "Longest", 0, "the longest of those")

static const struct sen_column columns[] = {
	{.name = "from_on", .label = "From", .kind = SEN_C_DATE, .help = "first day of the period"},
	{.name = "last_on", .label = "To", .kind = SEN_C_DATE, .help = "its last day, included"},
	COUNTS,
	NUMBER("promised", "Answers promised", 0, "with a day to be answered by, at the stage they are at"),
	NUMBER("in_time", "Answered in time", 0, "of those, answered by that day"),
	NUMBER("to_tell", "For the authority", 0, "where the policy wants the local authority contacted"),
	NUMBER("told", "It was told", 0, "of those, it was"),
};
static const struct sen_column group_columns[] = {
	{.name = "group", .label = "Code", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "its code"},
	{.name = "name", .label = "Group", .kind = SEN_C_TEXT, .help = "what it is called"},
	COUNTS,
};
static const struct sen_query parts[] = {
	{.name = "by_stage",
	 .title = "By the stage they came to",
	 .columns = group_columns,
	 .count = SEN_COUNT(group_columns)},
	{.name = "by_about",
	 .title = "By whom they are about",
	 .columns = group_columns,
	 .count = SEN_COUNT(group_columns)},
};
const struct sen_query sen_report_complaints = {.name = "report-complaints",
						.title = "Complaints about SEND provision",
						.version = 1,
						.columns = columns,
						.count = SEN_COUNT(columns),
						.parts = parts,
						.part_count = SEN_COUNT(parts),
						.flags = SEN_Q_PAGE};

/* The columns of `policy list` and `policy show`. */
#include <sen/policy.h>

static const struct sen_column list_columns[] = {
	{.name = "name", .label = "Policy", .kind = SEN_C_TEXT, .help = "its name"},
	{.name = "title", .label = "Title", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, .help = "its title"},
	{.name = "source", .label = "Kept in", .kind = SEN_C_TEXT, .help = "sendctl, or the records file"},
	{.name = "in_force", .label = "In force", .kind = SEN_C_BOOL, .help = "today"},
	{.name = "from_on", .label = "From", .kind = SEN_C_DATE, .help = "first day"},
	{.name = "until_on", .label = "Until", .kind = SEN_C_DATE, .help = "the first day after"},
	{.name = "school_id",
	 .label = "School",
	 .kind = SEN_C_ID,
	 .flags = SEN_COL_QUIET,
	 .prefix = "SC",
	 .help = "whose it is"},
};
const struct sen_query sen_policy_list = {.name = "policy-list",
					  .title = "Policies",
					  .version = 1,
					  .columns = list_columns,
					  .count = SEN_COUNT(list_columns)};

static const struct sen_column show_columns[] = {
	{.name = "section",
	 .label = "Section",
	 .kind = SEN_C_TEXT,
	 .help = "level, concern-step, cadence, word and so on"},
	{.name = "code", .label = "Code", .kind = SEN_C_TEXT, .help = "its key"},
	{.name = "name",
	 .label = "Name",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "in the policy's words"},
	{.name = "value", .label = "Value", .kind = SEN_C_TEXT, .help = "a word, a number or how long"},
	{.name = "census", .label = "Census", .kind = SEN_C_TEXT, .help = "of a level"},
	{.name = "on_register", .label = "Register", .kind = SEN_C_TEXT, .help = "of a level: yes, no, may"},
	{.name = "basis", .label = "Basis", .kind = SEN_C_TEXT, .help = "policy, law or judgement"},
	{.name = "cite", .label = "From", .kind = SEN_C_TEXT, .help = "section of the policy, or the law"},
	{.name = "note",
	 .label = "Note",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "who, how strongly, when, and what else"},
};
const struct sen_query sen_policy_show = {.name = "policy-show",
					  .title = "Policy",
					  .version = 1,
					  .columns = show_columns,
					  .count = SEN_COUNT(show_columns)};

/* Rules of the law looked up, and in words for `law list`, `law show` and explanations. */
#include <sen/law.h>
#include <sen/text.h>

#include <string.h>

static const char *const units[] = {"day", "week", "month", "school day", "working day"};

static const char *start_name(const struct sen_law *law, const char *from)
{
	if (strncmp(from, "rule:", 5) == 0)
		return sen_law_rule(law, from + 5, SEN_NO_DATE)->name;
	return sen_law_event_name(law, from);
}

static const char *month_name(int month)
{
	static const char *const names[] = {"January",	 "February", "March",	 "April",
					    "May",	 "June",     "July",	 "August",
					    "September", "October",  "November", "December"};

	return names[month - 1];
}

static void add_limit(struct sen_buf *buf, const struct sen_law *law, const struct sen_law_rule *rule,
		      const struct sen_clock_limit *limit)
{
	static const char *const ways[] = {"after", "beginning with the day", "before"};
	bool other = strncmp(limit->from, "rule:", 5) == 0;
	const char *from = start_name(law, limit->from);

	if (limit->kind == SEN_CLOCK_DAY_OF_YEAR) {
		sen_buf_addf(buf, "%s %d %s of the year in which %s",
			     rule->bound == SEN_CLOCK_STRICTLY ? "before" : "by", limit->day,
			     month_name(limit->month), start_name(law, limit->from));
		return;
	}
	sen_buf_addf(buf, "%d %s%s %s ", limit->n, units[limit->kind], limit->n == 1 ? "" : "s",
		     ways[limit->counted]);
	/* "beginning with the day" "the day of the hearing" */
	if (limit->counted == SEN_CLOCK_BEGINNING && sen_text_starts(from, "the day "))
		from += strlen("the day ");
	sen_buf_addf(buf, other ? "the last day to %s" : "%s", from);
}

const char *sen_law_words(struct sen_arena *arena, const struct sen_law *law, const struct sen_law_rule *rule)
{
	struct sen_buf buf = {.arena = arena};

	if (rule->limit_count > 1)
		sen_buf_add(&buf, rule->pick == SEN_CLOCK_LATEST ? "the later of " : "the earlier of ");
	if (rule->bound == SEN_CLOCK_NOT_BEFORE)
		sen_buf_add(&buf, "not before ");
	for (size_t i = 0; i < rule->limit_count; i++) {
		if (i)
			sen_buf_add(&buf, " and ");
		add_limit(&buf, law, rule, &rule->limits[i]);
	}
	return buf.text;
}

/* ---- Looking up ---- */

const struct sen_law_rule *sen_law_rule(const struct sen_law *law, const char *code, sen_date start)
{
	const struct sen_law_rule *newest = NULL;

	for (size_t i = 0; i < law->rule_count; i++) {
		const struct sen_law_rule *rule = &law->rules[i];

		if (strcmp(rule->code, code) != 0)
			continue;
		newest = rule;
		if (start != SEN_NO_DATE && start >= rule->in_force_from &&
		    (rule->in_force_until == SEN_NO_DATE || start < rule->in_force_until))
			return rule;
	}
	return start == SEN_NO_DATE ? newest : NULL;
}

bool sen_law_judged(const struct sen_law_rule *rule)
{
	return rule->advice || strcmp(rule->confidence, "judgement") == 0;
}

const char *sen_law_owner(const struct sen_law_rule *rule)
{
	static const struct sen_code_row words[] = {
		{"authority", "local authority"},   {"school", "school"},     {"parent", "parents"},
		{"mediation", "mediation adviser"}, {"tribunal", "tribunal"}, {NULL, NULL}};

	return sen_code_label(words, rule->owner);
}

const char *sen_law_cite(struct sen_arena *arena, const char *cite, const char *confidence)
{
	bool checked = !confidence || strcmp(confidence, "seen") == 0;

	return checked ? cite : sen_format(arena, "%s, not checked against the text", cite);
}

const struct sen_law_exception *sen_law_exception(const struct sen_law *law, const char *code)
{
	for (size_t i = 0; i < law->exception_count; i++)
		if (strcmp(law->exceptions[i].code, code) == 0)
			return &law->exceptions[i];
	return NULL;
}

const char *sen_law_event_name(const struct sen_law *law, const char *code)
{
	for (size_t i = 0; i < law->event_count; i++)
		if (strcmp(law->events[i].code, code) == 0)
			return law->events[i].name;
	return NULL;
}

/* ---- Answers ---- */

#define TEXT(key, title, flag, about)                                                         \
	{                                                                                     \
		.name = key, .label = title, .kind = SEN_C_TEXT, .flags = flag, .help = about \
	}
#define RULE_COLUMNS                                                                                \
	TEXT("rule", "Rule", 0, "stable key of the rule"),                                          \
		TEXT("section", "Part", 0,                                                          \
		     "request, review, transfer, reassessment, moving, disagreement, school"),      \
		TEXT("name", "What", SEN_COL_WIDE, "what is to be done"),                           \
		TEXT("limit", "When", SEN_COL_WIDE, "how long, and from what"),                     \
		TEXT("owner", "Who", 0, "authority, school, parent, mediation or tribunal"),        \
		TEXT("cite", "From", SEN_COL_WIDE, "the law it comes from"),                        \
		TEXT("confidence", "Sure", 0,                                                       \
		     "seen in the text of the law, in a secondary source, general knowledge, or a " \
		     "judgement")
/* cmd/law.c fills the cells in this order. */
#define MORE_COLUMNS                                                                                    \
	TEXT("starts", "Starts with", SEN_COL_QUIET, "the events its clock can start with"),            \
		TEXT("met", "Met by", SEN_COL_QUIET, "the event that meets it"),                        \
		{.name = "in_force_from",                                                               \
		 .label = "In force",                                                                   \
		 .kind = SEN_C_DATE,                                                                    \
		 .flags = SEN_COL_QUIET,                                                                \
		 .help = "first day"},                                                                  \
	{                                                                                               \
		.name = "in_force_until", .label = "Until", .kind = SEN_C_DATE, .flags = SEN_COL_QUIET, \
		.help = "the first day after"                                                           \
	}

static const struct sen_column list_columns[] = {
	RULE_COLUMNS, MORE_COLUMNS, TEXT("note", "Note", SEN_COL_QUIET, "what else is to be known"),
	TEXT("extra", "And", SEN_COL_QUIET, "of a list: what it asks, or stands for")};
const struct sen_query sen_law_list = {.name = "law-list",
				       .title = "The law's clock",
				       .version = 1,
				       .columns = list_columns,
				       .count = SEN_COUNT(list_columns)};

static const struct sen_column show_columns[] = {
	RULE_COLUMNS,
	MORE_COLUMNS,
	TEXT("exceptions", "Excused when", SEN_COL_WIDE, "what excuses lateness; it moves no date"),
	TEXT("note", "Note", SEN_COL_WIDE, "what else is to be known"),
	{.name = "starts_on", .label = "Counted from", .kind = SEN_C_DATE, .help = "the day given"},
	{.name = "due_on", .label = "Day", .kind = SEN_C_DATE, .help = "the day it comes to"},
	TEXT("how", "How", SEN_COL_WIDE, "how the day was reached"),
	TEXT("extra", "And", SEN_COL_WIDE, "of a list: what it asks, or stands for"),
};
const struct sen_query sen_law_show = {.name = "law-show",
				       .title = "A rule of the law",
				       .version = 1,
				       .flags = SEN_Q_PAGE,
				       .columns = show_columns,
				       .count = SEN_COUNT(show_columns)};

const struct sen_law_item *sen_law_list_of(const struct sen_law *law, const char *list, size_t *count)
{
	const struct sen_law_item *first = NULL;

	*count = 0;
	for (size_t i = 0; i < law->item_count; i++) {
		if (strcmp(law->items[i].list, list) != 0)
			continue;
		if (!first)
			first = &law->items[i];
		++*count;
	}
	return first;
}

const struct sen_law_item *sen_law_item(const struct sen_law *law, const char *list, const char *code)
{
	size_t count;
	const struct sen_law_item *items = sen_law_list_of(law, list, &count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(items[i].code, code) == 0)
			return &items[i];
	return NULL;
}

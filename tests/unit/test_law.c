/* The law's clock against tests/clock/cases.csv, which an independent program made
 * (tests/clock/cases.py); and the lint of law.json. */
#include "unit/words.h"

#include <sen/law.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASES "tests/clock/cases.csv"
enum { RULES_MAX = 100 };

static const struct sen_law *law;
static const struct sen_calendar *calendar;

/* As in cases.py. */
static void lay_out_year(void)
{
	static const struct {
		enum sen_span_kind kind;
		const char *from, *until;
	} rows[] = {
		{SEN_SPAN_TERM, "2026-09-02", "2026-12-19"},
		{SEN_SPAN_INSET, "2026-09-02", "2026-09-03"},
		{SEN_SPAN_HALF_TERM_BREAK, "2026-10-26", "2026-10-31"},
		{SEN_SPAN_INSET, "2026-11-27", "2026-11-28"},
		{SEN_SPAN_TERM, "2027-01-04", "2027-03-26"},
		{SEN_SPAN_HALF_TERM_BREAK, "2027-02-15", "2027-02-20"},
		{SEN_SPAN_TERM, "2027-04-12", "2027-07-22"},
		{SEN_SPAN_HALF_TERM_BREAK, "2027-05-31", "2027-06-05"},
	};
	static struct sen_span spans[SEN_COUNT(rows)];
	static const struct sen_calendar laid = {.spans = spans, .count = SEN_COUNT(rows)};

	for (size_t i = 0; i < SEN_COUNT(rows); i++)
		spans[i] = (struct sen_span){.kind = rows[i].kind,
					     .from = sen_date_iso(rows[i].from),
					     .until = sen_date_iso(rows[i].until),
					     .name = "term"};
	calendar = &laid;
}

static void begin(void)
{
	records_folder_setup();
	sen_err_clear(&records_err);
	lay_out_year();
	ok(sen_law_shipped(records_arena, &law, &records_err));
}

/* ---- The cases ---- */

static sen_date day_or_none(const char *text)
{
	sen_date day = *text ? sen_date_iso(text) : SEN_NO_DATE;

	ck_assert_msg(!*text || day != SEN_NO_DATE, "no date: %s", text);
	return day;
}

static size_t read_events(char *text, struct sen_clock_event *events)
{
	size_t count = 0;

	for (char *word = text, *next; word; word = next) {
		char *sign = strchr(word, '=');

		next = strchr(word, ' ');
		if (next)
			*next++ = '\0';
		*sign = '\0';
		ck_assert_msg(sen_law_event_name(law, word) != NULL, "no event '%s'", word);
		events[count++] = (struct sen_clock_event){word, day_or_none(sign + 1)};
	}
	return count;
}

static void due_case(char **fields, int line)
{
	struct sen_clock_event events[8];
	struct sen_clock_facts facts = {.events = events, .calendar = calendar};
	struct sen_clock clock;
	char got[11];
	sen_date want = day_or_none(fields[3]);
	bool known;

	facts.count = read_events(fields[2], events);
	known = sen_clock(records_arena, law, fields[1], &facts, &clock);
	ck_assert_msg(known == (want != SEN_NO_DATE), CASES ":%d: %s", line, fields[1]);
	ck_assert_msg(clock.due_on == want, CASES ":%d: %s: got %s, not %s", line, fields[1],
		      sen_date_text(clock.due_on, got), fields[3]);
	ck_assert(!known || (clock.how && clock.starts_on != SEN_NO_DATE));
}

static void state_case(char **fields, int line)
{
	enum sen_clock_state state = sen_clock_state(day_or_none(fields[1]), day_or_none(fields[2]),
						     day_or_none(fields[3]), fields[4][0] == '1');

	ck_assert_msg(strcmp(sen_clock_state_word(state), fields[5]) == 0, CASES ":%d: %s, not %s", line,
		      sen_clock_state_word(state), fields[5]);
}

static void excuse_case(char **fields, int line)
{
	struct sen_closure closure = {day_or_none(fields[2]), day_or_none(fields[3])};
	const struct sen_law_exception *exception = sen_law_exception(law, fields[1]);
	bool excused = sen_clock_excuses(exception, &closure, day_or_none(fields[4]));

	ck_assert_msg(excused == (strcmp(fields[5], "yes") == 0), CASES ":%d: asked %s", line, fields[4]);
}

START_TEST(test_cases)
{
	FILE *file = fopen(CASES, "re");
	char text[512], *fields[6];
	int line = 0;

	ck_assert_msg(file != NULL, "run the tests from the repository: no " CASES);
	while (fgets(text, sizeof(text), file)) {
		size_t count = words_split(text, fields, SEN_COUNT(fields));

		line++;
		if (strcmp(fields[0], "due") == 0 && count == 4)
			due_case(fields, line);
		else if (strcmp(fields[0], "state") == 0 && count == 6)
			state_case(fields, line);
		else if (strcmp(fields[0], "excuse") == 0 && count == 6)
			excuse_case(fields, line);
		else
			ck_abort_msg(CASES ":%d: not a case", line);
	}
	fclose(file);
	ck_assert_int_gt(line, 900);
}
END_TEST

/* ---- The lint: a source, a mark of confidence and a test for every rule ---- */

START_TEST(test_every_rule_is_tested)
{
	bool tested[RULES_MAX] = {false};
	FILE *file = fopen(CASES, "re");
	char text[512], *fields[6];

	ck_assert_msg(file != NULL, "run the tests from the repository: no " CASES);
	ck_assert_uint_le(law->rule_count, RULES_MAX);
	while (fgets(text, sizeof(text), file)) {
		words_split(text, fields, SEN_COUNT(fields));
		for (size_t i = 0; i < law->rule_count; i++)
			tested[i] |= strcmp(fields[0], "due") == 0 && fields[3][0] &&
				     strcmp(law->rules[i].code, fields[1]) == 0;
	}
	fclose(file);
	for (size_t i = 0; i < law->rule_count; i++)
		ck_assert_msg(tested[i], "law.json: no case for %s", law->rules[i].code);
}
END_TEST

START_TEST(test_every_rule_has_its_source)
{
	for (size_t i = 0; i < law->rule_count; i++) {
		const struct sen_law_rule *rule = &law->rules[i];

		ck_assert_msg(strstr(rule->cite, "reg ") || strstr(rule->cite, "s.") ||
				      strstr(rule->cite, "r.") || strncmp(rule->cite, "Code ", 5) == 0 ||
				      strncmp(rule->cite, "SI ", 3) == 0,
			      "%s: cite '%s' names no provision", rule->code, rule->cite);
		ck_assert_msg(strcmp(rule->confidence, "judgement") != 0 || rule->advice,
			      "%s: what rests on judgement is advice", rule->code);
		ck_assert_int_ge(rule->in_force_from, sen_date_make(2005, 1, 1));
	}
}
END_TEST

/* ---- Versions, words, faults ---- */

static const char head[] = "{\"format\":1,\"events\":[{\"code\":\"a\",\"name\":\"it began\"},"
			   "{\"code\":\"b\",\"name\":\"it was done\"}],\"exceptions\":[],\"rules\":[";

static int parse(const char *rules, const struct sen_law **out)
{
	const char *text = sen_format(records_arena, "%s%s]}", head, rules);

	sen_err_clear(&records_err);
	return sen_law_parse(records_arena, text, strlen(text), out, &records_err);
}

#define RULE(code, limits, more)                                                                          \
	"{\"code\":\"" code "\",\"section\":\"s\",\"name\":\"do it\",\"owner\":\"school\",\"met\":\"b\"," \
	"\"limits\":[" limits "],\"cite\":\"reg 1\",\"confidence\":\"seen\"" more "}"
#define WEEK(from) "{\"from\":\"" from "\",\"kind\":\"weeks\",\"n\":1}"
#define SINCE(day) ",\"in_force_from\":\"" day "\""
#define TO(day) ",\"in_force_until\":\"" day "\""

START_TEST(test_version_by_the_start)
{
	const struct sen_law *own;
	struct sen_clock_event event = {"a", SEN_NO_DATE};
	struct sen_clock_facts facts = {.events = &event, .count = 1};
	struct sen_clock clock;

	ok(parse(RULE("x", WEEK("a"), SINCE("2014-09-01") TO("2027-01-01")) "," RULE(
			 "x", "{\"from\":\"a\",\"kind\":\"days\",\"n\":3,\"counted\":\"beginning\"}",
			 SINCE("2027-01-01")),
		 &own));
	event.on = sen_date_make(2026, 12, 31);
	ck_assert(sen_clock(records_arena, own, "x", &facts, &clock));
	ck_assert_int_eq(clock.due_on, sen_date_make(2027, 1, 7));
	ck_assert_str_eq(clock.how, "1 week after it began: Thu 31 Dec 2026");
	event.on = sen_date_make(2027, 1, 1);
	ck_assert(sen_clock(records_arena, own, "x", &facts, &clock));
	ck_assert_int_eq(clock.due_on, sen_date_make(2027, 1, 3));
	ck_assert_str_eq(clock.how, "3 days beginning with the day it began: Fri 1 Jan 2027");
	event.on = sen_date_make(2014, 8, 31);
	ck_assert(!sen_clock(records_arena, own, "x", &facts, &clock));
	ck_assert(!sen_clock(records_arena, own, "y", &facts, &clock));
	ck_assert_int_eq(clock.due_on, SEN_NO_DATE);
}
END_TEST

static const struct {
	const char *rules, *says;
} faults[] = {
	{RULE("x", WEEK("c"), SINCE("2014-09-01")), "x: from: names no event and no rule"},
	{RULE("x", WEEK("rule:y"), SINCE("2014-09-01")), "x: from: names no event and no rule"},
	{RULE("x", WEEK("rule:x"), SINCE("2014-09-01")), "x: from: goes round in a circle"},
	{RULE("x", "", SINCE("2014-09-01")), "x: limits: is empty"},
	{RULE("x", WEEK("a") "," WEEK("a"), SINCE("2014-09-01")), "x: pick: goes with several limits"},
	{RULE("x", WEEK("a"), SINCE("2014-09-01") ",\"pick\":\"latest\""),
	 "x: pick: goes with several limits"},
	{RULE("x", WEEK("a"), SINCE("1 Sep")), "x: in_force_from: is not a date"},
	{RULE("x", WEEK("a"), ""), "x: in_force_from: is missing"},
	{RULE("x", WEEK("a"), SINCE("2014-09-01") ",\"exceptions\":[\"z\"]"), "x: exceptions: names one"},
	{RULE("x", WEEK("a"), SINCE("2014-09-01") ",\"bound\":\"on\""), "x: bound: is none of the words"},
	{RULE("x", WEEK("a"), SINCE("2014-09-01") ",\"note\":1"), "x: note: is not a text"},
	{RULE("x", "{\"from\":\"a\",\"kind\":\"weeks\",\"n\":0}", SINCE("2014-09-01")),
	 "x: n: is not a whole"},
	{RULE("x", "{\"from\":\"a\",\"kind\":\"weeks\"}", SINCE("2014-09-01")), "x: n: is not a whole"},
	{RULE("x", "{\"from\":\"a\",\"kind\":\"day-of-year\",\"day\":\"02-30\"}", SINCE("2014-09-01")),
	 "x: day: is not a day of every year"},
	{RULE("x", "{\"from\":\"a\",\"kind\":\"school-days\",\"n\":2,\"counted\":\"before\"}",
	      SINCE("2014-09-01")),
	 "x: counted: is not counted back"},
	{RULE("x", WEEK("a"), SINCE("2014-09-01")) "," RULE("x", WEEK("a"), SINCE("2020-09-01")),
	 "x: in_force_from: is not where the version before ends"},
	{"{}", "code: is missing"},
	{"1 2", "law.json"},
};

START_TEST(test_faults)
{
	const struct sen_law *own;

	ck_assert_int_lt(parse(faults[_i].rules, &own), 0);
	ck_assert_msg(strstr(records_err.msg, faults[_i].says) != NULL, "%s", records_err.msg);
}
END_TEST

/* Ways of counting that no rule uses yet. */
START_TEST(test_count)
{
	struct sen_clock_limit limit = {
		.kind = SEN_CLOCK_SCHOOL_DAYS, .n = 2, .counted = SEN_CLOCK_BEGINNING, .month = 2, .day = 30};
	sen_date monday = sen_date_make(2026, 11, 23);

	ck_assert_int_eq(sen_clock_count(&limit, SEN_CLOCK_BY, monday, calendar), monday + 1);
	ck_assert_int_eq(sen_clock_count(&limit, SEN_CLOCK_BY, monday + 1, calendar), monday + 2);
	limit.kind = SEN_CLOCK_WORKING_DAYS;
	ck_assert_int_eq(sen_clock_count(&limit, SEN_CLOCK_BY, monday, NULL), monday + 1);
	{
		/* A bank holiday proclaimed since; that the school is shut makes no difference. */
		const struct sen_span spans[] = {
			{.kind = SEN_SPAN_BANK_HOLIDAY, .from = monday + 1, .until = monday + 2},
			{.kind = SEN_SPAN_CLOSED, .from = monday + 2, .until = monday + 3}};
		const struct sen_calendar proclaimed = {.spans = spans, .count = SEN_COUNT(spans)};

		ck_assert_int_eq(sen_clock_count(&limit, SEN_CLOCK_BY, monday, &proclaimed), monday + 2);
		ck_assert(!sen_school_day(&proclaimed, monday + 1));
	}
	limit.kind = SEN_CLOCK_MONTHS;
	limit.counted = SEN_CLOCK_BACK;
	ck_assert_int_eq(sen_clock_count(&limit, SEN_CLOCK_BY, sen_date_make(2026, 4, 30), NULL),
			 sen_date_make(2026, 2, 28));
	limit.kind = SEN_CLOCK_DAY_OF_YEAR;
	ck_assert_int_eq(sen_clock_count(&limit, SEN_CLOCK_STRICTLY, monday, NULL), SEN_NO_DATE);
}
END_TEST

/* The school's calendar says when it was shut. */
START_TEST(test_closure)
{
	struct sen_closure shut = sen_clock_closure(calendar, sen_date_make(2026, 12, 25));

	ck_assert_int_eq(shut.from, sen_date_make(2026, 12, 19));
	ck_assert_int_eq(shut.reopens, sen_date_make(2027, 1, 4));
	shut = sen_clock_closure(calendar, sen_date_make(2026, 12, 18));
	ck_assert_int_eq(shut.from, sen_date_make(2026, 12, 19));
	ck_assert_int_eq(shut.reopens, sen_date_make(2027, 1, 4));
	shut = sen_clock_closure(calendar, sen_date_make(2026, 9, 15));
	ck_assert_int_eq(shut.reopens - shut.from, 0);
}
END_TEST

Suite *suite_law(void)
{
	Suite *suite = suite_create("law");
	TCase *tc = tcase_create("law");

	tcase_add_checked_fixture(tc, begin, records_teardown);
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, test_cases);
	tcase_add_test(tc, test_every_rule_is_tested);
	tcase_add_test(tc, test_every_rule_has_its_source);
	tcase_add_test(tc, test_version_by_the_start);
	tcase_add_loop_test(tc, test_faults, 0, (int)SEN_COUNT(faults));
	tcase_add_test(tc, test_count);
	tcase_add_test(tc, test_closure);
	suite_add_tcase(suite, tc);
	return suite;
}

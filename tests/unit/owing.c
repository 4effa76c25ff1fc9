/* A policy for ever, the year's usual dates, a child: for the owed rules. */
#include "unit/owing.h"

struct sen_policy_set owing_set;
struct sen_calendar owing_calendar;

sen_date owing_day(const char *text)
{
	return text ? sen_date_iso(text) : SEN_NO_DATE;
}

void owing_with_policy(const char *name)
{
	static const int64_t school = 1;
	static const struct sen_policy *items[1];
	struct sen_policy *policy;
	struct sen_fault *faults;
	struct sen_span *spans;
	size_t count;

	ok(sen_policy_load(records_arena, name, &policy, &faults, &count, &records_err));
	policy->from = owing_day("2020-01-01");
	items[0] = policy;
	owing_set = (struct sen_policy_set){.items = items, .schools = &school, .count = 1};
	owing_calendar.count = sen_usual_year(records_arena, 2026, &spans);
	owing_calendar.spans = spans;
}

struct sen_facts owing_child(void)
{
	return (struct sen_facts){.school_id = 1,
				  .pupil_id = 12,
				  .dob = owing_day("2018-03-04"),
				  .admitted_on = SEN_NO_DATE,
				  .left_on = SEN_NO_DATE,
				  .died_on = SEN_NO_DATE,
				  .adopted_on = owing_day("2026-11-22")};
}

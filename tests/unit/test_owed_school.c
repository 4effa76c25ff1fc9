/* What the school itself owes: the register reviewed each term, what it logs, what
 * it plans (R54, R77). */
#include "unit/owing_told.h"

#include <stdio.h>
#include <string.h>

/* Entries "KIND HELD CLOSED PLANNED", "-" for a day that is not there. */
static const struct {
	const char *policy, *adopted, *entries, *rule, *want;
} rows[] = {
	{"waves", "2026-11-22", NULL, "register-review", "2026-12-18"},
	{"stages", "2026-11-22", NULL, "register-review", "2026-12-18"},
	/* Too late in the term to begin with. */
	{"waves", "2026-12-10", NULL, "register-review", "2027-03-25"},
	{"waves", "2026-11-22", "register-review 2026-12-01 2026-12-04 -", "register-review",
	 "2026-12-18=2026-12-04 2027-03-25"},
	/* Open is not done; late; before the file was begun. */
	{"waves", "2026-11-22", "register-review 2026-12-01 - -", "register-review", "2026-12-18"},
	{"waves", "2026-11-22", "register-review 2026-12-17 2027-01-08 -", "register-review",
	 "2026-12-18=2027-01-08 2027-03-25"},
	{"waves", "2026-11-22", "register-review 2026-11-01 2026-11-10 -", "register-review", "2027-03-25"},
	/* Asked for once it is logged here. */
	{"waves", "2026-11-22", NULL, "school-practice", ""},
	{"waves", "2026-11-22", "practice 2026-12-02 - -", "school-practice",
	 "2026-12-18=2026-12-02 2027-03-25"},
	{"waves", "2026-11-22", "practice 2026-12-02 - -", "school-policy", ""},
	{"trust", "2026-11-22", "accessibility 2026-12-02 - -", "school-accessibility",
	 "2029-11-22=2026-12-02 2029-12-02"},
	{"waves", "2026-11-22", "practice - - 2026-12-02", "logbook", "2026-12-02"},
	{"waves", "2026-11-22", "practice 2026-12-03 - 2026-12-02", "logbook", "2026-12-02=2026-12-03"},
	{"waves", "2026-11-22", "tea - - 2026-12-02", "logbook", "2026-12-02"},
};

static sen_date day_of(const char **text)
{
	char word[32];
	int used = 0;

	ck_assert_int_eq(sscanf(*text, "%31s%n", word, &used), 1);
	*text += used;
	return strcmp(word, "-") == 0 ? SEN_NO_DATE : owing_day(word);
}

START_TEST(test_school)
{
	struct sen_owed all = {.arena = records_arena};
	struct sen_buf out = {.arena = records_arena};
	struct sen_school_facts school = {.school_id = 1, .adopted_on = owing_day(rows[_i].adopted)};
	struct sen_logbook entry;
	char text[11], kind[32];

	owing_with_policy(rows[_i].policy);
	if (rows[_i].entries) {
		const char *rest = strchr(rows[_i].entries, ' ');

		sen_record_blank(&sen_logbook_record, &entry);
		snprintf(kind, sizeof(kind), "%.*s", (int)(rest - rows[_i].entries), rows[_i].entries);
		entry.head.id = 1;
		entry.kind = kind;
		entry.held_on = day_of(&rest);
		entry.closed_on = day_of(&rest);
		entry.planned_on = day_of(&rest);
		school.logbook = &entry;
		school.logbook_count = 1;
	}
	sen_owed_school(&school, &owing_set, &owing_calendar, &all);
	for (size_t i = 0; i < all.count; i++) {
		if (strcmp(all.items[i].rule, rows[_i].rule) != 0)
			continue;
		ck_assert((all.items[i].basis == SEN_BASIS_JUDGEMENT) == (all.items[i].cite == NULL));
		ck_assert_ptr_nonnull(all.items[i].owner);
		sen_buf_addf(&out, "%s%s", out.len ? " " : "", sen_date_text(all.items[i].due_on, text));
		if (all.items[i].met_on != SEN_NO_DATE)
			sen_buf_addf(&out, "=%s", sen_date_text(all.items[i].met_on, text));
	}
	ck_assert_str_eq(out.len ? out.text : "", rows[_i].want);
}
END_TEST

Suite *suite_owed_school(void)
{
	Suite *suite = suite_create("owed-school");
	TCase *tc = tcase_create("rules");

	tcase_add_checked_fixture(tc, records_folder_setup, records_teardown);
	tcase_add_loop_test(tc, test_school, 0, SEN_COUNT(rows));
	suite_add_tcase(suite, tc);
	return suite;
}

/* What monitoring, consent, referrals, actions and leaving the register owe. */
#include "unit/owing.h"

#include <string.h>

static struct sen_facts facts;
static struct sen_register_entry entries[4];
static struct sen_review reviews[4];
static struct sen_consent consents[4];

static void with_policy(const char *name)
{
	owing_with_policy(name);
	facts = owing_child();
	facts.register_entries = entries;
	facts.reviews = reviews;
	facts.consents = consents;
}

static void stands(const char *level, const char *kind, const char *from, const char *until)
{
	struct sen_register_entry *entry = &entries[facts.register_count++];

	sen_record_blank(&sen_register_record, entry);
	entry->head.id = (int64_t)facts.register_count;
	entry->level = level;
	entry->kind = kind;
	entry->census = strcmp(kind, "register") == 0 ? "K" : "N";
	entry->from_on = owing_day(from);
	entry->until_on = owing_day(until);
}

static void checked(const char *kind, const char *planned, const char *held)
{
	struct sen_review *review = &reviews[facts.review_count++];

	sen_record_blank(&sen_review_record, review);
	review->head.id = (int64_t)facts.review_count;
	review->kind = kind;
	review->planned_on = owing_day(planned);
	review->held_on = owing_day(held);
}

static void agreed(const char *purpose, const char *from, const char *expires, const char *withdrawn)
{
	struct sen_consent *consent = &consents[facts.consent_count++];

	sen_record_blank(&sen_consent_record, consent);
	consent->head.id = (int64_t)facts.consent_count;
	consent->purpose = purpose;
	consent->from_on = owing_day(from);
	consent->expires_on = owing_day(expires);
	consent->withdrawn_on = owing_day(withdrawn);
}

/* "2026-12-18; 2027-02-12 met 2027-02-01": every deadline of the rule, by date. */
static const char *dues(const char *rule)
{
	struct sen_owed all = {.arena = records_arena};
	struct sen_buf out = {.arena = records_arena};
	sen_date last = INT32_MIN;
	char text[11];

	sen_owed(&facts, &owing_set, NULL, &owing_calendar, &all);
	for (;;) {
		const struct sen_deadline *next = NULL;

		for (size_t i = 0; i < all.count; i++)
			if (strcmp(all.items[i].rule, rule) == 0 && all.items[i].due_on > last &&
			    (!next || all.items[i].due_on < next->due_on))
				next = &all.items[i];
		if (!next)
			return out.text ? out.text : "";
		last = next->due_on;
		sen_buf_addf(&out, "%s%s", out.len ? "; " : "", sen_date_text(next->due_on, text));
		if (next->met_on != SEN_NO_DATE)
			sen_buf_addf(&out, " met %s", sen_date_text(next->met_on, text));
	}
}

/* ---- Checks of a monitored child ---- */

static const struct {
	const char *policy, *level, *from, *until, *held[3], *checks, *limit;
} monitored[] = {
	{"trust", "MON", "2026-11-23", NULL, {NULL}, "2026-12-18", "2027-02-12"},
	/* In time: the next half term. At the second check the list must be left. */
	{"trust",
	 "MON",
	 "2026-11-23",
	 NULL,
	 {"2026-12-10"},
	 "2026-12-18 met 2026-12-10; 2027-02-12",
	 "2027-02-12"},
	{"trust",
	 "MON",
	 "2026-11-23",
	 NULL,
	 {"2026-12-10", "2027-01-20"},
	 "2026-12-18 met 2026-12-10; 2027-02-12 met 2027-01-20",
	 "2027-01-20"},
	/* Left at the second: met. */
	{"trust",
	 "MON",
	 "2026-11-23",
	 "2027-01-20",
	 {"2026-12-10", "2027-01-20"},
	 "2026-12-18 met 2026-12-10; 2027-02-12 met 2027-01-20",
	 "2027-01-20 met 2027-01-20"},
	/* Late: it counts for the half term it was held in too. */
	{"trust",
	 "MON",
	 "2026-11-23",
	 NULL,
	 {"2027-01-20"},
	 "2026-12-18 met 2027-01-20; 2027-03-25",
	 "2027-03-25"},
	/* In the holidays: for the half term that is over. */
	{"trust",
	 "MON",
	 "2026-11-23",
	 NULL,
	 {"2026-12-29"},
	 "2026-12-18 met 2026-12-29; 2027-02-12",
	 "2027-02-12"},
	/* Twice in one half term: once is asked for; the list allows no third. */
	{"trust",
	 "MON",
	 "2026-11-23",
	 NULL,
	 {"2026-12-01", "2026-12-10"},
	 "2026-12-18 met 2026-12-01",
	 "2026-12-10"},
	/* From before the file was begun: from that day on. */
	{"trust", "MON", "2026-09-01", NULL, {NULL}, "2026-12-18", "2027-02-12"},
	/* Six weeks' limit comes with the six weeks' check: one thing is owed. */
	{"stages", "A", "2026-11-23", NULL, {NULL}, "", "2027-01-04"},
	{"stages",
	 "A",
	 "2026-11-23",
	 "2026-12-14",
	 {"2026-12-14"},
	 "2027-01-04 met 2026-12-14",
	 "2027-01-04 met 2026-12-14"},
	/* No cadence and no number: nothing, but for what is agreed. */
	{"circle", "CON", "2026-11-23", NULL, {NULL}, "", ""},
	{"support-plan", "QFT", "2026-11-23", NULL, {NULL}, "", ""},
};

START_TEST(test_checks)
{
	with_policy(monitored[_i].policy);
	stands(monitored[_i].level, "monitored", monitored[_i].from, monitored[_i].until);
	for (int i = 0; i < 3 && monitored[_i].held[i]; i++)
		checked("monitoring", NULL, monitored[_i].held[i]);
	ck_assert_str_eq(dues("monitoring-check"), monitored[_i].checks);
	ck_assert_str_eq(dues("monitoring-limit"), monitored[_i].limit);
}
END_TEST

START_TEST(test_planned_check)
{
	with_policy("circle");
	stands("CON", "monitored", "2026-11-23", NULL);
	checked("monitoring", "2026-12-07", NULL);
	ck_assert_str_eq(dues("monitoring-check"), "2026-12-07");
	reviews[0].held_on = owing_day("2026-12-08");
	reviews[0].next_on = owing_day("2027-01-25");
	ck_assert_str_eq(dues("monitoring-check"), "2026-12-07 met 2026-12-08");
	/* The date agreed at the check is the limit. */
	ck_assert_str_eq(dues("monitoring-limit"), "2027-01-25");
	with_policy("trust");
	stands("MON", "monitored", "2026-11-23", NULL);
	checked("parents", "2026-12-07", NULL);
	ck_assert_str_eq(dues("monitoring-check"), "2026-12-18");
}
END_TEST

START_TEST(test_limit_says_both_ways)
{
	struct sen_owed all = {.arena = records_arena};

	with_policy("trust");
	stands("MON", "monitored", "2026-11-23", NULL);
	sen_owed(&facts, &owing_set, NULL, &owing_calendar, &all);
	for (size_t i = 0; i < all.count; i++) {
		if (strcmp(all.items[i].rule, "monitoring-limit") != 0)
			continue;
		ck_assert_str_eq(all.items[i].fix,
				 "sendctl pupil level P12 off --reason TEXT, or sendctl pupil "
				 "level P12 TGT --reason TEXT");
		ck_assert_int_eq(all.items[i].basis, SEN_BASIS_JUDGEMENT);
		ck_assert_ptr_null(all.items[i].cite);
	}
}
END_TEST

/* ---- Consent ---- */

static const struct {
	const char *policy, *level, *since, *from, *expires, *withdrawn, *next, *want;
} agreements[] = {
	/* Held: owed again on the day it runs out. */
	{"trust", "TGT", "2026-11-23", "2026-11-23", "2027-11-23", NULL, NULL, "2027-11-23"},
	{"trust", "TGT", "2026-11-23", "2026-11-23", "2027-11-23", NULL, "2027-11-01",
	 "2027-11-23 met 2027-11-01"},
	/* Never given: from the start of the level; an older level from the file's first day. */
	{"trust", "TGT", "2026-11-23", NULL, NULL, NULL, NULL, "2026-11-23"},
	{"trust", "TGT", "2026-09-01", NULL, NULL, NULL, NULL, "2027-11-22"},
	{"trust", "TGT", NULL, NULL, NULL, NULL, NULL, "2027-11-22"},
	/* Run out before the file was begun: owed from the first day, not late on it. */
	{"trust", "TGT", "2025-09-01", "2025-09-01", "2026-09-01", NULL, NULL, "2026-11-22"},
	{"trust", "TGT", "2026-11-23", "2026-11-23", "2027-11-23", "2027-01-11", NULL, "2027-01-11"},
	/* Not at those levels; a policy that asks for none. */
	{"trust", "MON", "2026-11-23", NULL, NULL, NULL, NULL, ""},
	{"trust", "MON", "2026-11-23", "2026-11-23", "2027-11-23", NULL, NULL, ""},
	{"stages", "C", "2026-11-23", NULL, NULL, NULL, NULL, ""},
};

START_TEST(test_agreement)
{
	bool monitoring = strcmp(agreements[_i].level, "MON") == 0;

	with_policy(agreements[_i].policy);
	stands(agreements[_i].level, monitoring ? "monitored" : "register", agreements[_i].since, NULL);
	if (agreements[_i].from)
		agreed("agreement", agreements[_i].from, agreements[_i].expires, agreements[_i].withdrawn);
	if (agreements[_i].next)
		agreed("agreement", agreements[_i].next, "2028-11-01", NULL);
	if (agreements[_i].next) /* the next one is owed in its turn */
		ck_assert_str_eq(dues("consent-expiry"), "2027-11-23 met 2027-11-01; 2028-11-01");
	else
		ck_assert_str_eq(dues("consent-expiry"), agreements[_i].want);
}
END_TEST

/* Another one just ends, unless something rests on it. */
START_TEST(test_other_consent)
{
	struct sen_timetable timetable;

	with_policy("stages");
	agreed("agency", "2026-11-23", NULL, NULL);
	ck_assert_str_eq(dues("consent-expiry"), "");
	agreed("timetable", "2026-11-23", "2027-02-01", NULL);
	ck_assert_str_eq(dues("consent-expiry"), "");
	sen_record_blank(&sen_timetable_record, &timetable);
	timetable.consent_id = 2;
	facts.timetables = &timetable;
	facts.timetable_count = 1;
	ck_assert_str_eq(dues("consent-expiry"), "2027-02-01");
	consents[1].withdrawn_on = owing_day("2027-01-11");
	ck_assert_str_eq(dues("consent-expiry"), "");
}
END_TEST

/* ---- Referrals and actions ---- */

static const struct {
	const char *sent, *chase, *accepted, *seen, *report, *closed, *want;
} referrals[] = {
	{NULL, NULL, NULL, NULL, NULL, NULL, ""},
	{NULL, "2026-12-01", NULL, NULL, NULL, NULL, "2026-12-01"},
	{"2026-11-23", NULL, NULL, NULL, NULL, NULL, "2027-01-04"},
	{"2026-11-23", "2026-12-07", NULL, NULL, NULL, NULL, "2026-12-07"},
	/* Whenever something is heard, six weeks more. */
	{"2026-11-23", "2026-12-07", "2026-12-14", NULL, NULL, NULL, "2027-01-25"},
	{"2026-11-23", NULL, "2026-12-14", "2027-01-11", NULL, NULL, "2027-02-22"},
	{"2026-11-23", NULL, "2026-12-14", "2027-01-11", "2027-02-01", NULL, "2027-02-22 met 2027-02-01"},
	{"2026-11-23", NULL, NULL, NULL, NULL, "2026-12-01", "2027-01-04 met 2026-12-01"},
	/* Sent long before the file was begun: quiet on day one. */
	{"2026-03-02", NULL, NULL, NULL, NULL, NULL, "2027-01-03"},
	{"2026-03-02", NULL, NULL, NULL, "2026-06-01", NULL, ""},
};

START_TEST(test_referral)
{
	struct sen_referral referral;

	with_policy("stages");
	sen_record_blank(&sen_referral_record, &referral);
	referral.head.id = 3;
	referral.sent_on = owing_day(referrals[_i].sent);
	referral.chase_on = owing_day(referrals[_i].chase);
	referral.accepted_on = owing_day(referrals[_i].accepted);
	referral.seen_on = owing_day(referrals[_i].seen);
	referral.report_on = owing_day(referrals[_i].report);
	referral.closed_on = owing_day(referrals[_i].closed);
	facts.referrals = &referral;
	facts.referral_count = 1;
	ck_assert_str_eq(dues("referral-chase"), referrals[_i].want);
}
END_TEST

START_TEST(test_action)
{
	struct sen_owed all = {.arena = records_arena};
	struct sen_action action;

	with_policy("stages");
	sen_record_blank(&sen_action_record, &action);
	action.head.id = 4;
	action.what = "word mat";
	action.who = "Ms Hart";
	action.set_on = owing_day("2026-11-23");
	facts.actions = &action;
	facts.action_count = 1;
	ck_assert_str_eq(dues("action"), "");
	action.due_on = owing_day("2026-12-07");
	ck_assert_str_eq(dues("action"), "2026-12-07");
	action.done_on = owing_day("2026-12-01");
	ck_assert_str_eq(dues("action"), "2026-12-07 met 2026-12-01");
	sen_owed(&facts, &owing_set, NULL, &owing_calendar, &all);
	ck_assert_str_eq(all.items[0].owner, "Ms Hart");
	ck_assert_str_eq(all.items[0].what, "word mat");
}
END_TEST

/* ---- After the register ---- */

START_TEST(test_watched)
{
	with_policy("trust");
	stands("TGT", "register", "2026-11-23", "2026-12-07");
	stands("off", "none", "2026-12-07", "2026-12-07");
	ck_assert_str_eq(dues("watched"), "2027-07-23");
	checked("progress", NULL, "2027-02-01");
	ck_assert_str_eq(dues("watched"), "2027-07-23");
	checked("progress", NULL, "2027-06-07");
	ck_assert_str_eq(dues("watched"), "2027-07-23 met 2027-06-07");
	/* Back on the register: no more. */
	stands("TGT", "register", "2027-01-11", NULL);
	ck_assert_str_eq(dues("watched"), "");
	/* From monitoring off: nothing to watch. */
	with_policy("trust");
	stands("MON", "monitored", "2026-11-23", "2026-12-07");
	stands("off", "none", "2026-12-07", "2026-12-07");
	ck_assert_str_eq(dues("watched"), "");
	/* Off before the file was begun. */
	with_policy("trust");
	stands("TGT", "register", "2026-09-01", "2026-10-05");
	stands("off", "none", "2026-10-05", "2026-10-05");
	ck_assert_str_eq(dues("watched"), "");
}
END_TEST

Suite *suite_owed_around(void)
{
	Suite *suite = suite_create("owed_around");
	TCase *tc = tcase_create("rules");

	tcase_add_checked_fixture(tc, records_folder_setup, records_teardown);
	tcase_add_loop_test(tc, test_checks, 0, SEN_COUNT(monitored));
	tcase_add_test(tc, test_planned_check);
	tcase_add_test(tc, test_limit_says_both_ways);
	tcase_add_loop_test(tc, test_agreement, 0, SEN_COUNT(agreements));
	tcase_add_test(tc, test_other_consent);
	tcase_add_loop_test(tc, test_referral, 0, SEN_COUNT(referrals));
	tcase_add_test(tc, test_action);
	tcase_add_test(tc, test_watched);
	suite_add_tcase(suite, tc);
	return suite;
}

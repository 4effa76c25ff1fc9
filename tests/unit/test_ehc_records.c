/* What the records of an EHC case refuse by themselves, where no command has looked before:
 * an import, a restore, a program of the library (R61, R67, R68). */
#include "unit/children.h"

#include <sen/ehc.h>

static int64_t zoe;

static void setup(void)
{
	records_err = (struct sen_err){0};
	children_setup();
	zoe = child("Zoe", "Nowak", "3B");
}

/* ---- Disclosures ---- */

static struct sen_disclosure *shown(void)
{
	struct sen_disclosure *one = sen_record_new(records_arena, &sen_disclosure_record);

	one->pupil_id = zoe;
	one->what = "the plan";
	one->who = "Ms Khan";
	one->ground = "ofsted";
	one->why = "inspection";
	one->given_on = day("2026-11-02");
	return one;
}

static void not_kept(struct sen_disclosure *one, const char *word)
{
	records_err = (struct sen_err){0};
	fails(sen_record_insert(children_store, &sen_disclosure_record, one, &records_err), SEN_INVALID,
	      word);
}

START_TEST(test_disclosure)
{
	struct sen_disclosure *one = shown();

	one->what = NULL;
	not_kept(one, "--what: it is missing");
	one = shown();
	one->ground = NULL;
	not_kept(one, "--ground: it is missing");
	one = shown();
	one->why = NULL;
	not_kept(one, "--why: it is missing");
	one = shown();
	one->given_on = day("2026-11-23");
	not_kept(one, "--on");
	one = shown();
	one->pupil_id = zoe + 1;
	records_err = (struct sen_err){0};
	ck_assert_int_lt(sen_record_insert(children_store, &sen_disclosure_record, one, &records_err), 0);
	records_err = (struct sen_err){0};
	ok(sen_record_insert(children_store, &sen_disclosure_record, shown(), &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM disclosure"), 1);
}
END_TEST

/* ---- Events ---- */

static int64_t a_case(void)
{
	struct sen_ehc *ehc = sen_record_new(records_arena, &sen_ehc_record);

	ehc->pupil_id = zoe;
	ehc->opened_on = day("2026-03-02");
	ehc->source = "school";
	ok(sen_record_insert(children_store, &sen_ehc_record, ehc, &records_err));
	return ehc->head.id;
}

static struct sen_milestone *event(int64_t ehc, const char *code)
{
	struct sen_milestone *one = sen_record_new(records_arena, &sen_milestone_record);

	records_err = (struct sen_err){0};
	one->pupil_id = zoe;
	one->ehc_id = ehc;
	one->event = code;
	one->happened_on = day("2026-04-13");
	return one;
}

static const char *named(struct sen_milestone *one)
{
	ok(sen_milestone_add(children_store, one, &records_err));
	return one->event_name;
}

static struct sen_milestone *excuse(int64_t ehc, const char *rule, const char *why, const char *on)
{
	struct sen_milestone *one = event(ehc, "excuse");

	one->rule = rule;
	one->result = why;
	one->happened_on = day(on);
	return one;
}

/* Named by the law, or by sendctl where the law has no such event; an excuse by what it excuses. */
START_TEST(test_names)
{
	int64_t ehc = a_case();
	struct sen_milestone *own = event(ehc, "told-section-f");

	ck_assert_ptr_nonnull(
		strstr(named(excuse(ehc, "ehc-decision", "personal", "2026-04-14")), ": decide"));
	ck_assert_ptr_null(strchr(named(excuse(ehc, "ehc-decision", "weather", "2026-04-15")), ':'));
	ck_assert_ptr_null(strchr(named(excuse(ehc, "no-rule", "personal", "2026-04-16")), ':'));
	ck_assert_ptr_null(strchr(named(excuse(ehc, "ehc-decision", NULL, "2026-04-17")), ':'));
	ck_assert_ptr_null(strchr(named(excuse(ehc, NULL, "personal", "2026-04-18")), ':'));
	ck_assert_str_eq(named(own), sen_code_label(sen_milestone_own, "told-section-f"));
	own = event(ehc, "told-section-f");
	own->happened_on = day("2026-04-19");
	own->event_name = "Section F was read out";
	ck_assert_str_eq(named(own), "Section F was read out");
	fails(sen_milestone_add(children_store, event(ehc, "no-such-event"), &records_err), SEN_INVALID,
	      "there is no event 'no-such-event'");
}
END_TEST

/* The same of the same, the same day, is kept once; what differs in anything is another. */
START_TEST(test_once)
{
	int64_t ehc = a_case();
	struct sen_milestone *one = event(ehc, "advice-asked");

	named(one);
	fails(sen_milestone_add(children_store, event(ehc, "advice-asked"), &records_err), SEN_CONFLICT,
	      "on record already");
	one = event(ehc, "advice-asked");
	one->happened_on = day("2026-04-14");
	named(one);
	named(event(ehc, "advice-sent"));
	named(excuse(ehc, "ehc-decision", "personal", "2026-04-13"));
	named(excuse(ehc, "ehc-school-advice", "personal", "2026-04-13"));
	records_err = (struct sen_err){0};
	fails(sen_milestone_add(children_store, excuse(ehc, "ehc-decision", "personal", "2026-04-13"),
				&records_err),
	      SEN_CONFLICT, "on record already");
	/* A version is counted up by what brings one, unless it is told. */
	one = event(ehc, "final-plan");
	named(one);
	ck_assert_int_eq(one->version, 1);
	one = event(ehc, "amended-final");
	one->version = 5;
	named(one);
	ck_assert_int_eq(one->version, 5);
	one = event(ehc, "amended-final");
	one->happened_on = day("2026-05-01");
	named(one);
	ck_assert_int_eq(one->version, 6);
}
END_TEST

/* ---- Disagreements ---- */

static struct sen_appeal *dispute(const char *against, const char *sections)
{
	struct sen_appeal *one = sen_record_new(records_arena, &sen_appeal_record);

	records_err = (struct sen_err){0};
	one->pupil_id = zoe;
	one->against = against;
	one->notice_on = day("2026-10-05");
	one->sections = sections;
	return one;
}

static int put(struct sen_appeal *one)
{
	return sen_record_insert(children_store, &sen_appeal_record, one, &records_err);
}

START_TEST(test_appeal)
{
	struct sen_appeal *one = dispute(NULL, NULL);

	fails(put(one), SEN_INVALID, "give --against");
	one = dispute("no-plan", NULL);
	one->notice_on = SEN_NO_DATE;
	ck_assert_int_lt(put(one), 0);
	fails(put(dispute("no-plan", "B")), SEN_INVALID, "--sections");
	fails(put(dispute("contents", "B,Q")), SEN_INVALID, "no section 'Q'");
	one = dispute("contents", "B, F");
	one->closed_on = day("2026-10-01");
	ck_assert_int_lt(put(one), 0);
	one = dispute("contents", NULL);
	one->notice_on = day("2026-11-23");
	ck_assert_int_lt(put(one), 0);
	records_err = (struct sen_err){0};
	ok(put(dispute("contents", "B, F")));
}
END_TEST

/* ---- Cases ---- */

START_TEST(test_case)
{
	struct sen_ehc *ehc = sen_record_new(records_arena, &sen_ehc_record);

	ehc->pupil_id = zoe;
	ehc->opened_on = day("2026-11-23");
	ck_assert_int_lt(sen_record_insert(children_store, &sen_ehc_record, ehc, &records_err), 0);
	a_case();
	records_err = (struct sen_err){0};
	ehc = sen_record_new(records_arena, &sen_ehc_record);
	ehc->pupil_id = zoe;
	ehc->opened_on = day("2026-04-02");
	fails(sen_record_insert(children_store, &sen_ehc_record, ehc, &records_err), SEN_CONFLICT, "is open");
}
END_TEST

Suite *suite_ehc_records(void)
{
	Suite *suite = suite_create("ehc_records");
	TCase *tc = tcase_create("ehc_records");

	tcase_add_checked_fixture(tc, setup, children_teardown);
	tcase_add_test(tc, test_disclosure);
	tcase_add_test(tc, test_names);
	tcase_add_test(tc, test_once);
	tcase_add_test(tc, test_appeal);
	tcase_add_test(tc, test_case);
	suite_add_tcase(suite, tc);
	return suite;
}

/* Plans asked for, agreed and reviewed; parents met: by the policy's cadence, on
 * time, early, late and twice, over holidays, at adoption, between levels, after
 * leaving (R30, R34, R50). */
#include "unit/owing_told.h"

static const struct told stories[] = {
	/* A plan is asked for: 15 school days from the level on. */
	{"stages", "C 2026-11-23", NULL, NULL, NULL, "plan-missing", "2026-12-14"},
	{"waves", "W2 2026-11-23", NULL, NULL, NULL, "plan-missing", "2026-12-14"},
	{"stages", "A 2026-11-23", NULL, NULL, NULL, "plan-missing", ""},
	{"stages", "B 2026-11-23", NULL, NULL, NULL, "plan-missing", ""},
	/* The policy has no plan kind that an EHC plan's child must have. */
	{"stages", "EHC 2026-11-23", NULL, NULL, NULL, "plan-missing", ""},
	{"trust", "EHC 2026-11-23", NULL, NULL, NULL, "plan-missing", "2026-12-14"},
	/* Over Christmas. */
	{"stages", "C 2026-12-14", NULL, NULL, NULL, "plan-missing", "2027-01-18"},
	/* There when the file was begun: the end of that term, or of the next. */
	{"stages", "C 2026-09-07", NULL, NULL, NULL, "plan-missing", "2026-12-18"},
	{"stages", "C 2026-09-07", NULL, NULL, "adopted=2026-12-10", "plan-missing", "2027-03-25"},
	{"stages", "C 2026-11-23", "learning-plan 2026-12-01", NULL, NULL, "plan-missing",
	 "2026-12-14=2026-12-01"},
	{"stages", "C 2026-11-23", "learning-plan 2026-12-17", NULL, NULL, "plan-missing",
	 "2026-12-14=2026-12-17"},
	{"stages", "C 2026-11-23", "ITP 2026-12-01", NULL, NULL, "plan-missing", "2026-12-14"},
	/* It was there already; another level of the same plan; of another. */
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", NULL, NULL, "plan-missing", ""},
	{"stages", "C 2026-11-23 2027-01-11; D 2027-01-11", NULL, NULL, NULL, "plan-missing", "2026-12-14"},
	{"stages", "C 2026-11-23 2027-01-11; D 2027-01-11", "learning-plan 2026-11-23", NULL, NULL,
	 "plan-missing", ""},
	{"stages", "C 2026-11-23 2027-01-11", NULL, NULL, NULL, "plan-missing", ""},
	/* Closed, and none follows. */
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23 closed=2027-02-22", NULL, NULL, "plan-missing",
	 "2027-03-15"},
	{"stages", "C 2026-11-23",
	 "learning-plan 2026-11-23 closed=2027-01-11; learning-plan 2027-01-11 before=1", NULL, NULL,
	 "plan-missing", ""},
	{"stages", "C 2026-11-23", NULL, NULL, "left=2026-12-04", "plan-missing", ""},
	{"stages", "C 2026-11-23", NULL, NULL, "died=2026-12-04", "plan-missing", ""},

	/* Agreed. */
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", NULL, NULL, "plan-agreement", "2026-12-07"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23 agreed=2026-12-01", NULL, NULL, "plan-agreement",
	 "2026-12-07=2026-12-01"},
	{"stages", "C 2026-09-07", "learning-plan 2026-09-07 agreed=2026-10-01", NULL, NULL, "plan-agreement",
	 ""},
	{"stages", "C 2026-09-07", "learning-plan 2026-09-07", NULL, NULL, "plan-agreement", "2026-12-04"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23 closed=2026-12-01", NULL, NULL, "plan-agreement",
	 ""},
	{"stages", "B 2026-11-23", "ITP 2026-11-23", NULL, NULL, "plan-agreement", ""},
	/* Signed each year. */
	{"trust", "TGT 2026-11-23", "IP 2026-11-23 agreed=2026-11-30 signed=2026-11-30", NULL, NULL,
	 "plan-agreement", "2026-12-07=2026-11-30 2027-11-30"},
	{"trust", "TGT 2026-11-23 2027-02-01",
	 "IP 2026-11-23 agreed=2026-11-30 signed=2026-11-30 closed=2027-02-01", NULL, NULL, "plan-agreement",
	 "2026-12-07=2026-11-30"},
	{"trust", "TGT 2026-11-23",
	 "IP 2026-11-23 agreed=2026-11-30 signed=2026-11-30 closed=2027-01-11; IP 2027-01-11 before=1 "
	 "agreed=2027-01-12",
	 NULL, NULL, "plan-agreement", "2026-12-07=2026-11-30 2027-01-25=2027-01-12 2027-11-30"},

	/* Reviewed once in each term; a plan made too late in one, in the next. */
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", NULL, NULL, "plan-review", "2026-12-18"},
	{"stages", "C 2026-12-07", "learning-plan 2026-12-07", NULL, NULL, "plan-review", "2027-03-25"},
	{"stages", "C 2026-11-23", NULL, NULL, NULL, "plan-review", ""},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "termly 2026-12-10", NULL, "plan-review",
	 "2026-12-18=2026-12-10 2027-03-25"},
	/* Twice in a term; of a kind that does not count; an annual review does. */
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "termly 2026-12-01; termly 2026-12-10", NULL,
	 "plan-review", "2026-12-18=2026-12-01 2027-03-25"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "parents 2026-12-10", NULL, "plan-review",
	 "2026-12-18"},
	{"trust", "EHC 2026-11-23", "IP 2026-11-23", "annual 2026-12-10", NULL, "plan-review",
	 "2026-12-18=2026-12-10 2027-03-25"},
	/* Late by a little is that one; late by more stands for its own term too. */
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "termly 2027-01-07", NULL, "plan-review",
	 "2026-12-18=2027-01-07 2027-03-25"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "termly 2027-03-10", NULL, "plan-review",
	 "2026-12-18=2027-03-10 2027-07-23"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "termly 2026-12-29", NULL, "plan-review",
	 "2026-12-18=2026-12-29 2027-03-25"},
	/* The plan's own date comes first when it is sooner. */
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23 review=2026-12-04", NULL, NULL, "plan-review",
	 "2026-12-04"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23 review=2027-02-01", NULL, NULL, "plan-review",
	 "2026-12-18"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23 review=2026-12-04", "termly 2026-12-03", NULL,
	 "plan-review", "2026-12-04=2026-12-03 2027-03-25"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "termly 2026-12-03 next=2027-02-01", NULL,
	 "plan-review", "2026-12-18=2026-12-03 2027-02-01"},
	/* The next cycle's own date, in the same term. */
	{"waves", "W2 2026-09-07",
	 "IEP 2026-09-07 review=2026-10-16 closed=2026-10-16; IEP 2026-10-16 before=1 review=2026-12-11",
	 "termly 2026-10-16 plan=1", "adopted=2026-09-01", "plan-review", "2026-10-16=2026-10-16 2026-12-11"},
	{"waves", "W2 2026-09-07",
	 "IEP 2026-09-07 review=2026-10-16 closed=2026-10-16; IEP 2026-10-16 before=1 review=2026-12-11",
	 "termly 2026-10-16 plan=1; termly 2026-12-10 plan=2", "adopted=2026-09-01", "plan-review",
	 "2026-10-16=2026-10-16 2026-12-11=2026-12-10 2027-03-25"},
	/* A draft of the next one does not put it off. */
	{"waves", "W2 2026-11-23",
	 "IEP 2026-11-23 agreed=2026-11-24 review=2026-12-04; IEP 2026-12-01 before=1 review=2027-03-19",
	 NULL, NULL, "plan-review", "2026-12-04"},
	{"waves", "W2 2026-11-23",
	 "IEP 2026-11-23 agreed=2026-11-24 review=2026-12-04 closed=2026-12-07; IEP 2026-12-03 "
	 "agreed=2026-12-07 "
	 "before=1 review=2027-03-19",
	 "termly 2026-12-03 plan=1", NULL, "plan-review", "2026-12-04=2026-12-03 2027-03-19"},
	/* Made anew without a review: that is still owed. */
	{"stages", "C 2026-11-23",
	 "learning-plan 2026-11-23 closed=2027-01-07; learning-plan 2027-01-07 before=1", NULL, NULL,
	 "plan-review", "2026-12-18"},
	/* Made at the review, the same day. */
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "termly 2026-11-23 plan=1", NULL,
	 "plan-review", "2026-12-18=2026-11-23 2027-03-25"},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", "termly 2026-11-23", NULL, "plan-review",
	 "2026-12-18"},
	/* A year from the last one; a half term from the start. */
	{"support-plan", "EHC 2026-11-23", "EHC-targets 2026-11-23", "annual 2027-05-10", NULL, "plan-review",
	 "2027-11-23=2027-05-10 2028-05-10"},
	{"stages", "B 2026-11-23", "ITP 2026-11-23", NULL, NULL, "plan-review", "2026-12-18"},
	/* There when the file was begun; a review this term, before that. */
	{"stages", "C 2026-09-07", "learning-plan 2026-09-07", NULL, NULL, "plan-review", "2026-12-18"},
	{"stages", "C 2026-09-07", "learning-plan 2026-09-07", "termly 2026-11-10", NULL, "plan-review",
	 "2027-03-25"},
	{"stages", "C 2026-09-07", "learning-plan 2026-09-07 review=2026-10-16", NULL, NULL, "plan-review",
	 "2026-11-22"},
	/* Off the register, closed, gone. */
	{"stages", "C 2026-11-23 2026-12-10", "learning-plan 2026-11-23", NULL, NULL, "plan-review", ""},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23 closed=2026-12-10", NULL, NULL, "plan-review",
	 ""},
	{"stages", "C 2026-11-23", "learning-plan 2026-11-23", NULL, "left=2026-12-04", "plan-review", ""},

	/* The parents are met in each term; a review of the plan they came to counts. */
	{"stages", "C 2026-11-23", NULL, NULL, NULL, "parent-meeting", "2026-12-18"},
	{"stages", "C 2026-12-07", NULL, NULL, NULL, "parent-meeting", "2027-03-25"},
	{"stages", "A 2026-11-23", NULL, NULL, NULL, "parent-meeting", ""},
	{"stages", "C 2026-11-23", NULL, "parents 2026-12-01", NULL, "parent-meeting",
	 "2026-12-18=2026-12-01 2027-03-25"},
	{"stages", "C 2026-11-23", NULL, "termly 2026-12-01 part=came", NULL, "parent-meeting",
	 "2026-12-18=2026-12-01 2027-03-25"},
	{"stages", "C 2026-11-23", NULL, "termly 2026-12-01 part=none", NULL, "parent-meeting", "2026-12-18"},
	{"stages", "C 2026-11-23", NULL, "termly 2026-12-01", NULL, "parent-meeting", "2026-12-18"},
	/* Asked, and did not come: it was offered. */
	{"stages", "C 2026-11-23", NULL, "termly 2026-12-01 part=none asked=1 answer=apologies", NULL,
	 "parent-meeting", "2026-12-18=2026-12-01 2027-03-25"},
	{"stages", "C 2026-11-23", NULL, "termly 2026-12-01 part=none asked=1 uninvited=1 answer=apologies",
	 NULL, "parent-meeting", "2026-12-18"},
	{"stages", "C 2026-11-23", NULL, "termly 2026-12-01 part=views", NULL, "parent-meeting",
	 "2026-12-18=2026-12-01 2027-03-25"},
	{"support-plan", "EHC 2026-11-23", NULL, "annual 2026-12-01 part=came", NULL, "parent-meeting",
	 "2026-12-18=2026-12-01 2027-03-25"},
	{"stages", "C 2026-11-23 2027-01-11; D 2027-01-11", NULL, "parents 2026-12-01", NULL,
	 "parent-meeting", "2026-12-18=2026-12-01 2027-03-25"},
	/* Off, and back. */
	{"stages", "C 2026-11-23 2026-12-01", NULL, NULL, NULL, "parent-meeting", ""},
	{"stages", "C 2026-11-23 2026-12-01; C 2027-02-22", NULL, "parents 2026-11-30", NULL,
	 "parent-meeting", "2026-12-18=2026-11-30 2027-03-25"},
	{"stages", "C 2026-09-07", NULL, "parents 2026-11-10", NULL, "parent-meeting", "2027-03-25"},
	{"circle", "SS 2026-09-07", NULL, "parents 2027-02-01; parents 2027-05-10", NULL, "parent-meeting",
	 "2026-12-18=2027-02-01 2027-03-25=2027-05-10 2027-07-23"},
	{"stages", "C 2026-11-23", NULL, NULL, "left=2026-12-04", "parent-meeting", ""},

	/* Planned for a day. */
	{"stages", "C 2026-11-23", NULL, "parents - planned=2026-12-01", NULL, "review-planned",
	 "2026-12-01"},
	{"stages", "C 2026-11-23", NULL, "parents 2026-12-03 planned=2026-12-01", NULL, "review-planned",
	 "2026-12-01=2026-12-03"},
	{"stages", "C 2026-11-23", NULL, "parents - planned=2026-11-01", NULL, "review-planned",
	 "2026-11-22"},
	{"stages", "A 2026-11-23", NULL, "monitoring - planned=2026-12-01", NULL, "review-planned",
	 "2026-12-01"},
	/* Where no cadence says when, the check itself is owed that day. */
	{"support-plan", "QFT 2026-11-23", NULL, "monitoring - planned=2026-12-01", NULL, "review-planned",
	 ""},
	{"stages", "C 2026-11-23", NULL, "parents - planned=2026-12-11 asked=1 remind=2026-12-04", NULL,
	 "review-reminder", "2026-12-04"},
	{"stages", "C 2026-11-23", NULL,
	 "parents - planned=2026-12-11 asked=1 remind=2026-12-04 answer=apologies", NULL, "review-reminder",
	 ""},
	{"stages", "C 2026-11-23", NULL, "parents 2026-12-01 planned=2026-12-11 asked=1 remind=2026-12-04",
	 NULL, "review-reminder", ""},

	/* The yearly report. */
	{"stages", "C 2026-11-23", NULL, NULL, NULL, "parent-report", "2027-11-23"},
	{"waves", "EHC 2026-09-07", NULL, NULL, NULL, "parent-report", "2027-11-22"},
	{"waves", "W1 2026-09-07", NULL, NULL, NULL, "parent-report", ""},
};

START_TEST(test_stories)
{
	told_check(&stories[_i]);
}
END_TEST

/* Made, and sent: the year counts from the day it was given. */
START_TEST(test_report_sent)
{
	static const struct told told = {"stages", "C 2026-11-23", NULL, NULL, NULL, NULL, NULL};
	struct sen_facts facts = told_facts(&told);
	struct sen_document document;
	struct sen_given given;

	sen_record_blank(&sen_document_record, &document);
	document.head.id = 5;
	document.kind = "parent-report";
	document.made_on = owing_day("2027-07-01");
	facts.documents = &document;
	facts.document_count = 1;
	ck_assert_str_eq(told_owed(&facts, "parent-report"), "2027-11-23");
	sen_record_blank(&sen_given_record, &given);
	given.record = "D5";
	given.given_on = owing_day("2027-07-05");
	facts.givens = &given;
	facts.given_count = 1;
	ck_assert_str_eq(told_owed(&facts, "parent-report"), "2027-11-23=2027-07-05 2028-07-05");
	given.record = "D55";
	ck_assert_str_eq(told_owed(&facts, "parent-report"), "2027-11-23");
}
END_TEST

/* A consent stands for the signature, and then the consent is what runs out. */
START_TEST(test_signature_or_consent)
{
	static const struct told told = {"trust",
					 "TGT 2026-11-23",
					 "IP 2026-11-23 agreed=2026-11-30 signed=2026-11-30",
					 NULL,
					 NULL,
					 NULL,
					 NULL};
	struct sen_facts facts = told_facts(&told);
	struct sen_consent consent;

	ck_assert_str_eq(told_owed(&facts, "consent-expiry"), "");
	sen_record_blank(&sen_consent_record, &consent);
	consent.head.id = 1;
	consent.purpose = "agreement";
	consent.from_on = owing_day("2026-12-02");
	consent.expires_on = owing_day("2027-12-02");
	facts.consents = &consent;
	facts.consent_count = 1;
	ck_assert_str_eq(told_owed(&facts, "consent-expiry"), "2027-12-02");
	ck_assert_str_eq(told_owed(&facts, "plan-agreement"), "2026-12-07=2026-11-30");
	consent.from_on = owing_day("2026-11-23");
	consent.expires_on = owing_day("2027-11-23");
	ck_assert_str_eq(told_owed(&facts, "consent-expiry"), "2027-11-23=2026-11-30");
	ck_assert_str_eq(told_owed(&facts, "plan-agreement"), "2026-12-07=2026-11-30 2027-11-30");
}
END_TEST

START_TEST(test_profile)
{
	static const struct told trust = {"trust", "TGT 2026-11-23", NULL, NULL, NULL, NULL, NULL};
	static const struct told stages = {"stages", "C 2026-11-23", NULL, NULL, NULL, NULL, NULL};
	struct sen_facts facts = told_facts(&trust);
	struct sen_profile profile;

	ck_assert_str_eq(told_owed(&facts, "profile-review"), "");
	sen_record_blank(&sen_profile_record, &profile);
	profile.head.id = 1;
	profile.made_on = owing_day("2026-11-30");
	facts.profiles = &profile;
	facts.profile_count = 1;
	ck_assert_str_eq(told_owed(&facts, "profile-review"), "2027-11-30");
	profile.made_on = owing_day("2024-11-30");
	ck_assert_str_eq(told_owed(&facts, "profile-review"), "2026-11-22");
	facts = told_facts(&stages);
	facts.profiles = &profile;
	facts.profile_count = 1;
	ck_assert_str_eq(told_owed(&facts, "profile-review"), "");
}
END_TEST

START_TEST(test_equipment_and_money)
{
	static const struct told told = {"stages", "C 2026-11-23", NULL, NULL, NULL, NULL, NULL};
	struct sen_facts facts = told_facts(&told);
	struct sen_equipment thing;
	struct sen_topup topup;

	sen_record_blank(&sen_equipment_record, &thing);
	thing.head.id = 1;
	thing.what = "radio aid";
	thing.from_on = owing_day("2026-11-23");
	thing.check_on = owing_day("2027-02-01");
	thing.return_by = owing_day("2027-07-16");
	facts.equipment = &thing;
	facts.equipment_count = 1;
	ck_assert_str_eq(told_owed(&facts, "equipment-check"), "2027-02-01");
	ck_assert_str_eq(told_owed(&facts, "equipment-return"), "2027-07-16");
	thing.checked_on = owing_day("2027-02-03");
	ck_assert_str_eq(told_owed(&facts, "equipment-check"), "2027-02-01=2027-02-03");
	thing.returned_on = owing_day("2027-07-01");
	ck_assert_str_eq(told_owed(&facts, "equipment-return"), "2027-07-16=2027-07-01");
	thing.checked_on = SEN_NO_DATE;
	thing.returned_on = owing_day("2027-01-11");
	ck_assert_str_eq(told_owed(&facts, "equipment-check"), "");
	sen_record_blank(&sen_topup_record, &topup);
	topup.head.id = 1;
	topup.funding = "sspp";
	topup.granted = 1;
	topup.review_on = owing_day("2027-03-01");
	facts.topups = &topup;
	facts.topup_count = 1;
	ck_assert_str_eq(told_owed(&facts, "topup-review"), "2027-03-01");
	topup.until_on = owing_day("2027-02-01");
	ck_assert_str_eq(told_owed(&facts, "topup-review"), "");
}
END_TEST

Suite *suite_owed_plans(void)
{
	Suite *suite = suite_create("owed-plans");
	TCase *tc = tcase_create("rules");

	tcase_add_checked_fixture(tc, records_folder_setup, records_teardown);
	tcase_add_loop_test(tc, test_stories, 0, SEN_COUNT(stories));
	tcase_add_test(tc, test_report_sent);
	tcase_add_test(tc, test_signature_or_consent);
	tcase_add_test(tc, test_profile);
	tcase_add_test(tc, test_equipment_and_money);
	suite_add_tcase(suite, tc);
	return suite;
}

/* Annual reviews: the union of the law's list and the policy's, the days, outcomes, and
 * whose row of the authority's list is whose. */
#include "unit/children.h"

#include <sen/annual.h>
#include <sen/reconcile.h>

#include <unistd.h>

static const struct sen_law *law(void)
{
	const struct sen_law *out;

	ok(sen_law_shipped(records_arena, &out, &records_err));
	return out;
}

static const struct sen_annual_guest *guest(const struct sen_annual_guest *all, size_t count,
					    const char *code)
{
	const struct sen_annual_guest *found = NULL;

	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i].code, code) == 0) {
			ck_assert_msg(!found, "'%s' twice", code);
			found = &all[i];
		}
	return found;
}

/* ---- Who is called for ---- */

static size_t guests_of(const char *policy, const struct sen_annual *annual, struct sen_annual_guest **out)
{
	struct sen_policy *loaded = NULL;
	struct sen_fault *faults;
	size_t count;

	if (policy)
		ok(sen_policy_load(records_arena, policy, &loaded, &faults, &count, &records_err));
	return sen_annual_guests(records_arena, law(), loaded, annual, out);
}

/* Under every policy the law's five, each once; staff is the teacher. */
START_TEST(test_union)
{
	static const char *const policies[] = {NULL, "waves", "support-plan", "stages", "trust", "circle"};
	static const char *const always[] = {"parent", "head", "authority", "health", "social-care", "pupil"};
	const struct sen_annual annual = {0};
	struct sen_annual_guest *all;

	for (size_t p = 0; p < SEN_COUNT(policies); p++) {
		size_t count = guests_of(policies[p], &annual, &all);

		for (size_t i = 0; i < SEN_COUNT(always); i++) {
			const struct sen_annual_guest *one = guest(all, count, always[i]);

			ck_assert_ptr_nonnull(one);
			ck_assert(one->must);
			ck_assert_int_eq(one->law, strcmp(always[i], "pupil") != 0);
		}
		(void)guest(all, count, "teacher");
		ck_assert_ptr_null(guest(all, count, "staff"));
		ck_assert_ptr_null(guest(all, count, "professionals"));
		ck_assert_ptr_null(guest(all, count, "receiving-school"));
		ck_assert_ptr_null(guest(all, count, "virtual-head"));
	}
}
END_TEST

START_TEST(test_union_words)
{
	const struct sen_annual annual = {.phase = "primary to secondary school", .looked_after = true};
	struct sen_annual_guest *all;
	size_t count = guests_of("waves", &annual, &all);

	ck_assert_str_eq(guest(all, count, "authority")->name,
			 "a representative of the SEN Inclusion and Assessment Team");
	ck_assert_str_eq(guest(all, count, "authority")->cite, "SEND Regs 2014 reg 20(2)(c); waves Reviews");
	ck_assert_str_eq(guest(all, count, "authority")->role, "authority");
	/* The policy only repeats the law there. */
	ck_assert_str_eq(guest(all, count, "health")->cite, "SEND Regs 2014 reg 20(2)(d)");
	ck_assert_str_eq(guest(all, count, "health")->role, "health");
	ck_assert_str_eq(guest(all, count, "receiving-school")->role, "school");
	ck_assert(guest(all, count, "receiving-school")->must);
	ck_assert_ptr_nonnull(guest(all, count, "virtual-head"));
	ck_assert_ptr_nonnull(guest(all, count, "social-worker"));
	ck_assert(guest(all, count, "psychologist")->must);
	ck_assert_str_eq(guest(all, count, "psychologist")->role, "agency");
	ck_assert(!guest(all, count, "others")->must);
	ck_assert_str_eq(guest(all, count, "others")->role, "other");
	count = guests_of("trust", &annual, &all);
	ck_assert_str_eq(guest(all, count, "agencies")->role, "agency");
	ck_assert_str_eq(guest(all, count, "teacher")->role, "staff");
}
END_TEST

/* ---- Days ---- */

/* domain.md 1.4: a plan of 2025-12-10 and a meeting of 2026-11-12. */
START_TEST(test_days)
{
	static const struct {
		const char *rule, *due;
	} want[] = {{"annual-review-invite", "2026-10-29"},
		    {"annual-review-advice", "2026-10-29"},
		    {"annual-review-report", "2026-11-26"},
		    {"annual-review-decision", "2026-12-10"},
		    {"amended-final", "2027-02-04"}};
	struct sen_annual_step steps[SEN_ANNUAL_STEPS];
	char iso[11];

	ck_assert_uint_eq(sen_annual_steps(records_arena, law(), day("2026-11-12"), steps), SEN_COUNT(want));
	for (size_t i = 0; i < SEN_COUNT(want); i++) {
		ck_assert_str_eq(steps[i].rule->code, want[i].rule);
		ck_assert_str_eq(sen_date_text(steps[i].due_on, iso), want[i].due);
	}
	/* Before the Regulations there was no such rule. */
	ck_assert_uint_eq(sen_annual_steps(records_arena, law(), day("2013-11-12"), steps), 0);
}
END_TEST

START_TEST(test_propose)
{
	struct sen_annual annual = {.latest = SEN_NO_DATE, .transfer_latest = SEN_NO_DATE};
	const struct sen_calendar *calendar;
	char iso[11];

	ok(sen_store_calendar(children_store, &calendar, &records_err));
	ck_assert_int_eq(sen_annual_latest(&annual), SEN_NO_DATE);
	ck_assert_int_eq(sen_annual_propose(&annual, calendar, day("2026-09-28")), SEN_NO_DATE);
	annual.latest = day("2026-11-11");
	ck_assert_int_eq(sen_annual_latest(&annual), annual.latest);
	/* Ten school days before it; half term lies between. */
	ck_assert_str_eq(sen_date_text(sen_annual_propose(&annual, calendar, day("2026-09-28")), iso),
			 "2026-10-21");
	/* Notice of two weeks comes first. */
	ck_assert_str_eq(sen_date_text(sen_annual_propose(&annual, calendar, day("2026-10-22")), iso),
			 "2026-11-05");
	/* Too late for that day: as soon as notice can be given, on a school day. */
	ck_assert_str_eq(sen_date_text(sen_annual_propose(&annual, calendar, day("2026-11-07")), iso),
			 "2026-11-23");
	annual.transfer_latest = day("2026-10-01");
	ck_assert_int_eq(sen_annual_latest(&annual), annual.transfer_latest);
	annual.latest = SEN_NO_DATE;
	ck_assert_int_eq(sen_annual_latest(&annual), annual.transfer_latest);
	annual.latest = day("2026-09-20");
	ck_assert_int_eq(sen_annual_latest(&annual), annual.latest);
}
END_TEST

/* ---- A child's plan ---- */

static int64_t event(int64_t pupil, int64_t ehc, const char *what, const char *on)
{
	struct sen_milestone *row = sen_record_new(records_arena, &sen_milestone_record);

	row->pupil_id = pupil;
	row->ehc_id = ehc;
	row->event = what;
	row->happened_on = day(on);
	ok(sen_milestone_add(children_store, row, &records_err));
	return row->head.id;
}

static int64_t case_of(int64_t pupil, const char *made)
{
	struct sen_ehc *ehc = sen_record_new(records_arena, &sen_ehc_record);

	ehc->pupil_id = pupil;
	ehc->opened_on = day(made);
	ok(sen_record_insert(children_store, &sen_ehc_record, ehc, &records_err));
	event(pupil, ehc->head.id, "final-plan", made);
	event(pupil, ehc->head.id, "plan-made", made);
	return ehc->head.id;
}

static void item(int64_t pupil, int64_t ehc, const char *section, int64_t number, int64_t until)
{
	struct sen_ehc_item *row = sen_record_new(records_arena, &sen_ehc_item_record);

	row->pupil_id = pupil;
	row->ehc_id = ehc;
	row->section = section;
	row->number = number;
	row->since = 1;
	row->until = until;
	row->words = "words";
	ok(sen_record_insert(children_store, &sen_ehc_item_record, row, &records_err));
}

/* What a review began itself is not what it was due by. */
START_TEST(test_of)
{
	int64_t pupil = child("Zoe", "Nowak", "3B"), ehc = case_of(pupil, "2025-02-28");
	struct sen_annual annual;
	char iso[11];

	ok(sen_annual_of(children_store, child("Kit", "Low", NULL), day("2026-01-10"), &annual,
			 &records_err));
	ck_assert_int_eq(annual.ehc.head.id, 0);
	ck_assert_int_eq(annual.complete_by, SEN_NO_DATE);
	event(pupil, ehc, "plan-made", "2026-01-20");
	ok(sen_annual_of(children_store, pupil, day("2026-01-20"), &annual, &records_err));
	ck_assert_str_eq(sen_date_text(annual.made_on, iso), "2025-02-28");
	ck_assert_str_eq(sen_date_text(annual.complete_by, iso), "2026-02-27");
	ck_assert_int_eq(annual.version, 1);
	ok(sen_annual_of(children_store, pupil, day("2026-06-20"), &annual, &records_err));
	ck_assert_str_eq(sen_date_text(annual.complete_by, iso), "2027-01-19");
	ck_assert_str_eq(sen_date_text(annual.latest, iso), "2026-12-22");
	ck_assert(!annual.under_five && !annual.looked_after);
	ok(sen_annual_of(children_store, pupil, day("2023-05-11"), &annual, &records_err));
	ck_assert(annual.under_five);
}
END_TEST

START_TEST(test_outcomes)
{
	int64_t pupil = child("Zoe", "Nowak", "3B"), ehc = case_of(pupil, "2025-12-10");
	struct sen_review *review = sen_record_new(records_arena, &sen_review_record);
	struct sen_annual annual;
	struct sen_ehc_item *items;
	struct sen_milestone kept, *all;
	size_t count;

	review->pupil_id = pupil;
	review->kind = "annual";
	review->held_on = day("2026-11-12");
	ok(sen_record_insert(children_store, &sen_review_record, review, &records_err));
	ok(sen_annual_of(children_store, pupil, review->held_on, &annual, &records_err));
	fails(sen_annual_outcome(children_store, &annual, review, "E1=met", &kept, &records_err), SEN_INVALID,
	      "no outcome");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "No outcome of the plan"));
	item(pupil, ehc, "E", 2, SEN_NO_INT);
	item(pupil, ehc, "E", 1, SEN_NO_INT);
	item(pupil, ehc, "E", 3, 1);
	item(pupil, ehc, "F", 1, SEN_NO_INT);
	ok(sen_annual_items(children_store, &annual, "E", &items, &count, &records_err));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(items[0].number, 1);
	ok(sen_annual_items(children_store, &annual, NULL, &items, &count, &records_err));
	ck_assert_uint_eq(count, 3);
	fails(sen_annual_outcome(children_store, &annual, review, "E3=met", &kept, &records_err), SEN_INVALID,
	      "'E3'");
	fails(sen_annual_outcome(children_store, &annual, review, "F1=met", &kept, &records_err), SEN_INVALID,
	      "'F1'");
	fails(sen_annual_outcome(children_store, &annual, review, "E1", &kept, &records_err), SEN_USAGE,
	      "does not say");
	fails(sen_annual_outcome(children_store, &annual, review, "=met", &kept, &records_err), SEN_USAGE,
	      "does not say");
	fails(sen_annual_outcome(children_store, &annual, review, "E1= ", &kept, &records_err), SEN_USAGE,
	      "does not say");
	ok(sen_annual_outcome(children_store, &annual, review, "e1 = on track : walks", &kept, &records_err));
	ck_assert_str_eq(kept.rule, "E1");
	ck_assert_str_eq(kept.result, "on track");
	ck_assert_str_eq(kept.note, "walks");
	ck_assert_str_eq(kept.event_name, "progress towards outcome E1");
	fails(sen_annual_outcome(children_store, &annual, review, "E1=met", &kept, &records_err),
	      SEN_CONFLICT, "on record already");
	ok(sen_annual_outcome(children_store, &annual, review, "E2=met:", &kept, &records_err));
	ck_assert_ptr_null(kept.note);
	ok(sen_annual_kept(children_store, review, &all, &count, &records_err));
	ck_assert_uint_eq(count, 2);
}
END_TEST

START_TEST(test_decision)
{
	ck_assert_str_eq(sen_annual_decision("Maintain"), "maintain");
	ck_assert_str_eq(sen_annual_decision("keep"), "maintain");
	ck_assert_str_eq(sen_annual_decision("continue"), "maintain");
	ck_assert_str_eq(sen_annual_decision("adapt"), "amend");
	ck_assert_str_eq(sen_annual_decision("END"), "cease");
	ck_assert_ptr_null(sen_annual_decision("step-up"));
}
END_TEST

/* ---- The authority's list ---- */

START_TEST(test_headings)
{
	ck_assert_str_eq(sen_reconcile_heading("U.P.N."), "upn");
	ck_assert_str_eq(sen_reconcile_heading("Child's Name"), "name");
	ck_assert_str_eq(sen_reconcile_heading("ANNUAL REVIEW DUE"), "due");
	ck_assert_str_eq(sen_reconcile_heading("Date of last annual review"), "last");
	ck_assert_str_eq(sen_reconcile_heading("date-of-birth"), "dob");
	ck_assert_ptr_null(sen_reconcile_heading("Case officer"));
	ck_assert_ptr_null(sen_reconcile_heading(""));
}
END_TEST

static struct sen_reconcile reconcile(const char *text)
{
	const char *path = sen_format(records_arena, "%s/list.csv", records_folder);
	struct sen_reconcile out = {.received_on = day("2026-11-20"), .term_day = SEN_NO_DATE};
	FILE *file = fopen(path, "we");

	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	ck_assert_int_eq(fclose(file), 0);
	ok(sen_reconcile(children_store, path, &out, &records_err));
	unlink(path);
	return out;
}

/* Names as authorities write them; the day before and the anniversary are the same. */
START_TEST(test_match)
{
	static const struct {
		const char *name, *state;
	} rows[] = {{"Zoe Nowak,12/05/2018,20/01/2027", "same"},
		    {"NOWAK Zoe,12/05/2018,19/01/2027", "same"},
		    {"\"Nowak, Zoe Anna\",12/05/2018,20 Jan 2027", "same"},
		    {"\"Nowak,\",12/05/2018,20 Jan 2027", "same"},
		    {"Zoe Nowak,12/05/2018,18/01/2027", "different"},
		    {"Zoe Nowak,12/05/2018,21/01/2027", "different"},
		    {"Zoe Nowak,13/05/2018,20/01/2027", "theirs"},
		    {"Zoe Novak,12/05/2018,20/01/2027", "theirs"},
		    {"Kit Low,12/05/2018,20/01/2027", "theirs"},
		    {"Zoe Nowak,12/05/2018,soon", "unread"},
		    {"Zoe Nowak,,20/01/2027", "unread"}};
	int64_t pupil = child("Zoe", "Nowak", "3B");

	child("Kit", "Low", "3B");
	case_of(pupil, "2026-01-20");
	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		struct sen_reconcile out =
			reconcile(sen_format(records_arena, "Name,DOB,Due\n%s\n", rows[i].name));

		ck_assert_msg(strcmp(out.rows[0].state, rows[i].state) == 0, "%s: %s, not %s", rows[i].name,
			      out.rows[0].state, rows[i].state);
		/* Not on their list by what could be read: ours. */
		ck_assert_uint_eq(out.ours, strcmp(rows[i].state, "theirs") == 0 || i == 10);
	}
}
END_TEST

Suite *suite_annual(void)
{
	Suite *suite = suite_create("annual");
	TCase *tcase = tcase_create("annual");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, test_union);
	tcase_add_test(tcase, test_union_words);
	tcase_add_test(tcase, test_days);
	tcase_add_test(tcase, test_propose);
	tcase_add_test(tcase, test_of);
	tcase_add_test(tcase, test_outcomes);
	tcase_add_test(tcase, test_decision);
	tcase_add_test(tcase, test_headings);
	tcase_add_test(tcase, test_match);
	suite_add_tcase(suite, tcase);
	return suite;
}

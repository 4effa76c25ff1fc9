/* Reviews: what they count for, who is who, decisions, and minutes kept whole. */
#include "unit/children.h"

#include <sen/attendance.h>
#include <sen/json.h>
#include <sen/people.h>

static const struct sen_policy *policy(void)
{
	const struct sen_policy_set *set;

	ok(sen_policies(children_store, &set, &records_err));
	return sen_policy_on(set, children_store->school_id, day("2026-11-20"));
}

START_TEST(test_cadence)
{
	ck_assert_str_eq(sen_review_cadence("termly"), "plan-review");
	ck_assert_str_eq(sen_cadence_review("parent-meeting"), "parents");
	ck_assert_ptr_null(sen_review_cadence("transition"));
	ck_assert_ptr_null(sen_cadence_review("network"));
	ck_assert(sen_review_counts(policy(), "termly", "plan-review"));
	ck_assert(sen_review_counts(policy(), "termly", "parent-meeting"));
	ck_assert(sen_review_counts(policy(), "annual", "parent-meeting"));
	ck_assert(!sen_review_counts(policy(), "parents", "plan-review"));
	ck_assert(!sen_review_counts(policy(), "progress", "parent-meeting"));
	ck_assert(!sen_review_counts(policy(), "transition", "plan-review"));
}
END_TEST

/* counts_as is followed on, and a circle of it ends. */
START_TEST(test_counts_follow)
{
	static const char text[] = "{\"counts_as\": [\"b\"]}", back[] = "{\"counts_as\": [\"plan-review\"]}";
	const struct sen_json *to_b, *to_a;
	struct sen_policy_rule rules[] = {{.section = "cadence", .code = "plan-review"},
					  {.section = "cadence", .code = "b"}};
	struct sen_policy circle = {.name = "circle", .rules = rules, .rule_count = 2};

	ok(sen_json_parse(records_arena, text, strlen(text), &to_b, &records_err));
	ok(sen_json_parse(records_arena, back, strlen(back), &to_a, &records_err));
	rules[0].json = to_b;
	rules[1].json = to_a;
	ck_assert(sen_review_counts(&circle, "termly", "b"));
	ck_assert(!sen_review_counts(&circle, "termly", "c"));
}
END_TEST

START_TEST(test_met_parents)
{
	struct sen_review review = {.kind = "termly", .held_on = SEN_NO_DATE, .parent_part = "came"};

	ck_assert(!sen_review_met_parents(policy(), &review));
	review.held_on = day("2026-11-20");
	ck_assert(sen_review_met_parents(policy(), &review));
	review.parent_part = "views";
	ck_assert(!sen_review_met_parents(policy(), &review));
	review.parent_part = NULL;
	ck_assert(!sen_review_met_parents(policy(), &review));
	review.kind = "parents";
	ck_assert(sen_review_met_parents(policy(), &review));
}
END_TEST

/* ---- Who is who ---- */

static int64_t contact(const char *title, const char *name, int64_t pupil, const char *relation,
		       int64_t no_letters)
{
	struct sen_contact *record = sen_record_new(records_arena, &sen_contact_record);
	struct sen_pupil_contact *link = sen_record_new(records_arena, &sen_pupil_contact_record);

	record->title = title;
	record->name = name;
	ok(sen_record_insert(children_store, &sen_contact_record, record, &records_err));
	link->pupil_id = pupil;
	link->contact_id = record->head.id;
	link->relation = relation;
	link->no_letters = no_letters;
	ok(sen_record_insert(children_store, &sen_pupil_contact_record, link, &records_err));
	return record->head.id;
}

static struct sen_around *around_child(int64_t pupil)
{
	struct sen_around *around;

	ok(sen_around_open(children_store, &around, &records_err));
	ok(sen_around_child(around, pupil, &records_err));
	return around;
}

START_TEST(test_people)
{
	int64_t zoe = child("Zoe", "Nowak-Reid", "3B"), ewa = contact("Mrs", "Ewa Nowak", zoe, "PAM", 0);
	int64_t jan = contact("Mr", "Jan Nowak", zoe, "PAF", 1);
	int64_t ola = contact(NULL, "Ola Berg", zoe, "SWR", 0);
	struct sen_around *around;
	const struct {
		const char *typed, *who, *role;
		int64_t contact;
	} rows[] = {
		{"Ewa Nowak", "Ewa Nowak", "parent", ewa},
		{"ewa", "Ewa Nowak", "parent", ewa},
		{"Mrs Nowak", "Ewa Nowak", "parent", ewa},
		{"Mr. Nowak", "Jan Nowak", "parent", jan},
		{"E Nowak", "Ewa Nowak", "parent", ewa},
		{"Mum", "Ewa Nowak", "parent", ewa},
		{"dad", "Jan Nowak", "parent", jan},
		{"Mum and Dad", "Mum and Dad", "parent", SEN_NO_INT},
		{"the carer", "the carer", "parent", SEN_NO_INT},
		{"Miss Berg", "Ola Berg", "agency", ola},
		{"Zoe", "Zoe Nowak-Reid", "pupil", SEN_NO_INT},
		{"zoe nowak reid", "Zoe Nowak-Reid", "pupil", SEN_NO_INT},
		{"Ms Hart", "Jane Hart", "staff", SEN_NO_INT},
		{"Jane", "Jane Hart", "staff", SEN_NO_INT},
		{"SENDCo", "SENDCo", "staff", SEN_NO_INT},
		{"local authority", "local authority", "authority", SEN_NO_INT},
		{"Mrs Nowak-Reid", "Mrs Nowak-Reid", "other",
		 SEN_NO_INT}, /* there are contacts: not guessed */
		{"Dr Shah", "Dr Shah", "other", SEN_NO_INT},
		{"Nowa", "Nowa", "other", SEN_NO_INT},
	};

	records_staff(children_store, "Jane Hart");
	around = around_child(zoe);
	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		struct sen_person found = sen_around_find(around, rows[i].typed);

		ck_assert_msg(strcmp(found.who, rows[i].who) == 0 && strcmp(found.role, rows[i].role) == 0 &&
				      found.contact_id == rows[i].contact,
			      "'%s': %s, %s, K%lld", rows[i].typed, found.who, found.role,
			      (long long)found.contact_id);
	}
	ck_assert(sen_around_find(around, "Dad").no_letters);
}
END_TEST

START_TEST(test_people_guessed)
{
	int64_t zoe = child("Zoe", "Nowak", NULL);
	struct sen_around *around = around_child(zoe);
	struct sen_person found = sen_around_find(around, "Mrs Nowak");

	ck_assert_str_eq(found.role, "parent");
	ck_assert(found.guessed);
	ck_assert_str_eq(sen_around_find(around, "Mrs Lee").role, "other");
	ck_assert_str_eq(sen_around_find(around, "").role, "other");
}
END_TEST

/* ---- Decisions ---- */

START_TEST(test_decide)
{
	int64_t zoe = child("Zoe", "Nowak", NULL);
	const struct {
		const char *typed, *code, *plain, *kept;
	} rows[] = {
		{"end", "discontinue", "end", "discontinue"},
		{"Discontinue", "discontinue", "end", "discontinue"},
		{"continue", "continue", "continue", "continue"},
		{"adapt", "continue", "adapt", "continue: adapt"},
		{"Step up", "further", "step-up", "further: step-up"},
		{"further: agency", "further", "agency", "further: agency"},
		{"further", "further", NULL, "further"},
	};
	struct sen_decision out;

	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		ok(sen_review_decide(children_store, zoe, day("2026-11-20"), rows[i].typed, &out,
				     &records_err));
		ck_assert_str_eq(out.code, rows[i].code);
		ck_assert_str_eq(out.kept, rows[i].kept);
		ck_assert_pstr_eq(out.plain, rows[i].plain);
	}
	fails(sen_review_decide(children_store, zoe, day("2026-11-20"), "nowhere", &out, &records_err),
	      SEN_INVALID, "no decision");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "discontinue"));
}
END_TEST

/* ---- Minutes ---- */

static int64_t target_of(int64_t pupil)
{
	struct sen_plan *plan = sen_record_new(records_arena, &sen_plan_record);
	struct sen_target *target = sen_record_new(records_arena, &sen_target_record);

	plan->pupil_id = pupil;
	plan->kind = plan->kind_name = "learning-plan";
	plan->cycle = plan->version = 1;
	plan->made_on = day("2026-09-20");
	ok(sen_record_insert(children_store, &sen_plan_record, plan, &records_err));
	target->pupil_id = pupil;
	target->plan_id = plan->head.id;
	target->number = 1;
	target->horizon = "short";
	target->target = "Read 40 words";
	target->carried = 0;
	ok(sen_record_insert(children_store, &sen_target_record, target, &records_err));
	return target->head.id;
}

static struct sen_minutes minutes_of(int64_t pupil, const char *kind, const char *on)
{
	struct sen_minutes minutes = {0};

	sen_record_blank(&sen_review_record, &minutes.review);
	minutes.review.head.id = 0;
	minutes.review.pupil_id = pupil;
	minutes.review.kind = kind;
	minutes.review.held_on = day(on);
	return minutes;
}

START_TEST(test_minutes)
{
	int64_t zoe = child("Zoe", "Nowak", NULL), target = target_of(zoe);
	struct sen_minutes m = minutes_of(zoe, "termly", "2026-11-20");
	struct sen_around *around = around_child(zoe);

	ok(sen_minutes_target(children_store, &m, "1", "met: 43 of 45", &records_err));
	ck_assert_int_eq(m.marks[0].target_id, target);
	ck_assert_str_eq(m.marks[0].note, "43 of 45");
	fails(sen_minutes_target(children_store, &m, "T1", "met", &records_err), SEN_INVALID, "twice");
	fails(sen_minutes_target(children_store, &m, "2", "met", &records_err), SEN_NOTFOUND, "no target");
	ok(sen_minutes_action(children_store, &m, "ring by the gate = Ms Hart by 4 Dec 2026", &records_err));
	ck_assert_str_eq(m.actions[0].what, "ring by the gate");
	ck_assert_str_eq(m.actions[0].who, "Ms Hart");
	ck_assert_int_eq(m.actions[0].due_on, day("2026-12-04"));
	sen_names_add(records_arena, &m.came, "Mum; Ms Hart,, zoe");
	ck_assert_uint_eq(m.came.count, 3);
	ok(sen_minutes_keep(children_store, around, &m, &records_err));
	ck_assert_str_eq(m.review.parent_part, "came");
	ck_assert_str_eq(m.review.pupil_part, "came");
	ck_assert_int_eq(children_number("SELECT count(*) FROM invitation WHERE answer = 'came'"), 3);
	ck_assert_int_eq(children_number("SELECT count(*) FROM progress WHERE review_id = 1 AND met = 1"), 1);
	ck_assert_int_eq(children_number("SELECT count(*) FROM action WHERE record = 'R1'"), 1);
	ck_assert_int_eq(children_number("SELECT plan_id FROM review"), 1);
	m = minutes_of(zoe, "termly", "2026-11-20");
	fails(sen_minutes_keep(children_store, around, &m, &records_err), SEN_CONFLICT, "same kind");
	m = minutes_of(zoe, "parents", "2026-11-20");
	ok(sen_minutes_keep(children_store, around, &m, &records_err));
	ck_assert_ptr_null(m.review.parent_part);
}
END_TEST

/* Late or early it is the planned one; one of a later term is not. */
START_TEST(test_near)
{
	int64_t zoe = child("Zoe", "Nowak", NULL);
	const char *planned[] = {"2026-12-11", "2027-03-18"};
	struct sen_review found;

	for (size_t i = 0; i < SEN_COUNT(planned); i++) {
		struct sen_review *review = sen_record_new(records_arena, &sen_review_record);

		review->pupil_id = zoe;
		review->kind = "termly";
		review->planned_on = day(planned[i]);
		ok(sen_record_insert(children_store, &sen_review_record, review, &records_err));
	}
	ok(sen_review_near(children_store, zoe, NULL, day("2026-11-20"), &found, &records_err));
	ck_assert_int_eq(found.head.id, 1);
	ok(sen_review_near(children_store, zoe, "termly", day("2027-02-20"), &found, &records_err));
	ck_assert_int_eq(found.head.id, 2);
	ok(sen_review_near(children_store, zoe, "termly", day("2026-07-01"), &found, &records_err));
	ck_assert_int_eq(found.head.id, 0);
	ok(sen_review_near(children_store, zoe, "parents", day("2026-11-20"), &found, &records_err));
	ck_assert_int_eq(found.head.id, 0);
}
END_TEST

START_TEST(test_share)
{
	struct sen_met_group g = {
		.n = {[SEN_MET_PARENTS_KNOWN] = 3, [SEN_MET_PARENTS_CAME] = 1, [SEN_MET_PARENTS_VIEWS] = 1}};

	ck_assert_int_eq(
		sen_met_share(&g, SEN_MET_PARENTS_KNOWN, SEN_MET_PARENTS_CAME, SEN_MET_PARENTS_VIEWS), 67);
	ck_assert_int_eq(sen_met_share(&g, SEN_MET_PARENTS_KNOWN, SEN_MET_PARENTS_CAME, SEN_MET_PARENTS_CAME),
			 33);
	ck_assert_int_eq(sen_met_share(&g, SEN_MET_TARGETS, SEN_MET_TARGETS_MET, SEN_MET_TARGETS_MET),
			 SEN_NO_INT);
	g.hidden[SEN_MET_PARENTS_VIEWS] = true;
	ck_assert_int_eq(
		sen_met_share(&g, SEN_MET_PARENTS_KNOWN, SEN_MET_PARENTS_CAME, SEN_MET_PARENTS_VIEWS),
		SEN_NO_INT);
}
END_TEST

Suite *suite_review(void)
{
	Suite *suite = suite_create("review");
	TCase *tcase = tcase_create("review");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, test_cadence);
	tcase_add_test(tcase, test_counts_follow);
	tcase_add_test(tcase, test_met_parents);
	tcase_add_test(tcase, test_people);
	tcase_add_test(tcase, test_people_guessed);
	tcase_add_test(tcase, test_decide);
	tcase_add_test(tcase, test_minutes);
	tcase_add_test(tcase, test_near);
	tcase_add_test(tcase, test_share);
	suite_add_tcase(suite, tcase);
	return suite;
}

/* Where a concern stands on each policy's steps, and what it owes: as pure
 * functions of the facts. */
#include "unit/children.h"

#include <sen/steps.h>

static struct sen_policy_set set;
static struct sen_facts facts;
static struct sen_concern worry;
static struct sen_concern_step rows[16];

static void with(const char *name, const char *source)
{
	static const int64_t school = 1;
	static const struct sen_policy *items[1];
	struct sen_policy *policy;
	struct sen_fault *faults;
	size_t count;

	ok(sen_policy_load(records_arena, name, &policy, &faults, &count, &records_err));
	policy->from = day("2020-01-01");
	items[0] = policy;
	set = (struct sen_policy_set){.items = items, .schools = &school, .count = 1};
	sen_record_blank(&sen_concern_record, &worry);
	worry.head.id = 7;
	worry.pupil_id = 12;
	worry.opened_on = day("2026-11-02");
	worry.source = source;
	facts = (struct sen_facts){.school_id = 1, .pupil_id = 12, .steps = rows};
}

/* "observe strategies": taken a day after each other from 3 November. */
static void take(const char *codes)
{
	char *copy = sen_strdup(records_arena, codes ? codes : ""), *save = NULL;

	for (char *code = strtok_r(copy, " ", &save); code; code = strtok_r(NULL, " ", &save)) {
		struct sen_concern_step *row = &rows[facts.step_count++];

		sen_record_blank(&sen_concern_step_record, row);
		row->concern_id = 7;
		row->step = code;
		row->taken_on = day("2026-11-02") + (sen_date)facts.step_count;
	}
}

static struct sen_steps stand(void)
{
	struct sen_steps steps;

	sen_steps_stand(records_arena, &set, &facts, &worry, &steps);
	return steps;
}

/* The codes of what is missing before the step, by the day. */
static const char *missing(const struct sen_steps *steps, const char *code, const char *on)
{
	const struct sen_step **list;
	struct sen_buf buf = {.arena = records_arena};
	size_t n = sen_steps_missing(records_arena, steps, sen_step_named(steps, code), day(on), &list);

	for (size_t i = 0; i < n; i++)
		sen_buf_addf(&buf, "%s%s", i ? " " : "", list[i]->rule->code);
	return buf.text ? buf.text : "";
}

static const struct {
	const char *policy, *source, *taken, *next, *step, *missing;
} cases[] = {
	{"waves", "staff", "", "observe", "register", "observe parents-met consent"},
	{"waves", "staff", "", "observe", "consent", "parents-met"},
	{"waves", "staff", "observe parents-met", "consent", "register", "consent"},
	{"waves", "staff", "parents-met consent", "observe", "register", "observe"},
	{"waves", "staff", "observe parents-met consent", NULL, "register", ""},
	{"waves", "parent", "", "parent-concern", "observe", ""},
	{"waves", "parent", "observe parents-met consent", "parent-concern", "register", "parent-concern"},
	{"waves", "parent", "parent-concern", "observe", "consent", "parents-met"},
	{"support-plan", "staff", "", "quality-first", "trigger", "quality-first"},
	{"support-plan", "staff", "quality-first", "trigger", "register", "trigger parents-met"},
	{"support-plan", "staff", "quality-first trigger", "parents-met", "agency", ""},
	{"support-plan", "staff", "quality-first trigger parents-met", NULL, "register", ""},
	{"stages", "staff", "", "causes", "observe", "strategies"},
	{"stages", "staff", "", "causes", "referral", "strategies"},
	{"stages", "staff", "causes parents-met strategies", NULL, "register", "observe"},
	{"stages", "staff", "causes parents-met strategies", NULL, "referral", ""},
	{"stages", "staff", "causes parents-met strategies consent referral", "observe", "register",
	 "observe"},
	{"stages", "staff", "causes parents-met strategies observe", NULL, "register", ""},
	{"stages", "pupil", "", "causes", "register", "causes parents-met strategies observe"},
	{"trust", "staff", "", "weighed", "monitored", "coordinator"},
	{"trust", "staff", "weighed coordinator", "parents-met", "strategies", "monitored"},
	{"trust", "staff", "weighed coordinator parents-met monitored strategies", "check", "outcome",
	 "check"},
	{"trust", "staff", "weighed coordinator parents-met monitored strategies check", NULL, "outcome", ""},
	{"circle", "staff", "", "tried", "observe", "tried"},
	{"circle", "staff", "tried", "observe", "strategies", "observe"},
	{"circle", "staff", "tried observe strategies", NULL, "circle", ""},
	{"circle", "staff", "tried observe strategies", NULL, "agency", ""},
	{"circle", "staff", "tried observe", "strategies", "agency", "strategies"},
	{"circle", "staff", "tried observe strategies", NULL, "register", ""},
	{"circle", "parent", "tried observe strategies", NULL, "register", ""},
	/* Who took a step passed what comes before it then. */
	{"circle", "staff", "observe", "tried", "strategies", ""},
	{"circle", "staff", "observe", "tried", "register", "tried strategies"},
};

START_TEST(test_stands)
{
	struct sen_steps steps;

	with(cases[_i].policy, cases[_i].source);
	take(cases[_i].taken);
	steps = stand();
	if (cases[_i].next) {
		ck_assert_ptr_nonnull(steps.next);
		ck_assert_str_eq(steps.next->rule->code, cases[_i].next);
		ck_assert_int_eq(steps.next->state, SEN_STEP_NEXT);
	} else {
		ck_assert_ptr_null(steps.next);
	}
	ck_assert_str_eq(missing(&steps, cases[_i].step, "2026-12-31"), cases[_i].missing);
	for (size_t i = 0; i < steps.count; i++)
		ck_assert_ptr_nonnull(steps.items[i].fix);
}
END_TEST

START_TEST(test_by_the_day)
{
	struct sen_steps steps;

	with("circle", "staff");
	take("tried observe"); /* on the 3rd and 4th */
	steps = stand();
	ck_assert_str_eq(missing(&steps, "strategies", "2026-11-03"), "observe");
	ck_assert_str_eq(missing(&steps, "strategies", "2026-11-04"), "");
}
END_TEST

/* Other records show a step too. */
START_TEST(test_shown_elsewhere)
{
	struct sen_tried tried = {.concern_id = 7};
	struct sen_weighing weighing;
	struct sen_consent consent;
	struct sen_review review;
	struct sen_register_entry entry;
	struct sen_steps steps;

	with("circle", "staff");
	facts.tried = &tried;
	facts.tried_count = 1;
	steps = stand();
	ck_assert_int_eq(sen_step_named(&steps, "tried")->state, SEN_STEP_DONE);

	with("trust", "staff");
	sen_record_blank(&sen_weighing_record, &weighing);
	sen_record_blank(&sen_review_record, &review);
	sen_record_blank(&sen_register_record, &entry);
	weighing.weighed_on = review.held_on = day("2026-11-05");
	review.kind = "monitoring";
	entry.level = "MON";
	entry.from_on = day("2026-10-01");
	facts.weighings = &weighing;
	facts.reviews = &review;
	facts.register_entries = &entry;
	facts.weighing_count = facts.review_count = facts.register_count = 1;
	steps = stand();
	ck_assert_int_eq(sen_step_named(&steps, "weighed")->done_on, day("2026-11-05"));
	ck_assert_int_eq(sen_step_named(&steps, "check")->done_on, day("2026-11-05"));
	ck_assert_int_eq(sen_step_named(&steps, "monitored")->done_on, worry.opened_on);
	weighing.weighed_on = day("2026-11-01"); /* before this concern */
	steps = stand();
	ck_assert_int_eq(sen_step_named(&steps, "weighed")->done_on, SEN_NO_DATE);

	with("stages", "staff");
	sen_record_blank(&sen_consent_record, &consent);
	consent.purpose = "inclusion-referral";
	consent.from_on = day("2026-11-09");
	facts.consents = &consent;
	facts.consent_count = 1;
	worry.causes = "none";
	steps = stand();
	ck_assert_int_eq(sen_step_named(&steps, "consent")->done_on, day("2026-11-09"));
	ck_assert_int_eq(sen_step_named(&steps, "causes")->done_on, worry.opened_on);
	consent.withdrawn_on = day("2026-11-12");
	steps = stand();
	ck_assert_int_eq(sen_step_named(&steps, "consent")->done_on, SEN_NO_DATE);
}
END_TEST

/* ---- With records ---- */

static int64_t concern(const char *opened, const char *shortened)
{
	struct sen_concern *c = sen_record_new(records_arena, &sen_concern_record);

	c->pupil_id = child("Zoe", "O'Brien", "3B");
	c->concern = "does not follow instructions";
	c->shortened = shortened;
	c->opened_on = day(opened);
	ok(sen_record_insert(children_store, &sen_concern_record, c, &records_err));
	return c->head.id;
}

static int check(int64_t id, const char *code)
{
	struct sen_concern *c = sen_record_new(records_arena, &sen_concern_record);
	struct sen_steps steps;

	ok(sen_record_get(children_store, &sen_concern_record, id, c, &records_err));
	ok(sen_steps_of(children_store, c, &steps, &records_err));
	return sen_step_check(children_store, &steps, sen_step_named(&steps, code), day("2026-11-20"),
			      &records_err);
}

START_TEST(test_refused_and_passed)
{
	int64_t id = concern("2026-11-02", NULL), quick = concern("2026-11-02", "diagnosis on arrival");

	fails(check(id, "observe"), SEN_INVALID, "by the policy 'stages'");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "sendctl concern strategies C"));
	ok(check(quick, "observe"));
	children_store->context.anyway = "the SENDCo happened to be there";
	ok(check(id, "observe"));
	ck_assert(children_store->anyway_used);
}
END_TEST

static struct sen_concern_step *step(int64_t id, const char *code, const char *on)
{
	struct sen_concern_step *row = sen_record_new(records_arena, &sen_concern_step_record);
	struct sen_concern *c = sen_record_new(records_arena, &sen_concern_record);

	ok(sen_record_get(children_store, &sen_concern_record, id, c, &records_err));
	row->concern_id = id;
	row->pupil_id = c->pupil_id;
	row->step = code;
	row->taken_on = day(on);
	return row;
}

START_TEST(test_a_step_sets_the_date)
{
	int64_t id = concern("2026-11-02", NULL);
	struct sen_concern c;
	struct sen_concern_step *row = step(id, "strategies", "2026-11-03");

	row->review_on = day("2026-12-14");
	ok(sen_step_take(children_store, row, &records_err));
	ok(sen_record_get(children_store, &sen_concern_record, id, &c, &records_err));
	ck_assert_int_eq(c.review_on, day("2026-12-14"));
	fails(sen_step_take(children_store, step(id, "observe", "2026-11-01"), &records_err), SEN_INVALID,
	      "before the concern was raised");
	fails(sen_step_take(children_store, step(id, "observe", "2099-11-01"), &records_err), SEN_INVALID,
	      "has not come yet");
}
END_TEST

/* ---- To the DSL ---- */

START_TEST(test_handover)
{
	int64_t id = concern("2026-11-02", "XYZZY");
	struct sen_concern_step *row = step(id, "observe", "2026-11-03");
	struct sen_handover to = {.to = "Mrs Shah", .on = day("2026-11-20")};
	struct sen_audit_report report;
	struct sen_concern c;

	row->note = "XYZZY";
	ok(sen_step_take(children_store, row, &records_err));
	ok(sen_concern_close(children_store, id, "resolved", "XYZZY", day("2026-11-10"), &records_err));
	ok(sen_concern_reopen(children_store, id, "XYZZY", day("2026-11-11"), &records_err));
	ok(sen_record_void(children_store, &sen_concern_step_record, row->head.id, "XYZZY", &records_err));
	to.on = day("2026-11-01");
	fails(sen_concern_handover(children_store, id, &to, &records_err), SEN_INVALID, "before the concern");
	to.on = day("2026-11-20");
	ok(sen_concern_handover(children_store, id, &to, &records_err));
	ck_assert_uint_eq(to.records, 3); /* the concern, its step, the note of the opening again */
	ok(sen_record_get(children_store, &sen_concern_record, id, &c, &records_err));
	ck_assert_str_eq(c.concern, SEN_CONCERN_HANDED);
	ck_assert_str_eq(c.handed_to, "Mrs Shah");
	ck_assert_str_eq(c.result, "dsl");
	ck_assert_int_eq(c.closed_on, day("2026-11-20"));
	ck_assert_ptr_null(c.shortened);
	ck_assert_int_eq(children_number("SELECT count(*) FROM audit WHERE body LIKE '%XYZZY%'"), 0);
	ck_assert_int_eq(children_number("SELECT count(*) FROM note WHERE note LIKE '%XYZZY%'"), 0);
	ck_assert_int_eq(children_number("SELECT count(*) FROM concern_step WHERE note IS NOT NULL"), 0);
	ok(sen_audit_verify(children_store, &report, &records_err));
	ck_assert_int_eq(report.bad_seq, 0);
	ck_assert_int_gt(report.redacted, 3);
	/* The same again keeps what was kept. */
	to.to = "Somebody else";
	ok(sen_concern_handover(children_store, id, &to, &records_err));
	ck_assert_str_eq(to.to, "Mrs Shah");
	fails(sen_concern_reopen(children_store, id, "back", day("2026-11-20"), &records_err), SEN_INVALID,
	      "handed to the DSL");
	ok(sen_audit_verify(children_store, &report, &records_err));
	ck_assert_int_eq(report.bad_seq, 0);
}
END_TEST

Suite *suite_steps(void)
{
	Suite *suite = suite_create("steps");
	TCase *pure = tcase_create("pure"), *kept = tcase_create("kept");

	tcase_add_checked_fixture(pure, records_folder_setup, records_teardown);
	tcase_add_loop_test(pure, test_stands, 0, SEN_COUNT(cases));
	tcase_add_test(pure, test_by_the_day);
	tcase_add_test(pure, test_shown_elsewhere);
	suite_add_tcase(suite, pure);
	tcase_add_checked_fixture(kept, children_setup, children_teardown);
	tcase_add_test(kept, test_refused_and_passed);
	tcase_add_test(kept, test_a_step_sets_the_date);
	tcase_add_test(kept, test_handover);
	suite_add_tcase(suite, kept);
	return suite;
}

/* Plans as the library makes them: results in words, dates for review, versions and
 * cycles, vague wording, the form of a plan. */
#include "unit/children.h"

#include "rules/plan.h"
#include "rules/plan_words.h"
#include <sen/exchange.h>
#include <sen/level.h>
#include <sen/plan.h>

#define E &records_err
#define STORE children_store

static int64_t zoe;

static void setup(void)
{
	struct sen_move move = {.level = "C", .reason = "gap", .corrects = SEN_NO_INT};

	children_setup();
	zoe = child("Zoe", "Nowak", "3B");
	move.pupil_id = zoe;
	move.on = move.told = day("2026-09-07");
	ok(sen_level_move(STORE, &move, E));
}

static int64_t plan_made(const char *on)
{
	struct sen_plan *plan = sen_record_new(records_arena, &sen_plan_record);
	bool by_policy;

	plan->pupil_id = zoe;
	plan->made_on = day(on);
	ok(sen_plan_add(STORE, plan, &by_policy, E));
	ck_assert(by_policy);
	return plan->head.id;
}

static int64_t target_made(int64_t plan_id, const char *words)
{
	struct sen_target *target = sen_record_new(records_arena, &sen_target_record);

	target->plan_id = plan_id;
	target->target = words;
	ok(sen_record_insert(STORE, &sen_target_record, target, E));
	return target->head.id;
}

static struct sen_agreement agree(int64_t plan_id, const char *on)
{
	static const char *const by[] = {"parent", "pupil"};
	struct sen_agreement a = {.plan_id = plan_id, .by = by, .by_count = 2, .on = day(on)};

	ok(sen_plan_agree(STORE, &a, E));
	return a;
}

static void mark(int64_t target_id, const char *result, const char *on)
{
	struct sen_progress *mark = sen_record_new(records_arena, &sen_progress_record);

	mark->target_id = target_id;
	mark->marked_on = day(on);
	ok(sen_result_read(STORE, zoe, mark->marked_on, result, mark, E));
	ok(sen_target_mark(STORE, mark, E));
}

/* ---- Results ---- */

static const struct {
	const char *text, *code;
	int64_t value, met;
} words[] = {
	{"met", "expected", 0, 1},
	{"MET", "expected", 0, 1},
	{"0", "expected", 0, 1},
	{"+1", "more", 1, 1},
	{"1", "more", 1, 1},
	{"-2", "much-less", -2, 0},
	{"partly", "less", -1, 0},
	{"not met", "much-less", -2, 0},
	{"Not-Met", "much-less", -2, 0},
	{"as expected", "expected", 0, 1},
	{"much_more", "much-more", 2, 1},
};

START_TEST(test_results)
{
	struct sen_progress out;

	sen_record_blank(&sen_progress_record, &out);
	ok(sen_result_read(STORE, zoe, day("2026-11-20"), words[_i].text, &out, E));
	ck_assert_str_eq(out.result, words[_i].code);
	ck_assert_int_eq(out.value, words[_i].value);
	ck_assert_int_eq(out.met, words[_i].met);
}
END_TEST

START_TEST(test_no_result)
{
	static const char *const none[] = {"", "nearly", "3", "-3", "+", "me", "--1"};
	struct sen_progress out;

	for (size_t i = 0; i < SEN_COUNT(none); i++)
		fails(sen_result_read(STORE, zoe, day("2026-11-20"), none[i], &out, E), SEN_INVALID,
		      "is no result");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "expected (0, met)"));
}
END_TEST

/* ---- The date for review ---- */

static const struct {
	enum sen_limit_kind kind;
	int n;
	const char *made, *due;
} dues[] = {
	{SEN_LIMIT_TERM, 0, "2026-09-14", "2026-12-18"},
	{SEN_LIMIT_TERM, 0, "2026-11-27", "2026-12-18"}, /* three weeks are left */
	{SEN_LIMIT_TERM, 0, "2026-11-28", "2027-03-25"}, /* too late for this term */
	{SEN_LIMIT_TERM, 0, "2026-12-28", "2027-03-25"}, /* in the holidays: the term to come */
	{SEN_LIMIT_HALF_TERM, 0, "2026-09-14", "2026-10-23"},
	{SEN_LIMIT_HALF_TERM, 0, "2026-10-12", "2026-12-18"},
	{SEN_LIMIT_MONTHS, 12, "2026-09-14", "2027-09-14"},
	{SEN_LIMIT_WEEKS, 6, "2026-09-14", "2026-10-26"},
	{SEN_LIMIT_NONE, 0, "2026-09-14", NULL},
};

START_TEST(test_due)
{
	const struct sen_limit limit = {.kind = dues[_i].kind, .n = dues[_i].n};
	const struct sen_calendar *calendar;
	char text[11];
	sen_date due;

	ok(sen_store_calendar(STORE, &calendar, E));
	due = plan_review_by(calendar, &limit, day(dues[_i].made));
	if (!dues[_i].due)
		ck_assert_int_eq(due, SEN_NO_DATE);
	else
		ck_assert_str_eq(sen_date_text(due, text), dues[_i].due);
}
END_TEST

/* ---- Versions and cycles ---- */

START_TEST(test_versions)
{
	int64_t first = plan_made("2026-09-14"), target = target_made(first, "Counts to 20"), same;
	struct sen_target copy;
	struct sen_plan draft, again, now;
	struct sen_agreement done;
	bool made;

	ok(sen_plan_draft(STORE, first, &draft, &made, E));
	ck_assert(!made && draft.head.id == first);
	agree(first, "2026-09-18");
	mark(target, "partly", "2026-10-02");
	ok(sen_target_draft(STORE, target, &copy, &draft, &made, E));
	ck_assert(made && copy.head.id != target && copy.before_id == target && copy.carried == 0);
	ck_assert_int_eq(draft.version, 2);
	ck_assert_int_eq(draft.replaces_id, first);
	ok(sen_plan_draft(STORE, first, &again, &made, E));
	ck_assert(!made && again.head.id == draft.head.id);
	ok(sen_plan_on(STORE, zoe, day("2026-11-20"), &now, E));
	ck_assert_int_eq(now.head.id, first);
	ok(sen_plan_named_by(STORE, zoe, &same, E));
	ck_assert_int_eq(same, draft.head.id);
	done = agree(draft.head.id, "2026-11-22");
	ck_assert(done.closed_count == 1 && done.closed[0] == first);
	ok(sen_plan_on(STORE, zoe, day("2026-11-20"), &now, E));
	ck_assert_int_eq(now.head.id, first); /* as it stood that day */
	ok(sen_plan_on(STORE, zoe, day("2026-11-22"), &now, E));
	ck_assert_int_eq(now.head.id, draft.head.id);
}
END_TEST

/* What was agreed is refused to every other way in, too. */
START_TEST(test_agreed_stands)
{
	int64_t first = plan_made("2026-09-14"), id = target_made(first, "Counts to 20");
	struct sen_target target, *more = sen_record_new(records_arena, &sen_target_record);
	struct sen_plan plan;

	agree(first, "2026-09-18");
	ok(sen_record_get(STORE, &sen_plan_record, first, &plan, E));
	plan.home = "read together";
	fails(sen_record_update(STORE, &sen_plan_record, &plan, E), SEN_INVALID, "only a new version");
	ok(sen_record_get(STORE, &sen_target_record, id, &target, E));
	target.who = "Mrs Lee";
	fails(sen_record_update(STORE, &sen_target_record, &target, E), SEN_INVALID, "only a new version");
	more->plan_id = first;
	more->target = "Counts to 30";
	fails(sen_record_insert(STORE, &sen_target_record, more, E), SEN_INVALID, "only a new version");
}
END_TEST

START_TEST(test_cycles)
{
	int64_t first = plan_made("2026-09-14"), a = target_made(first, "Counts to 20"),
		b = target_made(first, "Reads 45 words"), c = target_made(first, "Waits a turn");
	const struct sen_renew_answer answers[] = {{b, SEN_RENEW_KEEP, NULL},
						   {c, SEN_RENEW_CHANGE, "Waits two turns"}};
	struct sen_renewal r = {.plan_id = first, .on = day("2026-11-22"), .answers = answers};
	struct sen_target *targets;
	struct sen_plan_book book;
	size_t count;

	agree(first, "2026-09-18");
	mark(a, "met", "2026-11-20");
	mark(b, "met", "2026-10-02");
	mark(b, "less", "2026-11-20"); /* the last one counts */
	fails(sen_plan_renew(STORE, &r, E), SEN_USAGE, "are not met");
	r.answer_count = 2;
	r.on = day("2026-11-22");
	r.due = SEN_NO_DATE;
	ok(sen_plan_renew(STORE, &r, E));
	ck_assert(r.met == 1 && r.kept == 1 && r.changed == 1 && r.dropped == 0);
	ck_assert(r.plan.cycle == 2 && r.plan.version == 1 && r.plan.before_id == first);
	ok(sen_plan_targets(STORE, r.plan.head.id, &targets, &count, E));
	ck_assert_uint_eq(count, 2);
	ck_assert(targets[0].before_id == b && targets[0].carried == 1);
	ck_assert(targets[1].before_id == c && targets[1].carried == 0 && !targets[1].success);
	ok(sen_plan_book(STORE, zoe, &book, E));
	/* A new cycle begins without a result. */
	ck_assert_ptr_null(sen_book_latest(&book, sen_book_target(&book, targets[0].head.id)));
	agree(r.plan.head.id, "2026-11-22");
	ok(sen_plan_book(STORE, zoe, &book, E));
	ck_assert_str_eq(sen_book_target(&book, a)->ended_as, "met");
	ck_assert_str_eq(sen_book_target(&book, b)->ended_as, "kept");
	ck_assert_str_eq(sen_book_target(&book, c)->ended_as, "changed");
	ck_assert_str_eq(sen_book_plan(&book, first)->close_reason, "renewed as PL2");
}
END_TEST

/* ---- Vague wording ---- */

static const struct {
	const char *text, *found;
} wordings[] = {
	{"Regular small group work", "regular"},
	{"irregular verbs", NULL},
	{"Access to a laptop", "access to"},
	{"has access, too", NULL},
	{"reads, AS APPROPRIATE, aloud", "as appropriate"},
	{"Reads 45 words at sight by Friday", NULL},
	{"", NULL},
};

START_TEST(test_vague)
{
	const struct vague_word *word = plan_vague(records_arena, wordings[_i].text);

	if (!wordings[_i].found)
		ck_assert_msg(!word, "%s", wordings[_i].text);
	else
		ck_assert_str_eq(word->words, wordings[_i].found);
}
END_TEST

/* ---- The form ---- */

START_TEST(test_form)
{
	static const char text[] =
		"# help\n== PL4 Learning Plan\nseen: PL4.3 T7.1\nhome: <<<\n== no heading\n-- nor "
		"this\n>>>\n\n-- T7 drop\nnext: keep\r\ntarget: x\n-- new\n";
	struct sen_plan_part *parts;
	size_t count;

	ok(sen_plan_form_split(records_arena, text, &parts, &count, E));
	ck_assert_uint_eq(count, 3);
	ck_assert(parts[0].is_plan && parts[0].line == 2);
	ck_assert_str_eq(parts[0].word, "PL4");
	ck_assert_str_eq(parts[0].seen, "PL4.3 T7.1");
	ck_assert_ptr_nonnull(strstr(parts[0].body, "== no heading\n-- nor this\n"));
	ck_assert_ptr_null(strstr(parts[0].body, "seen"));
	ck_assert_str_eq(parts[1].word, "T7");
	ck_assert_str_eq(parts[1].more, "drop");
	ck_assert_str_eq(parts[1].next, "keep");
	ck_assert_int_eq(parts[1].next_line, 10);
	ck_assert_str_eq(parts[2].word, "new");
}
END_TEST

START_TEST(test_form_faults)
{
	static const struct {
		const char *text, *what;
		int code;
	} rows[] = {
		{"", "empty", SEN_FAIL},
		{"# only help\n\n", "empty", SEN_FAIL},
		{"home: x\n", "line 1 of the form stands before", SEN_INVALID},
		{"\n-- T7\n", "line 2 of the form: a target stands before", SEN_INVALID},
		{"== \n", "line 1 of the form: a heading", SEN_INVALID},
		{"== PL4\nhome: <<<\nx\n", "line 2 of the form: the text", SEN_INVALID},
	};
	struct sen_plan_part *parts;
	size_t count;

	for (size_t i = 0; i < SEN_COUNT(rows); i++)
		fails(sen_plan_form_split(records_arena, rows[i].text, &parts, &count, E), rows[i].code,
		      rows[i].what);
}
END_TEST

Suite *suite_plan(void)
{
	Suite *suite = suite_create("plan");
	TCase *tcase = tcase_create("plan");

	tcase_add_checked_fixture(tcase, setup, children_teardown);
	tcase_add_loop_test(tcase, test_results, 0, SEN_COUNT(words));
	tcase_add_test(tcase, test_no_result);
	tcase_add_loop_test(tcase, test_due, 0, SEN_COUNT(dues));
	tcase_add_test(tcase, test_versions);
	tcase_add_test(tcase, test_agreed_stands);
	tcase_add_test(tcase, test_cycles);
	tcase_add_loop_test(tcase, test_vague, 0, SEN_COUNT(wordings));
	tcase_add_test(tcase, test_form);
	tcase_add_test(tcase, test_form_faults);
	suite_add_tcase(suite, tcase);
	return suite;
}

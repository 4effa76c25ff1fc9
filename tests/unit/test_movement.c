/* Movement on the register (R54, R55), and small numbers kept back (R75). */
#include "unit/children.h"

#include <sen/level.h>
#include <sen/movement.h>
#include <sen/views.h>

static void level(int64_t pupil, const char *code, const char *on)
{
	struct sen_move move = {.pupil_id = pupil,
				.level = code,
				.reason = "decided",
				.on = day(on),
				.told = SEN_NO_DATE,
				.corrects = SEN_NO_INT};

	children_store->context.anyway = "a test";
	ok(sen_level_move(children_store, &move, &records_err));
}

static void needs(int64_t pupil, const char *a, const char *b, const char *on)
{
	const char *types[] = {a, b};

	ok(sen_needs_set(children_store, pupil, types, b ? 2 : 1, day(on), NULL, "test", &records_err));
}

static struct sen_movement between(const char *from, const char *until)
{
	struct sen_movement movement;

	ok(sen_movement(children_store, day(from), day(until), &movement, &records_err));
	return movement;
}

static const int64_t *group(const struct sen_movement *movement, const char *by, const char *code)
{
	for (size_t i = 0; i < movement->group_count; i++)
		if (strcmp(movement->groups[i].by, by) == 0 && strcmp(movement->groups[i].group, code) == 0)
			return movement->groups[i].n;
	ck_abort_msg("no group %s '%s'", by, code);
	return NULL;
}

static const char *lines(const struct sen_movement *movement)
{
	struct sen_buf out = {.arena = records_arena};
	char iso[11];

	for (size_t i = 0; i < movement->line_count; i++)
		sen_buf_addf(&out, "%s %s P%lld\n", sen_date_text(movement->lines[i].on, iso),
			     movement->lines[i].what, (long long)movement->lines[i].pupil_id);
	return out.text ? out.text : "";
}

START_TEST(a_term_of_moves)
{
	int64_t zoe = child("Zoe", "O'Brien", "3B"), sam = child("Sam", "Reid", "3B"),
		ada = child("Ada", "Lowe", "4A"), ben = child("Ben", "Moss", "4A");
	struct sen_movement movement;
	struct sen_pupil *left;

	level(zoe, "C", "2025-10-01");
	level(sam, "C", "2025-11-03");
	needs(zoe, "SLCN", NULL, "2025-10-01");
	level(ben, "C", "2025-01-06");
	level(ben, "off", "2025-07-07");
	/* In the term: up, new needs, new on the register, back on it, gone. */
	level(zoe, "D", "2026-09-14");
	needs(zoe, "ASD", "SLCN", "2026-10-05");
	level(ada, "A", "2026-09-07");
	level(ada, "C", "2026-10-19");
	level(ben, "C", "2026-11-02");
	left = child_get(sam);
	left->left_on = day("2026-10-23");
	ok(sen_record_update(children_store, &sen_pupil_record, left, &records_err));
	movement = between("2026-09-01", "2026-11-22");
	ck_assert_str_eq(lines(&movement),
			 sen_format(records_arena,
				    "2026-09-14 up P%lld\n2026-10-05 needs P%lld\n2026-10-19 joined P%lld\n"
				    "2026-10-23 left P%lld\n2026-11-02 returned P%lld\n",
				    (long long)zoe, (long long)zoe, (long long)ada, (long long)sam,
				    (long long)ben));
	ck_assert_int_eq(group(&movement, "all", "all")[SEN_MV_START], 2);
	ck_assert_int_eq(group(&movement, "all", "all")[SEN_MV_END], 3);
	ck_assert_int_eq(group(&movement, "all", "all")[SEN_MV_EXITED], 0);
	ck_assert_int_eq(group(&movement, "level", "C")[SEN_MV_UP], 1);
	ck_assert_int_eq(group(&movement, "level", "C")[SEN_MV_OUT], 1);
	ck_assert_int_eq(group(&movement, "level", "D")[SEN_MV_IN], 1);
	ck_assert_int_eq(group(&movement, "need", "SLCN")[SEN_MV_OUT], 1);
	ck_assert_int_eq(group(&movement, "need", "ASD")[SEN_MV_END], 1);
	ck_assert_int_eq(group(&movement, "need", "")[SEN_MV_END], 2);
}
END_TEST

START_TEST(another_policy_is_no_move)
{
	const struct sen_map maps[] = {{"A", "W1"}, {"B", "W2"}, {"C", "W3"}, {"D", "W3"}, {"SSPP", "W3"}};
	int64_t zoe = child("Zoe", "O'Brien", "3B"), ada = child("Ada", "Lowe", "4A");
	struct sen_movement movement;

	level(zoe, "C", "2025-10-01");
	level(ada, "A", "2026-09-07");
	ok(sen_policy_use(children_store, "waves", day("2026-11-02"), maps, SEN_COUNT(maps), NULL,
			  &records_err));
	level(zoe, "W2", "2026-11-16");
	movement = between("2026-09-01", "2026-11-22");
	ck_assert_str_eq(lines(&movement),
			 sen_format(records_arena, "2026-11-16 down P%lld\n", (long long)zoe));
	ck_assert_int_eq(group(&movement, "level", "C")[SEN_MV_OUT], 1);
	ck_assert_int_eq(group(&movement, "level", "W3")[SEN_MV_IN], 1);
	ck_assert_int_eq(group(&movement, "level", "W3")[SEN_MV_OUT], 1);
	ck_assert_int_eq(group(&movement, "level", "W2")[SEN_MV_END], 1);
	ck_assert_int_eq(group(&movement, "all", "all")[SEN_MV_POLICY], 0);
}
END_TEST

/* A level that is on the register by one policy and not by the next. */
START_TEST(a_policy_may_take_children_off)
{
	const struct sen_map maps[] = {{"A", "W1"}, {"B", "W1"}, {"C", "W1"}, {"D", "W3"}, {"SSPP", "W3"}};
	int64_t zoe = child("Zoe", "O'Brien", "3B");
	struct sen_movement movement;

	level(zoe, "C", "2025-10-01");
	ok(sen_policy_use(children_store, "waves", day("2026-11-02"), maps, SEN_COUNT(maps), NULL,
			  &records_err));
	movement = between("2026-09-01", "2026-11-22");
	ck_assert_int_eq(group(&movement, "all", "all")[SEN_MV_START], 1);
	ck_assert_int_eq(group(&movement, "all", "all")[SEN_MV_POLICY], -1);
	ck_assert_int_eq(group(&movement, "all", "all")[SEN_MV_EXITED], 0);
	ck_assert_int_eq(group(&movement, "all", "all")[SEN_MV_END], 0);
}
END_TEST

START_TEST(time_and_age)
{
	int64_t zoe = child("Zoe", "O'Brien", "3B"), ada = child("Ada", "Lowe", "4A");
	struct sen_concern *concern = sen_record_new(records_arena, &sen_concern_record);
	const struct sen_movement_spread *weeks, *age, *gone;
	struct sen_movement movement;

	concern->pupil_id = zoe;
	concern->opened_on = day("2026-07-06");
	concern->source = "staff";
	concern->concern = "follows one instruction";
	ok(sen_record_insert(children_store, &sen_concern_record, concern, &records_err));
	level(zoe, "A", "2026-07-06");
	level(zoe, "C", "2026-09-14"); /* ten weeks */
	level(ada, "C", "2025-09-01");
	level(ada, "off", "2026-10-05");
	movement = between("2026-09-01", "2026-11-22");
	weeks = &movement.spreads[SEN_MV_WEEKS_NEW];
	age = &movement.spreads[SEN_MV_AGE_NEW];
	gone = &movement.spreads[SEN_MV_TIME_GONE];
	ck_assert_int_eq(weeks->children, 1);
	ck_assert_int_eq(weeks->median, 70);
	ck_assert_int_eq(age->median, day("2026-09-14") - day("2018-05-12"));
	ck_assert_int_eq(gone->median, day("2026-10-05") - day("2025-09-01"));
	for (size_t i = 0; i < movement.stay_count; i++) {
		const struct sen_movement_stay *stay = &movement.stays[i];

		if (strcmp(stay->level, "A") == 0)
			ck_assert_int_eq(stay->closed_median, 10);
		if (strcmp(stay->level, "C") == 0) {
			ck_assert_int_eq(stay->open, 1);
			ck_assert_int_eq(stay->open_median, 10); /* 69 days */
			ck_assert_int_eq(stay->closed, 1);
			ck_assert_int_eq(stay->closed_longest, 57);
		}
	}
}
END_TEST

START_TEST(a_period_that_is_none)
{
	struct sen_movement movement;

	fails(sen_movement(children_store, day("2026-09-01"), day("2026-09-01"), &movement, &records_err),
	      SEN_INVALID, "ends before it begins");
}
END_TEST

/* ---- Small numbers ---- */

enum { CELLS = 3, MOST = 12, LEAST = 5 };

/* Could the counts also be these, by what is shown?  A hidden one is shown as
 * small where it is not veiled. */
static bool fits(const int64_t *shown, const bool *hidden, bool veiled, const int64_t *other, int64_t sum)
{
	bool other_hidden[CELLS], other_veiled;
	int64_t all = 0;

	for (size_t i = 0; i < CELLS; i++)
		all += other[i];
	if (all != sum)
		return false;
	sen_small_numbers(other, CELLS, LEAST, other_hidden, &other_veiled);
	for (size_t i = 0; i < CELLS; i++)
		if (hidden[i] != other_hidden[i] || (!hidden[i] && shown[i] != other[i]))
			return false;
	return veiled == other_veiled;
}

/* Whoever knows the rule itself cannot tell a small number: there is always
 * another set of counts that would be shown alike. */
static void cannot_be_told(const int64_t *counts)
{
	bool hidden[CELLS], veiled, sure[CELLS];
	int64_t sum = counts[0] + counts[1] + counts[2], other[CELLS];

	sen_small_numbers(counts, CELLS, LEAST, hidden, &veiled);
	for (size_t i = 0; i < CELLS; i++)
		sure[i] = hidden[i];
	for (other[0] = 0; other[0] <= 2 * MOST; other[0]++)
		for (other[1] = 0; other[1] <= 2 * MOST; other[1]++) {
			other[2] = sum - other[0] - other[1];
			if (other[2] < 0 || !fits(counts, hidden, veiled, other, sum))
				continue;
			for (size_t i = 0; i < CELLS; i++)
				sure[i] = sure[i] && other[i] == counts[i];
		}
	for (size_t i = 0; i < CELLS; i++) {
		ck_assert_msg(counts[i] == 0 || counts[i] >= LEAST || hidden[i], "%d %d %d shows a small one",
			      (int)counts[0], (int)counts[1], (int)counts[2]);
		ck_assert_msg(!sure[i] || counts[i] >= LEAST || sum < LEAST, "%d %d %d: the %zuth is told",
			      (int)counts[0], (int)counts[1], (int)counts[2], i);
	}
}

START_TEST(no_difference_tells_a_small_number)
{
	int64_t counts[CELLS];

	for (counts[0] = 0; counts[0] <= MOST; counts[0]++)
		for (counts[1] = 0; counts[1] <= MOST; counts[1]++)
			for (counts[2] = 0; counts[2] <= MOST; counts[2]++)
				cannot_be_told(counts);
}
END_TEST

START_TEST(what_is_hidden)
{
	static const struct {
		int64_t counts[CELLS];
		bool hidden[CELLS], veiled;
	} rows[] = {
		{{20, 8, 0}, {false, false, false}, false}, {{20, 8, 1}, {false, true, true}, true},
		{{20, 3, 2}, {false, true, true}, false},   {{20, 1, 1}, {true, true, true}, true},
		{{1, 1, 0}, {true, true, true}, true},
	};

	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		bool hidden[CELLS], veiled;

		sen_small_numbers(rows[i].counts, CELLS, LEAST, hidden, &veiled);
		ck_assert_int_eq(veiled, rows[i].veiled);
		for (size_t k = 0; k < CELLS; k++)
			ck_assert_msg(hidden[k] == rows[i].hidden[k], "row %zu, cell %zu", i, k);
	}
}
END_TEST

START_TEST(sets_of_the_policy)
{
	struct sen_question_set set;
	int64_t least;

	ok(sen_question_set(children_store, "Parents", day("2026-11-22"), &set, &records_err));
	ck_assert_str_eq(set.audience, "parent");
	ck_assert_ptr_nonnull(sen_question_find(&set, "told"));
	ck_assert_ptr_nonnull(sen_question_find(&set, "we are told how our child is getting on."));
	ck_assert_ptr_null(sen_question_find(&set, "tol"));
	fails(sen_question_set(children_store, "governors", day("2026-11-22"), &set, &records_err),
	      SEN_NOTFOUND, "no set of questions");
	ok(sen_small_least(children_store, day("2026-11-22"), &least, &records_err));
	ck_assert_int_eq(least, 5);
}
END_TEST

Suite *suite_movement(void)
{
	Suite *suite = suite_create("movement");
	TCase *tc = tcase_create("movement");

	tcase_add_checked_fixture(tc, children_setup, children_teardown);
	tcase_add_test(tc, a_term_of_moves);
	tcase_add_test(tc, another_policy_is_no_move);
	tcase_add_test(tc, a_policy_may_take_children_off);
	tcase_add_test(tc, time_and_age);
	tcase_add_test(tc, a_period_that_is_none);
	tcase_add_test(tc, no_difference_tells_a_small_number);
	tcase_add_test(tc, what_is_hidden);
	tcase_add_test(tc, sets_of_the_policy);
	suite_add_tcase(suite, tc);
	return suite;
}

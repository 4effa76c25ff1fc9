/* Many children at once (cli.md 1). */
#include "unit/children.h"

#include <sen/level.h>

static int64_t *ids;
static size_t count;
static bool selector;

static int choose(const char *text)
{
	return sen_pupil_select(children_store, text, &ids, &count, &selector, &records_err);
}

static void chosen(const char *text, size_t n, int64_t first)
{
	ok(choose(text));
	ck_assert_msg(count == n && ids[0] == first, "'%s': %zu, P%lld", text, count,
		      count ? (long long)ids[0] : 0);
}

static void level(int64_t pupil, const char *code)
{
	struct sen_move move = {.pupil_id = pupil,
				.level = code,
				.reason = "because",
				.on = SEN_NO_DATE,
				.told = SEN_NO_DATE,
				.corrects = SEN_NO_INT};

	ok(sen_level_move(children_store, &move, &records_err));
}

START_TEST(by_what_they_have)
{
	int64_t zoe = child("Zoe", "O'Brien", "3B"), adam = child("Adam", "Kowal", "3B");
	int64_t eve = child("Eve", "Ash", "4A");
	const char *types[] = {"SLCN", "MLD"};

	level(zoe, "C");
	level(adam, "A");
	ok(sen_needs_set(children_store, zoe, types, 2, SEN_NO_DATE, NULL, NULL, &records_err));
	chosen("@3B", 2, adam); /* in order of name */
	ck_assert(selector);
	chosen("@3b", 2, adam);
	chosen("@4A", 1, eve);
	chosen("year:3", 3, eve);
	chosen("register", 1, zoe);
	chosen("monitored", 1, adam);
	chosen("level:c", 1, zoe);
	chosen("need:mld", 1, zoe);
	chosen("eve", 1, eve);
	ck_assert(!selector);
	fails(choose("@9Z"), SEN_NOTFOUND, "'9Z'");
	fails(choose("level:D"), SEN_NOTFOUND, "at level 'D'");
	fails(choose("due:concern-window"), SEN_NOTFOUND, "concern-window");
	fails(choose("nobody"), SEN_NOTFOUND, "'nobody'");
}
END_TEST

START_TEST(those_who_left_are_out)
{
	int64_t zoe = child("Zoe", "O'Brien", "3B");
	struct sen_pupil *pupil = child_get(zoe);

	level(zoe, "C");
	pupil->left_on = day("2026-11-20");
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
	fails(choose("@3B"), SEN_NOTFOUND, "'3B'");
	fails(choose("register"), SEN_NOTFOUND, "no child is on the SEND register");
}
END_TEST

Suite *suite_select(void)
{
	Suite *suite = suite_create("select");
	TCase *tcase = tcase_create("select");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, by_what_they_have);
	tcase_add_test(tcase, those_who_left_are_out);
	suite_add_tcase(suite, tcase);
	return suite;
}

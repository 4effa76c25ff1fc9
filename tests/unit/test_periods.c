/* Periods: enrolment, context, levels; closed ones stay, none overlap. */
#include "unit/children.h"

#include <sen/level.h>

static struct sen_register_entry *entry(int64_t pupil, const char *level, const char *from)
{
	struct sen_register_entry *e = sen_record_new(records_arena, &sen_register_record);

	e->pupil_id = pupil;
	e->policy_id = 1;
	e->level = e->level_name = level;
	e->census = "K";
	e->kind = "register";
	e->from_on = from ? day(from) : SEN_NO_DATE;
	return e;
}

START_TEST(a_class_follows_another)
{
	int64_t id = child("Zoe", "O'Brien", "3B");
	struct sen_enrolment *in = sen_record_new(records_arena, &sen_enrolment_record);

	in->pupil_id = id;
	in->class_name = "3B";
	in->year = "3";
	in->from_on = day("2026-10-01");
	ok(sen_enrolment_set(children_store, in, &records_err)); /* no change */
	ck_assert_int_eq(children_number("SELECT count(*) FROM enrolment"), 1);
	in->head = (struct sen_head){.id = 0};
	in->class_name = "4A";
	in->from_on = day("2026-10-01");
	ok(sen_enrolment_set(children_store, in, &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM enrolment"), 2);
	ck_assert_int_eq(children_number("SELECT count(*) FROM enrolment WHERE class = '3B'"
					 " AND until_on = '2026-10-01'"),
			 1);
	in->head = (struct sen_head){.id = 0};
	in->class_name = "4B"; /* the same day: put right */
	ok(sen_enrolment_set(children_store, in, &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM enrolment"), 2);
	in->head = (struct sen_head){.id = 0};
	in->class_name = "5A";
	in->from_on = day("2026-09-15");
	fails(sen_enrolment_set(children_store, in, &records_err), SEN_INVALID, "since");
}
END_TEST

START_TEST(context_is_turned_on_and_off)
{
	struct sen_flag flag;
	int64_t id = child("Zoe", "O'Brien", NULL);

	sen_record_blank(&sen_flag_record, &flag);
	flag.pupil_id = id;
	flag.flag = "eal";
	flag.from_on = day("2026-09-01");
	ok(sen_flag_set(children_store, &flag, true, &records_err));
	flag.head.id = 0;
	ok(sen_flag_set(children_store, &flag, true, &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM flag"), 1);
	flag.from_on = day("2026-11-01");
	ok(sen_flag_set(children_store, &flag, false, &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM flag WHERE until_on = '2026-11-01'"), 1);
	flag.head.id = 0;
	flag.from_on = day("2026-10-01");
	flag.until_on = SEN_NO_DATE;
	fails(sen_record_insert(children_store, &sen_flag_record, &flag, &records_err), SEN_INVALID,
	      "already in that time");
}
END_TEST

START_TEST(levels_never_overlap)
{
	struct sen_register_entry out;
	int64_t id = child("Zoe", "O'Brien", NULL);

	ok(sen_register_set(children_store, entry(id, "C", NULL), &records_err)); /* since unknown */
	ok(sen_register_set(children_store, entry(id, "D", "2026-10-01"), &records_err));
	ok(sen_register_on(children_store, id, day("2026-09-30"), &out, &records_err));
	ck_assert_str_eq(out.level, "C");
	ok(sen_register_on(children_store, id, day("2026-10-01"), &out, &records_err));
	ck_assert_str_eq(out.level, "D");
	fails(sen_register_set(children_store, entry(id, "C", "2026-09-01"), &records_err), SEN_INVALID,
	      "before that day is not possible");
	fails(sen_record_insert(children_store, &sen_register_record, entry(id, "C", "2026-09-01"),
				&records_err),
	      SEN_INVALID, "another level in that time");
	ok(sen_register_close(children_store, id, day("2026-11-01"), "better", &records_err));
	ok(sen_register_close(children_store, id, day("2026-11-02"), "again", &records_err));
	ok(sen_register_on(children_store, id, day("2026-11-01"), &out, &records_err));
	ck_assert_int_eq(out.head.id, 0);
	fails(sen_record_insert(children_store, &sen_register_record, entry(id, "C", "2017-01-01"),
				&records_err),
	      SEN_INVALID, "before the child was born");
}
END_TEST

static struct sen_move move_of(int64_t pupil, const char *level, const char *on)
{
	return (struct sen_move){.pupil_id = pupil,
				 .level = level,
				 .reason = "because",
				 .on = on ? day(on) : SEN_NO_DATE,
				 .told = SEN_NO_DATE,
				 .corrects = SEN_NO_INT};
}

START_TEST(moves_go_by_the_policy)
{
	int64_t id = child("Zoe", "O'Brien", NULL);
	struct sen_move move = move_of(id, "c", "2026-10-01");

	ok(sen_level_move(children_store, &move, &records_err));
	ck_assert_str_eq(move.after.census, "K");
	ck_assert_str_eq(move.after.kind, "register");
	ck_assert_int_eq(move.after.policy_id, 1);
	move = move_of(id, "Z", NULL);
	fails(sen_level_move(children_store, &move, &records_err), SEN_INVALID, "has no level 'Z'");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "SSPP"));
	move = move_of(id, "B", NULL);
	fails(sen_level_move(children_store, &move, &records_err), SEN_USAGE, "may be on the SEND register");
	move.on_register = "no";
	ok(sen_level_move(children_store, &move, &records_err));
	ck_assert_str_eq(move.after.kind, "none");
	ck_assert_str_eq(move.after.census, "N");
	move = move_of(id, "D", "2026-11-23");
	fails(sen_level_move(children_store, &move, &records_err), SEN_INVALID, "has not come yet");
	move = move_of(id, "A", NULL);
	move.on_register = "yes";
	fails(sen_level_move(children_store, &move, &records_err), SEN_INVALID,
	      "is not on the SEND register");
}
END_TEST

START_TEST(a_mistake_is_replaced)
{
	int64_t id = child("Zoe", "O'Brien", NULL);
	struct sen_move move = move_of(id, "A", "2026-09-10");
	struct sen_register_entry out;

	ok(sen_level_move(children_store, &move, &records_err));
	move = move_of(id, "C", "2026-10-20");
	ok(sen_level_move(children_store, &move, &records_err));
	move = move_of(id, "D", "2026-10-20");
	fails(sen_level_move(children_store, &move, &records_err), SEN_CONFLICT, "that very day");
	move = move_of(id, "D", "2026-10-10");
	move.corrects = 2;
	ok(sen_level_move(children_store, &move, &records_err));
	ok(sen_register_on(children_store, id, day("2026-10-09"), &out, &records_err));
	ck_assert_str_eq(out.level, "A");
	ok(sen_register_on(children_store, id, day("2026-10-10"), &out, &records_err));
	ck_assert_str_eq(out.level, "D");
	ck_assert_int_eq(out.corrects, 2);
	move.corrects = 2;
	fails(sen_level_move(children_store, &move, &records_err), SEN_INVALID, "no entry of P1");
}
END_TEST

START_TEST(off_keeps_who_and_when)
{
	int64_t id = child("Zoe", "O'Brien", NULL);
	struct sen_move move = move_of(id, "off", NULL);
	struct sen_register_entry out;

	fails(sen_level_move(children_store, &move, &records_err), SEN_CONFLICT, "at no level");
	move = move_of(id, "C", "2026-09-10");
	ok(sen_level_move(children_store, &move, &records_err));
	move = move_of(id, "off", "2026-11-01");
	ok(sen_level_move(children_store, &move, &records_err));
	ok(sen_register_on(children_store, id, day("2026-11-01"), &out, &records_err));
	ck_assert_int_eq(out.head.id, 0);
	move = move_of(id, "off", NULL);
	move.told = day("2026-11-02");
	ok(sen_level_move(children_store, &move, &records_err));
	ck_assert_int_eq(move.moved, SEN_MOVED_TOLD);
	ck_assert_int_eq(children_number("SELECT count(*) FROM register_entry WHERE level = 'off'"
					 " AND told_on = '2026-11-02' AND until_on = from_on"),
			 1);
}
END_TEST

START_TEST(a_real_term_takes_the_assumed_ones_place)
{
	struct sen_term *term = sen_record_new(records_arena, &sen_term_record);

	term->kind = "term";
	term->name = "Autumn, usual";
	term->from_on = day("2026-09-02");
	term->until_on = day("2026-12-19");
	term->assumed = 1;
	ok(sen_record_insert(children_store, &sen_term_record, term, &records_err));
	term->name = "Autumn";
	term->from_on = day("2026-09-07");
	term->assumed = SEN_NO_INT;
	ok(sen_record_insert(children_store, &sen_term_record, term, &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM term WHERE voided_at IS NULL"), 1);
	term->head = (struct sen_head){.id = 0};
	term->from_on = day("2026-10-07");
	fails(sen_record_insert(children_store, &sen_term_record, term, &records_err), SEN_CONFLICT,
	      "overlaps");
	term->from_on = day("2026-12-19");
	fails(sen_record_insert(children_store, &sen_term_record, term, &records_err), SEN_INVALID,
	      "not after the first day");
	ok(sen_term_close(children_store, day("2026-12-01"), day("2026-12-02"), "Snow", &records_err));
}
END_TEST

Suite *suite_periods(void)
{
	Suite *suite = suite_create("periods");
	TCase *tcase = tcase_create("periods");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, a_class_follows_another);
	tcase_add_test(tcase, context_is_turned_on_and_off);
	tcase_add_test(tcase, levels_never_overlap);
	tcase_add_test(tcase, moves_go_by_the_policy);
	tcase_add_test(tcase, a_mistake_is_replaced);
	tcase_add_test(tcase, off_keeps_who_and_when);
	tcase_add_test(tcase, a_real_term_takes_the_assumed_ones_place);
	suite_add_tcase(suite, tcase);
	return suite;
}

/* The one write path, and fields from text. */
#include "store/private.h"
#include "unit/records.h"

#include <stdio.h>
#include <string.h>

static struct sen_store *store;

static void setup(void)
{
	records_setup();
	store = records_open(SEN_WRITE);
}

static void teardown(void)
{
	sen_store_close(store);
	records_teardown();
}

static int64_t number(const char *sql)
{
	int64_t out;

	ok(audit_flush(store, &records_err));	      /* entries wait until sixteen are together, */
	ok(store_touched_flush(store, &records_err)); /* marks for the next that is not in a row */
	ok(db_int(store->db, sql, -1, &out, &records_err));
	return out;
}

START_TEST(inserted_and_read_back)
{
	struct sen_staff *staff = sen_record_new(records_arena, &sen_staff_record), got;

	staff->name = "Zo\xc3\xab O'Brien";
	staff->role = "ta";
	staff->from_on = sen_date_iso("2026-09-01");
	ok(sen_record_insert(store, &sen_staff_record, staff, &records_err));
	ck_assert_int_eq(staff->head.id, 1);
	ck_assert_int_eq(staff->head.rev, 1);
	ck_assert_int_eq(staff->head.school_id, 1);
	ck_assert_uint_eq(strlen(staff->head.uid), 32);
	ok(sen_record_get(store, &sen_staff_record, 1, &got, &records_err));
	ck_assert_str_eq(got.name, staff->name);
	ck_assert_str_eq(got.head.uid, staff->head.uid);
	ck_assert_int_eq(got.from_on, staff->from_on);
	ck_assert_int_eq(got.until_on, SEN_NO_DATE);
	ck_assert_ptr_null(got.email);
	ck_assert_ptr_null(got.head.voided_at);
	fails(sen_record_get(store, &sen_staff_record, 2, &got, &records_err), SEN_NOTFOUND, "no staff ST2");
	staff->name = NULL;
	fails(sen_record_insert(store, &sen_staff_record, staff, &records_err), SEN_INVALID,
	      "--name is missing");
}
END_TEST

START_TEST(only_what_changed_is_written)
{
	struct sen_staff staff;
	int64_t id = records_staff(store, "Ann Archer");

	ok(sen_record_get(store, &sen_staff_record, id, &staff, &records_err));
	ok(sen_record_update(store, &sen_staff_record, &staff, &records_err));
	ck_assert_int_eq(staff.head.rev, 1);
	ck_assert_int_eq(number("SELECT count(*) FROM audit"), 2); /* the school, the insert */
	staff.note = "moved";
	staff.role = "head";
	ok(sen_record_update(store, &sen_staff_record, &staff, &records_err));
	ck_assert_int_eq(staff.head.rev, 2);
	ck_assert_int_eq(number("SELECT rev FROM staff"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM audit WHERE fields = 'role,note' AND rev = 2"), 1);
	staff.head.id = 99;
	fails(sen_record_update(store, &sen_staff_record, &staff, &records_err), SEN_NOTFOUND, "ST99");
}
END_TEST

/* More sets of fields than statements are kept. */
START_TEST(many_shapes_of_change)
{
	struct sen_staff staff;
	int64_t id = records_staff(store, "Ann Archer");
	int i;

	ok(sen_record_get(store, &sen_staff_record, id, &staff, &records_err));
	for (i = 1; i < 60; i++) {
		staff.name = i & 1 ? "A" : "B";
		staff.note = i & 2 ? "A" : "B";
		staff.phone = i & 4 ? "1" : NULL;
		staff.class_name = i & 8 ? "3B" : NULL;
		staff.until_on = i & 16 ? sen_date_iso("2027-01-01") : SEN_NO_DATE;
		ok(sen_record_update(store, &sen_staff_record, &staff, &records_err));
		ck_assert_int_eq(staff.head.rev, i + 1);
		ck_assert_int_eq(number("SELECT until_on IS NOT NULL FROM staff"), (i & 16) != 0);
		ck_assert_int_eq(number("SELECT phone IS NOT NULL FROM staff"), (i & 4) != 0);
	}
}
END_TEST

START_TEST(revisions)
{
	struct sen_staff staff;
	int64_t id = records_staff(store, "Ann Archer"), other = records_staff(store, "Ben Boyd");

	ok(sen_record_get(store, &sen_staff_record, id, &staff, &records_err));
	store->context.if_rev = 2;
	staff.note = "x";
	fails(sen_record_update(store, &sen_staff_record, &staff, &records_err), SEN_CONFLICT,
	      "at revision 1, not 2");
	store->if_rev_met = false;
	store->context.if_rev = 1;
	ok(sen_record_update(store, &sen_staff_record, &staff, &records_err));
	/* It was about the first record only. */
	ok(sen_record_void(store, &sen_staff_record, id, "x", &records_err));
	store->if_rev_met = false;
	store->context.if_rev = 5;
	fails(sen_record_void(store, &sen_staff_record, other, "x", &records_err), SEN_CONFLICT, "not 5");
}
END_TEST

START_TEST(removed_and_put_back)
{
	struct sen_staff staff;
	int64_t id = records_staff(store, "Ann Archer");

	ok(sen_record_get(store, &sen_staff_record, id, &staff, &records_err));
	ok(sen_record_void(store, &sen_staff_record, id, "a slip", &records_err));
	ck_assert_int_eq(number("SELECT count(*) FROM staff WHERE voided_at = '2026-11-22T09:00:00Z'"), 1);
	fails(sen_record_void(store, &sen_staff_record, id, "again", &records_err), SEN_INVALID,
	      "was removed");
	staff.note = "x";
	fails(sen_record_update(store, &sen_staff_record, &staff, &records_err), SEN_INVALID, "was removed");
	ok(sen_record_unvoid(store, &sen_staff_record, id, "undo", &records_err));
	fails(sen_record_unvoid(store, &sen_staff_record, id, "undo", &records_err), SEN_INVALID,
	      "was not removed");
	ok(sen_record_update(store, &sen_staff_record, &staff, &records_err));
	ck_assert_int_eq(staff.head.rev, 4);
}
END_TEST

/* ---- Hooks, on a kind of the test's own ---- */

static int checked, changed, changed_old, changed_new;

static int hook_check(struct sen_store *s, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_note *note = record, *was = old;

	(void)s;
	checked++;
	ck_assert(!was || was->head.id == note->head.id);
	return strcmp(note->note, "bad") ? 0 : sen_fail(err, SEN_INVALID, "refused");
}

static int hook_changed(struct sen_store *s, const void *record, const void *old, struct sen_err *err)
{
	(void)s;
	(void)err;
	changed++;
	changed_new += record != NULL;
	changed_old += old != NULL;
	return 0;
}

static struct sen_record hooked(void)
{
	struct sen_record kind = sen_note_record;

	kind.check = hook_check;
	kind.changed = hook_changed;
	kind.flags |= SEN_R_OWED;
	return kind;
}

START_TEST(hooks_and_touch)
{
	struct sen_record kind = hooked();
	struct sen_note *note = sen_record_new(records_arena, &kind);
	int64_t first = records_pupil(store, "Mills", NULL), second = records_pupil(store, "Nunn", NULL);

	store->touched = store->touched_from = 0; /* what the pupils themselves touched */
	note->pupil_id = first;
	note->noted_on = records_context.today;
	note->note = "bad";
	fails(sen_record_insert(store, &kind, note, &records_err), SEN_INVALID, "refused");
	ck_assert_int_eq(number("SELECT count(*) FROM note"), 0);
	note->note = "seen in the playground";
	ok(sen_record_insert(store, &kind, note, &records_err));
	ck_assert(checked == 2 && changed == 1 && changed_old == 0 && changed_new == 1);
	ck_assert_int_eq(number("SELECT pupil_id FROM touched"), first);
	ck_assert_int_eq(number("SELECT pupil_id FROM audit WHERE noun = 'note'"), first);
	note->pupil_id = second;
	ok(sen_record_update(store, &kind, note, &records_err));
	ck_assert(checked == 3 && changed == 2 && changed_old == 1 && changed_new == 2);
	ck_assert_int_eq(number("SELECT count(*) FROM touched"), 2); /* the one it left, too */
	ok(sen_record_void(store, &kind, note->head.id, NULL, &records_err));
	ck_assert(changed == 3 && changed_old == 2 && changed_new == 2);
}
END_TEST

START_TEST(a_loop_within_a_loop)
{
	static const char tail[] = "WHERE voided_at IS NULL ORDER BY id";
	struct db_stmt *outer, *inner;
	struct sen_staff staff;
	int rows = 0;

	records_staff(store, "Ann Archer");
	records_staff(store, "Ben Boyd");
	ok(record_select(store, &sen_staff_record, tail, &outer, &records_err));
	while (db_step(outer, &records_err) > 0) {
		ok(record_read(outer, &sen_staff_record, &staff, records_arena, &records_err));
		ok(record_select(store, &sen_staff_record, tail, &inner, &records_err));
		while (db_step(inner, &records_err) > 0)
			rows++;
		db_reset(inner);
	}
	db_reset(outer);
	ck_assert_int_eq(rows, 4);
	ok(record_select(store, &sen_staff_record, tail, &inner, &records_err));
	ck_assert(inner == outer || !db_active(inner));
}
END_TEST

START_TEST(columns_by_name)
{
	struct sen_staff staff;
	DB_STMT *stmt = NULL, *extra = NULL;

	records_staff(store, "Ann Archer");
	ok(db_prepare(store->db, "SELECT role, voided_at, rev, school_id, name, uid, id FROM staff", &stmt,
		      &records_err));
	ck_assert_int_eq(db_step(stmt, &records_err), 1);
	ok(record_read(stmt, &sen_staff_record, &staff, records_arena, &records_err));
	ck_assert_str_eq(staff.name, "Ann Archer");
	ck_assert_ptr_null(staff.email);
	ck_assert_int_eq(staff.head.id, 1);
	ok(db_prepare(store->db, "SELECT id, uid, school_id, rev, voided_at, 1 AS odd FROM staff", &extra,
		      &records_err));
	ck_assert_int_eq(db_step(extra, &records_err), 1);
	fails(record_read(extra, &sen_staff_record, &staff, records_arena, &records_err), SEN_FAIL, "odd");
}
END_TEST

START_TEST(of_a_pupil)
{
	struct sen_note *note = sen_record_new(records_arena, &sen_note_record), *notes;
	int64_t pupil = records_pupil(store, "Mills", NULL);
	void *records;
	size_t count;
	int i;

	note->noted_on = records_context.today;
	note->note = "seen";
	for (i = 0; i < 20; i++) {
		note->pupil_id = pupil;
		ok(sen_record_insert(store, &sen_note_record, note, &records_err));
	}
	ok(sen_record_void(store, &sen_note_record, 3, "x", &records_err));
	ok(sen_record_of_pupil(store, &sen_note_record, pupil, &records, &count, &records_err));
	notes = records;
	ck_assert_uint_eq(count, 19);
	ck_assert_int_eq(notes[2].head.id, 4);
	ck_assert_int_eq(notes[18].head.id, 20);
	ok(sen_record_of_pupil(store, &sen_note_record, 999, &records, &count, &records_err));
	ck_assert_uint_eq(count, 0);
	note->pupil_id = 999;
	ck_assert_int_lt(sen_record_insert(store, &sen_note_record, note, &records_err), 0);
}
END_TEST

START_TEST(the_same_upn_twice)
{
	char upn[] = "A330203400001";

	upn[0] = sen_upn_letter(upn);
	records_pupil(store, "Mills", upn);
	{
		struct sen_pupil *pupil = sen_record_new(records_arena, &sen_pupil_record);

		pupil->surname = pupil->sort_key = "Nunn";
		pupil->forename = "Zoe";
		pupil->upn = upn;
		ck_assert_int_eq(sen_record_insert(store, &sen_pupil_record, pupil, &records_err),
				 SEN_CONFLICT);
		ck_assert(!strstr(records_err.msg, "Nunn") && !strstr(records_err.msg, "Mills"));
	}
}
END_TEST

/* ---- Fields ---- */

struct every {
	struct sen_head head;
	const char *name, *line, *note, *code, *free;
	sen_date on, due, seen;
	int64_t count, yes, pence, minutes, staff, small;
};
static const struct sen_code_row colours[] = {{"red", "Red as a rose"}, {"green", "Green"}, {NULL, NULL}};
#define S struct every
static const struct sen_field every_fields[] = {
	{"name", SEN_K_NAME, SEN_FIELD_TEXT(S, name), 0, 0, NULL, NULL, NULL, NULL, ""},
	{"line", SEN_K_LINE, SEN_FIELD_TEXT(S, line), 0, 10, NULL, NULL, NULL, NULL, ""},
	{"note", SEN_K_NOTE, SEN_FIELD_TEXT(S, note), 0, 0, NULL, NULL, NULL, NULL, ""},
	{"code", SEN_K_CODE, SEN_FIELD_TEXT(S, code), 0, 0, colours, NULL, NULL, NULL, ""},
	{"free", SEN_K_CODE, SEN_FIELD_TEXT(S, free), 0, 0, NULL, NULL, NULL, NULL, ""},
	{"begun_on", SEN_K_DATE, SEN_FIELD_DATE(S, on), 0, 0, NULL, NULL, "on", NULL, ""},
	{"due", SEN_K_DATE, SEN_FIELD_DATE(S, due), SEN_F_FUTURE, 0, NULL, NULL, NULL, NULL, ""},
	{"seen_on", SEN_K_DATE, SEN_FIELD_DATE(S, seen), SEN_F_PAST, 0, NULL, NULL, NULL, NULL, ""},
	{"count", SEN_K_INT, SEN_FIELD_INT(S, count), 0, 0, NULL, NULL, NULL, NULL, ""},
	{"yes", SEN_K_BOOL, SEN_FIELD_INT(S, yes), 0, 0, NULL, NULL, NULL, NULL, ""},
	{"pence", SEN_K_PENCE, SEN_FIELD_INT(S, pence), 0, 0, NULL, NULL, NULL, NULL, ""},
	{"minutes", SEN_K_MINUTES, SEN_FIELD_INT(S, minutes), 0, 0, NULL, NULL, NULL, NULL, ""},
	{"staff_id", SEN_K_REF, SEN_FIELD_INT(S, staff), 0, 0, NULL, "staff", "staff", NULL, ""},
	{"small", SEN_K_INT, SEN_FIELD_INT(S, small), 0, 9, NULL, NULL, NULL, NULL, ""},
};
static const struct sen_record every = {.noun = "every",
					.table = "every",
					.prefix = "EV",
					.size = sizeof(S),
					.fields = every_fields,
					.count = SEN_COUNT(every_fields)};

/* `text` NULL: unset; `bad`: what the refusal says. */
static const struct {
	const char *field, *typed, *text, *bad;
} rows[] = {
	{"name", "  Zoe  ", "Zoe", NULL},
	{"name", "", NULL, NULL},
	{"name", "   ", NULL, NULL},
	{"name", "Zoe\nMills", NULL, "--name"},
	{"line", "a\nb", "a b", NULL},
	{"line", "12345678901", NULL, "--line"},
	{"note", "a\r\nb", "a\nb", NULL},
	{"code", "RED", "red", NULL},
	{"code", "red as a rose", "red", NULL},
	{"code", " green ", "green", NULL},
	{"code", "gren", NULL, "--code: 'gren'"},
	{"free", "anything", "anything", NULL},
	{"begun_on", "2026-11-20", "2026-11-20", NULL},
	{"begun_on", "20/11/2026", "2026-11-20", NULL},
	{"begun_on", "mon", "2026-11-16", NULL},
	{"begun_on", "2026-02-30", NULL, "--on"},
	{"begun_on", "31/12/26x", NULL, "--on"},
	{"due", "mon", "2026-11-23", NULL},
	{"due", "end of term", "2026-12-18", NULL},
	{"seen_on", "today", "2026-11-22", NULL},
	{"seen_on", "2026-11-23", NULL, "--seen-on: Mon 23 Nov 2026"},
	{"count", "12", "12", NULL},
	{"count", "-3", "-3", NULL},
	{"count", "1.5", NULL, "--count"},
	{"count", "99999999999999999999", NULL, "--count"},
	{"yes", "Yes", "1", NULL},
	{"yes", "n", "0", NULL},
	{"yes", "TRUE", "1", NULL},
	{"yes", "maybe", NULL, "--yes: it is yes or no"},
	{"pence", "12.34", "1234", NULL},
	{"pence",
	 "\xc2\xa3"
	 "1,234.5",
	 "123450", NULL},
	{"pence", "7", "700", NULL},
	{"pence", "7.", NULL, "--pence"},
	{"pence", "7.345", NULL, "--pence"},
	{"pence", "-7", NULL, "--pence"},
	{"pence", ".5", NULL, "--pence"},
	{"pence", "1,2", NULL, "--pence"},
	{"pence", "9999999999999999999999", NULL, "--pence"},
	{"minutes", "90", "90", NULL},
	{"minutes", "90m", "90", NULL},
	{"minutes", "1h30", "90", NULL},
	{"minutes", "1h", "60", NULL},
	{"minutes", "1h 30m", "90", NULL},
	{"minutes", "1:30", "90", NULL},
	{"minutes", "1h60", NULL, "--minutes"},
	{"minutes", "h", NULL, "--minutes"},
	{"minutes", "-5", NULL, "--minutes"},
	{"staff_id", "ST1", "1", NULL},
	{"staff_id", "st1", "1", NULL},
	{"staff_id", "1", "1", NULL},
	{"staff_id", "ST9", NULL, "--staff: there is no staff ST9"},
	{"staff_id", "C1", NULL, "--staff: 'C1'"},
	{"small", "9", "9", NULL},
	{"small", "10", NULL, "--small"},
};

START_TEST(fields_from_text)
{
	const struct sen_field *field = sen_field_named(&every, rows[_i].field);
	struct every *record = sen_record_new(records_arena, &every);
	const char *got;

	records_staff(store, "Ann Archer");
	ck_assert(sen_field_unset(field, record));
	if (rows[_i].bad) {
		ck_assert_msg(sen_field_set(store, field, record, rows[_i].typed, &records_err) < 0,
			      "%s '%s'", rows[_i].field, rows[_i].typed);
		ck_assert_msg(strstr(records_err.msg, rows[_i].bad) == records_err.msg, "%s",
			      records_err.msg);
		return;
	}
	ok(sen_field_set(store, field, record, rows[_i].typed, &records_err));
	got = sen_field_text(records_arena, field, record);
	if (rows[_i].text)
		ck_assert_msg(got && !strcmp(got, rows[_i].text), "%s '%s': %s", rows[_i].field,
			      rows[_i].typed, got ? got : "unset");
	else
		ck_assert_ptr_null(got);
}
END_TEST

START_TEST(codes_and_hints)
{
	struct every *record = sen_record_new(records_arena, &every);

	ck_assert_int_lt(sen_field_set(store, sen_field_named(&every, "code"), record, "gren", &records_err),
			 0);
	ck_assert_ptr_nonnull(strstr(records_err.hint, "Did you mean 'green'?"));
	ck_assert_ptr_nonnull(strstr(records_err.hint, "red, green"));
	ck_assert_str_eq(sen_code_label(colours, "red"), "Red as a rose");
	ck_assert_str_eq(sen_code_label(colours, "blue"), "blue");
	ck_assert_ptr_null(sen_code_label(colours, NULL));
	ck_assert_ptr_null(sen_code_find(colours, "blue"));
	ck_assert_ptr_null(sen_field_named(&every, "none"));
}
END_TEST

Suite *suite_record(void)
{
	Suite *suite = suite_create("record");
	TCase *tc = tcase_create("record");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, inserted_and_read_back);
	tcase_add_test(tc, only_what_changed_is_written);
	tcase_add_test(tc, many_shapes_of_change);
	tcase_add_test(tc, revisions);
	tcase_add_test(tc, removed_and_put_back);
	tcase_add_test(tc, hooks_and_touch);
	tcase_add_test(tc, a_loop_within_a_loop);
	tcase_add_test(tc, columns_by_name);
	tcase_add_test(tc, of_a_pupil);
	tcase_add_test(tc, the_same_upn_twice);
	tcase_add_loop_test(tc, fields_from_text, 0, (int)SEN_COUNT(rows));
	tcase_add_test(tc, codes_and_hints);
	suite_add_tcase(suite, tc);
	return suite;
}

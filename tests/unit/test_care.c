/* Looking after the file: check, backup, restore, export and import. */
#include "store/care.h"
#include "unit/suites.h"

#include <fcntl.h>
#include <sen/pupil.h>
#include <sen/school.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static struct sen_arena *arena;
static struct sen_err err;
static int64_t doubtful;
static char folder[64];
static struct sen_context context;

static void setup(void)
{
	arena = sen_arena_new();
	err = (struct sen_err){0};
	context = (struct sen_context){.verb = "test",
				       .today = sen_date_iso("2026-11-22"),
				       .if_rev = SEN_NO_INT,
				       .as_at = SEN_NO_DATE};
	snprintf(folder, sizeof(folder), "/tmp/sendctl-care.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void teardown(void)
{
	const char *command = sen_format(arena, "rm -rf '%s'", folder);
	ck_assert_int_eq(system(command), 0);
	sen_arena_free(arena);
}

static const char *at(const char *name)
{
	return sen_format(arena, "%s/%s", folder, name);
}

static void good(int rc)
{
	ck_assert_msg(rc >= 0, "%d %s", rc, err.msg);
}

static struct sen_store *opened(const char *name, enum sen_mode mode)
{
	struct sen_store *store;
	good(sen_store_open(arena, at(name), mode, &context, &store, &err));
	good(sen_store_begin(store, &err));
	return store;
}

static void closed(struct sen_store *store)
{
	good(sen_store_settle(store, &err));
	good(sen_store_commit(store, &err));
	sen_store_close(store);
}

/* A file with a school, a child and a note of it. */
static void make(const char *name)
{
	struct sen_store *store = opened(name, SEN_CREATE);
	struct sen_school *school = sen_record_new(arena, &sen_school_record);
	school->name = "Elm Park \"Primary\"";
	school->dfe = "330/2034";
	school->adopted_on = context.today;
	good(sen_record_insert(store, &sen_school_record, school, &err));
	good(sen_store_school(store, NULL, &err));
	struct sen_pupil *pupil = sen_record_new(arena, &sen_pupil_record);
	pupil->forename = "Zo\xc3\xab";
	pupil->surname = "O'Brien";
	pupil->dob = sen_date_iso("2018-02-03");
	good(sen_record_insert(store, &sen_pupil_record, pupil, &err));
	struct sen_note *note = sen_record_new(arena, &sen_note_record);
	note->pupil_id = pupil->head.id;
	note->noted_on = context.today;
	note->note = "first line\nsecond \"line\"";
	good(sen_record_insert(store, &sen_note_record, note, &err));
	closed(store);
}

static char *whole(const char *name, size_t *len)
{
	char *text = NULL;
	struct sen_buf buf = {.arena = arena};
	FILE *file = fopen(at(name), "r");
	char block[4096];
	size_t n;
	ck_assert_ptr_nonnull(file);
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		sen_buf_addn(&buf, block, n);
	fclose(file);
	text = buf.text;
	*len = buf.len;
	return text;
}

static void export_to(const char *name, const char *to)
{
	struct sen_store *store = opened(name, SEN_READ);
	FILE *out = fopen(at(to), "w");
	ck_assert_ptr_nonnull(out);
	good(sen_db_export(store, out, &err));
	fclose(out);
	sen_store_close(store);
}

START_TEST(export_and_import_are_identical)
{
	size_t first, second;
	make("a.db");
	export_to("a.db", "a.ndjson");
	good(sen_db_import(arena, at("b.db"), at("a.ndjson"), &context, &doubtful, &err));
	export_to("b.db", "b.ndjson");
	const char *one = whole("a.ndjson", &first), *two = whole("b.ndjson", &second);
	ck_assert_uint_eq(first, second);
	ck_assert(!memcmp(one, two, first));
	ck_assert_ptr_nonnull(strstr(one, "Zo\xc3\xab"));
	/* Never over a file. */
	ck_assert_int_eq(sen_db_import(arena, at("b.db"), at("a.ndjson"), &context, &doubtful, &err),
			 SEN_CONFLICT);
}
END_TEST

/* Writes `text` with its first `from` replaced. */
static void damage(const char *text, const char *from, const char *to, const char *name)
{
	const char *found = strstr(text, from);
	FILE *file = fopen(at(name), "w");
	ck_assert_msg(found != NULL, "%s", from);
	fprintf(file, "%.*s%s%s", (int)(found - text), text, to, found + strlen(from));
	fclose(file);
}

START_TEST(import_refuses)
{
	static const struct {
		const char *from, *to, *says;
		int code;
	} cases[] = {
		{"sendctl-export/1", "other/1", "no export", SEN_INVALID},
		{"\"version\":", "\"version\":9", "version", SEN_FILE},
		{"\"pupil\":1", "\"pupil\":2", "its first line says", SEN_INVALID},
		{"\"pupil_id\":1,\"noted_on\"", "\"pupil_id\":2,\"noted_on\"", "refers to", SEN_INVALID},
		{"\"forename\":", "\"forname\":", "column is missing", SEN_INVALID},
		{"{\"table\":\"note\"", "{\"table\":\"nott\"", "table that is not known", SEN_INVALID},
		{"\"verb\":\"test\"", "\"verb\":\"toast\"", "audit", SEN_INVALID},
		{"\"rev\":1", "\"rev\":\"1\"", "wrong kind", SEN_INVALID},
	};
	size_t len;
	make("a.db");
	export_to("a.db", "a.ndjson");
	const char *text = whole("a.ndjson", &len);
	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		damage(text, cases[i].from, cases[i].to, "bad.ndjson");
		int rc = sen_db_import(arena, at("new.db"), at("bad.ndjson"), &context, &doubtful, &err);
		ck_assert_msg(rc == cases[i].code && strstr(err.msg, cases[i].says), "%s: %d %s", cases[i].to,
			      rc, err.msg);
		ck_assert_int_ne(access(at("new.db"), F_OK), 0);
	}
	ck_assert_int_eq(sen_db_import(arena, at("new.db"), at("none"), &context, &doubtful, &err),
			 SEN_NOTFOUND);
}
END_TEST

static const char *severity_of(const struct sen_db_finding *findings, size_t count, const char *what)
{
	for (size_t i = 0; i < count; i++) {
		if (!strcmp(findings[i].what, what))
			return findings[i].severity;
	}
	return "none";
}

START_TEST(check_finds)
{
	struct sen_db_finding *findings;
	size_t count;
	make("a.db");
	struct sen_store *store = opened("a.db", SEN_READ);
	good(sen_db_check(store, at("a.db"), &findings, &count, &err));
	static const char *const fine[] = {"kind",   "integrity", "references",
					   "values", "audit",	  "permissions"};
	for (size_t i = 0; i < SEN_COUNT(fine); i++)
		ck_assert_str_eq(severity_of(findings, count, fine[i]), "ok");
	ck_assert_str_eq(severity_of(findings, count, "backup"), "advice");
	sen_store_close(store);

	store = opened("a.db", SEN_WRITE);
	good(db_exec(store->db,
		     "UPDATE pupil SET sex = 'Q'; UPDATE note SET noted_on = '2026-02-30';"
		     "UPDATE command SET verb = 'other' WHERE id = 1",
		     &err));
	good(sen_store_commit(store, &err));
	sen_store_close(store);
	store = opened("a.db", SEN_READ);
	good(sen_db_check(store, at("a.db"), &findings, &count, &err));
	size_t faults = 0;
	for (size_t i = 0; i < count; i++)
		faults += !strcmp(findings[i].severity, "fault");
	ck_assert_uint_eq(faults, 3);
	ck_assert_str_eq(severity_of(findings, count, "values"), "fault");
	ck_assert_str_eq(severity_of(findings, count, "audit"), "fault");
	sen_store_close(store);
}
END_TEST

static void back_up(const char *name, const char *to, int expected)
{
	struct sen_store *store = opened(name, SEN_WRITE);
	ck_assert_msg(sen_db_backup(store, at(name), at(to), &err) == expected, "%s", err.msg);
	if (expected == 0)
		closed(store);
	else
		sen_store_close(store);
}

static int64_t number(const char *name, const char *sql)
{
	int64_t out;
	struct sen_store *store = opened(name, SEN_READ);
	good(db_int(store->db, sql, -1, &out, &err));
	sen_store_close(store);
	return out;
}

static int files_here(void)
{
	FILE *pipe = popen(sen_format(arena, "ls -a '%s' | wc -l", folder), "r");
	char text[16] = "";
	ck_assert_ptr_nonnull(fgets(text, sizeof(text), pipe));
	pclose(pipe);
	return (int)strtol(text, NULL, 10) - 2;
}

START_TEST(backup_is_whole_and_marked)
{
	struct stat st;
	make("a.db");
	back_up("a.db", "copy.db", 0);
	ck_assert_int_eq(stat(at("copy.db"), &st), 0);
	ck_assert_uint_eq(st.st_mode & 07777, 0600);
	ck_assert_uint_eq(st.st_nlink, 1);
	ck_assert_int_eq(number("copy.db", "SELECT count(*) FROM pupil"), 1);
	ck_assert_int_eq(
		number("copy.db", "SELECT count(*) FROM setting WHERE name = 'backup_head' AND value <> ''"),
		1);
	ck_assert_int_eq(number("a.db", "SELECT count(*) FROM setting WHERE name = 'last_backup'"), 1);
	back_up("a.db", "copy.db", SEN_CONFLICT);
	back_up("a.db", "none/copy.db", SEN_FAIL);
	ck_assert_int_eq(files_here(), 2); /* nothing is left beside */
}
END_TEST

START_TEST(restore_puts_back_and_keeps)
{
	const char *kept;
	make("a.db");
	back_up("a.db", "copy.db", 0);
	struct sen_store *store = opened("a.db", SEN_WRITE);
	good(db_exec(store->db, "UPDATE pupil SET surname = 'Changed'", &err));
	closed(store);
	good(sen_db_restore(arena, at("a.db"), at("copy.db"), &context, &kept, &err));
	ck_assert_ptr_nonnull(kept);
	ck_assert_int_eq(number("a.db", "SELECT count(*) FROM pupil WHERE surname = 'Changed'"), 0);
	ck_assert_int_eq(
		number(kept + strlen(folder) + 1, "SELECT count(*) FROM pupil WHERE surname = 'Changed'"), 1);
	/* It says of itself that it was restored, and its audit still holds. */
	ck_assert_int_eq(
		number("a.db", "SELECT count(*) FROM audit WHERE noun = 'db' AND body LIKE '%restored%'"), 1);
	const char *first = kept;
	good(sen_db_restore(arena, at("a.db"), at("copy.db"), &context, &kept, &err));
	ck_assert_str_eq(kept, sen_format(arena, "%s.2", first));
	ck_assert_int_eq(files_here(), 4);
}
END_TEST

START_TEST(restore_without_or_over_a_damaged_file)
{
	const char *kept;
	make("a.db");
	back_up("a.db", "copy.db", 0);
	ck_assert_int_eq(unlink(at("a.db")), 0);
	good(sen_db_restore(arena, at("a.db"), at("copy.db"), &context, &kept, &err));
	ck_assert_ptr_null(kept);
	ck_assert_int_eq(truncate(at("a.db"), 5000), 0);
	good(sen_db_restore(arena, at("a.db"), at("copy.db"), &context, &kept, &err));
	ck_assert_ptr_nonnull(kept);
	ck_assert_int_eq(number("a.db", "SELECT count(*) FROM pupil"), 1);
}
END_TEST

static void put_file(const char *name, const char *text)
{
	FILE *file = fopen(at(name), "w");
	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	fclose(file);
}

START_TEST(restore_refuses)
{
	const char *kept;
	make("a.db");
	back_up("a.db", "copy.db", 0);
	ck_assert_int_eq(sen_db_restore(arena, at("a.db"), at("none"), &context, &kept, &err), SEN_NOTFOUND);
	put_file("text",
		 "not a database at all, but long enough to be looked at as one: 0123456789 0123456789 "
		 "0123456789");
	ck_assert_int_eq(sen_db_restore(arena, at("a.db"), at("text"), &context, &kept, &err), SEN_FILE);
	put_file("copy.db-wal", "changes that are not in the file yet");
	ck_assert_int_eq(sen_db_restore(arena, at("a.db"), at("copy.db"), &context, &kept, &err), SEN_FILE);
	ck_assert_int_eq(unlink(at("copy.db-wal")), 0);
	struct sen_store *store = opened("copy.db", SEN_WRITE);
	good(db_exec(store->db, "UPDATE command SET verb = 'x' WHERE id = 1", &err));
	good(sen_store_commit(store, &err));
	sen_store_close(store);
	ck_assert_int_eq(sen_db_restore(arena, at("a.db"), at("copy.db"), &context, &kept, &err), SEN_FILE);
	ck_assert_ptr_nonnull(strstr(err.msg, "audit"));
	ck_assert_int_eq(number("a.db", "SELECT count(*) FROM pupil"), 1);
	ck_assert_int_eq(files_here(), 3);
}
END_TEST

static void make_dir(const char *name)
{
	ck_assert_int_eq(system(sen_format(arena, "mkdir -p '%s'", at(name))), 0);
}

START_TEST(disk_encryption)
{
	make_dir("dev/block/8:1");
	ck_assert_int_eq(care_encrypted(folder, makedev(8, 1)), 0);
	ck_assert_int_eq(care_encrypted(folder, makedev(9, 9)), -1);
	make_dir("dev/block/254:0/dm");
	put_file("dev/block/254:0/dm/uuid", "CRYPT-LUKS2-0123\n");
	ck_assert_int_eq(care_encrypted(folder, makedev(254, 0)), 1);
	/* LVM on LUKS, then a second disk in the clear. */
	make_dir("dev/block/254:1/slaves/dm-0");
	make_dir("class/block/dm-0/dm");
	put_file("class/block/dm-0/dm/uuid", "CRYPT-LUKS2-0123\n");
	ck_assert_int_eq(care_encrypted(folder, makedev(254, 1)), 1);
	make_dir("dev/block/254:1/slaves/sdb1");
	make_dir("class/block/sdb1");
	ck_assert_int_eq(care_encrypted(folder, makedev(254, 1)), 0);
}
END_TEST

Suite *suite_care(void)
{
	Suite *suite = suite_create("care");
	TCase *tests = tcase_create("care");
	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, export_and_import_are_identical);
	tcase_add_test(tests, import_refuses);
	tcase_add_test(tests, check_finds);
	tcase_add_test(tests, backup_is_whole_and_marked);
	tcase_add_test(tests, restore_puts_back_and_keeps);
	tcase_add_test(tests, restore_without_or_over_a_damaged_file);
	tcase_add_test(tests, restore_refuses);
	tcase_add_test(tests, disk_encryption);
	suite_add_tcase(suite, tests);
	return suite;
}

/* Opening in each mode, founding, upgrading, the transaction. */
#include "store/schema.h"
#include "unit/records.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char said[4096];

static void say(void *arg, const char *line)
{
	(void)arg;
	snprintf(said, sizeof(said), "%s", line);
}

static const char *in(const char *name)
{
	return sen_format(records_arena, "%s/%s", records_folder, name);
}

static int try_open(enum sen_mode mode)
{
	struct sen_store *store;
	int rc = sen_store_open(records_arena, records_path, mode, &records_context, &store, &records_err);

	if (rc == 0 && (rc = sen_store_begin(store, &records_err)) == 0)
		ck_assert_int_eq(sen_store_school(store, NULL, &records_err), 0);
	sen_store_close(store);
	return rc;
}

START_TEST(one_file_is_one_file)
{
	struct sen_store *store = records_open(SEN_WRITE), *reader;

	records_staff(store, "Ann Archer");
	reader = records_open(SEN_READ);
	ck_assert_int_eq(access(in("records.db-wal"), F_OK), 0);
	records_commit(store);
	sen_store_close(reader);
	ck_assert_int_ne(access(in("records.db-wal"), F_OK), 0);
	ck_assert_int_ne(access(in("records.db-shm"), F_OK), 0);
}
END_TEST

START_TEST(a_read_is_one_snapshot)
{
	struct sen_store *reader = records_open(SEN_READ), *store = records_open(SEN_WRITE);
	struct sen_staff staff;
	int64_t id = records_staff(store, "Ann Archer");

	records_commit(store);
	fails(sen_record_get(reader, &sen_staff_record, id, &staff, &records_err), SEN_NOTFOUND,
	      "no staff ST1");
	sen_store_close(reader);
	reader = records_open(SEN_READ);
	ok(sen_record_get(reader, &sen_staff_record, id, &staff, &records_err));
	sen_store_close(reader);
}
END_TEST

START_TEST(not_committed_is_not_there)
{
	struct sen_store *store = records_open(SEN_WRITE);

	records_staff(store, "Ann Archer");
	ok(sen_store_settle(store, &records_err));
	sen_store_close(store);
	ck_assert_str_eq(records_ask("SELECT count(*) FROM staff"), "0");
	ck_assert_str_eq(records_ask("SELECT count(*) FROM audit"), "1");
	/* The next one in the same store starts from what is there. */
	store = records_open(SEN_WRITE);
	records_staff(store, "Ann Archer");
	sen_store_rollback(store);
	ok(sen_store_begin(store, &records_err));
	ck_assert_int_eq(records_staff(store, "Ben Boyd"), 1);
	records_commit(store);
	ck_assert_str_eq(records_ask("SELECT seq FROM audit_head"), "2");
}
END_TEST

START_TEST(ids_are_not_used_again)
{
	struct sen_store *store = records_open(SEN_WRITE);
	int64_t first = records_staff(store, "Ann Archer");

	ok(sen_record_void(store, &sen_staff_record, first, "left", &records_err));
	records_commit(store);
	store = records_open(SEN_WRITE);
	ck_assert_int_eq(records_staff(store, "Ben Boyd"), first + 1);
	records_commit(store);
}
END_TEST

START_TEST(touched_children)
{
	struct sen_store *store = records_open(SEN_WRITE);
	int64_t count;

	ok(store_touch(store, 5, &records_err));
	ok(store_touch(store, 5, &records_err));
	ok(store_touch(store, 7, &records_err));
	ok(store_touch(store, 5, &records_err));
	ok(store_touch(store, 6, &records_err));
	ok(store_touch(store, 8, &records_err));
	ok(store_touch(store, 9, &records_err));
	ok(store_touched_flush(store, &records_err));
	ok(db_int(store->db, "SELECT count(*) FROM touched", 0, &count, &records_err));
	ck_assert_int_eq(count, 5);
	ok(store_touch_all(store, &records_err));
	ck_assert(store->touched_all);
	sen_store_rollback(store);
	ok(sen_store_begin(store, &records_err));
	ck_assert(!store->touched_all && store->touched == 0);
	ok(store_touch(store, 9, &records_err));
	ok(store_touched_flush(store, &records_err));
	ok(db_int(store->db, "SELECT sum(pupil_id) FROM touched", 0, &count, &records_err));
	ck_assert_int_eq(count, 9);
	sen_store_close(store);
}
END_TEST

static void write_at(off_t offset, const char *bytes, size_t len)
{
	int fd = open(records_path, O_WRONLY);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(pwrite(fd, bytes, len, offset), (ssize_t)len);
	close(fd);
}

START_TEST(files_that_are_none)
{
	struct stat st;

	ck_assert_int_eq(stat(records_path, &st), 0);
	ck_assert_int_eq(truncate(records_path, st.st_size - 20000), 0);
	fails(try_open(SEN_READ), SEN_FILE, "damaged");
	fails(try_open(SEN_WRITE), SEN_FILE, "damaged");
	ck_assert_int_eq(truncate(records_path, 60), 0);
	fails(try_open(SEN_READ), SEN_FILE, "cut short");
	ck_assert_int_eq(truncate(records_path, 0), 0);
	fails(try_open(SEN_READ), SEN_FILE, "is empty");
	write_at(0, "Not a database, but long enough to be looked at.", 48);
	ck_assert_int_eq(truncate(records_path, 8192), 0);
	fails(try_open(SEN_WRITE), SEN_FILE, "not a records file");
	fails(try_open(SEN_CREATE), SEN_CONFLICT, "already");
	unlink(records_path);
	fails(try_open(SEN_READ), SEN_FILE, "no records file");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "sendctl init"));
	fails(try_open(SEN_WRITE), SEN_FILE, "no records file");
}
END_TEST

START_TEST(files_of_others)
{
	records_sql("PRAGMA application_id = 7");
	fails(try_open(SEN_READ), SEN_FILE, "another program");
	records_sql("PRAGMA application_id = 0x53454e44; PRAGMA user_version = 1000");
	fails(try_open(SEN_READ), SEN_FILE, "newer");
	fails(try_open(SEN_WRITE), SEN_FILE, "newer");
	fails(try_open(SEN_CREATE), SEN_CONFLICT, "already");
}
END_TEST

/* ---- Founding ---- */

START_TEST(a_failed_founding_leaves_nothing)
{
	struct sen_store *store;

	unlink(records_path);
	ok(sen_store_open(records_arena, records_path, SEN_CREATE, &records_context, &store, &records_err));
	ok(sen_store_begin(store, &records_err));
	sen_store_close(store);
	ck_assert_int_ne(access(records_path, F_OK), 0);
	ck_assert_int_ne(access(in("records.db-wal"), F_OK), 0);
	ok(records_found(records_path, &records_err));
	ck_assert_int_eq(records_found(records_path, &records_err), SEN_CONFLICT);
	ok(try_open(SEN_READ));
}
END_TEST

/* Killed between the empty file and the commit: the next init goes on. */
START_TEST(a_founding_cut_off_is_taken_over)
{
	struct sen_store *store;
	pid_t child;

	unlink(records_path);
	child = fork();
	if (child == 0) {
		if (sen_store_open(records_arena, records_path, SEN_CREATE, &records_context, &store,
				   &records_err) < 0 ||
		    sen_store_begin(store, &records_err) < 0)
			_exit(1);
		_exit(0);
	}
	waitpid(child, NULL, 0);
	ck_assert_int_eq(access(records_path, F_OK), 0);
	fails(try_open(SEN_WRITE), SEN_FILE, "is empty");
	ok(records_found(records_path, &records_err));
	ok(try_open(SEN_WRITE));
}
END_TEST

START_TEST(eight_found_at_once)
{
	int i, status, won = 0, refused = 0, ready[2];
	struct sen_err err;
	char byte;

	unlink(records_path);
	ck_assert_int_eq(pipe(ready), 0);
	for (i = 0; i < 8; i++) {
		if (fork() == 0) {
			close(ready[1]);
			if (read(ready[0], &byte, 1) != 0) /* until the parent lets go */
				_exit(1);
			_exit(-records_found(records_path, &err));
		}
	}
	close(ready[0]);
	close(ready[1]);
	while (wait(&status) > 0) {
		won += WIFEXITED(status) && WEXITSTATUS(status) == 0;
		refused += WIFEXITED(status) && WEXITSTATUS(status) == -SEN_CONFLICT;
	}
	ck_assert_int_eq(won, 1);
	ck_assert_int_eq(refused, 7);
	ck_assert_str_eq(records_ask("SELECT count(*) FROM school"), "1");
	ck_assert_str_eq(records_ask("SELECT count(*) FROM audit"), "1");
}
END_TEST

/* ---- Upgrading ---- */

/* The real steps, and up to three of the test's own. */
static struct migration steps[64];
static int step_count;

static void pretend(int more)
{
	static const char *const sql[] = {
		"CREATE TABLE second (a INTEGER NOT NULL) STRICT; INSERT INTO second VALUES (1);",
		"CREATE TABLE third (a INTEGER NOT NULL) STRICT; INSERT INTO third SELECT a + 1 FROM second;",
		"CREATE TABLE fourth (a INTEGER); INSERT INTO none VALUES (1);",
	};
	int i;

	ck_assert_int_lt(migration_count + more, (int)SEN_COUNT(steps));
	for (i = 0; i < migration_count; i++)
		steps[i] = migrations[i];
	for (i = 0; i < more; i++)
		steps[migration_count + i] = (struct migration){"test", sql[i]};
	step_count = migration_count + more;
	upgrade_list = steps;
	upgrade_count = &step_count;
}

/* "records.db.v1", for a file that has had the real steps only. */
static const char *copy_name(void)
{
	return sen_format(records_arena, "records.db.v%d", migration_count);
}

static const char *version(int more)
{
	return sen_format(records_arena, "%d", migration_count + more);
}

static void found_older(void)
{
	records_folder_setup();
	pretend(0);
	ok(records_found(records_path, &records_err));
	records_context.say = say;
	said[0] = '\0';
}

static void back(void)
{
	upgrade_list = migrations;
	upgrade_count = &migration_count;
	records_teardown();
}

START_TEST(an_older_file_is_brought_up)
{
	struct stat st;

	pretend(2);
	fails(try_open(SEN_READ), SEN_FILE, "older");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "sendctl db upgrade"));
	records_context.dry_run = true;
	fails(try_open(SEN_WRITE), SEN_FILE, "older");
	records_context.dry_run = false;
	ok(try_open(SEN_WRITE));
	ck_assert_ptr_nonnull(
		strstr(said, sen_format(records_arena, "from version %s to %s", version(0), version(2))));
	ck_assert_ptr_nonnull(strstr(said, copy_name()));
	ok(try_open(SEN_READ));
	ck_assert_str_eq(records_ask("SELECT a FROM third"), "2");
	ck_assert_str_eq(records_ask("PRAGMA user_version"), version(2));
	ck_assert_int_eq(stat(in(copy_name()), &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0600);
	snprintf(records_path, sizeof(records_path), "%s/%s", records_folder, copy_name());
	ck_assert_str_eq(records_ask("PRAGMA user_version"), version(0));
	ck_assert_str_eq(records_ask("SELECT name FROM school"), "Elm Park Primary");
}
END_TEST

START_TEST(a_failed_upgrade_changes_nothing)
{
	pretend(3);
	fails(try_open(SEN_WRITE), SEN_FAIL, "upgrading");
	ck_assert_str_eq(records_ask("PRAGMA user_version"), version(0));
	ck_assert_str_eq(records_ask("SELECT count(*) FROM sqlite_schema WHERE name IN ('second', 'fourth')"),
			 "0");
	pretend(2);
	ok(try_open(SEN_WRITE));
	ck_assert_ptr_nonnull(
		strstr(said, sen_format(records_arena, "%s-2", copy_name()))); /* the first copy is kept */
}
END_TEST

START_TEST(six_upgrade_at_once)
{
	int i, status, fine = 0;

	pretend(2);
	for (i = 0; i < 6; i++)
		if (fork() == 0)
			_exit(try_open(SEN_WRITE) == 0 ? 0 : 1);
	while (wait(&status) > 0)
		fine += WIFEXITED(status) && WEXITSTATUS(status) == 0;
	ck_assert_int_eq(fine, 6);
	ck_assert_str_eq(records_ask("SELECT count(*) FROM third"), "1");
	ck_assert_int_ne(access(in(sen_format(records_arena, "%s-2", copy_name())), F_OK), 0);
}
END_TEST

/* ---- Read-only copies ---- */

/* As a user who is not root: nobody may write where nobody has the right. */
static int as_nobody(enum sen_mode mode, const char *word)
{
	int status;
	pid_t child;

	ck_assert_int_eq(chown(records_path, 65534, 65534), 0);
	ck_assert_int_eq(chown(records_folder, 65534, 65534), 0);
	child = fork();
	if (child == 0) {
		int rc;

		if (setgid(65534) || setuid(65534))
			_exit(99);
		rc = try_open(mode);
		_exit(rc < 0 && !strstr(records_err.msg, word) ? 98 : -rc);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? -WEXITSTATUS(status) : -97;
}

START_TEST(reads_of_a_read_only_copy)
{
	int fd;

	if (geteuid() != 0)
		return;
	ck_assert_int_eq(chmod(records_path, 0400), 0);
	ck_assert_int_eq(chmod(records_folder, 0500), 0);
	ck_assert_int_eq(as_nobody(SEN_READ, ""), 0);
	ck_assert_int_eq(as_nobody(SEN_WRITE, "cannot be written"), SEN_FILE);
	fd = open(in("records.db-wal"), O_CREAT | O_WRONLY, 0600);
	ck_assert_int_eq(write(fd, "x", 1), 1);
	close(fd);
	ck_assert_int_eq(as_nobody(SEN_READ, "last changes"), SEN_FILE);
}
END_TEST

/* ---- Context ---- */

START_TEST(which_school)
{
	struct sen_store *store = records_open(SEN_WRITE);
	struct sen_school *school = sen_record_new(records_arena, &sen_school_record);

	ck_assert_int_eq(sen_store_school_id(store), 1);
	ck_assert_str_eq(sen_store_school_dfe(store), "330/2034");
	school->name = "Oak Park";
	school->dfe = "330/2035";
	school->adopted_on = records_context.today;
	ok(sen_record_insert(store, &sen_school_record, school, &records_err));
	ck_assert_int_eq(school->head.school_id, 2);
	fails(sen_store_school(store, NULL, &records_err), SEN_USAGE, "2 schools");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "elm, 330/2035"));
	ck_assert_int_eq(sen_store_school_id(store), 0);
	ok(sen_store_school(store, "ELM", &records_err));
	ck_assert_int_eq(sen_store_school_id(store), 1);
	ok(sen_store_school(store, "3302035", &records_err));
	ck_assert_int_eq(sen_store_school_id(store), 2);
	ok(sen_store_school(store, "sc1", &records_err));
	ck_assert_int_eq(sen_store_school_id(store), 1);
	fails(sen_store_school(store, "ash", &records_err), SEN_NOTFOUND, "no school 'ash'");
	sen_store_close(store);
}
END_TEST

START_TEST(requests_are_done_once)
{
	struct sen_store *store;
	const char *answer = "x";

	records_context.request_id = "r1";
	store = records_open(SEN_WRITE);
	ok(sen_request_done(store, &answer, &records_err));
	ck_assert_ptr_null(answer);
	ok(sen_request_keep(store, "C1\n", &records_err));
	records_commit(store);
	store = records_open(SEN_WRITE);
	ok(sen_request_done(store, &answer, &records_err));
	ck_assert_str_eq(answer, "C1\n");
	sen_store_close(store);
	records_context.verb = "other";
	store = records_open(SEN_WRITE);
	fails(sen_request_done(store, &answer, &records_err), SEN_CONFLICT, "'test'");
	sen_store_close(store);
}
END_TEST

START_TEST(rules_and_anyway)
{
	struct sen_store *store = records_open(SEN_WRITE);

	fails(sen_rule(store, &records_err, "Do this first.", "step %d is missing", 2), SEN_INVALID,
	      "step 2");
	ck_assert_str_eq(records_err.hint,
			 "Do this first. Or go on with --anyway \"REASON\": the reason is kept.");
	sen_store_close(store);
	records_context.anyway = "the parent asked for it";
	store = records_open(SEN_WRITE);
	ok(sen_rule(store, &records_err, NULL, "step %d is missing", 2));
	records_commit(store); /* kept although nothing was written after it */
	ck_assert_str_eq(records_ask("SELECT anyway FROM audit WHERE seq = 2"), "the parent asked for it");
	store = records_open(SEN_WRITE);
	records_staff(store, "Ann Archer");
	records_commit(store); /* no rule was passed by: nothing to keep */
	ck_assert_str_eq(records_ask("SELECT anyway FROM audit WHERE seq = 3"), "");
}
END_TEST

START_TEST(settings_and_calendar)
{
	struct sen_store *store = records_open(SEN_WRITE);
	const struct sen_calendar *calendar;
	const char *value;

	ok(store_setting(store, "colour", &value, &records_err));
	ck_assert_ptr_null(value);
	ok(store_set(store, "colour", "red", &records_err));
	ok(store_set(store, "colour", "blue", &records_err));
	ok(store_setting(store, "colour", &value, &records_err));
	ck_assert_str_eq(value, "blue");
	ok(sen_store_calendar(store, &calendar, &records_err));
	ck_assert(sen_school_day(calendar, sen_date_iso("2026-11-23")));
	ck_assert(!sen_school_day(calendar, sen_date_iso("2026-12-25")));
	ck_assert_int_eq(sen_store_day(store), records_context.today);
	sen_store_close(store);
}
END_TEST

START_TEST(interrupted)
{
	struct sen_store *store = records_open(SEN_READ);
	int64_t out;

	sen_store_interrupt(NULL);
	sen_store_interrupt(store); /* nothing runs: nothing happens */
	ok(db_int(store->db, "SELECT 1", 0, &out, &records_err));
	sen_store_close(store);
}
END_TEST

Suite *suite_store(void)
{
	Suite *suite = suite_create("store");
	TCase *tc = tcase_create("store"), *upgrade = tcase_create("upgrade");

	tcase_add_checked_fixture(tc, records_setup, records_teardown);
	tcase_add_test(tc, one_file_is_one_file);
	tcase_add_test(tc, a_read_is_one_snapshot);
	tcase_add_test(tc, not_committed_is_not_there);
	tcase_add_test(tc, ids_are_not_used_again);
	tcase_add_test(tc, touched_children);
	tcase_add_test(tc, files_that_are_none);
	tcase_add_test(tc, files_of_others);
	tcase_add_test(tc, a_failed_founding_leaves_nothing);
	tcase_add_test(tc, a_founding_cut_off_is_taken_over);
	tcase_add_test(tc, eight_found_at_once);
	tcase_add_test(tc, reads_of_a_read_only_copy);
	tcase_add_test(tc, which_school);
	tcase_add_test(tc, requests_are_done_once);
	tcase_add_test(tc, rules_and_anyway);
	tcase_add_test(tc, settings_and_calendar);
	tcase_add_test(tc, interrupted);
	suite_add_tcase(suite, tc);
	tcase_add_checked_fixture(upgrade, found_older, back);
	tcase_add_test(upgrade, an_older_file_is_brought_up);
	tcase_add_test(upgrade, a_failed_upgrade_changes_nothing);
	tcase_add_test(upgrade, six_upgrade_at_once);
	suite_add_tcase(suite, upgrade);
	return suite;
}

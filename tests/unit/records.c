/* A records file of a test. */
#include "unit/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct sen_arena *records_arena;
struct sen_err records_err;
char records_folder[64], records_path[96];
struct sen_context records_context;

void records_folder_setup(void)
{
	umask(022);
	snprintf(records_folder, sizeof(records_folder), "/tmp/sendctl-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(records_folder));
	snprintf(records_path, sizeof(records_path), "%s/records.db", records_folder);
	records_arena = sen_arena_new();
	records_context = (struct sen_context){.verb = "test",
					       .today = sen_date_iso("2026-11-22"),
					       .if_rev = SEN_NO_INT,
					       .as_at = SEN_NO_DATE};
}

int records_found(const char *path, struct sen_err *err)
{
	struct sen_store *store = NULL;
	struct sen_school *school = sen_record_new(records_arena, &sen_school_record);
	int rc = sen_store_open(records_arena, path, SEN_CREATE, &records_context, &store, err);

	school->name = "Elm Park Primary";
	school->dfe = "330/2034";
	school->code = "elm";
	school->adopted_on = records_context.today;
	if (rc == 0 && (rc = sen_store_begin(store, err)) == 0 &&
	    (rc = sen_record_insert(store, &sen_school_record, school, err)) == 0 &&
	    (rc = sen_store_settle(store, err)) == 0)
		rc = sen_store_commit(store, err);
	sen_store_close(store);
	return rc;
}

void records_setup(void)
{
	records_folder_setup();
	ok(records_found(records_path, &records_err));
}

void records_teardown(void)
{
	char *argv[] = {"rm", "-rf", records_folder, NULL};
	/* Empty, as of most tests, it takes no process. */
	pid_t child = rmdir(records_folder) == 0 ? -1 : fork();

	if (child == 0) {
		execv("/bin/rm", argv);
		_exit(127);
	}
	if (child > 0)
		waitpid(child, NULL, 0);
	sen_arena_free(records_arena);
}

struct sen_store *records_open(enum sen_mode mode)
{
	struct sen_store *store;

	ok(sen_store_open(records_arena, records_path, mode, &records_context, &store, &records_err));
	ok(sen_store_begin(store, &records_err));
	ok(sen_store_school(store, NULL, &records_err));
	return store;
}

void records_commit(struct sen_store *store)
{
	ok(sen_store_settle(store, &records_err));
	ok(sen_store_commit(store, &records_err));
	sen_store_close(store);
}

const char *records_ask(const char *sql)
{
	struct db *db;
	const char *out = NULL;

	ok(db_open(&db, records_path, DB_READ, &records_err));
	{
		DB_STMT *stmt = NULL;

		ok(db_prepare(db, sql, &stmt, &records_err));
		if (db_step(stmt, &records_err) == 1)
			out = sen_strdup(records_arena, db_col_text(stmt, 0, NULL));
	}
	db_close(db);
	return out ? out : "";
}

void records_sql(const char *sql)
{
	struct db *db;

	ok(db_open(&db, records_path, DB_WRITE, &records_err));
	ok(db_exec(db, sql, &records_err));
	db_close(db);
}

int64_t records_staff(struct sen_store *store, const char *name)
{
	struct sen_staff *staff = sen_record_new(records_arena, &sen_staff_record);

	staff->name = name;
	staff->role = "ta";
	ok(sen_record_insert(store, &sen_staff_record, staff, &records_err));
	return staff->head.id;
}

int64_t records_pupil(struct sen_store *store, const char *surname, const char *upn)
{
	struct sen_pupil *pupil = sen_record_new(records_arena, &sen_pupil_record);

	pupil->surname = surname;
	pupil->forename = "Zoe";
	pupil->upn = upn;
	pupil->sort_key = surname;
	pupil->dob = sen_date_iso("2018-03-04");
	ok(sen_record_insert(store, &sen_pupil_record, pupil, &records_err));
	return pupil->head.id;
}

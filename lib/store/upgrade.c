/* What a file has had, and bringing an older one up to date: a copy beside,
 * then all that is missing in one transaction. */
#include "store/private.h"
#include "store/schema.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define APPLICATION_ID 0x53454e44 /* "SEND" */

const struct migration *upgrade_list = migrations;
const int *upgrade_count = &migration_count;

/* A pragma takes no bound value: user_version goes up by what stands here. */
static const char *const versions[] = {
	NULL,
	"PRAGMA user_version=1",
	"PRAGMA user_version=2",
	"PRAGMA user_version=3",
	"PRAGMA user_version=4",
	"PRAGMA user_version=5",
	"PRAGMA user_version=6",
	"PRAGMA user_version=7",
	"PRAGMA user_version=8",
	"PRAGMA user_version=9",
	"PRAGMA user_version=10",
	"PRAGMA user_version=11",
	"PRAGMA user_version=12",
	"PRAGMA user_version=13",
	"PRAGMA user_version=14",
	"PRAGMA user_version=15",
	"PRAGMA user_version=16",
	"PRAGMA user_version=17",
	"PRAGMA user_version=18",
	"PRAGMA user_version=19",
	"PRAGMA user_version=20",
	"PRAGMA user_version=21",
	"PRAGMA user_version=22",
	"PRAGMA user_version=23",
	"PRAGMA user_version=24",
	"PRAGMA user_version=25",
	"PRAGMA user_version=26",
	"PRAGMA user_version=27",
	"PRAGMA user_version=28",
	"PRAGMA user_version=29",
	"PRAGMA user_version=30",
	"PRAGMA user_version=31",
	"PRAGMA user_version=32",
};

int upgrade_run(struct db *db, int had, struct sen_err *err)
{
	int rc, step;

	if (*upgrade_count >= (int)SEN_COUNT(versions))
		return sen_fail(err, SEN_FAIL, "there are more migrations than upgrade.c can number");
	rc = db_exec(db, "PRAGMA application_id=1397050948", err); /* APPLICATION_ID */
	for (step = had; rc == 0 && step < *upgrade_count; step++) {
		rc = db_exec(db, upgrade_list[step].sql, err);
		if (rc < 0)
			return sen_wrap(err, "step %s", upgrade_list[step].name);
	}
	return rc < 0 ? rc : db_exec(db, versions[*upgrade_count], err);
}

int upgrade_version(struct db *db, const char *path, int *had, struct sen_err *err)
{
	int64_t id, version, tables = 0;
	int rc;

	if ((rc = db_int(db, "PRAGMA application_id", 0, &id, err)) < 0 ||
	    (rc = db_int(db, "PRAGMA user_version", 0, &version, err)) < 0)
		return rc;
	*had = (int)version;
	if (id == APPLICATION_ID && version > 0 && version <= *upgrade_count)
		return 0;
	if (id == APPLICATION_ID && version > *upgrade_count) {
		sen_fail(err, SEN_FILE, "the records file '%s' was made by a newer sendctl", path);
		sen_hint(err,
			 "Use the newer sendctl: this one knows files up to version %d, the file has %d.",
			 *upgrade_count, *had);
	} else if (id == 0 && version == 0 &&
		   (db_int(db, "SELECT count(*) FROM sqlite_master", 0, &tables, err) < 0 || tables == 0)) {
		sen_fail(err, SEN_FILE, "the records file '%s' is empty or was cut short", path);
		sen_hint(err, "Begin it with 'sendctl init', or put a copy back with 'sendctl db restore'.");
	} else {
		sen_fail(err, SEN_FILE, "'%s' is a database of another program", path);
		sen_hint(err, "Name the right one with --db, or begin a new one with 'sendctl init'.");
	}
	return SEN_FILE;
}

/* "records.db.v1", or "records.db.v1-2" when an earlier try left one. */
static int beside(struct sen_store *store, int had, char *name, size_t room, struct sen_err *err)
{
	int fd, n;

	for (n = 1; n < 100; n++) {
		if (n == 1)
			snprintf(name, room, "%s.v%d", store->real, had);
		else
			snprintf(name, room, "%s.v%d-%d", store->real, had, n);
		fd = file_create(name, err);
		if (fd >= 0)
			return close(fd);
		if (fd != SEN_CONFLICT)
			return fd;
	}
	return SEN_CONFLICT;
}

/* The copy is read by a second connection: the first holds the write lock, so
 * nothing can change between the copy and the upgrade. */
static int copy_beside(struct sen_store *store, int had, char *name, size_t room, struct sen_err *err)
{
	struct db *old = NULL;
	int rc = beside(store, had, name, room, err);

	if (rc < 0)
		return rc;
	rc = db_open(&old, store->real, DB_READ, err);
	if (rc == 0)
		rc = db_copy(old, name, err);
	db_close(old);
	if (rc < 0)
		unlink(name);
	return rc;
}

static int upgrade_locked(struct sen_store *store, char *name, size_t room, struct sen_err *err)
{
	int had, rc;

	/* Someone else may have done it while this one waited for the lock. */
	if ((rc = upgrade_version(store->db, store->path, &had, err)) < 0 || had == *upgrade_count)
		return rc;
	if ((rc = copy_beside(store, had, name, room, err)) < 0 ||
	    (rc = upgrade_run(store->db, had, err)) < 0)
		return rc;
	return had;
}

int upgrade_file(struct sen_store *store, struct sen_err *err)
{
	char name[4200] = "", line[4400];
	struct sen_err ignored;
	int rc = db_exec(store->db, "BEGIN IMMEDIATE", err), had;

	if (rc < 0)
		return rc;
	had = upgrade_locked(store, name, sizeof(name), err);
	rc = had < 0 ? had : db_exec(store->db, "COMMIT", err);
	if (rc < 0) {
		if (db_exec(store->db, "ROLLBACK", &ignored) < 0)
			db_interrupt(store->db);
		return sen_wrap(err, "upgrading the records file");
	}
	if (had > 0 && store->context.say) {
		snprintf(line, sizeof(line),
			 "The records file was brought up from version %d to %d; as it was, it is kept in "
			 "'%s'.",
			 had, *upgrade_count, name);
		store->context.say(store->context.say_arg, line);
	}
	return 0;
}

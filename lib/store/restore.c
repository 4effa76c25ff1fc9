/* `db restore`: the backup is copied beside the records and verified there; the
 * old file is kept under another name; one rename puts the new one in place, so
 * that there is a records file at every moment. */
#include "store/care.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct restore {
	struct sen_arena *arena;
	const struct sen_context *context;
	const char *path, *real, *from;
	struct db *old; /* held locked until the end; NULL: none or damaged */
	bool old_there;
};

static int copy_bytes(int in, int out, const char *from, struct sen_err *err)
{
	char block[65536];
	ssize_t n;
	while ((n = read(in, block, sizeof(block))) > 0) {
		for (ssize_t done = 0; done < n;) {
			ssize_t wrote = write(out, block + done, (size_t)(n - done));
			if (wrote < 0 && errno != EINTR)
				return sen_fail(err, SEN_FAIL, "cannot copy '%s': %s", from, strerror(errno));
			done += wrote > 0 ? wrote : 0;
		}
	}
	return n == 0 ? 0 : sen_fail(err, SEN_FAIL, "cannot read '%s': %s", from, strerror(errno));
}

/* A live file that was copied with cp may have its last changes in the -wal. */
static int check_wal(const char *from, struct sen_err *err)
{
	char wal[4200];
	struct stat st;
	if (snprintf(wal, sizeof(wal), "%s-wal", from) >= (int)sizeof(wal))
		return sen_fail(err, SEN_FAIL, "the name of the backup is too long");
	if (stat(wal, &st) != 0 || st.st_size == 0)
		return 0;
	int rc = sen_fail(err, SEN_FILE, "the last changes of '%s' are still in '%s'", from, wal);
	sen_hint(err, "Copy a records file that is in use with 'sendctl db backup FILE', never with cp.");
	return rc;
}

static int copy_beside(struct restore *restore, struct file_out *out, struct sen_err *err)
{
	int rc = check_wal(restore->from, err);
	if (rc < 0)
		return rc;
	int in = open(restore->from, O_RDONLY | O_CLOEXEC);
	if (in < 0)
		return sen_fail(err, errno == ENOENT ? SEN_NOTFOUND : SEN_FAIL, "cannot read '%s': %s",
				restore->from, strerror(errno));
	rc = file_begin(out, restore->real, err);
	if (rc == 0 && (rc = copy_bytes(in, out->fd, restore->from, err)) < 0)
		file_abandon(out);
	close(in);
	return rc;
}

/* Its audit chain must hold; then it says itself that it was restored. */
static int verify_audit(struct restore *restore, struct sen_store *store, struct sen_err *err)
{
	struct sen_audit_report report;
	int rc = sen_store_begin(store, err);
	if (rc == 0)
		rc = sen_audit_verify(store, &report, err);
	if (rc == 0 && report.bad_seq) {
		rc = sen_fail(err, SEN_FILE, "its audit does not hold: %s at entry %lld", report.bad_what,
			      (long long)report.bad_seq);
		sen_hint(err, "It was changed by other means than sendctl. Use an earlier backup.");
	}
	if (rc == 0)
		rc = sen_audit_note(store, "db", 0,
				    sen_format(restore->arena, "restored from %s", restore->from), err);
	if (rc == 0)
		rc = sen_store_settle(store, err);
	return rc < 0 ? rc : sen_store_commit(store, err);
}

/* Is it a whole records file of ours? */
static int verify(struct restore *restore, const char *copy, struct sen_err *err)
{
	struct sen_store *store = NULL;
	struct db *db = NULL;
	int had = 0, rc = db_open(&db, copy, DB_COPY, err);
	if (rc == 0 && (rc = upgrade_version(db, restore->from, &had, err)) == 0)
		rc = care_whole(db, err);
	db_close(db);
	if (rc < 0 || had < *upgrade_count) /* an older one is brought up by its first write */
		return rc;
	rc = sen_store_open(restore->arena, copy, SEN_WRITE, restore->context, &store, err);
	if (rc == 0)
		rc = verify_audit(restore, store, err);
	sen_store_close(store);
	return rc;
}

/* Nobody may have the old file open when another takes its name, and no -wal
 * may stay behind: it would be read into the new file. Leaving WAL needs the
 * file for oneself. A damaged file is moved as it is. */
static int close_old(struct restore *restore, struct sen_err *err)
{
	int rc = db_open(&restore->old, restore->real, DB_WRITE, err);
	if (rc == 0)
		rc = db_exec(restore->old, "PRAGMA journal_mode=DELETE", err);
	if (rc == 0)
		rc = db_exec(restore->old, "BEGIN EXCLUSIVE", err);
	if (rc == 0 || rc == SEN_BUSY)
		return rc;
	db_close(restore->old);
	restore->old = NULL;
	sen_err_clear(err);
	return 0;
}

/* "records.db.before-restore-2026-11-22", ".2" and so on when it is there. */
static int keep_old(struct restore *restore, const char **kept, struct sen_err *err)
{
	char day[11];
	sen_date_text(sen_clock_today(), day);
	for (int n = 1; n < 1000; n++) {
		const char *name =
			n == 1 ? sen_format(restore->arena, "%s.before-restore-%s", restore->real, day)
			       : sen_format(restore->arena, "%s.before-restore-%s.%d", restore->real, day, n);
		if (link(restore->real, name) == 0) {
			*kept = name;
			return 0;
		}
		if (errno != EEXIST)
			return sen_fail(err, SEN_FAIL, "the old records cannot be kept as '%s': %s", name,
					strerror(errno));
	}
	return sen_fail(err, SEN_CONFLICT, "there are too many files '%s.before-restore-%s'", restore->real,
			day);
}

/* A damaged file's -wal and -shm go with it. */
static void move_beside(struct restore *restore, const char *kept, const char *tail)
{
	const char *from = sen_format(restore->arena, "%s%s", restore->real, tail);
	const char *to = sen_format(restore->arena, "%s%s", kept, tail);
	if (rename(from, to) != 0)
		unlink(from); /* it must not meet the new file */
}

/* The kept file is as it was: WAL again. */
static void leave_old(struct restore *restore, const char *kept)
{
	struct sen_err ignored;
	struct db *db = NULL;
	if (!restore->old)
		return;
	db_close(restore->old);
	restore->old = NULL;
	if (kept && db_open(&db, kept, DB_CREATE, &ignored) == 0)
		db_close(db);
}

static int put_in_place(struct restore *restore, struct file_out *out, const char **kept, struct sen_err *err)
{
	int rc = 0;
	if (restore->old_there && (rc = close_old(restore, err)) == 0)
		rc = keep_old(restore, kept, err);
	if (rc == 0 && restore->old_there && !restore->old) {
		move_beside(restore, *kept, "-wal");
		move_beside(restore, *kept, "-shm");
	}
	if (rc < 0) {
		file_abandon(out);
	} else if ((rc = file_end(out, true, err)) < 0 && *kept) {
		unlink(*kept); /* the old one still bears its own name */
		*kept = NULL;
	}
	leave_old(restore, *kept ? *kept : restore->old_there ? restore->real : NULL);
	return rc;
}

int sen_db_restore(struct sen_arena *arena, const char *path, const char *from,
		   const struct sen_context *context, const char **kept, struct sen_err *err)
{
	struct restore restore = {.arena = arena, .context = context, .path = path, .from = from};
	struct file_out out;
	bool read_only = false;
	struct stat st;
	*kept = NULL;
	restore.real = file_resolve(arena, path, err);
	if (!restore.real)
		return err->code;
	restore.old_there = lstat(restore.real, &st) == 0;
	int rc = restore.old_there ? file_check(path, false, &read_only, err) : 0;
	if (rc == 0)
		rc = copy_beside(&restore, &out, err);
	if (rc < 0)
		return rc;
	if ((rc = verify(&restore, out.temp, err)) < 0) {
		file_abandon(&out);
		return sen_wrap(err, "'%s' cannot be restored", from);
	}
	return put_in_place(&restore, &out, kept, err);
}

/* Opening the records file in each mode, and closing it again. */
#include "store/private.h"
#include "store/schema.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_CACHE = 96 }; /* KiB: 22 pages, more than the open cursors of a report hold */

/* ---- A new file ----
 * The file is made empty first, then founded in the command's own transaction.
 * Who makes it holds a lock on it until the end (flock: SQLite's are others),
 * so that a failed one can be taken away, and one cut off by a crash, still
 * empty, be taken over. */

static bool is_shell(int fd)
{
	unsigned char head[100];
	ssize_t n = pread(fd, head, sizeof(head), 0);

	/* Nothing, or SQLite's first page with user_version and application_id 0. */
	return n == 0 || (n == sizeof(head) && !memcmp(head, "SQLite format 3", 16) &&
			  !memcmp(head + 60, "\0\0\0\0", 4) && !memcmp(head + 68, "\0\0\0\0", 4));
}

static int exists(const char *path, struct sen_err *err)
{
	sen_fail(err, SEN_CONFLICT, "there is a records file at '%s' already", path);
	sen_hint(err, "Use it as it is, or name another place with --db FILE.");
	return SEN_CONFLICT;
}

/* The descriptor of an empty file that is there and nobody else is making. */
static int take_over(const char *path, const char *real, struct sen_err *err)
{
	struct stat st, named;
	bool read_only;
	int fd, rc = file_check(path, false, &read_only, err);

	if (rc < 0)
		return exists(path, err);
	fd = open(real, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return exists(path, err);
	if (flock(fd, LOCK_EX | LOCK_NB) || !is_shell(fd) || fstat(fd, &st) || stat(real, &named) ||
	    st.st_ino != named.st_ino || st.st_dev != named.st_dev) {
		close(fd);
		return exists(path, err);
	}
	return fd;
}

static int open_new(struct sen_store *store, struct sen_err *err)
{
	int rc, fd = file_create(store->path, err);

	if (fd < 0 && fd != SEN_CONFLICT)
		return fd;
	store->real = file_resolve(store->keep, store->path, err);
	if (!store->real)
		return err->code;
	if (fd < 0)
		fd = take_over(store->path, store->real, err);
	else if (flock(fd, LOCK_EX | LOCK_NB)) {
		close(fd);
		fd = exists(store->path, err);
	}
	if (fd < 0)
		return fd;
	store->made_fd = fd;
	rc = db_open(&store->db, store->real, DB_CREATE, err);
	return rc;
}

/* In the command's transaction: the tables, unless another made them. */
int open_found(struct sen_store *store, struct sen_err *err)
{
	int64_t version;
	int rc = db_int(store->db, "PRAGMA user_version", 0, &version, err);

	if (rc < 0)
		return rc;
	if (version != 0) {
		store->committed = true; /* another's: not ours to take away */
		return exists(store->path, err);
	}
	return upgrade_run(store->db, 0, err);
}

/* ---- A file that is there ---- */

/* On a read-only copy nothing can be kept beside it, so nothing may be waiting there. */
static int open_copy(struct sen_store *store, struct sen_err *err)
{
	struct stat st;
	char wal[4200];

	snprintf(wal, sizeof(wal), "%s-wal", store->real);
	if (!stat(wal, &st) && st.st_size > 0) {
		sen_fail(err, SEN_FILE,
			 "the records file '%s' is read-only here and its last changes are still in '%s'",
			 store->path, wal);
		sen_hint(err, "Make the copy with 'sendctl db backup FILE' where the file can be written.");
		return SEN_FILE;
	}
	return db_open(&store->db, store->real, DB_COPY, err);
}

static int older(struct sen_store *store, struct sen_err *err)
{
	sen_fail(err, SEN_FILE, "the records file '%s' is from an older sendctl", store->path);
	sen_hint(err, "Bring it up to date with 'sendctl db upgrade'%s.",
		 store->read_only ? " where it can be written" : "");
	return SEN_FILE;
}

static int open_there(struct sen_store *store, struct sen_err *err)
{
	int had, rc = file_check(store->path, false, &store->read_only, err);

	if (rc < 0)
		return rc;
	store->real = file_resolve(store->keep, store->path, err);
	if (!store->real)
		return err->code;
	if (store->read_only && store->mode != SEN_READ) {
		sen_fail(err, SEN_FILE, "the records file '%s' cannot be written here", store->path);
		sen_hint(err, "It, or its folder, is read-only: lists and reports still work.");
		return SEN_FILE;
	}
	if (store->read_only)
		rc = open_copy(store, err);
	else
		rc = db_open(&store->db, store->real, store->mode == SEN_READ ? DB_READ : DB_WRITE, err);
	/* A read is one snapshot from its first look at the file. */
	if (rc == 0 && store->mode == SEN_READ)
		rc = db_exec(store->db, "BEGIN", err);
	if (rc < 0 || (rc = upgrade_version(store->db, store->path, &had, err)) < 0)
		return rc;
	/* Most reads look at each page once: a new page of memory costs more than to
	 * read the few again; a long answer gets more (lib/answer/query.c). */
	if (had == *upgrade_count)
		return store->mode == SEN_READ ? db_cache(store->db, READ_CACHE, err) : 0;
	return store->mode == SEN_READ || store->context.dry_run ? older(store, err)
								 : upgrade_file(store, err);
}

int sen_store_open(struct sen_arena *arena, const char *path, enum sen_mode mode,
		   const struct sen_context *context, struct sen_store **out, struct sen_err *err)
{
	struct sen_store *store = SEN_NEW(arena, struct sen_store, 1);
	int rc;

	*out = NULL;
	store->arena = arena;
	store->keep = sen_arena_new();
	store->scratch = sen_arena_new();
	store->context = *context;
	store->path = path;
	store->mode = mode;
	store->made_fd = -1;
	sen_clock_now(store->now);
	ids_forget(store);
	rc = mode == SEN_CREATE ? open_new(store, err) : open_there(store, err);
	if (rc < 0) {
		sen_store_close(store);
		return rc;
	}
	*out = store;
	return 0;
}

void sen_store_close(struct sen_store *store)
{
	if (!store)
		return;
	sen_store_rollback(store);
	db_close(store->db);
	if (store->made_fd >= 0) {
		/* Still under the lock of who makes it: nobody else's can be here. */
		if (!store->committed)
			unlink(store->real);
		close(store->made_fd);
	}
	sen_arena_free(store->keep);
	sen_arena_free(store->scratch);
	store->db = NULL;
	store->keep = store->scratch = NULL;
	store->made_fd = -1;
}

void sen_store_interrupt(struct sen_store *store)
{
	if (store)
		db_interrupt(store->db);
}

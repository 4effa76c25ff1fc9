/* LD_PRELOAD: lets the n-th call of a kind fail, for tests/fault/sweep.c.
 *
 *   FAULT_MODE   db       a database call answers SQLITE_IOERR
 *                nomem    one allocation fails;  nomem-all: it and all later ones
 *                eio      one system call on a file fails with EIO
 *                full     ENOSPC from the n-th write on (writes and new files only)
 *                crash    the process ends before the n-th system call on a file
 *                lose     the same, and every write not yet synced is lost
 *                rand     the same, and some of them (FAULT_SEED)
 *   FAULT_AT     n, from 1; 0 only counts
 *   FAULT_STATE  file of struct fault_state: how many calls were seen, whether one failed
 *   FAULT_NOSYNC syncs say they did and do not (the negative control)
 *
 * Counting starts with main().  Calls made by SQLite inside a database call
 * count as system calls, not as database calls. */
#include "fault.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { OFF, DB, NOMEM, NOMEM_ALL, EIO_ONE, FULL, CRASH, LOSE, RAND };

static enum mode mode;
static int64_t at;
static unsigned seed;
static int nosync, running, inside_db;
static struct fault_state spare, *state = &spare;

#define REAL(name)                     \
	static __typeof__(name) *real; \
	if (!real)                     \
	*(void **)&real = dlsym(RTLD_NEXT, #name)

/* Is this the call that fails?  Counts it. */
static int hit(void)
{
	if (!running)
		return 0;
	state->seen++;
	if (state->seen != at)
		return 0;
	state->fired = 1;
	return 1;
}

/* ---- Memory: glibc's own names need no look-up ---- */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t align, size_t size);

static int no_memory(void)
{
	if (mode != NOMEM && mode != NOMEM_ALL)
		return 0;
	if (hit() || (mode == NOMEM_ALL && state->fired && running)) {
		errno = ENOMEM;
		return 1;
	}
	return 0;
}
void *malloc(size_t size)
{
	return no_memory() ? NULL : __libc_malloc(size);
}
void *calloc(size_t count, size_t size)
{
	return no_memory() ? NULL : __libc_calloc(count, size);
}
void *realloc(void *old, size_t size)
{
	return no_memory() ? NULL : __libc_realloc(old, size);
}
int posix_memalign(void **out, size_t align, size_t size)
{
	if (no_memory())
		return ENOMEM;
	*out = __libc_memalign(align, size);
	return *out ? 0 : ENOMEM;
}
void *aligned_alloc(size_t align, size_t size)
{
	return no_memory() ? NULL : __libc_memalign(align, size);
}

/* glibc's look-up of a user name crashes without memory (2.36, nss_database.c)
 * and opens files of its own: neither is ours to mend. */
int getpwuid_r(uid_t uid, struct passwd *out, char *buf, size_t len, struct passwd **result)
{
	REAL(getpwuid_r);
	int was = running;

	running = 0;
	int rc = real(uid, out, buf, len, result);
	running = was;
	return rc;
}

/* ---- What was written and not yet synced ---- */
struct undo {
	struct undo *next; /* the write before it */
	dev_t dev;
	ino_t ino;
	int fd; /* our own, never closed: closing one would drop SQLite's locks */
	off_t at, size_before;
	size_t old_len, new_len;
	unsigned char *old, *new;
};
static struct undo *undos;

/* A descriptor of the same file that can be read and written, kept for good. */
static int own_fd(int fd, const struct stat *st)
{
	char path[64];

	for (struct undo *u = undos; u; u = u->next)
		if (u->dev == st->st_dev && u->ino == st->st_ino)
			return u->fd;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	return (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
}
static void *keep(size_t len)
{
	return mmap(NULL, len ? len : 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
/* Before a write of `len` bytes at `off` (a truncation: bytes NULL, off = the new size). */
static void remember(int fd, const void *bytes, size_t len, off_t off)
{
	struct stat st;
	struct undo *u;

	if ((mode != LOSE && mode != RAND) || !running || fstat(fd, &st) || !S_ISREG(st.st_mode))
		return;
	u = keep(sizeof(*u));
	u->dev = st.st_dev;
	u->ino = st.st_ino;
	u->fd = own_fd(fd, &st);
	u->at = off < 0 ? lseek(fd, 0, SEEK_CUR) : off;
	u->size_before = st.st_size;
	if (st.st_size > u->at) {
		u->old_len = bytes ? len : (size_t)(st.st_size - u->at);
		u->old = keep(u->old_len);
		ssize_t n = syscall(SYS_pread64, u->fd, u->old, u->old_len, u->at);
		u->old_len = n > 0 ? (size_t)n : 0;
	}
	if (bytes) {
		u->new_len = len;
		u->new = keep(len);
		memcpy(u->new, bytes, len);
	}
	u->next = undos;
	undos = u;
}
static void synced(int fd)
{
	struct stat st;

	if (fstat(fd, &st))
		return;
	for (struct undo **p = &undos; *p;) {
		if ((*p)->dev == st.st_dev && (*p)->ino == st.st_ino)
			*p = (*p)->next;
		else
			p = &(*p)->next;
	}
}
static void apply(const struct undo *u)
{
	if (u->new)
		syscall(SYS_pwrite64, u->fd, u->new, u->new_len, u->at);
	else
		syscall(SYS_ftruncate, u->fd, u->at);
}
/* Takes back all writes, newest first, then does a random part of them again, oldest first. */
static void lose_writes(void)
{
	struct undo *oldest = NULL, *next;

	for (struct undo *u = undos; u; u = next) {
		syscall(SYS_pwrite64, u->fd, u->old, u->old_len, u->at);
		syscall(SYS_ftruncate, u->fd, u->size_before);
		next = u->next;
		u->next = oldest;
		oldest = u;
	}
	for (struct undo *u = oldest; u && mode == RAND; u = u->next)
		if (rand_r(&seed) % 2)
			apply(u);
}

/* ---- System calls on files ---- */
enum { GOES_ON, FAILS };

static int file_call(int writes)
{
	int now;

	switch (mode) {
	case EIO_ONE:
		now = hit();
		errno = now ? EIO : errno;
		return now ? FAILS : GOES_ON;
	case FULL:
		now = writes ? hit() : 0;
		if (now || (writes && state->fired && running)) {
			errno = ENOSPC;
			return FAILS;
		}
		return GOES_ON;
	case CRASH:
	case LOSE:
	case RAND:
		if (hit()) {
			if (mode != CRASH)
				lose_writes();
			_exit(FAULT_CRASHED);
		}
		return GOES_ON;
	default:
		return GOES_ON;
	}
}

ssize_t write(int fd, const void *bytes, size_t len)
{
	if (fd > 2 && file_call(1))
		return -1;
	if (fd > 2)
		remember(fd, bytes, len, -1);
	return syscall(SYS_write, fd, bytes, len);
}
ssize_t pwrite(int fd, const void *bytes, size_t len, off_t off)
{
	if (file_call(1))
		return -1;
	remember(fd, bytes, len, off);
	return syscall(SYS_pwrite64, fd, bytes, len, off);
}
ssize_t pwrite64(int fd, const void *bytes, size_t len, off64_t off)
{
	return pwrite(fd, bytes, len, off);
}
ssize_t pread(int fd, void *bytes, size_t len, off_t off)
{
	if (file_call(0))
		return -1;
	return syscall(SYS_pread64, fd, bytes, len, off);
}
ssize_t pread64(int fd, void *bytes, size_t len, off64_t off)
{
	return pread(fd, bytes, len, off);
}
int fsync(int fd)
{
	if (file_call(0))
		return -1;
	if (nosync)
		return 0;
	synced(fd);
	return (int)syscall(SYS_fsync, fd);
}
int fdatasync(int fd)
{
	if (file_call(0))
		return -1;
	if (nosync)
		return 0;
	synced(fd);
	return (int)syscall(SYS_fdatasync, fd);
}
int ftruncate(int fd, off_t len)
{
	if (file_call(1))
		return -1;
	remember(fd, NULL, 0, len);
	return (int)syscall(SYS_ftruncate, fd, len);
}
int ftruncate64(int fd, off64_t len)
{
	return ftruncate(fd, len);
}
int rename(const char *from, const char *to)
{
	if (file_call(0))
		return -1;
	return (int)syscall(SYS_rename, from, to);
}
int link(const char *from, const char *to)
{
	if (file_call(1))
		return -1;
	return (int)syscall(SYS_link, from, to);
}
int unlink(const char *path)
{
	if (file_call(0))
		return -1;
	return (int)syscall(SYS_unlink, path);
}
static int open_call(int dir, const char *path, int flags, int bits)
{
	/* What the C library looks up for itself is not what is tested. */
	int ours = strncmp(path, "/proc", 5) && strncmp(path, "/sys", 4) && strncmp(path, "/dev", 4) &&
		   strncmp(path, "/etc", 4) && strncmp(path, "/usr", 4) && strncmp(path, "/lib", 4);

	if (ours && file_call(flags & O_CREAT))
		return -1;
	int fd = (int)syscall(SYS_openat, dir, path, flags, bits);

	if (fd >= 0 && (flags & O_TRUNC))
		remember(fd, NULL, 0, 0);
	return fd;
}
#define OPEN(name, ...)                                           \
	{                                                         \
		int bits = 0;                                     \
		va_list args;                                     \
		va_start(args, flags);                            \
		if (flags & (O_CREAT | O_TMPFILE))                \
			bits = va_arg(args, int);                 \
		va_end(args);                                     \
		return open_call(__VA_ARGS__, path, flags, bits); \
	}
int open(const char *path, int flags, ...) OPEN(open, AT_FDCWD) int open64(const char *path, int flags, ...)
	OPEN(open64, AT_FDCWD) int openat(int dir, const char *path, int flags, ...)
		OPEN(openat, dir) int openat64(int dir, const char *path, int flags, ...) OPEN(openat64, dir)

	/* ---- Database calls, from our side of the door only ---- */
	static int db_fails(void)
{
	return mode == DB && !inside_db && hit();
}
#define DB_CALL(type, name, params, args)    \
	type name params                     \
	{                                    \
		REAL(name);                  \
		if (db_fails())              \
			return SQLITE_IOERR; \
		inside_db++;                 \
		type rc = real args;         \
		inside_db--;                 \
		return rc;                   \
	}

DB_CALL(int, sqlite3_step, (sqlite3_stmt * s), (s))
DB_CALL(int, sqlite3_exec,
	(sqlite3 * db, const char *sql, int (*fn)(void *, int, char **, char **), void *arg, char **msg),
	(db, sql, fn, arg, msg))
DB_CALL(int, sqlite3_bind_int64, (sqlite3_stmt * s, int i, sqlite3_int64 v), (s, i, v))
DB_CALL(int, sqlite3_bind_int, (sqlite3_stmt * s, int i, int v), (s, i, v))
DB_CALL(int, sqlite3_bind_null, (sqlite3_stmt * s, int i), (s, i))
DB_CALL(int, sqlite3_bind_text, (sqlite3_stmt * s, int i, const char *t, int n, void (*fn)(void *)),
	(s, i, t, n, fn))
DB_CALL(int, sqlite3_bind_blob, (sqlite3_stmt * s, int i, const void *t, int n, void (*fn)(void *)),
	(s, i, t, n, fn))
DB_CALL(int, sqlite3_backup_step, (sqlite3_backup * b, int n), (b, n))
DB_CALL(int, sqlite3_wal_checkpoint_v2, (sqlite3 * db, const char *name, int how, int *log, int *done),
	(db, name, how, log, done))

int sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs)
{
	REAL(sqlite3_open_v2);
	if (db_fails()) {
		*db = NULL;
		return SQLITE_CANTOPEN;
	}
	inside_db++;
	int rc = real(path, db, flags, vfs);
	inside_db--;
	return rc;
}
#define DB_PREPARE(name, params, args)       \
	int name params                      \
	{                                    \
		REAL(name);                  \
		if (db_fails()) {            \
			*s = NULL;           \
			return SQLITE_IOERR; \
		}                            \
		inside_db++;                 \
		int rc = real args;          \
		inside_db--;                 \
		return rc;                   \
	}
DB_PREPARE(sqlite3_prepare_v2, (sqlite3 * db, const char *sql, int n, sqlite3_stmt **s, const char **tail),
	   (db, sql, n, s, tail))
DB_PREPARE(sqlite3_prepare_v3,
	   (sqlite3 * db, const char *sql, int n, unsigned flags, sqlite3_stmt **s, const char **tail),
	   (db, sql, n, flags, s, tail))
sqlite3_backup *sqlite3_backup_init(sqlite3 *to, const char *to_name, sqlite3 *from, const char *from_name)
{
	REAL(sqlite3_backup_init);
	return db_fails() ? NULL : real(to, to_name, from, from_name);
}

/* ---- Start: from main() on ---- */
static enum mode mode_named(const char *name)
{
	static const char *const names[] = {"off",  "db",    "nomem", "nomem-all", "eio",
					    "full", "crash", "lose",  "rand"};

	for (size_t i = 0; name && i < sizeof(names) / sizeof(names[0]); i++)
		if (!strcmp(name, names[i]))
			return (enum mode)i;
	return OFF;
}
static int (*real_main)(int, char **, char **);

static int faulty_main(int argc, char **argv, char **env)
{
	const char *path = getenv("FAULT_STATE"), *text;
	int fd = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0) : -1;
	void *map = MAP_FAILED;

	if (fd >= 0) {
		map = mmap(NULL, sizeof(*state), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
		syscall(SYS_close, fd);
	}
	if (map != MAP_FAILED)
		state = map;
	text = getenv("FAULT_AT");
	at = text ? strtoll(text, NULL, 10) : 0;
	text = getenv("FAULT_SEED");
	seed = text ? (unsigned)strtoul(text, NULL, 10) : 1;
	nosync = getenv("FAULT_NOSYNC") != NULL;
	mode = mode_named(getenv("FAULT_MODE"));
	unsetenv("LD_PRELOAD"); /* not for its children */
	running = mode != OFF;
	return real_main(argc, argv, env);
}
int __libc_start_main(int (*main_fn)(int, char **, char **), int argc, char **argv, void (*init)(void),
		      void (*fini)(void), void (*rtld_fini)(void), void *stack);
int __libc_start_main(int (*main_fn)(int, char **, char **), int argc, char **argv, void (*init)(void),
		      void (*fini)(void), void (*rtld_fini)(void), void *stack)
{
	REAL(__libc_start_main);
	real_main = main_fn;
	return real(faulty_main, argc, argv, init, fini, rtld_fini, stack);
}

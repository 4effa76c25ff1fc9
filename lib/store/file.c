/* Is the path a safe place for children's records?  The owner's alone, a plain
 * file with one name, in a folder others cannot write, on a disk of this machine. */
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

/* File systems where several machines may write: WAL's shared memory does not
 * reach across them (statfs(2)). */
const char *file_network(unsigned long type)
{
	static const struct {
		uint32_t type;
		const char *name;
	} kinds[] = {
		{0x6969, "NFS"},	{0x517b, "SMB"},       {0xff534d42, "CIFS"}, {0xfe534d42, "SMB"},
		{0x01021997, "9P"},	{0x65735546, "FUSE"},  {0x5346414f, "AFS"},  {0x73757245, "Coda"},
		{0x00c36400, "Ceph"},	{0x7461636f, "OCFS2"}, {0x01161970, "GFS2"}, {0x564c, "NCP"},
		{0x0bd00bd0, "Lustre"},
	};
	size_t i;

	for (i = 0; i < SEN_COUNT(kinds); i++)
		if (kinds[i].type == (uint32_t)type)
			return kinds[i].name;
	return NULL;
}

/* The folder of a path as typed: "." when it names none. */
static int folder_of(const char *path, char out[PATH_MAX], struct sen_err *err)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) : 0;

	if (!*path || (slash && !slash[1]))
		return sen_fail(err, SEN_FILE, "'%s' names no file", path);
	if (strlen(path) >= PATH_MAX - 16)
		return sen_fail(err, SEN_FILE, "the name of the records file is too long");
	if (slash && !len)
		len = 1; /* "/" */
	memcpy(out, len ? path : ".", len ? len : 1);
	out[len ? len : 1] = '\0';
	return 0;
}

/* Links among the folders are followed once, here: what is checked is what is
 * opened.  The last part is kept as it is. */
static int resolve(const char *path, char out[PATH_MAX], struct sen_err *err)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	char folder[PATH_MAX];
	size_t len;
	int rc = folder_of(path, folder, err);

	if (rc < 0)
		return rc;
	if (!realpath(folder, out)) {
		if (errno == ENOENT) {
			sen_fail(err, SEN_FILE, "there is no records file at '%s' yet", path);
			sen_hint(err, "Begin one with 'sendctl init', or name another with --db FILE.");
		} else {
			sen_fail(err, SEN_FILE, "the folder '%s' cannot be used: %s", folder,
				 strerror(errno));
		}
		return SEN_FILE;
	}
	len = strlen(out);
	if (len + strlen(name) + 2 > PATH_MAX)
		return sen_fail(err, SEN_FILE, "the name of the records file is too long");
	snprintf(out + len, PATH_MAX - len, "%s%s", len > 1 ? "/" : "", name);
	return 0;
}

const char *file_resolve(struct sen_arena *arena, const char *path, struct sen_err *err)
{
	char real[PATH_MAX];

	return resolve(path, real, err) < 0 ? NULL : sen_strdup(arena, real);
}

/* Folders above: who can write one can put another in place of what is below. */
static int check_above(char *folder, struct sen_err *err)
{
	struct stat st;
	char *slash;

	for (slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (!stat(folder, &st) && (st.st_mode & S_IWOTH) && !(st.st_mode & S_ISVTX)) {
			sen_fail(err, SEN_FILE,
				 "everyone can write in the folder '%s' above the records file", folder);
			sen_hint(err, "Close it: chmod o-w '%s'", folder);
			*slash = '/';
			return SEN_FILE;
		}
		*slash = '/';
	}
	return 0;
}

static int check_folder(const char *real, struct sen_err *err)
{
	char folder[PATH_MAX];
	struct statfs fs;
	struct stat st;
	const char *network;
	int rc = folder_of(real, folder, err);

	if (rc < 0)
		return rc;
	if (stat(folder, &st) || statfs(folder, &fs))
		return sen_fail(err, SEN_FILE, "the folder '%s' cannot be used: %s", folder, strerror(errno));
	network = file_network((unsigned long)fs.f_type);
	if (network) {
		sen_fail(err, SEN_FILE, "the folder '%s' is on a network file system (%s)", folder, network);
		sen_hint(err, "Keep the records file on a disk of this machine: two machines writing to one "
			      "file would damage it.");
		return SEN_FILE;
	}
	if ((st.st_mode & (S_IWGRP | S_IWOTH)) && !(st.st_mode & S_ISVTX)) {
		sen_fail(err, SEN_FILE, "others can write in the folder '%s' of the records file", folder);
		sen_hint(err, "Close it: chmod go-w '%s'", folder);
		return SEN_FILE;
	}
	if (st.st_uid != geteuid() && st.st_uid != 0) {
		sen_fail(err, SEN_FILE,
			 "the folder '%s' of the records file belongs to someone else (uid %u)", folder,
			 (unsigned)st.st_uid);
		sen_hint(err, "Keep the records file in a folder of your own.");
		return SEN_FILE;
	}
	return check_above(folder, err);
}

static int check_file(const char *path, const struct stat *st, struct sen_err *err)
{
	if (S_ISLNK(st->st_mode)) {
		sen_fail(err, SEN_FILE, "the records file '%s' is a symbolic link", path);
		sen_hint(err, "Name the file itself with --db FILE.");
	} else if (!S_ISREG(st->st_mode)) {
		sen_fail(err, SEN_FILE, "'%s' is not a plain file", path);
		sen_hint(err, "Name the records file with --db FILE.");
	} else if (st->st_uid != geteuid()) {
		sen_fail(err, SEN_FILE, "the records file '%s' belongs to someone else (uid %u)", path,
			 (unsigned)st->st_uid);
		sen_hint(err, "Run sendctl as its owner, as with: sudo -u '#%u' sendctl ...",
			 (unsigned)st->st_uid);
	} else if (st->st_mode & (S_IRWXG | S_IRWXO)) {
		sen_fail(err, SEN_FILE, "the records file '%s' can be opened by other users (mode %03o)",
			 path, st->st_mode & 0777u);
		sen_hint(err, "Make it yours alone: chmod 600 '%s'", path);
	} else if (st->st_nlink != 1) {
		sen_fail(err, SEN_FILE, "the records file '%s' has %lu names (hard links)", path,
			 (unsigned long)st->st_nlink);
		sen_hint(err, "Remove the other names: find them with find / -xdev -samefile '%s'", path);
	} else {
		return 0;
	}
	return SEN_FILE;
}

static int open_failed(const char *path, struct sen_err *err)
{
	switch (errno) {
	case ENOENT:
	case ENOTDIR:
		sen_fail(err, SEN_FILE, "there is no records file at '%s' yet", path);
		sen_hint(err, "Begin one with 'sendctl init', or name another with --db FILE.");
		break;
	case EACCES:
	case EPERM:
		sen_fail(err, SEN_FILE, "the records file '%s' may not be read by this user", path);
		sen_hint(err, "Run sendctl as its owner.");
		break;
	default:
		sen_fail(err, SEN_FILE, "the records file '%s' cannot be opened: %s", path, strerror(errno));
	}
	return SEN_FILE;
}

/* Nobody here can write it: a copy on a read-only disk or in a closed folder. */
static bool is_read_only(const char *real)
{
	char folder[PATH_MAX];
	struct sen_err ignored;

	if (faccessat(AT_FDCWD, real, W_OK, AT_EACCESS))
		return true;
	return folder_of(real, folder, &ignored) < 0 || faccessat(AT_FDCWD, folder, W_OK, AT_EACCESS);
}

/* Makes every folder of the path that is missing, for the owner alone. */
static int make_folders(const char *path, struct sen_err *err)
{
	char folder[PATH_MAX];
	char *slash;
	int rc = folder_of(path, folder, err);

	if (rc < 0 || !strcmp(folder, ".") || !strcmp(folder, "/"))
		return rc;
	for (slash = strchr(folder + 1, '/');; slash = strchr(slash + 1, '/')) {
		if (slash)
			*slash = '\0';
		if (mkdir(folder, 0700) && errno != EEXIST)
			return sen_fail(err, SEN_FAIL, "the folder '%s' cannot be made: %s", folder,
					strerror(errno));
		if (!slash)
			return 0;
		*slash = '/';
	}
}

int file_check(const char *path, bool create, bool *read_only, struct sen_err *err)
{
	char real[PATH_MAX];
	struct stat st;
	int rc = 0, fd;

	if (create) {
		fd = file_create(path, err);
		if (fd < 0)
			return fd;
		close(fd);
	}
	if ((rc = resolve(path, real, err)) < 0)
		return rc;
	/* O_PATH: closing it leaves the locks alone that this process may hold on
	 * the file (POSIX drops them all with any ordinary descriptor). */
	fd = open(real, O_PATH | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return open_failed(path, err);
	if (fstat(fd, &st))
		rc = sen_fail(err, SEN_FILE, "'%s' cannot be read: %s", path, strerror(errno));
	else
		rc = check_file(path, &st, err);
	close(fd);
	if (rc == 0)
		rc = check_folder(real, err);
	if (rc == 0 && read_only)
		*read_only = is_read_only(real);
	return rc;
}

/* ---- Making ---- */

int file_create(const char *path, struct sen_err *err)
{
	char real[PATH_MAX];
	int fd, rc;

	if ((rc = make_folders(path, err)) < 0 || (rc = resolve(path, real, err)) < 0 ||
	    (rc = check_folder(real, err)) < 0)
		return rc;
	fd = open(real, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd >= 0) {
		if (fchmod(fd, 0600) == 0) /* whatever the umask and the folder's default ACL say */
			return fd;
		close(fd);
		unlink(real);
	}
	if (errno == EEXIST)
		return sen_fail(err, SEN_CONFLICT, "'%s' is there already", path);
	return sen_fail(err, SEN_FAIL, "'%s' cannot be made: %s", path, strerror(errno));
}

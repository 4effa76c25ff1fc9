/* A file written whole or not at all: a temporary beside it, synced, then
 * given its name in one step. */
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sen/text.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int failed(const struct file_out *out, struct sen_err *err)
{
	return sen_fail(err, SEN_FAIL, "'%s' cannot be written: %s", out->path, strerror(errno));
}

int file_begin(struct file_out *out, const char *path, struct sen_err *err)
{
	unsigned char bytes[6];
	char word[2 * sizeof(bytes) + 1];
	struct stat st;

	out->fd = -1;
	if (strlen(path) >= sizeof(out->path))
		return sen_fail(err, SEN_FAIL, "the name of the file to write is too long");
	snprintf(out->path, sizeof(out->path), "%s", path);
	/* A name given anew would put a plain file where a device or a folder was. */
	if (!lstat(path, &st) && !S_ISREG(st.st_mode) && !S_ISLNK(st.st_mode))
		return sen_fail(err, SEN_FAIL, "'%s' is not a plain file", path);
	sen_random(bytes, sizeof(bytes));
	sen_hex(bytes, sizeof(bytes), word);
	snprintf(out->temp, sizeof(out->temp), "%s.%s.part", path, word);
	out->fd = open(out->temp, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (out->fd < 0)
		return failed(out, err);
	if (fchmod(out->fd, 0600) == 0)
		return 0;
	failed(out, err);
	file_abandon(out);
	return SEN_FAIL;
}

void file_sync_folder(const char *path)
{
	char folder[sizeof(((struct file_out *)0)->path)];
	char *slash;
	int fd;

	snprintf(folder, sizeof(folder), "%s", path);
	slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd); /* some file systems cannot: the file itself is safe */
		close(fd);
	}
}

static int give_name(struct file_out *out, bool replace, struct sen_err *err)
{
	/* link fails where something is: unlike a look before a rename. */
	if (replace ? rename(out->temp, out->path) : link(out->temp, out->path)) {
		if (errno != EEXIST)
			return failed(out, err);
		sen_fail(err, SEN_CONFLICT, "'%s' is there already", out->path);
		sen_hint(err, "It is never written over: give another name, or move it away.");
		return SEN_CONFLICT;
	}
	if (!replace)
		unlink(out->temp);
	return 0;
}

int file_end(struct file_out *out, bool replace, struct sen_err *err)
{
	int rc = 0;

	if (fsync(out->fd))
		rc = failed(out, err);
	if (close(out->fd) && rc == 0)
		rc = failed(out, err);
	out->fd = -1;
	if (rc == 0)
		rc = give_name(out, replace, err);
	if (rc < 0) {
		unlink(out->temp);
		return rc;
	}
	file_sync_folder(out->path);
	return 0;
}

void file_abandon(struct file_out *out)
{
	if (out->fd < 0)
		return;
	close(out->fd);
	unlink(out->temp);
	out->fd = -1;
}

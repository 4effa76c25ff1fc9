/* A folder that leaves the records: filled under a temporary name beside it,
 * then given its name in one step, or gone without a trace. */
#include "store/store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sen/file.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int taken(const char *path, struct sen_err *err)
{
	sen_fail(err, SEN_CONFLICT, "'%s' is there and not an empty folder", path);
	sen_hint(err, "It is never written over: give a new name, or move it away.");
	return err->code;
}

/* Told before the work is done; the rename at the end would refuse it too. */
static bool is_free(const char *path)
{
	struct stat st;
	struct dirent *entry;
	bool empty = true;
	DIR *dir;

	if (lstat(path, &st) < 0)
		return true;
	if (!S_ISDIR(st.st_mode) || !(dir = opendir(path)))
		return false;
	while (empty && (entry = readdir(dir)))
		empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
	closedir(dir);
	return empty;
}

int sen_folder_free(const char *path, struct sen_err *err)
{
	return is_free(path) ? 0 : taken(path, err);
}

int sen_folder_begin(struct sen_arena *arena, const char *path, struct sen_folder *out, struct sen_err *err)
{
	size_t len = strlen(path);
	char *temp;

	while (len > 1 && path[len - 1] == '/')
		len--;
	out->path = sen_strndup(arena, path, len);
	out->temp = NULL;
	if (!is_free(out->path))
		return taken(out->path, err);
	temp = sen_format(arena, "%s.XXXXXX", out->path);
	if (!mkdtemp(temp)) /* 0700 */
		return sen_fail(err, SEN_FAIL, "cannot make the folder '%s': %s", out->path, strerror(errno));
	out->temp = temp;
	return 0;
}

int sen_folder_end(struct sen_folder *folder, struct sen_err *err)
{
	if (rename(folder->temp, folder->path) < 0) {
		if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR)
			return taken(folder->path, err);
		return sen_fail(err, SEN_FAIL, "cannot make the folder '%s': %s", folder->path,
				strerror(errno));
	}
	folder->temp = NULL;
	file_sync_folder(folder->path);
	return 0;
}

static void remove_below(int at, const char *name);

/* Without opendir, which needs memory: there may be none left. */
static void empty(int fd)
{
	_Alignas(struct dirent64) char block[4096];
	ssize_t len;

	while ((len = getdents64(fd, block, sizeof(block))) > 0)
		for (ssize_t at = 0; at < len;) {
			struct dirent64 *entry = (struct dirent64 *)(void *)(block + at);

			at += entry->d_reclen;
			if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
				continue;
			if (unlinkat(fd, entry->d_name, 0) < 0)
				remove_below(fd, entry->d_name);
		}
}

static void remove_below(int at, const char *name)
{
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0)
		return;
	empty(fd);
	close(fd);
	unlinkat(at, name, AT_REMOVEDIR);
}

void sen_path_remove(const char *path)
{
	if (unlink(path) < 0)
		remove_below(AT_FDCWD, path);
}

void sen_folder_abandon(struct sen_folder *folder)
{
	if (folder->temp)
		sen_path_remove(folder->temp);
	folder->temp = NULL;
}

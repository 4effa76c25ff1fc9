/* Where the file lies: who can open it, and is the disk under it encrypted? */
#include "store/care.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

enum { DEPTH = 8 }; /* LVM on RAID on LUKS is three */

/* Does the file `path` begin with "CRYPT-"? dm-crypt names itself so. */
static bool is_crypt(const char *path)
{
	char text[16] = "";
	FILE *file = fopen(path, "re");
	if (!file)
		return false;
	bool crypt = fgets(text, sizeof(text), file) && !strncmp(text, "CRYPT-", 6);
	fclose(file);
	return crypt;
}

/* All the disks it is made of must be: half a mirror in the clear is clear. */
static bool encrypted(const char *sys, const char *folder, int depth)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/dm/uuid", folder);
	if (is_crypt(path))
		return true;
	snprintf(path, sizeof(path), "%s/slaves", folder);
	DIR *slaves = depth > 0 ? opendir(path) : NULL;
	if (!slaves)
		return false;
	bool any = false, all = true;
	for (struct dirent *entry; (entry = readdir(slaves));) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/class/block/%s", sys, entry->d_name);
		any = true;
		all = all && encrypted(sys, path, depth - 1);
	}
	closedir(slaves);
	return any && all;
}

int care_encrypted(const char *sys, dev_t device)
{
	char folder[4096];
	struct stat st;
	snprintf(folder, sizeof(folder), "%s/dev/block/%u:%u", sys, major(device), minor(device));
	if (stat(folder, &st) != 0) /* overlay, btrfs, ZFS: no one device */
		return -1;
	return encrypted(sys, folder, DEPTH);
}

void care_check_place(struct care *care, const char *path)
{
	struct sen_err why;
	struct stat st;
	bool read_only = false;
	struct sen_arena *arena = care->store->arena;
	sen_err_clear(&why);
	if (file_check(path, false, &read_only, &why) < 0)
		care_add(care, "permissions", "fault", sen_strdup(arena, why.msg),
			 sen_strdup(arena, why.hint));
	else
		care_add(care, "permissions", "ok", "only its owner can open it", NULL);
	int safe = stat(path, &st) == 0 ? care_encrypted("/sys", st.st_dev) : -1;
	if (safe > 0)
		care_add(care, "disk", "ok", "the disk is encrypted", NULL);
	else
		care_add(care, "disk", "advice",
			 safe == 0 ? "the disk is not encrypted: who takes the machine can read the records"
				   : "cannot tell whether the disk is encrypted",
			 "keep the records on a disk encrypted with LUKS");
}

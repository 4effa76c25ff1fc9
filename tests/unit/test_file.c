/* Is the path a safe place?  And files written whole or not at all. */
#include "unit/records.h"

#include <fcntl.h>
#include <sen/file.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *in(const char *name)
{
	return sen_format(records_arena, "%s/%s", records_folder, name);
}

static void make(const char *path, mode_t mode)
{
	int fd = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0600);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, "x", 1), 1);
	ck_assert_int_eq(fchmod(fd, mode), 0);
	close(fd);
}

static int check(const char *path)
{
	bool read_only;

	return file_check(path, false, &read_only, &records_err);
}

START_TEST(unsafe_files)
{
	static const mode_t modes[] = {0640, 0604, 0660, 0666, 0700 | 010, 0602};
	size_t i;

	make(in("f"), 0600);
	ok(check(in("f")));
	for (i = 0; i < SEN_COUNT(modes); i++) {
		make(in("f"), modes[i]);
		fails(check(in("f")), SEN_FILE, "other users");
		ck_assert_ptr_nonnull(strstr(records_err.hint, "chmod 600"));
		unlink(in("f"));
	}
	make(in("f"), 0600);
	ck_assert_int_eq(symlink(in("f"), in("link")), 0);
	fails(check(in("link")), SEN_FILE, "symbolic link");
	ck_assert_int_eq(link(in("f"), in("hard")), 0);
	fails(check(in("f")), SEN_FILE, "2 names");
	fails(check(records_folder), SEN_FILE, "plain file");
	ck_assert_int_eq(mkfifo(in("pipe"), 0600), 0);
	fails(check(in("pipe")), SEN_FILE, "plain file");
	fails(check(in("none")), SEN_FILE, "no records file");
	fails(check(in("no/folder")), SEN_FILE, "no records file");
	fails(check(""), SEN_FILE, "names no file");
	fails(check(in("folder/")), SEN_FILE, "names no file");
}
END_TEST

START_TEST(unsafe_folders)
{
	static const struct {
		mode_t mode;
		bool safe;
	} rows[] = {{0700, true},  {0755, true},  {01777, true}, {01770, true},
		    {0770, false}, {0757, false}, {0777, false}};
	size_t i;

	ck_assert_int_eq(mkdir(in("d"), 0700), 0);
	make(in("d/f"), 0600);
	for (i = 0; i < SEN_COUNT(rows); i++) {
		ck_assert_int_eq(chmod(in("d"), rows[i].mode), 0);
		if (rows[i].safe)
			ok(check(in("d/f")));
		else
			fails(check(in("d/f")), SEN_FILE, "others can write");
	}
	ck_assert_int_eq(mkdir(in("d/e"), 0700), 0);
	make(in("d/e/f"), 0600);
	fails(check(in("d/e/f")), SEN_FILE, "everyone can write");
	/* A link among the folders is followed, and what it leads to is checked. */
	ck_assert_int_eq(symlink(in("d"), in("to")), 0);
	fails(check(in("to/f")), SEN_FILE, "others can write");
	ck_assert_int_eq(chmod(in("d"), 0700), 0);
	ok(check(in("to/f")));
	ck_assert_str_eq(file_resolve(records_arena, in("to/f"), &records_err), in("d/f"));
}
END_TEST

START_TEST(made_for_the_owner_alone)
{
	struct stat st;
	bool read_only = true;

	umask(0);
	ok(file_check(in("a/b/records.db"), true, &read_only, &records_err));
	ck_assert(!read_only);
	ck_assert_int_eq(stat(in("a"), &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0700);
	ck_assert_int_eq(stat(in("a/b/records.db"), &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0600);
	fails(file_check(in("a/b/records.db"), true, &read_only, &records_err), SEN_CONFLICT, "already");
	umask(0777);
	ok(file_check(in("other.db"), true, &read_only, &records_err));
	ck_assert_int_eq(stat(in("other.db"), &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0600);
}
END_TEST

START_TEST(network_file_systems)
{
	ck_assert_str_eq(file_network(0x6969), "NFS");
	ck_assert_str_eq(file_network(0xff534d42), "CIFS");
	ck_assert_str_eq(file_network(0x65735546), "FUSE");
	ck_assert_str_eq(file_network(0xffffffffff534d42), "CIFS"); /* sign-extended on some */
	ck_assert_ptr_null(file_network(0xef53));		    /* ext4 */
	ck_assert_ptr_null(file_network(0x01021994));		    /* tmpfs */
}
END_TEST

START_TEST(whole_or_not_at_all)
{
	struct file_out out;
	struct stat st;

	ok(file_begin(&out, in("out.csv"), &records_err));
	ck_assert_int_eq(write(out.fd, "abc", 3), 3);
	ck_assert_int_ne(access(in("out.csv"), F_OK), 0);
	ok(file_end(&out, false, &records_err));
	ck_assert_int_eq(stat(in("out.csv"), &st), 0);
	ck_assert_int_eq(st.st_size, 3);
	ck_assert_uint_eq(st.st_mode & 0777, 0600);
	ck_assert_uint_eq(st.st_nlink, 1);
	ok(file_begin(&out, in("out.csv"), &records_err));
	fails(file_end(&out, false, &records_err), SEN_CONFLICT, "already");
	ck_assert_int_ne(access(out.temp, F_OK), 0);
	ok(file_begin(&out, in("out.csv"), &records_err));
	ok(file_end(&out, true, &records_err));
	ck_assert_int_eq(stat(in("out.csv"), &st), 0);
	ck_assert_int_eq(st.st_size, 0);
	ok(file_begin(&out, in("never.csv"), &records_err));
	file_abandon(&out);
	ck_assert_int_ne(access(in("never.csv"), F_OK), 0);
	ck_assert_int_ne(access(out.temp, F_OK), 0);
	fails(file_begin(&out, records_folder, &records_err), SEN_FAIL, "plain file");
	fails(file_begin(&out, in("no/such"), &records_err), SEN_FAIL, "cannot be written");
}
END_TEST

START_TEST(folders_whole_or_not_at_all)
{
	struct sen_folder folder;
	struct sen_file_digest digest;
	struct stat st;

	ok(sen_folder_begin(records_arena, in("pack//"), &folder, &records_err));
	ck_assert_str_eq(folder.path, in("pack"));
	ck_assert_int_eq(stat(folder.temp, &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0700);
	ck_assert_int_ne(access(in("pack"), F_OK), 0);
	make(sen_format(records_arena, "%s/a", folder.temp), 0600);
	ck_assert_int_eq(mkdir(in("pack"), 0755), 0); /* an empty one may be there */
	ok(sen_folder_end(&folder, &records_err));
	ck_assert_int_eq(stat(in("pack"), &st), 0);
	ck_assert_uint_eq(st.st_mode & 0777, 0700);
	/* Of "x", by sha256sum and b2sum -l 256. */
	ok(sen_file_digest(in("pack/a"), &digest, &records_err));
	ck_assert_int_eq(digest.size, 1);
	ck_assert_str_eq(digest.sha256, "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
	ck_assert_str_eq(digest.blake2b, "d161d71145abeec5ef15abcf0459cec60a27321e2f0ac0ef7ace5254f5944476");
	fails(sen_folder_begin(records_arena, in("pack"), &folder, &records_err), SEN_CONFLICT,
	      "not an empty");
	fails(sen_folder_free(in("pack/a"), &records_err), SEN_CONFLICT, "not an empty");
	ok(sen_folder_free(in("other"), &records_err));
	ok(sen_folder_begin(records_arena, in("other"), &folder, &records_err));
	const char *temp = folder.temp;
	ck_assert_int_eq(mkdir(sen_format(records_arena, "%s/P1", temp), 0700), 0);
	make(sen_format(records_arena, "%s/P1/b", temp), 0600);
	ck_assert_int_eq(symlink(in("pack"), sen_format(records_arena, "%s/link", temp)), 0);
	sen_folder_abandon(&folder);
	ck_assert_int_ne(access(temp, F_OK), 0);
	ck_assert_int_eq(access(in("pack/a"), F_OK), 0); /* not by way of the link */
}
END_TEST

Suite *suite_file(void)
{
	Suite *suite = suite_create("file");
	TCase *tc = tcase_create("file");

	tcase_add_checked_fixture(tc, records_folder_setup, records_teardown);
	tcase_add_test(tc, unsafe_files);
	tcase_add_test(tc, unsafe_folders);
	tcase_add_test(tc, made_for_the_owner_alone);
	tcase_add_test(tc, network_file_systems);
	tcase_add_test(tc, whole_or_not_at_all);
	tcase_add_test(tc, folders_whole_or_not_at_all);
	suite_add_tcase(suite, tc);
	return suite;
}

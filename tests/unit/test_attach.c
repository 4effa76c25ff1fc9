/* Files kept whole and written out again. */
#include "unit/children.h"

#include <stdlib.h>
#include <sys/stat.h>

static const char *path_of(const char *name)
{
	return sen_format(records_arena, "%s/%s", records_folder, name);
}

static const char *file_with(const char *name, const void *bytes, size_t len)
{
	const char *path = path_of(name);
	FILE *out = fopen(path, "wb");

	ck_assert_ptr_nonnull(out);
	ck_assert_uint_eq(fwrite(bytes, 1, len, out), len);
	fclose(out);
	return path;
}

static struct sen_attachment *attachment(int64_t pupil)
{
	struct sen_attachment *a = sen_record_new(records_arena, &sen_attachment_record);

	a->pupil_id = pupil;
	return a;
}

static int keep(struct sen_attachment *a, const char *path)
{
	return sen_attach_file(children_store, a, path, &records_err);
}

START_TEST(the_content_says_what_it_is)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *type;
	} cases[] = {{"%PDF-1.4", 8, "application/pdf"},
		     {"\x89PNG\r\n\x1a\n", 8, "image/png"},
		     {"\xff\xd8\xff\xe0", 4, "image/jpeg"},
		     {"PK\3\4....word/document.xml", 25,
		      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		     {"PK\3\4....", 8, "application/zip"},
		     {"plain words", 11, "text/plain"},
		     {"\0\1\2\3", 4, "application/octet-stream"}};
	int64_t id = child("Zoe", "O'Brien", "3B");

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		struct sen_attachment *a = attachment(id);

		ok(keep(a, file_with("scan.bin", cases[i].bytes, cases[i].len)));
		ck_assert_str_eq(a->type, cases[i].type);
		ck_assert_str_eq(a->title, "scan.bin");
		ck_assert_int_eq(a->size, (int64_t)cases[i].len);
	}
}
END_TEST

START_TEST(written_out_byte_for_byte)
{
	size_t len = 300000;
	char *bytes = sen_alloc(records_arena, len), *back = sen_alloc(records_arena, len + 1);
	struct sen_attachment *a = attachment(child("Zoe", "O'Brien", "3B"));
	const char *to = path_of("out.bin");
	struct stat st;
	FILE *in;

	for (size_t i = 0; i < len; i++)
		bytes[i] = (char)(i * 7 + i / 251);
	ok(keep(a, file_with("in.bin", bytes, len)));
	ok(sen_attach_export(children_store, a->head.id, to, &records_err));
	ck_assert_int_eq(stat(to, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	in = fopen(to, "rb");
	ck_assert_uint_eq(fread(back, 1, len + 1, in), len);
	fclose(in);
	ck_assert_int_eq(memcmp(bytes, back, len), 0);
	ck_assert_int_eq(sen_attach_export(children_store, a->head.id, to, &records_err), SEN_CONFLICT);
	ok(db_exec(children_store->db, "UPDATE attachment_data SET data = x'00'", &records_err));
	fails(sen_attach_export(children_store, a->head.id, path_of("no.bin"), &records_err), SEN_FILE,
	      "damaged");
}
END_TEST

START_TEST(what_is_not_kept)
{
	int64_t id = child("Zoe", "O'Brien", "3B");
	const size_t large = 10 * 1024 * 1024 + 1;
	char *bytes = calloc(1, large);
	const char *path = file_with("large.bin", bytes, large);

	free(bytes);
	fails(keep(attachment(id), path), SEN_INVALID, "larger than 10 MiB");
	fails(keep(attachment(id), records_folder), SEN_INVALID, "is not a file");
	fails(keep(attachment(id), path_of("none")), SEN_NOTFOUND, "cannot read");
	fails(keep(attachment(id), file_with("empty", "", 0)), SEN_INVALID, "is empty");
	ok(keep(attachment(id), file_with("a.txt", "words", 5)));
	fails(keep(attachment(id), file_with("b.txt", "words", 5)), SEN_CONFLICT, "kept already as AT");
	ck_assert_int_eq(children_number("SELECT count(*) FROM attachment_data"), 1);
}
END_TEST

Suite *suite_attach(void)
{
	Suite *suite = suite_create("attach");
	TCase *tcase = tcase_create("attach");

	tcase_add_checked_fixture(tcase, children_setup, children_teardown);
	tcase_add_test(tcase, the_content_says_what_it_is);
	tcase_add_test(tcase, written_out_byte_for_byte);
	tcase_add_test(tcase, what_is_not_kept);
	suite_add_tcase(suite, tcase);
	return suite;
}

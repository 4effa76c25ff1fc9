/* CSV rows and the encodings they come in, read from small files. */
#include "exchange/rows.h"
#include "unit/suites.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct sen_arena *arena;
static struct sen_err err;
static struct sen_csv_info info;
static char path[] = "/tmp/sendctl-csv-XXXXXX", shown[8192];

static void setup(void)
{
	arena = sen_arena_new();
	memcpy(path + strlen(path) - 6, "XXXXXX", 6);
	int fd = mkstemp(path);
	ck_assert_int_ge(fd, 0);
	close(fd);
	sen_err_clear(&err);
}
static void teardown(void)
{
	unlink(path);
	sen_arena_free(arena);
}

/* "LINE:a|b" and LF, a row. */
static int show(void *arg, const struct sen_csv_row *row, struct sen_err *e)
{
	size_t n = strlen(shown);
	(void)arg;
	(void)e;
	n += (size_t)snprintf(shown + n, sizeof(shown) - n, "%lld:", (long long)row->line);
	for (size_t i = 0; i < row->count; i++)
		n += (size_t)snprintf(shown + n, sizeof(shown) - n, "%s%s", i ? "|" : "", row->cells[i]);
	snprintf(shown + n, sizeof(shown) - n, "\n");
	return 0;
}

static int read_text(const char *text, size_t len)
{
	FILE *out = fopen(path, "w");
	fwrite(text, 1, len, out);
	fclose(out);
	shown[0] = '\0';
	return sen_csv_read(arena, path, &info, show, NULL, &err);
}

#define T(s) s, sizeof(s) - 1
static const struct {
	const char *in;
	size_t len;
	const char *rows, *encoding;
	char delimiter;
} files[] = {
	{T("a,b\n1,2\n"), "1:a|b\n2:1|2\n", "UTF-8", ','},
	{T("a,b\r\n1,2"), "1:a|b\n2:1|2\n", "UTF-8", ','},
	{T("a,b\r1,2\r"), "1:a|b\n2:1|2\n", "UTF-8", ','},
	{T("a;b\n1,5;2\n"), "1:a|b\n2:1,5|2\n", "UTF-8", ';'},
	{T("a\tb\n\"x\ty\"\t\n"), "1:a|b\n2:x\ty|\n", "UTF-8", '\t'},
	{T("sep=;\na;b\n"), "2:a|b\n", "UTF-8", ';'},
	{T("\xef\xbb\xbf"
	   "a,b\n"),
	 "1:a|b\n", "UTF-8 with BOM", ','},
	{T("Zo\xeb,\x80\x92\n"), "1:Zo\xc3\xab|\xe2\x82\xac\xe2\x80\x99\n", "Windows-1252", ','},
	{T("Zo\xc3\xab,b\n"), "1:Zo\xc3\xab|b\n", "UTF-8", ','},
	{T("\xff\xfe"
	   "a\0\t\0\xeb\0\r\0\n\0b\0\t\0\x3d\xd8\x00\xde\n\0"),
	 "1:a|\xc3\xab\n2:b|\xf0\x9f\x98\x80\n", "UTF-16LE", '\t'},
	{T("\xfe\xff\0a\0,\0\xeb\0\n"), "1:a|\xc3\xab\n", "UTF-16BE", ','},
	{T("a\0,\0b\0\n\0"), "1:a|b\n", "UTF-16LE", ','},
	{T("a,\"x\r\ny\"\n\n\nb,c\n"), "1:a|x\ny\n3:\n4:\n5:b|c\n", "UTF-8", ','},
	{T("a,\"says \"\"hi\"\"\"\n"), "1:a|says \"hi\"\n", "UTF-8", ','},
	{T("=\"0012\",b,=\"x\"\n"), "1:0012|b|x\n", "UTF-8", ','},
	{T("\"a,=\"\"b\"\",c\",d\n"), "1:a,=\"b\",c|d\n", "UTF-8", ','},
	{T(""), "", "UTF-8", ','},
	{T("a,b,\n"), "1:a|b|\n", "UTF-8", ','},
};
START_TEST(file_table)
{
	int rc = read_text(files[_i].in, files[_i].len);
	ck_assert_msg(rc == 0, "%s", err.msg);
	ck_assert_str_eq(shown, files[_i].rows);
	ck_assert_str_eq(info.encoding, files[_i].encoding);
	ck_assert_int_eq(info.delimiter, files[_i].delimiter);
}
END_TEST

static const struct {
	const char *in;
	size_t len;
	const char *says;
} faults[] = {
	{T("a,b\n\"x,y\nz,1\n"), "line 2"},
	{T("a,b\n1,2\n\"x\"y,1\n"), "line 3"},
	{T("a\nZo\xc3\xab\nb\nCl\xe9o\n"), "line 2 is UTF-8, line 4 is not"},
	{T("\xef\xbb\xbf"
	   "a\nb\xe9\n"),
	 "line 2"},
	{T("a\n\x81\n"), "byte 0x81"},
	{T("ab,c\nd\0e\n"), "NUL"},
	{T("PK\3\4xxxx"), "Excel"},
	{T("\xff\xfe"
	   "a\0\x00\xdc"),
	 "half"},
	{T("\xff\xfe"
	   "a\0b"),
	 "half"},
};
START_TEST(fault_table)
{
	int rc = read_text(faults[_i].in, faults[_i].len);
	ck_assert_int_eq(rc, SEN_INVALID);
	ck_assert_msg(strstr(err.msg, faults[_i].says) != NULL, "%s", err.msg);
}
END_TEST

static int count(void *arg, const struct sen_csv_row *row, struct sen_err *e)
{
	int64_t *n = arg;
	(void)e;
	ck_assert_int_eq(row->count, 3);
	ck_assert_str_eq(row->cells[1], "Zo\xc3\xab");
	ck_assert_int_eq(row->line, ++*n);
	return 0;
}

/* Rows lie across the edges of every buffer, in every encoding. */
START_TEST(long_file)
{
	for (int wide = 0; wide < 3; wide++) {
		FILE *out = fopen(path, "w");
		int64_t rows = 0;
		for (int i = 0; i < 20000; i++) {
			char line[64], *p = line;
			snprintf(line, sizeof(line), "%d,Zo\xeb,end %d\r\n", i, i * 7);
			for (; *p; p++) {
				if (wide == 0 && *p == '\xeb')
					fputs("\xc3\xab", out);
				else
					fputc(*p, out);
				if (wide == 2)
					fputc(0, out);
			}
		}
		fclose(out);
		ck_assert_int_eq(sen_csv_read(arena, path, &info, count, &rows, &err), 0);
		ck_assert_int_eq(rows, 20000);
	}
}
END_TEST

START_TEST(put)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);
	csv_put(out, "plain");
	csv_put(out, "a,b");
	csv_put(out, "say \"x\"");
	csv_put(out, NULL);
	fclose(out);
	ck_assert_str_eq(text, "plain\"a,b\"\"say \"\"x\"\"\"");
	free(text);
}
END_TEST

Suite *suite_csv(void)
{
	Suite *suite = suite_create("csv");
	TCase *tcase = tcase_create("csv");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, file_table, 0, SEN_COUNT(files));
	tcase_add_loop_test(tcase, fault_table, 0, SEN_COUNT(faults));
	tcase_add_test(tcase, long_file);
	tcase_add_test(tcase, put);
	suite_add_tcase(suite, tcase);
	return suite;
}

/* Text: as it is kept, as it is shown, as it is searched; words, ids, hex. */
#include "unit/suites.h"

#include <sen/text.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sen_arena *arena;

static void setup(void)
{
	arena = sen_arena_new();
}

static void teardown(void)
{
	sen_arena_free(arena);
}

/* `want` NULL: empty; "!": refused. */
static const struct cleaned {
	const char *in;
	enum sen_text_rule rule;
	const char *want;
} cleaned[] = {
	{"Zoe", SEN_TEXT_NAME, "Zoe"},
	{"  Zoe  ", SEN_TEXT_NAME, "Zoe"},
	{"Zoe\xc2\xa0", SEN_TEXT_NAME, "Zoe"},			     /* NBSP behind, as Excel leaves it */
	{"Anna\xc2\xa0Maria", SEN_TEXT_NAME, "Anna Maria"},	     /* and within */
	{"Zoe\xcc\x88", SEN_TEXT_NAME, "Zo\xc3\xab"},		     /* decomposed */
	{"Zo\xc3\xab", SEN_TEXT_NAME, "Zo\xc3\xab"},		     /* composed */
	{"\xef\xbb\xbfZoe", SEN_TEXT_NAME, "Zoe"},		     /* BOM */
	{"Jean\xe2\x80\x8bPaul\xc2\xad", SEN_TEXT_NAME, "JeanPaul"}, /* zero width, soft hyphen */
	{" \xe2\x80\x8b \xe3\x80\x80Zoe", SEN_TEXT_NAME, "Zoe"},
	{"O\xe2\x80\x99Neill", SEN_TEXT_NAME, "O\xe2\x80\x99Neill"},
	{"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", SEN_TEXT_NAME, "\xed\x95\x9c"}, /* Hangul */
	{"a\tb", SEN_TEXT_NAME, "a b"},
	{"a\nb", SEN_TEXT_NAME, "!"},
	{"a\rb", SEN_TEXT_NAME, "!"},
	{"Zoe\n", SEN_TEXT_NAME, "Zoe"},
	{"a\xe2\x80\xa8"
	 "b",
	 SEN_TEXT_NAME, "!"},
	{"a\x07"
	 "b",
	 SEN_TEXT_NAME, "!"},
	{"a\x7f", SEN_TEXT_NAME, "!"},
	{"a\xc2\x9b"
	 "b",
	 SEN_TEXT_NAME, "!"}, /* C1 CSI */
	{"a\xe2\x80\xae"
	 "b",
	 SEN_TEXT_NAME, "!"}, /* right-to-left override */
	{"a\xe2\x81\xa6"
	 "b",
	 SEN_TEXT_NAME, "!"}, /* isolate */
	{"a\xd8\x9c"
	 "b",
	 SEN_TEXT_NAME, "!"}, /* Arabic letter mark */
	{"\x1b[31m", SEN_TEXT_NAME, "!"},
	{"\xff", SEN_TEXT_NAME, "!"},
	{"\xc3", SEN_TEXT_LINE, "!"},
	{"Zo\xeb", SEN_TEXT_NOTE, "!"},		  /* Latin-1 */
	{"\xed\xa0\x80", SEN_TEXT_NOTE, "!"},	  /* half of a surrogate pair */
	{"\xc0\xaf", SEN_TEXT_NOTE, "!"},	  /* over-long */
	{"\xf4\x90\x80\x80", SEN_TEXT_NOTE, "!"}, /* beyond Unicode */
	{"one\r\ntwo\rthree\nfour", SEN_TEXT_LINE, "one two three four"},
	{"a\x07"
	 "b\xe2\x80\xae"
	 "c",
	 SEN_TEXT_LINE, "abc"},
	{"a\tb", SEN_TEXT_LINE, "a b"},
	{"two  spaces", SEN_TEXT_LINE, "two  spaces"},
	{"one\r\ntwo\rthree\n\n  four\n", SEN_TEXT_NOTE, "one\ntwo\nthree\n\n  four"},
	{"\n\n a\tb \n", SEN_TEXT_NOTE, "a\tb"},
	{"a\xc2\xa0"
	 "b",
	 SEN_TEXT_NOTE,
	 "a\xc2\xa0"
	 "b"},
	{"a\xc2\x85"
	 "b\xe2\x80\xa9"
	 "c",
	 SEN_TEXT_NOTE, "a\nb\nc"},
	{"a\x0b\x0c"
	 "b\x1b"
	 "c",
	 SEN_TEXT_NOTE, "abc"},
	{"\x1b\x1b", SEN_TEXT_NOTE, NULL},
	{" \x1b ", SEN_TEXT_NOTE, NULL},
	{"\xf0\x9f\x99\x82 smiled", SEN_TEXT_NOTE, "\xf0\x9f\x99\x82 smiled"},
	{"", SEN_TEXT_NAME, NULL},
	{"   ", SEN_TEXT_LINE, NULL},
	{"\r\n", SEN_TEXT_NOTE, NULL},
	{"e\x1b\xcc\x81", SEN_TEXT_NOTE, "\xc3\xa9"}, /* composed after what stood between is gone */
	{"12345678\x1f", SEN_TEXT_NAME, "!"},	      /* in the ninth byte: past the quick eight */
	{"1234567\x1f", SEN_TEXT_NAME, "!"},
	{"1234567\x7f"
	 "9abcdef01",
	 SEN_TEXT_NAME, "!"},
};

START_TEST(clean)
{
	const struct cleaned *row = &cleaned[_i];
	struct sen_err err = {0};
	const char *got = "unset", *again;
	int rc = sen_text_clean(arena, row->in, row->rule, 100, &got, &err);

	if (row->want && strcmp(row->want, "!") == 0) {
		ck_assert_msg(rc == SEN_INVALID && err.code == rc && got == NULL, "row %d was not refused",
			      _i);
		ck_assert(*err.msg && *err.hint);
		return;
	}
	ck_assert_msg(rc == 0, "row %d refused: %s", _i, err.msg);
	ck_assert_pstr_eq(got, row->want);
	ck_assert_int_eq(sen_text_clean(arena, got, row->rule, 100, &again, &err), 0);
	ck_assert_pstr_eq(again, got);
}
END_TEST

START_TEST(limits)
{
	struct sen_err err;
	const char *got;
	char text[301];

	for (size_t i = 0; i < 100; i++)
		memcpy(text + 3 * i, "\xe2\x82\xac", 3);
	text[300] = '\0';
	ck_assert_int_eq(sen_text_clean(arena, text, SEN_TEXT_NAME, 100, &got, &err), 0);
	ck_assert_int_eq(sen_text_clean(arena, text, SEN_TEXT_LINE, 99, &got, &err), SEN_INVALID);
	ck_assert_str_eq(err.msg, "the text is too long: 100 characters, and at most 99 fit here");
	ck_assert_int_eq(sen_text_clean(arena, text, SEN_TEXT_NOTE, 300, &got, &err), 0);
	ck_assert_int_eq(sen_text_clean(arena, text, SEN_TEXT_NOTE, 299, &got, &err), SEN_INVALID);
	ck_assert_int_eq(sen_text_clean(arena, text, SEN_TEXT_LINE, 0, &got, &err), 0);
	ck_assert_int_eq(sen_text_clean(arena, "abcd ", SEN_TEXT_NAME, 4, &got, &err), 0);
	ck_assert_int_eq(sen_text_clean(arena, "abcd", SEN_TEXT_NAME, 4, &got, &err), 0);
	ck_assert_int_eq(sen_text_clean(arena, "abcde", SEN_TEXT_NAME, 4, &got, &err), SEN_INVALID);
	ck_assert_int_eq(sen_text_clean(arena, NULL, SEN_TEXT_NAME, 4, &got, &err), 0);
	ck_assert_ptr_null(got);
}
END_TEST

/* Every byte at every place of a text of up to 20 bytes. */
START_TEST(plain)
{
	char text[21];

	ck_assert(!sen_text_plain("", 0));
	for (size_t len = 1; len <= 20; len++) {
		for (size_t at = 0; at < len; at++) {
			for (int c = 1; c < 256; c++) {
				bool want = c >= ' ' && c < 0x7F && (c != ' ' || (at > 0 && at < len - 1));

				memset(text, 'x', len);
				text[at] = (char)c;
				if (sen_text_plain(text, len) != want)
					ck_abort_msg("byte %02x at %zu of %zu", (unsigned)c, at, len);
			}
		}
	}
}
END_TEST

START_TEST(valid)
{
	ck_assert(sen_utf8_valid("", 0));
	ck_assert(sen_utf8_valid("12345678\xc3\xab"
				 "12345678",
				 18));
	ck_assert(sen_utf8_valid("1234567\xf0\x9f\x99\x82", 11));
	ck_assert(!sen_utf8_valid("1234567\xf0\x9f\x99\x82", 10));
	ck_assert(!sen_utf8_valid("12345678\x80", 9));
	ck_assert(!sen_utf8_valid("\xed\xbf\xbf", 3));
	ck_assert(!sen_utf8_valid("\xf8\x88\x80\x80\x80", 5));
}
END_TEST

START_TEST(fold)
{
	static const char *const cases[][2] = {
		{"Zoe", "zoe"},
		{"Zo\xc3\xab", "zoe"},
		{"Zoe\xcc\x88", "zoe"},
		{"\xc3\x89LAN", "elan"},
		{"O'Brien", "obrien"},
		{"O\xe2\x80\x99"
		 "Brien",
		 "obrien"},
		{"O`Brien", "obrien"},
		{"O\xc2\xb4"
		 "Brien",
		 "obrien"},
		{"O\xca\xbc"
		 "Brien",
		 "obrien"},
		{"O\xef\xbc\x87"
		 "Brien",
		 "obrien"},
		{"Smith-Okoye", "smith okoye"},
		{"Smith\xe2\x80\x90Okoye", "smith okoye"},
		{"Smith \xe2\x80\x93 Okoye", "smith okoye"},
		{"  Anna   Maria ", "anna maria"},
		{"Anna\xc2\xa0Maria", "anna maria"},
		{"St. John", "st john"},
		{"Smith, Zoe (Zee)", "smith zoe zee"},
		{"\xc5\x81ukasz", "lukasz"},
		{"Stra\xc3\x9f"
		 "e",
		 "strasse"},
		{"STRA\xe1\xba\x9e"
		 "E",
		 "strasse"},
		{"S\xc3\xb8ren", "soren"},
		{"\xc3\x98yvind", "oyvind"},
		{"\xc4\x90or\xc4\x91"
		 "e",
		 "dorde"},
		{"\xc3\x90"
		 "ag",
		 "dag"},
		{"\xc3\x86thelred", "aethelred"},
		{"\xc3\x9e\xc3\xb3r", "thor"},
		{"\xc5\x92uvre", "oeuvre"},
		{"\xc4\xb0"
		 "brahim",
		 "ibrahim"},
		{"Y\xc4\xb1lmaz", "yilmaz"},
		{"A\xc4\x9f"
		 "ao\xc4\x9flu",
		 "agaoglu"},
		{"Nguy\xe1\xbb\x85n", "nguyen"},
		{"\xce\x91\xce\xbb\xce\xad\xce\xbe\xce\xb1\xce\xbd\xce\xb4\xcf\x81\xce\xbf\xcf\x82",
		 "\xce\xb1\xce\xbb\xce\xb5\xce\xbe\xce\xb1\xce\xbd\xce\xb4\xcf\x81\xce\xbf\xcf\x83"},
		{"\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd", "\xd0\xb8\xd0\xb2\xd0\xb0\xd0\xbd"},
		{"\xe6\x9d\x8e\xe5\xb0\x8f\xe9\xbe\x99", "\xe6\x9d\x8e\xe5\xb0\x8f\xe9\xbe\x99"},
		{"\xd9\x85\xd8\xad\xd9\x85\xd8\xaf", "\xd9\x85\xd8\xad\xd9\x85\xd8\xaf"},
		{"\xef\xac\x81ona", "fiona"},
		{"\xef\xbc\xbaoe", "zoe"},
		{"N\xc2\xba 5", "no 5"},
		{"3B", "3b"},
		{"\xc6\x92", "f"},
		{"Ha\xc6\x99\xc6\x99i", "hakki"},
		{"\xc9\x97"
		 "an \xc9\x93"
		 "awa",
		 "dan bawa"},
		{"Aliy\xc9\x99v", "aliyev"},
		{"\xc5\x89x", "nx"}, /* n with an apostrophe before it, in one letter */
		{"Zo\xff"
		 "e",
		 "zo e"},
		{"", ""},
		{"---", ""},
		{"\xe2\x80\x94", ""},
		{"'", ""},
		{"Zo\xc2\xad\xe2\x80\x8b\xc3\xab", "zoe"},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		char *got = sen_text_fold(arena, cases[i][0]);

		ck_assert_msg(strcmp(got, cases[i][1]) == 0, "'%s': got '%s', want '%s'", cases[i][0], got,
			      cases[i][1]);
		ck_assert_str_eq(sen_text_fold(arena, got), got);
	}
	ck_assert_ptr_null(sen_text_fold(arena, NULL));
}
END_TEST

/* The quick way and the whole way must agree on ASCII. */
START_TEST(fold_ways_agree)
{
	for (int a = 1; a < 128; a++) {
		for (int b = 1; b < 128; b++) {
			char quick[4] = {(char)a, (char)b, 'x', '\0'};
			char whole[7] = {(char)a, (char)b, 'x', (char)0xC2, (char)0xAD, '\0'};

			ck_assert_str_eq(sen_text_fold(arena, quick), sen_text_fold(arena, whole));
		}
	}
}
END_TEST

START_TEST(visible)
{
	static const struct {
		const char *in;
		bool keep_lines;
		const char *want;
	} cases[] = {
		{"Zo\xc3\xab", false, "Zo\xc3\xab"},
		{"a\x1b[31mb", false, "a\\x1b[31mb"},
		{"a\nb\tc", false, "a\\x0ab\\x09c"},
		{"a\nb\tc", true, "a\nb\tc"},
		{"a\rb", true, "a\\x0db"},
		{"\x7f", true, "\\x7f"},
		{"\xff\xfe", true, "\\xff\\xfe"},
		{"a\xc3", false, "a\\xc3"},
		{"\xc3(", false, "\\xc3("},
		{"\xc2\x9b"
		 "1m",
		 false, "\\u{9b}1m"},
		{"\xe2\x80\xae"
		 "abc",
		 true, "\\u{202e}abc"},
		{"\xe2\x80\xa8"
		 "abc",
		 true, "\\u{2028}abc"},
		{"\xe2\x80\x8b"
		 "x",
		 true, "\\u{200b}x"},
		{"\xf0\x9f\x99\x82", false, "\xf0\x9f\x99\x82"},
		{"", false, ""},
		{"C:\\x1b", false, "C:\\x1b"},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		ck_assert_str_eq(sen_text_visible(arena, cases[i].in, cases[i].keep_lines), cases[i].want);
	ck_assert_str_eq(sen_text_visible(arena, NULL, false), "");
}
END_TEST

START_TEST(compare)
{
	ck_assert(sen_text_same("Yes", "yES"));
	ck_assert(!sen_text_same("Yes", "Yes "));
	ck_assert(!sen_text_same("Ye", "Yes"));
	ck_assert(!sen_text_same("Yes", "Ye"));
	ck_assert(!sen_text_same("[", "{"));
	ck_assert(!sen_text_same("@", "`"));
	ck_assert(sen_text_same("", ""));
	ck_assert(sen_text_same(NULL, NULL));
	ck_assert(!sen_text_same(NULL, ""));
	ck_assert(sen_text_starts("level:C", "level:"));
	ck_assert(sen_text_starts("level", ""));
	ck_assert(!sen_text_starts("lev", "level"));
	ck_assert(!sen_text_starts("Level", "level"));
	ck_assert(!sen_text_starts(NULL, "level"));
}
END_TEST

START_TEST(distance)
{
	static const struct {
		const char *a, *b;
		int want;
	} cases[] = {
		{"", "", 0},
		{"a", "", 1},
		{"", "abc", 3},
		{"pupil", "pupil", 0},
		{"pupil", "pupli", 1},
		{"pupil", "ppuil", 1},
		{"pupil", "pupl", 1},
		{"pupil", "puppil", 1},
		{"pupil", "popil", 1},
		{"pupil", "plan", 4},
		{"review", "reveiw", 1},
		{"kitten", "sitting", 3},
		{"ca", "abc", 3},
		{"concern", "cocnren", 2},
		{"abcd", "badc", 2},
		{"abcdef", "uvwxyz", 5},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		for (int max = 0; max <= 4; max++) {
			int want = cases[i].want > max ? max + 1 : cases[i].want;

			ck_assert_msg(sen_text_distance(cases[i].a, cases[i].b, max) == want &&
					      sen_text_distance(cases[i].b, cases[i].a, max) == want,
				      "%s %s within %d", cases[i].a, cases[i].b, max);
		}
	}
	ck_assert_int_eq(sen_text_distance("a234567890123456789012345678901234567890123456789012345678901234",
					   "b234567890123456789012345678901234567890123456789012345678901234",
					   2),
			 3);
	ck_assert_int_eq(sen_text_distance("a23456789012345678901234567890123456789012345678901234567890123",
					   "b23456789012345678901234567890123456789012345678901234567890123",
					   2),
			 1);
}
END_TEST

START_TEST(guess)
{
	static const char *const words[] = {"pupil", "plan", "review", "report", "concern", "contact", "db"};
	static const char *const cases[][2] = {
		{"pupli", "pupil"},	{"plna", "plan"},    {"reveiw", "review"}, {"repot", "report"},
		{"concren", "concern"}, {"conc", "concern"}, {"cont", "contact"},  {"con", NULL},
		{"re", NULL},		{"xyz", NULL},	     {"d", NULL},	   {"", NULL},
		{"dv", "db"},		{"xy", NULL},	     {"pup", "pupil"},	   {"pupils", "pupil"},
		{"pan", "plan"},	{"reviewing", NULL},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		ck_assert_pstr_eq(sen_text_guess(cases[i][0], words, SEN_COUNT(words)), cases[i][1]);
	ck_assert_ptr_null(sen_text_guess("pupil", words, 0));
	ck_assert_ptr_null(sen_text_guess(NULL, words, 1));
}
END_TEST

START_TEST(ids)
{
	static const struct {
		const char *text, *prefix;
		int64_t want; /* 0: none */
	} cases[] = {
		{"P12", "P", 12},
		{"p12", "P", 12},
		{"12", "P", 12},
		{"PL3", "PL", 3},
		{"pl3", "PL", 3},
		{"PL3", "P", 0},
		{"P3", "PL", 0},
		{"P", "P", 0},
		{"", "P", 0},
		{"P0", "P", 0},
		{"P01", "P", 0},
		{"012", "P", 0},
		{"P-1", "P", 0},
		{"-1", "P", 0},
		{"P1x", "P", 0},
		{" P1", "P", 0},
		{"1 ", "P", 0},
		{"C12", "P", 0},
		{"PP1", "P", 0},
		{"0", "P", 0},
		{"P9223372036854775807", "P", INT64_MAX},
		{"P9223372036854775808", "P", 0},
		{"P99999999999999999999", "P", 0},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		int64_t id = 0;

		ck_assert_msg(sen_id_parse(cases[i].text, cases[i].prefix, &id) == (cases[i].want != 0) &&
				      id == cases[i].want,
			      "'%s' as %s", cases[i].text, cases[i].prefix);
	}
	ck_assert(!sen_id_parse(NULL, "P", &(int64_t){0}));
}
END_TEST

START_TEST(integers)
{
	static const struct {
		const char *text;
		bool is;
		int64_t want;
	} cases[] = {
		{"0", true, 0},
		{"12", true, 12},
		{"-12", true, -12},
		{"007", true, 7},
		{"", false, 0},
		{"-", false, 0},
		{"+1", false, 0},
		{"1.0", false, 0},
		{" 1", false, 0},
		{"1 ", false, 0},
		{"--1", false, 0},
		{"0x1", false, 0},
		{"1e3", false, 0},
		{"9223372036854775807", true, INT64_MAX},
		{"-9223372036854775807", true, -INT64_MAX},
		{"9223372036854775808", false, 0},
		{"-9223372036854775808", false, 0},
		{"18446744073709551617", false, 0},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		int64_t got = 0;

		ck_assert_msg(sen_int_parse(cases[i].text, &got) == cases[i].is && got == cases[i].want,
			      "'%s'", cases[i].text);
	}
	ck_assert(!sen_int_parse(NULL, &(int64_t){0}));
}
END_TEST

START_TEST(hex)
{
	char out[11];

	sen_hex("\x00\x1f\xa0\xff\x7e", 5, out);
	ck_assert_str_eq(out, "001fa0ff7e");
	sen_hex("", 0, out);
	ck_assert_str_eq(out, "");
}
END_TEST

static bool all_zero(const unsigned char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (bytes[i])
			return false;
	}
	return true;
}

START_TEST(random_bytes)
{
	enum { ROUNDS = 3000 };
	static unsigned char seen[ROUNDS][16];
	static unsigned char large[10000];

	for (int i = 0; i < ROUNDS; i++) {
		sen_random(seen[i], sizeof(seen[i]));
		for (int j = i > 300 ? i - 300 : 0; j < i; j++) /* more than a pool back */
			ck_assert(memcmp(seen[i], seen[j], sizeof(seen[i])) != 0);
	}
	sen_random(large, sizeof(large));
	for (size_t i = 0; i + 32 <= sizeof(large); i += 32)
		ck_assert(!all_zero(large + i, 32));
	sen_random(large, 0);
}
END_TEST

/* A child process must not draw the same bytes as its parent. */
START_TEST(random_bytes_after_fork)
{
	unsigned char here[16], there[16];
	int ends[2];
	pid_t child;

	sen_random(here, sizeof(here)); /* fills the pool */
	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		sen_random(there, sizeof(there));
		_exit(write(ends[1], there, sizeof(there)) == sizeof(there) ? 0 : 1);
	}
	sen_random(here, sizeof(here));
	ck_assert_int_eq(read(ends[0], there, sizeof(there)), sizeof(there));
	waitpid(child, NULL, 0);
	close(ends[0]);
	close(ends[1]);
	ck_assert(memcmp(here, there, sizeof(here)) != 0);
}
END_TEST

Suite *suite_text(void)
{
	Suite *suite = suite_create("text");
	TCase *tests = tcase_create("text");

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_set_timeout(tests, 30);
	tcase_add_loop_test(tests, clean, 0, (int)SEN_COUNT(cleaned));
	tcase_add_test(tests, limits);
	tcase_add_test(tests, plain);
	tcase_add_test(tests, valid);
	tcase_add_test(tests, fold);
	tcase_add_test(tests, fold_ways_agree);
	tcase_add_test(tests, visible);
	tcase_add_test(tests, compare);
	tcase_add_test(tests, distance);
	tcase_add_test(tests, guess);
	tcase_add_test(tests, ids);
	tcase_add_test(tests, integers);
	tcase_add_test(tests, hex);
	tcase_add_test(tests, random_bytes);
	tcase_add_test(tests, random_bytes_after_fork);
	suite_add_tcase(suite, tests);
	return suite;
}

/* JSON: what is read, what is refused and where, what is quoted. */
#include "unit/suites.h"

#include <sen/json.h>
#include <sen/text.h>
#include <stdio.h>
#include <string.h>

static struct sen_arena *arena;

static void setup(void)
{
	arena = sen_arena_new();
}

static void teardown(void)
{
	sen_arena_free(arena);
}

static const struct sen_json *parse(const char *text)
{
	const struct sen_json *root;
	struct sen_err err = {0};

	ck_assert_msg(sen_json_parse(arena, text, strlen(text), &root, &err) == 0, "%s: %s", text, err.msg);
	return root;
}

START_TEST(reads)
{
	const struct sen_json *root =
		parse("\xef\xbb\xbf {\"name\": \"Zo\\u00eb \\ud83d\\ude42\\n\", \"n\": [1, -2.5, 3e2],\n"
		      "\"yes\": true, \"no\": false, \"none\": null, \"Name\": {}, \"\": []} \r\n\t");
	int64_t n = 0;

	ck_assert_int_eq(sen_json_kind(root), SEN_JSON_OBJECT);
	ck_assert_uint_eq(sen_json_count(root), 7);
	ck_assert_str_eq(sen_json_text(sen_json_get(root, "name")), "Zo\xc3\xab \xf0\x9f\x99\x82\n");
	ck_assert_int_eq(sen_json_kind(sen_json_get(root, "Name")), SEN_JSON_OBJECT);
	ck_assert_ptr_null(sen_json_get(root, "NAME"));
	ck_assert_int_eq(sen_json_kind(sen_json_get(root, "")), SEN_JSON_LIST);
	ck_assert_uint_eq(sen_json_count(sen_json_get(root, "n")), 3);
	ck_assert(sen_json_int(sen_json_at(sen_json_get(root, "n"), 0), &n) && n == 1);
	ck_assert(!sen_json_int(sen_json_at(sen_json_get(root, "n"), 1), &n));
	ck_assert(sen_json_int(sen_json_at(sen_json_get(root, "n"), 2), &n) && n == 300);
	ck_assert_ptr_null(sen_json_at(sen_json_get(root, "n"), 3));
	ck_assert(sen_json_true(sen_json_get(root, "yes")));
	ck_assert(!sen_json_true(sen_json_get(root, "no")));
	ck_assert_int_eq(sen_json_kind(sen_json_get(root, "no")), SEN_JSON_BOOL);
	ck_assert_int_eq(sen_json_kind(sen_json_get(root, "none")), SEN_JSON_NULL);
	ck_assert_str_eq(sen_json_key(sen_json_at(root, 1)), "n");
	ck_assert_ptr_null(sen_json_key(root));
	ck_assert_ptr_null(sen_json_text(sen_json_get(root, "yes")));
	ck_assert(!sen_json_true(sen_json_get(root, "name")));
	ck_assert(!sen_json_int(sen_json_get(root, "yes"), &n));
}
END_TEST

START_TEST(nothing_is_null)
{
	ck_assert_int_eq(sen_json_kind(NULL), SEN_JSON_NULL);
	ck_assert_ptr_null(sen_json_text(NULL));
	ck_assert(!sen_json_int(NULL, &(int64_t){0}));
	ck_assert(!sen_json_true(NULL));
	ck_assert_uint_eq(sen_json_count(NULL), 0);
	ck_assert_ptr_null(sen_json_at(NULL, 0));
	ck_assert_ptr_null(sen_json_key(NULL));
	ck_assert_ptr_null(sen_json_get(NULL, "x"));
	ck_assert_ptr_null(sen_json_get(parse("[1]"), "x"));
	ck_assert_ptr_null(sen_json_get(parse("\"x\""), "x"));
}
END_TEST

START_TEST(whole_numbers)
{
	static const struct {
		const char *text;
		bool whole;
		int64_t want;
	} cases[] = {
		{"0", true, 0},
		{"-0", true, 0},
		{"12.0", true, 12},
		{"1e3", true, 1000},
		{"0.5", false, 0},
		{"-7", true, -7},
		{"1e400", false, 0},
		{"-1e400", false, 0},
		{"1e19", false, 0},
		{"9007199254740991", true, 9007199254740991},
		{"-9007199254740991", true, -9007199254740991},
		{"9007199254740992", false, 0},
		{"9007199254740993", false, 0},
		{"-9007199254740992", false, 0},
		{"9223372036854775808", false, 0},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		int64_t got = 0;

		ck_assert_msg(sen_json_int(parse(cases[i].text), &got) == cases[i].whole &&
				      got == cases[i].want,
			      "%s", cases[i].text);
	}
}
END_TEST

START_TEST(refuses)
{
	static const struct {
		const char *text, *line, *what;
	} cases[] = {
		{"", "line 1, column 1:", "empty"},
		{" \n ", "line 2, column 2:", "empty"},
		{"{\"a\": 1,\n \"a\": 2}", "line 2, column 2:", "'a' is there twice"},
		{"{\"a\": {\"b\": 1, \"c\": [\"b\", {\"x\": 1, \"y\": 2, \"x\": 3}]}}",
		 "line 1, column 44:", "'x' is there twice"},
		{"{\"a:\": \"x\", \"\\u0061:\": 2}", "line 1, column 13:", "'a:' is there twice"},
		{"{\"\\u202e\": 1, \"\\u202e\": 2}", "line 1, column 15:", "'\?\?\?' is there twice"},
		{"{} x", "line 1, column 4:", "after the end"},
		{"{}\n{}", "line 2, column 1:", "after the end"},
		{"1 2", "line 1, column 3:", "after the end"},
		{"{\"a\": \"\xff\"}", "line 1, column 8:", "UTF-8"},
		{"{\"\xc3\xab\xe2\x82\xac\": \xff}", "line 1, column 8:", "UTF-8"},
		{"\"a\\u0000b\"", "line 1, column 3:", "\\u0000"},
		{"\"a\nb\"", "line 1, column 3:", "line break"},
		{"\"a\tb\"", "line 1, column 3:", "control"},
		{"\"abc", "line 1, column 1:", "not closed"},
		{"\"abc\\\"", "line 1, column 1:", "not closed"},
		{"[\"abc]", "line 1, column 2:", "not closed"},
		{"[01]", "line 1, column 2:", "not a number"},
		{"[1.]", "line 1, column 2:", "not a number"},
		{"[-]", "line 1, column 2:", "not a number"},
		{"[1e]", "line 1, column 2:", "not a number"},
		{"[1e+]", "line 1, column 2:", "not a number"},
		{"[-01]", "line 1, column 2:", "not a number"},
		{"[.5]", "line 1,", "not JSON"},
		{"[+5]", "line 1,", "not JSON"},
		{"[1,]", "line 1,", "not JSON"},
		{"[,1]", "line 1,", "not JSON"},
		{"{,}", "line 1,", "not JSON"},
		{"{\"a\"}", "line 1,", "not JSON"},
		{"{\"a\" 1}", "line 1,", "not JSON"},
		{"{a: 1}", "line 1,", "not JSON"},
		{"{'a': 1}", "line 1,", "not JSON"},
		{"[1}", "line 1,", "not JSON"},
		{"[", "line 1,", "not JSON"},
		{"tru", "line 1,", "not JSON"},
		{"True", "line 1,", "not JSON"},
		{"NaN", "line 1,", "not JSON"},
		{"\"\\x\"", "line 1,", "not JSON"},
		{"\"\\ud800\"", "line 1,", "not JSON"},
		{"\"\\udc00\"", "line 1,", "not JSON"},
		{"\"\\u12\"", "line 1,", "not JSON"},
		{"[1,\x01 2]", "line 1, column 4:", "control character"},
		{"[1]\x0b", "line 1, column 4:", "control character"},
		{"/* no */ 1", "line 1,", "not JSON"},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		const struct sen_json *root = (const void *)1;
		struct sen_err err = {0};
		int rc = sen_json_parse(arena, cases[i].text, strlen(cases[i].text), &root, &err);

		ck_assert_msg(rc == SEN_INVALID && err.code == rc && root == NULL, "%s was not refused",
			      cases[i].text);
		ck_assert_msg(strncmp(err.msg, cases[i].line, strlen(cases[i].line)) == 0 &&
				      strstr(err.msg, cases[i].what),
			      "%s: got '%s', want '%s %s'", cases[i].text, err.msg, cases[i].line,
			      cases[i].what);
	}
}
END_TEST

START_TEST(embedded_nul)
{
	const struct sen_json *root;
	struct sen_err err;

	ck_assert_int_eq(sen_json_parse(arena, "[1]\0[2]", 7, &root, &err), SEN_INVALID);
	ck_assert_int_eq(sen_json_parse(arena, "\"a\0b\"", 5, &root, &err), SEN_INVALID);
	ck_assert_int_eq(sen_json_parse(arena, "[1]garbage", 3, &root, &err), 0);
	ck_assert_int_eq(sen_json_parse(arena, "12345", 2, &root, &err), 0);
	ck_assert(sen_json_int(root, &(int64_t){0}));
}
END_TEST

START_TEST(depth)
{
	const struct sen_json *root;
	struct sen_err err;

	for (int levels = 31; levels <= 34; levels++) {
		struct sen_buf buf = {.arena = arena};

		for (int i = 0; i < levels; i++)
			sen_buf_add(&buf, i % 2 ? "[" : "{\"a\":");
		sen_buf_add(&buf, "1");
		for (int i = levels - 1; i >= 0; i--)
			sen_buf_add(&buf, i % 2 ? "]" : "}");
		ck_assert_int_eq(sen_json_parse(arena, buf.text, buf.len, &root, &err),
				 levels <= 32 ? 0 : SEN_INVALID);
	}
}
END_TEST

START_TEST(many_keys)
{
	struct sen_buf buf = {.arena = arena};
	const struct sen_json *root;
	struct sen_err err;
	size_t fine;

	sen_buf_add(&buf, "{\"k0\": 0");
	for (int i = 1; i < 50000; i++)
		sen_buf_addf(&buf, ",\n\"k%d\": %d", i, i);
	fine = buf.len;
	sen_buf_add(&buf, "}");
	ck_assert_int_eq(sen_json_parse(arena, buf.text, buf.len, &root, &err), 0);
	ck_assert_uint_eq(sen_json_count(root), 50000);
	ck_assert_str_eq(sen_json_key(sen_json_at(root, 49999)), "k49999");
	buf.text[buf.len = fine] = '\0';
	sen_buf_add(&buf, ",\n\"k25000\": 1}");
	ck_assert_int_eq(sen_json_parse(arena, buf.text, buf.len, &root, &err), SEN_INVALID);
	ck_assert_str_eq(err.msg, "line 50001, column 1: the key 'k25000' is there twice");
}
END_TEST

START_TEST(quotes)
{
	static const char *const cases[][2] = {
		{"abc", "\"abc\""},
		{"", "\"\""},
		{"a\"b\\c/d", "\"a\\\"b\\\\c/d\""},
		{"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
		{"\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\""},
		{"Zo\xc3\xab \xf0\x9f\x99\x82", "\"Zo\xc3\xab \xf0\x9f\x99\x82\""},
		{"a\xff"
		 "b\xc3",
		 "\"a\xef\xbf\xbd"
		 "b\xef\xbf\xbd\""},
	};

	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		struct sen_buf buf = {.arena = arena};

		sen_json_quote(&buf, cases[i][0]);
		ck_assert_str_eq(buf.text, cases[i][1]);
		if (sen_utf8_valid(cases[i][0], strlen(cases[i][0])))
			ck_assert_str_eq(sen_json_text(parse(buf.text)), cases[i][0]);
	}
	struct sen_buf buf = {.arena = arena};

	sen_json_quote(&buf, NULL);
	ck_assert_str_eq(buf.text, "null");
}
END_TEST

Suite *suite_json(void)
{
	Suite *suite = suite_create("json");
	TCase *tests = tcase_create("json");

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, reads);
	tcase_add_test(tests, nothing_is_null);
	tcase_add_test(tests, whole_numbers);
	tcase_add_test(tests, refuses);
	tcase_add_test(tests, embedded_nul);
	tcase_add_test(tests, depth);
	tcase_add_test(tests, many_keys);
	tcase_add_test(tests, quotes);
	suite_add_tcase(suite, tests);
	return suite;
}

/* JSON and NDJSON as printed, and the schema. */
#include "unit/answered.h"

#include <sen/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

START_TEST(rows)
{
	ck_assert_str_eq(
		answered(answered_children(), answered_style(SEN_FORMAT_JSON), NULL),
		"{\"schema\": \"sendctl/pupil-list/1\", \"today\": \"2026-11-22\", \"as_at\": null, "
		"\"school\": "
		"\"330/2034\", \"rows\": [\n"
		"{\"id\":\"P12\",\"name\":\"Zo\xc3\xab "
		"O'Brien\",\"upn\":\"A801200001001\",\"born\":\"2018-02-03\","
		"\"on_register\":true,\"cost\":123456,\"minutes\":90,\"note\":\"=1+1 says \\\"hi\\\",\\nand "
		"<b>more</b>\",\"who\":\"Ms Hall\",\"days\":-3,\"needs\":[]},\n"
		"{\"id\":\"P9\",\"name\":\"Ali "
		"Khan\",\"upn\":null,\"born\":\"2017-11-30\",\"on_register\":false,"
		"\"cost\":null,\"minutes\":null,\"note\":null,\"who\":null,\"days\":4,\"needs\":[{\"id\":"
		"\"N1\","
		"\"type\":\"SLCN\"},{\"id\":\"N2\",\"type\":\"SEMH\"}]},\n"
		"{\"id\":\"P100\",\"name\":null,\"upn\":null,\"born\":null,\"on_register\":null,\"cost\":"
		"null,"
		"\"minutes\":null,\"note\":null,\"who\":null,\"days\":null,\"needs\":[]}\n"
		"]}\n");
}
END_TEST

START_TEST(empty)
{
	struct sen_style style = answered_style(SEN_FORMAT_JSON);
	style.limit = 0;
	style.school = NULL;
	style.as_at = style.today;
	ck_assert_str_eq(answered(answered_children(), style, NULL),
			 "{\"schema\": \"sendctl/pupil-list/1\", \"today\": \"2026-11-22\", \"as_at\": "
			 "\"2026-11-22\", \"school\": null, \"rows\": []}\n");
}
END_TEST

static const char *quoted(const char *text, size_t len)
{
	struct out *out = SEN_NEW(answered_arena, struct out, 1);
	char *made = NULL;
	size_t size;
	FILE *file = open_memstream(&made, &size);
	out_init(out, file);
	json_text(out, text, len);
	ck_assert_int_eq(out_end(out, &answered_err), 0);
	fclose(file);
	const char *kept = sen_strndup(answered_arena, made, size);
	free(made);
	return kept;
}

START_TEST(escapes)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{"", "\"\""},
		{"\"\\/", "\"\\\"\\\\/\""},
		{"\b\f\n\r\t\x01\x1f\x7f", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\""},
		{"\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82", "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82\""},
		{"a\xff", "\"a\\ufffd\""},
		{"\xc3", "\"\\ufffd\""},
		{"\xc0\x80", "\"\\ufffd\\ufffd\""},
		{"\xed\xa0\x80", "\"\\ufffd\\ufffd\\ufffd\""},
		{"\xf4\x90\x80\x80", "\"\\ufffd\\ufffd\\ufffd\\ufffd\""},
	};
	for (size_t i = 0; i < SEN_COUNT(cases); i++)
		ck_assert_str_eq(quoted(cases[i].in, strlen(cases[i].in)), cases[i].out);
	ck_assert_str_eq(quoted("a\0b", 3), "\"a\\u0000b\"");
}
END_TEST

/* Longer than the buffer, with characters across its seams. */
START_TEST(long_text)
{
	enum { TIMES = 100000 };
	char *text = sen_alloc(answered_arena, TIMES * 3 + 2);
	for (size_t pad = 0; pad < 3; pad++) {
		memset(text, 'x', pad);
		for (size_t i = 0; i < TIMES; i++)
			memcpy(text + pad + i * 3, "\xe2\x82\xac", 3);
		const char *got = quoted(text, pad + (size_t)TIMES * 3);
		ck_assert_uint_eq(strlen(got), pad + (size_t)TIMES * 3 + 2);
		ck_assert(!memcmp(got + 1, text, pad + (size_t)TIMES * 3));
	}
}
END_TEST

START_TEST(numbers)
{
	static const struct {
		int64_t in;
		const char *out;
	} cases[] = {{0, "0"},
		     {-1, "-1"},
		     {9007199254740993, "9007199254740993"},
		     {INT64_MAX, "9223372036854775807"},
		     {INT64_MIN, "-9223372036854775808"}};
	for (size_t i = 0; i < SEN_COUNT(cases); i++) {
		struct out *out = SEN_NEW(answered_arena, struct out, 1);
		out_init(out, NULL);
		out_int(out, cases[i].in);
		ck_assert_uint_eq(out->len, strlen(cases[i].out));
		ck_assert(!memcmp(out->bytes, cases[i].out, out->len));
	}
}
END_TEST

START_TEST(full_disk)
{
	FILE *full = fopen("/dev/full", "w");
	struct sen_style style = answered_style(SEN_FORMAT_JSON);
	ck_assert_ptr_nonnull(full);
	ck_assert_int_eq(sen_answer(answered_arena, answered_children(), &style, full, &answered_err),
			 SEN_OUTPUT);
	fclose(full);
}
END_TEST

START_TEST(schema)
{
	static const struct sen_column columns[] = {
		{"id", "Id", SEN_C_ID, 0, "P", NULL, "the child"},
		{"on", "On", SEN_C_DATE, 0, NULL, NULL, NULL},
		{"yes", "Yes", SEN_C_BOOL, 0, NULL, NULL, NULL},
		{"n", "N", SEN_C_INT, 0, NULL, NULL, NULL},
	};
	static const struct sen_query part = {.name = "needs", .columns = columns, .count = 1};
	static const struct sen_query query = {
		.name = "x", .version = 2, .columns = columns, .count = 4, .parts = &part, .part_count = 1};
	char *text = NULL;
	size_t len;
	const struct sen_json *root;
	FILE *file = open_memstream(&text, &len);
	ck_assert_int_eq(sen_answer_schema(answered_arena, &query, file, &answered_err), 0);
	fclose(file);
	ck_assert_msg(sen_json_parse(answered_arena, text, len, &root, &answered_err) == 0, "%s\n%s",
		      answered_err.msg, text);
	free(text);
	const struct sen_json *properties = sen_json_get(root, "properties");
	ck_assert_str_eq(sen_json_text(sen_json_get(sen_json_get(properties, "schema"), "const")),
			 "sendctl/x/2");
	const struct sen_json *row = sen_json_get(sen_json_get(properties, "rows"), "items");
	ck_assert_uint_eq(sen_json_count(sen_json_get(row, "properties")), 5);
	ck_assert_uint_eq(sen_json_count(sen_json_get(row, "required")), 5);
}
END_TEST

Suite *suite_json_out(void)
{
	Suite *suite = suite_create("json_out");
	TCase *tests = tcase_create("json_out");
	tcase_add_checked_fixture(tests, answered_setup, answered_teardown);
	tcase_add_test(tests, rows);
	tcase_add_test(tests, empty);
	tcase_add_test(tests, escapes);
	tcase_add_test(tests, long_text);
	tcase_add_test(tests, numbers);
	tcase_add_test(tests, full_disk);
	tcase_add_test(tests, schema);
	suite_add_tcase(suite, tests);
	return suite;
}

/* JSON: what is read, written again and read again, is the same tree. */
#include "fuzz/fuzz.h"

#include <sen/json.h>

static void write(struct sen_buf *buf, const struct sen_json *node)
{
	enum sen_json_kind kind = sen_json_kind(node);
	int64_t number;

	if (kind == SEN_JSON_LIST || kind == SEN_JSON_OBJECT) {
		sen_buf_add(buf, kind == SEN_JSON_LIST ? "[" : "{");
		for (size_t i = 0; i < sen_json_count(node); i++) {
			const struct sen_json *part = sen_json_at(node, i);

			if (i)
				sen_buf_add(buf, ",");
			if (kind == SEN_JSON_OBJECT) {
				MUST(sen_json_get(node, sen_json_key(part)) == part);
				sen_json_quote(buf, sen_json_key(part));
				sen_buf_add(buf, ":");
			}
			write(buf, part);
		}
		sen_buf_add(buf, kind == SEN_JSON_LIST ? "]" : "}");
	} else if (kind == SEN_JSON_TEXT) {
		sen_json_quote(buf, sen_json_text(node));
	} else if (kind == SEN_JSON_BOOL) {
		sen_buf_add(buf, sen_json_true(node) ? "true" : "false");
	} else if (sen_json_int(node, &number)) {
		sen_buf_addf(buf, "%lld", (long long)number);
	} else {
		sen_buf_add(buf, kind == SEN_JSON_NUMBER ? "0.5" : "null");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	struct sen_buf once = {.arena = arena}, twice = {.arena = arena};
	const struct sen_json *root;
	struct sen_err err = {0};
	int rc = sen_json_parse(arena, (const char *)data, size, &root, &err);

	if (rc < 0) {
		MUST(root == NULL && strncmp(err.msg, "line ", 5) == 0);
		fuzz_error_fine(&err, rc);
	} else {
		write(&once, root);
		MUST(sen_utf8_valid(once.text, once.len));
		MUST(sen_json_parse(arena, once.text, once.len, &root, &err) == 0);
		write(&twice, root);
		MUST(strcmp(once.text, twice.text) == 0);
	}
	sen_arena_free(arena);
	return 0;
}

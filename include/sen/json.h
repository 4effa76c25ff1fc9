/* Reading JSON (lib/base/json.c: the only cJSON.h). Trees are small: policies,
 * law, the audit's texts. Bulk JSON is written by lib/answer/render_json.c. */
#ifndef SEN_JSON_H
#define SEN_JSON_H

#include <sen/base.h>

struct sen_json; /* a node; the tree is copied into the arena and never freed */

enum sen_json_kind {
	SEN_JSON_NULL,
	SEN_JSON_BOOL,
	SEN_JSON_NUMBER,
	SEN_JSON_TEXT,
	SEN_JSON_LIST,
	SEN_JSON_OBJECT
};

/* Whole text, strict: nothing after the value, valid UTF-8, no duplicate keys,
 * depth <= 32. SEN_INVALID with line and column. */
int sen_json_parse(struct sen_arena *arena, const char *text, size_t len, const struct sen_json **out,
		   struct sen_err *err) SEN_MUST_CHECK;
enum sen_json_kind sen_json_kind(const struct sen_json *node); /* NULL node: SEN_JSON_NULL */
const char *sen_json_text(const struct sen_json *node);	       /* NULL unless text */
bool sen_json_int(const struct sen_json *node, int64_t *out);  /* a whole number within 2^53 */
bool sen_json_true(const struct sen_json *node);
size_t sen_json_count(const struct sen_json *node); /* of a list or object */
const struct sen_json *sen_json_at(const struct sen_json *node, size_t i);
const char *sen_json_key(const struct sen_json *node); /* of a member of an object */
const struct sen_json *sen_json_get(const struct sen_json *object,
				    const char *key); /* exact case; NULL: none */
/* Appends `text` as a JSON string with its quotes (C0, DEL escaped); NULL: null. */
void sen_json_quote(struct sen_buf *buf, const char *text);

#endif

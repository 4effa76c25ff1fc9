/* Reading JSON through cJSON, strictly, into nodes in the arena: the only cJSON.h. */
#include "base/chars.h"
#include "base/json_scan.h"

#include <cjson/cJSON.h>
#include <sen/json.h>
#include <stdlib.h>
#include <string.h>

struct sen_json {
	enum sen_json_kind kind;
	bool truth;
	double number;
	const char *key;  /* as a member of an object */
	const char *text; /* of a text */
	struct sen_json *parts;
	size_t count;
};

/* The copy of one tree; keys are counted in the order of the text, so that a
 * faulty one can be found there again. */
struct copy {
	struct sen_arena *arena;
	size_t keys;
	size_t bad_key;
	const char *bad_name;
};

/* cJSON's tree lives in an arena of its own until it is copied: it would take
 * a failed allocation for a fault of the text, and thousands of small ones cost. */
static struct sen_arena *tree_arena;

static void *tree_alloc(size_t size)
{
	return sen_alloc(tree_arena, size);
}
static void tree_free(void *memory)
{
	(void)memory;
}

static enum sen_json_kind kind_of(const cJSON *from)
{
	if (cJSON_IsString(from))
		return SEN_JSON_TEXT;
	if (cJSON_IsNumber(from))
		return SEN_JSON_NUMBER;
	if (cJSON_IsBool(from))
		return SEN_JSON_BOOL;
	if (cJSON_IsArray(from))
		return SEN_JSON_LIST;
	return cJSON_IsObject(from) ? SEN_JSON_OBJECT : SEN_JSON_NULL;
}

static int by_key(const void *a, const void *b)
{
	const struct sen_json *one = *(const struct sen_json *const *)a;
	const struct sen_json *other = *(const struct sen_json *const *)b;
	int order = strcmp(one->key, other->key);

	return order ? order : (one > other) - (one < other);
}

/* The first member (in the sorted order) whose key an earlier one has too. */
static const struct sen_json *duplicate(struct sen_arena *arena, const struct sen_json *object)
{
	struct sen_mark mark = sen_arena_mark(arena);
	const struct sen_json **sorted = SEN_NEW(arena, const struct sen_json *, object->count);
	const struct sen_json *found = NULL;

	for (size_t i = 0; i < object->count; i++)
		sorted[i] = &object->parts[i];
	qsort(sorted, object->count, sizeof(*sorted), by_key);
	for (size_t i = 1; i < object->count && !found; i++) {
		if (strcmp(sorted[i - 1]->key, sorted[i]->key) == 0)
			found = sorted[i];
	}
	sen_arena_release(arena, mark);
	return found;
}

/* Fills `to`, whose key is set; depth is bounded by the scan.  False at a key
 * that comes twice in one object. */
static bool copy_node(struct copy *copy, const cJSON *from, struct sen_json *to)
{
	size_t *numbers = NULL, i = 0;
	const struct sen_json *twice;

	to->kind = kind_of(from);
	to->truth = cJSON_IsTrue(from);
	to->number = from->valuedouble;
	if (to->kind == SEN_JSON_TEXT)
		to->text = sen_strdup(copy->arena, from->valuestring);
	for (const cJSON *part = from->child; part; part = part->next)
		to->count++;
	if (to->count) {
		to->parts = SEN_NEW(copy->arena, struct sen_json, to->count);
		numbers = SEN_NEW(copy->arena, size_t, to->count);
	}
	for (const cJSON *part = from->child; part; part = part->next, i++) {
		if (to->kind == SEN_JSON_OBJECT) {
			to->parts[i].key = sen_strdup(copy->arena, part->string);
			numbers[i] = copy->keys++;
		}
		if (!copy_node(copy, part, &to->parts[i]))
			return false;
	}
	twice = to->kind == SEN_JSON_OBJECT && to->count > 1 ? duplicate(copy->arena, to) : NULL;
	if (!twice)
		return true;
	copy->bad_key = numbers[twice - to->parts];
	copy->bad_name = twice->key;
	return false;
}

static size_t skip_blank(const char *text, size_t len, size_t at)
{
	while (at < len && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r'))
		at++;
	return at;
}

/* A key as it may stand in a message: whoever wrote the file chose it. */
static const char *shown(char out[41], const char *key)
{
	size_t i;

	for (i = 0; key[i] && i < 40; i++)
		out[i] = key[i] < ' ' || key[i] > '~' ? '?' : key[i];
	out[i] = '\0';
	return out;
}

static int not_json(const char *text, size_t len, size_t at, struct sen_err *err)
{
	if (skip_blank(text, len, 0) == len)
		return json_fault(err, text, len, len, "the text is empty");
	json_fault(err, text, len, at, "this is not JSON");
	sen_hint(err,
		 "Look there and just before it for a comma too many or a missing quote, colon or bracket.");
	return SEN_INVALID;
}

int sen_json_parse(struct sen_arena *arena, const char *text, size_t len, const struct sen_json **out,
		   struct sen_err *err)
{
	cJSON_Hooks hooks = {.malloc_fn = tree_alloc, .free_fn = tree_free};
	struct copy copy = {.arena = arena};
	struct sen_json *root = SEN_NEW(arena, struct sen_json, 1);
	const char *end = NULL;
	char name[41];
	size_t behind;
	cJSON *tree;
	bool whole, fine;

	*out = NULL;
	if (json_scan(text, len, err) < 0)
		return SEN_INVALID;
	cJSON_InitHooks(&hooks);
	tree_arena = sen_arena_new();
	tree = cJSON_ParseWithLengthOpts(text, len, &end, 0);
	behind = end ? (size_t)(end - text) : 0;
	whole = tree != NULL;
	if (whole)
		behind = skip_blank(text, len, behind);
	fine = whole && behind == len && copy_node(&copy, tree, root);
	sen_arena_free(tree_arena);
	if (!whole)
		return not_json(text, len, behind, err);
	if (behind != len)
		return json_fault(err, text, len, behind, "something stands after the end of the JSON value");
	if (!fine)
		return json_fault(err, text, len, json_key_offset(text, len, copy.bad_key),
				  "the key '%s' is there twice", shown(name, copy.bad_name));
	*out = root;
	return 0;
}

enum sen_json_kind sen_json_kind(const struct sen_json *node)
{
	return node ? node->kind : SEN_JSON_NULL;
}

const char *sen_json_text(const struct sen_json *node)
{
	return node ? node->text : NULL;
}

bool sen_json_int(const struct sen_json *node, int64_t *out)
{
	/* 2^53 itself is what 2^53 + 1 reads as, so it is out. */
	static const double beyond = 9007199254740992.0;

	if (sen_json_kind(node) != SEN_JSON_NUMBER || !(node->number > -beyond && node->number < beyond) ||
	    node->number != (double)(int64_t)node->number)
		return false;
	*out = (int64_t)node->number;
	return true;
}

bool sen_json_true(const struct sen_json *node)
{
	return sen_json_kind(node) == SEN_JSON_BOOL && node->truth;
}

size_t sen_json_count(const struct sen_json *node)
{
	return node ? node->count : 0;
}

const struct sen_json *sen_json_at(const struct sen_json *node, size_t i)
{
	return node && i < node->count ? &node->parts[i] : NULL;
}

const char *sen_json_key(const struct sen_json *node)
{
	return node ? node->key : NULL;
}

const struct sen_json *sen_json_get(const struct sen_json *object, const char *key)
{
	for (size_t i = 0; sen_json_kind(object) == SEN_JSON_OBJECT && i < object->count; i++) {
		if (strcmp(object->parts[i].key, key) == 0)
			return &object->parts[i];
	}
	return NULL;
}

/* The escape of one byte that may not stand as it is. */
static void quote_byte(struct sen_buf *buf, unsigned char c)
{
	static const char letters[] = "\bb\tt\nn\ff\rr\"\"\\\\";

	for (size_t i = 0; letters[i]; i += 2) {
		if ((unsigned char)letters[i] == c) {
			sen_buf_addn(buf, (char[]){'\\', letters[i + 1]}, 2);
			return;
		}
	}
	sen_buf_addf(buf, "\\u%04x", (unsigned)c);
}

void sen_json_quote(struct sen_buf *buf, const char *text)
{
	size_t len = text ? strlen(text) : 0, done = 0, step;
	int32_t c;

	if (!text) {
		sen_buf_addn(buf, "null", 4);
		return;
	}
	sen_buf_addn(buf, "\"", 1);
	for (size_t i = 0; i < len; i += step) {
		step = char_next(text + i, len - i, &c);
		if (step > 1 || (step == 1 && c >= ' ' && c != '"' && c != '\\' && c != 0x7F))
			continue;
		sen_buf_addn(buf, text + done, i - done);
		if (step == 1)
			quote_byte(buf, (unsigned char)c);
		else
			sen_buf_addn(buf, "\xEF\xBF\xBD", 3); /* not UTF-8: U+FFFD, so that it stays JSON */
		step = 1;
		done = i + 1;
	}
	sen_buf_addn(buf, text + done, len - done);
	sen_buf_addn(buf, "\"", 1);
}

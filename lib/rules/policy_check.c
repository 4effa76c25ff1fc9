/* Holds a policy file against its shape and tells every fault by path:
 * "levels[2].limit.n: not a whole number". */
#include "rules/policy_shape.h"

#include <sen/date.h>
#include <sen/text.h>

#include <stdio.h>
#include <string.h>

static void path_write(struct sen_buf *buf, const struct shape_path *path)
{
	if (!path)
		return;
	path_write(buf, path->up);
	if (path->key)
		sen_buf_addf(buf, "%s%s", buf->len ? "." : "", path->key);
	else
		sen_buf_addf(buf, "[%zu]", path->index);
}

void policy_fault(struct policy_reader *reader, const struct shape_path *path, const char *fmt, ...)
{
	struct sen_buf where = {.arena = reader->arena};
	struct sen_fault *fault;
	char what[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	path_write(&where, path);
	fault = SEN_PUSH(reader->arena, reader->faults, reader->count, reader->cap);
	fault->path = where.text ? where.text : "(whole file)";
	fault->what = sen_strdup(reader->arena, what);
}

const struct sen_json *policy_list(const struct sen_json *root, const char *list)
{
	const char *dot = strchr(list, '.');
	char first[32];

	if (!dot)
		return sen_json_get(root, list);
	snprintf(first, sizeof(first), "%.*s", (int)(dot - list), list);
	return sen_json_get(sen_json_get(root, first), dot + 1);
}

const struct sen_json *policy_item(const struct sen_json *root, const char *list, const char *code)
{
	const struct sen_json *items = policy_list(root, list);

	for (size_t i = 0; i < sen_json_count(items); i++) {
		const struct sen_json *item = sen_json_at(items, i);
		const char *own = sen_json_text(sen_json_get(item, "code"));

		if (own && strcmp(own, code) == 0)
			return item;
	}
	return NULL;
}

/* "; did you mean 'C'?" or nothing. */
static const char *guess(struct policy_reader *reader, const char *word, const char **words, size_t count)
{
	const char *near = sen_text_guess(word, words, count);

	return near ? sen_format(reader->arena, "; did you mean '%s'?", near) : "";
}

static void check_ref(struct policy_reader *reader, const struct shape_path *path,
		      const struct sen_json *node, const char *list)
{
	const struct sen_json *items = policy_list(reader->root, list);
	const char *code = sen_json_text(node);
	size_t n = sen_json_count(items), known = 0;
	const char **words;

	if (!code) {
		policy_fault(reader, path, "not a text");
		return;
	}
	if (policy_item(reader->root, list, code))
		return;
	words = SEN_NEW(reader->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++) {
		const char *own = sen_json_text(sen_json_get(sen_json_at(items, i), "code"));

		if (own)
			words[known++] = own;
	}
	policy_fault(reader, path, "'%s' is not in %s%s", code, list, guess(reader, code, words, known));
}

static void check_choice(struct policy_reader *reader, const struct shape_path *path,
			 const struct sen_json *node, const char *choices)
{
	const char *text = sen_json_text(node);
	size_t len = text ? strlen(text) : 0;

	for (const char *at = choices; text && at; at = strchr(at, '|')) {
		at += *at == '|';
		if (strncmp(at, text, len) == 0 && (at[len] == '|' || !at[len]) && len)
			return;
	}
	if (text)
		policy_fault(reader, path, "'%s' is not one of %s", text, choices);
	else
		policy_fault(reader, path, "not one of %s", choices);
}

static void check_list(struct policy_reader *reader, const struct shape_path *path,
		       const struct sen_json *node, const struct shape_field *field)
{
	if (sen_json_kind(node) != SEN_JSON_LIST) {
		policy_fault(reader, path, "not a list");
		return;
	}
	for (size_t i = 0; i < sen_json_count(node); i++) {
		const struct sen_json *item = sen_json_at(node, i);
		struct shape_path at = {.up = path, .index = i};

		if (field->kind == SHAPE_REFS)
			check_ref(reader, &at, item, field->of);
		else if (field->kind == SHAPE_LIST)
			policy_check(reader, &at, item, field->shape);
		else if (field->kind == SHAPE_WORDS)
			policy_check_word(reader, &at, item, field->of);
		else if (!sen_json_text(item))
			policy_fault(reader, &at, "not a text");
	}
}

/* An item's code must be its own: they are how other parts point at it. */
static void check_codes(struct policy_reader *reader, const struct shape_path *path,
			const struct sen_json *list)
{
	for (size_t i = 1; i < sen_json_count(list); i++) {
		const char *code = sen_json_text(sen_json_get(sen_json_at(list, i), "code"));
		struct shape_path item = {.up = path, .index = i}, at = {.up = &item, .key = "code"};

		for (size_t k = 0; code && k < i; k++) {
			const char *other = sen_json_text(sen_json_get(sen_json_at(list, k), "code"));

			if (!other || strcmp(other, code) != 0)
				continue;
			policy_fault(reader, &at, "'%s' is used twice", code);
			break;
		}
	}
}

static void check_text(struct policy_reader *reader, const struct shape_path *path,
		       const struct sen_json *node, bool code)
{
	const char *text = sen_json_text(node);

	if (!text)
		policy_fault(reader, path, "not a text");
	else if (!*text)
		policy_fault(reader, path, "empty");
	else if (code && (strlen(text) > 40 || strpbrk(text, " \t\n,=")))
		policy_fault(reader, path, "a code is one word of up to 40 letters");
}

static void check_field(struct policy_reader *reader, const struct shape_path *path,
			const struct sen_json *node, const struct shape_field *field)
{
	enum sen_json_kind kind = sen_json_kind(node);
	int64_t number;

	switch (field->kind) {
	case SHAPE_TEXT:
		check_text(reader, path, node, strcmp(field->key, "code") == 0);
		break;
	case SHAPE_INT:
		if (!sen_json_int(node, &number))
			policy_fault(reader, path, "not a whole number");
		else if (number < 0 || number > 10000)
			policy_fault(reader, path, "%lld is not between 0 and 10000", (long long)number);
		break;
	case SHAPE_SIGNED:
		if (!sen_json_int(node, &number))
			policy_fault(reader, path, "not a whole number");
		else if (number < -100 || number > 100)
			policy_fault(reader, path, "%lld is not between -100 and 100", (long long)number);
		break;
	case SHAPE_BOOL:
		if (kind != SEN_JSON_BOOL)
			policy_fault(reader, path, "not true or false");
		break;
	case SHAPE_DATE:
		if (kind != SEN_JSON_NULL &&
		    (!sen_json_text(node) || sen_date_iso(sen_json_text(node)) == SEN_NO_DATE))
			policy_fault(reader, path, "not a date like 2026-09-01");
		break;
	case SHAPE_CHOICE:
		check_choice(reader, path, node, field->of);
		break;
	case SHAPE_REF:
		check_ref(reader, path, node, field->of);
		break;
	case SHAPE_OBJECT:
		policy_check(reader, path, node, field->shape);
		break;
	case SHAPE_LIST:
		check_list(reader, path, node, field);
		check_codes(reader, path, node);
		break;
	case SHAPE_TEXTS:
	case SHAPE_WORDS:
	case SHAPE_REFS:
		check_list(reader, path, node, field);
		break;
	}
}

static const struct shape_field *field_named(const struct shape *shape, const char *key)
{
	for (; shape; shape = shape->base)
		for (size_t i = 0; i < shape->count; i++)
			if (strcmp(shape->fields[i].key, key) == 0)
				return &shape->fields[i];
	return NULL;
}

static void unknown_key(struct policy_reader *reader, const struct shape_path *path, const char *key,
			const struct shape *shape)
{
	const char *words[64];
	size_t n = 0;

	for (; shape; shape = shape->base)
		for (size_t i = 0; i < shape->count && n < SEN_COUNT(words); i++)
			words[n++] = shape->fields[i].key;
	policy_fault(reader, path, "unknown key%s", guess(reader, key, words, n));
}

/* A rule says where it comes from, and a judgement never cites the policy. */
static void check_basis(struct policy_reader *reader, const struct shape_path *path,
			const struct sen_json *node, bool needed)
{
	const char *basis = sen_json_text(sen_json_get(node, "basis"));
	const struct sen_json *cite = sen_json_get(node, "cite");
	struct shape_path at_basis = {.up = path, .key = "basis"}, at_cite = {.up = path, .key = "cite"},
			  at_silent = {.up = path, .key = "silent"};
	bool judged = basis && strcmp(basis, "judgement") == 0;

	if (!basis && !cite && needed)
		policy_fault(reader, &at_basis,
			     "missing: give 'cite', or 'basis' as law (with cite) or judgement");
	else if (judged && cite)
		policy_fault(reader, &at_cite, "a judgement cites nothing");
	else if (basis && !judged && !cite)
		policy_fault(reader, &at_cite, "missing: say where the %s says so", basis);
	if (sen_json_true(sen_json_get(node, "silent")) && (!basis || strcmp(basis, "policy") == 0))
		policy_fault(reader, &at_silent, "where the policy is silent the basis is law or judgement");
	if (cite && (!basis || strcmp(basis, "policy") == 0))
		policy_check_cite(reader, &at_cite, cite);
}

void policy_check(struct policy_reader *reader, const struct shape_path *path, const struct sen_json *node,
		  const struct shape *shape)
{
	if (!shape || sen_json_kind(node) != SEN_JSON_OBJECT) {
		policy_fault(reader, path, "not an object");
		return;
	}
	for (size_t i = 0; i < sen_json_count(node); i++) {
		const struct sen_json *member = sen_json_at(node, i);
		const char *key = sen_json_key(member);
		const struct shape_field *field = field_named(shape, key);
		struct shape_path at = {.up = path, .key = key};

		if (field)
			check_field(reader, &at, member, field);
		else
			unknown_key(reader, &at, key, shape);
	}
	for (const struct shape *s = shape; s; s = s->base)
		for (size_t i = 0; i < s->count; i++) {
			struct shape_path at = {.up = path, .key = s->fields[i].key};

			if (s->fields[i].required && !sen_json_get(node, s->fields[i].key))
				policy_fault(reader, &at, "missing");
		}
	if (field_named(shape, "kind"))
		policy_check_limit(reader, path, node);
	if (field_named(shape, "basis"))
		check_basis(reader, path, node, shape->has_basis);
}

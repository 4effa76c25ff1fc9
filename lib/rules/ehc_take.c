/* What was read from a document into the newest version of the plan: each paragraph
 * the row it was before, as far as words tell. */
#include "rules/rules.h"

#include <sen/ehc_plan.h>
#include <sen/text.h>

#include <stdlib.h>
#include <string.h>

enum { TOKENS = 600, ALIKE = 50 /* of a hundred words */ };
struct taking {
	struct sen_store *store;
	struct sen_arena *arena;
	struct sen_ehc_plan *plan;
	const struct sen_ehc_read *read;
	const struct sen_ehc_item **old; /* for each row read: what it was; NULL: new */
	const char **labels;		 /* for each row read: its label in the records */
	struct sen_ehc_taken *items;
	size_t count, cap;
};

/* ---- Which row was it? ---- */

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t tokens(struct sen_arena *arena, const char *text, const char **out)
{
	char *at = sen_text_fold(arena, text);
	size_t n = 0;

	while (at && *at && n < TOKENS) {
		size_t len = strcspn(at, " ");

		out[n++] = at;
		at += len;
		if (*at)
			*at++ = '\0';
	}
	qsort(out, n, sizeof(*out), by_text);
	return n;
}

/* Words in common, of a hundred. */
static int alike(struct sen_arena *arena, const char *a, const char *b)
{
	const char **x = SEN_NEW(arena, const char *, TOKENS), **y = SEN_NEW(arena, const char *, TOKENS);
	size_t n = tokens(arena, a, x), m = tokens(arena, b, y), i = 0, k = 0, both = 0;

	while (i < n && k < m) {
		int by = strcmp(x[i], y[k]);

		both += by == 0;
		i += by <= 0;
		k += by >= 0;
	}
	return n + m == 0 ? 100 : (int)(200 * both / (n + m));
}

static bool taken(const struct taking *t, const struct sen_ehc_item *old)
{
	for (size_t i = 0; i < t->read->count; i++)
		if (t->old[i] && t->old[i]->head.id == old->head.id)
			return true;
	return false;
}

static const struct sen_ehc_item *of_same_words(const struct taking *t, const struct sen_ehc_item *row)
{
	for (size_t i = 0; i < t->plan->count; i++) {
		const struct sen_ehc_item *old = &t->plan->items[i];

		if (sen_ehc_stands(old, t->plan->newest) && strcmp(old->section, row->section) == 0 &&
		    strcmp(old->words, row->words) == 0 && !taken(t, old))
			return old;
	}
	return NULL;
}

static const struct sen_ehc_item *most_alike(const struct taking *t, const struct sen_ehc_item *row)
{
	const struct sen_ehc_item *best = NULL;
	int most = ALIKE - 1;

	for (size_t i = 0; i < t->plan->count; i++) {
		const struct sen_ehc_item *old = &t->plan->items[i];
		struct sen_mark mark = sen_arena_mark(t->arena);
		int now = !sen_ehc_stands(old, t->plan->newest) || strcmp(old->section, row->section) != 0 ||
					  taken(t, old)
				  ? 0
				  : alike(t->arena, old->words, row->words);

		sen_arena_release(t->arena, mark);
		if (now > most) {
			most = now;
			best = old;
		}
	}
	return best;
}

static void match(struct taking *t)
{
	const struct sen_ehc_read *read = t->read;

	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < read->count; i++) {
			const struct sen_ehc_item *row = &read->items[i].item, *old = NULL;

			if (t->old[i])
				continue;
			if (pass == 0 && !read->exact)
				old = of_same_words(t, row);
			if (pass == 1 && row->number != SEN_NO_INT)
				old = sen_ehc_at(t->plan, row->section, row->number, t->plan->newest);
			if (pass == 2 && !read->exact && row->number == SEN_NO_INT)
				old = most_alike(t, row);
			t->old[i] = old && !taken(t, old) ? old : NULL;
		}
}

/* ---- Into the records ---- */

static bool was_used(const struct sen_ehc_plan *plan, const struct sen_ehc_item *item)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].number == item->number &&
		    strcmp(plan->items[i].section, item->section) == 0)
			return true;
	return false;
}

/* Labels of the document as those of the records; *lost: the first that is not there. */
static const char *translated(const struct taking *t, const char *serves, const char **lost)
{
	struct sen_buf buf = {.arena = t->arena};

	for (const char *at = serves; at && *at; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");
		const char *word = sen_strndup(t->arena, at, len), *label = NULL, *section;
		int64_t number;

		for (size_t i = 0; i < t->read->count && !label; i++) {
			const struct sen_ehc_item *row = &t->read->items[i].item;

			if (row->number != SEN_NO_INT && t->labels[i] &&
			    strcmp(sen_ehc_label(t->arena, row), word) == 0)
				label = t->labels[i];
		}
		if (!label && sen_ehc_label_parse(word, &section, &number) &&
		    sen_ehc_at(t->plan, section, number, t->plan->newest))
			label = word;
		if (label && !sen_ehc_serves(buf.text, label))
			sen_buf_addf(&buf, "%s%s", buf.len ? " " : "", label);
		if (!label)
			*lost = word;
		at += len;
	}
	return buf.text;
}

/* A document does not say all that is known of a row. */
static void inherit(const struct taking *t, struct sen_ehc_item *item, const struct sen_ehc_item *old)
{
	if (!old || t->read->exact)
		return;
	item->number = old->number;
	if (strcmp(item->words, old->words) == 0) {
		struct sen_ehc_item now = *old;

		if (item->serves)
			now.serves = item->serves;
		*item = now;
		return;
	}
	if (!item->serves)
		item->serves = old->serves;
	if (!item->type)
		item->type = old->type;
}

static int put(struct taking *t, size_t i, struct sen_err *err)
{
	const struct sen_ehc_read_item *row = &t->read->items[i];
	struct sen_ehc_taken *out = SEN_PUSH(t->arena, t->items, t->count, t->cap);
	const char *lost = NULL;
	int rc;

	*out = (struct sen_ehc_taken){.item = row->item, .line = row->line, .doubt = row->doubt};
	inherit(t, &out->item, t->old[i]);
	if (!t->read->exact) {
		out->item.serves = translated(t, out->item.serves, &lost);
		if (!t->old[i] && out->item.number != SEN_NO_INT && was_used(t->plan, &out->item))
			out->item.number = SEN_NO_INT;
	}
	if (lost)
		out->doubt = sen_format(t->arena, "%s%sit names %s, which is not there",
					row->doubt ? row->doubt : "", row->doubt ? "; " : "", lost);
	rc = sen_ehc_put(t->store, t->plan, &out->item, &out->done, err);
	if (rc == 0)
		t->labels[i] = sen_ehc_label(t->arena, &out->item);
	return rc < 0 ? sen_wrap(err, "line %d", row->line) : 0;
}

/* Of a section that was read, what no paragraph is any more. */
static int end_rest(struct taking *t, int section, struct sen_err *err)
{
	const char *code = sen_ehc_sections[section].code;

	for (size_t i = 0; i < t->plan->count;) {
		struct sen_ehc_item item = t->plan->items[i];
		size_t before = t->plan->count;
		int rc;

		i++;
		if (strcmp(item.section, code) != 0 || !sen_ehc_stands(&item, t->plan->newest) ||
		    taken(t, &item))
			continue;
		if ((rc = sen_ehc_end(t->store, t->plan, item.head.id, err)) < 0)
			return rc;
		i -= before - t->plan->count;
		*SEN_PUSH(t->arena, t->items, t->count, t->cap) =
			(struct sen_ehc_taken){.item = item, .done = SEN_EHC_ENDED};
	}
	return 0;
}

int sen_ehc_take(struct sen_store *store, struct sen_ehc_plan *plan, const struct sen_ehc_read *read,
		 struct sen_ehc_taken **out, size_t *count, struct sen_err *err)
{
	struct taking t = {.store = store, .arena = store->arena, .plan = plan, .read = read};
	struct sen_ehc_plan before = *plan;
	int rc = 0;

	if (read->count > SEN_EHC_ROWS_MOST) {
		sen_fail(err, SEN_INVALID, "%zu rows: a plan has no more than %d", read->count,
			 SEN_EHC_ROWS_MOST);
		sen_hint(err,
			 "An empty line begins a row: look whether the document was saved with one after "
			 "each line.");
		return err->code;
	}
	if (read->unkept)
		return sen_fail(err, SEN_INVALID, "%s", read->unkept);
	t.old = SEN_NEW(t.arena, const struct sen_ehc_item *, read->count + 1);
	t.labels = SEN_NEW(t.arena, const char *, read->count + 1);
	/* The rows as they were: the plan's own move while it is written. */
	before.items = SEN_NEW(t.arena, struct sen_ehc_item, plan->count + 1);
	if (plan->count)
		memcpy(before.items, plan->items, plan->count * sizeof(*plan->items));
	t.plan = &before;
	match(&t);
	t.plan = plan;
	for (int s = 0; rc == 0 && sen_ehc_sections[s].code; s++) {
		if (read->found[s])
			rc = end_rest(&t, s, err);
		for (size_t i = 0; rc == 0 && i < read->count; i++)
			if (strcmp(read->items[i].item.section, sen_ehc_sections[s].code) == 0)
				rc = put(&t, i, err);
	}
	*out = t.items;
	*count = t.count;
	return rc;
}

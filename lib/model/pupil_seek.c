/* Children by the words of their names: range seeks in search_word, intersected. */
#include "model/model.h"
#include <stdlib.h>
#include <string.h>

struct ids {
	int64_t *items;
	bool *seen; /* in the word at hand */
	size_t count, cap;
};

static const char whole_sql[] = "SELECT pupil_id FROM search_word WHERE word = :word";
static const char start_sql[] = "SELECT pupil_id FROM search_word WHERE word >= :word AND word < :end";

static int compare_ids(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

/* The statement that gives the ids of one word. */
static int word_rows(struct sen_store *store, const char *word, bool whole, struct db_stmt **out,
		     struct sen_err *err)
{
	int rc = db_cached(store->db, whole ? whole_sql : start_sql, out, err);
	if (rc < 0)
		return rc;
	db_bind_text(*out, ":word", word);
	/* No letter sorts after U+10FFFF. */
	if (!whole)
		db_bind_text(*out, ":end", sen_format(store->arena, "%s\xf4\x8f\xbf\xbf", word));
	return 0;
}

static int first_word(struct sen_store *store, const char *word, bool whole, struct ids *ids,
		      struct sen_err *err)
{
	struct db_stmt *stmt;
	size_t n = 0;
	int rc = word_rows(store, word, whole, &stmt, err);
	if (rc < 0)
		return rc;
	while ((rc = db_step(stmt, err)) == 1)
		*SEN_PUSH(store->arena, ids->items, ids->count, ids->cap) = db_col_int(stmt, 0);
	db_reset(stmt);
	if (ids->count > 1)
		qsort(ids->items, ids->count, sizeof(*ids->items), compare_ids);
	for (size_t i = 0; i < ids->count; i++) {
		if (n == 0 || ids->items[i] != ids->items[n - 1])
			ids->items[n++] = ids->items[i];
	}
	ids->count = n;
	ids->seen = SEN_NEW(store->arena, bool, n + 1);
	return rc;
}

/* Keeps those that have this word too. */
static int next_word(struct sen_store *store, const char *word, bool whole, struct ids *ids,
		     struct sen_err *err)
{
	struct db_stmt *stmt;
	size_t n = 0;
	int rc = ids->count ? word_rows(store, word, whole, &stmt, err) : 0;
	if (rc < 0 || !ids->count)
		return rc;
	memset(ids->seen, 0, ids->count * sizeof(*ids->seen));
	while ((rc = db_step(stmt, err)) == 1) {
		int64_t id = db_col_int(stmt, 0);
		int64_t *at = bsearch(&id, ids->items, ids->count, sizeof(id), compare_ids);
		if (at)
			ids->seen[at - ids->items] = true;
	}
	db_reset(stmt);
	for (size_t i = 0; i < ids->count; i++) {
		if (ids->seen[i])
			ids->items[n++] = ids->items[i];
	}
	ids->count = n;
	return rc;
}

static int longest_first(const void *a, const void *b)
{
	size_t x = strlen(*(char *const *)a), y = strlen(*(char *const *)b);
	return (x < y) - (x > y);
}

int pupil_words_find(struct sen_store *store, const char *folded, bool whole, int64_t **out, size_t *count,
		     struct sen_err *err)
{
	struct ids ids = {0};
	char **words = NULL, *save = NULL, *text = sen_strdup(store->arena, folded);
	size_t n = 0, cap = 0;
	int rc = search_words_flush(store, err);
	for (char *p = strtok_r(text, " ", &save); p; p = strtok_r(NULL, " ", &save))
		*SEN_PUSH(store->arena, words, n, cap) = p;
	/* The longest word fits the fewest children. */
	if (n > 1)
		qsort(words, n, sizeof(*words), longest_first);
	for (size_t i = 0; i < n && rc == 0; i++)
		rc = i ? next_word(store, words[i], whole, &ids, err)
		       : first_word(store, words[i], whole, &ids, err);
	*out = ids.items;
	*count = ids.count;
	return rc;
}

/* The folded words of a child's names, by which the child is found.  Numbers are
 * found by their own indexes. */
#include "model/model.h"
#include <sen/text.h>
#include <string.h>

#define WORDS_MAX 32
struct words {
	const char *items[WORDS_MAX];
	size_t count;
};

static void add_word(struct words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++) {
		if (strcmp(words->items[i], word) == 0)
			return;
	}
	if (*word && words->count < WORDS_MAX)
		words->items[words->count++] = word;
}

/* The words of folded text, parted in place. */
static void add_words(struct words *words, char *folded)
{
	for (char *p = folded; p && *p;) {
		char *end = strchr(p, ' ');
		if (end)
			*end = '\0';
		add_word(words, p);
		p = end ? end + 1 : NULL;
	}
}

static void add_name(struct sen_arena *arena, struct words *words, const char *name)
{
	if (name)
		add_words(words, sen_text_fold(arena, name));
}

static void words_of(struct sen_arena *arena, const struct sen_pupil *pupil, struct words *words)
{
	words->count = 0;
	if (!pupil)
		return;
	add_name(arena, words, pupil->surname);
	add_name(arena, words, pupil->forename);
	add_name(arena, words, pupil->preferred_surname);
	add_name(arena, words, pupil->preferred_forename);
	add_name(arena, words, pupil->middle_names);
}

static bool has_word(const struct words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++) {
		if (strcmp(words->items[i], word) == 0)
			return true;
	}
	return false;
}

static const char insert_sql[] = "INSERT INTO search_word (word, pupil_id) VALUES (:word, :pupil)";
static const char delete_sql[] = "DELETE FROM search_word WHERE word = :word AND pupil_id = :pupil";

/* Writes the words of `words` that `other` lacks. */
static int write_words(struct sen_store *store, const char *sql, int64_t pupil_id, const struct words *words,
		       const struct words *other, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = 0;
	for (size_t i = 0; i < words->count && rc == 0; i++) {
		if (has_word(other, words->items[i]))
			continue;
		if (store->importing && sql == insert_sql) {
			rc = search_words_add(store, words->items[i], pupil_id, err);
			continue;
		}
		if ((rc = search_words_flush(store, err)) < 0 ||
		    (rc = db_cached(store->db, sql, &stmt, err)) < 0)
			return rc;
		db_bind_text_at(stmt, 1, words->items[i]);
		db_bind_int_at(stmt, 2, pupil_id);
		rc = db_run(stmt, err);
	}
	return rc;
}

static bool names_same(const struct sen_pupil *a, const struct sen_pupil *b)
{
	return model_same(a->surname, b->surname) && model_same(a->forename, b->forename) &&
	       model_same(a->preferred_surname, b->preferred_surname) &&
	       model_same(a->preferred_forename, b->preferred_forename) &&
	       model_same(a->middle_names, b->middle_names);
}

int pupil_words_changed(struct sen_store *store, const struct sen_pupil *pupil, const struct sen_pupil *old,
			struct sen_err *err)
{
	struct words now, before;
	int64_t id = pupil ? pupil->head.id : old->head.id;
	int rc;
	if (pupil && old && names_same(pupil, old))
		return 0;
	words_of(store->arena, pupil, &now);
	words_of(store->arena, old, &before);
	rc = write_words(store, delete_sql, id, &before, &now, err);
	return rc < 0 ? rc : write_words(store, insert_sql, id, &now, &before, err);
}

/* Search words of an import, sorted before they are written: a word after the
 * other lands in the same leaf of the index instead of each in its own. */
#include "store/private.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

#define WAITING 16384
#define MANY 32

#define INSERT "INSERT INTO search_word (word, pupil_id) VALUES "
#define ROW(n) "(:w" n ", :p" n ")"
#define FOUR(a, b, c, d) ROW(a) "," ROW(b) "," ROW(c) "," ROW(d)
static const char one_sql[] = INSERT ROW("");
static const char many_sql[] =
	INSERT FOUR("1", "2", "3", "4") "," FOUR("5", "6", "7", "8") "," FOUR("9", "10", "11", "12") "," FOUR(
		"13", "14", "15", "16") "," FOUR("17", "18", "19",
						 "20") "," FOUR("21", "22", "23",
								"24") "," FOUR("25", "26", "27",
									       "28") "," FOUR("29", "30",
											      "31", "32");

struct waiting {
	uint64_t start; /* the first eight bytes, to be compared as a number */
	int64_t pupil_id;
	size_t at; /* of the text, which may move */
};

struct search_words {
	struct waiting list[WAITING];
	size_t count;
	struct sen_buf texts;
};

static int compare(const void *a, const void *b, void *texts)
{
	const struct waiting *x = a, *y = b;
	int order = 0;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->start & 0xff) /* no end within the eight bytes */
		order = strcmp((const char *)texts + x->at, (const char *)texts + y->at);
	return order ? order : x->pupil_id < y->pupil_id ? -1 : x->pupil_id > y->pupil_id;
}

static uint64_t start_of(const char *word)
{
	char bytes[8] = "";
	uint64_t number;

	memcpy(bytes, word, strnlen(word, sizeof(bytes)));
	memcpy(&number, bytes, sizeof(number));
	return be64toh(number);
}

static int write_words(struct sen_store *store, const struct search_words *words, size_t from,
		       size_t together, struct sen_err *err)
{
	struct db_stmt *stmt;
	size_t i;
	int rc = db_cached(store->db, together == 1 ? one_sql : many_sql, &stmt, err);

	if (rc < 0)
		return rc;
	for (i = 0; i < together; i++) {
		db_bind_text_at(stmt, (int)i * 2 + 1, words->texts.text + words->list[from + i].at);
		db_bind_int_at(stmt, (int)i * 2 + 2, words->list[from + i].pupil_id);
	}
	return db_run(stmt, err);
}

int search_words_flush(struct sen_store *store, struct sen_err *err)
{
	struct search_words *words = store->words;
	size_t i, together;
	int rc = 0;

	if (!words || !words->count)
		return 0;
	qsort_r(words->list, words->count, sizeof(*words->list), compare, words->texts.text);
	for (i = 0; rc == 0 && i < words->count; i += together) {
		together = words->count - i >= MANY ? MANY : 1;
		rc = write_words(store, words, i, together, err);
	}
	words->count = words->texts.len = 0;
	return rc;
}

int search_words_add(struct sen_store *store, const char *word, int64_t pupil_id, struct sen_err *err)
{
	struct search_words *words = store->words;

	if (!words) {
		words = store->words = SEN_NEW(store->keep, struct search_words, 1);
		words->texts.arena = store->keep;
	}
	words->list[words->count++] =
		(struct waiting){.start = start_of(word), .pupil_id = pupil_id, .at = words->texts.len};
	sen_buf_addn(&words->texts, word, strlen(word) + 1);
	return words->count == WAITING ? search_words_flush(store, err) : 0;
}

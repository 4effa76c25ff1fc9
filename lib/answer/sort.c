/* --sort: gathers the rows and puts them in order, by type, unknown last. */
#include "answer/mem.h"

#include <sen/text.h>
#include <stdlib.h>

enum { MAX_KEYS = 8 };
struct sort_key {
	size_t index;
	bool down;
	const struct sen_column *column;
};
struct sort {
	struct sen_arena *arena;
	struct sort_key keys[MAX_KEYS];
	size_t count;
};
struct sort_value {
	bool unknown, number;
	int64_t n;
	const char *text;
};
struct sort_row {
	struct mem_row row;
	struct sort_value values[MAX_KEYS];
	size_t place; /* where it was: equal rows keep their order */
};

/* The place of a code in its set, so that years run N1 N2 R 1 2 ... 10. */
static int64_t code_place(const struct sen_code_row *codes, const char *code)
{
	int64_t place = 0;
	for (; codes[place].code; place++) {
		if (!strcmp(codes[place].code, code))
			break;
	}
	return place;
}

static struct sort_value sort_value(struct sen_arena *arena, const struct sen_column *column,
				    const struct sen_cell *cell)
{
	struct sort_value value = {.unknown = cell_unknown(cell)};
	if (value.unknown)
		return value;
	if (!cell->text) {
		value.number = true;
		value.n = cell->number;
	} else if (column->kind == SEN_C_CODE && column->codes) {
		value.number = true;
		value.n = code_place(column->codes, cell->text);
	} else if (column->kind == SEN_C_DATE || column->kind == SEN_C_INSTANT) {
		value.text = cell->text;
	} else {
		value.text = sen_text_fold(arena, cell->text);
	}
	return value;
}

/* Runs of digits by their number: "3B" before "10A", "P9" before "P10". */
static int compare_natural(const char *a, const char *b)
{
	while (*a && *b) {
		size_t an = strspn(a, "0123456789"), bn = strspn(b, "0123456789");
		if (an && bn) {
			for (; an > 1 && *a == '0'; an--)
				a++;
			for (; bn > 1 && *b == '0'; bn--)
				b++;
			int by = an != bn ? (an < bn ? -1 : 1) : strncmp(a, b, an);
			if (by)
				return by;
			a += an;
			b += bn;
		} else if (*a != *b) {
			return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		} else {
			a++;
			b++;
		}
	}
	return *a ? 1 : *b ? -1 : 0;
}

static int compare_values(const struct sort_value *a, const struct sort_value *b, bool down)
{
	if (a->unknown || b->unknown) /* last, whichever way */
		return (int)a->unknown - (int)b->unknown;
	int by = a->number && b->number ? (a->n > b->n) - (a->n < b->n)
					: compare_natural(a->text ? a->text : "", b->text ? b->text : "");
	return down ? -by : by;
}

static int compare_rows(const void *left, const void *right, void *arg)
{
	const struct sort *sort = arg;
	const struct sort_row *a = left, *b = right;
	for (size_t i = 0; i < sort->count; i++) {
		int by = compare_values(&a->values[i], &b->values[i], sort->keys[i].down);
		if (by)
			return by;
	}
	return (a->place > b->place) - (a->place < b->place);
}

static int parse_keys(struct sort *sort, const struct sen_table *table, const char *text, struct sen_err *err)
{
	while (*text) {
		size_t len = strcspn(text, ",");
		const char *word = sen_strndup(sort->arena, text, len);
		bool down = word[0] == '-';
		word += down;
		size_t i = column_index(table->columns, table->count, word);
		if (i == table->count)
			return unknown_word(sort->arena, "field", word, table, false, err);
		if (sort->count == MAX_KEYS)
			return sen_fail(err, SEN_USAGE, "--sort takes at most %d fields", MAX_KEYS);
		sort->keys[sort->count++] = (struct sort_key){i, down, &table->columns[i]};
		text += len + (text[len] == ',');
	}
	return 0;
}

static void sort_rows(struct sort *sort, struct mem *mem)
{
	struct sort_row *rows = SEN_NEW(sort->arena, struct sort_row, mem->count ? mem->count : 1);
	for (size_t r = 0; r < mem->count; r++) {
		rows[r].row = mem->rows[r];
		rows[r].place = r;
		for (size_t k = 0; k < sort->count; k++)
			rows[r].values[k] = sort_value(sort->arena, sort->keys[k].column,
						       &mem->rows[r].cells[sort->keys[k].index]);
	}
	qsort_r(rows, mem->count, sizeof(*rows), compare_rows, sort);
	for (size_t r = 0; r < mem->count; r++)
		mem->rows[r] = rows[r].row;
}

int table_sort(struct sen_arena *arena, struct sen_table **table, const char *keys, struct sen_err *err)
{
	struct sort sort = {.arena = arena};
	struct sen_table *from = *table;
	int rc = parse_keys(&sort, from, keys, err);
	if (rc < 0)
		return rc;
	struct sen_table *into =
		sen_table_new(arena, from->name, from->title, from->version, from->columns, from->count);
	struct mem *mem = into->source;
	mem->inner = from;
	for (size_t i = 0; i < from->part_count; i++) /* declared even when no row has them */
		*SEN_PUSH(arena, mem->parts, into->part_count, mem->part_cap) = from->parts[i];
	into->parts = mem->parts;
	into->flags = from->flags;
	into->empty = from->empty;
	*table = into; /* it closes `from`, now also on failure */
	if ((rc = table_gather(arena, from, into, err)) < 0)
		return rc;
	into->footnotes = from->footnotes;
	into->footnote_count = from->footnote_count;
	sort_rows(&sort, mem);
	return 0;
}

/* Tables in memory: rows added one by one, or gathered from another table. */
#include "answer/mem.h"

static int mem_next(struct sen_table *table, struct sen_err *err)
{
	struct mem *mem = table->source;
	(void)err;
	if (mem->at == mem->count)
		return 0;
	table->cells = mem->rows[mem->at++].cells;
	return 1;
}

static struct sen_table *mem_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct mem *mem = table->source;
	struct mem_row *row = &mem->rows[mem->at - 1];
	(void)err;
	if (i < row->part_count && row->parts[i])
		return row->parts[i];
	const struct sen_query *part = &mem->parts[i];
	return sen_table_of(mem->arena, part);
}

static void mem_close(struct sen_table *table)
{
	struct mem *mem = table->source;
	if (mem->inner && mem->inner->close)
		mem->inner->close(mem->inner);
	mem->inner = NULL;
}

struct sen_table *sen_table_new(struct sen_arena *arena, const char *name, const char *title, int version,
				const struct sen_column *columns, size_t count)
{
	struct mem *mem = SEN_NEW(arena, struct mem, 1);
	struct sen_table *table = SEN_NEW(arena, struct sen_table, 1);
	mem->arena = arena;
	*table = (struct sen_table){.name = name,
				    .title = title,
				    .version = version,
				    .columns = columns,
				    .count = count,
				    .next = mem_next,
				    .part = mem_part,
				    .close = mem_close,
				    .source = mem};
	return table;
}

struct sen_table *sen_table_of(struct sen_arena *arena, const struct sen_query *query)
{
	struct sen_table *table =
		sen_table_new(arena, query->name, query->title, query->version, query->columns, query->count);
	table->empty = query->empty;
	table->flags = query->flags;
	return table;
}

struct sen_cell *sen_table_add(struct sen_table *table)
{
	struct mem *mem = table->source;
	struct mem_row *row = SEN_PUSH(mem->arena, mem->rows, mem->count, mem->cap);
	*row = (struct mem_row){.cells = SEN_NEW(mem->arena, struct sen_cell, table->count)};
	for (size_t i = 0; i < table->count; i++)
		row->cells[i].number = SEN_NO_INT;
	return row->cells;
}

/* The index of the part's name among the table's parts, added when new. */
static size_t declare_part(struct sen_table *table, const struct sen_table *part)
{
	struct mem *mem = table->source;
	for (size_t i = 0; i < table->part_count; i++) {
		if (!strcmp(mem->parts[i].name, part->name))
			return i;
	}
	*SEN_PUSH(mem->arena, mem->parts, table->part_count, mem->part_cap) =
		(struct sen_query){.name = part->name,
				   .title = part->title,
				   .columns = part->columns,
				   .count = part->count,
				   .parts = part->parts,
				   .part_count = part->part_count};
	table->parts = mem->parts;
	return table->part_count - 1;
}

void sen_table_add_part(struct sen_table *table, struct sen_table *part)
{
	struct mem *mem = table->source;
	struct mem_row *row = &mem->rows[mem->count - 1];
	size_t i = declare_part(table, part);
	if (i >= row->part_count) {
		struct sen_table **grown = SEN_NEW(mem->arena, struct sen_table *, i + 1);
		if (row->part_count)
			memcpy(grown, row->parts, row->part_count * sizeof(*grown));
		row->parts = grown;
		row->part_count = i + 1;
	}
	row->parts[i] = part;
}

void sen_cell_text(struct sen_cell *cell, const char *text)
{
	cell->text = text;
	cell->len = text ? strlen(text) : 0;
	cell->number = SEN_NO_INT;
}

void sen_cell_int(struct sen_cell *cell, int64_t number)
{
	cell->text = NULL;
	cell->len = 0;
	cell->number = number;
}

void sen_cell_date(struct sen_arena *arena, struct sen_cell *cell, sen_date date)
{
	char text[11];
	sen_cell_text(cell, date == SEN_NO_DATE ? NULL : sen_strdup(arena, sen_date_text(date, text)));
}

const struct sen_column *sen_column_named(const struct sen_column *columns, size_t count, const char *name)
{
	size_t i = column_index(columns, count, name);
	return i < count ? &columns[i] : NULL;
}

size_t column_index(const struct sen_column *columns, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (!strcmp(columns[i].name, name))
			return i;
	}
	return count;
}

/* ---- Gathering, for --sort ---- */

static int gather_parts(struct sen_arena *arena, struct sen_table *from, struct sen_table *into,
			struct sen_err *err)
{
	for (size_t i = 0; i < from->part_count; i++) {
		struct sen_table *part = from->part(from, i, err);
		if (!part)
			return err->code;
		const struct sen_query *what = &from->parts[i];
		struct sen_table *copy =
			sen_table_new(arena, what->name, what->title, 1, part->columns, part->count);
		int rc = table_gather(arena, part, copy, err);
		if (rc < 0)
			return rc;
		sen_table_add_part(into, copy);
	}
	return 0;
}

int table_gather(struct sen_arena *arena, struct sen_table *from, struct sen_table *into, struct sen_err *err)
{
	int rc;
	while ((rc = from->next(from, err)) > 0) {
		struct sen_cell *cells = sen_table_add(into);
		for (size_t i = 0; i < from->count; i++) {
			cells[i] = from->cells[i];
			if (cells[i].text)
				cells[i].text = sen_strndup(arena, cells[i].text, cells[i].len);
		}
		if ((rc = gather_parts(arena, from, into, err)) < 0)
			return rc;
	}
	return rc;
}

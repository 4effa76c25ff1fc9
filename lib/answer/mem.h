/* How a table in memory keeps its rows (table.c, sort.c). */
#ifndef MEM_H
#define MEM_H

#include "answer/answer.h"

struct mem_row {
	struct sen_cell *cells;
	struct sen_table **parts; /* by index of the table's parts; NULL: none */
	size_t part_count;
};
struct mem {
	struct sen_arena *arena;
	struct mem_row *rows;
	size_t count, cap, at;
	struct sen_query *parts;
	size_t part_cap;
	struct sen_table *inner; /* gathered from: closed with this one */
};

/* Copies all rows and their parts into a table in memory. */
int table_gather(struct sen_arena *arena, struct sen_table *from, struct sen_table *into, struct sen_err *err)
	SEN_MUST_CHECK;

#endif

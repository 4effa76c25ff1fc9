/* Memory for SQLite in a process that reads.  To open a records file SQLite parses
 * every table: thousands of small pieces, which cost a fifth of `pupil show` with
 * malloc.  Here a piece is cut from a large block, and one given back waits in the
 * list of its size for the next.  The blocks live as long as the process, so memory
 * is what was in use at the most crowded moment, and does not grow with the rows.
 * For one thread, as the program is. */
#include "store/pool.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	STEP = 16,	   /* sizes of pieces are multiples of it, headers among them */
	LARGEST = 1024,	   /* larger ones are malloc's */
	BLOCK = 64 * 1024, /* what is cut up */
	HEAD = 8	   /* before each piece: its size */
};

/* Before the bytes given out. */
struct head {
	uint64_t size; /* of the bytes, without the head */
};
struct piece {
	struct head head;
	struct piece *next; /* while nobody has it */
};

static struct piece *waiting[LARGEST / STEP + 1];
static char *rest; /* of the block being cut up */
static size_t rest_size;

static struct piece *piece_of(void *p)
{
	return (struct piece *)(void *)((char *)p - HEAD);
}

static void *bytes_of(struct piece *piece)
{
	return (char *)piece + HEAD;
}

static size_t whole(int size)
{
	return ((size_t)size + HEAD + STEP - 1) / STEP * STEP;
}

int pool_round(int size)
{
	return (int)(whole(size) - HEAD);
}

int pool_size(void *p)
{
	return p ? (int)piece_of(p)->head.size : 0;
}

static struct piece *cut(size_t size)
{
	struct piece *piece;

	if (rest_size < size) {
		char *block = malloc(BLOCK);

		if (!block)
			return NULL;
		rest = block;
		rest_size = BLOCK;
	}
	piece = (struct piece *)(void *)rest;
	rest += size;
	rest_size -= size;
	return piece;
}

void *pool_alloc(int size)
{
	size_t all = whole(size);
	struct piece *piece;

	if (all > LARGEST) {
		piece = malloc(all);
	} else if (waiting[all / STEP]) {
		piece = waiting[all / STEP];
		waiting[all / STEP] = piece->next;
	} else {
		piece = cut(all);
	}
	if (!piece)
		return NULL;
	piece->head.size = all - HEAD;
	return bytes_of(piece);
}

void pool_free(void *p)
{
	struct piece *piece;
	size_t all;

	if (!p)
		return;
	piece = piece_of(p);
	all = piece->head.size + HEAD;
	if (all > LARGEST) {
		free(piece);
		return;
	}
	piece->next = waiting[all / STEP];
	waiting[all / STEP] = piece;
}

void *pool_resize(void *p, int size)
{
	int had = pool_size(p);
	void *moved;

	if (pool_round(size) == had)
		return p;
	moved = pool_alloc(size);
	if (!moved)
		return NULL;
	memcpy(moved, p, (size_t)(size < had ? size : had));
	pool_free(p);
	return moved;
}

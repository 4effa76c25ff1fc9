/* --table NAME: the rows of one part of every row, as the main table, with
 * the id of the row they belong to first. Streams. */
#include "answer/answer.h"

struct flat {
	struct sen_table *outer, *inner; /* inner: the part being read, or NULL */
	size_t part, key;
	bool keyed;
};

static int flat_next(struct sen_table *table, struct sen_err *err)
{
	struct flat *flat = table->source;
	for (;;) {
		int rc = flat->inner ? flat->inner->next(flat->inner, err) : 0;
		if (rc < 0)
			return rc;
		if (rc > 0)
			break;
		rc = flat->outer->next(flat->outer, err);
		if (rc <= 0)
			return rc;
		flat->inner = flat->outer->part(flat->outer, flat->part, err);
		if (!flat->inner)
			return err->code;
	}
	if (flat->keyed)
		table->cells[0] = flat->outer->cells[flat->key];
	memcpy(table->cells + flat->keyed, flat->inner->cells, flat->inner->count * sizeof(*table->cells));
	table->footnotes = flat->outer->footnotes;
	table->footnote_count = flat->outer->footnote_count;
	return 1;
}

static struct sen_table *flat_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct flat *flat = table->source;
	return flat->inner->part(flat->inner, i, err);
}

static void flat_close(struct sen_table *table)
{
	struct flat *flat = table->source;
	if (flat->outer->close)
		flat->outer->close(flat->outer);
}

/* "pupil_id" for a parent's "id" whose prefix is P; other keys keep their name. */
static const char *key_name(struct sen_arena *arena, const struct sen_column *key)
{
	if (strcmp(key->name, "id") != 0)
		return key->name;
	const struct sen_record *kind = key->prefix ? sen_record_prefixed(key->prefix) : NULL;
	return kind ? sen_format(arena, "%s_id", kind->noun) : "parent_id";
}

static const char *noun_label(struct sen_arena *arena, const struct sen_column *key)
{
	const struct sen_record *kind = key->prefix ? sen_record_prefixed(key->prefix) : NULL;
	return kind && !strcmp(key->name, "id") ? kind->title : sen_strdup(arena, key->label);
}

static void flat_columns(struct sen_arena *arena, struct sen_table *table, struct flat *flat,
			 const struct sen_query *part)
{
	const struct sen_table *outer = flat->outer;
	struct sen_column *columns = SEN_NEW(arena, struct sen_column, part->count + 1);
	flat->key = column_index(outer->columns, outer->count, part->parent_key ? part->parent_key : "id");
	if (flat->key < outer->count) {
		columns[0] = outer->columns[flat->key];
		columns[0].flags &= ~(unsigned)SEN_COL_QUIET;
		columns[0].label = noun_label(arena, &columns[0]);
		columns[0].name = key_name(arena, &columns[0]);
		flat->keyed = column_index(part->columns, part->count, columns[0].name) == part->count;
	}
	memcpy(columns + flat->keyed, part->columns, part->count * sizeof(*columns));
	table->columns = columns;
	table->count = part->count + flat->keyed;
	table->cells = SEN_NEW(arena, struct sen_cell, table->count);
}

int table_flatten(struct sen_arena *arena, struct sen_table **table, const char *name, struct sen_err *err)
{
	struct sen_table *outer = *table;
	size_t i = 0;
	while (i < outer->part_count && strcmp(outer->parts[i].name, name) != 0)
		i++;
	if (i == outer->part_count)
		return unknown_word(arena, "table", name, outer, true, err);
	const struct sen_query *part = &outer->parts[i];
	struct flat *flat = SEN_NEW(arena, struct flat, 1);
	struct sen_table *flattened = SEN_NEW(arena, struct sen_table, 1);
	*flat = (struct flat){.outer = outer, .part = i};
	*flattened = (struct sen_table){.name = sen_format(arena, "%s.%s", outer->name, part->name),
					.title = part->title,
					.version = outer->version,
					.next = flat_next,
					.part = flat_part,
					.parts = part->parts,
					.part_count = part->part_count,
					.close = flat_close,
					.source = flat};
	flat_columns(arena, flattened, flat, part);
	*table = flattened;
	return 0;
}

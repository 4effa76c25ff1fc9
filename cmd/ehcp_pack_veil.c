/* A table without the names of contacts who are not to be written to: no page that
 * leaves the school names them, whatever text of the records does. */
#include "ehcp_pack.h"

#include <string.h>
#include <strings.h>

#define LEFT_OUT "[not named]"
#define ALL_OUT "[left out: it names somebody who is not named here]"

struct veil {
	struct sen_arena *arena;
	struct sen_table *inner;
	const char **names; /* as they may stand in a text, the longest first */
	const char **folded;
	size_t count;
	int64_t *veiled;
};

static struct sen_table *wrap(const struct veil *from, struct sen_table *inner);

/* Does a word go on with this byte?  Bytes of a letter with an accent do. */
static bool in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80);
}

/* The text with each of the names, in any case, taken out. */
static const char *without(const struct veil *veil, const char *text)
{
	struct sen_buf buf = {.arena = veil->arena};
	bool hit = false;

	for (const char *at = text; *at;) {
		size_t len = 0;

		for (size_t i = 0; i < veil->count && !len; i++)
			if (strncasecmp(at, veil->names[i], strlen(veil->names[i])) == 0 &&
			    (at == text || !in_word(at[-1])) && !in_word(at[strlen(veil->names[i])]))
				len = strlen(veil->names[i]);
		sen_buf_addn(&buf, len ? LEFT_OUT : at, len ? strlen(LEFT_OUT) : 1);
		hit |= len > 0;
		at += len ? len : 1;
	}
	return hit ? buf.text : text;
}

/* Spelled otherwise (accents, blanks)?  Then the whole text goes. */
static bool still(const struct veil *veil, const char *text)
{
	const char *folded = sen_text_fold(veil->arena, text);

	for (size_t i = 0; folded && i < veil->count; i++) {
		size_t len = veil->folded[i] ? strlen(veil->folded[i]) : 0;

		for (const char *at = len ? strstr(folded, veil->folded[i]) : NULL; at;
		     at = strstr(at + 1, veil->folded[i]))
			if ((at == folded || at[-1] == ' ') && (!at[len] || at[len] == ' '))
				return true;
	}
	return false;
}

static void veil_cell(const struct veil *veil, struct sen_cell *cell)
{
	const char *text = cell->text ? without(veil, cell->text) : NULL;

	if (text && still(veil, text))
		text = ALL_OUT;
	if (!text || text == cell->text)
		return;
	sen_cell_text(cell, text);
	++*veil->veiled;
}

static int veil_next(struct sen_table *table, struct sen_err *err)
{
	struct veil *veil = table->source;
	int rc = veil->inner->next(veil->inner, err);

	if (rc == 1) {
		memcpy(table->cells, veil->inner->cells, table->count * sizeof(*table->cells));
		for (size_t i = 0; i < table->count; i++)
			veil_cell(veil, &table->cells[i]);
	}
	table->footnotes = veil->inner->footnotes;
	table->footnote_count = veil->inner->footnote_count;
	return rc;
}

static struct sen_table *veil_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct veil *veil = table->source;
	struct sen_table *part = veil->inner->part(veil->inner, i, err);

	return part ? wrap(veil, part) : NULL;
}

static void veil_close(struct sen_table *table)
{
	struct veil *veil = table->source;

	if (veil->inner->close)
		veil->inner->close(veil->inner);
}

static struct sen_table *wrap(const struct veil *from, struct sen_table *inner)
{
	struct sen_table *table = SEN_NEW(from->arena, struct sen_table, 1);
	struct veil *veil = SEN_NEW(from->arena, struct veil, 1);

	*veil = *from;
	veil->inner = inner;
	*table = *inner;
	table->cells = SEN_NEW(from->arena, struct sen_cell, inner->count + 1);
	table->source = veil;
	table->next = veil_next;
	table->part = inner->part ? veil_part : NULL;
	table->close = veil_close;
	return table;
}

struct sen_table *ehcp_pack_veil(struct sen_arena *arena, struct sen_table *table,
				 const struct sen_contact *barred, size_t count, int64_t *veiled)
{
	struct veil veil = {.arena = arena, .veiled = veiled};

	if (!count)
		return table;
	veil.names = SEN_NEW(arena, const char *, 2 * count);
	veil.folded = SEN_NEW(arena, const char *, 2 * count);
	for (size_t i = 0; i < count; i++) {
		const char *family = strrchr(barred[i].name, ' ');

		veil.names[veil.count++] = barred[i].name;
		if (barred[i].title)
			veil.names[veil.count++] = sen_format(arena, "%s %s", barred[i].title,
							      family ? family + 1 : barred[i].name);
	}
	for (size_t i = 0; i < veil.count; i++)
		veil.folded[i] = sen_text_fold(arena, veil.names[i]);
	return wrap(&veil, table);
}

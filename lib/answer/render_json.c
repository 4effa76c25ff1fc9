/* JSON and NDJSON, streamed: keys are written out once, cells go straight
 * into the buffer (cJSON takes 1.5 to 4 times as long: engineering.md). */
#include "answer/answer.h"

/* What an ASCII byte needs: 0 goes as it is, 'u' \u00XX, else the letter after
 * the backslash. */
static const char escapes[128] = {
	'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'b',	     't',	    'n',	  'u',
	'f', 'r', 'u', 'u', 'u', 'u', 'u', 'u', 'u',	     'u',	    'u',	  'u',
	'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', ['"'] = '"', ['\\'] = '\\', [0x7f] = 'u',
};

/* Bytes of the valid UTF-8 character at `text`, 0 when it is none. */
static size_t utf8_char(const unsigned char *text, size_t len)
{
	unsigned char c = text[0];
	size_t need = c >= 0xc2 && c <= 0xdf ? 2 : (c & 0xf0) == 0xe0 ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
	if (need == 0 || need > len)
		return 0;
	for (size_t i = 1; i < need; i++) {
		if ((text[i] & 0xc0) != 0x80)
			return 0;
	}
	if ((c == 0xe0 && text[1] < 0xa0) || (c == 0xed && text[1] > 0x9f) || (c == 0xf0 && text[1] < 0x90) ||
	    (c == 0xf4 && text[1] > 0x8f))
		return 0;
	return need;
}

/* Escapes `len` bytes into `to`, which has room for six times as many. */
static char *escape(char *to, const unsigned char *text, size_t len)
{
	const unsigned char *end = text + len;
	while (text < end) {
		unsigned char c = *text;
		char how = c < 0x80 ? escapes[c] : 'm'; /* m: of several bytes, checked */
		if (!how) {
			*to++ = (char)c;
			text++;
		} else if (how == 'm') {
			size_t width = utf8_char(text, (size_t)(end - text));
			if (width) {
				memcpy(to, text, width);
				to += width;
				text += width;
			} else { /* only a file written by others can hold it */
				memcpy(to, "\\ufffd", 6);
				to += 6;
				text++;
			}
		} else if (how == 'u') {
			memcpy(to, "\\u00", 4);
			to[4] = "0123456789abcdef"[c >> 4];
			to[5] = "0123456789abcdef"[c & 15];
			to += 6;
			text++;
		} else {
			*to++ = '\\';
			*to++ = how;
			text++;
		}
	}
	return to;
}

/* The longest start of at most `most` bytes that splits no character. */
static size_t chunk(const char *text, size_t len, size_t most)
{
	if (len <= most)
		return len;
	size_t cut = most;
	while (cut > most - 4 && ((unsigned char)text[cut] & 0xc0) == 0x80)
		cut--;
	return cut;
}

void json_text(struct out *out, const char *text, size_t len)
{
	enum { MOST = OUT_SIZE / 6 - 8 };
	out_char(out, '"');
	do {
		size_t now = chunk(text, len, MOST);
		char *to = out_room(out, now * 6);
		out->len += (size_t)(escape(to, (const unsigned char *)text, now) - to);
		text += now;
		len -= now;
	} while (len);
	out_char(out, '"');
}

static void json_cell(struct out *out, const struct shown *shown, const struct sen_cell *cell)
{
	if (cell->text) {
		json_text(out, cell->text, cell->len);
	} else if (!shown->numeric || cell->number == SEN_NO_INT) {
		out_put(out, "null", 4);
	} else if (shown->column->kind == SEN_C_BOOL) {
		out_text(out, cell->number ? "true" : "false");
	} else if (shown->column->kind == SEN_C_ID) {
		out_char(out, '"');
		out_text(out, shown->column->prefix);
		out_int(out, cell->number);
		out_char(out, '"');
	} else {
		out_int(out, cell->number);
	}
}

/* `{"id":` and `,"name":`: written out once. Names are C identifiers. */
static void make_heads(struct view *view)
{
	for (size_t i = 0; i < view->count; i++) {
		struct shown *shown = &view->columns[i];
		shown->head = sen_format(view->arena, "%c\"%s\":", i ? ',' : '{', shown->column->name);
		shown->head_len = strlen(shown->head);
	}
	for (size_t i = 0; i < view->part_count; i++) {
		struct shown_part *part = &view->parts[i];
		part->head =
			sen_format(view->arena, "%c\"%s\":[", i + view->count ? ',' : '{', part->query->name);
		part->head_len = strlen(part->head);
		make_heads(part->view);
	}
}

static int json_row(struct view *view, struct out *out, struct sen_err *err)
{
	const struct shown *shown = view->columns;
	for (size_t i = 0; i < view->count; i++, shown++) {
		out_put(out, shown->head, shown->head_len);
		json_cell(out, shown, &view->table->cells[shown->index]);
	}
	for (size_t i = 0; i < view->part_count; i++) {
		struct view *part;
		int rc = view_part(view, i, &part, err);
		if (rc < 0)
			return rc;
		out_put(out, view->parts[i].head, view->parts[i].head_len);
		bool first = true;
		while ((rc = view_next(part, err)) > 0) {
			if (!first)
				out_char(out, ',');
			first = false;
			if ((rc = json_row(part, out, err)) < 0)
				return rc;
		}
		if (rc < 0)
			return rc;
		out_char(out, ']');
	}
	out_char(out, '}');
	return 0;
}

static void json_date(struct out *out, sen_date date)
{
	char text[11];
	sen_date_text(date, text);
	if (*text)
		json_text(out, text, strlen(text));
	else
		out_text(out, "null");
}

static void json_open(struct out *out, const struct sen_table *table, const struct sen_style *style)
{
	out_text(out, "{\"schema\": \"sendctl/");
	out_text(out, table->name);
	out_char(out, '/');
	out_int(out, table->version ? table->version : 1);
	out_text(out, "\", \"today\": ");
	json_date(out, style->today);
	out_text(out, ", \"as_at\": ");
	json_date(out, style->as_at);
	out_text(out, ", \"school\": ");
	if (style->school && *style->school)
		json_text(out, style->school, strlen(style->school));
	else
		out_text(out, "null");
	out_text(out, ", \"rows\": [");
}

int render_json(struct view *view, const struct sen_table *table, struct out *out, struct sen_err *err)
{
	make_heads(view);
	int rc = view_next(view, err); /* an error before the first row prints nothing */
	if (rc < 0)
		return rc;
	json_open(out, table, view->style);
	for (bool first = true; rc > 0; first = false) {
		out_put(out, first ? "\n" : ",\n", first ? 1 : 2);
		if ((rc = json_row(view, out, err)) == 0)
			rc = view_next(view, err);
	}
	if (rc == 0)
		out_text(out, view->rows ? "\n]}\n" : "]}\n");
	return rc;
}

int render_ndjson(struct view *view, struct out *out, struct sen_err *err)
{
	int rc;
	make_heads(view);
	while ((rc = view_next(view, err)) > 0) {
		if ((rc = json_row(view, out, err)) < 0)
			return rc;
		out_char(out, '\n');
	}
	return rc;
}

/* CSV of any shape, row by row: the only file with libcsv.  libcsv knows no
 * line numbers and takes bad quotes silently, so it is fed a line at a time
 * and told to be strict. */
#include "exchange/rows.h"
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#define ROW_MAX (4u << 20) /* bytes: more is a quote left open */

struct reader {
	struct csv_parser parser;
	struct sen_arena *arena;
	struct sen_buf text; /* the row's cells, NUL after each */
	size_t *at;	     /* where each begins */
	size_t count, cap;
	const char **cells;
	size_t cell_cap;
	int64_t line, start; /* of the text fed; of the row's first line */
	size_t fed;	     /* bytes since the row began */
	row_fn fn;
	void *arg;
	const char *path;
	int rc;
	struct sen_err *err;
};

static void on_cell(void *text, size_t len, void *arg)
{
	struct reader *r = arg;
	*SEN_PUSH(r->arena, r->at, r->count, r->cap) = r->text.len;
	if (r->text.len + len + 2 < r->text.cap) { /* nearly always */
		memcpy(r->text.text + r->text.len, text, len);
		r->text.len += len + 1;
		r->text.text[r->text.len - 1] = '\0';
		return;
	}
	sen_buf_addn(&r->text, text ? text : "", len);
	sen_buf_addn(&r->text, "", 1);
}

static void on_row(int end, void *arg)
{
	struct reader *r = arg;
	(void)end;
	if (r->rc)
		return;
	if (r->count > r->cell_cap) {
		r->cell_cap = r->cap;
		r->cells = SEN_NEW(r->arena, const char *, r->cell_cap);
	}
	for (size_t i = 0; i < r->count; i++)
		r->cells[i] = r->text.text + r->at[i];
	struct sen_csv_row row = {r->cells, r->count, r->start};
	r->rc = r->fn(r->arg, &row, r->err);
	r->count = 0;
	r->text.len = 0;
	r->fed = 0;
	r->start = r->line + 1; /* a row ends with its line */
}

/* Excel's ="A123" (a text that looks like a number) as "A123".  Inside quotes
 * a lone quote cannot stand, so this never touches the text of a quoted cell. */
static size_t unwrap(char *line, size_t len, char delimiter)
{
	char *p = line, *end = line + len;
	while ((p = memmem(p, (size_t)(end - p), "=\"", 2))) {
		char *close = p + 2;
		while (close < end && *close != '"' && *close != delimiter && *close != '\n')
			close++;
		bool begins = p == line || p[-1] == delimiter;
		bool ends = close > p + 2 && close < end && *close == '"' &&
			    (close + 1 == end || close[1] == delimiter || close[1] == '\n');
		if (begins && ends) {
			memmove(p, p + 1, (size_t)(end - p - 1));
			end--;
		} else {
			p += 2;
		}
	}
	return (size_t)(end - line);
}

static int quote_fault(struct reader *r, bool open)
{
	sen_fail(r->err, SEN_INVALID,
		 open ? "line %lld of '%s': a quote is opened and never closed"
		      : "line %lld of '%s': a quote stands in the middle of a cell",
		 (long long)(open ? r->start : r->line), r->path);
	sen_hint(r->err, "A cell that holds a quote is written \"like \"\"this\"\"\". Export the file again, "
			 "or mend the line.");
	return SEN_INVALID;
}

/* One line with its LF (the last may lack it, and a very long one may come
 * in parts). */
static int feed(struct reader *r, char *text, size_t len)
{
	bool whole = len && text[len - 1] == '\n';
	if (memchr(text, '=', len))
		len = unwrap(text, len, (char)csv_get_delim(&r->parser));
	r->fed += len;
	if (csv_parse(&r->parser, text, len, on_cell, on_row, r) != len)
		return csv_error(&r->parser) == CSV_EPARSE
			       ? quote_fault(r, false)
			       : sen_fail(r->err, SEN_FAIL, "cannot read '%s': %s", r->path,
					  csv_strerror(csv_error(&r->parser)));
	if (r->rc)
		return r->rc;
	r->line += whole;
	return r->fed > ROW_MAX ? quote_fault(r, true) : 0;
}

/* Lines of a piece; what is left of the last one waits in `tail`. */
static int feed_piece(struct reader *r, struct sen_buf *tail, char *text, size_t len)
{
	while (len) {
		char *lf = memchr(text, '\n', len);
		size_t n = lf ? (size_t)(lf - text) + 1 : len;
		int rc = 0;
		if (!lf || tail->len)
			sen_buf_addn(tail, text, n);
		if (lf || tail->len > ROW_MAX) {
			rc = tail->len ? feed(r, tail->text, tail->len) : feed(r, text, n);
			tail->len = 0;
		}
		if (rc)
			return rc;
		text += n;
		len -= n;
	}
	return 0;
}

static int read_all(struct reader *r, struct decode *decode, struct sen_csv_info *info)
{
	struct sen_buf tail = {.arena = r->arena};
	bool first = true;
	const char *text;
	size_t len;
	int rc;
	while ((rc = decode_next(decode, &text, &len, r->err)) == 1) {
		char *piece = decode->out;
		if (first) {
			info->delimiter = sniff_delimiter(text, len);
			csv_set_delim(&r->parser, (unsigned char)info->delimiter);
			if (len >= 6 && !memcmp(text, "sep=", 4) && text[5] == '\n') {
				piece += 6; /* Excel's own line about the delimiter */
				len -= 6;
				r->line = r->start = 2;
			}
			first = false;
		}
		if ((rc = feed_piece(r, &tail, piece, len)))
			return rc;
	}
	if (rc)
		return rc;
	if (tail.len && (rc = feed(r, tail.text, tail.len)))
		return rc;
	if (csv_fini(&r->parser, on_cell, on_row, r))
		return quote_fault(r, true);
	return r->rc;
}

int rows_read(struct sen_arena *arena, struct decode *decode, struct sen_csv_info *info, row_fn fn, void *arg,
	      struct sen_err *err)
{
	struct reader r = {.arena = sen_arena_new(),
			   .line = 1,
			   .start = 1,
			   .fn = fn,
			   .arg = arg,
			   .path = decode->path,
			   .err = err};
	(void)arena;
	r.text.arena = r.arena;
	info->encoding = decode->encoding;
	info->delimiter = ',';
	if (csv_init(&r.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
		sen_out_of_memory();
	int rc = decode_rewind(decode, err);
	if (!rc)
		rc = read_all(&r, decode, info);
	csv_free(&r.parser);
	sen_arena_free(r.arena);
	return rc == 1 ? 0 : rc;
}

int sen_csv_read(struct sen_arena *arena, const char *path, struct sen_csv_info *info,
		 int (*fn)(void *arg, const struct sen_csv_row *row, struct sen_err *err), void *arg,
		 struct sen_err *err)
{
	struct decode *decode = NULL;
	int rc = decode_open(arena, path, &decode, err);
	if (!rc)
		rc = rows_read(arena, decode, info, fn, arg, err);
	decode_close(decode);
	return rc;
}

const char *csv_plain(const char *text)
{
	return *text == '\'' && text[1] && strchr("=+-@\t\r", text[1]) ? text + 1 : text;
}

void csv_put(FILE *out, const char *text)
{
	if (!text)
		return;
	if (!strpbrk(text, "\",;\t\n\r") && *text != ' ') {
		fputs(text, out);
		return;
	}
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

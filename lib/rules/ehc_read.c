/* The authority's document, as text: sections by their headings, paragraphs and
 * points into rows.  Nothing of it is lost without a word. */
#include "rules/ehc_read.h"

#include <sen/text.h>

#include <ctype.h>
#include <string.h>

enum { SECTIONS = 12, SAID_OF = 60 };
struct reading {
	struct sen_arena *arena;
	struct sen_ehc_read *out;
	sen_date today;
	int section;	 /* -1: before the first heading */
	int line, stray; /* stray: lines before the first heading */
	const char *first_stray;
	int furniture;	  /* lines that number a page or name the columns of a table */
	const char *area; /* of need, by its heading in B or F */
	bool open;	  /* a row is being written */
	struct sen_buf words;
	struct sen_ehc_read_item row;
	bool marked; /* the row has marks of our form */
};

static void note(struct reading *r, const char *text)
{
	*SEN_PUSH(r->arena, r->out->notes, r->out->note_count, r->out->note_cap) = text;
}

static const char *beginning(struct sen_arena *arena, const char *text)
{
	size_t len = strlen(text);

	if (len <= SAID_OF)
		return text;
	for (len = SAID_OF; len > 0 && (text[len] & 0xc0) == 0x80; len--)
		;
	return sen_format(arena, "%.*s...", (int)len, text);
}

/* ---- Rows ---- */

static void row_begin(struct reading *r)
{
	r->open = true;
	r->marked = false;
	r->words = (struct sen_buf){.arena = r->arena};
	r->row = (struct sen_ehc_read_item){.line = r->line};
	sen_record_blank(&sen_ehc_item_record, &r->row.item);
	r->row.item.section = sen_ehc_sections[r->section].code;
}

static bool is_nothing(struct sen_arena *arena, const char *words)
{
	static const char *const none[] = {"none",
					   "n a",
					   "not applicable",
					   "nil",
					   "none identified",
					   "none specified",
					   "not required",
					   "none required",
					   "none known",
					   "left blank",
					   "left blank in draft",
					   "none known at this time",
					   "none known at the time of writing",
					   "no identified needs",
					   "no identified needs in this area",
					   "no identified needs in this area at this time"};
	const char *folded = strlen(words) > 60 ? NULL : sen_text_fold(arena, words);

	for (size_t i = 0; folded && i < SEN_COUNT(none); i++)
		if (strcmp(folded, none[i]) == 0)
			return true;
	return false;
}

/* "(B1, E2)" among the words: labels of what it serves. */
static const char *labels_in(struct sen_arena *arena, const char *words)
{
	struct sen_buf buf = {.arena = arena};

	for (const char *at = words; *at; at++) {
		size_t len;

		if ((at > words && (isalnum((unsigned char)at[-1]) || (at[-1] & 0x80))) ||
		    !strchr("BCDE", *at) || !isdigit((unsigned char)at[1]))
			continue;
		len = 1 + strspn(at + 1, "0123456789");
		if (isalnum((unsigned char)at[len]) || (at[len] & 0x80) || len > 4 || at[1] == '0' ||
		    (at[len] == '.' && isdigit((unsigned char)at[len + 1])))
			continue;
		if (buf.len < 180)
			sen_buf_addf(&buf, "%s%.*s", buf.len ? " " : "", (int)len, at);
		at += len - 1;
	}
	return buf.text;
}

static void read_words(struct reading *r, struct sen_ehc_read_item *row)
{
	struct sen_ehc_item *item = &row->item;
	char section = item->section[0];

	if (r->marked || (r->out->exact && item->number != SEN_NO_INT))
		return;
	if (strchr("FGH", section))
		sen_ehc_read_quantity(r->arena, item->words, item, &row->doubt);
	if (strchr("EFGH", section))
		item->serves = labels_in(r->arena, item->words);
	if (section == 'B')
		item->type = r->area;
	if (section == 'K')
		item->dated_on = ehc_read_date(item->words, r->today);
	if (section == 'E')
		item->due_on = ehc_read_date(item->words, r->today);
	if (section == 'J')
		item->pence = ehc_read_pence(item->words);
}

/* A form does not keep blanks at the end of a line. */
static const char *without_blanks(struct sen_arena *arena, const char *words)
{
	char *out = sen_strdup(arena, words);
	size_t n = 0;

	for (const char *at = words; out && *at; at++) {
		while (*at == '\n' && n && (out[n - 1] == ' ' || out[n - 1] == '\t'))
			n--;
		out[n++] = *at;
	}
	if (out)
		out[n] = '\0';
	return out;
}

static void row_end(struct reading *r)
{
	struct sen_err fault = {0};

	if (!r->open)
		return;
	r->open = false;
	if (sen_text_clean(r->arena, r->words.text, SEN_TEXT_NOTE, SEN_LIMIT_NOTE, &r->row.item.words,
			   &fault) < 0) {
		if (!r->out->unkept)
			r->out->unkept = sen_format(r->arena, "line %d: the paragraph cannot be kept: %s",
						    r->row.line, fault.msg);
		return;
	}
	if (!r->row.item.words ||
	    (r->row.item.number == SEN_NO_INT && is_nothing(r->arena, r->row.item.words)))
		return;
	if (strchr(r->row.item.words, '\n'))
		r->row.item.words = without_blanks(r->arena, r->row.item.words);
	read_words(r, &r->row);
	*SEN_PUSH(r->arena, r->out->items, r->out->count, r->out->cap) = r->row;
}

/* ---- Lines ---- */

/* "B1. ", "F2: ", "H1.2 ": a label of the section that is open. Of "B1.2 " the number is
 * none of ours: it is taken off, and the row gets one. */
static size_t label_at(const struct reading *r, const char *line, int64_t *number)
{
	const char *code = sen_ehc_sections[r->section].code;
	size_t len = strlen(code), digits, at;

	if (strncasecmp(line, code, len) != 0)
		return 0;
	at = len;
	if (len > 1 && line[at++] != '.')
		return 0;
	digits = strspn(line + at, "0123456789");
	if (digits == 0 || digits > (r->out->exact ? 6u : 3u) || line[at] == '0')
		return 0;
	*number = 0;
	for (size_t i = 0; i < digits; i++)
		*number = *number * 10 + (line[at + i] - '0');
	at += digits;
	if (!r->out->exact && line[at] == '.' && isdigit((unsigned char)line[at + 1])) {
		*number = SEN_NO_INT;
		at += 1 + strspn(line + at + 1, "0123456789");
	}
	if (line[at] && !strchr(".:) \t-", line[at]))
		return 0;
	if (r->out->exact) /* what follows is the row's, whatever it is */
		return at + (line[at] == ':') + (line[at] == ':' && line[at + 1] == ' ');
	return at + strspn(line + at, ".:) \t-");
}

/* "1.", "(a)", "iv)", "-", a bullet: how long the sign is; 0: none. */
static size_t point_at(const char *line)
{
	static const char *const bullets[] = {"\xe2\x80\xa2",
					      "\xe2\x97\x8f",
					      "\xe2\x96\xaa",
					      "\xef\x82\xb7",
					      "\xc2\xb7",
					      "\xe2\x80\x93",
					      "\xe2\x97\xa6",
					      "\xe2\x80\xa3",
					      "-",
					      "*",
					      "+",
					      "o"};
	size_t n = line[0] == '(', len;

	for (size_t i = 0; i < SEN_COUNT(bullets); i++) {
		len = strlen(bullets[i]);
		if (strncmp(line, bullets[i], len) == 0 && (line[len] == ' ' || line[len] == '\t'))
			return len + strspn(line + len, " \t");
	}
	len = strspn(line + n, "0123456789");
	if (len == 0 && strchr("abcdefghijklmnopqrstuvwxyz", line[n]) && line[n])
		len = strspn(line + n, "ivx") ? strspn(line + n, "ivx") : 1;
	if (len == 0 || len > 3)
		return 0;
	n += len;
	if (line[n] != '.' && line[n] != ')')
		return 0;
	n++;
	/* "1.2" is a number of a paragraph too; "12.5 hours" none. */
	if (line[n] && isdigit((unsigned char)line[n])) {
		n += strspn(line + n, "0123456789");
		n += line[n] == '.' || line[n] == ')';
		if (line[n] != '\t' && strncmp(line + n, "  ", 2) != 0)
			return 0;
	}
	return line[n] == ' ' || line[n] == '\t' ? n + strspn(line + n, " \t") : 0;
}

static void add_words(struct reading *r, const char *line)
{
	if (r->words.len)
		sen_buf_add(&r->words, r->out->exact ? "\n" : " ");
	sen_buf_add(&r->words, line);
}

static void heading(struct reading *r, int section, const char *rest)
{
	const char *code = sen_ehc_sections[section].code;

	row_end(r);
	(void)rest;
	if (r->out->found[section])
		note(r, sen_format(r->arena,
				   "line %d: section %s has a heading a second time; both are read as one",
				   r->line, code));
	r->out->found[section] = true;
	r->section = section;
	r->area = NULL;
}

/* "| " continues a row of our form word for word. */
static bool continued(struct reading *r, const char *line)
{
	if (!r->out->exact || line[0] != '|' || !r->open)
		return false;
	sen_buf_add(&r->words, "\n");
	sen_buf_add(&r->words, line + (line[1] == ' ' ? 2 : 1));
	return true;
}

static void body(struct reading *r, const char *line)
{
	int64_t number = SEN_NO_INT;
	size_t label = label_at(r, line, &number), point = label ? 0 : point_at(line);
	bool parted = !r->out->exact && strchr("BEF", sen_ehc_sections[r->section].code[0]);
	const char *area = label || !parted ? NULL : ehc_read_area(r->arena, line + point);

	r->out->said = true;
	if (area || (parted && !label && ehc_read_is_caption(r->arena, line + point))) {
		row_end(r);
		r->area = area ? area : r->area;
		return;
	}
	if (r->open && !label && ehc_read_marks(r->arena, line, &r->row.item, &r->row.doubt)) {
		r->marked = true;
		return;
	}
	if (label || point || !r->open || (r->marked && r->out->exact)) {
		row_end(r);
		row_begin(r);
		r->row.item.number = label ? number : SEN_NO_INT;
	}
	add_words(r, line + label + point);
}

/* What belongs to the paper and not to the plan, and a row of a table, which is a row of
 * its own. */
static bool laid_out(struct reading *r, const char *line)
{
	bool named = strncasecmp(line, "section", 7) == 0;

	if (r->out->exact || r->section < 0)
		return false;
	if (ehc_read_is_page_number(line) || (!named && ehc_read_is_column_names(r->arena, line))) {
		r->furniture++;
		return true;
	}
	if (named || !ehc_read_is_table(line))
		return false;
	row_end(r);
	body(r, ehc_read_cells(r->arena, line));
	row_end(r);
	return true;
}

static void take_line(struct reading *r, char *line)
{
	const char *rest;
	size_t len = strlen(line);
	int section;

	while (len && strchr(" \t\r", line[len - 1]))
		line[--len] = '\0';
	line += strspn(line, " \t");
	if (!*line) {
		row_end(r);
		return;
	}
	if (line[0] == '#' && r->out->exact)
		return;
	if (continued(r, line) || laid_out(r, line))
		return;
	if ((section = ehc_read_heading(r->arena, line, &rest)) >= 0) {
		heading(r, section, rest);
	} else if (r->section < 0) {
		if (r->stray++ == 0)
			r->first_stray = beginning(r->arena, line);
	} else {
		body(r, line);
	}
}

/* ---- What is not there ---- */

static void say_missing(struct reading *r)
{
	struct sen_buf missing = {.arena = r->arena};
	size_t found = 0;

	for (int i = 0; i < SECTIONS; i++) {
		found += r->out->found[i];
		if (!r->out->found[i])
			sen_buf_addf(&missing, "%s%s", missing.len ? ", " : "", sen_ehc_sections[i].code);
	}
	if (r->stray && found)
		note(r, sen_format(r->arena, "%d line%s before the first heading %s left out: '%s'", r->stray,
				   r->stray == 1 ? "" : "s", r->stray == 1 ? "was" : "were", r->first_stray));
	if (r->furniture)
		note(r, sen_format(r->arena, "%d line%s that number%s a page or name%s columns left out",
				   r->furniture, r->furniture == 1 ? "" : "s", r->furniture == 1 ? "s" : "",
				   r->furniture == 1 ? "s" : ""));
	if (missing.len && found)
		note(r, sen_format(r->arena, "no heading of section %s was found: what is there stays",
				   missing.text));
}

static const char form_mark[] = "# The sections of an EHC plan";

void sen_ehc_read(struct sen_arena *arena, const char *text, sen_date today, struct sen_ehc_read *out)
{
	struct reading r = {.arena = arena, .out = out, .today = today, .section = -1};

	*out = (struct sen_ehc_read){0};
	if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;
	out->exact = sen_text_starts(text, form_mark);
	while (*text) {
		size_t len = strcspn(text, "\r\n");

		r.line++;
		take_line(&r, sen_strndup(arena, text, len));
		text += len + (text[len] == '\r');
		text += *text == '\n';
	}
	row_end(&r);
	say_missing(&r);
}

/* ---- The form ---- */

static void write_item(struct sen_buf *buf, struct sen_arena *arena, const struct sen_ehc_item *item)
{
	const char *marks = ehc_write_marks(arena, item), *label = sen_ehc_label(arena, item);

	sen_buf_addf(buf, "%s: ", label);
	for (const char *at = item->words; *at; at++)
		if (*at == '\n')
			sen_buf_add(buf, "\n| ");
		else
			sen_buf_addn(buf, at, 1);
	sen_buf_add(buf, "\n");
	if (marks)
		sen_buf_addf(buf, "[%s]\n", marks);
}

const char *sen_ehc_form(struct sen_arena *arena, const struct sen_ehc_plan *plan, int64_t version,
			 const char *title)
{
	struct sen_buf buf = {.arena = arena};

	sen_buf_addf(&buf, "%s: %s\n", form_mark, title);
	sen_buf_add(
		&buf,
		"# A row is its label (F2:), its words, and in brackets what else is known of it. A row\n"
		"# without a label is new. A row taken out of this form ends in this version.\n"
		"# \"|\" begins a further line of the same row. Keys in brackets: serves, type, minutes,\n"
		"# times, per (day week fortnight half-term term year), weeks, who, ratio, dated, due,\n"
		"# pounds; as in [serves: B1 E2 | minutes: 30 | times: 3 | per: week].\n");
	for (const struct sen_code_row *row = sen_ehc_sections; row->code; row++) {
		sen_buf_addf(&buf, "\nSection %s: %s\n", row->code, row->label);
		for (size_t i = 0; i < plan->count; i++)
			if (strcmp(plan->items[i].section, row->code) == 0 &&
			    sen_ehc_stands(&plan->items[i], version))
				write_item(&buf, arena, &plan->items[i]);
	}
	return buf.text;
}

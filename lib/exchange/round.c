/* A round: one form for many children, a block a child.  A block left empty stays
 * owed; a fault names its line, and all faults are told at once. */
#include "exchange/form.h"
#include <sen/review.h>
#include <sen/text.h>
#include <string.h>

#define MARK "== "

/* ---- Writing ---- */

static void help_line(struct sen_buf *form, const struct sen_review_kind *row, const struct sen_field *field)
{
	bool decision = strcmp(field->name, "decision") == 0;

	sen_buf_addf(form, "#   %s: %s\n", field->name, decision ? row->decisions : field->help);
}

char *sen_round_write(struct sen_store *store, const char *kind, const int64_t *pupils,
		      const char *const *headings, size_t count)
{
	const struct sen_review_kind *row = sen_review_kind(kind);
	struct sen_buf form = {.arena = sen_store_arena(store)};

	sen_buf_addf(&form,
		     "# sendctl review round %s: one block a child. Leave a block empty and it stays owed.\n"
		     "# Lines that begin with # are help. A long note goes between <<< and >>>.\n",
		     kind);
	for (size_t i = 0; row->fields[i]; i++)
		help_line(&form, row, sen_field_named(&sen_review_record, row->fields[i]));
	for (size_t k = 0; k < count; k++) {
		sen_buf_addf(&form, "\n" MARK "P%lld %s\n", (long long)pupils[k], headings[k]);
		for (size_t i = 0; row->fields[i]; i++)
			sen_buf_addf(&form, "%s:\n", row->fields[i]);
	}
	return form.text;
}

/* ---- Reading ---- */

struct reading {
	struct sen_store *store;
	const char *kind;
	struct sen_round_entry *entries;
	size_t count, cap, faults;
	struct sen_buf told; /* faults after the first */
	struct sen_err *err;
};

static void fault(struct reading *r, const struct sen_err *found)
{
	if (r->faults++ == 0)
		*r->err = *found;
	else if (r->faults <= 10)
		sen_buf_addf(&r->told, "%s%s", r->told.len ? "\n" : "", found->msg);
}

static void fault_at(struct reading *r, int line, const char *what)
{
	struct sen_err found = {0};

	(void)sen_fail(&found, SEN_INVALID, "line %d of the form: %s", line, what);
	fault(r, &found);
}

/* "== P12 Zoe O'Brien (3B)" */
static bool heading(struct reading *r, const char *text, size_t len, int line, int64_t *pupil)
{
	size_t word;
	char *copy = sen_strndup(sen_store_arena(r->store), text, len);

	copy += strspn(copy, "= ");
	word = strcspn(copy, " \t\r");
	copy[word] = '\0';
	if (!sen_id_parse(copy, "P", pupil)) {
		fault_at(r, line, "a child's heading reads '== P12 NAME'");
		return false;
	}
	for (size_t i = 0; i < r->count; i++)
		if (r->entries[i].review.pupil_id == *pupil) {
			fault_at(r, line,
				 sen_format(sen_store_arena(r->store), "P%lld is there twice (line %d)",
					    (long long)*pupil, r->entries[i].line));
			return false;
		}
	return true;
}

/* A block's own lines, with blank ones before it, so that lines are counted as in
 * the whole form. */
static void block(struct reading *r, int64_t pupil, int line, const char *text, size_t len)
{
	struct sen_buf body = {.arena = sen_store_arena(r->store)};
	struct sen_round_entry *entry = SEN_PUSH(sen_store_arena(r->store), r->entries, r->count, r->cap);
	bool *given = SEN_NEW(sen_store_arena(r->store), bool, sen_review_record.count);
	struct sen_err found = {0};
	int rc;

	*entry = (struct sen_round_entry){.line = line};
	sen_record_blank(&sen_review_record, &entry->review);
	for (int i = 0; i < line; i++)
		sen_buf_add(&body, "\n");
	sen_buf_addn(&body, text, len);
	rc = sen_form_read(r->store, &sen_review_record, body.text, NULL, &entry->review, given, &found);
	if (rc == SEN_FAIL)
		entry->blank = true;
	else if (rc < 0)
		fault(r, &found);
	entry->review.pupil_id = pupil;
	entry->review.kind = r->kind;
	if (rc == 0 && entry->review.held_on == SEN_NO_DATE)
		fault_at(r, line, "held_on is missing: the day it was held");
}

static bool is_heading(const char *line)
{
	return strncmp(line, "==", 2) == 0;
}

static void read_blocks(struct reading *r, const char *text)
{
	const char *line = text, *start = NULL;
	int64_t pupil = 0;
	int number = 1, begun = 0;

	for (;;) {
		const char *end = strchr(line, '\n');
		bool over = *line == '\0';

		if (start && (over || is_heading(line))) {
			block(r, pupil, begun, start, (size_t)(line - start));
			start = NULL;
		}
		if (over)
			return;
		if (is_heading(line)) {
			if (heading(r, line, end ? (size_t)(end - line) : strlen(line), number, &pupil)) {
				start = end ? end + 1 : line + strlen(line);
				begun = number;
			}
		} else if (!start && *line != '#' && line[strspn(line, " \t\r")] != '\n' && !r->faults) {
			fault_at(r, number, "it stands before the first child ('== P12 NAME')");
		}
		line = end ? end + 1 : line + strlen(line);
		number++;
	}
}

int sen_round_read(struct sen_store *store, const char *kind, const char *text, struct sen_round_entry **out,
		   size_t *count, struct sen_err *err)
{
	struct reading r = {
		.store = store, .kind = kind, .told = {.arena = sen_store_arena(store)}, .err = err};
	bool any = false;

	read_blocks(&r, text);
	for (size_t i = 0; i < r.count; i++)
		any = any || !r.entries[i].blank;
	if (r.faults) {
		if (r.faults > 1)
			sen_hint(err, "%s%s%s", err->hint, err->hint[0] ? "\n" : "", r.told.text);
		return err->code;
	}
	if (!any)
		return sen_fail(err, SEN_FAIL, "the form is empty");
	*out = r.entries;
	*count = r.count;
	return 0;
}

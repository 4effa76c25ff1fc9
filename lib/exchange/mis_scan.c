/* The first reading of a file: where the heading is, what the columns are, and
 * which children have more than one row (Arbor: one row a need).  Rows of a
 * child need not stand together; only the further ones are kept. */
#include "exchange/merge.h"
#include <sen/text.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define HEADING_WITHIN 60 /* rows with something in them */

struct seen_set {
	uint64_t *slots; /* 0: empty */
	size_t size, count;
};

struct scan {
	struct mis_import *m;
	struct seen_set set;
	int tried;
	bool heading_only;
	const char *first; /* what stood where a heading was looked for */
};

static uint64_t *slot(const struct seen_set *set, uint64_t key)
{
	size_t i = (size_t)key & (set->size - 1);
	while (set->slots[i] && set->slots[i] != key)
		i = (i + 1) & (set->size - 1);
	return &set->slots[i];
}

/* true: it was there. */
static bool set_add(struct seen_set *set, uint64_t key)
{
	if ((set->count + 1) * 4 > set->size * 3) {
		struct seen_set grown = {calloc(set->size ? set->size * 2 : 4096, sizeof(uint64_t)),
					 set->size ? set->size * 2 : 4096, set->count};
		if (!grown.slots)
			sen_out_of_memory();
		for (size_t i = 0; i < set->size; i++)
			if (set->slots[i])
				*slot(&grown, set->slots[i]) = set->slots[i];
		free(set->slots);
		*set = grown;
	}
	uint64_t *at = slot(set, key);
	if (*at)
		return true;
	*at = key;
	set->count++;
	return false;
}

uint64_t mis_rest_hash(const struct mis_columns *columns, const struct sen_csv_row *row)
{
	static const unsigned char zero[crypto_shorthash_KEYBYTES];
	unsigned char hash[crypto_shorthash_BYTES];
	uint64_t sum = 0, one;
	for (int f = 0; f < MIS_IGNORE; f++) {
		int at = columns->at[f];
		if (at < 0 || (size_t)at >= row->count || (f >= MIS_NEED1 && f <= MIS_NEED_FROM))
			continue;
		crypto_shorthash(hash, (const unsigned char *)row->cells[at], strlen(row->cells[at]), zero);
		memcpy(&one, hash, sizeof(one));
		sum = (sum << 7 | sum >> 57) ^ one;
	}
	return sum;
}

static int find_heading(struct scan *s, const struct sen_csv_row *row, struct sen_err *err)
{
	struct mis_import *m = s->m;
	bool full = false;
	for (size_t i = 0; i < row->count; i++)
		full |= *row->cells[i] != '\0';
	if (!full)
		return 0;
	if (!s->first)
		s->first = sen_strdup(m->keep, row->cells[0]);
	int rc = heading_try(m->keep, m->map, row, &m->columns, err);
	if (rc == 1)
		m->heading_line = row->line;
	else if (!rc && ++s->tried == HEADING_WITHIN)
		return 1;
	return rc < 0 ? sen_wrap(err, "line %lld of '%s'", (long long)row->line, m->path) : 0;
}

static void says_monitored(struct mis_import *m, const struct sen_csv_row *row)
{
	int at = m->columns.at[MIS_STATUS];
	if (m->says_monitored || at < 0 || (size_t)at >= row->count)
		return;
	const char *text = row->cells[at];
	if (strpbrk(text, "mM"))
		m->says_monitored = value_status(value_text(m->arena, text)) == MIS_S_M;
}

static int scan_row(void *arg, const struct sen_csv_row *row, struct sen_err *err)
{
	struct scan *s = arg;
	struct mis_import *m = s->m;
	struct mis_row needs;
	uint64_t key;
	if (!m->heading_line)
		return find_heading(s, row, err);
	if (s->heading_only)
		return 1;
	struct sen_mark mark = sen_arena_mark(m->arena);
	if (!mis_row_empty(&m->columns, row)) {
		says_monitored(m, row);
		if (mis_row_key(m->arena, &m->columns, row, &key) && set_add(&s->set, key)) {
			struct mis_extra *extra = SEN_PUSH(m->keep, m->extras, m->extra_count, m->extra_cap);
			memset(&needs, 0, sizeof(needs));
			m->reader.columns = &m->columns;
			mis_row_needs(&m->reader, row, &needs);
			extra->key = key;
			extra->line = row->line;
			extra->rest = mis_rest_hash(&m->columns, row);
			extra->needs = needs.needs;
			extra->needs.unknown = NULL;
		}
	}
	sen_arena_release(m->arena, mark);
	return 0;
}

static int by_key(const void *a, const void *b)
{
	const struct mis_extra *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static int no_heading(const struct scan *s, struct sen_err *err)
{
	sen_fail(err, SEN_INVALID, "'%s' has no row of headings with a name and a UPN or date of birth",
		 s->m->path);
	if (s->first && *s->first)
		sen_hint(err,
			 "It begins with '%s'. If its headings are named otherwise, say so in a map file: "
			 "lines like 'surname = Family name', given with --map FILE.",
			 s->first);
	else
		sen_hint(err,
			 "Is it the pupil list? Export it again with UPN, legal names and date of birth.");
	return SEN_INVALID;
}

int mis_scan(struct mis_import *m, struct decode *decode, bool heading_only, struct sen_err *err)
{
	struct scan s = {.m = m, .heading_only = heading_only};
	struct sen_csv_info info;
	int rc = rows_read(m->arena, decode, &info, scan_row, &s, err);
	free(s.set.slots);
	if (rc)
		return rc;
	if (!m->heading_line)
		return no_heading(&s, err);
	if (m->extra_count)
		qsort(m->extras, m->extra_count, sizeof(*m->extras), by_key);
	return 0;
}

size_t mis_extras_of(const struct mis_import *m, uint64_t key, const struct mis_extra **first)
{
	size_t low = 0, high = m->extra_count, n = 0;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (m->extras[mid].key < key)
			low = mid + 1;
		else
			high = mid;
	}
	*first = m->extras ? &m->extras[low] : NULL;
	while (low + n < m->extra_count && m->extras[low + n].key == key)
		n++;
	return n;
}

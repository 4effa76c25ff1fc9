/* `pupil import`: reads an MIS file twice (what it is, then its children) and
 * merges every child.  Never commits: the dispatcher does. */
#include "exchange/merge.h"
#include <sen/text.h>
#include <stdlib.h>
#include <string.h>

#define CACHE_SMALL 12288 /* KiB */
#define CACHE_LARGE 49152
#define FILE_LARGE (32 << 20) /* bytes: about 250,000 children */
#define FILE_MANY (1 << 18)   /* about 2,500: more than fit in memory by the way */

/* ---- Which map, which policy ---- */

static int choose_map(struct mis_import *m, struct sen_err *err)
{
	const char *name = m->options->map;
	struct mis_map *own = NULL;
	m->map = NULL;
	if (!name || !strcmp(name, "auto") || (m->map = mis_map_named(name)))
		return 0;
	int rc = mis_map_file(m->keep, name, &own, err);
	m->map = own;
	return rc;
}

static int choose_policy(struct mis_import *m, struct sen_err *err)
{
	const struct sen_policy_set *set;
	int rc = sen_policies(m->store, &set, err);
	if (rc)
		return rc;
	if (!m->store->school_id) {
		sen_fail(err, SEN_USAGE, "the records file holds several schools and none is named");
		sen_hint(err, "Name the one this file is of with --school.");
		return err->code;
	}
	m->policy = sen_policy_on(set, m->store->school_id, m->today);
	return m->policy ? 0 : sen_fail(err, SEN_INVALID, "the school has no policy in force");
}

/* ---- A row ---- */

/* Another school's row of a trust's file. */
static bool elsewhere(const struct mis_import *m, const struct mis_row *row)
{
	const char *a = row->text[MIS_SCHOOL], *b = m->store->school_dfe;
	if (!a || !b || !*b)
		return false;
	for (;; a++, b++) {
		while (*a == '/' || *a == ' ')
			a++;
		while (*b == '/' || *b == ' ')
			b++;
		if (!*a || !*b || *a != *b)
			return *a || *b;
	}
}

/* Needs of the child's further rows; what else they say differently is told. */
static void gather_extras(struct mis_import *m, const struct sen_csv_row *in, struct mis_row *row,
			  const struct mis_extra *extras, size_t count)
{
	uint64_t rest = count ? mis_rest_hash(&m->columns, in) : 0;
	for (size_t i = 0; i < count; i++) {
		const struct mis_extra *x = &extras[i];
		size_t before = row->needs.count;
		for (size_t k = 0; k < x->needs.count; k++)
			needs_add(&row->needs, x->needs.types[k], x->needs.ranks[k]);
		bool more = row->needs.count > before;
		if (x->rest == rest && more)
			continue;
		m->result->warnings++;
		mis_problem(m, x->line, MIS_UPN, NULL,
			    x->rest == rest
				    ? "a repeated row: nothing new in it"
				    : sen_format(m->arena,
						 "another row of the child on line %lld, and they differ: "
						 "the first holds",
						 (long long)row->line));
	}
	if (count)
		needs_sort(&row->needs);
}

static bool counted_already(struct mis_import *m, uint64_t key)
{
	for (size_t i = 0; i < m->rejected_count; i++)
		if (m->rejected_keys[i] == key)
			return true;
	*SEN_PUSH(m->keep, m->rejected_keys, m->rejected_count, m->rejected_cap) = key;
	return false;
}

/* For --full-roll: a rejected row may still show that a child is here. */
static int tie(struct mis_import *m, struct mis_row *row, struct sen_err *err)
{
	struct mis_row probe = *row;
	int64_t id = 0;
	bool same;
	int rc;
	probe.reject = NULL;
	if (probe.upn && sen_upn_fault(probe.upn_form))
		probe.upn = NULL;
	if (!probe.upn && (probe.dob == SEN_NO_DATE || !probe.text[MIS_SURNAME])) {
		m->untied++;
		return 0;
	}
	if ((rc = mis_match(m, &probe, &id, &same, err)))
		return rc;
	if (id)
		mis_bits_add(&m->seen, id);
	else
		m->untied++;
	return 0;
}

static int refuse(struct mis_import *m, const struct sen_csv_row *in, struct mis_row *row, uint64_t key,
		  struct sen_err *err)
{
	if (!counted_already(m, key))
		m->result->rejected++;
	int rc = mis_reject(m, in, row, err);
	return rc || !m->options->full_roll ? rc : tie(m, row, err);
}

static int take_child(struct mis_import *m, const struct sen_csv_row *in, struct mis_row *row, uint64_t key,
		      struct sen_err *err)
{
	int64_t id = 0;
	bool same = false;
	int rc = 0;
	mis_row_digest(&m->reader, row);
	if (!row->reject && (rc = mis_match(m, row, &id, &same, err)))
		return rc;
	if (!row->reject && id && mis_bits_has(&m->seen, id)) {
		row->reject = "child cannot be told: another row of the file is the same child";
		row->reject_field = MIS_UPN;
	}
	if (!row->reject && same && m->trust_digests && !mis_bits_has(&m->disputed, id)) {
		mis_bits_add(&m->seen, id);
		m->result->unchanged++;
		return 0;
	}
	if (!row->reject)
		rc = id ? mis_child_merge(m, id, row, err) : mis_child_add(m, row, err);
	return rc || !row->reject ? rc : refuse(m, in, row, key, err);
}

static int take_row(void *arg, const struct sen_csv_row *in, struct sen_err *err)
{
	struct mis_import *m = arg;
	const struct mis_extra *extras;
	struct mis_row row;
	uint64_t key = 0;
	int rc = 0;
	if (in->line <= m->heading_line)
		return 0;
	m->row_number++;
	struct sen_mark mark = sen_arena_mark(m->arena);
	if (!mis_row_empty(&m->columns, in)) {
		bool has_key = m->extra_count && mis_row_key(m->arena, &m->columns, in, &key);
		size_t count = has_key ? mis_extras_of(m, key, &extras) : 0;
		bool further = false;
		for (size_t i = 0; i < count; i++)
			further |= extras[i].line == in->line;
		m->result->lines++;
		if (!further) {
			mis_row_read(&m->reader, in, &row);
			if (elsewhere(m, &row)) {
				m->other_school++;
			} else {
				gather_extras(m, in, &row, count ? extras : NULL, count);
				rc = take_child(m, in, &row, key ? key : (uint64_t)in->line, err);
				if (rc)
					sen_wrap(err, "line %lld of '%s'", (long long)in->line, m->path);
			}
		}
	}
	sen_arena_release(m->arena, mark);
	return rc;
}

/* ---- The whole ---- */

static int look_here(struct mis_import *m, int64_t size, struct sen_err *err)
{
	int64_t any = 0, told = 0;
	int rc = db_int(m->store->db, "SELECT 1 FROM pupil LIMIT 1", 0, &any, err);
	if (!rc && any)
		rc = db_int(m->store->db,
			    "SELECT 1 FROM pupil WHERE mis_digest IS NOT NULL AND voided_at IS NULL LIMIT 1",
			    0, &told, err);
	m->empty = !any;
	m->first = !told;
	if (!rc && m->empty && size > FILE_MANY && size < FILE_LARGE)
		rc = mis_indexes_defer(m, err);
	return rc;
}

static int children(struct mis_import *m, struct decode *decode, struct sen_err *err)
{
	struct sen_csv_info info;
	struct sen_mis_result *r = m->result;
	int rc = mis_scan(m, decode, false, err);
	if (rc || (rc = look_here(m, (int64_t)decode->size, err)) || (rc = mis_disputed_load(m, err)))
		return rc;
	m->reader.columns = &m->columns;
	r->map = m->columns.map;
	r->mapping = m->columns.told;
	r->mapping_count = m->columns.told_count;
	rc = rows_read(m->arena, decode, &info, take_row, m, err);
	if (!rc)
		rc = mis_indexes_fill(m, err);
	r->read = r->added + r->changed + r->unchanged + r->rejected;
	if (!rc && m->options->full_roll)
		rc = mis_roll(m, err);
	mis_news_finish(m);
	if (!rc && r->rejected && !m->options->skip_invalid) {
		sen_fail(err, SEN_INVALID, "%lld of %lld children could not be taken in",
			 (long long)r->rejected, (long long)r->read);
		sen_hint(err, "Mend these rows in the MIS, or take in the others with --skip-invalid%s.",
			 m->options->rejects ? "" : " (--rejects FILE keeps these rows)");
		rc = SEN_INVALID;
	}
	return rc ? rc : mis_remember(m, decode, err);
}

static int finish_rejects(struct mis_import *m, int rc, struct sen_err *err)
{
	struct sen_err own = {0};
	if (!m->rejects)
		return rc;
	int end = sen_file_out_end(m->rejects, true, &own);
	if (!end || rc)
		return rc;
	*err = own;
	return end;
}

static int import_file(struct mis_import *m, struct decode *decode, struct sen_err *err)
{
	m->result->encoding = decode->encoding;
	int rc = mis_again(m, decode, err);
	if (rc < 0)
		return rc;
	if (rc) {
		m->result->same_file = true;
		rc = mis_scan(m, decode, true, err);
		m->result->map = m->columns.map;
		return rc;
	}
	rc = db_cache(m->store->db, decode->size > FILE_LARGE ? CACHE_LARGE : CACHE_SMALL, err);
	m->store->importing = true;
	if (!rc)
		rc = children(m, decode, err);
	m->store->importing = false;
	return finish_rejects(m, rc, err);
}

int sen_mis_import(struct sen_store *store, const char *path, const struct sen_mis_options *options,
		   void (*problem)(void *arg, const char *line), void *arg, struct sen_mis_result *result,
		   struct sen_err *err)
{
	struct mis_import *m = SEN_NEW(store->keep, struct mis_import, 1);
	struct decode *decode = NULL;
	memset(result, 0, sizeof(*result));
	m->store = store;
	m->arena = store->arena;
	m->keep = store->keep;
	m->options = options;
	m->result = result;
	m->path = path;
	m->problem = problem;
	m->arg = arg;
	m->today = store->context.today;
	result->map = options->map ? options->map : "auto";
	int rc = choose_map(m, err);
	if (!rc)
		rc = choose_policy(m, err);
	if (rc)
		return rc;
	m->reader = (struct mis_reader){.scratch = m->arena,
					.columns = &m->columns,
					.today = m->today,
					.policy_digest = m->policy->digest,
					.dfe = store->school_dfe};
	if ((rc = decode_open(m->keep, path, &decode, err)))
		return rc;
	rc = import_file(m, decode, err);
	decode_close(decode);
	free(m->seen.bits);
	free(m->disputed.bits);
	return rc;
}

/* SEN status and needs from the MIS into the register.  Only census and
 * monitoring are compared: the MIS knows nothing of the school's own levels. */
#include "exchange/merge.h"
#include <string.h>

static const char *const census_words[] = {"?", "N", "monitored", "K", "E"};
static const char *const plain_words[] = {"?", "no SEN", "monitored", "SEN support", "EHC plan"};

/* What the row says, legacy codes read; UNSAID: nothing to go by. */
static enum mis_status said(const struct mis_row *row)
{
	switch (row->status) {
	case MIS_S_WAS_K:
		return MIS_S_K;
	case MIS_S_WAS_N:
		return MIS_S_N;
	case MIS_S_STATEMENT:
		return MIS_S_UNSAID; /* no plan is invented */
	default:
		return row->status;
	}
}

static enum mis_status standing(const struct sen_register_entry *entry)
{
	if (!entry)
		return MIS_S_N;
	if (!strcmp(entry->kind, "monitored"))
		return MIS_S_M;
	return *entry->census == 'E' ? MIS_S_E : *entry->census == 'K' ? MIS_S_K : MIS_S_N;
}

static void count_new(struct mis_import *m, enum mis_status status)
{
	m->to_k += status == MIS_S_K;
	m->to_e += status == MIS_S_E;
	m->to_m += status == MIS_S_M;
}

/* The entry of the level the policy gives such children; false: it has none. */
static bool entry_of(const struct mis_import *m, int64_t pupil_id, enum mis_status status,
		     struct sen_register_entry *out)
{
	const char *code = status == MIS_S_K   ? m->policy->on_import_k
			   : status == MIS_S_E ? m->policy->on_import_e
					       : m->policy->on_import_m;
	const struct sen_level *level = code ? sen_policy_level(m->policy, code) : NULL;
	if (!level)
		return false;
	sen_record_blank(&sen_register_record, out);
	memset(&out->head, 0, sizeof(out->head));
	out->pupil_id = pupil_id;
	out->policy_id = m->policy->id;
	out->level = level->code;
	out->level_name = level->name;
	out->census = status == MIS_S_M ? "N" : status == MIS_S_K ? "K" : "E";
	out->kind = status == MIS_S_M ? "monitored" : status == MIS_S_E ? "plan" : "register";
	out->known_by = "MIS";
	return true;
}

static int no_level(struct sen_err *err)
{
	sen_fail(err, SEN_INVALID,
		 "the policy says no level for children the MIS calls SEN support or EHC plan");
	sen_hint(err, "Its 'on_import' must name one: see 'sendctl policy check FILE'.");
	return err->code;
}

static int add_need(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, size_t i,
		    sen_date from, struct sen_err *err)
{
	struct sen_need need;
	sen_record_blank(&sen_need_record, &need);
	memset(&need.head, 0, sizeof(need.head));
	need.pupil_id = pupil_id;
	need.type = row->needs.types[i];
	need.rank = (int64_t)i + 1;
	need.from_on = from;
	need.known_by = "MIS";
	return sen_record_insert(m->store, &sen_need_record, &need, err);
}

int mis_status_add(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, struct sen_err *err)
{
	struct sen_register_entry entry;
	enum mis_status status = said(row);
	sen_date unknown = m->first ? SEN_NO_DATE : m->today;
	int rc = 0;
	if (status >= MIS_S_M) {
		if (entry_of(m, pupil_id, status, &entry)) {
			entry.from_on = row->status_from != SEN_NO_DATE ? row->status_from : unknown;
			rc = sen_record_insert(m->store, &sen_register_record, &entry, err);
		} else if (status != MIS_S_M) {
			return no_level(err);
		}
		count_new(m, status);
		if (!m->first)
			mis_news_child(m, "joined, %s", plain_words[status]);
	}
	sen_date from = row->need_from != SEN_NO_DATE ? row->need_from : row->status_from;
	for (size_t i = 0; !rc && i < row->needs.count; i++)
		rc = add_need(m, pupil_id, row, i, from != SEN_NO_DATE ? from : unknown, err);
	return rc;
}

/* ---- A known child ---- */

/* The beginning the MIS gives, where it fits after what was before. */
static sen_date begins(const struct mis_import *m, const struct mis_row *row,
		       const struct sen_register_entry *all, size_t count)
{
	sen_date from = row->status_from;
	if (from == SEN_NO_DATE)
		return m->today;
	for (size_t i = 0; i < count; i++) {
		if (all[i].until_on != SEN_NO_DATE && all[i].until_on > from)
			return m->today;
		if (all[i].until_on == SEN_NO_DATE &&
		    (all[i].from_on == SEN_NO_DATE || all[i].from_on >= from))
			return m->today;
	}
	return from;
}

static bool by_person(const char *known_by)
{
	return known_by && strncmp(known_by, "MIS", 3);
}

/* Files that never say Monitoring say N of children on that list. */
static bool same_standing(const struct mis_import *m, enum mis_status theirs, enum mis_status ours)
{
	return theirs == ours || (theirs == MIS_S_N && ours == MIS_S_M && !m->says_monitored);
}

static int move(struct mis_import *m, int64_t pupil_id, enum mis_status theirs, enum mis_status ours,
		sen_date from, struct sen_err *err)
{
	struct sen_register_entry entry;
	char day[16];
	int rc;
	if (theirs == MIS_S_N) {
		rc = sen_register_close(m->store, pupil_id, m->today, "no longer SEN in the MIS", err);
		from = m->today;
	} else if (entry_of(m, pupil_id, theirs, &entry)) {
		entry.from_on = from;
		rc = sen_register_set(m->store, &entry, err);
	} else if (theirs == MIS_S_M) { /* the policy has no such list */
		rc = ours == MIS_S_N ? 0
				     : sen_register_close(m->store, pupil_id, m->today,
							  "no longer SEN in the MIS", err);
		if (ours == MIS_S_N)
			return rc;
	} else {
		return no_level(err);
	}
	m->child_changed = true;
	mis_news_child(m, "%s, was %s (from %s)", plain_words[theirs], plain_words[ours],
		       sen_date_long(from, day));
	return rc;
}

int mis_status_merge(struct mis_import *m, int64_t pupil_id, const struct mis_row *row,
		     const struct mis_base *base, struct sen_err *err)
{
	struct sen_register_entry *all;
	const struct sen_register_entry *open = NULL;
	size_t count;
	enum mis_status theirs = said(row);
	(void)base;
	if (theirs == MIS_S_UNSAID)
		return 0;
	int rc = sen_record_of_pupil(m->store, &sen_register_record, pupil_id, (void **)&all, &count, err);
	if (rc)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (all[i].until_on == SEN_NO_DATE)
			open = &all[i];
	enum mis_status ours = standing(open);
	if (same_standing(m, theirs, ours))
		return 0;
	bool closed_here = !open && base->known && base->status == theirs && count;
	/* Moved by a person: the MIS does not undo it. */
	if ((open && by_person(open->known_by)) || closed_here)
		return mis_difference(m, pupil_id, MIS_STATUS, census_words[theirs], census_words[ours], err);
	return move(m, pupil_id, theirs, ours, begins(m, row, all, count), err);
}

/* ---- Needs ---- */

static const char *joined(struct mis_import *m, const char *const *types, size_t count)
{
	struct sen_buf buf = {.arena = m->arena};
	sen_buf_add(&buf, "");
	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&buf, "%s%s", i ? "," : "", types[i]);
	return buf.text;
}

struct ours {
	const char *types[2 * MIS_NEEDS + 8];
	bool person[2 * MIS_NEEDS + 8];
	size_t count;
	bool any_person;
	sen_date latest; /* the last beginning or end among them */
};

static int read_ours(struct mis_import *m, int64_t pupil_id, struct ours *out, struct sen_err *err)
{
	struct sen_need *all;
	size_t count;
	int rc = sen_record_of_pupil(m->store, &sen_need_record, pupil_id, (void **)&all, &count, err);
	memset(out, 0, sizeof(*out));
	out->latest = SEN_NO_DATE;
	for (int64_t rank = 1; !rc && rank < 100; rank++)
		for (size_t i = 0; i < count && out->count < MIS_NEEDS; i++) {
			if (all[i].until_on != SEN_NO_DATE || all[i].rank != rank)
				continue;
			out->person[out->count] = by_person(all[i].known_by);
			out->any_person |= out->person[out->count];
			out->types[out->count++] = all[i].type;
		}
	for (size_t i = 0; !rc && i < count; i++) {
		sen_date d = all[i].until_on != SEN_NO_DATE ? all[i].until_on : all[i].from_on;
		if (d != SEN_NO_DATE && d > out->latest)
			out->latest = d;
	}
	return rc;
}

static bool in(const char *type, const char *const *types, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(types[i], type))
			return true;
	return false;
}

/* Ours with what the MIS adds; what it dropped goes, unless a person put it. */
static size_t merged(const struct ours *ours, const struct mis_needs *theirs, const char **out)
{
	size_t n = 0;
	for (size_t i = 0; i < ours->count; i++)
		if (ours->person[i] || in(ours->types[i], theirs->types, theirs->count))
			out[n++] = ours->types[i];
	for (size_t i = 0; i < theirs->count; i++)
		if (!in(theirs->types[i], out, n))
			out[n++] = theirs->types[i];
	return n;
}

int mis_needs_merge(struct mis_import *m, int64_t pupil_id, const struct mis_row *row,
		    const struct mis_base *base, struct sen_err *err)
{
	struct ours ours;
	const char *next[2 * MIS_NEEDS];
	int rc;
	bool doubtful = false;
	if (!mis_has(&m->columns, MIS_NEED1))
		return 0;
	for (size_t i = 0; i < row->doubt_count; i++)
		doubtful |= !strcmp(row->doubts[i].kind, "need");
	if (doubtful && !row->needs.count)
		return 0; /* it says something we cannot read: nothing is taken away */
	if ((rc = read_ours(m, pupil_id, &ours, err)))
		return rc;
	const char *theirs_text = joined(m, row->needs.types, row->needs.count);
	const char *ours_text = joined(m, ours.types, ours.count);
	if (!strcmp(theirs_text, ours_text))
		return 0;
	if (base->known && base->needs && !strcmp(base->needs, theirs_text) &&
	    !mis_disputed(m, MIS_NEED1, theirs_text))
		return 0; /* changed here alone */
	size_t n = ours.any_person ? merged(&ours, &row->needs, next) : row->needs.count;
	const char *const *types = ours.any_person ? next : row->needs.types;
	if (ours.any_person && strcmp(joined(m, types, n), theirs_text) &&
	    (rc = mis_difference(m, pupil_id, MIS_NEED1, theirs_text, ours_text, err)))
		return rc;
	if (!strcmp(joined(m, types, n), ours_text))
		return 0;
	sen_date from = row->need_from != SEN_NO_DATE ? row->need_from : m->today;
	if (ours.count || (ours.latest != SEN_NO_DATE && from < ours.latest))
		from = m->today;
	m->child_changed = true;
	mis_news_child(m, "needs %s, were %s", *joined(m, types, n) ? joined(m, types, n) : "none",
		       *ours_text ? ours_text : "none");
	return sen_needs_set(m->store, pupil_id, types, n, from, NULL, "MIS", err);
}

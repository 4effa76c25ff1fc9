/* Year and class, and context flags, from a row: opened, closed and merged as
 * periods. */
#include "exchange/merge.h"
#include <string.h>

static const char *const flag_names[MIS_FLAGS] = {
	"eal", "pupil_premium", "fsm", "looked_after", "post_looked_after", "service", "young_carer"};

/* A child who joins later is in the class from the day it came, as far as we know. */
static sen_date since(const struct mis_import *m, const struct mis_row *row)
{
	if (m->first)
		return SEN_NO_DATE;
	return row->admitted_on != SEN_NO_DATE ? row->admitted_on : m->today;
}

int mis_enrolment_add(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, struct sen_err *err)
{
	struct sen_enrolment e;
	if (!row->year && !row->text[MIS_CLASS] && !row->text[MIS_ENROLMENT])
		return 0;
	sen_record_blank(&sen_enrolment_record, &e);
	memset(&e.head, 0, sizeof(e.head));
	e.pupil_id = pupil_id;
	e.year = row->year;
	e.class_name = row->text[MIS_CLASS];
	e.status = row->text[MIS_ENROLMENT];
	e.from_on = since(m, row);
	e.known_by = "MIS";
	return sen_record_insert(m->store, &sen_enrolment_record, &e, err);
}

int mis_flags_add(struct mis_import *m, int64_t pupil_id, const struct mis_row *row, struct sen_err *err)
{
	int rc = 0;
	for (int i = 0; !rc && i < MIS_FLAGS; i++) {
		struct sen_flag f;
		if (row->flags[i] != 1)
			continue;
		sen_record_blank(&sen_flag_record, &f);
		memset(&f.head, 0, sizeof(f.head));
		f.pupil_id = pupil_id;
		f.flag = flag_names[i];
		f.value = row->flag_values[i];
		f.from_on = since(m, row);
		f.known_by = "MIS";
		rc = sen_record_insert(m->store, &sen_flag_record, &f, err);
	}
	return rc;
}

/* ---- Year and class ---- */

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static int open_enrolment(struct mis_import *m, int64_t pupil_id, struct sen_enrolment *out, bool *found,
			  struct sen_err *err)
{
	struct sen_enrolment *all;
	size_t count;
	int rc = sen_record_of_pupil(m->store, &sen_enrolment_record, pupil_id, (void **)&all, &count, err);
	*found = false;
	for (size_t i = 0; !rc && i < count; i++)
		if (all[i].until_on == SEN_NO_DATE) {
			*out = all[i];
			*found = true;
		}
	return rc;
}

/* What to keep of one of the two: the MIS's unless only we changed it. */
static int choose(struct mis_import *m, int64_t pupil_id, enum mis_field field, const char *theirs,
		  const char *base, const char *ours, const struct mis_base *known, const char **out,
		  struct sen_err *err)
{
	*out = ours;
	if (!mis_has(&m->columns, field) || !theirs || same_text(theirs, ours))
		return 0;
	bool disputed = mis_disputed(m, field, theirs);
	if (known->known && same_text(theirs, base) && !disputed)
		return 0; /* the MIS did not change it: somebody here did */
	if (disputed || (known->known && !same_text(ours, base) && base))
		return mis_difference(m, pupil_id, field, theirs, ours, err);
	*out = theirs;
	return 0;
}

int mis_enrolment_merge(struct mis_import *m, int64_t pupil_id, const struct mis_row *row,
			const struct mis_base *base, struct sen_err *err)
{
	struct sen_enrolment now, next;
	bool found;
	int rc = open_enrolment(m, pupil_id, &now, &found, err);
	if (rc)
		return rc;
	if (!found) {
		m->child_changed |= row->year || row->text[MIS_CLASS];
		return mis_enrolment_add(m, pupil_id, row, err);
	}
	next = now;
	memset(&next.head, 0, sizeof(next.head));
	if ((rc = choose(m, pupil_id, MIS_YEAR, row->year, base->year, now.year, base, &next.year, err)) ||
	    (rc = choose(m, pupil_id, MIS_CLASS, row->text[MIS_CLASS], base->class_name, now.class_name, base,
			 &next.class_name, err)))
		return rc;
	if (row->text[MIS_ENROLMENT])
		next.status = row->text[MIS_ENROLMENT];
	bool year = !same_text(next.year, now.year), class_name = !same_text(next.class_name, now.class_name);
	if (!year && !class_name && same_text(next.status, now.status))
		return 0;
	next.from_on = now.from_on != SEN_NO_DATE && now.from_on > m->today ? now.from_on : m->today;
	next.until_on = SEN_NO_DATE;
	next.known_by = "MIS";
	m->child_changed = true;
	m->moved_class += class_name;
	m->moved_year += year && !class_name;
	return sen_enrolment_set(m->store, &next, err);
}

/* ---- Context ---- */

static const struct sen_flag *open_flag(const struct sen_flag *all, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (all[i].until_on == SEN_NO_DATE && !strcmp(all[i].flag, name))
			return &all[i];
	return NULL;
}

static int merge_flag(struct mis_import *m, int64_t pupil_id, int i, const struct mis_row *row,
		      const struct mis_base *base, const struct sen_flag *open, struct sen_err *err)
{
	struct sen_flag f;
	int theirs = row->flags[i], ours = open != NULL;
	bool same_value = !row->flag_values[i] || (open && same_text(open->value, row->flag_values[i]));
	if (theirs < 0 || (theirs == ours && (!ours || same_value)))
		return 0;
	enum mis_field field = (enum mis_field)(MIS_FLAG_FIRST + i);
	bool disputed = mis_disputed(m, field, "no");
	if (base->known && theirs == base->flags[i] && theirs != ours && !disputed)
		return 0;
	bool by_person = open && open->known_by && strcmp(open->known_by, "MIS");
	if (by_person && !theirs)
		return mis_difference(m, pupil_id, field, "no", "yes", err);
	sen_record_blank(&sen_flag_record, &f);
	memset(&f.head, 0, sizeof(f.head));
	f.pupil_id = pupil_id;
	f.flag = flag_names[i];
	f.value = row->flag_values[i];
	f.from_on = m->today;
	f.known_by = "MIS";
	m->child_changed = true;
	return sen_flag_set(m->store, &f, theirs, err);
}

int mis_flags_merge(struct mis_import *m, int64_t pupil_id, const struct mis_row *row,
		    const struct mis_base *base, struct sen_err *err)
{
	struct sen_flag *all;
	size_t count;
	int rc = sen_record_of_pupil(m->store, &sen_flag_record, pupil_id, (void **)&all, &count, err);
	for (int i = 0; !rc && i < MIS_FLAGS; i++)
		rc = merge_flag(m, pupil_id, i, row, base, open_flag(all, count, flag_names[i]), err);
	return rc;
}

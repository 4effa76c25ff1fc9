/* `pupil export`: CSV in an MIS's own headings and words, that our import reads
 * back without a change. */
#include "exchange/mis.h"
#include <sen/text.h>
#include <string.h>

#define NEED_COLUMNS (MIS_NEED4 - MIS_NEED1 + 1)

enum style { STYLE_SIMS, STYLE_ARBOR, STYLE_BROMCOM };

struct export
{
	struct sen_store *store;
	struct sen_arena *arena;
	FILE *out;
	enum style style;
	enum mis_field fields[MIS_FIELDS];
	const char *headings[MIS_FIELDS];
	size_t count;
	int last_need; /* the last column for needs: takes the rest */
	/* the child in hand */
	struct sen_pupil pupil;
	const struct sen_enrolment *enrolment;
	const struct sen_register_entry *entry;
	const struct sen_flag *flags;
	size_t flag_count;
	const char *needs[16];
	sen_date need_from;
	size_t need_count;
};

/* The first heading of each field in the map, in its order. */
static void choose_columns(struct export *e, const struct mis_map *map)
{
	e->last_need = -1;
	for (size_t i = 0; i < map->count; i++) {
		const struct mis_alias *a = &map->aliases[i];
		bool had = a->field == MIS_RANK || a->field == MIS_IGNORE;
		for (size_t k = 0; k < e->count; k++)
			had |= e->fields[k] == a->field;
		if (had)
			continue;
		e->fields[e->count] = a->field;
		e->headings[e->count++] = a->heading;
		if (a->field >= MIS_NEED1 && a->field <= MIS_NEED4 &&
		    (int)(a->field - MIS_NEED1) > e->last_need)
			e->last_need = (int)(a->field - MIS_NEED1);
	}
}

static const char *date_text(struct export *e, sen_date date)
{
	int y, m, d;
	if (date == SEN_NO_DATE)
		return NULL;
	if (e->style == STYLE_BROMCOM)
		return sen_date_text(date, sen_alloc(e->arena, 11));
	sen_date_split(date, &y, &m, &d);
	if (e->style == STYLE_SIMS)
		return sen_format(e->arena, "%02d/%02d/%04d", d, m, y);
	const char *text = sen_date_short(date, sen_alloc(e->arena, 12));
	return text[1] == ' ' ? sen_format(e->arena, "0%s", text) : text;
}

static const char *year_text(struct export *e)
{
	const char *year = e->enrolment ? e->enrolment->year : NULL;
	if (!year || e->style == STYLE_BROMCOM)
		return year;
	if (!strcmp(year, "R"))
		return "Reception";
	return *year >= '0' && *year <= '9' ? sen_format(e->arena, "Year %s", year) : year;
}

static const char *status_text(const struct export *e)
{
	static const char *const words[][4] = {{"N - No special educational need",
						"N - No special educational need", "K - SEN support",
						"E - Education, health and care plan"},
					       {"No Special Educational Need", "Monitoring", "SEN Support",
						"Education, Health and Care Plan"},
					       {"N", "N", "K", "E"}};
	int i = 0;
	if (e->entry && !strcmp(e->entry->kind, "monitored"))
		i = 1;
	else if (e->entry && *e->entry->census != 'N')
		i = *e->entry->census == 'K' ? 2 : 3;
	return words[e->style][i];
}

static const char *need_text(struct export *e, int column)
{
	struct sen_buf buf = {.arena = e->arena};
	size_t to = column == e->last_need ? e->need_count : (size_t)column + 1;
	for (size_t i = (size_t)column; i < to && i < e->need_count; i++)
		sen_buf_addf(&buf, "%s%s", buf.len ? "; " : "",
			     e->style == STYLE_ARBOR ? sen_code_label(sen_need_codes, e->needs[i])
						     : e->needs[i]);
	return buf.text;
}

static const char *flag_text(const struct export *e, enum mis_field field)
{
	for (size_t i = 0; i < e->flag_count; i++) {
		const struct sen_flag *f = &e->flags[i];
		if (f->until_on == SEN_NO_DATE && !strcmp(f->flag, mis_fields[field].name))
			return f->value ? f->value : e->style == STYLE_BROMCOM ? "1" : "Yes";
	}
	return e->style == STYLE_BROMCOM ? "0" : e->style == STYLE_SIMS ? "No" : NULL;
}

static const char *sex_text(const struct export *e)
{
	const char *sex = e->pupil.sex;
	return sex && e->style == STYLE_ARBOR ? sen_code_label(sen_sex_codes, sex) : sex;
}

static const char *value_of(struct export *e, enum mis_field field)
{
	if (field >= MIS_FLAG_FIRST && field < MIS_FLAG_FIRST + MIS_FLAGS)
		return flag_text(e, field);
	if (field >= MIS_NEED1 && field <= MIS_NEED4)
		return need_text(e, (int)(field - MIS_NEED1));
	switch (field) {
	case MIS_DOB:
		return date_text(e, e->pupil.dob);
	case MIS_ADMITTED:
		return date_text(e, e->pupil.admitted_on);
	case MIS_LEFT:
		return date_text(e, e->pupil.left_on);
	case MIS_STATUS_FROM:
		return e->entry ? date_text(e, e->entry->from_on) : NULL;
	case MIS_NEED_FROM:
		return date_text(e, e->need_from);
	case MIS_YEAR:
		return year_text(e);
	case MIS_CLASS:
		return e->enrolment ? e->enrolment->class_name : NULL;
	case MIS_ENROLMENT:
		return e->enrolment ? e->enrolment->status : NULL;
	case MIS_STATUS:
		return status_text(e);
	case MIS_SEX:
		return sex_text(e);
	case MIS_SCHOOL:
		return e->store->school_dfe;
	default: /* the pupil's own */
		break;
	}
	if (field == MIS_PREF_FORENAME && !e->pupil.preferred_forename)
		field = MIS_FORENAME; /* an MIS has both, alike for most */
	if (field == MIS_PREF_SURNAME && !e->pupil.preferred_surname)
		field = MIS_SURNAME;
	const struct sen_field *own = sen_field_named(&sen_pupil_record, mis_fields[field].name);
	return own ? sen_field_text(e->arena, own, &e->pupil) : NULL;
}

static int load_needs(struct export *e, sen_date day, struct sen_err *err)
{
	struct sen_need *all;
	size_t count;
	int rc =
		sen_record_of_pupil(e->store, &sen_need_record, e->pupil.head.id, (void **)&all, &count, err);
	e->need_count = 0;
	e->need_from = SEN_NO_DATE;
	for (int64_t rank = 1; !rc && rank < 100 && e->need_count < SEN_COUNT(e->needs); rank++)
		for (size_t i = 0; i < count; i++)
			if (all[i].rank == rank &&
			    (all[i].until_on == SEN_NO_DATE || all[i].until_on > day) &&
			    (all[i].from_on == SEN_NO_DATE || all[i].from_on <= day)) {
				if (!e->need_count)
					e->need_from = all[i].from_on;
				e->needs[e->need_count++] = all[i].type;
				break;
			}
	return rc;
}

static int load_child(struct export *e, sen_date day, struct sen_err *err)
{
	struct sen_enrolment *enrolments;
	struct sen_register_entry *entry = SEN_NEW(e->arena, struct sen_register_entry, 1);
	size_t count;
	int64_t id = e->pupil.head.id;
	int rc = sen_record_of_pupil(e->store, &sen_enrolment_record, id, (void **)&enrolments, &count, err);
	e->enrolment = NULL;
	for (size_t i = 0; !rc && i < count; i++)
		if (enrolments[i].until_on == SEN_NO_DATE)
			e->enrolment = &enrolments[i];
	if (rc || (rc = sen_register_on(e->store, id, day, entry, err)) ||
	    (rc = sen_record_of_pupil(e->store, &sen_flag_record, id, (void **)&e->flags, &e->flag_count,
				      err)))
		return rc;
	e->entry = entry->head.id ? entry : NULL;
	return load_needs(e, day, err);
}

static void put_row(struct export *e)
{
	for (size_t i = 0; i < e->count; i++) {
		if (i)
			fputc(',', e->out);
		csv_put(e->out, value_of(e, e->fields[i]));
	}
	fputc('\n', e->out);
}

static int put_children(struct export *e, struct sen_err *err)
{
	static const char tail[] = "WHERE school_id = :school AND voided_at IS NULL ORDER BY sort_key, id";
	struct db_stmt *stmt;
	int rc = record_select(e->store, &sen_pupil_record, tail, &stmt, err);
	if (rc)
		return rc;
	db_bind_int(stmt, ":school", e->store->school_id);
	while ((rc = db_step(stmt, err)) == 1) {
		struct sen_mark mark = sen_arena_mark(e->arena);
		if (!(rc = record_read(stmt, &sen_pupil_record, &e->pupil, e->arena, err)))
			rc = load_child(e, e->store->context.today, err);
		if (!rc)
			put_row(e);
		sen_arena_release(e->arena, mark);
		if (rc)
			break;
	}
	db_reset(stmt);
	return rc;
}

int sen_mis_export(struct sen_store *store, const char *map, FILE *out, struct sen_err *err)
{
	const struct mis_map *chosen = mis_map_named(map ? map : "sims");
	struct mis_map *own = NULL;
	struct export *e = SEN_NEW(store->arena, struct export, 1);
	int rc;
	if (!chosen) {
		if ((rc = mis_map_file(store->keep, map, &own, err)))
			return rc;
		chosen = own;
	}
	e->store = store;
	e->arena = store->arena;
	e->out = out;
	e->style = !strcmp(chosen->name, "arbor")     ? STYLE_ARBOR
		   : !strcmp(chosen->name, "bromcom") ? STYLE_BROMCOM
						      : STYLE_SIMS;
	choose_columns(e, chosen);
	for (size_t i = 0; i < e->count; i++) {
		if (i)
			fputc(',', out);
		csv_put(out, e->headings[i]);
	}
	fputc('\n', out);
	return put_children(e, err);
}

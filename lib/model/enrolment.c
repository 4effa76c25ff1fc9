/* Enrolment: the periods of year and class. */
#include "model/model.h"

#define S struct sen_enrolment
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "year", year, SEN_K_CODE, 0, 0, sen_year_codes, NULL, "YEAR",
		   "National Curriculum year: N1 N2 R 1 2 3 ..."),
	FIELD_TEXT(S, "class", class_name, SEN_K_LINE, 0, 50, NULL, NULL, "CLASS", "class or form: 3B"),
	FIELD_TEXT(S, "status", status, SEN_K_CODE, 0, 0, sen_enrolment_codes, NULL, "CODE",
		   "enrolment status, as in the census"),
	FIELD_DATE(S, "from_on", from_on, 0, "from", "the first day in it; unknown if left out"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after"),
	FIELD_TEXT(S, "known_by", known_by, SEN_K_LINE, 0, 0, NULL, NULL, "TEXT", "how the date is known"),
};
#undef S

static const char overlap_sql[] = MODEL_OVERLAP("enrolment", "");

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_enrolment *now = record;
	struct model_period period = {now->head.id, now->pupil_id, now->from_on, now->until_on, NULL, 0};
	int64_t other;
	int rc = model_check_child(store, &sen_enrolment_record, record, old, err);
	/* An import has every period of the child in hand (sen_enrolment_set). */
	if (rc < 0 || store->importing)
		return rc;
	if ((rc = model_overlap(store, overlap_sql, &period, &other, err)) < 0)
		return rc;
	if (other)
		return sen_fail(err, SEN_INVALID, "the child is in a class already in that time (EN%lld)",
				(long long)other);
	return 0;
}

static const char events[] =
	"SELECT from_on AS on_date, 'enrolment' AS noun, id, CASE WHEN class IS NULL THEN 'in year ' || "
	"coalesce(year, '?') ELSE 'in class ' || class END AS what, voided_at FROM enrolment"
	" WHERE pupil_id = :pupil AND from_on IS NOT NULL";

const struct sen_record sen_enrolment_record = {
	.noun = "enrolment",
	.table = "enrolment",
	.prefix = "EN",
	.title = "Year and class",
	.flags = SEN_R_PUPIL | SEN_R_FACT | SEN_R_OWED, /* the year group: moves to the next phase */
	.size = sizeof(struct sen_enrolment),
	.fields = fields,
	.count = SEN_COUNT(fields),
	.pupil_offset = offsetof(struct sen_enrolment, pupil_id),
	.check = check,
	.events = events,
	.correct_with = "give the class from a day with 'sendctl pupil edit PUPIL --class 4A --from DATE'"};

static bool same(const struct sen_enrolment *a, const struct sen_enrolment *b)
{
	return model_same(a->year, b->year) && model_same(a->class_name, b->class_name) &&
	       model_same(a->status, b->status);
}

/* Ends the open period where the new one begins; put right in place when it
 * began the same day or both beginnings are unknown. */
static int follow(struct sen_store *store, struct sen_enrolment *open, struct sen_enrolment *record,
		  struct sen_err *err)
{
	char day[16];
	if (open->from_on == record->from_on || record->from_on == SEN_NO_DATE) {
		open->year = record->year;
		open->class_name = record->class_name;
		open->status = record->status;
		int rc = sen_record_update(store, &sen_enrolment_record, open, err);
		*record = *open;
		return rc;
	}
	if (open->from_on != SEN_NO_DATE && record->from_on < open->from_on) {
		sen_fail(err, SEN_INVALID, "the child is in %s since %s already",
			 open->class_name ? open->class_name : "a year", sen_date_long(open->from_on, day));
		sen_hint(err, "give a later day with --from");
		return err->code;
	}
	open->until_on = record->from_on;
	int rc = sen_record_update(store, &sen_enrolment_record, open, err);
	return rc < 0 ? rc : sen_record_insert(store, &sen_enrolment_record, record, err);
}

int sen_enrolment_set(struct sen_store *store, struct sen_enrolment *record, struct sen_err *err)
{
	struct sen_enrolment *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_enrolment_record, record->pupil_id, (void **)&all, &count,
				     err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; i < count; i++) {
		if (all[i].until_on != SEN_NO_DATE)
			continue;
		if (same(&all[i], record)) {
			*record = all[i];
			return 0;
		}
		return follow(store, &all[i], record, err);
	}
	for (size_t i = 0; i < count; i++) {
		if (record->from_on == SEN_NO_DATE || all[i].until_on > record->from_on)
			record->from_on = all[i].until_on;
	}
	return sen_record_insert(store, &sen_enrolment_record, record, err);
}

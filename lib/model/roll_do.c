/* The year turns: the periods written, adults of single children ended or kept,
 * and the school's last year group. */
#include "model/model.h"

#include <sen/people.h>
#include <sen/pupil.h>
#include <sen/roll.h>
#include <string.h>

/* Also of those who left in the year before: the last year group is the school's when its
 * children have gone in July and the others have not moved up yet. */
static const char top_sql[] =
	"SELECT DISTINCT e.year FROM enrolment e JOIN pupil p ON p.id = e.pupil_id"
	" WHERE e.voided_at IS NULL AND (e.from_on IS NULL OR e.from_on <= :day)"
	" AND (e.until_on IS NULL OR e.until_on > CASE WHEN p.left_on < :day THEN :since ELSE :day END)"
	" AND " MODEL_IN_SCHOOL " AND (p.admitted_on IS NULL OR p.admitted_on <= :day)"
	" AND (p.left_on IS NULL OR p.left_on >= :since) AND (p.died_on IS NULL OR p.died_on > :day)";

static int highest(struct sen_store *store, sen_date day, const char **out, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int year, top = -99, rc = db_prepare(store->db, top_sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_date(stmt, ":day", day);
	db_bind_date(stmt, ":since", sen_date_add_years(day, -1));
	db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
	while ((rc = db_step(stmt, err)) == 1)
		if (sen_year_parse(db_col_text(stmt, 0, NULL), &year) && year > top)
			top = year;
	*out = top == -99 ? NULL : sen_year_code(top);
	return rc;
}

int sen_top_year(struct sen_store *store, sen_date day, const char **out, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_prepare(store->db, "SELECT top_year FROM school WHERE id = :school", &stmt, err);

	*out = NULL;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", store->school_id);
	if ((rc = db_step(stmt, err)) == 1)
		*out = sen_strdup(store->arena, db_col_text(stmt, 0, NULL));
	return rc < 0 || *out ? (rc < 0 ? rc : 0) : highest(store, day, out, err);
}

static int open_duties(struct sen_store *store, int64_t pupil_id, sen_date on, struct sen_duty **out,
		       size_t *count, struct sen_err *err)
{
	size_t n = 0;
	int rc = sen_record_of_pupil(store, &sen_duty_record, pupil_id, (void **)out, count, err);

	for (size_t i = 0; rc == 0 && i < *count; i++)
		if ((*out)[i].until_on == SEN_NO_DATE &&
		    ((*out)[i].from_on == SEN_NO_DATE || (*out)[i].from_on < on))
			(*out)[n++] = (*out)[i];
	*count = n;
	return rc;
}

int roll_duties(struct sen_store *store, struct sen_roll *roll, struct sen_err *err)
{
	struct sen_duty *duties;
	size_t count;

	for (size_t i = 0; i < roll->count; i++) {
		int rc;

		if (roll->children[i].what != SEN_ROLL_MOVES)
			continue;
		if ((rc = open_duties(store, roll->children[i].pupil_id, roll->on, &duties, &count, err)) < 0)
			return rc;
		roll->duties += (int64_t)count;
	}
	return 0;
}

static int move(struct sen_store *store, const struct sen_roll *roll, const struct sen_roll_child *child,
		struct sen_err *err)
{
	struct sen_enrolment next;

	sen_record_blank(&sen_enrolment_record, &next);
	next.pupil_id = child->pupil_id;
	next.year = child->next_year;
	next.class_name = child->next_class;
	next.status = child->status;
	next.from_on = roll->on;
	next.known_by = sen_format(store->arena, "school roll-over %d/%02d", roll->academic_year,
				   (roll->academic_year + 1) % 100);
	return sen_enrolment_set(store, &next, err);
}

static int end_duties(struct sen_store *store, const struct sen_roll *roll, int64_t pupil_id,
		      struct sen_err *err)
{
	struct sen_duty *duties;
	size_t count;
	int rc = open_duties(store, pupil_id, roll->on, &duties, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		duties[i].until_on = roll->on;
		rc = sen_record_update(store, &sen_duty_record, &duties[i], err);
	}
	return rc;
}

int sen_roll_do(struct sen_store *store, const struct sen_roll *roll, bool keep_adults, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < roll->count; i++) {
		const struct sen_roll_child *child = &roll->children[i];

		if (child->what != SEN_ROLL_MOVES)
			continue;
		rc = move(store, roll, child, err);
		if (rc == 0 && !keep_adults && roll->duties)
			rc = end_duties(store, roll, child->pupil_id, err);
	}
	return rc;
}

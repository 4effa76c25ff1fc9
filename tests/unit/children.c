/* Children for tests of the model. */
#include "unit/children.h"

struct sen_store *children_store;

void children_setup(void)
{
	records_setup();
	children_store = records_open(SEN_WRITE);
	ok(sen_policy_use(children_store, "stages", day("2026-09-01"), NULL, 0, NULL, &records_err));
}

void children_teardown(void)
{
	sen_store_close(children_store);
	records_teardown();
}

sen_date day(const char *iso)
{
	return sen_date_iso(iso);
}

int64_t child(const char *forename, const char *surname, const char *class_name)
{
	struct sen_pupil *pupil = sen_record_new(records_arena, &sen_pupil_record);
	struct sen_enrolment *in = sen_record_new(records_arena, &sen_enrolment_record);

	pupil->forename = forename;
	pupil->surname = surname;
	pupil->dob = day("2018-05-12");
	pupil->admitted_on = day("2022-09-05");
	ok(sen_record_insert(children_store, &sen_pupil_record, pupil, &records_err));
	if (!class_name)
		return pupil->head.id;
	in->pupil_id = pupil->head.id;
	in->class_name = class_name;
	in->year = "3";
	in->from_on = day("2026-09-01");
	ok(sen_enrolment_set(children_store, in, &records_err));
	return pupil->head.id;
}

struct sen_pupil *child_get(int64_t id)
{
	struct sen_pupil *pupil = sen_record_new(records_arena, &sen_pupil_record);

	ok(sen_record_get(children_store, &sen_pupil_record, id, pupil, &records_err));
	return pupil;
}

int64_t children_number(const char *sql)
{
	int64_t out;

	ok(db_int(children_store->db, sql, -1, &out, &records_err));
	return out;
}

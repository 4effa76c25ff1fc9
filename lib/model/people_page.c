/* For what is printed: whom a letter is from and whom to ring; whom no page names. */
#include "model/model.h"

int sen_staff_in_role(struct sen_store *store, int64_t school_id, const char *role, const char *class_name,
		      sen_date day, struct sen_staff *out, struct sen_err *err)
{
	static const char tail[] =
		" WHERE school_id = :school AND role = :role AND voided_at IS NULL"
		" AND (:class IS NULL OR lower(class) = lower(:class))"
		" AND (from_on IS NULL OR from_on <= :day) AND (until_on IS NULL OR until_on > :day)"
		" ORDER BY id LIMIT 1";
	struct sen_staff *all;
	struct db_stmt *stmt;
	size_t count;
	int rc = record_select(store, &sen_staff_record, tail, &stmt, err);
	sen_record_blank(&sen_staff_record, out);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", school_id);
	db_bind_text(stmt, ":role", role);
	db_bind_text(stmt, ":class", class_name);
	db_bind_date(stmt, ":day", day);
	rc = record_all(store, &sen_staff_record, stmt, (void **)&all, &count, err);
	if (rc == 0 && count > 0)
		*out = all[0];
	return rc;
}

/* Whoever is marked as not to be written to, so that no page names them. */
int sen_contacts_barred(struct sen_store *store, int64_t pupil_id, struct sen_contact **out, size_t *count,
			struct sen_err *err)
{
	struct sen_pupil_contact *links;
	size_t n;
	int rc = sen_record_of_pupil(store, &sen_pupil_contact_record, pupil_id, (void **)&links, &n, err);
	*count = 0;
	*out = SEN_NEW(store->arena, struct sen_contact, rc < 0 ? 1 : n + 1);
	for (size_t i = 0; rc == 0 && i < n; i++)
		if (links[i].no_letters == 1 &&
		    (rc = sen_record_get(store, &sen_contact_record, links[i].contact_id, &(*out)[*count],
					 err)) == 0)
			++*count;
	return rc;
}

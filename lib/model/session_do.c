/* Logging a session: the row, and the children who were not there (R38). */
#include "model/model.h"

#include <sen/provision.h>

int sen_session_log(struct sen_store *store, struct sen_session *session,
		    const struct sen_session_absent *absent, size_t count, struct sen_err *err)
{
	int rc = sen_record_insert(store, &sen_session_record, session, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		rc = sen_session_absent(store, session->head.id, &absent[i], err);
	return rc;
}

int sen_session_absent(struct sen_store *store, int64_t session_id, const struct sen_session_absent *absent,
		       struct sen_err *err)
{
	struct sen_absence absence;
	int rc;

	sen_record_blank(&sen_absence_record, &absence);
	absence.session_id = session_id;
	absence.pupil_id = absent->pupil_id;
	rc = sen_field_set(store, sen_field_named(&sen_absence_record, "why"), &absence,
			   absent->why ? absent->why : "", err);
	return rc < 0 ? rc : sen_record_insert(store, &sen_absence_record, &absence, err);
}

static const char absences_tail[] = "WHERE session_id = :session AND voided_at IS NULL ORDER BY pupil_id, id";

int sen_session_absences(struct sen_store *store, int64_t session_id, struct sen_absence **out, size_t *count,
			 struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = record_select(store, &sen_absence_record, absences_tail, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":session", session_id);
	return record_all(store, &sen_absence_record, stmt, (void **)out, count, err);
}

/* The absences first: taking it back, the session is there before them. */
int sen_session_remove(struct sen_store *store, int64_t id, const char *reason, struct sen_err *err)
{
	struct sen_absence *absences;
	size_t count;
	int rc = sen_session_absences(store, id, &absences, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		rc = sen_record_void(store, &sen_absence_record, absences[i].head.id, reason, err);
	return rc < 0 ? rc : sen_record_void(store, &sen_session_record, id, reason, err);
}

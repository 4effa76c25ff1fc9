/* Who was not there at a session, and why (R38). */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_absence
static const struct sen_field absence_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_REQUIRED | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_REF(S, "session_id", session_id, SEN_F_REQUIRED | SEN_F_FIXED, "session", NULL, "ID",
		  "the session"),
	FIELD_TEXT(S, "why", why, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "why"),
};
#undef S

static const char member_sql[] = "SELECT id FROM provision_pupil WHERE provision_id = :provision AND "
				 "pupil_id = :pupil AND voided_at IS NULL"
				 " AND from_on <= :day AND (until_on IS NULL OR until_on > :day) LIMIT 1";
static const char same_sql[] = "SELECT id FROM absence WHERE session_id = :session AND pupil_id = :pupil"
			       " AND id <> :id AND voided_at IS NULL LIMIT 1";

static int not_in_it(const struct sen_absence *now, const struct sen_session *session, struct sen_err *err)
{
	char day[16];

	sen_fail(err, SEN_INVALID, "P%lld is not in G%lld on %s", (long long)now->pupil_id,
		 (long long)session->provision_id, sen_date_long(session->held_on, day));
	sen_hint(err,
		 "Who is: 'sendctl provision show G%lld'; to add: 'sendctl provision join G%lld P%lld --from "
		 "DATE'.",
		 (long long)session->provision_id, (long long)session->provision_id,
		 (long long)now->pupil_id);
	return err->code;
}

static int absence_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_absence *now = record;
	struct sen_session session;
	char day[11];
	int64_t member, other;
	int rc = model_check_child(store, &sen_absence_record, record, old, err);

	const struct model_value same[] = {{":session", NULL, now->session_id},
					   {":pupil", NULL, now->pupil_id},
					   {":id", NULL, now->head.id},
					   {NULL, NULL, 0}};

	if (rc < 0 || (rc = model_row(store, same_sql, same, &other, err)) < 0)
		return rc;
	if (other)
		return sen_fail(err, SEN_CONFLICT, "P%lld is down as absent from SE%lld already",
				(long long)now->pupil_id, (long long)now->session_id);
	/* Two records of one child being merged, or taken apart again: what they are in
	 * goes over too. */
	if (model_moves(&sen_absence_record, record, old) || now->head.voided_at)
		return 0;
	if ((rc = sen_record_get(store, &sen_session_record, now->session_id, &session, err)) < 0)
		return rc;
	const struct model_value in_it[] = {{":provision", NULL, session.provision_id},
					    {":pupil", NULL, now->pupil_id},
					    {":day", sen_date_text(session.held_on, day), 0},
					    {NULL, NULL, 0}};

	if ((rc = model_row(store, member_sql, in_it, &member, err)) < 0)
		return rc;
	return member ? 0 : not_in_it(now, &session, err);
}

const struct sen_record sen_absence_record = {.noun = "absence",
					      .table = "absence",
					      .prefix = "AB",
					      .title = "Absence",
					      .flags = SEN_R_PUPIL,
					      .size = sizeof(struct sen_absence),
					      .fields = absence_fields,
					      .count = SEN_COUNT(absence_fields),
					      .pupil_offset = offsetof(struct sen_absence, pupil_id),
					      .check = absence_check};

/* Money for one child above the notional sum (R65, R66). */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_topup
static const struct sen_field topup_fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "funding", funding, SEN_K_LINE, SEN_F_REQUIRED, 60, NULL, NULL, "FUNDING",
		   "which: sspp, ehc, or another of the policy"),
	FIELD_DATE(S, "asked_on", asked_on, SEN_F_PAST, NULL, "the day it was asked for"),
	FIELD_DATE(S, "decided_on", decided_on, SEN_F_PAST, NULL, "the day it was decided"),
	FIELD_INT(S, "granted", granted, SEN_K_BOOL, 0, NULL, "yes|no", "granted or not"),
	FIELD_INT(S, "pence", pence, SEN_K_PENCE, 0, "pounds", "POUNDS", "the sum a year"),
	FIELD_DATE(S, "from_on", from_on, 0, "from", "from when it is paid"),
	FIELD_DATE(S, "until_on", until_on, SEN_F_FUTURE, "until", "the first day after"),
	FIELD_DATE(S, "review_on", review_on, SEN_F_FUTURE, NULL, "to be reviewed by"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
};
#undef S

/* Granted: how much, and from when, or no report can set anything against it. */
static int topup_granted(const struct sen_topup *topup, struct sen_err *err)
{
	if (topup->granted != 1 || (topup->pence != SEN_NO_INT && topup->from_on != SEN_NO_DATE))
		return 0;
	sen_fail(err, SEN_INVALID, "it is granted: %s",
		 topup->pence == SEN_NO_INT ? "how much a year?" : "from when is it paid?");
	sen_hint(err, "Say both: --pounds 2400 --from 2026-09-01.");
	return err->code;
}

static int topup_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_topup *topup = record;
	int rc = model_check_child(store, &sen_topup_record, record, old, err);

	if (rc == 0)
		rc = model_clean(store, &sen_topup_record, record, err);

	if (rc < 0 || (rc = model_check_past(store, topup->asked_on, "--asked-on", err)) < 0 ||
	    (rc = model_check_past(store, topup->decided_on, "--decided-on", err)) < 0 ||
	    (rc = model_check_order(topup->asked_on, topup->decided_on, "--decided-on", "it was asked for",
				    err)) < 0)
		return rc;
	if (topup->from_on != SEN_NO_DATE && topup->until_on != SEN_NO_DATE &&
	    topup->until_on < topup->from_on)
		return sen_fail(err, SEN_INVALID, "--until: before --from");
	return topup_granted(topup, err);
}

static const char events[] = "SELECT asked_on AS on_date, 'topup' AS noun, id, 'extra funding (' || funding "
			     "|| ') asked for' AS what, voided_at"
			     " FROM topup WHERE pupil_id = :pupil AND asked_on IS NOT NULL UNION ALL SELECT "
			     "decided_on, 'topup', id,"
			     " 'extra funding (' || funding || ') ' || CASE granted WHEN 1 THEN 'granted' "
			     "WHEN 0 THEN 'refused' ELSE 'decided' END,"
			     " voided_at FROM topup WHERE pupil_id = :pupil AND decided_on IS NOT NULL";

/* The last one: asked for again, it is that which is meant. */
static int of_child(struct sen_store *store, int64_t pupil_id, int64_t *id, struct sen_err *err)
{
	struct sen_topup *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_topup_record, pupil_id, (void **)&all, &count, err);

	if (rc < 0)
		return rc;
	if (count == 0) {
		sen_fail(err, SEN_NOTFOUND, "P%lld has no extra funding on record", (long long)pupil_id);
		sen_hint(err, "'sendctl topup add P%lld --funding sspp --asked-on DATE' begins it.",
			 (long long)pupil_id);
		return err->code;
	}
	*id = all[count - 1].head.id;
	return 0;
}

const struct sen_record sen_topup_record = {.noun = "topup",
					    .table = "topup",
					    .prefix = "TU",
					    .title = "Top-up",
					    .flags = SEN_R_PUPIL | SEN_R_OWED,
					    .size = sizeof(struct sen_topup),
					    .fields = topup_fields,
					    .count = SEN_COUNT(topup_fields),
					    .pupil_offset = offsetof(struct sen_topup, pupil_id),
					    .check = topup_check,
					    .events = events,
					    .of_child = of_child};

/* Disclosures that came from a file (disclosure import): each passes the wall, too. */
#include "rules/disclosure.h"

static int check_one(struct sen_store *store, int64_t id, struct sen_err *err)
{
	struct sen_disclosure now, may;
	int rc = sen_record_get(store, &sen_disclosure_record, id, &now, err);
	const struct sen_leaving leaving = {.pupil_id = now.pupil_id,
					    .what = now.what,
					    .who = now.who,
					    .organisation = now.organisation,
					    .ground = now.ground,
					    .why = now.why,
					    .on = now.given_on};

	if (rc < 0 || (rc = sen_disclosure_may(store, &leaving, &may, err)) < 0)
		return rc;
	now.ehc_id = may.ehc_id;
	now.version = may.version;
	now.ground = may.ground;
	now.policy_ground = may.policy_ground;
	now.consent_id = may.consent_id;
	return sen_record_update(store, &sen_disclosure_record, &now, err);
}

int sen_disclosure_take(struct sen_store *store, void *record, struct sen_err *err)
{
	struct sen_disclosure *now = record;
	int rc = sen_record_insert(store, &sen_disclosure_record, now, err);

	return rc < 0 ? rc : check_one(store, now->head.id, err);
}

/* A child who leaves the school, or dies, leaves every provision that day; when the
 * day is put right, or the child is back, so is that. */
#include "model/model.h"

#include <sen/provision.h>
#include <string.h>

static const char left[] = "left the school", died[] = "died";

/* The first day no longer in school; SEN_NO_DATE: none. */
static sen_date gone_on(const struct sen_pupil *pupil)
{
	sen_date gone = pupil->left_on == SEN_NO_DATE ? SEN_NO_DATE : pupil->left_on + 1;

	if (pupil->died_on != SEN_NO_DATE && (gone == SEN_NO_DATE || pupil->died_on < gone))
		gone = pupil->died_on;
	return gone;
}

static bool ended_so(const struct sen_provision_pupil *member, sen_date before)
{
	return before != SEN_NO_DATE && member->until_on == before && member->end_reason &&
	       (strcmp(member->end_reason, left) == 0 || strcmp(member->end_reason, died) == 0);
}

static int put_right(struct sen_store *store, struct sen_provision_pupil *member,
		     const struct sen_pupil *pupil, sen_date before, struct sen_err *err)
{
	sen_date gone = gone_on(pupil);
	struct sen_provision provision;
	int rc = 0;

	if (ended_so(member, before)) {
		rc = sen_record_get(store, &sen_provision_record, member->provision_id, &provision, err);
		if (rc < 0)
			return rc;
		member->until_on = provision.until_on;
		member->end_reason = NULL;
	}
	if (gone != SEN_NO_DATE && (member->until_on == SEN_NO_DATE || member->until_on > gone)) {
		member->until_on = gone < member->from_on ? member->from_on : gone;
		member->end_reason = pupil->died_on == gone ? died : left;
	}
	return sen_record_update(store, &sen_provision_pupil_record, member, err);
}

int provision_pupil_left(struct sen_store *store, const struct sen_pupil *pupil, const struct sen_pupil *old,
			 struct sen_err *err)
{
	struct sen_provision_pupil *members;
	size_t count;
	int rc;

	if (gone_on(pupil) == gone_on(old))
		return 0;
	rc = sen_record_of_pupil(store, &sen_provision_pupil_record, pupil->head.id, (void **)&members,
				 &count, err);
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = put_right(store, &members[i], pupil, gone_on(old), err);
	return rc;
}

/* Taking a step of a concern: the step is kept, and the review date agreed
 * with it stands on the concern. */
#include "model/model.h"

int sen_step_take(struct sen_store *store, struct sen_concern_step *step, struct sen_err *err)
{
	struct sen_concern concern;
	int rc = sen_record_insert(store, &sen_concern_step_record, step, err);
	if (rc < 0 || step->review_on == SEN_NO_DATE)
		return rc;
	if ((rc = sen_record_get(store, &sen_concern_record, step->concern_id, &concern, err)) < 0)
		return rc;
	concern.review_on = step->review_on;
	return sen_record_update(store, &sen_concern_record, &concern, err);
}

/* pupil leave, pupil merge: what of the law's clock is open still, or open twice. */
#include "pupil_move.h"

#include <sen/ehc.h>

/* An appeal is the parents' and the authority's: it does not end with the child's place. */
int move_say_appeals(struct app *app, int64_t pupil_id, struct sen_err *err)
{
	struct sen_appeal *all;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_appeal_record, pupil_id, (void **)&all, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].closed_on == SEN_NO_DATE)
			app_say(app,
				"  the disagreement AP%lld goes on without this school; once it is known how "
				"it "
				"ended: sendctl appeal close AP%lld --result WORD",
				(long long)all[i].head.id, (long long)all[i].head.id);
	return rc;
}

/* Each record may have had a case of its own; whose events tell it is for a person to say. */
int move_say_cases(struct app *app, int64_t pupil_id, struct sen_err *err)
{
	struct sen_buf open = {.arena = app->arena};
	struct sen_ehc *all;
	size_t count, cases = 0;
	long long last = 0;
	int rc = sen_record_of_pupil(app->store, &sen_ehc_record, pupil_id, (void **)&all, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].ended_on == SEN_NO_DATE) {
			last = (long long)all[i].head.id;
			sen_buf_addf(&open, "%sEH%lld", cases++ ? ", " : "", last);
		}
	if (rc == 0 && cases > 1)
		app_say(app,
			"  %zu EHC cases are open now, and all is owed for each: %s. Look at both with "
			"'sendctl "
			"ehcp show', and take away the one that is told twice: sendctl ehcp remove EH%lld "
			"--reason TEXT",
			cases, open.text, (long long)last);
	return rc;
}

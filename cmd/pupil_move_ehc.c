/* pupil arrive and leave: what becomes of an EHC plan when a child moves (R15, R69). */
#include "disclosure.h"
#include "pupil_move.h"

#include <string.h>

/* By the register a plan, and no case here: nothing of it can be told yet. */
int move_say_came(struct app *app, int64_t pupil_id, struct sen_err *err)
{
	struct sen_register_entry *all;
	struct sen_ehc *cases;
	size_t count, case_count;
	int rc = sen_record_of_pupil(app->store, &sen_register_record, pupil_id, (void **)&all, &count, err);

	if (rc < 0 || (rc = sen_record_of_pupil(app->store, &sen_ehc_record, pupil_id, (void **)&cases,
						&case_count, err)) < 0)
		return rc;
	for (size_t i = 0; i < case_count; i++)
		if (cases[i].ended_on == SEN_NO_DATE)
			return 0;
	for (size_t i = 0; i < count; i++)
		if (all[i].until_on == SEN_NO_DATE && all[i].kind && strcmp(all[i].kind, "plan") == 0) {
			app_say(app,
				"  has an EHC plan: ask the school before, or the local authority, for a "
				"copy, "
				"then 'sendctl ehcp add P%lld --final DATE'",
				(long long)pupil_id);
			return 0;
		}
	return 0;
}

static void say_review(struct app *app, const struct sen_left *left)
{
	char day[16];

	if (left->review_due != SEN_NO_DATE)
		app_say(app, "  the annual review is due there, its decision by %s",
			sen_date_long(left->review_due, day));
}

/* The plan goes on with the authority; the next annual review is the next school's. */
int move_say_left(struct app *app, const struct sen_transfer *move, const struct sen_left *left,
		  struct sen_err *err)
{
	const struct sen_leaving next = {.pupil_id = move->pupil_id,
					 .who = move->other_school,
					 .organisation = move->other_school,
					 .ground = "named",
					 .on = app->context.today};
	struct sen_disclosure may;
	struct sen_err why = {0};
	struct sen_milestone *all;
	struct sen_ehc ehc;
	size_t count;
	const char *authority;
	bool plan;
	int rc = sen_record_get(app->store, &sen_ehc_record, left->ehc, &ehc, err);

	if (rc < 0)
		return rc;
	authority = ehc.authority ? ehc.authority : "the local authority";
	if ((rc = sen_ehc_milestones(app->store, &ehc, &all, &count, err)) < 0)
		return rc;
	plan = sen_ehc_version(all, count, app->context.today) > 0;
	app_say(app, "  the EHC case EH%lld ends here: the %s and its clock go on with %s",
		(long long)left->ehc, plan ? "plan" : "request", authority);
	app_say(app, "  tell %s%s: the last day here, and the next school%s", authority,
		ehc.officer ? sen_format(app->arena, " (its officer: 'sendctl ehcp show EH%lld')",
					 (long long)left->ehc)
			    : "",
		move->other_school ? "" : ", which is not known yet");
	rc = plan && move->other_school ? sen_disclosure_may(app->store, &next, &may, &why) : 0;
	if (rc == SEN_INVALID)
		app_say(app, "  the next school is not the one named in Section I of the plan on record: to "
			     "amend it is the authority's");
	else if (rc < 0)
		*err = why;
	if (rc == SEN_INVALID || rc == 0)
		say_review(app, left);
	return rc == SEN_INVALID ? 0 : rc;
}

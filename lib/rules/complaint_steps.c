/* A complaint from the day it was raised (R73): moved on, answered, told to the
 * authority, settled, opened again. */
#include "model/model.h"

#include <sen/dispute.h>
#include <sen/text.h>
#include <stdlib.h>
#include <string.h>

int sen_complaint_steps(struct sen_store *store, const struct sen_complaint *complaint,
			struct sen_milestone **out, size_t *count, struct sen_err *err)
{
	static const char of_child[] = " WHERE voided_at IS NULL AND pupil_id = :pupil ORDER BY id";
	static const char of_none[] = " WHERE voided_at IS NULL AND pupil_id IS NULL ORDER BY id";
	bool child = complaint->pupil_id != SEN_NO_INT;
	struct sen_milestone *all;
	struct db_stmt *stmt;
	void *records;
	size_t n = 0;
	int rc = record_select(store, &sen_milestone_record, child ? of_child : of_none, &stmt, err);

	if (rc < 0)
		return rc;
	if (child)
		db_bind_int(stmt, ":pupil", complaint->pupil_id);
	rc = record_all(store, &sen_milestone_record, stmt, &records, count, err);
	db_reset(stmt);
	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < *count; i++)
		if (all[i].complaint_id == complaint->head.id)
			all[n++] = all[i];
	if (n > 1)
		qsort(all, n, sizeof(*all), sen_milestone_order);
	*out = all;
	*count = n;
	return 0;
}

static bool of(const struct sen_milestone *step, const struct sen_complaint *complaint, const char *event)
{
	return step->complaint_id == complaint->head.id && strcmp(step->event, event) == 0;
}

sen_date sen_complaint_answered(const struct sen_milestone *steps, size_t count,
				const struct sen_complaint *complaint)
{
	const struct sen_milestone *stage = NULL, *reply = NULL;

	for (size_t i = 0; i < count; i++)
		if ((of(&steps[i], complaint, "stage") || of(&steps[i], complaint, "reopened")) &&
		    (!stage || sen_milestone_order(stage, &steps[i]) < 0))
			stage = &steps[i];
	for (size_t i = 0; i < count; i++)
		if (of(&steps[i], complaint, "replied") &&
		    (!stage || sen_milestone_order(stage, &steps[i]) < 0) &&
		    (!reply || sen_milestone_order(&steps[i], reply) < 0))
			reply = &steps[i];
	return reply ? reply->happened_on : SEN_NO_DATE;
}

sen_date sen_complaint_told(const struct sen_milestone *steps, size_t count,
			    const struct sen_complaint *complaint)
{
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < count; i++)
		if (of(&steps[i], complaint, "authority-told") &&
		    (first == SEN_NO_DATE || steps[i].happened_on < first))
			first = steps[i].happened_on;
	return first;
}

static int check_open(const struct sen_complaint *complaint, struct sen_err *err)
{
	char day[16];

	if (complaint->closed_on == SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_CONFLICT, "CM%lld was settled on %s", (long long)complaint->head.id,
		 sen_date_long(complaint->closed_on, day));
	sen_hint(err, "If it is not: 'sendctl complaint reopen CM%lld --reason TEXT'",
		 (long long)complaint->head.id);
	return err->code;
}

static int keep(struct sen_store *store, const struct sen_complaint *complaint, struct sen_dispute_step *step,
		const char *name, struct sen_err *err)
{
	struct sen_milestone row;
	int rc = model_check_order(complaint->raised_on, step->on, "--on", "it was raised", err);

	if (rc < 0)
		return rc;
	sen_record_blank(&sen_milestone_record, &row);
	row.pupil_id = complaint->pupil_id;
	row.head.school_id = complaint->head.school_id;
	row.complaint_id = complaint->head.id;
	row.event = step->event;
	row.event_name = name;
	row.happened_on = step->on;
	row.result = step->result;
	row.who = step->who;
	row.note = step->note;
	rc = sen_milestone_add(store, &row, err);
	step->id = row.head.id;
	return rc;
}

int sen_complaint_event(struct sen_store *store, const struct sen_complaint *complaint,
			struct sen_dispute_step *step, struct sen_err *err)
{
	struct sen_milestone *steps;
	size_t count;
	char day[16];
	int rc = sen_complaint_steps(store, complaint, &steps, &count, err);

	/* The authority may be told when the complaint is over already: late. */
	if (rc < 0 || (strcmp(step->event, "authority-told") != 0 && (rc = check_open(complaint, err)) < 0))
		return rc;
	for (size_t i = 0; i < count; i++)
		if (of(&steps[i], complaint, step->event) && steps[i].happened_on == step->on)
			return sen_fail(err, SEN_CONFLICT, "it is on record already: %s on %s (MS%lld)",
					steps[i].event_name, sen_date_long(step->on, day),
					(long long)steps[i].head.id);
	return keep(store, complaint, step, NULL, err);
}

/* ---- Begun, moved on, settled ---- */

int sen_complaint_add(struct sen_store *store, struct sen_complaint *complaint, struct sen_err *err)
{
	struct sen_stage stage;
	int rc = sen_complaint_stage(store, complaint->stage, complaint->raised_on, &stage, err);

	if (rc < 0)
		return rc;
	complaint->stage = stage.code;
	if (complaint->formal == SEN_NO_INT)
		complaint->formal = stage.formal;
	return sen_record_insert(store, &sen_complaint_record, complaint, err);
}

int sen_complaint_move(struct sen_store *store, struct sen_complaint *complaint, const char *to, sen_date on,
		       sen_date due, const char *note, struct sen_err *err)
{
	struct sen_dispute_step step = {"stage", on, NULL, NULL, note, 0};
	struct sen_milestone *steps;
	struct sen_stage stage;
	size_t count;
	int rc = check_open(complaint, err);

	if (rc < 0 || (rc = sen_complaint_stage(store, to, on, &stage, err)) < 0 ||
	    (rc = sen_complaint_steps(store, complaint, &steps, &count, err)) < 0 ||
	    (rc = model_check_order(on, due, "--due", "it came to this stage", err)) < 0)
		return rc;
	if (sen_text_same(stage.code, complaint->stage))
		return sen_fail(err, SEN_CONFLICT, "CM%lld is at that stage already: %s",
				(long long)complaint->head.id, stage.name);
	if (count && on < steps[count - 1].happened_on)
		return sen_fail(err, SEN_INVALID, "--on: something is on record after that day");
	/* A promise kept is over with its stage; one that was not stays. */
	if (due != SEN_NO_DATE || sen_complaint_answered(steps, count, complaint) != SEN_NO_DATE)
		complaint->answer_by = due;
	step.result = stage.code;
	complaint->stage = stage.code;
	complaint->formal = stage.formal || complaint->formal == 1;
	if ((rc = keep(store, complaint, &step,
		       sen_format(store->arena, "the complaint went to the stage '%s'", stage.name), err)) <
	    0)
		return rc;
	return sen_record_update(store, &sen_complaint_record, complaint, err);
}

int sen_complaint_close(struct sen_store *store, struct sen_complaint *complaint, const char *result,
			sen_date on, struct sen_err *err)
{
	int rc = check_open(complaint, err);

	if (rc < 0 || (rc = model_check_past(store, on, "--on", err)) < 0)
		return rc;
	complaint->closed_on = on;
	complaint->result = result;
	return sen_record_update(store, &sen_complaint_record, complaint, err);
}

int sen_complaint_reopen(struct sen_store *store, struct sen_complaint *complaint, const char *reason,
			 struct sen_err *err)
{
	struct sen_dispute_step step = {"reopened", store->context.today, NULL, NULL, NULL, 0};
	char day[16];
	int rc;

	if (complaint->closed_on == SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "CM%lld is open", (long long)complaint->head.id);
	step.note = sen_format(store->arena, "%s (settled on %s: %s)", reason,
			       sen_date_long(complaint->closed_on, day),
			       complaint->result ? complaint->result : "");
	complaint->closed_on = complaint->answer_by = SEN_NO_DATE;
	complaint->result = NULL;
	if ((rc = keep(store, complaint, &step, NULL, err)) < 0)
		return rc;
	return sen_record_update(store, &sen_complaint_record, complaint, err);
}

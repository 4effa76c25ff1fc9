/* Arrivals and leavings of children: what is set going, and what is closed. */
#include "rules/rules.h"

#include <sen/people.h>
#include <sen/plan.h>
#include <sen/provision.h>
#include <string.h>

static const char left_school[] = "the child left the school";

/* The latest one of the kind; head.id 0: none. */
static int latest(struct sen_store *store, int64_t pupil_id, const char *kind, struct sen_transfer *out,
		  struct sen_err *err)
{
	struct sen_transfer *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_transfer_record, pupil_id, (void **)&all, &count, err);

	sen_record_blank(&sen_transfer_record, out);
	for (size_t i = 0; i < count && rc == 0; i++)
		if (strcmp(all[i].kind, kind) == 0 && (out->head.id == 0 || all[i].moved_on >= out->moved_on))
			*out = all[i];
	return rc;
}

/* What was given now goes into the one kept. */
static void add_given(struct sen_transfer *kept, const struct sen_transfer *given)
{
	for (size_t i = 0; i < sen_transfer_record.count; i++) {
		const struct sen_field *field = &sen_transfer_record.fields[i];
		char *to = (char *)kept + field->offset;
		const char *from = (const char *)given + field->offset;

		if (sen_field_unset(field, given))
			continue;
		if (field->kind == SEN_K_DATE)
			*(sen_date *)(void *)to = *(const sen_date *)(const void *)from;
		else if (field->kind == SEN_K_REF)
			*(int64_t *)(void *)to = *(const int64_t *)(const void *)from;
		else
			*(const char **)(void *)to = *(const char *const *)(const void *)from;
	}
}

static int put(struct sen_store *store, struct sen_transfer *kept, struct sen_transfer *given, bool *made,
	       struct sen_err *err)
{
	int rc;

	*made = kept->head.id == 0 || (given->moved_on != SEN_NO_DATE && given->moved_on != kept->moved_on);
	if (*made)
		return sen_record_insert(store, &sen_transfer_record, given, err);
	add_given(kept, given);
	rc = sen_record_update(store, &sen_transfer_record, kept, err);
	*given = *kept;
	return rc;
}

/* ---- Arriving ---- */

static int on_roll(struct sen_store *store, const struct sen_transfer *arrival, struct sen_err *err)
{
	struct sen_pupil pupil;
	char day[16];
	int rc = sen_record_get(store, &sen_pupil_record, arrival->pupil_id, &pupil, err);

	if (rc < 0)
		return rc;
	if (pupil.died_on != SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "P%lld died on %s", (long long)arrival->pupil_id,
				sen_date_long(pupil.died_on, day));
	if (pupil.left_on != SEN_NO_DATE && pupil.left_on < arrival->moved_on) {
		pupil.left_on = SEN_NO_DATE; /* back: the leaving stays in the chronology */
		pupil.admitted_on = arrival->moved_on;
	}
	if (pupil.admitted_on == SEN_NO_DATE)
		pupil.admitted_on = arrival->moved_on;
	if (arrival->other_school)
		pupil.previous_school = arrival->other_school;
	return sen_record_update(store, &sen_pupil_record, &pupil, err);
}

static int watch(struct sen_store *store, struct sen_transfer *arrival, struct sen_err *err)
{
	const struct sen_limit half = {.kind = SEN_LIMIT_HALF_TERM};
	struct sen_owed owed = {.arena = store->arena};
	struct owing owing = {.out = &owed};
	int rc = sen_store_calendar(store, &owing.calendar, err);

	if (rc == 0 && arrival->watched_until == SEN_NO_DATE)
		arrival->watched_until = owed_due(&owing, &half, arrival->moved_on);
	return rc;
}

int sen_pupil_arrive(struct sen_store *store, struct sen_transfer *arrival, bool *made, struct sen_err *err)
{
	struct sen_transfer kept;
	struct sen_pupil pupil;
	int rc = latest(store, arrival->pupil_id, "arrival", &kept, err);

	if (rc == 0)
		rc = sen_record_get(store, &sen_pupil_record, arrival->pupil_id, &pupil, err);
	if (rc < 0)
		return rc;
	arrival->kind = "arrival";
	if (kept.head.id == 0 && arrival->moved_on == SEN_NO_DATE)
		arrival->moved_on =
			pupil.admitted_on != SEN_NO_DATE ? pupil.admitted_on : store->context.today;
	if (arrival->moved_on != SEN_NO_DATE && arrival->moved_on != kept.moved_on &&
	    (rc = watch(store, arrival, err)) < 0)
		return rc;
	rc = put(store, &kept, arrival, made, err);
	return rc < 0 ? rc : on_roll(store, arrival, err);
}

/* ---- Leaving ---- */

struct leave {
	struct sen_store *store;
	int64_t pupil_id;
	sen_date on; /* the last day on roll */
	struct sen_left *out;
};

static sen_date not_before(sen_date on, sen_date began)
{
	return began != SEN_NO_DATE && began > on ? began : on;
}

static int close_concerns(const struct leave *leave, struct sen_err *err)
{
	struct sen_concern *all;
	size_t count;
	int rc = sen_record_of_pupil(leave->store, &sen_concern_record, leave->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].closed_on != SEN_NO_DATE)
			continue;
		rc = sen_concern_close(leave->store, all[i].head.id, "left", left_school,
				       not_before(leave->on, all[i].opened_on), err);
		leave->out->concerns++;
	}
	return rc;
}

static int close_referrals(const struct leave *leave, struct sen_err *err)
{
	struct sen_referral *all;
	size_t count;
	int rc = sen_record_of_pupil(leave->store, &sen_referral_record, leave->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].closed_on != SEN_NO_DATE)
			continue;
		all[i].closed_on = not_before(leave->on, all[i].sent_on);
		all[i].close_reason = left_school;
		rc = sen_record_update(leave->store, &sen_referral_record, &all[i], err);
		leave->out->referrals++;
	}
	return rc;
}

static int close_plans(const struct leave *leave, struct sen_err *err)
{
	return sen_plans_close(leave->store, leave->pupil_id, leave->on, left_school, &leave->out->plans,
			       err);
}

static int close_actions(const struct leave *leave, struct sen_err *err)
{
	struct sen_action *all;
	size_t count;
	int rc = sen_record_of_pupil(leave->store, &sen_action_record, leave->pupil_id, (void **)&all, &count,
				     err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].done_on != SEN_NO_DATE)
			continue;
		all[i].done_on = not_before(leave->on, all[i].set_on);
		all[i].result = "not done: the child left the school";
		rc = sen_record_update(leave->store, &sen_action_record, &all[i], err);
		leave->out->actions++;
	}
	return rc;
}

/* Periods end with the last day on roll; documents go with the file. */
static int end_periods(const struct leave *leave, const struct sen_record *kind, const char *end,
		       const char *begin, struct sen_err *err)
{
	const struct sen_field *to = sen_field_named(kind, end), *from = sen_field_named(kind, begin);
	char *records;
	size_t count;
	int rc = sen_record_of_pupil(leave->store, kind, leave->pupil_id, (void **)&records, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		char *record = records + i * kind->size;

		if (!sen_field_unset(to, record))
			continue;
		*(sen_date *)(void *)(record + to->offset) =
			not_before(leave->on + 1, *(sen_date *)(void *)(record + from->offset));
		rc = sen_record_update(leave->store, kind, record, err);
		leave->out->periods++;
	}
	return rc;
}

static int close_open(const struct leave *leave, struct sen_err *err)
{
	int rc = close_concerns(leave, err);

	if (rc == 0)
		rc = close_referrals(leave, err);
	if (rc == 0)
		rc = close_actions(leave, err);
	if (rc == 0)
		rc = close_plans(leave, err);
	if (rc == 0)
		rc = moves_close_case(leave->store, leave->pupil_id, leave->on, leave->out, err);
	if (rc == 0)
		rc = end_periods(leave, &sen_placement_record, "until_on", "from_on", err);
	if (rc == 0)
		rc = end_periods(leave, &sen_timetable_record, "until_on", "from_on", err);
	if (rc == 0)
		rc = end_periods(leave, &sen_adjustment_record, "until_on", "from_on", err);
	if (rc == 0)
		rc = end_periods(leave, &sen_medical_record, "until_on", "from_on", err);
	if (rc == 0)
		rc = end_periods(leave, &sen_duty_record, "until_on", "from_on", err);
	return rc < 0 ? rc : end_periods(leave, &sen_document_record, "ended_on", "made_on", err);
}

/* The open level ends; one that ended with a day now put right ends on the new. */
static int off_register(const struct leave *leave, sen_date before, struct sen_err *err)
{
	struct sen_register_entry *all;
	size_t count;
	int rc = sen_record_of_pupil(leave->store, &sen_register_record, leave->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		bool ended = before != SEN_NO_DATE && all[i].until_on == before + 1 && all[i].end_reason &&
			     strcmp(all[i].end_reason, left_school) == 0;

		if (all[i].until_on != SEN_NO_DATE && (!ended || before == leave->on))
			continue;
		all[i].until_on = not_before(leave->on + 1, all[i].from_on);
		all[i].end_reason = left_school;
		rc = sen_record_update(leave->store, &sen_register_record, &all[i], err);
		leave->out->on_register = true;
	}
	return rc;
}

/* Provision the child is in after that day: it ends with set_left (model/provision_left.c). */
static int count_provisions(const struct leave *leave, struct sen_err *err)
{
	struct sen_provision_pupil *all;
	size_t count;
	int rc = sen_record_of_pupil(leave->store, &sen_provision_pupil_record, leave->pupil_id,
				     (void **)&all, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		leave->out->provisions += all[i].until_on == SEN_NO_DATE || all[i].until_on > leave->on + 1;
	return rc;
}

static int set_left(const struct leave *leave, const struct sen_transfer *leaving, struct sen_err *err)
{
	struct sen_pupil pupil;
	char day[16];
	int rc = sen_record_get(leave->store, &sen_pupil_record, leave->pupil_id, &pupil, err);

	if (rc < 0)
		return rc;
	if (pupil.died_on != SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "P%lld died on %s", (long long)leave->pupil_id,
				sen_date_long(pupil.died_on, day));
	if ((rc = count_provisions(leave, err)) < 0)
		return rc;
	pupil.left_on = leave->on;
	if (leaving->other_school)
		pupil.next_school = leaving->other_school;
	return sen_record_update(leave->store, &sen_pupil_record, &pupil, err);
}

/* The day: given, the one of the leaving kept, the one the MIS told; else today. */
static int leaving_day(struct sen_store *store, const struct sen_transfer *given,
		       const struct sen_transfer *kept, sen_date *on, struct sen_err *err)
{
	struct sen_pupil pupil;
	int rc = sen_record_get(store, &sen_pupil_record, given->pupil_id, &pupil, err);

	*on = given->moved_on;
	if (rc < 0 || *on != SEN_NO_DATE)
		return rc;
	*on = pupil.left_on != SEN_NO_DATE ? pupil.left_on
	      : kept->head.id		   ? kept->moved_on
					   : store->context.today;
	return 0;
}

int sen_pupil_leave(struct sen_store *store, struct sen_transfer *leaving, struct sen_left *out,
		    struct sen_err *err)
{
	struct leave leave = {.store = store, .pupil_id = leaving->pupil_id, .out = out};
	struct sen_transfer kept;
	sen_date before = SEN_NO_DATE;
	int rc = latest(store, leaving->pupil_id, "leaving", &kept, err);

	*out = (struct sen_left){.review_due = SEN_NO_DATE};
	if (rc < 0 || (rc = leaving_day(store, leaving, &kept, &leave.on, err)) < 0)
		return rc;
	leaving->kind = "leaving";
	out->later = leave.on > store->context.today;
	/* Another day for the same leaving puts it right; after a return it is new. */
	if (kept.head.id) {
		struct sen_transfer back;

		if ((rc = latest(store, leaving->pupil_id, "arrival", &back, err)) < 0)
			return rc;
		if (back.head.id && back.moved_on > kept.moved_on)
			sen_record_blank(&sen_transfer_record, &kept);
		else
			before = kept.moved_on;
	}
	leaving->moved_on = leave.on;
	if (kept.head.id)
		kept.moved_on = leave.on;
	if ((rc = put(store, &kept, leaving, &out->made, err)) < 0 ||
	    (rc = off_register(&leave, before, err)) < 0 ||
	    (rc = out->later ? 0 : close_open(&leave, err)) < 0)
		return rc;
	return set_left(&leave, leaving, err);
}

/* Concerns: the first worry, in its own words, until it is closed (R20 to R28). */
#include "model/model.h"
#include <sen/text.h>

#define S struct sen_concern
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "concern", concern, SEN_K_NOTE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT",
		   "what the worry is, in the words of who has it (@FILE or - to read it)"),
	FIELD_DATE(S, "opened_on", opened_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was raised (today)"),
	FIELD_TEXT(S, "source", source, SEN_K_CODE, 0, 0, sen_concern_sources, NULL, "SOURCE",
		   "who raises it: staff, parent, pupil, agency or school (staff)"),
	FIELD_TEXT(S, "raised_by", raised_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who raised it"),
	FIELD_TEXT(S, "role", role, SEN_K_LINE, 0, 0, NULL, NULL, "TEXT",
		   "their role: class teacher, TA, mother"),
	FIELD_TEXT(S, "involved", involved, SEN_K_LINE, P, 0, NULL, NULL, "TEXT",
		   "how they are involved with the child, and how often"),
	FIELD_TEXT(S, "area", area, SEN_K_CODE, 0, 0, sen_area_codes, NULL, "AREA",
		   "communication, cognition, semh or physical"),
	FIELD_TEXT(S, "wanted", wanted, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "what is wanted from the SENCo and the school"),
	FIELD_TEXT(S, "teacher_view", teacher_view, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "the class teacher's own view, for a parent's concern"),
	FIELD_TEXT(S, "causes", causes, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "short-term causes weighed: bullying, bereavement"),
	FIELD_TEXT(S, "shortened", shortened, SEN_K_LINE, P, 0, NULL, NULL, "REASON",
		   "why the shortened route is taken: significant impact; arrived identified"),
	FIELD_DATE(S, "review_on", review_on, SEN_F_FUTURE, "due", "the day agreed to look at it again"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_INTERNAL, NULL, "the day it was closed"),
	FIELD_TEXT(S, "result", result, SEN_K_CODE, SEN_F_INTERNAL, 0, sen_concern_results, NULL, "RESULT",
		   "how it ended"),
	FIELD_TEXT(S, "close_reason", close_reason, SEN_K_NOTE, SEN_F_INTERNAL | P, 0, NULL, NULL, "TEXT",
		   "why it was closed"),
	FIELD_DATE(S, "reopened_on", reopened_on, SEN_F_INTERNAL, NULL, "the day it was opened again"),
	FIELD_TEXT(S, "handed_to", handed_to, SEN_K_LINE, SEN_F_INTERNAL | P, 0, NULL, NULL, "NAME",
		   "the DSL it was handed to"),
	FIELD_DATE(S, "handed_on", handed_on, SEN_F_INTERNAL, NULL, "the day it was handed to the DSL"),
};
#undef P
#undef S

/* Nothing is owed, and nothing begins, for a child who is gone. */
static int check_gone(struct sen_store *store, const struct sen_concern *concern, struct sen_err *err)
{
	const struct store_child *child;
	char day[16], hint[160];
	int rc = model_child(store, concern->pupil_id, &child, err);
	if (rc < 0)
		return rc;
	if (child->died_on != SEN_NO_DATE && child->died_on <= concern->opened_on)
		return sen_fail(err, SEN_INVALID, "P%lld died on %s", (long long)concern->pupil_id,
				sen_date_long(child->died_on, day));
	if (child->left_on == SEN_NO_DATE || child->left_on >= concern->opened_on)
		return 0;
	snprintf(hint, sizeof(hint),
		 "if the child is back on roll, first take the leaving date off: 'sendctl pupil edit P%lld "
		 "--left-on \"\"'.",
		 (long long)concern->pupil_id);
	return sen_rule(store, err, hint, "P%lld left on %s; a new concern is for a child on roll",
			(long long)concern->pupil_id, sen_date_long(child->left_on, day));
}

/* A closed concern stays as it was closed, but may be opened again. */
static int check_closed(const struct sen_concern *now, const struct sen_concern *old, struct sen_err *err)
{
	char day[16];
	if (old && old->pupil_id != now->pupil_id) /* two records of one child are merged */
		return 0;
	if (!old || old->closed_on == SEN_NO_DATE ||
	    (now->closed_on == SEN_NO_DATE && old->handed_on == SEN_NO_DATE))
		return 0;
	if (old->handed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "C%lld was handed to the DSL on %s: nothing is added to it",
				(long long)now->head.id, sen_date_long(old->handed_on, day));
	sen_fail(err, SEN_INVALID, "C%lld was closed on %s", (long long)now->head.id,
		 sen_date_long(old->closed_on, day));
	sen_hint(err, "open it again first: 'sendctl concern reopen C%lld --reason TEXT'",
		 (long long)now->head.id);
	return err->code;
}

static int check(struct sen_store *store, const void *record, const void *before, struct sen_err *err)
{
	struct sen_concern *now = (struct sen_concern *)(uintptr_t)record;
	const struct sen_concern *old = before;
	char day[16];
	int rc = model_check_child(store, &sen_concern_record, record, before, err);
	if (!now->source)
		now->source = "staff";
	if (rc < 0 || (rc = check_closed(now, old, err)) < 0)
		return rc;
	if (!now->concern)
		return sen_fail(err, SEN_INVALID, "a concern needs its words");
	if (!sen_code_find(sen_concern_sources, now->source))
		return sen_fail(err, SEN_INVALID, "source: staff, parent, pupil, agency or school");
	if (now->opened_on > store->context.today)
		return sen_fail(err, SEN_INVALID, "--on: %s has not come yet",
				sen_date_long(now->opened_on, day));
	if (now->review_on != SEN_NO_DATE && now->review_on < now->opened_on)
		return sen_fail(err, SEN_INVALID, "--due: %s is before the concern was raised",
				sen_date_long(now->review_on, day));
	if (now->closed_on != SEN_NO_DATE && now->closed_on < now->opened_on)
		return sen_fail(err, SEN_INVALID, "--on: %s is before the concern was raised",
				sen_date_long(now->closed_on, day));
	return old ? 0 : check_gone(store, now, err);
}

static const char events[] =
	"SELECT opened_on AS on_date, 'concern' AS noun, id, 'concern raised'"
	" || CASE WHEN raised_by IS NULL THEN '' ELSE ' by ' || raised_by END || ': ' || concern AS what, "
	"voided_at"
	" FROM concern WHERE pupil_id = :pupil"
	" UNION ALL SELECT closed_on, 'concern', id, 'concern closed: ' || coalesce(result, '')"
	" || CASE WHEN close_reason IS NULL THEN '' ELSE ' (' || close_reason || ')' END, voided_at"
	" FROM concern WHERE pupil_id = :pupil AND closed_on IS NOT NULL AND coalesce(result, '') <> 'dsl'"
	" UNION ALL SELECT reopened_on, 'concern', id, 'concern opened again', voided_at"
	" FROM concern WHERE pupil_id = :pupil AND reopened_on IS NOT NULL"
	" UNION ALL SELECT handed_on, 'concern', id, 'concern handed to the DSL: ' || handed_to, voided_at"
	" FROM concern WHERE pupil_id = :pupil AND handed_on IS NOT NULL";

const struct sen_record sen_concern_record = {.noun = "concern",
					      .table = "concern",
					      .prefix = "C",
					      .title = "Concern",
					      .flags = SEN_R_PUPIL | SEN_R_OWED,
					      .size = sizeof(struct sen_concern),
					      .fields = fields,
					      .count = SEN_COUNT(fields),
					      .pupil_offset = offsetof(struct sen_concern, pupil_id),
					      .check = check,
					      .events = events};

int sen_concern_close(struct sen_store *store, int64_t id, const char *result, const char *reason,
		      sen_date on, struct sen_err *err)
{
	struct sen_concern concern;
	char day[16];
	int rc = sen_record_get(store, &sen_concern_record, id, &concern, err);
	if (rc < 0)
		return rc;
	if (concern.closed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "C%lld was closed on %s already", (long long)id,
				sen_date_long(concern.closed_on, day));
	concern.result = sen_code_find(sen_concern_results, result);
	if (!concern.result || model_same(concern.result, "dsl")) {
		sen_fail(err, SEN_INVALID, "no result '%s'", result);
		sen_hint(err, "one of resolved, monitor, register, refer, ehc");
		return err->code;
	}
	if (!reason)
		return sen_fail(err, SEN_INVALID, "say why it is closed with --reason");
	if (on > store->context.today)
		return sen_fail(err, SEN_INVALID, "%s has not come yet", sen_date_long(on, day));
	concern.closed_on = on;
	concern.close_reason = reason;
	return sen_record_update(store, &sen_concern_record, &concern, err);
}

/* The row forgets how it was closed; a note of the child keeps it. */
static int reopen_note(struct sen_store *store, const struct sen_concern *closed, const char *reason,
		       sen_date on, struct sen_err *err)
{
	struct sen_note *note = sen_record_new(store->arena, &sen_note_record);
	char day[16];
	note->pupil_id = closed->pupil_id;
	note->noted_on = on;
	note->noted_by = store->context.who;
	note->record = sen_format(store->arena, "C%lld", (long long)closed->head.id);
	note->note = sen_format(store->arena, "C%lld opened again: %s. It had been closed on %s as %s: %s",
				(long long)closed->head.id, reason, sen_date_long(closed->closed_on, day),
				closed->result ? closed->result : "(no result)",
				closed->close_reason ? closed->close_reason : "(no reason)");
	return sen_record_insert(store, &sen_note_record, note, err);
}

int sen_concern_reopen(struct sen_store *store, int64_t id, const char *reason, sen_date on,
		       struct sen_err *err)
{
	struct sen_concern concern, closed;
	char day[16];
	int rc = sen_record_get(store, &sen_concern_record, id, &concern, err);
	if (rc < 0)
		return rc;
	if (concern.closed_on == SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "C%lld is open", (long long)id);
	if (concern.handed_on != SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "C%lld was handed to the DSL: nothing of it is kept here",
			 (long long)id);
		sen_hint(err, "A new worry is a new concern: 'sendctl concern add P%lld --concern TEXT'.",
			 (long long)concern.pupil_id);
		return err->code;
	}
	if (!reason)
		return sen_fail(err, SEN_INVALID, "say why it is opened again with --reason");
	if (on < concern.closed_on || on > store->context.today)
		return sen_fail(err, SEN_INVALID, "%s is %s", sen_date_long(on, day),
				on < concern.closed_on ? "before the day it was closed" : "still to come");
	closed = concern;
	concern.closed_on = SEN_NO_DATE;
	concern.result = concern.close_reason = NULL;
	concern.reopened_on = on;
	rc = sen_record_update(store, &sen_concern_record, &concern, err);
	return rc < 0 ? rc : reopen_note(store, &closed, reason, on, err);
}

/* Reviews: planned for a day, held, and what was decided (R40 onwards; the
 * checks of a monitored child are of kind `monitoring`, R6). */
#include "model/model.h"

#include <sen/ehc.h>
#include <string.h>

const struct sen_code_row sen_review_kinds[] = {{"termly", "Termly review"},
						{"monitoring", "Monitoring check"},
						{"parents", "Meeting with parents"},
						{"progress", "Pupil progress meeting"},
						{"register", "Review of the register"},
						{"transition", "Transition review"},
						{"annual", "Annual review"},
						{"interim", "Interim review"},
						{NULL, NULL}};

/* Their part in a review (R53, R55). */
const struct sen_code_row sen_part_codes[] = {
	{"came", "Came"}, {"views", "Sent views"}, {"none", "Neither"}, {NULL, NULL}};

#define S struct sen_review
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 0, sen_review_kinds, NULL,
		   "KIND", "termly, monitoring, parents, progress, register, transition, annual or interim"),
	FIELD_DATE(S, "planned_on", planned_on, SEN_F_FUTURE, NULL, "the day it is planned for"),
	FIELD_DATE(S, "held_on", held_on, SEN_F_PAST, "on", "the day it was held"),
	FIELD_TEXT(S, "led_by", led_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who led it"),
	FIELD_TEXT(S, "came", came, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who came"),
	FIELD_TEXT(S, "apologies", apologies, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who sent apologies"),
	FIELD_TEXT(S, "views", views, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "views of staff and others"),
	FIELD_TEXT(S, "parent_voice", parent_voice, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "what the parents said, in their words"),
	FIELD_TEXT(S, "pupil_voice", pupil_voice, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "what the child said, in the child's words"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what else was said"),
	FIELD_TEXT(S, "decision", decision, SEN_K_LINE, P, 0, NULL, NULL, "WORD", "what was decided"),
	FIELD_DATE(S, "next_on", next_on, SEN_F_FUTURE, "due", "the day of the next one"),
	FIELD_TEXT(S, "parent_part", parent_part, SEN_K_CODE, 0, 0, sen_part_codes, NULL, "PART",
		   "the parents' part in it: came, views or none"),
	FIELD_TEXT(S, "pupil_part", pupil_part, SEN_K_CODE, 0, 0, sen_part_codes, NULL, "PART",
		   "the child's part in it: came, views or none"),
	FIELD_REF(S, "plan_id", plan_id, 0, "plan", "plan", "PLAN", "the plan it looked at"),
	FIELD_TEXT(S, "differences", differences, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT",
		   "annual: who saw it differently, and how"),
};
#undef P
#undef S

/* One of a kind a day: the same meeting typed twice (R50). */
static const char same_day[] =
	"SELECT id FROM review WHERE pupil_id = :pupil AND kind = :kind AND held_on = :day AND id <> :id"
	" AND voided_at IS NULL LIMIT 1";

static int check_once(struct sen_store *store, const struct sen_review *now, const struct sen_review *old,
		      struct sen_err *err)
{
	struct db_stmt *stmt;
	int64_t other = 0;
	char day[16];
	int rc;
	if (now->held_on == SEN_NO_DATE || (old && old->held_on == now->held_on) ||
	    model_moves(&sen_review_record, now, old))
		return 0;
	if ((rc = db_cached(store->db, same_day, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":pupil", now->pupil_id);
	db_bind_text(stmt, ":kind", now->kind);
	db_bind_date(stmt, ":day", now->held_on);
	db_bind_int(stmt, ":id", now->head.id);
	if ((rc = db_step(stmt, err)) == 1)
		other = db_col_int(stmt, 0);
	db_reset(stmt);
	if (rc <= 0)
		return rc;
	sen_fail(err, SEN_CONFLICT, "R%lld is of the same kind and was held on %s too", (long long)other,
		 sen_date_long(now->held_on, day));
	sen_hint(err, "Put that one right: 'sendctl review edit R%lld'.", (long long)other);
	return err->code;
}

/* The first of what the authority was told, or decided, of an annual review; *id 0: none. */
static const char after_it[] =
	"SELECT id, event_name, happened_on FROM milestone WHERE pupil_id = :pupil AND review_id = :id AND"
	" voided_at IS NULL AND event IN ('review-decision', 'review-report') AND (:day IS NULL OR "
	"happened_on"
	" < :day) AND (:all = 1 OR event = 'review-decision') ORDER BY happened_on, id LIMIT 1";

static int rests_on(struct sen_store *store, const struct sen_review *review, sen_date before, bool all,
		    struct sen_milestone *out, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc;

	out->head.id = 0;
	if (strcmp(review->kind, "annual") != 0)
		return 0;
	if ((rc = db_cached(store->db, after_it, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":pupil", review->pupil_id);
	db_bind_int(stmt, ":id", review->head.id);
	db_bind_date(stmt, ":day", before);
	db_bind_int(stmt, ":all", all);
	if ((rc = db_step(stmt, err)) == 1) {
		out->head.id = db_col_int(stmt, 0);
		out->event_name = sen_strdup(store->arena, db_col_text(stmt, 1, NULL));
		out->happened_on = sen_date_iso(db_col_text(stmt, 2, NULL));
	}
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

/* Its day is not moved behind what came of it. */
static int check_after(struct sen_store *store, const struct sen_review *now, const struct sen_review *old,
		       struct sen_err *err)
{
	struct sen_milestone after;
	char day[16];
	int rc;

	if (!old || old->held_on == now->held_on)
		return 0;
	if ((rc = rests_on(store, now, now->held_on, true, &after, err)) < 0 || !after.head.id)
		return rc;
	sen_fail(err, SEN_INVALID, "--on: the meeting comes before %s (MS%lld: %s)",
		 sen_date_long(after.happened_on, day), (long long)after.head.id, after.event_name);
	sen_hint(err, "Is that day a slip? 'sendctl ehcp remove MS%lld --reason TEXT' takes it away.",
		 (long long)after.head.id);
	return err->code;
}

/* A decision rests on its review: the decision is taken back first. */
static int changed(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_milestone decided;
	char day[16];
	int rc;

	if (record)
		return 0;
	if ((rc = rests_on(store, old, SEN_NO_DATE, false, &decided, err)) < 0 || !decided.head.id)
		return rc;
	sen_fail(err, SEN_CONFLICT, "the decision of %s (MS%lld) rests on R%lld",
		 sen_date_long(decided.happened_on, day), (long long)decided.head.id,
		 (long long)((const struct sen_review *)old)->head.id);
	sen_hint(err, "First: 'sendctl ehcp remove MS%lld --reason TEXT'.", (long long)decided.head.id);
	return err->code;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_review *now = record;
	sen_date day = now->held_on != SEN_NO_DATE ? now->held_on : now->planned_on;
	int rc = model_check_child(store, &sen_review_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->held_on, "--on", err)) < 0 ||
	    (rc = model_check_order(day, now->next_on, "--due", "the review", err)) < 0)
		return rc;
	if (day == SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "a review has a day it is planned for or was held on");
		sen_hint(err, "give --planned-on DATE or --on DATE");
		return err->code;
	}
	if (now->decision && now->held_on == SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID,
				"a decision belongs to a review that was held: give --on DATE");
	if ((rc = check_once(store, now, old, err)) < 0 || (rc = check_after(store, now, old, err)) < 0)
		return rc;
	return old ? 0 : model_check_here(store, now->pupil_id, day, "a review", err);
}

static const char events[] =
	"SELECT held_on AS on_date, 'review' AS noun, id, CASE kind WHEN 'monitoring' THEN 'monitoring check'"
	" WHEN 'parents' THEN 'meeting with parents' WHEN 'progress' THEN 'pupil progress meeting'"
	" ELSE kind || ' review' END || CASE WHEN led_by IS NULL THEN '' ELSE ', led by ' || led_by END"
	" || CASE WHEN decision IS NULL THEN '' ELSE ': ' || decision END"
	" || CASE WHEN note IS NULL THEN '' ELSE '. ' || note END AS what, voided_at"
	" FROM review WHERE pupil_id = :pupil AND held_on IS NOT NULL";

const struct sen_record sen_review_record = {.noun = "review",
					     .table = "review",
					     .prefix = "R",
					     .title = "Review",
					     .flags = SEN_R_PUPIL | SEN_R_OWED,
					     .size = sizeof(struct sen_review),
					     .fields = fields,
					     .count = SEN_COUNT(fields),
					     .pupil_offset = offsetof(struct sen_review, pupil_id),
					     .check = check,
					     .changed = changed,
					     .events = events};

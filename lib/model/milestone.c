/* What happened and when, of an EHC case, an appeal or a complaint: the events of the
 * law's clock, and steps of the school's own. */
#include "model/ehc_sql.h"
#include "model/model.h"

#include <sen/ehc.h>
#include <stdlib.h>
#include <string.h>

const struct sen_code_row sen_milestone_own[] = {
	{"request-sent", "the request was sent"},
	{"draft-copy", "the school's copy of the draft plan came"},
	{"excuse", "lateness is excused"},
	{"outcome-progress", "progress towards an outcome was looked at"},
	{"told-section-f", "staff were told what Section F asks of them"},
	{"withdrawn", "the request was withdrawn"},
	{"hearing", "the hearing of the tribunal"},
	{"evidence-sent", "the school's evidence was sent to the tribunal"},
	{"resolution", "disagreement resolution"},
	{"stage", "the complaint went to another stage"},
	{"authority-told", "the local authority was contacted"},
	{"replied", "the complaint was answered"},
	{"met", "met about the complaint"},
	{"reopened", "the complaint was opened again"},
	{NULL, NULL}};

static const char *const bringing[] = {"draft-served", "draft-copy", "final-plan", "amendments-sent",
				       "amended-final"};

bool sen_milestone_brings(const char *event)
{
	for (size_t i = 0; i < SEN_COUNT(bringing); i++)
		if (strcmp(bringing[i], event) == 0)
			return true;
	return false;
}

#define S struct sen_milestone
#define I SEN_F_INTERNAL
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, I | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_REF(S, "ehc_id", ehc_id, I | SEN_F_FIXED, "ehcp", NULL, "ID", "the EHC case"),
	FIELD_REF(S, "review_id", review_id, I, "review", NULL, "ID", "the annual review"),
	FIELD_REF(S, "appeal_id", appeal_id, I | SEN_F_FIXED, "appeal", NULL, "ID", "the appeal"),
	FIELD_REF(S, "complaint_id", complaint_id, I | SEN_F_FIXED, "complaint", NULL, "ID", "the complaint"),
	FIELD_TEXT(S, "event", event, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 60, NULL, NULL, "EVENT",
		   "what happened, by its code"),
	FIELD_TEXT(S, "event_name", event_name, SEN_K_LINE, I, 300, NULL, NULL, "TEXT", "the same in words"),
	FIELD_DATE(S, "happened_on", happened_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it happened (today)"),
	FIELD_TEXT(S, "result", result, SEN_K_LINE, 0, 60, NULL, NULL, "WORD", "what was decided"),
	FIELD_INT(S, "version", version, SEN_K_INT, I, NULL, "N", "the version of the plan it brought"),
	FIELD_TEXT(S, "rule", rule, SEN_K_LINE, I, 60, NULL, NULL, "RULE", "the rule that is excused"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "note"),
};
#undef P
#undef I
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_milestone *now = record;
	int rc = now->pupil_id == SEN_NO_INT
			 ? 0
			 : model_check_child(store, &sen_milestone_record, record, old, err);

	if (rc == 0)
		rc = model_clean(store, &sen_milestone_record, record, err);

	/* A hearing is fixed for a day to come; nothing else is known before it happens. */
	if (rc == 0 && strcmp(now->event, "hearing") != 0)
		rc = model_check_past(store, now->happened_on, now->event_name ? now->event_name : "--on",
				      err);
	return rc;
}

/* A decision in words; its code says nothing to a reader. */
#define DECIDED                                                                                              \
	"CASE event || ' ' || COALESCE(result, '')"                                                          \
	" WHEN 'assess-decision assess' THEN 'the local authority decided to assess'"                        \
	" WHEN 'assess-decision refuse' THEN 'the local authority decided not to assess'"                    \
	" WHEN 'no-plan-notice ' THEN 'the local authority decided not to issue a plan'"                     \
	" WHEN 'review-decision maintain' THEN 'the local authority decided to keep the plan as it'"         \
	" || ' is' WHEN 'review-decision amend' THEN 'the local authority decided to amend the plan'"        \
	" WHEN 'review-decision cease' THEN 'the local authority decided to cease the plan'"                 \
	" ELSE CASE event WHEN 'outcome-progress' THEN 'progress towards outcome ' || rule ELSE event_name " \
	"END END"
/* A word that no sentence above holds already; what a tribunal orders and what
 * a new authority will do are said, not coded. */
#define RESULT                                                                                          \
	"CASE WHEN result IS NULL OR event IN ('assess-decision', 'review-decision', 'excuse') THEN ''" \
	" WHEN event IN (" EHC_ORDER_EVENTS ") THEN " EHC_ORDER_WORDS                                   \
	" ELSE ': ' || replace(result, '-', ' ') END"
#define VERSION                                                                                            \
	"CASE WHEN version IS NULL THEN '' ELSE ' (EH' || CAST(ehc_id AS TEXT) || '.' || CAST(version AS " \
	"TEXT) || ')' END"
/* What another row tells: the case its request, the decision its notice, and what
 * restarts the twelve months its day; and the complaint its own (complaint.c). */
static const char events[] =
	"SELECT happened_on AS on_date, 'milestone' AS noun, id, " DECIDED " || " VERSION " || " RESULT
	" || CASE WHEN who IS NULL THEN '' ELSE ': ' || who END"
	" || CASE WHEN note IS NULL THEN '' WHEN note LIKE 'names %' THEN ', which ' || note"
	" WHEN who IS NOT NULL OR (result IS NOT NULL AND event NOT IN ('assess-decision',"
	" 'review-decision', 'excuse')) THEN '; ' || note ELSE ': ' || note END"
	" AS what, voided_at FROM milestone m WHERE pupil_id = :pupil AND complaint_id IS NULL"
	" AND event NOT IN ('request-sent', 'appealable-notice')"
	" AND NOT (event = 'plan-made' AND (review_id IS NOT NULL OR EXISTS (SELECT 1 FROM milestone o"
	" WHERE o.pupil_id = :pupil AND o.happened_on = m.happened_on AND o.voided_at IS NULL"
	" AND o.event IN ('final-plan', 'amended-final', 'review-decision'))))";

const struct sen_record sen_milestone_record = {.noun = "milestone",
						.table = "milestone",
						.prefix = "MS",
						.title = "What happened",
						.flags = SEN_R_PUPIL | SEN_R_OWED | SEN_R_HOUSE,
						.size = sizeof(struct sen_milestone),
						.fields = fields,
						.count = SEN_COUNT(fields),
						.pupil_offset = offsetof(struct sen_milestone, pupil_id),
						.check = check,
						.events = events};

/* ---- Of a case ---- */

int sen_milestone_order(const void *a, const void *b)
{
	const struct sen_milestone *x = a, *y = b;

	if (x->happened_on != y->happened_on)
		return x->happened_on < y->happened_on ? -1 : 1;
	return x->head.id < y->head.id ? -1 : x->head.id > y->head.id;
}

int sen_ehc_milestones(struct sen_store *store, const struct sen_ehc *ehc, struct sen_milestone **out,
		       size_t *count, struct sen_err *err)
{
	struct sen_milestone *all;
	void *records;
	size_t n = 0;
	int rc = sen_record_of_pupil(store, &sen_milestone_record, ehc->pupil_id, &records, count, err);

	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < *count; i++)
		if (all[i].ehc_id == ehc->head.id)
			all[n++] = all[i];
	if (n > 1)
		qsort(all, n, sizeof(*all), sen_milestone_order);
	*out = all;
	*count = n;
	return 0;
}

const struct sen_milestone *sen_milestone_last(const struct sen_milestone *all, size_t count,
					       const char *event)
{
	for (size_t i = count; i > 0; i--)
		if (strcmp(all[i - 1].event, event) == 0)
			return &all[i - 1];
	return NULL;
}

int64_t sen_ehc_version(const struct sen_milestone *all, size_t count, sen_date day)
{
	int64_t version = 0;

	for (size_t i = 0; i < count; i++)
		if (all[i].happened_on <= day &&
		    (strcmp(all[i].event, "final-plan") == 0 || strcmp(all[i].event, "amended-final") == 0))
			version = all[i].version;
	return version;
}

int64_t sen_ehc_newest(const struct sen_milestone *all, size_t count)
{
	int64_t newest = 0;

	for (size_t i = 0; i < count; i++)
		if (all[i].version != SEN_NO_INT && all[i].version > newest)
			newest = all[i].version;
	return newest;
}

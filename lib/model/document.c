/* Documents with a review date: risk assessment, RACSP, PEEP, healthcare plan,
 * intimate care, behaviour plan (R11). A new one replaces the one before. */
#include "model/model.h"
#include <sen/text.h>

#define S struct sen_document
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 50, NULL, NULL, "KIND",
		   "what it is: a code of the policy's documents, or risk-assessment, PEEP, healthcare-plan "
		   "..."),
	FIELD_TEXT(S, "title", title, SEN_K_LINE, P, 0, NULL, NULL, "TEXT", "what it is called (its kind)"),
	FIELD_DATE(S, "made_on", made_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was made (today)"),
	FIELD_TEXT(S, "made_by", made_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who made it"),
	FIELD_DATE(S, "review_on", review_on, SEN_F_FUTURE, "due",
		   "the day it is to be reviewed by (as the policy says, else in 12 months)"),
	FIELD_DATE(S, "ended_on", ended_on, 0, NULL, "the first day it is in force no more"),
	FIELD_REF(S, "replaces", replaces, SEN_F_FIXED, "document", NULL, "DOCUMENT",
		  "the one it replaces: D3"),
	FIELD_REF(S, "attachment_id", attachment_id, 0, "attachment", "attachment", "ATTACHMENT",
		  "the file itself: AT4"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what to know about it"),
};
#undef P
#undef S

static int check_links(struct sen_store *store, const struct sen_document *now, struct sen_err *err)
{
	struct sen_document before;
	struct sen_attachment attachment;
	int rc = 0;
	if (now->replaces != SEN_NO_INT) {
		rc = sen_record_get(store, &sen_document_record, now->replaces, &before, err);
		if (rc == 0 && (before.pupil_id != now->pupil_id || !model_same(before.kind, now->kind)))
			rc = sen_fail(err, SEN_INVALID, "D%lld is no %s of this child",
				      (long long)now->replaces, now->kind);
		if (rc == 0)
			rc = model_check_order(before.made_on, now->made_on, "--on",
					       "the one it replaces was made", err);
	}
	if (rc == 0 && now->attachment_id != SEN_NO_INT) {
		rc = sen_record_get(store, &sen_attachment_record, now->attachment_id, &attachment, err);
		if (rc == 0 && attachment.pupil_id != now->pupil_id)
			rc = sen_fail(err, SEN_INVALID, "AT%lld is of another child",
				      (long long)now->attachment_id);
	}
	return rc;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_document *now = (struct sen_document *)(uintptr_t)record;
	int rc = model_check_child(store, &sen_document_record, record, old, err);
	if (!now->title)
		now->title = now->kind;
	if (rc < 0 || (rc = model_check_past(store, now->made_on, "--on", err)) < 0 ||
	    (rc = model_check_order(now->made_on, now->review_on, "--due", "it was made", err)) < 0 ||
	    (rc = model_check_order(now->made_on, now->ended_on, "--ended-on", "it was made", err)) < 0 ||
	    (!model_moves(&sen_document_record, now, old) && (rc = check_links(store, now, err)) < 0))
		return rc;
	return old ? 0 : model_check_here(store, now->pupil_id, now->made_on, "a document", err);
}

static const char events[] =
	"SELECT made_on AS on_date, 'document' AS noun, id, 'document made: ' || title"
	" || coalesce(', by ' || made_by, '')"
	" || CASE WHEN replaces IS NULL THEN '' ELSE ' (replaces D' || replaces || ')' END AS what, voided_at"
	" FROM document WHERE pupil_id = :pupil"
	" UNION ALL SELECT ended_on, 'document', id, 'document ended: ' || title, voided_at"
	" FROM document WHERE pupil_id = :pupil AND ended_on IS NOT NULL";

const struct sen_record sen_document_record = {.noun = "document",
					       .table = "document",
					       .prefix = "D",
					       .title = "Document",
					       .flags = SEN_R_PUPIL | SEN_R_OWED,
					       .size = sizeof(struct sen_document),
					       .fields = fields,
					       .count = SEN_COUNT(fields),
					       .pupil_offset = offsetof(struct sen_document, pupil_id),
					       .check = check,
					       .events = events};

/* A disagreement with a decision of the local authority: mediation, the tribunal
 * (R67).  Its steps are milestones. */
#include "model/ehc_sql.h"

#include <sen/dispute.h>
#include <string.h>

const struct sen_code_row sen_appeal_against[] = {{"refuse-assess", "Refusal to assess"},
						  {"refuse-reassess", "Refusal to re-assess"},
						  {"no-plan", "Refusal to issue a plan"},
						  {"contents", "What the plan says"},
						  {"no-amend", "Plan not amended"},
						  {"cease", "Plan no longer maintained"},
						  {NULL, NULL}};
const struct sen_code_row sen_appeal_orders[] = {EHC_ORDERS(EHC_ROW){NULL, NULL}};

#define S struct sen_appeal
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_REF(S, "ehc_id", ehc_id, SEN_F_INTERNAL, "ehcp", NULL, "ID", "the EHC case"),
	FIELD_TEXT(S, "against", against, SEN_K_CODE, 0, 0, sen_appeal_against, NULL, "WORD",
		   "what the authority decided (the last decision on record that can be appealed)"),
	FIELD_TEXT(S, "sections", sections, SEN_K_LINE, 0, 60, NULL, NULL, "SECTIONS",
		   "of the plan's contents: \"B, F, I\""),
	FIELD_DATE(S, "notice_on", notice_on, SEN_F_PAST, "notice",
		   "the day the written notice was sent (the last on record)"),
	FIELD_TEXT(S, "reference", reference, SEN_K_LINE, P, 60, NULL, NULL, "TEXT", "the tribunal's number"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who disagrees"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "note"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_INTERNAL, NULL, "the day it was over"),
	FIELD_TEXT(S, "result", result, SEN_K_LINE, SEN_F_INTERNAL | P, 200, NULL, NULL, "TEXT",
		   "what came of it"),
};
#undef P
#undef S

/* "B, F, I": sections of a plan; lib/rules/appeal.c writes them so. */
static int check_sections(struct sen_store *store, const struct sen_appeal *now, struct sen_err *err)
{
	const char *at = now->sections;

	if (at && strcmp(now->against, "contents") != 0) {
		sen_fail(err, SEN_INVALID, "--sections are of an appeal against what the plan says");
		sen_hint(err, "That is --against contents.");
		return err->code;
	}
	while (at && *at) {
		size_t len = strcspn(at, ", ");
		const char *word = sen_strndup(store->arena, at, len);

		if (len && !sen_code_find(sen_ehc_sections, word)) {
			sen_fail(err, SEN_INVALID, "--sections: a plan has no section '%s'", word);
			sen_hint(err, "Its sections are A to K, with H1 and H2: --sections \"B, F, I\"");
			return err->code;
		}
		at += len + strspn(at + len, ", ");
	}
	return 0;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_appeal *now = record;
	int rc = model_check_child(store, &sen_appeal_record, record, old, err);

	if (rc == 0)
		rc = model_clean(store, &sen_appeal_record, record, err);

	if (rc == 0 && !now->against)
		rc = sen_fail(err, SEN_INVALID, "a disagreement is with a decision: give --against WORD");
	if (rc == 0 && now->notice_on == SEN_NO_DATE)
		rc = sen_fail(err, SEN_INVALID,
			      "a disagreement has the day of the notice: give --notice DATE");
	if (rc < 0 || (rc = model_check_past(store, now->notice_on, "--notice", err)) < 0 ||
	    (rc = check_sections(store, now, err)) < 0)
		return rc;
	return model_check_order(now->notice_on, now->closed_on, "--on", "the notice was sent", err);
}

/* The one that is open, else the last; of several open ones none. */
static int of_child(struct sen_store *store, int64_t pupil_id, int64_t *id, struct sen_err *err)
{
	const struct sen_appeal *all;
	struct sen_buf open = {.arena = store->arena};
	void *records;
	size_t count, n = 0;
	int rc = sen_record_of_pupil(store, &sen_appeal_record, pupil_id, &records, &count, err);

	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < count; i++)
		if (all[i].closed_on == SEN_NO_DATE) {
			*id = all[i].head.id;
			sen_buf_addf(&open, "%sAP%lld", n++ ? ", " : "", (long long)*id);
		}
	if (n == 1)
		return 0;
	if (n == 0 && count) {
		*id = all[count - 1].head.id;
		return 0;
	}
	if (n == 0) {
		sen_fail(err, SEN_NOTFOUND, "P%lld has no disagreement on record", (long long)pupil_id);
		sen_hint(err, "A new one: 'sendctl appeal add P%lld --against WORD'", (long long)pupil_id);
		return err->code;
	}
	sen_fail(err, SEN_NOTFOUND, "P%lld has %zu open: %s", (long long)pupil_id, n, open.text);
	sen_hint(err, "Say which one by its id.");
	return err->code;
}

static int changed(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_appeal *gone = old;

	return record ? 0
		      : model_steps_void(store, gone->pupil_id, gone->head.id, SEN_NO_INT,
					 sen_format(store->arena, "with AP%lld", (long long)gone->head.id),
					 err);
}

#define AGAINST                                                                                      \
	"CASE against WHEN 'refuse-assess' THEN 'refusal to assess' WHEN 'refuse-reassess' THEN"     \
	" 'refusal to re-assess' WHEN 'no-plan' THEN 'refusal to issue a plan' WHEN 'contents' THEN" \
	" 'what the plan says' WHEN 'no-amend' THEN 'plan not amended' ELSE 'plan no longer maintained' END"
static const char events[] =
	"SELECT notice_on AS on_date, 'appeal' AS noun, id, 'notice of the decision disagreed with: ' "
	"|| " AGAINST " || CASE WHEN sections IS NULL THEN '' ELSE ' (' || sections || ')' END AS what, "
	"voided_at"
	" FROM appeal WHERE pupil_id = :pupil"
	" UNION ALL SELECT closed_on, 'appeal', id, 'disagreement closed: ' || CASE result WHEN 'conceded'"
	" THEN 'the authority changed its decision' WHEN 'settled' THEN 'settled without an order' WHEN"
	" 'partly-upheld' THEN 'upheld in part' WHEN 'not-made' THEN 'no appeal was made' ELSE"
	" COALESCE(result, '') END, voided_at"
	" FROM appeal WHERE pupil_id = :pupil AND closed_on IS NOT NULL";

const struct sen_record sen_appeal_record = {.noun = "appeal",
					     .table = "appeal",
					     .prefix = "AP",
					     .title = "Appeal",
					     .flags = SEN_R_PUPIL | SEN_R_OWED,
					     .size = sizeof(struct sen_appeal),
					     .fields = fields,
					     .count = SEN_COUNT(fields),
					     .pupil_offset = offsetof(struct sen_appeal, pupil_id),
					     .check = check,
					     .changed = changed,
					     .events = events,
					     .of_child = of_child};

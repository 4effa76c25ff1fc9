/* EHC cases: from the request, or the plan a child came with, until it ends (R60
 * to R69).  What happened in one is in milestone.c. */
#include "model/model.h"

#include <sen/ehc.h>
#include <string.h>

const struct sen_code_row sen_ehc_sources[] = {{"school", "The school"},
					       {"parent", "The parents"},
					       {"young-person", "The young person"},
					       {"agency", "An agency brought it to notice"},
					       {NULL, NULL}};
static const struct sen_code_row ends[] = {
	{"refused", "Assessment refused"},     {"no-plan", "No plan issued"},
	{"withdrawn", "Request withdrawn"},    {"ceased", "No longer maintained"},
	{"left", "The child left the school"}, {NULL, NULL}};

#define S struct sen_ehc
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_DATE(S, "opened_on", opened_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day the request was sent, or the plan the child came with was known (today)"),
	FIELD_TEXT(S, "source", source, SEN_K_CODE, 0, 0, sen_ehc_sources, NULL, "SOURCE",
		   "who asked: school, parent, young-person or agency"),
	FIELD_TEXT(S, "authority", authority, SEN_K_LINE, 0, 100, NULL, NULL, "NAME",
		   "the local authority (the school's own)"),
	FIELD_TEXT(S, "officer", officer, SEN_K_LINE, P, 100, NULL, NULL, "NAME", "its case officer"),
	FIELD_TEXT(S, "officer_contact", officer_contact, SEN_K_LINE, P, 200, NULL, NULL, "TEXT",
		   "telephone or e-mail of the officer"),
	FIELD_TEXT(S, "reference", reference, SEN_K_LINE, P, 60, NULL, NULL, "TEXT",
		   "the authority's number for the case"),
	FIELD_TEXT(S, "reason", reason, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "why it is asked for"),
	FIELD_REF(S, "consent_id", consent_id, SEN_F_INTERNAL, "consent", NULL, "CONSENT",
		  "the parents' agreement"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "note"),
	FIELD_DATE(S, "ended_on", ended_on, SEN_F_INTERNAL, NULL, "the day it ended"),
	FIELD_TEXT(S, "ended_as", ended_as, SEN_K_CODE, SEN_F_INTERNAL, 0, ends, NULL, "CODE",
		   "how it ended"),
	FIELD_TEXT(S, "cease_reason", cease_reason, SEN_K_LINE, SEN_F_INTERNAL, 60, NULL, NULL, "CODE",
		   "the reason it ceased"),
};
#undef P
#undef S

/* One open case a child: a second request before the first is answered is a mistake. */
static int check_open(struct sen_store *store, const struct sen_ehc *now, struct sen_err *err)
{
	static const char sql[] =
		"SELECT id FROM ehc WHERE pupil_id = :pupil AND id <> :id AND ended_on IS NULL"
		" AND voided_at IS NULL LIMIT 1";
	const struct model_value values[] = {
		{":pupil", NULL, now->pupil_id}, {":id", NULL, now->head.id}, {NULL, NULL, 0}};
	int64_t other = 0;
	int rc = now->ended_on == SEN_NO_DATE ? model_row(store, sql, values, &other, err) : 0;

	if (rc < 0 || !other)
		return rc;
	sen_fail(err, SEN_CONFLICT, "EH%lld of the same child is open", (long long)other);
	sen_hint(err, "See it: 'sendctl ehcp show EH%lld'.", (long long)other);
	return err->code;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_ehc *now = record;
	int rc = model_check_child(store, &sen_ehc_record, record, old, err);

	if (rc == 0)
		rc = model_clean(store, &sen_ehc_record, record, err);

	if (rc < 0 || (rc = model_check_past(store, now->opened_on, "--on", err)) < 0 ||
	    (rc = model_check_order(now->opened_on, now->ended_on, "--on", "the case was opened", err)) < 0)
		return rc;
	if (!model_moves(&sen_ehc_record, now, old) && (rc = check_open(store, now, err)) < 0)
		return rc;
	return old ? 0 : model_check_here(store, now->pupil_id, now->opened_on, "an EHC case", err);
}

static int after(sen_date sent, const struct sen_milestone *there, struct sen_err *err)
{
	char day[16], other[16];

	sen_fail(err, SEN_INVALID, "--on: %s is after %s (%s)", sen_date_long(sent, day), there->event_name,
		 sen_date_long(there->happened_on, other));
	sen_hint(err, "Is that day a slip? 'sendctl ehcp remove MS%lld --reason TEXT' takes it away.",
		 (long long)there->head.id);
	return err->code;
}

/* The day the request was sent is the case's first day, and an event of the clock. */
static int changed(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_ehc *now = record, *was = old;
	struct sen_milestone *all;
	size_t count;
	int rc = 0;

	if (!now || !was || now->opened_on == was->opened_on || !now->source)
		return 0;
	rc = sen_record_of_pupil(store, &sen_milestone_record, now->pupil_id, (void **)&all, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (all[i].ehc_id != now->head.id)
			continue;
		if (strcmp(all[i].event, "request-sent") == 0) {
			all[i].happened_on = now->opened_on;
			rc = sen_record_update(store, &sen_milestone_record, &all[i], err);
		} else if (all[i].happened_on < now->opened_on) {
			rc = after(now->opened_on, &all[i], err);
		}
	}
	return rc;
}

/* A refusal and a withdrawal are told by what happened in the case. */
static const char events[] =
	"SELECT opened_on AS on_date, 'ehcp' AS noun, id, CASE source"
	" WHEN 'school' THEN 'EHC needs assessment requested by the school'"
	" WHEN 'parent' THEN 'EHC needs assessment requested by the parents'"
	" WHEN 'young-person' THEN 'EHC needs assessment requested by the young person'"
	" WHEN 'agency' THEN 'brought to the notice of the local authority by an agency'"
	" ELSE 'known to have an EHC plan' END"
	" || CASE WHEN reason IS NULL THEN '' ELSE ': ' || reason END AS what, voided_at"
	" FROM ehc WHERE pupil_id = :pupil"
	" UNION ALL SELECT ended_on, 'ehcp', id, CASE ended_as WHEN 'ceased' THEN 'the EHC plan ceased'"
	" ELSE 'the EHC case was closed here: the child left' END, voided_at"
	" FROM ehc WHERE pupil_id = :pupil AND ended_on IS NOT NULL"
	" AND ended_as NOT IN ('refused', 'no-plan', 'withdrawn')";

/* Of a child that is named: the open one, else the last. */
static int of_child(struct sen_store *store, int64_t pupil_id, int64_t *id, struct sen_err *err)
{
	static const char sql[] = "SELECT id FROM ehc WHERE pupil_id = :pupil AND voided_at IS NULL"
				  " ORDER BY ended_on IS NOT NULL, id DESC LIMIT 1";
	const struct model_value values[] = {{":pupil", NULL, pupil_id}, {NULL, NULL, 0}};
	int rc = model_row(store, sql, values, id, err);

	if (rc < 0 || *id)
		return rc;
	sen_fail(err, SEN_NOTFOUND, "the child has no EHC case");
	sen_hint(err,
		 "A request: 'sendctl ehcp request P%lld --source school --sent DATE'. A plan the child came"
		 " with: 'sendctl ehcp add P%lld --final DATE'.",
		 (long long)pupil_id, (long long)pupil_id);
	return err->code;
}

const struct sen_record sen_ehc_record = {.noun = "ehcp",
					  .table = "ehc",
					  .prefix = "EH",
					  .title = "EHC case",
					  .flags = SEN_R_PUPIL | SEN_R_OWED,
					  .size = sizeof(struct sen_ehc),
					  .fields = fields,
					  .count = SEN_COUNT(fields),
					  .pupil_offset = offsetof(struct sen_ehc, pupil_id),
					  .check = check,
					  .changed = changed,
					  .events = events,
					  .of_child = of_child};

int sen_ehc_of(struct sen_store *store, int64_t pupil_id, struct sen_ehc *out, struct sen_err *err)
{
	int64_t id;
	int rc = of_child(store, pupil_id, &id, err);

	return rc < 0 ? rc : sen_record_get(store, &sen_ehc_record, id, out, err);
}

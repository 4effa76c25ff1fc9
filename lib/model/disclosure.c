/* A plan shown or given outside the school: to whom, why, with consent or on which
 * ground of regulation 17 (R68). */
#include "model/model.h"

#include <sen/ehc.h>
#include <string.h>

#define S struct sen_disclosure
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_REF(S, "ehc_id", ehc_id, SEN_F_INTERNAL, "ehcp", NULL, "ID", "the EHC case"),
	FIELD_INT(S, "version", version, SEN_K_INT, SEN_F_INTERNAL, NULL, "N", "the version of the plan"),
	FIELD_TEXT(S, "what", what, SEN_K_LINE, P, 0, NULL, NULL, "TEXT",
		   "what was shown or given (the plan)"),
	FIELD_DATE(S, "given_on", given_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it was shown or given (today)"),
	FIELD_TEXT(S, "given_by", given_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who showed or gave it"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, SEN_F_REQUIRED | P, 0, NULL, NULL, "NAME", "to whom"),
	FIELD_TEXT(S, "organisation", organisation, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "of what body"),
	FIELD_TEXT(S, "how", how, SEN_K_LINE, P, 0, NULL, NULL, "TEXT",
		   "shown, copy, by e-mail, sealed file"),
	FIELD_TEXT(S, "ground", ground, SEN_K_LINE, 0, 60, NULL, NULL, "CODE",
		   "consent, or the ground of the law ('sendctl disclosure grounds')"),
	FIELD_TEXT(S, "policy_ground", policy_ground, SEN_K_LINE, SEN_F_INTERNAL, 60, NULL, NULL, "CODE",
		   "the ground as the school's policy lists it"),
	FIELD_REF(S, "consent_id", consent_id, SEN_F_INTERNAL, "consent", NULL, "CONSENT", "the consent"),
	FIELD_TEXT(S, "why", why, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what for"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "note"),
};
#undef P
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_disclosure *now = record;
	int rc = model_check_child(store, &sen_disclosure_record, record, old, err);

	if (rc < 0 || (rc = model_check_past(store, now->given_on, "--on", err)) < 0)
		return rc;
	if (now->what && now->ground && now->why)
		return 0;
	sen_fail(err, SEN_INVALID, "%s: it is missing",
		 !now->what	? "--what"
		 : !now->ground ? "--ground"
				: "--why");
	sen_hint(err, "The log says what was shown, to whom, on what ground and what for.");
	return err->code;
}

static const char events[] =
	"SELECT given_on AS on_date, 'disclosure' AS noun, id, what || ' shown or given to ' || who"
	" || CASE WHEN organisation IS NULL THEN '' ELSE ' (' || organisation || ')' END"
	" || CASE WHEN ground = 'consent' THEN ', with consent: '"
	" WHEN ground IN ('parent', 'young-person', 'child', 'authority', 'named') THEN ', by right: '"
	" ELSE ', without consent, on a ground of regulation 17: ' END || why AS what, voided_at FROM "
	"disclosure WHERE pupil_id = "
	":pupil";

const struct sen_record sen_disclosure_record = {
	.noun = "disclosure",
	.table = "disclosure",
	.prefix = "DI",
	.title = "Disclosure",
	.flags = SEN_R_PUPIL | SEN_R_FACT,
	.size = sizeof(struct sen_disclosure),
	.fields = fields,
	.count = SEN_COUNT(fields),
	.pupil_offset = offsetof(struct sen_disclosure, pupil_id),
	.check = check,
	.events = events,
	.correct_with = "remove it with a reason and add it anew: 'sendctl disclosure add'"};

/* A child comes with an EHC plan: the case, the day it was final, the day it was last
 * reviewed. */
#include "model/model.h"
#include "rules/ehc_case.h"

#include <string.h>

#define S struct sen_ehc_came
#define P SEN_F_PERSONAL
#define TEXT(col, m, kind, flags, limit, option, value, help)                                  \
	{                                                                                      \
		col, kind, SEN_FIELD_TEXT(S, m), flags, limit, NULL, NULL, option, value, help \
	}
#define DATE(col, m, flags, option, help)                                                         \
	{                                                                                         \
		col, SEN_K_DATE, SEN_FIELD_DATE(S, m), flags, 0, NULL, NULL, option, "DATE", help \
	}
static const struct sen_field fields[] = {
	{"pupil_id", SEN_K_REF, SEN_FIELD_INT(S, ehc.pupil_id),
	 SEN_F_REQUIRED | SEN_F_FIXED | SEN_F_POSITIONAL, 0, NULL, "pupil", "pupil", "PUPIL",
	 "the child: P12, a UPN, an admission number or a name (zoe@3B)"},
	DATE("final_on", final_on, SEN_F_REQUIRED | SEN_F_PAST, "final", "the day the plan was first final"),
	DATE("last_review_on", last_review_on, SEN_F_PAST, "last-review",
	     "the day its last annual review ended, with the authority's decision"),
	DATE("opened_on", ehc.opened_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
	     "the day the school knew of the plan (today)"),
	TEXT("setting", setting, SEN_K_LINE, 0, 200, NULL, "NAME",
	     "the school or setting named in Section I"),
	TEXT("setting_type", setting_type, SEN_K_LINE, 0, 100, NULL, "TEXT", "its type: mainstream primary"),
	TEXT("authority", ehc.authority, SEN_K_LINE, 0, 100, NULL, "NAME",
	     "the local authority that maintains it (the school's own)"),
	TEXT("officer", ehc.officer, SEN_K_LINE, P, 100, NULL, "NAME", "its case officer"),
	TEXT("officer_contact", ehc.officer_contact, SEN_K_LINE, P, 200, NULL, "TEXT",
	     "telephone or e-mail of the officer"),
	TEXT("reference", ehc.reference, SEN_K_LINE, P, 60, NULL, "TEXT", "the authority's number for it"),
	TEXT("note", ehc.note, SEN_K_NOTE, P, 0, NULL, "TEXT", "note"),
};
#undef DATE
#undef TEXT
#undef P
#undef S

const struct sen_record sen_ehc_came_record = {.noun = "ehcp",
					       .table = "ehc",
					       .prefix = "EH",
					       .title = "EHC plan the child came with",
					       .flags = SEN_R_PUPIL | SEN_R_OWED,
					       .size = sizeof(struct sen_ehc_came),
					       .fields = fields,
					       .count = SEN_COUNT(fields),
					       .pupil_offset = offsetof(struct sen_ehc_came, ehc.pupil_id)};

/* The record of a case, blank but for what was given: the rest was never set. */
static void begin(struct sen_ehc *ehc)
{
	struct sen_ehc given = *ehc;

	sen_record_blank(&sen_ehc_record, ehc);
	ehc->pupil_id = given.pupil_id;
	ehc->opened_on = given.opened_on;
	ehc->authority = given.authority;
	ehc->officer = given.officer;
	ehc->officer_contact = given.officer_contact;
	ehc->reference = given.reference;
	ehc->note = given.note;
}

/* What the plan was last reviewed on is the day its twelve months are counted from. */
static int days(struct sen_store *store, const struct sen_ehc_came *came, struct sen_ehc_case *now,
		struct sen_err *err)
{
	struct sen_milestone *final = sen_ehc_event(store, now, "final-plan", came->final_on);
	int rc;

	final->note = came->setting ? sen_format(store->arena, "names %s", came->setting) : NULL;
	if ((rc = sen_ehc_mark(store, now, final, err)) < 0 ||
	    (rc = ehc_mark_on(store, now, "plan-made", came->final_on, err)) < 0)
		return rc;
	if (came->last_review_on != came->final_on)
		rc = ehc_mark_on(store, now, "plan-made", came->last_review_on, err);
	if (rc < 0 || !came->setting)
		return rc;
	return ehc_name_setting(store, now, came->setting, came->setting_type, err);
}

int sen_ehc_came(struct sen_store *store, struct sen_ehc_came *came, struct sen_ehc_case *now,
		 struct sen_err *err)
{
	sen_date last = came->last_review_on;
	char day[16];
	int rc;

	begin(&came->ehc);
	if (last != SEN_NO_DATE && last < came->final_on)
		return sen_fail(err, SEN_INVALID, "--last-review: %s is before the plan was final",
				sen_date_long(last, day));
	if (came->setting_type && !came->setting)
		return sen_fail(err, SEN_INVALID, "--setting-type goes with --setting NAME");
	if ((rc = model_check_child(store, &sen_ehc_came_record, came, NULL, err)) < 0 ||
	    (rc = ehc_own_authority(store, &came->ehc, err)) < 0 ||
	    (rc = sen_record_insert(store, &sen_ehc_record, &came->ehc, err)) < 0 ||
	    (rc = sen_ehc_case(store, came->ehc.head.id, now, err)) < 0)
		return rc;
	return days(store, came, now, err);
}

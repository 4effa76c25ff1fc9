/* Referrals to an agency: sent, accepted, seen, report received, closed (R71). */
#include "model/model.h"

#define S struct sen_referral
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_REF(S, "agency_id", agency_id, SEN_F_REQUIRED | SEN_F_FIXED, "agency", "agency", "AGENCY",
		  "the agency: AG2"),
	FIELD_TEXT(S, "reason", reason, SEN_K_NOTE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT",
		   "why, and what is asked for"),
	FIELD_REF(S, "consent_id", consent_id, 0, "consent", "consent", "CONSENT",
		  "the consent it rests on: CN3"),
	FIELD_REF(S, "concern_id", concern_id, 0, "concern", NULL, "CONCERN",
		  "the concern it comes from: C12"),
	FIELD_TEXT(S, "professional", professional, SEN_K_LINE, P, 0, NULL, NULL, "NAME",
		   "who deals with it there"),
	FIELD_DATE(S, "sent_on", sent_on, SEN_F_PAST, NULL, "the day it was sent"),
	FIELD_DATE(S, "chase_on", chase_on, SEN_F_FUTURE, "due", "the day to ask what has become of it"),
	FIELD_DATE(S, "accepted_on", accepted_on, SEN_F_PAST, NULL, "the day it was accepted"),
	FIELD_DATE(S, "seen_on", seen_on, SEN_F_PAST, NULL, "the day the child was first seen"),
	FIELD_DATE(S, "report_on", report_on, SEN_F_PAST, NULL, "the day the report came"),
	FIELD_TEXT(S, "advice", advice, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "what they advise"),
	FIELD_DATE(S, "closed_on", closed_on, SEN_F_PAST, NULL, "the day it was closed"),
	FIELD_TEXT(S, "result", result, SEN_K_LINE, P, 0, NULL, NULL, "TEXT", "how it ended"),
	FIELD_TEXT(S, "close_reason", close_reason, SEN_K_LINE, P, 0, NULL, NULL, "TEXT",
		   "why it was closed"),
};
#undef P
#undef S

static int check_dates(const struct sen_store *store, const struct sen_referral *now, struct sen_err *err)
{
	const struct {
		sen_date day;
		const char *name;
	} after[] = {{now->accepted_on, "accepted on"},
		     {now->seen_on, "seen on"},
		     {now->report_on, "report on"},
		     {now->closed_on, "closed on"}};
	int rc = model_check_past(store, now->sent_on, "sent on", err);
	for (size_t i = 0; i < SEN_COUNT(after) && rc == 0; i++) {
		rc = model_check_past(store, after[i].day, after[i].name, err);
		if (rc == 0)
			rc = model_check_order(now->sent_on, after[i].day, after[i].name,
					       "the referral was sent", err);
	}
	return rc < 0 ? rc
		      : model_check_order(now->sent_on, now->chase_on, "--due", "the referral was sent", err);
}

/* What it rests on is of the same child. */
static int check_links(struct sen_store *store, const struct sen_referral *now, struct sen_err *err)
{
	struct sen_consent consent;
	struct sen_concern concern;
	int rc = 0;
	if (now->consent_id != SEN_NO_INT) {
		rc = sen_record_get(store, &sen_consent_record, now->consent_id, &consent, err);
		if (rc == 0 && consent.pupil_id != now->pupil_id)
			rc = sen_fail(err, SEN_INVALID, "CN%lld is of another child",
				      (long long)now->consent_id);
	}
	if (rc == 0 && now->concern_id != SEN_NO_INT) {
		rc = sen_record_get(store, &sen_concern_record, now->concern_id, &concern, err);
		if (rc == 0 && concern.pupil_id != now->pupil_id)
			rc = sen_fail(err, SEN_INVALID, "C%lld is of another child",
				      (long long)now->concern_id);
	}
	return rc;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_referral *now = record;
	int rc = model_check_child(store, &sen_referral_record, record, old, err);
	if (rc < 0 || (rc = check_dates(store, now, err)) < 0 ||
	    (!model_moves(&sen_referral_record, now, old) && (rc = check_links(store, now, err)) < 0))
		return rc;
	return old ? 0
		   : model_check_here(store, now->pupil_id,
				      now->sent_on != SEN_NO_DATE ? now->sent_on : store->context.today,
				      "a referral", err);
}

#define REFERRAL_EVENT(column, words)                                                                      \
	"SELECT f." column " AS on_date, 'referral' AS noun, f.id AS id, " words " AS what, f.voided_at"   \
	" AS voided_at FROM referral f JOIN agency g ON g.id = f.agency_id WHERE f.pupil_id = :pupil AND " \
	"f." column " IS NOT NULL"
static const char events[] = REFERRAL_EVENT(
	"sent_on",
	"'referred to ' || g.name || ': ' || f.reason") " UNION "
							"ALL " REFERRAL_EVENT(
								"accepted_on",
								"g."
								"name"
								" || "
								"' "
								"acce"
								"pted"
								" the"
								" ref"
								"erra"
								"l'") " UNION ALL " REFERRAL_EVENT("seen_on",
												   "'seen by "
												   "' || "
												   "coalesce("
												   "f."
												   "professio"
												   "nal || "
												   "', ', "
												   "'') || "
												   "g.name") " UNION "
													     "ALL"
													     " " REFERRAL_EVENT(
														     "report_on",
														     "'report from "
														     "' || g.name "
														     "|| "
														     "coalesce(': "
														     "' || "
														     "f.advice, "
														     "'')") " UNION"
															    " ALL"
															    " " REFERRAL_EVENT(
																    "closed_on",
																    "'referral to ' || g.name || ' closed'"
																    " || coalesce(': ' || f.result, '')"
																    " || coalesce(' (' || f.close_reason || ')', '')");

const struct sen_record sen_referral_record = {.noun = "referral",
					       .table = "referral",
					       .prefix = "RF",
					       .title = "Referral",
					       .flags = SEN_R_PUPIL | SEN_R_OWED,
					       .size = sizeof(struct sen_referral),
					       .fields = fields,
					       .count = SEN_COUNT(fields),
					       .pupil_offset = offsetof(struct sen_referral, pupil_id),
					       .check = check,
					       .events = events};

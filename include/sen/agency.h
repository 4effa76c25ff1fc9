/* Agencies, referrals, actions and consent by the school's policy (R26, R71). */
#ifndef SEN_AGENCY_H
#define SEN_AGENCY_H

#include <sen/graduated.h>
#include <sen/policy.h>

/* ---- Consent (lib/rules/consent.c) ---- */
/* Makes a new consent ready: the purpose as the policy writes it, the contact it
 * comes from, the day it expires where the policy says how long it lasts (and
 * none is given).  SEN_INVALID for a purpose that looks like a slip of the pen;
 * a contact without parental responsibility asks for --anyway.  *known: the
 * policy's words for it, or NULL. */
int sen_consent_prepare(struct sen_store *store, struct sen_consent *consent, const char **known,
			struct sen_err *err) SEN_MUST_CHECK;
/* What the policy asks a consent before: `what` is "agency", "level:B",
 * "timetable".  SEN_INVALID with the command to type when it must be there and
 * none holds (--anyway goes on); *consent_id is the one that holds, or 0. */
int sen_consent_before(struct sen_store *store, int64_t pupil_id, const char *what, sen_date day,
		       int64_t *consent_id, struct sen_err *err) SEN_MUST_CHECK;
/* Takes it back from the day. */
int sen_consent_withdraw(struct sen_store *store, int64_t id, const char *by, sen_date on,
			 struct sen_consent *out, struct sen_err *err) SEN_MUST_CHECK;
/* Rows with a state: held, expired, withdrawn, later.  :pupil, :state. */
extern const struct sen_query sen_consent_list_query;

/* ---- Agencies and referrals (lib/rules/referral.c) ---- */
/* Adds the agencies the policy in force names and the list has not yet. */
int sen_agencies_offer(struct sen_store *store, int64_t *added, int64_t *offered, struct sen_err *err)
	SEN_MUST_CHECK;
/* With how many are open and the median of the days from sending to the first
 * sight of the child or report. */
extern const struct sen_query sen_agency_list_query;
/* A new referral: with the consent the policy wants before it (exit 4). */
int sen_referral_add(struct sen_store *store, struct sen_referral *referral, struct sen_err *err)
	SEN_MUST_CHECK;
/* Has the professional become involved: accepted, and seen or reported? */
bool sen_referral_involved(const struct sen_referral *referral);
/* The level the policy in force proposes from the first involvement of an outside
 * professional, when the child stands below it; else NULL. */
int sen_involved_level(struct sen_store *store, const struct sen_referral *referral, sen_date on,
		       const struct sen_level **out, struct sen_err *err) SEN_MUST_CHECK;
/* Referrals, those not closed or :all; :pupil, :agency. */
extern const struct sen_query sen_referral_list_query;

/* ---- Actions (lib/rules/action.c) ---- */
/* "WHAT = WHO by DATE"; who and date may be left out. */
int sen_action_read(struct sen_store *store, const char *text, struct sen_action *action, struct sen_err *err)
	SEN_MUST_CHECK;
/* Actions, those to do or :all; :pupil, :who (a LIKE pattern). */
extern const struct sen_query sen_action_list_query;

#endif

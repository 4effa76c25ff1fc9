/* Agencies and referrals by the school's policy: those it names, the consent that
 * comes first, and the level that follows from involvement (R71). */
#include "rules/rules.h"

#include <sen/agency.h>

#include <string.h>

/* ---- Agencies the policy names ---- */

static int offer_one(struct sen_store *store, const struct sen_policy_rule *rule, int64_t *added,
		     struct sen_err *err)
{
	struct sen_agency *agency = sen_record_new(store->arena, &sen_agency_record);
	int64_t id;
	int rc = sen_agency_record.find(store, rule->code, &id, err);

	if (rc == 0 && rule->name)
		rc = sen_agency_record.find(store, rule->name, &id, err);
	if (rc != 0)
		return rc < 0 ? rc : 0;
	agency->name = rule->name ? rule->name : rule->code;
	agency->code = rule->code;
	agency->external = 1;
	++*added;
	return sen_record_insert(store, &sen_agency_record, agency, err);
}

int sen_agencies_offer(struct sen_store *store, int64_t *added, int64_t *offered, struct sen_err *err)
{
	const struct sen_policy_set *set;
	const struct sen_policy *policy;
	int rc = sen_policies(store, &set, err);

	*added = *offered = 0;
	if (rc < 0)
		return rc;
	policy = sen_policy_on(set, store->school_id, store->context.today);
	for (size_t i = 0; policy && i < policy->rule_count && rc == 0; i++) {
		if (strcmp(policy->rules[i].section, "agency") != 0)
			continue;
		++*offered;
		rc = offer_one(store, &policy->rules[i], added, err);
	}
	return rc;
}

/* ---- A new referral ---- */

static sen_date day_of(const struct sen_store *store, const struct sen_referral *referral)
{
	return referral->sent_on != SEN_NO_DATE ? referral->sent_on : store->context.today;
}

static int given_consent(struct sen_store *store, const struct sen_referral *referral, sen_date day,
			 struct sen_err *err)
{
	struct sen_consent consent;
	char text[16];
	int rc = sen_record_get(store, &sen_consent_record, referral->consent_id, &consent, err);

	if (rc < 0)
		return rc;
	if (!consent.head.voided_at && consent.from_on <= day &&
	    (consent.expires_on == SEN_NO_DATE || consent.expires_on > day) &&
	    (consent.withdrawn_on == SEN_NO_DATE || consent.withdrawn_on > day))
		return 0;
	return sen_rule(store, err, "Give a consent that holds, or leave --consent out.",
			"CN%lld does not hold on %s", (long long)referral->consent_id,
			sen_date_long(day, text));
}

int sen_referral_add(struct sen_store *store, struct sen_referral *referral, struct sen_err *err)
{
	struct sen_agency agency;
	sen_date day = day_of(store, referral);
	int64_t held = 0;
	int rc = sen_record_get(store, &sen_agency_record, referral->agency_id, &agency, err);

	if (rc < 0)
		return rc;
	if (agency.head.voided_at)
		return sen_fail(err, SEN_INVALID, "AG%lld has been removed", (long long)referral->agency_id);
	if (referral->consent_id != SEN_NO_INT)
		rc = given_consent(store, referral, day, err);
	else if (agency.external != 0)
		rc = sen_consent_before(store, referral->pupil_id, "agency", day, &held, err);
	if (rc < 0)
		return rc;
	if (held)
		referral->consent_id = held;
	return sen_record_insert(store, &sen_referral_record, referral, err);
}

/* ---- Involvement ---- */

bool sen_referral_involved(const struct sen_referral *referral)
{
	return referral->accepted_on != SEN_NO_DATE &&
	       (referral->seen_on != SEN_NO_DATE || referral->report_on != SEN_NO_DATE);
}

static bool needs_involvement(const struct sen_level *level)
{
	for (size_t i = 0; i < level->need_count; i++)
		if (strcmp(level->needs[i], "agency:involved") == 0)
			return true;
	return false;
}

int sen_involved_level(struct sen_store *store, const struct sen_referral *referral, sen_date on,
		       const struct sen_level **out, struct sen_err *err)
{
	struct sen_register_entry entry;
	struct sen_agency agency;
	const struct sen_policy *policy;
	int rc = sen_record_get(store, &sen_agency_record, referral->agency_id, &agency, err);

	*out = NULL;
	if (rc < 0 || agency.external == 0 || !sen_referral_involved(referral) ||
	    (rc = rules_policy_of(store, referral->pupil_id, on, &policy, err)) < 0 ||
	    (rc = sen_register_on(store, referral->pupil_id, on, &entry, err)) < 0)
		return rc;
	for (size_t i = 0; i < policy->level_count && !*out; i++) {
		const struct sen_level *now = entry.head.id ? sen_policy_level(policy, entry.level) : NULL;

		if (needs_involvement(&policy->levels[i]) && (!now || now < &policy->levels[i]))
			*out = &policy->levels[i];
	}
	return 0;
}

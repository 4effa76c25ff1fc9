/* Consent by the school's policy: its purposes, how long one lasts, and what it
 * must come before (R26). */
#include "rules/rules.h"

#include <sen/agency.h>
#include <sen/json.h>
#include <sen/school.h>
#include <sen/text.h>

#include <string.h>

/* Known in every school, whether its policy names them or not. */
static const char *const plain[] = {"agency",	  "agreement", "support",    "timetable",
				    "disclosure", "sharing",   "ehc-request"};

int rules_policy_of(struct sen_store *store, int64_t pupil_id, sen_date on, const struct sen_policy **out,
		    struct sen_err *err)
{
	const struct sen_policy_set *set;
	struct sen_pupil pupil;
	int rc = sen_record_get(store, &sen_pupil_record, pupil_id, &pupil, err);

	if (rc < 0 || (rc = sen_policies(store, &set, err)) < 0)
		return rc;
	*out = sen_policy_on(set, pupil.head.school_id, on);
	if (*out)
		return 0;
	sen_fail(err, SEN_INVALID, "the school has no policy in force");
	sen_hint(err, "put one in force with 'sendctl policy use NAME'");
	return err->code;
}

bool rules_listed(const struct sen_policy_rule *rule, const char *key, const char *word)
{
	const struct sen_json *list = rule ? sen_json_get(rule->json, key) : NULL;

	for (size_t i = 0; word && i < sen_json_count(list); i++) {
		const char *text = sen_json_text(sen_json_at(list, i));

		if (text && strcmp(text, word) == 0)
			return true;
	}
	return false;
}

/* How long one lasts: the consent's own limit, else the cadence of that name
 * (a yearly agreement). */
const struct sen_policy_rule *rules_consent_lasts(const struct sen_policy *policy, const char *purpose)
{
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "consent", purpose);

	if (rule && rule->limit.kind != SEN_LIMIT_NONE)
		return rule;
	rule = sen_policy_rule(policy, "cadence", purpose);
	return rule && rule->limit.kind != SEN_LIMIT_NONE ? rule : NULL;
}

static sen_date expires(const struct sen_limit *limit, const struct sen_calendar *calendar, sen_date from)
{
	switch (limit->kind) {
	case SEN_LIMIT_TERM:
		return sen_term_of(calendar, from).until;
	case SEN_LIMIT_HALF_TERM:
		return sen_half_term_of(calendar, from).until;
	default:
		return rules_span_end(calendar, limit, from);
	}
}

/* ---- Purposes ---- */

enum { MAX_PURPOSES = 64 };

static size_t purposes(const struct sen_policy *policy, const char **out)
{
	size_t n = 0;

	for (size_t i = 0; i < policy->rule_count && n < MAX_PURPOSES - SEN_COUNT(plain); i++)
		if (strcmp(policy->rules[i].section, "consent") == 0)
			out[n++] = policy->rules[i].code;
	if (sen_policy_rule(policy, "cadence", "agreement") &&
	    !sen_policy_rule(policy, "consent", "agreement"))
		out[n++] = "agreement";
	return n;
}

/* What the law (reg 17) and the Code (9.8) ask, whatever the policy says. */
static const char *of_law(const char *purpose)
{
	bool plan = strcmp(purpose, "disclosure") == 0 || strcmp(purpose, "sharing") == 0;

	if (strcmp(purpose, "ehc-request") == 0)
		return "before the school asks for an EHC needs assessment";
	return plan ? "before an EHC plan is shown outside the school" : NULL;
}

static int purpose_of(struct sen_store *store, const struct sen_policy *policy, struct sen_consent *consent,
		      const char **known, struct sen_err *err)
{
	const char *words[MAX_PURPOSES], *guess;
	size_t own = purposes(policy, words), n = own;

	*known = NULL;
	for (size_t i = 0; i < SEN_COUNT(plain); i++)
		words[n++] = plain[i];
	for (size_t i = 0; i < n; i++) {
		const struct sen_policy_rule *rule;

		if (!sen_text_same(words[i], consent->purpose))
			continue;
		consent->purpose = words[i];
		rule = sen_policy_rule(policy, "consent", words[i]);
		if (!rule)
			rule = sen_policy_rule(policy, "cadence", words[i]);
		*known = rule ? rule->name : of_law(words[i]);
		return 0;
	}
	guess = sen_text_guess(consent->purpose, words, own);
	if (!guess)
		return 0;
	sen_fail(err, SEN_INVALID, "the policy '%s' knows no consent '%s'", policy->name,
		 sen_text_visible(store->arena, consent->purpose, false));
	sen_hint(err, "Did you mean '%s'?", guess);
	return err->code;
}

/* ---- Who gave it ---- */

static int link_of(struct sen_store *store, const struct sen_consent *consent,
		   struct sen_pupil_contact **link, struct sen_err *err)
{
	struct sen_pupil_contact *links;
	struct sen_contact contact;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_pupil_contact_record, consent->pupil_id, (void **)&links,
				     &count, err);

	*link = NULL;
	for (size_t i = 0; i < count && rc == 0 && !*link; i++) {
		if (consent->contact_id == links[i].contact_id)
			*link = &links[i];
		if (consent->contact_id != SEN_NO_INT)
			continue;
		rc = sen_record_get(store, &sen_contact_record, links[i].contact_id, &contact, err);
		if (rc == 0 && !contact.head.voided_at && contact.name &&
		    sen_text_same(contact.name, consent->given_by))
			*link = &links[i];
	}
	return rc;
}

static int check_giver(struct sen_store *store, struct sen_consent *consent, struct sen_err *err)
{
	struct sen_pupil_contact *link;
	int rc = link_of(store, consent, &link, err);

	if (rc < 0)
		return rc;
	if (!link && consent->contact_id != SEN_NO_INT) {
		sen_fail(err, SEN_INVALID, "K%lld is no contact of P%lld", (long long)consent->contact_id,
			 (long long)consent->pupil_id);
		sen_hint(err, "'sendctl contact link K%lld --pupil P%lld --relation CODE' makes it one",
			 (long long)consent->contact_id, (long long)consent->pupil_id);
		return err->code;
	}
	if (!link)
		return 0;
	consent->contact_id = link->contact_id;
	if (link->responsibility != 0)
		return 0;
	return sen_rule(store, err, "Ask somebody who has parental responsibility.",
			"K%lld has no parental responsibility for P%lld", (long long)link->contact_id,
			(long long)consent->pupil_id);
}

int sen_consent_prepare(struct sen_store *store, struct sen_consent *consent, const char **known,
			struct sen_err *err)
{
	const struct sen_policy_rule *lasts;
	const struct sen_calendar *calendar;
	const struct sen_policy *policy;
	int rc = rules_policy_of(store, consent->pupil_id, consent->from_on, &policy, err);

	if (rc < 0 || (rc = purpose_of(store, policy, consent, known, err)) < 0 ||
	    (rc = check_giver(store, consent, err)) < 0 ||
	    (rc = sen_store_calendar(store, &calendar, err)) < 0)
		return rc;
	lasts = rules_consent_lasts(policy, consent->purpose);
	if (lasts && consent->expires_on == SEN_NO_DATE)
		consent->expires_on = expires(&lasts->limit, calendar, consent->from_on);
	return 0;
}

/* ---- What it must come before ---- */

int rules_consent_must(struct sen_store *store, int64_t pupil_id, const char *purpose, const char *name,
		       const char *for_what, sen_date day, int64_t *consent_id, struct sen_err *err)
{
	char text[16], hint[256];
	int rc = sen_consent_held(store, pupil_id, purpose, day, consent_id, err);

	if (rc < 0 || *consent_id)
		return rc;
	snprintf(hint, sizeof(hint),
		 "When it has been given: 'sendctl consent add P%lld --purpose %s --by NAME'.",
		 (long long)pupil_id, purpose);
	return sen_rule(store, err, hint, "%s needs consent ('%s': %s), and none holds on %s", for_what,
			purpose, name ? name : purpose, sen_date_long(day, text));
}

int sen_consent_before(struct sen_store *store, int64_t pupil_id, const char *what, sen_date day,
		       int64_t *consent_id, struct sen_err *err)
{
	const struct sen_policy *policy;
	int rc = rules_policy_of(store, pupil_id, day, &policy, err);

	*consent_id = 0;
	for (size_t i = 0; rc == 0 && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, "consent") != 0 || !rules_listed(rule, "before", what))
			continue;
		if (rule->strength && strcmp(rule->strength, "must") == 0)
			return rules_consent_must(store, pupil_id, rule->code, rule->name,
						  strcmp(what, "agency") == 0	   ? "a referral to an agency"
						  : strcmp(what, "timetable") == 0 ? "a reduced timetable"
						  : strcmp(what, "ehc-request") == 0
							  ? "a request for an EHC needs assessment"
							  : what,
						  day, consent_id, err);
		rc = sen_consent_held(store, pupil_id, rule->code, day, consent_id, err);
	}
	return rc;
}

int sen_consent_withdraw(struct sen_store *store, int64_t id, const char *by, sen_date on,
			 struct sen_consent *out, struct sen_err *err)
{
	char day[16];
	int rc = sen_record_get(store, &sen_consent_record, id, out, err);

	if (rc < 0)
		return rc;
	if (out->withdrawn_on != SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "CN%lld was withdrawn on %s already", (long long)id,
				sen_date_long(out->withdrawn_on, day));
	if (out->expires_on != SEN_NO_DATE && out->expires_on <= on)
		return sen_fail(err, SEN_INVALID, "CN%lld had run out on %s", (long long)id,
				sen_date_long(out->expires_on, day));
	out->withdrawn_on = on;
	out->withdrawn_by = by;
	return sen_record_update(store, &sen_consent_record, out, err);
}

/* The wall of regulation 17 (R68): what of an EHC plan leaves the school leaves with
 * consent, on a ground of the law, or to one with a right to it, and is kept. */
#include "rules/disclosure.h"

#include <sen/agency.h>
#include <sen/childfile.h>
#include <sen/json.h>
#include <sen/text.h>

#include <string.h>

/* ---- What is known ---- */

static int case_of(struct sen_store *store, int64_t pupil_id, struct sen_ehc *out, struct sen_err *err)
{
	struct sen_err none = {0};
	int rc = sen_ehc_of(store, pupil_id, out, &none);

	if (rc == SEN_NOTFOUND) {
		sen_record_blank(&sen_ehc_record, out);
		out->head.id = 0;
		return 0;
	}
	if (rc < 0)
		*err = none;
	return rc;
}

static int known(struct sen_store *store, const struct sen_leaving *asked, struct leaving *out,
		 struct sen_err *err)
{
	sen_date today = sen_store_context(store)->today;
	int rc;

	*out = (struct leaving){.store = store, .asked = asked};
	out->on = asked->on == SEN_NO_DATE || asked->on == 0 ? today : asked->on;
	if ((rc = sen_law(store, &out->law, err)) < 0 ||
	    (rc = sen_record_get(store, &sen_pupil_record, asked->pupil_id, &out->pupil, err)) < 0 ||
	    (rc = rules_policy_of(store, asked->pupil_id, out->on, &out->policy, err)) < 0)
		return rc;
	return case_of(store, asked->pupil_id, &out->ehc, err);
}

static int version_of(const struct leaving *leaving, int64_t *version, struct sen_err *err)
{
	struct sen_milestone *all;
	size_t count;
	int rc;

	*version = leaving->asked->version > 0 ? leaving->asked->version : SEN_NO_INT;
	if (*version != SEN_NO_INT || !leaving->ehc.head.id)
		return 0;
	if ((rc = sen_ehc_milestones(leaving->store, &leaving->ehc, &all, &count, err)) < 0)
		return rc;
	*version = sen_ehc_version(all, count, leaving->on);
	*version = *version ? *version : SEN_NO_INT;
	return 0;
}

int sen_disclosure_guarded(struct sen_store *store, int64_t pupil_id, struct sen_ehc *out,
			   struct sen_err *err)
{
	struct sen_milestone *all;
	size_t count;
	int rc = case_of(store, pupil_id, out, err);

	if (rc < 0 || !out->head.id || !out->ended_as)
		return rc;
	if ((rc = sen_ehc_milestones(store, out, &all, &count, err)) < 0)
		return rc;
	if (sen_ehc_newest(all, count) == 0 &&
	    (strcmp(out->ended_as, "refused") == 0 || strcmp(out->ended_as, "withdrawn") == 0 ||
	     strcmp(out->ended_as, "no-plan") == 0))
		out->head.id = 0; /* a request that came to nothing: there never was a plan */
	return 0;
}

/* ---- Consent ---- */

static const char *const purposes[] = {"disclosure", "sharing"};

static int consent_held(const struct leaving *leaving, int64_t *id, struct sen_err *err)
{
	int64_t child = leaving->pupil.head.id;
	int rc = 0;

	*id = 0;
	for (size_t i = 0; rc == 0 && !*id && i < leaving->policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &leaving->policy->rules[i];

		if (strcmp(rule->section, "consent") == 0 && rules_listed(rule, "before", "disclosure"))
			rc = sen_consent_held(leaving->store, child, rule->code, leaving->on, id, err);
	}
	for (size_t i = 0; rc == 0 && !*id && i < SEN_COUNT(purposes); i++)
		rc = sen_consent_held(leaving->store, child, purposes[i], leaving->on, id, err);
	return rc;
}

/* ---- Words of the policy ---- */

static const struct sen_policy_rule *policy_item(const struct leaving *leaving, const char *ground)
{
	const struct sen_policy *policy = leaving->policy;

	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "disclosure") == 0 && !policy->rules[i].says &&
		    rules_listed(&policy->rules[i], "ground", ground))
			return &policy->rules[i];
	return NULL;
}

static int out_of_date(const struct sen_policy_rule *rule, struct sen_err *err)
{
	const char *use = sen_json_text(sen_json_get(rule->json, "use"));

	sen_fail(err, SEN_INVALID, "'%s' of the policy is no ground of the law: %s", rule->code,
		 rule->why ? rule->why : "it is out of date");
	sen_hint(err, "Use instead: %s. See 'sendctl disclosure grounds'.",
		 use ? use : "a ground of the law");
	return err->code;
}

/* The law's code for the policy's word. */
static int of_policy(const struct sen_policy_rule *rule, const char **ground, struct sen_err *err)
{
	const struct sen_json *list = sen_json_get(rule->json, "ground");
	const char *first = sen_json_text(sen_json_at(list, 0));

	if (rule->says)
		return out_of_date(rule, err);
	if (sen_json_count(list) == 1) {
		*ground = first;
		return 0;
	}
	sen_fail(err, SEN_INVALID, "'%s' of the policy is %s of the law", rule->code,
		 first ? "several grounds" : "no ground");
	if (first)
		sen_hint(err, "Say which: %s or %s.", first, sen_json_text(sen_json_at(list, 1)));
	else
		sen_hint(err, "See 'sendctl disclosure grounds'.");
	return err->code;
}

/* ---- The wall ---- */

static int refused(const struct leaving *leaving, struct sen_err *err)
{
	long long id = leaving->pupil.head.id;
	char day[16];

	sen_fail(err, SEN_INVALID,
		 "no consent to share P%lld's EHC plan holds on %s%s (SEND Regs 2014 reg 17)%s%s", id,
		 sen_date_long(leaving->on, day), leaving->asked->ground ? "" : ", and no ground was given",
		 leaving->known ? ": " : "", leaving->known ? leaving->known : "");
	sen_hint(err,
		 "When it has been given: 'sendctl consent add P%lld --purpose disclosure --by NAME'. "
		 "Without it only on a ground of the law: --ground CODE ('sendctl disclosure grounds').",
		 id);
	return err->code;
}

static int on_consent(const struct leaving *leaving, struct sen_disclosure *out, struct sen_err *err)
{
	int64_t id;
	int rc = consent_held(leaving, &id, err);

	if (rc < 0)
		return rc;
	if (!id)
		return refused(leaving, err);
	out->ground = "consent";
	out->consent_id = id;
	return 0;
}

static int no_right(const struct leaving *leaving, const char *code, struct sen_err *err)
{
	static const struct {
		const char *code, *hint;
	} hints[] = {{"parent", "A contact with parental responsibility: 'sendctl contact list P%lld'."},
		     {"authority", "The authority is on the case: 'sendctl ehcp show P%lld'."},
		     {"named", "Section I of the plan that stands: 'sendctl ehcp show P%lld'."},
		     {"child", "It must be P%lld by name, below the end of compulsory school age."},
		     {"young-person", "It must be P%lld by name, over compulsory school age."}};
	const struct sen_law_item *item = sen_law_item(leaving->law, "right", code);

	sen_fail(err, SEN_INVALID, "whom it goes to is not on record as that ('%s': %s)%s%s", code,
		 item->name, leaving->known ? ": " : "", leaving->known ? leaving->known : "");
	for (size_t i = 0; i < SEN_COUNT(hints); i++)
		if (strcmp(hints[i].code, code) == 0)
			sen_hint(err, hints[i].hint, (long long)leaving->pupil.head.id);
	return err->code;
}

static int by_right(struct leaving *leaving, const char *code, struct sen_disclosure *out,
		    struct sen_err *err)
{
	const char *right;
	int rc = disclosure_right(leaving, code, &right, err);

	if (rc < 0)
		return rc;
	if (!right)
		return code ? no_right(leaving, code, err) : on_consent(leaving, out, err);
	out->ground = right;
	if (!out->why)
		out->why = sen_law_item(leaving->law, "right", right)->name;
	return 0;
}

static int unknown_ground(const struct leaving *leaving, const char *code, struct sen_err *err)
{
	const char *words[64], *guess;
	size_t n = 0;

	for (size_t i = 0; i < leaving->law->item_count && n < SEN_COUNT(words); i++)
		if (strcmp(leaving->law->items[i].list, "ground") == 0 ||
		    strcmp(leaving->law->items[i].list, "right") == 0)
			words[n++] = leaving->law->items[i].code;
	guess = sen_text_guess(code, words, n);
	sen_fail(err, SEN_INVALID, "there is no ground '%s' on which a plan may be shown",
		 sen_text_visible(sen_store_arena(leaving->store), code, false));
	if (guess)
		sen_hint(err, "Did you mean '%s'? All of them: 'sendctl disclosure grounds'.", guess);
	else
		sen_hint(err, "All of them: 'sendctl disclosure grounds'.");
	return err->code;
}

static int on_ground(struct leaving *leaving, const char *typed, struct sen_disclosure *out,
		     struct sen_err *err)
{
	const char *code = sen_text_lower(sen_store_arena(leaving->store), typed);
	const struct sen_policy_rule *rule = sen_policy_rule(leaving->policy, "disclosure", code);
	int rc;

	if (strcmp(code, "consent") == 0)
		return on_consent(leaving, out, err);
	if (sen_law_item(leaving->law, "right", code))
		return by_right(leaving, code, out, err);
	if (!sen_law_item(leaving->law, "ground", code)) {
		if (!rule)
			return unknown_ground(leaving, code, err);
		if ((rc = of_policy(rule, &code, err)) < 0)
			return rc;
	} else if (!rule || !rules_listed(rule, "ground", code)) {
		rule = policy_item(leaving, code);
	}
	out->ground = code;
	out->policy_ground = rule ? rule->code : NULL;
	return 0;
}

static void copy(const struct leaving *leaving, struct sen_disclosure *out)
{
	const struct sen_leaving *asked = leaving->asked;

	sen_record_blank(&sen_disclosure_record, out);
	out->head.id = 0;
	out->pupil_id = asked->pupil_id;
	out->ehc_id = leaving->ehc.head.id ? leaving->ehc.head.id : SEN_NO_INT;
	out->what = asked->what ? asked->what : "the plan";
	out->given_on = leaving->on;
	out->given_by = asked->by;
	out->who = asked->who ? asked->who : asked->organisation;
	out->organisation = asked->organisation;
	out->how = asked->how;
	out->why = asked->why;
	out->note = asked->note;
}

int sen_disclosure_may(struct sen_store *store, const struct sen_leaving *asked, struct sen_disclosure *out,
		       struct sen_err *err)
{
	struct leaving leaving;
	int rc = known(store, asked, &leaving, err);

	if (rc < 0)
		return rc;
	copy(&leaving, out);
	if (!out->who) {
		sen_fail(err, SEN_USAGE, "to whom does it go?");
		sen_hint(err, "Say who, or of what body: a name, or the name of an organisation.");
		return err->code;
	}
	rc = asked->ground ? on_ground(&leaving, asked->ground, out, err)
			   : by_right(&leaving, NULL, out, err);
	if (rc < 0 || (rc = version_of(&leaving, &out->version, err)) < 0)
		return rc;
	if (out->why)
		return 0;
	sen_fail(err, SEN_USAGE, "what is it for?");
	sen_hint(err, "Say it with --why TEXT: it is kept with the disclosure.");
	return err->code;
}

int sen_disclosure_gate(struct sen_store *store, const struct sen_leaving *leaving,
			struct sen_disclosure *kept, struct sen_err *err)
{
	int rc = sen_disclosure_may(store, leaving, kept, err);

	return rc < 0 ? rc : sen_record_insert(store, &sen_disclosure_record, kept, err);
}

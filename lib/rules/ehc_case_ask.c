/* An EHC needs assessment is asked for (CFA 2014 s.36(1), R60), or a child comes with a
 * plan: how a case begins. */
#include "rules/ehc_case.h"

#include <sen/agency.h>
#include <sen/ehc_case.h>
#include <sen/school.h>

#include <string.h>

/* The authority asked is the school's own, when no other is named. */
int ehc_own_authority(struct sen_store *store, struct sen_ehc *ehc, struct sen_err *err)
{
	struct sen_pupil pupil;
	struct sen_school school;
	int rc = ehc->authority ? 0 : sen_record_get(store, &sen_pupil_record, ehc->pupil_id, &pupil, err);

	if (ehc->authority || rc < 0 ||
	    (rc = sen_record_get(store, &sen_school_record, pupil.head.school_id, &school, err)) < 0)
		return rc;
	ehc->authority = school.la;
	return 0;
}

/* ---- A plan that is there already ---- */

static int has_plan(const struct sen_ehc_case *old, struct sen_err *err)
{
	char day[16];
	const struct sen_milestone *final = sen_milestone_last(old->all, old->count, "final-plan");

	sen_fail(err, SEN_INVALID, "the child has an EHC plan (EH%lld, final since %s)",
		 (long long)old->ehc.head.id, sen_date_long(final->happened_on, day));
	sen_hint(err,
		 "What can be asked for is a re-assessment (CFA 2014 s.44(2)): 'sendctl ehcp event P%lld "
		 "reassess-asked --on DATE'.",
		 (long long)old->ehc.pupil_id);
	return err->code;
}

/* By the register there is a plan, and its case is not here yet. */
static int check_register(struct sen_store *store, const struct sen_ehc *ehc, struct sen_err *err)
{
	struct sen_register_entry entry;
	int rc = sen_register_on(store, ehc->pupil_id, ehc->opened_on, &entry, err);
	char hint[160];

	if (rc < 0 || !entry.head.id || strcmp(entry.census, "E") != 0)
		return rc;
	snprintf(hint, sizeof(hint), "If the child came with one: 'sendctl ehcp add P%lld --final DATE'.",
		 (long long)ehc->pupil_id);
	return sen_rule(store, err, hint, "by the register the child has an EHC plan ('%s')",
			entry.level_name);
}

static void note_refusal(const struct sen_ehc_case *old, struct sen_ehc_asked *asked)
{
	sen_date ended = old->ehc.ended_on;

	if (ended != SEN_NO_DATE && old->ehc.ended_as && strcmp(old->ehc.ended_as, "refused") == 0 &&
	    ended <= asked->ehc->opened_on && sen_date_add_months(ended, 6) > asked->ehc->opened_on &&
	    (asked->refused_on == SEN_NO_DATE || ended > asked->refused_on)) {
		asked->refused_on = ended;
		asked->refused_id = old->ehc.head.id;
	}
}

static int check_before(struct sen_store *store, struct sen_ehc_asked *asked, struct sen_err *err)
{
	struct sen_ehc *all;
	size_t count;
	int rc =
		sen_record_of_pupil(store, &sen_ehc_record, asked->ehc->pupil_id, (void **)&all, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_ehc_case old;

		rc = sen_ehc_case(store, all[i].head.id, &old, err);
		if (rc == 0 && sen_ehc_in_force(&old, store->context.today))
			rc = has_plan(&old, err);
		if (rc == 0)
			note_refusal(&old, asked);
	}
	return rc < 0 || count ? rc : check_register(store, asked->ehc, err);
}

/* ---- The parents' agreement ---- */

static bool policy_asks(const struct sen_policy *policy)
{
	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "consent") == 0 &&
		    rules_listed(&policy->rules[i], "before", "ehc-request"))
			return true;
	return false;
}

/* The law asks for it of nobody; a school's policy may, of the school's own request. */
static int agreement(struct sen_store *store, struct sen_ehc_asked *asked, struct sen_err *err)
{
	struct sen_ehc *ehc = asked->ehc;
	const struct sen_policy *policy;
	int64_t id = 0;
	int rc;

	if (strcmp(ehc->source, "school") != 0)
		return 0;
	if ((rc = rules_policy_of(store, ehc->pupil_id, ehc->opened_on, &policy, err)) < 0)
		return rc;
	rc = sen_consent_before(store, ehc->pupil_id, "ehc-request", ehc->opened_on, &id, err);
	if (rc == 0 && !id)
		rc = sen_consent_held(store, ehc->pupil_id, "ehc-request", ehc->opened_on, &id, err);
	if (id)
		ehc->consent_id = id;
	asked->agreement_silent = !id && !policy_asks(policy);
	return rc;
}

int ehc_mark_on(struct sen_store *store, struct sen_ehc_case *now, const char *event, sen_date on,
		struct sen_err *err)
{
	return on == SEN_NO_DATE ? 0 : sen_ehc_mark(store, now, sen_ehc_event(store, now, event, on), err);
}

int sen_ehc_ask(struct sen_store *store, struct sen_ehc_asked *asked, struct sen_err *err)
{
	struct sen_ehc *ehc = asked->ehc;
	int rc;

	asked->refused_on = SEN_NO_DATE;
	if ((rc = check_before(store, asked, err)) < 0 || (rc = agreement(store, asked, err)) < 0 ||
	    (rc = ehc_own_authority(store, ehc, err)) < 0 ||
	    (rc = sen_record_insert(store, &sen_ehc_record, ehc, err)) < 0 ||
	    (rc = sen_ehc_case(store, ehc->head.id, &asked->now, err)) < 0 ||
	    (rc = ehc_mark_on(store, &asked->now, "request-sent", ehc->opened_on, err)) < 0 ||
	    (rc = ehc_mark_on(store, &asked->now, "request-received", asked->received, err)) < 0)
		return rc;
	return ehc_mark_on(store, &asked->now, "advice-asked", asked->advice_asked, err);
}

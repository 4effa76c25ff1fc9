/* The evidence for a request, item by item: the policy's list, the Code's, and the
 * parents' agreement (R60; of a top-up, R65).  Pure but for sen_evidence. */
#include "rules/evidence.h"

#include <sen/text.h>

#include <string.h>

/* CFA 2014 s.36(8), from general knowledge (domain.md 1.1). */
const char sen_evidence_test[] =
	"What the law asks (CFA 2014 s.36(8), not checked against the text): has the child, or may the child "
	"have, special educational "
	"needs, and may it be necessary to make provision through an EHC plan? No number of reviews, no "
	"level of attainment and no sum spent (6,000 pounds or any other) is a condition of it; what is "
	"missing here is no reason not to ask.";

const char *sen_evidence_word(enum sen_evidence_state state)
{
	static const char *const words[] = {"found", "old", "missing", "not-needed"};

	return words[state];
}

/* ---- Which of the policy's items ---- */

static bool has_for(const struct sen_policy_rule *rule)
{
	return sen_json_get(rule->json, "for") != NULL;
}

static void policy_items(const struct judging *judging)
{
	const struct sen_policy *policy = judging->out->policy;
	const char *funding = judging->out->funding ? judging->out->funding : "ehc";

	for (int round = 0; round < 2; round++) /* its own items first */
		for (size_t i = 0; policy && i < policy->rule_count; i++) {
			const struct sen_policy_rule *rule = &policy->rules[i];

			if (strcmp(rule->section, "evidence") == 0 && has_for(rule) == (round == 0) &&
			    (round == 1 || rules_listed(rule, "for", funding)))
				evidence_policy_item(judging, rule);
		}
}

/* ---- The parents' agreement ---- */

/* The policy's consent before the request, or for the money. */
static const struct sen_policy_rule *consent_rule(const struct sen_policy *policy, const char *funding)
{
	const char *level = funding ? NULL : "ehc-request";

	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, "consent") != 0)
			continue;
		if (level ? rules_listed(rule, "before", level) : strcmp(rule->code, funding) == 0)
			return rule;
	}
	return NULL;
}

/* false: the policy has none. */
static bool policy_consent(const struct judging *judging)
{
	const struct sen_policy_rule *rule = consent_rule(judging->out->policy, judging->out->funding);
	struct look look = look_new(judging->facts);
	struct sen_evidence_line *line;

	if (!rule)
		return false;
	line = evidence_add(judging, "agreement", rule->name ? rule->name : "the parents' agreement");
	look.purpose = rule->code;
	look_consent(&look);
	line->strength = rule->strength ? rule->strength : "must";
	line->basis = sen_basis_word(rule->basis);
	if (rule->basis == SEN_BASIS_POLICY && rule->cite)
		line->cite =
			sen_format(judging->facts->arena, "%s %s", judging->out->policy->name, rule->cite);
	line->note = rule->note;
	evidence_settle(judging, &look, NULL, false, line);
	return true;
}

static void law_items(const struct judging *judging, const struct sen_law *law, bool agreed)
{
	size_t count;
	const struct sen_law_item *items = sen_law_list_of(law, "evidence", &count);

	for (size_t i = 0; i < count; i++)
		if (!agreed || !items[i].extra || strcmp(items[i].extra, "consent") != 0)
			evidence_law_item(judging, &items[i]);
}

/* ---- What is said below ---- */

static void note(const struct judging *judging, const char *text)
{
	struct sen_evidence *out = judging->out;

	*SEN_PUSH(judging->facts->arena, out->notes, out->note_count, out->note_cap) = text;
}

static void notes(const struct judging *judging)
{
	const struct sen_evidence *out = judging->out;
	size_t silent = 0, own = 0, listed = 0;

	for (size_t i = 0; out->policy && i < out->policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &out->policy->rules[i];

		if (strcmp(rule->section, "evidence") != 0)
			continue;
		listed++;
		silent += rule->silent;
		own += out->funding && rules_listed(rule, "for", out->funding);
	}
	if (out->funding)
		note(judging,
		     sen_format(judging->facts->arena,
				own ? "What the policy says of %s comes first; the rest is the list "
				      "for an EHC assessment, which is not said to be asked for here."
				    : "The policy has no list for %s: this is the list for an EHC "
				      "assessment.",
				out->funding_name));
	else
		note(judging, sen_evidence_test);
	if (!listed)
		note(judging, "The policy in force has no list of its own.");
	else if (silent)
		note(judging, "The policy in force has no list of its own: items with the basis 'judgement' "
			      "are what other schools ask for.");
	note(judging, "That two cycles and two reviews are looked for, and when views count as old, is a "
		      "judgement.");
	note(judging,
	     "Assessments and papers on health are known by the words in their titles. Where there is "
	     "nothing to tell about health, a document says that.");
}

void sen_evidence_judge(struct sen_evidence_facts *facts, const struct sen_policy *policy,
			const struct sen_law *law, const char *funding, struct sen_evidence *out)
{
	const struct sen_policy_rule *rule;
	struct judging judging = {facts, out};
	bool agreed;

	if (funding && sen_text_same(funding, "ehc"))
		funding = NULL; /* the money of the plan: the list is that of the plan */
	rule = funding ? sen_policy_rule(policy, "funding", funding) : NULL;
	*out = (struct sen_evidence){.funding = funding,
				     .funding_name = rule && rule->name ? rule->name : funding,
				     .policy = policy};
	policy_items(&judging);
	agreed = policy_consent(&judging);
	if (!funding)
		law_items(&judging, law, agreed);
	notes(&judging);
}

int sen_evidence(struct sen_store *store, int64_t pupil_id, const char *funding, struct sen_evidence *out,
		 struct sen_err *err)
{
	const struct sen_policy *policy;
	struct sen_evidence_facts facts;
	const struct sen_law *law;
	int rc = rules_policy_of(store, pupil_id, sen_store_day(store), &policy, err);

	if (rc < 0 || (rc = sen_law(store, &law, err)) < 0 ||
	    (rc = evidence_read(store, pupil_id, policy, &facts, err)) < 0)
		return rc;
	sen_evidence_judge(&facts, policy, law, funding, out);
	return 0;
}

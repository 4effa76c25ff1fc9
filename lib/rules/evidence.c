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

/* ---- Kinds of proof ---- */

/* Of several kinds each is looked for; papers about health stand in for each other. */
static const struct kind {
	const char *word;
	void (*look)(struct look *look);
} kinds[] = {{"provision", look_provision}, {"cost", look_cost},	  {"plan", look_plan},
	     {"review", look_review},	    {"session", look_session},	  {"assessment", look_assessment},
	     {"voice", look_voice},	    {"referral", look_referral},  {"document", look_health},
	     {"medical", look_health},	    {"attachment", look_health},  {"need", look_need},
	     {"profile", look_profile},	    {"concern", look_concern},	  {"register", look_register},
	     {"observation", look_concern}, {"chronology", look_concern}, {"consent", look_consent}};

static const struct kind *kind_of(const char *word)
{
	for (size_t i = 0; i < SEN_COUNT(kinds); i++)
		if (word && strcmp(kinds[i].word, word) == 0)
			return &kinds[i];
	return NULL;
}

/* What one kind found goes to what the item found. */
static void merge(struct look *all, const struct look *one, bool first)
{
	if (one->records.len)
		sen_buf_addf(&all->records, "%s%s", all->records.len ? " " : "", one->records.text);
	if (one->found.len)
		look_say(all, "%s", one->found.text);
	if (one->newest != SEN_NO_DATE && (all->newest == SEN_NO_DATE || one->newest < all->newest))
		all->newest = one->newest;
	if (first || (all->enough && !one->enough))
		all->fix = one->fix;
	all->count += one->count;
	all->begun = all->begun || one->begun || (one->count && !one->enough);
	all->enough = (first || all->enough) && one->enough;
}

static struct look look_new(struct sen_evidence_facts *facts)
{
	struct look look = {.facts = facts, .newest = SEN_NO_DATE};

	look.records.arena = look.found.arena = facts->arena;
	return look;
}

/* ---- An item ---- */

struct judging {
	struct sen_evidence_facts *facts;
	struct sen_evidence *out;
};

static void settle(const struct judging *judging, const struct look *look, const struct sen_limit *old_after,
		   bool where, struct sen_evidence_line *line)
{
	sen_date last = SEN_NO_DATE;

	line->count = look->count;
	line->newest_on = look->newest;
	line->old_on = SEN_NO_DATE;
	line->records = look->records.text;
	line->found = look->found.text;
	line->state = look->enough			      ? SEN_EVIDENCE_FOUND
		      : !look->count && !look->begun && where ? SEN_EVIDENCE_NOT_NEEDED
							      : SEN_EVIDENCE_MISSING;
	if (old_after && look->newest != SEN_NO_DATE)
		last = rules_span_end(judging->facts->calendar, old_after, look->newest);
	if (last != SEN_NO_DATE)
		line->old_on = last + 1;
	if (line->state == SEN_EVIDENCE_FOUND && last != SEN_NO_DATE && judging->facts->today > last)
		line->state = SEN_EVIDENCE_OLD;
	if (line->state == SEN_EVIDENCE_OLD || line->state == SEN_EVIDENCE_MISSING)
		line->fix = look->fix;
	if (strcmp(line->strength, "must") == 0) {
		judging->out->missing += line->state == SEN_EVIDENCE_MISSING;
		judging->out->old += line->state == SEN_EVIDENCE_OLD;
	}
}

static struct sen_evidence_line *add(const struct judging *judging, const char *item, const char *name)
{
	struct sen_evidence *out = judging->out;
	struct sen_evidence_line *line = SEN_PUSH(judging->facts->arena, out->items, out->count, out->cap);

	*line = (struct sen_evidence_line){.item = item, .name = name, .strength = "must"};
	return line;
}

/* "old_after" of the item: months, weeks, days, school days. */
static bool read_limit(const struct sen_json *json, struct sen_limit *out)
{
	static const struct {
		const char *word;
		enum sen_limit_kind kind;
	} words[] = {{"days", SEN_LIMIT_DAYS},
		     {"weeks", SEN_LIMIT_WEEKS},
		     {"months", SEN_LIMIT_MONTHS},
		     {"school-days", SEN_LIMIT_SCHOOL_DAYS}};
	const struct sen_json *old = sen_json_get(json, "old_after");
	const char *kind = old ? sen_json_text(sen_json_get(old, "kind")) : NULL;
	int64_t n = 0;

	for (size_t i = 0; kind && i < SEN_COUNT(words); i++)
		if (strcmp(words[i].word, kind) == 0 && sen_json_int(sen_json_get(old, "n"), &n)) {
			*out = (struct sen_limit){.kind = words[i].kind, .n = (int)n};
			return true;
		}
	return false;
}

static void policy_item(const struct judging *judging, const struct sen_policy_rule *rule)
{
	struct sen_evidence_line *line = add(judging, rule->code, rule->name ? rule->name : rule->code);
	const struct sen_json *proof = sen_json_get(rule->json, "proof");
	struct look all = look_new(judging->facts);
	struct sen_limit limit;
	void (*before)(struct look *) = NULL;
	bool old = read_limit(rule->json, &limit), where;

	for (size_t i = 0; i < sen_json_count(proof); i++) {
		const struct kind *kind = kind_of(sen_json_text(sen_json_at(proof, i)));
		struct look one = look_new(judging->facts);

		if (!kind || kind->look == before)
			continue;
		one.json = rule->json;
		sen_json_int(sen_json_get(rule->json, "least"), &one.least);
		kind->look(&one);
		merge(&all, &one, !before);
		before = kind->look;
	}
	if (!before) { /* no record can show it */
		look_say(&all, "no record shows it: see to it yourself");
		all.begun = true;
	}
	line->strength = rule->strength ? rule->strength : "must";
	line->basis = sen_basis_word(rule->basis);
	line->cite =
		rule->basis == SEN_BASIS_LAW ? rule->cite
		: rule->basis == SEN_BASIS_POLICY && rule->cite
			? sen_format(judging->facts->arena, "%s %s", judging->out->policy->name, rule->cite)
			: NULL;
	line->note = rule->condition ? rule->condition : rule->note;
	where = rule->condition || strcmp(line->strength, "must") != 0;
	settle(judging, &all, old ? &limit : NULL, where, line);
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
				policy_item(judging, rule);
		}
}

/* ---- The Code's items ---- */

/* A parent or young person who asks has agreed. */
static bool asked_by_parents(const struct sen_evidence_facts *facts)
{
	bool asked = false;

	for (size_t i = 0; i < facts->ehc_count; i++)
		if (facts->ehcs[i].ended_on == SEN_NO_DATE && facts->ehcs[i].source)
			asked = strcmp(facts->ehcs[i].source, "parent") == 0 ||
				strcmp(facts->ehcs[i].source, "young-person") == 0;
	return asked;
}

static void law_item(const struct judging *judging, const struct sen_law_item *item)
{
	struct sen_arena *arena = judging->facts->arena;
	struct sen_evidence_line *line = add(judging, sen_format(arena, "code-%s", item->code), item->name);
	const struct kind *kind = kind_of(item->extra);
	struct look look = look_new(judging->facts);

	line->strength = "should";
	line->basis = "law";
	line->cite = item->cite;
	line->confidence = item->confidence;
	line->note = item->note;
	if (kind && kind->look == look_consent && asked_by_parents(judging->facts)) {
		look_say(&look, "the parents asked themselves");
		settle(judging, &look, NULL, true, line);
		return;
	}
	if (kind)
		kind->look(&look);
	else
		look_say(&look, "no record shows it: see to it yourself");
	settle(judging, &look, NULL, false, line);
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
	line = add(judging, "agreement", rule->name ? rule->name : "the parents' agreement");
	look.purpose = rule->code;
	look_consent(&look);
	line->strength = rule->strength ? rule->strength : "must";
	line->basis = sen_basis_word(rule->basis);
	if (rule->basis == SEN_BASIS_POLICY && rule->cite)
		line->cite =
			sen_format(judging->facts->arena, "%s %s", judging->out->policy->name, rule->cite);
	line->note = rule->note;
	settle(judging, &look, NULL, false, line);
	return true;
}

static void law_items(const struct judging *judging, const struct sen_law *law, bool agreed)
{
	size_t count;
	const struct sen_law_item *items = sen_law_list_of(law, "evidence", &count);

	for (size_t i = 0; i < count; i++)
		if (!agreed || !items[i].extra || strcmp(items[i].extra, "consent") != 0)
			law_item(judging, &items[i]);
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

	if (rc < 0 || (rc = sen_law(store->arena, &law, err)) < 0 ||
	    (rc = evidence_read(store, pupil_id, policy, &facts, err)) < 0)
		return rc;
	sen_evidence_judge(&facts, policy, law, funding, out);
	return 0;
}

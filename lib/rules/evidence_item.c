/* One item of evidence: its kinds of proof looked for, and how it stands. */
#include "rules/evidence.h"

#include <string.h>

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

struct look look_new(struct sen_evidence_facts *facts)
{
	struct look look = {.facts = facts, .newest = SEN_NO_DATE};

	look.records.arena = look.found.arena = facts->arena;
	return look;
}

/* ---- An item ---- */

void evidence_settle(const struct judging *judging, const struct look *look,
		     const struct sen_limit *old_after, bool where, struct sen_evidence_line *line)
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

struct sen_evidence_line *evidence_add(const struct judging *judging, const char *item, const char *name)
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

void evidence_policy_item(const struct judging *judging, const struct sen_policy_rule *rule)
{
	struct sen_evidence_line *line =
		evidence_add(judging, rule->code, rule->name ? rule->name : rule->code);
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
	evidence_settle(judging, &all, old ? &limit : NULL, where, line);
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

void evidence_law_item(const struct judging *judging, const struct sen_law_item *item)
{
	struct sen_arena *arena = judging->facts->arena;
	struct sen_evidence_line *line =
		evidence_add(judging, sen_format(arena, "code-%s", item->code), item->name);
	const struct kind *kind = kind_of(item->extra);
	struct look look = look_new(judging->facts);

	line->strength = "should";
	line->basis = "law";
	line->cite = item->cite;
	line->confidence = item->confidence;
	line->note = item->note;
	if (kind && kind->look == look_consent && asked_by_parents(judging->facts)) {
		look_say(&look, "the parents asked themselves");
		evidence_settle(judging, &look, NULL, true, line);
		return;
	}
	if (kind)
		kind->look(&look);
	else
		look_say(&look, "no record shows it: see to it yourself");
	evidence_settle(judging, &look, NULL, false, line);
}

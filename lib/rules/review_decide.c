/* What a review decided: the policy's own list, or plain words where it has none
 * (R51; a policy without review_decisions is silent). */
#include "rules/rules.h"

#include <sen/json.h>
#include <sen/review.h>
#include <sen/text.h>

#include <string.h>

static const struct {
	const char *code, *name;
} plain[] = {
	{"end", "the support ends"},	     {"continue", "the support goes on"},
	{"adapt", "the support is adapted"}, {"step-up", "a step up"},
	{"agency", "an outside agency"},     {"ehc", "an EHC needs assessment is asked for"},
};

/* Letters of any case; a blank, '-' and '_' are one. */
static bool same_word(const char *a, const char *b)
{
	size_t i;

	for (i = 0; a[i] && b[i]; i++) {
		char pair[2] = {a[i], b[i]};

		for (int k = 0; k < 2; k++)
			if (pair[k] == ' ' || pair[k] == '_')
				pair[k] = '-';
			else if (pair[k] >= 'A' && pair[k] <= 'Z')
				pair[k] += 'a' - 'A';
		if (pair[0] != pair[1])
			return false;
	}
	return !a[i] && !b[i];
}

static const char *plain_word(const char *text)
{
	for (size_t i = 0; i < SEN_COUNT(plain); i++)
		if (same_word(plain[i].code, text))
			return plain[i].code;
	return NULL;
}

/* What the item means when nothing more exact is said. */
static const char *means(const struct sen_policy_rule *rule)
{
	const struct sen_json *also = sen_json_get(rule->json, "also");
	const char *own = plain_word(rule->code);

	return own || sen_json_count(also) != 1 ? own : plain_word(sen_json_text(sen_json_at(also, 0)));
}

/* The word of `also` that was typed, or the code; NULL: another item is meant. */
static const char *word_of(const struct sen_policy_rule *rule, const char *text)
{
	const struct sen_json *also = sen_json_get(rule->json, "also");

	if (same_word(rule->code, text) || same_word(rule->name, text))
		return rule->code;
	for (size_t i = 0; i < sen_json_count(also); i++) {
		const char *word = sen_json_text(sen_json_at(also, i));

		if (word && same_word(word, text))
			return word;
	}
	return NULL;
}

static bool of_policy(struct sen_arena *arena, const struct sen_policy *policy, const char *text,
		      struct sen_decision *out, struct sen_buf *list)
{
	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		const char *word;

		if (strcmp(rule->section, "review-decision") != 0)
			continue;
		sen_buf_addf(list, "%s%s (%s)", list->len ? ", " : "", rule->code, rule->name);
		if (out->code || !(word = word_of(rule, text)))
			continue;
		out->code = out->kept = rule->code;
		out->name = rule->name;
		out->plain = plain_word(word) ? plain_word(word) : means(rule);
		if (out->plain && (!means(rule) || strcmp(out->plain, means(rule)) != 0))
			out->kept = sen_format(arena, "%s: %s", rule->code, out->plain);
	}
	return list->len > 0;
}

int sen_review_decide(struct sen_store *store, int64_t pupil_id, sen_date day, const char *text,
		      struct sen_decision *out, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	const struct sen_policy *policy;
	const char *word = strstr(text, ": ") ? strstr(text, ": ") + 2 : text;
	int rc = rules_policy_of(store, pupil_id, day, &policy, err);

	*out = (struct sen_decision){0};
	if (rc < 0)
		return rc;
	if (!of_policy(store->arena, policy, word, out, &list))
		for (size_t i = 0; i < SEN_COUNT(plain); i++) {
			sen_buf_addf(&list, "%s%s (%s)", i ? ", " : "", plain[i].code, plain[i].name);
			if (same_word(plain[i].code, word))
				*out = (struct sen_decision){plain[i].code, plain[i].name, plain[i].code,
							     plain[i].code};
		}
	if (out->code)
		return 0;
	sen_fail(err, SEN_INVALID, "'%s' is no decision the policy '%s' knows",
		 sen_text_visible(store->arena, text, false), policy->name);
	sen_hint(err, "One of: %s.", list.text);
	return err->code;
}

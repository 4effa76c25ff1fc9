/* The policy's sets of questions, and an answer held against its question (R75). */
#include "rules/rules.h"

#include <sen/json.h>
#include <sen/text.h>
#include <sen/views.h>
#include <string.h>

static int policy_on(struct sen_store *store, sen_date day, const struct sen_policy **out,
		     struct sen_err *err)
{
	const struct sen_policy_set *set;
	int rc = sen_policies(store, &set, err);

	*out = rc < 0 ? NULL : sen_policy_on(set, store->school_id, day);
	return rc;
}

static const char *text_of(const struct sen_json *node, const char *key)
{
	return sen_json_text(sen_json_get(node, key));
}

static void read_questions(struct sen_arena *arena, const struct sen_json *items,
			   struct sen_question_set *set)
{
	set->count = sen_json_count(items);
	set->items = SEN_NEW(arena, struct sen_question, set->count + 1);
	for (size_t i = 0; i < set->count; i++) {
		const struct sen_json *item = sen_json_at(items, i), *answers = sen_json_get(item, "answers");
		struct sen_question *question = &set->items[i];

		question->code = text_of(item, "code");
		question->text = text_of(item, "text");
		question->answer_count = sen_json_count(answers);
		question->answers = SEN_NEW(arena, const char *, question->answer_count + 1);
		for (size_t k = 0; k < question->answer_count; k++)
			question->answers[k] = sen_json_text(sen_json_at(answers, k));
	}
}

int sen_question_sets(struct sen_store *store, sen_date day, struct sen_question_set **out, size_t *count,
		      struct sen_err *err)
{
	const struct sen_policy *policy;
	size_t cap = 0;
	int rc = policy_on(store, day, &policy, err);

	*out = NULL;
	*count = 0;
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		struct sen_question_set *set;

		if (strcmp(rule->section, "question-set") != 0)
			continue;
		set = SEN_PUSH(store->arena, *out, *count, cap);
		*set = (struct sen_question_set){
			.code = rule->code, .name = rule->name, .audience = text_of(rule->json, "audience")};
		read_questions(store->arena, sen_json_get(rule->json, "items"), set);
	}
	return rc;
}

int sen_question_set(struct sen_store *store, const char *text, sen_date day, struct sen_question_set *out,
		     struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	struct sen_question_set *sets;
	size_t count;
	int rc = sen_question_sets(store, day, &sets, &count, err);

	if (rc < 0)
		return rc;
	for (size_t i = 0; i < count; i++) {
		*out = sets[i];
		if (sen_text_same(out->code, text) || sen_text_same(out->name, text))
			return 0;
		sen_buf_addf(&list, "%s%s", i ? ", " : "", out->code);
	}
	sen_fail(err, SEN_NOTFOUND, "the policy has no set of questions '%s'",
		 sen_text_visible(store->arena, text, false));
	if (count)
		sen_hint(err, "One of %s: 'sendctl policy show'.", list.text);
	else
		sen_hint(err, "Sets are in the section 'questions' of a policy file: sendctl-policy(5).");
	return err->code;
}

const struct sen_question *sen_question_find(const struct sen_question_set *set, const char *text)
{
	for (size_t i = 0; i < set->count; i++)
		if (sen_text_same(set->items[i].code, text) || sen_text_same(set->items[i].text, text))
			return &set->items[i];
	return NULL;
}

int sen_question_answer(struct sen_store *store, const struct sen_question_set *set,
			const struct sen_question *question, const char *text, struct sen_voice *voice,
			struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};

	voice->question_set = set->code;
	voice->question = question->code;
	voice->audience = set->audience;
	if (question->answer_count == 0)
		return sen_field_set(store, sen_field_named(&sen_voice_record, "words"), voice, text, err);
	for (size_t i = 0; i < question->answer_count; i++) {
		voice->answer = question->answers[i];
		if (sen_text_same(voice->answer, text))
			return 0;
		sen_buf_addf(&list, "%s%s", i ? ", " : "", voice->answer);
	}
	sen_fail(err, SEN_INVALID, "'%s' is no answer to '%s'", sen_text_visible(store->arena, text, false),
		 question->code);
	sen_hint(err, "One of: %s.", list.text);
	return err->code;
}

int sen_small_least(struct sen_store *store, sen_date day, int64_t *least, struct sen_err *err)
{
	const struct sen_policy_rule *rule;
	const struct sen_policy *policy;
	const char *sign;
	int rc = policy_on(store, day, &policy, err);

	*least = 5;
	rule = policy ? sen_policy_rule(policy, "setting", "small-numbers") : NULL;
	sign = rule && rule->value ? strchr(rule->value, '<') : NULL;
	if (!sign)
		return rc;
	sign += 1 + strspn(sign + 1, " ");
	if (!sen_int_parse(sen_strndup(store->arena, sign, strspn(sign, "0123456789")), least) || *least < 1)
		*least = 5;
	return rc;
}

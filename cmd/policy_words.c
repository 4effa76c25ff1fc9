/* The rows of a policy in words: how long, who, how strongly, what else. */
#include "policy_page.h"

#include <sen/json.h>

#include <string.h>

/* "6 weeks from the concern", "each term"; NULL for no limit. */
static const char *limit_words(struct sen_arena *arena, const struct sen_limit *limit, enum sen_basis basis)
{
	static const struct {
		const char *from, *words;
	} events[] = {{"raised", " from the concern"},
		      {"entered", " from entry"},
		      {"strategies", " with the strategies"},
		      {"recommended", " with the recommendations"},
		      {"agreed", " for the child"},
		      {"made", " in the plan"},
		      {"last", " from the last"},
		      {"started", " from its start"},
		      {"decided", " from the decision"},
		      {"asked", " from asking"},
		      {"sent", " from sending"},
		      {"birth", " from birth"}};
	const char *words = sen_limit_words(arena, limit), *event = "";
	bool round = limit->kind == SEN_LIMIT_TERM || limit->kind == SEN_LIMIT_HALF_TERM;

	if (!words)
		return NULL;
	for (size_t i = 0; limit->from && i < SEN_COUNT(events); i++)
		if (strcmp(events[i].from, limit->from) == 0)
			event = events[i].words;
	if (limit->kind != SEN_LIMIT_DATE && limit->from && strcmp(limit->from, "made") == 0)
		event = " from making";
	return sen_format(arena, "%s%s%s%s%s", words, round ? "" : event, limit->basis != basis ? " (" : "",
			  limit->basis != basis ? sen_basis_word(limit->basis) : "",
			  limit->basis != basis ? ")" : "");
}

const char *policy_level_value(struct sen_arena *arena, const struct sen_level *level)
{
	return limit_words(arena, &level->limit, level->basis);
}

const char *policy_rule_value(struct sen_arena *arena, const struct sen_policy_rule *rule)
{
	return rule->value ? rule->value : limit_words(arena, &rule->limit, rule->basis);
}

/* "; label: text", or nothing for no text. */
static void note_add(struct sen_buf *note, const char *label, const char *text)
{
	if (text && *text)
		sen_buf_addf(note, "%s%s%s", note->len ? "; " : "", label, text);
}

static void note_list(struct sen_buf *note, const char *label, const struct sen_json *list)
{
	struct sen_buf buf = {.arena = note->arena};

	for (size_t i = 0; i < sen_json_count(list); i++) {
		const char *text = sen_json_text(sen_json_at(list, i));

		if (text)
			sen_buf_addf(&buf, "%s%s", buf.len ? ", " : "", text);
	}
	note_add(note, label, buf.text);
}

static void note_says(struct sen_buf *note, const char *says, const char *use, const char *why)
{
	if (!says)
		return;
	note_add(note, "", sen_format(note->arena, "the policy says: %s", says));
	note_add(note, "used: ", use);
	note_add(note, "why: ", why);
}

static const char *json_text(const struct sen_json *node, const char *key)
{
	return sen_json_text(sen_json_get(node, key));
}

/* "consent:agency" -> "consent (agency)", "parents-met" -> "parents met". */
static const char *need_words(struct sen_arena *arena, const char *need)
{
	const char *colon = strchr(need, ':');
	char *words = colon ? sen_format(arena, "%.*s (%s)", (int)(colon - need), need, colon + 1)
			    : sen_strdup(arena, need);

	for (char *at = words; *at; at++)
		if (*at == '-')
			*at = ' ';
	return words;
}

const char *policy_level_note(struct sen_arena *arena, const struct sen_level *level)
{
	struct sen_buf note = {.arena = arena}, needs = {.arena = arena};

	note_add(&note, "", level->monitored ? "monitoring list" : NULL);
	for (size_t i = 0; i < level->need_count; i++)
		sen_buf_addf(&needs, "%s%s", i ? ", " : "", need_words(arena, level->needs[i]));
	note_add(&note, "needs ", needs.text);
	note_add(&note, "next: ", level->next);
	note_says(&note, json_text(level->json, "says"), json_text(level->json, "use"),
		  json_text(level->json, "why"));
	note_add(&note, "", level->note);
	return note.text;
}

const char *policy_rule_note(struct sen_arena *arena, const struct sen_policy_rule *rule, bool page)
{
	struct sen_buf note = {.arena = arena};
	const struct sen_json *json = rule->json;
	const char *use = json_text(json, "use");
	bool all = sen_json_true(sen_json_get(json, "all_of"));

	note_add(&note, "",
		 rule->strength && strcmp(rule->strength, "where") == 0 ? "where appropriate"
									: rule->strength);
	note_add(&note,
		 "who: ", rule->who ? sen_format(arena, "%s%s", rule->who, all ? " (together)" : "") : NULL);
	note_add(&note, "", rule->condition);
	note_list(&note, "for ", sen_json_get(json, "levels"));
	note_list(&note, "also: ", sen_json_get(json, "also"));
	note_list(&note, "agreed by: ", sen_json_get(json, "agreed_by"));
	note_add(&note, "", sen_json_true(sen_json_get(json, "signed")) ? "signed" : NULL);
	note_list(&note, "counts as: ", sen_json_get(json, "counts_as"));
	note_list(&note, "shown by: ", sen_json_get(json, "proof"));
	note_list(&note, "grounds of the law: ", sen_json_get(json, "ground"));
	note_says(&note, rule->says, use == rule->value ? NULL : use, rule->why);
	if (!page)
		note_add(&note, "in its words: ", json_text(json, "quote"));
	note_add(&note, "", rule->note);
	note_add(&note, "", rule->silent && !page ? "the policy is silent" : NULL);
	return note.text;
}

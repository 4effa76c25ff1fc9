/* How a target went, in the words of the policy in force: its scale, a number
 * each, what counts as met (R31, R41, R42). */
#include "rules/rules.h"

#include <sen/json.h>
#include <sen/plan.h>
#include <sen/text.h>

#include <string.h>

struct scale_row {
	const char *code;
	const struct sen_json *also; /* of a policy; else `words` */
	const char *words[3];
	int64_t value;
	bool met;
};

/* Goal attainment scaling: for a policy that has no scale of its own. */
static const struct scale_row plain[] = {
	{.code = "much-less", .value = -2, .words = {"not-met", "none"}},
	{.code = "less", .value = -1, .words = {"partly", "partly-met"}},
	{.code = "expected", .value = 0, .met = true, .words = {"met", "as-expected"}},
	{.code = "more", .value = 1, .met = true, .words = {"exceeded"}},
	{.code = "much-more", .value = 2, .met = true, .words = {"far-exceeded"}},
};

/* Letters of any case; a blank, '-' and '_' are one. */
static bool same_word(const char *a, const char *b)
{
	for (; a && b && *a && *b; a++, b++) {
		char x = *a == ' ' || *a == '_' ? '-' : *a, y = *b == ' ' || *b == '_' ? '-' : *b;

		if (x >= 'A' && x <= 'Z')
			x += 'a' - 'A';
		if (y >= 'A' && y <= 'Z')
			y += 'a' - 'A';
		if (x != y)
			return false;
	}
	return a && b && !*a && !*b;
}

static bool row_is(const struct scale_row *row, const char *name, const char *text)
{
	bool is = same_word(row->code, text) || same_word(name, text);
	int64_t number;

	for (size_t i = 0; i < sen_json_count(row->also) && !is; i++)
		is = same_word(sen_json_text(sen_json_at(row->also, i)), text);
	for (size_t i = 0; i < SEN_COUNT(row->words) && !is; i++)
		is = same_word(row->words[i], text);
	if (!is && row->value != SEN_NO_INT)
		is = sen_int_parse(*text == '+' ? text + 1 : text, &number) && number == row->value;
	return is;
}

static struct scale_row row_of(const struct sen_policy_rule *rule)
{
	struct scale_row row = {.code = rule->code, .value = SEN_NO_INT};

	if (!sen_json_int(sen_json_get(rule->json, "value"), &row.value))
		row.value = SEN_NO_INT;
	row.met = sen_json_true(sen_json_get(rule->json, "met"));
	row.also = sen_json_get(rule->json, "also");
	return row;
}

static void add_word(struct sen_buf *list, const struct scale_row *row)
{
	sen_buf_addf(list, "%s%s", list->len ? ", " : "", row->code);
	if (row->value != SEN_NO_INT)
		sen_buf_addf(list, row->value > 0 ? " (+%lld%s)" : " (%lld%s)", (long long)row->value,
			     row->met ? ", met" : "");
	else if (row->met)
		sen_buf_add(list, " (met)");
}

/* The row the text stands for; all of them go into `list`. */
static bool find(const struct sen_policy *policy, const char *text, struct scale_row *out,
		 struct sen_buf *list)
{
	bool found = false, own = false;

	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		struct scale_row row;

		if (strcmp(rule->section, "result") != 0)
			continue;
		own = true;
		row = row_of(rule);
		add_word(list, &row);
		if (!found && row_is(&row, rule->name, text)) {
			*out = row;
			found = true;
		}
	}
	for (size_t i = 0; i < SEN_COUNT(plain) && !own; i++) {
		add_word(list, &plain[i]);
		if (!found && row_is(&plain[i], NULL, text)) {
			*out = plain[i];
			found = true;
		}
	}
	return found;
}

int sen_result_read(struct sen_store *store, int64_t pupil_id, sen_date day, const char *text,
		    struct sen_progress *out, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	const struct sen_policy *policy;
	struct scale_row row = {0};
	int rc = rules_policy_of(store, pupil_id, day, &policy, err);

	if (rc < 0)
		return rc;
	if (!find(policy, text, &row, &list)) {
		sen_fail(err, SEN_INVALID, "'%s' is no result the policy '%s' knows",
			 sen_text_visible(store->arena, text, false), policy->name);
		sen_hint(err, "Its results: %s. The number will do.", list.text);
		return err->code;
	}
	out->result = row.code;
	out->value = row.value;
	out->met = row.met;
	return 0;
}

int sen_result_name(struct sen_store *store, const struct sen_progress *mark, const char **out,
		    struct sen_err *err)
{
	const struct sen_policy *policy;
	const struct sen_policy_rule *rule;
	int rc;

	*out = mark->result;
	if (!mark->result)
		return 0;
	if ((rc = rules_policy_of(store, mark->pupil_id, mark->marked_on, &policy, err)) < 0)
		return rc;
	rule = sen_policy_rule(policy, "result", mark->result);
	if (rule && rule->name)
		*out = rule->name;
	return 0;
}

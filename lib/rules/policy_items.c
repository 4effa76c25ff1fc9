/* What the tables of policy_shape.c cannot say about the rest of a file: limits
 * that need a number, cites that name headings, words that point elsewhere,
 * steps that wait for themselves. */
#include "rules/policy_shape.h"

#include <sen/text.h>

#include <string.h>

void policy_check_limit(struct policy_reader *reader, const struct shape_path *path,
			const struct sen_json *node)
{
	static const char *const counted[] = {"days", "weeks", "months", "school-days", "checks"};
	static const char *const whole[] = {"none", "term", "half-term", "date"};
	const char *kind = sen_json_text(sen_json_get(node, "kind"));
	const struct sen_json *n = sen_json_get(node, "n");
	struct shape_path at = {.up = path, .key = "n"};
	bool needs = false, none = false;
	int64_t number;

	for (size_t i = 0; kind && i < SEN_COUNT(counted); i++)
		needs = needs || strcmp(kind, counted[i]) == 0;
	for (size_t i = 0; kind && i < SEN_COUNT(whole); i++)
		none = none || strcmp(kind, whole[i]) == 0;
	if (needs && !n)
		policy_fault(reader, &at, "missing: how many %s", kind);
	else if (needs && sen_json_int(n, &number) && number == 0)
		policy_fault(reader, &at, "must be 1 or more");
	else if (none && n)
		policy_fault(reader, &at, "a limit of kind '%s' has no number", kind);
}

static bool has_heading(const struct sen_json *headings, const char *cite, size_t len)
{
	for (size_t i = 0; i < sen_json_count(headings); i++) {
		const char *own = sen_json_text(sen_json_get(sen_json_at(headings, i), "cite"));

		if (own && strlen(own) == len && strncmp(own, cite, len) == 0)
			return true;
	}
	return false;
}

void policy_check_cite(struct policy_reader *reader, const struct shape_path *path,
		       const struct sen_json *cite)
{
	const struct sen_json *headings = sen_json_get(reader->root, "headings");
	const char *at = sen_json_text(cite);

	while (headings && at && *at) {
		size_t len = strcspn(at, ",");

		if (!has_heading(headings, at, len))
			policy_fault(reader, path, "'%.*s' is not in headings", (int)len, at);
		at += len;
		at += strspn(at, ", ");
	}
}

/* The lists that words of needs, opens, asks and before point into. */
static const struct {
	const char *word, *list;
} pointers[] = {{"level:", "levels"}, {"plan:", "plans"}, {"consent:", "consents"}, {"form:", "forms"}};

static bool is_pointer(struct policy_reader *reader, const struct shape_path *path, const char *text)
{
	for (size_t i = 0; i < SEN_COUNT(pointers); i++) {
		size_t len = strlen(pointers[i].word);

		if (strncmp(text, pointers[i].word, len) != 0)
			continue;
		if (!policy_item(reader->root, pointers[i].list, text + len))
			policy_fault(reader, path, "'%s' is not in %s", text + len, pointers[i].list);
		return true;
	}
	return false;
}

void policy_check_word(struct policy_reader *reader, const struct shape_path *path,
		       const struct sen_json *node, const char *words)
{
	const char *text = sen_json_text(node), *known[32], *near;
	size_t n = 0;

	if (!text) {
		policy_fault(reader, path, "not a text");
		return;
	}
	for (const char *at = words; *at && n < SEN_COUNT(known); at += *at == '|') {
		size_t len = strcspn(at, "|");

		known[n++] = sen_strndup(reader->arena, at, len);
		at += len;
		if (strcmp(known[n - 1], text) == 0)
			return;
		/* "level:" allows "level:C". */
		if (known[n - 1][len - 1] == ':' && strncmp(known[n - 1], text, len) == 0 &&
		    is_pointer(reader, path, text))
			return;
	}
	near = sen_text_guess(text, known, n);
	policy_fault(reader, path, "'%s' is not one of %s%s%s%s", text, words, near ? "; did you mean '" : "",
		     near ? near : "", near ? "'?" : "");
}

enum { STEPS = 64 };

/* Marks the steps that must come before step `i`, over others too. */
static void mark_before(const struct sen_json *steps, size_t i, bool seen[STEPS])
{
	const struct sen_json *after = sen_json_get(sen_json_at(steps, i), "after");

	for (size_t k = 0; k < sen_json_count(after); k++) {
		const char *wanted = sen_json_text(sen_json_at(after, k));

		for (size_t s = 0; wanted && s < sen_json_count(steps) && s < STEPS; s++) {
			const char *code = sen_json_text(sen_json_get(sen_json_at(steps, s), "code"));

			if (!code || seen[s] || strcmp(code, wanted) != 0)
				continue;
			seen[s] = true;
			mark_before(steps, s, seen);
		}
	}
}

static void check_steps(struct policy_reader *reader)
{
	const struct sen_json *steps = policy_list(reader->root, "concern.steps");
	struct shape_path concern = {.key = "concern"}, list = {.up = &concern, .key = "steps"};

	if (sen_json_count(steps) > STEPS)
		policy_fault(reader, &list, "more than %d steps", STEPS);
	for (size_t i = 0; i < sen_json_count(steps) && i < STEPS; i++) {
		struct shape_path item = {.up = &list, .index = i}, at = {.up = &item, .key = "after"};
		bool seen[STEPS] = {false};

		mark_before(steps, i, seen);
		if (seen[i])
			policy_fault(reader, &at, "the step would wait for itself");
	}
}

static void check_targets(struct policy_reader *reader)
{
	const struct sen_json *plans = sen_json_get(reader->root, "plans");
	struct shape_path list = {.key = "plans"};
	int64_t min, max;

	for (size_t i = 0; i < sen_json_count(plans); i++) {
		const struct sen_json *targets = sen_json_get(sen_json_at(plans, i), "targets");
		struct shape_path item = {.up = &list, .index = i}, part = {.up = &item, .key = "targets"},
				  at = {.up = &part, .key = "max"};

		if (sen_json_int(sen_json_get(targets, "min"), &min) &&
		    sen_json_int(sen_json_get(targets, "max"), &max) && max < min)
			policy_fault(reader, &at, "less than min");
	}
}

/* A word or a number stands for one result, and one at least is met. */
static void check_results(struct policy_reader *reader)
{
	const struct sen_json *results = sen_json_get(reader->root, "results");
	struct shape_path list = {.key = "results"};
	bool met = !results;
	int64_t value, other;

	for (size_t i = 0; i < sen_json_count(results); i++) {
		const struct sen_json *item = sen_json_at(results, i);
		struct shape_path at = {.up = &list, .index = i}, at_value = {.up = &at, .key = "value"};

		met = met || sen_json_true(sen_json_get(item, "met"));
		for (size_t k = 0; k < i && sen_json_int(sen_json_get(item, "value"), &value); k++)
			if (sen_json_int(sen_json_get(sen_json_at(results, k), "value"), &other) &&
			    other == value)
				policy_fault(reader, &at_value, "%lld is used twice", (long long)value);
	}
	if (!met)
		policy_fault(reader, &list, "none of them says 'met': true");
}

/* What the policy says wrongly must come with what is used, and why. */
static void check_says(struct policy_reader *reader, const char *list)
{
	static const char *const keys[] = {"says", "use", "why"};
	const struct sen_json *items = sen_json_get(reader->root, list);
	struct shape_path top = {.key = list};

	for (size_t i = 0; i < sen_json_count(items); i++) {
		struct shape_path item = {.up = &top, .index = i};

		for (size_t k = 0; k < SEN_COUNT(keys); k++) {
			struct shape_path at = {.up = &item, .key = keys[k]};

			if (!sen_json_get(sen_json_at(items, i), keys[k]))
				policy_fault(reader, &at, "missing");
		}
	}
}

void policy_check_items(struct policy_reader *reader)
{
	check_steps(reader);
	check_targets(reader);
	check_results(reader);
	check_says(reader, "old_words");
	check_says(reader, "out_of_date");
}

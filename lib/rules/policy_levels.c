/* What the tables of policy_shape.c cannot say about levels: the census code
 * against the register, one monitoring list, where an import puts a child. */
#include "rules/policy_shape.h"

#include <string.h>

static bool text_is(const struct sen_json *node, const char *key, const char *want)
{
	const char *text = sen_json_text(sen_json_get(node, key));

	return text && strcmp(text, want) == 0;
}

static void check_level(struct policy_reader *reader, const struct shape_path *path,
			const struct sen_json *level)
{
	struct shape_path census = {.up = path, .key = "census"},
			  also = {.up = path, .key = "register_census"},
			  monitored = {.up = path, .key = "monitored"};
	bool may = text_is(level, "register", "may");

	if (text_is(level, "register", "yes") && text_is(level, "census", "N"))
		policy_fault(reader, &census, "a level on the register is K or E, not N");
	if (text_is(level, "register", "no") && !text_is(level, "census", "N"))
		policy_fault(reader, &census, "a level off the register is N");
	if (may && !text_is(level, "census", "N"))
		policy_fault(reader, &census, "a level that may be on the register is N until it is");
	if (may && !sen_json_get(level, "register_census"))
		policy_fault(reader, &also, "missing: the census code once the child is on the register");
	if (!may && sen_json_get(level, "register_census"))
		policy_fault(reader, &also, "only for a level that may be on the register");
	if (sen_json_true(sen_json_get(level, "monitored")) && text_is(level, "register", "yes"))
		policy_fault(reader, &monitored, "the monitoring list is apart from the register");
}

/* K and E must lead to levels of that code; monitored to the monitored one. */
static void check_import(struct policy_reader *reader, bool any_monitored)
{
	const struct sen_json *map = sen_json_get(reader->root, "on_import");
	struct shape_path top = {.key = "on_import"};

	for (size_t i = 0; i < sen_json_count(map); i++) {
		const struct sen_json *member = sen_json_at(map, i);
		const char *key = sen_json_key(member), *code = sen_json_text(member);
		const struct sen_json *level = code ? policy_item(reader->root, "levels", code) : NULL;
		struct shape_path at = {.up = &top, .key = key};

		if (!level)
			continue;
		if (strlen(key) == 1 && !text_is(level, "census", key))
			policy_fault(reader, &at, "level '%s' has not the census code %s", code, key);
		if (strcmp(key, "monitored") == 0 && !sen_json_true(sen_json_get(level, "monitored")))
			policy_fault(reader, &at, "level '%s' is not the monitored one", code);
	}
	if (any_monitored && map && !sen_json_get(map, "monitored")) {
		struct shape_path at = {.up = &top, .key = "monitored"};

		policy_fault(reader, &at, "missing: there is a monitored level");
	}
}

void policy_check_levels(struct policy_reader *reader)
{
	const struct sen_json *levels = sen_json_get(reader->root, "levels");
	struct shape_path top = {.key = "levels"};
	bool seen = false;

	if (sen_json_kind(levels) == SEN_JSON_LIST && !sen_json_count(levels))
		policy_fault(reader, &top, "empty: a policy has at least one level");
	for (size_t i = 0; i < sen_json_count(levels); i++) {
		const struct sen_json *level = sen_json_at(levels, i);
		struct shape_path path = {.up = &top, .index = i}, at = {.up = &path, .key = "monitored"};

		if (sen_json_kind(level) != SEN_JSON_OBJECT)
			continue;
		check_level(reader, &path, level);
		if (!sen_json_true(sen_json_get(level, "monitored")))
			continue;
		if (seen)
			policy_fault(reader, &at, "only one level can be the monitoring list");
		seen = true;
	}
	check_import(reader, seen);
}

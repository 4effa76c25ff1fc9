/* Where two policies differ: item by item of every section, key by key. */
#include <sen/date.h>
#include <sen/json.h>
#include <sen/policy.h>

#include <string.h>

struct differ {
	struct sen_arena *arena;
	struct sen_policy_difference *items;
	size_t count, cap;
};

static void differ_add(struct differ *differ, const char *section, const char *code, const char *field,
		       const char *a, const char *b)
{
	if ((!a && !b) || (a && b && strcmp(a, b) == 0))
		return;
	*SEN_PUSH(differ->arena, differ->items, differ->count, differ->cap) =
		(struct sen_policy_difference){section, code, field, a, b};
}

/* A value in words: lists with commas, a limit as "6 weeks from raised, 6.1". */
static const char *in_words(struct sen_arena *arena, const struct sen_json *node)
{
	struct sen_buf buf = {.arena = arena};
	const char *kind = sen_json_text(sen_json_get(node, "kind"));
	int64_t number;

	if (sen_json_kind(node) == SEN_JSON_OBJECT && kind && sen_json_int(sen_json_get(node, "n"), &number))
		sen_buf_addf(&buf, "%lld %s", (long long)number, kind);
	else if (sen_json_kind(node) == SEN_JSON_OBJECT && kind)
		sen_buf_add(&buf, kind);
	switch (sen_json_kind(node)) {
	case SEN_JSON_TEXT:
		return sen_json_text(node);
	case SEN_JSON_BOOL:
		return sen_json_true(node) ? "yes" : "no";
	case SEN_JSON_NUMBER:
		return sen_json_int(node, &number) ? sen_format(arena, "%lld", (long long)number) : NULL;
	case SEN_JSON_LIST:
	case SEN_JSON_OBJECT:
		for (size_t i = 0; i < sen_json_count(node); i++) {
			const char *part = in_words(arena, sen_json_at(node, i));
			const char *key = sen_json_key(sen_json_at(node, i));

			/* Said already: "6 weeks". */
			if (kind && key && (strcmp(key, "kind") == 0 || strcmp(key, "n") == 0))
				continue;
			if (part && key && strcmp(key, "from") == 0)
				sen_buf_addf(&buf, " from %s", part);
			else if (part)
				sen_buf_addf(&buf, "%s%s", buf.len ? ", " : "", part);
		}
		return buf.text;
	case SEN_JSON_NULL:
		break;
	}
	return NULL;
}

/* The parts of a plan, and the questions of a set, are rows of their own. */
static bool own_row(const char *section, const char *key)
{
	static const char *const parts[] = {"sections", "targets", "agreement", "review"};

	for (size_t i = 0; strcmp(section, "plan-kind") == 0 && i < SEN_COUNT(parts); i++)
		if (strcmp(key, parts[i]) == 0)
			return true;
	if (strcmp(section, "question-set") == 0 && strcmp(key, "items") == 0)
		return true;
	return strcmp(key, "code") == 0;
}

static void differ_keys(struct differ *differ, const char *section, const char *code,
			const struct sen_json *a, const struct sen_json *b)
{
	for (size_t i = 0; i < sen_json_count(a); i++) {
		const struct sen_json *member = sen_json_at(a, i);
		const char *key = sen_json_key(member);

		if (!own_row(section, key))
			differ_add(differ, section, code, key, in_words(differ->arena, member),
				   in_words(differ->arena, sen_json_get(b, key)));
	}
	for (size_t i = 0; i < sen_json_count(b); i++) {
		const struct sen_json *member = sen_json_at(b, i);
		const char *key = sen_json_key(member);

		if (!sen_json_get(a, key) && !own_row(section, key))
			differ_add(differ, section, code, key, NULL, in_words(differ->arena, member));
	}
}

/* What an item is known by, where only one policy has it. */
static const char *item_word(const struct sen_policy_rule *rule)
{
	return rule->name ? rule->name : rule->value ? rule->value : rule->says ? rule->says : "yes";
}

static void differ_levels(struct differ *differ, const struct sen_policy *a, const struct sen_policy *b)
{
	for (size_t i = 0; i < a->level_count; i++) {
		const struct sen_level *level = &a->levels[i], *other = sen_policy_level(b, level->code);

		if (other)
			differ_keys(differ, "level", level->code, level->json, other->json);
		else
			differ_add(differ, "level", level->code, "item", level->name, NULL);
	}
	for (size_t i = 0; i < b->level_count; i++)
		if (!sen_policy_level(a, b->levels[i].code))
			differ_add(differ, "level", b->levels[i].code, "item", NULL, b->levels[i].name);
}

static void differ_rules(struct differ *differ, const struct sen_policy *a, const struct sen_policy *b,
			 const char *section)
{
	for (size_t i = 0; i < a->rule_count; i++) {
		const struct sen_policy_rule *rule = &a->rules[i], *other;

		if (strcmp(rule->section, section) != 0)
			continue;
		other = sen_policy_rule(b, section, rule->code);
		if (!other)
			differ_add(differ, section, rule->code, "item", item_word(rule), NULL);
		else if (rule->json)
			differ_keys(differ, section, rule->code, rule->json, other->json);
		else
			differ_add(differ, section, rule->code, "value", rule->value, other->value);
	}
	for (size_t i = 0; i < b->rule_count; i++) {
		const struct sen_policy_rule *rule = &b->rules[i];

		if (strcmp(rule->section, section) == 0 && !sen_policy_rule(a, section, rule->code))
			differ_add(differ, section, rule->code, "item", NULL, item_word(rule));
	}
}

static const char *day_word(struct sen_arena *arena, sen_date day)
{
	char text[16];

	return day == SEN_NO_DATE ? NULL : sen_strdup(arena, sen_date_text(day, text));
}

static void differ_head(struct differ *differ, const struct sen_policy *a, const struct sen_policy *b)
{
	struct sen_arena *arena = differ->arena;

	differ_add(differ, "policy", NULL, "title", a->title, b->title);
	differ_add(differ, "policy", NULL, "about", a->about, b->about);
	differ_add(differ, "policy", NULL, "policy_date", day_word(arena, a->policy_date),
		   day_word(arena, b->policy_date));
	differ_add(differ, "policy", NULL, "review_date", day_word(arena, a->review_date),
		   day_word(arena, b->review_date));
	differ_add(differ, "policy", NULL, "ratified_on", day_word(arena, a->ratified_on),
		   day_word(arena, b->ratified_on));
	differ_add(differ, "import", "K", "level", a->on_import_k, b->on_import_k);
	differ_add(differ, "import", "E", "level", a->on_import_e, b->on_import_e);
	differ_add(differ, "import", "monitored", "level", a->on_import_m, b->on_import_m);
}

void sen_policy_diff(struct sen_arena *arena, const struct sen_policy *a, const struct sen_policy *b,
		     struct sen_policy_difference **out, size_t *count)
{
	struct differ differ = {.arena = arena};

	differ_head(&differ, a, b);
	differ_levels(&differ, a, b);
	for (size_t i = 0; i < sen_policy_title_count; i++)
		if (strcmp(sen_policy_titles[i].section, "level") != 0)
			differ_rules(&differ, a, b, sen_policy_titles[i].section);
	*out = differ.items;
	*count = differ.count;
}

static const struct sen_column diff_columns[] = {
	{.name = "section",
	 .label = "Section",
	 .kind = SEN_C_TEXT,
	 .help = "as policy show names it; policy, import"},
	{.name = "code", .label = "Code", .kind = SEN_C_TEXT, .help = "the item's key"},
	{.name = "field",
	 .label = "Field",
	 .kind = SEN_C_TEXT,
	 .help = "its key in the file; 'item' where one policy has no such item"},
	{.name = "a", .label = "A", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, .help = "in the first policy"},
	{.name = "b", .label = "B", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, .help = "in the second"},
};
const struct sen_query sen_policy_diff_query = {.name = "policy-diff",
						.title = "Differences",
						.version = 1,
						.columns = diff_columns,
						.count = SEN_COUNT(diff_columns),
						.empty = "The two policies say the same."};

/* A faultless policy tree as struct sen_policy: levels, and one row a rule of
 * every other section, in the order of the file. */
#include "rules/policy_shape.h"

#include <string.h>

static const char *get_text(const struct sen_json *node, const char *key)
{
	return sen_json_text(sen_json_get(node, key));
}

static int choice(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; text && i < count; i++)
		if (strcmp(text, words[i]) == 0)
			return (int)i;
	return 0;
}

/* Basis and cite of a node; where it says neither, those of the item it is in. */
static void read_basis(const struct sen_json *node, enum sen_basis *basis, const char **cite)
{
	static const char *const words[] = {"policy", "law", "judgement"};
	const char *word = get_text(node, "basis"), *where = get_text(node, "cite");

	if (!word && !where)
		return;
	*basis = (enum sen_basis)choice(word, words, SEN_COUNT(words));
	*cite = where;
}

static struct sen_limit read_limit(const struct sen_json *node, enum sen_basis basis, const char *cite)
{
	static const char *const kinds[] = {"none", "days",	 "weeks",  "months", "school-days",
					    "term", "half-term", "checks", "date"};
	struct sen_limit limit = {.basis = basis, .cite = cite};
	int64_t n = 0;

	limit.kind = (enum sen_limit_kind)choice(get_text(node, "kind"), kinds, SEN_COUNT(kinds));
	if (sen_json_int(sen_json_get(node, "n"), &n))
		limit.n = (int)n;
	limit.from = get_text(node, "from");
	read_basis(node, &limit.basis, &limit.cite);
	return limit;
}

static const char **read_texts(struct sen_arena *arena, const struct sen_json *list, size_t *count)
{
	const char **out = SEN_NEW(arena, const char *, sen_json_count(list) + 1);

	*count = sen_json_count(list);
	for (size_t i = 0; i < *count; i++)
		out[i] = sen_json_text(sen_json_at(list, i));
	return out;
}

static void read_level(struct sen_arena *arena, const struct sen_json *node, struct sen_level *level)
{
	static const char *const on[] = {"no", "may", "yes"};

	level->code = get_text(node, "code");
	level->name = get_text(node, "name");
	level->census = get_text(node, "census");
	level->register_census = get_text(node, "register_census");
	if (!level->register_census)
		level->register_census = level->census;
	level->on_register = (enum sen_on_register)choice(get_text(node, "register"), on, SEN_COUNT(on));
	level->monitored = sen_json_true(sen_json_get(node, "monitored"));
	read_basis(node, &level->basis, &level->cite);
	level->limit = read_limit(sen_json_get(node, "limit"), level->basis, level->cite);
	level->needs = read_texts(arena, sen_json_get(node, "needs"), &level->need_count);
	level->next = get_text(node, "next");
	level->note = get_text(node, "note");
	level->json = node;
}

/* "class teacher, SENDCo": the roles of a rule in the policy's own words. */
static const char *role_words(struct sen_arena *arena, const struct sen_json *root,
			      const struct sen_json *who)
{
	struct sen_buf buf = {.arena = arena};

	for (size_t i = 0; i < sen_json_count(who); i++) {
		const char *code = sen_json_text(sen_json_at(who, i));
		const char *name = get_text(policy_item(root, "roles", code), "name");

		sen_buf_addf(&buf, "%s%s", i ? ", " : "", name ? name : code);
	}
	return buf.text;
}

struct rows {
	struct sen_arena *arena;
	const struct sen_json *root;
	struct sen_policy_rule *items;
	size_t count, cap;
};

static struct sen_policy_rule *add_rule(struct rows *rows, const char *section, const struct sen_json *node)
{
	struct sen_policy_rule *rule = SEN_PUSH(rows->arena, rows->items, rows->count, rows->cap);
	const struct sen_json *who = sen_json_get(node, "who");

	*rule = (struct sen_policy_rule){.section = section, .json = node};
	rule->code = get_text(node, "code");
	rule->name = get_text(node, "name");
	rule->value = get_text(node, "value");
	if (!rule->value)
		rule->value = get_text(node, "use");
	rule->strength = get_text(node, "strength");
	rule->who = role_words(rows->arena, rows->root, who);
	rule->role = sen_json_text(sen_json_at(who, 0));
	rule->condition = get_text(node, "condition");
	rule->note = get_text(node, "note");
	rule->says = get_text(node, "says");
	rule->why = get_text(node, "why");
	rule->silent = sen_json_true(sen_json_get(node, "silent"));
	read_basis(node, &rule->basis, &rule->cite);
	rule->limit = read_limit(sen_json_get(node, "limit"), rule->basis, rule->cite);
	return rule;
}

/* "3 to 4", "1 or more". */
static const char *target_words(struct sen_arena *arena, const struct sen_json *targets)
{
	int64_t min = 0, max = 0;
	bool least = sen_json_int(sen_json_get(targets, "min"), &min),
	     most = sen_json_int(sen_json_get(targets, "max"), &max);

	if (least && most)
		return min == max ? sen_format(arena, "%lld", (long long)min)
				  : sen_format(arena, "%lld to %lld", (long long)min, (long long)max);
	return least  ? sen_format(arena, "%lld or more", (long long)min)
	       : most ? sen_format(arena, "up to %lld", (long long)max)
		      : NULL;
}

/* The parts of a kind of plan: "IEP/targets", number of targets, review. */
static void add_plan_parts(struct rows *rows, const struct sen_json *plan, const struct sen_policy_rule *kind)
{
	const struct sen_json *sections = sen_json_get(plan, "sections");
	const struct sen_json *review = sen_json_get(plan, "review"), *agreement;
	const char *code = kind->code, *name = kind->name;
	enum sen_basis basis = kind->basis;
	const char *cite = kind->cite;
	struct sen_policy_rule *rule;

	for (size_t i = 0; i < sen_json_count(sections); i++) {
		rule = add_rule(rows, "plan-section", sen_json_at(sections, i));
		rule->code = sen_format(rows->arena, "%s/%s", code, rule->code);
	}
	if (sen_json_get(plan, "targets")) {
		rule = add_rule(rows, "plan-targets", sen_json_get(plan, "targets"));
		rule->code = code;
		rule->name = name;
		rule->value = target_words(rows->arena, rule->json);
	}
	if (review) {
		rule = add_rule(rows, "plan-review", review);
		rule->code = code;
		rule->name = name;
		rule->limit = read_limit(review, basis, cite);
		rule->basis = rule->limit.basis;
		rule->cite = rule->limit.cite;
	}
	agreement = sen_json_get(plan, "agreement");
	if (agreement) {
		rule = add_rule(rows, "plan-agreement", agreement);
		rule->code = code;
		rule->name = name;
		rule->limit = read_limit(agreement, basis, cite);
		rule->basis = rule->limit.basis;
		rule->cite = rule->limit.cite;
	}
}

/* "+1, met" */
static const char *result_words(struct sen_arena *arena, const struct sen_json *result)
{
	bool met = sen_json_true(sen_json_get(result, "met"));
	int64_t value;

	if (!sen_json_int(sen_json_get(result, "value"), &value))
		return met ? "met" : NULL;
	return sen_format(arena, value > 0 ? "+%lld%s" : "%lld%s", (long long)value, met ? ", met" : "");
}

/* The questions of a set: "parents/told", and the answers to choose from. */
static void add_questions(struct rows *rows, const struct sen_json *set, const struct sen_policy_rule *kind)
{
	const struct sen_json *items = sen_json_get(set, "items");
	const char *code = kind->code, *cite = kind->cite;
	enum sen_basis basis = kind->basis;

	for (size_t i = 0; i < sen_json_count(items); i++) {
		const struct sen_json *item = sen_json_at(items, i), *list = sen_json_get(item, "answers");
		struct sen_policy_rule *rule = add_rule(rows, "question", item);
		struct sen_buf answers = {.arena = rows->arena};

		for (size_t k = 0; k < sen_json_count(list); k++)
			sen_buf_addf(&answers, "%s%s", k ? " / " : "", sen_json_text(sen_json_at(list, k)));
		rule->code = sen_format(rows->arena, "%s/%s", code, rule->code);
		rule->name = get_text(item, "text");
		rule->value = answers.text;
		rule->basis = basis;
		rule->cite = cite;
		rule->silent = kind->silent;
	}
}

static void add_sections(struct rows *rows, const struct shape *shape, const struct sen_json *object)
{
	for (size_t i = 0; i < shape->count; i++) {
		const struct shape_field *field = &shape->fields[i];
		const struct sen_json *list = sen_json_get(object, field->key);

		if (!field->section)
			continue;
		for (size_t k = 0; k < sen_json_count(list); k++) {
			const struct sen_json *item = sen_json_at(list, k);
			struct sen_policy_rule kind = *add_rule(rows, field->section, item);

			if (strcmp(field->section, "result") == 0)
				rows->items[rows->count - 1].value = result_words(rows->arena, item);
			if (strcmp(field->section, "plan-kind") == 0)
				add_plan_parts(rows, item, &kind);
			if (strcmp(field->section, "question-set") == 0)
				add_questions(rows, item, &kind);
		}
	}
}

/* A key of the file that is one choice, shown as a setting: which day begins the
 * next twelve months of an annual review, by default the decision's. */
static void add_restarts(struct rows *rows, struct sen_policy *out)
{
	const char *given = get_text(rows->root, "annual_review_restarts");
	struct sen_policy_rule *rule = SEN_PUSH(rows->arena, rows->items, rows->count, rows->cap);

	out->restarts_at_meeting = given && strcmp(given, "meeting") == 0;
	*rule = (struct sen_policy_rule){.section = "setting",
					 .code = "annual_review_restarts",
					 .name = "day that begins the next twelve months of an EHC plan",
					 .value = given ? given : "decision",
					 .basis = SEN_BASIS_JUDGEMENT,
					 .silent = !given};
}

static void read_headings(struct sen_arena *arena, const struct sen_json *list, struct sen_policy *out)
{
	struct sen_heading *heading = SEN_NEW(arena, struct sen_heading, sen_json_count(list) + 1);

	out->headings = heading;
	out->heading_count = sen_json_count(list);
	for (size_t i = 0; i < out->heading_count; i++)
		heading[i] = (struct sen_heading){get_text(sen_json_at(list, i), "cite"),
						  get_text(sen_json_at(list, i), "name")};
}

void policy_build(struct sen_arena *arena, const struct sen_json *root, struct sen_policy *out)
{
	const struct sen_json *levels = sen_json_get(root, "levels"), *map = sen_json_get(root, "on_import");
	const struct sen_json *concern = sen_json_get(root, "concern");
	struct sen_level *level = SEN_NEW(arena, struct sen_level, sen_json_count(levels));
	struct rows rows = {.arena = arena, .root = root};
	const char *date;

	out->title = get_text(root, "title");
	out->about = get_text(root, "about");
	out->policy_date = (date = get_text(root, "policy_date")) ? sen_date_iso(date) : SEN_NO_DATE;
	out->review_date = (date = get_text(root, "review_date")) ? sen_date_iso(date) : SEN_NO_DATE;
	out->ratified_on = (date = get_text(root, "ratified_on")) ? sen_date_iso(date) : SEN_NO_DATE;
	read_headings(arena, sen_json_get(root, "headings"), out);
	out->levels = level;
	out->level_count = sen_json_count(levels);
	for (size_t i = 0; i < out->level_count; i++)
		read_level(arena, sen_json_at(levels, i), &level[i]);
	out->on_import_k = get_text(map, "K");
	out->on_import_e = get_text(map, "E");
	out->on_import_m = get_text(map, "monitored");
	add_rule(&rows, "concern-window", sen_json_get(concern, "window"));
	add_sections(&rows, &policy_concern_shape, concern);
	add_sections(&rows, &policy_root_shape, root);
	add_restarts(&rows, out);
	out->rules = rows.items;
	out->rule_count = rows.count;
}

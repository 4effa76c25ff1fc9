/* The page of a policy, as a governor checks it against the text: its sections
 * with headings, the basis of every rule marked, cites beside. */
#include "policy_page.h"

#include <sen/json.h>

#include <string.h>

static const struct sen_column head_columns[] = {
	{.name = "title", .label = "Policy", .kind = SEN_C_TEXT},
	{.name = "about", .label = "In short", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE},
	{.name = "policy_date", .label = "Dated", .kind = SEN_C_DATE},
	{.name = "review_date", .label = "Review due", .kind = SEN_C_DATE},
	{.name = "ratified_on", .label = "Ratified", .kind = SEN_C_DATE},
	{.name = "from_on", .label = "In force from", .kind = SEN_C_DATE},
	{.name = "until_on", .label = "Until", .kind = SEN_C_DATE},
	{.name = "basis",
	 .label = "Basis",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "what the words of the basis column mean"},
};
#define TEXT_COLUMN(n, l)                                                        \
	{                                                                        \
		.name = n, .label = l, .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE \
	}
#define BASIS_COLUMNS {.name = "basis", .label = "Basis", .kind = SEN_C_TEXT}, TEXT_COLUMN("cite", "From")
static const struct sen_column level_columns[] = {
	{.name = "code", .label = "Code", .kind = SEN_C_TEXT},
	TEXT_COLUMN("name", "What it says"),
	{.name = "register", .label = "Register", .kind = SEN_C_TEXT},
	BASIS_COLUMNS,
};
static const struct sen_column plain_columns[] = {
	{.name = "code", .label = "Code", .kind = SEN_C_TEXT},
	TEXT_COLUMN("name", "What it says"),
	BASIS_COLUMNS,
};
static const struct sen_column old_columns[] = {
	TEXT_COLUMN("says", "It says"),
	TEXT_COLUMN("use", "Used instead"),
	TEXT_COLUMN("why", "Why"),
	BASIS_COLUMNS,
};
static const struct sen_column heading_columns[] = {
	{.name = "cite", .label = "From", .kind = SEN_C_TEXT},
	TEXT_COLUMN("name", "Heading in the policy"),
};

#define PART(app, name, title, columns) \
	sen_table_new((app)->arena, name, title, 1, columns, SEN_COUNT(columns))

/* The words, the policy's own below them, and who, how strongly, when. */
static const char *with_note(struct sen_arena *arena, const char *name, const char *note)
{
	if (!name || !note)
		return name ? name : note;
	return sen_format(arena, "%s\n(%s)", name, note);
}

static void put_basis(struct sen_cell *cell, enum sen_basis basis, const char *cite)
{
	sen_cell_text(&cell[0], sen_basis_word(basis));
	sen_cell_text(&cell[1], cite);
}

/* "each term; who: class teacher". */
static const char *joined(struct sen_arena *arena, const char *value, const char *note)
{
	return value && note ? sen_format(arena, "%s; %s", value, note) : value ? value : note;
}

static void page_levels(struct app *app, struct sen_table *page, const struct sen_policy *policy,
			const char *title)
{
	struct sen_table *part = PART(app, "level", title, level_columns);

	for (size_t i = 0; i < policy->level_count; i++) {
		const struct sen_level *level = &policy->levels[i];
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_text(&cell[0], level->code);
		sen_cell_text(&cell[1], with_note(app->arena, level->name,
						  joined(app->arena, policy_level_value(app->arena, level),
							 policy_level_note(app->arena, level))));
		sen_cell_text(&cell[2], level->on_register == SEN_ON_MAY
						? sen_format(app->arena, "may (%s or %s)", level->census,
							     level->register_census)
						: sen_format(app->arena, "%s (%s)",
							     level->on_register == SEN_ON_YES ? "yes" : "no",
							     level->census));
		put_basis(&cell[3], level->basis, level->cite);
	}
	sen_table_add_part(page, part);
}

/* "Individual Plan (IP): reviewed", where the section says what of it. */
static const char *rule_name(struct sen_arena *arena, const struct sen_policy_rule *rule)
{
	static const struct {
		const char *section, *what;
	} parts[] = {{"plan-targets", "number of targets"},
		     {"plan-review", "reviewed"},
		     {"plan-agreement", "agreement"}};

	if (strcmp(rule->section, "word") == 0)
		return rule->value;
	for (size_t i = 0; i < SEN_COUNT(parts); i++)
		if (strcmp(rule->section, parts[i].section) == 0)
			return sen_format(arena, "%s: %s", rule->name, parts[i].what);
	return rule->name ? rule->name : rule->says;
}

static void page_old(struct app *app, struct sen_table *part, const struct sen_policy_rule *rule)
{
	struct sen_cell *cell = sen_table_add(part);

	sen_cell_text(&cell[0],
		      rule->name ? sen_format(app->arena, "%s: %s", rule->name, rule->says) : rule->says);
	sen_cell_text(&cell[1], rule->value);
	sen_cell_text(&cell[2], rule->why);
	put_basis(&cell[3], rule->basis, rule->cite);
}

static const char *with_quote(struct sen_arena *arena, const char *name, const struct sen_policy_rule *rule)
{
	const char *quote = sen_json_text(sen_json_get(rule->json, "quote"));

	return name && quote ? sen_format(arena, "%s\n%s", name, quote) : quote ? quote : name;
}

static void page_rule(struct app *app, struct sen_table *part, const struct sen_policy_rule *rule)
{
	bool word = strcmp(rule->section, "word") == 0,
	     piece = strcmp(rule->section, "plan-section") == 0 || strcmp(rule->section, "question") == 0;
	const char *slash = strchr(rule->code, '/'), *name = rule_name(app->arena, rule),
		   *value = word ? NULL : policy_rule_value(app->arena, rule),
		   *note = joined(app->arena, value, policy_rule_note(app->arena, rule, true));
	struct sen_cell *cell = sen_table_add(part);

	/* Of "IEP/targets" the part: the plan stands above. */
	sen_cell_text(&cell[0], slash && piece ? slash + 1 : rule->code);
	sen_cell_text(&cell[1], with_note(app->arena, with_quote(app->arena, name, rule), note));
	put_basis(&cell[2], rule->basis, rule->cite);
}

/* Is the rule of a section with this title (or out of date, for that list)? */
static bool of_title(const struct sen_policy_rule *rule, const char *title)
{
	for (size_t i = 0; i < sen_policy_title_count; i++)
		if (strcmp(sen_policy_titles[i].section, rule->section) == 0)
			return strcmp(sen_policy_titles[i].title, title) == 0;
	return false;
}

static void page_section(struct app *app, struct sen_table *page, const struct sen_policy *policy,
			 const struct sen_policy_title *head)
{
	bool old = strcmp(head->section, "old-word") == 0 || strcmp(head->section, "out-of-date") == 0;
	struct sen_table *part = old ? PART(app, head->section, head->title, old_columns)
				     : PART(app, head->section, head->title, plain_columns);

	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (of_title(rule, head->title)) {
			if (old)
				page_old(app, part, rule);
			else
				page_rule(app, part, rule);
			continue;
		}
		/* Both readings stand together at the end, wherever the rule is. */
		if (strcmp(head->section, "out-of-date") == 0 && rule->says &&
		    strcmp(rule->section, "old-word") != 0)
			page_old(app, part, rule);
	}
	sen_table_add_part(page, part);
}

static void page_headings(struct app *app, struct sen_table *page, const struct sen_policy *policy)
{
	struct sen_table *part = PART(app, "heading", "The sections of the policy", heading_columns);

	for (size_t i = 0; i < policy->heading_count; i++) {
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_text(&cell[0], policy->headings[i].cite);
		sen_cell_text(&cell[1], policy->headings[i].name);
	}
	sen_table_add_part(page, part);
}

struct sen_table *policy_page(struct app *app, const struct sen_policy *policy)
{
	struct sen_table *page = PART(app, "policy-show", policy->title, head_columns);
	struct sen_cell *cell = sen_table_add(page);

	page->flags = SEN_Q_PAGE;
	sen_cell_text(&cell[0], policy->title);
	sen_cell_text(&cell[1], policy->about);
	sen_cell_date(app->arena, &cell[2], policy->policy_date);
	sen_cell_date(app->arena, &cell[3], policy->review_date);
	sen_cell_date(app->arena, &cell[4], policy->ratified_on);
	sen_cell_date(app->arena, &cell[5], policy->from);
	sen_cell_date(app->arena, &cell[6], policy->until);
	sen_cell_text(&cell[7], "policy: the policy says it, in the section named. law: the law or the Code "
				"says it. judgement: neither says it; advice only.");
	for (size_t i = 0; i < sen_policy_title_count; i++) {
		const struct sen_policy_title *title = &sen_policy_titles[i];

		if (strcmp(title->section, "level") == 0)
			page_levels(app, page, policy, title->title);
		else if (i == 0 || strcmp(title->title, sen_policy_titles[i - 1].title) != 0)
			page_section(app, page, policy, title);
	}
	page_headings(app, page, policy);
	return page;
}

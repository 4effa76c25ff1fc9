/* sendctl policy show: what a policy says, as a page or one row a rule. */
#include "policy_page.h"

#include <string.h>
#include <unistd.h>

int policy_file(struct app *app, struct sen_err *err)
{
	int rc;

	if (app->store || !app->db_path || access(app->db_path, F_OK) != 0)
		return 0;
	if ((rc = sen_store_open(app->arena, app->db_path, SEN_READ, &app->context, &app->store, err)) < 0 ||
	    (rc = sen_store_begin(app->store, err)) < 0)
		return rc;
	return app->school ? sen_store_school(app->store, app->school, err) : 0;
}

/* A version kept in the records file: the one in force, else the newest of that name. */
static int find_kept(struct app *app, const char *name, const struct sen_policy **out, struct sen_err *err)
{
	const struct sen_policy_set *set;
	int64_t own = sen_store_school_id(app->store);
	int rc = sen_policies(app->store, &set, err);

	for (size_t i = 0; rc == 0 && i < set->count && !*out; i++) {
		const struct sen_policy *now = sen_policy_on(set, set->schools[i], app->context.today);

		if (now && (!own || set->schools[i] == own) && (!name || strcmp(now->name, name) == 0))
			*out = now;
	}
	for (size_t i = rc == 0 ? set->count : 0; name && i-- > 0 && !*out;)
		if ((!own || set->schools[i] == own) && strcmp(set->items[i]->name, name) == 0)
			*out = set->items[i];
	return rc;
}

static bool ships(const char *name)
{
	for (size_t i = 0; name && i < sen_shipped_count; i++)
		if (strcmp(sen_shipped_policies[i].name, name) == 0)
			return true;
	return false;
}

int policy_find(struct app *app, const char *name, bool shipped_first, const struct sen_policy **out,
		struct sen_err *err)
{
	struct sen_policy *loaded;
	struct sen_fault *faults;
	size_t count;
	int rc = policy_file(app, err);

	*out = NULL;
	if (name && strcmp(name, "in-force") == 0)
		name = NULL;
	if (rc == 0 && app->store && !(shipped_first && ships(name)))
		rc = find_kept(app, name, out, err);
	if (rc < 0 || *out)
		return rc;
	if (!name) {
		sen_fail(err, SEN_NOTFOUND, "there is no records file yet, so no policy is in force");
		sen_hint(err, "Name one: sendctl policy show stages.");
		return err->code;
	}
	rc = sen_policy_load(app->arena, name, &loaded, &faults, &count, err);
	*out = rc < 0 ? NULL : loaded;
	return rc;
}

bool policy_wants_page(const struct app *app)
{
	return (app->style.format == SEN_FORMAT_TEXT || app->style.format == SEN_FORMAT_HTML) &&
	       !app->style.fields && !app->style.sort && !app->style.table && app->style.limit == SEN_NO_INT;
}

struct show_args {
	const char *name;
};
static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct show_args, name, "NAME", OPT_POSITIONAL, "NAME|FILE",
		     "a policy that ships, a file, or by default the one in force")};

static void show_level(struct app *app, struct sen_table *table, const struct sen_level *level)
{
	static const char *const on[] = {"no", "may", "yes"};
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_text(&cell[0], "level");
	sen_cell_text(&cell[1], level->code);
	sen_cell_text(&cell[2], level->name);
	sen_cell_text(&cell[3], policy_level_value(app->arena, level));
	sen_cell_text(&cell[4], level->census);
	sen_cell_text(&cell[5], on[level->on_register]);
	sen_cell_text(&cell[6], sen_basis_word(level->basis));
	sen_cell_text(&cell[7], level->cite);
	sen_cell_text(&cell[8], policy_level_note(app->arena, level));
}

static void show_rule(struct app *app, struct sen_table *table, const struct sen_policy_rule *rule)
{
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_text(&cell[0], rule->section);
	sen_cell_text(&cell[1], rule->code);
	sen_cell_text(&cell[2], rule->name);
	sen_cell_text(&cell[3], policy_rule_value(app->arena, rule));
	sen_cell_text(&cell[6], sen_basis_word(rule->basis));
	sen_cell_text(&cell[7], rule->cite);
	sen_cell_text(&cell[8], policy_rule_note(app->arena, rule, false));
}

static int show_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct show_args *args = data;
	const struct sen_query *query = &sen_policy_show;
	const struct sen_policy *policy;
	struct sen_table *table;
	int rc = policy_find(app, args->name, false, &policy, err);

	if (rc < 0)
		return rc;
	if (policy_wants_page(app))
		return app_answer_table(app, policy_page(app, policy), err);
	table = sen_table_new(app->arena, query->name, policy->title, query->version, query->columns,
			      query->count);
	for (size_t i = 0; i < policy->level_count; i++)
		show_level(app, table, &policy->levels[i]);
	for (size_t i = 0; i < policy->rule_count; i++)
		show_rule(app, table, &policy->rules[i]);
	return app_answer_table(app, table, err);
}

static const char *const show_examples[] = {"sendctl policy show stages",
					    "sendctl policy show trust --format html -o trust.html", NULL};
const struct cmd policy_show_cmd = {
	.noun = "policy",
	.verb = "show",
	.summary = "what a policy says, to be checked against it",
	.about = "Levels, steps, what comes round, lists and words of a policy, each with where it comes "
		 "from: the policy (with its section), the law, or judgement where both are silent. Where "
		 "the policy is wrong or out of date both readings stand at the end. Text and HTML are a "
		 "page; json and csv have one row a rule, and so has text with --fields.",
	.flags = CMD_READS | CMD_NO_FILE | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct show_args),
	.answer = &sen_policy_show,
	.examples = show_examples,
	.run = show_run};

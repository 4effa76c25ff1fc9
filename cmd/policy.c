/* sendctl policy: the school's policy as data: which there are, what one says,
 * is a file right, and putting one in force. */
#include "nouns.h"
#include "policy_page.h"

#include <sen/policy.h>

#include <string.h>

/* ---- list ---- */

static struct sen_cell *list_row(struct app *app, struct sen_table *table, const char *name,
				 const char *title)
{
	struct sen_cell *cell = sen_table_add(table);

	(void)app;
	sen_cell_text(&cell[0], name);
	sen_cell_text(&cell[1], title);
	return cell;
}

static int list_in_force(struct app *app, struct sen_table *table, struct sen_err *err)
{
	const struct sen_policy_set *set;
	int rc = sen_policies(app->store, &set, err);

	for (size_t i = 0; rc == 0 && i < set->count; i++) {
		const struct sen_policy *policy = set->items[i];
		int64_t own = sen_store_school_id(app->store);
		struct sen_cell *cell;

		if (own && set->schools[i] != own)
			continue;
		/* One replaced on the day it began was never in force. */
		if (policy->until != SEN_NO_DATE && policy->until <= policy->from)
			continue;
		cell = list_row(app, table, policy->name, policy->title);
		sen_cell_text(&cell[2], "records file");
		sen_cell_int(&cell[3], sen_policy_on(set, set->schools[i], app->context.today) == policy);
		sen_cell_date(app->arena, &cell[4], policy->from);
		sen_cell_date(app->arena, &cell[5], policy->until);
		sen_cell_int(&cell[6], set->schools[i]);
	}
	return rc;
}

static int list_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct sen_query *query = &sen_policy_list;
	struct sen_table *table = sen_table_of(app->arena, query);
	int rc = policy_file(app, err);

	(void)data;
	if (rc == 0 && app->store)
		rc = list_in_force(app, table, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; i < sen_shipped_count; i++) {
		struct sen_cell *cell =
			list_row(app, table, sen_shipped_policies[i].name, sen_shipped_policies[i].title);

		sen_cell_text(&cell[2], "sendctl");
		sen_cell_int(&cell[3], 0);
	}
	return app_answer_table(app, table, err);
}

static const char *const list_examples[] = {"sendctl policy list", NULL};
static const struct cmd list_cmd = {.noun = "policy",
				    .verb = "list",
				    .summary = "the policies that ship and those in force",
				    .flags = CMD_READS | CMD_NO_FILE | CMD_TABLE | CMD_ALL_SCHOOLS,
				    .answer = &sen_policy_list,
				    .examples = list_examples,
				    .run = list_run};

/* ---- check ---- */

struct check_args {
	const char *file;
};
static const struct opt check_opts[] = {OPT_ROW_WORD(
	struct check_args, file, "FILE", OPT_POSITIONAL | OPT_REQUIRED, "FILE", "the policy file")};

static int check_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct check_args *args = data;
	struct sen_policy *policy;
	struct sen_fault *faults;
	size_t count;
	int rc = sen_policy_load(app->arena, args->file, &policy, &faults, &count, err);

	if (rc < 0 && !count)
		return rc;
	for (size_t i = 0; i < count; i++)
		fprintf(stderr, "%s: %s: %s\n", args->file, faults[i].path, faults[i].what);
	if (count)
		return sen_fail(err, SEN_INVALID, "%zu fault%s in the policy '%s'", count,
				count == 1 ? "" : "s", args->file);
	fprintf(app->out, "%s: %s: %zu levels, %zu other rules, no fault\n", args->file, policy->title,
		policy->level_count, policy->rule_count);
	return 0;
}

static const char *const check_examples[] = {"sendctl policy check stages", NULL};
static const struct cmd check_cmd = {.noun = "policy",
				     .verb = "check",
				     .summary = "look through a policy file for faults",
				     .about = "Tells every fault of the file with its place, 'FILE: "
					      "levels[2].limit.n: what is wrong', and ends "
					      "with 4; without fault it says so and ends with 0.",
				     .flags = CMD_READS | CMD_NO_FILE,
				     .opts = check_opts,
				     .opt_count = SEN_COUNT(check_opts),
				     .args_size = sizeof(struct check_args),
				     .examples = check_examples,
				     .run = check_run};

/* ---- use ---- */

struct use_args {
	const char *name;
	sen_date from;
	struct texts maps;
};
#define S struct use_args
static const struct opt use_opts[] = {
	OPT_ROW_WORD(S, name, "NAME", OPT_POSITIONAL | OPT_REQUIRED, "NAME|FILE",
		     "a policy that ships, or your own file"),
	OPT_ROW_DATE(S, from, "from", 0, "the day it is in force from; today if left out"),
	OPT_ROW_WORDS(S, maps, "map", 0, "OLD=NEW", "children at level OLD go to level NEW"),
};
#undef S

static int read_maps(struct app *app, const struct texts *texts, struct sen_map *maps, struct sen_err *err)
{
	for (size_t i = 0; i < texts->count; i++) {
		const char *text = texts->items[i], *sign = strchr(text, '=');

		if (!sign || sign == text || !sign[1]) {
			sen_fail(err, SEN_USAGE, "--map: '%s' is not OLD=NEW", text);
			sen_hint(err, "Give the level now and the level of the new policy: --map B=SS.");
			return err->code;
		}
		maps[i].old_level = sen_strndup(app->arena, text, (size_t)(sign - text));
		maps[i].new_level = sen_strdup(app->arena, sign + 1);
	}
	return 0;
}

static int use_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct use_args *args = data;
	sen_date from = args->from == SEN_NO_DATE ? app->context.today : args->from;
	struct sen_map *maps = SEN_NEW(app->arena, struct sen_map, args->maps.count + 1);
	size_t moved = 0;
	char day[16];
	int rc;

	if ((rc = read_maps(app, &args->maps, maps, err)) < 0 ||
	    (rc = sen_policy_use(app->store, args->name, from, maps, args->maps.count, &moved, err)) < 0)
		return rc;
	app_say(app, "The policy '%s' is in force from %s.", args->name, sen_date_long(from, day));
	if (moved)
		app_say(app, "%zu %s moved to its levels.", moved, moved == 1 ? "child" : "children");
	app_say(app, "What is owed was worked out again for every child.");
	return 0;
}

static const char *const use_examples[] = {"sendctl policy use trust --map A=MON --map B=MON --map C=TGT "
					   "--map D=SPC --map SSPP=SPC",
					   NULL};
static const struct cmd use_cmd = {
	.noun = "policy",
	.verb = "use",
	.summary = "put a policy in force",
	.about = "From that day every rule, level and word is the new policy's; what happened before keeps "
		 "the "
		 "policy of its time. Every child who stands at a level goes to the level of the same code, "
		 "or "
		 "where --map OLD=NEW says; while one has no place nothing is changed.",
	.flags = CMD_WRITES,
	.opts = use_opts,
	.opt_count = SEN_COUNT(use_opts),
	.args_size = sizeof(struct use_args),
	.examples = use_examples,
	.run = use_run};

static const struct cmd *const verbs[] = {&list_cmd, &policy_show_cmd, &check_cmd, &policy_diff_cmd,
					  &use_cmd};
const struct noun policy_noun = {.name = "policy",
				 .summary = "the school's policy as data",
				 .group = "the school",
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};

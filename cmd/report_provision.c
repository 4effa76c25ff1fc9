/* sendctl report provision: the provision map, costed. */
#include "report_provision.h"
#include "frame.h"
#include "nouns.h"

struct args {
	struct texts pupils, pupil;
	const char *class_name, *year, *by;
	bool whole, costs;
	sen_date from, until;
};
#define S struct args
static const struct opt opts[] = {
	OPT_ROW_WORDS(S, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
	OPT_ROW_WORDS(S, pupil, "pupil", 0, "PUPIL", "this child"),
	OPT_ROW_WORD(S, class_name, "class", 0, "CLASS", "the children of this class"),
	OPT_ROW_WORD(S, year, "year", 0, "YEAR", "the children of this year group"),
	OPT_ROW_FLAG(S, whole, "whole-school", 0, "every child (so it is when nobody is named)"),
	OPT_ROW_FLAG(S, costs, "costs", 0, "with what it costs"),
	OPT_ROW_DATE(S, from, "from", 0, "first day of the period (1 September of this school year)"),
	OPT_ROW_DATE(S, until, "until", 0, "the first day after it (1 September of the next)"),
	OPT_ROW_CHOICE(S, by, "by", 0, "child|share|intervention|need|class|funding|adult|provision",
		       "one table of sums instead: a line a child, need, class ..."),
};
#undef S

/* The words of --by and the tables they stand for. */
static const struct {
	const char *word, *table;
} ways[] = {
	{"provision", "map"}, {"child", "children"},  {"share", "shares"}, {"need", "needs"},
	{"class", "classes"}, {"funding", "funding"}, {"adult", "adults"}, {"intervention", "interventions"}};

/* All the words that name children, as selectors; what the answer is headed with. */
static void words_of(struct app *app, const struct args *args, struct texts *out, struct sen_buf *title)
{
	for (size_t i = 0; i < args->pupils.count; i++)
		*SEN_PUSH(app->arena, out->items, out->count, out->cap) = args->pupils.items[i];
	for (size_t i = 0; i < args->pupil.count; i++)
		*SEN_PUSH(app->arena, out->items, out->count, out->cap) = args->pupil.items[i];
	if (args->class_name)
		*SEN_PUSH(app->arena, out->items, out->count, out->cap) =
			sen_format(app->arena, "@%s", args->class_name + (args->class_name[0] == '@'));
	if (args->year)
		*SEN_PUSH(app->arena, out->items, out->count, out->cap) =
			sen_format(app->arena, "year:%s", args->year);
	sen_buf_add(title, "Provision map");
	if (args->class_name && out->count == 1)
		sen_buf_addf(title, ": class %s", args->class_name + (args->class_name[0] == '@'));
	else if (args->year && out->count == 1)
		sen_buf_addf(title, ": year %s", args->year);
	else if (out->count == 0)
		sen_buf_add(title, ": whole school");
}

static int period(struct app *app, const struct args *args, struct sen_map_scope *scope, struct sen_err *err)
{
	char from[16], until[16];

	sen_school_year(args->from == SEN_NO_DATE ? sen_store_day(app->store) : args->from, &scope->from,
			&scope->until);
	if (args->from != SEN_NO_DATE)
		scope->from = args->from;
	if (args->until != SEN_NO_DATE)
		scope->until = args->until;
	if (args->until != SEN_NO_DATE && args->from == SEN_NO_DATE && scope->until <= scope->from)
		sen_school_year(scope->until - 1, &scope->from, &(sen_date){0});
	if (scope->until > scope->from)
		return 0;
	sen_fail(err, SEN_USAGE, "--until: %s is not after %s", sen_date_long(scope->until, until),
		 sen_date_long(scope->from, from));
	sen_hint(err, "--until is the first day after the period.");
	return err->code;
}

static int scope_of(struct app *app, const struct args *args, struct sen_map_scope *scope,
		    struct sen_buf *title, struct sen_err *err)
{
	struct texts words = {NULL, 0, 0};
	int64_t *ids = NULL;
	int rc = 0;

	words_of(app, args, &words, title);
	scope->names = app->style.names;
	if (args->whole && words.count)
		return sen_fail(err, SEN_USAGE, "--whole-school is every child: leave '%s' out",
				words.items[0]);
	if (words.count)
		rc = app_pupils_all(app, &words, &ids, &scope->pupil_count, err);
	scope->pupils = ids;
	return rc < 0 ? rc : period(app, args, scope, err);
}

/* A table of rows alone (CSV, NDJSON) is the map itself. */
static void choose_table(struct app *app, const struct args *args)
{
	if (app->style.table)
		return;
	for (size_t i = 0; args->by && i < SEN_COUNT(ways); i++)
		if (strcmp(args->by, ways[i].word) == 0)
			app->style.table = ways[i].table;
	if (!args->by && app->style.format == SEN_FORMAT_CSV)
		app->style.table = "map";
}

/* What a reader must know of the numbers; on paper without what to type. */
static void footnotes(struct app *app, const struct sen_provision_map *map, const struct args *args,
		      bool paper, struct sen_table *table)
{
	char from[16], to[16], day[16];
	const char **notes = SEN_NEW(app->arena, const char *, 3);

	table->footnotes = notes;
	notes[table->footnote_count++] =
		sen_format(app->arena,
			   "%s to %s. 'To date' is up to %s. Sessions planned by then: %lld; logged as "
			   "held: %lld.",
			   sen_date_long(map->from, from), sen_date_long(map->until - 1, to),
			   sen_date_long(map->day, day), (long long)map->sum.sessions[SEN_COST_DUE],
			   (long long)map->sum.sessions[SEN_COST_DELIVERED]);
	if (args->costs && map->notional_assumed)
		notes[table->footnote_count++] = sen_format(
			app->arena, "The sum of £6,000 a child and year is assumed%s",
			paper ? "."
			      : ": 'sendctl rate add --kind notional --name child --pounds 6000' enters the "
				"school's own.");
	if (args->costs && map->sum.unpriced[SEN_COST_PLANNED])
		notes[table->footnote_count++] = sen_format(
			app->arena, "%lld minutes of adults have no rate: the true cost is higher%s",
			(long long)map->sum.unpriced[SEN_COST_PLANNED],
			paper ? "."
			      : ". 'sendctl report provision --costs --table unpriced' says what to type.");
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	struct sen_map_scope scope = {.from = SEN_NO_DATE};
	struct sen_buf title = {.arena = app->arena};
	struct sen_provision_map *map;
	struct sen_table *table;
	bool page;
	int rc = scope_of(app, args, &scope, &title, err);

	if (rc < 0 || (rc = sen_provision_map(app->store, &scope, &map, err)) < 0)
		return rc;
	choose_table(app, args);
	page = !app->style.table &&
	       (app->style.format == SEN_FORMAT_TEXT || app->style.format == SEN_FORMAT_HTML);
	if (page && app->style.format == SEN_FORMAT_HTML && !app->style.fields) {
		struct sen_table notes = {.footnote_count = 0};

		footnotes(app, map, args, true, &notes);
		return provision_page(app, map, args->costs, title.text, notes.footnotes,
				      notes.footnote_count, err);
	}
	table = sen_provision_table(app->arena, map, args->costs, page);
	table->title = title.text;
	footnotes(app, map, args, false, table);
	return app_answer_table(app, table, err);
}

static const char *const examples[] = {
	"sendctl report provision --costs", "sendctl report provision --class 3B --costs -o 3B.html",
	"sendctl report provision --costs --by need --format csv",
	"sendctl report provision --from 2026-09-01 --until 2027-01-01 --table unpriced --costs", NULL};
const struct cmd report_provision_cmd = {
	.noun = "report",
	.verb = "provision",
	.summary = "the provision map: what is given to whom, what it costs, what is missing",
	.about = "Of this school year, or from --from until --until: each provision with its children, its "
		 "adults "
		 "and its sessions, planned in the period, planned to date, and held. Below it what is "
		 "missing: "
		 "children on the register with no provision, needs that none meets, provision that is over "
		 "and "
		 "was never evaluated, and provision without a session logged for a fortnight. Of a class or "
		 "a "
		 "child only their part is counted.\n\n"
		 "With --costs three sums stand apart: what is planned in the period, what was planned to "
		 "date, "
		 "and what was delivered (sessions logged and held). An adult's minutes cost the rate of the "
		 "adult's role on that day ('sendctl rate add'). Minutes given to two groups at once are "
		 "counted "
		 "once and shared by the two. A session's cost, and its fee, is shared equally by the "
		 "children who "
		 "were there; when all were absent, by all. Pennies that do not divide go to the child with "
		 "the "
		 "lowest id, so that the parts add up to the whole. Where a rate is missing, the cost is not "
		 "nought: the minutes without a rate are counted, and the table 'unpriced' says what to "
		 "type.\n\n"
		 "An example. Mrs Lee, a teaching assistant at 14.50 an hour, gives Precision Teaching to "
		 "Ali, Ben "
		 "and Cara from 9:00 to 9:30, and sits with Dan from 9:20 to 9:40. Her 40 minutes cost 9.67, "
		 "though "
		 "the two sessions last 50 together: 9:20 to 9:30 counts once, half for each. The group "
		 "costs 6.04, "
		 "Dan's session 3.63. Ali's share is 2.02, Ben's and Cara's 2.01. When Ben is away, Ali and "
		 "Cara "
		 "have 3.02 each of what was delivered.\n\n"
		 "A child's cost stands against the sum a school is expected to meet (the rate of kind "
		 "notional; "
		 "6,000 a year is assumed until it is entered) and any top-up that was granted, both by the "
		 "days of "
		 "the period. A need or a class is that of the day of the session. --by prints one table of "
		 "sums; "
		 "in JSON all tables are there, in CSV the map alone unless --by or --table says another.",
	.flags = CMD_READS | CMD_TABLE | CMD_MANY | CMD_AS_AT,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_report_provision,
	.examples = examples,
	.run = run};

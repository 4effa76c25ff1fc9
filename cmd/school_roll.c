/* sendctl school roll-over: the year turns. */
#include "nouns.h"

#include <sen/file.h>
#include <sen/pupil.h>
#include <sen/roll.h>
#include <sen/text.h>

#include <string.h>
#include <strings.h>

#define NAMED 12 /* children of one class or kind told by name; the rest counted */

struct args {
	sen_date on;
	bool keep_adults, end_adults;
	struct texts maps;
	const char *map_file;
};
struct maps {
	struct sen_roll_map *items;
	size_t count, cap;
};

static const char *trim(char *text)
{
	size_t len = strlen(text);

	while (len && (text[len - 1] == ' ' || text[len - 1] == '\t' || text[len - 1] == '\r'))
		text[--len] = '\0';
	return text + strspn(text, " \t");
}

static int add_map(struct app *app, struct maps *maps, const char *where, const char *text,
		   struct sen_err *err)
{
	const char *sign = strchr(text, '=');
	const char *from = sign ? trim(sen_strndup(app->arena, text, (size_t)(sign - text))) : "";
	const char *to = sign ? trim(sen_strdup(app->arena, sign + 1)) : "";

	if (!*from || !*to) {
		sen_fail(err, SEN_USAGE, "%s: '%s' is not OLD=NEW", where, text);
		sen_hint(err,
			 "The class now and the next one: 'Oak=Elm'; of a mixed class those of one year: "
			 "'Oak:3=Elm'; one child: 'P12=4B'.");
		return err->code;
	}
	*SEN_PUSH(app->arena, maps->items, maps->count, maps->cap) =
		(struct sen_roll_map){.from = from, .to = to};
	return 0;
}

/* One a line; blank lines and lines that begin with # are passed over. */
static int read_file(struct app *app, const char *path, struct maps *maps, struct sen_err *err)
{
	char *text, *rest;
	size_t len;
	int line = 0, rc = sen_file_read(app->arena, path, 1 << 20, &text, &len, err);

	for (rest = text; rc == 0 && rest && *rest; line++) {
		char *end = strchr(rest, '\n');
		const char *one =
			trim(sen_strndup(app->arena, rest, end ? (size_t)(end - rest) : strlen(rest)));

		if (*one && *one != '#')
			rc = add_map(app, maps, sen_format(app->arena, "%s:%d", path, line + 1), one, err);
		rest = end ? end + 1 : NULL;
	}
	return rc;
}

/* The first of September that is nearest: from May on the coming one. */
static sen_date usual_day(sen_date today)
{
	return sen_date_make(sen_academic_year(sen_date_add_months(today, 4)), 9, 1);
}

static size_t count_of(const struct sen_roll *roll, enum sen_roll_what what)
{
	size_t n = 0;

	for (size_t i = 0; i < roll->count; i++)
		n += roll->children[i].what == what;
	return n;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool told_before(const struct sen_roll *roll, size_t at)
{
	const struct sen_roll_child *child = &roll->children[at];

	for (size_t i = 0; i < at; i++)
		if (roll->children[i].what == child->what &&
		    same(roll->children[i].class_name, child->class_name) &&
		    same(roll->children[i].next_class, child->next_class))
			return true;
	return false;
}

/* "3B -> 4B: 28 children", a line for each pair of classes. */
static void tell_classes(struct app *app, const struct sen_roll *roll)
{
	for (size_t i = 0; i < roll->count; i++) {
		const struct sen_roll_child *child = &roll->children[i];
		size_t n = 0;

		if (child->what != SEN_ROLL_MOVES || told_before(roll, i))
			continue;
		for (size_t k = i; k < roll->count; k++)
			n += roll->children[k].what == child->what &&
			     same(roll->children[k].class_name, child->class_name) &&
			     same(roll->children[k].next_class, child->next_class);
		app_say(app, "  %s to %s: %zu %s", child->class_name ? child->class_name : "no class",
			child->next_class ? child->next_class : "no class", n, n == 1 ? "child" : "children");
	}
}

/* As they can be named when it is done: the year group is then of those who came up. */
static const char *leavers(struct app *app, const struct sen_roll *roll)
{
	struct sen_buf ids = {.arena = app->arena};

	if (app->dry_run)
		return sen_format(app->arena, "year:%s", roll->top);
	for (size_t i = 0; i < roll->count; i++)
		if (roll->children[i].what == SEN_ROLL_TOP)
			sen_buf_addf(&ids, "%sP%lld", ids.len ? " " : "",
				     (long long)roll->children[i].pupil_id);
	return ids.text;
}

static void tell_top(struct app *app, const struct sen_roll *roll, sen_date last)
{
	size_t top = count_of(roll, SEN_ROLL_TOP);
	char day[11];

	if (!top)
		return;
	app_say(app, "%zu %s in the school's last year (year %s) and not moved. When they leave:", top,
		top == 1 ? "child is" : "children are", roll->top);
	app_say(app, "  sendctl pupil leave %s --on %s", leavers(app, roll), sen_date_text(last, day));
}

static void tell_left_over(struct app *app, const struct sen_roll *roll)
{
	size_t stay = count_of(roll, SEN_ROLL_STAYS), named = 0;

	if (!stay)
		return;
	app_say(app, "%zu %s no year group that has a next one, and not moved:", stay,
		stay == 1 ? "child has" : "children have");
	for (size_t i = 0; i < roll->count && named < NAMED; i++)
		if (roll->children[i].what == SEN_ROLL_STAYS) {
			app_say(app, "  P%lld %s", (long long)roll->children[i].pupil_id,
				app_child(app, roll->children[i].pupil_id));
			named++;
		}
}

static void tell_phases(struct app *app, const struct sen_roll *roll)
{
	char day[16];
	size_t n = 0;

	for (size_t i = 0; i < roll->count; i++) {
		const struct sen_roll_child *child = &roll->children[i];

		if (!child->phase)
			continue;
		if (n++ == 0)
			app_say(app,
				"Change of phase in September %d: the local authority must review and amend "
				"the EHC plan before 15 February %d (SEND Regulations 2014 reg 18), so by "
				"%s:",
				roll->academic_year + 1, roll->academic_year + 1,
				sen_date_long(sen_phase_due(roll->academic_year), day));
		app_say(app, "  P%lld %s: %s", (long long)child->pupil_id, child->name, child->phase);
	}
}

static void tell(struct app *app, const struct sen_roll *roll, sen_date last, bool keep)
{
	size_t moved = count_of(roll, SEN_ROLL_MOVES), done = count_of(roll, SEN_ROLL_DONE);
	char day[16];

	app_say(app, "%d/%02d: %zu %s from %s.", roll->academic_year, (roll->academic_year + 1) % 100, moved,
		moved == 1 ? "child moves" : "children move", sen_date_long(roll->on, day));
	tell_classes(app, roll);
	if (done)
		app_say(app, "%zu %s in the right year already.", done,
			done == 1 ? "child is" : "children are");
	tell_top(app, roll, last);
	tell_left_over(app, roll);
	if (roll->duties)
		app_say(app, "Adults responsible for single children (%lld): %s.", (long long)roll->duties,
			keep ? "go on with the child" : "end that day");
	app_say(app, "Adults of a class stay with the class; 'sendctl staff edit' and 'sendctl staff assign' "
		     "change it.");
	tell_phases(app, roll);
	app_say(app, "Hand each class over to its next teacher: sendctl report handover @CLASS");
}

/* Asked once, before anything is written. */
static int keep_or_end(struct app *app, const struct args *args, const struct sen_roll *roll, bool *keep,
		       struct sen_err *err)
{
	int yes;

	*keep = args->keep_adults || app->yes;
	if (*keep || args->end_adults || !roll->duties || app->dry_run)
		return 0;
	yes = app_ask(app, "Add --keep-adults, or --end-adults when new ones are chosen.", err,
		      "%lld %s responsible for single children. Do they go on with the child?",
		      (long long)roll->duties, roll->duties == 1 ? "adult is" : "adults are");
	*keep = yes == 1;
	return yes < 0 ? yes : 0;
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	sen_date on = args->on == SEN_NO_DATE ? usual_day(app->context.today) : args->on;
	const struct sen_calendar *calendar;
	struct maps maps = {0};
	struct sen_roll roll;
	bool keep;
	int rc = 0;

	if (args->keep_adults && args->end_adults)
		return sen_fail(err, SEN_USAGE, "--keep-adults and --end-adults say the opposite");
	if (args->map_file)
		rc = read_file(app, args->map_file, &maps, err);
	for (size_t i = 0; rc == 0 && i < args->maps.count; i++)
		rc = add_map(app, &maps, "--map", args->maps.items[i], err);
	if (rc < 0 || (rc = sen_store_calendar(app->store, &calendar, err)) < 0 ||
	    (rc = sen_roll_plan(app->store, on, maps.items, maps.count, &roll, err)) < 0 ||
	    (rc = keep_or_end(app, args, &roll, &keep, err)) < 0 ||
	    (rc = sen_roll_do(app->store, &roll, keep, err)) < 0)
		return rc;
	tell(app, &roll, sen_school_day_before(calendar, on - 1), keep);
	return 0;
}

#define S struct args
static const struct opt opts[] = {
	OPT_ROW_DATE(S, on, "on", OPT_FUTURE, "first day in the new class (1 September)"),
	OPT_ROW_FLAG(S, keep_adults, "keep-adults", 0, "adults of single children go on with them"),
	OPT_ROW_FLAG(S, end_adults, "end-adults", 0, "they end that day"),
	OPT_ROW_WORDS(S, maps, "map", 0, "OLD=NEW",
		      "class OLD goes on as NEW; OLD:3=NEW those of year 3; P12=NEW one child"),
	OPT_ROW_FILE(S, map_file, "map-file", 0, 0, "the same from a file, one a line"),
};
#undef S
static const char *const examples[] = {
	"sendctl school roll-over --dry-run",
	"sendctl school roll-over --map Oak:3=Elm --map Oak:4=Ash --keep-adults", NULL};
const struct cmd school_roll_cmd = {
	.noun = "school",
	.verb = "roll-over",
	.summary = "the year turns: every child into the next year group and class",
	.about =
		"3B goes on as 4B by itself; say with --map or --map-file where classes with other names, "
		"and "
		"the year groups of a mixed class, go. Last year's classes stay in the history. The school's "
		"last year is listed, not moved: 'sendctl pupil leave' says when they went. Try it with "
		"--dry-run.\n\n"
		"It refuses a second time for one academic year. Where 'sendctl pupil import' brings the new "
		"classes from the MIS, it is not needed.\n\n"
		"Children with an EHC plan who change phase in the September after are named: their plan "
		"must "
		"be amended before 15 February.",
	.flags = CMD_WRITES,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.examples = examples,
	.run = run,
};

/* sendctl report meetings: the part of parents and pupils in reviews (R53, R55). */
#include "nouns.h"
#include <sen/attendance.h>
#include <sen/views.h>
#include <string.h>

struct args {
	const char *by;
	sen_date from, until;
	bool public;
};

static struct sen_table *part_new(struct app *app, const char *name)
{
	const struct sen_query *query = &sen_report_meetings;

	for (size_t i = 0; i < query->part_count; i++)
		if (strcmp(query->parts[i].name, name) == 0)
			return sen_table_of(app->arena, &query->parts[i]);
	return NULL;
}

static int64_t number(const struct sen_met_group *g, enum sen_met_count what)
{
	return g->hidden[what] ? SEN_NO_INT : g->n[what];
}

/* The number of a column; the tables have some of them each. */
static int64_t value(const struct sen_met_group *g, const char *column)
{
	static const struct {
		const char *column;
		enum sen_met_count what;
	} plain[] = {
		{"children", SEN_MET_CHILDREN},
		{"reviews", SEN_MET_REVIEWS},
		{"parents_known", SEN_MET_PARENTS_KNOWN},
		{"parents_came", SEN_MET_PARENTS_CAME},
		{"parents_views", SEN_MET_PARENTS_VIEWS},
		{"pupils_known", SEN_MET_PUPILS_KNOWN},
		{"pupils_came", SEN_MET_PUPILS_CAME},
		{"pupils_views", SEN_MET_PUPILS_VIEWS},
		{"targets", SEN_MET_TARGETS},
		{"targets_met", SEN_MET_TARGETS_MET},
		{"wanted", SEN_MET_WANTED},
		{"missing", SEN_MET_MISSING},
		{"children_short", SEN_MET_SHORT},
	};
	static const struct {
		const char *column;
		enum sen_met_count known, came, views;
	} shares[] = {
		{"parents_share", SEN_MET_PARENTS_KNOWN, SEN_MET_PARENTS_CAME, SEN_MET_PARENTS_VIEWS},
		{"parents_came_share", SEN_MET_PARENTS_KNOWN, SEN_MET_PARENTS_CAME, SEN_MET_PARENTS_CAME},
		{"pupils_share", SEN_MET_PUPILS_KNOWN, SEN_MET_PUPILS_CAME, SEN_MET_PUPILS_VIEWS},
		{"targets_share", SEN_MET_TARGETS, SEN_MET_TARGETS_MET, SEN_MET_TARGETS_MET},
	};

	for (size_t i = 0; i < SEN_COUNT(plain); i++)
		if (strcmp(plain[i].column, column) == 0)
			return number(g, plain[i].what);
	for (size_t i = 0; i < SEN_COUNT(shares); i++)
		if (strcmp(shares[i].column, column) == 0)
			return sen_met_share(g, shares[i].known, shares[i].came, shares[i].views);
	return SEN_NO_INT;
}

/* From the third column on: the first two say of what. */
static void put(const struct sen_table *table, struct sen_cell *cell, const struct sen_met_group *g)
{
	for (size_t i = 2; i < table->count; i++)
		sen_cell_int(&cell[i], value(g, table->columns[i].name));
}

/* The last three of the page: policies count parents at annual reviews by themselves. */
static void put_annual(const struct sen_table *page, struct sen_cell *cell, const struct sen_meetings *m)
{
	static const struct sen_met_group none = {.by = "kind"};
	const struct sen_met_group *annual = &none;

	for (size_t i = 0; i < m->group_count; i++)
		if (strcmp(m->groups[i].by, "kind") == 0 && strcmp(m->groups[i].group, "annual") == 0)
			annual = &m->groups[i];
	sen_cell_int(&cell[page->count - 3], number(annual, SEN_MET_REVIEWS));
	sen_cell_int(&cell[page->count - 2], number(annual, SEN_MET_PARENTS_CAME));
	sen_cell_int(&cell[page->count - 1], sen_met_share(annual, SEN_MET_PARENTS_KNOWN,
							   SEN_MET_PARENTS_CAME, SEN_MET_PARENTS_CAME));
}

static void add_groups(struct app *app, struct sen_table *page, const struct sen_meetings *m, const char *by)
{
	struct sen_table *part = part_new(app, sen_format(app->arena, "by_%s", by));

	for (size_t i = 0; i < m->group_count; i++) {
		struct sen_cell *cell;

		if (strcmp(m->groups[i].by, by) != 0)
			continue;
		cell = sen_table_add(part);
		sen_cell_text(&cell[0], m->groups[i].group);
		sen_cell_text(&cell[1], m->groups[i].label);
		put(part, cell, &m->groups[i]);
	}
	sen_table_add_part(page, part);
}

static void add_ring(struct app *app, struct sen_table *page, const struct sen_meetings *m)
{
	struct sen_table *part = part_new(app, "ring");

	for (size_t i = 0; i < m->ring_count; i++) {
		const struct sen_to_ring *ring = &m->ring[i];
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_int(&cell[0], ring->pupil_id);
		sen_cell_text(&cell[1], ring->pupil);
		sen_cell_text(&cell[2], ring->class_name);
		sen_cell_text(&cell[3], ring->year);
		sen_cell_int(&cell[4], ring->held);
		sen_cell_int(&cell[5], ring->wanted);
		sen_cell_date(app->arena, &cell[6], ring->last_on);
		sen_cell_int(&cell[7], ring->contact_id);
		sen_cell_text(&cell[8], ring->contact);
		sen_cell_text(&cell[9], ring->relation);
		sen_cell_text(&cell[10], ring->phone);
		sen_cell_text(&cell[11], ring->language);
		sen_cell_text(&cell[12], ring->note);
	}
	sen_table_add_part(page, part);
}

static void add_notes(struct app *app, struct sen_table *page, const struct sen_meetings *m)
{
	const char **notes = SEN_NEW(app->arena, const char *, 3);

	page->footnotes = notes;
	notes[page->footnote_count++] =
		"Checks of monitored children, pupil progress meetings and reviews of the register are "
		"counted by kind only. Where it is not said who came, a review counts in no share.";
	notes[page->footnote_count++] =
		"The parents are to be met once in each term that has begun, at the levels the policy names. "
		"Terms not met counts the terms of a child in which no parent came, Children not met the "
		"children. A meeting that was offered, with parents asked who did not come, meets the duty "
		"and is not overdue; here only those count that a parent came to.";
	if (m->hid)
		notes[page->footnote_count++] = sen_format(
			app->arena,
			"A number that is left out is less than %lld, or is kept back so that no difference "
			"tells one.",
			(long long)m->least);
}

static struct sen_table *page_of(struct app *app, const struct sen_meetings *m, const char *by)
{
	static const char *const all[] = {"year", "need", "premium", "class", "kind", "adult"};
	const struct sen_query *query = &sen_report_meetings;
	struct sen_table *page = sen_table_of(app->arena, query);
	struct sen_cell *cell = sen_table_add(page);
	sen_cell_date(app->arena, &cell[0], m->from);
	sen_cell_date(app->arena, &cell[1], m->until - 1);
	for (size_t i = 0; i < m->group_count; i++)
		if (strcmp(m->groups[i].by, "all") == 0)
			put(page, cell, &m->groups[i]);
	put_annual(page, cell, m);
	for (size_t i = 0; i < SEN_COUNT(all); i++)
		if ((!by || strcmp(by, all[i]) == 0) && !(m->public && strcmp(all[i], "adult") == 0))
			add_groups(app, page, m, all[i]);
	if (!m->public)
		add_ring(app, page, m);
	add_notes(app, page, m);
	return page;
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	sen_date today = sen_store_day(app->store);
	struct sen_meetings meetings = {.from = args->from == SEN_NO_DATE
							? sen_date_make(sen_academic_year(today), 9, 1)
							: args->from,
					.until = args->until == SEN_NO_DATE ? today + 1 : args->until,
					.public = args->public};
	int rc;

	if (meetings.until <= meetings.from)
		return sen_fail(err, SEN_USAGE, "--until is the first day after, and not before --from");
	if (args->public && args->by && strcmp(args->by, "adult") == 0)
		return sen_fail(err, SEN_USAGE, "--public names nobody: not --by adult");
	if ((rc = sen_small_least(app->store, meetings.until - 1, &meetings.least, err)) < 0 ||
	    (rc = sen_meetings(app->store, &meetings, err)) < 0)
		return rc;
	return app_answer_table(app, page_of(app, &meetings, args->by), err);
}

static const struct opt opts[] = {
	OPT_ROW_DATE(struct args, from, "from", 0, "the first day (1 September of this school year)"),
	OPT_ROW_DATE(struct args, until, "until", 0, "the first day after (tomorrow)"),
	OPT_ROW_CHOICE(struct args, by, "by", 0, "year|need|premium|class|kind|adult",
		       "only this table of groups"),
	OPT_ROW_FLAG(struct args, public, "public", 0,
		     "for outside the SEND team: nobody is named and small numbers are left out"),
};
static const char *const examples[] = {
	"sendctl report meetings", "sendctl report meetings --by premium --public",
	"sendctl report meetings --table ring --format csv",
	"sendctl report meetings --from 2025-09-01 --until 2026-09-01 -o meetings.html", NULL};
const struct cmd report_meetings_cmd = {
	.noun = "report",
	.verb = "meetings",
	.summary = "parents and pupils at reviews, targets met, and whom to ring",
	.about = "The share of reviews that parents and pupils came to or gave views to, and of targets met, "
		 "by "
		 "year, need, pupil premium, class, kind of review and who led it. Whom to ring lists every "
		 "child whose parents were not met in a term so far, with the first contact who may be "
		 "written "
		 "to.\n\n--public leaves out who it is, and the small numbers that the policy names.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_report_meetings,
	.examples = examples,
	.run = run,
};

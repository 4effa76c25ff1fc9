/* sendctl report movement: what moved on the register in a period (R54, R55, R80). */
#include "nouns.h"
#include <sen/movement.h>
#include <string.h>

struct args {
	const char *by;
	sen_date from, until;
};

static struct sen_table *part_new(struct app *app, const char *name)
{
	const struct sen_query *query = &sen_report_movement;

	for (size_t i = 0; i < query->part_count; i++)
		if (strcmp(query->parts[i].name, name) == 0)
			return sen_table_of(app->arena, &query->parts[i]);
	return NULL;
}

static void put_counts(struct sen_cell *cell, const int64_t *n)
{
	static const enum sen_movement_count order[] = {
		SEN_MV_START,  SEN_MV_JOINED, SEN_MV_RETURNED, SEN_MV_UP, SEN_MV_DOWN, SEN_MV_NEED,
		SEN_MV_EXITED, SEN_MV_LEFT,   SEN_MV_POLICY,   SEN_MV_IN, SEN_MV_OUT,  SEN_MV_END};

	for (size_t i = 0; i < SEN_COUNT(order); i++)
		sen_cell_int(&cell[i], n[order[i]]);
}

static void add_groups(struct app *app, struct sen_table *page, const struct sen_movement *m, const char *by)
{
	struct sen_table *part = part_new(app, sen_format(app->arena, "by_%s", by));

	for (size_t i = 0; i < m->group_count; i++) {
		struct sen_cell *cell;

		if (strcmp(m->groups[i].by, by) != 0)
			continue;
		cell = sen_table_add(part);
		sen_cell_text(&cell[0], m->groups[i].group);
		sen_cell_text(&cell[1], m->groups[i].label);
		put_counts(&cell[2], m->groups[i].n);
	}
	sen_table_add_part(page, part);
}

static void add_stays(struct app *app, struct sen_table *page, const struct sen_movement *m)
{
	struct sen_table *part = part_new(app, "time");

	for (size_t i = 0; i < m->stay_count; i++) {
		const struct sen_movement_stay *stay = &m->stays[i];
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_text(&cell[0], stay->level);
		sen_cell_text(&cell[1], stay->name);
		sen_cell_int(&cell[2], stay->open);
		sen_cell_int(&cell[3], stay->open_median);
		sen_cell_int(&cell[4], stay->open_longest);
		sen_cell_int(&cell[5], stay->closed);
		sen_cell_int(&cell[6], stay->closed_median);
		sen_cell_int(&cell[7], stay->closed_longest);
	}
	sen_table_add_part(page, part);
}

/* "34 weeks"; from two years on, and of an age, "7 years 2 months". */
static const char *in_words(struct app *app, int64_t days, bool age)
{
	int64_t weeks = (days + 3) / 7, months = days * 400 * 12 / 146097;

	if (days == SEN_NO_INT)
		return NULL;
	if (!age && days < 731)
		return sen_format(app->arena, "%lld week%s", (long long)weeks, weeks == 1 ? "" : "s");
	return sen_format(app->arena, "%lld years %lld month%s", (long long)(months / 12),
			  (long long)(months % 12), months % 12 == 1 ? "" : "s");
}

static void add_spreads(struct app *app, struct sen_table *page, const struct sen_movement *m)
{
	struct sen_table *part = part_new(app, "identification");

	for (size_t i = 0; i < SEN_MV_MEASURES; i++) {
		const struct sen_movement_spread *spread = &m->spreads[i];
		bool age = i == SEN_MV_AGE_NEW || i == SEN_MV_AGE_ALL;
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_text(&cell[0], spread->measure);
		sen_cell_text(&cell[1], spread->of);
		sen_cell_int(&cell[2], spread->children);
		sen_cell_int(&cell[3], (int64_t)spread->count);
		sen_cell_text(&cell[4], in_words(app, spread->median, age));
		sen_cell_text(&cell[5], in_words(app, spread->shortest, age));
		sen_cell_text(&cell[6], in_words(app, spread->longest, age));
		sen_cell_int(&cell[7], spread->median);
		sen_cell_int(&cell[8], spread->shortest);
		sen_cell_int(&cell[9], spread->longest);
	}
	sen_table_add_part(page, part);
}

static void add_lines(struct app *app, struct sen_table *page, const struct sen_movement *m)
{
	struct sen_table *part = part_new(app, "children");

	for (size_t i = 0; i < m->line_count; i++) {
		const struct sen_movement_line *line = &m->lines[i];
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_date(app->arena, &cell[0], line->on);
		sen_cell_text(&cell[1], line->what);
		sen_cell_int(&cell[2], line->pupil_id);
		sen_cell_text(&cell[3], line->upn);
		sen_cell_text(&cell[4], line->pupil);
		sen_cell_text(&cell[5], line->year);
		sen_cell_text(&cell[6], line->class_name);
		sen_cell_text(&cell[7], line->from);
		sen_cell_text(&cell[8], line->to);
		sen_cell_text(&cell[9], line->why);
	}
	sen_table_add_part(page, part);
}

static void add_notes(struct app *app, struct sen_table *page, const struct sen_movement *m)
{
	const int64_t *n = sen_movement_all(m)->n;
	const char **notes = SEN_NEW(app->arena, const char *, 3);

	page->footnotes = notes;
	notes[page->footnote_count++] =
		"Back: had been on the register before. Up and down: by the policy's levels. Needs: children "
		"whose "
		"needs changed. Off: taken off the register. Left: left the school. In and out: from and to "
		"another "
		"group of the table. Before + joined + back + in - off - left - out = end.";
	if (m->came_with)
		notes[page->footnote_count++] = sen_format(
			app->arena, "On it when they came to the school: %lld of the %lld who joined.",
			(long long)m->came_with, (long long)n[SEN_MV_JOINED]);
	if (n[SEN_MV_POLICY])
		notes[page->footnote_count++] =
			sen_format(app->arena, "%+lld because another policy came into force.",
				   (long long)n[SEN_MV_POLICY]);
}

static struct sen_table *page_of(struct app *app, const struct sen_movement *m, const char *by)
{
	static const char *const all[] = {"level", "need", "year", "sex", "eal", "premium"};
	const struct sen_query *query = &sen_report_movement;
	struct sen_table *page = sen_table_of(app->arena, query);
	struct sen_cell *cell = sen_table_add(page);
	sen_cell_date(app->arena, &cell[0], m->from);
	sen_cell_date(app->arena, &cell[1], m->until - 1);
	put_counts(&cell[2], sen_movement_all(m)->n);
	for (size_t i = 0; i < SEN_COUNT(all); i++)
		if (!by || strcmp(by, all[i]) == 0)
			add_groups(app, page, m, all[i]);
	add_stays(app, page, m);
	add_spreads(app, page, m);
	add_lines(app, page, m);
	add_notes(app, page, m);
	return page;
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	struct sen_movement movement;
	sen_date from, until;
	int rc = sen_movement_period(app->store, &from, &until, err);

	if (rc < 0)
		return rc;
	if (args->from != SEN_NO_DATE)
		from = args->from;
	if (args->until != SEN_NO_DATE)
		until = args->until;
	if ((rc = sen_movement(app->store, from, until, &movement, err)) < 0)
		return rc;
	return app_answer_table(app, page_of(app, &movement, args->by), err);
}

static const struct opt opts[] = {
	OPT_ROW_DATE(struct args, from, "from", 0,
		     "the first day (the day after the last register review, else of this term)"),
	OPT_ROW_DATE(struct args, until, "until", 0, "the first day after (tomorrow)"),
	OPT_ROW_CHOICE(struct args, by, "by", 0, "level|need|year|sex|eal|premium",
		       "only this table of groups"),
};
static const char *const examples[] = {"sendctl report movement",
				       "sendctl report movement --from 2026-09-01 --by year",
				       "sendctl report movement --table children --format csv",
				       "sendctl report movement -o movement.html", NULL};
const struct cmd report_movement_cmd = {
	.noun = "report",
	.verb = "movement",
	.summary = "what moved on the register: who joined, left, went up and down, and how long it took",
	.about =
		"From the last register review that was closed before today, else from the first day of this "
		"term, until today; other days with --from and --until. Up and down are by the order of the "
		"levels in the policy; a change to another policy is no move. The numbers at both ends are "
		"those of 'sendctl report register --as-at'. By level, primary need, year group, sex, first "
		"language and pupil premium; time at each level; weeks from the first concern to the "
		"register "
		"and the age then; and the moves one by one. --table NAME gives one of the tables: by_level, "
		"by_need, by_year, by_sex, by_eal, by_premium, time, identification, children. Names are in "
		"the last one only.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_report_movement,
	.examples = examples,
	.run = run};

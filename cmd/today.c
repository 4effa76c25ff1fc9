/* sendctl today (also plain `sendctl`): one screen on what is late, what
 * comes, and what is new. */
#include "nouns.h"

#include <sen/report.h>
#include <sen/text.h>

#include <stdio.h>
#include <string.h>

#define SHOWN 6 /* lines of a section on the screen; JSON has all */

static const char *const sections[] = {"late",	 "week", "law",	 "coming",  "waiting",
				       "limits", "new",	 "term", "children"};
#define OWED 5 /* of them, those with deadlines */

/* ---- As a table, for programs ---- */

static int as_table(struct app *app, const struct sen_today *today, struct sen_err *err)
{
	const struct sen_query *query = &sen_today_answer;
	struct sen_table *table = sen_table_of(app->arena, query);

	for (size_t s = 0; s < SEN_COUNT(sections); s++)
		for (size_t i = 0; i < today->count; i++) {
			const struct sen_today_line *line = &today->lines[i];
			struct sen_cell *cell;

			if (strcmp(line->section, sections[s]) != 0)
				continue;
			cell = sen_table_add(table);
			sen_cell_text(&cell[0], line->section);
			sen_cell_date(app->arena, &cell[1], line->due_on);
			sen_cell_int(&cell[2], line->days);
			sen_cell_text(&cell[3], line->what);
			sen_cell_text(&cell[4], line->owner);
			sen_cell_int(&cell[5], line->pupil_id);
			sen_cell_text(&cell[6], line->pupil);
			sen_cell_text(&cell[7], line->class_name);
			sen_cell_text(&cell[8], line->subject);
			sen_cell_text(&cell[9], line->fix);
			sen_cell_text(&cell[10], line->ring);
			sen_cell_int(&cell[11], line->number);
		}
	return app_answer_table(app, table, err);
}

/* ---- As one screen, for people ---- */

static const char *child(struct app *app, const struct sen_today_line *line)
{
	const char *name = line->pupil;

	if (line->pupil_id == SEN_NO_INT)
		return "The school";
	if (app->style.names == SEN_NAMES_NONE)
		return sen_format(app->arena, "P%lld", (long long)line->pupil_id);
	if (app->style.names == SEN_NAMES_INITIALS)
		name = sen_initials(app->arena, name);
	if (!line->class_name)
		return name;
	return sen_format(app->arena, "%s (%s)", name, line->class_name);
}

static const char *days_words(struct app *app, int64_t days)
{
	if (days == 0)
		return "today";
	return sen_format(app->arena, "%lld day%s%s", (long long)(days < 0 ? -days : days),
			  days == 1 || days == -1 ? "" : "s", days < 0 ? " late" : "");
}

static void print_owed(struct app *app, const struct sen_today_line *line)
{
	bool people = app->style.names != SEN_NAMES_NONE;
	bool ring = people && line->ring;
	char day[16];

	fprintf(app->out, "  %-15s  %-13s %s: %s. %s%s%s\n", sen_date_long(line->due_on, day),
		days_words(app, line->days), sen_text_visible(app->arena, child(app, line), false),
		sen_text_visible(app->arena, line->what, false),
		people ? sen_text_visible(app->arena, line->owner, false) : "", ring ? ": ring " : "",
		ring ? sen_text_visible(app->arena, line->ring, false) : "");
}

static size_t print_section(struct app *app, const struct sen_today *today, const char *section, bool owed)
{
	size_t total = 0;

	for (size_t i = 0; i < today->count; i++) {
		const struct sen_today_line *line = &today->lines[i];

		if (strcmp(line->section, section) != 0 || line->number == 0)
			continue;
		if (total++ == 0)
			fprintf(app->out, "%s\n", sen_today_heading(section));
		if (owed && total <= SHOWN)
			print_owed(app, line);
		else if (!owed)
			fprintf(app->out, "  %lld %s\n", (long long)line->number, line->what);
	}
	if (owed && total > SHOWN)
		fprintf(app->out, "  and %zu more: sendctl report %s\n", total - SHOWN,
			strcmp(section, "late") == 0 ? "overdue" : "due");
	if (total)
		fputc('\n', app->out);
	return total;
}

static void as_screen(struct app *app, const struct sen_today *today)
{
	size_t owed = 0;
	char day[16];

	fprintf(app->out, "%s%s%s\n\n", sen_date_long(app->context.today, day), today->term ? ", " : "",
		today->term ? today->term : "");
	for (size_t s = 0; s < SEN_COUNT(sections); s++) {
		bool counted = s >= OWED;
		size_t n = print_section(app, today, sections[s], !counted);

		owed += counted ? 0 : n;
		if (s == OWED - 1 && !owed)
			fprintf(app->out,
				"Nothing is late and nothing falls due in the coming four weeks.\n\n");
	}
}

struct today_args {
	const char *who;
};
static const struct opt today_opts[] = {
	OPT_ROW_WORD(struct today_args, who, "for", 0, "NAME", "only what this person or role owes")};

static int today_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct today_args *args = data;
	struct sen_report_for whom;
	struct sen_today today;
	int rc;

	if ((rc = sen_report_for(app->store, args->who, &whom, err)) < 0 ||
	    (rc = sen_today(app->store, &whom, &today, err)) < 0)
		return rc;
	if (whom.unknown)
		app_say(app,
			"Nobody on 'sendctl staff list' is called '%s', and nothing is owed by that name.",
			args->who);
	if (app->style.format != SEN_FORMAT_TEXT || app->style.fields || app->style.sort)
		return as_table(app, &today, err);
	as_screen(app, &today);
	return 0;
}

static const char *const examples[] = {"sendctl today", "sendctl today --for SENDCo", NULL};
static const struct cmd today_cmd = {.noun = "today",
				     .verb = "",
				     .summary = "what is late, what comes, what is new",
				     .about = "One screen: what is late, what falls due this week, what the "
					      "law's clock of EHC plans wants of the "
					      "school in the coming eight weeks, the rest of the coming "
					      "four, what others owe and whom to ring "
					      "about it, what is new since last week, and the numbers of "
					      "this term. Plain 'sendctl' shows it "
					      "too, once a records file exists.",
				     .flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
				     .opts = today_opts,
				     .opt_count = SEN_COUNT(today_opts),
				     .args_size = sizeof(struct today_args),
				     .answer = &sen_today_answer,
				     .examples = examples,
				     .run = today_run};
static const struct cmd *const verbs[] = {&today_cmd};
const struct noun today_noun = {.name = "today",
				.summary = "what is late, what comes, what is new",
				.group = "everyday",
				.verbs = verbs,
				.count = SEN_COUNT(verbs)};

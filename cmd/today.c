/* sendctl today (also plain `sendctl`): one screen on what is late, what
 * comes, and what is new. */
#include "nouns.h"

#include <sen/report.h>
#include <sen/text.h>

#include <stdio.h>
#include <string.h>

#define SHOWN 6 /* lines of a section on the screen; JSON has all */
#define MANY 4	/* children who are owed the same on one day: one line */

static const char *const sections[] = {"late",	    "week",   "law", "coming", "waiting",
				       "uncounted", "limits", "new", "term",   "children"};
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

/* "  Fri 18 Dec 2026  24 days late  ": what follows is wrapped beside it. */
enum { BESIDE = 33 };

static void print_owed(struct app *app, const struct sen_today_line *line, size_t children)
{
	bool people = app->style.names != SEN_NAMES_NONE;
	bool ring = people && line->ring;
	const char *who = children == 1 ? child(app, line) : sen_format(app->arena, "%zu children", children);
	char day[16];
	const char *text = sen_format(
		app->arena, "  %-15s  %-13s %s: %s. %s%s%s", sen_date_long(line->due_on, day),
		days_words(app, line->days), sen_text_visible(app->arena, who, false),
		sen_text_visible(app->arena, line->what, false),
		people ? sen_text_visible(app->arena, line->owner, false) : "", ring ? ": ring " : "",
		ring ? sen_text_visible(app->arena, line->ring, false) : "");

	fprintf(app->out, "%s\n", sen_wrapped(app->arena, text, (size_t)app->style.width, BESIDE));
}

/* A section while it is printed: its lines, those of the law's clock first when they are late. */
struct section {
	const struct sen_today_line **lines;
	size_t count, cap;
};

static void section_take(struct app *app, const struct sen_today *today, const char *name, int clock,
			 struct section *out)
{
	for (size_t i = 0; i < today->count; i++) {
		const struct sen_today_line *line = &today->lines[i];

		if (strcmp(line->section, name) == 0 && line->number != 0 &&
		    (clock < 0 || line->clock == (clock == 1)))
			*SEN_PUSH(app->arena, out->lines, out->count, out->cap) = line;
	}
}

static bool the_same_owed(const struct sen_today_line *a, const struct sen_today_line *b)
{
	return b && a->due_on == b->due_on && a->pupil_id != SEN_NO_INT && b->pupil_id != SEN_NO_INT &&
	       !a->ring && !b->ring && strcmp(a->what, b->what) == 0 && strcmp(a->owner, b->owner) == 0;
}

/* Takes out of what follows all that is owed the same on the same day, when it is of many
 * children: a term's meetings with parents would push everything else off the screen. */
static size_t gathered(struct section *section, size_t at)
{
	const struct sen_today_line *line = section->lines[at];
	size_t same = 1;

	for (size_t i = at + 1; i < section->count; i++)
		same += the_same_owed(line, section->lines[i]);
	if (same < MANY)
		return 1;
	for (size_t i = at + 1; i < section->count; i++)
		if (the_same_owed(line, section->lines[i]))
			section->lines[i] = NULL;
	return same;
}

static void print_owed_section(struct app *app, struct section *section, const char *name)
{
	size_t printed = 0, told = 0;

	for (size_t i = 0; i < section->count && printed < SHOWN; i++) {
		size_t children = section->lines[i] ? gathered(section, i) : 0;

		if (!children)
			continue;
		print_owed(app, section->lines[i], children);
		printed++;
		told += children;
	}
	if (section->count > told)
		fprintf(app->out, "  and %zu more: sendctl report %s\n", section->count - told,
			strcmp(name, "late") == 0 ? "overdue" : "due");
}

static size_t print_section(struct app *app, const struct sen_today *today, const char *name, bool owed)
{
	struct section section = {0};

	if (strcmp(name, "late") == 0) {
		section_take(app, today, name, 1, &section);
		section_take(app, today, name, 0, &section);
	} else {
		section_take(app, today, name, -1, &section);
	}
	if (!section.count)
		return 0;
	fprintf(app->out, "%s\n", sen_today_heading(name));
	if (owed)
		print_owed_section(app, &section, name);
	for (size_t i = 0; !owed && i < section.count; i++)
		fprintf(app->out, "  %lld %s\n", (long long)section.lines[i]->number, section.lines[i]->what);
	fputc('\n', app->out);
	return section.count;
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

/* sendctl report complaints: how many, at which stage, how long until settled (R73).
 * Numbers only. */
#include "nouns.h"

#include <sen/dispute.h>

#include <stdlib.h>
#include <string.h>

struct group {
	const char *code, *name;
	int64_t all, open, formal, serious;
	int64_t *days; /* of those settled */
	size_t settled, cap;
};

static void count_in(struct app *app, struct group *group, const struct sen_complaint *complaint)
{
	group->all++;
	group->formal += complaint->formal == 1;
	group->serious += complaint->serious == 1;
	if (complaint->closed_on == SEN_NO_DATE)
		group->open++;
	else
		*SEN_PUSH(app->arena, group->days, group->settled, group->cap) =
			complaint->closed_on - complaint->raised_on;
}

static int by_size(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void put_counts(struct sen_cell *cell, const struct group *group)
{
	size_t n = group->settled;

	if (n > 1)
		qsort(group->days, n, sizeof(*group->days), by_size);
	sen_cell_int(&cell[0], group->all);
	sen_cell_int(&cell[1], group->open);
	sen_cell_int(&cell[2], (int64_t)n);
	sen_cell_int(&cell[3], group->formal);
	sen_cell_int(&cell[4], group->serious);
	sen_cell_int(&cell[5], n ? (group->days[(n - 1) / 2] + group->days[n / 2]) / 2 : SEN_NO_INT);
	sen_cell_int(&cell[6], n ? group->days[n - 1] : SEN_NO_INT);
}

static void add_part(struct app *app, struct sen_table *page, size_t which, const struct group *groups,
		     size_t count)
{
	const struct sen_query *query = &sen_report_complaints.parts[which];
	struct sen_table *part = sen_table_of(app->arena, query);

	for (size_t i = 0; i < count; i++) {
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_text(&cell[0], groups[i].code);
		sen_cell_text(&cell[1], groups[i].name);
		put_counts(&cell[2], &groups[i]);
	}
	sen_table_add_part(page, part);
}

/* Stages in the order in which the complaints came to show them. */
static void by_stage(struct app *app, struct sen_table *page, const struct sen_complaint_row *rows,
		     size_t count)
{
	struct group *groups = SEN_NEW(app->arena, struct group, count + 1);
	size_t n = 0, at;

	for (size_t i = 0; i < count; i++) {
		for (at = 0; at < n && strcmp(groups[at].name, rows[i].stage_name) != 0;)
			at++;
		if (at == n)
			groups[n++] =
				(struct group){.code = rows[i].complaint.stage, .name = rows[i].stage_name};
		count_in(app, &groups[at], &rows[i].complaint);
	}
	add_part(app, page, 0, groups, n);
}

static void by_about(struct app *app, struct sen_table *page, const struct sen_complaint_row *rows,
		     size_t count)
{
	struct group groups[] = {{.code = "ehc", .name = "a child with an EHC plan"},
				 {.code = "child", .name = "another child"},
				 {.code = "none", .name = "no child"}};

	for (size_t i = 0; i < count; i++)
		count_in(app,
			 &groups[rows[i].complaint.pupil_id == SEN_NO_INT ? 2
				 : rows[i].ehc				  ? 0
									  : 1],
			 &rows[i].complaint);
	add_part(app, page, 1, groups, SEN_COUNT(groups));
}

struct args {
	sen_date from, until;
};

static int period(struct app *app, struct args *out, struct sen_err *err)
{
	char from[16], last[16];

	if (out->until == SEN_NO_DATE)
		out->until = app->context.today + 1;
	if (out->from == SEN_NO_DATE)
		out->from = sen_date_make(sen_academic_year(out->until - 1), 9, 1);
	if (out->from < out->until)
		return 0;
	return sen_fail(err, SEN_USAGE, "--from %s is not before --until %s", sen_date_long(out->from, from),
			sen_date_long(out->until, last));
}

static void main_row(struct app *app, struct sen_table *page, const struct args *when,
		     const struct sen_complaint_row *rows, size_t count)
{
	struct group all = {0};
	int64_t promised = 0, in_time = 0, to_tell = 0, told = 0;
	struct sen_cell *cell = sen_table_add(page);

	for (size_t i = 0; i < count; i++) {
		const struct sen_complaint *complaint = &rows[i].complaint;

		count_in(app, &all, complaint);
		promised += complaint->answer_by != SEN_NO_DATE;
		in_time += complaint->answer_by != SEN_NO_DATE && rows[i].answered_on != SEN_NO_DATE &&
			   rows[i].answered_on <= complaint->answer_by;
		to_tell += rows[i].tells;
		told += rows[i].tells && rows[i].told_on != SEN_NO_DATE;
	}
	sen_cell_date(app->arena, &cell[0], when->from);
	sen_cell_date(app->arena, &cell[1], when->until - 1);
	put_counts(&cell[2], &all);
	sen_cell_int(&cell[9], promised);
	sen_cell_int(&cell[10], in_time);
	sen_cell_int(&cell[11], to_tell);
	sen_cell_int(&cell[12], told);
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct sen_query *query = &sen_report_complaints;
	struct args when = *(const struct args *)data;
	struct sen_complaint_row *rows;
	struct sen_table *page;
	size_t count;
	int rc = period(app, &when, err);

	if (rc < 0 || (rc = sen_complaints(app->store, when.from, when.until, &rows, &count, err)) < 0)
		return rc;
	page = sen_table_of(app->arena, query);
	main_row(app, page, &when, rows, count);
	by_stage(app, page, rows, count);
	by_about(app, page, rows, count);
	return app_answer_table(app, page, err);
}

static const struct opt opts[] = {
	OPT_ROW_DATE(struct args, from, "from", 0, "raised from this day on (the school year's first)"),
	OPT_ROW_DATE(struct args, until, "until", 0, "the first day after (tomorrow)"),
};
static const char *const examples[] = {
	"sendctl report complaints", "sendctl report complaints --from 2025-09-01 --until 2026-09-01 --json",
	NULL};
const struct cmd report_complaints_cmd = {
	.noun = "report",
	.verb = "complaints",
	.summary = "complaints about SEND provision: how many, at which stage, how long until settled",
	.about = "Those raised in the period, which is the school year so far unless --from and --until say "
		 "otherwise. Numbers only: who complained and of what is in 'sendctl complaint list'. Small "
		 "numbers may still point at a family: mind who reads it.",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_report_complaints,
	.examples = examples,
	.run = run};

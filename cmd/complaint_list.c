/* complaint list and show: rows gathered from the records and the policy. */
#include "complaint.h"

#include <sen/json.h>

#include <string.h>

static const char *state(const struct app *app, const struct sen_complaint_row *row)
{
	const struct sen_complaint *complaint = &row->complaint;

	if (complaint->closed_on != SEN_NO_DATE)
		return "settled";
	return complaint->answer_by != SEN_NO_DATE && complaint->answer_by < app->context.today &&
			       row->answered_on == SEN_NO_DATE
		       ? "overdue"
		       : "open";
}

static void put(struct app *app, struct sen_table *table, const struct sen_complaint_row *row)
{
	const struct sen_complaint *complaint = &row->complaint;
	struct sen_cell *cell = sen_table_add(table);
	size_t i = 0;

	sen_cell_int(&cell[i++], complaint->head.id);
	sen_cell_date(app->arena, &cell[i++], complaint->raised_on);
	sen_cell_text(&cell[i++], complaint->raised_by);
	sen_cell_text(&cell[i++], complaint->relation);
	sen_cell_int(&cell[i++], complaint->pupil_id);
	sen_cell_text(&cell[i++], row->pupil);
	sen_cell_text(&cell[i++], row->class_name);
	sen_cell_text(&cell[i++], complaint->about);
	sen_cell_text(&cell[i++], complaint->stage);
	sen_cell_text(&cell[i++], row->stage_name);
	sen_cell_int(&cell[i++], complaint->formal);
	sen_cell_int(&cell[i++], complaint->serious);
	sen_cell_date(app->arena, &cell[i++], complaint->answer_by);
	sen_cell_date(app->arena, &cell[i++], row->answered_on);
	sen_cell_date(app->arena, &cell[i++], row->told_on);
	sen_cell_text(&cell[i++], state(app, row));
	sen_cell_date(app->arena, &cell[i++], complaint->closed_on);
	sen_cell_text(&cell[i++], complaint->result);
	sen_cell_text(&cell[i++], complaint->note);
	sen_cell_text(&cell[i++], sen_complaint_next(app->arena, row));
	sen_cell_int(&cell[i++], complaint->head.rev);
}

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	sen_date from, until;
	bool open;
};

static bool asked_for(const struct list_args *a, const struct sen_complaint *complaint, const int64_t *pupils,
		      size_t count)
{
	bool theirs = a->pupils.count == 0;

	for (size_t i = 0; i < count; i++)
		theirs |= pupils[i] == complaint->pupil_id;
	return theirs && (!a->open || complaint->closed_on == SEN_NO_DATE);
}

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	struct sen_table *table = sen_table_of(app->arena, &sen_complaint_list);
	struct sen_complaint_row *rows;
	int64_t *pupils = NULL;
	size_t count, pupil_count = 0;
	int rc = a->pupils.count ? app_pupils_all(app, &a->pupils, &pupils, &pupil_count, err) : 0;

	if (rc < 0 || (rc = sen_complaints(app->store, a->from, a->until, &rows, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (asked_for(a, &rows[i].complaint, pupils, pupil_count))
			put(app, table, &rows[i]);
	return app_answer_table(app, table, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_FLAG(struct list_args, open, "open", 0, "only those that are not settled"),
	OPT_ROW_DATE(struct list_args, from, "from", 0, "raised from this day on"),
	OPT_ROW_DATE(struct list_args, until, "until", 0, "the first day after"),
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "about these children: zoe@3B, @3B, register"),
};
static const char *const list_examples[] = {"sendctl complaint list --open",
					    "sendctl complaint list --from 2026-09-01 --names none", NULL};
const struct cmd complaint_list_cmd = {
	.noun = "complaint",
	.verb = "list",
	.summary = "complaints by the day they were raised, and where they stand",
	.about = "With --names none neither who complains nor what it says is printed.",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_complaint_list,
	.examples = list_examples,
	.run = list,
};

/* ---- show ---- */

static int add_steps(struct app *app, struct sen_table *page, const struct sen_complaint *complaint,
		     struct sen_err *err)
{
	struct sen_table *part = sen_table_of(app->arena, &sen_complaint_page.parts[0]);
	struct sen_milestone *steps;
	size_t count;
	int rc = sen_complaint_steps(app->store, complaint, &steps, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		struct sen_cell *cell = sen_table_add(part);

		sen_cell_int(&cell[0], steps[i].head.id);
		sen_cell_date(app->arena, &cell[1], steps[i].happened_on);
		sen_cell_text(&cell[2], steps[i].event);
		sen_cell_text(&cell[3], steps[i].event_name);
		sen_cell_text(&cell[4], steps[i].who);
		sen_cell_text(&cell[5], steps[i].note);
	}
	sen_table_add_part(page, part);
	return rc;
}

/* What the policy says: stages still to come, and whom else to turn to. */
static int add_way(struct app *app, struct sen_table *page, const struct sen_complaint *complaint,
		   struct sen_err *err)
{
	struct sen_table *part = sen_table_of(app->arena, &sen_complaint_page.parts[1]);
	const struct sen_policy_set *set;
	const struct sen_policy *policy;
	int rc = sen_policies(app->store, &set, err);

	policy = rc < 0 ? NULL : sen_policy_on(set, complaint->head.school_id, complaint->raised_on);
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		const char *kind = sen_json_text(sen_json_get(rule->json, "kind"));
		struct sen_cell *cell;

		if (strcmp(rule->section, "complaint") != 0)
			continue;
		cell = sen_table_add(part);
		sen_cell_text(&cell[0], rule->code);
		sen_cell_text(&cell[1], rule->name);
		sen_cell_text(&cell[2], kind ? kind : "stage");
		sen_cell_text(&cell[3], rule->cite);
	}
	sen_table_add_part(page, part);
	return rc;
}

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_table *page = sen_table_of(app->arena, &sen_complaint_page);
	struct sen_complaint_row *rows;
	struct sen_complaint complaint;
	size_t count;
	int64_t id;
	int rc = app_record(app, &sen_complaint_record, a->record, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_complaint_record, id, &complaint, err)) < 0 ||
	    (rc = sen_complaints(app->store, complaint.raised_on, complaint.raised_on + 1, &rows, &count,
				 err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (rows[i].complaint.head.id == id)
			put(app, page, &rows[i]);
	if (complaint.head.voided_at)
		return sen_fail(err, SEN_NOTFOUND, "CM%lld was removed", (long long)id);
	if ((rc = add_steps(app, page, &complaint, err)) < 0 ||
	    (rc = add_way(app, page, &complaint, err)) < 0)
		return rc;
	return app_answer_table(app, page, err);
}

static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "COMPLAINT", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "CM1, or a child with one open"),
};
static const char *const show_examples[] = {"sendctl complaint show CM1", NULL};
const struct cmd complaint_show_cmd = {
	.noun = "complaint",
	.verb = "show",
	.summary = "one on its page: what happened, and the policy's way for it",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_complaint_page,
	.examples = show_examples,
	.run = show,
};

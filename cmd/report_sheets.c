/* sendctl report class, caseload, handover, transfer; pupil handover: sheets for
 * the adults of a class, and the day they were handed on. */
#include "frame.h"
#include "nouns.h"

#include <sen/people.h>
#include <sen/report.h>

#define READS (CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS)

static const char closing[] =
	"Confidential: for the adults who teach the child. Keep it where others cannot read "
	"it; destroy it when a new one comes.";

/* What falls due in the coming four weeks stands on a sheet. */
static const char *until(struct app *app)
{
	return sen_date_text(app->context.today + 29, sen_alloc(app->arena, 11));
}

static int print_sheet(struct app *app, struct sen_table *table, const char *title, struct sen_err *err)
{
	const char **notes = SEN_NEW(app->arena, const char *, 1);

	notes[0] = closing;
	table->title = title;
	table->footnotes = notes;
	table->footnote_count = 1;
	return app_answer_table(app, table, err);
}

/* ---- class ---- */

struct class_args {
	const char *class_name;
};
static const struct opt class_opts[] = {OPT_ROW_WORD(struct class_args, class_name, "CLASS",
						     OPT_REQUIRED | OPT_POSITIONAL, NULL, "the class: 3B")};

static int class_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct class_args *args = data;
	const char *name = args->class_name + (args->class_name[0] == '@');
	const struct sen_value values[] = {{":class", name, SEN_NO_INT}, {":until", until(app), SEN_NO_INT}};
	struct sen_table *table;
	int64_t *ids;
	size_t count;
	int rc = app_pupils(app, sen_format(app->arena, "@%s", name), &ids, &count, err);

	if (rc < 0 ||
	    (rc = sen_table_query(app->store, &sen_report_class, values, SEN_COUNT(values), &table, err)) < 0)
		return rc;
	return print_sheet(app, table, sen_format(app->arena, "Class %s", name), err);
}

static const char *const class_examples[] = {"sendctl report class 3B", "sendctl report class 3B -o 3B.html",
					     NULL};
const struct cmd report_class_cmd = {
	.noun = "report",
	.verb = "class",
	.summary = "a sheet for the adults who teach a class",
	.about = "Each child of the class who stands on a list, has an open concern, a medical line or an "
		 "adjustment: needs, strategies, the profile, what to do in an emergency, what is late and "
		 "due. "
		 "With -o 3B.html a page to print.",
	.flags = READS,
	.opts = class_opts,
	.opt_count = SEN_COUNT(class_opts),
	.args_size = sizeof(struct class_args),
	.answer = &sen_report_class,
	.examples = class_examples,
	.run = class_run};

/* ---- handover: the sheet, and the day it was handed on ---- */

struct sheet_args {
	const char *pupils;
};
static const struct opt sheet_opts[] = {OPT_ROW_WORD(struct sheet_args, pupils, "PUPILS",
						     OPT_REQUIRED | OPT_POSITIONAL, NULL,
						     "a class (@3B), a list (register) or one child")};

static int sheet_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct sheet_args *args = data;
	const struct sen_value values[] = {{":until", until(app), SEN_NO_INT}};
	int64_t *ids;
	size_t count;
	int rc = app_pupils(app, args->pupils, &ids, &count, err);

	return rc < 0 ? rc
		      : app_answer_each(app, &sen_report_handover, values, SEN_COUNT(values), ":id", ids,
					count, err);
}

static const char *const sheet_examples[] = {"sendctl report handover @3B -o 3B.html", NULL};
const struct cmd report_handover_cmd = {.noun = "report",
					.verb = "handover",
					.summary = "a sheet for next year's teacher",
					.about = "What the next teacher needs to know of each child on a "
						 "list, with an open concern, a medical "
						 "line or an adjustment. When it has been talked over: "
						 "'sendctl pupil handover @3B --who NAME'.",
					.flags = READS | CMD_MANY,
					.opts = sheet_opts,
					.opt_count = SEN_COUNT(sheet_opts),
					.args_size = sizeof(struct sheet_args),
					.answer = &sen_report_handover,
					.examples = sheet_examples,
					.run = sheet_run};

struct handover_args {
	const char *pupils, *who;
	sen_date on;
};
#define S struct handover_args
static const struct opt handover_opts[] = {
	OPT_ROW_WORD(S, pupils, "PUPILS", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "a class (@3B), a list (register) or one child"),
	OPT_ROW_WORD(S, who, "who", OPT_REQUIRED, "NAME", "next year's teacher, or the next school"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it was talked over (today)"),
};
#undef S

/* Is there anything to hand over of this child? */
static int has_sheet(struct app *app, int64_t id, bool *has, struct sen_err *err)
{
	const struct sen_value values[] = {{":id", NULL, id}};
	struct sen_table *table;
	int rc = sen_table_query(app->store, &sen_report_handover, values, SEN_COUNT(values), &table, err);

	if (rc < 0)
		return rc;
	rc = table->next(table, err);
	*has = rc == 1;
	table->close(table);
	return rc < 0 ? rc : 0;
}

static int hand_over(struct app *app, const struct handover_args *args, int64_t id, struct sen_err *err)
{
	struct sen_given *given = sen_record_new(app->arena, &sen_given_record);
	int rc = sen_field_set(app->store, sen_field_named(&sen_given_record, "who"), given, args->who, err);

	if (rc < 0)
		return rc;
	given->record = SEN_GIVEN_HANDOVER;
	given->pupil_id = id;
	given->given_on = args->on == SEN_NO_DATE ? app->context.today : args->on;
	if ((rc = sen_record_insert(app->store, &sen_given_record, given, err)) == 0)
		app_wrote(app, &sen_given_record, given->head.id);
	return rc;
}

static int handover_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct handover_args *args = data;
	sen_date on = args->on == SEN_NO_DATE ? app->context.today : args->on;
	int64_t *ids;
	size_t count, done = 0;
	char day[16];
	bool has;
	int rc = app_pupils(app, args->pupils, &ids, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		if ((rc = has_sheet(app, ids[i], &has, err)) < 0 || !has)
			continue;
		if ((rc = hand_over(app, args, ids[i], err)) == 0 && done++ < 12)
			app_say(app, "%s", app_child(app, ids[i]));
	}
	if (rc < 0)
		return rc;
	if (done == 0) {
		sen_fail(err, SEN_NOTFOUND,
			 "there is nothing to hand over: no child of '%s' is on a list, has an "
			 "open concern, a medical line or an adjustment",
			 args->pupils);
		return err->code;
	}
	app_say(app, "%zu %s handed over to %s on %s.", done, done == 1 ? "child" : "children", args->who,
		sen_date_long(on, day));
	return 0;
}

static const char *const handover_examples[] = {"sendctl pupil handover @3B --who \"Mrs Patel\"", NULL};
const struct cmd pupil_handover_cmd = {
	.noun = "pupil",
	.verb = "handover",
	.summary = "a class or a child was talked over with next year's teacher",
	.about = "Keeps who was given the hand-over and when, for each child of whom there is something to "
		 "know. It is owed for every child on a list by the end of the summer term. The sheet: "
		 "'sendctl report handover @3B'.",
	.flags = CMD_WRITES | CMD_MANY,
	.opts = handover_opts,
	.opt_count = SEN_COUNT(handover_opts),
	.args_size = sizeof(struct handover_args),
	.examples = handover_examples,
	.run = handover_run};

/* ---- caseload ---- */

struct caseload_args {
	const char *who;
};
static const struct opt caseload_opts[] = {
	OPT_ROW_WORD(struct caseload_args, who, "for", 0, "NAME", "only this adult, with the children")};

static int caseload_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct caseload_args *args = data;
	const struct sen_value values[] = {{":name", args->who, SEN_NO_INT},
					   {":until", until(app), SEN_NO_INT}};

	return app_answer(app, args->who ? &sen_report_caseload_one : &sen_report_caseload, values,
			  SEN_COUNT(values), err);
}

static const char *const caseload_examples[] = {"sendctl report caseload",
						"sendctl report caseload --for \"Mrs Lee\"", NULL};
const struct cmd report_caseload_cmd = {
	.noun = "report",
	.verb = "caseload",
	.summary = "which adult answers for which children",
	.about = "Each adult with how many children they answer for, by themselves or by the class, and what "
		 "is "
		 "late for them. With --for NAME the children one by one; in JSON they are always there.",
	.flags = READS,
	.opts = caseload_opts,
	.opt_count = SEN_COUNT(caseload_opts),
	.args_size = sizeof(struct caseload_args),
	.answer = &sen_report_caseload,
	.examples = caseload_examples,
	.run = caseload_run};

/* ---- transfer ---- */

static int transfer_run(struct app *app, const void *data, struct sen_err *err)
{
	struct sen_value values[3];
	int rc = sen_report_transfer_values(app->store, values, err);

	(void)data;
	return rc < 0 ? rc : app_answer(app, &sen_report_transfer, values, SEN_COUNT(values), err);
}

static const char *const transfer_examples[] = {"sendctl report transfer", NULL};
const struct cmd report_transfer_cmd = {
	.noun = "report",
	.verb = "transfer",
	.summary = "children with an EHC plan who change phase next September",
	.about =
		"From nursery to Reception, and from the school's last year group on ('sendctl school edit "
		"--top-year 2' for an infant school). The local authority must have reviewed and amended the "
		"plan before 15 February (SEND Regulations 2014 reg 18).",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT,
	.answer = &sen_report_transfer,
	.examples = transfer_examples,
	.run = transfer_run};

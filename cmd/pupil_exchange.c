/* `pupil import` and `pupil export`: the MIS comes in, and goes back. */
#include "nouns.h"
#include <sen/exchange.h>
#include <sen/report.h>
#include <stdio.h>

struct import_args {
	const char *file, *map, *rejects;
	bool skip_invalid, full_roll;
	int64_t max_left;
};

static const struct opt import_opts[] = {
	OPT_ROW_FILE(struct import_args, file, "FILE", 0, OPT_POSITIONAL | OPT_REQUIRED,
		     "the MIS's pupil list as CSV (- for standard input)"),
	OPT_ROW_WORD(struct import_args, map, "map", 0, "auto|NAME|FILE",
		     "sims, arbor, bromcom, scholarpack, integris, or a file of 'field = Heading' lines"),
	OPT_ROW_FILE(struct import_args, rejects, "rejects", 0, 0,
		     "keep the rows that cannot be taken in here"),
	OPT_ROW_FLAG(struct import_args, skip_invalid, "skip-invalid", 0,
		     "take in the other rows all the same"),
	OPT_ROW_FLAG(struct import_args, full_roll, "full-roll", 0,
		     "the file is the whole roll: children missing from it have left"),
	OPT_ROW_INT(struct import_args, max_left, "max-left", 0, "N",
		    "with --full-roll: how many may leave (else a tenth)"),
};

#define COUNT(name, label, help)                                        \
	{                                                               \
		name, label, SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, help \
	}
static const struct sen_column import_columns[] = {
	COUNT("read", "Read", "children in the file"),
	COUNT("added", "Added", "children new here"),
	COUNT("changed", "Changed", "children whose records changed"),
	COUNT("unchanged", "Unchanged", "children as they were"),
	COUNT("rejected", "Rejected", "children whose row cannot be read or who cannot be told"),
	COUNT("left", "Left", "children who left by this file"),
	COUNT("kept", "Kept", "values of ours kept against the MIS"),
	COUNT("warnings", "Warnings", "doubts; they are findings of report conformance"),
	COUNT("lines", "Lines", "rows of the file that are a child's"),
	{"map", "Map", SEN_C_TEXT, 0, NULL, NULL, "whose headings they are"},
	{"encoding", "Encoding", SEN_C_TEXT, 0, NULL, NULL, "how the file is written"},
};
/* For --schema: the row is made by the import. */
static const struct sen_query import_answer = {.name = "pupil-import",
					       .title = "MIS import",
					       .version = 1,
					       .columns = import_columns,
					       .count = SEN_COUNT(import_columns)};

static void tell_problem(void *arg, const char *line)
{
	struct app *app = arg;
	if (!app->quiet)
		fprintf(stderr, "%s\n", line);
}

static int print_row(struct app *app, const struct sen_mis_result *r, struct sen_err *err)
{
	const int64_t counts[] = {r->read, r->added, r->changed,  r->unchanged, r->rejected,
				  r->left, r->kept,  r->warnings, r->lines};
	struct sen_table *table = sen_table_of(app->arena, &import_answer);
	struct sen_cell *cells = sen_table_add(table);
	size_t i = 0;
	for (; i < SEN_COUNT(counts); i++)
		sen_cell_int(&cells[i], counts[i]);
	sen_cell_text(&cells[i++], r->map);
	sen_cell_text(&cells[i], r->encoding);
	return app_answer_table(app, table, err);
}

static void tell_more(struct app *app, const struct sen_mis_result *r)
{
	if (r->problems > 50)
		app_say(app, "... and %lld more problems.", (long long)(r->problems - 50));
	for (size_t i = 0; i < r->mapping_count; i++)
		app_say(app, "%s", r->mapping[i]);
	if (r->same_file)
		app_say(app, "The same file as the last time: nothing to do.");
	for (size_t i = 0; i < r->news_count; i++)
		app_say(app, "%s", r->news[i]);
	if (r->kept)
		app_say(app, "%lld %s from the MIS and %s kept: sendctl report conformance",
			(long long)r->kept, r->kept == 1 ? "value here differs" : "values here differ",
			r->kept == 1 ? "is" : "are");
}

/* The import turned the year: who changes phase next, as 'school roll-over' says. */
static int tell_phases(struct app *app, const struct sen_mis_result *r, struct sen_err *err)
{
	struct sen_value values[3];
	struct sen_table *table;
	int64_t n = 0;
	int rc;
	if (r->moved == 0 || r->moved * 2 < r->read || sen_store_school_id(app->store) == 0)
		return 0;
	if ((rc = sen_report_transfer_values(app->store, values, err)) < 0 ||
	    (rc = sen_table_query(app->store, &sen_report_transfer, values, SEN_COUNT(values), &table, err)) <
		    0)
		return rc;
	while ((rc = table->next(table, err)) == 1)
		n++;
	table->close(table);
	if (rc == 0 && n)
		app_say(app,
			"%lld %s with an EHC plan %s phase next September: the plan must be amended before "
			"15 "
			"February. 'sendctl report transfer' says who.",
			(long long)n, n == 1 ? "child" : "children", n == 1 ? "changes" : "change");
	return rc;
}

/* The row is the answer also when nothing was taken in. */
static void refused(struct app *app, const struct sen_mis_result *r)
{
	struct sen_err ignored = {0};
	FILE *memory = app->out;
	app->out = stdout;
	if (!app->quiet && r->problems > 50)
		fprintf(stderr, "... and %lld more problems\n", (long long)(r->problems - 50));
	for (size_t i = 0; !app->quiet && i < r->mapping_count; i++)
		fprintf(stderr, "%s\n", r->mapping[i]);
	if (print_row(app, r, &ignored) == 0)
		fflush(stdout);
	app->out = memory;
}

static int import(struct app *app, const void *args, struct sen_err *err)
{
	const struct import_args *a = args;
	const struct sen_mis_options options = {.map = a->map,
						.rejects = a->rejects,
						.skip_invalid = a->skip_invalid,
						.full_roll = a->full_roll,
						.max_left = a->max_left};
	struct sen_mis_result result;
	if (a->max_left != SEN_NO_INT && !a->full_roll)
		return sen_fail(err, SEN_USAGE, "--max-left goes with --full-roll");
	if (a->max_left != SEN_NO_INT && a->max_left < 0)
		return sen_fail(err, SEN_USAGE, "--max-left is a number of children");
	int rc = sen_mis_import(app->store, a->file, &options, tell_problem, app, &result, err);
	if (rc == SEN_INVALID) /* the file, or the roll; of a disk or memory fault nothing is known */
		refused(app, &result);
	if (rc < 0)
		return rc;
	app->unchanged = !result.added && !result.changed && !result.left;
	tell_more(app, &result);
	if ((rc = tell_phases(app, &result, err)) < 0)
		return rc;
	return print_row(app, &result, err);
}

static const char *const import_examples[] = {
	"sendctl pupil import sims.csv", "sendctl pupil import roll.csv --full-roll --rejects rejects.csv",
	NULL};
const struct cmd pupil_import_cmd = {
	.noun = "pupil",
	.verb = "import",
	.summary = "take in the MIS's pupil list",
	.about =
		"Reads the pupil list of SIMS, Arbor, Bromcom, ScholarPack, Integris or any other CSV with a "
		"name and a UPN or date of birth. Encoding, delimiter, heading row and columns are found; "
		"the columns chosen are told on stderr.\n\n"
		"Where you changed something here, yours is kept and the difference becomes a finding of "
		"'report conformance'. The same file again changes nothing. With a row that cannot be read "
		"nothing is taken in, unless --skip-invalid is given.\n\n"
		"A map file has lines 'field = Heading'. Fields are upn, former_upn, admission_number, "
		"surname, "
		"forename, preferred_surname, preferred_forename, middle_names, dob, sex, year, class, "
		"enrolment_status, status, status_from, need, need_2, need_3, need_4, need_rank, need_from, "
		"first_language, ethnicity, eal, pupil_premium, fsm, looked_after, post_looked_after, "
		"service, "
		"young_carer, admitted_on, left_on, leaving_reason, previous_school, next_school, school, "
		"and "
		"ignore for a column to pass over.",
	.flags = CMD_WRITES | CMD_TABLE,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.answer = &import_answer,
	.examples = import_examples,
	.run = import,
};

struct export_args {
	const char *map;
};
static const struct opt export_opts[] = {
	OPT_ROW_WORD(
		struct export_args, map, "map", 0, "NAME|FILE",
		"whose headings: sims (the default), arbor, bromcom, scholarpack, integris, or a map file"),
};

static int export(struct app *app, const void *args, struct sen_err *err)
{
	const struct export_args *a = args;
	int rc = sen_mis_export(app->store, a->map, app->out, err);
	if (rc == 0)
		rc = sen_audit_note(app->store, "pupil", 0, "export", err);
	return rc;
}

static const char *const export_examples[] = {"sendctl pupil export -o pupils.csv", NULL};
const struct cmd pupil_export_cmd = {
	.noun = "pupil",
	.verb = "export",
	.summary = "the pupil list as CSV that an MIS can take back",
	.about = "Cells are written as they are: open the file in the MIS, not in a spreadsheet. The export "
		 "is "
		 "kept in the audit.",
	.flags = CMD_WRITES | CMD_NO_UNDO,
	.opts = export_opts,
	.opt_count = SEN_COUNT(export_opts),
	.args_size = sizeof(struct export_args),
	.examples = export_examples,
	.run = export,
};

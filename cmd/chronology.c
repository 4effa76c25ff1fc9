/* sendctl report chronology and pupil chronology: one child, by date. */
#include "nouns.h"

#include <sen/report.h>

struct chronology_args {
	const char *pupil;
	sen_date from, until;
	bool all;
};
#define S struct chronology_args
static const struct opt chronology_opts[] = {
	OPT_ROW_WORD(S, pupil, "PUPIL", OPT_REQUIRED | OPT_POSITIONAL, "PUPIL",
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
	OPT_ROW_DATE(S, from, "from", 0, "first day"),
	OPT_ROW_DATE(S, until, "until", 0, "the first day after"),
	OPT_ROW_FLAG(S, all, "all", 0, "also complaints, and entries that were removed"),
};
#undef S

static int chronology_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct chronology_args *args = data;
	const struct sen_query *query;
	struct sen_table *table;
	char from[11], until[11];
	int64_t pupil;
	int rc;

	if ((rc = app_pupil(app, args->pupil, &pupil, err)) < 0 ||
	    (rc = sen_report_chronology(app->store, args->all, &query, err)) < 0)
		return rc;
	const struct sen_value values[] = {
		{":pupil", NULL, pupil},
		{":all", NULL, args->all},
		{":from", args->from == SEN_NO_DATE ? NULL : sen_date_text(args->from, from), SEN_NO_INT},
		{":until", args->until == SEN_NO_DATE ? NULL : sen_date_text(args->until, until), SEN_NO_INT},
	};
	if ((rc = sen_table_query(app->store, query, values, SEN_COUNT(values), &table, err)) < 0)
		return rc;
	/* A printed page says whose it is. */
	table->title = sen_format(app->arena, "%s of %s", query->title,
				  app->style.names == SEN_NAMES_FULL
					  ? app_child(app, pupil)
					  : sen_format(app->arena, "P%lld", (long long)pupil));
	return app_answer_table(app, table, err);
}

#define CHRONOLOGY(noun_is, examples_are)                                                                    \
	{                                                                                                    \
		.noun = noun_is, .verb = "chronology",                                                       \
		.summary = "all that happened for one child, by date",                                       \
		.about = "Made from the records themselves: concerns, moves on the register, needs, notes, " \
			 "letters and the rest. 'Recorded' is shown where something was written down later " \
			 "than it happened. Complaints are shown with --all only: what is handed on "        \
			 "has none.",                                                                        \
		.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS, .opts = chronology_opts,                   \
		.opt_count = SEN_COUNT(chronology_opts), .args_size = sizeof(struct chronology_args),        \
		.answer = &sen_chronology_answer, .examples = examples_are, .run = chronology_run            \
	}
static const char *const chronology_examples[] = {"sendctl report chronology zoe@3B", NULL};
static const char *const pupil_chronology_examples[] = {"sendctl pupil chronology zoe@3B --from 2026-09-01",
							NULL};
const struct cmd report_chronology_cmd = CHRONOLOGY("report", chronology_examples);
const struct cmd pupil_chronology_cmd = CHRONOLOGY("pupil", pupil_chronology_examples);

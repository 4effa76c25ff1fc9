/* sendctl audit: who did what and when, and whether that record holds. */
#include "nouns.h"

#include <string.h>

/* ---- list ---- */

struct list_args {
	const char *pupil;
	bool values;
};

static int run_list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *given = args;
	const struct sen_query *query;
	int64_t pupil = SEN_NO_INT;
	bool limited = app->style.limit != SEN_NO_INT;
	int rc = given->pupil ? app_pupil(app, given->pupil, &pupil, err) : 0;
	if (rc == 0)
		rc = sen_audit_query(app->store, given->values, limited, &query, err);
	if (rc < 0)
		return rc;
	const struct sen_value values[] = {{":pupil", NULL, pupil}, {":limit", NULL, app->style.limit}};
	return app_answer(app, query, values, limited ? 2 : 1, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_WORD(struct list_args, pupil, "PUPIL", OPT_POSITIONAL, "PUPIL",
		     "only what concerns this child"),
	OPT_ROW_FLAG(struct list_args, values, "values", 0,
		     "also what was written and the reasons given: personal data"),
};
static const char *const list_examples[] = {"sendctl audit list --limit 20", NULL};
static const struct cmd list_cmd = {
	.noun = "audit",
	.verb = "list",
	.summary = "what was done to the records, by whom and when, the newest last",
	.about = "Without --values it names fields, records and people who did it, and no child. "
		 "--limit N gives the N newest.",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_audit_list,
	.examples = list_examples,
	.run = run_list,
};

/* ---- verify ---- */

struct verify_args {
	const char *head;
};
static const struct sen_column verify_columns[] = {
	{"whole", "Whole", SEN_C_BOOL, 0, NULL, NULL, "is every entry as it was written?"},
	{"entries", "Entries", SEN_C_INT, 0, NULL, NULL, "how many there are"},
	{"redacted", "Erased", SEN_C_INT, 0, NULL, NULL, "of how many the text was lawfully erased"},
	{"bad_seq", "Bad entry", SEN_C_INT, 0, NULL, NULL, "the first that does not hold"},
	{"bad_what", "What is wrong", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how it does not hold"},
	{"head", "Head", SEN_C_TEXT, 0, NULL, NULL, "of the last entry"},
};
static const struct sen_query verify_answer = {
	.name = "audit-verify",
	.title = "Check of the audit",
	.version = 1,
	.columns = verify_columns,
	.count = SEN_COUNT(verify_columns),
	.flags = SEN_Q_PAGE,
};

static struct sen_table *verify_table(struct app *app, const struct sen_audit_report *report)
{
	struct sen_table *table = sen_table_of(app->arena, &verify_answer);
	struct sen_cell *cells = sen_table_add(table);
	sen_cell_int(&cells[0], report->bad_seq == 0);
	sen_cell_int(&cells[1], report->entries);
	sen_cell_int(&cells[2], report->redacted);
	sen_cell_int(&cells[3], report->bad_seq ? report->bad_seq : SEN_NO_INT);
	sen_cell_text(&cells[4], report->bad_what);
	sen_cell_text(&cells[5], *report->head ? sen_strdup(app->arena, report->head) : NULL);
	return table;
}

/* A head that was kept elsewhere must still be there. */
static int find_head(struct app *app, const char *head, struct sen_audit_report *report, struct sen_err *err)
{
	int64_t seq;
	int rc = sen_audit_find(app->store, head, &seq, err);
	if (rc == 0 && seq == 0 && !report->bad_seq) {
		report->bad_seq = SEN_NO_INT; /* nowhere in particular */
		report->bad_what =
			"no entry has the head given: entries were cut off, or it is of another file";
	}
	return rc;
}

static int run_verify(struct app *app, const void *args, struct sen_err *err)
{
	const struct verify_args *given = args;
	struct sen_audit_report report = {0};
	int rc = sen_audit_verify(app->store, &report, err);
	if (rc == 0 && given->head)
		rc = find_head(app, given->head, &report, err);
	if (rc == 0)
		rc = app_answer_table(app, verify_table(app, &report), err);
	if (rc < 0 || !report.bad_seq)
		return rc;
	if (report.bad_seq == SEN_NO_INT)
		rc = sen_fail(err, SEN_FILE, "the audit does not hold: %s", report.bad_what);
	else
		rc = sen_fail(err, SEN_FILE, "the audit does not hold: %s at entry %lld", report.bad_what,
			      (long long)report.bad_seq);
	sen_hint(err, "The records were changed by other means than sendctl. Compare with a backup.");
	return rc;
}

static const struct opt verify_opts[] = {
	OPT_ROW_WORD(struct verify_args, head, "head", 0, "HEAD",
		     "a head printed earlier, by 'audit head' or a backup, that must still be there"),
};
static const char *const verify_examples[] = {"sendctl audit verify", NULL};
static const struct cmd verify_cmd = {
	.noun = "audit",
	.verb = "verify",
	.summary = "check that no entry of the audit was changed or taken out",
	.about = "Each entry holds a digest of the one before it. Only a head that was kept elsewhere shows "
		 "that the "
		 "end was not cut off: give it with --head. Ends with 7 when the audit does not hold.",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = verify_opts,
	.opt_count = SEN_COUNT(verify_opts),
	.args_size = sizeof(struct verify_args),
	.answer = &verify_answer,
	.examples = verify_examples,
	.run = run_verify,
};

/* ---- head ---- */

static const struct sen_column head_columns[] = {
	{"school", "School", SEN_C_TEXT, 0, NULL, NULL, "DfE number; null: entries about the whole file"},
	{"seq", "Entry", SEN_C_INT, 0, NULL, NULL, "the last entry"},
	{"head", "Head", SEN_C_TEXT, 0, NULL, NULL, "its digest"},
};
static const struct sen_query head_answer = {
	.name = "audit-head",
	.title = "Heads of the audit",
	.version = 1,
	.columns = head_columns,
	.count = SEN_COUNT(head_columns),
};

static int run_head(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_audit_head *heads;
	struct sen_table *table = sen_table_of(app->arena, &head_answer);
	size_t count;
	(void)args;
	int rc = sen_audit_heads(app->store, &heads, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		struct sen_cell *cells = sen_table_add(table);
		sen_cell_text(&cells[0], heads[i].dfe);
		sen_cell_int(&cells[1], heads[i].seq);
		sen_cell_text(&cells[2], heads[i].head);
	}
	return rc < 0 ? rc : app_answer_table(app, table, err);
}

static const char *const head_examples[] = {"sendctl audit head", NULL};
static const struct cmd head_cmd = {
	.noun = "audit",
	.verb = "head",
	.summary = "the digest of the last entry, to be kept elsewhere",
	.about = "Print it into a mail or a log on another machine: with it 'sendctl audit verify --head "
		 "HEAD' can "
		 "show later that nothing was cut off.",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.answer = &head_answer,
	.examples = head_examples,
	.run = run_head,
};

static const struct cmd *const audit_verbs[] = {&list_cmd, &verify_cmd, &head_cmd};
const struct noun audit_noun = {
	.name = "audit",
	.summary = "who did what to the records, and whether that account holds",
	.group = "the records",
	.verbs = audit_verbs,
	.count = SEN_COUNT(audit_verbs),
};

/* sendctl db: the records file as a whole. */
#include "nouns.h"

#include <sen/file.h>
#include <sen/owed.h>
#include <string.h>

struct file_args {
	const char *file;
};

#define FILE_ARG(h)                                                                               \
	{                                                                                         \
		OPT_ROW_FILE(struct file_args, file, "FILE", 0, OPT_POSITIONAL | OPT_REQUIRED, h) \
	}

/* ---- check ---- */

static const struct sen_column check_columns[] = {
	{"what", "Check", SEN_C_TEXT, 0, NULL, NULL, "what was looked at"},
	{"severity", "Result", SEN_C_TEXT, SEN_COL_ALERT, NULL, NULL, "ok, advice or fault"},
	{"finding", "Finding", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was found"},
	{"fix", "What to do", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command that mends it"},
};
static const struct sen_query check_answer = {
	.name = "db-check",
	.title = "Check of the records file",
	.version = 1,
	.columns = check_columns,
	.count = SEN_COUNT(check_columns),
};

static void add_finding(struct sen_table *table, const struct sen_db_finding *finding, int64_t *faults)
{
	struct sen_cell *cells = sen_table_add(table);
	sen_cell_text(&cells[0], finding->what);
	sen_cell_text(&cells[1], finding->severity);
	sen_cell_text(&cells[2], finding->finding);
	sen_cell_text(&cells[3], finding->fix);
	*faults += !strcmp(finding->severity, "fault");
}

/* The store knows no rule, so what is owed is compared here. */
static int check_owed(struct app *app, struct sen_table *table, int64_t *faults, struct sen_err *err)
{
	int64_t wrong = 0;
	int rc = sen_owed_verify(app->store, &wrong, err);
	struct sen_db_finding finding = {"deadlines", "ok", "what is owed agrees with the records", NULL};
	if (rc < 0)
		return rc;
	if (wrong) {
		finding.severity = "fault";
		finding.finding = sen_format(app->arena, "%lld deadlines are not what the records say",
					     (long long)wrong);
		finding.fix = "sendctl db upgrade";
	}
	add_finding(table, &finding, faults);
	return 0;
}

static int run_check(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_db_finding *findings;
	struct sen_table *table = sen_table_of(app->arena, &check_answer);
	size_t count;
	int64_t faults = 0;
	(void)args;
	int rc = sen_db_check(app->store, app->db_path, &findings, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		add_finding(table, &findings[i], &faults);
	if (rc == 0 && faults == 0) /* in a damaged file the rules may read nonsense */
		rc = check_owed(app, table, &faults, err);
	if (rc == 0)
		rc = app_answer_table(app, table, err);
	if (rc < 0 || faults == 0)
		return rc;
	return sen_fail(err, SEN_FILE, "the records file has %lld fault%s", (long long)faults,
			faults == 1 ? "" : "s");
}

static const char *const check_examples[] = {"sendctl db check", NULL};
static const struct cmd check_cmd = {
	.noun = "db",
	.verb = "check",
	.summary = "look whether the records file is whole, safe and backed up",
	.about = "Reads every page of the file and compares every record with what refers to it, every code "
		 "with "
		 "its set, every deadline with the records it comes from, and the audit with its chain. Says "
		 "also who can open the file, whether its disk is encrypted and when it was last backed "
		 "up.\n\n"
		 "Ends with 7 when there is a fault; advice alone ends with 0.",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.answer = &check_answer,
	.examples = check_examples,
	.run = run_check,
};

/* ---- backup ---- */

static int run_backup(struct app *app, const void *args, struct sen_err *err)
{
	const struct file_args *given = args;
	struct sen_audit_head *heads;
	size_t count;
	int rc = 0;
	if (!app->dry_run)
		rc = sen_db_backup(app->store, app->db_path, given->file, err);
	if (rc == 0 && !app->dry_run)
		app_made(given->file);
	if (rc == 0)
		rc = sen_audit_heads(app->store, &heads, &count, err);
	if (rc == 0)
		rc = sen_audit_note(app->store, "db", 0, sen_format(app->arena, "backup to %s", given->file),
				    err);
	if (rc < 0)
		return rc;
	app_say(app, app->dry_run ? "Would be backed up to '%s'." : "Backed up to '%s', and checked.",
		given->file);
	for (size_t i = 0; i < count && !app->dry_run; i++)
		app_say(app, "Head of the audit%s%s in it: entry %lld, %s", heads[i].dfe ? " of " : "",
			heads[i].dfe ? heads[i].dfe : "", (long long)heads[i].seq, heads[i].head);
	return 0;
}

static const struct opt backup_opts[] = FILE_ARG("the file to write; never one that is there");
static const char *const backup_examples[] = {"sendctl db backup records-2026-11-22.db", NULL};
static const struct cmd backup_cmd = {
	.noun = "db",
	.verb = "backup",
	.summary = "copy the records file, while others use it, and check the copy",
	.about = "The copy is a records file of its own that only you can open: 'sendctl --db COPY ...' "
		 "reads it. "
		 "It appears whole or not at all. It holds the head of the audit; keep the line that is "
		 "printed "
		 "somewhere else too, and 'sendctl audit verify --head' can show later that nothing was cut "
		 "off.\n\n"
		 "Never copy a records file with cp while it is in use.",
	.flags = CMD_WRITES | CMD_ALL_SCHOOLS | CMD_NO_UNDO,
	.opts = backup_opts,
	.opt_count = SEN_COUNT(backup_opts),
	.args_size = sizeof(struct file_args),
	.examples = backup_examples,
	.run = run_backup,
};

/* ---- restore ---- */

static int run_restore(struct app *app, const void *args, struct sen_err *err)
{
	const struct file_args *given = args;
	const char *kept;
	int rc = app_confirm(app, err,
			     "Put '%s' in place of the records in '%s'? Those of now are kept beside it.",
			     given->file, app->db_path);
	if (rc == 0)
		rc = sen_db_restore(app->arena, app->db_path, given->file, &app->context, &kept, err);
	if (rc < 0)
		return rc;
	app_say(app, "Restored '%s' from '%s'.", app->db_path, given->file);
	if (kept)
		app_say(app, "The records as they were are kept in '%s'.", kept);
	return 0;
}

static const struct opt restore_opts[] = FILE_ARG("the backup to put in place");
static const char *const restore_examples[] = {"sendctl db restore records-2026-11-22.db --yes", NULL};
static const struct cmd restore_cmd = {
	.noun = "db",
	.verb = "restore",
	.summary = "put a backup in place of the records file, which is kept",
	.about = "The backup is copied and verified first: that it is a records file, whole, and that its "
		 "audit "
		 "holds. The present file is kept under another name beside it. Nobody may be using the "
		 "records.",
	.flags = CMD_OWN,
	.opts = restore_opts,
	.opt_count = SEN_COUNT(restore_opts),
	.args_size = sizeof(struct file_args),
	.examples = restore_examples,
	.run = run_restore,
};

/* ---- upgrade ---- */

static int run_upgrade(struct app *app, const void *args, struct sen_err *err)
{
	(void)args;
	/* Opening it to write has brought it up already, and said so; a newer
	 * sendctl may also know other rules. */
	int rc = sen_store_recompute(app->store, err);
	if (rc == 0)
		app_say(app, "The records file is up to date, and what is owed was computed anew.");
	return rc;
}

static const char *const upgrade_examples[] = {"sendctl db upgrade", NULL};
static const struct cmd upgrade_cmd = {
	.noun = "db",
	.verb = "upgrade",
	.summary = "bring a records file of an older sendctl up to date",
	.about = "The file as it was is kept beside it. Any command that writes does the same. Computes anew "
		 "all that "
		 "is owed.",
	.flags = CMD_WRITES | CMD_ALL_SCHOOLS | CMD_NO_UNDO,
	.examples = upgrade_examples,
	.run = run_upgrade,
};

/* ---- export and import ---- */

static int write_export(struct app *app, const char *file, struct sen_err *err)
{
	struct sen_file_out *out = NULL;
	FILE *stream;
	int rc = sen_file_out_begin(app->arena, file, &out, &stream, err);
	if (rc < 0)
		return rc;
	rc = sen_db_export(app->store, stream, err);
	if (rc == 0)
		rc = sen_audit_note(app->store, "db", 0, sen_format(app->arena, "export to %s", file), err);
	if (rc < 0) {
		sen_file_out_abandon(out);
		return rc;
	}
	rc = sen_file_out_end(out, false, err);
	if (rc == 0)
		app_made(file);
	return rc;
}

static int run_export(struct app *app, const void *args, struct sen_err *err)
{
	const struct file_args *given = args;
	int rc = app->dry_run ? 0 : write_export(app, given->file, err);
	if (rc < 0)
		return rc;
	app_say(app, "%s '%s'. Only you can read it; it holds every child's records.",
		app->dry_run ? "Everything would be exported to" : "Exported everything to", given->file);
	return 0;
}

static const struct opt export_opts[] = FILE_ARG("the file to write; never one that is there");
static const char *const export_examples[] = {"sendctl db export records.ndjson", NULL};
static const struct cmd export_cmd = {
	.noun = "db",
	.verb = "export",
	.summary = "write the whole file as NDJSON, a line a row",
	.about = "The first line says what it is and how many rows of each table follow. The same records "
		 "always "
		 "give the same bytes. 'sendctl db import' reads it back.",
	.flags = CMD_WRITES | CMD_ALL_SCHOOLS | CMD_NO_UNDO,
	.opts = export_opts,
	.opt_count = SEN_COUNT(export_opts),
	.args_size = sizeof(struct file_args),
	.examples = export_examples,
	.run = run_export,
};

static int run_import(struct app *app, const void *args, struct sen_err *err)
{
	const struct file_args *given = args;
	int64_t doubtful;
	int rc = sen_db_import(app->arena, app->db_path, given->file, &app->context, &doubtful, err);
	if (rc == 0)
		app_say(app, "Made '%s' from '%s'.", app->db_path, given->file);
	if (rc == 0 && doubtful)
		app_say(app,
			"Not every code is known or every date a real one: 'sendctl db check' lists them.");
	return rc;
}

static const struct opt import_opts[] = FILE_ARG("an export made by 'sendctl db export'");
static const char *const import_examples[] = {"sendctl --db new.db db import records.ndjson", NULL};
static const struct cmd import_cmd = {
	.noun = "db",
	.verb = "import",
	.summary = "make a new records file from an export",
	.about = "The file must not be there yet. Everything is read or nothing is; references and the audit "
		 "are "
		 "checked at the end. For a pupil list of an MIS see 'sendctl pupil import'.",
	.flags = CMD_OWN,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct file_args),
	.examples = import_examples,
	.run = run_import,
};

static const struct cmd *const db_verbs[] = {&backup_cmd,  &restore_cmd, &check_cmd,
					     &upgrade_cmd, &export_cmd,	 &import_cmd};
const struct noun db_noun = {
	.name = "db",
	.summary = "the records file: backup, restore, check, upgrade, export, import",
	.group = "the records",
	.verbs = db_verbs,
	.count = SEN_COUNT(db_verbs),
};

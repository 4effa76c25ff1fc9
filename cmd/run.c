/* The dispatcher: opens, begins, runs, settles, commits, prints.  The only
 * place that commits; nothing allocates after it (design.md 2.3). */
#include "frame.h"
#include <errno.h>
#include <sen/exchange.h>
#include <sen/file.h>
#include <sen/owed.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- A write ---- */

/* Several schools: all of them, or a child or record on the line settles it; that of a
 * --pupil is settled now, before what is looked up in the school by name. */
static bool line_settles(struct app *app, const struct cmd *cmd)
{
	const struct frame *f = app->frame;
	if (cmd->flags & CMD_ALL_SCHOOLS)
		return true;
	for (size_t i = 0; i < f->typed_count; i++)
		if (strcmp(f->typed[i].view.name, "pupil") == 0) {
			app_school_of(app, f->typed[i].text);
			return true;
		}
	return f->word_count > 0;
}

static int choose_school(struct app *app, const struct cmd *cmd, struct sen_err *err)
{
	int rc = sen_store_school(app->store, app->school, err);
	if (rc != SEN_USAGE || app->school || !line_settles(app, cmd))
		return rc;
	sen_err_clear(err);
	return 0;
}

static bool school_settled(struct app *app, const struct cmd *cmd)
{
	return (cmd->flags & CMD_ALL_SCHOOLS) || sen_store_school_id(app->store) != 0;
}

/* Everything before BEGIN: the file opened, the form filled in. */
static int write_prepare(struct app *app, const struct cmd *cmd, const void *args, bool form,
			 struct sen_err *err)
{
	int rc = sen_store_open(app->arena, app->db_path, SEN_WRITE, &app->context, &app->store, err);
	if (rc < 0)
		return rc;
	signals_watch(app->store);
	sen_rules_attach(app->store);
	if (!form)
		return 0;
	rc = choose_school(app, cmd, err);
	return rc < 0 ? rc : form_fill(app, cmd, args, err);
}

static int write_rows(struct app *app, struct sen_err *err)
{
	const struct sen_record *kind = app->created_kind ? app->created_kind : app->cmd->record;
	if (app->created && kind)
		app_wrote(app, kind, app->created);
	if (app->dry_run)
		return 0;
	if (app->format_given)
		return written_print(app, err);
	const char *prefix = app->created_prefix ? app->created_prefix : kind ? kind->prefix : "";
	if (app->created)
		fprintf(app->out, "%s%lld\n", prefix, (long long)app->created);
	return 0;
}

/* Inside the transaction. *again: this request was done before. */
static int write_body(struct app *app, const struct cmd *cmd, void *args, bool form, const char **again,
		      struct sen_err *err)
{
	int rc = form ? 0 : choose_school(app, cmd, err);
	if (rc == 0 && app->context.request_id)
		rc = sen_request_done(app->store, again, err);
	if (rc < 0 || *again)
		return rc;
	if (!form)
		rc = values_apply(app, err);
	if (rc == 0)
		rc = cmd->run(app, args, err);
	if (rc == 0 && !school_settled(app, cmd) && app->created)
		rc = sen_fail(err, SEN_USAGE,
			      "the records file holds several schools: name one with --school");
	if (rc == 0)
		rc = sen_store_settle(app->store, err);
	return rc < 0 ? rc : write_rows(app, err);
}

static void write_tell(struct app *app, const struct cmd *cmd)
{
	char day[16];
	if (app->unchanged)
		return;
	if (app->context.today_assumed)
		app_say(app, "Today is taken to be %s.", sen_date_long(app->context.today, day));
	if (app->dry_run)
		app_say(app, "Nothing was changed.");
	if (app->dry_run && app->frame->form_path)
		app_say(app, "Your form is kept: %s", app->frame->form_path);
	if (!app->dry_run && !(cmd->flags & CMD_NO_UNDO))
		app_say(app, "Undo with: sendctl undo");
}

static int write_end(struct app *app, struct answer *answer, bool again, struct sen_err *err)
{
	int rc = answer_close(answer, err);
	if (rc == 0)
		rc = answer_file(app, answer, err);
	if (rc == 0 && !again && app->context.request_id && !app->dry_run)
		rc = sen_request_keep(app->store, answer->text, err);
	if (rc == 0 && signals_caught())
		rc = sen_fail(err, SEN_FAIL, "interrupted");
	if (rc < 0)
		return rc;
	signals_watch(NULL);
	if (app->dry_run || again) {
		sen_store_rollback(app->store);
		return 0;
	}
	return sen_store_commit(app->store, err);
}

/* What was erased is gone from the records; here it leaves the unused parts of
 * the file too. */
static int sweep(struct app *app, struct sen_err *err)
{
	struct sen_err why = {0};
	if (sen_store_sweep(app->store, &why) == 0)
		return 0;
	sen_fail(err, SEN_OUTPUT, "done, but the old text may still be in unused parts of the file: %s",
		 why.msg);
	sen_hint(err, "Run the same command again when nobody else has the file open.");
	return err->code;
}

/* After the commit, or what stands in its place. */
static int write_close(struct app *app, struct answer *answer, const char *said, int rc, struct sen_err *err)
{
	if (rc < 0) {
		sen_file_out_abandon(answer->file);
		if (app->store)
			sen_store_rollback(app->store);
		made_undo();
		form_keep(app, err);
	} else {
		made_keep();
		rc = answer_print(answer, err);
		said_print(said);
		if (!app->dry_run) {
			form_done(app);
			form_taken(app);
		}
		if (rc == 0 && app->sweep && !app->dry_run)
			rc = sweep(app, err);
	}
	answer_free(answer);
	return rc;
}

static int run_write(struct app *app, const struct cmd *cmd, void *args, struct sen_err *err)
{
	struct answer answer = {0};
	const char *again = NULL;
	bool form = form_wanted(app, cmd);
	signals_catch(true);
	sen_on_out_of_memory(made_undo);
	int rc = answer_memory(app, &answer, err);
	if (rc == 0)
		rc = write_prepare(app, cmd, args, form, err);
	if (rc == 0)
		rc = sen_store_begin(app->store, err);
	if (rc == 0)
		rc = write_body(app, cmd, args, form, &again, err);
	if (rc < 0 && form)
		sen_form_fault(app->arena, cmd->record, err);
	if (rc == 0 && again) {
		fputs(again, app->out);
		app_say(app, "This request was done before; nothing was done now.");
	} else if (rc == 0) {
		write_tell(app, cmd);
	}
	const char *said = said_ready(app);
	if (rc == 0)
		rc = write_end(app, &answer, again != NULL, err);
	return write_close(app, &answer, said, rc, err);
}

/* ---- Commands that see to their file themselves, or need none ---- */

static int run_own(struct app *app, const struct cmd *cmd, void *args, struct sen_err *err)
{
	struct answer answer = {0};
	signals_catch(true);
	int rc = answer_memory(app, &answer, err);
	if (rc == 0)
		rc = cmd->run(app, args, err);
	if (rc == 0)
		rc = answer_close(&answer, err);
	if (rc == 0)
		rc = answer_file(app, &answer, err);
	if (rc == 0) {
		rc = answer_print(&answer, err);
		said_print(said_ready(app));
	}
	answer_free(&answer);
	return rc;
}

/* ---- A read ---- */

static int read_body(struct app *app, const struct cmd *cmd, void *args, struct sen_err *err)
{
	if (cmd->flags & CMD_NO_FILE)
		return cmd->run(app, args, err);
	int rc = sen_store_open(app->arena, app->db_path, SEN_READ, &app->context, &app->store, err);
	if (rc < 0)
		return rc;
	signals_watch(app->store);
	rc = sen_store_begin(app->store, err);
	if (rc == 0)
		rc = choose_school(app, cmd, err);
	if (rc == 0)
		rc = values_apply(app, err);
	if (rc == 0)
		rc = cmd->run(app, args, err);
	signals_watch(NULL);
	return rc;
}

static int read_end(struct app *app, struct answer *answer, int rc, struct sen_err *err)
{
	if (answer->file && rc < 0) {
		sen_file_out_abandon(answer->file);
		return rc;
	}
	if (answer->file)
		return sen_file_out_end(answer->file, true, err);
	if (fflush(app->out) == 0 && !ferror(app->out))
		return rc;
	return rc < 0 ? rc : sen_fail(err, SEN_FAIL, "the answer could not be printed: %s", strerror(errno));
}

static int run_read(struct app *app, const struct cmd *cmd, void *args, struct sen_err *err)
{
	struct answer answer = {0};
	int rc = 0;
	signals_catch(false);
	app->out = stdout;
	if (app->output && !(cmd->own_output && cmd->own_output(args)))
		rc = sen_file_out_begin(app->arena, app->output, &answer.file, &app->out, err);
	else
		setvbuf(stdout, NULL, _IOFBF, 1 << 16);
	if (rc < 0)
		return rc;
	rc = read_body(app, cmd, args, err);
	/* Nothing was done that could be lost with the answer. */
	if (rc == SEN_OUTPUT)
		rc = err->code = SEN_FAIL;
	rc = read_end(app, &answer, rc, err);
	if (rc == 0 && answer.file)
		app_say(app, "Written to '%s'.", app->output);
	if (rc == 0)
		said_print(said_ready(app));
	return rc;
}

/* ---- The schema of an answer, without a file ---- */

static int print_schema(struct app *app, const struct cmd *cmd, struct sen_err *err)
{
	const struct sen_query *query = cmd->answer;
	if (!query && cmd->record && (cmd->flags & CMD_TABLE))
		query = sen_record_query_of(app->arena, cmd->record, strcmp(cmd->verb, "list") != 0);
	if (!query && cmd->record && (cmd->flags & CMD_WRITES))
		query = written_query(app->arena, cmd->record);
	if (!query)
		return sen_fail(err, SEN_USAGE, "'sendctl %s%s%s' answers with no table", cmd->noun,
				cmd->verb[0] ? " " : "", cmd->verb);
	int rc = sen_answer_schema(app->arena, query, stdout, err);
	if (rc == 0 && (fflush(stdout) != 0 || ferror(stdout)))
		rc = sen_fail(err, SEN_FAIL, "the schema could not be printed: %s", strerror(errno));
	return rc;
}

static void upgrade_said(void *arg, const char *line)
{
	say_line(arg, line);
}

static void take_globals(struct app *app, const struct cmd *cmd)
{
	const struct globals *g = &app->frame->globals;
	struct sen_context *c = &app->context;
	app->quiet = g->quiet;
	app->yes = g->yes;
	app->dry_run = g->dry_run;
	app->output = g->output;
	app->form = g->form;
	app->form_file = g->form_file;
	c->verb = cmd->verb[0] ? sen_format(app->arena, "%s %s", cmd->noun, cmd->verb) : cmd->noun;
	c->anyway = g->anyway;
	c->if_rev = g->if_rev;
	c->request_id = g->request_id;
	c->as_at = g->as_at;
	c->dry_run = g->dry_run;
	c->say = upgrade_said;
	c->say_arg = app;
}

int cmd_run(struct app *app, const struct cmd *cmd, void *args, struct sen_err *err)
{
	take_globals(app, cmd);
	if (app->frame->globals.schema)
		return print_schema(app, cmd, err);
	int rc = config_apply(app, cmd, err);
	if (rc < 0)
		return rc;
	style_fill(app);
	if (cmd->flags & CMD_OWN)
		rc = run_own(app, cmd, args, err);
	else if (cmd->flags & CMD_WRITES)
		rc = run_write(app, cmd, args, err);
	else
		rc = run_read(app, cmd, args, err);
	signals_watch(NULL);
	sen_store_close(app->store);
	app->store = NULL;
	if (rc < 0 && signals_caught() && rc != SEN_OUTPUT) {
		fputs(cmd->flags & CMD_WRITES ? "sendctl: interrupted\nNothing was changed.\n"
					      : "sendctl: interrupted\n",
		      stderr);
		signals_die();
	}
	return rc;
}

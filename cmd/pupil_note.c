/* sendctl pupil note, pupil attach: what is kept in a child's file. */
#include "nouns.h"
#include <ctype.h>
#include <sen/pupil.h>
#include <sen/school.h>
#include <sen/text.h>
#include <string.h>

struct note_args {
	const char *system;
};

/* Of a safeguarding matter the day and the system are kept, and nothing else (R12). */
static int note_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct note_args *args = data;
	struct sen_note *note = app->record;
	if (args->system && (note->note || note->record)) {
		sen_fail(err, SEN_USAGE,
			 "with --safeguarding no text is kept here, only the day and the system");
		sen_hint(err, "Write what happened in the safeguarding system; leave the text out here.");
		return err->code;
	}
	if (args->system)
		note->note = sen_format(app->arena, "Logged on the safeguarding system: %s", args->system);
	return generic_add(app, NULL, err);
}

static const struct opt note_opts[] = {
	OPT_ROW_WORD(struct note_args, system, "safeguarding", 0, "SYSTEM",
		     "a safeguarding matter: only that it is logged there (CPOMS), and no text"),
};
static const char *const note_examples[] = {"sendctl pupil note zoe@3B \"Seen by the school nurse\" --on mon",
					    "sendctl pupil note zoe@3B --safeguarding CPOMS --on mon", NULL};
const struct cmd pupil_note_cmd = {
	.noun = "pupil",
	.verb = "note",
	.summary = "a dated note, for the chronology",
	.about =
		"Of a safeguarding matter nothing of the substance belongs here: --safeguarding SYSTEM keeps "
		"the day and the name of the system, and refuses a text.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.opts = note_opts,
	.opt_count = SEN_COUNT(note_opts),
	.args_size = sizeof(struct note_args),
	.record = &sen_note_record,
	.spares = "safeguarding",
	.examples = note_examples,
	.run = note_run,
};

/* ---- attach ---- */

struct args {
	const char *pupil, *file, *record, *title, *export;
	sen_date on;
};

/* "C12" must be a record, and of this child. */
static int check_record(struct app *app, const char *text, int64_t pupil_id, const char **out,
			struct sen_err *err)
{
	size_t letters = strcspn(text, "0123456789");
	const struct sen_record *kind = sen_record_prefixed(sen_strndup(app->arena, text, letters));
	int64_t id;
	if (!kind || !letters || !sen_id_parse(text, kind->prefix, &id) || !(kind->flags & SEN_R_PUPIL)) {
		sen_fail(err, SEN_USAGE, "--record: '%s' is no record of a child", text);
		sen_hint(err, "give an id: C12");
		return err->code;
	}
	void *record = sen_record_new(app->arena, kind);
	int rc = sen_record_get(app->store, kind, id, record, err);
	if (rc < 0)
		return rc;
	if (*(const int64_t *)((const char *)record + kind->pupil_offset) != pupil_id)
		return sen_fail(err, SEN_INVALID, "%s%lld is about another child", kind->prefix,
				(long long)id);
	*out = sen_format(app->arena, "%s%lld", kind->prefix, (long long)id);
	return 0;
}

static int keep(struct app *app, const struct args *a, int64_t pupil_id, struct sen_err *err)
{
	struct sen_attachment *record = sen_record_new(app->arena, &sen_attachment_record);
	char day[16];
	int rc = 0;
	record->pupil_id = pupil_id;
	record->attached_on = a->on;
	if (a->title)
		rc = sen_field_set(app->store, sen_field_named(&sen_attachment_record, "title"), record,
				   a->title, err);
	if (rc == 0 && a->record)
		rc = check_record(app, a->record, pupil_id, &record->record, err);
	if (rc < 0 || (rc = sen_attach_file(app->store, record, a->file, err)) < 0)
		return rc;
	app->created = record->head.id;
	app->created_prefix = sen_attachment_record.prefix;
	app_wrote(app, &sen_attachment_record, record->head.id);
	app_say(app, "%s: kept '%s' (%s, %lld bytes) of %s%s%s.", app_child(app, pupil_id), record->title,
		record->type, (long long)record->size, sen_date_long(record->attached_on, day),
		record->record ? " with " : "", record->record ? record->record : "");
	return 0;
}

static int hand_out(struct app *app, const struct args *a, int64_t pupil_id, struct sen_err *err)
{
	struct sen_attachment record;
	int64_t id;
	const char *to = app->output;
	if (!to) {
		sen_fail(err, SEN_USAGE, "where shall the file go?");
		sen_hint(err, "add -o FILE");
		return err->code;
	}
	int rc = app_record(app, &sen_attachment_record, a->export, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_attachment_record, id, &record, err)) < 0)
		return rc;
	if (record.pupil_id != pupil_id)
		return sen_fail(err, SEN_INVALID, "AT%lld belongs to another child", (long long)id);
	if (!app->dry_run && (rc = sen_attach_export(app->store, id, to, err)) < 0)
		return rc;
	if (!app->dry_run)
		app_made(to);
	/* The file is there: -o is not for the answer, of which there is none. */
	app->output = NULL;
	app->unchanged = true;
	app_say(app, "%s: AT%lld '%s' written to '%s'.", app_child(app, pupil_id), (long long)id,
		record.title, to);
	return sen_audit_note(app->store, "attachment", id, "export", err);
}

static int attach(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	int64_t pupil_id;
	int rc = app_pupil(app, a->pupil, &pupil_id, err);
	if (rc < 0)
		return rc;
	if (!a->file == !a->export) {
		sen_fail(err, SEN_USAGE, "give a FILE to keep, or --export AT3 -o FILE to write one out");
		return err->code;
	}
	return a->file ? keep(app, a, pupil_id, err) : hand_out(app, a, pupil_id, err);
}

static const struct opt opts[] = {
	OPT_ROW_WORD(struct args, pupil, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
	OPT_ROW_FILE(struct args, file, "FILE", 0, OPT_POSITIONAL, "the file to keep, at most 10 MiB"),
	OPT_ROW_WORD(struct args, record, "record", 0, "ID", "the record it belongs to: C12"),
	OPT_ROW_TEXT(struct args, title, "title", 0, "TEXT", "what it is (the file's name)"),
	OPT_ROW_DATE(struct args, on, "on", 0, "the day it is of (today)"),
	OPT_ROW_WORD(struct args, export, "export", 0, "ATTACHMENT",
		     "write out a kept file, as it was, to the file of -o"),
};
static const char *const examples[] = {
	"sendctl pupil attach zoe@3B letter.pdf --title \"Letter from the speech therapist\"",
	"sendctl pupil attach zoe@3B --export AT3 -o letter.pdf", NULL};
const struct cmd pupil_attach_cmd = {
	.noun = "pupil",
	.verb = "attach",
	.summary = "keep a file with a child, or write one out again",
	.flags = CMD_WRITES,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.examples = examples,
	.run = attach,
};

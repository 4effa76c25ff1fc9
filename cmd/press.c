/* Pages into one file, through the answer of the command, or into a folder. */
#include "press.h"

#include <sen/text.h>

#include <errno.h>
#include <string.h>

enum { SAID = 12 };

static const char *ending_of(const char *path)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');

	return dot && dot[1] ? dot + 1 : "";
}

/* Which of the two is meant is told by the name. */
static int where(struct press *press, struct sen_err *err)
{
	static const char *const others[] = {"pdf", "doc", "docx", "odt", "rtf",
					     "txt", "csv", "json", "xlsx"};
	const char *ending;

	if (!press->path) {
		sen_fail(err, SEN_USAGE, "where shall the pages go?");
		sen_hint(err, "One file: -o FILE.html. A file each, in a new folder: -o FOLDER.");
		return err->code;
	}
	ending = ending_of(press->path);
	press->many = !sen_text_same(ending, "html") && !sen_text_same(ending, "htm");
	for (size_t i = 0; i < SEN_COUNT(others); i++)
		if (sen_text_same(ending, others[i])) {
			sen_fail(err, SEN_USAGE, "-o: '%s': the pages are HTML", press->path);
			sen_hint(err, "Name a file FILE.html, open it in a browser, and print it there, on "
				      "paper or as a PDF.");
			return err->code;
		}
	return 0;
}

int press_begin(struct press *press, struct app *app, const char *title, enum sen_page_look look,
		struct sen_err *err)
{
	*press = (struct press){.app = app, .look = look, .path = app->output, .title = title};
	int rc = where(press, err);

	if (rc == 0 && app->format_given)
		rc = sen_fail(err, SEN_USAGE, "a page to print has no other format than its own");
	if (rc < 0)
		return rc;
	press->page = sen_page_new(app->arena);
	app->unchanged = true; /* nothing that undo could take back */
	if (press->many || app->dry_run)
		app->output = NULL; /* not for the answer, of which there is none */
	if (!press->many || app->dry_run)
		return press->many ? sen_folder_free(press->path, err) : 0;
	rc = sen_folder_begin(app->arena, press->path, &press->folder, err);
	if (rc == SEN_CONFLICT)
		sen_hint(err, "Give a new one each time: -o %s-$(date +%%F)", press->path);
	if (rc == 0)
		app_made(press->folder.temp);
	return rc;
}

/* A fault while nothing is committed yet: failed, not "done but". */
static int ended(struct press *press, struct sen_err *err)
{
	int rc = sen_page_end(press->page, err);

	return rc < 0 ? (err->code = SEN_FAIL) : 0;
}

static int sheet_end(struct press *press, struct sen_err *err)
{
	struct sen_file_out *out = press->out;

	if (!press->stream)
		return 0;
	int rc = ended(press, err);
	if (press->app->dry_run)
		fclose(press->stream);
	press->stream = NULL;
	press->out = NULL;
	if (!out)
		return rc;
	if (rc == 0)
		return sen_file_out_end(out, false, err);
	sen_file_out_abandon(out);
	return rc;
}

static int open_sheet(struct press *press, const char *name, struct sen_err *err)
{
	struct app *app = press->app;

	if (!press->many && !app->dry_run) {
		press->stream = app->out;
		return 0;
	}
	if (app->dry_run) {
		press->stream = fopen("/dev/null", "we");
		return press->stream ? 0
				     : sen_fail(err, SEN_FAIL, "cannot open /dev/null: %s", strerror(errno));
	}
	return sen_file_out_begin(app->arena, sen_format(app->arena, "%s/%s.html", press->folder.temp, name),
				  &press->out, &press->stream, err);
}

int press_sheet(struct press *press, const char *name, const char *title, struct sen_err *err)
{
	int rc = press->many ? sheet_end(press, err) : 0;
	bool first = !press->stream;

	if (rc == 0 && first)
		rc = open_sheet(press, name, err);
	if (rc < 0)
		return rc;
	if (first)
		sen_page_begin(press->page, press->stream, press->many ? title : press->title, press->look);
	else
		sen_page_close(press->page); /* the sheet before */
	sen_page_open(press->page, "section", "sheet");
	press->sheets++;
	return 0;
}

static void say_where(struct press *press)
{
	struct app *app = press->app;
	const char *would = app->dry_run ? "would go to" : "in";

	if (press->said > SAID)
		app_say(app, "and %zu more", press->said - SAID);
	if (press->many)
		app_say(app, "%zu %s %s '%s'.", press->sheets, press->sheets == 1 ? "page" : "pages", would,
			press->folder.path ? press->folder.path : press->path);
	else
		app_say(app, "%zu %s %s '%s'%s.", press->sheets, press->sheets == 1 ? "page" : "pages", would,
			press->path, press->sheets == 1 ? "" : ", each begins a new sheet");
	if (!app->dry_run)
		app_say(app, "Look at what is there in a browser, then print it. It is confidential.");
}

int press_end(struct press *press, int rc, struct sen_err *err)
{
	if (rc == 0)
		rc = sheet_end(press, err);
	if (rc == 0 && press->folder.temp) {
		rc = sen_folder_end(&press->folder, err);
		if (rc == 0)
			app_made(press->folder.path);
	}
	if (rc == 0)
		say_where(press);
	sen_file_out_abandon(press->out);
	press->out = NULL;
	if (press->stream && press->app->dry_run)
		fclose(press->stream);
	press->stream = NULL;
	return rc;
}

const char *press_name(struct app *app, int64_t pupil_id, const char *name)
{
	struct sen_buf buf = {.arena = app->arena};

	sen_buf_addf(&buf, "P%lld-", (long long)pupil_id);
	for (const char *at = sen_text_fold(app->arena, name); at && *at && buf.len < 60; at++)
		sen_buf_addn(&buf, (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') ? at : "-", 1);
	return buf.text;
}

void press_say(struct press *press, const char *fmt, ...)
{
	va_list args;
	char *line = NULL;

	if (press->said++ >= SAID)
		return;
	va_start(args, fmt);
	int n = vasprintf(&line, fmt, args);
	va_end(args);
	if (n < 0)
		sen_out_of_memory();
	app_say(press->app, "%s", line);
	free(line);
}

int press_note(struct press *press, int64_t pupil_id, const char *what, struct sen_err *err)
{
	return sen_audit_note(press->app->store, "pupil", pupil_id,
			      sen_format(press->app->arena, "%s: printed to %s", what, press->path), err);
}

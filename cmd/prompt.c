/* Questions on the terminal. */
#include "frame.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* 1 yes, 0 no, -1 the end of input or a signal. */
static int answer(void)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n = getline(&line, &room, stdin);
	int yes = n < 0 ? -1 : (line[0] == 'y' || line[0] == 'Y');
	free(line);
	return yes;
}

/* Nobody else waits while one person thinks; the transaction is open again after
 * either answer. 1 yes, 0 no. */
static int ask(struct app *app, const char *shown, struct sen_err *err)
{
	bool paused = app->store && sen_store_pause(app->store);
	fprintf(stderr, "%s [y/N] ", shown);
	int yes = answer();
	if (yes < 0)
		fputc('\n', stderr);
	int rc = paused ? sen_store_begin(app->store, err) : 0;
	return rc < 0 ? rc : yes == 1;
}

static const char *question(struct app *app, const char *fmt, va_list args)
{
	char *text = NULL;
	if (vasprintf(&text, fmt, args) < 0)
		sen_out_of_memory();
	const char *shown = sen_text_visible(app->arena, text, true);
	free(text);
	return shown;
}

int app_confirm(struct app *app, struct sen_err *err, const char *fmt, ...)
{
	va_list args;
	if (app->yes || app->dry_run)
		return 0;
	va_start(args, fmt);
	const char *shown = question(app, fmt, args);
	va_end(args);
	if (!app->tty_in || !app->tty_err) {
		sen_fail(err, SEN_USAGE, "this asks first, and there is no terminal to ask on: %s", shown);
		sen_hint(err, "Add --yes when the answer is yes.");
		return err->code;
	}
	int yes = ask(app, shown, err);
	return yes > 0 ? 0 : yes < 0 ? yes : sen_fail(err, SEN_FAIL, "you did not say yes");
}

int app_ask(struct app *app, const char *hint, struct sen_err *err, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	const char *shown = question(app, fmt, args);
	va_end(args);
	if (app->tty_in && app->tty_err)
		return ask(app, shown, err);
	sen_fail(err, SEN_USAGE, "this asks first, and there is no terminal to ask on: %s", shown);
	sen_hint(err, "%s", hint);
	return err->code;
}

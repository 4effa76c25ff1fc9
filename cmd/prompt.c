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

int app_confirm(struct app *app, struct sen_err *err, const char *fmt, ...)
{
	char *question = NULL;
	va_list args;
	if (app->yes || app->dry_run)
		return 0;
	va_start(args, fmt);
	int n = vasprintf(&question, fmt, args);
	va_end(args);
	if (n < 0)
		sen_out_of_memory();
	const char *shown = sen_text_visible(app->arena, question, true);
	free(question);
	if (!app->tty_in || !app->tty_err) {
		sen_fail(err, SEN_USAGE, "this asks first, and there is no terminal to ask on: %s", shown);
		sen_hint(err, "Add --yes when the answer is yes.");
		return err->code;
	}
	/* Nobody else waits while one person thinks. */
	bool paused = app->store && sen_store_pause(app->store);
	fprintf(stderr, "%s [y/N] ", shown);
	int yes = answer();
	if (yes < 0)
		fputc('\n', stderr);
	if (paused && yes == 1)
		return sen_store_begin(app->store, err);
	return yes == 1 ? 0 : sen_fail(err, SEN_FAIL, "you did not say yes");
}

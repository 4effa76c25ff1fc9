/* Where an answer goes: a memory stream until the commit, then stdout or the
 * file of -o.  Nothing here allocates after the commit. */
#include "frame.h"
#include <errno.h>
#include <sen/file.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int answer_memory(struct app *app, struct answer *answer, struct sen_err *err)
{
	answer->stream = open_memstream(&answer->text, &answer->len);
	if (!answer->stream)
		return sen_fail(err, SEN_FAIL, "out of memory");
	app->out = answer->stream;
	return 0;
}

/* Closed before COMMIT, so that no allocation of its can fail after it. */
int answer_close(struct answer *answer, struct sen_err *err)
{
	bool failed = ferror(answer->stream);
	failed |= fclose(answer->stream) != 0 || !answer->text; /* glibc keeps quiet about the last one */
	answer->stream = NULL;
	return failed ? sen_fail(err, SEN_FAIL, "out of memory for the answer") : 0;
}

void answer_free(struct answer *answer)
{
	if (answer->stream)
		fclose(answer->stream);
	free(answer->text);
}

/* With -o: the file is written before the commit and put in place after it. */
int answer_file(struct app *app, struct answer *answer, struct sen_err *err)
{
	FILE *stream;
	if (!app->output)
		return 0;
	int rc = sen_file_out_begin(app->arena, app->output, &answer->file, &stream, err);
	if (rc < 0)
		return rc;
	if (fwrite(answer->text, 1, answer->len, stream) == answer->len && fflush(stream) == 0)
		return 0;
	rc = sen_fail(err, SEN_FAIL, "cannot write '%s': %s", app->output, strerror(errno));
	sen_file_out_abandon(answer->file);
	return rc;
}

/* The answer of what is done and kept: a fault here is status 8. */
int answer_print(struct answer *answer, struct sen_err *err)
{
	if (answer->file && sen_file_out_end(answer->file, true, err) < 0) {
		sen_wrap(err, "done, but the answer could not be written");
		return err->code = SEN_OUTPUT;
	}
	if (!answer->file && !write_all(STDOUT_FILENO, answer->text, answer->len))
		return sen_fail(err, SEN_OUTPUT, "done, but the answer could not be printed: %s",
				strerror(errno));
	return 0;
}

/* What was said, as the terminal may see it: made before the commit. */
const char *said_ready(struct app *app)
{
	if (app->quiet || !app->said.text)
		return "";
	const char *text = sen_text_visible(app->arena, app->said.text, true);
	struct sen_buf lines = {.arena = app->arena};
	if (!app->tty_err)
		return text;
	for (; *text; text += strcspn(text, "\n") + 1)
		sen_buf_addf(&lines, "%s\n",
			     message_fit(app, sen_strndup(app->arena, text, strcspn(text, "\n"))));
	return lines.text;
}

void said_print(const char *said)
{
	(void)!write_all(STDERR_FILENO, said, strlen(said));
}

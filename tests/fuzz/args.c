/* Fuzzes the command line: words parted by NUL or newline are parsed, nothing
 * is run.  Words that read files are left out. */
#include "frame.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS_MAX = 40 };

static bool reads_file(const char *word)
{
	const char *value = strchr(word, '=');

	return word[0] == '@' || strcmp(word, "-") == 0 || (value && (value[1] == '@' || value[1] == '-'));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	struct frame *frame = SEN_NEW(arena, struct frame, 1);
	char *text = sen_strndup(arena, (const char *)data, size);
	char *argv[WORDS_MAX + 2] = {sen_strdup(arena, "sendctl")};
	struct app app = {.arena = arena, .frame = frame};
	struct sen_err err = {0};
	const struct cmd *cmd;
	void *args;
	int argc = 1;

	app.context.today = sen_date_make(2026, 11, 22);
	app.context.as_at = SEN_NO_DATE;
	app.context.if_rev = SEN_NO_INT;
	for (char *word = text; word && argc <= WORDS_MAX;) {
		char *end = strchr(word, '\n');

		if (end)
			*end++ = 0;
		if (!reads_file(word))
			argv[argc++] = word;
		word = end;
	}
	if (cmd_parse(&app, argc, argv, &cmd, &args, &err) < 0 && !err.msg[0])
		abort();
	sen_arena_free(arena);
	return 0;
}

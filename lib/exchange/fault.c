/* A fault of what a form or a file holds names its line or column, not the option of
 * the command line. */
#include "exchange/form.h"
#include <string.h>

/* "--due" among the words of a message, not a part of a longer one. */
static char *find_word(char *text, const char *word)
{
	size_t len = strlen(word);

	for (char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
		bool begins = at == text || strchr(" '(", at[-1]);

		if (begins && !strspn(at + len, "abcdefghijklmnopqrstuvwxyz0123456789-_"))
			return at;
	}
	return NULL;
}

static char *option_word(struct sen_arena *arena, const struct sen_field *field)
{
	char *word = sen_format(arena, "--%s", field->option ? field->option : field->name);

	for (char *p = word; *p; p++)
		*p = *p == '_' ? '-' : *p;
	return word;
}

/* Each `word` of a text becomes `name`; was there one? */
static bool rename_words(struct sen_arena *arena, char *room, size_t size, const char *word, const char *name)
{
	char *text = sen_strdup(arena, room), *at;
	bool any = false;

	while ((at = find_word(text, word))) {
		*at = '\0';
		text = sen_format(arena, "%s%s%s", text, name, at + strlen(word));
		any = true;
	}
	if (any)
		snprintf(room, size, "%s", text);
	return any;
}

void sen_form_fault(struct sen_arena *arena, const struct sen_record *kind, struct sen_err *err)
{
	bool named = false;

	for (size_t i = 0; i < kind->count; i++) {
		const struct sen_field *field = &kind->fields[i];

		if (form_has(field) && !(field->flags & SEN_F_POSITIONAL))
			named |= rename_words(arena, err->msg, sizeof(err->msg), option_word(arena, field),
					      field->name);
	}
	if (named && strncmp(err->hint, "Give it with --", 15) == 0)
		sen_hint(err, "It is a line of the form: fill it in after the colon.");
}

void fault_of_column(struct sen_arena *arena, const struct sen_field *field, const char *name,
		     struct sen_err *err)
{
	const char *word = option_word(arena, field);
	size_t len = strlen(word);

	if (!strncmp(err->msg, word, len) && !strncmp(err->msg + len, ": ", 2))
		memmove(err->msg, err->msg + len + 2, strlen(err->msg + len + 2) + 1);
	fault_names_column(arena, field, name, err);
}

void fault_names_column(struct sen_arena *arena, const struct sen_field *field, const char *name,
			struct sen_err *err)
{
	const char *word = option_word(arena, field);
	const char *inside = sen_format(arena, "'%s'", name);

	/* At the beginning it is the place: "until_on: before 'from_on'". */
	if (!strncmp(err->msg, word, strlen(word)) && err->msg[strlen(word)] == ':')
		snprintf(err->msg, sizeof(err->msg), "%s",
			 sen_format(arena, "%s%s", name, err->msg + strlen(word)));
	rename_words(arena, err->msg, sizeof(err->msg), word, inside);
	if (!strstr(err->hint, "sendctl "))
		rename_words(arena, err->hint, sizeof(err->hint), word, inside);
}

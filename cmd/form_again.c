/* The command that hands in a form that was kept: what was typed, once more. */
#include "frame.h"
#include <string.h>

/* As the shell reads it back as one word. */
static void add_word(struct sen_buf *buf, const char *word)
{
	static const char plain[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@=,+%";
	sen_buf_add(buf, buf->len ? " " : "");
	if (word[0] && !word[strspn(word, plain)]) {
		sen_buf_add(buf, word);
		return;
	}
	sen_buf_add(buf, "'");
	for (; *word; word++)
		if (*word == '\'')
			sen_buf_add(buf, "'\\''");
		else
			sen_buf_addn(buf, word, 1);
	sen_buf_add(buf, "'");
}

/* Fields of the record are in the form already. */
static bool is_again(const struct typed *typed)
{
	return !typed->view.field && !opt_is_form(&typed->view) &&
	       !(typed->view.global && strcmp(typed->view.name, "yes") == 0);
}

static void add_option(struct sen_buf *buf, struct sen_arena *arena, const struct typed *typed)
{
	bool joined = typed->text && typed->text[0] == '-';
	add_word(buf, sen_format(arena, "--%s%s%s", typed->view.name, joined ? "=" : "",
				 joined ? typed->text : ""));
	if (typed->text && !joined)
		add_word(buf, typed->text);
}

const char *form_again(const struct app *app, const char *path)
{
	/* The blocks of a round are its children: its first word is enough. */
	enum { LONG = 400 };
	const struct frame *f = app->frame;
	size_t words = (app->cmd->flags & CMD_ROUND) && f->word_count ? 1 : f->word_count;
	struct sen_buf buf = {.arena = app->arena}, options = {.arena = app->arena};
	add_word(&buf, "sendctl");
	add_word(&buf, app->cmd->noun);
	add_word(&buf, app->cmd->verb);
	for (size_t i = 0; i < words; i++)
		add_word(&buf, f->words[i]);
	for (size_t i = 0; i < f->typed_count; i++)
		if (is_again(&f->typed[i]))
			add_option(&options, app->arena, &f->typed[i]);
	if (options.len && options.len < LONG)
		sen_buf_addf(&buf, " %s", options.text);
	sen_buf_addf(&buf, " --form=%s", path);
	return buf.text;
}

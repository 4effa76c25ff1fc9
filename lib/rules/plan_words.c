/* Words that sound like help and cannot be checked (R35): a target or a provision
 * written with them says neither what, how much nor when. */
#include "rules/plan_words.h"

#include <sen/text.h>

#include <string.h>

static const char how_often[] = "say how often and for how long",
		  what_given[] = "say what is given, and by whom",
		  what_able[] = "say what the child will be able to do", when[] = "say when";

/* Folded; whole words. */
static const struct vague_word words[] = {
	{"regular", how_often},
	{"regularly", how_often},
	{"frequent", how_often},
	{"frequently", how_often},
	{"periodic", how_often},
	{"periodically", how_often},
	{"from time to time", how_often},
	{"ongoing", how_often},
	{"access to", what_given},
	{"support with", what_given},
	{"support for", what_given},
	{"input from", what_given},
	{"opportunities for", what_given},
	{"opportunities to", what_given},
	{"opportunity to", what_given},
	{"would benefit from", what_given},
	{"a range of", what_given},
	{"as appropriate", when},
	{"where appropriate", when},
	{"when appropriate", when},
	{"as required", when},
	{"as necessary", when},
	{"where necessary", when},
	{"when necessary", when},
	{"as needed", when},
	{"when needed", when},
	{"where possible", when},
	{"if possible", when},
	{"to be aware of", what_able},
	{"encouraged to", what_able},
	{"continue to", what_able},
	{"try to", what_able},
	{"more confident", what_able},
	{"make progress", what_able},
};

static bool holds_words(const char *folded, const char *words_sought)
{
	size_t len = strlen(words_sought);

	for (const char *at = strstr(folded, words_sought); at; at = strstr(at + 1, words_sought))
		if ((at == folded || at[-1] == ' ') && (at[len] == ' ' || !at[len]))
			return true;
	return false;
}

const struct vague_word *plan_vague(struct sen_arena *arena, const char *text)
{
	const char *folded = sen_text_fold(arena, text);

	for (size_t i = 0; folded && i < SEN_COUNT(words); i++)
		if (holds_words(folded, words[i].words))
			return &words[i];
	return NULL;
}

bool plan_same_words(struct sen_arena *arena, const char *a, const char *b)
{
	return a && b && strcmp(sen_text_fold(arena, a), sen_text_fold(arena, b)) == 0;
}

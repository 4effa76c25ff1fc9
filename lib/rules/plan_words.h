/* Vague wording in plans. */
#ifndef RULES_PLAN_WORDS_H
#define RULES_PLAN_WORDS_H

#include <sen/base.h>

struct vague_word {
	const char *words;  /* "access to" */
	const char *better; /* "say what is given, and by whom" */
};
/* The first such word in the text, or NULL. */
const struct vague_word *plan_vague(struct sen_arena *arena, const char *text);
/* The same but for case, accents and punctuation. */
bool plan_same_words(struct sen_arena *arena, const char *a, const char *b);

#endif

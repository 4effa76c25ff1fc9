/* Letters to parents: their texts as data, and what fills them in. */
#ifndef REPORT_LETTERS_H
#define REPORT_LETTERS_H

#include "paper_plan.h"

#include <sen/graduated.h>

/* What a letter has beside sentences. */
enum letter_piece {
	PIECE_NONE,
	PIECE_NEEDS,	 /* the child's needs, a line each */
	PIECE_SIGNPOSTS, /* the policy's own */
	PIECE_MEETING,	 /* when, where, who is asked */
	PIECE_SLIP,	 /* to be torn off and sent back */
	PIECE_TARGETS,	 /* how each went */
	PIECE_ACTIONS	 /* who does what by when */
};
/* A sentence is left out when a place of it has no value, or when that of
 * `unless` has one. */
struct letter_line {
	const char *tag, *look, *text, *unless;
	enum letter_piece piece;
};
struct letter {
	const char *kind; /* "on" */
	const char *title;
	const struct letter_line *lines;
	size_t count;
};
extern const struct letter letters[];
const struct letter *letter_named(const char *kind);
extern const char *const letter_slip[]; /* questions of the slip, NULL-ended */

/* What one letter is about. */
struct letter_about {
	const struct letter *letter;
	struct paper paper;
	struct sen_review review;	 /* head.id 0: none */
	struct sen_register_entry entry; /* head.id 0: none */
	const char *reference;		 /* "R4", for the foot */
	const char *at, *place;
	struct paper_went *went; /* filled in by letter_fill, as the next two */
	size_t went_count;
	const char **actions;
	size_t action_count;
};
/* Fills in its places. */
int letter_fill(struct letter_about *about, struct sen_err *err) SEN_MUST_CHECK;
/* Draws it for one household: whom it greets, and where it goes (NULL: by hand). */
void letter_draw(struct letter_about *about, struct sen_page *page, const char *names, const char *address);

#endif

/* What reading and writing the form of a round share. */
#ifndef EXCHANGE_ROUND_H
#define EXCHANGE_ROUND_H

#include <sen/review.h>

#define ROUND_MARK "== "

/* A line of a block that is no field of the review: a target's, or an action. */
struct round_line {
	int number;
	const char *target; /* "T4"; NULL: an action */
	const char *value;  /* what was filled in, not empty */
};
struct round_lines {
	struct round_line *items;
	size_t count, cap;
};
/* Takes these lines out of a block, in which blank ones stay in their place.
 * `number` is that of the block's first line.  The rest, for sen_form_read. */
const char *round_lines_take(struct sen_arena *arena, const char *block, size_t len, int number,
			     struct round_lines *out);
/* "T4: Read 40 words of the first 45 = " for the form: one line, no '='. */
char *round_target_line(struct sen_arena *arena, const struct sen_target *target);

#endif

/* What the files of the noun `review` share. */
#ifndef CMD_REVIEW_H
#define CMD_REVIEW_H

#include "nouns.h"
#include <sen/review.h>

#define REVIEW_KINDS "termly|monitoring|parents|progress|register|transition|annual|interim"
#define REVIEW_KINDS_TEXT "termly, monitoring, parents, progress, register, transition, annual or interim"

extern const struct cmd review_schedule_cmd, review_move_cmd, review_cancel_cmd, review_invite_cmd,
	review_advice_cmd, review_record_cmd, review_round_cmd, review_register_cmd, review_register_list_cmd;
/* What a decision did on the register, with what the policy wants beside it. */
void review_say_move(struct app *app, const struct sen_move *move);
/* Keeps the minutes and says what was done; `line` of a form, or 0. */
int review_keep(struct app *app, struct sen_around *around, struct sen_minutes *minutes, int line,
		struct sen_err *err) SEN_MUST_CHECK;
/* The review of the minutes takes the place of the planned one that waits. */
int review_take_planned(struct app *app, struct sen_review *review, struct sen_err *err) SEN_MUST_CHECK;
/* The form of a round for these children, filled in: in the editor, or the file of
 * --form; written in one go. */
int review_by_form(struct app *app, const struct sen_round *round, const int64_t *ids, size_t count,
		   struct sen_err *err) SEN_MUST_CHECK;
/* "meeting with parents", for the middle of a line. */
const char *review_kind_word(struct app *app, const char *kind);
/* " R5"; nothing on a trial run */
const char *review_id(struct app *app, int64_t id);
/* R5 R6, or children and lists: each one's review that waits, of the kind if it is
 * said. */
int review_words(struct app *app, const struct texts *words, const char *kind, struct sen_review **out,
		 size_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* Children for reviews of the kind: of a class only those on the register (of checks
 * the monitored) or with one planned, and how many are left out is said. */
int review_pupils(struct app *app, const struct texts *words, const char *kind, int64_t **ids, size_t *count,
		  struct sen_err *err) SEN_MUST_CHECK;

#endif

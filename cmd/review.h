/* What the files of the noun `review` share. */
#ifndef CMD_REVIEW_H
#define CMD_REVIEW_H

#include "nouns.h"
#include <sen/review.h>

#define REVIEW_KINDS "termly|monitoring|parents|progress|register|transition|annual|interim"
#define REVIEW_KINDS_TEXT "termly, monitoring, parents, progress, register, transition, annual or interim"

extern const struct cmd review_schedule_cmd, review_move_cmd, review_cancel_cmd, review_invite_cmd,
	review_advice_cmd, review_record_cmd, review_round_cmd, review_register_cmd, review_register_list_cmd,
	review_report_cmd;
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
/* ---- Annual reviews (review_annual.c) ---- */
bool review_is_annual(const char *kind);
bool review_of_plan(const char *kind); /* annual, or an interim one */
/* Progress towards outcomes, put in afterwards. */
int review_annual_outcomes(struct app *app, int64_t id, const struct texts *outcomes, struct sen_err *err)
	SEN_MUST_CHECK;
/* The latest safe day, the move, the days counted from the meeting; not `whole`: only
 * that the day is too late. */
int review_annual_say(struct app *app, int64_t pupil_id, sen_date day, bool whole, struct sen_err *err)
	SEN_MUST_CHECK;
/* The day that a rule of the law counts from the meeting, planned or held; SEN_NO_DATE
 * of another kind of review. */
int review_annual_by(struct app *app, const struct sen_review *review, const char *rule, sen_date *out,
		     struct sen_err *err) SEN_MUST_CHECK;
/* A day for the child's next one. */
int review_annual_day(struct app *app, int64_t pupil_id, sen_date *day, struct sen_err *err) SEN_MUST_CHECK;
/* After one was held: keeps progress towards outcomes ("E1=on track: note") and says
 * what the law asks next. */
int review_annual_held(struct app *app, const struct sen_review *review, const struct texts *outcomes,
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

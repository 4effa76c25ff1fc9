/* What the files of the noun `review` share. */
#ifndef CMD_REVIEW_H
#define CMD_REVIEW_H

#include "nouns.h"
#include <sen/review.h>

extern const struct cmd review_round_cmd, review_register_cmd;
/* What a decision did on the register, with what the policy wants beside it. */
void review_say_move(struct app *app, const struct sen_move *move);

#endif

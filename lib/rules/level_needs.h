/* What the files of level_needs share: a move being looked at. */
#ifndef RULES_LEVEL_NEEDS_H
#define RULES_LEVEL_NEEDS_H

#include "rules/rules.h"

#include <sen/level.h>

struct need_check {
	struct sen_store *store;
	struct sen_move *move;
	bool joins; /* the register, from outside it */
	struct sen_concern *concerns;
	struct sen_concern_step *steps;
	size_t concern_count, step_count;
};
/* A line for the user: what comes with the move, with the command. */
void need_advise(struct need_check *check, const char *line);
bool need_on_register(const struct sen_register_entry *entry);
/* level_steps.c: a step of a concern, by the policy's code; or the one that asks
 * for something ("criterion"). */
int need_step(struct need_check *check, const char *code, struct sen_err *err) SEN_MUST_CHECK;
int need_step_asking(struct need_check *check, const char *asks, struct sen_err *err) SEN_MUST_CHECK;

#endif

/* The insides of report movement: one child's periods, and what is counted. */
#ifndef RULES_MOVEMENT_H
#define RULES_MOVEMENT_H

#include "rules/rules.h"
#include <sen/movement.h>
#include <sen/pupil.h>

#define MV_FAR INT32_MAX /* no end; an unknown beginning is SEN_NO_DATE, before every day */

/* A period of a child: a level, a need, a year group and class, a flag. */
struct mv_span {
	sen_date from, until;
	const char *what, *name; /* level and its name; need; year and class */
	const char *why;	 /* of a level, where it begins or ends in the period */
	int64_t rank;		 /* of a need; of a level on its ladder */
	int64_t policy;		 /* of a level: the version it was entered under */
	bool on;		 /* of a level: on the register */
};
struct mv_spans {
	struct mv_span *items;
	size_t count, cap;
};
struct mv_child {
	int64_t id;
	const char *upn, *name, *sex; /* live until the next child is read */
	sen_date dob, admitted, left, died, concern;
	struct mv_spans levels, needs, years, eal, premium;
};

struct mv {
	struct sen_store *store;
	const struct sen_policy_set *policies;
	struct sen_movement *out;
	struct db_stmt *children; /* the cursor */
	struct mv_child child;	  /* the one in hand */
	const char **words;	  /* texts that come again and again, kept once */
	size_t word_count, word_cap;
};

/* Children who were ever on the ladder, by name; mv_next: 1, 0 or an error. */
int mv_open(struct mv *mv, struct sen_err *err) SEN_MUST_CHECK;
int mv_next(struct mv *mv, struct sen_err *err) SEN_MUST_CHECK;
const char *mv_word(struct mv *mv, const char *text);

bool mv_on_roll(const struct mv_child *child, sen_date day);
/* The level that holds on the day, on the register or not; NULL: none. */
const struct mv_span *mv_level(const struct mv_child *child, sen_date day);
/* The same, of a child on roll and on the register. */
const struct mv_span *mv_standing(const struct mv_child *child, sen_date day);
const struct mv_span *mv_holding(const struct mv_spans *spans, sen_date day);
/* "SLCN, MLD" on the day, into out; "" for none. */
enum { MV_NEEDS = 160 };
const char *mv_needs(const struct mv_child *child, sen_date day, char out[MV_NEEDS]);
/* Does one level follow the other because another policy came into force? */
bool mv_by_policy(const struct mv_span *before, const struct mv_span *after);

/* movement_groups.c: in every table the child of that day counts once. */
void mv_groups_begin(struct mv *mv);
void mv_count(struct mv *mv, enum sen_movement_count what, sen_date day, int n);
/* From one group to another, without leaving the register. */
void mv_count_flows(struct mv *mv, sen_date day);
void mv_groups_sort(struct sen_movement *out);

/* movement_stays.c: time at each level, and to the register. */
void mv_stays(struct mv *mv);
void mv_spreads(struct mv *mv);
void mv_joined(struct mv *mv, sen_date day);
void mv_exited(struct mv *mv, sen_date day);
void mv_finish(struct mv *mv);

#endif

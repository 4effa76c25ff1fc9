/* What the files of the costed provision map share. */
#ifndef RULES_COSTED_H
#define RULES_COSTED_H

#include "store/store.h"

#include <sen/calendar.h>
#include <sen/costed.h>

/* A provision as it is read, before it is known whether the period sees it. */
struct costed_raw {
	struct sen_provision row;
	int32_t at; /* minute of the day; -1 */
	struct sen_cost_session *planned, *held;
	size_t planned_count, held_count, held_cap;
	int64_t cancelled;
	sen_date last_on;
	sen_date planned_last; /* the last day planned, up to the period's end */
	int64_t lately;
	bool overlaps; /* its dates lie in the period */
	bool running;  /* on the map's day */
	const char *adults;
	const char *intervention; /* of the catalogue, else its own name */
};
struct costed_who { /* one adult, by staff id or by name */
	const char *key, *name, *role;
};
struct costed_period { /* of a child's class, or primary need */
	const char *word;
	sen_date from, until;
};
struct costed_child {
	int64_t id;
	bool chosen;
	const char *sort;
	struct sen_map_child shown;
	struct costed_period *classes, *needs;
	size_t class_count, need_count;
};
struct costed {
	struct sen_store *store;
	struct sen_arena *arena;
	const struct sen_map_scope *scope;
	struct sen_provision_map *map;
	const struct sen_calendar *calendar;
	struct costed_raw *raw; /* those the period sees, by id; side by side with facts.provisions */
	size_t raw_count, raw_cap;
	struct costed_who *whos;
	size_t who_count, who_cap;
	struct costed_child *children; /* all who are in one of them, by id */
	size_t child_count, child_cap;
	struct sen_cost_rate *sums; /* rates that are not of an hour; role: "kind name" */
	size_t sum_count, sum_cap;
	size_t unpriced_cap;
	const char **words; /* each word of sums once: compared by address */
	size_t word_count, word_cap;
	struct sen_cost_facts facts;
};

/* lib/rules/costed_people.c */
/* The number of an adult, by staff id (or SEN_NO_INT) or name; from 1. */
int64_t costed_who(struct costed *c, int64_t staff_id, const char *name, const char *role);
int costed_rates(struct costed *c, struct sen_err *err) SEN_MUST_CHECK;
/* The sum of kind and name that holds on the day, or SEN_NO_INT. */
int64_t costed_sum_on(const struct costed *c, const char *kind, const char *name, sen_date day);
/* The same by the year, for the period (or a part of it), with every rate in it its own days. */
int64_t costed_sum_for(const struct costed *c, const char *kind, const char *name, int64_t none);
/* Who covered which session, by the staff list. */
int costed_covers(struct costed *c, struct sen_err *err) SEN_MUST_CHECK;

/* lib/rules/costed_read.c: provisions, sessions, members, adults. */
int costed_read(struct costed *c, struct sen_err *err) SEN_MUST_CHECK;

/* lib/rules/costed_members.c: of the provisions read, into the facts. */
int costed_people(struct costed *c, struct sen_err *err) SEN_MUST_CHECK;

/* lib/rules/costed_child.c */
int costed_children(struct costed *c, struct sen_err *err) SEN_MUST_CHECK;
struct costed_child *costed_child(const struct costed *c, int64_t id);
/* The word of the period that holds on the day, or NULL. */
const char *costed_word(const struct costed_period *periods, size_t count, sen_date day);

/* lib/rules/costed_gaps.c */
/* Minutes without a rate, told by what is missing.  `kinds`: bits of enum sen_cost_kind. */
void costed_unpriced(struct costed *c, const struct sen_cost_priced *priced,
		     const struct sen_cost_part *adult, int64_t minutes, int kinds);
int costed_gaps(struct costed *c, struct sen_err *err) SEN_MUST_CHECK;

/* Binds :until, and :from where there is one. */
void costed_bind_period(const struct costed *c, struct db_stmt *stmt);
static inline int64_t costed_or_nought(int64_t number)
{
	return number == SEN_NO_INT || number < 0 ? 0 : number;
}
/* The same word at the same address; NULL stays NULL. */
const char *costed_word_of(struct costed *c, const char *text);
/* The text of a column in the arena, or NULL. */
const char *costed_text(const struct costed *c, struct db_stmt *stmt, int col);

#endif

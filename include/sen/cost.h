/* What provision costs, child by child (R36, R37, R66).
 *
 * Money is integer pence, time integer minutes, and parts always add up to the
 * whole: what does not divide goes to the first (the lowest id).
 *
 * 1. An adult's time costs the hourly rate of the adult's role on the day of the
 *    session: the newest rate of kind "hour" and that name which holds by then.
 *    The role is the one the provision gives the adult, else that of the staff list.
 * 2. An adult's day is laid on one line, all provisions together.  Where the clock
 *    time of sessions is known, the minutes in which the adult gives k of them at
 *    once count once, and are shared equally by the k.  Sessions without a time
 *    stand apart, after the others.  The n-th minute of a role on a day ends at
 *    round(n * rate / 60) pence, halves up; a stretch of minutes costs the difference
 *    of its ends.  So the parts of a day add up to round(all minutes * rate / 60).
 *    Where sessions given at once name different roles, that of the lowest provision
 *    holds.  A second session of a provision on a day has no clock time but its own.
 * 3. A session costs the shares of its adults and the provision's fee a session.
 *    The children in it share that equally: of a planned session, those who are in the
 *    provision and on roll that day; of one that was held, those less the absent; when
 *    all were absent, all (the adult was paid).  A session without any child costs the
 *    provision, but no child.
 * 4. What was spent once (resources) counts on the provision's first day and is shared
 *    by the children who are in it that day; when there are none, it is the first
 *    child's who joined.  A provision that names no sum takes the rate of kind
 *    "resource" with the name of the intervention, if there is one.
 * 5. Three sums, never mixed: planned (every session the provision plans in the period;
 *    one with no child in it is no session), planned to date (those up to today), and
 *    delivered (sessions logged and not cancelled).
 * 6. An adult who covered a session is paid by the own role on the staff list, else by
 *    that of the adult whose place is taken: the first of the session's adults.  When
 *    one of these is named as cover, that one gave it alone.
 * 7. Where no rate is known the cost is not nought but unknown: the adult's minutes are
 *    counted as minutes without a rate, shared like the pence.  So are those of a
 *    session that names no adult and no fee, and of one whose length is not known (as
 *    one minute each: it says that something is missing, not how much).
 *
 * Example.  Mrs Lee, a teaching assistant at 14.50 an hour, gives Precision Teaching
 * (G1: Ali, Ben, Cara) from 9:00 to 9:30 and sits with Dan (G2) from 9:20 to 9:40.
 * 9:00 to 9:20 is 20 minutes of G1: round(20 * 1450 / 60) = 483 pence.  9:20 to 9:30 is
 * both: round(30 * 1450 / 60) - 483 = 725 - 483 = 242, shared 121 and 121.  9:30 to 9:40
 * is G2: round(40 * 1450 / 60) - 725 = 967 - 725 = 242.  G1 costs 604, G2 363, together
 * 967 = 40 minutes of Mrs Lee, though the sessions last 50.  G1: Ali 202, Ben 201, Cara
 * 201.  When Ben is ill and the session is held, Ali and Cara 302 each. */
#ifndef SEN_COST_H
#define SEN_COST_H

#include <sen/provision.h>

enum sen_cost_kind { SEN_COST_PLANNED, SEN_COST_DUE, SEN_COST_DELIVERED, SEN_COST_KINDS };

/* ---- The facts (pure: no file, no clock) ---- */
struct sen_cost_rate { /* of one role, from a day */
	const char *role;
	sen_date from;
	int64_t pence;
};
struct sen_cost_adult {
	int64_t who;	  /* the same number for the same person everywhere; above 0 */
	const char *role; /* NULL: not known.  Compared as it is: made alike by the reader */
	sen_date from, until;
};
struct sen_cost_member {
	int64_t pupil_id;
	sen_date from, until; /* cut by the days on roll */
};
struct sen_cost_session {
	int64_t id; /* of the log; of a planned one 0 */
	sen_date day;
	int32_t at;	 /* minute of the day; below 0: not known */
	int64_t minutes; /* 0: not known */
	int64_t cover;	 /* who covered, or 0 */
	const char *cover_role;
	const int64_t *absent; /* pupils */
	size_t absent_count;
};
struct sen_cost_provision {
	int64_t id;
	sen_date from_on;
	int64_t fee, resource; /* pence; 0: none */
	const struct sen_cost_adult *adults;
	size_t adult_count;
	const struct sen_cost_member *members; /* by pupil */
	size_t member_count;
	const struct sen_cost_session *planned, *held; /* by day, then in order */
	size_t planned_count, held_count;
};
struct sen_cost_facts {
	const struct sen_cost_provision *provisions; /* by id */
	size_t count;
	const struct sen_cost_rate *rates; /* by role, then day */
	size_t rate_count;
	sen_date from, until, today; /* the period [from, until) */
};

/* ---- What comes of them ---- */
struct sen_cost_part {	 /* an adult's or a child's */
	int64_t id;	 /* who, or the pupil; SEN_NO_INT in `adults`: fee or resources */
	int64_t minutes; /* counted once; of a child: of the session */
	int64_t pence, unpriced;
	const char *role; /* of an adult: that named for the session */
};
/* One session (or, without `session`, what was spent once), priced.  The parts of
 * adults add up to pence and unpriced; those of children too, unless there is none. */
struct sen_cost_priced {
	enum sen_cost_kind kind; /* planned or delivered; a planned one up to today counts as due too */
	size_t provision;	 /* index */
	const struct sen_cost_session *session;
	sen_date day;
	int64_t pence, unpriced;
	const struct sen_cost_part *adults, *children;
	size_t adult_count, child_count;
};
/* Prices all sessions of one kind (planned or delivered) in the period, provision by
 * provision, by day.  What is handed out lives until fn returns. */
void sen_cost_price(struct sen_arena *arena, const struct sen_cost_facts *facts, enum sen_cost_kind kind,
		    void (*fn)(void *arg, const struct sen_cost_priced *priced), void *arg);
/* The rate that holds for the role on the day; SEN_NO_INT when none does. */
int64_t sen_cost_rate_on(const struct sen_cost_facts *facts, const char *role, sen_date day);

/* A sum a year, for the part [from, until) of a period that begins on `start`: in each
 * year from there by days, rounded to the penny, halves up; a whole year is the sum. */
int64_t sen_cost_of_year(int64_t pence_a_year, sen_date start, sen_date from, sen_date until);

/* ---- Rates (lib/model/rate.c) ---- */
/* All of them, with the day until which each holds. */
extern const struct sen_query sen_rate_list_query;
/* A role as rates name it: a code of the staff list ("Teaching assistant": "ta"), else
 * in small letters.  NULL in, NULL out. */
const char *sen_role_of_rate(struct sen_arena *arena, const char *text);

#endif

/* The year turns: every child into the next year group and class, history kept;
 * who changes phase, and what that asks (R15, R29). */
#ifndef SEN_ROLL_H
#define SEN_ROLL_H

#include <sen/query.h>
#include <sen/store.h>

/* "Oak=Elm", "Oak:3=Elm" (those of year 3), "P12=4B" (one child). */
struct sen_roll_map {
	const char *from, *to;
	size_t used; /* children it moved */
};

enum sen_roll_what {
	SEN_ROLL_MOVES,
	SEN_ROLL_TOP,	/* in the school's last year: leaves, nothing is written */
	SEN_ROLL_STAYS, /* no year group that has a next one */
	SEN_ROLL_DONE	/* moved for this academic year already, or new in it */
};
struct sen_roll_child {
	int64_t pupil_id;
	enum sen_roll_what what;
	const char *name, *year, *class_name;
	const char *next_year, *next_class;
	const char *status; /* enrolment status, carried on */
	bool plan;	    /* has an EHC plan */
	const char *phase;  /* "nursery to Reception": changes phase in the year after; or NULL */
};

struct sen_roll {
	int academic_year; /* 2027: the year that begins in September 2027 */
	sen_date on;	   /* first day in the new class */
	const char *top;   /* the school's last year group */
	struct sen_roll_child *children;
	size_t count;
	int64_t duties; /* adults responsible for single children that move */
};

/* What would be done. SEN_CONFLICT when it was done for that academic year (by
 * this verb, by an import, or because the file was begun in it); SEN_INVALID
 * naming the classes whose next name cannot be told. */
int sen_roll_plan(struct sen_store *store, sen_date on, struct sen_roll_map *maps, size_t map_count,
		  struct sen_roll *out, struct sen_err *err) SEN_MUST_CHECK;
/* Does it: an enrolment period a child. Without `keep_adults` the
 * responsibilities for single children end on that day. */
int sen_roll_do(struct sen_store *store, const struct sen_roll *roll, bool keep_adults, struct sen_err *err)
	SEN_MUST_CHECK;

/* The school's last year group: what it says of itself, else the highest on
 * roll on the day; NULL when there is none. */
int sen_top_year(struct sen_store *store, sen_date day, const char **out, struct sen_err *err) SEN_MUST_CHECK;
/* "4B" after "3B" for children who go from year 3 to 4; NULL: cannot be told. */
const char *sen_class_after(struct sen_arena *arena, const char *class_name, const char *year,
			    const char *next);
/* The change of phase that follows this year group at a school whose last one is
 * `top`; NULL: none (SEND Regulations 2014 reg 2(1)). */
const char *sen_phase_after(const char *year, const char *top);
/* The last day for the amended plan of a child who changes phase in the
 * September after: reg 18(1), before 15 February. */
sen_date sen_phase_due(int academic_year);

#endif

/* The law's clock as data (lib/data/law.json): rules of so long after, beginning
 * with or before an event.  The engine knows kinds of rule, never a rule. */
#ifndef SEN_LAW_H
#define SEN_LAW_H

#include <sen/calendar.h>
#include <sen/query.h>

struct sen_store;

enum sen_clock_kind {
	SEN_CLOCK_DAYS,		/* n calendar days */
	SEN_CLOCK_WEEKS,	/* n of 7 days: no holiday stops them (reg 5, 10, 13) */
	SEN_CLOCK_MONTHS,	/* the corresponding date, clamped to the month's end */
	SEN_CLOCK_SCHOOL_DAYS,	/* of the school's calendar; never counted before */
	SEN_CLOCK_WORKING_DAYS, /* Monday to Friday but bank holidays; never counted before */
	SEN_CLOCK_DAY_OF_YEAR	/* month and day, of the event's calendar year */
};
enum sen_clock_counted {
	SEN_CLOCK_AFTER,     /* the event's day does not count: start + n */
	SEN_CLOCK_BEGINNING, /* "beginning with" the event's day: it is the first */
	SEN_CLOCK_BACK	     /* so long before the event */
};
enum sen_clock_bound {
	SEN_CLOCK_BY,	     /* the last day for it */
	SEN_CLOCK_STRICTLY,  /* "before" the day: the last is the one before it */
	SEN_CLOCK_NOT_BEFORE /* the first day for it */
};
enum sen_clock_pick { SEN_CLOCK_ONLY, SEN_CLOCK_EARLIEST, SEN_CLOCK_LATEST };

struct sen_clock_limit {
	const char *from; /* code of an event, or of another rule's day: "rule:CODE" */
	enum sen_clock_kind kind;
	int n;
	enum sen_clock_counted counted;
	int month, day; /* SEN_CLOCK_DAY_OF_YEAR */
};

struct sen_law_rule {
	const char *code, *section, *name;
	const char *owner; /* authority school parent mediation */
	const char *met;   /* the event that meets it */
	bool advice;	   /* no duty: what is usual, or to be considered */
	bool lapses;	   /* a right: it ends unused, and nobody is late */
	const char *fix;   /* the command that meets it, with {child} {case} {review} {appeal}; or NULL */
	enum sen_clock_bound bound;
	enum sen_clock_pick pick;
	const struct sen_clock_limit *limits;
	size_t limit_count;
	const char **exceptions; /* codes: they excuse lateness, they move nothing */
	size_t exception_count;
	const char *cite;
	const char *confidence; /* seen: in the text of the law; secondary, general, judgement */
	const char *note;
	sen_date in_force_from, in_force_until; /* half-open, by the day of the start event */
};

struct sen_law_event {
	const char *code, *name;
};
struct sen_law_exception {
	const char *code, *name, *cite, *confidence;
	bool closed; /* tested on the days a school was closed; else stated by a person */
	int days;    /* closed (or away) so long without a break, at least */
	int margin;  /* days before the closing, and before the re-opening */
};

/* An item of one of the law's lists: `invite` (reg 20(2)), `ground` (reg 17), `right`
 * (who may have a plan without one), `advice` (reg 6(1)), `evidence` (Code 9.14), `cease`,
 * `vague` (words to question in a draft), `appeal`. */
struct sen_law_item {
	const char *list, *code, *name;
	const char *cite; /* NULL only where confidence is judgement */
	const char *confidence, *note;
	const char *extra; /* what the list needs more: a role, a proof, what to ask instead */
};

struct sen_law {
	const struct sen_law_rule *rules;
	size_t rule_count;
	const struct sen_law_event *events;
	size_t event_count;
	const struct sen_law_exception *exceptions;
	size_t exception_count;
	const struct sen_law_item *items; /* of all lists, each list in one piece */
	size_t item_count;
};

/* The law that ships, read once a command; the store owns it.  SEN_FAIL only for a fault
 * in it, with its place (tests/unit/test_law.c). */
int sen_law(struct sen_store *store, const struct sen_law **out, struct sen_err *err) SEN_MUST_CHECK;
/* The same where no records file is open: read anew into the arena at each call. */
int sen_law_shipped(struct sen_arena *arena, const struct sen_law **out, struct sen_err *err) SEN_MUST_CHECK;
int sen_law_parse(struct sen_arena *arena, const char *text, size_t len, const struct sen_law **out,
		  struct sen_err *err) SEN_MUST_CHECK;
/* The version of a rule in force on the day its clock starts; NULL: none.  With
 * SEN_NO_DATE the newest. */
const struct sen_law_rule *sen_law_rule(const struct sen_law *law, const char *code, sen_date start);
/* Is it advice and no duty: the law does not say so, or leaves it open? */
bool sen_law_judged(const struct sen_law_rule *rule);
/* Whose it is, in words that follow "the": "local authority", "parents". */
const char *sen_law_owner(const struct sen_law_rule *rule);
/* "SEND Regs 2014 reg 44, not checked against the text": how far a source may be relied
 * on is said wherever it is named.  NULL confidence (an item of a policy): as it is. */
const char *sen_law_cite(struct sen_arena *arena, const char *cite, const char *confidence);
const struct sen_law_exception *sen_law_exception(const struct sen_law *law, const char *code);
/* The items of a list, *count of them, in order. */
const struct sen_law_item *sen_law_list_of(const struct sen_law *law, const char *list, size_t *count);
const struct sen_law_item *sen_law_item(const struct sen_law *law, const char *list, const char *code);
const char *sen_law_event_name(const struct sen_law *law, const char *code);
/* "6 weeks after the local authority received the request"; on the arena. */
const char *sen_law_words(struct sen_arena *arena, const struct sen_law *law,
			  const struct sen_law_rule *rule);

/* ---- The clock: pure ---- */
struct sen_clock_event {
	const char *event;
	sen_date on;
};
struct sen_clock_facts {
	const struct sen_clock_event *events; /* of one code the last counts */
	size_t count;
	const struct sen_calendar *calendar; /* for school days; may be NULL without such a rule */
};
struct sen_clock {
	const struct sen_law_rule *rule; /* the version in force */
	sen_date starts_on;		 /* of the limit that decides */
	sen_date due_on;		 /* the last day (or, SEN_CLOCK_NOT_BEFORE, the first) */
	const char *how;		 /* "6 weeks after Mon 2 Mar 2026 (the ... received ...)" */
};
sen_date sen_clock_on(const struct sen_clock_facts *facts, const char *event);
/* One limit counted from a day. */
sen_date sen_clock_count(const struct sen_clock_limit *limit, enum sen_clock_bound bound, sen_date start,
			 const struct sen_calendar *calendar);
/* The day of a rule, and how it was reached; false while its start is unknown.
 * Limits whose own start is unknown are left out of earliest and latest. */
bool sen_clock(struct sen_arena *arena, const struct sen_law *law, const char *code,
	       const struct sen_clock_facts *facts, struct sen_clock *out);

enum sen_clock_state { SEN_CLOCK_DUE, SEN_CLOCK_OVERDUE, SEN_CLOCK_MET, SEN_CLOCK_LATE, SEN_CLOCK_EXCUSED };
/* `excused`: a lawful exception is on record. It excuses what is late or overdue
 * and changes nothing else. */
enum sen_clock_state sen_clock_state(sen_date due_on, sen_date met_on, sen_date today, bool excused);
const char *sen_clock_state_word(enum sen_clock_state state);

/* A period in which the school was shut: first day shut, day it opened again. */
struct sen_closure {
	sen_date from, reopens;
};
/* Was something asked on the day inside the exception's window (reg 10(4)(a)):
 * from `margin` days before the closing to `margin` days before the re-opening,
 * both included, of a closure of at least `days`? */
bool sen_clock_excuses(const struct sen_law_exception *exception, const struct sen_closure *closure,
		       sen_date asked_on);
/* The closure around or next after a day, by the school's calendar. */
struct sen_closure sen_clock_closure(const struct sen_calendar *calendar, sen_date day);

/* `law list` and `law show` gather their rows. */
extern const struct sen_query sen_law_list, sen_law_show;

#endif

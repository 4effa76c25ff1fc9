/* Provision: what is given, to whom, by whom, how often, and what it costs
 * (R36 to R38, R41, R43, R66). Money is integer pence, time integer minutes. */
#ifndef SEN_PROVISION_H
#define SEN_PROVISION_H

#include <sen/school.h>

/* The most that is no slip of the pen. */
#define SEN_MINUTES_MOST 600
#define SEN_TIMES_MOST 20
#define SEN_WEEKS_MOST 520

struct sen_intervention { /* the school's catalogue */
	struct sen_head head;
	const char *name, *wave, *area;
	const char *kind; /* of the policy's provision_kinds, or a free word */
	const char *evidence, *measure;
	int64_t minutes, times, weeks, group_size; /* what is usual */
	const char *note;
	sen_date ended_on; /* offered no more */
};

struct sen_provision { /* an intervention run for one child or a group */
	struct sen_head head;
	int64_t intervention_id;
	const char *name, *wave, *area, *kind; /* as they were when it began */
	sen_date from_on, until_on;	       /* until: the first day after */
	int64_t minutes, times, weeks;	       /* of a session; a week; in all */
	const char *days;		       /* "mon,wed"; NULL: spread over the week */
	const char *at;			       /* "09:30"; NULL: not said */
	const char *place, *impact, *measure;
	const char *funding;	/* of the policy's `funding`, or a free word */
	int64_t session_pence;	/* a fee for each session, beside the adults */
	int64_t resource_pence; /* spent once */
	const char *note;
	sen_date evaluated_on;
	const char *evaluation;
};

struct sen_provision_pupil { /* a child in it, for a period */
	struct sen_head head;
	int64_t pupil_id, provision_id;
	sen_date from_on, until_on;
	const char *end_reason;
	const char *entry, *exit; /* as measured: "85", "7:02" (years:months), "3 of 20" */
	sen_date entry_on, exit_on;
	const char *note;
};

struct sen_provision_target {
	struct sen_head head;
	int64_t pupil_id, provision_id, target_id;
};

struct sen_provision_adult { /* an adult who gives it, for a period */
	struct sen_head head;
	int64_t provision_id;
	int64_t staff_id; /* when the name is exactly one member of staff's */
	const char *name, *role;
	sen_date from_on, until_on;
};

/* Held, or cancelled.  Its children: those in the provision that day but for the
 * absences. */
struct sen_session {
	struct sen_head head;
	int64_t provision_id;
	sen_date held_on;
	const char *at;		/* NULL: the provision's */
	int64_t minutes;	/* unknown: the provision's */
	const char *cancelled;	/* why, or NULL */
	const char *covered_by; /* another adult gave it */
	const char *note;
};

struct sen_absence {
	struct sen_head head;
	int64_t pupil_id, session_id;
	const char *why;
};

struct sen_rate { /* from a day until the next of the same kind and name */
	struct sen_head head;
	const char *kind; /* hour: of a role; notional: a child's sum a year */
	const char *name; /* the role, or the kind of sum */
	int64_t pence;
	sen_date from_on;
	const char *note;
};

struct sen_topup { /* money for one child above the notional sum; a year's amount */
	struct sen_head head;
	int64_t pupil_id;
	const char *funding; /* of the policy's `funding`: sspp, ehc ... */
	sen_date asked_on, decided_on;
	int64_t granted, pence;
	sen_date from_on, until_on, review_on;
	const char *note;
};

struct sen_equipment {
	struct sen_head head;
	int64_t pupil_id;
	const char *what, *owner, *lent_by, *number;
	sen_date from_on, check_on, checked_on, return_by, returned_on;
	const char *note;
};

extern const struct sen_record sen_intervention_record, sen_provision_record, sen_provision_pupil_record,
	sen_provision_target_record, sen_provision_adult_record, sen_session_record, sen_absence_record,
	sen_rate_record, sen_topup_record, sen_equipment_record;
extern const struct sen_code_row sen_rate_kinds[];

/* ---- The sessions a provision plans (lib/rules/sessions.c) ----
 * Weeks times times of them, on school days only: on the days named, else spread
 * over the week (once: Wednesday; twice: Tuesday, Thursday; three: Monday,
 * Wednesday, Friday; four: all but Wednesday; five: each day; more: again from
 * there), from the first day on, and none from until_on. With no `weeks`: until
 * until_on, or the end of the term it began in.  A closed day is made up by the
 * next one of the pattern, not lost. */
/* The days in order, one entry a session (two on a day: twice); up to `last`
 * (included; SEN_NO_DATE: all of them).  On the arena.  None when neither days
 * nor times are known. */
void sen_sessions_planned(struct sen_arena *arena, const struct sen_provision *provision,
			  const struct sen_calendar *calendar, sen_date last, sen_date **days, size_t *count);
/* The first day after the last of them, when nothing cuts it short; SEN_NO_DATE
 * when none is planned. */
sen_date sen_sessions_end(struct sen_arena *arena, const struct sen_provision *provision,
			  const struct sen_calendar *calendar);

/* ---- Days of the week (lib/model/weekdays.c) ---- */
#define SEN_SESSIONS_A_DAY 4
/* 1 = Monday ... 5 = Friday, from three letters up; 0 when it is none. */
int sen_weekday_named(const char *word, size_t len);
/* "mon,wed" or "mon wed" into how many on each day; false when a word is no
 * school day, there is none, or one day has too many. */
bool sen_days_parse(const char *text, int on[5]);
/* "mon,wed": in the order of the week. */
const char *sen_days_text(struct sen_arena *arena, const int on[5]);

/* "9:30" or "09.30" as "09:30"; NULL when it is no time of day. */
const char *sen_time_text(struct sen_arena *arena, const char *text);
/* How many sessions on each day of the week, by its days, else spread; their
 * number a week, 0 when it says neither. */
int64_t sen_provision_week(const struct sen_provision *provision, int on[5]);

/* ---- Who is in it, who gives it (lib/model/provision_read.c) ----
 * Those that stand, of any time: the periods say when.  Members in order of
 * child, then of their beginning; adults in order of their beginning. On the
 * store's arena. */
int sen_provision_members(struct sen_store *store, int64_t provision_id, struct sen_provision_pupil **out,
			  size_t *count, struct sen_err *err) SEN_MUST_CHECK;
int sen_provision_adults(struct sen_store *store, int64_t provision_id, struct sen_provision_adult **out,
			 size_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* The provisions of the store's school that ran in [from, until) (either may be
 * unknown), in order of id; of one adult, by name in any case, or of one child, unless
 * these are NULL and 0. */
int sen_provisions_in(struct sen_store *store, const char *adult, int64_t pupil_id, sen_date from,
		      sen_date until, int64_t **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* ---- What is done with a provision (lib/model/provision_do.c) ----
 * In all of them a `last` is the last day in it, so that until_on is the day after.
 * When the provision's own time changes, the periods that went with it follow. */
/* A child joins: provision_id and pupil_id set; from_on unknown is today, or its
 * first day when that is to come; it ends with the provision.  SEN_INVALID outside
 * the provision's time, SEN_CONFLICT when in it already. */
int sen_provision_join(struct sen_store *store, struct sen_provision_pupil *member, struct sen_err *err)
	SEN_MUST_CHECK;
/* The child's period that holds on the day, else the latest; SEN_NOTFOUND. */
int sen_provision_member(struct sen_store *store, int64_t provision_id, int64_t pupil_id, sen_date day,
			 struct sen_provision_pupil *out, struct sen_err *err) SEN_MUST_CHECK;
/* Ends the period; *never: the last day is before its first, so it is removed. */
int sen_provision_leave(struct sen_store *store, struct sen_provision_pupil *member, sen_date last,
			const char *reason, bool *never, struct sen_err *err) SEN_MUST_CHECK;
/* An adult gives it from a day (unknown: as join); `instead_of` (may be NULL) gives
 * it until then: SEN_NOTFOUND when that one does not. */
int sen_provision_staff(struct sen_store *store, struct sen_provision_adult *adult, const char *instead_of,
			struct sen_err *err) SEN_MUST_CHECK;
/* It ends for all; *children: how many were still in it. */
int sen_provision_end(struct sen_store *store, struct sen_provision *provision, sen_date last,
		      const char *reason, size_t *children, struct sen_err *err) SEN_MUST_CHECK;
/* Entered by mistake: with its children, adults and targets; SEN_INVALID once a
 * session stands. */
int sen_provision_remove(struct sen_store *store, int64_t id, const char *reason, struct sen_err *err)
	SEN_MUST_CHECK;

/* ---- lib/rules/provision.c ---- */
/* Begins it: what is not given comes from the intervention; with no until_on it
 * ends with the last session planned. */
int sen_provision_begin(struct sen_store *store, struct sen_provision *record, struct sen_err *err)
	SEN_MUST_CHECK;
/* When days are closed, what was planned by weeks is made up, not lost: those that
 * run after the day and today and end with the last session planned, looked up
 * before the school's dates change; and the new end of each that moves (the first
 * *moved of the items), after. */
int sen_provisions_by_plan(struct sen_store *store, sen_date from, struct sen_provision **out, size_t *count,
			   struct sen_err *err) SEN_MUST_CHECK;
int sen_provisions_replan(struct sen_store *store, struct sen_provision *items, size_t count, size_t *moved,
			  struct sen_err *err) SEN_MUST_CHECK;
/* A kind of provision as typed: the code of the policy's `provision_kinds` that
 * day when it is one by code or name (*known), else as it is. */
int sen_provision_kind(struct sen_store *store, sen_date day, const char *text, const char **code,
		       bool *known, struct sen_err *err) SEN_MUST_CHECK;
/* The same of where the money comes from: the policy's `funding`. */
int sen_provision_funding(struct sen_store *store, sen_date day, const char *text, const char **code,
			  bool *known, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Sessions, and planned against delivered (lib/rules/delivery.c) ----
 * Of [from, until); in order of day and time. */
int sen_provision_sessions(struct sen_store *store, int64_t provision_id, sen_date from, sen_date until,
			   struct sen_session **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;
int sen_provision_absences(struct sen_store *store, int64_t provision_id, sen_date from, sen_date until,
			   struct sen_absence **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* Of one child's period in it: sessions planned to date, held, and there at; minutes
 * planned and had.  held = attended + absent; not_logged: planned, and neither held
 * nor cancelled. */
struct sen_delivered {
	const struct sen_provision_pupil *member;
	int64_t planned, held, attended, absent, cancelled, not_logged, minutes_planned, minutes;
};
struct sen_delivery {
	const struct sen_provision *provision;
	const sen_date *planned; /* the days, to date */
	size_t planned_count, held;
	struct sen_session *sessions;
	size_t session_count;
	struct sen_absence *absences;
	size_t absence_count;
	struct sen_delivered *children; /* in order of child and period */
	size_t child_count;
};
/* In [from, until), either may be unknown; never after today. */
int sen_delivery(struct sen_store *store, const struct sen_provision *provision, sen_date from,
		 sen_date until, struct sen_delivery *out, struct sen_err *err) SEN_MUST_CHECK;
/* The child's absence from a session, or NULL. */
const struct sen_absence *sen_delivery_absence(const struct sen_delivery *delivery, int64_t session_id,
					       int64_t pupil_id);

/* ---- Answers (lib/model/provision_query.c) ----
 * The catalogue: :all 1, those offered no more too.  The list: :open :pupil :staff
 * :class (with :class_upper, :class_lower) :funding :wave :area.  The page, :id: the
 * parts without a SELECT and the columns sessions, planned, held, next_on and next
 * are for the command to fill in (lib/rules/delivery.c). */
enum {
	SEN_PROVISION_CHILDREN,
	SEN_PROVISION_ADULTS,
	SEN_PROVISION_TARGETS,
	SEN_PROVISION_MISSED,
	SEN_PROVISION_RESULTS,
	SEN_PROVISION_PARTS
};
extern const struct sen_query sen_intervention_list_query, sen_provision_list_query, sen_provision_show_query;

/* ---- Logging a session (lib/model/session_do.c) ---- */
struct sen_session_absent {
	int64_t pupil_id;
	const char *why; /* as typed, or NULL */
};
/* The session with who was not there.  SEN_INVALID outside the provision's time, on
 * a day to come, of a child who is not in it; sen_rule() on a closed day;
 * SEN_CONFLICT when it is logged already. */
int sen_session_log(struct sen_store *store, struct sen_session *session,
		    const struct sen_session_absent *absent, size_t count, struct sen_err *err)
	SEN_MUST_CHECK;
int sen_session_absent(struct sen_store *store, int64_t session_id, const struct sen_session_absent *absent,
		       struct sen_err *err) SEN_MUST_CHECK;
int sen_session_absences(struct sen_store *store, int64_t session_id, struct sen_absence **out, size_t *count,
			 struct sen_err *err) SEN_MUST_CHECK;
/* With its absences. */
int sen_session_remove(struct sen_store *store, int64_t id, const char *reason, struct sen_err *err)
	SEN_MUST_CHECK;
/* The list: :from and :until (both must be there), :provision, :missed 1; the page:
 * :id (lib/model/session_query.c). */
extern const struct sen_query sen_session_list_query, sen_session_show_query;

/* ---- A tick sheet comes back (lib/exchange/session_import.c) ---- */
struct sen_session_import {
	int64_t rows, logged, unchanged, blank, problems; /* sessions, but for rows and problems */
};
/* CSV with the columns of `session sheet --format csv`.  Problems are told as
 * "FILE:LINE: what is wrong" (the first 50); with any, SEN_INVALID, and the caller's
 * transaction is not to be kept. */
int sen_session_import(struct sen_store *store, const char *path, void (*tell)(void *arg, const char *line),
		       void *arg, struct sen_session_import *result, struct sen_err *err) SEN_MUST_CHECK;

#endif

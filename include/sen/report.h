/* Reports that ship: declared answers and those that are worked out in C.
 * lib/rules/README.md: add a report. */
#ifndef SEN_REPORT_H
#define SEN_REPORT_H

#include <sen/owed.h>
#include <sen/query.h>

/* report overdue and due.  :from and :until are the days, half-open (a null
 * :from: from the beginning); :class, :who (a LIKE pattern of the owner),
 * :role and :role_class (a member of staff) may be null. */
extern const struct sen_query sen_report_overdue, sen_report_due;
/* Children on the SEND register on :day. */
extern const struct sen_query sen_report_register;
/* Sheets (R87): a page a child. Class: :class and its two cases, :until (what is
 * due before).  Hand-over: of one child, :id. */
extern const struct sen_query sen_report_class, sen_report_handover;
/* Adults with their children; :name, :until.  _one: as a page. */
extern const struct sen_query sen_report_caseload, sen_report_caseload_one;
/* Change of phase next September; its values. */
extern const struct sen_query sen_report_transfer;
int sen_report_transfer_values(struct sen_store *store, struct sen_value values[3], struct sen_err *err)
	SEN_MUST_CHECK;
/* EHC cases (R61, R63): a page of figures, with the cases as a part.  Columns only;
 * `stage` and `year` may be NULL.  `_read` is the SELECT behind the cases. */
extern const struct sen_query sen_report_ehcp;
struct sen_table;
struct sen_query sen_report_ehcp_read(struct sen_arena *arena);
int sen_report_ehcp_cases(struct sen_store *store, const char *stage, const char *year,
			  struct sen_table **out, struct sen_err *err) SEN_MUST_CHECK;
/* In the order of the page's columns after its two days. */
enum sen_ehcp_figure {
	SEN_EHCP_PLANS,
	SEN_EHCP_REQUESTS, /* is the sum of the four that follow */
	SEN_EHCP_ASSESSED, /* is the sum of the three from ISSUED on */
	SEN_EHCP_REFUSED,
	SEN_EHCP_WITHDRAWN,
	SEN_EHCP_UNDECIDED,
	SEN_EHCP_ISSUED,
	SEN_EHCP_NO_PLAN,
	SEN_EHCP_AWAITED,
	SEN_EHCP_REVIEWS,
	SEN_EHCP_IN_TIME,
	SEN_EHCP_SHARE, /* per cent, or SEN_NO_INT */
	SEN_EHCP_BOUND,
	SEN_EHCP_LATE,
	SEN_EHCP_DAYS, /* on average, or SEN_NO_INT */
	SEN_EHCP_APPEALS,
	SEN_EHCP_FIGURES
};
struct sen_ehcp_figures {
	sen_date from, until; /* half-open; what stands on its last day */
	bool public;	      /* small numbers, and what would tell them, are hidden */
	int64_t least;	      /* the policy's least number that may be seen */
	int64_t n[SEN_EHCP_FIGURES];
	int64_t unkept; /* children with a plan by the register and no case: not in n */
	bool hidden[SEN_EHCP_FIGURES];
};
int sen_ehcp_figures(struct sen_store *store, struct sen_ehcp_figures *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* Columns only: the rows come from sen_conformance and sen_today. */
extern const struct sen_query sen_report_conformance, sen_today_answer;

/* --for NAME: an owner as deadlines name it ("SENDCo"), or a member of staff,
 * who is asked for by role, and a class teacher by class too. */
struct sen_report_for {
	const char *who;	       /* "%SENDCo%" */
	const char *role, *role_class; /* of the member of staff, or NULL */
	const char *name;	       /* the member of staff, or NULL */
	bool unknown;		       /* neither of the staff, nor anything ever owed by it */
};
int sen_report_for(struct sen_store *store, const char *name, struct sen_report_for *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* What deadlines call a class teacher: one owner, a person in each class. */
int sen_report_teacher(struct sen_store *store, const char **out, struct sen_err *err) SEN_MUST_CHECK;

/* The chronology of :pupil between :from and :until (both may be null), voided
 * entries with :all = 1 and `all` (which tells them apart): the events of every kind of record, by date. */
int sen_report_chronology(struct sen_store *store, bool all, const struct sen_query **out,
			  struct sen_err *err) SEN_MUST_CHECK;
extern const struct sen_query sen_chronology_answer; /* its columns, for --schema */

/* Where the records fall short of the law, the policy or themselves (R85). */
struct sen_finding {
	const char *rule;
	const char *severity; /* law policy advice */
	int64_t pupil_id;     /* SEN_NO_INT: of no child */
	const char *upn, *pupil, *class_name;
	const char *subject; /* record as shown, or NULL */
	const char *finding, *fix, *cite;
};
/* Import doubts first, then rule by rule; within a rule by class and name. */
int sen_conformance(struct sen_store *store, struct sen_finding **out, size_t *count, struct sen_err *err)
	SEN_MUST_CHECK;

/* One line of `sendctl today`. */
struct sen_today_line {
	const char *section; /* late week law coming waiting limits new term children */
	sen_date due_on;
	int64_t days; /* negative when past */
	const char *what, *owner;
	int64_t pupil_id;
	const char *pupil, *class_name, *subject, *fix;
	const char *ring; /* case officer and telephone, or NULL: of what the local authority owes */
	bool clock;	  /* of the law's clock: an EHC case, an annual review, an appeal */
	int64_t number;	  /* a count, in the sections from uncounted on */
};
struct sen_today {
	struct sen_today_line *lines;
	size_t count, cap;
	const char *term; /* "Autumn term 2026" or NULL */
};
int sen_today(struct sen_store *store, const struct sen_report_for *whom, struct sen_today *out,
	      struct sen_err *err) SEN_MUST_CHECK;
/* "late" -> "Late" */
const char *sen_today_heading(const char *section);

#endif

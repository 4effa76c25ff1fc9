/* The local authority's list of the reviews due in a term, against ours (R63; Code of
 * Practice 9.172): lib/exchange/reconcile*.c. */
#ifndef SEN_RECONCILE_H
#define SEN_RECONCILE_H

#include <sen/answer.h>
#include <sen/calendar.h>

struct sen_reconcile_row {
	const char *state; /* same different theirs ours unread */
	int64_t line;	   /* in their file; SEN_NO_INT: of ours only */
	int64_t pupil_id;  /* SEN_NO_INT: no child here */
	const char *pupil, *class_name, *upn;
	const char *theirs;	       /* the name in their list */
	sen_date due_theirs, due_ours; /* the day the review is to be complete by */
	sen_date planned_on;	       /* of our review that waits */
	const char *what, *fix;
};
struct sen_reconcile {
	/* In. */
	sen_date received_on; /* the day the list came */
	sen_date term_day;    /* a day of its term; SEN_NO_DATE: the term that begins nearest */
	bool record;	      /* keep for each child matched that the list came (`review-list`) */
	/* Out. */
	struct sen_period term;
	sen_date send_by; /* two weeks before the term begins */
	struct sen_reconcile_row *rows;
	size_t count, cap;
	size_t same, different, theirs, ours, unread, recorded;
};
/* Which column is what: upn, surname, forename, name, dob, plan, due, last, school; NULL:
 * none of them. */
const char *sen_reconcile_heading(const char *heading);
/* SEN_INVALID when no line of the file is a heading that says whose and when. */
int sen_reconcile(struct sen_store *store, const char *path, struct sen_reconcile *reconcile,
		  struct sen_err *err) SEN_MUST_CHECK;
extern const struct sen_query sen_reconcile_answer; /* its columns */

#endif

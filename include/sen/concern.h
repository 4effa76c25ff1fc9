/* Concerns: the first worry, what was tried, and where it went (R20 to R28). */
#ifndef SEN_CONCERN_H
#define SEN_CONCERN_H

#include <sen/query.h>
#include <sen/store.h>

struct sen_concern {
	struct sen_head head;
	int64_t pupil_id;
	sen_date opened_on;    /* --on */
	const char *source;    /* staff parent pupil agency school */
	const char *raised_by; /* --by */
	const char *role;
	const char *involved; /* how involved with the child, how often */
	const char *area;     /* communication cognition semh physical, or NULL */
	const char *concern;  /* the words; the parents' own for a parent */
	const char *wanted, *teacher_view;
	const char *causes;    /* short-term causes weighed: bullying, bereavement */
	const char *shortened; /* reason for the shortened route, or NULL */
	sen_date review_on;    /* --due: the review date agreed */
	sen_date closed_on;
	const char *result; /* resolved monitor register refer ehc; dsl: handed over */
	const char *close_reason;
	sen_date reopened_on;
	const char *handed_to; /* to the DSL (R24), or NULL: nothing of the substance is left */
	sen_date handed_on;
};
#define SEN_CONCERN_HANDED "(handed to the DSL)" /* in place of a text that must be there */

struct sen_tried {
	struct sen_head head;
	int64_t concern_id, pupil_id;
	const char *what, *worked; /* "visual timetable" = "helped a little" */
};

extern const struct sen_record sen_concern_record, sen_tried_record;
extern const struct sen_code_row sen_concern_sources[], sen_concern_results[], sen_area_codes[];

/* ---- Answers ----
 * Open ones by the day they were raised; any (:open 1: open on :day; :class and
 * its two cases, :pupil); one on a page (:id).  days_open is null in the source:
 * the command counts the days. */
extern const struct sen_query sen_concern_open_query, sen_concern_list_query, sen_concern_show_query;

/* "WHAT = how it worked" parted at the first " = ". */
int sen_tried_add(struct sen_store *store, const struct sen_concern *concern, const char *text,
		  struct sen_err *err) SEN_MUST_CHECK;
int sen_concern_close(struct sen_store *store, int64_t id, const char *result, const char *reason,
		      sen_date on, struct sen_err *err) SEN_MUST_CHECK;
int sen_concern_reopen(struct sen_store *store, int64_t id, const char *reason, sen_date on,
		       struct sen_err *err) SEN_MUST_CHECK;

/* ---- To the DSL (R24) ---- */
struct sen_handover {
	const char *to;
	sen_date on;
	size_t records; /* filled in: so many records emptied */
};
/* Keeps that the concern was handed over, to whom and when; empties the rest of
 * it in the records, in the audit (whose chain stays whole) and in the answers
 * kept for --request-id. Handed over already: the same again, as first kept. */
int sen_concern_handover(struct sen_store *store, int64_t id, struct sen_handover *handover,
			 struct sen_err *err) SEN_MUST_CHECK;

#endif

/* Views of parents, pupils and staff: sets of questions, what was answered, and
 * the counts without small numbers (R75). */
#ifndef SEN_VIEWS_H
#define SEN_VIEWS_H

#include <sen/meeting.h>

struct sen_question {
	const char *code, *text;
	const char **answers; /* to choose from; none: in the person's own words */
	size_t answer_count;
};
struct sen_question_set { /* of the policy's `questions` */
	const char *code, *name, *audience;
	struct sen_question *items;
	size_t count;
};
/* The sets of the policy in force on the day. */
int sen_question_sets(struct sen_store *store, sen_date day, struct sen_question_set **out, size_t *count,
		      struct sen_err *err) SEN_MUST_CHECK;
/* By code or name; SEN_NOTFOUND lists what there is. */
int sen_question_set(struct sen_store *store, const char *text, sen_date day, struct sen_question_set *out,
		     struct sen_err *err) SEN_MUST_CHECK;
/* By code or text; NULL: none. */
const struct sen_question *sen_question_find(const struct sen_question_set *set, const char *text);
/* One answer into `voice` (set, question, and answer or words); SEN_INVALID names
 * the answers there are. */
int sen_question_answer(struct sen_store *store, const struct sen_question_set *set,
			const struct sen_question *question, const char *text, struct sen_voice *voice,
			struct sen_err *err) SEN_MUST_CHECK;

/* ---- Small numbers ---- */
/* Which of the counts must not be seen when those from 1 to below `least` must
 * not, and their sum is known: where the difference would give a hidden one away,
 * another is hidden too and *veiled is set (then none may be told apart).  A sum
 * below `least` hides all. */
void sen_small_numbers(const int64_t *counts, size_t n, int64_t least, bool *hidden, bool *veiled);
/* The policy's least number that may be seen: setting small-numbers ("1 to 4
 * shown as <5": 5, also when it has none). */
int sen_small_least(struct sen_store *store, sen_date day, int64_t *least, struct sen_err *err)
	SEN_MUST_CHECK;

/* ---- Counted ---- */
struct sen_view_answer { /* an answer to a question */
	const char *audience, *set, *set_name, *question, *text, *answer;
	int64_t n, of;	   /* how many gave it, of how many who answered the question */
	const char *shown; /* "12", "<5" or "*" */
	const char *share; /* "48%", or NULL: not to be seen */
	const char *shown_of;
};
struct sen_views {
	sen_date from, until;
	int64_t least;
	bool hid; /* a number is not shown */
	struct sen_view_answer *answers;
	size_t count, cap;
};
/* Answers given in [from, until); `set` and `audience` may be NULL. */
int sen_views(struct sen_store *store, sen_date from, sen_date until, const char *set, const char *audience,
	      struct sen_views *out, struct sen_err *err) SEN_MUST_CHECK;
/* This term, whole. */
int sen_views_period(struct sen_store *store, sen_date *from, sen_date *until, struct sen_err *err)
	SEN_MUST_CHECK;

extern const struct sen_query sen_report_views; /* columns; its parts answers and voices */
/* What was said at reviews, in plans and beside answers; :from, :until, :audience, :set. */
extern const struct sen_query sen_views_said;
extern const struct sen_query sen_voice_form; /* a set to be printed: columns */
/* `voice list`; :pupil, :set, :audience may be null. */
extern const struct sen_query sen_voice_list_query;

/* ---- A file of an online form: a row a respondent (lib/exchange/voice_import.c) ---- */
struct sen_voice_import {
	const struct sen_question_set *set;
	sen_date on;	 /* where the file has no date */
	const char *how; /* or NULL */
	/* Filled in. */
	int64_t respondents, empty, answers, named;
	bool again;		  /* this very file was taken in before */
	const char **passed_over; /* headings without a use here */
	size_t passed_count, passed_cap;
};
int sen_voice_import(struct sen_store *store, const char *path, struct sen_voice_import *import,
		     struct sen_err *err) SEN_MUST_CHECK;

#endif

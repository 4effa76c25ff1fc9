/* What the files that keep the minutes of a review share. */
#ifndef RULES_MINUTES_H
#define RULES_MINUTES_H

#include "rules/rules.h"

#include <sen/review.h>

/* Somebody named at a review, and as what: came, views, apologies. */
struct attendee {
	struct sen_person person;
	const char *answer;
	int64_t row; /* the invitation that it was written to; 0: not yet */
	bool quiet;  /* not named: only an invitation that is there tells of it */
};
struct attendance {
	struct attendee *items;
	size_t count, cap;
};
/* Finds all who are named in the minutes, and fills in the parts of parents and
 * child that are not said. */
int minutes_attendance(struct sen_store *store, struct sen_around *around, struct sen_minutes *minutes,
		       struct attendance *out, struct sen_err *err) SEN_MUST_CHECK;
/* Writes them as invitations of the review, which has its id by now. */
int minutes_answers(struct sen_store *store, struct sen_minutes *minutes, struct attendance *attendance,
		    struct sen_err *err) SEN_MUST_CHECK;
/* What was decided implies: lines with the command to type (review_offer.c). */
int minutes_offer(struct sen_store *store, struct sen_minutes *minutes, const struct sen_decision *decision,
		  struct sen_err *err) SEN_MUST_CHECK;
void minutes_say(struct sen_store *store, struct sen_minutes *minutes, const char *line);
/* Is the row the invitation of this person? */
bool minutes_is(struct sen_store *store, const struct sen_invitation *row, const struct sen_person *person);
/* The invitations of a review; all that stand. */
int minutes_rows(struct sen_store *store, const struct sen_review *review, struct sen_invitation **out,
		 size_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Asking all (review_invite.c, annual_invite.c) ---- */
struct asking_all {
	struct sen_store *store;
	struct sen_around *around;
	const struct sen_review *review;
	const struct sen_asking *asking;
	struct sen_name_list *asked, *said;
	struct sen_err *err;
};
/* A person found already, or somebody by role. */
int minutes_ask(const struct asking_all *all, const struct sen_person *who) SEN_MUST_CHECK;
/* Those whom the law and the policy call for beyond parents, child and teacher. */
int minutes_ask_listed(const struct asking_all *all, const struct sen_policy *policy) SEN_MUST_CHECK;

#endif

/* What the commands about sessions share: who was away, what fell out, which weeks. */
#ifndef SESSION_CMD_H
#define SESSION_CMD_H

#include "provision.h"

/* "tue", "2026-11-24": a day of the week, or one day; neither: every day. */
struct session_day {
	int weekday;
	sen_date day;
};
/* "sam@3B on tue = ill" */
struct session_away {
	const char *text;
	int64_t *pupils;
	size_t count;
	bool one;  /* a single child was named: must have been expected */
	bool used; /* fits a session that was looked at */
	struct session_day on;
	const char *why;
};
/* "wed = sports day" */
struct session_off {
	const char *text;
	bool used;
	struct session_day on;
	const char *why;
};
struct session_said {
	struct session_away *away;
	size_t away_count;
	struct session_off *off;
	size_t off_count;
};
/* Reads --absent and --cancelled.  SEN_USAGE with how to write it.  A name that fits
 * several of the school is the one child it fits of those provisions. */
int session_said(struct app *app, const struct texts *absent, const struct texts *cancelled,
		 const int64_t *provisions, size_t count, struct session_said *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* Each that names a day or a child must have met a session. */
int session_all_used(struct app *app, const struct session_said *said, struct sen_err *err) SEN_MUST_CHECK;
/* Why it is cancelled that day, or NULL. */
const char *session_off_on(struct session_said *said, sen_date day);
/* Who of the members is away that day. */
size_t session_away_on(struct app *app, struct session_said *said, const struct sen_provision_pupil *members,
		       size_t count, sen_date day, struct sen_session_absent **out);
/* Monday of the week the day is in. */
sen_date session_monday(sen_date day);
/* Words into provisions: G4, a name, or children and lists, whose provisions of the
 * time they are; `staff` adds those the adult gives.  Each once. */
int session_provisions(struct app *app, const struct texts *words, const char *staff, sen_date from,
		       sen_date until, int64_t **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;

#endif

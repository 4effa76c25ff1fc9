/* Round reviews: who was asked and came, what the school itself holds, views
 * (R50 to R55, R75). */
#ifndef SEN_MEETING_H
#define SEN_MEETING_H

#include <sen/graduated.h>

struct sen_invitation {
	struct sen_head head;
	int64_t pupil_id, review_id;
	const char *who;
	const char *role; /* parent pupil staff agency authority school other */
	int64_t contact_id;
	sen_date invited_on;
	const char *how; /* letter, telephone, e-mail, in person */
	sen_date remind_on;
	const char *answer; /* came apologies views absent, or NULL */
	sen_date advice_asked_on, advice_received_on, advice_circulated_on;
};

struct sen_logbook { /* of the school, not of a child: "register-review" ... */
	struct sen_head head;
	const char *kind;
	sen_date planned_on, held_on;
	const char *who, *note;
	sen_date closed_on;
	const char *result;
};

struct sen_voice { /* one answer; or words alone */
	struct sen_head head;
	int64_t pupil_id;     /* or SEN_NO_INT: given without a name */
	const char *audience; /* parent pupil staff */
	sen_date given_on;
	const char *how;
	const char *question_set, *question; /* codes of the policy's `questions` */
	const char *answer, *words;
};

/* The kind of an entry as it is kept: the code of the policy's cadence (about the
 * school, its staff, a class or the register) that is named by code or name,
 * register-review for the one about the register; else the word itself. */
int sen_logbook_kind(struct sen_store *store, const char *text, sen_date day, const char **out,
		     struct sen_err *err) SEN_MUST_CHECK;

extern const struct sen_record sen_invitation_record, sen_logbook_record, sen_voice_record;
extern const struct sen_code_row sen_answers[], sen_audiences[];

#endif

/* Who is responsible for whom, and who was given what (R70, R76). */
#ifndef SEN_PEOPLE_H
#define SEN_PEOPLE_H

#include <sen/school.h>

struct sen_duty { /* a period; of a child, or of a class */
	struct sen_head head;
	int64_t staff_id, pupil_id; /* pupil_id SEN_NO_INT: of a class */
	const char *class_name;	    /* column "class" */
	const char *role;
	sen_date from_on, until_on;
};

struct sen_given {
	struct sen_head head;
	const char *record; /* what: "register", "PL3", "D2", "profile" */
	int64_t pupil_id;   /* or SEN_NO_INT */
	const char *who;
	sen_date given_on, read_on;
};

#define SEN_GIVEN_HANDOVER "handover" /* the sheet for next year's teacher */

extern const struct sen_record sen_duty_record, sen_given_record;

/* Ends the responsibility of the child (or class) that is open on the day; all
 * of them with `role` NULL.  SEN_NOTFOUND when there is none. */
int sen_duty_end(struct sen_store *store, int64_t staff_id, int64_t pupil_id, const char *class_name,
		 const char *role, sen_date until, struct sen_err *err) SEN_MUST_CHECK;
/* The names of the staff in post today, in order. */
int sen_staff_names(struct sen_store *store, const char ***out, size_t *count, struct sen_err *err)
	SEN_MUST_CHECK;
/* Keeps that `record` was given to `who`; the same again only adds the day it
 * was read.  *fresh: a new entry was made. */
int sen_given_add(struct sen_store *store, struct sen_given *given, bool *fresh, struct sen_err *err)
	SEN_MUST_CHECK;
/* `report given`: what was given, to whom, whether it was read; and who of the
 * staff was never given the register.  :all 1: those who have read it too. */
extern const struct sen_query sen_report_given;

/* Whom a letter, a list or an invitation about the child may go to: every contact
 * but those marked as not to be written to, first to be asked first.  Nothing that
 * leaves the school may take its names from anywhere else. */
struct sen_write_to {
	struct sen_contact contact;
	const char *relation;
	int64_t responsibility, priority;
};
int sen_contacts_to_write(struct sen_store *store, int64_t pupil_id, struct sen_write_to **out, size_t *count,
			  struct sen_err *err) SEN_MUST_CHECK;
/* Whom no page that leaves the school may name: the contacts so marked. */
int sen_contacts_barred(struct sen_store *store, int64_t pupil_id, struct sen_contact **out, size_t *count,
			struct sen_err *err) SEN_MUST_CHECK;
/* Who holds a role ("sendco"; with a class "class-teacher") in the school on the
 * day: the first; head.id 0: nobody. */
int sen_staff_in_role(struct sen_store *store, int64_t school_id, const char *role, const char *class_name,
		      sen_date day, struct sen_staff *out, struct sen_err *err) SEN_MUST_CHECK;

#endif

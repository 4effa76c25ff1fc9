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

extern const struct sen_record sen_duty_record, sen_given_record;

#endif

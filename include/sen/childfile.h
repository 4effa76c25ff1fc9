/* What a child's file holds (R10 to R19, R29): profile, documents, the medical
 * register, placements, reduced timetables, adjustments, arrival and leaving. */
#ifndef SEN_CHILDFILE_H
#define SEN_CHILDFILE_H

#include <sen/policy.h>
#include <sen/pupil.h>

struct sen_profile { /* each row a version from its day on */
	struct sen_head head;
	int64_t pupil_id;
	sen_date made_on;
	const char *made_with;
	const char *strengths, *matters, *help_best, *areas;
};

struct sen_document { /* a plan or assessment with a review date */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind, *title; /* kind: of the policy's `documents`, or a free word */
	sen_date made_on;
	const char *made_by;
	sen_date review_on, ended_on;
	int64_t replaces, attachment_id;
	const char *note;
};

struct sen_medical { /* a line of the medical register */
	struct sen_head head;
	int64_t pupil_id;
	const char *condition, *do_this, *medicine, *kept_where;
	int64_t barrier; /* stands in the way of learning: the SENCo joins in */
	sen_date from_on, until_on;
	const char *told_by, *note;
};

struct sen_placement { /* a place, not a level: hub, unit, alternative provision */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind, *setting;
	int64_t commissioned, named; /* by the LA; named in the EHC plan */
	const char *agreed_by;
	sen_date from_on, until_on;
	const char *note;
};

struct sen_timetable { /* an interim reduced timetable; one at a time */
	struct sen_head head;
	int64_t pupil_id, consent_id;
	const char *hours, *build_up, *reason, *approved_by;
	sen_date approved_on, la_told_on, review_on, from_on;
	sen_date full_time_by; /* the day meant for full time again */
	sen_date until_on;     /* back full time: the first day after */
	const char *note;
};

struct sen_adjustment { /* reasonable adjustments, test access arrangements */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind, *what, *evidence;
	sen_date applied_on, granted_on;
	int64_t used_in_class; /* the normal way of working */
	sen_date from_on, until_on;
	const char *note;
};

struct sen_transfer { /* the record `move`: an arrival or a leaving, and what it owes */
	struct sen_head head;
	int64_t pupil_id;
	const char *kind; /* arrival leaving */
	sen_date moved_on;
	const char *other_school;
	sen_date file_asked_on, file_on; /* asked for; came (arrival) or was sent (leaving) */
	sen_date receipt_on, parents_met_on, assessed_on, watched_until, handed_over_on;
	const char *note;
};

extern const struct sen_record sen_profile_record, sen_document_record, sen_medical_record,
	sen_placement_record, sen_timetable_record, sen_adjustment_record, sen_transfer_record;
extern const struct sen_code_row sen_adjustment_kinds[], sen_transfer_kinds[];

#endif

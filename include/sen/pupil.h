/* Children: finding them, their periods (enrolment, flags, register, needs). */
#ifndef SEN_PUPIL_H
#define SEN_PUPIL_H

#include <sen/query.h>
#include <sen/store.h>

struct sen_pupil {
	struct sen_head head;
	const char *upn, *former_upn, *admission_number;
	const char *surname, *forename; /* legal */
	const char *preferred_surname, *preferred_forename, *middle_names;
	sen_date dob;
	const char *sex; /* M F U (CS119) */
	const char *first_language, *ethnicity;
	const char *address;
	sen_date admitted_on, left_on; /* left_on: the last day on roll, as the MIS says it */
	const char *leaving_reason, *previous_school, *next_school;
	sen_date died_on;
	const char *sort_key;	/* kept by the record: folded surname, forename */
	const char *mis_digest; /* of the row the MIS last gave; internal */
};

struct sen_enrolment { /* a period of year and class */
	struct sen_head head;
	int64_t pupil_id;
	const char *year;	/* N1 N2 R 1..14 X */
	const char *class_name; /* column "class" */
	const char *status;	/* C M S F O G P (enrolment status) */
	sen_date from_on, until_on;
	const char *known_by;
};

struct sen_flag { /* context that is not SEN in itself (R2): a period */
	struct sen_head head;
	int64_t pupil_id;
	const char *flag;  /* eal pupil_premium fsm looked_after post_looked_after service young_carer
			      disability medical ... */
	const char *value; /* a code where the flag has one (PP: DPP...), or NULL */
	sen_date from_on, until_on;
	const char *known_by;
	const char *note;
};

struct sen_register_entry { /* a level on the ladder: a period; one open at a time */
	struct sen_head head;
	int64_t pupil_id;
	int64_t policy_id; /* the policy version it was made under */
	const char *level, *level_name;
	const char *census; /* N K E */
	const char *kind;   /* none monitored register plan */
	sen_date from_on, until_on;
	const char *known_by; /* where `from` comes from: "MIS", "import 2026-11-22", a person */
	const char *reason, *decided_by;
	sen_date told_on; /* parents told (CFA s.68) */
	const char *told_by;
	const char *end_reason;
	int64_t corrects; /* the entry this one corrects, or unknown */
};

struct sen_need {
	struct sen_head head;
	int64_t pupil_id;
	const char *type;	/* CBDS SEN type */
	int64_t rank;		/* 1 = primary */
	const char *specialist; /* who assessed, or NULL */
	sen_date from_on, until_on;
	const char *known_by;
};

/* What an MIS import left to be settled. */
struct sen_mis_finding {
	struct sen_head head;
	int64_t pupil_id;
	const char *kind;  /* "difference", or what is doubtful: upn, date, status ... */
	const char *field; /* as in a map file: "surname", "class", "status", "need" */
	const char *theirs, *ours, *finding;
	sen_date found_on, settled_on;
	const char *choice; /* ours or theirs; NULL: open, or it settled by itself */
};
/* Those of a child that are open. */
int sen_mis_findings_open(struct sen_store *store, int64_t pupil_id, struct sen_mis_finding **out,
			  size_t *count, struct sen_err *err) SEN_MUST_CHECK;
/* choice NULL: it is no longer so. */
int sen_mis_finding_settle(struct sen_store *store, struct sen_mis_finding *finding, const char *choice,
			   struct sen_err *err) SEN_MUST_CHECK;

extern const struct sen_record sen_mis_finding_record;
extern const struct sen_record sen_pupil_record, sen_enrolment_record, sen_flag_record, sen_register_record,
	sen_need_record;
extern const struct sen_code_row sen_sex_codes[], sen_need_codes[], sen_flag_codes[], sen_year_codes[],
	sen_census_codes[], sen_enrolment_codes[];

/* Is the UPN's form right (13 characters, DfE's pattern)?  And its letter? */
enum sen_upn { SEN_UPN_OK, SEN_UPN_TEMPORARY, SEN_UPN_LENGTH, SEN_UPN_FORM, SEN_UPN_LETTER };
enum sen_upn sen_upn_check(const char *upn);
/* "a UPN has 13 characters", "check letter", ... NULL when it is right. */
const char *sen_upn_fault(enum sen_upn result);
/* The letter that belongs to characters 2 to 13, or 0. */
char sen_upn_letter(const char *upn);

/* A match for what a user typed. */
struct sen_match {
	int64_t id;
	const char *name, *class_name, *year;
	const char *legal; /* the legal name, where the child is called by another; or NULL */
	bool left, died;   /* on the day asked for; no list names a child who has died */
};
enum sen_match_how { SEN_MATCH_EXACT, SEN_MATCH_PREFIX };
/* By P12, UPN, admission number, name with @class (cli.md 1), or EH2, a case of the child. Fills up to
 * 20 candidates; *count is how many there are.  SEN_NOTFOUND when none fits
 * or several do (the message lists them); then nothing is chosen. */
int sen_pupil_find(struct sen_store *store, const char *text, struct sen_match *out, enum sen_match_how *how,
		   struct sen_err *err) SEN_MUST_CHECK;
/* Another child of the school, there or gone, with this one's legal name and date
 * of birth; 0: none. */
int sen_pupil_double(struct sen_store *store, const struct sen_pupil *pupil, int64_t *other,
		     struct sen_err *err) SEN_MUST_CHECK;
/* A selector (cli.md 1, "Many at once"); false from *selector: it is one child. */
int sen_pupil_select(struct sen_store *store, const char *text, int64_t **ids, size_t *count, bool *selector,
		     struct sen_err *err) SEN_MUST_CHECK;
/* ---- Answers (cli.md 4: the columns of `pupil list`) ----
 * Values of all four: :all 1 (those who have left too).  The filtered ones: :year
 * :level :census :need :register :monitored :joined_since :adult :flag, and :class
 * with :class_upper and :class_lower.  By class: these, driven by the class.  By
 * search: these and :w1 :w1_end ... :w4 :w4_end (folded words and where each
 * range ends), :number (UPN or admission number as typed). */
extern const struct sen_query sen_pupil_list_query, sen_pupil_filter_query, sen_pupil_class_query,
	sen_pupil_search_query;
#define SEN_PUPIL_SEARCH_WORDS 4
/* The child on one page; :id. */
extern const struct sen_query sen_pupil_show_query;
/* Full display name (preferred if set). */
const char *sen_pupil_name(struct sen_arena *arena, const struct sen_pupil *pupil);

/* Periods: opens a new one from `record`'s from_on and closes the open one that
 * it follows on that day.  SEN_INVALID when it would overlap a later one. */
int sen_enrolment_set(struct sen_store *store, struct sen_enrolment *record, struct sen_err *err)
	SEN_MUST_CHECK;
int sen_flag_set(struct sen_store *store, struct sen_flag *record, bool on, struct sen_err *err)
	SEN_MUST_CHECK;
int sen_register_set(struct sen_store *store, struct sen_register_entry *record, struct sen_err *err)
	SEN_MUST_CHECK;
/* Closes the entry open on that day; 0 also when there is none. */
int sen_register_close(struct sen_store *store, int64_t pupil_id, sen_date until, const char *reason,
		       struct sen_err *err) SEN_MUST_CHECK;
/* The entry that holds on `day` into `out`; SEN_NOTFOUND without a message's
 * fuss when none (out->head.id = 0 and returns 0). */
int sen_register_on(struct sen_store *store, int64_t pupil_id, sen_date day, struct sen_register_entry *out,
		    struct sen_err *err) SEN_MUST_CHECK;
/* The needs in rank order from that day: opens, closes and re-ranks. */
int sen_needs_set(struct sen_store *store, int64_t pupil_id, const char *const *types, size_t count,
		  sen_date from, const char *specialist, const char *known_by, struct sen_err *err)
	SEN_MUST_CHECK;

#endif

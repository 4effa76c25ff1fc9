/* The school itself, its dates, its people, and small records of a child. */
#ifndef SEN_SCHOOL_H
#define SEN_SCHOOL_H

#include <sen/query.h>
#include <sen/store.h>

struct sen_school {
	struct sen_head head;
	const char *name, *dfe, *code; /* "Elm Park Primary" "330/2034" "elm" */
	sen_date adopted_on;	       /* the day this file was begun for the school */
	const char *urn, *la, *address, *phone, *email;
	const char *top_year; /* the last year group ("6"; "2" of an infant school), or NULL */
};

struct sen_term {
	struct sen_head head;
	const char *kind; /* term, half-term, closed, inset */
	const char *name;
	sen_date from_on, until_on; /* until: the first day after */
	int64_t assumed;
};

struct sen_staff {
	struct sen_head head;
	const char *name, *role; /* sendco class-teacher ta head governor dsl ... */
	const char *class_name;	 /* column "class" */
	const char *email, *phone;
	sen_date from_on, until_on;
	const char *note;
};

struct sen_contact {
	struct sen_head head;
	const char *name, *title, *address, *second_address, *phone, *email, *language;
	int64_t interpreter;
	const char *format_needs, *note;
};

struct sen_pupil_contact {
	struct sen_head head;
	int64_t pupil_id, contact_id;
	const char *relation; /* PAF PAM ... (domain.md 3.4) */
	int64_t responsibility, priority, no_letters;
	const char *no_letters_why;
};

struct sen_note {
	struct sen_head head;
	int64_t pupil_id;
	sen_date noted_on;
	const char *noted_by, *note;
	const char *record; /* "C12": what it belongs to, or NULL */
};

struct sen_attachment {
	struct sen_head head;
	int64_t pupil_id;
	const char *record; /* "C12", or NULL */
	const char *title, *filename, *type;
	int64_t size;
	const char *digest;
	sen_date attached_on;
};

extern const struct sen_record sen_school_record, sen_term_record, sen_staff_record, sen_contact_record,
	sen_pupil_contact_record, sen_note_record, sen_attachment_record;

extern const struct sen_code_row sen_relation_codes[];
/* Contacts, of one child (:pupil) or all; one on a page (:id). Notes, of one child
 * (:pupil) or all. The school's dates. */
extern const struct sen_query sen_contact_list_query, sen_contact_show_query, sen_note_list_query,
	sen_term_list_query;

/* Makes the school of a new file: the row, its terms for this year and the
 * next (assumed), and puts the policy in force from `on`. */
int sen_school_found(struct sen_store *store, struct sen_school *school, const char *policy, sen_date on,
		     struct sen_err *err) SEN_MUST_CHECK;
/* Closes the school for [from, until). */
int sen_term_close(struct sen_store *store, sen_date from, sen_date until, const char *why,
		   struct sen_err *err) SEN_MUST_CHECK;
/* Reads FILE (at most 10 MiB), keeps it whole with digest and type found from
 * its content; sets record's size, digest, type, filename. */
int sen_attach_file(struct sen_store *store, struct sen_attachment *record, const char *path,
		    struct sen_err *err) SEN_MUST_CHECK;
/* Writes it out again, byte for byte, verified by digest; 0600, never over a file. */
int sen_attach_export(struct sen_store *store, int64_t id, const char *to, struct sen_err *err)
	SEN_MUST_CHECK;

#endif

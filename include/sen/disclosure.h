/* The wall of regulation 17: nothing of an EHC plan leaves the school without consent,
 * a ground of the law, or a right to it; and all that leaves is kept (R68). */
#ifndef SEN_DISCLOSURE_H
#define SEN_DISCLOSURE_H

#include <sen/ehc.h>
#include <sen/query.h>

/* Something that quotes a plan, or advice and evidence for one, is about to leave.
 * Members that are NULL, 0 or blank are not known. */
struct sen_leaving {
	int64_t pupil_id;
	const char *what; /* "the plan, EH1.2", "evidence for EH1", "the report of annual review R4" */
	const char *who, *organisation;
	/* consent, a code of law.json `ground`, a word of the policy's `disclosure`, or a
	 * right to it: parent, young-person, authority, named, party.  NULL: told by who it is. */
	const char *ground;
	const char *why; /* what for; may be NULL where it goes to one with a right to it */
	const char *how; /* "sealed file", "shown" */
	const char *by;	 /* who gave it */
	const char *note;
	sen_date on;	 /* SEN_NO_DATE: today.  (0 too) */
	int64_t version; /* of the plan; 0 or SEN_NO_INT: the one that stands that day */
};

/* The ground it may leave on; fills `out` with the record to keep (blank before), and
 * writes nothing.  In this order: the ground that was typed; the child's parents (a
 * contact with parental responsibility), the young person, the authority that maintains
 * the plan, the institution named in Section I; a consent that holds that day.  Else
 * SEN_INVALID, which --anyway does not pass: the law's wall. */
int sen_disclosure_may(struct sen_store *store, const struct sen_leaving *leaving, struct sen_disclosure *out,
		       struct sen_err *err) SEN_MUST_CHECK;
/* The same, and keeps the record in this transaction: what every command calls before
 * anything of a plan is written to a file that leaves. */
int sen_disclosure_gate(struct sen_store *store, const struct sen_leaving *leaving,
			struct sen_disclosure *kept, struct sen_err *err) SEN_MUST_CHECK;
/* Does the child have a plan, or one that is being made, whose content the wall keeps?
 * The case, or head.id 0. */
int sen_disclosure_guarded(struct sen_store *store, int64_t pupil_id, struct sen_ehc *out,
			   struct sen_err *err) SEN_MUST_CHECK;
/* A row of an import (struct sen_import): it passes the wall, and is completed with the
 * case, the consent and the law's code. */
int sen_disclosure_take(struct sen_store *store, void *record, struct sen_err *err) SEN_MUST_CHECK;
/* "on consent CN3", "to the parents (CFA 2014 s.39(8))": how a command says it. */
const char *sen_disclosure_words(struct sen_store *store, const struct sen_disclosure *disclosure);

/* The log: :pupil (null: all), :from, :until.  And the grounds: rows that cmd/ gathers. */
extern const struct sen_query sen_disclosure_list, sen_disclosure_show, sen_disclosure_grounds;

#endif

/* The evidence for a request, item by item: what the policy in force and the Code ask
 * for, looked for in the records (R60; of a top-up, R65).  None of it is a condition of
 * the law: what the law asks is sen_evidence_test. */
#ifndef SEN_EVIDENCE_H
#define SEN_EVIDENCE_H

#include <sen/agency.h>
#include <sen/answer.h>
#include <sen/childfile.h>
#include <sen/ehc.h>
#include <sen/meeting.h>
#include <sen/plan.h>
#include <sen/provision.h>

enum sen_evidence_state {
	SEN_EVIDENCE_FOUND,
	SEN_EVIDENCE_OLD,     /* found, and older than the item lets it be */
	SEN_EVIDENCE_MISSING, /* nothing, or not all of what is asked */
	SEN_EVIDENCE_NOT_NEEDED
};
/* "found" "old" "missing" "not-needed" */
const char *sen_evidence_word(enum sen_evidence_state state);

/* Cycles of a plan, and reviews, that are looked for where the policy gives no number:
 * a judgement (policy-notes 0.3), no condition of the law. */
#define SEN_EVIDENCE_CYCLES 2

struct sen_evidence_line {
	const char *item;     /* code of the policy's `evidence`, or "code-" and that of law.json */
	const char *name;     /* in the words of the policy or the Code */
	const char *strength; /* must should where may */
	enum sen_evidence_state state;
	const char *found;   /* in words, with what is lacking; never NULL */
	sen_date newest_on;  /* of what was found; of two kinds the older; or SEN_NO_DATE */
	sen_date old_on;     /* the first day it counts as old; SEN_NO_DATE: never */
	int64_t count;	     /* of the records found */
	const char *records; /* "PL1 PL2 R3", or NULL */
	const char *fix;     /* the command that mends it; NULL: nothing to mend */
	const char *basis;   /* policy law judgement */
	const char *cite, *confidence, *note;
};
struct sen_evidence {
	const char *funding; /* the top-up it is for, by code; NULL: an EHC assessment */
	const char *funding_name;
	const struct sen_policy *policy;
	struct sen_evidence_line *items;
	size_t count, cap;
	size_t missing, old; /* of those that must be there */
	const char **notes;  /* what the law asks, what is a judgement */
	size_t note_count, note_cap;
};
/* What the law asks (CFA 2014 s.36(8)), in words for a page: none of it is a list. */
extern const char sen_evidence_test[];

/* A provision the child was in, with what came of it. */
struct sen_evidence_given {
	struct sen_provision_pupil member;
	const char *name, *measure;
	bool evaluated;
};
/* All that is looked at, of one child; what stands. */
struct sen_evidence_facts {
	struct sen_arena *arena;
	const struct sen_calendar *calendar; /* for a limit in school days; may be NULL */
	int64_t pupil_id;
	sen_date today;
	struct sen_plan_book book;
	const struct sen_review *reviews;
	size_t review_count;
	const struct sen_evidence_given *given; /* by beginning */
	size_t given_count;
	int64_t planned, held;			     /* sessions, to date */
	int64_t pence_planned, pence_held, unpriced; /* to date; unpriced in minutes */
	const char *unpriced_fix;		     /* the command that prices them */
	const struct sen_referral *referrals;
	const struct sen_agency *agencies; /* of each referral */
	size_t referral_count;
	const struct sen_document *documents;
	size_t document_count;
	const struct sen_attachment *attachments;
	size_t attachment_count;
	const struct sen_medical *medical;
	size_t medical_count;
	const struct sen_voice *voices;
	size_t voice_count;
	const struct sen_consent *consents;
	size_t consent_count;
	const struct sen_need *needs;
	size_t need_count;
	const struct sen_profile *profiles;
	size_t profile_count;
	const struct sen_concern *concerns;
	size_t concern_count;
	const struct sen_register_entry *levels;
	size_t level_count;
	const struct sen_ehc *ehcs;
	size_t ehc_count;
	const char **scales; /* names and codes of the policy's assessments, folded */
	size_t scale_count;
};

/* Pure: fills `out` from the facts.  `funding`: a code of the policy's `funding` (any
 * word), or NULL for an EHC assessment. */
void sen_evidence_judge(struct sen_evidence_facts *facts, const struct sen_policy *policy,
			const struct sen_law *law, const char *funding, struct sen_evidence *out);
/* Reads the child's records and judges them by the policy in force today. */
int sen_evidence(struct sen_store *store, int64_t pupil_id, const char *funding, struct sen_evidence *out,
		 struct sen_err *err) SEN_MUST_CHECK;

/* `ehcp evidence` gathers its rows. */
extern const struct sen_query sen_evidence_query;
/* The same as a part of another page. */
extern const struct sen_query sen_evidence_part;
struct sen_table *sen_evidence_table(struct sen_arena *arena, const struct sen_evidence *evidence);

#endif

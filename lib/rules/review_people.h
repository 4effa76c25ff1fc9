/* What the files that find people around a child share. */
#ifndef RULES_REVIEW_PEOPLE_H
#define RULES_REVIEW_PEOPLE_H

#include "rules/rules.h"

#include <sen/people.h>
#include <sen/pupil.h>
#include <sen/review.h>

enum { WORDS = 8 };

/* A name taken apart: folded words without the title. */
struct words {
	const char *items[WORDS];
	size_t count;
	const char *title; /* "mrs", or NULL */
};
struct known { /* staff and agencies */
	const char *shown;
	struct words words; /* of the name, or of an agency's code */
};
struct close { /* a contact of the child */
	struct sen_contact contact;
	const char *relation, *role;
	bool no_letters;
	struct words words;
};
struct sen_around {
	struct sen_store *store;
	const struct sen_policy *policy;
	int64_t pupil_id;
	struct sen_pupil pupil;
	struct words forename, name, surname;
	struct close *contacts;
	size_t contact_count;
	struct known *staff, *agencies;
	size_t staff_count, staff_cap, agency_count, agency_cap;
};

struct words people_words(struct sen_arena *arena, const char *text);
bool people_one_of(const char *word, const char *const *list, size_t count);

#endif

/* Shared by disclosure*.c: one thing about to leave, with what is known of the child. */
#ifndef RULES_DISCLOSURE_H
#define RULES_DISCLOSURE_H

#include "rules/rules.h"

#include <sen/disclosure.h>
#include <sen/law.h>

struct leaving {
	struct sen_store *store;
	const struct sen_leaving *asked;
	const struct sen_law *law;
	const struct sen_policy *policy;
	struct sen_pupil pupil;
	struct sen_ehc ehc; /* head.id 0: none */
	sen_date on;
	const char *known; /* why the one named has no right to it, when that is known */
};

/* disclosure_right.c: the code of the law's list `right` by which it may be had by the
 * one it goes to; NULL: none.  `code`: only this one. */
int disclosure_right(struct leaving *leaving, const char *code, const char **right, struct sen_err *err)
	SEN_MUST_CHECK;

#endif

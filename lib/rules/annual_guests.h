/* Shared by the files that ask people to the annual review. */
#ifndef RULES_ANNUAL_GUESTS_H
#define RULES_ANNUAL_GUESTS_H

#include "rules/minutes.h"

#include <sen/annual.h>

/* Policies have words of their own for the same people: "staff" is "teacher". */
const char *annual_role(const char *code);
bool annual_must(const struct sen_policy_rule *rule); /* of the policy's `invite` */
/* The invitation of the guest by what they are becomes that of the person; beside one of
 * the person's own it goes, and what it held with it (annual_named.c). */
int annual_put_name(struct sen_store *store, const struct sen_review *review,
		    const struct sen_annual_guest *guest, const struct sen_person *who, struct sen_err *err)
	SEN_MUST_CHECK;

#endif

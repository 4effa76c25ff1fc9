/* Shared by the files that ask people to the annual review. */
#ifndef RULES_ANNUAL_GUESTS_H
#define RULES_ANNUAL_GUESTS_H

#include "rules/minutes.h"

#include <sen/annual.h>

/* Policies have words of their own for the same people: "staff" is "teacher". */
const char *annual_role(const char *code);
bool annual_must(const struct sen_policy_rule *rule); /* of the policy's `invite` */

#endif

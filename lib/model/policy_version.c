/* The versions of a school's policy, as they are kept; lib/rules fills them. */
#include "model/model.h"
#include <sen/policy.h>

#define S struct sen_policy_version
#define I SEN_F_INTERNAL
static const struct sen_field fields[] = {
	FIELD_TEXT(S, "name", name, SEN_K_LINE, I, 0, NULL, NULL, "NAME", "the policy's name"),
	FIELD_DATE(S, "from_on", from_on, I, "from", "the first day it is in force"),
	FIELD_DATE(S, "until_on", until_on, I, "until", "the first day after"),
	FIELD_TEXT(S, "digest", digest, SEN_K_LINE, I, 0, NULL, NULL, "TEXT", "of its text"),
	FIELD_TEXT(S, "json", json, SEN_K_NOTE, I, 4000000, NULL, NULL, "TEXT", "its text"),
};
#undef I
#undef S

const struct sen_record sen_policy_version_record = {.noun = "policy-version",
						     .table = "policy_version",
						     .prefix = "PV",
						     .title = "Policy version",
						     .flags = SEN_R_SCHOOL,
						     .size = sizeof(struct sen_policy_version),
						     .fields = fields,
						     .count = SEN_COUNT(fields)};

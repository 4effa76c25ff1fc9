/* The noun `staff`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/school.h>

const struct noun staff_noun = {.name = "staff",
				.summary = "the adults of the school, by role and class",
				.group = "the school",
				.record = &sen_staff_record};

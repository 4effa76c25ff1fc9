/* The noun `appeal`. */
#include "nouns.h"

#include <sen/ehc.h>

static const struct cmd *const verbs[] = {NULL};
const struct noun appeal_noun = {.name = "appeal",
				 .summary =
					 "a disagreement with the local authority: mediation, the tribunal",
				 .group = "around them",
				 .record = &sen_appeal_record,
				 .verbs = verbs,
				 .count = 0};

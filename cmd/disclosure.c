/* The noun `disclosure`. */
#include "nouns.h"

#include <sen/ehc.h>

static const struct cmd *const verbs[] = {NULL};
const struct noun disclosure_noun = {.name = "disclosure",
				     .summary = "who an EHC plan was shown to, and on what ground",
				     .group = "around them",
				     .record = &sen_disclosure_record,
				     .verbs = verbs,
				     .count = 0};

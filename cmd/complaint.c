/* The noun `complaint`. */
#include "nouns.h"

#include <sen/ehc.h>

static const struct cmd *const verbs[] = {NULL};
const struct noun complaint_noun = {.name = "complaint",
				    .summary = "complaints about SEND provision, by stage",
				    .group = "the school",
				    .record = &sen_complaint_record,
				    .verbs = verbs,
				    .count = 0};

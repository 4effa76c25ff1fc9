/* The noun `agency`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/graduated.h>

const struct noun agency_noun = {.name = "agency",
				 .summary = "who outside the school a child may be referred to",
				 .group = "around them",
				 .record = &sen_agency_record};

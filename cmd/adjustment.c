/* The noun `adjustment`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/childfile.h>

const struct noun adjustment_noun = {.name = "adjustment",
				     .summary = "reasonable adjustments and test access arrangements",
				     .group = "around them",
				     .record = &sen_adjustment_record};

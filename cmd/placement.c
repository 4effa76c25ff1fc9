/* The noun `placement`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/childfile.h>

const struct noun placement_noun = {.name = "placement",
				    .summary = "places in a hub, a unit or alternative provision",
				    .group = "around them",
				    .record = &sen_placement_record};

/* The noun `action`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/graduated.h>

const struct noun action_noun = {.name = "action",
				 .summary = "what somebody is to do, by when",
				 .group = "around them",
				 .record = &sen_action_record};

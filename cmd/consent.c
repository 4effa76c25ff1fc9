/* The noun `consent`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/graduated.h>

const struct noun consent_noun = {.name = "consent",
				  .summary = "who agreed to what, from when, until when",
				  .group = "around them",
				  .record = &sen_consent_record};

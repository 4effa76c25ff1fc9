/* The noun `referral`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/graduated.h>

const struct noun referral_noun = {.name = "referral",
				   .summary = "a child referred to an agency, until it is closed",
				   .group = "around them",
				   .record = &sen_referral_record};

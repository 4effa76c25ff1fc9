/* The noun `medical`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/childfile.h>

const struct noun medical_noun = {.name = "medical",
				  .summary = "the medical register, apart from the SEND register",
				  .group = "around them",
				  .record = &sen_medical_record};

/* The noun `document`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/childfile.h>

const struct noun document_noun = {.name = "document",
				   .summary = "documents of a child with a review date",
				   .group = "around them",
				   .record = &sen_document_record};

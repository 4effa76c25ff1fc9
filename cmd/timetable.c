/* The noun `timetable`: every verb is made from the field table. */
#include "nouns.h"
#include <sen/childfile.h>

const struct noun timetable_noun = {.name = "timetable",
				    .summary = "interim reduced timetables, until the child is full time",
				    .group = "around them",
				    .record = &sen_timetable_record};

/* The usual English school year, without an arena. */
#ifndef BASE_USUAL_YEAR_H
#define BASE_USUAL_YEAR_H

#include <sen/calendar.h>

#define USUAL_SPANS 6

/* Three terms and the break of each, by `from`. */
void usual_year(int academic_year, struct sen_span out[USUAL_SPANS]);

#endif

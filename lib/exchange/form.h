/* What writing and reading a form share. */
#ifndef EXCHANGE_FORM_H
#define EXCHANGE_FORM_H

#include <sen/exchange.h>

/* Is the field a line of the form?  The child is named on the command line. */
static inline bool form_has(const struct sen_field *field)
{
	return !(field->flags & SEN_F_INTERNAL) &&
	       !(field->kind == SEN_K_REF && (field->flags & SEN_F_POSITIONAL));
}
#define FORM_OPEN "<<<"
#define FORM_CLOSE ">>>"

#endif

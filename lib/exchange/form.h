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
/* A line of help on a field, and its codes. */
void form_add_help(struct sen_buf *buf, const struct sen_field *field, const char *indent);
/* "field: value"; a note of several lines between the marks. */
void form_add_value(struct sen_buf *buf, const struct sen_field *field, const void *record);
#define FORM_OPEN "<<<"
#define FORM_CLOSE ">>>"

#endif

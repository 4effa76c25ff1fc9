/* What writing and reading a form share, and faults of forms and files. */
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
/* What is wrong with a cell, without the option's name before it: the column's is put
 * there; and any fault, with `name` for the field's option (fault.c). */
void fault_of_column(struct sen_arena *arena, const struct sen_field *field, const char *name,
		     struct sen_err *err);
void fault_names_column(struct sen_arena *arena, const struct sen_field *field, const char *name,
			struct sen_err *err);
#define FORM_OPEN "<<<"
#define FORM_CLOSE ">>>"

#endif

/* One file an owner, in the folder of -o. */
#ifndef REPORT_EACH_H
#define REPORT_EACH_H

#include "cmd.h"

/* The last of the values is ":owner": filled in for each. */
int report_each(struct app *app, const struct sen_query *query, const struct sen_value *values, size_t count,
		struct sen_err *err) SEN_MUST_CHECK;

#endif

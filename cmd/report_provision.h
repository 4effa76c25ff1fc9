/* The provision map between its command and its page. */
#ifndef REPORT_PROVISION_H
#define REPORT_PROVISION_H

#include "cmd.h"

#include <sen/costed.h>

/* As --names says; "P12" with none. */
const char *provision_child(struct app *app, int64_t id, const char *name);
/* The whole page, to app->out. */
int provision_page(struct app *app, const struct sen_provision_map *map, bool costs, const char *title,
		   const char *const *notes, size_t note_count, struct sen_err *err) SEN_MUST_CHECK;

#endif

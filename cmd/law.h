/* What `law list` and `law show` share (law.c, law_lists.c). */
#ifndef CMD_LAW_H
#define CMD_LAW_H

#include "cmd.h"

#include <sen/law.h>

/* An empty answer of `law list`; of a list: with its columns in sight. */
struct sen_table *law_list_table(struct app *app, bool lists);
/* Is it a list of the law, not a part of the rules? */
bool law_has_list(const struct sen_law *law, const char *name);
int law_list_items(struct app *app, const struct sen_law *law, const char *list, struct sen_err *err)
	SEN_MUST_CHECK;
/* "ofsted", "ground:appeal" into the table of `law show`; SEN_NOTFOUND says which. */
int law_show_item(struct app *app, const struct sen_law *law, const char *text, struct sen_table *table,
		  struct sen_err *err) SEN_MUST_CHECK;

#endif

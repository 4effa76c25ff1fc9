/* What `policy show` and `policy diff` share: finding the policy meant, and the
 * page in its sections (cmd/policy_page.c). */
#ifndef POLICY_PAGE_H
#define POLICY_PAGE_H

#include "cmd.h"

#include <sen/policy.h>

extern const struct cmd policy_show_cmd, policy_diff_cmd;

/* The records file where there is one: `list`, `show` and `diff` do without. */
int policy_file(struct app *app, struct sen_err *err) SEN_MUST_CHECK;
/* NULL or "in-force": the version in force today.  A name: of a version kept
 * (the one in force first, unless `shipped_first`), of one that ships, or a file. */
int policy_find(struct app *app, const char *name, bool shipped_first, const struct sen_policy **out,
		struct sen_err *err) SEN_MUST_CHECK;
/* Text and HTML get a page, unless columns were asked for by name. */
bool policy_wants_page(const struct app *app);

/* How long and whatever else stands beside the words; NULL: nothing. */
const char *policy_level_value(struct sen_arena *arena, const struct sen_level *level);
const char *policy_rule_value(struct sen_arena *arena, const struct sen_policy_rule *rule);
/* Who, how strongly, when, and what else: the note of a row. A page
 * does not say that the policy is silent: the basis does. */
const char *policy_level_note(struct sen_arena *arena, const struct sen_level *level);
const char *policy_rule_note(struct sen_arena *arena, const struct sen_policy_rule *rule, bool page);
/* The page: a row for the policy, a part for each section. */
struct sen_table *policy_page(struct app *app, const struct sen_policy *policy);

#endif

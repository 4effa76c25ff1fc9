/* Adding up a provision map: what costed.c, costed_sum.c and costed_page.c share. */
#ifndef RULES_COSTED_SUM_H
#define RULES_COSTED_SUM_H

#include "rules/costed.h"

/* Which children a word stands for: a mark a child, for each word. */
struct seen {
	unsigned char **marks;
	size_t count, cap;
};
/* The words a share was last counted under, and their keys: they seldom change. */
struct filed {
	bool set;
	const char *words[SEN_MAP_ADULT];
	size_t key[SEN_MAP_ADULT];
};
struct summing {
	struct costed *c;
	struct filed *filed; /* side by side with shares */
	size_t filed_count, filed_cap;
	struct sen_map_provision *provisions; /* side by side with c->raw */
	size_t *share_of;		      /* provision * children + child: index of the share + 1 */
	struct sen_map_share *shares;
	size_t share_count, share_cap;
	struct seen seen[SEN_MAP_BY];
	struct sen_map_keys *by;
	int kinds; /* bits of enum sen_cost_kind the session counts for */
};

/* lib/rules/costed_sum.c */
struct sen_map_key *costed_key(struct summing *s, enum sen_map_by by, const char *key);
struct sen_map_share *costed_share(struct summing *s, size_t provision, size_t child);
const struct filed *costed_file(struct summing *s, const struct sen_map_share *share,
				const struct costed_child *child, sen_date day);
/* Handed to sen_cost_price. */
void costed_add(void *summing, const struct sen_cost_priced *priced);

/* lib/rules/costed_page.c */
void costed_describe(struct summing *s, size_t provision);
void costed_lay_out(struct summing *s);

#endif

/* The adults of a provision map and what their time costs: one number for one
 * person, roles made alike, rates by the day. */
#include "rules/costed.h"

#include <sen/text.h>

#include <string.h>

int64_t costed_who(struct costed *c, int64_t staff_id, const char *name, const char *role)
{
	const char *key = staff_id == SEN_NO_INT ? sen_text_fold(c->arena, name)
						 : sen_format(c->arena, "ST%lld", (long long)staff_id);

	for (size_t i = 0; i < c->who_count; i++)
		if (strcmp(c->whos[i].key, key) == 0) {
			c->whos[i].role = c->whos[i].role ? c->whos[i].role : role;
			return (int64_t)i + 1;
		}
	*SEN_PUSH(c->arena, c->whos, c->who_count, c->who_cap) =
		(struct costed_who){key, sen_strdup(c->arena, name), role};
	return (int64_t)c->who_count;
}

/* ---- Who covered ---- */

static void cover_is(struct costed *c, int64_t from, int64_t to, const char *role)
{
	for (size_t i = 0; i < c->raw_count; i++)
		for (size_t k = 0; k < c->raw[i].held_count; k++)
			if (c->raw[i].held[k].cover == from) {
				c->raw[i].held[k].cover = to;
				c->raw[i].held[k].cover_role = role;
			}
}

/* Names that covered are not known by staff id yet.  One who is exactly one of the
 * staff is that person, with that role. */
int costed_covers(struct costed *c, struct sen_err *err)
{
	static const char sql[] =
		"SELECT id, name, role FROM staff WHERE school_id = :school AND voided_at IS NULL"
		" ORDER BY id";
	size_t by_name = c->who_count;
	int64_t *found = SEN_NEW(c->arena, int64_t, by_name + 1);
	const char **roles = SEN_NEW(c->arena, const char *, by_name + 1);
	bool any = false;
	DB_STMT *stmt = NULL;
	int rc;

	for (size_t i = 0; i < c->raw_count && !any; i++)
		for (size_t k = 0; k < c->raw[i].held_count && !any; k++)
			any = c->raw[i].held[k].cover != 0;
	if (!any)
		return 0;
	if ((rc = db_prepare(c->store->db, sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":school", c->store->school_id);
	while ((rc = db_step(stmt, err)) == 1) {
		const char *folded = sen_text_fold(c->arena, db_col_text(stmt, 1, NULL));

		for (size_t i = 0; i < by_name; i++)
			if (strcmp(c->whos[i].key, folded) == 0) {
				found[i] = found[i] ? -1 : db_col_int(stmt, 0);
				roles[i] = sen_role_of_rate(c->arena, db_col_text(stmt, 2, NULL));
			}
	}
	for (size_t i = 0; rc == 0 && i < by_name; i++)
		if (found[i] > 0)
			cover_is(c, (int64_t)i + 1, costed_who(c, found[i], c->whos[i].name, roles[i]),
				 roles[i]);
	return rc;
}

/* ---- Rates ---- */

static int by_role(const void *left, const void *right)
{
	const struct sen_cost_rate *a = left, *b = right;
	int rc = strcmp(a->role, b->role);

	return rc ? rc : (a->from > b->from) - (a->from < b->from);
}

/* Two of one day: the later entry holds, so the order they come in is kept. */
static void sort_rates(struct sen_cost_rate *rates, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct sen_cost_rate rate = rates[i];
		size_t k = i;

		for (; k > 0 && by_role(&rate, &rates[k - 1]) < 0; k--)
			rates[k] = rates[k - 1];
		rates[k] = rate;
	}
}

static const char *small_letters(struct sen_arena *arena, const char *kind, const char *name)
{
	return sen_format(arena, "%s %s", kind, sen_text_fold(arena, name));
}

int costed_rates(struct costed *c, struct sen_err *err)
{
	static const char sql[] = "SELECT kind, name, pence, from_on FROM rate WHERE school_id = :school"
				  " AND voided_at IS NULL ORDER BY id";
	struct sen_cost_rate *hours = NULL;
	size_t count = 0, cap = 0;
	DB_STMT *stmt = NULL;
	int rc = db_prepare(c->store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", c->store->school_id);
	while ((rc = db_step(stmt, err)) == 1) {
		const char *kind = db_col_text(stmt, 0, NULL), *name = db_col_text(stmt, 1, NULL);
		struct sen_cost_rate rate = {.from = db_col_date(stmt, 3), .pence = db_col_int(stmt, 2)};
		bool hour = strcmp(kind, "hour") == 0;

		rate.role = hour ? sen_role_of_rate(c->arena, name) : small_letters(c->arena, kind, name);
		if (hour)
			*SEN_PUSH(c->arena, hours, count, cap) = rate;
		else
			*SEN_PUSH(c->arena, c->sums, c->sum_count, c->sum_cap) = rate;
	}
	sort_rates(hours, count);
	sort_rates(c->sums, c->sum_count);
	c->facts.rates = hours;
	c->facts.rate_count = count;
	return rc;
}

/* Of the kind, whatever its name, with `name` NULL: a school has one of these. */
static bool is_sum(const struct costed *c, const struct sen_cost_rate *rate, const char *kind,
		   const char *name)
{
	size_t len = strlen(kind);

	if (!name)
		return strncmp(rate->role, kind, len) == 0 && rate->role[len] == ' ';
	return strcmp(rate->role, small_letters(c->arena, kind, name)) == 0;
}

int64_t costed_sum_on(const struct costed *c, const char *kind, const char *name, sen_date day)
{
	const struct sen_cost_rate *found = NULL;

	for (size_t i = 0; i < c->sum_count; i++)
		if (c->sums[i].from <= day && (!found || c->sums[i].from >= found->from) &&
		    is_sum(c, &c->sums[i], kind, name))
			found = &c->sums[i];
	return found ? found->pence : SEN_NO_INT;
}

/* The day after `day` on which another of these begins; the period's end. */
static sen_date next_change(const struct costed *c, const char *kind, const char *name, sen_date day)
{
	sen_date next = c->map->until;

	for (size_t i = 0; i < c->sum_count; i++)
		if (c->sums[i].from > day && c->sums[i].from < next && is_sum(c, &c->sums[i], kind, name))
			next = c->sums[i].from;
	return next;
}

int64_t costed_sum_for(const struct costed *c, const char *kind, const char *name, int64_t none)
{
	int64_t sum = 0;
	bool known = none != SEN_NO_INT;

	for (sen_date from = c->map->from, to; from < c->map->until; from = to) {
		int64_t pence = costed_sum_on(c, kind, name, from);

		to = next_change(c, kind, name, from);
		known = known || pence != SEN_NO_INT;
		if (pence == SEN_NO_INT)
			pence = none == SEN_NO_INT ? 0 : none;
		sum += sen_cost_of_year(pence, c->map->from, from, to);
	}
	return known ? sum : SEN_NO_INT;
}

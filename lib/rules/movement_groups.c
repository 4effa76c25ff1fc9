/* The groups of report movement: whom a child is counted with on a day. */
#include "rules/movement.h"

#include <stdlib.h>
#include <string.h>

enum { DIMENSIONS = 7 };
static const char *const dimensions[DIMENSIONS] = {"all", "level", "need", "year", "sex", "eal", "premium"};

/* ---- Groups ---- */

static int code_rank(const struct sen_code_row *codes, const char *code)
{
	int i = 0;

	while (codes[i].code && strcmp(codes[i].code, code) != 0)
		i++;
	return i;
}

struct group_key {
	const char *code, *label;
	int rank;
};

static struct group_key coded(const struct sen_code_row *codes, const char *code)
{
	if (!code)
		return (struct group_key){"", "Not known", 999};
	return (struct group_key){code, sen_code_label(codes, code), code_rank(codes, code)};
}

/* Sorted in front: the policy of the end of the period. */
static struct group_key level_key(const struct mv_span *level)
{
	return (struct group_key){level->what, level->name, (int)level->rank};
}

static const char *primary_need(const struct mv_child *child, sen_date day)
{
	for (size_t i = 0; i < child->needs.count; i++) {
		const struct mv_span *need = &child->needs.items[i];

		if (need->rank == 1 && need->from <= day && need->until > day)
			return need->what;
	}
	return NULL;
}

static struct group_key flagged(const struct mv_spans *flags, sen_date day, const char *with,
				const char *without)
{
	return mv_holding(flags, day) ? (struct group_key){"yes", with, 0}
				      : (struct group_key){"no", without, 1};
}

/* The group a child who stands on the register belongs to that day. */
static struct group_key group_of(struct mv *mv, size_t dimension, sen_date day)
{
	const struct mv_child *child = &mv->child;
	const struct mv_span *year;
	struct group_key key;

	switch (dimension) {
	case 1:
		return level_key(mv_level(child, day));
	case 2:
		key = coded(sen_need_codes, primary_need(child, day));
		if (!*key.code)
			key.label = "None recorded";
		return key;
	case 3:
		year = mv_holding(&child->years, day);
		return coded(sen_year_codes, year ? year->what : NULL);
	case 4:
		return coded(sen_sex_codes, mv_word(mv, child->sex));
	case 5:
		return flagged(&child->eal, day, "English as an additional language", "Not EAL");
	case 6:
		return flagged(&child->premium, day, "Pupil premium", "Not pupil premium");
	default:
		return (struct group_key){"all", "All", 0};
	}
}

static struct sen_movement_group *group_find(struct mv *mv, size_t dimension, struct group_key key)
{
	struct sen_movement *out = mv->out;
	struct sen_movement_group *group;

	for (size_t i = 0; i < out->group_count; i++)
		if (out->groups[i].by == dimensions[dimension] && strcmp(out->groups[i].group, key.code) == 0)
			return &out->groups[i];
	group = SEN_PUSH(mv->store->arena, out->groups, out->group_count, out->group_cap);
	*group = (struct sen_movement_group){
		.by = dimensions[dimension], .group = key.code, .label = key.label, .rank = key.rank};
	return group;
}

/* In every table the child of that day counts once. */
void mv_count(struct mv *mv, enum sen_movement_count what, sen_date day, int n)
{
	for (size_t i = 0; i < DIMENSIONS; i++)
		group_find(mv, i, group_of(mv, i, day))->n[what] += n;
}

/* From one group to another, without leaving the register. */
void mv_count_flows(struct mv *mv, sen_date day)
{
	for (size_t i = 1; i < DIMENSIONS; i++) {
		struct group_key before = group_of(mv, i, day - 1), after = group_of(mv, i, day);

		if (strcmp(before.code, after.code) == 0)
			continue;
		group_find(mv, i, before)->n[SEN_MV_OUT]++;
		group_find(mv, i, after)->n[SEN_MV_IN]++;
	}
}

/* ---- In order ---- */

static size_t dimension_rank(const char *by)
{
	size_t i = 0;

	while (strcmp(dimensions[i], by) != 0)
		i++;
	return i;
}

static int by_group(const void *a, const void *b)
{
	const struct sen_movement_group *left = a, *right = b;
	size_t l = dimension_rank(left->by), r = dimension_rank(right->by);

	if (l != r)
		return l < r ? -1 : 1;
	if (left->rank != right->rank)
		return left->rank < right->rank ? -1 : 1;
	return strcmp(left->group, right->group);
}

void mv_groups_sort(struct sen_movement *out)
{
	qsort(out->groups, out->group_count, sizeof(*out->groups), by_group);
}

/* Every level that may be on the register has its line, if nobody stands there. */
void mv_groups_begin(struct mv *mv)
{
	const struct sen_policy *policy =
		sen_policy_on(mv->policies, mv->store->school_id, mv->out->until - 1);

	(void)group_find(mv, 0, (struct group_key){"all", "All", 0});
	for (size_t i = 0; policy && i < policy->level_count; i++)
		if (policy->levels[i].on_register != SEN_ON_NO)
			(void)group_find(
				mv, 1,
				(struct group_key){policy->levels[i].code, policy->levels[i].name, (int)i});
}

const struct sen_movement_group *sen_movement_all(const struct sen_movement *movement)
{
	return &movement->groups[0];
}

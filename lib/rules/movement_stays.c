/* How long children stand at a level, and how long it took to the register (R55). */
#include "rules/movement.h"

#include <stdlib.h>
#include <string.h>

static void keep(struct mv *mv, int64_t **items, size_t *count, size_t *cap, int64_t days)
{
	*items = sen_grow(mv->store->arena, *items, *count, cap, sizeof(**items));
	(*items)[(*count)++] = days;
}

/* ---- At each level ---- */

static struct sen_movement_stay *stay_of(struct mv *mv, const struct mv_span *level)
{
	struct sen_movement *out = mv->out;
	struct sen_movement_stay *stay;

	for (size_t i = 0; i < out->stay_count; i++)
		if (strcmp(out->stays[i].level, level->what) == 0)
			return &out->stays[i];
	stay = SEN_PUSH(mv->store->arena, out->stays, out->stay_count, out->stay_cap);
	*stay = (struct sen_movement_stay){
		.level = level->what, .name = level->name, .rank = (int)level->rank};
	return stay;
}

/* Entries of one level that follow each other without a break are one stay. */
static sen_date stay_end(const struct mv_child *child, size_t *i)
{
	const struct mv_span *levels = child->levels.items;
	sen_date until = levels[*i].until;

	while (*i + 1 < child->levels.count && levels[*i + 1].from == until &&
	       strcmp(levels[*i + 1].what, levels[*i].what) == 0)
		until = levels[++*i].until;
	if (child->left != SEN_NO_DATE && child->left + 1 < until)
		until = child->left + 1;
	return until;
}

static bool ended_by_policy(const struct mv_child *child, size_t last)
{
	return last + 1 < child->levels.count &&
	       mv_by_policy(&child->levels.items[last], &child->levels.items[last + 1]);
}

void mv_stays(struct mv *mv)
{
	const struct mv_child *child = &mv->child;
	const struct sen_movement *out = mv->out;

	for (size_t i = 0; i < child->levels.count; i++) {
		const struct mv_span *level = &child->levels.items[i];
		sen_date from = level->from, until = stay_end(child, &i);
		struct sen_movement_stay *stay;

		if (from >= until || from >= out->until || until < out->from || ended_by_policy(child, i))
			continue;
		stay = stay_of(mv, level);
		if (until >= out->until) {
			stay->open++;
			if (from != SEN_NO_DATE)
				keep(mv, &stay->open_days, &stay->open_known, &stay->open_cap,
				     out->until - from);
		} else {
			stay->closed++;
			if (from != SEN_NO_DATE)
				keep(mv, &stay->closed_days, &stay->closed_known, &stay->closed_cap,
				     until - from);
		}
	}
}

/* ---- To the register, and on it ---- */

static void spread(struct mv *mv, enum sen_movement_measure which, sen_date from, sen_date until)
{
	struct sen_movement_spread *out = &mv->out->spreads[which];

	out->children++;
	if (from != SEN_NO_DATE && until != SEN_NO_DATE && from <= until)
		keep(mv, &out->days, &out->count, &out->cap, until - from);
}

/* The first day on the register; unknown where an entry's beginning is. */
static sen_date first_day(const struct mv_child *child)
{
	sen_date first = MV_FAR;

	for (size_t i = 0; i < child->levels.count; i++) {
		const struct mv_span *level = &child->levels.items[i];

		if (level->on && level->from < level->until && level->from < first)
			first = level->from;
	}
	return first == MV_FAR ? SEN_NO_DATE : first;
}

/* The first day of the run of entries on the register that holds on the day. */
static sen_date run_start(const struct mv_child *child, sen_date day)
{
	const struct mv_span *level = mv_level(child, day), *before;

	while (level && level->from != SEN_NO_DATE && (before = mv_level(child, level->from - 1)) &&
	       before->on)
		level = before;
	return level ? level->from : SEN_NO_DATE;
}

void mv_joined(struct mv *mv, sen_date day)
{
	const struct mv_child *child = &mv->child;
	bool here = first_day(child) == day; /* else it came with the child */

	spread(mv, SEN_MV_WEEKS_NEW, here ? child->concern : SEN_NO_DATE, day);
	spread(mv, SEN_MV_AGE_NEW, child->dob, first_day(child));
}

void mv_exited(struct mv *mv, sen_date day)
{
	spread(mv, SEN_MV_TIME_GONE, run_start(&mv->child, day - 1), day);
}

void mv_spreads(struct mv *mv)
{
	const struct mv_child *child = &mv->child;
	sen_date last = mv->out->until - 1, first = first_day(child);

	if (!mv_standing(child, last))
		return;
	spread(mv, SEN_MV_WEEKS_ALL, child->concern, first);
	spread(mv, SEN_MV_AGE_ALL, child->dob, first);
	spread(mv, SEN_MV_TIME_ALL, run_start(child, last), mv->out->until);
}

/* ---- Medians ---- */

static int by_days(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

static int64_t median(int64_t *days, size_t count)
{
	if (count == 0)
		return SEN_NO_INT;
	qsort(days, count, sizeof(*days), by_days);
	return (days[(count - 1) / 2] + days[count / 2]) / 2;
}

static int64_t weeks(int64_t days)
{
	return days == SEN_NO_INT ? SEN_NO_INT : (days + 3) / 7;
}

static int by_ladder(const void *a, const void *b)
{
	const struct sen_movement_stay *left = a, *right = b;

	return left->rank != right->rank ? (left->rank < right->rank ? -1 : 1)
					 : strcmp(left->level, right->level);
}

void mv_finish(struct mv *mv)
{
	static const struct {
		const char *measure, *of;
	} names[SEN_MV_MEASURES] = {
		[SEN_MV_WEEKS_NEW] = {"first concern to register", "joined in the period"},
		[SEN_MV_WEEKS_ALL] = {"first concern to register", "on the register"},
		[SEN_MV_AGE_NEW] = {"age when first on the register", "joined in the period"},
		[SEN_MV_AGE_ALL] = {"age when first on the register", "on the register"},
		[SEN_MV_TIME_ALL] = {"time on the register so far", "on the register"},
		[SEN_MV_TIME_GONE] = {"time on the register", "taken off in the period"},
	};
	struct sen_movement *out = mv->out;

	for (size_t i = 0; i < out->stay_count; i++) {
		struct sen_movement_stay *s = &out->stays[i];

		s->open_median = weeks(median(s->open_days, s->open_known));
		s->open_longest = weeks(s->open_known ? s->open_days[s->open_known - 1] : SEN_NO_INT);
		s->closed_median = weeks(median(s->closed_days, s->closed_known));
		s->closed_longest = weeks(s->closed_known ? s->closed_days[s->closed_known - 1] : SEN_NO_INT);
	}
	if (out->stay_count)
		qsort(out->stays, out->stay_count, sizeof(*out->stays), by_ladder);
	for (size_t i = 0; i < SEN_MV_MEASURES; i++) {
		struct sen_movement_spread *s = &out->spreads[i];

		s->measure = names[i].measure;
		s->of = names[i].of;
		s->median = median(s->days, s->count);
		s->shortest = s->count ? s->days[0] : SEN_NO_INT;
		s->longest = s->count ? s->days[s->count - 1] : SEN_NO_INT;
	}
}

/* What moved on the register in a period (R54, R80): day by day where something
 * begins or ends, how each child stood the day before and that day. */
#include "rules/movement.h"

#include <stdlib.h>
#include <string.h>

/* ---- Lines ---- */

static void line(struct mv *mv, sen_date day, const char *what, const char *from, const char *to,
		 const char *why)
{
	struct sen_arena *arena = mv->store->arena;
	const struct mv_child *child = &mv->child;
	bool left = strcmp(what, "left") == 0, gone = left && child->died != day; /* the last day on roll */
	const struct mv_span *year = mv_holding(&child->years, left ? day - 1 : day);
	struct sen_movement_line *new =
		SEN_PUSH(arena, mv->out->lines, mv->out->line_count, mv->out->line_cap);

	*new = (struct sen_movement_line){.on = gone ? day - 1 : day, .what = what, .pupil_id = child->id};
	new->upn = sen_strdup(arena, child->upn);
	new->pupil = sen_strdup(arena, child->name);
	new->year = year ? year->what : NULL;
	new->class_name = year ? year->name : NULL;
	new->from = from &&*from ? sen_strdup(arena, from) : NULL;
	new->to = to &&*to ? sen_strdup(arena, to) : NULL;
	new->why = why;
}

/* The move off is an entry of that day which holds on none. */
static const char *why_off(const struct mv_child *child, sen_date day)
{
	for (size_t i = 0; i < child->levels.count; i++) {
		const struct mv_span *level = &child->levels.items[i];

		if (level->from == day && !level->on)
			return level->why;
	}
	return NULL;
}

/* ---- What happened on a day ---- */

static bool was_on_before(const struct mv_child *child, sen_date day)
{
	for (size_t i = 0; i < child->levels.count; i++) {
		const struct mv_span *level = &child->levels.items[i];

		if (level->on && level->from < level->until && level->until <= day)
			return true;
	}
	return false;
}

static void on(struct mv *mv, sen_date day, const struct mv_span *now)
{
	const struct mv_child *child = &mv->child;
	const struct mv_span *before = mv_level(child, day - 1);
	bool again = was_on_before(child, day);

	if (mv_on_roll(child, day - 1) && mv_by_policy(before, now)) {
		mv_count(mv, SEN_MV_POLICY, day, 1);
		line(mv, day, "policy", before->name, now->name, now->why);
		return;
	}
	mv_count(mv, again ? SEN_MV_RETURNED : SEN_MV_JOINED, day, 1);
	line(mv, day, again ? "returned" : "joined",
	     before && mv_on_roll(child, day - 1) ? before->name : NULL, now->name,
	     now->from < day ? "on it when the child came to the school" : now->why);
	if (again)
		return;
	mv->out->came_with += now->from < day;
	mv_joined(mv, day);
}

static void off(struct mv *mv, sen_date day, const struct mv_span *before)
{
	const struct mv_child *child = &mv->child;
	const struct mv_span *now = mv_level(child, day);

	if (!mv_on_roll(child, day)) {
		mv_count(mv, SEN_MV_LEFT, day - 1, 1);
		line(mv, day, "left", before->name, NULL, NULL);
		return;
	}
	if (mv_by_policy(before, now)) {
		mv_count(mv, SEN_MV_POLICY, day - 1, -1);
		line(mv, day, "policy", before->name, now->name, now->why);
		return;
	}
	mv_count(mv, SEN_MV_EXITED, day - 1, 1);
	line(mv, day, "exited", before->name, now ? now->name : NULL, now ? now->why : why_off(child, day));
	mv_exited(mv, day);
}

static void stayed(struct mv *mv, sen_date day, const struct mv_span *before, const struct mv_span *now,
		   bool *needs_counted)
{
	char old_needs[MV_NEEDS], new_needs[MV_NEEDS];

	if (before != now && !mv_by_policy(before, now) && before->rank != now->rank) {
		bool up = now->rank > before->rank;

		mv_count(mv, up ? SEN_MV_UP : SEN_MV_DOWN, day - 1, 1);
		line(mv, day, up ? "up" : "down", before->name, now->name, now->why);
	}
	mv_count_flows(mv, day);
	mv_needs(&mv->child, day - 1, old_needs);
	mv_needs(&mv->child, day, new_needs);
	if (strcmp(old_needs, new_needs) == 0)
		return;
	if (!*needs_counted)
		mv_count(mv, SEN_MV_NEED, day - 1, 1);
	*needs_counted = true;
	line(mv, day, "needs", old_needs, new_needs, NULL);
}

/* ---- The days on which something begins or ends ---- */

struct days {
	sen_date *items;
	size_t count, cap;
};

static void add_day(struct mv *mv, struct days *days, sen_date day)
{
	if (day >= mv->out->from && day < mv->out->until)
		*SEN_PUSH(mv->store->arena, days->items, days->count, days->cap) = day;
}

static void add_spans(struct mv *mv, struct days *days, const struct mv_spans *spans)
{
	for (size_t i = 0; i < spans->count; i++) {
		add_day(mv, days, spans->items[i].from);
		add_day(mv, days, spans->items[i].until);
	}
}

static int by_day(const void *a, const void *b)
{
	const sen_date *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

static void gather_days(struct mv *mv, struct days *days)
{
	const struct mv_child *child = &mv->child;

	days->count = 0;
	add_spans(mv, days, &child->levels);
	add_spans(mv, days, &child->needs);
	add_spans(mv, days, &child->years);
	add_spans(mv, days, &child->eal);
	add_spans(mv, days, &child->premium);
	add_day(mv, days, child->admitted);
	add_day(mv, days, child->left == SEN_NO_DATE ? SEN_NO_DATE : child->left + 1);
	add_day(mv, days, child->died);
	if (days->count)
		qsort(days->items, days->count, sizeof(*days->items), by_day);
}

static void count_child(struct mv *mv, struct days *days)
{
	const struct mv_child *child = &mv->child;
	bool needs_counted = false;

	if (mv_standing(child, mv->out->from - 1))
		mv_count(mv, SEN_MV_START, mv->out->from - 1, 1);
	if (mv_standing(child, mv->out->until - 1))
		mv_count(mv, SEN_MV_END, mv->out->until - 1, 1);
	gather_days(mv, days);
	for (size_t i = 0; i < days->count; i++) {
		sen_date day = days->items[i];
		const struct mv_span *before, *now;

		if (i && day == days->items[i - 1])
			continue;
		before = mv_standing(child, day - 1);
		now = mv_standing(child, day);
		if (!before && now)
			on(mv, day, now);
		else if (before && !now)
			off(mv, day, before);
		else if (before)
			stayed(mv, day, before, now, &needs_counted);
	}
	mv_stays(mv);
	mv_spreads(mv);
}

/* ---- In order ---- */

/* Lines came by name; those of a day stay so. */
static void sort_lines(struct sen_arena *arena, struct sen_movement *out)
{
	struct sen_movement_line *sorted = SEN_NEW(arena, struct sen_movement_line, out->line_count + 1),
				 *lines = out->lines;

	for (size_t width = 1; width < out->line_count; width *= 2) {
		for (size_t at = 0; at < out->line_count; at += 2 * width) {
			size_t mid = at + width < out->line_count ? at + width : out->line_count;
			size_t end = mid + width < out->line_count ? mid + width : out->line_count;
			size_t l = at, r = mid;

			for (size_t k = at; k < end; k++)
				sorted[k] = l < mid && (r >= end || lines[l].on <= lines[r].on) ? lines[l++]
												: lines[r++];
		}
		memcpy(lines, sorted, out->line_count * sizeof(*lines));
	}
}

int sen_movement(struct sen_store *store, sen_date from, sen_date until, struct sen_movement *out,
		 struct sen_err *err)
{
	struct mv mv = {.store = store, .out = out};
	struct days days = {0};
	int rc;

	*out = (struct sen_movement){.from = from, .until = until};
	if (from >= until) {
		sen_fail(err, SEN_INVALID, "the period ends before it begins");
		sen_hint(err, "Give --from, and with --until the first day after the period.");
		return err->code;
	}
	if ((rc = mv_open(&mv, err)) < 0)
		return rc;
	mv_groups_begin(&mv);
	while ((rc = mv_next(&mv, err)) == 1)
		count_child(&mv, &days);
	db_finalize(mv.children);
	if (rc < 0)
		return rc;
	mv_finish(&mv);
	mv_groups_sort(out);
	sort_lines(store->arena, out);
	return 0;
}

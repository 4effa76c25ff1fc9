/* An adult's day on one line: minutes given to several sessions at once count
 * once, and pence are rounded along the line (sen/cost.h, 2).  Pure. */
#include "rules/cost.h"

#include <string.h>

/* How many minutes of a role have gone by on the line of this day. */
struct spent {
	const char *role;
	int64_t minutes, rate;
};
struct line {
	struct sen_arena *arena;
	const struct sen_cost_facts *facts;
	struct cost_give **gives; /* of one adult and day: timed ones by their start, then the others */
	size_t count;
	struct spent *spent;
	size_t spent_count, spent_cap;
	struct cost_give **now; /* those of the stretch in hand */
};

static bool timed(const struct cost_give *give)
{
	return give->at >= 0;
}

static int by_place(const struct cost_give *a, const struct cost_give *b)
{
	if (a->provision != b->provision)
		return a->provision < b->provision ? -1 : 1;
	return (a->session > b->session) - (a->session < b->session);
}

static int by_day(const void *left, const void *right)
{
	const struct cost_give *a = *(struct cost_give *const *)left, *b = *(struct cost_give *const *)right;

	if (a->who != b->who)
		return a->who < b->who ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (timed(a) != timed(b))
		return timed(a) ? -1 : 1;
	return by_place(a, b);
}

static bool same_role(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static struct spent *spent_of(struct line *line, const char *role)
{
	struct spent *made;

	for (size_t i = 0; i < line->spent_count; i++)
		if (same_role(line->spent[i].role, role))
			return &line->spent[i];
	made = SEN_PUSH(line->arena, line->spent, line->spent_count, line->spent_cap);
	*made = (struct spent){role, 0, sen_cost_rate_on(line->facts, role, line->gives[0]->day)};
	return made;
}

static int64_t priced_to(int64_t minutes, int64_t rate)
{
	return (minutes * rate + 30) / 60;
}

/* A stretch of so many minutes, given to line->now at once. */
static void stretch(struct line *line, size_t count, int64_t minutes)
{
	struct spent *spent = spent_of(line, line->now[0]->role);
	int64_t n = (int64_t)count, pence = 0, unpriced = minutes;

	if (spent->rate != SEN_NO_INT) {
		pence = priced_to(spent->minutes + minutes, spent->rate) -
			priced_to(spent->minutes, spent->rate);
		unpriced = 0;
	}
	spent->minutes += minutes;
	for (size_t i = 0; i < count; i++) {
		bool first = i == 0;

		line->now[i]->shared += minutes / n + (first ? minutes % n : 0);
		line->now[i]->pence += pence / n + (first ? pence % n : 0);
		line->now[i]->unpriced += unpriced / n + (first ? unpriced % n : 0);
	}
}

/* The next minute after `from` where a session of the day begins or ends. */
static int64_t next_edge(const struct line *line, size_t count, int64_t from)
{
	int64_t next = INT64_MAX;

	for (size_t i = 0; i < count; i++) {
		int64_t start = line->gives[i]->at, end = start + line->gives[i]->minutes;

		if (start > from && start < next)
			next = start;
		if (end > from && end < next)
			next = end;
	}
	return next;
}

static void run_line(struct line *line)
{
	size_t clock = 0;

	line->spent_count = 0;
	while (clock < line->count && timed(line->gives[clock]))
		clock++;
	for (int64_t from = next_edge(line, clock, -1), to; from != INT64_MAX; from = to) {
		size_t at_once = 0;

		to = next_edge(line, clock, from);
		for (size_t i = 0; i < clock; i++)
			if (line->gives[i]->at <= from && from < line->gives[i]->at + line->gives[i]->minutes)
				line->now[at_once++] = line->gives[i];
		if (at_once)
			stretch(line, at_once, to - from);
	}
	for (size_t i = clock; i < line->count; i++) {
		line->now[0] = line->gives[i];
		stretch(line, 1, line->gives[i]->minutes);
	}
}

void cost_days(struct sen_arena *arena, const struct sen_cost_facts *facts, struct cost_give *gives,
	       size_t count)
{
	struct cost_give **order = SEN_NEW(arena, struct cost_give *, count + 1);
	struct line line = {
		.arena = arena, .facts = facts, .now = SEN_NEW(arena, struct cost_give *, count + 1)};

	for (size_t i = 0; i < count; i++)
		order[i] = &gives[i];
	qsort(order, count, sizeof(*order), by_day);
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1;
		     to < count && order[to]->who == order[from]->who && order[to]->day == order[from]->day;
		     to++)
			;
		line.gives = order + from;
		line.count = to - from;
		run_line(&line);
	}
}

int64_t sen_cost_of_year(int64_t pence_a_year, sen_date start, sen_date from, sen_date until)
{
	int64_t sum = 0;

	for (int i = 0; i < 200; i++) {
		sen_date year = sen_date_add_years(start, i), next = sen_date_add_years(start, i + 1);
		sen_date a = from > year ? from : year, b = until < next ? until : next;
		int64_t days = next - year;

		if (year >= until)
			break;
		if (a < b)
			sum += (2 * pence_a_year * (b - a) + days) / (2 * days);
	}
	return sum;
}

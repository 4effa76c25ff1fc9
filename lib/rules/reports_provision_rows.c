/* report provision: the rows of its tables. */
#include "rules/reports_provision.h"

#include <sen/concern.h>

#include <string.h>

#define QUIET SEN_COL_QUIET

struct making {
	struct sen_arena *arena;
	const struct sen_provision_map *map;
	bool costs;
	struct sen_cell *at; /* the next cell of the row in hand */
};

static void put(struct making *m, const char *text)
{
	sen_cell_text(m->at++, text);
}

static void put_int(struct making *m, int64_t number)
{
	sen_cell_int(m->at++, number);
}

static void put_day(struct making *m, sen_date day)
{
	sen_cell_date(m->arena, m->at++, day);
}

/* Money: unknown without --costs. */
static void put_pence(struct making *m, int64_t pence)
{
	put_int(m, m->costs ? pence : SEN_NO_INT);
}

static void put_sum(struct making *m, const struct sen_map_sum *sum)
{
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		put_int(m, sum->sessions[kind]);
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		put_int(m, sum->minutes[kind]);
	/* Nothing of it could be priced: not nought, but unknown. */
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		put_pence(m, sum->pence[kind] == 0 && sum->unpriced[kind] ? SEN_NO_INT : sum->pence[kind]);
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		put_pence(m, sum->unpriced[kind]);
}

/* Columns that money may hide: a copy, since the shape of the answer stays. */
static const struct sen_column *shown(const struct making *m, const struct sen_column *columns, size_t count)
{
	struct sen_column *own = SEN_NEW(m->arena, struct sen_column, count);

	memcpy(own, columns, count * sizeof(*own));
	for (size_t i = 0; i < count; i++) {
		if (own[i].kind == SEN_C_PENCE && !m->costs)
			own[i].flags |= QUIET;
		if (m->costs && m->map->sum.unpriced[SEN_COST_PLANNED] &&
		    strcmp(own[i].name, "unpriced_minutes") == 0)
			own[i].flags &= ~(unsigned)QUIET;
	}
	return own;
}

static struct sen_table *open_part(const struct making *m, int part)
{
	const struct sen_query *what = &map_parts[part];

	return sen_table_new(m->arena, what->name, what->title, 1, shown(m, what->columns, what->count),
			     what->count);
}

const char *sen_provision_dose(struct sen_arena *arena, const struct sen_map_provision *g)
{
	struct sen_buf text = {.arena = arena};

	if (g->length != SEN_NO_INT)
		sen_buf_addf(&text, "%lld min", (long long)g->length);
	if (g->times != SEN_NO_INT)
		sen_buf_addf(&text, "%s%lld a week", text.len ? " × " : "", (long long)g->times);
	if (g->weeks != SEN_NO_INT)
		sen_buf_addf(&text, "%s%lld weeks", text.len ? " × " : "", (long long)g->weeks);
	return text.text;
}

static void map_row(struct making *m, const struct sen_map_provision *g)
{
	put_int(m, g->id);
	put(m, g->area);
	put(m, g->area ? sen_code_label(sen_area_codes, g->area) : NULL);
	put(m, g->wave);
	put_int(m, g->intervention_id);
	put(m, g->name);
	put(m, g->kind);
	put_int(m, (int64_t)g->child_count);
	put(m, g->children);
	put(m, g->adults);
	put(m, sen_provision_dose(m->arena, g));
	put_int(m, g->length);
	put_int(m, g->times);
	put_int(m, g->weeks);
	put_day(m, g->from_on);
	put_day(m, g->until_on);
	put(m, g->funding);
	put_sum(m, &g->sum);
	put_int(m, g->cancelled);
}

static struct sen_table *map_part(struct making *m)
{
	struct sen_table *table = open_part(m, MAP_PROVISION);

	for (size_t i = 0; i < m->map->provision_count; i++) {
		m->at = sen_table_add(table);
		map_row(m, &m->map->provisions[i]);
	}
	return table;
}

static struct sen_table *children_part(struct making *m)
{
	struct sen_table *table = open_part(m, MAP_CHILDREN);

	for (size_t i = 0; i < m->map->child_count; i++) {
		const struct sen_map_child *child = &m->map->children[i];

		m->at = sen_table_add(table);
		put_int(m, child->id);
		put(m, child->upn);
		put(m, child->name);
		put(m, child->year);
		put(m, child->class_name);
		put(m, child->level);
		put(m, child->census);
		put(m, child->need);
		put_int(m, (int64_t)child->provisions);
		put_sum(m, &child->sum);
		put_pence(m, child->notional);
		put_pence(m, child->topup);
		put_pence(m, sen_child_left(child));
	}
	return table;
}

int64_t sen_child_left(const struct sen_map_child *child)
{
	if (child->sum.unpriced[SEN_COST_PLANNED])
		return SEN_NO_INT;
	return child->notional + child->topup - child->sum.pence[SEN_COST_PLANNED];
}

static struct sen_table *shares_part(struct making *m)
{
	struct sen_table *table = open_part(m, MAP_SHARES);

	for (size_t i = 0; i < m->map->share_count; i++) {
		const struct sen_map_share *one = &m->map->shares[i];

		m->at = sen_table_add(table);
		put_int(m, m->map->provisions[one->provision].id);
		put(m, m->map->provisions[one->provision].name);
		put_int(m, m->map->children[one->child].id);
		put(m, m->map->children[one->child].name);
		put_day(m, one->from_on);
		put_day(m, one->until_on);
		put_sum(m, &one->sum);
	}
	return table;
}

static struct sen_table *keys_part(struct making *m, int part, enum sen_map_by by)
{
	struct sen_table *table = open_part(m, part);
	const struct sen_map_keys *keys = &m->map->by[by];

	for (size_t i = 0; i < keys->count; i++) {
		const struct sen_map_key *key = &keys->items[i];

		m->at = sen_table_add(table);
		put(m, key->label);
		if (part != MAP_ADULTS)
			put_int(m, (int64_t)key->children);
		put_sum(m, &key->sum);
		if (part != MAP_FUNDING)
			continue;
		put_pence(m, key->available);
		put_pence(m, key->available == SEN_NO_INT
				     ? SEN_NO_INT
				     : key->available - key->sum.pence[SEN_COST_PLANNED]);
	}
	return table;
}

static struct sen_table *listed_part(struct making *m, int part, const struct sen_map_need *listed,
				     size_t count)
{
	struct sen_table *table = open_part(m, part);

	for (size_t i = 0; i < count; i++) {
		m->at = sen_table_add(table);
		put_int(m, listed[i].pupil_id);
		put(m, listed[i].name);
		put(m, listed[i].class_name);
		put(m, listed[i].level);
		put(m, listed[i].need);
		put(m, listed[i].area ? sen_code_label(sen_area_codes, listed[i].area) : NULL);
		put_int(m, listed[i].plan);
	}
	return table;
}

bool sen_not_evaluated(const struct sen_provision_map *map, const struct sen_map_provision *provision)
{
	(void)map;
	return provision->ended_on != SEN_NO_DATE && provision->evaluated_on == SEN_NO_DATE;
}

bool sen_not_logged(const struct sen_provision_map *map, const struct sen_map_provision *provision)
{
	return provision->running && provision->lately > 0 &&
	       (provision->last_on == SEN_NO_DATE || provision->last_on <= map->day - 14);
}

static struct sen_table *evaluation_part(struct making *m)
{
	struct sen_table *table = open_part(m, MAP_NOT_EVALUATED);

	for (size_t i = 0; i < m->map->provision_count; i++) {
		const struct sen_map_provision *g = &m->map->provisions[i];

		if (!sen_not_evaluated(m->map, g))
			continue;
		m->at = sen_table_add(table);
		put_int(m, g->id);
		put(m, g->name);
		put_int(m, (int64_t)g->child_count);
		put_day(m, g->ended_on);
		put(m, g->measure);
	}
	return table;
}

static struct sen_table *unpriced_part(struct making *m)
{
	struct sen_table *table = open_part(m, MAP_UNPRICED);

	for (size_t i = 0; m->costs && i < m->map->unpriced_count; i++) {
		const struct sen_map_unpriced *gap = &m->map->unpriced[i];

		m->at = sen_table_add(table);
		put(m, gap->why);
		put(m, gap->role);
		put_int(m, gap->provision_id);
		put_day(m, gap->first_on);
		for (int kind = 0; kind < SEN_COST_KINDS; kind++)
			put_int(m, gap->minutes[kind]);
		put(m, gap->fix);
	}
	return table;
}

static struct sen_table *not_logged_part(struct making *m)
{
	struct sen_table *table = open_part(m, MAP_NOT_LOGGED);

	for (size_t i = 0; i < m->map->provision_count; i++) {
		const struct sen_map_provision *g = &m->map->provisions[i];

		if (!sen_not_logged(m->map, g))
			continue;
		m->at = sen_table_add(table);
		put_int(m, g->id);
		put(m, g->name);
		put(m, g->adults);
		put_int(m, g->lately);
		put_day(m, g->last_on);
	}
	return table;
}

static void head_row(struct making *m)
{
	const struct sen_provision_map *map = m->map;

	put_day(m, map->from);
	put_day(m, map->until - 1);
	put_day(m, map->until);
	put_day(m, map->day);
	put_int(m, (int64_t)map->child_count);
	put_int(m, (int64_t)map->provision_count);
	put_sum(m, &map->sum);
	put_int(m, map->cancelled);
	put_pence(m, map->notional_a_year);
	put_int(m, map->notional_assumed);
	put_pence(m, map->notional);
	put_pence(m, map->topup);
	put_pence(m, map->budget);
}

/* Sums by words come with --by, --table and JSON: a page would be lost in them. */
static void add_sums(struct making *m, struct sen_table *table)
{
	sen_table_add_part(table, shares_part(m));
	sen_table_add_part(table, keys_part(m, MAP_NEEDS, SEN_MAP_NEED));
	sen_table_add_part(table, keys_part(m, MAP_CLASSES, SEN_MAP_CLASS));
	sen_table_add_part(table, keys_part(m, MAP_INTERVENTIONS, SEN_MAP_INTERVENTION));
	sen_table_add_part(table, keys_part(m, MAP_FUNDING, SEN_MAP_FUNDING));
	sen_table_add_part(table, keys_part(m, MAP_ADULTS, SEN_MAP_ADULT));
}

struct sen_table *sen_provision_table(struct sen_arena *arena, const struct sen_provision_map *map,
				      bool costs, bool brief)
{
	struct making m = {.arena = arena, .map = map, .costs = costs};
	const struct sen_query *query = &sen_report_provision;
	struct sen_table *table = sen_table_new(arena, query->name, query->title, query->version,
						shown(&m, query->columns, query->count), query->count);

	table->flags = query->flags;
	m.at = sen_table_add(table);
	head_row(&m);
	sen_table_add_part(table, map_part(&m));
	if (costs || !brief)
		sen_table_add_part(table, children_part(&m));
	if (!brief)
		add_sums(&m, table);
	sen_table_add_part(table, listed_part(&m, MAP_WITHOUT, map->without, map->without_count));
	sen_table_add_part(table, listed_part(&m, MAP_NEEDS_WITHOUT, map->needs, map->need_count));
	sen_table_add_part(table, evaluation_part(&m));
	sen_table_add_part(table, unpriced_part(&m));
	sen_table_add_part(table, not_logged_part(&m));
	return table;
}

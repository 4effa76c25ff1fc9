/* A provision map in the order of its page: areas and waves, classes and names. */
#include "rules/costed_sum.h"

#include <sen/concern.h>

#include <string.h>

static int text_order(const char *a, const char *b)
{
	return !a || !b ? (!a) - (!b) : strcmp(a, b);
}

static int area_place(const char *area)
{
	int place = 0;

	while (sen_area_codes[place].code && (!area || strcmp(sen_area_codes[place].code, area) != 0))
		place++;
	return place;
}

static int by_page(const void *left, const void *right)
{
	const struct sen_map_provision *a = left, *b = right;
	int rc = area_place(a->area) - area_place(b->area);

	if (rc == 0)
		rc = text_order(a->wave, b->wave);
	if (rc == 0)
		rc = text_order(a->name, b->name);
	return rc ? rc : (a->id > b->id) - (a->id < b->id);
}

static int by_class(const void *left, const void *right)
{
	const struct costed_child *a = *(const struct costed_child *const *)left,
				  *b = *(const struct costed_child *const *)right;
	int rc = text_order(a->shown.class_name, b->shown.class_name);

	if (rc == 0)
		rc = text_order(a->sort, b->sort);
	return rc ? rc : (a->id > b->id) - (a->id < b->id);
}

static int by_key(const void *left, const void *right)
{
	const struct sen_map_key *a = left, *b = right;

	return text_order(a->label, b->label);
}

static int by_share(const void *left, const void *right)
{
	const struct sen_map_share *a = left, *b = right;

	if (a->provision != b->provision)
		return a->provision < b->provision ? -1 : 1;
	return (a->child > b->child) - (a->child < b->child);
}

static bool in_map(const struct summing *s, size_t provision)
{
	return s->c->map->whole || s->provisions[provision].child_count > 0;
}

/* Children and provisions in the order of the page; shares point at them. */
void costed_lay_out(struct summing *s)
{
	struct costed *c = s->c;
	struct sen_provision_map *map = c->map;
	struct costed_child **order = SEN_NEW(c->arena, struct costed_child *, c->child_count + 1);
	size_t *child_at = SEN_NEW(c->arena, size_t, c->child_count + 1);
	size_t *provision_at = SEN_NEW(c->arena, size_t, c->raw_count + 1), count = 0;
	int64_t *ids = SEN_NEW(c->arena, int64_t, c->raw_count + 1);

	for (size_t i = 0; i < c->child_count; i++)
		if (c->children[i].chosen && c->children[i].shown.provisions)
			order[count++] = &c->children[i];
	qsort(order, count, sizeof(struct costed_child *), by_class);
	map->children = SEN_NEW(c->arena, struct sen_map_child, count + 1);
	map->child_count = count;
	for (size_t i = 0; i < count; i++) {
		map->children[i] = order[i]->shown;
		child_at[order[i] - c->children] = i;
		map->topup += order[i]->shown.topup;
	}
	for (size_t i = 0; i < c->raw_count; i++) {
		ids[i] = s->provisions[i].id;
		map->cancelled += in_map(s, i) ? s->provisions[i].cancelled : 0;
	}
	map->provisions = SEN_NEW(c->arena, struct sen_map_provision, c->raw_count + 1);
	for (size_t i = 0; i < c->raw_count; i++)
		if (in_map(s, i))
			map->provisions[map->provision_count++] = s->provisions[i];
	qsort(map->provisions, map->provision_count, sizeof(*map->provisions), by_page);
	for (size_t i = 0; i < map->provision_count; i++)
		for (size_t k = 0; k < c->raw_count; k++)
			if (ids[k] == map->provisions[i].id)
				provision_at[k] = i;
	map->shares = s->shares;
	map->share_count = s->share_count;
	for (size_t i = 0; i < s->share_count; i++) {
		s->shares[i].child = child_at[s->shares[i].child];
		s->shares[i].provision = provision_at[s->shares[i].provision];
	}
	if (s->share_count)
		qsort(s->shares, s->share_count, sizeof(*s->shares), by_share);
	for (int by = 0; by < SEN_MAP_BY; by++)
		if (map->by[by].count)
			qsort(map->by[by].items, map->by[by].count, sizeof(*map->by[by].items), by_key);
}

void costed_describe(struct summing *s, size_t i)
{
	struct costed *c = s->c;
	const struct costed_raw *raw = &c->raw[i];
	const struct sen_provision *row = &raw->row;

	s->provisions[i] = (struct sen_map_provision){.id = row->head.id,
						      .intervention_id = row->intervention_id,
						      .name = row->name,
						      .intervention = raw->intervention,
						      .wave = row->wave,
						      .area = row->area,
						      .kind = row->kind,
						      .funding = row->funding,
						      .measure = row->measure,
						      .length = row->minutes,
						      .times = row->times,
						      .weeks = row->weeks,
						      .from_on = row->from_on,
						      .until_on = row->until_on,
						      .evaluated_on = row->evaluated_on,
						      .adults = raw->adults,
						      .cancelled = raw->cancelled,
						      .last_on = raw->last_on,
						      .lately = raw->lately};
	s->provisions[i].running = raw->running;
	s->provisions[i].ended_on = SEN_NO_DATE;
	if (!raw->running && row->from_on <= c->map->day)
		s->provisions[i].ended_on = row->until_on != SEN_NO_DATE && row->until_on <= c->map->day
						    ? row->until_on
						    : raw->planned_last + 1;
}

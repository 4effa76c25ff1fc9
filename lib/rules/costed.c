/* The costed provision map: sessions priced (cost.c) and summed by provision, child,
 * need, class, intervention, source of money and adult. */
#include "rules/costed_sum.h"

#include <sen/text.h>

#include <string.h>

void sen_school_year(sen_date day, sen_date *from, sen_date *until)
{
	int year = sen_academic_year(day);

	*from = sen_date_make(year, 9, 1);
	*until = sen_date_make(year + 1, 9, 1);
}

/* ---- Who is in what ---- */

/* Every chosen child who is in it in the period has a share, of nought perhaps. */
static void members_of(struct summing *s, size_t provision)
{
	const struct sen_cost_provision *from = &s->c->facts.provisions[provision];
	const struct sen_provision_map *map = s->c->map;

	for (size_t i = 0; i < from->member_count; i++) {
		const struct sen_cost_member *member = &from->members[i];
		struct costed_child *child = costed_child(s->c, member->pupil_id);
		struct sen_map_share *one;

		if (!child || !child->chosen || member->from >= map->until ||
		    (member->until != SEN_NO_DATE && member->until <= map->from))
			continue;
		one = costed_share(s, provision, (size_t)(child - s->c->children));
		one->from_on = one->from_on == SEN_NO_DATE ? member->from : one->from_on;
		one->until_on = member->until;
		costed_file(s, one, child, map->day);
	}
}

static const char *named(const struct costed *c, const struct costed_child *child)
{
	if (c->scope->names == SEN_NAMES_FULL)
		return child->shown.name;
	if (c->scope->names == SEN_NAMES_INITIALS)
		return sen_initials(c->arena, child->shown.name);
	return sen_format(c->arena, "P%lld", (long long)child->id);
}

static void count_children(struct summing *s)
{
	struct costed *c = s->c;

	for (size_t i = 0; i < c->raw_count; i++) {
		struct sen_buf names = {.arena = c->arena};

		for (size_t k = 0; k < c->child_count; k++) {
			if (!s->share_of[i * c->child_count + k])
				continue;
			s->provisions[i].child_count++;
			c->children[k].shown.provisions++;
			sen_buf_addf(&names, "%s%s", names.len ? ", " : "", named(c, &c->children[k]));
		}
		s->provisions[i].children = names.text;
	}
}

/* ---- The sums that stand against it ---- */

/* A devolved sum is shown though nothing was spent of it. */
static void devolved_key(struct summing *s, const char *name)
{
	struct sen_map_keys *keys = &s->by[SEN_MAP_FUNDING];

	for (size_t i = 0; i < keys->count; i++)
		if (keys->items[i].key && strcmp(sen_text_fold(s->c->arena, keys->items[i].key), name) == 0)
			return;
	costed_key(s, SEN_MAP_FUNDING, costed_word_of(s->c, name));
}

static void money(struct summing *s)
{
	struct costed *c = s->c;
	struct sen_provision_map *map = c->map;
	struct sen_map_keys *funding = &map->by[SEN_MAP_FUNDING];
	int64_t each = costed_sum_for(c, "notional", NULL, SEN_NOTIONAL_ASSUMED);

	map->notional_a_year = costed_sum_on(c, "notional", NULL, map->until - 1);
	map->notional_assumed = map->notional_a_year == SEN_NO_INT;
	if (map->notional_assumed)
		map->notional_a_year = SEN_NOTIONAL_ASSUMED;
	for (size_t i = 0; i < c->child_count; i++)
		c->children[i].shown.notional = each;
	for (size_t i = 0; map->whole && i < c->sum_count; i++)
		if (strncmp(c->sums[i].role, "devolved ", 9) == 0)
			devolved_key(s, c->sums[i].role + 9);
	if (map->whole && costed_sum_for(c, "budget", NULL, SEN_NO_INT) != SEN_NO_INT)
		costed_key(s, SEN_MAP_FUNDING, costed_word_of(c, "notional"));
	map->budget = map->whole ? costed_sum_for(c, "budget", NULL, SEN_NO_INT) : SEN_NO_INT;
	for (size_t i = 0; map->whole && i < funding->count; i++) {
		struct sen_map_key *key = &funding->items[i];
		int64_t devolved =
			key->key ? costed_sum_for(c, "devolved", key->key, SEN_NO_INT) : SEN_NO_INT;

		key->available += devolved == SEN_NO_INT ? 0 : devolved;
		if (key->key && strcmp(key->key, "notional") == 0 && map->budget != SEN_NO_INT)
			key->available += map->budget;
	}
	for (size_t i = 0; i < funding->count; i++)
		if (funding->items[i].available == 0)
			funding->items[i].available = SEN_NO_INT;
}

static int start(struct costed *c, struct sen_err *err)
{
	struct sen_provision_map *map = SEN_NEW(c->arena, struct sen_provision_map, 1);

	c->map = map;
	map->from = c->scope->from;
	map->until = c->scope->until;
	map->whole = c->scope->pupils == NULL;
	map->day = sen_store_day(c->store);
	map->day = map->day < map->until ? map->day : map->until - 1;
	c->facts = (struct sen_cost_facts){
		.from = map->from, .until = map->until, .today = sen_store_day(c->store)};
	return sen_store_calendar(c->store, &c->calendar, err);
}

static int sum_up(struct costed *c)
{
	struct summing s = {.c = c, .by = c->map->by};

	s.provisions = SEN_NEW(c->arena, struct sen_map_provision, c->raw_count + 1);
	s.share_of = SEN_NEW(c->arena, size_t, c->raw_count * c->child_count + 1);
	for (size_t i = 0; i < c->raw_count; i++) {
		costed_describe(&s, i);
		members_of(&s, i);
	}
	sen_cost_price(c->arena, &c->facts, SEN_COST_PLANNED, costed_add, &s);
	sen_cost_price(c->arena, &c->facts, SEN_COST_DELIVERED, costed_add, &s);
	count_children(&s);
	money(&s);
	costed_lay_out(&s);
	for (size_t i = 0; i < c->map->child_count; i++)
		c->map->notional += c->map->children[i].notional;
	return 0;
}

int sen_provision_map(struct sen_store *store, const struct sen_map_scope *scope,
		      struct sen_provision_map **out, struct sen_err *err)
{
	struct costed *c = SEN_NEW(sen_store_arena(store), struct costed, 1);
	int rc;

	if (store->school_id == 0) {
		sen_fail(err, SEN_USAGE, "these children are of several schools");
		sen_hint(err, "Adults and rates are a school's own: name one with --school.");
		return err->code;
	}
	c->store = store;
	c->arena = sen_store_arena(store);
	c->scope = scope;
	if ((rc = start(c, err)) < 0 || (rc = costed_rates(c, err)) < 0 || (rc = costed_read(c, err)) < 0 ||
	    (rc = costed_covers(c, err)) < 0 || (rc = costed_children(c, err)) < 0 || (rc = sum_up(c)) < 0 ||
	    (rc = costed_gaps(c, err)) < 0)
		return rc;
	*out = c->map;
	return 0;
}

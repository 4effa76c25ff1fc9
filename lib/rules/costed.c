/* The costed provision map: sessions priced (cost.c) and summed by provision, child,
 * need, class, intervention, source of money and adult. */
#include "rules/costed.h"

#include <sen/concern.h>
#include <sen/text.h>

#include <string.h>

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

void sen_school_year(sen_date day, sen_date *from, sen_date *until)
{
	int year = sen_academic_year(day);

	*from = sen_date_make(year, 9, 1);
	*until = sen_date_make(year + 1, 9, 1);
}

/* ---- Adding up ---- */

static void add(const struct summing *s, struct sen_map_sum *sum, const struct sen_cost_part *part,
		int64_t sessions)
{
	for (int kind = 0; kind < SEN_COST_KINDS; kind++) {
		if (!(s->kinds & 1 << kind))
			continue;
		sum->sessions[kind] += sessions;
		sum->minutes[kind] += part->minutes;
		sum->pence[kind] += part->pence;
		sum->unpriced[kind] += part->unpriced;
	}
}

/* Words are compared by address: each is there once (costed_word_of). */
static struct sen_map_key *key_of(struct summing *s, enum sen_map_by by, const char *key)
{
	struct sen_map_keys *keys = &s->by[by];
	struct sen_map_key *made;

	for (size_t i = 0; i < keys->count; i++)
		if (keys->items[i].key == key)
			return &keys->items[i];
	made = SEN_PUSH(s->c->arena, keys->items, keys->count, keys->cap);
	*made = (struct sen_map_key){.key = key,
				     .label = key,
				     .id = SEN_NO_INT,
				     .available = by == SEN_MAP_FUNDING ? 0 : SEN_NO_INT};
	return made;
}

static struct sen_map_share *share_of(struct summing *s, size_t provision, size_t child)
{
	size_t *at = &s->share_of[provision * s->c->child_count + child];

	if (*at == 0) {
		*SEN_PUSH(s->c->arena, s->shares, s->share_count, s->share_cap) =
			(struct sen_map_share){.provision = provision,
					       .child = child,
					       .from_on = SEN_NO_DATE,
					       .until_on = SEN_NO_DATE};
		*at = s->share_count;
		*SEN_PUSH(s->c->arena, s->filed, s->filed_count, s->filed_cap) = (struct filed){.set = false};
	}
	return &s->shares[*at - 1];
}

static size_t mark(struct summing *s, enum sen_map_by by, const char *word, const struct costed_child *child)
{
	struct sen_map_key *key = key_of(s, by, word);
	size_t at = (size_t)(key - s->by[by].items), n = (size_t)(child - s->c->children);
	struct seen *seen = &s->seen[by];

	while (seen->count <= at)
		*SEN_PUSH(s->c->arena, seen->marks, seen->count, seen->cap) = NULL;
	if (!seen->marks[at])
		seen->marks[at] = SEN_NEW(s->c->arena, unsigned char, s->c->child_count);
	key->children += !seen->marks[at][n];
	seen->marks[at][n] = 1;
	return at;
}

/* The words a child's part of a provision is counted under on a day. */
static void words_on(const struct summing *s, size_t provision, const struct costed_child *child,
		     sen_date day, const char *out[SEN_MAP_ADULT])
{
	const struct costed_raw *raw = &s->c->raw[provision];

	out[SEN_MAP_NEED] = costed_word(child->needs, child->need_count, day);
	out[SEN_MAP_CLASS] = costed_word(child->classes, child->class_count, day);
	out[SEN_MAP_FUNDING] = raw->row.funding;
	out[SEN_MAP_INTERVENTION] = raw->intervention;
}

/* The child counts for each of the words of the day; their keys. */
static const struct filed *file_under(struct summing *s, const struct sen_map_share *share,
				      const struct costed_child *child, sen_date day)
{
	struct filed *filed = &s->filed[share - s->shares];
	const char *words[SEN_MAP_ADULT];

	words_on(s, share->provision, child, day, words);
	for (int by = 0; by < SEN_MAP_ADULT; by++) {
		if (filed->set && filed->words[by] == words[by])
			continue;
		filed->key[by] = mark(s, (enum sen_map_by)by, words[by], child);
		filed->words[by] = words[by];
	}
	filed->set = true;
	return filed;
}

static void add_child(struct summing *s, const struct sen_cost_priced *priced,
		      const struct sen_cost_part *part, struct costed_child *child)
{
	struct sen_map_share *share = share_of(s, priced->provision, (size_t)(child - s->c->children));
	const struct filed *filed = file_under(s, share, child, priced->day);
	int64_t one = priced->session ? 1 : 0;

	add(s, &share->sum, part, one);
	add(s, &child->shown.sum, part, one);
	for (int by = 0; by < SEN_MAP_ADULT; by++)
		add(s, &s->by[by].items[filed->key[by]].sum, part, one);
}

/* A session with no child to share it costs the school all the same. */
static void add_empty(struct summing *s, const struct sen_cost_priced *priced,
		      const struct sen_cost_part *whole)
{
	const struct costed_raw *raw = &s->c->raw[priced->provision];

	add(s, &key_of(s, SEN_MAP_NEED, NULL)->sum, whole, 0);
	add(s, &key_of(s, SEN_MAP_CLASS, NULL)->sum, whole, 0);
	add(s, &key_of(s, SEN_MAP_FUNDING, raw->row.funding)->sum, whole, 0);
	add(s, &key_of(s, SEN_MAP_INTERVENTION, raw->intervention)->sum, whole, 0);
}

static int64_t share(int64_t whole, int64_t part, int64_t of)
{
	return of ? whole * part / of : 0;
}

/* What the chosen children's part is made of: cut along the adults, so that it adds up. */
static void add_adults(struct summing *s, const struct sen_cost_priced *priced, int64_t pence,
		       int64_t unpriced)
{
	int64_t pence_before = 0, unpriced_before = 0;

	for (size_t i = 0; i < priced->adult_count; i++) {
		const struct sen_cost_part *adult = &priced->adults[i];
		struct sen_cost_part part = {.minutes = adult->minutes};
		struct sen_map_key *key = key_of(
			s, SEN_MAP_ADULT, adult->id == SEN_NO_INT ? NULL : s->c->whos[adult->id - 1].key);

		part.pence = share(pence, pence_before + adult->pence, priced->pence) -
			     share(pence, pence_before, priced->pence);
		part.unpriced = share(unpriced, unpriced_before + adult->unpriced, priced->unpriced) -
				share(unpriced, unpriced_before, priced->unpriced);
		pence_before += adult->pence;
		unpriced_before += adult->unpriced;
		if (key->key)
			key->label = s->c->whos[adult->id - 1].name;
		if (part.unpriced)
			costed_unpriced(s->c, priced, adult, part.unpriced, s->kinds);
		add(s, &key->sum, &part, priced->session ? 1 : 0);
	}
}

static void add_priced(void *arg, const struct sen_cost_priced *priced)
{
	struct summing *s = arg;
	struct sen_cost_part whole = {.minutes = priced->session ? priced->session->minutes : 0};
	bool any = false;

	s->kinds = 1 << priced->kind;
	if (priced->kind == SEN_COST_PLANNED && priced->day <= s->c->facts.today)
		s->kinds |= 1 << SEN_COST_DUE;
	for (size_t i = 0; i < priced->child_count; i++) {
		struct costed_child *child = costed_child(s->c, priced->children[i].id);

		if (!child || !child->chosen)
			continue;
		any = true;
		whole.pence += priced->children[i].pence;
		whole.unpriced += priced->children[i].unpriced;
		add_child(s, priced, &priced->children[i], child);
	}
	if (priced->child_count == 0 && s->c->map->whole) {
		any = true;
		whole.pence = priced->pence;
		whole.unpriced = priced->unpriced;
		add_empty(s, priced, &whole);
	}
	if (!any)
		return;
	add(s, &s->provisions[priced->provision].sum, &whole, priced->session ? 1 : 0);
	add(s, &s->c->map->sum, &whole, priced->session ? 1 : 0);
	add_adults(s, priced, whole.pence, whole.unpriced);
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
		one = share_of(s, provision, (size_t)(child - s->c->children));
		one->from_on = one->from_on == SEN_NO_DATE ? member->from : one->from_on;
		one->until_on = member->until;
		file_under(s, one, child, map->day);
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

/* ---- In the order of the page ---- */

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

static bool in_map(const struct summing *s, size_t provision)
{
	return s->c->map->whole || s->provisions[provision].child_count > 0;
}

/* Children and provisions in the order of the page; shares point at them. */
static void lay_out(struct summing *s)
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
}

static int by_share(const void *left, const void *right)
{
	const struct sen_map_share *a = left, *b = right;

	if (a->provision != b->provision)
		return a->provision < b->provision ? -1 : 1;
	return (a->child > b->child) - (a->child < b->child);
}

static void describe(struct summing *s, size_t i)
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

/* ---- The sums that stand against it ---- */

/* A devolved sum is shown though nothing was spent of it. */
static void devolved_key(struct summing *s, const char *name)
{
	struct sen_map_keys *keys = &s->by[SEN_MAP_FUNDING];

	for (size_t i = 0; i < keys->count; i++)
		if (keys->items[i].key && strcmp(sen_text_fold(s->c->arena, keys->items[i].key), name) == 0)
			return;
	key_of(s, SEN_MAP_FUNDING, costed_word_of(s->c, name));
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
		key_of(s, SEN_MAP_FUNDING, costed_word_of(c, "notional"));
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
		describe(&s, i);
		members_of(&s, i);
	}
	sen_cost_price(c->arena, &c->facts, SEN_COST_PLANNED, add_priced, &s);
	sen_cost_price(c->arena, &c->facts, SEN_COST_DELIVERED, add_priced, &s);
	count_children(&s);
	money(&s);
	lay_out(&s);
	if (s.share_count)
		qsort(c->map->shares, s.share_count, sizeof(*c->map->shares), by_share);
	for (int by = 0; by < SEN_MAP_BY; by++)
		if (c->map->by[by].count)
			qsort(c->map->by[by].items, c->map->by[by].count, sizeof(*c->map->by[by].items),
			      by_key);
	for (size_t i = 0; i < c->map->child_count; i++)
		c->map->notional += c->map->children[i].notional;
	return 0;
}

int sen_provision_map(struct sen_store *store, const struct sen_map_scope *scope,
		      struct sen_provision_map **out, struct sen_err *err)
{
	struct costed *c = SEN_NEW(sen_store_arena(store), struct costed, 1);
	int rc;

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

/* One priced session after another, added up by provision, child, need, class,
 * intervention, source of money and adult. */
#include "rules/costed_sum.h"

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
struct sen_map_key *costed_key(struct summing *s, enum sen_map_by by, const char *key)
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

struct sen_map_share *costed_share(struct summing *s, size_t provision, size_t child)
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
	struct sen_map_key *key = costed_key(s, by, word);
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
const struct filed *costed_file(struct summing *s, const struct sen_map_share *share,
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

static bool was_there(const struct sen_cost_session *session, int64_t pupil)
{
	for (size_t i = 0; i < session->absent_count; i++)
		if (session->absent[i] == pupil)
			return false;
	return true;
}

static void add_child(struct summing *s, const struct sen_cost_priced *priced,
		      const struct sen_cost_part *part, struct costed_child *child)
{
	struct sen_map_share *share = costed_share(s, priced->provision, (size_t)(child - s->c->children));
	const struct filed *filed = costed_file(s, share, child, priced->day);
	int64_t one = priced->session ? 1 : 0;

	if (priced->kind == SEN_COST_DELIVERED && priced->session && was_there(priced->session, part->id)) {
		share->there++;
		share->there_minutes += part->minutes;
	}
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

	add(s, &costed_key(s, SEN_MAP_NEED, NULL)->sum, whole, 0);
	add(s, &costed_key(s, SEN_MAP_CLASS, NULL)->sum, whole, 0);
	add(s, &costed_key(s, SEN_MAP_FUNDING, raw->row.funding)->sum, whole, 0);
	add(s, &costed_key(s, SEN_MAP_INTERVENTION, raw->intervention)->sum, whole, 0);
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
		struct sen_map_key *key = costed_key(
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

/* To date, as sen_delivery() counts: one planned for today once today's is logged. */
static bool is_due(const struct costed *c, const struct sen_cost_priced *priced)
{
	sen_date today = c->facts.today, last = c->raw[priced->provision].last_on;

	return priced->day < today || (priced->day == today && last != SEN_NO_DATE && last >= today);
}

void costed_add(void *arg, const struct sen_cost_priced *priced)
{
	struct summing *s = arg;
	struct sen_cost_part whole = {.minutes = priced->session ? priced->session->minutes : 0};
	bool any = false;

	s->kinds = 1 << priced->kind;
	if (priced->kind == SEN_COST_PLANNED && is_due(s->c, priced))
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

/* Impact: every child's time in an intervention, what was measured, how it was judged,
 * and what was delivered of it (sen/impact.h). */
#include "store/store.h"

#include <sen/impact.h>
#include <sen/policy.h>
#include <sen/text.h>

#include <string.h>

enum { FEW = 5 }; /* where the policy says no other number */

struct reading {
	struct sen_store *store;
	struct sen_arena *arena;
	const struct sen_provision_map *map;
	struct sen_impacts *out;
	size_t cap;
	size_t *caps; /* of each item's children */
	size_t caps_cap;
};

static const char measure_sql[] =
	"SELECT m.provision_id, m.pupil_id, m.entry, m.exit FROM provision g"
	" JOIN provision_pupil m ON m.provision_id = g.id WHERE g.school_id = :school AND g.from_on < :until"
	" AND g.voided_at IS NULL AND m.voided_at IS NULL AND (m.entry IS NOT NULL OR m.exit IS NOT NULL)"
	" ORDER BY m.from_on, m.id";
static const char result_sql[] =
	"SELECT r.provision_id, r.pupil_id, r.value, r.result FROM provision g"
	" JOIN provision_pupil m ON m.provision_id = g.id JOIN progress r ON r.pupil_id = m.pupil_id"
	" AND r.provision_id = g.id WHERE g.school_id = :school AND g.from_on < :until AND g.voided_at IS "
	"NULL"
	" AND m.voided_at IS NULL AND r.voided_at IS NULL AND r.marked_on >= :from AND r.marked_on < :until"
	" ORDER BY r.marked_on, r.id";

/* ---- Children by intervention ---- */

static struct sen_impact *impact_of(struct reading *r, const char *name)
{
	struct sen_impacts *out = r->out;

	for (size_t i = 0; i < out->count; i++)
		if (strcmp(out->items[i].name, name) == 0)
			return &out->items[i];
	*SEN_PUSH(r->arena, r->caps, out->count, r->caps_cap) = 0;
	out->count--;
	*SEN_PUSH(r->arena, out->items, out->count, r->cap) = (struct sen_impact){.name = name};
	return &out->items[out->count - 1];
}

static void add_share(struct reading *r, const struct sen_map_share *share, const char *only)
{
	const struct sen_map_provision *provision = &r->map->provisions[share->provision];
	const struct sen_map_child *child = &r->map->children[share->child];
	struct sen_impact *impact;

	if (only && strcmp(sen_text_fold(r->arena, provision->intervention), only) != 0)
		return;
	impact = impact_of(r, provision->intervention);
	*SEN_PUSH(r->arena, impact->children, impact->child_count, r->caps[impact - r->out->items]) =
		(struct sen_impact_child){.pupil_id = child->id,
					  .provision_id = provision->id,
					  .name = child->name,
					  .class_name = child->class_name,
					  .provision = provision->name,
					  .from_on = share->from_on,
					  .until_on = share->until_on,
					  .gain = SEN_NO_INT,
					  .result = SEN_NO_INT,
					  .sessions = share->there,
					  .minutes = share->there_minutes,
					  .pence = share->sum.pence[SEN_COST_DELIVERED],
					  .unpriced = share->sum.unpriced[SEN_COST_DELIVERED]};
}

static int by_ids(const void *left, const void *right)
{
	const struct sen_impact_child *a = *(struct sen_impact_child *const *)left,
				      *b = *(struct sen_impact_child *const *)right;

	if (a->provision_id != b->provision_id)
		return a->provision_id < b->provision_id ? -1 : 1;
	return (a->pupil_id > b->pupil_id) - (a->pupil_id < b->pupil_id);
}

/* All of them by provision and child, to be found. */
struct index {
	struct sen_impact_child **items;
	size_t count;
};

static struct index index_all(const struct reading *r)
{
	struct index index = {NULL, 0};
	size_t cap = 0;

	for (size_t i = 0; i < r->out->count; i++)
		for (size_t k = 0; k < r->out->items[i].child_count; k++)
			*SEN_PUSH(r->arena, index.items, index.count, cap) = &r->out->items[i].children[k];
	if (index.count)
		qsort(index.items, index.count, sizeof(struct sen_impact_child *), by_ids);
	return index;
}

static struct sen_impact_child *find(const struct index *index, int64_t provision, int64_t pupil)
{
	struct sen_impact_child key = {.provision_id = provision, .pupil_id = pupil}, *at = &key, **found;

	found = index->count ? bsearch(&at, index->items, index->count, sizeof(at), by_ids) : NULL;
	return found ? *found : NULL;
}

/* ---- What was measured and judged ---- */

static int open_sql(struct reading *r, const char *sql, struct db_stmt **out, struct sen_err *err)
{
	int rc = db_prepare(r->store->db, sql, out, err);

	if (rc < 0)
		return rc;
	db_bind_int(*out, ":school", r->store->school_id);
	db_bind_date(*out, ":until", r->out->until);
	if (db_has_param(*out, ":from"))
		db_bind_date(*out, ":from", r->out->from);
	return 0;
}

/* Of two periods in one provision: the first entry, the last exit. */
static int read_measures(struct reading *r, const struct index *index, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = open_sql(r, measure_sql, &stmt, err);

	while (rc == 0 && (rc = db_step(stmt, err)) == 1) {
		struct sen_impact_child *child = find(index, db_col_int(stmt, 0), db_col_int(stmt, 1));

		rc = 0;
		if (!child)
			continue;
		if (!child->entry)
			child->entry = sen_strdup(r->arena, db_col_text(stmt, 2, NULL));
		if (!db_col_null(stmt, 3))
			child->exit = sen_strdup(r->arena, db_col_text(stmt, 3, NULL));
	}
	return rc;
}

static int read_results(struct reading *r, const struct index *index, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = open_sql(r, result_sql, &stmt, err);

	while (rc == 0 && (rc = db_step(stmt, err)) == 1) {
		struct sen_impact_child *child = find(index, db_col_int(stmt, 0), db_col_int(stmt, 1));

		rc = 0;
		if (!child)
			continue;
		child->result_word = sen_strdup(r->arena, db_col_text(stmt, 3, NULL));
		if (!db_col_null(stmt, 2))
			child->result = db_col_int(stmt, 2) * 100;
	}
	return rc;
}

/* ---- What comes of it ---- */

static enum sen_gain_unit most_common(const struct sen_impact *impact)
{
	size_t of[SEN_GAIN_OF + 1] = {0};
	enum sen_gain_unit most = SEN_GAIN_NONE;

	for (size_t i = 0; i < impact->child_count; i++)
		of[impact->children[i].unit]++;
	for (int unit = SEN_GAIN_POINTS; unit <= SEN_GAIN_OF; unit++)
		if (of[unit] && (most == SEN_GAIN_NONE || of[unit] > of[most]))
			most = (enum sen_gain_unit)unit;
	return most;
}

static int by_pupil(const void *left, const void *right)
{
	const struct sen_impact_child *a = left, *b = right;

	if (a->pupil_id != b->pupil_id)
		return a->pupil_id < b->pupil_id ? -1 : 1;
	return (a->provision_id > b->provision_id) - (a->provision_id < b->provision_id);
}

static void count_children(struct sen_impact *impact, int64_t *minutes, int64_t *pence)
{
	for (size_t i = 0; i < impact->child_count; i++) {
		struct sen_impact_child *child = &impact->children[i];

		impact->pupils += i == 0 || child->pupil_id != impact->children[i - 1].pupil_id;
		impact->unpriced = impact->unpriced || child->unpriced;
		*minutes += child->minutes;
		*pence += child->pence;
		child->unit = sen_gain(child->entry, child->exit, &child->gain);
	}
}

/* Values, by child: three times one child are not three children. */
struct counted {
	int64_t *values;
	size_t count, pupils;
	int64_t last;
};

static void count_in(struct counted *c, const struct sen_impact_child *child, int64_t value)
{
	c->pupils += c->count == 0 || child->pupil_id != c->last;
	c->last = child->pupil_id;
	c->values[c->count++] = value;
}

static struct sen_impact_spread spread_of(const struct counted *c, size_t few)
{
	return sen_spread(c->values, c->count, c->pupils < few ? c->count + 1 : few);
}

static void settle(struct reading *r, struct sen_impact *impact)
{
	struct counted gains = {.values = SEN_NEW(r->arena, int64_t, impact->child_count + 1)};
	struct counted results = {.values = SEN_NEW(r->arena, int64_t, impact->child_count + 1)};
	int64_t minutes = 0, pence = 0, pupils;

	qsort(impact->children, impact->child_count, sizeof(*impact->children), by_pupil);
	count_children(impact, &minutes, &pence);
	impact->unit = most_common(impact);
	for (size_t i = 0; i < impact->child_count; i++) {
		struct sen_impact_child *child = &impact->children[i];

		if (child->result != SEN_NO_INT)
			count_in(&results, child, child->result);
		if (!child->entry || !child->exit)
			impact->not_measured++;
		else if (child->unit == SEN_GAIN_NONE || child->unit != impact->unit)
			impact->not_comparable++;
		else
			count_in(&gains, child, child->gain);
	}
	impact->gain = spread_of(&gains, r->out->few);
	impact->result = spread_of(&results, r->out->few);
	pupils = (int64_t)impact->pupils;
	impact->minutes_a_child = (minutes + pupils / 2) / pupils;
	impact->pence_a_child = pence == 0 && impact->unpriced ? SEN_NO_INT : (pence + pupils / 2) / pupils;
}

static int by_name(const void *left, const void *right)
{
	const struct sen_impact *a = left, *b = right;

	return strcmp(a->name, b->name);
}

/* "1 to 4 shown as <5": five. */
static size_t few_of(struct sen_store *store, const struct sen_policy_set *set, sen_date day)
{
	const struct sen_policy *policy = sen_policy_on(set, store->school_id, day);
	const struct sen_policy_rule *rule =
		policy ? sen_policy_rule(policy, "setting", "small-numbers") : NULL;
	const char *at = rule && rule->value ? strchr(rule->value, '<') : NULL;
	long few = at ? strtol(at + 1, NULL, 10) : 0;

	if (few > 1 && few < 100)
		return (size_t)few;
	return FEW;
}

static int period(struct reading *r, sen_date from, sen_date until, struct sen_err *err)
{
	static const char first_sql[] = "SELECT MIN(from_on) FROM provision WHERE school_id = :school"
					" AND voided_at IS NULL";
	DB_STMT *stmt = NULL;
	int rc;

	r->out->until = until == SEN_NO_DATE ? sen_store_day(r->store) + 1 : until;
	r->out->from = from;
	if (from == SEN_NO_DATE) {
		if ((rc = db_prepare(r->store->db, first_sql, &stmt, err)) < 0)
			return rc;
		db_bind_int(stmt, ":school", r->store->school_id);
		if ((rc = db_step(stmt, err)) < 0)
			return rc;
		r->out->from = rc ? db_col_date(stmt, 0) : SEN_NO_DATE;
		if (r->out->from == SEN_NO_DATE || r->out->from >= r->out->until)
			r->out->from = r->out->until - 1;
	}
	if (r->out->from < r->out->until)
		return 0;
	return sen_fail(err, SEN_USAGE, "--until: it is not after --from");
}

int sen_impact(struct sen_store *store, const char *intervention, sen_date from, sen_date until,
	       struct sen_impacts **out, struct sen_err *err)
{
	struct sen_arena *arena = sen_store_arena(store);
	struct reading r = {.store = store, .arena = arena, .out = SEN_NEW(arena, struct sen_impacts, 1)};
	const char *only = intervention ? sen_text_fold(arena, intervention) : NULL;
	const struct sen_policy_set *policies;
	struct sen_provision_map *map;
	struct index index;
	int rc = period(&r, from, until, err);
	const struct sen_map_scope scope = {.from = r.out->from, .until = r.out->until};

	if (rc < 0 || (rc = sen_policies(store, &policies, err)) < 0 ||
	    (rc = sen_provision_map(store, &scope, &map, err)) < 0)
		return rc;
	r.map = map;
	r.out->few = few_of(store, policies, sen_store_day(store));
	for (size_t i = 0; i < map->share_count; i++)
		add_share(&r, &map->shares[i], only);
	index = index_all(&r);
	if ((rc = read_measures(&r, &index, err)) < 0 || (rc = read_results(&r, &index, err)) < 0)
		return rc;
	for (size_t i = 0; i < r.out->count; i++)
		settle(&r, &r.out->items[i]);
	if (r.out->count)
		qsort(r.out->items, r.out->count, sizeof(*r.out->items), by_name);
	*out = r.out;
	return 0;
}

/* The children of a provision map: as they stand on its day, their classes and
 * primary needs over the period, and the money that comes with them. */
#include "rules/costed.h"
#include "rules/sql.h"

#include <string.h>

/* A child who has died is counted, and not named. */
/* Classes, needs and sums of a child are periods too: kind tells them apart. */
static const char child_sql[] =
	"SELECT p.id, CASE WHEN p.died_on <= :day THEN NULL ELSE p.upn END AS upn, CASE WHEN p.died_on <= "
	":day"
	" THEN '(died)' ELSE " SQL_NAME " END AS name, p.sort_key,"
	" (SELECT r.level FROM register_entry r WHERE r.pupil_id = p.id AND " SQL_HOLDS(
		"r") ") AS level,"
		     " (SELECT r.census FROM register_entry r WHERE r.pupil_id = p.id AND " SQL_HOLDS(
			     "r") ") AS census,"
				  " (SELECT e.year FROM enrolment e WHERE e.pupil_id = p.id AND " SQL_HOLDS(
					  "e") ") AS year"
					       " FROM pupil p WHERE p.id = :pupil";
static const char class_sql[] = "SELECT class, from_on, until_on FROM enrolment WHERE pupil_id = :pupil"
				" AND voided_at IS NULL ORDER BY from_on, id";
static const char need_sql[] = "SELECT type, from_on, until_on FROM need WHERE pupil_id = :pupil AND rank = 1"
			       " AND voided_at IS NULL ORDER BY from_on, id";
static const char topup_sql[] = "SELECT funding, pence, from_on, until_on FROM topup WHERE pupil_id = :pupil"
				" AND voided_at IS NULL AND granted = 1 AND pence IS NOT NULL ORDER BY id";

static int by_id(const void *left, const void *right)
{
	const struct costed_child *a = left, *b = right;

	return (a->id > b->id) - (a->id < b->id);
}

struct costed_child *costed_child(const struct costed *c, int64_t id)
{
	struct costed_child key = {.id = id};

	return c->child_count ? bsearch(&key, c->children, c->child_count, sizeof(key), by_id) : NULL;
}

const char *costed_word(const struct costed_period *periods, size_t count, sen_date day)
{
	const char *word = NULL;

	for (size_t i = 0; i < count; i++)
		if ((periods[i].from == SEN_NO_DATE || periods[i].from <= day) &&
		    (periods[i].until == SEN_NO_DATE || periods[i].until > day))
			word = periods[i].word;
	return word;
}

static int compare_ids(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* Everybody who is in one of them at some time; those asked for are marked. */
static void gather(struct costed *c)
{
	const struct sen_map_scope *scope = c->scope;
	int64_t *asked = SEN_NEW(c->arena, int64_t, scope->pupil_count + 1);
	size_t kept = 0;

	if (scope->pupils)
		memcpy(asked, scope->pupils, scope->pupil_count * sizeof(*asked));
	qsort(asked, scope->pupil_count, sizeof(*asked), compare_ids);
	for (size_t i = 0; i < c->facts.count; i++) {
		const struct sen_cost_provision *provision = &c->facts.provisions[i];

		for (size_t k = 0; k < provision->member_count; k++)
			SEN_PUSH(c->arena, c->children, c->child_count, c->child_cap)->id =
				provision->members[k].pupil_id;
	}
	if (c->child_count)
		qsort(c->children, c->child_count, sizeof(*c->children), by_id);
	for (size_t i = 0; i < c->child_count; i++) {
		int64_t id = c->children[i].id;

		if (kept && c->children[kept - 1].id == id)
			continue;
		c->children[kept] = (struct costed_child){.id = id};
		c->children[kept++].chosen =
			!scope->pupils || bsearch(&id, asked, scope->pupil_count, sizeof(id), compare_ids);
	}
	c->child_count = kept;
}

static int read_child(struct costed *c, struct db_stmt *stmt, struct costed_child *child, struct sen_err *err)
{
	int rc;

	db_reset(stmt);
	db_bind_int(stmt, ":pupil", child->id);
	db_bind_date(stmt, ":day", c->map->day);
	if ((rc = db_step(stmt, err)) != 1)
		return rc;
	child->shown = (struct sen_map_child){.id = child->id,
					      .upn = costed_text(c, stmt, 1),
					      .name = costed_text(c, stmt, 2),
					      .level = costed_text(c, stmt, 4),
					      .census = costed_text(c, stmt, 5),
					      .year = costed_text(c, stmt, 6)};
	child->sort = costed_text(c, stmt, 3);
	return 0;
}

static int read_periods(struct costed *c, struct db_stmt *stmt, int64_t id, struct costed_period **out,
			size_t *count, struct sen_err *err)
{
	size_t cap = 0;
	int rc;

	db_reset(stmt);
	db_bind_int(stmt, ":pupil", id);
	while ((rc = db_step(stmt, err)) == 1) {
		const char *word = costed_word_of(c, db_col_text(stmt, 0, NULL));

		*SEN_PUSH(c->arena, *out, *count, cap) =
			(struct costed_period){word, db_col_date(stmt, 1), db_col_date(stmt, 2)};
	}
	return rc;
}

/* Granted sums, by the days of the period they are paid for; by source too. */
static void add_topup(struct costed *c, struct costed_child *child, struct db_stmt *stmt)
{
	struct sen_map_keys *by = &c->map->by[SEN_MAP_FUNDING];
	const char *funding = costed_word_of(c, db_col_text(stmt, 0, NULL));
	sen_date from = db_col_date(stmt, 2), until = db_col_date(stmt, 3);
	int64_t pence;

	if (from == SEN_NO_DATE || from < c->map->from)
		from = c->map->from;
	if (until == SEN_NO_DATE || until > c->map->until)
		until = c->map->until;
	pence = sen_cost_of_year(db_col_int(stmt, 1), c->map->from, from, until);
	child->shown.topup += pence;
	if (pence == 0)
		return;
	for (size_t i = 0; i < by->count; i++)
		if (by->items[i].key == funding) {
			by->items[i].available += pence;
			return;
		}
	*SEN_PUSH(c->arena, by->items, by->count, by->cap) =
		(struct sen_map_key){.key = funding, .label = funding, .id = SEN_NO_INT, .available = pence};
}

static int read_topups(struct costed *c, struct db_stmt *stmt, struct costed_child *child,
		       struct sen_err *err)
{
	int rc;

	db_reset(stmt);
	db_bind_int(stmt, ":pupil", child->id);
	while ((rc = db_step(stmt, err)) == 1)
		add_topup(c, child, stmt);
	return rc;
}

int costed_children(struct costed *c, struct sen_err *err)
{
	DB_STMT *one = NULL, *classes = NULL, *needs = NULL, *topups = NULL;
	int rc = db_prepare(c->store->db, child_sql, &one, err);

	gather(c);
	if (rc == 0)
		rc = db_prepare(c->store->db, class_sql, &classes, err);
	if (rc == 0)
		rc = db_prepare(c->store->db, need_sql, &needs, err);
	if (rc == 0)
		rc = db_prepare(c->store->db, topup_sql, &topups, err);
	for (size_t i = 0; rc == 0 && i < c->child_count; i++) {
		struct costed_child *child = &c->children[i];

		if (!child->chosen)
			continue;
		rc = read_child(c, one, child, err);
		if (rc == 0)
			rc = read_periods(c, classes, child->id, &child->classes, &child->class_count, err);
		if (rc == 0)
			rc = read_periods(c, needs, child->id, &child->needs, &child->need_count, err);
		if (rc == 0)
			rc = read_topups(c, topups, child, err);
		child->shown.class_name = costed_word(child->classes, child->class_count, c->map->day);
		child->shown.need = costed_word(child->needs, child->need_count, c->map->day);
	}
	return rc;
}

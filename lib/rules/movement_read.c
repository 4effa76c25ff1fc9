/* One child after another with the periods that report movement counts: levels,
 * needs, year and class, flags. Memory does not grow with the number of children. */
#include "rules/movement.h"
#include "rules/sql.h"

#include <stdio.h>
#include <string.h>

static const char children_sql[] =
	"SELECT p.id, p.upn, " SQL_NAME " AS name, p.sex, p.dob, p.admitted_on, p.left_on, p.died_on,"
	" (SELECT MIN(c.opened_on) FROM concern c WHERE c.pupil_id = p.id AND c.voided_at IS NULL)"
	" FROM pupil p WHERE p.voided_at IS NULL AND p.school_id = :school"
	" AND p.id IN (SELECT r.pupil_id FROM register_entry r WHERE r.voided_at IS NULL)"
	" ORDER BY p.sort_key, p.id";
static const char levels_sql[] =
	"SELECT from_on, until_on, level, level_name, policy_id, kind, coalesce(reason, end_reason)"
	" FROM register_entry WHERE pupil_id = :pupil AND voided_at IS NULL"
	" ORDER BY coalesce(from_on, ''), id";
static const char needs_sql[] = "SELECT from_on, until_on, type, NULL, rank FROM need"
				" WHERE pupil_id = :pupil AND voided_at IS NULL ORDER BY rank, type";
static const char years_sql[] = "SELECT from_on, until_on, year, class, NULL FROM enrolment"
				" WHERE pupil_id = :pupil AND voided_at IS NULL ORDER BY id";
static const char eal_sql[] = "SELECT from_on, until_on, NULL, NULL, NULL FROM flag"
			      " WHERE pupil_id = :pupil AND voided_at IS NULL AND flag = 'eal'";
static const char premium_sql[] = "SELECT from_on, until_on, NULL, NULL, NULL FROM flag"
				  " WHERE pupil_id = :pupil AND voided_at IS NULL AND flag = 'pupil_premium'";

const char *mv_word(struct mv *mv, const char *text)
{
	if (!text)
		return NULL;
	for (size_t i = 0; i < mv->word_count; i++)
		if (strcmp(mv->words[i], text) == 0)
			return mv->words[i];
	*SEN_PUSH(mv->store->arena, mv->words, mv->word_count, mv->word_cap) =
		sen_strdup(mv->store->arena, text);
	return mv->words[mv->word_count - 1];
}

int mv_open(struct mv *mv, struct sen_err *err)
{
	int rc = sen_policies(mv->store, &mv->policies, err);

	if (rc < 0 || (rc = db_prepare(mv->store->db, children_sql, &mv->children, err)) < 0)
		return rc;
	db_bind_int(mv->children, ":school", mv->store->school_id);
	return 0;
}

/* The level's place on the ladder of the policy it was entered under. */
static int64_t ladder(const struct mv *mv, int64_t policy_id, const char *level)
{
	for (size_t i = 0; i < mv->policies->count; i++) {
		const struct sen_policy *policy = mv->policies->items[i];

		for (size_t k = 0; policy->id == policy_id && k < policy->level_count; k++)
			if (strcmp(policy->levels[k].code, level) == 0)
				return (int64_t)k;
	}
	return -1;
}

static void read_level(struct mv *mv, struct db_stmt *stmt, struct mv_span *span)
{
	const char *kind = db_col_text(stmt, 5, NULL);

	span->policy = db_col_int(stmt, 4);
	span->rank = ladder(mv, span->policy, span->what);
	span->on = kind && (strcmp(kind, "register") == 0 || strcmp(kind, "plan") == 0);
	if ((span->from >= mv->out->from && span->from < mv->out->until) ||
	    (span->until >= mv->out->from && span->until < mv->out->until))
		span->why = sen_strdup(mv->store->arena, db_col_text(stmt, 6, NULL));
}

static int read_spans(struct mv *mv, const char *sql, struct mv_spans *spans, bool levels,
		      struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(mv->store->db, sql, &stmt, err);

	spans->count = 0;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", mv->child.id);
	while ((rc = db_step(stmt, err)) == 1) {
		struct mv_span *span = SEN_PUSH(mv->store->arena, spans->items, spans->count, spans->cap);

		*span = (struct mv_span){.from = db_col_date(stmt, 0), .until = db_col_date(stmt, 1)};
		if (span->until == SEN_NO_DATE)
			span->until = MV_FAR;
		span->what = mv_word(mv, db_col_text(stmt, 2, NULL));
		span->name = mv_word(mv, db_col_text(stmt, 3, NULL));
		if (levels)
			read_level(mv, stmt, span);
		else
			span->rank = db_col_int(stmt, 4);
	}
	db_reset(stmt);
	return rc;
}

int mv_next(struct mv *mv, struct sen_err *err)
{
	struct mv_child *child = &mv->child;
	struct db_stmt *row = mv->children;
	int rc = db_step(row, err);

	if (rc <= 0)
		return rc;
	child->id = db_col_int(row, 0);
	child->upn = db_col_text(row, 1, NULL);
	child->name = db_col_text(row, 2, NULL);
	child->sex = db_col_text(row, 3, NULL);
	child->dob = db_col_date(row, 4);
	child->admitted = db_col_date(row, 5);
	child->left = db_col_date(row, 6);
	child->died = db_col_date(row, 7);
	child->concern = db_col_date(row, 8);
	/* Counted, and not named: these lists are read by those who knew the child. */
	if (child->died != SEN_NO_DATE && child->died <= sen_store_day(mv->store)) {
		child->name = "(died)";
		child->upn = NULL;
	}
	if ((rc = read_spans(mv, levels_sql, &child->levels, true, err)) < 0 ||
	    (rc = read_spans(mv, needs_sql, &child->needs, false, err)) < 0 ||
	    (rc = read_spans(mv, years_sql, &child->years, false, err)) < 0 ||
	    (rc = read_spans(mv, eal_sql, &child->eal, false, err)) < 0 ||
	    (rc = read_spans(mv, premium_sql, &child->premium, false, err)) < 0)
		return rc;
	return 1;
}

/* ---- How it stood on a day: as `report register --as-at` has it ---- */

bool mv_on_roll(const struct mv_child *child, sen_date day)
{
	return (child->admitted == SEN_NO_DATE || child->admitted <= day) &&
	       (child->left == SEN_NO_DATE || child->left >= day) &&
	       (child->died == SEN_NO_DATE || child->died > day);
}

const struct mv_span *mv_holding(const struct mv_spans *spans, sen_date day)
{
	for (size_t i = 0; i < spans->count; i++)
		if (spans->items[i].from <= day && spans->items[i].until > day)
			return &spans->items[i];
	return NULL;
}

const struct mv_span *mv_level(const struct mv_child *child, sen_date day)
{
	return mv_holding(&child->levels, day);
}

const struct mv_span *mv_standing(const struct mv_child *child, sen_date day)
{
	const struct mv_span *level = mv_on_roll(child, day) ? mv_level(child, day) : NULL;

	return level && level->on ? level : NULL;
}

const char *mv_needs(const struct mv_child *child, sen_date day, char out[MV_NEEDS])
{
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < child->needs.count && len < MV_NEEDS; i++) {
		const struct mv_span *need = &child->needs.items[i];

		if (need->from <= day && need->until > day)
			len += (size_t)snprintf(out + len, MV_NEEDS - len, "%s%s", len ? ", " : "",
						need->what);
	}
	return out;
}

bool mv_by_policy(const struct mv_span *before, const struct mv_span *after)
{
	return before && after && before->policy != after->policy && before->until == after->from;
}

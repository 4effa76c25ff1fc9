/* Conformance of the plans in force (R31, R33 to R35, R85): of what sen_plan_check
 * finds, what the policy asks for and what a plan cannot do without; a line a plan
 * and check, however many targets.  Wording is for `plan show`. */
#include "rules/conformance.h"
#include "rules/sql.h"

#include <string.h>

static const char *const checks[] = {"target-number",	"no-baseline",	  "no-success",
				     "carried",		"no-outcome",	  "nothing-additional",
				     "no-parent-voice", "no-pupil-voice", "old-parent-voice",
				     "old-pupil-voice", "no-review-date"};

static bool wanted(const char *check)
{
	if (strncmp(check, "section:", 8) == 0)
		return true;
	for (size_t i = 0; i < SEN_COUNT(checks); i++)
		if (strcmp(checks[i], check) == 0)
			return true;
	return false;
}

static const char *weight(const char *cite)
{
	static const char *const laws[] = {"Code ", "CFA ", "SEND Regs ", "EA "};

	for (size_t i = 0; cite && i < SEN_COUNT(laws); i++)
		if (strncmp(cite, laws[i], strlen(laws[i])) == 0)
			return "law";
	return cite ? "policy" : "advice";
}

/* The stable key: one for all sections that say nothing. */
static const char *key(struct sen_arena *arena, const char *check)
{
	return strncmp(check, "section:", 8) == 0 ? "plan-section" : sen_format(arena, "plan-%s", check);
}

static size_t same_check(const struct sen_plan_finding *items, size_t count, size_t at)
{
	size_t n = 0;

	for (size_t i = at; i < count; i++)
		n += strcmp(items[i].check, items[at].check) == 0;
	return n;
}

static bool said_before(const struct sen_plan_finding *items, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (strcmp(items[i].check, items[at].check) == 0)
			return true;
	return false;
}

static int check_plan(struct findings *all, int64_t plan, int64_t pupil, const char *name,
		      struct sen_err *err)
{
	struct sen_arena *arena = all->store->arena;
	struct sen_plan_finding *items;
	size_t count;
	int rc = sen_plan_check(all->store, plan, &items, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		const struct sen_plan_finding *item = &items[i];
		size_t targets = item->target_id == SEN_NO_INT ? 0 : same_check(items, count, i);
		struct sen_finding *finding;

		if (!wanted(item->check) || said_before(items, i))
			continue;
		finding = finding_add(all, key(arena, item->check), weight(item->cite), pupil);
		finding->finding = targets ? sen_format(arena, "%s, %zu target%s: %s", name, targets,
							targets == 1 ? "" : "s", item->finding)
					   : sen_format(arena, "%s: %s", name, item->finding);
		finding->subject = targets ? sen_format(arena, "T%lld", (long long)item->target_id)
					   : sen_format(arena, "PL%lld", (long long)plan);
		finding->cite = item->cite;
		finding->fix = item->fix;
		if (!finding->fix)
			finding->fix = sen_format(arena, "sendctl plan show PL%lld", (long long)plan);
	}
	return rc;
}

int conformance_plans(struct findings *all, struct sen_err *err)
{
	/* In force: agreed; a draft where none is. */
	static const char sql[] =
		"SELECT l.id, l.pupil_id, l.kind_name FROM plan l JOIN pupil p ON p.id = l.pupil_id"
		" WHERE l.voided_at IS NULL AND l.closed_on IS NULL AND l.made_on <= :day AND " SQL_SCHOOL(
			"p") " AND " SQL_ON_ROLL
			     " AND (l.agreed_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM plan o"
			     " WHERE o.pupil_id = l.pupil_id AND o.kind = l.kind AND o.voided_at IS NULL"
			     " AND o.closed_on IS NULL AND o.agreed_on IS NOT NULL)) ORDER BY l.id";
	DB_STMT *stmt = NULL;
	int rc = db_prepare(all->store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_date(stmt, ":day", all->day);
	db_bind_int(stmt, ":school", all->store->school_id ? all->store->school_id : SEN_NO_INT);
	while ((rc = db_step(stmt, err)) == 1) {
		const char *name = sen_strdup(all->store->arena, db_col_text(stmt, 2, NULL));

		if ((rc = check_plan(all, db_col_int(stmt, 0), db_col_int(stmt, 1), name, err)) < 0)
			return rc;
	}
	return rc;
}

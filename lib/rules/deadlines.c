/* Keeps the deadline table true: what is owed is computed for every child
 * touched and its difference from what is kept is written (design.md 2.4). */
#include "rules/rules.h"

#include <string.h>

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_key(const struct sen_deadline *a, const struct sen_deadline *b)
{
	return a->cycle == b->cycle && strcmp(a->rule, b->rule) == 0 && strcmp(a->subject, b->subject) == 0;
}

static bool same(const struct sen_deadline *a, const struct sen_deadline *b)
{
	return a->due_on == b->due_on && a->starts_on == b->starts_on && a->met_on == b->met_on &&
	       a->basis == b->basis && a->lapses == b->lapses && same_text(a->owner, b->owner) &&
	       same_text(a->cite, b->cite) && same_text(a->what, b->what) && same_text(a->fix, b->fix);
}

static void bind_common(struct db_stmt *stmt, int64_t id, const struct sen_deadline *item)
{
	db_bind_int(stmt, ":id", id);
	db_bind_date(stmt, ":starts", item->starts_on);
	db_bind_date(stmt, ":due", item->due_on);
	db_bind_date(stmt, ":met", item->met_on);
	db_bind_text(stmt, ":owner", item->owner);
	db_bind_text(stmt, ":basis", sen_basis_word(item->basis));
	db_bind_text(stmt, ":cite", item->cite);
	db_bind_text(stmt, ":what", item->what);
	db_bind_text(stmt, ":fix", item->fix);
	db_bind_int(stmt, ":lapses", item->lapses);
}

static int insert(struct sen_store *store, int64_t school_id, int64_t pupil_id,
		  const struct sen_deadline *item, struct sen_err *err)
{
	static const char sql[] =
		"INSERT INTO deadline (id, school_id, pupil_id, rule, subject, cycle, starts_on, due_on,"
		" met_on, owner, basis, cite, what, fix, lapses) VALUES (:id, :school, :pupil, :rule, "
		":subject,"
		" :cycle, :starts, :due, :met, :owner, :basis, :cite, :what, :fix, :lapses)";
	struct db_stmt *stmt;
	int64_t id;
	int rc;

	if ((rc = store_next_id(store, "deadline", &id, err)) < 0 ||
	    (rc = db_cached(store->db, sql, &stmt, err)) < 0)
		return rc;
	bind_common(stmt, id, item);
	db_bind_int(stmt, ":school", school_id);
	db_bind_int(stmt, ":pupil", pupil_id);
	db_bind_text(stmt, ":rule", item->rule);
	db_bind_text(stmt, ":subject", item->subject);
	db_bind_int(stmt, ":cycle", item->cycle);
	return db_run(stmt, err);
}

static int update(struct sen_store *store, int64_t id, const struct sen_deadline *item, struct sen_err *err)
{
	static const char sql[] = "UPDATE deadline SET starts_on = :starts, due_on = :due, met_on = :met,"
				  " owner = :owner, basis = :basis, cite = :cite, what = :what, fix = :fix,"
				  " lapses = :lapses"
				  " WHERE id = :id";
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	bind_common(stmt, id, item);
	return db_run(stmt, err);
}

static int drop(struct sen_store *store, int64_t id, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, "DELETE FROM deadline WHERE id = :id", &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":id", id);
	return db_run(stmt, err);
}

/* One child, or (SEN_NO_INT) the school: kept against owed. With `wrong` nothing is written, only counted. */
static int diff(struct sen_store *store, int64_t school_id, int64_t pupil_id, const struct sen_owed *owed,
		const struct sen_owed *kept, const int64_t *ids, int64_t *wrong, struct sen_err *err)
{
	size_t used = 0;
	bool *seen = SEN_NEW(owed->arena, bool, kept->count + 1);
	int rc = 0;

	for (size_t i = 0; i < owed->count && rc == 0; i++) {
		const struct sen_deadline *item = &owed->items[i];
		size_t k = 0;

		while (k < kept->count && (seen[k] || !same_key(item, &kept->items[k])))
			k++;
		if (k < kept->count) {
			seen[k] = true;
			used++;
			if (same(item, &kept->items[k]))
				continue;
		}
		if (wrong)
			++*wrong;
		else
			rc = k < kept->count ? update(store, ids[k], item, err)
					     : insert(store, school_id, pupil_id, item, err);
	}
	if (wrong)
		*wrong += (int64_t)(kept->count - used);
	for (size_t k = 0; k < kept->count && rc == 0 && !wrong; k++)
		if (!seen[k])
			rc = drop(store, ids[k], err);
	return rc;
}

/* The law is read for the first child whom its clock may touch: few commands need it. */
static int law_for(struct sen_store *store, const struct sen_facts *child, const struct sen_law **law,
		   struct sen_err *err)
{
	if (*law || (child->ehc_count == 0 && child->appeal_count == 0))
		return 0;
	return sen_law(store, law, err);
}

static int run(struct sen_store *store, enum facts_which which, int64_t *wrong, struct sen_err *err)
{
	const struct sen_policy_set *policies;
	const struct sen_law *law = NULL;
	const struct sen_calendar *calendar;
	struct sen_facts child;
	struct sen_owed kept;
	struct facts *facts;
	int64_t *ids;
	int rc;

	if ((rc = sen_policies(store, &policies, err)) < 0 ||
	    (rc = facts_open(store, which, &facts, err)) < 0)
		return rc;
	while ((rc = facts_next(facts, &child, &calendar, &kept, &ids, err)) == 1) {
		struct sen_owed owed = {.arena = kept.arena};

		if ((rc = law_for(store, &child, &law, err)) < 0)
			break;
		sen_owed(&child, policies, law, calendar, &owed);
		if ((rc = diff(store, child.school_id, child.pupil_id, &owed, &kept, ids, wrong, err)) < 0)
			break;
	}
	facts_close(facts);
	return rc < 0 ? rc : 0;
}

/* What schools owe themselves. */
static int run_schools(struct sen_store *store, int64_t *wrong, struct sen_err *err)
{
	const struct sen_policy_set *policies;
	struct school_kept *schools;
	size_t count;
	int rc;

	if ((rc = sen_policies(store, &policies, err)) < 0 ||
	    (rc = facts_schools(store, &schools, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_owed owed = {.arena = store->arena};

		sen_owed_school(&schools[i].facts, policies, schools[i].calendar, &owed);
		rc = diff(store, schools[i].facts.school_id, SEN_NO_INT, &owed, &schools[i].kept,
			  schools[i].ids, wrong, err);
	}
	return rc;
}

/* Made from the sources of the rules (Makefile): other rules, another mark. */
extern const char rules_mark[];

/* The first write of a sendctl with other rules computes what every child owes. */
static int follow_rules(struct sen_store *store, struct sen_err *err)
{
	const char *kept;
	int rc = store_setting(store, "rules", &kept, err);

	if (rc < 0 || (kept && strcmp(kept, rules_mark) == 0))
		return rc < 0 ? rc : 0;
	rc = store_set(store, "rules", rules_mark, err);
	return rc < 0 ? rc : store_touch_all(store, err);
}

static int settle(struct sen_store *store, struct sen_err *err)
{
	int rc = follow_rules(store, err);

	if (rc == 0 && store->touched_school && !store->touched_all)
		rc = run_schools(store, NULL, err);
	if (rc < 0 || (!store->touched && !store->touched_all))
		return rc;
	if (store->touched_all) {
		/* The terms or the policy may be what was changed. */
		store->policies = NULL;
		store->calendar = NULL;
		if ((rc = run_schools(store, NULL, err)) < 0)
			return rc;
	}
	return run(store, store->touched_all ? FACTS_ALL : FACTS_TOUCHED, NULL, err);
}

void sen_rules_attach(struct sen_store *store)
{
	store->settle = settle;
}

int sen_owed_verify(struct sen_store *store, int64_t *wrong, struct sen_err *err)
{
	int rc;

	*wrong = 0;
	rc = run_schools(store, wrong, err);
	return rc < 0 ? rc : run(store, FACTS_ALL, wrong, err);
}

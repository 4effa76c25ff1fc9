/* report conformance: where the records fall short of the law, the policy or
 * themselves (R85). Import doubts come first; the rules need a policy, a
 * calendar or a check letter here, one SELECT each in conformance_sql.c. */
#include "rules/conformance.h"
#include "rules/sql.h"

#include <sen/pupil.h>

#include <stdlib.h>
#include <string.h>

static const struct sen_code_row severity_codes[] = {
	{"law", "law"}, {"policy", "policy"}, {"advice", "advice"}, {NULL, NULL}};

static const struct sen_column columns[] = {
	{.name = "rule", .label = "Rule", .kind = SEN_C_TEXT, .help = "stable key of the rule"},
	{.name = "severity",
	 .label = "Weight",
	 .kind = SEN_C_CODE,
	 .codes = severity_codes,
	 .help = "law, policy or advice"},
	{.name = "pupil_id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "upn",
	 .label = "UPN",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_UPN | SEN_COL_QUIET,
	 .help = "unique pupil number"},
	{.name = "pupil", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class on that day"},
	{.name = "subject",
	 .label = "Record",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET,
	 .help = "the record it is about"},
	{.name = "finding",
	 .label = "Finding",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "what falls short"},
	{.name = "fix", .label = "Mend it with", .kind = SEN_C_TEXT, .help = "the command that mends it"},
	{.name = "cite", .label = "From", .kind = SEN_C_TEXT, .help = "where the law or policy says so"},
};
const struct sen_query sen_report_conformance = {.name = "report-conformance",
						 .title = "Conformance",
						 .version = 1,
						 .columns = columns,
						 .count = SEN_COUNT(columns),
						 .empty = "Nothing falls short."};

struct sen_finding *finding_add(struct findings *all, const char *rule, const char *severity,
				int64_t pupil_id)
{
	struct sen_finding *item = SEN_PUSH(all->store->arena, all->items, all->count, all->cap);

	*item = (struct sen_finding){.rule = rule, .severity = severity, .pupil_id = pupil_id};
	return item;
}

static bool holds(sen_date from, sen_date until, sen_date day)
{
	return (from == SEN_NO_DATE || from <= day) && (until == SEN_NO_DATE || until > day);
}

static bool on_roll(const struct sen_facts *child, sen_date day)
{
	return child->died_on == SEN_NO_DATE && (child->left_on == SEN_NO_DATE || child->left_on >= day) &&
	       (child->admitted_on == SEN_NO_DATE || child->admitted_on <= day);
}

/* Told at any time in this run of support, however many moves it had? */
static bool ever_told(const struct sen_facts *child, const struct sen_register_entry *entry)
{
	sen_date from = entry->from_on;

	if (entry->told_on != SEN_NO_DATE)
		return true;
	for (size_t i = child->register_count; i > 0; i--) {
		const struct sen_register_entry *before = &child->register_entries[i - 1];

		if (before == entry || strcmp(before->census, "N") == 0 || from == SEN_NO_DATE ||
		    before->until_on != from || before->from_on == before->until_on)
			continue;
		if (before->told_on != SEN_NO_DATE)
			return true;
		from = before->from_on;
	}
	return false;
}

/* Support that began before the file was: a deadline would be late on day one. */
static void check_told(struct findings *all, const struct sen_facts *child,
		       const struct sen_register_entry *entry)
{
	struct sen_arena *arena = all->store->arena;
	struct sen_finding *finding;

	/* The section is about children without an EHC plan. */
	if (strcmp(entry->census, "K") != 0 || ever_told(child, entry))
		return;
	if (entry->from_on != SEN_NO_DATE && entry->from_on >= child->adopted_on)
		return;
	finding = finding_add(all, "parents-told", "law", child->pupil_id);
	finding->finding = "no record that the parents were told of SEN support";
	finding->cite = "CFA 2014 s.68";
	finding->subject = sen_format(arena, "%s%lld", sen_register_record.prefix, (long long)entry->head.id);
	finding->fix = sen_format(arena, "sendctl pupil level P%lld %s --told DATE",
				  (long long)child->pupil_id, entry->level);
}

static void check_level(struct findings *all, const struct sen_facts *child,
			const struct sen_register_entry *entry, const struct sen_policy *policy)
{
	struct sen_arena *arena = all->store->arena;
	struct sen_finding *finding;

	if (!policy || strcmp(entry->kind, "none") == 0 || sen_policy_level(policy, entry->level))
		return;
	finding = finding_add(all, "level-unknown", "policy", child->pupil_id);
	finding->finding = sen_format(arena, "stands at level '%s', which the policy '%s' does not have",
				      sen_strdup(arena, entry->level), policy->name);
	finding->subject = sen_format(arena, "%s%lld", sen_register_record.prefix, (long long)entry->head.id);
	finding->fix = sen_format(arena, "sendctl pupil level P%lld LEVEL --reason TEXT",
				  (long long)child->pupil_id);
}

/* Where the policy leaves the limit to a date agreed, a concern needs one. */
static void check_concern(struct findings *all, const struct sen_facts *child,
			  const struct sen_concern *concern, const struct sen_policy *policy)
{
	const struct sen_policy_rule *window = sen_policy_rule(policy, "concern-window", "window");
	struct sen_arena *arena = all->store->arena;
	struct sen_finding *finding;

	if (!window || window->limit.kind != SEN_LIMIT_DATE || concern->review_on != SEN_NO_DATE ||
	    concern->closed_on != SEN_NO_DATE)
		return;
	finding = finding_add(all, "concern-review-date",
			      window->limit.basis == SEN_BASIS_POLICY ? "policy" : "advice", child->pupil_id);
	finding->finding = "an open concern has no review date";
	finding->subject =
		sen_format(arena, "%s%lld", sen_concern_record.prefix, (long long)concern->head.id);
	if (window->limit.basis == SEN_BASIS_POLICY)
		finding->cite = sen_format(arena, "%s %s", policy->name, window->limit.cite);
	finding->fix = sen_format(arena, "sendctl concern edit %s --due DATE", finding->subject);
}

static int check_facts(struct findings *all, struct sen_err *err)
{
	const struct sen_policy_set *policies;
	const struct sen_calendar *calendar;
	struct sen_facts child;
	struct sen_owed kept;
	struct facts *facts;
	int64_t *ids;
	int rc = sen_policies(all->store, &policies, err);

	if (rc < 0 || (rc = facts_open(all->store, FACTS_ALL, &facts, err)) < 0)
		return rc;
	while ((rc = facts_next(facts, &child, &calendar, &kept, &ids, err)) == 1) {
		const struct sen_policy *policy = sen_policy_on(policies, child.school_id, all->day);

		if (!on_roll(&child, all->day) ||
		    (all->store->school_id && child.school_id != all->store->school_id))
			continue;
		for (size_t i = 0; i < child.register_count; i++) {
			const struct sen_register_entry *entry = &child.register_entries[i];

			if (!holds(entry->from_on, entry->until_on, all->day))
				continue;
			check_told(all, &child, entry);
			check_level(all, &child, entry, policy);
		}
		for (size_t i = 0; i < child.concern_count; i++)
			check_concern(all, &child, &child.concerns[i], policy);
		conformance_child(all, &child, policies);
		conformance_review(all, &child, policy, calendar, &kept);
		conformance_topup(all, &child, policy);
	}
	facts_close(facts);
	return rc;
}

static void check_upn(struct findings *all, int64_t pupil, const char *upn)
{
	struct sen_arena *arena = all->store->arena;
	enum sen_upn result = upn ? sen_upn_check(upn) : SEN_UPN_OK;
	struct sen_finding *finding;

	if (upn && result == SEN_UPN_OK)
		return;
	finding = finding_add(all,
			      !upn			    ? "upn-missing"
			      : result == SEN_UPN_TEMPORARY ? "upn-temporary"
							    : "upn-wrong",
			      "advice", pupil);
	finding->finding = !upn ? "has no UPN"
			   : result == SEN_UPN_TEMPORARY
				   ? "has a temporary UPN: ask for the permanent one"
				   : sen_format(arena, "the UPN is wrong: %s", sen_upn_fault(result));
	finding->fix = sen_format(arena, "sendctl pupil edit P%lld --upn UPN", (long long)pupil);
}

/* A year away is normal for a few children; it is asked, not asserted. */
static void check_year(struct findings *all, int64_t pupil, const char *year, sen_date dob)
{
	struct sen_arena *arena = all->store->arena;
	struct sen_finding *finding;
	int have, want;

	if (!year || dob == SEN_NO_DATE || !sen_year_parse(year, &have))
		return;
	want = sen_nc_year(dob, all->day);
	if (have == want)
		return;
	finding = finding_add(all, "year-dob", "advice", pupil);
	finding->finding = sen_format(arena, "is in year %s; the date of birth says %s", sen_year_code(have),
				      sen_year_code(want) ? sen_year_code(want) : "no school year");
	finding->fix = sen_format(arena, "sendctl pupil show P%lld", (long long)pupil);
}

static void check_class(struct findings *all, int64_t pupil, const char *class_name)
{
	struct sen_finding *finding;

	if (class_name)
		return;
	finding = finding_add(all, "class-missing", "advice", pupil);
	finding->finding = "has no class";
	finding->fix =
		sen_format(all->store->arena, "sendctl pupil edit P%lld --class CLASS", (long long)pupil);
}

/* Every child on roll once: the list is the point. */
static int check_pupils(struct findings *all, struct sen_err *err)
{
	static const char sql[] =
		"SELECT p.id, p.upn, p.dob, e.year, e.class,"
		" EXISTS (SELECT 1 FROM mis_finding f WHERE f.pupil_id = p.id"
		" AND f.kind = 'upn' AND f.settled_on IS NULL AND f.voided_at IS NULL) FROM pupil "
		"p" SQL_ENROLMENT " WHERE " SQL_SCHOOL("p") " AND " SQL_ON_ROLL " ORDER BY p.id";
	DB_STMT *stmt = NULL;
	int rc = db_prepare(all->store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_date(stmt, ":day", all->day);
	db_bind_int(stmt, ":school", all->store->school_id ? all->store->school_id : SEN_NO_INT);
	while ((rc = db_step(stmt, err)) == 1) {
		int64_t id = db_col_int(stmt, 0);

		/* The import has said so already. */
		if (!db_col_int(stmt, 5))
			check_upn(all, id, db_col_text(stmt, 1, NULL));
		check_year(all, id, db_col_text(stmt, 3, NULL), db_col_date(stmt, 2));
		check_class(all, id, db_col_text(stmt, 4, NULL));
	}
	return rc;
}

static int name_child(struct findings *all, struct sen_finding *finding, struct sen_err *err)
{
	static const char sql[] =
		"SELECT p.upn, " SQL_NAME ", e.class FROM pupil p" SQL_ENROLMENT " WHERE p.id = :id";
	struct sen_arena *arena = all->store->arena;
	struct db_stmt *stmt;
	int rc = db_cached(all->store->db, sql, &stmt, err);

	if (rc < 0 || finding->pupil_id == SEN_NO_INT)
		return rc < 0 ? rc : 0;
	db_bind_date(stmt, ":day", all->day);
	db_bind_int(stmt, ":id", finding->pupil_id);
	if ((rc = db_step(stmt, err)) == 1) {
		finding->upn = sen_strdup(arena, db_col_text(stmt, 0, NULL));
		finding->pupil = sen_strdup(arena, db_col_text(stmt, 1, NULL));
		finding->class_name = sen_strdup(arena, db_col_text(stmt, 2, NULL));
	}
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

/* The order of rules: as a SENCo would work through them. */
static int rank(const char *rule)
{
	static const char *const order[] = {"need-missing",	   "need-primary",     "parents-told",
					    "level-unknown",	   "need-nsa-plan",    "rule-passed-by",
					    "concern-review-date", "parents-away",     "review-unheard",
					    "no-provision",	   "ehc-case-missing", "ehc-agreement",
					    "ehc-plan-empty",

					    "ehc-told-staff",	   "upn-missing",      "upn-temporary",
					    "upn-wrong",	   "year-dob",	       "class-missing"};

	if (strncmp(rule, "import-", 7) == 0)
		return -1;
	for (size_t i = 0; i < SEN_COUNT(order); i++)
		if (strcmp(order[i], rule) == 0)
			return (int)i;
	return 3; /* late deadlines, between the law's findings and the doubts */
}

static int by_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int by_rule(const void *a, const void *b)
{
	const struct sen_finding *x = a, *y = b;
	int order = rank(x->rule) - rank(y->rule);

	if (!order)
		order = by_text(x->rule, y->rule);
	if (!order)
		order = by_text(x->class_name, y->class_name);
	if (!order)
		order = by_text(x->pupil, y->pupil);
	if (!order)
		order = (x->pupil_id > y->pupil_id) - (x->pupil_id < y->pupil_id);
	return order ? order : by_text(x->finding, y->finding);
}

int sen_conformance(struct sen_store *store, struct sen_finding **out, size_t *count, struct sen_err *err)
{
	struct findings all = {.store = store, .day = sen_store_day(store)};
	int rc;

	if ((rc = conformance_sql(&all, err)) < 0 || (rc = conformance_ehc(&all, err)) < 0 ||
	    (rc = check_facts(&all, err)) < 0 || (rc = conformance_complaints(&all, err)) < 0 ||
	    (rc = conformance_plans(&all, err)) < 0 || (rc = check_pupils(&all, err)) < 0)
		return rc;
	for (size_t i = 0; i < all.count; i++)
		if ((rc = name_child(&all, &all.items[i], err)) < 0)
			return rc;
	if (all.count > 1)
		qsort(all.items, all.count, sizeof(*all.items), by_rule);
	*out = all.items;
	*count = all.count;
	return 0;
}

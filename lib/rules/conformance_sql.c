/* Conformance rules that are one SELECT each. The SELECT gives pupil_id,
 * detail, subject, and for some a severity and a citation. */
#include "rules/conformance.h"
#include "rules/sql.h"

#include <string.h>

#define SUPPORTED                                                                               \
	"FROM register_entry r JOIN pupil p ON p.id = r.pupil_id WHERE r.census IN ('K', 'E') " \
	"AND " SQL_HOLDS("r") " AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL
#define ANY_NEED(more) "EXISTS (SELECT 1 FROM need n WHERE n.pupil_id = p.id AND " SQL_HOLDS("n") more ")"

static const struct sql_rule rules[] = {
	{NULL, "advice", NULL, "%s", NULL,
	 "SELECT f.pupil_id, f.finding AS detail, NULL AS subject, 'import-' || f.kind AS rule,"
	 " NULL AS severity, NULL AS cite, CASE f.kind WHEN 'upn' THEN 'sendctl pupil edit P' ||"
	 " CAST(f.pupil_id AS TEXT) || ' --upn UPN' WHEN 'difference' THEN 'sendctl pupil settle P' ||"
	 " CAST(f.pupil_id AS TEXT) || ' ' || f.field || ' --ours (or --theirs)' ELSE"
	 " 'sendctl pupil settle P' || CAST(f.pupil_id AS TEXT) || ' ' || f.field || ' --ours' END AS fix"
	 " FROM mis_finding f JOIN pupil p ON p.id = f.pupil_id"
	 " WHERE f.settled_on IS NULL AND f.voided_at IS NULL AND " SQL_SCHOOL("f") " AND " SQL_ON_ROLL
										    " ORDER BY f.id"},
	{"need-missing", "law", "school census (EA 1996 s.537A)", "on the register (%s) without any need",
	 "sendctl pupil need P%lld TYPE",
	 "SELECT r.pupil_id, r.census AS detail, 'RG' || CAST(r.id AS TEXT) AS subject " SUPPORTED
	 " AND NOT " ANY_NEED("")},
	{"need-primary", "law", "school census (EA 1996 s.537A)", "has needs but none is the primary one",
	 "sendctl pupil need P%lld TYPE,TYPE",
	 "SELECT r.pupil_id, r.census AS detail, 'RG' || CAST(r.id AS TEXT) AS subject " SUPPORTED
	 " AND " ANY_NEED("") " AND NOT " ANY_NEED(" AND n.rank = 1")},
	{"need-nsa-plan", "advice", NULL, "has an EHC plan and the need NSA (no specialist assessment)",
	 "sendctl pupil need P%lld TYPE",
	 "SELECT r.pupil_id, r.census AS detail, 'RG' || CAST(r.id AS TEXT) AS subject " SUPPORTED
	 " AND r.census = 'E' AND " ANY_NEED(" AND n.type = 'NSA'")},
	{"looked-after-pep", "advice", NULL, "looked after, and no PEP with a day of review is on record",
	 "sendctl document add P%lld --kind PEP --due DATE",
	 "SELECT f.pupil_id, f.flag AS detail, NULL AS subject FROM flag f JOIN pupil p ON p.id = f.pupil_id"
	 " WHERE f.flag = 'looked_after' AND " SQL_HOLDS("f") " AND " SQL_SCHOOL(
		 "p") " AND " SQL_ON_ROLL " AND NOT EXISTS (SELECT 1 FROM document d WHERE d.pupil_id = p.id "
		      "AND lower(d.kind) = 'pep'"
		      " AND d.voided_at IS NULL AND d.ended_on IS NULL AND d.review_on IS NOT NULL)"},
	{"census-two", "law", "school census (EA 1996 s.537A)", "stands at two levels at once: %s",
	 "sendctl pupil show P%lld",
	 "SELECT r.pupil_id, r.level || ' and ' || o.level AS detail, 'RG' || CAST(r.id AS TEXT) AS subject"
	 " FROM register_entry r JOIN register_entry o ON o.pupil_id = r.pupil_id AND o.id > r.id"
	 " JOIN pupil p ON p.id = r.pupil_id WHERE " SQL_HOLDS("r") " AND " SQL_HOLDS("o") " AND " SQL_SCHOOL(
		 "p") " AND " SQL_ON_ROLL},
	{"ehc-two", "advice", NULL, "two EHC cases are open at once: %s", NULL,
	 "SELECT x.pupil_id, 'EH' || CAST(x.id AS TEXT) || ' and EH' || CAST(o.id AS TEXT) AS detail,"
	 " 'EH' || CAST(x.id AS TEXT) AS subject, 'ehc-two' AS rule, NULL AS severity, NULL AS cite,"
	 " 'sendctl ehcp remove EH' || CAST(o.id AS TEXT) || ' --reason TEXT (or EH' || CAST(x.id AS TEXT) ||"
	 " ')' AS fix FROM ehc x JOIN ehc o ON o.pupil_id = x.pupil_id AND o.id > x.id"
	 " JOIN pupil p ON p.id = x.pupil_id WHERE x.voided_at IS NULL AND o.voided_at IS NULL"
	 " AND x.ended_on IS NULL AND o.ended_on IS NULL AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL
									       " ORDER BY x.id, o.id"},
	{"plan-two", "advice", NULL, "two agreed plans of one kind stand at once: %s", NULL,
	 "SELECT l.pupil_id, 'PL' || CAST(l.id AS TEXT) || ' and PL' || CAST(o.id AS TEXT) AS detail,"
	 " 'PL' || CAST(l.id AS TEXT) AS subject, 'plan-two' AS rule, NULL AS severity, NULL AS cite,"
	 " 'sendctl plan close PL' || CAST(l.id AS TEXT) || ' (or PL' || CAST(o.id AS TEXT) || ')' AS fix"
	 " FROM plan l JOIN plan o ON o.pupil_id = l.pupil_id AND o.kind = l.kind AND o.id > l.id"
	 " JOIN pupil p ON p.id = l.pupil_id WHERE l.voided_at IS NULL AND o.voided_at IS NULL"
	 " AND l.closed_on IS NULL AND o.closed_on IS NULL AND l.agreed_on IS NOT NULL"
	 " AND o.agreed_on IS NOT NULL AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL " ORDER BY l.id, o.id"},
	{NULL, NULL, NULL, "%s", NULL,
	 "SELECT d.pupil_id, 'late since ' || " DB_DAY(
		 "d.due_on") " || ': ' || d.what AS detail, d.subject, d.rule,"
			     " CASE d.basis WHEN 'judgement' THEN 'advice' ELSE d.basis END AS severity, "
			     "d.cite, d.fix"
			     " FROM deadline d LEFT JOIN pupil p ON p.id = d.pupil_id"
			     " WHERE d.met_on IS NULL AND d.due_on < :day AND d.lapses = 0 AND " SQL_SCHOOL(
				     "d") " AND p.voided_at IS NULL"
					  " AND " SQL_STILL_OWED " ORDER BY d.due_on, d.id"},
	{"plan-old", "advice", NULL, "the plan was agreed on %s, more than a year ago",
	 "sendctl plan renew P%lld",
	 "SELECT l.pupil_id, " DB_DAY(
		 "l.agreed_on") " AS detail, 'PL' || CAST(l.id AS TEXT) AS subject FROM plan l"
				" JOIN pupil p ON p.id = l.pupil_id WHERE l.voided_at IS NULL AND "
				"l.closed_on IS NULL"
				" AND l.agreed_on < :year_ago AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL
										    " ORDER BY l.id"},
	{"no-provision", "advice", NULL, "has a plan, and no provision is running",
	 "sendctl provision add --pupil P%lld",
	 "SELECT r.pupil_id, NULL AS detail, 'RG' || CAST(r.id AS TEXT) AS subject " SUPPORTED
	 " AND EXISTS (SELECT 1 FROM plan l WHERE l.pupil_id = p.id AND l.voided_at IS NULL AND l.closed_on "
	 "IS"
	 " NULL AND l.made_on <= :day) AND NOT EXISTS (SELECT 1 FROM provision_pupil g WHERE g.pupil_id = "
	 "p.id"
	 " AND " SQL_HOLDS("g") ")"},
	{"register-review-open", "advice", NULL, "a review of the register was begun on %s and is not closed",
	 "sendctl review register --close",
	 "SELECT NULL AS pupil_id, " DB_DAY(
		 "b.held_on") " AS detail, 'LB' || CAST(b.id AS TEXT) AS subject FROM logbook b"
			      " WHERE b.voided_at IS NULL AND b.kind = 'register-review' AND b.closed_on IS "
			      "NULL"
			      " AND b.held_on < :month_ago AND " SQL_SCHOOL("b") " ORDER BY b.id"},
	{"rule-passed-by", "policy", NULL, "%s", "sendctl audit list P%lld",
	 "SELECT a.pupil_id, c.verb || ' went on where the policy says no: ' || a.anyway AS detail,"
	 " MAX(a.noun) || ' ' || CAST(MAX(a.record_id) AS TEXT) AS subject FROM audit a"
	 " JOIN command c ON c.id = a.command JOIN pupil p ON p.id = a.pupil_id WHERE a.anyway IS NOT NULL "
	 "AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL
				" GROUP BY a.command, a.pupil_id, c.verb, a.anyway ORDER BY a.command"},
};

static const char *col(struct sen_arena *arena, struct db_stmt *stmt, const char *name)
{
	int at = db_col_find(stmt, name);

	return at < 0 ? NULL : sen_strdup(arena, db_col_text(stmt, at, NULL));
}

/* The pattern with its one %s or %lld filled in, without handing a pattern
 * that is no constant to printf. */
static const char *fill(struct sen_arena *arena, const char *pattern, const char *mark, const char *text)
{
	const char *at = pattern ? strstr(pattern, mark) : NULL;

	if (!at)
		return pattern;
	return sen_format(arena, "%.*s%s%s", (int)(at - pattern), pattern, text ? text : "",
			  at + strlen(mark));
}

static void add_row(struct findings *all, const struct sql_rule *rule, struct db_stmt *stmt)
{
	struct sen_arena *arena = all->store->arena;
	int64_t pupil = db_col_int(stmt, 0);
	const char *severity = col(arena, stmt, "severity"), *id;
	struct sen_finding *finding = finding_add(all, rule->rule, rule->severity, pupil);

	id = sen_format(arena, "%lld", (long long)pupil);
	if (!rule->rule)
		finding->rule = col(arena, stmt, "rule");
	if (!rule->severity)
		finding->severity = severity;
	finding->finding = fill(arena, rule->finding, "%s", col(arena, stmt, "detail"));
	finding->subject = col(arena, stmt, "subject");
	finding->cite = rule->cite ? rule->cite : col(arena, stmt, "cite");
	finding->fix = rule->fix ? fill(arena, rule->fix, "%lld", id) : col(arena, stmt, "fix");
	if (!finding->fix && pupil != SEN_NO_INT)
		finding->fix = sen_format(arena, "sendctl pupil show P%s", id);
}

static int run(struct findings *all, const struct sql_rule *rule, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_prepare(all->store->db, rule->sql, &stmt, err);

	if (rc < 0)
		return rc;
	if (db_has_param(stmt, ":day"))
		db_bind_date(stmt, ":day", all->day);
	if (db_has_param(stmt, ":weeks_ago"))
		db_bind_date(stmt, ":weeks_ago", all->day - 42);
	if (db_has_param(stmt, ":year_ago"))
		db_bind_date(stmt, ":year_ago", sen_date_add_months(all->day, -12));
	if (db_has_param(stmt, ":month_ago"))
		db_bind_date(stmt, ":month_ago", sen_date_add_months(all->day, -1));
	if (db_has_param(stmt, ":school"))
		db_bind_int(stmt, ":school", all->store->school_id ? all->store->school_id : SEN_NO_INT);
	while ((rc = db_step(stmt, err)) == 1)
		add_row(all, rule, stmt);
	return rc;
}

int conformance_rows(struct findings *all, const struct sql_rule *rows, size_t count, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < count && rc == 0; i++)
		rc = run(all, &rows[i], err);
	return rc;
}

int conformance_sql(struct findings *all, struct sen_err *err)
{
	return conformance_rows(all, rules, SEN_COUNT(rules), err);
}

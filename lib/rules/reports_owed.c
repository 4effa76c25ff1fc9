/* report overdue and report due: the deadline table by date. */
#include "rules/rules.h"
#include "rules/sql.h"

#include <sen/report.h>
#include <sen/school.h>
#include <sen/text.h>

#include <string.h>

static const struct sen_code_row basis_codes[] = {
	{"law", "law"}, {"policy", "policy"}, {"judgement", "judgement"}, {NULL, NULL}};

/* In the order of cli.md 4. Quiet columns are in JSON and CSV, and in text by --fields. */
static const struct sen_column columns[] = {
	{"deadline", "No.", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "its number"},
	{"due_on", "Due", SEN_C_DATE, SEN_COL_EARLY, NULL, NULL, "last day in time"},
	{"days", "Days", SEN_C_INT, SEN_COL_EARLY | SEN_COL_RIGHT | SEN_COL_ALERT | SEN_COL_DAYS, NULL, NULL,
	 "days until then, negative when past"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is owed"},
	{"rule", "Rule", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "stable key of the rule"},
	{"owner", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "person, role or body"},
	{"basis", "Basis", SEN_C_CODE, SEN_COL_QUIET, NULL, basis_codes, "law, policy or judgement"},
	{"cite", "From", SEN_C_TEXT, 0, NULL, NULL, "where the law or policy says so"},
	{"pupil_id", "Id", SEN_C_ID, 0, "P", NULL, "the child's id"},
	{"upn", "UPN", SEN_C_TEXT, SEN_COL_UPN | SEN_COL_QUIET, NULL, NULL, "unique pupil number"},
	{"pupil", "Child", SEN_C_TEXT, SEN_COL_EARLY | SEN_COL_NAME, NULL, NULL, "the child"},
	{"class", "Class", SEN_C_TEXT, SEN_COL_EARLY, NULL, NULL, "class on that day"},
	{"year", "Year", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_year_codes, "year group"},
	{"subject", "Record", SEN_C_TEXT, 0, NULL, NULL, "the record it hangs on"},
	{"fix", "Command", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "the command that meets it"},
};

/* The partial index deadline_due gives the range and the order. */
static const char sql[] =
	"SELECT d.id AS deadline, d.due_on, d.due_on AS days, d.what,"
	" d.rule, d.owner, d.basis, d.cite, d.pupil_id, p.upn, " SQL_NAME " AS pupil, e.class, e.year,"
	" d.subject, d.fix"
	" FROM deadline d LEFT JOIN pupil p ON p.id = d.pupil_id" SQL_ENROLMENT
	" WHERE d.met_on IS NULL AND d.due_on >= COALESCE(:from, '') AND d.due_on < :until"
	" AND (d.lapses = 0 OR d.due_on >= :today) "
	"AND " SQL_SCHOOL("d") " AND p.voided_at IS NULL AND " SQL_STILL_OWED
			       " AND (:class IS NULL OR lower(COALESCE(e.class, '')) = lower(:class))"
			       " AND (:owner IS NULL OR d.owner = :owner)"
			       " AND (:who IS NULL OR d.owner LIKE :who"
			       " OR (', ' || d.owner || ',' LIKE :role AND (:role_class IS NULL OR "
			       "e.class = :role_class OR d.pupil_id IS NULL)))"
			       " ORDER BY d.due_on, d.id";

const struct sen_query sen_report_overdue = {.name = "report-overdue",
					     .title = "Overdue",
					     .version = 1,
					     .sql = sql,
					     .columns = columns,
					     .count = SEN_COUNT(columns)};
const struct sen_query sen_report_due = {.name = "report-due",
					 .title = "Due",
					 .version = 1,
					 .sql = sql,
					 .columns = columns,
					 .count = SEN_COUNT(columns)};

/* A LIKE pattern that finds the words anywhere. */
static const char *pattern(struct sen_arena *arena, const char *words)
{
	return words ? sen_format(arena, "%%%s%%", words) : NULL;
}

/* What deadlines call the role of a member of staff. */
static const char *role_word(const struct sen_policy *policy, const char *role)
{
	if (strcmp(role, "sendco") == 0)
		return rules_coordinator(policy);
	return sen_policy_word(policy, role, role);
}

static int owes_nothing(struct sen_store *store, struct sen_report_for *out, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_prepare(store->db, "SELECT 1 FROM deadline WHERE owner LIKE :who LIMIT 1", &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":who", out->who);
	rc = db_step(stmt, err);
	out->unknown = rc == 0;
	return rc < 0 ? rc : 0;
}

int sen_report_for(struct sen_store *store, const char *name, struct sen_report_for *out, struct sen_err *err)
{
	static const char staff_sql[] =
		"SELECT s.role, s.class, s.school_id FROM staff s WHERE lower(s.name) = lower(:name) "
		"AND " SQL_HOLDS("s") " AND " SQL_SCHOOL("s") " ORDER BY s.id LIMIT 1";
	const struct sen_policy_set *policies;
	const char *role, *class_name;
	sen_date day = sen_store_day(store);
	DB_STMT *stmt = NULL;
	int rc;

	*out = (struct sen_report_for){.who = pattern(store->arena, name)};
	if (!name || (rc = db_prepare(store->db, staff_sql, &stmt, err)) < 0)
		return name ? rc : 0;
	db_bind_text(stmt, ":name", name);
	db_bind_date(stmt, ":day", day);
	db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
	if ((rc = db_step(stmt, err)) <= 0)
		return rc < 0 ? rc : owes_nothing(store, out, err);
	role = sen_strdup(store->arena, db_col_text(stmt, 0, NULL));
	class_name = sen_strdup(store->arena, db_col_text(stmt, 1, NULL));
	if ((rc = sen_policies(store, &policies, err)) < 0)
		return rc;
	/* One of several owners, whole: "TA" is not in "all staff". */
	out->role = sen_format(store->arena, "%%, %s,%%",
			       role_word(sen_policy_on(policies, db_col_int(stmt, 2), day), role));
	out->role_class = class_name;
	out->name = name;
	return 0;
}

int sen_report_teacher(struct sen_store *store, const char **out, struct sen_err *err)
{
	const struct sen_policy_set *policies;
	const struct sen_policy *policy = NULL;
	int rc = sen_policies(store, &policies, err);

	if (rc == 0 && store->school_id)
		policy = sen_policy_on(policies, store->school_id, sen_store_day(store));
	*out = policy ? sen_policy_word(policy, "class-teacher", "class teacher") : "class teacher";
	return rc;
}

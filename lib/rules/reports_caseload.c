/* report caseload: each adult with the children they answer for (R70, R87). */
#include "rules/sql.h"

#include <sen/pupil.h>
#include <sen/report.h>

/* Who answers for whom: single children, and those of a class who stand on a
 * list or have an open concern. */
#define LISTED(child)                                                                 \
	"(EXISTS (SELECT 1 FROM register_entry l WHERE l.pupil_id = " child           \
	" AND l.kind <> 'none' AND " SQL_HOLDS(                                       \
		"l") ") OR EXISTS (SELECT 1 FROM concern o WHERE o.pupil_id = " child \
		     " AND o.voided_at IS NULL AND o.closed_on IS NULL))"
#define IN_CLASS(x) \
	" JOIN enrolment e ON e.class = " x ".class AND e.school_id = " x ".school_id AND " SQL_HOLDS("e")
#define CASES                                                                                      \
	"SELECT d.staff_id, d.pupil_id, coalesce(d.role, 'the child') AS how FROM duty d"          \
	" WHERE d.pupil_id IS NOT NULL AND " SQL_HOLDS(                                            \
		"d") " UNION ALL SELECT d.staff_id, e.pupil_id, "                                  \
		     "coalesce(d.role, 'class ' || d.class) FROM "                                 \
		     "duty d" IN_CLASS(                                                            \
			     "d") " WHERE d.class IS NOT "                                         \
				  "NULL AND " SQL_HOLDS("d") " AND " LISTED(                       \
					  "e.pupil_id") " UNION ALL SELECT s.id, e.pupil_id, "     \
							"'class ' || s.class FROM staff "          \
							"s" IN_CLASS("s") " WHERE "                \
									  "s.class "               \
									  "IS NOT "                \
									  "NULL "                  \
									  "AND"                    \
									  " " SQL_HOLDS(           \
										  "s") " AND"      \
										       " " LISTED( \
											       "e.pupil_id")
/* One line a child and adult, though there be two reasons. */
#define CASELOAD                                                         \
	"(SELECT k.staff_id, k.pupil_id, MIN(k.how) AS how FROM (" CASES \
	") k JOIN pupil p ON p.id = k.pupil_id"                          \
	" WHERE " SQL_ON_ROLL " GROUP BY k.staff_id, k.pupil_id)"

static const struct sen_column child_columns[] = {
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "name", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class"},
	{.name = "how", .label = "For", .kind = SEN_C_TEXT, .help = "in what role, or by the class"},
	{.name = "level_name", .label = "Level", .kind = SEN_C_TEXT, .help = "level of the school's policy"},
	{.name = "census", .label = "SEN", .kind = SEN_C_TEXT, .help = "N, K or E"},
	{.name = "primary_need", .label = "Need", .kind = SEN_C_TEXT, .help = "primary need"},
	{.name = "plan_on",
	 .label = "EHC plan",
	 .kind = SEN_C_DATE,
	 .flags = SEN_COL_QUIET,
	 .help = "the first final EHC plan"},
	{.name = "review_due",
	 .label = "Review due",
	 .kind = SEN_C_DATE,
	 .help = "the annual review of an EHC plan, else the review of the plan, is due by"},
	{.name = "late",
	 .label = "Late",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "deadlines past"},
	{.name = "next_due", .label = "Next due", .kind = SEN_C_DATE, .help = "the next deadline"},
};
#define DEADLINES(when)                                                                     \
	" FROM deadline d WHERE d.pupil_id = p.id AND d.met_on IS NULL AND " SQL_NOT_LAPSED \
	" AND d.due_on " when
static const char child_sql[] =
	"SELECT p.id, " SQL_NAME " AS name, e.class, k.how, r.level_name, coalesce(r.census, 'N') AS census,"
	" (SELECT MIN(n.type) FROM need n WHERE n.pupil_id = p.id AND n.rank = 1 AND " SQL_HOLDS(
		"n") ") AS primary_need, (SELECT MIN(m.happened_on) FROM milestone m WHERE m.pupil_id = p.id"
		     " AND m.voided_at IS NULL AND m.event IN ('final-plan', 'amended-final')) AS plan_on,"
		     " (SELECT MIN(d.due_on) FROM deadline d WHERE d.pupil_id = p.id AND d.met_on IS NULL"
		     " AND (d.rule = 'annual-review-complete' OR (d.rule = 'plan-review' AND r.kind <> "
		     "'plan')))"
		     " AS review_due,"
		     " (SELECT COUNT(*)" DEADLINES(
			     "< :today") ") AS late,"
					 " (SELECT MIN(d.due_on)" DEADLINES(
						 ">= :today") ") AS next_due"
							      " FROM " CASELOAD " k JOIN pupil p ON p.id = "
							      "k.pupil_id" SQL_ENROLMENT
							      " LEFT JOIN register_entry r ON r.pupil_id = "
							      "p.id AND " SQL_HOLDS(
								      "r") " WHERE k.staff_id = :parent "
									   "ORDER BY e.class, p.sort_key, "
									   "p.id";
static const struct sen_query parts[] = {{.name = "children",
					  .title = "Children",
					  .sql = child_sql,
					  .columns = child_columns,
					  .count = SEN_COUNT(child_columns)}};

#define NUMBER(n, l, h)                                                                     \
	{                                                                                   \
		.name = n, .label = l, .kind = SEN_C_INT, .flags = SEN_COL_RIGHT, .help = h \
	}
static const struct sen_column columns[] = {
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "ST", .help = "the adult's id"},
	{.name = "adult", .label = "Adult", .kind = SEN_C_TEXT, .flags = SEN_COL_PERSON, .help = "name"},
	{.name = "role", .label = "Role", .kind = SEN_C_TEXT, .help = "in the school"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class they teach or help"},
	NUMBER("children", "Children", "children they answer for"),
	NUMBER("on_register", "On register", "of them on the SEND register, EHC plans among them"),
	NUMBER("plans", "EHC plan", "of them with an EHC plan"),
	NUMBER("monitored", "Monitored", "of them monitored"),
	NUMBER("late", "Late", "deadlines of these children that are past"),
	NUMBER("due", "Due in 4 weeks", "deadlines of these children that come"),
};
#define SUM(test) "SUM(CASE WHEN " test " THEN 1 ELSE 0 END)"
/* Names for what the formatter would tear apart between strings. */
#define ON_REGISTER SUM("r.kind IN ('register', 'plan')")
#define WITH_PLAN SUM("r.kind = 'plan'")
#define MONITORED SUM("r.kind = 'monitored'")
#define OWED                                                                                  \
	"SELECT COUNT(*) FROM deadline d WHERE d.pupil_id = k.pupil_id AND d.met_on IS NULL " \
	"AND " SQL_NOT_LAPSED " AND "
#define LEVEL_NOW SQL_HOLDS("r")
#define HERE_NOW SQL_HOLDS("s")
#define OF_SCHOOL SQL_SCHOOL("s")
static const char sql[] =
	"SELECT s.id, s.name AS adult, s.role, s.class, COUNT(k.pupil_id) AS children,"
	" " ON_REGISTER " AS on_register, " WITH_PLAN " AS plans, " MONITORED " AS monitored,"
	" SUM((" OWED "d.due_on < :today)) AS late,"
	" SUM((" OWED "d.due_on >= :today AND d.due_on < :until)) AS due"
	" FROM staff s JOIN " CASELOAD " k ON k.staff_id = s.id"
	" LEFT JOIN register_entry r ON r.pupil_id = k.pupil_id AND " LEVEL_NOW " WHERE " HERE_NOW
	" AND " OF_SCHOOL " AND (:name IS NULL OR lower(s.name) = lower(:name))"
	" GROUP BY s.id, s.name, s.role, s.class ORDER BY s.name, s.id";

#define CASELOAD_QUERY(more)                                                                       \
	{                                                                                          \
		.name = "report-caseload", .title = "Caseload", .version = 1, .sql = sql,          \
		.columns = columns, .count = SEN_COUNT(columns), .parts = parts,                   \
		.part_count = SEN_COUNT(parts), .flags = more,                                     \
		.empty = "No adult answers for a child yet. 'sendctl staff assign' says who does." \
	}
const struct sen_query sen_report_caseload = CASELOAD_QUERY(0);
const struct sen_query sen_report_caseload_one = CASELOAD_QUERY(SEN_Q_PAGE | SEN_Q_SHEET);

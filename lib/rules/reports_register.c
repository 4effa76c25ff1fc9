/* report register: the children on the SEND register on a day. */
#include "rules/sql.h"

#include <sen/pupil.h>
#include <sen/report.h>

#define QUIET SEN_COL_QUIET
static const struct sen_column columns[] = {
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "upn",
	 .label = "UPN",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_UPN | QUIET,
	 .help = "unique pupil number"},
	{.name = "admission_number",
	 .label = "Number",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_UPN | QUIET,
	 .help = "the school's number for the child"},
	{.name = "forename",
	 .label = "Legal forename",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_NAME | QUIET,
	 .help = "legal"},
	{.name = "surname",
	 .label = "Legal surname",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_NAME | QUIET,
	 .help = "legal"},
	{.name = "name",
	 .label = "Name",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_NAME,
	 .help = "preferred if set"},
	{.name = "dob", .label = "Born", .kind = SEN_C_DATE, .flags = QUIET, .help = "date of birth"},
	{.name = "sex",
	 .label = "Sex",
	 .kind = SEN_C_CODE,
	 .flags = QUIET,
	 .codes = sen_sex_codes,
	 .help = "F M U"},
	{.name = "year", .label = "Year", .kind = SEN_C_CODE, .codes = sen_year_codes, .help = "year group"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class"},
	{.name = "level", .label = "Level", .kind = SEN_C_TEXT, .help = "level of the school's policy"},
	{.name = "level_name", .label = "Level name", .kind = SEN_C_TEXT, .flags = QUIET, .help = "its name"},
	{.name = "census", .label = "Census", .kind = SEN_C_TEXT, .help = "K or E"},
	{.name = "on_register",
	 .label = "On register",
	 .kind = SEN_C_BOOL,
	 .flags = QUIET,
	 .help = "always true here"},
	{.name = "primary_need", .label = "Need", .kind = SEN_C_TEXT, .help = "primary need, CBDS code"},
	{.name = "secondary_need", .label = "Second", .kind = SEN_C_TEXT, .help = "second need"},
	{.name = "since",
	 .label = "Since",
	 .kind = SEN_C_DATE,
	 .help = "on the register since, without a break"},
	{.name = "left_on", .label = "Left", .kind = SEN_C_DATE, .flags = QUIET, .help = "last day on roll"},
	{.name = "area",
	 .label = "Area",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET,
	 .help = "area of the primary need (Code 6.28 to 6.35)"},
	{.name = "parents_told_on",
	 .label = "Parents told",
	 .kind = SEN_C_DATE,
	 .help = "last time, as recorded"},
	{.name = "plan",
	 .label = "Plan",
	 .kind = SEN_C_TEXT,
	 .flags = QUIET,
	 .help = "the plan in force, or the draft there is: 'Learning Plan (PL4, agreed)'"},
	{.name = "review_due", .label = "Review due", .kind = SEN_C_DATE, .help = "the next review owed"},
	{.name = "interventions",
	 .label = "Interventions",
	 .kind = SEN_C_TEXT,
	 .flags = QUIET,
	 .help = "now running"},
};
#undef QUIET

#define ON_LIST(x) x ".kind IN ('register', 'plan')"
#define NEED(rank_is)                                                                   \
	"(SELECT MIN(n.type) FROM need n WHERE n.pupil_id = p.id AND n.rank = " rank_is \
	" AND " SQL_HOLDS("n") ")"
/* The start of the entry that no other one on the list leads up to. */
#define SINCE                                                                                                \
	"(SELECT MAX(s.from_on) FROM register_entry s WHERE s.pupil_id = p.id AND s.voided_at IS NULL"       \
	" AND " ON_LIST("s") " AND s.from_on <= :day AND NOT EXISTS (SELECT 1 FROM register_entry b"         \
			     " WHERE b.pupil_id = s.pupil_id AND b.voided_at IS NULL AND " ON_LIST(          \
				     "b") " AND b.until_on = s.from_on AND (b.from_on IS NULL OR b.from_on " \
					  "< b.until_on)))"

#define PLAN                                                                                           \
	"(SELECT y.kind_name || ' (PL' || CAST(y.id AS TEXT) || CASE WHEN y.agreed_on <= :day THEN"    \
	" ', agreed)' ELSE ', draft)' END FROM plan y WHERE y.pupil_id = p.id AND y.voided_at IS NULL" \
	" AND y.made_on <= :day AND (y.closed_on IS NULL OR y.closed_on > :day) ORDER BY CASE WHEN"    \
	" y.agreed_on <= :day THEN 0 ELSE 1 END, y.id DESC LIMIT 1)"

static const char sql[] =
	"SELECT x.*, CASE WHEN x.primary_need IN ('SLCN', 'ASD') THEN 'Communication and interaction'"
	" WHEN x.primary_need IN ('SPLD', 'MLD', 'SLD', 'PMLD') THEN 'Cognition and learning'"
	" WHEN x.primary_need = 'SEMH' THEN 'Social, emotional and mental health'"
	" WHEN x.primary_need IN ('HI', 'VI', 'MSI', 'PD') THEN 'Sensory and/or physical' END AS area"
	" FROM (SELECT p.id, p.upn, p.admission_number, p.forename, p.surname, " SQL_NAME " AS name, p.dob,"
	" p.sex, e.year, e.class, r.level, r.level_name, r.census, 1 AS on_register,"
	" " NEED("1") " AS primary_need, " NEED(
		"2") " AS secondary_need, " SINCE " AS since, p.left_on,"
		     " (SELECT MAX(t.told_on) FROM register_entry t WHERE t.pupil_id = p.id AND t.voided_at "
		     "IS NULL"
		     " AND t.told_on <= :day) AS parents_told_on,"
		     " " PLAN " AS plan, (SELECT MIN(d.due_on) FROM deadline d WHERE d.pupil_id = "
		     "p.id"
		     " AND d.met_on IS NULL AND d.rule IN ('plan-review', 'register-review', "
		     "'annual-review-complete'))"
		     " AS review_due, CAST(NULL AS TEXT) AS interventions, p.sort_key"
		     " FROM register_entry r JOIN pupil p ON p.id = r.pupil_id" SQL_ENROLMENT
		     " WHERE " ON_LIST("r") " AND " SQL_HOLDS("r") " AND " SQL_SCHOOL(
			     "p") " AND " SQL_ON_ROLL ") x"
				  " ORDER BY COALESCE(x.class, ''), x.sort_key, x.id";

const struct sen_query sen_report_register = {.name = "report-register",
					      .title = "SEND register",
					      .version = 1,
					      .sql = sql,
					      .columns = columns,
					      .count = SEN_COUNT(columns),
					      .empty = "No child is on the SEND register."};

/* `pupil show`: the child on one page. */
#include "model/model.h"

static const struct sen_column columns[] = {
	{"id", "Id", SEN_C_ID, 0, "P", NULL, "pupil id"},
	{"name", "Name", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "name used in school"},
	{"legal_name", "Legal name", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "forename, middle names, surname"},
	{"dob", "Born", SEN_C_DATE, 0, NULL, NULL, "date of birth"},
	{"age", "Age", SEN_C_INT, 0, NULL, NULL, "in years"},
	{"sex", "Sex", SEN_C_CODE, 0, NULL, sen_sex_codes, "F, M or U"},
	{"year", "Year", SEN_C_TEXT, 0, NULL, NULL, "year group"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"level", "Level code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "level code of the policy"},
	{"level_name", "Level", SEN_C_TEXT, 0, NULL, NULL, "its name"},
	{"census", "SEN", SEN_C_CODE, 0, NULL, sen_census_codes, "census code"},
	{"on_register", "On the register", SEN_C_BOOL, 0, NULL, NULL, "on the SEND register"},
	{"since", "At this level", SEN_C_DATE, 0, NULL, NULL, "at this level since"},
	{"upn", "UPN", SEN_C_TEXT, SEN_COL_UPN, NULL, NULL, "unique pupil number"},
	{"admission_number", "Admission number", SEN_C_TEXT, SEN_COL_UPN, NULL, NULL, "the school's number"},
	{"first_language", "First language", SEN_C_TEXT, 0, NULL, NULL, "first language"},
	{"ethnicity", "Ethnicity", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "ethnicity code"},
	{"address", "Address", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_UPN, NULL, NULL, "home address"},
	{"admitted_on", "On roll from", SEN_C_DATE, 0, NULL, NULL, "first day on roll"},
	{"left_on", "Left", SEN_C_DATE, 0, NULL, NULL, "last day on roll"},
	{"died_on", "Died", SEN_C_DATE, 0, NULL, NULL, "the day the child died"},
	{"previous_school", "Came from", SEN_C_TEXT, 0, NULL, NULL, "previous school"},
	{"next_school", "Went to", SEN_C_TEXT, 0, NULL, NULL, "next school"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};
static const char page_sql[] =
	"SELECT p.id AS id, " MODEL_NAME
	" AS name, p.forename || CASE WHEN p.middle_names IS NULL THEN '' ELSE"
	" ' ' || p.middle_names END || ' ' || p.surname AS legal_name, p.dob AS dob,"
	" CAST(substr(:day, 1, 4) AS INTEGER) - CAST(substr(p.dob, 1, 4) AS INTEGER)"
	" - CASE WHEN substr(:day, 6) < substr(p.dob, 6) THEN 1 ELSE 0 END AS age, p.sex AS sex, e.year AS "
	"year,"
	" e.class AS class, r.level AS level, r.level_name AS level_name, coalesce(r.census, 'N') AS census,"
	" CASE WHEN r.kind IN ('register', 'plan') THEN 1 ELSE 0 END AS on_register, r.from_on AS since,"
	" p.upn AS upn, p.admission_number AS admission_number, p.first_language AS first_language,"
	" p.ethnicity AS ethnicity, p.address AS address, p.admitted_on AS admitted_on, p.left_on AS "
	"left_on, p.died_on AS died_on,"
	" p.previous_school AS previous_school, p.next_school AS next_school, p.rev AS rev FROM pupil p"
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY(
		"e") " LEFT JOIN register_entry r ON r.pupil_id = p.id AND r.voided_at IS NULL "
		     "AND " MODEL_AT_DAY("r") " WHERE p.id = :id";

const struct sen_query sen_pupil_show_query = {.name = "pupil-show",
					       .title = "Pupil",
					       .version = 1,
					       .sql = page_sql,
					       .columns = columns,
					       .count = SEN_COUNT(columns),
					       .parts = pupil_parts,
					       .part_count = PUPIL_PARTS,
					       .flags = SEN_Q_PAGE};

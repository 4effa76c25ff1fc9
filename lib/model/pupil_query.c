/* `pupil list`: four ways to the same rows, each with its own way in: all in order
 * of name, filtered, by class, by search words. */
#include "model/model.h"

static const struct sen_column columns[] = {
	{"id", "Id", SEN_C_ID, 0, "P", NULL, "pupil id"},
	{"upn", "UPN", SEN_C_TEXT, SEN_COL_UPN | SEN_COL_QUIET, NULL, NULL, "unique pupil number"},
	{"admission_number", "Number", SEN_C_TEXT, SEN_COL_UPN | SEN_COL_QUIET, NULL, NULL,
	 "admission number"},
	{"forename", "Forename", SEN_C_TEXT, SEN_COL_NAME | SEN_COL_QUIET, NULL, NULL, "legal first name"},
	{"surname", "Surname", SEN_C_TEXT, SEN_COL_NAME | SEN_COL_QUIET, NULL, NULL, "legal surname"},
	{"name", "Name", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "name used in school"},
	{"dob", "Born", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "date of birth"},
	{"sex", "Sex", SEN_C_CODE, SEN_COL_QUIET, NULL, NULL, "F, M or U"},
	{"year", "Year", SEN_C_CODE, 0, NULL, sen_year_codes, "N1, N2, R, 1 ... 14"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"level", "Level", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "level code of the school's policy"},
	{"level_name", "Level", SEN_C_TEXT, 0, NULL, NULL, "its name"},
	{"census", "SEN", SEN_C_TEXT, 0, NULL, NULL, "census code N, K or E"},
	{"on_register", "On register", SEN_C_BOOL, SEN_COL_QUIET, NULL, NULL, "on the SEND register"},
	{"primary_need", "Need", SEN_C_TEXT, 0, NULL, NULL, "primary need, by DfE type"},
	{"secondary_need", "Second", SEN_C_TEXT, 0, NULL, NULL, "secondary need"},
	{"since", "Since", SEN_C_DATE, 0, NULL, NULL, "at this level since"},
	{"left_on", "Left", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "last day on roll"},
};

#define SELECT                                                                                             \
	"SELECT p.id AS id, p.upn AS upn, p.admission_number AS admission_number, p.forename AS forename," \
	" p.surname AS surname, " MODEL_NAME " AS name, p.dob AS dob, p.sex AS sex, e.year AS year,"       \
	" e.class AS class, r.level AS level, r.level_name AS level_name, coalesce(r.census, 'N') AS "     \
	"census,"                                                                                          \
	" CASE WHEN r.kind IN ('register', 'plan') THEN 1 ELSE 0 END AS on_register,"                      \
	" n1.type AS primary_need, n2.type AS secondary_need, r.from_on AS since, p.left_on AS left_on"
/* Periods do not overlap: each of these is one row at most. */
#define ENROLMENT_ON \
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY("e")
#define STANDING                                                                                           \
	" LEFT JOIN register_entry r ON r.pupil_id = p.id AND r.voided_at IS NULL AND " MODEL_AT_DAY(      \
		"r") " LEFT JOIN need n1 ON n1.pupil_id = p.id AND n1.rank = 1 AND n1.voided_at IS NULL "  \
		     "AND " MODEL_AT_DAY("n1") " LEFT JOIN need n2 ON n2.pupil_id = p.id AND n2.rank = 2 " \
					       "AND n2.voided_at IS NULL AND " MODEL_AT_DAY("n2")
#define ON_ROLL " WHERE " MODEL_IN_SCHOOL " AND (:all = 1 OR " MODEL_ON_ROLL ")"
#define FILTERS                                                                                            \
	" AND (:year IS NULL OR e.year = :year) AND (:level IS NULL OR lower(r.level) = lower(:level))"    \
	" AND (:census IS NULL OR coalesce(r.census, 'N') = :census)"                                      \
	" AND (:register IS NULL OR r.kind IN ('register', 'plan'))"                                       \
	" AND (:monitored IS NULL OR r.kind = 'monitored')"                                                \
	" AND (:joined_since IS NULL OR p.admitted_on >= :joined_since)"                                   \
	" AND (:need IS NULL OR EXISTS (SELECT 1 FROM need n WHERE n.pupil_id = p.id AND n.type = :need"   \
	" AND n.voided_at IS NULL AND " MODEL_AT_DAY(                                                      \
		"n") "))"                                                                                  \
		     " AND (:flag IS NULL OR EXISTS (SELECT 1 FROM flag f WHERE f.pupil_id = p.id AND "    \
		     "f.flag = :flag"                                                                      \
		     " AND f.voided_at IS NULL AND " MODEL_AT_DAY(                                         \
			     "f") "))"                                                                     \
				  " AND (:adult IS NULL OR EXISTS (SELECT 1 FROM staff t WHERE t.class = " \
				  "e.class"                                                                \
				  " AND t.school_id = p.school_id AND t.voided_at IS NULL AND "            \
				  "lower(t.name) = lower(:adult)"                                          \
				  " AND " MODEL_AT_DAY("t") ") OR " DUTY_OF_ADULT ")"
/* Or answers for the child, or the class, by `staff assign`. */
#define DUTY_OF_ADULT                                                                              \
	"EXISTS (SELECT 1 FROM duty d JOIN staff t ON t.id = d.staff_id WHERE d.voided_at IS NULL" \
	" AND t.voided_at IS NULL AND lower(t.name) = lower(:adult) AND t.school_id = p.school_id" \
	" AND (d.pupil_id = p.id OR (d.pupil_id IS NULL AND lower(d.class) = lower(e.class))) "    \
	"AND " MODEL_AT_DAY("d") ")"
#define CLASS " AND (:class IS NULL OR " MODEL_CLASS_IS ")"
#define ORDER " ORDER BY p.sort_key, p.id"
/* The first word finds the children, the others narrow them, all before anything
 * else is read of them. */
#define WORD(n)                                                                                     \
	" AND (:w" n " IS NULL OR pupil_id IN (SELECT pupil_id FROM search_word WHERE word >= :w" n \
	" AND word < :w" n "_end))"

static const char list_sql[] = SELECT " FROM pupil p" ENROLMENT_ON STANDING ON_ROLL ORDER;
static const char filter_sql[] = SELECT " FROM pupil p" ENROLMENT_ON STANDING ON_ROLL CLASS FILTERS ORDER;
static const char class_sql[] =
	SELECT " FROM enrolment e JOIN pupil p ON p.id = e.pupil_id" STANDING ON_ROLL " AND " MODEL_CLASS_IS
	       " AND e.voided_at IS NULL AND " MODEL_AT_DAY("e") FILTERS ORDER;
/* CROSS JOIN: the children found come first, and are sorted afterwards. */
static const char search_sql[] = SELECT
	" FROM (SELECT pupil_id FROM search_word WHERE word >= :w1 AND word < :w1_end" WORD("2") WORD("3")
		WORD("4") " UNION SELECT id FROM pupil WHERE upn = :number AND voided_at IS NULL"
			  " UNION SELECT id FROM pupil WHERE admission_number = :number) s CROSS JOIN pupil "
			  "p" ENROLMENT_ON STANDING ON_ROLL " AND p.id = s.pupil_id" CLASS FILTERS ORDER;

#define QUERY(text)                                                                                     \
	{                                                                                               \
		.name = "pupil-list", .title = "Pupils", .version = 1, .sql = text, .columns = columns, \
		.count = SEN_COUNT(columns), .empty = "No child fits."                                  \
	}
const struct sen_query sen_pupil_list_query = QUERY(list_sql);
const struct sen_query sen_pupil_filter_query = QUERY(filter_sql);
const struct sen_query sen_pupil_class_query = QUERY(class_sql);
const struct sen_query sen_pupil_search_query = QUERY(search_sql);

/* `pupil show`: the child on one page. */
#include "model/model.h"

/* ---- What is owed, with the command that meets it ---- */
static const struct sen_column owed_columns[] = {
	{"due_on", "Due", SEN_C_DATE, 0, NULL, NULL, "the last day for it"},
	{"state", "", SEN_C_TEXT, SEN_COL_ALERT, NULL, NULL, "overdue or due"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "one plain sentence"},
	{"next", "Next command", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command that meets it"},
	{"rule", "Rule", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "stable key of the rule"},
	{"subject", "Of", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "record it is owed for"},
	{"owner", "Who", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "person, role or body"},
};
static const char owed_sql[] =
	"SELECT due_on, CASE WHEN due_on < :today THEN 'overdue' ELSE 'due' END AS state, what, fix AS next, "
	"rule,"
	" subject, owner FROM deadline WHERE pupil_id = :parent AND met_on IS NULL ORDER BY due_on, id";

static const struct sen_column need_columns[] = {
	{"rank", "Rank", SEN_C_INT, 0, NULL, NULL, "1 is the primary need"},
	{"type", "Need", SEN_C_CODE, 0, NULL, sen_need_codes, "DfE type"},
	{"specialist", "Assessed by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who assessed it"},
	{"from_on", "Since", SEN_C_DATE, 0, NULL, NULL, "since when"},
};
static const char need_sql[] = "SELECT rank, type, specialist, from_on FROM need n WHERE pupil_id = :parent"
			       " AND voided_at IS NULL AND " MODEL_AT_DAY("n") " ORDER BY rank";

static const struct sen_column flag_columns[] = {
	{"flag", "Context", SEN_C_CODE, 0, NULL, sen_flag_codes, "what is to be weighed"},
	{"value", "Code", SEN_C_TEXT, 0, NULL, NULL, "census code"},
	{"from_on", "Since", SEN_C_DATE, 0, NULL, NULL, "since when"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "note"},
};
static const char flag_sql[] = "SELECT flag, value, from_on, note FROM flag f WHERE pupil_id = :parent"
			       " AND voided_at IS NULL AND " MODEL_AT_DAY("f") " ORDER BY flag";

static const struct sen_column contact_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "K", NULL, "contact id"},
	{"name", "Name", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "full name"},
	{"relation", "Relation", SEN_C_CODE, 0, NULL, sen_relation_codes, "to the child"},
	{"responsibility", "Responsibility", SEN_C_BOOL, 0, NULL, NULL, "parental responsibility"},
	{"no_letters", "No letters", SEN_C_BOOL, 0, NULL, NULL, "must not be written to"},
	{"phone", "Telephone", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "telephone"},
	{"email", "E-mail", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "e-mail"},
	{"language", "Language", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "language"},
	{"interpreter", "Interpreter", SEN_C_BOOL, SEN_COL_QUIET, NULL, NULL, "an interpreter is needed"},
};
static const char contact_sql[] =
	"SELECT k.id AS id, k.name AS name, l.relation AS relation, l.responsibility AS responsibility,"
	" l.no_letters AS no_letters, k.phone AS phone, k.email AS email, k.language AS language,"
	" k.interpreter AS interpreter FROM pupil_contact l JOIN contact k ON k.id = l.contact_id"
	" WHERE l.pupil_id = :parent AND l.voided_at IS NULL AND k.voided_at IS NULL"
	" ORDER BY coalesce(l.priority, 99), k.id";

static const struct sen_column register_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "RG", NULL, "entry"},
	{"level", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "level code"},
	{"level_name", "Level", SEN_C_TEXT, 0, NULL, NULL, "level"},
	{"census", "SEN", SEN_C_TEXT, 0, NULL, NULL, "census code"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "first day"},
	{"until_on", "Until", SEN_C_DATE, 0, NULL, NULL, "the first day after"},
	{"reason", "Reason", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "why"},
	{"decided_by", "Decided by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who decided"},
	{"told_on", "Parents told", SEN_C_DATE, 0, NULL, NULL, "the day parents were told"},
	{"known_by", "Known by", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "how the date is known"},
};
static const char register_sql[] =
	"SELECT id, level, level_name, census, from_on, until_on, reason, decided_by, told_on, known_by"
	" FROM register_entry WHERE pupil_id = :parent AND voided_at IS NULL ORDER BY from_on DESC, id DESC";

static const struct sen_column tried_columns[] = {
	{"what", "Tried", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was tried"},
	{"worked", "How it worked", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how well it worked"},
};
static const char tried_sql[] =
	"SELECT what, worked FROM tried WHERE concern_id = :parent AND voided_at IS NULL ORDER BY id";
static const struct sen_query concern_parts[] = {{.name = "tried",
						  .title = "Tried",
						  .sql = tried_sql,
						  .columns = tried_columns,
						  .count = SEN_COUNT(tried_columns)}};
static const struct sen_column concern_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "C", NULL, "concern"},
	{"opened_on", "Raised", SEN_C_DATE, 0, NULL, NULL, "the day it was raised"},
	{"raised_by", "By", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who raised it"},
	{"area", "Area", SEN_C_CODE, 0, NULL, sen_area_codes, "area of need"},
	{"concern", "Concern", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "in its own words"},
	{"review_on", "Look again", SEN_C_DATE, 0, NULL, NULL, "the day agreed to look again"},
};
static const char concern_sql[] =
	"SELECT id, opened_on, raised_by, area, concern, review_on FROM concern WHERE pupil_id = :parent"
	" AND closed_on IS NULL AND voided_at IS NULL ORDER BY opened_on, id";

static const struct sen_column note_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "N", NULL, "note"},
	{"noted_on", "Date", SEN_C_DATE, 0, NULL, NULL, "the day it tells of"},
	{"noted_by", "By", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "whose note"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the note"},
};
static const char note_sql[] = "SELECT id, noted_on, noted_by, note FROM note WHERE pupil_id = :parent"
			       " AND voided_at IS NULL ORDER BY noted_on DESC, id DESC";

static const struct sen_column attachment_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "AT", NULL, "attachment"},
	{"attached_on", "Date", SEN_C_DATE, 0, NULL, NULL, "the day it is of"},
	{"title", "Title", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what it is"},
	{"record", "Of", SEN_C_TEXT, 0, NULL, NULL, "record it belongs to"},
	{"type", "Type", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "kind of file"},
	{"size", "Bytes", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "bytes"},
};
static const char attachment_sql[] = "SELECT id, attached_on, title, record, type, size FROM attachment"
				     " WHERE pupil_id = :parent AND voided_at IS NULL ORDER BY id";

static const struct sen_column mis_columns[] = {
	{"kind", "Kind", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "difference, or what is doubtful"},
	{"field", "Field", SEN_C_TEXT, 0, NULL, NULL, "the field it is about"},
	{"finding", "Finding", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is to be settled"},
	{"ours", "Here", SEN_C_TEXT, SEN_COL_UPN, NULL, NULL, "what was kept here"},
	{"theirs", "In the MIS", SEN_C_TEXT, SEN_COL_UPN, NULL, NULL, "what the MIS said"},
	{"found_on", "Found", SEN_C_DATE, 0, NULL, NULL, "the day of the import"},
};
static const char mis_sql[] = "SELECT kind, field, finding, ours, theirs, found_on FROM mis_finding"
			      " WHERE pupil_id = :parent AND settled_on IS NULL AND voided_at IS NULL"
			      " ORDER BY id";

#define PART(key, heading, text, list, more)                                                               \
	{                                                                                                  \
		.name = key, .title = heading, .sql = text, .columns = list, .count = SEN_COUNT(list) more \
	}
#define CONCERN_PARTS , .parts = concern_parts, .part_count = SEN_COUNT(concern_parts)
static const struct sen_query parts[] = {
	PART("owed", "What is owed", owed_sql, owed_columns, ),
	PART("needs", "Needs", need_sql, need_columns, ),
	PART("flags", "To be weighed", flag_sql, flag_columns, ),
	PART("concerns", "Open concerns", concern_sql, concern_columns, CONCERN_PARTS),
	PART("register", "Register", register_sql, register_columns, ),
	PART("contacts", "Contacts", contact_sql, contact_columns, ),
	PART("notes", "Notes", note_sql, note_columns, ),
	PART("mis", "To settle with the MIS ('sendctl pupil settle')", mis_sql, mis_columns, ),
	PART("attachments", "Attachments", attachment_sql, attachment_columns, ),
};

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
	{"since", "Since", SEN_C_DATE, 0, NULL, NULL, "at this level since"},
	{"upn", "UPN", SEN_C_TEXT, SEN_COL_UPN, NULL, NULL, "unique pupil number"},
	{"admission_number", "Admission number", SEN_C_TEXT, SEN_COL_UPN, NULL, NULL, "the school's number"},
	{"first_language", "First language", SEN_C_TEXT, 0, NULL, NULL, "first language"},
	{"ethnicity", "Ethnicity", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "ethnicity code"},
	{"address", "Address", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_UPN, NULL, NULL, "home address"},
	{"admitted_on", "On roll from", SEN_C_DATE, 0, NULL, NULL, "first day on roll"},
	{"left_on", "Left", SEN_C_DATE, 0, NULL, NULL, "last day on roll"},
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
	" p.ethnicity AS ethnicity, p.address AS address, p.admitted_on AS admitted_on, p.left_on AS left_on,"
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
					       .parts = parts,
					       .part_count = SEN_COUNT(parts),
					       .flags = SEN_Q_PAGE};

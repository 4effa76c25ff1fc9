/* The one-page profile to print, and the medical register as a list. */
#include "model/model.h"

static const struct sen_column version_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "PR", NULL, "version"},
	{"made_on", "Made", SEN_C_DATE, 0, NULL, NULL, "the day it was made"},
	{"made_with", "Made with", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who made it with the child"},
	{"strengths", "Strengths", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, NULL, NULL, "strengths"},
	{"matters", "What matters", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, NULL, NULL, "what matters"},
	{"help_best", "How to help", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, NULL, NULL, "how to help"},
	{"areas", "Areas of need", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, NULL, NULL, "areas of need"},
};
static const char version_sql[] =
	"SELECT id, made_on, made_with, strengths, matters, help_best, areas FROM profile"
	" WHERE pupil_id = :parent AND voided_at IS NULL AND made_on <= :day ORDER BY made_on DESC, id DESC";
static const struct sen_query profile_parts[] = {{.name = "versions",
						  .title = "Versions",
						  .sql = version_sql,
						  .columns = version_columns,
						  .count = SEN_COUNT(version_columns),
						  .parent_key = "pupil_id"}};

static const struct sen_column profile_columns[] = {
	{"pupil_id", "Pupil id", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "pupil id"},
	{"name", "Name", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "name used in school"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"strengths", "What I am good at", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "strengths"},
	{"matters", "What matters to me", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what matters to the child"},
	{"help_best", "How to help me best", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how adults help best"},
	{"areas", "Areas of need", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "areas of need, in plain words"},
	{"made_on", "Made", SEN_C_DATE, 0, NULL, NULL, "the day this version was made"},
	{"made_with", "Made with", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who made it with the child"},
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "PR", NULL, "version"},
};
static const char profile_sql[] =
	"SELECT f.id AS id, f.pupil_id AS pupil_id, " MODEL_NAME " AS name, e.class AS class,"
	" f.strengths AS strengths, f.matters AS matters, f.help_best AS help_best, f.areas AS areas,"
	" f.made_on AS made_on, f.made_with AS made_with FROM profile f JOIN pupil p ON p.id = f.pupil_id"
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY(
		"e") " WHERE f.pupil_id = :pupil AND f.voided_at IS NULL AND f.made_on <= :day"
		     " ORDER BY f.made_on DESC, f.id DESC LIMIT 1";

const struct sen_query sen_profile_query = {.name = "pupil-profile",
					    .title = "One-page profile",
					    .version = 1,
					    .sql = profile_sql,
					    .columns = profile_columns,
					    .count = SEN_COUNT(profile_columns),
					    .parts = profile_parts,
					    .part_count = SEN_COUNT(profile_parts),
					    .flags = SEN_Q_PAGE,
					    .empty = "There is no profile yet: sendctl pupil profile PUPIL "
						     "--strengths TEXT --matters TEXT --help-best TEXT"};

static const struct sen_column medical_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "M", NULL, "line of the medical register"},
	{"pupil_id", "Pupil id", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "name used in school"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"condition", "Condition", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the condition"},
	{"do_this", "Do this", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what any adult is to do"},
	{"medicine", "Medicine", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "medicine, dose and when"},
	{"kept_where", "Kept", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "where it is kept"},
	{"barrier", "Barrier", SEN_C_BOOL, 0, NULL, NULL, "it stands in the way of learning"},
	{"plan", "Healthcare plan", SEN_C_TEXT, 0, NULL, NULL, "the healthcare plan in force: D3"},
	{"from_on", "From", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "since when"},
	{"until_on", "Until", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the first day after"},
	{"told_by", "Told by", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_PERSON, NULL, NULL, "who told the school"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, NULL, NULL, "what else to know"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};
static const char medical_sql[] =
	"SELECT m.id AS id, m.pupil_id AS pupil_id, " MODEL_NAME
	" AS pupil, e.class AS class, m.condition AS condition,"
	" m.do_this AS do_this, m.medicine AS medicine, m.kept_where AS kept_where, m.barrier AS barrier,"
	" (SELECT 'D' || max(d.id) FROM document d WHERE d.pupil_id = m.pupil_id AND d.kind = "
	"'healthcare-plan'"
	" AND d.voided_at IS NULL AND d.made_on <= :day AND (d.ended_on IS NULL OR d.ended_on > :day)) AS "
	"plan,"
	" m.from_on AS from_on, m.until_on AS until_on, m.told_by AS told_by, m.note AS note, m.rev AS rev"
	" FROM medical m JOIN pupil p ON p.id = m.pupil_id"
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY(
		"e") " WHERE m.voided_at IS NULL AND (:pupil IS NULL OR m.pupil_id = :pupil) "
		     "AND " MODEL_IN_SCHOOL " AND (:class IS NULL OR " MODEL_CLASS_IS
		     ") AND (:all = 1 OR (" MODEL_ON_ROLL
		     " AND " MODEL_AT_DAY("m") ")) ORDER BY e.class, p.sort_key, m.condition, m.id";

const struct sen_query sen_medical_list_query = {.name = "medical-list",
						 .title = "Medical register",
						 .version = 1,
						 .sql = medical_sql,
						 .columns = medical_columns,
						 .count = SEN_COUNT(medical_columns),
						 .empty = "Nobody is on the medical register."};

/* Answers about targets: the list over plans that stand, and one on its page. */
#include "model/plan_sql.h"

#include <sen/plan.h>

static const struct sen_column list_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "T", NULL, "target id"},
	{"pupil_id", "Pupil id", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"plan_id", "Plan", SEN_C_ID, 0, "PL", NULL, "the plan"},
	{"plan_state", "Plan is", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "draft, agreed or closed"},
	{"number", "No", SEN_C_INT, SEN_COL_RIGHT | SEN_COL_QUIET, NULL, NULL, "its place in the plan"},
	{"horizon", "Term", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_target_horizons, "short or long term"},
	{"target", "Target", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the child will be able to do"},
	{"baseline", "Now", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, NULL, NULL, "where the child was"},
	{"success", "Met when", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how it will be known"},
	{"measure", "Measured by", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "how it is measured"},
	{"due_on", "By", SEN_C_DATE, 0, NULL, NULL, "its own day, else the plan's date for review"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who helps"},
	{"strategies", "How", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, NULL, NULL, "strategies for it"},
	{"home", "At home", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, NULL, NULL, "help at home for it"},
	{"ehc_outcome", "Outcome", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "of the EHC plan"},
	{"carried", "Carried", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "how often it was carried over"},
	{"result", "So far", SEN_C_TEXT, SEN_COL_RESULT, NULL, NULL, "the last result, a code of the policy"},
	{"value", "Value", SEN_C_INT, SEN_COL_RIGHT | SEN_COL_QUIET, NULL, NULL, "the same as a number"},
	{"met", "Met", SEN_C_BOOL, SEN_COL_QUIET, NULL, NULL, "met, by the last result"},
	{"marked_on", "Marked", SEN_C_DATE, 0, NULL, NULL, "the day of it"},
	{"ended_as", "Ended", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_target_ends, "how it ended"},
	{"ended_on", "Ended on", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the day it ended"},
	{"before_id", "Carries on", SEN_C_ID, SEN_COL_QUIET, "T", NULL, "the target it carries on"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};

#define SELECT                                                                                           \
	"SELECT t.id AS id, t.pupil_id AS pupil_id, " MODEL_NAME " AS pupil, e.class AS class,"          \
	" t.plan_id AS plan_id, " PLAN_STATE " AS plan_state, t.number AS number, t.horizon AS horizon," \
	" t.target AS target, t.baseline AS baseline, t.success AS success, t.measure AS measure,"       \
	" " TARGET_DUE " AS due_on, t.who AS who, t.strategies AS strategies, t.home AS home,"           \
	" t.ehc_outcome AS ehc_outcome, t.carried AS carried, g.result AS result, g.value AS value,"     \
	" g.met AS met, g.marked_on AS marked_on, t.ended_as AS ended_as, t.ended_on AS ended_on,"       \
	" t.before_id AS before_id, t.rev AS rev"                                                        \
	" FROM target t JOIN plan x ON x.id = t.plan_id JOIN pupil p ON p.id = t.pupil_id"               \
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY(         \
		"e") " LEFT JOIN progress g ON g.id = " TARGET_LATEST

static const char list_sql[] = SELECT
	" WHERE t.voided_at IS NULL AND x.voided_at IS NULL AND x.made_on <= :day AND " MODEL_IN_SCHOOL
	" AND (t.pupil_id = :pupil OR (:pupil IS NULL AND " MODEL_ON_ROLL "))"
	" AND (:plan IS NULL OR t.plan_id = :plan)"
	" AND (:all = 1 OR :plan IS NOT NULL OR ((t.ended_on IS NULL OR t.ended_on > :day) AND (x.closed_on"
	" IS NULL OR x.closed_on > :day) AND NOT (" PLAN_WAITS ")))"
	" AND (:unmet IS NULL OR coalesce(g.met, 0) = 0)"
	" AND (:class IS NULL OR " MODEL_CLASS_IS ") AND (:who IS NULL OR t.who LIKE :who)"
	" ORDER BY coalesce(e.class, ''), p.sort_key, p.id, t.plan_id, t.number, t.id";

const struct sen_query sen_target_list_query = {.name = "target-list",
						.title = "Targets",
						.version = 1,
						.sql = list_sql,
						.columns = list_columns,
						.count = SEN_COUNT(list_columns),
						.empty = "No target fits."};

static const struct sen_column mark_columns[] = {
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "PG", NULL, "mark id"},
	{"marked_on", "Day", SEN_C_DATE, 0, NULL, NULL, "the day it was marked"},
	{"result", "Result", SEN_C_TEXT, SEN_COL_RESULT, NULL, NULL, "a code of the policy"},
	{"value", "Value", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "the same as a number"},
	{"met", "Met", SEN_C_BOOL, 0, NULL, NULL, "met or not"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was seen"},
	{"pupil_mark", "Own mark", SEN_C_TEXT, 0, NULL, NULL, "the child's own mark"},
	{"voice", "In the child's words", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the child said"},
	{"marked_by", "By", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who marked it"},
	{"review_id", "Review", SEN_C_ID, 0, "R", NULL, "the review it was found at"},
};
/* Its whole story, from the first cycle it was set in. */
#define STORY                                                                                          \
	"WITH RECURSIVE story(id, before_id) AS (SELECT t.id, t.before_id FROM target t WHERE t.id = " \
	":parent UNION ALL SELECT b.id, b.before_id FROM story s JOIN target b ON b.id = s.before_id)"
static const char mark_sql[] =
	STORY " SELECT m.id AS id, m.marked_on AS marked_on, m.result AS result, m.value AS value, m.met AS"
	      " met, m.note AS note, m.pupil_mark AS pupil_mark, m.voice AS voice, m.marked_by AS marked_by,"
	      " m.review_id AS review_id FROM story s JOIN progress m ON m.target_id = s.id"
	      " WHERE m.voided_at IS NULL ORDER BY m.marked_on, m.id";
static const struct sen_column story_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "T", NULL, "target"},
	{"plan_id", "Plan", SEN_C_ID, 0, "PL", NULL, "the plan"},
	{"cycle", "Cycle", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "which cycle"},
	{"version", "Version", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "which version of it"},
	{"target", "Target", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "its words then"},
	{"ended_as", "Ended", SEN_C_CODE, 0, NULL, sen_target_ends, "how it ended"},
	{"ended_on", "On", SEN_C_DATE, 0, NULL, NULL, "the day it ended"},
};
static const char story_sql[] =
	STORY " SELECT t.id AS id, t.plan_id AS plan_id, x.cycle AS cycle, x.version AS version, t.target AS"
	      " target, t.ended_as AS ended_as, t.ended_on AS ended_on FROM story s JOIN target t ON t.id ="
	      " s.id JOIN plan x ON x.id = t.plan_id WHERE t.id <> :parent ORDER BY x.cycle, x.version, t.id";

static const struct sen_query parts[] = {
	SEN_PART("marks", "How it went", mark_sql, mark_columns),
	SEN_PART("before", "What it was before", story_sql, story_columns),
};
static const char page_sql[] = SELECT " WHERE t.id = :id";
const struct sen_query sen_target_show_query = {.name = "target-show",
						.title = "Target",
						.version = 1,
						.sql = page_sql,
						.columns = list_columns,
						.count = SEN_COUNT(list_columns),
						.parts = parts,
						.part_count = SEN_COUNT(parts),
						.flags = SEN_Q_PAGE};

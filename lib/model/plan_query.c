/* Answers about plans: the list, and one on its page with all that belongs to it. */
#include "model/plan_sql.h"

#include <sen/plan.h>

/* ---- The list ---- */

static const struct sen_column list_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "PL", NULL, "plan id"},
	{"pupil_id", "Pupil id", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"year", "Year", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_year_codes, "year group"},
	{"level", "Level", SEN_C_TEXT, 0, NULL, NULL, "level code of the school's policy"},
	{"kind", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "kind of plan, the policy's code"},
	{"kind_name", "Plan", SEN_C_TEXT, 0, NULL, NULL, "its name in the policy"},
	{"cycle", "Cycle", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "which cycle, from 1"},
	{"version", "Version", SEN_C_INT, SEN_COL_RIGHT | SEN_COL_QUIET, NULL, NULL, "which version of it"},
	{"state", "State", SEN_C_TEXT, 0, NULL, NULL, "draft, agreed or closed"},
	{"made_on", "Made", SEN_C_DATE, 0, NULL, NULL, "the day it was made"},
	{"agreed_on", "Agreed on", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the day it was agreed"},
	{"review_on", "Review", SEN_C_DATE, 0, NULL, NULL, "the date for review"},
	{"targets", "Targets", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "how many targets it has"},
	{"met", "Met", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "how many of them are met so far"},
	{"adults", "Adults", SEN_C_TEXT, SEN_COL_PERSON | SEN_COL_QUIET, NULL, NULL,
	 "the adults responsible"},
	{"closed_on", "Closed on", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the day it was closed"},
	{"close_reason", "Why", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "why it was closed"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};

#define STANDING                                                                                    \
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY(    \
		"e") " LEFT JOIN register_entry r ON r.pupil_id = p.id AND r.voided_at IS NULL AND" \
		     " " MODEL_AT_DAY("r")
#define MET                                                                                          \
	"(SELECT count(*) FROM target t JOIN progress g ON g.id = " TARGET_LATEST " WHERE t.plan_id" \
	" = x.id AND t.voided_at IS NULL AND g.met = 1)"
#define WHO                                                                                            \
	"(:who IS NULL OR x.adults LIKE :who OR x.made_by LIKE :who OR EXISTS (SELECT 1 FROM target t" \
	" WHERE t.plan_id = x.id AND t.voided_at IS NULL AND t.who LIKE :who))"
static const char list_sql[] =
	"SELECT x.id AS id, x.pupil_id AS pupil_id, " MODEL_NAME " AS pupil, e.class AS class,"
	" e.year AS year, r.level AS level, x.kind AS kind, "
	"x.kind_name AS kind_name, x.cycle AS cycle,"
	" x.version AS version, " PLAN_STATE " AS state, x.made_on AS made_on, x.agreed_on AS "
	"agreed_on,"
	" x.review_on AS review_on, (SELECT count(*) FROM target "
	"t WHERE t.plan_id = x.id"
	" AND t.voided_at IS NULL) AS targets, " MET " AS met, x.adults AS adults,"
	" x.closed_on AS closed_on, x.close_reason AS "
	"close_reason, x.rev AS rev"
	" FROM plan x JOIN pupil p ON p.id = x.pupil_id" STANDING
	" WHERE x.voided_at IS NULL AND x.made_on <= :day "
	"AND " MODEL_IN_SCHOOL " AND (x.pupil_id = :pupil OR "
	"(:pupil IS NULL AND " MODEL_ON_ROLL "))"
	" AND (:state IS NULL AND (:all = 1 OR x.closed_on IS "
	"NULL OR x.closed_on > :day)"
	" OR :state = " PLAN_STATE " OR :state = 'due' AND (x.closed_on IS NULL OR "
	"x.closed_on > :day)"
	" AND x.review_on <= :soon)"
	" AND (:class IS NULL OR " MODEL_CLASS_IS ") AND (:year IS NULL OR e.year = :year)"
	" AND (:level IS NULL OR lower(r.level) = lower(:level))"
	" AND (:kind IS NULL OR lower(x.kind) = lower(:kind)) "
	"AND " WHO " ORDER BY coalesce(e.class, ''), p.sort_key, "
	"p.id, x.kind, x.cycle DESC, x.version DESC";

const struct sen_query sen_plan_list_query = {.name = "plan-list",
					      .title = "Plans",
					      .version = 1,
					      .sql = list_sql,
					      .columns = list_columns,
					      .count = SEN_COUNT(list_columns),
					      .empty = "No plan fits."};

/* ---- The page: its parts ---- */

static const struct sen_column target_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "T", NULL, "target id"},
	{"number", "No", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "its place in the plan"},
	{"horizon", "Term", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_target_horizons, "short or long term"},
	{"target", "Target", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the child will be able to do"},
	{"baseline", "Now", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "where the child was when it was set"},
	{"success", "Met when", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how it will be known"},
	{"measure", "Measured by", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how it is measured"},
	{"due_on", "By", SEN_C_DATE, 0, NULL, NULL, "its own day, else the plan's date for review"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who helps"},
	{"strategies", "How", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "strategies for it"},
	{"home", "At home", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "help at home for it"},
	{"ehc_outcome", "Outcome id", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "of the EHC plan: O3, or words"},
	{"outcome", "Outcome", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL,
	 "its label and words as the plan has them now"},
	{"carried", "Carried", SEN_C_INT, SEN_COL_RIGHT | SEN_COL_QUIET, NULL, NULL,
	 "how often it was carried over"},
	{"result", "So far", SEN_C_TEXT, SEN_COL_RESULT, NULL, NULL, "the last result, a code of the policy"},
	{"value", "Value", SEN_C_INT, SEN_COL_RIGHT | SEN_COL_QUIET, NULL, NULL, "the same as a number"},
	{"met", "Met", SEN_C_BOOL, 0, NULL, NULL, "met, by the last result"},
	{"marked_on", "Marked", SEN_C_DATE, 0, NULL, NULL, "the day of it"},
	{"ended_as", "Ended", SEN_C_CODE, 0, NULL, sen_target_ends, "how it ended"},
	{"ended_on", "Ended on", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the day it ended"},
	{"before_id", "Carries on", SEN_C_ID, SEN_COL_QUIET, "T", NULL, "the target it carries on"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};
static const char target_sql[] =
	"SELECT t.id AS id, t.number AS number, t.horizon AS horizon, t.target AS "
	"target,"
	" t.baseline AS baseline, t.success AS success, t.measure AS "
	"measure, " TARGET_DUE " AS due_on,"
	" t.who AS who, t.strategies AS strategies, t.home AS home, t.ehc_outcome AS "
	"ehc_outcome,"
	/* New words under the same label are the same outcome. */
	" coalesce((SELECT n.section || n.number || ': ' || n.words FROM ehc_item o JOIN ehc_item n ON"
	" n.pupil_id = o.pupil_id AND n.ehc_id = o.ehc_id AND n.section = o.section AND n.number = o.number"
	" AND n.voided_at IS NULL WHERE o.pupil_id = t.pupil_id AND 'O' || o.id = t.ehc_outcome"
	" ORDER BY n.since DESC, n.id DESC LIMIT 1), t.ehc_outcome) AS outcome,"
	" t.carried AS carried, g.result AS result, g.value AS value, g.met AS met,"
	" g.marked_on AS marked_on, t.ended_as AS ended_as, t.ended_on AS ended_on,"
	" t.before_id AS before_id, t.rev AS rev FROM target t JOIN plan x ON x.id = "
	"t.plan_id"
	" LEFT JOIN progress g ON g.id = " TARGET_LATEST
	" WHERE t.plan_id = :parent AND t.voided_at IS NULL ORDER BY t.number, t.id";

static const struct sen_column mark_columns[] = {
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "PG", NULL, "mark id"},
	{"marked_on", "Day", SEN_C_DATE, 0, NULL, NULL, "the day it was marked"},
	{"target", "Target", SEN_C_ID, 0, "T", NULL, "the target as it is in this version"},
	{"result", "Result", SEN_C_TEXT, SEN_COL_RESULT, NULL, NULL, "a code of the policy"},
	{"value", "Value", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "the same as a number"},
	{"met", "Met", SEN_C_BOOL, 0, NULL, NULL, "met or not"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was seen"},
	{"pupil_mark", "Own mark", SEN_C_TEXT, 0, NULL, NULL, "the child's own mark"},
	{"voice", "In the child's words", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the child said"},
	{"marked_by", "By", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who marked it"},
};
static const char mark_sql[] = TARGET_LINES(
	"t.plan_id = :parent") " SELECT m.id AS id, m.marked_on AS marked_on, l.of_id AS target, m.result AS "
			       "result,"
			       " m.value AS value, m.met AS met, m.note AS note, m.pupil_mark AS pupil_mark, "
			       "m.voice AS voice,"
			       " m.marked_by AS marked_by FROM line l JOIN progress m ON m.target_id = l.id"
			       " WHERE m.voided_at IS NULL AND m.marked_on <= :day ORDER BY m.marked_on, "
			       "m.id";

static const struct sen_column provision_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "G", NULL, "provision"},
	{"target", "Serves", SEN_C_ID, 0, "T", NULL, "the target it serves"},
	{"name", "Provision", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is given"},
	{"times", "A week", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "times a week"},
	{"minutes", "Minutes", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "minutes each time"},
	{"weeks", "Weeks", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "for so many weeks"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "the first day"},
	{"until_on", "Until", SEN_C_DATE, 0, NULL, NULL, "the first day after"},
};
static const char provision_sql[] =
	"SELECT g.id AS id, k.target_id AS target, g.name AS name, g.times AS times, g.minutes AS minutes,"
	" g.weeks AS weeks, g.from_on AS from_on, g.until_on AS until_on FROM target t"
	" JOIN provision_target k ON k.pupil_id = t.pupil_id AND k.target_id = t.id"
	" JOIN provision g ON g.id = k.provision_id WHERE t.plan_id = :parent AND t.voided_at IS NULL"
	" AND k.voided_at IS NULL AND g.voided_at IS NULL ORDER BY t.number, g.id";

static const struct sen_column history_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "PL", NULL, "plan"},
	{"kind_name", "Plan", SEN_C_TEXT, 0, NULL, NULL, "kind of plan"},
	{"cycle", "Cycle", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "which cycle"},
	{"version", "Version", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "which version of it"},
	{"state", "State", SEN_C_TEXT, 0, NULL, NULL, "draft, agreed or closed"},
	{"made_on", "Made", SEN_C_DATE, 0, NULL, NULL, "the day it was made"},
	{"agreed_on", "Agreed on", SEN_C_DATE, 0, NULL, NULL, "the day it was agreed"},
	{"agreed_by", "Agreed by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who agreed"},
	{"closed_on", "Closed on", SEN_C_DATE, 0, NULL, NULL, "the day it was closed"},
	{"close_reason", "Why", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "why it was closed"},
};
static const char history_sql[] =
	"SELECT x.id AS id, x.kind_name AS kind_name, x.cycle AS cycle, x.version AS version, " PLAN_STATE
	" AS state, x.made_on AS made_on, x.agreed_on AS agreed_on, x.agreed_by AS agreed_by,"
	" x.closed_on AS closed_on, x.close_reason AS close_reason FROM plan o"
	" JOIN plan x ON x.pupil_id = o.pupil_id WHERE o.id = :parent AND x.voided_at IS NULL"
	" AND x.id <> o.id AND x.made_on <= :day ORDER BY x.cycle, x.version, x.id";

static const struct sen_column check_columns[] = {
	{"plan", "Plan", SEN_C_ID, 0, "PL", NULL, "the plan"},
	{"target", "Target", SEN_C_ID, 0, "T", NULL, "the target; empty: the whole plan"},
	{"check", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "stable key of the check"},
	{"finding", "To look at", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "one plain sentence"},
	{"fix", "Command", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what to type"},
	{"cite", "From", SEN_C_TEXT, 0, NULL, NULL, "where the policy says so; empty: a judgement"},
};
const struct sen_query sen_plan_check_query = {.name = "plan-check",
					       .title = "To look at",
					       .version = 1,
					       .columns = check_columns,
					       .count = SEN_COUNT(check_columns),
					       .empty = "Nothing to look at."};
/* The command computes the rows (sen_plan_check): the SELECT has none. */
static const char check_sql[] = "SELECT NULL AS plan, NULL AS target, NULL AS \"check\", NULL AS finding,"
				" NULL AS fix, NULL AS cite WHERE :parent IS NULL";

static const struct sen_query parts[] = {
	SEN_PART("targets", "Targets", target_sql, target_columns),
	SEN_PART("marks", "How they went", mark_sql, mark_columns),
	SEN_PART("provisions", "Provision that serves them", provision_sql, provision_columns),
	SEN_PART("checks", "To look at", check_sql, check_columns),
	SEN_PART("history", "Other plans, versions and cycles", history_sql, history_columns),
};

/* ---- The page ---- */

static const struct sen_column page_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "PL", NULL, "plan id"},
	{"pupil_id", "Pupil id", SEN_C_ID, 0, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"level_name", "Level", SEN_C_TEXT, 0, NULL, NULL, "level of the school's policy"},
	{"kind", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "kind of plan, the policy's code"},
	{"kind_name", "Plan", SEN_C_TEXT, 0, NULL, NULL, "its name in the policy"},
	{"cycle", "Cycle", SEN_C_INT, 0, NULL, NULL, "which cycle, from 1"},
	{"version", "Version", SEN_C_INT, 0, NULL, NULL, "which version of it, from 1"},
	{"state", "State", SEN_C_TEXT, 0, NULL, NULL, "draft, agreed or closed"},
	{"next", "What comes next", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command to type"},
	{"made_on", "Made", SEN_C_DATE, 0, NULL, NULL, "the day it was made"},
	{"made_by", "Made by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who made it"},
	{"review_on", "Review", SEN_C_DATE, 0, NULL, NULL, "the date for review"},
	{"adults", "Adults", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "the adults responsible"},
	{"strategies", "Strategies", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "a line each"},
	{"provision", "Provision", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "adjustments and support in words"},
	{"home", "At home", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how parents can help"},
	{"impact", "Expected impact", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the impact expected"},
	{"parent_voice", "The parents say", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "in their words"},
	{"parent_voice_on", "On", SEN_C_DATE, 0, NULL, NULL, "the day they said it"},
	{"parent_voice_how", "How", SEN_C_TEXT, 0, NULL, NULL, "how it was gathered"},
	{"pupil_voice", "The child says", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "in the child's words"},
	{"pupil_voice_on", "On", SEN_C_DATE, 0, NULL, NULL, "the day the child said it"},
	{"pupil_voice_how", "How", SEN_C_TEXT, 0, NULL, NULL, "how it was gathered"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "note"},
	{"agreed_on", "Agreed on", SEN_C_DATE, 0, NULL, NULL, "the day it was agreed"},
	{"agreed_by", "Agreed by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who agreed"},
	{"signed_on", "Signed on", SEN_C_DATE, 0, NULL, NULL, "the day a parent signed it"},
	{"signed_by", "Signed by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who signed"},
	{"closed_on", "Closed on", SEN_C_DATE, 0, NULL, NULL, "the day it was closed"},
	{"close_reason", "Why", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "why it was closed"},
	{"before_id", "Cycle before", SEN_C_ID, 0, "PL", NULL, "the plan of the cycle before"},
	{"replaces_id", "Version before", SEN_C_ID, 0, "PL", NULL, "the version it takes the place of"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};
static const char page_sql[] =
	"SELECT x.id AS id, x.pupil_id AS pupil_id, " MODEL_NAME " AS pupil, e.class AS class,"
	" r.level_name AS level_name, x.kind AS kind, x.kind_name AS kind_name, x.cycle AS cycle,"
	" x.version AS version, " PLAN_STATE " AS state, NULL AS next, x.made_on AS made_on,"
	" x.made_by AS made_by, x.review_on AS review_on, x.adults AS adults, x.strategies AS strategies,"
	" x.provision AS provision, x.home AS home, x.impact AS impact, x.parent_voice AS parent_voice,"
	" x.parent_voice_on AS parent_voice_on, x.parent_voice_how AS parent_voice_how,"
	" x.pupil_voice AS pupil_voice, x.pupil_voice_on AS pupil_voice_on,"
	" x.pupil_voice_how AS pupil_voice_how, x.note AS note, x.agreed_on AS agreed_on,"
	" x.agreed_by AS agreed_by, x.signed_on AS signed_on, x.signed_by AS signed_by,"
	" x.closed_on AS closed_on, x.close_reason AS close_reason, x.before_id AS before_id,"
	" x.replaces_id AS replaces_id, x.rev AS rev FROM plan x JOIN pupil p ON p.id = x.pupil_id" STANDING
	" WHERE x.id = :id";
const struct sen_query sen_plan_show_query = {.name = "plan-show",
					      .title = "Plan",
					      .version = 1,
					      .sql = page_sql,
					      .columns = page_columns,
					      .count = SEN_COUNT(page_columns),
					      .parts = parts,
					      .part_count = SEN_COUNT(parts),
					      .flags = SEN_Q_PAGE};

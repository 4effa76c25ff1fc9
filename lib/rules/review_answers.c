/* `review list` and `review show`: who was asked and came, what was said, how the
 * targets went, what was agreed (R51). */
#include "rules/sql.h"

#include <sen/meeting.h>
#include <sen/review.h>

#define COL(n, l, k, f, h)                                              \
	{                                                               \
		.name = n, .label = l, .kind = k, .flags = f, .help = h \
	}
#define CODE(n, l, f, c, h)                                                                  \
	{                                                                                    \
		.name = n, .label = l, .kind = SEN_C_CODE, .flags = f, .codes = c, .help = h \
	}
#define ID(n, l, f, p, h)                                                                   \
	{                                                                                   \
		.name = n, .label = l, .kind = SEN_C_ID, .flags = f, .prefix = p, .help = h \
	}
#define CHILD                                                                 \
	ID("pupil_id", "Pupil id", SEN_COL_QUIET, "P", "the child's id"),     \
		COL("pupil", "Child", SEN_C_TEXT, SEN_COL_NAME, "the child"), \
		COL("class", "Class", SEN_C_TEXT, 0, "class on that day")
#define STATE                                                                                     \
	"CASE WHEN v.voided_at IS NOT NULL THEN 'removed' WHEN v.held_on IS NOT NULL THEN 'held'" \
	" WHEN v.planned_on < :today THEN 'overdue' ELSE 'planned' END AS state"
#define OF_CHILD " FROM review v JOIN pupil p ON p.id = v.pupil_id" SQL_ENROLMENT

/* ---- list ---- */
static const struct sen_column list_columns[] = {
	ID("id", "Id", 0, "R", "review id"),
	CHILD,
	CODE("kind", "Kind", 0, sen_review_kinds, "kind of review"),
	COL("planned_on", "Planned", SEN_C_DATE, 0, "the day it was planned for"),
	COL("held_on", "Held", SEN_C_DATE, 0, "the day it was held"),
	COL("state", "State", SEN_C_TEXT, SEN_COL_ALERT, "planned, overdue or held"),
	COL("led_by", "Led by", SEN_C_TEXT, SEN_COL_PERSON | SEN_COL_QUIET, "who led it"),
	COL("came", "Came", SEN_C_TEXT, SEN_COL_PERSON | SEN_COL_QUIET, "who came"),
	CODE("parent_part", "Parents", SEN_COL_QUIET, sen_part_codes,
	     "the parents' part: came, views or none"),
	CODE("pupil_part", "Pupil", SEN_COL_QUIET, sen_part_codes, "the child's part: came, views or none"),
	COL("decision", "Decision", SEN_C_TEXT, 0, "what was decided"),
	COL("next_on", "Next", SEN_C_DATE, 0, "the day of the next one"),
	COL("note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what was said"),
	COL("rev", "Revision", SEN_C_INT, SEN_COL_QUIET, "for --if-rev"),
};
static const char list_sql[] =
	"SELECT v.id AS id, v.pupil_id AS pupil_id, " SQL_NAME " AS pupil, e.class AS class, v.kind AS kind,"
	" v.planned_on AS planned_on, v.held_on AS held_on, " STATE ", v.led_by AS led_by, v.came AS came,"
	" v.parent_part AS parent_part, v.pupil_part AS pupil_part, v.decision AS decision,"
	" v.next_on AS next_on, v.note AS note, v.rev AS rev" OF_CHILD " WHERE v.voided_at IS NULL"
	" AND (v.pupil_id = :pupil OR (:pupil IS NULL AND (p.died_on IS NULL OR p.died_on > :day)))"
	" AND " SQL_SCHOOL("p") " AND p.voided_at IS NULL AND (:kind IS NULL OR v.kind = :kind)"
				" AND (:waiting IS NULL OR v.held_on IS NULL)"
				" AND (:from IS NULL OR coalesce(v.held_on, v.planned_on) >= :from)"
				" AND (:until IS NULL OR coalesce(v.held_on, v.planned_on) < :until)"
				" AND (:class IS NULL OR lower(e.class) = lower(:class))"
				" AND (:led_by IS NULL OR lower(v.led_by) LIKE lower(:led_by))"
				" ORDER BY coalesce(v.held_on, v.planned_on) DESC, p.sort_key, v.id";
const struct sen_query sen_review_list_query = {.name = "review-list",
						.title = "Reviews",
						.version = 1,
						.sql = list_sql,
						.columns = list_columns,
						.count = SEN_COUNT(list_columns),
						.empty = "No review is recorded."};

/* ---- show ---- */
static const struct sen_column people_columns[] = {
	ID("id", "Id", SEN_COL_QUIET, "IN", "invitation"),
	COL("who", "Who", SEN_C_TEXT, SEN_COL_PERSON, "who was asked, or came"),
	COL("role", "As", SEN_C_TEXT, 0, "parent, pupil, staff, agency, authority, school or other"),
	COL("invited_on", "Asked", SEN_C_DATE, 0, "the day they were asked"),
	COL("how", "How", SEN_C_TEXT, 0, "letter, telephone, e-mail, in person"),
	COL("remind_on", "Remind", SEN_C_DATE, SEN_COL_QUIET, "to be reminded on"),
	CODE("answer", "What came of it", 0, sen_answers, "came, apologies, views or absent"),
	COL("advice_asked_on", "Advice asked", SEN_C_DATE, 0, "advice asked for"),
	COL("advice_received_on", "Advice in", SEN_C_DATE, 0, "advice received"),
	COL("advice_circulated_on", "Advice sent round", SEN_C_DATE, 0, "advice sent round"),
};
static const char people_sql[] =
	"SELECT id, who, role, invited_on, how, remind_on, answer, advice_asked_on, advice_received_on,"
	" advice_circulated_on FROM invitation WHERE review_id = :parent AND voided_at IS NULL ORDER BY id";

static const struct sen_column target_columns[] = {
	ID("target", "Id", 0, "T", "the target"),
	COL("number", "No.", SEN_C_INT, SEN_COL_QUIET, "its place in the plan"),
	COL("text", "Target", SEN_C_TEXT, SEN_COL_WIDE, "what the child was to be able to do"),
	COL("result", "Result", SEN_C_TEXT, SEN_COL_RESULT, "how it went, a code of the policy"),
	COL("met", "Met", SEN_C_BOOL, 0, "met or not"),
	COL("note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what was said of it"),
	COL("pupil_mark", "Own mark", SEN_C_TEXT, SEN_COL_QUIET, "the child's own mark"),
	COL("voice", "Child's words", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET | SEN_COL_PERSON,
	    "the child's words"),
};
static const char target_sql[] =
	"SELECT t.id AS target, t.number AS number, t.target AS text, m.result AS result, m.met AS met,"
	" m.note AS note, m.pupil_mark AS pupil_mark, m.voice AS voice FROM progress m JOIN target t"
	" ON t.id = m.target_id WHERE m.pupil_id = (SELECT v.pupil_id FROM review v WHERE v.id = :parent)"
	" AND m.review_id = :parent AND m.voided_at IS NULL ORDER BY t.plan_id, t.number, m.id";

static const struct sen_column action_columns[] = {
	ID("id", "Id", 0, "A", "action"),
	COL("what", "Action", SEN_C_TEXT, SEN_COL_WIDE, "what is to be done"),
	COL("who", "Who", SEN_C_TEXT, SEN_COL_PERSON, "who is to do it"),
	COL("due_on", "By", SEN_C_DATE, 0, "to be done by"),
	COL("done_on", "Done", SEN_C_DATE, 0, "the day it was done"),
	COL("result", "Came of it", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, "what came of it"),
};
static const char action_sql[] =
	"SELECT a.id AS id, a.what AS what, a.who AS who, a.due_on AS due_on, a.done_on AS done_on,"
	" a.result AS result FROM action a WHERE a.pupil_id = (SELECT v.pupil_id FROM review v WHERE v.id ="
	" :parent) AND a.record = 'R' || CAST(:parent AS TEXT) AND a.voided_at IS NULL"
	" ORDER BY a.due_on IS NULL, a.due_on, a.id";

static const struct sen_column outcome_columns[] = {
	COL("outcome", "Outcome", SEN_C_TEXT, 0, "its label in the plan: E1"),
	COL("result", "Progress", SEN_C_TEXT, 0, "how it went"),
	COL("note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what was said of it"),
};
static const char outcome_sql[] =
	"SELECT m.rule AS outcome, m.result AS result, m.note AS note FROM milestone m WHERE m.pupil_id ="
	" (SELECT v.pupil_id FROM review v WHERE v.id = :parent) AND m.review_id = :parent"
	" AND m.event = 'outcome-progress' AND m.voided_at IS NULL ORDER BY m.id";

static const struct sen_column date_columns[] = {
	COL("rule", "Rule", SEN_C_TEXT, SEN_COL_QUIET, "the rule's code"),
	COL("due_on", "By", SEN_C_DATE, 0, "the last day"),
	COL("what", "What", SEN_C_TEXT, SEN_COL_WIDE, "what is to be done"),
	COL("owner", "Who", SEN_C_TEXT, 0, "whose it is"),
	COL("met_on", "Done", SEN_C_DATE, 0, "the day it was done"),
	COL("cite", "Law", SEN_C_TEXT, SEN_COL_QUIET, "the law it comes from"),
};
static const char date_sql[] =
	"SELECT d.rule AS rule, d.due_on AS due_on, d.what AS what, d.owner AS owner, d.met_on AS met_on,"
	" d.cite AS cite FROM deadline d WHERE d.pupil_id = (SELECT v.pupil_id FROM review v WHERE v.id ="
	" :parent) AND d.subject = 'R' || CAST(:parent AS TEXT) AND d.basis = 'law'"
	" ORDER BY d.due_on, d.id";

static const struct sen_query parts[] = {
	SEN_PART("people", "Who was asked, and who came", people_sql, people_columns),
	SEN_PART("targets", "Targets", target_sql, target_columns),
	SEN_PART("outcomes", "Progress to each outcome of the EHC plan", outcome_sql, outcome_columns),
	SEN_PART("actions", "Agreed", action_sql, action_columns),
	SEN_PART("dates", "What the law asks", date_sql, date_columns),
};
static const struct sen_column show_columns[] = {
	ID("id", "Review", 0, "R", "review id"),
	CHILD,
	CODE("kind", "Kind", 0, sen_review_kinds, "kind of review"),
	COL("state", "State", SEN_C_TEXT, SEN_COL_ALERT, "planned, overdue, held or removed"),
	COL("planned_on", "Planned for", SEN_C_DATE, 0, "the day it was planned for"),
	COL("held_on", "Held on", SEN_C_DATE, 0, "the day it was held"),
	COL("led_by", "Led by", SEN_C_TEXT, SEN_COL_PERSON, "who led it"),
	COL("came", "Came", SEN_C_TEXT, SEN_COL_PERSON, "who came"),
	COL("apologies", "Apologies", SEN_C_TEXT, SEN_COL_PERSON, "who sent apologies"),
	CODE("parent_part", "Parents", 0, sen_part_codes, "the parents' part: came, views or none"),
	CODE("pupil_part", "Pupil", 0, sen_part_codes, "the child's part: came, views or none"),
	COL("parent_voice", "Parents said", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON,
	    "what the parents said"),
	COL("pupil_voice", "Child said", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what the child said"),
	COL("views", "Views", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "views of staff and others"),
	COL("note", "Minutes", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what else was said"),
	COL("decision", "Decision", SEN_C_TEXT, 0, "what was decided"),
	COL("decision_name", "Which is", SEN_C_TEXT, 0, "the decision in the policy's words"),
	COL("counted_as", "Counts for", SEN_C_TEXT, SEN_COL_WIDE, "the duties of the policy it meets"),
	COL("differences", "Differences", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON,
	    "annual: who saw it differently, and how"),
	COL("next_on", "Next one", SEN_C_DATE, 0, "the day of the next one"),
	COL("plan", "Plan", SEN_C_TEXT, 0, "the plan it looked at"),
	COL("rev", "Revision", SEN_C_INT, SEN_COL_QUIET, "for --if-rev"),
};
static const char show_sql[] =
	"SELECT v.id AS id, v.pupil_id AS pupil_id, " SQL_NAME " AS pupil, e.class AS class, v.kind AS kind,"
	" " STATE ", v.planned_on AS planned_on, v.held_on AS held_on, v.led_by AS led_by, v.came AS came,"
	" v.apologies AS apologies, v.parent_part AS parent_part, v.pupil_part AS pupil_part,"
	" v.parent_voice AS parent_voice, v.pupil_voice AS pupil_voice, v.views AS views, v.note AS note,"
	" v.decision AS decision, :decision_name AS decision_name, :counted AS counted_as,"
	" v.differences AS differences, v.next_on AS next_on, 'PL' || CAST(v.plan_id AS TEXT) AS plan, v.rev "
	"AS rev" OF_CHILD " WHERE v.id = :id";
const struct sen_query sen_review_show_query = {.name = "review-show",
						.title = "Review",
						.version = 1,
						.sql = show_sql,
						.columns = show_columns,
						.count = SEN_COUNT(show_columns),
						.parts = parts,
						.part_count = SEN_COUNT(parts),
						.flags = SEN_Q_PAGE};

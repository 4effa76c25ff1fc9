/* Answers about concerns: open ones by age, any, and one on its page. */
#include "model/model.h"

#define WINDOW                                                                                              \
	"(SELECT min(d.due_on) FROM deadline d WHERE d.pupil_id = c.pupil_id AND d.rule = 'concern-window'" \
	" AND d.met_on IS NULL AND d.subject = 'C' || CAST(c.id AS TEXT))"
#define SELECT                                                                                           \
	"SELECT c.id AS id, c.pupil_id AS pupil_id, " MODEL_NAME " AS pupil, e.class AS class,"          \
	" c.opened_on AS opened_on, NULL AS days_open, c.source AS source, c.raised_by AS raised_by,"    \
	" c.area AS area, c.concern AS concern, c.review_on AS review_on, " WINDOW " AS window_on,"      \
	" c.closed_on AS closed_on, c.result AS result FROM concern c JOIN pupil p ON p.id = c.pupil_id" \
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY(         \
		"e") " WHERE c.voided_at IS NULL AND " MODEL_IN_SCHOOL

static const struct sen_column columns[] = {
	{"id", "Id", SEN_C_ID, 0, "C", NULL, "concern id"},
	{"pupil_id", "Pupil", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"opened_on", "Raised", SEN_C_DATE, 0, NULL, NULL, "the day it was raised"},
	{"days_open", "Days", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "days it has been (or was) open"},
	{"source", "From", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_concern_sources, "who raised it, by kind"},
	{"raised_by", "By", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who raised it"},
	{"area", "Area", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_area_codes, "area of need"},
	{"concern", "Concern", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "in its own words"},
	{"review_on", "Look again", SEN_C_DATE, 0, NULL, NULL, "the day agreed to look again"},
	{"window_on", "Window ends", SEN_C_DATE, 0, NULL, NULL, "the last day of the policy's window"},
	{"closed_on", "Closed", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the day it was closed"},
	{"result", "Result", SEN_C_CODE, SEN_COL_QUIET, NULL, NULL, "how it ended"},
};

/* No list names a child who has died; asked for by name, all is shown. */
#define LIVES "(p.died_on IS NULL OR p.died_on > :day)"
static const char open_sql[] = SELECT " AND " LIVES " AND c.closed_on IS NULL ORDER BY c.opened_on, c.id";
static const char list_sql[] =
	SELECT " AND (c.pupil_id = :pupil OR (:pupil IS NULL AND " LIVES
	       ")) AND (:class IS NULL OR " MODEL_CLASS_IS ")"
	       " AND (:open IS NULL OR (c.opened_on <= :day AND (c.closed_on IS NULL OR c.closed_on > :day)))"
	       " ORDER BY c.opened_on, c.id";

#define LIST(text, none)                                                                                    \
	{                                                                                                   \
		.name = "concern-list", .title = "Concerns", .version = 1, .sql = text, .columns = columns, \
		.count = SEN_COUNT(columns), .empty = none                                                  \
	}
const struct sen_query sen_concern_open_query = LIST(open_sql, "No concern is open.");
const struct sen_query sen_concern_list_query = LIST(list_sql, "No concern fits.");

/* ---- One on its page ---- */
static const struct sen_column tried_columns[] = {
	{"what", "Tried", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was tried"},
	{"worked", "How it worked", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how well it worked"},
};
static const char tried_sql[] =
	"SELECT what, worked FROM tried WHERE concern_id = :parent AND voided_at IS NULL ORDER BY id";
/* The steps of the policy: the command computes the rows (sen_steps_of), so the
 * SELECT has none. */
static const struct sen_column step_columns[] = {
	{"step", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "the step's code, for 'concern step'"},
	{"name", "Step", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "in the policy's words"},
	{"state", "", SEN_C_CODE, 0, NULL, NULL, "done, next, open, offered, outcome or apart"},
	{"done_on", "Done", SEN_C_DATE, 0, NULL, NULL, "the day it was done"},
	{"who", "Who", SEN_C_TEXT, 0, NULL, NULL, "who does it, in the policy's words"},
	{"condition", "When", SEN_C_TEXT, 0, NULL, NULL, "the condition, in words"},
	{"command", "Command", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what to type for it"},
	{"cite", "From", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "where the policy says so"},
};
static const char step_sql[] =
	"SELECT NULL AS step, NULL AS name, NULL AS state, NULL AS done_on, NULL AS who,"
	" NULL AS condition, NULL AS command, NULL AS cite WHERE :parent IS NULL";
static const struct sen_column taken_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "SP", NULL, "step id"},
	{"taken_on", "Day", SEN_C_DATE, 0, NULL, NULL, "the day it was taken"},
	{"step", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "the step's code"},
	{"name", "Step", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "in the policy's words of that day"},
	{"by", "By", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who took it"},
	{"who", "With", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who came"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was seen or said"},
	{"proposed", "Proposed", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what will be done"},
	{"review_on", "Look again", SEN_C_DATE, 0, NULL, NULL, "the day agreed with it"},
	{"again", "Once more", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "why it was done once more"},
};
static const char taken_sql[] =
	"SELECT id, taken_on, step, step_name AS name, taken_by AS by, who, note, proposed, review_on, again"
	" FROM concern_step WHERE concern_id = :parent AND voided_at IS NULL ORDER BY taken_on, id";
static const struct sen_column owed_columns[] = {
	{"due_on", "Due", SEN_C_DATE, 0, NULL, NULL, "the last day for it"},
	{"state", "", SEN_C_TEXT, SEN_COL_ALERT, NULL, NULL, "overdue or due"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "one plain sentence"},
	{"next", "Next command", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command that meets it"},
};
static const char owed_sql[] =
	"SELECT due_on, CASE WHEN due_on < :today THEN 'overdue' ELSE 'due' END AS state, what, fix AS next"
	" FROM deadline WHERE pupil_id = (SELECT pupil_id FROM concern WHERE id = :parent)"
	" AND subject = 'C' || CAST(:parent AS TEXT) AND met_on IS NULL ORDER BY due_on, id";
static const struct sen_column file_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "AT", NULL, "attachment"},
	{"title", "Title", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what it is"},
};
static const char file_sql[] =
	"SELECT id, title FROM attachment WHERE pupil_id = (SELECT pupil_id FROM concern WHERE id = :parent)"
	" AND record = 'C' || CAST(:parent AS TEXT) AND voided_at IS NULL ORDER BY id";
static const struct sen_query parts[] = {SEN_PART("tried", "Tried so far", tried_sql, tried_columns),
					 SEN_PART("steps", "Steps of the policy", step_sql, step_columns),
					 SEN_PART("taken", "Steps taken", taken_sql, taken_columns),
					 SEN_PART("owed", "Owed", owed_sql, owed_columns),
					 SEN_PART("attachments", "Attachments", file_sql, file_columns)};

static const struct sen_column page_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "C", NULL, "concern id"},
	{"pupil_id", "Pupil id", SEN_C_ID, 0, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"state", "Stands", SEN_C_TEXT, 0, NULL, NULL, "open, closed or handed over"},
	{"stands", "Where it stands", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL,
	 "one sentence, by the policy's steps"},
	{"next", "What comes next", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command to type"},
	{"opened_on", "Raised", SEN_C_DATE, 0, NULL, NULL, "the day it was raised"},
	{"source", "From", SEN_C_CODE, 0, NULL, sen_concern_sources, "who raised it, by kind"},
	{"raised_by", "By", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who raised it"},
	{"role", "Role", SEN_C_TEXT, 0, NULL, NULL, "their role"},
	{"involved", "Involved", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how involved with the child"},
	{"area", "Area", SEN_C_CODE, 0, NULL, sen_area_codes, "area of need"},
	{"concern", "Concern", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "in its own words"},
	{"wanted", "Wanted", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is wanted from SENCo and school"},
	{"teacher_view", "Teacher's view", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the class teacher's view"},
	{"causes", "Causes weighed", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "short-term causes"},
	{"shortened", "Shortened", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "why the shortened route"},
	{"review_on", "Look again", SEN_C_DATE, 0, NULL, NULL, "the day agreed to look again"},
	{"window_on", "Window ends", SEN_C_DATE, 0, NULL, NULL, "the last day of the policy's window"},
	{"closed_on", "Closed", SEN_C_DATE, 0, NULL, NULL, "the day it was closed"},
	{"result", "Result", SEN_C_CODE, 0, NULL, sen_concern_results, "how it ended"},
	{"close_reason", "Reason", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "why it was closed"},
	{"reopened_on", "Opened again", SEN_C_DATE, 0, NULL, NULL, "the day it was opened again"},
	{"handed_to", "Handed to", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "the DSL it was handed to"},
	{"handed_on", "Handed on", SEN_C_DATE, 0, NULL, NULL, "the day it was handed to the DSL"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};
static const char page_sql[] =
	"SELECT c.id AS id, c.pupil_id AS pupil_id, " MODEL_NAME " AS pupil, e.class AS class,"
	" CASE WHEN c.voided_at IS NOT NULL THEN 'removed' WHEN c.handed_on IS NOT NULL THEN 'handed over'"
	" WHEN c.closed_on IS NULL THEN 'open' ELSE 'closed' END"
	" AS state, NULL AS stands, NULL AS next, c.opened_on AS opened_on, c.source AS source, c.raised_by "
	"AS raised_by, c.role AS role,"
	" c.involved AS involved, c.area AS area, c.concern AS concern, c.wanted AS wanted,"
	" c.teacher_view AS teacher_view, c.causes AS causes, c.shortened AS shortened,"
	" c.review_on AS review_on, " WINDOW " AS window_on, c.closed_on AS closed_on, c.result AS result,"
	" c.close_reason AS close_reason, c.reopened_on AS reopened_on,"
	" c.handed_to AS handed_to, c.handed_on AS handed_on, c.rev AS rev FROM concern c"
	" JOIN pupil p ON p.id = c.pupil_id"
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY(
		"e") " WHERE c.id = :id";
const struct sen_query sen_concern_show_query = {.name = "concern-show",
						 .title = "Concern",
						 .version = 1,
						 .sql = page_sql,
						 .columns = page_columns,
						 .count = SEN_COUNT(page_columns),
						 .parts = parts,
						 .part_count = SEN_COUNT(parts),
						 .flags = SEN_Q_PAGE};

/* Answers about disagreements with the authority (R67): the list, and one on its page
 * with what happened, what is owed and the documents. */
#include "model/ehc_sql.h"
#include "rules/sql.h"

#include <sen/dispute.h>

#define ON(event)                                                                                    \
	"(SELECT MAX(m.happened_on) FROM milestone m WHERE m.pupil_id = x.pupil_id AND m.appeal_id " \
	"= x.id AND m.event = '" event "' AND m.voided_at IS NULL)"
#define COLUMNS(page)                                                                                      \
	{"id", "Id", SEN_C_ID, 0, "AP", NULL, "appeal id"},                                                \
		{"pupil_id", "Pupil id", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "the child's id"},            \
		{"pupil", "Child", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child"},                     \
		{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class on that day"},                        \
		{"ehc_id", "EHC case", SEN_C_ID, page, "EH", NULL, "the EHC case"},                        \
		{"against", "Against", SEN_C_CODE, 0, NULL, sen_appeal_against, "the decision"},           \
		{"sections", "Sections", SEN_C_TEXT, page, NULL, NULL, "sections of the plan"},            \
		{"notice_on", "Notice", SEN_C_DATE, 0, NULL, NULL, "the written notice was sent"},         \
		{"until_on",                                                                               \
		 "Appeal by",                                                                              \
		 SEN_C_DATE,                                                                               \
		 0,                                                                                        \
		 NULL,                                                                                     \
		 NULL,                                                                                     \
		 "the last day for an appeal in time; a late one may be allowed"},                         \
		{"certificate_on", "Certificate", SEN_C_DATE, 0, NULL, NULL, "of mediation, issued"},      \
		{"sent_on", "Sent", SEN_C_DATE, 0, NULL, NULL, "the appeal was sent"},                     \
		{"hearing_on", "Hearing", SEN_C_DATE, 0, NULL, NULL, "the last one fixed"},                \
		{"order_on", "Order", SEN_C_DATE, 0, NULL, NULL, "of the tribunal"},                       \
		{"reference", "Tribunal's number", SEN_C_TEXT, page, NULL, NULL, "the tribunal's number"}, \
		{"who", "Who disagrees", SEN_C_TEXT, SEN_COL_NAME | (page), NULL, NULL, "who disagrees"},  \
		{"closed_on", "Closed", SEN_C_DATE, page, NULL, NULL, "the day it was over"},              \
		{"result", "Result", SEN_C_CODE, page, NULL, sen_appeal_results, "what came of it"},       \
		{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON | (page), NULL, NULL, "note"},  \
	{                                                                                                  \
		"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"                    \
	}
static const struct sen_column list_columns[] = {COLUMNS(SEN_COL_QUIET)};
static const struct sen_column page_columns[] = {COLUMNS(0)};

#define UNTIL                                                                                        \
	"(SELECT MAX(d.due_on) FROM deadline d WHERE d.pupil_id = x.pupil_id AND d.rule = 'appeal' " \
	"AND d.subject = 'AP' || CAST(x.id AS TEXT))"
#define SELECT                                                                                               \
	"SELECT x.id AS id, x.pupil_id AS pupil_id, " SQL_NAME                                               \
	" AS pupil, e.class AS class, x.ehc_id AS ehc_id, x.against AS against, x.sections AS "              \
	"sections, x.notice_on AS notice_on, " UNTIL " AS until_on,"                                         \
	" " ON("mediation-certificate") " AS certificate_on, " ON("appeal-sent") " AS sent_on, " ON(         \
		"hearing") " AS hearing_on, " ON("order") " AS order_on, x.reference AS reference,"          \
							  " x.who AS who, x.closed_on AS closed_on, "        \
							  "x.result AS result, x.note AS note, x.rev AS rev" \
							  " FROM appeal x JOIN pupil p ON p.id = "           \
							  "x.pupil_id" SQL_ENROLMENT

static const char list_sql[] = SELECT " WHERE x.voided_at IS NULL AND p.voided_at IS NULL AND " SQL_SCHOOL(
	"x") " AND (:pupil IS NULL OR x.pupil_id = :pupil) AND (:all = 1 OR x.closed_on IS NULL)"
	     " ORDER BY x.notice_on, x.id";
const struct sen_query sen_appeal_list = {.name = "appeal-list",
					  .title = "Disagreements with the local authority",
					  .version = 1,
					  .sql = list_sql,
					  .columns = list_columns,
					  .count = SEN_COUNT(list_columns),
					  .empty = "No disagreement is open."};

/* ---- The page ---- */
#define OF_ITS_CHILD "pupil_id = (SELECT pupil_id FROM appeal WHERE id = :parent)"
static const struct sen_column step_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "MS", NULL, "the entry"},
	{"happened_on", "Day", SEN_C_DATE, 0, NULL, NULL, "the day of it"},
	{"event", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "its code"},
	{"what", "What happened", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the same in words"},
	{"result", "Result", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_appeal_orders, "what was ordered or done"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "who"},
	{"state", "", SEN_C_TEXT, 0, NULL, NULL, "to come; or of a hearing that another day was fixed"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "note"},
};
static const char step_sql[] =
	"SELECT m.id AS id, m.happened_on AS happened_on, m.event AS event, m.event_name || CASE"
	" WHEN m.result IS NOT NULL AND m.event IN (" EHC_ORDER_EVENTS ") THEN " EHC_ORDER_WORDS
	" ELSE '' END AS what, m.result AS result, m.who AS who, CASE WHEN m.event = 'hearing' AND EXISTS "
	"(SELECT 1 FROM milestone n WHERE"
	" n.pupil_id = m.pupil_id AND n.appeal_id = m.appeal_id AND n.event = 'hearing' AND n.id > m.id AND"
	" n.voided_at IS NULL) THEN 'another day was fixed' WHEN m.happened_on > :today THEN 'to come' END "
	"AS "
	"state, m.note AS note FROM milestone m WHERE m." OF_ITS_CHILD
	" AND m.appeal_id = :parent AND m.voided_at IS NULL ORDER BY m.happened_on, m.id";

static const struct sen_column owed_columns[] = {
	{"due_on", "Due", SEN_C_DATE, 0, NULL, NULL, "the last day for it"},
	{"state", "", SEN_C_TEXT, SEN_COL_ALERT, NULL, NULL, "met, overdue, due, or past (a right unused)"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "one plain sentence"},
	{"owner", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who owes it"},
	{"met_on", "Done", SEN_C_DATE, 0, NULL, NULL, "the day it was done"},
	{"cite", "From", SEN_C_TEXT, 0, NULL, NULL, "where the law says so"},
	{"next", "Next command", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command that meets it"},
	{"rule", "Rule", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "stable key of the rule"},
};
static const char owed_sql[] =
	"SELECT due_on, CASE WHEN met_on IS NOT NULL AND met_on > due_on AND lapses = 0 THEN 'late' WHEN "
	"met_on"
	" IS NOT NULL THEN 'met' WHEN due_on >= :today THEN 'due' WHEN lapses = 1 THEN 'past' ELSE 'overdue' "
	"END AS state, what, owner, met_on, cite, CASE WHEN met_on IS NULL THEN fix END AS next, rule"
	" FROM deadline WHERE " OF_ITS_CHILD
	" AND subject = 'AP' || CAST(:parent AS TEXT) ORDER BY due_on, id";

static const struct sen_column file_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "AT", NULL, "attachment"},
	{"attached_on", "Date", SEN_C_DATE, 0, NULL, NULL, "the day it is of"},
	{"title", "Title", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what it is"},
};
static const char file_sql[] =
	"SELECT id, attached_on, title FROM attachment WHERE " OF_ITS_CHILD
	" AND record = 'AP' || CAST(:parent AS TEXT) AND voided_at IS NULL ORDER BY attached_on, id";

static const struct sen_query parts[] = {SEN_PART("steps", "What happened", step_sql, step_columns),
					 SEN_PART("owed", "What is due", owed_sql, owed_columns),
					 SEN_PART("documents", "Documents", file_sql, file_columns)};
static const char page_sql[] = SELECT " WHERE x.id = :id";
const struct sen_query sen_appeal_page = {.name = "appeal-show",
					  .title = "Disagreement with the local authority",
					  .version = 1,
					  .sql = page_sql,
					  .columns = page_columns,
					  .count = SEN_COUNT(page_columns),
					  .parts = parts,
					  .part_count = SEN_COUNT(parts),
					  .flags = SEN_Q_PAGE};

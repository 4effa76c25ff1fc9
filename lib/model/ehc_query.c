/* Answers about EHC cases: a line a case, and one on its page. */
#include "model/ehc_sql.h"

#include <sen/ehc_case.h>

static const struct sen_column columns[] = {
	{"id", "Id", SEN_C_ID, 0, "EH", NULL, "the case"},
	{"pupil_id", "Pupil", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"year", "Year", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_year_codes, "year group"},
	{"stage", "Code", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_ehc_stages,
	 "requested assessing drafting plan, or how it ended: refused no-plan withdrawn ceased left"},
	{"stage_name", "Stage", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "where it stands"},
	{"opened_on", "Since", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL,
	 "the request was sent, or the plan was known"},
	{"source", "Asked by", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_ehc_sources, "who asked"},
	{"authority", "Authority", SEN_C_TEXT, 0, NULL, NULL, "the local authority"},
	{"next_on", "By", SEN_C_DATE, 0, NULL, NULL, "the next day of the law's clock"},
	{"next", "Next", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is to be done by then"},
	{"next_owner", "Who", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "by whom"},
	{"plan_since", "Plan since", SEN_C_DATE, 0, NULL, NULL, "the first final plan"},
	{"review_due", "Review due", SEN_C_DATE, 0, NULL, NULL, "the annual review is to be complete by"},
	{"ended_on", "Ended", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the day the case ended"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};
/* Where it stands and its next day, once a case; `more` is computed too, `which` picks. */
#define CASES(more, which)                                                               \
	"(SELECT x.*, " EHC_STAGE " AS stage, " more EHC_PLAN_SINCE                      \
	" AS plan_since, " EHC_DUE("annual-review-complete") " AS review_due, " EHC_NEXT \
							     " AS next_id FROM ehc x WHERE " which ") k"
#define WHERE                                                                           \
	" JOIN pupil p ON p.id = k.pupil_id LEFT JOIN enrolment e ON e.pupil_id = p.id" \
	" AND e.voided_at IS NULL AND " MODEL_AT_DAY("e") " LEFT JOIN deadline d ON d.id = k.next_id"
#define COURSE EHC_COURSE("k.stage")
#define STAGE_NAME EHC_STAGE_NAME("k.stage")
#define LISTED CASES("", "x.voided_at IS NULL AND x.opened_on <= :day")
#define SHOWN CASES(EHC_VERSION " AS v, ", "x.id = :id")
/* --open: asked for, and no plan yet. */
static const char list_sql[] =
	"SELECT k.id AS id, k.pupil_id AS pupil_id, " MODEL_NAME
	" AS pupil, e.class AS class, e.year AS year,"
	" " COURSE " AS stage, " STAGE_NAME " AS stage_name, k.opened_on AS opened_on, k.source AS source,"
	" k.authority AS authority, d.due_on AS next_on, d.what AS next, d.owner AS next_owner,"
	" k.plan_since AS plan_since, k.review_due AS review_due, k.ended_on AS ended_on, k.rev AS rev"
	" FROM " LISTED WHERE " WHERE " MODEL_IN_SCHOOL
	" AND (k.pupil_id = :pupil OR (:pupil IS NULL AND " MODEL_ON_ROLL "))"
	" AND (:all = 1 OR :pupil IS NOT NULL OR :stage IS NOT NULL OR k.ended_on IS NULL"
	" OR k.ended_on > :day)"
	" AND (:open = 0 OR k.plan_since IS NULL AND (k.ended_on IS NULL OR k.ended_on > :day))"
	" AND (:stage IS NULL OR :stage = " COURSE ") AND (:class IS NULL OR " MODEL_CLASS_IS ")"
	" ORDER BY coalesce(e.class, ''), p.sort_key, p.id, k.id";

const struct sen_query sen_ehcp_list_query = {.name = "ehcp-list",
					      .title = "EHC cases",
					      .version = 1,
					      .sql = list_sql,
					      .columns = columns,
					      .count = SEN_COUNT(columns),
					      .empty = "No EHC case fits."};

/* ---- One on its page ---- */

static const struct sen_column happened_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "MS", NULL, "of the event, for 'ehcp remove'"},
	{"happened_on", "Day", SEN_C_DATE, 0, NULL, NULL, "the day"},
	{"event", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "the event, by its code"},
	{"what", "What happened", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the event in words"},
	{"result", "Result", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "what was decided"},
	{"version", "Version", SEN_C_TEXT, 0, NULL, NULL, "of the plan, that it brought"},
	{"review_id", "Review", SEN_C_ID, 0, "R", NULL, "the annual review"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "who"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "note"},
};
static const char happened_sql[] =
	"SELECT m.id AS id, m.happened_on AS happened_on, m.event AS event, m.event_name || CASE WHEN "
	"m.result"
	" IS NULL OR m.event = 'excuse' THEN '' ELSE ': ' || replace(m.result, '-', ' ') END AS what,"
	" m.result AS result, CASE WHEN m.version IS NULL THEN NULL ELSE 'EH' || CAST(m.ehc_id AS TEXT) || "
	"'.'"
	" || CAST(m.version AS TEXT) END AS version, m.review_id AS review_id, m.who AS who, m.note AS note"
	" FROM milestone m WHERE m.pupil_id = (SELECT pupil_id FROM ehc WHERE id = :parent)"
	" AND m.ehc_id = :parent AND m.voided_at IS NULL ORDER BY m.happened_on, m.id";

static const struct sen_column section_columns[] = {
	{"section", "Section", SEN_C_CODE, 0, NULL, NULL, "A to G, H1, H2, I, J, K"},
	{"name", "Name", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what it holds"},
	{"items", "Entries", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "how many, in the version that stands"},
	{"first", "First", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "of I: the school named"},
};
static const char section_sql[] = "SELECT k.section AS section, CASE k.section" EHC_SECTIONS(
	EHC_WHEN) " END AS name, count(*) AS items, CASE k.section WHEN 'I' THEN min(k.words) END AS first"
		  " FROM (SELECT i.section, i.words FROM ehc x JOIN ehc_item i ON i.pupil_id = x.pupil_id"
		  " AND i.ehc_id = x.id AND i.voided_at IS NULL WHERE x.id = :parent"
		  " AND i.since <= " EHC_VERSION " AND (i.until IS NULL OR i.until > " EHC_VERSION ")) k"
		  " GROUP BY k.section ORDER BY k.section";

static const struct sen_column owed_columns[] = {
	{"due_on", "Due", SEN_C_DATE, 0, NULL, NULL, "the last day for it"},
	{"state", "", SEN_C_TEXT, SEN_COL_ALERT, NULL, NULL, "overdue or due"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "one plain sentence"},
	{"owner", "Who", SEN_C_TEXT, 0, NULL, NULL, "by whom"},
	{"cite", "From", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "the law it comes from"},
	{"next", "Next command", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command that meets it"},
};
static const char owed_sql[] =
	"SELECT d.due_on AS due_on, CASE WHEN d.due_on < :today THEN 'overdue' ELSE 'due' END AS state,"
	" d.what AS what, d.owner AS owner, d.cite AS cite, d.fix AS next FROM ehc x JOIN deadline d"
	" ON d.pupil_id = x.pupil_id WHERE x.id = :parent AND x.ended_on IS NULL AND" EHC_OPEN
	" AND " EHC_CLOCK " ORDER BY d.due_on, d.id";

static const struct sen_column appeal_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "AP", NULL, "disagreement"},
	{"against", "Against", SEN_C_CODE, 0, NULL, sen_appeal_against, "which decision"},
	{"notice_on", "Notice", SEN_C_DATE, 0, NULL, NULL, "the day of the written notice"},
	{"closed_on", "Over", SEN_C_DATE, 0, NULL, NULL, "the day it was over"},
	{"result", "Result", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what came of it"},
};
static const char appeal_sql[] =
	"SELECT a.id AS id, a.against AS against, a.notice_on AS notice_on, a.closed_on AS closed_on,"
	" a.result AS result FROM ehc x JOIN appeal a ON a.pupil_id = x.pupil_id AND a.ehc_id = x.id"
	" AND a.voided_at IS NULL WHERE x.id = :parent ORDER BY a.notice_on, a.id";

static const struct sen_column disclosure_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "DI", NULL, "disclosure"},
	{"given_on", "Day", SEN_C_DATE, 0, NULL, NULL, "the day it was shown or given"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "what was shown or given"},
	{"who", "To", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "to whom"},
	{"ground", "Ground", SEN_C_TEXT, 0, NULL, NULL, "consent, or a ground of regulation 17"},
};
static const char disclosure_sql[] =
	"SELECT g.id AS id, g.given_on AS given_on, g.what AS what, g.who AS who, g.ground AS ground FROM "
	"ehc x"
	" JOIN disclosure g ON g.pupil_id = x.pupil_id AND g.ehc_id = x.id AND g.voided_at IS NULL"
	" WHERE x.id = :parent ORDER BY g.given_on, g.id";

static const struct sen_query parts[] = {
	SEN_PART("owed", "Owed", owed_sql, owed_columns),
	SEN_PART("happened", "What happened", happened_sql, happened_columns),
	SEN_PART("sections", "The plan", section_sql, section_columns),
	SEN_PART("appeals", "Disagreement", appeal_sql, appeal_columns),
	SEN_PART("disclosures", "Shown to", disclosure_sql, disclosure_columns)};

static const struct sen_column page_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "EH", NULL, "the case"},
	{"pupil_id", "Pupil id", SEN_C_ID, 0, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"class", "Class", SEN_C_TEXT, 0, NULL, NULL, "class"},
	{"year", "Year", SEN_C_CODE, 0, NULL, sen_year_codes, "year group"},
	{"stage", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL,
	 "requested assessing drafting plan, or how it ended"},
	{"stage_name", "Stands", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "where it stands"},
	{"opened_on", "Since", SEN_C_DATE, 0, NULL, NULL, "the request was sent, or the plan was known"},
	{"source", "Asked by", SEN_C_CODE, 0, NULL, sen_ehc_sources, "who asked; unknown: came with a plan"},
	{"reason", "Reason", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "why it was asked for"},
	{"consent_id", "Agreement", SEN_C_ID, 0, "CN", NULL, "the parents' agreement"},
	{"authority", "Authority", SEN_C_TEXT, 0, NULL, NULL, "the local authority"},
	{"officer", "Officer", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "its case officer"},
	{"officer_contact", "Ring", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "telephone or e-mail"},
	{"reference", "Reference", SEN_C_TEXT, SEN_COL_UPN, NULL, NULL, "the authority's number"},
	{"version", "Version", SEN_C_TEXT, 0, NULL, NULL,
	 "of the plan that stands, else of the newest draft"},
	{"plan_since", "Plan since", SEN_C_DATE, 0, NULL, NULL, "the first final plan"},
	{"review_due", "Review due", SEN_C_DATE, 0, NULL, NULL, "the annual review is to be complete by"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "note"},
	{"ended_on", "Ended", SEN_C_DATE, 0, NULL, NULL, "the day the case ended"},
	{"cease_reason", "Ceased because", SEN_C_TEXT, 0, NULL, NULL, "the reason, by its code of SEN2"},
	{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"},
};
static const char page_sql[] =
	"SELECT k.id AS id, k.pupil_id AS pupil_id, " MODEL_NAME
	" AS pupil, e.class AS class, e.year AS year,"
	" CASE WHEN k.voided_at IS NOT NULL THEN 'removed' ELSE " COURSE " END AS stage,"
	" CASE WHEN k.voided_at IS NOT NULL THEN 'Removed' ELSE " STAGE_NAME " END AS stage_name,"
	" k.opened_on AS opened_on, k.source AS source, k.reason AS reason, k.consent_id AS consent_id,"
	" k.authority AS authority, k.officer AS officer, k.officer_contact AS officer_contact,"
	" k.reference AS reference, 'EH' || CAST(k.id AS TEXT) || '.' || CAST(k.v AS TEXT) AS version,"
	" k.plan_since AS plan_since, k.review_due AS review_due, k.note AS note, k.ended_on AS ended_on,"
	" k.cease_reason AS cease_reason, k.rev AS rev FROM " SHOWN WHERE " WHERE :id = k.id";
const struct sen_query sen_ehcp_show_query = {.name = "ehcp-show",
					      .title = "EHC case",
					      .version = 1,
					      .sql = page_sql,
					      .columns = page_columns,
					      .count = SEN_COUNT(page_columns),
					      .parts = parts,
					      .part_count = SEN_COUNT(parts),
					      .flags = SEN_Q_PAGE};

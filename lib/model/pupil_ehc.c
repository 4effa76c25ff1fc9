/* `pupil show`: the EHC case in one line, disagreement, and to whom the plan was shown. */
#include "model/ehc_sql.h"

#include <sen/ehc.h>

const struct sen_column pupil_ehcp_columns[PUPIL_EHCP] = {
	{"id", "Id", SEN_C_ID, 0, "EH", NULL, "the case"},
	{"stage", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL,
	 "requested assessing drafting plan, or how it ended"},
	{"stage_name", "Stage", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "where it stands"},
	{"opened_on", "Since", SEN_C_DATE, 0, NULL, NULL, "the request was sent, or the plan was known"},
	{"source", "Asked by", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_ehc_sources, "who asked"},
	{"authority", "Authority", SEN_C_TEXT, 0, NULL, NULL, "the local authority"},
	{"officer", "Officer", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "its case officer"},
	{"officer_contact", "Ring", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "telephone or e-mail"},
	{"reference", "Reference", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_UPN, NULL, NULL,
	 "the authority's number"},
	{"version", "Version", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "of the plan: EH1.2"},
	{"needs", "Needs", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "in Section B of that version"},
	{"outcomes", "Outcomes", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "in Section E of it"},
	{"provisions", "Provision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "in Section F of it"},
	{"plan_since", "Plan since", SEN_C_DATE, 0, NULL, NULL, "the first final plan"},
	{"review_due", "Review due", SEN_C_DATE, 0, NULL, NULL, "the annual review is to be complete by"},
	{"next_on", "By", SEN_C_DATE, 0, NULL, NULL, "the next day of the law's clock"},
	{"next", "Next", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is to be done by then"},
	{"next_owner", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "by whom"},
	{"fix", "Command", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the command that meets it"},
	{"ended_on", "Ended", SEN_C_DATE, SEN_COL_QUIET, NULL, NULL, "the day the case ended"},
};
#define ITEMS(s)                                                                             \
	"(SELECT COUNT(*) FROM ehc_item i WHERE i.pupil_id = k.pupil_id AND i.ehc_id = k.id" \
	" AND i.voided_at IS NULL AND i.section = '" s "' AND i.since <= k.v"                \
	" AND (i.until IS NULL OR i.until > k.v))"
/* Names for what the formatter would tear apart between strings. */
#define COURSE EHC_COURSE("k.state")
#define STAGE_NAME EHC_STAGE_NAME("k.state")
#define REVIEW_DUE EHC_DUE("annual-review-complete")
#define NEEDS ITEMS("B")
#define OUTCOMES ITEMS("E")
#define PROVISION ITEMS("F")
/* The open one, else the last. */
const char pupil_ehcp_sql[] =
	"SELECT k.id AS id, " COURSE " AS stage, " STAGE_NAME " AS stage_name, k.opened_on AS opened_on,"
	" k.source AS source, k.authority AS authority, k.officer AS officer, k.officer_contact AS"
	" officer_contact, k.reference AS reference, 'EH' || CAST(k.id AS TEXT) || '.' || CAST(k.v AS TEXT)"
	" AS version, " NEEDS " AS needs, " OUTCOMES " AS outcomes, " PROVISION
	" AS provisions, k.plan_since AS"
	" plan_since, k.review_due AS review_due, d.due_on AS next_on, d.what AS next, d.owner AS next_owner,"
	" d.fix AS fix, k.ended_on AS ended_on FROM (SELECT x.*, " EHC_STAGE " AS state, " EHC_VERSION
	" AS v, " EHC_PLAN_SINCE " AS plan_since, " REVIEW_DUE " AS review_due, " EHC_NEXT
	" AS next_id FROM ehc x WHERE x.pupil_id = :parent AND x.voided_at IS NULL AND x.opened_on <= :day"
	" ORDER BY CASE WHEN x.ended_on IS NULL THEN 0 ELSE 1 END, x.id DESC LIMIT 1) k LEFT JOIN deadline d"
	" ON d.id = k.next_id";

const struct sen_column pupil_appeal_columns[PUPIL_APPEAL] = {
	{"id", "Id", SEN_C_ID, 0, "AP", NULL, "disagreement"},
	{"against", "Against", SEN_C_CODE, 0, NULL, sen_appeal_against, "which decision"},
	{"sections", "Sections", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "of the plan's contents"},
	{"notice_on", "Notice", SEN_C_DATE, 0, NULL, NULL, "the day of the written notice"},
	{"appeal_by", "Appeal by", SEN_C_DATE, 0, NULL, NULL, "the last day to appeal, while it is open"},
	{"last_on", "On", SEN_C_DATE, 0, NULL, NULL, "the day of what happened last"},
	{"last", "What happened last", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what happened last"},
	{"hearing_on", "Hearing", SEN_C_DATE, 0, NULL, NULL, "the day of the hearing"},
	{"closed_on", "Over", SEN_C_DATE, 0, NULL, NULL, "the day it was over"},
	{"result", "Result", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what came of it"},
};
const char pupil_appeal_sql[] =
	"SELECT a.id AS id, a.against AS against, a.sections AS sections, a.notice_on AS notice_on,"
	" (SELECT MIN(d.due_on) FROM deadline d WHERE d.pupil_id = a.pupil_id AND d.met_on IS NULL AND"
	" d.rule = 'appeal' AND d.subject = 'AP' || CAST(a.id AS TEXT)) AS appeal_by,"
	" m.happened_on AS last_on, m.event_name AS last, (SELECT MAX(h.happened_on) FROM milestone h WHERE"
	" h.pupil_id = a.pupil_id AND h.appeal_id = a.id AND h.event = 'hearing' AND h.voided_at IS NULL)"
	" AS hearing_on, a.closed_on AS closed_on, a.result AS result FROM appeal a LEFT JOIN milestone m ON"
	" m.id = (SELECT l.id FROM milestone l WHERE l.pupil_id = a.pupil_id AND l.appeal_id = a.id AND"
	" l.voided_at IS NULL AND l.happened_on <= :day ORDER BY l.happened_on DESC, l.id DESC LIMIT 1)"
	" WHERE a.pupil_id = :parent AND a.voided_at IS NULL AND a.notice_on <= :day ORDER BY a.notice_on"
	" DESC, a.id DESC";

const struct sen_column pupil_disclosure_columns[PUPIL_DISCLOSURE] = {
	{"id", "Id", SEN_C_ID, 0, "DI", NULL, "disclosure"},
	{"given_on", "On", SEN_C_DATE, 0, NULL, NULL, "the day it was shown or given"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "what was shown or given"},
	{"who", "To", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "to whom"},
	{"organisation", "Of", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "of what body"},
	{"ground", "Ground", SEN_C_TEXT, 0, NULL, NULL, "consent, or a ground of regulation 17"},
	{"why", "Why", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "what for"},
};
const char pupil_disclosure_sql[] =
	"SELECT id, given_on, what, who, organisation, ground, why FROM disclosure WHERE pupil_id = :parent"
	" AND voided_at IS NULL AND given_on <= :day ORDER BY given_on DESC, id DESC LIMIT 5";

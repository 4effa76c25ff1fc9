/* `pupil show`: the lists on the child's page. */
#include "model/plan_sql.h"

#include <sen/plan.h>

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
/* What others owe says who: the child's page is read as a list of what to do. */
static const char owed_sql[] =
	"SELECT due_on, CASE WHEN due_on < :today THEN 'overdue' ELSE 'due' END AS state, CASE WHEN owner IN"
	" ('local authority', 'parents', 'mediation adviser', 'tribunal') THEN what || ' (' || owner || ')' "
	"ELSE what END"
	" AS what, fix AS next, rule, subject, owner FROM deadline WHERE pupil_id = :parent AND met_on IS "
	"NULL"
	" AND (lapses = 0 OR due_on >= :today) ORDER BY due_on, id";

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

/* Who answers for the child: by name, by class, or as the teacher of the class. */
static const struct sen_column adult_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "ST", NULL, "member of staff"},
	{"name", "Name", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "full name"},
	{"role", "Role", SEN_C_TEXT, 0, NULL, NULL, "in what role"},
	{"through", "For", SEN_C_TEXT, 0, NULL, NULL, "the child, or the class"},
	{"from_on", "Since", SEN_C_DATE, 0, NULL, NULL, "since when"},
};
#define CLASS_OF                                                                               \
	"(SELECT e.class FROM enrolment e WHERE e.pupil_id = :parent AND e.voided_at IS NULL " \
	"AND " MODEL_AT_DAY("e") ")"
static const char adult_sql[] =
	"SELECT t.id AS id, t.name AS name, coalesce(d.role, t.role) AS role, 'the child' AS through,"
	" d.from_on AS from_on FROM duty d JOIN staff t ON t.id = d.staff_id WHERE d.pupil_id = :parent"
	" AND d.voided_at IS NULL AND t.voided_at IS NULL AND " MODEL_AT_DAY(
		"d") " UNION ALL SELECT t.id, t.name, coalesce(d.role, t.role), 'class ' || d.class, "
		     "d.from_on FROM duty d"
		     " JOIN staff t ON t.id = d.staff_id WHERE d.pupil_id IS NULL AND d.voided_at IS NULL "
		     "AND t.voided_at IS NULL"
		     " AND t.school_id = (SELECT school_id FROM pupil WHERE id = :parent) AND lower(d.class) "
		     "= lower(" CLASS_OF
		     ") AND " MODEL_AT_DAY("d") " UNION ALL SELECT t.id, t.name, t.role, 'class ' || "
						"t.class, t.from_on FROM staff t WHERE t.voided_at IS NULL"
						" AND t.school_id = (SELECT school_id FROM pupil WHERE id = "
						":parent) AND lower(t.class) = lower(" CLASS_OF
						") AND " MODEL_AT_DAY("t") " ORDER BY 4 DESC, 2, 1";

static const struct sen_column consent_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "CN", NULL, "consent"},
	{"purpose", "For", SEN_C_TEXT, 0, NULL, NULL, "what it is for"},
	{"given_by", "Given by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who gave it"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "from when it holds"},
	{"expires_on", "Runs out", SEN_C_DATE, 0, NULL, NULL, "the first day it holds no more"},
};
static const char consent_sql[] = "SELECT id, purpose, given_by, from_on, expires_on FROM consent WHERE "
				  "pupil_id = :parent AND voided_at IS NULL"
				  " AND from_on <= :day AND (expires_on IS NULL OR expires_on > :day)"
				  " AND (withdrawn_on IS NULL OR withdrawn_on > :day) ORDER BY purpose, id";

static const struct sen_column referral_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "RF", NULL, "referral"},
	{"agency", "Agency", SEN_C_TEXT, 0, NULL, NULL, "to whom"},
	{"sent_on", "Sent", SEN_C_DATE, 0, NULL, NULL, "the day it was sent"},
	{"accepted_on", "Accepted", SEN_C_DATE, 0, NULL, NULL, "the day it was accepted"},
	{"seen_on", "Seen", SEN_C_DATE, 0, NULL, NULL, "the day the child was first seen"},
	{"report_on", "Report", SEN_C_DATE, 0, NULL, NULL, "the day the report came"},
};
static const char referral_sql[] =
	"SELECT f.id AS id, g.name AS agency, f.sent_on AS sent_on, f.accepted_on AS accepted_on, f.seen_on "
	"AS seen_on,"
	" f.report_on AS report_on FROM referral f JOIN agency g ON g.id = f.agency_id WHERE f.pupil_id = "
	":parent"
	" AND f.voided_at IS NULL AND f.closed_on IS NULL ORDER BY f.sent_on, f.id";

static const struct sen_column review_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "R", NULL, "review"},
	{"kind", "Kind", SEN_C_CODE, 0, NULL, sen_review_kinds, "kind of review"},
	{"planned_on", "Planned", SEN_C_DATE, 0, NULL, NULL, "the day it is planned for"},
	{"held_on", "Held", SEN_C_DATE, 0, NULL, NULL, "the day it was held"},
	{"parent_part", "Parents", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_part_codes, "came, views or none"},
	{"pupil_part", "Pupil", SEN_C_CODE, SEN_COL_QUIET, NULL, sen_part_codes, "came, views or none"},
	{"decision", "Decision", SEN_C_TEXT, 0, NULL, NULL, "what was decided"},
	{"next_on", "Next", SEN_C_DATE, 0, NULL, NULL, "the day of the next one"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "what was said"},
};
static const char review_sql[] =
	"SELECT id, kind, planned_on, held_on, parent_part, pupil_part, decision, next_on, note FROM review"
	" WHERE pupil_id = :parent"
	" AND voided_at IS NULL ORDER BY coalesce(held_on, planned_on) DESC, id DESC";

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

/* ---- The child's file ---- */
static const struct sen_column profile_columns[] = {
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "PR", NULL, "version"},
	{"made_on", "Made", SEN_C_DATE, 0, NULL, NULL, "the day it was made"},
	{"strengths", "Strengths", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "strengths"},
	{"matters", "What matters", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what matters to the child"},
	{"help_best", "How to help", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how adults help best"},
	{"areas", "Areas of need", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "areas of need"},
};
static const char profile_sql[] =
	"SELECT id, made_on, strengths, matters, help_best, areas FROM profile WHERE pupil_id = :parent"
	" AND voided_at IS NULL AND made_on <= :day ORDER BY made_on DESC, id DESC LIMIT 1";

static const struct sen_column medical_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "M", NULL, "line of the medical register"},
	{"condition", "Condition", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the condition"},
	{"do_this", "Do this", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what any adult is to do"},
	{"medicine", "Medicine", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "medicine, dose and when"},
	{"kept_where", "Kept", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "where it is kept"},
};
static const char medical_sql[] =
	"SELECT id, condition, do_this, medicine, kept_where FROM medical m WHERE pupil_id = :parent"
	" AND voided_at IS NULL AND " MODEL_AT_DAY("m") " ORDER BY id";

static const struct sen_column document_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "D", NULL, "document"},
	{"kind", "Kind", SEN_C_TEXT, 0, NULL, NULL, "kind of document"},
	{"title", "Title", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what it is called"},
	{"made_on", "Made", SEN_C_DATE, 0, NULL, NULL, "the day it was made"},
	{"review_on", "Review", SEN_C_DATE, 0, NULL, NULL, "to be reviewed by"},
};
static const char document_sql[] =
	"SELECT id, kind, title, made_on, review_on FROM document WHERE pupil_id = :parent AND voided_at IS "
	"NULL"
	" AND made_on <= :day AND (ended_on IS NULL OR ended_on > :day) ORDER BY kind, id";

static const struct sen_column place_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "PC", NULL, "placement"},
	{"kind", "Kind", SEN_C_TEXT, 0, NULL, NULL, "kind of place"},
	{"setting", "Where", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "which one"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "the first day"},
};
static const char place_sql[] =
	"SELECT id, kind, setting, from_on FROM placement x WHERE pupil_id = :parent AND voided_at IS NULL"
	" AND " MODEL_AT_DAY("x") " ORDER BY id";

static const struct sen_column timetable_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "TT", NULL, "reduced timetable"},
	{"hours", "Attends", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the child attends"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "the first day"},
	{"review_on", "Review", SEN_C_DATE, 0, NULL, NULL, "to be reviewed by"},
	{"full_time_by", "Full time by", SEN_C_DATE, 0, NULL, NULL, "the day meant for full time again"},
	{"la_told_on", "LA told", SEN_C_DATE, 0, NULL, NULL, "the day the local authority was told"},
};
static const char timetable_sql[] =
	"SELECT id, hours, from_on, review_on, full_time_by, la_told_on FROM timetable x"
	" WHERE pupil_id = :parent AND voided_at IS NULL AND " MODEL_AT_DAY("x") " ORDER BY id";

static const struct sen_column adjustment_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "AD", NULL, "adjustment"},
	{"kind", "Kind", SEN_C_CODE, 0, NULL, sen_adjustment_kinds, "adjustment or access"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is done"},
	{"granted_on", "Granted", SEN_C_DATE, 0, NULL, NULL, "the day it was granted"},
	{"used_in_class", "Used in class", SEN_C_BOOL, 0, NULL, NULL, "the normal way of working"},
};
static const char adjustment_sql[] =
	"SELECT id, kind, what, granted_on, used_in_class FROM adjustment x WHERE pupil_id = :parent"
	" AND voided_at IS NULL AND " MODEL_AT_DAY("x") " ORDER BY id";

/* ---- Around the child ---- */
static const struct sen_column weighing_columns[] = {
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "W", NULL, "line"},
	{"weighed_on", "Weighed", SEN_C_DATE, 0, NULL, NULL, "the day it was weighed"},
	{"factor", "Factor", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "code of the policy"},
	{"factor_name", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "in the policy's words"},
	{"note", "Found", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was found"},
};
static const char weighing_sql[] =
	"SELECT id, weighed_on, factor, factor_name, note FROM weighing WHERE pupil_id = :parent"
	" AND voided_at IS NULL AND weighed_on <= :day ORDER BY weighed_on DESC, id";

static const struct sen_column action_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "A", NULL, "action"},
	{"due_on", "Due", SEN_C_DATE, 0, NULL, NULL, "to be done by"},
	{"what", "Action", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what is to be done"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who is to do it"},
};
static const char action_sql[] = "SELECT id, due_on, what, who FROM action WHERE pupil_id = :parent"
				 " AND voided_at IS NULL AND done_on IS NULL ORDER BY due_on, id";

static const struct sen_column move_columns[] = {
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "MV", NULL, "arrival or leaving"},
	{"kind", "", SEN_C_CODE, 0, NULL, sen_transfer_kinds, "arrival or leaving"},
	{"moved_on", "On", SEN_C_DATE, 0, NULL, NULL, "the first day here, or the last"},
	{"other_school", "School", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the other school"},
	{"file_on", "File", SEN_C_DATE, 0, NULL, NULL, "the day the file came, or was sent"},
	{"receipt_on", "Receipt", SEN_C_DATE, 0, NULL, NULL, "the day its receipt came"},
	{"watched_until", "Watched until", SEN_C_DATE, 0, NULL, NULL, "watched until then"},
	{"settled_on", "Settled", SEN_C_DATE, 0, NULL, NULL, "the day the child had settled"},
};
static const char move_sql[] =
	"SELECT id, kind, moved_on, other_school, file_on, receipt_on, watched_until, settled_on FROM move"
	" WHERE pupil_id = :parent AND voided_at IS NULL ORDER BY moved_on DESC, id DESC";

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

/* ---- Plans ---- */
static const struct sen_column plan_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "PL", NULL, "plan"},
	{"kind_name", "Plan", SEN_C_TEXT, 0, NULL, NULL, "its name in the policy"},
	{"cycle", "Cycle", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "which cycle"},
	{"version", "Version", SEN_C_INT, SEN_COL_RIGHT | SEN_COL_QUIET, NULL, NULL, "which version of it"},
	{"state", "State", SEN_C_TEXT, 0, NULL, NULL, "draft or agreed"},
	{"made_on", "Made", SEN_C_DATE, 0, NULL, NULL, "the day it was made"},
	{"review_on", "Review", SEN_C_DATE, 0, NULL, NULL, "the date for review"},
	{"adults", "Adults", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "the adults responsible"},
};
static const char plan_sql[] =
	"SELECT x.id AS id, x.kind_name AS kind_name, x.cycle AS cycle, x.version AS version, " PLAN_STATE
	" AS state, x.made_on AS made_on, x.review_on AS review_on, x.adults AS adults FROM plan x"
	" WHERE x.pupil_id = :parent AND " PLAN_OPEN " ORDER BY x.kind, x.cycle, x.version, x.id";

static const struct sen_column target_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "T", NULL, "target"},
	{"plan", "Plan", SEN_C_ID, SEN_COL_QUIET, "PL", NULL, "the plan"},
	{"target", "Target", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the child will be able to do"},
	{"success", "Met when", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "how it will be known"},
	{"due_on", "By", SEN_C_DATE, 0, NULL, NULL, "by when"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who helps"},
	{"result", "So far", SEN_C_TEXT, 0, NULL, NULL, "the last result, a code of the policy"},
	{"met", "Met", SEN_C_BOOL, SEN_COL_QUIET, NULL, NULL, "met, by the last result"},
};
static const char target_sql[] =
	"SELECT t.id AS id, t.plan_id AS plan, t.target AS target, t.success AS "
	"success, " TARGET_DUE " AS due_on, t.who AS who, g.result AS result, g.met AS met FROM target t"
	" JOIN plan x ON x.id = t.plan_id LEFT JOIN progress g ON g.id "
	"= " TARGET_LATEST " WHERE t.pupil_id = :parent AND t.voided_at IS NULL AND " PLAN_OPEN
	" AND (t.ended_on IS NULL OR t.ended_on > :day) AND NOT (" PLAN_WAITS
	") ORDER BY t.plan_id, t.number, t.id";

static const struct sen_column provision_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "G", NULL, "provision"},
	{"name", "Provision", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what it is called"},
	{"adult", "Given by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "an adult who gives it"},
	{"minutes", "Minutes", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "minutes of a session"},
	{"times", "A week", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "times a week"},
	{"days", "Days", SEN_C_TEXT, 0, NULL, NULL, "days of the week"},
	{"at", "At", SEN_C_TEXT, 0, NULL, NULL, "time of day"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "the child's first day in it"},
	{"until_on", "Until", SEN_C_DATE, 0, NULL, NULL, "the first day after"},
	{"entry", "At the start", SEN_C_TEXT, 0, NULL, NULL, "measured at the start"},
	{"held", "Held", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "sessions held since then"},
	{"attended", "There", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "of them, those the child was at"},
};
#define SESSIONS_HAD                                                                             \
	"(SELECT COUNT(*) FROM session s WHERE s.provision_id = g.id AND s.held_on >= m.from_on" \
	" AND (m.until_on IS NULL OR s.held_on < m.until_on) AND s.held_on <= :day"              \
	" AND s.voided_at IS NULL AND s.cancelled IS NULL"
static const char provision_sql[] =
	"SELECT g.id AS id, g.name AS name, (SELECT MIN(a.name) FROM provision_adult a WHERE a.provision_id "
	"= g.id"
	" AND a.voided_at IS NULL AND " MODEL_AT_DAY(
		"a") ") AS adult, g.minutes AS minutes, g.times AS times,"
		     " g.days AS days, g.at AS at, m.from_on AS from_on, m.until_on AS until_on, m.entry AS "
		     "entry,"
		     " " SESSIONS_HAD ") AS held, " SESSIONS_HAD " AND NOT EXISTS (SELECT 1 FROM absence b"
		     " WHERE b.session_id = s.id AND b.pupil_id = m.pupil_id AND b.voided_at IS NULL)) AS "
		     "attended"
		     " FROM provision_pupil m JOIN provision g ON g.id = m.provision_id WHERE m.pupil_id = "
		     ":parent"
		     " AND m.voided_at IS NULL AND g.voided_at IS NULL AND (m.until_on IS NULL OR m.until_on "
		     "> :day)"
		     " ORDER BY m.from_on, g.id";

static const struct sen_column equipment_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "EQ", NULL, "equipment"},
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what it is"},
	{"owner", "Owner", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "whose it is"},
	{"lent_by", "Lent by", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who lent it"},
	{"number", "Number", SEN_C_TEXT, 0, NULL, NULL, "its number"},
	{"from_on", "Since", SEN_C_DATE, 0, NULL, NULL, "since when"},
	{"checked_on", "Checked", SEN_C_DATE, 0, NULL, NULL, "the day it was last checked"},
	{"check_on", "Check by", SEN_C_DATE, 0, NULL, NULL, "to be checked by"},
	{"return_by", "Return by", SEN_C_DATE, 0, NULL, NULL, "to be given back by"},
};
static const char equipment_sql[] =
	"SELECT id, what, owner, lent_by, number, from_on, checked_on, check_on, return_by FROM equipment"
	" WHERE pupil_id = :parent AND voided_at IS NULL AND from_on <= :day"
	" AND (returned_on IS NULL OR returned_on > :day) ORDER BY id";

static const struct sen_column topup_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "TU", NULL, "extra funding"},
	{"funding", "Source", SEN_C_TEXT, 0, NULL, NULL, "which"},
	{"asked_on", "Asked", SEN_C_DATE, 0, NULL, NULL, "the day it was asked for"},
	{"decided_on", "Decided", SEN_C_DATE, 0, NULL, NULL, "the day it was decided"},
	{"granted", "Granted", SEN_C_BOOL, 0, NULL, NULL, "granted or not"},
	{"pence", "£ a year", SEN_C_PENCE, 0, NULL, NULL, "the sum a year"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "from when it is paid"},
	{"until_on", "Until", SEN_C_DATE, 0, NULL, NULL, "the first day after"},
	{"review_on", "Review", SEN_C_DATE, 0, NULL, NULL, "to be reviewed by"},
};
static const char topup_sql[] =
	"SELECT id, funding, asked_on, decided_on, granted, pence, from_on, until_on, review_on FROM topup"
	" WHERE pupil_id = :parent AND voided_at IS NULL AND (until_on IS NULL OR until_on > :day) ORDER BY "
	"id";

#define PART(key, heading, text, list, more)                                                               \
	{                                                                                                  \
		.name = key, .title = heading, .sql = text, .columns = list, .count = SEN_COUNT(list) more \
	}
/* The table with the child's rows (pupil_id): while there are none, the part costs
 * next to nothing. */
#define IN(table) , .rows_in = table " WHERE pupil_id = :parent"
/* Found by the class too: none while no adult is on record. */
#define IN_ANY(table) , .rows_in = table
#define CONCERN_PARTS , .parts = concern_parts, .part_count = SEN_COUNT(concern_parts)
const struct sen_query pupil_parts[PUPIL_PARTS] = {
	PART("owed", "What is owed", owed_sql, owed_columns, IN("deadline")),
	PART("ehcp", "EHC case", pupil_ehcp_sql, pupil_ehcp_columns, IN("ehc")),
	PART("appeals", "Disagreement", pupil_appeal_sql, pupil_appeal_columns, IN("appeal")),
	PART("profile", "One-page profile", profile_sql, profile_columns, IN("profile")),
	PART("medical", "Medical register", medical_sql, medical_columns, IN("medical")),
	PART("needs", "Needs", need_sql, need_columns, IN("need")),
	PART("flags", "To be weighed", flag_sql, flag_columns, IN("flag")),
	PART("weighings", "Weighed", weighing_sql, weighing_columns, IN("weighing")),
	PART("concerns", "Open concerns", concern_sql, concern_columns, IN("concern") CONCERN_PARTS),
	PART("register", "Register", register_sql, register_columns, IN("register_entry")),
	PART("plans", "Plans", plan_sql, plan_columns, IN("plan")),
	PART("targets", "Targets", target_sql, target_columns, IN("target")),
	PART("reviews", "Reviews", review_sql, review_columns, IN("review")),
	PART("provision", "Provision", provision_sql, provision_columns, IN("provision_pupil")),
	PART("timetables", "Reduced timetable", timetable_sql, timetable_columns, IN("timetable")),
	PART("placements", "Placements", place_sql, place_columns, IN("placement")),
	PART("adjustments", "Adjustments", adjustment_sql, adjustment_columns, IN("adjustment")),
	PART("equipment", "Equipment", equipment_sql, equipment_columns, IN("equipment")),
	PART("documents", "Documents", document_sql, document_columns, IN("document")),
	PART("referrals", "Open referrals", referral_sql, referral_columns, IN("referral")),
	PART("actions", "Open actions", action_sql, action_columns, IN("action")),
	PART("consents", "Consents that hold", consent_sql, consent_columns, IN("consent")),
	PART("disclosures", "Shown outside the school (the last five)", pupil_disclosure_sql,
	     pupil_disclosure_columns, IN("disclosure")),
	PART("topups", "Extra funding", topup_sql, topup_columns, IN("topup")),
	PART("adults", "Responsible adults", adult_sql, adult_columns, IN_ANY("staff")),
	PART("contacts", "Contacts", contact_sql, contact_columns, IN("pupil_contact")),
	PART("moves", "Arrivals and leavings", move_sql, move_columns, IN("move")),
	PART("notes", "Notes", note_sql, note_columns, IN("note")),
	PART("mis", "To settle with the MIS ('sendctl pupil settle')", mis_sql, mis_columns,
	     IN("mis_finding")),
	PART("attachments", "Attachments", attachment_sql, attachment_columns, IN("attachment")),
};

/* report class: what the adults who teach a class need to know of each child,
 * one after the other (R87); and report handover, the same for the next teacher. */
#include "model/ehc_sql.h"
#include "rules/sql.h"

#include <sen/childfile.h>
#include <sen/pupil.h>
#include <sen/report.h>

#define TEXT(n, l, h)                                                                       \
	{                                                                                   \
		.name = n, .label = l, .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, .help = h \
	}
#define DATE(n, l, h)                                                \
	{                                                            \
		.name = n, .label = l, .kind = SEN_C_DATE, .help = h \
	}

/* ---- The parts of a child's sheet ---- */

static const struct sen_column strategy_columns[] = {
	DATE("on_date", "Since", "the day it was agreed"),
	TEXT("strategy", "What to do", "strategies given, or proposed by a solution circle"),
	DATE("review_on", "Look again", "the day agreed to look at it again"),
	{.name = "record", .label = "Concern", .kind = SEN_C_ID, .prefix = "C", .help = "the concern"},
};
/* Of concerns that stand or ended in support; what a resolved one used is past. */
static const char strategy_sql[] =
	"SELECT s.taken_on AS on_date, coalesce(replace(s.proposed, '\n', '; '), s.note) AS strategy, "
	"s.review_on, s.concern_id "
	"AS "
	"record"
	" FROM concern_step s JOIN concern c ON c.id = s.concern_id WHERE s.pupil_id = :parent"
	" AND s.voided_at IS NULL AND c.voided_at IS NULL AND c.handed_on IS NULL"
	" AND s.step IN ('strategies', 'circle') AND coalesce(s.proposed, s.note) IS NOT NULL"
	" AND (c.closed_on IS NULL OR c.result IN ('register', 'monitor', 'refer', 'ehc'))"
	" ORDER BY s.taken_on DESC, s.id DESC";

/* What is worked on now: of the plan that is agreed, else of the draft. */
static const struct sen_column target_columns[] = {
	TEXT("target", "Target", "what the child will be able to do"),
	TEXT("success", "Met when", "how it will be known"),
	TEXT("strategies", "How", "strategies for it, or those of the plan"),
	{.name = "who",
	 .label = "Who",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_PERSON,
	 .help = "who helps, or who is responsible for the plan"},
	DATE("due_on", "By", "by when"),
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "T", .help = "the target"},
};
static const char target_sql[] =
	"SELECT t.target, t.success, coalesce(t.strategies, replace(x.strategies, '\n', '; ')) AS strategies,"
	" coalesce(t.who, x.adults) AS who, coalesce(t.due_on, x.review_on) AS due_on, t.id"
	" FROM target t JOIN plan x ON x.id = t.plan_id WHERE t.pupil_id = :parent AND t.voided_at IS NULL"
	" AND (t.ended_on IS NULL OR t.ended_on > :day) AND x.voided_at IS NULL AND x.made_on <= :day"
	" AND (x.closed_on IS NULL OR x.closed_on > :day) AND (x.agreed_on <= :day OR NOT EXISTS (SELECT 1"
	" FROM plan w WHERE w.pupil_id = x.pupil_id AND w.kind = x.kind AND w.voided_at IS NULL"
	" AND w.agreed_on <= :day AND (w.closed_on IS NULL OR w.closed_on > :day)))"
	" ORDER BY t.plan_id, t.number, t.id";

static const struct sen_column tried_columns[] = {
	TEXT("what", "Tried", "what was tried"),
	TEXT("worked", "How it worked", "how well"),
};
static const char tried_sql[] =
	"SELECT t.what, t.worked FROM tried t JOIN concern c ON c.id = t.concern_id"
	" WHERE c.pupil_id = :parent AND t.voided_at IS NULL AND c.voided_at IS NULL AND c.handed_on IS NULL"
	" AND (c.closed_on IS NULL OR c.result IN ('register', 'monitor', 'refer', 'ehc')) ORDER BY t.id";

static const struct sen_column adjustment_columns[] = {
	{.name = "kind",
	 .label = "Kind",
	 .kind = SEN_C_CODE,
	 .codes = sen_adjustment_kinds,
	 .help = "reasonable adjustment or test access"},
	TEXT("what", "Adjustment", "what is done"),
	{.name = "used_in_class",
	 .label = "In class",
	 .kind = SEN_C_BOOL,
	 .help = "the normal way of working"},
};
static const char adjustment_sql[] =
	"SELECT x.kind, x.what, x.used_in_class FROM adjustment x WHERE x.pupil_id = :parent AND " SQL_HOLDS(
		"x") " ORDER BY x.id";

static const struct sen_column medical_columns[] = {
	TEXT("condition", "Condition", "the condition"),
	TEXT("do_this", "What to do", "in plain words"),
	{.name = "medicine", .label = "Medicine", .kind = SEN_C_TEXT, .help = "what, when"},
	{.name = "kept_where", .label = "Kept", .kind = SEN_C_TEXT, .help = "where it is kept"},
};
static const char medical_sql[] = "SELECT x.condition, x.do_this, x.medicine, x.kept_where FROM medical x"
				  " WHERE x.pupil_id = :parent AND " SQL_HOLDS("x") " ORDER BY x.id";

static const struct sen_column document_columns[] = {
	TEXT("title", "Document", "plan or assessment in force"),
	DATE("review_on", "Review", "the day it is to be looked at again"),
};
static const char document_sql[] =
	"SELECT x.title, x.review_on FROM document x WHERE x.pupil_id = :parent AND x.voided_at IS NULL"
	" AND x.made_on <= :day AND (x.ended_on IS NULL OR x.ended_on > :day) ORDER BY x.id";

static const struct sen_column owed_columns[] = {
	DATE("due_on", "Due", "last day in time"),
	{.name = "days",
	 .label = "Days",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT | SEN_COL_ALERT | SEN_COL_DAYS,
	 .help = "days until then, negative when past"},
	TEXT("what", "Late and due", "what is owed"),
	{.name = "owner",
	 .label = "Who",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_PERSON,
	 .help = "person, role or body"},
};
static const char owed_sql[] =
	"SELECT d.due_on, d.due_on AS days, d.what, d.owner"
	" FROM deadline d WHERE d.pupil_id = :parent AND d.met_on IS NULL AND d.due_on < :until"
	" AND " SQL_NOT_LAPSED " AND d.rule NOT LIKE 'complaint-%' ORDER BY d.due_on, d.id";

static const struct sen_column concern_columns[] = {
	DATE("opened_on", "Raised", "the day it was raised"),
	TEXT("concern", "Concern", "in the words of whoever raised it"),
	{.name = "record", .label = "Id", .kind = SEN_C_ID, .prefix = "C", .help = "the concern"},
};
static const char concern_sql[] =
	"SELECT c.opened_on, c.concern, c.id AS record FROM concern c WHERE c.pupil_id = :parent"
	" AND c.voided_at IS NULL AND c.closed_on IS NULL AND c.handed_on IS NULL AND c.opened_on <= :day"
	" ORDER BY c.opened_on, c.id";

static const struct sen_column provision_columns[] = {
	TEXT("name", "Provision", "what it is called"),
	{.name = "minutes",
	 .label = "Minutes",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "of a session"},
	{.name = "times",
	 .label = "A week",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "times a week"},
	{.name = "days", .label = "Days", .kind = SEN_C_TEXT, .help = "days of the week"},
	{.name = "at", .label = "At", .kind = SEN_C_TEXT, .help = "time of day"},
	{.name = "adult",
	 .label = "Given by",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_PERSON,
	 .help = "an adult who gives it"},
	DATE("until_on", "Until", "the first day after"),
	{.name = "provision", .label = "Id", .kind = SEN_C_ID, .prefix = "G", .help = "the provision"},
};
static const char provision_sql[] =
	"SELECT g.name, g.minutes, g.times, g.days, g.at, (SELECT MIN(a.name) FROM provision_adult a"
	" WHERE a.provision_id = g.id AND " SQL_HOLDS("a") ") AS adult, x.until_on, g.id AS provision"
							   " FROM provision_pupil x JOIN provision g ON g.id "
							   "= x.provision_id WHERE x.pupil_id = :parent"
							   " AND g.voided_at IS NULL AND " SQL_HOLDS(
								   "x") " ORDER BY x.from_on, g.id";

/* What the plan in force asks of those who teach the child (CFA 2014 s.42). */
static const struct sen_column ehc_columns[] = {
	TEXT("provision", "What is to be given", "in the words of Section F"),
	{.name = "minutes",
	 .label = "Minutes",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "each time"},
	{.name = "times",
	 .label = "Times",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "how many times"},
	{.name = "per",
	 .label = "In a",
	 .kind = SEN_C_TEXT,
	 .help = "day, week, fortnight, half-term, term or year"},
	{.name = "who", .label = "By", .kind = SEN_C_TEXT, .flags = SEN_COL_PERSON, .help = "who gives it"},
	{.name = "ratio", .label = "Ratio", .kind = SEN_C_TEXT, .help = "adults to children"},
	{.name = "label", .label = "Of the plan", .kind = SEN_C_TEXT, .help = "its label: F2"},
};
static const char ehc_sql[] =
	"SELECT i.words AS provision, i.minutes, i.times, i.per, i.who, i.ratio, 'F' || CAST(i.number AS "
	"TEXT) AS"
	" label FROM (SELECT x.id, x.pupil_id, (SELECT m.version" EHC_HAPPENED EHC_FINAL
	" ORDER BY m.happened_on DESC, m.id DESC LIMIT 1) AS version FROM ehc x WHERE x.pupil_id = :parent"
	" AND x.voided_at IS NULL AND (x.ended_on IS NULL OR x.ended_on > :day)) k JOIN ehc_item i"
	" ON i.pupil_id = k.pupil_id AND i.ehc_id = k.id WHERE i.section = 'F' AND i.voided_at IS NULL"
	" AND i.since <= k.version AND (i.until IS NULL OR i.until > k.version) ORDER BY i.number, i.id";

static const struct sen_query parts[] = {
	SEN_PART("medical", "Medical", medical_sql, medical_columns),
	SEN_PART("concerns", "Open concerns", concern_sql, concern_columns),
	SEN_PART("targets", "Targets", target_sql, target_columns),
	SEN_PART("ehcp", "What the EHC plan asks (Section F)", ehc_sql, ehc_columns),
	SEN_PART("strategies", "Strategies", strategy_sql, strategy_columns),
	SEN_PART("tried", "What was tried", tried_sql, tried_columns),
	SEN_PART("provision", "Provision", provision_sql, provision_columns),
	SEN_PART("adjustments", "Adjustments", adjustment_sql, adjustment_columns),
	SEN_PART("documents", "Documents", document_sql, document_columns),
	SEN_PART("owed", "Late and due in the coming four weeks", owed_sql, owed_columns),
};

/* ---- The child ---- */

static const struct sen_column columns[] = {
	{.name = "id",
	 .label = "Id",
	 .kind = SEN_C_ID,
	 .prefix = "P",
	 .flags = SEN_COL_QUIET,
	 .help = "pupil id"},
	{.name = "name",
	 .label = "Name",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_NAME,
	 .help = "preferred if set"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class"},
	{.name = "year", .label = "Year", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "year group"},
	{.name = "level",
	 .label = "Level code",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET,
	 .help = "its code"},
	{.name = "level_name", .label = "Level", .kind = SEN_C_TEXT, .help = "level of the school's policy"},
	{.name = "census",
	 .label = "SEN",
	 .kind = SEN_C_CODE,
	 .codes = sen_census_codes,
	 .help = "N, K or E"},
	{.name = "since", .label = "Since", .kind = SEN_C_DATE, .help = "at this level since"},
	{.name = "primary_need",
	 .label = "Need",
	 .kind = SEN_C_CODE,
	 .codes = sen_need_codes,
	 .help = "primary need"},
	{.name = "secondary_need",
	 .label = "Second need",
	 .kind = SEN_C_CODE,
	 .codes = sen_need_codes,
	 .help = "second need"},
	TEXT("strengths", "Strengths", "from the profile"),
	TEXT("matters", "What matters to me", "from the profile"),
	TEXT("help_best", "How best to help", "from the profile"),
	TEXT("areas", "Areas of need", "from the profile"),
};

#define NEED(rank_is)                                                                   \
	"(SELECT MIN(n.type) FROM need n WHERE n.pupil_id = p.id AND n.rank = " rank_is \
	" AND " SQL_HOLDS("n") ")"
/* Children of whom there is something to know. */
#define HAS(table) "EXISTS (SELECT 1 FROM " table " x WHERE x.pupil_id = p.id AND " SQL_HOLDS("x") ")"
#define KNOWN                                                                                              \
	"(r.kind <> 'none' OR EXISTS (SELECT 1 FROM concern c WHERE c.pupil_id = p.id AND c.voided_at IS " \
	"NULL AND c.closed_on IS NULL) OR " HAS("medical") " OR " HAS("adjustment") " OR " HAS(            \
		"provision_pupil") ")"

#define PROFILE                                                                                  \
	" LEFT JOIN profile f ON f.id = (SELECT v.id FROM profile v WHERE v.pupil_id = p.id AND" \
	" v.voided_at IS NULL AND v.made_on <= :day ORDER BY v.made_on DESC, v.id DESC LIMIT 1)"

#define CHILD                                                                                  \
	"SELECT p.id, " SQL_NAME                                                               \
	" AS name, e.class, e.year, r.level, r.level_name, coalesce(r.census, 'N') AS census," \
	" r.from_on AS since, " NEED("1") " AS primary_need, " NEED(                           \
		"2") " AS secondary_need, f.strengths, f.matters, f.help_best, f.areas"
#define STANDING " LEFT JOIN register_entry r ON r.pupil_id = p.id AND " SQL_HOLDS("r")

static const char class_sql[] =
	CHILD " FROM enrolment e JOIN pupil p ON p.id = e.pupil_id" STANDING PROFILE
	      " WHERE e.class IN (:class, :class_upper, :class_lower) AND " SQL_HOLDS("e") " AND " SQL_SCHOOL(
		      "p") " AND " SQL_ON_ROLL " AND " KNOWN " ORDER BY p.sort_key, p.id";
static const char child_sql[] = CHILD " FROM pupil p" SQL_ENROLMENT STANDING PROFILE
				      " WHERE p.id = :id AND p.voided_at IS NULL AND " KNOWN;

#define SHEET(called, said, select, none)                                                       \
	{                                                                                       \
		.name = called, .title = said, .version = 1, .sql = select, .columns = columns, \
		.count = SEN_COUNT(columns), .parts = parts, .part_count = SEN_COUNT(parts),    \
		.flags = SEN_Q_PAGE | SEN_Q_SHEET, .empty = none                                \
	}
const struct sen_query sen_report_class = SHEET(
	"report-class", "Class sheet", class_sql,
	"No child of this class is on a list, has a concern, provision, a medical line or an adjustment.");
const struct sen_query sen_report_handover =
	SHEET("report-handover", "Hand-over", child_sql, "There is nothing to hand over.");

/* report ehcp: every child with an EHC case on one table, the case's days beside it
 * (R61, R63, R64). */
#include "model/ehc_sql.h"
#include "rules/sql.h"

#include <sen/answer.h>
#include <sen/pupil.h>
#include <sen/report.h>

#include <string.h>

#define DATE(n, l, f, h)                                                         \
	{                                                                        \
		.name = n, .label = l, .kind = SEN_C_DATE, .flags = f, .help = h \
	}
#define TEXT(n, l, f, h)                                                         \
	{                                                                        \
		.name = n, .label = l, .kind = SEN_C_TEXT, .flags = f, .help = h \
	}
#define QUIET SEN_COL_QUIET
static const struct sen_column columns[] = {
	{.name = "id",
	 .label = "Case",
	 .kind = SEN_C_ID,
	 .flags = QUIET,
	 .prefix = "EH",
	 .help = "the EHC case"},
	{.name = "pupil_id",
	 .label = "Id",
	 .kind = SEN_C_ID,
	 .flags = QUIET,
	 .prefix = "P",
	 .help = "the child's id"},
	TEXT("upn", "UPN", SEN_COL_UPN | QUIET, "unique pupil number"),
	TEXT("pupil", "Child", SEN_COL_NAME, "the child"),
	TEXT("class", "Class", 0, "class"),
	{.name = "year",
	 .label = "Year",
	 .kind = SEN_C_CODE,
	 .flags = QUIET,
	 .codes = sen_year_codes,
	 .help = "year group"},
	TEXT("stage", "Code", QUIET, "requested assessing drafting plan, or how it ended"),
	TEXT("stage_name", "Stage", 0, "where it stands"),
	DATE("received_on", "Received", QUIET, "the authority received the request"),
	{.name = "weeks",
	 .label = "Weeks",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "whole weeks since the authority received the request, until there is a plan"},
	{.name = "late_days",
	 .label = "LA late",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "days the local authority is late with what it owes now"},
	DATE("due_on", "LA due", 0, "its decision whether to assess is due; after it, the final plan"),
	DATE("decision_due", "Decide by", QUIET, "the decision whether to assess is due, until it is known"),
	DATE("decision_on", "Decided", QUIET, "the day of that decision"),
	DATE("plan_due", "Plan by", QUIET, "the final plan is due"),
	DATE("plan_on", "Plan since", QUIET, "the first final plan"),
	DATE("reviewed_on", "Reviewed", QUIET, "the last annual review meeting"),
	DATE("review_due", "Review by", 0, "the next annual review must be complete by"),
	DATE("meeting_due", "Meet by", 0, "the latest safe day for its meeting"),
	DATE("meeting_on", "Meeting", QUIET, "the day the meeting is planned for"),
	DATE("transfer_due", "Transfer", 0, "change of phase: the plan must name the next school by"),
	TEXT("appeal", "Appeal", 0, "what is disagreed about, while it is open"),
	TEXT("authority", "Authority", QUIET, "the local authority"),
	TEXT("officer", "Officer", SEN_COL_PERSON | QUIET, "its case officer"),
	TEXT("officer_contact", "Ring", SEN_COL_PERSON | QUIET, "telephone or e-mail"),
};
#undef QUIET

#define OWED(rule)                                                                                    \
	"(SELECT MIN(d.due_on) FROM deadline d WHERE d.pupil_id = x.pupil_id AND d.rule = '" rule "'" \
	" AND d.subject = 'EH' || CAST(x.id AS TEXT))"
#define HAPPENED(which, event) "(SELECT " which "(m.happened_on)" EHC_HAPPENED " AND m.event = '" event "')"
#define REVIEWS(which, day, more)                                                                \
	"(SELECT " which "(w." day ") FROM review w WHERE w.pupil_id = x.pupil_id AND w.kind = " \
	"'annual' AND w.voided_at IS NULL AND w." day more ")"
#define LATE                                                                                        \
	"(SELECT MIN(d.due_on) FROM deadline d WHERE d.pupil_id = x.pupil_id AND d.met_on IS"       \
	" NULL AND d.lapses = 0 AND d.due_on < :day AND d.owner = 'local authority' AND d.rule <> " \
	"'phase-transfer-notice' AND"                                                               \
	" (" EHC_CLOCK " OR d.subject LIKE 'AP%'))"
#define APPEAL                                                                                               \
	"(SELECT 'AP' || CAST(a.id AS TEXT) || ', ' || CASE a.against WHEN 'refuse-assess' THEN"             \
	" 'refusal to assess' WHEN 'refuse-reassess' THEN 'refusal to re-assess' WHEN 'no-plan' THEN"        \
	" 'no plan' WHEN 'contents' THEN 'what the plan says' WHEN 'no-amend' THEN 'plan not amended'"       \
	" ELSE 'plan to cease' END FROM appeal a WHERE a.pupil_id = x.pupil_id AND a.voided_at IS NULL"      \
	" AND a.notice_on <= :day AND (a.closed_on IS NULL OR a.closed_on > :day) ORDER BY a.id DESC LIMIT " \
	"1)"
/* Open; or ended, and still disagreed about or open to an appeal. */
#define STILL                                                                                              \
	"(x.ended_on IS NULL OR x.ended_on > :day OR EXISTS (SELECT 1 FROM appeal a WHERE a.ehc_id = x.id" \
	" AND a.pupil_id = x.pupil_id AND a.voided_at IS NULL AND (a.closed_on IS NULL OR a.closed_on"     \
	" > :day)) OR EXISTS (SELECT 1 FROM deadline d WHERE d.pupil_id = x.pupil_id AND d.met_on IS"      \
	" NULL AND d.rule IN ('appeal', 'mediation-contact') AND d.due_on >= :day))"
/* Names for what the formatter would tear apart between strings. */
#define COURSE EHC_COURSE("k.state")
#define STAGE_NAME EHC_STAGE_NAME("k.state")
#define RECEIVED HAPPENED("MAX", "request-received")
#define DECIDED HAPPENED("MAX", "assess-decision")
#define DECISION_DUE OWED("ehc-decision")
#define PLAN_DUE OWED("ehc-final-plan")
#define REVIEWED REVIEWS("MAX", "held_on", " <= :day")
#define PLANNED REVIEWS("MIN", "planned_on", " >= :day AND w.held_on IS NULL")
#define REVIEW_DUE EHC_DUE("annual-review-complete")
#define MEETING_DUE EHC_DUE("annual-review-meeting")
#define TRANSFER_DUE EHC_DUE("phase-transfer")
/* `weeks` and `late_days` come as the days they are counted from. */
static const char head[] =
	"SELECT k.id, k.pupil_id, p.upn, " SQL_NAME " AS pupil, e.class, e.year, " COURSE
	" AS stage, " STAGE_NAME
	" AS stage_name, k.received_on, CASE WHEN k.plan_on IS NULL AND k.ended_on IS NULL THEN k.received_on"
	" END AS weeks, k.late AS late_days, CASE WHEN k.plan_on IS NULL THEN CASE WHEN k.decision_on IS "
	"NULL THEN k.decision_due ELSE k.plan_due END END AS due_on, CASE WHEN k.plan_on IS NULL AND "
	"k.decision_on IS NULL THEN"
	" k.decision_due END AS decision_due, k.decision_on, CASE WHEN k.plan_on IS NULL THEN k.plan_due END"
	" AS plan_due, k.plan_on, k.reviewed_on, k.review_due, k.meeting_due, k.meeting_on, k.transfer_due,"
	" k.appeal, k.authority, k.officer, k.officer_contact";
static const char course[] =
	" FROM (SELECT x.id, x.pupil_id, x.authority, x.officer, x.officer_contact, x.ended_on, " EHC_STAGE
	" AS state, " RECEIVED " AS received_on, " LATE " AS late, " DECISION_DUE " AS decision_due, " DECIDED
	" AS decision_on, " PLAN_DUE " AS plan_due, " EHC_PLAN_SINCE " AS plan_on, ";
static const char around[] =
	REVIEWED " AS reviewed_on, " REVIEW_DUE " AS review_due, " MEETING_DUE " AS meeting_due, " PLANNED
		 " AS meeting_on, " TRANSFER_DUE " AS transfer_due, " APPEAL " AS appeal";
static const char tail[] =
	" FROM ehc x WHERE x.voided_at IS NULL AND x.opened_on <= :day AND " STILL
	") k JOIN pupil p ON p.id = k.pupil_id" SQL_ENROLMENT
	" WHERE " SQL_SCHOOL("p") " AND " SQL_ON_ROLL " AND (:year IS NULL OR e.year = :year) ORDER BY "
				  "COALESCE(e.class, ''), p.sort_key, p.id, k.id";

static const struct sen_column figures[] = {
	{.name = "from_on", .label = "From", .kind = SEN_C_DATE, .help = "the first day counted"},
	{.name = "last_on", .label = "To", .kind = SEN_C_DATE, .help = "the last day counted"},
#define FIGURE(n, l, h)                                             \
	{                                                           \
		.name = n, .label = l, .kind = SEN_C_INT, .help = h \
	}
	FIGURE("plans", "Plans in force", "children with an EHC plan on the last day"),
	FIGURE("requests", "Requests made", "requests for an assessment sent in this time"),
	FIGURE("assessed", "of them, assessed", "the authority decided to assess"),
	FIGURE("refused", "of them, refused", "the authority decided not to assess"),
	FIGURE("withdrawn", "of them, withdrawn", "withdrawn before a decision"),
	FIGURE("undecided", "of them, not yet decided", "no decision is known"),
	FIGURE("issued", "Plans that came of them", "of the assessed: a final plan"),
	FIGURE("no_plan", "Assessed, and no plan issued", "of the assessed: no plan"),
	FIGURE("awaited", "Plans still awaited", "of the assessed: neither yet"),
	FIGURE("reviews", "Annual reviews due", "whose twelve months ended in this time"),
	FIGURE("reviews_in_time", "of them, decided in time", "the decision came within the twelve months"),
	FIGURE("reviews_share", "of them, in time, per cent", "in whole per cent"),
	FIGURE("authority_due", "Deadlines of the authority", "its deadlines that fell in this time"),
	FIGURE("authority_late", "of them, late", "missed, and not excused"),
	FIGURE("authority_days", "Days late on average", "of those that were late"),
	FIGURE("appeals", "Disagreements", "whose notice was sent in this time"),
};
static const struct sen_query parts[] = {
	{.name = "cases", .title = "Cases", .columns = columns, .count = SEN_COUNT(columns)}};
const struct sen_query sen_report_ehcp = {.name = "report-ehcp",
					  .title = "EHC plans and requests",
					  .version = 1,
					  .columns = figures,
					  .count = SEN_COUNT(figures),
					  .parts = parts,
					  .part_count = SEN_COUNT(parts),
					  .flags = SEN_Q_PAGE};

/* The days counted from, as days until then. */
static bool counted(const struct sen_column *column)
{
	return strcmp(column->name, "weeks") == 0 || strcmp(column->name, "late_days") == 0;
}

struct sen_query sen_report_ehcp_read(struct sen_arena *arena)
{
	const char *const sql[] = {head, course, around, tail, NULL};
	struct sen_column *list = SEN_NEW(arena, struct sen_column, SEN_COUNT(columns));
	struct sen_query query = {
		.name = "cases", .columns = list, .count = SEN_COUNT(columns), .sql = db_join(arena, sql)};

	memcpy(list, columns, sizeof(columns));
	for (size_t i = 0; i < query.count; i++)
		if (counted(&list[i]))
			list[i].flags |= SEN_COL_DAYS;
	return query;
}

static void add_case(struct sen_arena *arena, struct sen_table *out, const struct sen_table *rows)
{
	struct sen_cell *cell = sen_table_add(out);

	for (size_t i = 0; i < rows->count; i++) {
		int64_t n = rows->cells[i].number;

		if (rows->cells[i].text)
			sen_cell_text(&cell[i], sen_strdup(arena, rows->cells[i].text));
		else if (n != SEN_NO_INT && counted(&columns[i]))
			sen_cell_int(&cell[i], strcmp(columns[i].name, "weeks") == 0 ? -n / 7 : -n);
		else
			sen_cell_int(&cell[i], n);
	}
}

int sen_report_ehcp_cases(struct sen_store *store, const char *stage, const char *year,
			  struct sen_table **out, struct sen_err *err)
{
	const struct sen_value value = {":year", year, SEN_NO_INT};
	struct sen_query *query = sen_alloc(store->arena, sizeof(*query));
	struct sen_table *rows;
	size_t at = (size_t)(sen_column_named(columns, SEN_COUNT(columns), "stage") - columns);
	int rc;

	*query = sen_report_ehcp_read(store->arena);
	if ((rc = sen_table_query(store, query, &value, 1, &rows, err)) < 0)
		return rc;
	*out = sen_table_new(store->arena, "cases", "Cases", 1, columns, SEN_COUNT(columns));
	(*out)->empty = "No child has an EHC case.";
	while ((rc = rows->next(rows, err)) == 1)
		if (!stage || strcmp(rows->cells[at].text, stage) == 0)
			add_case(store->arena, *out, rows);
	rows->close(rows);
	return rc;
}

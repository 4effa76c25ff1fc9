/* report transfer: children with an EHC plan who change phase next September
 * (SEND Regulations 2014 reg 2(1), 18). */
#include "rules/sql.h"

#include <sen/report.h>
#include <sen/roll.h>
#include <sen/store.h>

static const struct sen_column columns[] = {
	{.name = "pupil_id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "upn",
	 .label = "UPN",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_UPN | SEN_COL_QUIET,
	 .help = "unique pupil number"},
	{.name = "pupil", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "year", .label = "Year", .kind = SEN_C_TEXT, .help = "year group now"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class now"},
	{.name = "phase", .label = "Change", .kind = SEN_C_TEXT, .help = "from which phase to which"},
	{.name = "due_on",
	 .label = "Plan amended by",
	 .kind = SEN_C_DATE,
	 .help = "the last day before 15 February (SEND Regulations 2014 reg 18)"},
	{.name = "meeting_due",
	 .label = "Meet by",
	 .kind = SEN_C_DATE,
	 .help = "the latest safe day for the annual review meeting before it"},
	{.name = "meeting_on",
	 .label = "Annual review",
	 .kind = SEN_C_DATE,
	 .help = "the day the next annual review meeting is planned for"},
	{.name = "named_on",
	 .label = "Named on",
	 .kind = SEN_C_DATE,
	 .help = "the day of the final plan that names another school"},
	{.name = "setting", .label = "Section I", .kind = SEN_C_TEXT, .help = "the school it names now"},
};

/* Children at a level with a plan, and those with a plan on record who are not. */
#define WITH_PLAN                                                                                     \
	"SELECT r.pupil_id FROM register_entry r WHERE r.kind = 'plan' AND " SQL_HOLDS(               \
		"r") " UNION SELECT h.pupil_id FROM ehc h CROSS JOIN milestone m WHERE m.pupil_id = " \
		     "h.pupil_id"                                                                     \
		     " AND m.ehc_id = h.id AND m.event = 'plan-made' AND m.voided_at IS NULL"         \
		     " AND h.ended_on IS NULL AND h.voided_at IS NULL"
#define MEETING_DUE                                                                          \
	"(SELECT MIN(d.due_on) FROM deadline d WHERE d.pupil_id = p.id AND d.met_on IS NULL" \
	" AND d.rule = 'phase-transfer-meeting')"
#define MEETING_ON                                                                              \
	"(SELECT MIN(w.planned_on) FROM review w WHERE w.pupil_id = p.id AND w.kind = 'annual'" \
	" AND w.voided_at IS NULL AND w.held_on IS NULL AND w.planned_on >= :day)"
#define NAMED_ON                                                                                      \
	"(SELECT MAX(d.met_on) FROM deadline d WHERE d.pupil_id = p.id AND d.rule = 'phase-transfer'" \
	" AND d.due_on = :due)"
#define SETTING                                                                       \
	"(SELECT i.words FROM ehc_item i WHERE i.pupil_id = p.id AND i.section = 'I'" \
	" AND i.until IS NULL AND i.voided_at IS NULL ORDER BY i.id DESC LIMIT 1)"

/* In N2, or in the school's last year group. */
static const char sql[] =
	"SELECT p.id AS pupil_id, p.upn, " SQL_NAME " AS pupil, e.year, e.class,"
	" CASE WHEN e.year = 'N2' THEN 'nursery to Reception' ELSE :phase END AS phase, :due AS due_on,"
	" " MEETING_DUE " AS meeting_due, " MEETING_ON " AS meeting_on, " NAMED_ON " AS named_on,"
	" " SETTING " AS setting"
	" FROM pupil p JOIN enrolment e ON e.pupil_id = p.id AND " SQL_HOLDS(
		"e") " WHERE p.id IN (" WITH_PLAN
		     ") AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL
					      " AND (e.year = 'N2' OR (e.year = :top AND :phase IS NOT NULL))"
					      " ORDER BY e.year, e.class, p.sort_key, p.id";

const struct sen_query sen_report_transfer = {
	.name = "report-transfer",
	.title = "Change of phase",
	.version = 1,
	.sql = sql,
	.columns = columns,
	.count = SEN_COUNT(columns),
	.empty = "No child with an EHC plan changes phase next September."};

int sen_report_transfer_values(struct sen_store *store, struct sen_value values[3], struct sen_err *err)
{
	const char *top = NULL;
	sen_date day = sen_store_day(store);
	char *due = sen_alloc(sen_store_arena(store), 11);
	int rc = sen_top_year(store, day, &top, err);

	sen_date_text(sen_phase_due(sen_academic_year(day)), due);
	values[0] = (struct sen_value){":top", top, SEN_NO_INT};
	values[1] = (struct sen_value){":phase", sen_phase_after(top, top), SEN_NO_INT};
	values[2] = (struct sen_value){":due", due, SEN_NO_INT};
	return rc;
}

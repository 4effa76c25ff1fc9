/* sendctl today: what is late, what comes, what is new, as lines of a few
 * sections. Deadlines come by their index; the counts are of SEN children. */
#include "rules/today.h"
#include "model/ehc_sql.h"
#include "rules/rules.h"
#include "rules/sql.h"

#include <sen/answer.h>
#include <sen/report.h>

#include <string.h>

static const struct sen_column columns[] = {
	{.name = "section",
	 .label = "Section",
	 .kind = SEN_C_TEXT,
	 .help = "late week law coming waiting uncounted limits new term children"},
	{.name = "due_on", .label = "Due", .kind = SEN_C_DATE, .help = "last day in time"},
	{.name = "days",
	 .label = "Days",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT | SEN_COL_ALERT,
	 .help = "days until then, negative when past"},
	{.name = "what",
	 .label = "What",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "what is owed, or what is counted"},
	{.name = "owner",
	 .label = "Who",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_PERSON,
	 .help = "person, role or body"},
	{.name = "pupil_id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "pupil", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class today"},
	{.name = "subject",
	 .label = "Record",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET,
	 .help = "the record it hangs on"},
	{.name = "fix",
	 .label = "Command",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET,
	 .help = "the command that meets it"},
	{.name = "ring",
	 .label = "Ring",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET | SEN_COL_PERSON,
	 .help = "whom to ring about it, in the section waiting"},
	{.name = "number",
	 .label = "Number",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "how many, in the sections from uncounted on"},
};
const struct sen_query sen_today_answer = {
	.name = "today", .title = "Today", .version = 1, .columns = columns, .count = SEN_COUNT(columns)};

static const struct sen_code_row headings[] = {{"late", "Late"},
					       {"week", "This week"},
					       {"law", "The law's clock, the coming eight weeks"},
					       {"coming", "The coming four weeks"},
					       {"waiting", "Waiting for others"},
					       {"uncounted", "No annual review can be counted for"},
					       {"limits", "Reaching their limit by then"},
					       {"new", "New since last week"},
					       {"term", "This term"},
					       {"children", "Children they answer for"},
					       {NULL, NULL}};

const char *sen_today_heading(const char *section)
{
	return sen_code_label(headings, section);
}

struct sen_today_line *today_add(struct today *gather, const char *section)
{
	struct sen_today *out = gather->out;
	struct sen_today_line *line = SEN_PUSH(gather->store->arena, out->lines, out->count, out->cap);

	*line = (struct sen_today_line){.section = section,
					.due_on = SEN_NO_DATE,
					.days = SEN_NO_INT,
					.pupil_id = SEN_NO_INT,
					.number = SEN_NO_INT};
	return line;
}

void today_bind(const struct today *gather, struct db_stmt *stmt)
{
	int64_t school = gather->store->school_id;

	if (db_has_param(stmt, ":day"))
		db_bind_date(stmt, ":day", gather->today);
	if (db_has_param(stmt, ":school"))
		db_bind_int(stmt, ":school", school ? school : SEN_NO_INT);
}

/* One counted line; :from and :until are the days, half-open. */
struct count_rule {
	const char *section, *one, *many, *sql;
};
#define BETWEEN(column) column " >= :from AND " column " < :until"
#define OF_PUPIL " FROM pupil p WHERE p.voided_at IS NULL AND " SQL_SCHOOL("p") " AND "
#define OF_ENTRY                                                            \
	" FROM register_entry r WHERE r.voided_at IS NULL AND " SQL_SCHOOL( \
		"r") " AND (r.until_on IS NULL OR r.from_on IS NULL OR r.from_on < r.until_on) AND "
/* Not on the list the day before: a new start, no move within it. */
#define STARTS                                                                              \
	" AND NOT EXISTS (SELECT 1 FROM register_entry b WHERE b.pupil_id = r.pupil_id AND" \
	" b.voided_at IS NULL AND b.kind IN ('register', 'plan') AND b.until_on = r.from_on)"
#define ENDS                                                                                \
	" AND NOT EXISTS (SELECT 1 FROM register_entry b WHERE b.pupil_id = r.pupil_id AND" \
	" b.voided_at IS NULL AND b.kind IN ('register', 'plan') AND b.from_on = r.until_on)"
/* A new policy says every level again: that is no move. */
#define MOVED                                                                               \
	" AND NOT EXISTS (SELECT 1 FROM register_entry b WHERE b.pupil_id = r.pupil_id AND" \
	" b.voided_at IS NULL AND b.policy_id <> r.policy_id AND b.until_on = r.from_on)"
#define OF_CONCERN " FROM concern c WHERE c.voided_at IS NULL AND " SQL_SCHOOL("c") " AND "

/* Until it is, nothing of the law is owed for the child: "nothing is late" would mislead. */
#define PLAN_NOT_HERE                                                             \
	"SELECT COUNT(*) FROM register_entry r JOIN pupil p ON p.id = r.pupil_id" \
	" WHERE r.census = 'E' AND " SQL_ON_ROLL " AND " EHC_NO_CASE              \
	" AND " SQL_SCHOOL("r") " AND " SQL_HOLDS("r")

static const struct count_rule counts[] = {
	{"uncounted", "child whose EHC plan is not on record: sendctl ehcp add",
	 "children whose EHC plan is not on record: sendctl ehcp add, or ehcp import", PLAN_NOT_HERE},
	{"new", "child joined", "children joined", "SELECT COUNT(*)" OF_PUPIL BETWEEN("p.admitted_on")},
	{"new", "child left", "children left", "SELECT COUNT(*)" OF_PUPIL BETWEEN("p.left_on")},
	{"new", "concern raised", "concerns raised", "SELECT COUNT(*)" OF_CONCERN BETWEEN("c.opened_on")},
	{"new", "move on the register", "moves on the register",
	 "SELECT COUNT(*)" OF_ENTRY "r.kind <> 'none' AND " BETWEEN("r.from_on") MOVED},
	{"term", "put on the register", "put on the register",
	 "SELECT COUNT(*)" OF_ENTRY "r.kind IN ('register', 'plan') AND " BETWEEN("r.from_on") STARTS},
	{"term", "came off the register", "came off the register",
	 "SELECT COUNT(*)" OF_ENTRY "r.kind IN ('register', 'plan') AND " BETWEEN("r.until_on") ENDS},
	{"term", "concern raised", "concerns raised", "SELECT COUNT(*)" OF_CONCERN BETWEEN("c.opened_on")},
	{"term", "concern open", "concerns open", "SELECT COUNT(*)" OF_CONCERN "c.closed_on IS NULL"},
};

static int count_one(struct today *gather, const struct count_rule *rule, sen_date from, struct sen_err *err)
{
	struct sen_today_line *line;
	DB_STMT *stmt = NULL;
	int rc = db_prepare(gather->store->db, rule->sql, &stmt, err);

	if (rc < 0)
		return rc;
	today_bind(gather, stmt);
	if (db_has_param(stmt, ":from")) {
		db_bind_date(stmt, ":from", from);
		db_bind_date(stmt, ":until", gather->today + 1);
	}
	if ((rc = db_step(stmt, err)) < 0)
		return rc;
	line = today_add(gather, rule->section);
	line->number = db_col_int(stmt, 0);
	line->what = line->number == 1 ? rule->one : rule->many;
	return 0;
}

static int count_all(struct today *gather, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	struct sen_period term;
	sen_date term_from = gather->today - 91;
	int rc = gather->store->school_id ? sen_store_calendar(gather->store, &calendar, err) : 0;

	if (rc < 0)
		return rc;
	if (gather->store->school_id) {
		term = sen_term_of(calendar, gather->today);
		if (term.from != SEN_NO_DATE && term.from <= gather->today) {
			term_from = term.from;
			gather->out->term = term.name;
		}
	}
	for (size_t i = 0; i < SEN_COUNT(counts) && rc == 0; i++)
		rc = count_one(gather, &counts[i],
			       strcmp(counts[i].section, "new") == 0 ? gather->today - 7 : term_from, err);
	return rc;
}

/* How many stand at each level, in the words of the policy in force. */
static int count_levels(struct today *gather, struct sen_err *err)
{
	static const char sql[] =
		"SELECT COUNT(*), SUM(CASE WHEN r.kind IN ('register', 'plan') THEN 1 ELSE 0 END)"
		" FROM register_entry r JOIN pupil p ON p.id = r.pupil_id WHERE r.kind <> 'none' "
		"AND " SQL_HOLDS("r") " AND " SQL_SCHOOL("r") " AND " SQL_ON_ROLL
							      " AND (:level IS NULL OR r.level = :level)";
	struct sen_arena *arena = gather->store->arena;
	const struct sen_policy *policy = gather->policy;
	size_t levels = policy ? policy->level_count : 0;
	DB_STMT *stmt = NULL;
	int rc = db_prepare(gather->store->db, sql, &stmt, err);

	for (size_t i = 0; rc == 0 && i <= levels; i++) {
		const struct sen_level *level = i ? &policy->levels[i - 1] : NULL;
		struct sen_today_line *line;

		db_reset(stmt);
		today_bind(gather, stmt);
		db_bind_text(stmt, ":level", level ? level->code : NULL);
		if ((rc = db_step(stmt, err)) < 0)
			break;
		rc = 0;
		line = today_add(gather, "term");
		line->number = db_col_int(stmt, level ? 0 : 1);
		line->what =
			level ? sen_format(arena, "at '%s'", level->name)
			      : sen_format(arena, "%s on the %s", line->number == 1 ? "child" : "children",
					   policy ? sen_policy_word(policy, "register", "SEND register")
						  : "SEND register");
		if (!level && line->number == SEN_NO_INT)
			line->number = 0;
	}
	return rc;
}

/* One adult: the children they answer for, instead of the school's numbers. */
static int count_own(struct today *gather, struct sen_err *err)
{
	static const struct {
		const char *column, *one, *many;
	} rows[] = {{"children", "child", "children"},
		    {"on_register", "of them on the register", "of them on the register"},
		    {"plans", "of them with an EHC plan", "of them with an EHC plan"},
		    {"monitored", "of them monitored", "of them monitored"}};
	const struct sen_value values[] = {{":name", gather->whom->name, SEN_NO_INT}};
	struct sen_table *table;
	int rc = sen_table_query(gather->store, &sen_report_caseload, values, SEN_COUNT(values), &table, err);

	if (rc < 0)
		return rc;
	if ((rc = table->next(table, err)) == 1) {
		for (size_t i = 0; i < SEN_COUNT(rows); i++)
			for (size_t c = 0; c < table->count; c++)
				if (strcmp(table->columns[c].name, rows[i].column) == 0) {
					struct sen_today_line *line = today_add(gather, "children");

					line->number = table->cells[c].number;
					line->what = line->number == 1 ? rows[i].one : rows[i].many;
				}
	}
	table->close(table);
	return rc < 0 ? rc : 0;
}

static int read_policy(struct today *gather, struct sen_err *err)
{
	const struct sen_policy_set *policies;
	int rc = gather->store->school_id ? sen_policies(gather->store, &policies, err) : 0;

	if (rc == 0 && gather->store->school_id)
		gather->policy = sen_policy_on(policies, gather->store->school_id, gather->today);
	return rc;
}

int sen_today(struct sen_store *store, const struct sen_report_for *whom, struct sen_today *out,
	      struct sen_err *err)
{
	struct today gather = {.store = store, .whom = whom, .out = out, .today = store->context.today};
	int rc;

	*out = (struct sen_today){0};
	if ((rc = read_policy(&gather, err)) < 0 || (rc = today_owed(&gather, err)) < 0)
		return rc;
	if (whom->name)
		return count_own(&gather, err);
	rc = count_levels(&gather, err);
	return rc < 0 ? rc : count_all(&gather, err);
}

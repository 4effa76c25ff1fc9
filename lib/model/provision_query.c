/* Answers about provision: the catalogue, what is in use, one on a page, and what
 * of it stands on a child's page. */
#include "model/model.h"

#include <sen/provision.h>

#define TEXT(n, l, f, h)                                                         \
	{                                                                        \
		.name = n, .label = l, .kind = SEN_C_TEXT, .flags = f, .help = h \
	}
#define DATE(n, l, h)                                                \
	{                                                            \
		.name = n, .label = l, .kind = SEN_C_DATE, .help = h \
	}
#define NUMBER(n, l, f, h)                                                                        \
	{                                                                                         \
		.name = n, .label = l, .kind = SEN_C_INT, .flags = (f) | SEN_COL_RIGHT, .help = h \
	}
#define ID(n, l, p, f, h)                                                                   \
	{                                                                                   \
		.name = n, .label = l, .kind = SEN_C_ID, .prefix = p, .flags = f, .help = h \
	}
#define AREA                                                                                  \
	{                                                                                     \
		.name = "area", .label = "Area", .kind = SEN_C_CODE, .codes = sen_area_codes, \
		.help = "area of need"                                                        \
	}

/* ---- The catalogue ---- */

static const struct sen_column intervention_columns[] = {
	ID("id", "Id", "I", 0, "intervention"),
	TEXT("name", "Intervention", SEN_COL_WIDE, "what it is called"),
	TEXT("wave", "Wave", 0, "wave or level it belongs to"),
	AREA,
	TEXT("kind", "Kind", 0, "kind of provision"),
	NUMBER("minutes", "Minutes", 0, "minutes of a session"),
	NUMBER("times", "A week", 0, "times a week"),
	NUMBER("weeks", "Weeks", 0, "weeks"),
	NUMBER("group_size", "Group", 0, "children in a group at most"),
	NUMBER("running", "Running", 0, "provisions of it that run now"),
	NUMBER("children", "Children", 0, "children in them now"),
	TEXT("evidence", "Evidence", SEN_COL_QUIET, "what is known of how well it works"),
	TEXT("measure", "Measure", SEN_COL_QUIET, "how its effect is measured"),
	DATE("ended_on", "Ended", "the day it is offered no more"),
};
#define RUNNING                                                                                             \
	"g.school_id = i.school_id AND g.intervention_id = i.id AND g.voided_at IS NULL AND " MODEL_AT_DAY( \
		"g")
static const char intervention_sql[] =
	"SELECT i.id AS id, i.name AS name, i.wave AS wave, i.area AS area, i.kind AS kind, i.minutes AS "
	"minutes,"
	" i.times AS times, i.weeks AS weeks, i.group_size AS group_size, (SELECT COUNT(*) FROM provision g "
	"WHERE " RUNNING ") AS running, (SELECT COUNT(DISTINCT m.pupil_id) FROM provision g JOIN "
	"provision_pupil m ON m.provision_id = g.id"
	" AND m.voided_at IS NULL AND " MODEL_AT_DAY(
		"m") " WHERE " RUNNING ") AS children,"
		     " i.evidence AS evidence, i.measure AS measure, i.ended_on AS ended_on FROM "
		     "intervention i"
		     " WHERE i.voided_at IS NULL AND (:school IS NULL OR i.school_id = :school)"
		     " AND (:all = 1 OR i.ended_on IS NULL OR i.ended_on > :day) ORDER BY lower(i.name), "
		     "i.id";
const struct sen_query sen_intervention_list_query = {
	.name = "intervention-list",
	.title = "Interventions",
	.version = 1,
	.sql = intervention_sql,
	.columns = intervention_columns,
	.count = SEN_COUNT(intervention_columns),
	.empty = "The catalogue is empty: sendctl intervention add NAME --minutes N --times N --weeks N"};

/* ---- In use ---- */

static const struct sen_column list_columns[] = {
	ID("id", "Id", "G", 0, "provision"),
	TEXT("name", "Provision", SEN_COL_WIDE, "what it is called"),
	TEXT("wave", "Wave", 0, "wave or level it belongs to"),
	AREA,
	TEXT("kind", "Kind", SEN_COL_QUIET, "kind of provision"),
	NUMBER("children", "Children", 0, "children in it, on the day or at its end"),
	TEXT("adult", "Given by", SEN_COL_PERSON, "an adult who gives it"),
	NUMBER("adults", "Adults", SEN_COL_QUIET, "adults who give it"),
	NUMBER("minutes", "Minutes", 0, "minutes of a session"),
	NUMBER("times", "A week", 0, "times a week"),
	TEXT("days", "Days", 0, "days of the week"),
	TEXT("at", "At", 0, "time of day"),
	NUMBER("weeks", "Weeks", SEN_COL_QUIET, "weeks"),
	DATE("from_on", "From", "the first day"),
	DATE("until_on", "First day after", "the first day after"),
	TEXT("funding", "Funding", SEN_COL_QUIET, "where the money comes from"),
	NUMBER("held", "Held", 0, "sessions held"),
	DATE("last_on", "Last", "the day of the last session held"),
	DATE("evaluated_on", "Evaluated", "the day it was evaluated"),
};
/* On the day; of one that has ended, on its last; of one to come, on its first. */
#define IN_IT                                                                                            \
	"m.provision_id = g.id AND m.voided_at IS NULL AND (m.from_on <= :day OR m.from_on = g.from_on)" \
	" AND (m.until_on IS NULL OR m.until_on > :day OR m.until_on = g.until_on)"
#define GIVES                                                                                        \
	"a.provision_id = g.id AND a.voided_at IS NULL AND (a.until_on IS NULL OR a.until_on > :day" \
	" OR a.until_on = g.until_on)"
#define HELD "FROM session s WHERE s.provision_id = g.id AND s.voided_at IS NULL AND s.cancelled IS NULL"
#define OF_CLASS                                                                              \
	"EXISTS (SELECT 1 FROM provision_pupil m JOIN enrolment e ON e.pupil_id = m.pupil_id" \
	" AND e.voided_at IS NULL AND " MODEL_AT_DAY(                                         \
		"e") " WHERE m.provision_id = g.id AND m.voided_at IS NULL"                   \
		     " AND " MODEL_CLASS_IS ")"
static const char list_sql[] =
	"SELECT g.id AS id, g.name AS name, g.wave AS wave, g.area AS area, g.kind AS kind,"
	" (SELECT COUNT(DISTINCT m.pupil_id) FROM provision_pupil m WHERE " IN_IT ") AS children,"
	" (SELECT MIN(a.name) FROM provision_adult a WHERE " GIVES ") AS adult,"
	" (SELECT COUNT(DISTINCT a.name) FROM provision_adult a WHERE " GIVES ") AS adults,"
	" g.minutes AS minutes, g.times AS times, g.days AS days, g.at AS at, g.weeks AS weeks, g.from_on AS "
	"from_on,"
	" g.until_on AS until_on, g.funding AS funding, (SELECT COUNT(*) " HELD ") AS held,"
	" (SELECT MAX(s.held_on) " HELD ") AS last_on, g.evaluated_on AS evaluated_on"
	" FROM school c JOIN provision g ON g.school_id = c.id WHERE g.voided_at IS NULL"
	" AND (:school IS NULL OR c.id = :school)"
	" AND (:open IS NULL OR g.until_on IS NULL OR g.until_on > :day)"
	" AND (:pupil IS NULL OR EXISTS (SELECT 1 FROM provision_pupil m WHERE m.provision_id = g.id"
	" AND m.pupil_id = :pupil AND m.voided_at IS NULL))"
	" AND (:staff IS NULL OR EXISTS (SELECT 1 FROM provision_adult a WHERE a.provision_id = g.id"
	" AND a.voided_at IS NULL AND lower(a.name) = lower(:staff)))"
	" AND (:class IS NULL OR " OF_CLASS ")"
	" AND (:funding IS NULL OR lower(g.funding) = lower(:funding))"
	" AND (:wave IS NULL OR lower(g.wave) = lower(:wave)) AND (:area IS NULL OR g.area = :area)"
	" ORDER BY g.until_on IS NOT NULL AND g.until_on <= :day, g.from_on, g.id";
const struct sen_query sen_provision_list_query = {
	.name = "provision-list",
	.title = "Provision",
	.version = 1,
	.sql = list_sql,
	.columns = list_columns,
	.count = SEN_COUNT(list_columns),
	.empty = "No provision: sendctl provision add --intervention NAME --pupil PUPIL --staff NAME"};

/* ---- One on a page; children and missed are counted, not selected ---- */

static const struct sen_column child_columns[] = {
	ID("pupil_id", "Id", "P", 0, "the child's id"),
	TEXT("name", "Child", SEN_COL_NAME, "the child"),
	TEXT("class", "Class", 0, "class"),
	DATE("from_on", "From", "the first day in it"),
	DATE("until_on", "First day after", "the first day after"),
	TEXT("end_reason", "Why it ended", SEN_COL_WIDE, "why the child left it"),
	TEXT("entry", "At the start", 0, "measured at the start"),
	DATE("entry_on", "Measured", "the day of that measure"),
	TEXT("exit", "At the end", 0, "measured at the end"),
	DATE("exit_on", "Measured", "the day of that measure"),
	NUMBER("planned", "Planned", 0, "sessions planned to date"),
	NUMBER("attended", "There", 0, "sessions the child was at"),
	NUMBER("absent", "Absent", 0, "sessions held without the child"),
	NUMBER("cancelled", "Cancelled", 0, "sessions cancelled"),
	NUMBER("not_logged", "Not logged", 0, "planned, and nobody said what became of it"),
	NUMBER("minutes_planned", "Minutes planned", SEN_COL_QUIET, "minutes planned to date"),
	NUMBER("minutes", "Minutes", 0, "minutes the child had"),
};
static const struct sen_column missed_columns[] = {
	DATE("on_date", "Missed", "the day"),
	TEXT("how", "", 0, "absent, cancelled or not logged"),
	ID("pupil_id", "Id", "P", SEN_COL_QUIET, "the child; none: all of them"),
	TEXT("name", "Child", SEN_COL_NAME, "the child; none: all of them"),
	TEXT("why", "Why", SEN_COL_WIDE, "why"),
	ID("session", "Session", "SE", 0, "the session; none: not logged"),
};
static const struct sen_column target_columns[] = {
	ID("target_id", "Target", "T", 0, "the target it serves"),
	ID("pupil_id", "Id", "P", SEN_COL_QUIET, "whose it is"),
	TEXT("name", "Child", SEN_COL_NAME, "the child"),
	TEXT("target", "Serves", SEN_COL_WIDE, "the target"),
	TEXT("ended_as", "Came of it", 0, "how the target ended"),
};
static const char target_sql[] =
	"SELECT t.id AS target_id, p.id AS pupil_id, " MODEL_NAME
	" AS name, t.target AS target, t.ended_as AS ended_as"
	" FROM provision_pupil m JOIN provision_target x ON x.pupil_id = m.pupil_id AND x.provision_id = "
	"m.provision_id"
	" AND x.voided_at IS NULL JOIN target t ON t.id = x.target_id JOIN pupil p ON p.id = t.pupil_id"
	" WHERE m.provision_id = :id AND m.voided_at IS NULL AND t.voided_at IS NULL"
	" AND m.id = (SELECT MIN(o.id) FROM provision_pupil o WHERE o.provision_id = m.provision_id"
	" AND o.pupil_id = m.pupil_id AND o.voided_at IS NULL) ORDER BY p.sort_key, p.id, t.number";
static const struct sen_column adult_columns[] = {
	TEXT("name", "Given by", SEN_COL_PERSON, "who gives it"),
	ID("staff_id", "Id", "ST", SEN_COL_QUIET, "member of staff, when known"),
	TEXT("role", "Role", 0, "the role that says what an hour costs"),
	DATE("from_on", "From", "the first day"),
	DATE("until_on", "First day after", "the first day after"),
};
static const char adult_sql[] = "SELECT name, staff_id, role, from_on, until_on FROM provision_adult"
				" WHERE provision_id = :id AND voided_at IS NULL ORDER BY from_on, id";
static const struct sen_column result_columns[] = {
	DATE("marked_on", "Marked", "the day"),
	ID("pupil_id", "Id", "P", SEN_COL_QUIET, "the child"),
	TEXT("name", "Child", SEN_COL_NAME, "the child"),
	TEXT("result", "Result", 0, "result, in the words of the policy"),
	NUMBER("value", "As a number", 0, "the result as a number"),
	TEXT("pupil_mark", "The child's mark", 0, "the child's own mark"),
	TEXT("voice", "The child says", SEN_COL_WIDE, "the child's words"),
	TEXT("note", "Note", SEN_COL_WIDE, "a note"),
};
static const char result_sql[] =
	"SELECT x.marked_on AS marked_on, p.id AS pupil_id, " MODEL_NAME " AS name, x.result AS result,"
	" x.value AS value, x.pupil_mark AS pupil_mark, x.voice AS voice, x.note AS note"
	" FROM (SELECT DISTINCT m.pupil_id AS pupil_id FROM provision_pupil m WHERE m.provision_id = :id"
	" AND m.voided_at IS NULL) k JOIN progress x ON x.pupil_id = k.pupil_id AND x.provision_id = :id"
	" AND x.voided_at IS NULL JOIN pupil p ON p.id = k.pupil_id ORDER BY x.marked_on, p.sort_key, x.id";

static const struct sen_query parts[SEN_PROVISION_PARTS] = {
	SEN_PART("children", "Children", NULL, child_columns),
	SEN_PART("adults", "Given by", adult_sql, adult_columns),
	SEN_PART("targets", "Targets it serves", target_sql, target_columns),
	SEN_PART("missed", "Sessions missed", NULL, missed_columns),
	SEN_PART("results", "How it went", result_sql, result_columns),
};
static const struct sen_column page_columns[] = {
	ID("id", "Id", "G", 0, "provision"),
	TEXT("name", "Provision", 0, "what it is called"),
	ID("intervention", "Of the catalogue", "I", SEN_COL_QUIET, "the intervention"),
	TEXT("wave", "Wave", 0, "wave or level it belongs to"),
	AREA,
	TEXT("kind", "Kind", 0, "kind of provision"),
	NUMBER("minutes", "Minutes", 0, "minutes of a session"),
	NUMBER("times", "Times a week", 0, "times a week"),
	NUMBER("weeks", "Weeks", 0, "weeks"),
	TEXT("days", "Days", 0, "days of the week"),
	TEXT("at", "At", 0, "time of day"),
	TEXT("place", "Where", 0, "where"),
	DATE("from_on", "From", "the first day"),
	DATE("until_on", "First day after", "the first day after"),
	NUMBER("sessions", "Sessions planned", 0, "sessions planned in all"),
	NUMBER("planned", "To date", 0, "sessions planned to date"),
	NUMBER("held", "Held", 0, "sessions held"),
	DATE("next_on", "Next session", "the next day planned"),
	TEXT("impact", "Expected impact", SEN_COL_WIDE, "the impact that is expected"),
	TEXT("measure", "Measured by", SEN_COL_WIDE, "how its effect is measured"),
	TEXT("funding", "Funding", 0, "where the money comes from"),
	{.name = "session_pence",
	 .label = "Fee a session",
	 .kind = SEN_C_PENCE,
	 .help = "a fee for each session"},
	{.name = "resource_pence", .label = "Resources", .kind = SEN_C_PENCE, .help = "spent once"},
	DATE("evaluated_on", "Evaluated", "the day it was evaluated"),
	TEXT("evaluation", "Evaluation", SEN_COL_WIDE, "how well it worked"),
	TEXT("note", "Note", SEN_COL_WIDE, "a note"),
	TEXT("next", "Next command", SEN_COL_WIDE, "what to do next"),
};
static const char page_sql[] =
	"SELECT g.id AS id, g.name AS name, g.intervention_id AS intervention, g.wave AS wave, g.area AS "
	"area,"
	" g.kind AS kind, g.minutes AS minutes, g.times AS times, g.weeks AS weeks, g.days AS days, g.at AS "
	"at,"
	" g.place AS place, g.from_on AS from_on, g.until_on AS until_on, NULL AS sessions, NULL AS planned,"
	" NULL AS held, NULL AS next_on, g.impact AS impact, g.measure AS measure, g.funding AS funding,"
	" g.session_pence AS session_pence, g.resource_pence AS resource_pence, g.evaluated_on AS "
	"evaluated_on,"
	" g.evaluation AS evaluation, g.note AS note, NULL AS next FROM provision g WHERE g.id = :id";
const struct sen_query sen_provision_show_query = {.name = "provision-show",
						   .title = "Provision",
						   .version = 1,
						   .sql = page_sql,
						   .columns = page_columns,
						   .count = SEN_COUNT(page_columns),
						   .parts = parts,
						   .part_count = SEN_COUNT(parts),
						   .flags = SEN_Q_PAGE};

/* Answers about sessions: held and cancelled, who was not there (R38). */
#include "model/model.h"

#include <sen/provision.h>

#define TEXT(n, l, f, h)                                                         \
	{                                                                        \
		.name = n, .label = l, .kind = SEN_C_TEXT, .flags = f, .help = h \
	}
#define NUMBER(n, l, f, h)                                                                        \
	{                                                                                         \
		.name = n, .label = l, .kind = SEN_C_INT, .flags = (f) | SEN_COL_RIGHT, .help = h \
	}
#define ID(n, l, p, f, h)                                                                   \
	{                                                                                   \
		.name = n, .label = l, .kind = SEN_C_ID, .prefix = p, .flags = f, .help = h \
	}
#define COLUMNS                                                                                        \
	ID("id", "Id", "SE", 0, "session"),                                                            \
		{.name = "held_on", .label = "Day", .kind = SEN_C_DATE, .help = "the day"},            \
		TEXT("at", "At", 0, "time of day"), ID("provision", "Provision", "G", 0, "provision"), \
		TEXT("name", "What", SEN_COL_WIDE, "what the provision is called"),                    \
		NUMBER("minutes", "Minutes", 0, "minutes it took"),                                    \
		NUMBER("children", "Children", 0, "children who were there"),                          \
		NUMBER("absent", "Absent", 0, "children who were not there"),                          \
		TEXT("cancelled", "Cancelled", SEN_COL_WIDE, "why it was not held"),                   \
		TEXT("covered_by", "Covered by", SEN_COL_PERSON, "another adult who gave it"),         \
		TEXT("note", "Note", SEN_COL_WIDE, "a note")
static const struct sen_column list_columns[] = {COLUMNS};

#define MEMBERS                                                                                           \
	"(SELECT COUNT(DISTINCT m.pupil_id) FROM provision_pupil m WHERE m.provision_id = s.provision_id" \
	" AND m.voided_at IS NULL AND m.from_on <= s.held_on AND (m.until_on IS NULL OR m.until_on > "    \
	"s.held_on))"
#define ABSENT                                                                                            \
	"(SELECT COUNT(DISTINCT a.pupil_id) FROM absence a WHERE a.session_id = s.id AND a.voided_at IS " \
	"NULL)"
#define SELECT                                                                                               \
	"SELECT s.id AS id, s.held_on AS held_on, coalesce(s.at, g.at) AS at, g.id AS provision, g.name AS " \
	"name,"                                                                                              \
	" CASE WHEN s.cancelled IS NULL THEN coalesce(s.minutes, g.minutes) END AS minutes,"                 \
	" CASE WHEN s.cancelled IS NULL THEN " MEMBERS " - " ABSENT " ELSE 0 END AS children,"               \
	" CASE WHEN s.cancelled IS NULL THEN " ABSENT " END AS absent, s.cancelled AS cancelled,"            \
	" s.covered_by AS covered_by, s.note AS note"
static const char list_sql[] = SELECT
	" FROM school c JOIN provision g ON g.school_id = c.id JOIN session s ON s.provision_id = g.id"
	" AND s.held_on >= :from AND s.held_on < :until WHERE (:school IS NULL OR c.id = :school)"
	" AND g.voided_at IS NULL AND s.voided_at IS NULL AND (:provision IS NULL OR g.id = :provision)"
	" AND (:missed IS NULL OR s.cancelled IS NOT NULL OR EXISTS (SELECT 1 FROM absence a"
	" WHERE a.session_id = s.id AND a.voided_at IS NULL)) ORDER BY s.held_on, at, s.id";
const struct sen_query sen_session_list_query = {.name = "session-list",
						 .title = "Sessions",
						 .version = 1,
						 .sql = list_sql,
						 .columns = list_columns,
						 .count = SEN_COUNT(list_columns),
						 .empty = "No session is logged in that time."};

static const struct sen_column child_columns[] = {
	ID("pupil_id", "Id", "P", 0, "the child's id"),
	TEXT("child", "Child", SEN_COL_NAME, "the child"),
	{.name = "there", .label = "There", .kind = SEN_C_BOOL, .help = "was the child there"},
	TEXT("why", "Why not", SEN_COL_WIDE, "why not"),
};
static const char child_sql[] =
	"SELECT p.id AS pupil_id, " MODEL_NAME
	" AS child, CASE WHEN s.cancelled IS NULL AND a.id IS NULL THEN 1 ELSE 0 END"
	" AS there, coalesce(s.cancelled, a.why) AS why FROM session s JOIN provision_pupil m"
	" ON m.provision_id = s.provision_id AND m.voided_at IS NULL AND m.from_on <= s.held_on"
	" AND (m.until_on IS NULL OR m.until_on > s.held_on) JOIN pupil p ON p.id = m.pupil_id"
	" LEFT JOIN absence a ON a.id = (SELECT MIN(b.id) FROM absence b WHERE b.session_id = s.id"
	" AND b.pupil_id = m.pupil_id AND b.voided_at IS NULL) WHERE s.id = :parent ORDER BY p.sort_key, "
	"p.id";
static const struct sen_query parts[] = {{.name = "children",
					  .title = "Children",
					  .sql = child_sql,
					  .columns = child_columns,
					  .count = SEN_COUNT(child_columns)}};
static const char show_sql[] =
	SELECT " FROM session s JOIN provision g ON g.id = s.provision_id WHERE s.id = :id";
const struct sen_query sen_session_show_query = {.name = "session-show",
						 .title = "Session",
						 .version = 1,
						 .sql = show_sql,
						 .columns = list_columns,
						 .count = SEN_COUNT(list_columns),
						 .parts = parts,
						 .part_count = SEN_COUNT(parts),
						 .flags = SEN_Q_PAGE};

/* report views and voice: columns, and what was said in words (R75). */
#include "rules/sql.h"

#include <sen/views.h>

#define PUPIL_COLUMNS                                                                                   \
	{.name = "pupil_id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"}, \
		{.name = "pupil",                                                                       \
		 .label = "Child",                                                                      \
		 .kind = SEN_C_TEXT,                                                                    \
		 .flags = SEN_COL_NAME,                                                                 \
		 .help = "the child it is of, or is about"},                                            \
	{                                                                                               \
		.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class that day"         \
	}
#define WORDS_COLUMN                                                                                   \
	{                                                                                              \
		.name = "words", .label = "In their words", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, \
		.help = "what was said"                                                                \
	}

/* ---- report views ---- */

static const struct sen_column answer_columns[] = {
	{.name = "set", .label = "Set", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "its code"},
	{.name = "set_name", .label = "Questions", .kind = SEN_C_TEXT, .help = "the set of questions"},
	{.name = "audience",
	 .label = "Asked",
	 .kind = SEN_C_CODE,
	 .flags = SEN_COL_QUIET,
	 .codes = sen_audiences,
	 .help = "parent pupil staff"},
	{.name = "question", .label = "Code", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "its code"},
	{.name = "text", .label = "Question", .kind = SEN_C_TEXT, .help = "as it was asked"},
	{.name = "answer", .label = "Answer", .kind = SEN_C_TEXT, .help = "NULL: in words of their own"},
	{.name = "shown",
	 .label = "Gave it",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_RIGHT,
	 .help = "how many; <5: a small number; *: kept back so that a difference tells none"},
	{.name = "share", .label = "Share", .kind = SEN_C_TEXT, .flags = SEN_COL_RIGHT, .help = "of them"},
	{.name = "shown_of",
	 .label = "Of",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_RIGHT,
	 .help = "how many answered the question"},
	{.name = "n",
	 .label = "Number",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT | SEN_COL_QUIET,
	 .help = "how many gave it; null where it is not to be seen"},
};
static const struct sen_column said_columns[] = {
	{.name = "on", .label = "Day", .kind = SEN_C_DATE, .help = "the day it was given"},
	{.name = "audience",
	 .label = "Of",
	 .kind = SEN_C_CODE,
	 .codes = sen_audiences,
	 .help = "parent pupil staff"},
	PUPIL_COLUMNS,
	WORDS_COLUMN,
	{.name = "record", .label = "From", .kind = SEN_C_TEXT, .help = "the review, plan or answer"},
};
#define REVIEW_SAID(audience, column)                                                                 \
	"SELECT v.held_on AS on_date, '" audience "' AS audience, v.pupil_id, v." column " AS words," \
	" 'R' || v.id AS record FROM review v WHERE v.held_on >= :from AND v.held_on < :until"        \
	" AND v." column " IS NOT NULL AND v.voided_at IS NULL AND :set IS NULL"
/* A new version says again what the one before said, and a plan what was said at the
 * review; the day it was given, else the day the plan was made. */
#define PLAN_SAID(audience, column)                                                              \
	"SELECT coalesce(l." column "_on, l.made_on), '" audience "', l.pupil_id, l." column "," \
	" 'PL' || l.id FROM plan l WHERE coalesce(l." column "_on, l.made_on) >= :from"          \
	" AND coalesce(l." column "_on, l.made_on) < :until AND l." column " IS NOT NULL"        \
	" AND l.voided_at IS NULL AND :set IS NULL AND NOT EXISTS (SELECT 1 FROM plan o"         \
	" WHERE o.id = l.replaces_id AND o." column " = l." column ") AND NOT EXISTS (SELECT 1"  \
	" FROM review w WHERE w.pupil_id = l.pupil_id AND w." column " = l." column              \
	" AND w.held_on IS NOT NULL AND w.voided_at IS NULL)"
/* Names for what the formatter would tear apart between strings. */
#define REVIEW_PARENT REVIEW_SAID("parent", "parent_voice")
#define REVIEW_PUPIL REVIEW_SAID("pupil", "pupil_voice")
#define PLAN_PARENT PLAN_SAID("parent", "parent_voice")
#define PLAN_PUPIL PLAN_SAID("pupil", "pupil_voice")
#define BESIDE_ANSWERS                                                                 \
	"SELECT a.given_on, a.audience, a.pupil_id, a.words, 'V' || a.id FROM voice a" \
	" WHERE a.school_id = :school AND a.given_on >= :from AND a.given_on < :until" \
	" AND a.words IS NOT NULL AND a.voided_at IS NULL AND (:set IS NULL OR a.question_set = :set)"
#define SAID                                                                                        \
	REVIEW_PARENT " UNION ALL " REVIEW_PUPIL " UNION ALL " PLAN_PARENT " UNION ALL " PLAN_PUPIL \
		      " UNION ALL " BESIDE_ANSWERS
#define PUPIL_HERE SQL_SCHOOL("p")
#define NOT_DIED " AND (p.died_on IS NULL OR p.died_on > :day)"
#define NAME_IF_ANY "CASE WHEN p.id IS NULL THEN NULL ELSE " SQL_NAME " END AS pupil"
#define CLASS_ON(day)                                                                           \
	"(SELECT MIN(e.class) FROM enrolment e WHERE e.pupil_id = p.id AND e.voided_at IS NULL" \
	" AND (e.from_on IS NULL OR e.from_on <= " day ") AND (e.until_on IS NULL OR e.until_on > " day "))"
#define SAID_CLASS CLASS_ON("x.on_date") " AS class"
static const char said_sql[] =
	"SELECT x.on_date AS \"on\", x.audience, x.pupil_id, " NAME_IF_ANY ", " SAID_CLASS
	", x.words, x.record"
	" FROM (" SAID ") x LEFT JOIN pupil p ON p.id = x.pupil_id"
	" WHERE (:audience IS NULL OR x.audience = :audience)"
	" AND (p.id IS NULL OR (p.voided_at IS NULL AND " PUPIL_HERE NOT_DIED "))"
	" ORDER BY x.on_date, CASE x.audience WHEN 'parent' THEN 1 WHEN 'pupil' THEN 2 ELSE 3 END,"
	" coalesce(p.sort_key, ''), x.record";
const struct sen_query sen_views_said = {.name = "voices",
					 .title = "In their words",
					 .version = 1,
					 .sql = said_sql,
					 .columns = said_columns,
					 .count = SEN_COUNT(said_columns)};

static const struct sen_column columns[] = {
	{.name = "from_on", .label = "From", .kind = SEN_C_DATE, .help = "first day of the period"},
	{.name = "last_on", .label = "To", .kind = SEN_C_DATE, .help = "its last day, included"},
	{.name = "said",
	 .label = "In words",
	 .kind = SEN_C_INT,
	 .flags = SEN_COL_RIGHT,
	 .help = "voices in the second table"},
};
static const struct sen_query parts[] = {{.name = "answers",
					  .title = "Answers",
					  .version = 1,
					  .columns = answer_columns,
					  .count = SEN_COUNT(answer_columns)},
					 {.name = "voices",
					  .title = "In their words",
					  .version = 1,
					  .columns = said_columns,
					  .count = SEN_COUNT(said_columns)}};
const struct sen_query sen_report_views = {.name = "report-views",
					   .title = "Views",
					   .version = 1,
					   .columns = columns,
					   .count = SEN_COUNT(columns),
					   .parts = parts,
					   .part_count = SEN_COUNT(parts),
					   .flags = SEN_Q_PAGE};

/* ---- voice form ---- */

static const struct sen_column form_columns[] = {
	{.name = "question", .label = "Code", .kind = SEN_C_TEXT, .flags = SEN_COL_QUIET, .help = "its code"},
	{.name = "number", .label = "", .kind = SEN_C_INT, .help = "its place"},
	{.name = "text", .label = "Question", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, .help = "as asked"},
	{.name = "answers",
	 .label = "Tick one",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "the answers to choose from"},
};
const struct sen_query sen_voice_form = {.name = "voice-form",
					 .title = "Questions",
					 .version = 1,
					 .columns = form_columns,
					 .count = SEN_COUNT(form_columns)};

/* ---- voice list ---- */

static const struct sen_column list_columns[] = {
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "V", .help = "the answer's id"},
	{.name = "given_on", .label = "Day", .kind = SEN_C_DATE, .help = "the day it was given"},
	{.name = "audience",
	 .label = "Of",
	 .kind = SEN_C_CODE,
	 .codes = sen_audiences,
	 .help = "parent pupil staff"},
	PUPIL_COLUMNS,
	{.name = "set", .label = "Set", .kind = SEN_C_TEXT, .help = "the set of questions"},
	{.name = "question", .label = "Question", .kind = SEN_C_TEXT, .help = "its code"},
	{.name = "answer", .label = "Answer", .kind = SEN_C_TEXT, .help = "one of the set's answers"},
	WORDS_COLUMN,
	{.name = "how",
	 .label = "How",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET | SEN_COL_PERSON,
	 .help = "how it was gathered"},
};
#define OF_SCHOOL SQL_SCHOOL("a")
#define LIST_CLASS CLASS_ON("a.given_on") " AS class"
static const char list_sql[] =
	"SELECT a.id, a.given_on, a.audience, a.pupil_id, " NAME_IF_ANY ", " LIST_CLASS
	", a.question_set AS \"set\", a.question, a.answer, a.words, a.how"
	" FROM voice a LEFT JOIN pupil p ON p.id = a.pupil_id WHERE a.voided_at IS NULL AND " OF_SCHOOL
	" AND (a.pupil_id = :pupil OR (:pupil IS NULL AND (p.id IS NULL OR p.died_on IS NULL"
	" OR p.died_on > :day))) AND (:set IS NULL OR a.question_set = :set)"
	" AND (:audience IS NULL OR a.audience = :audience) ORDER BY a.given_on DESC, a.id";
const struct sen_query sen_voice_list_query = {.name = "voice-list",
					       .title = "Views",
					       .version = 1,
					       .sql = list_sql,
					       .columns = list_columns,
					       .count = SEN_COUNT(list_columns)};

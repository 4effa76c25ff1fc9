/* `disclosure list` and `disclosure grounds`. */
#include "rules/sql.h"

#include <sen/disclosure.h>

#define COL(n, l, k, f, h)                                              \
	{                                                               \
		.name = n, .label = l, .kind = k, .flags = f, .help = h \
	}
static const struct sen_column columns[] = {
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "DI", .help = "disclosure id"},
	{.name = "pupil_id",
	 .label = "Pupil id",
	 .kind = SEN_C_ID,
	 .flags = SEN_COL_QUIET,
	 .prefix = "P",
	 .help = "the child's id"},
	COL("pupil", "Child", SEN_C_TEXT, SEN_COL_NAME, "the child"),
	COL("class", "Class", SEN_C_TEXT, SEN_COL_QUIET, "class on that day"),
	COL("given_on", "On", SEN_C_DATE, 0, "the day it was shown or given"),
	COL("what", "What", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what was shown or given"),
	{.name = "ehc_id",
	 .label = "Case",
	 .kind = SEN_C_ID,
	 .flags = SEN_COL_QUIET,
	 .prefix = "EH",
	 .help = "the EHC case"},
	COL("version", "Version", SEN_C_INT, SEN_COL_QUIET, "of the plan"),
	COL("who", "To", SEN_C_TEXT, SEN_COL_NAME | SEN_COL_WIDE, "to whom"),
	COL("organisation", "Of", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "of what body"),
	COL("ground", "Ground", SEN_C_TEXT, 0,
	    "consent, a ground of the law, or the right to it ('sendctl disclosure grounds')"),
	COL("policy_ground", "Policy", SEN_C_TEXT, SEN_COL_QUIET, "the ground as the policy lists it"),
	{.name = "consent_id",
	 .label = "Consent",
	 .kind = SEN_C_ID,
	 .prefix = "CN",
	 .flags = SEN_COL_QUIET,
	 .help = "the consent it rests on"},
	COL("consent_by", "Consent of", SEN_C_TEXT, SEN_COL_NAME | SEN_COL_QUIET, "who gave the consent"),
	COL("why", "What for", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what for"),
	COL("how", "How", SEN_C_TEXT, SEN_COL_QUIET | SEN_COL_PERSON, "shown, copy, by e-mail, sealed file"),
	COL("given_by", "By", SEN_C_TEXT, SEN_COL_NAME | SEN_COL_QUIET, "who showed or gave it"),
	COL("rev", "Revision", SEN_C_INT, SEN_COL_QUIET, "for --if-rev"),
};
#define SELECT                                                                                              \
	"SELECT d.id AS id, d.pupil_id AS pupil_id, " SQL_NAME " AS pupil, e.class AS class, d.given_on,"   \
	" d.what, d.ehc_id, d.version, d.who, d.organisation, d.ground, d.policy_ground, d.consent_id,"     \
	" c.given_by AS consent_by, d.why, d.how, d.given_by, d.note, d.voided_at, d.rev FROM disclosure d" \
	" JOIN pupil p ON p.id = d.pupil_id" SQL_ENROLMENT " LEFT JOIN consent c ON c.id = d.consent_id"
/* Of children who have left, too: the log is kept as long as the record. */
static const char sql[] = SELECT
	" WHERE d.voided_at IS NULL AND p.voided_at IS NULL AND (:pupil IS NULL OR d.pupil_id = :pupil)"
	" AND " SQL_SCHOOL("p") " AND (:from IS NULL OR d.given_on >= :from)"
				" AND (:until IS NULL OR d.given_on < :until) AND d.given_on <= :day"
				" ORDER BY d.given_on, d.id";
const struct sen_query sen_disclosure_list = {.name = "disclosure-list",
					      .title = "Plans shown outside the school",
					      .version = 1,
					      .sql = sql,
					      .columns = columns,
					      .count = SEN_COUNT(columns),
					      .empty = "No plan was shown outside the school."};

/* One that was removed is still shown by its id, marked. */
static const struct sen_column show_columns[] = {
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "DI", .help = "disclosure id"},
	{.name = "pupil_id", .label = "Pupil id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	COL("pupil", "Child", SEN_C_TEXT, SEN_COL_NAME, "the child"),
	COL("given_on", "On", SEN_C_DATE, 0, "the day it was shown or given"),
	COL("what", "What", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what was shown or given"),
	{.name = "ehc_id", .label = "Case", .kind = SEN_C_ID, .prefix = "EH", .help = "the EHC case"},
	COL("version", "Version", SEN_C_INT, 0, "of the plan"),
	COL("who", "To", SEN_C_TEXT, SEN_COL_NAME | SEN_COL_WIDE, "to whom"),
	COL("organisation", "Of", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "of what body"),
	COL("ground", "Ground", SEN_C_TEXT, 0, "consent, a ground of the law, or the right to it"),
	COL("policy_ground", "In the policy", SEN_C_TEXT, 0, "the ground as the policy lists it"),
	{.name = "consent_id", .label = "Consent", .kind = SEN_C_ID, .prefix = "CN", .help = "it rests on"},
	COL("consent_by", "Consent of", SEN_C_TEXT, SEN_COL_NAME, "who gave the consent"),
	COL("why", "What for", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "what for"),
	COL("how", "How", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "shown, copy, by e-mail, sealed file"),
	COL("given_by", "By", SEN_C_TEXT, SEN_COL_NAME, "who showed or gave it"),
	COL("note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, "note"),
	COL("voided_at", "Removed", SEN_C_INSTANT, SEN_COL_ALERT, "when the entry was removed"),
	COL("rev", "Revision", SEN_C_INT, SEN_COL_QUIET, "for --if-rev"),
};
static const char show_sql[] = SELECT " WHERE d.id = :id";
const struct sen_query sen_disclosure_show = {.name = "disclosure-show",
					      .title = "A plan shown outside the school",
					      .version = 1,
					      .sql = show_sql,
					      .columns = show_columns,
					      .count = SEN_COUNT(show_columns),
					      .flags = SEN_Q_PAGE};

/* cmd/disclosure_grounds.c fills the cells in this order. */
static const struct sen_column ground_columns[] = {
	COL("ground", "Ground", SEN_C_TEXT, 0, "what --ground takes"),
	COL("from", "Of", SEN_C_TEXT, 0, "consent, right, law or policy"),
	COL("name", "What it is", SEN_C_TEXT, SEN_COL_WIDE, "in words"),
	COL("law", "Of the law", SEN_C_TEXT, 0, "of the policy: the law's grounds it stands for"),
	COL("policy", "Policy", SEN_C_TEXT, 0, "of the law: the policy's word for it"),
	COL("out_of_date", "Out of date", SEN_C_BOOL, 0, "of the policy: no ground of the law as it stands"),
	COL("use", "Use instead", SEN_C_TEXT, SEN_COL_WIDE, "where it is out of date"),
	COL("note", "Note", SEN_C_TEXT, SEN_COL_WIDE, "what else is to be known"),
	COL("cite", "From", SEN_C_TEXT, 0, "the law, or the section of the policy"),
	COL("confidence", "Sure", SEN_C_TEXT, 0,
	    "seen in the text of the law, in a secondary source, general knowledge, or a judgement"),
};
const struct sen_query sen_disclosure_grounds = {.name = "disclosure-grounds",
						 .title = "On what grounds a plan may be shown",
						 .version = 1,
						 .columns = ground_columns,
						 .count = SEN_COUNT(ground_columns)};

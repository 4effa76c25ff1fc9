/* sendctl today: the deadlines, each in the section a SENCo looks for it: ours and late,
 * ours this week, the law's clock, ours to come, and what others owe, with whom to ring. */
#include "rules/sql.h"
#include "rules/today.h"

#include <sen/law.h>

#include <string.h>

/* How far ahead: the law's clock is planned backwards, by whole half terms. */
enum { AHEAD = 28, LAW_AHEAD = 56 };

/* Deadlines that are also counted: what comes to its limit within four weeks. */
static const struct {
	const char *rule, *one, *many;
} limit_rules[] = {
	{"monitoring-limit", "child at the end of monitoring", "children at the end of monitoring"},
	{"concern-window", "concern at the end of its time", "concerns at the end of their time"},
	{"concern-register", "child to put on the register", "children to put on the register"},
	{"consent-expiry", "consent that runs out", "consents that run out"},
	{"document-review", "document to review", "documents to review"},
	{"referral-chase", "referral to chase", "referrals to chase"},
	{"plan-missing", "plan to make", "plans to make"},
	{"plan-agreement", "plan to agree", "plans to agree"},
	{"plan-review", "plan to review", "plans to review"},
	{"parent-meeting", "meeting with parents to hold", "meetings with parents to hold"},
	{"review-planned", "review planned", "reviews planned"},
};

/* A body outside the school: its lines are waited for, not done. */
static bool outside(const char *owner)
{
	static const char *const bodies[] = {"local authority", "agency", "parent", "mediation", "tribunal"};

	for (size_t i = 0; i < SEN_COUNT(bodies); i++)
		if (strncmp(owner, bodies[i], strlen(bodies[i])) == 0)
			return true;
	return false;
}

/* Of an EHC case, an annual review or an appeal: not what the law asks of a school
 * about every child. */
static bool of_the_clock(const struct today *gather, const char *rule)
{
	const struct sen_law_rule *law = sen_law_rule(gather->law, rule, SEN_NO_DATE);

	return law && strcmp(law->section, "school") != 0;
}

/* NULL: too far ahead to show. */
static const char *section_of(const struct today *gather, sen_date due, const char *owner, const char *rule)
{
	/* The week ends on Sunday. */
	sen_date monday = gather->today + 8 - sen_date_weekday(gather->today);
	bool near = due < gather->today + AHEAD;

	if (outside(owner))
		return near ? "waiting" : NULL;
	if (due < monday)
		return due < gather->today ? "late" : "week";
	if (of_the_clock(gather, rule))
		return "law";
	return near ? "coming" : NULL;
}

static void add_deadline(struct today *gather, struct db_stmt *stmt)
{
	struct sen_arena *arena = gather->store->arena;
	sen_date due = db_col_date(stmt, 0);
	const char *owner = sen_strdup(arena, db_col_text(stmt, 2, NULL));
	const char *rule = db_col_text(stmt, 8, NULL);
	const char *section = section_of(gather, due, owner, rule);
	struct sen_today_line *line;

	if (!section)
		return;
	line = today_add(gather, section);
	line->due_on = due;
	line->days = due - gather->today;
	line->what = sen_strdup(arena, db_col_text(stmt, 1, NULL));
	line->owner = owner;
	line->pupil_id = db_col_int(stmt, 3);
	line->pupil = sen_strdup(arena, db_col_text(stmt, 4, NULL));
	line->class_name = sen_strdup(arena, db_col_text(stmt, 5, NULL));
	line->subject = sen_strdup(arena, db_col_text(stmt, 6, NULL));
	line->fix = sen_strdup(arena, db_col_text(stmt, 7, NULL));
	line->ring = sen_strdup(arena, db_col_text(stmt, 9, NULL));
	line->clock = of_the_clock(gather, rule);
	for (size_t i = 0; i < SEN_COUNT(limit_rules) && due < gather->today + AHEAD; i++)
		gather->limits[i] += strcmp(rule, limit_rules[i].rule) == 0;
}

static void add_limits(struct today *gather)
{
	for (size_t i = 0; i < SEN_COUNT(limit_rules); i++) {
		struct sen_today_line *line = today_add(gather, "limits");

		line->number = gather->limits[i];
		line->what = line->number == 1 ? limit_rules[i].one : limit_rules[i].many;
	}
}

/* Whom to ring about what the authority owes. */
#define RING                                                                                           \
	"CASE WHEN d.owner = 'local authority' THEN (SELECT CASE WHEN h.officer IS NULL THEN "         \
	"h.officer_contact ELSE h.officer || COALESCE(', ' || h.officer_contact, '') END FROM ehc h"   \
	" WHERE h.pupil_id = d.pupil_id AND h.voided_at IS NULL ORDER BY CASE WHEN h.ended_on IS NULL" \
	" THEN 0 ELSE 1 END, h.id DESC LIMIT 1) END"
static const char sql[] =
	"SELECT d.due_on, d.what, d.owner, d.pupil_id, " SQL_NAME ", e.class, d.subject, d.fix, d.rule, " RING
	" FROM deadline d LEFT JOIN pupil p ON p.id = d.pupil_id" SQL_ENROLMENT
	" WHERE d.met_on IS NULL AND d.due_on < :until AND " SQL_NOT_LAPSED
	" AND " SQL_SCHOOL("d") " AND p.voided_at IS NULL AND " SQL_STILL_OWED
				" AND (:who IS NULL OR d.owner LIKE :who"
				" OR (', ' || d.owner || ',' LIKE :role AND (:role_class IS "
				"NULL OR e.class = :role_class OR d.pupil_id IS NULL)))"
				" ORDER BY d.due_on, d.id";

int today_owed(struct today *gather, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = sen_law(gather->store, &gather->law, err);

	if (rc < 0 || (rc = db_prepare(gather->store->db, sql, &stmt, err)) < 0)
		return rc;
	today_bind(gather, stmt);
	db_bind_date(stmt, ":until", gather->today + LAW_AHEAD);
	db_bind_text(stmt, ":who", gather->whom->who);
	db_bind_text(stmt, ":role", gather->whom->role);
	db_bind_text(stmt, ":role_class", gather->whom->role_class);
	while ((rc = db_step(stmt, err)) == 1)
		add_deadline(gather, stmt);
	if (rc == 0)
		add_limits(gather);
	return rc;
}

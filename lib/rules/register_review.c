/* The review of the register each term (R54): which one is open, the children it
 * looks at, and what moved since the last. */
#include "rules/rules.h"
#include "rules/sql.h"

#include <sen/movement.h>
#include <sen/pupil.h>
#include <string.h>

int sen_register_review_open(struct sen_store *store, struct sen_logbook *open, struct sen_logbook *closed,
			     struct sen_err *err)
{
	static const char tail[] = "WHERE school_id = :school AND voided_at IS NULL AND kind = :kind"
				   " AND held_on IS NOT NULL ORDER BY held_on, id";
	struct sen_logbook *all;
	struct db_stmt *stmt;
	size_t count;
	int rc = record_select(store, &sen_logbook_record, tail, &stmt, err);

	sen_record_blank(&sen_logbook_record, open);
	sen_record_blank(&sen_logbook_record, closed);
	open->head.id = closed->head.id = 0;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", store->school_id);
	db_bind_text(stmt, ":kind", SEN_REGISTER_REVIEW);
	rc = record_all(store, &sen_logbook_record, stmt, (void **)&all, &count, err);
	db_reset(stmt);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (all[i].closed_on == SEN_NO_DATE)
			*open = all[i];
		else if (all[i].closed_on < store->context.today &&
			 (!closed->head.id || all[i].closed_on >= closed->closed_on))
			*closed = all[i];
	}
	return rc;
}

/* ---- Looked at ---- */

/* Names for what the formatter would tear apart between strings. */
#define HOLDS SQL_HOLDS("r")
#define OF_SCHOOL SQL_SCHOOL("p")
#define ON_REGISTER "r.kind IN ('register', 'plan') AND " HOLDS " AND " OF_SCHOOL " AND " SQL_ON_ROLL
/* p: confirmed at a review of kind register since then. */
#define CONFIRMED                                                                        \
	"EXISTS (SELECT 1 FROM review v WHERE v.pupil_id = p.id AND v.voided_at IS NULL" \
	" AND v.kind = 'register' AND v.held_on >= :since)"
/* p: another level or other needs since then. */
#define CHANGED                                                                                   \
	"(EXISTS (SELECT 1 FROM register_entry m WHERE m.pupil_id = p.id AND m.voided_at IS NULL" \
	" AND m.from_on >= :since) OR EXISTS (SELECT 1 FROM need m WHERE m.pupil_id = p.id"       \
	" AND m.voided_at IS NULL AND (m.from_on >= :since OR m.until_on >= :since)))"
#define STATE "CASE WHEN " CHANGED " THEN 'changed' WHEN " CONFIRMED " THEN 'confirmed' ELSE '' END"

int sen_register_children(struct sen_store *store, sen_date since, struct sen_register_child **out,
			  size_t *count, struct sen_err *err)
{
	static const char sql[] =
		"SELECT p.id, " STATE " FROM register_entry r JOIN pupil p ON p.id = r.pupil_id"
		" WHERE " ON_REGISTER " ORDER BY p.sort_key, p.id";
	struct db_stmt *stmt;
	size_t cap = 0;
	int rc = db_cached(store->db, sql, &stmt, err);

	*out = NULL;
	*count = 0;
	if (rc < 0)
		return rc;
	db_bind_date(stmt, ":since", since);
	db_bind_date(stmt, ":day", store->context.today);
	db_bind_int(stmt, ":school", store->school_id);
	while ((rc = db_step(stmt, err)) == 1)
		*SEN_PUSH(store->arena, *out, *count, cap) = (struct sen_register_child){
			.pupil_id = db_col_int(stmt, 0),
			.state = sen_strdup(store->arena, db_col_text(stmt, 1, NULL))};
	db_reset(stmt);
	return rc;
}

/* ---- The list ---- */

static const struct sen_code_row states[] = {{"confirmed", "Confirmed"},
					     {"changed", "Changed"},
					     {"gone", "Off it"},
					     {"", "Not yet"},
					     {NULL, NULL}};
static const struct sen_column columns[] = {
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "upn",
	 .label = "UPN",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_UPN | SEN_COL_QUIET,
	 .help = "unique pupil number"},
	{.name = "name", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class"},
	{.name = "level", .label = "Level", .kind = SEN_C_TEXT, .help = "level of the school's policy"},
	{.name = "since", .label = "Since", .kind = SEN_C_DATE, .help = "at this level since"},
	{.name = "needs", .label = "Needs", .kind = SEN_C_TEXT, .help = "needs by rank"},
	{.name = "plan", .label = "Plan", .kind = SEN_C_TEXT, .help = "the plan that is open, and its state"},
	{.name = "reviewed_on", .label = "Last review", .kind = SEN_C_DATE, .help = "of any kind, held"},
	{.name = "moved",
	 .label = "Moved",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "since the last register review: joined, came back, up, down, needs"},
	{.name = "state",
	 .label = "Looked at",
	 .kind = SEN_C_CODE,
	 .codes = states,
	 .help = "confirmed, changed, gone (off the register since), or blank: not yet"},
};

#define NEED_AT(n) \
	"(SELECT MIN(n.type) FROM need n WHERE n.pupil_id = p.id AND n.rank = " n " AND " SQL_HOLDS("n") ")"
#define FIRST_NEED NEED_AT("1")
#define SECOND_NEED NEED_AT("2")
#define THIRD_NEED NEED_AT("3")
#define NEEDS FIRST_NEED " || coalesce(', ' || " SECOND_NEED ", '') || coalesce(', ' || " THIRD_NEED ", '')"
#define LAST_REVIEW "(SELECT MAX(v.held_on) FROM review v WHERE v.pupil_id = p.id AND v.voided_at IS NULL)"
/* The plan in force, else the draft; of a plan in force also that the next one waits. */
#define OPEN_PLAN(y) #y ".pupil_id = p.id AND " #y ".voided_at IS NULL AND " #y ".closed_on IS NULL"
#define PLAN                                                                                                \
	"(SELECT l.kind_name || CASE WHEN l.agreed_on IS NULL THEN ', draft' WHEN EXISTS (SELECT 1"         \
	" FROM plan d WHERE " OPEN_PLAN(                                                                    \
		d) " AND d.agreed_on IS NULL AND d.kind = l.kind)"                                          \
		   " THEN ', agreed; the next in draft' ELSE ', agreed' END FROM plan l WHERE " OPEN_PLAN(  \
			   l) " ORDER BY CASE WHEN l.agreed_on IS NULL THEN 1 ELSE 0 END, l.id DESC LIMIT " \
			      "1)"
static const char sql[] =
	"SELECT p.id, p.upn, " SQL_NAME " AS name, e.class, r.level, r.from_on AS since, " NEEDS
	" AS needs, " PLAN " AS plan, " LAST_REVIEW " AS reviewed_on, CAST(NULL AS TEXT) AS moved, " STATE
	" AS state FROM register_entry r JOIN pupil p ON p.id = r.pupil_id" SQL_ENROLMENT
	" WHERE " ON_REGISTER " ORDER BY coalesce(e.class, ''), p.sort_key, p.id";

const struct sen_query sen_register_review_list = {.name = "review-register",
						   .title = "Review of the register",
						   .version = 1,
						   .sql = sql,
						   .columns = columns,
						   .count = SEN_COUNT(columns),
						   .empty = "No child is on the SEND register."};

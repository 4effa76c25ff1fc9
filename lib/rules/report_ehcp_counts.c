/* report ehcp: what is counted for the governors, and which of it is too small to be
 * seen outside the SEND team. */
#include "model/ehc_sql.h"
#include "rules/rules.h"
#include "rules/sql.h"

#include <sen/report.h>
#include <sen/views.h>

#include <string.h>

#define FIRST(event) "(SELECT MIN(m.happened_on)" EHC_HAPPENED " AND m.event = '" event "'"
#define ASSESS FIRST("assess-decision") " AND m.result = 'assess') AS assess, "
#define REFUSE FIRST("assess-decision") " AND m.result = 'refuse') AS refuse, "
#define WITHDRAWN FIRST("withdrawn") ") AS withdrawn, "
#define NO_PLAN FIRST("no-plan-notice") ") AS none, "
#define ASKED                                                                                     \
	" FROM ehc x WHERE x.voided_at IS NULL AND x.source IS NOT NULL AND x.opened_on >= :from" \
	" AND x.opened_on < :until AND " SQL_SCHOOL("x")
/* One row a request of the period, with what came of it by :day. */
static const char requests_sql[] =
	"SELECT COUNT(*), SUM(CASE WHEN k.assess IS NOT NULL THEN 1 ELSE 0 END),"
	" SUM(CASE WHEN k.assess IS NULL AND k.refuse IS NOT NULL THEN 1 ELSE 0 END),"
	" SUM(CASE WHEN k.assess IS NULL AND k.refuse IS NULL AND k.withdrawn IS NOT NULL THEN 1 ELSE 0 END),"
	" SUM(CASE WHEN k.assess IS NOT NULL AND k.plan IS NOT NULL THEN 1 ELSE 0 END),"
	" SUM(CASE WHEN k.assess IS NOT NULL AND k.plan IS NULL AND k.none IS NOT NULL THEN 1 ELSE 0 END)"
	" FROM (SELECT " ASSESS REFUSE WITHDRAWN NO_PLAN EHC_PLAN_SINCE " AS plan" ASKED ") k";
/* Counted on the last day. */
static const char plans_sql[] =
	"SELECT COUNT(DISTINCT k.pupil_id) FROM (SELECT x.pupil_id, " EHC_PLAN_SINCE " AS since FROM ehc x"
	" WHERE x.voided_at IS NULL AND (x.ended_on IS NULL OR x.ended_on > :day) AND " SQL_SCHOOL(
		"x") ") k JOIN pupil p ON p.id = k.pupil_id WHERE k.since IS NOT NULL AND " SQL_ON_ROLL;
/* By the register with a plan, and no case is kept: in none of these figures. */
static const char unkept_sql[] =
	"SELECT COUNT(DISTINCT r.pupil_id) FROM register_entry r JOIN pupil p ON p.id = r.pupil_id WHERE"
	" r.census = 'E' AND " SQL_HOLDS("r") " AND " SQL_SCHOOL(
		"p") " AND " SQL_ON_ROLL
		     " AND NOT EXISTS (SELECT 1 FROM ehc x WHERE x.pupil_id = p.id AND x.voided_at IS NULL"
		     " AND (x.ended_on IS NULL OR x.ended_on > :day))";
static const char appeals_sql[] =
	"SELECT COUNT(*) FROM appeal x WHERE x.voided_at IS NULL AND x.notice_on >= :from AND x.notice_on <"
	" :until AND " SQL_SCHOOL("x");
/* By child with a case: its deadlines that fell in the period. A latest safe day is none
 * the law sets. */
#define CHILDREN "(SELECT DISTINCT x.pupil_id FROM ehc x WHERE x.voided_at IS NULL AND " SQL_SCHOOL("x") ") k"
#define FELL                                                                                        \
	" FROM " CHILDREN " JOIN deadline d ON d.pupil_id = k.pupil_id WHERE d.due_on >= :from AND" \
	" d.due_on < :until AND d.lapses = 0 AND d.rule <> 'phase-transfer-notice' AND "
#define UNEXCUSED                                                                                    \
	"NOT EXISTS (SELECT 1 FROM milestone e WHERE e.pupil_id = d.pupil_id AND e.event = 'excuse'" \
	" AND e.rule = d.rule AND e.voided_at IS NULL)"
#define LATE "(d.met_on > d.due_on OR (d.met_on IS NULL AND d.due_on < :day))"
static const char reviews_sql[] =
	"SELECT COUNT(*), SUM(CASE WHEN d.met_on <= d.due_on THEN 1 ELSE 0 END)" FELL
	"d.rule = 'annual-review-complete' AND (d.met_on IS NOT NULL OR d.due_on < :day)";
static const char late_sql[] =
	"SELECT COUNT(*), SUM(CASE WHEN " LATE " AND " UNEXCUSED " THEN 1 ELSE 0 END), SUM(CASE WHEN " LATE
	" AND " UNEXCUSED " THEN " SQL_DAY("COALESCE(d.met_on, :day)") " - " SQL_DAY(
		"d.due_on") " ELSE 0 END)" FELL "d.owner = 'local authority' AND d.basis = 'law' AND "
			    "(d.met_on IS NOT NULL OR d.due_on < :day)";

static int row(struct sen_store *store, const char *sql, const struct sen_ehcp_figures *in, int64_t *out,
	       int count, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_prepare(store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	if (db_has_param(stmt, ":from")) {
		db_bind_date(stmt, ":from", in->from);
		db_bind_date(stmt, ":until", in->until);
	}
	if (db_has_param(stmt, ":day"))
		db_bind_date(stmt, ":day", in->until - 1);
	db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
	if ((rc = db_step(stmt, err)) < 0)
		return rc;
	for (int i = 0; i < count; i++) {
		out[i] = db_col_int(stmt, i);
		if (out[i] == SEN_NO_INT)
			out[i] = 0;
	}
	return 0;
}

/* The parts of a sum that is seen. */
static bool hide(struct sen_ehcp_figures *out, const enum sen_ehcp_figure *which, size_t count)
{
	int64_t counts[8];
	bool hidden[8], veiled, any = false;

	for (size_t i = 0; i < count; i++)
		counts[i] = out->n[which[i]];
	sen_small_numbers(counts, count, out->least, hidden, &veiled);
	for (size_t i = 0; i < count; i++)
		if (hidden[i]) {
			out->hidden[which[i]] = true;
			any = true;
		}
	return any;
}

static bool small(const struct sen_ehcp_figures *out, int64_t n)
{
	return n > 0 && n < out->least;
}

static void hide_all(struct sen_ehcp_figures *out)
{
	static const enum sen_ehcp_figure decided[] = {SEN_EHCP_ASSESSED, SEN_EHCP_REFUSED,
						       SEN_EHCP_WITHDRAWN, SEN_EHCP_UNDECIDED};
	static const enum sen_ehcp_figure issued[] = {SEN_EHCP_ISSUED, SEN_EHCP_NO_PLAN, SEN_EHCP_AWAITED};
	static const enum sen_ehcp_figure alone[] = {SEN_EHCP_PLANS, SEN_EHCP_REQUESTS, SEN_EHCP_REVIEWS,
						     SEN_EHCP_BOUND, SEN_EHCP_APPEALS};

	for (size_t i = 0; i < SEN_COUNT(alone); i++)
		out->hidden[alone[i]] = small(out, out->n[alone[i]]);
	hide(out, decided, SEN_COUNT(decided));
	hide(out, issued, SEN_COUNT(issued));
	/* What is left of a hidden sum would tell it. */
	if (out->hidden[SEN_EHCP_ASSESSED])
		for (size_t i = 0; i < SEN_COUNT(issued); i++)
			out->hidden[issued[i]] = true;
	if (small(out, out->n[SEN_EHCP_IN_TIME]) || out->hidden[SEN_EHCP_REVIEWS] ||
	    small(out, out->n[SEN_EHCP_REVIEWS] - out->n[SEN_EHCP_IN_TIME]))
		out->hidden[SEN_EHCP_IN_TIME] = out->hidden[SEN_EHCP_SHARE] = true;
	if (small(out, out->n[SEN_EHCP_LATE]) || out->hidden[SEN_EHCP_BOUND] ||
	    small(out, out->n[SEN_EHCP_BOUND] - out->n[SEN_EHCP_LATE]))
		out->hidden[SEN_EHCP_LATE] = out->hidden[SEN_EHCP_DAYS] = true;
}

int sen_ehcp_figures(struct sen_store *store, struct sen_ehcp_figures *out, struct sen_err *err)
{
	int64_t n[6], reviews[2], late[3];
	int rc;

	memset(out->n, 0, sizeof(out->n));
	if ((rc = row(store, requests_sql, out, n, 6, err)) < 0 ||
	    (rc = row(store, plans_sql, out, &out->n[SEN_EHCP_PLANS], 1, err)) < 0 ||
	    (rc = row(store, unkept_sql, out, &out->unkept, 1, err)) < 0 ||
	    (rc = row(store, appeals_sql, out, &out->n[SEN_EHCP_APPEALS], 1, err)) < 0 ||
	    (rc = row(store, reviews_sql, out, reviews, 2, err)) < 0 ||
	    (rc = row(store, late_sql, out, late, 3, err)) < 0 ||
	    (rc = sen_small_least(store, out->until - 1, &out->least, err)) < 0)
		return rc;
	out->n[SEN_EHCP_REQUESTS] = n[0];
	out->n[SEN_EHCP_ASSESSED] = n[1];
	out->n[SEN_EHCP_REFUSED] = n[2];
	out->n[SEN_EHCP_WITHDRAWN] = n[3];
	out->n[SEN_EHCP_UNDECIDED] = n[0] - n[1] - n[2] - n[3];
	out->n[SEN_EHCP_ISSUED] = n[4];
	out->n[SEN_EHCP_NO_PLAN] = n[5];
	out->n[SEN_EHCP_AWAITED] = n[1] - n[4] - n[5];
	out->n[SEN_EHCP_REVIEWS] = reviews[0];
	out->n[SEN_EHCP_IN_TIME] = reviews[1];
	out->n[SEN_EHCP_SHARE] = reviews[0] ? (100 * reviews[1] + reviews[0] / 2) / reviews[0] : SEN_NO_INT;
	out->n[SEN_EHCP_BOUND] = late[0];
	out->n[SEN_EHCP_LATE] = late[1];
	out->n[SEN_EHCP_DAYS] = late[1] ? (late[2] + late[1] / 2) / late[1] : SEN_NO_INT;
	if (out->public)
		hide_all(out);
	return 0;
}

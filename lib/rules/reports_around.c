/* Lists of consents, agencies, referrals and actions. */
#include "rules/sql.h"

#include <sen/agency.h>

#define CHILD                                                                                      \
	{.name = "pupil_id",                                                                       \
	 .label = "Pupil id",                                                                      \
	 .kind = SEN_C_ID,                                                                         \
	 .flags = SEN_COL_QUIET,                                                                   \
	 .prefix = "P",                                                                            \
	 .help = "the child's id"},                                                                \
		{.name = "pupil",                                                                  \
		 .label = "Child",                                                                 \
		 .kind = SEN_C_TEXT,                                                               \
		 .flags = SEN_COL_NAME,                                                            \
		 .help = "the child"},                                                             \
	{                                                                                          \
		.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class on that day" \
	}
#define COL(n, l, k, f, h)                                              \
	{                                                               \
		.name = n, .label = l, .kind = k, .flags = f, .help = h \
	}
#define ID(p, h)                                                                      \
	{                                                                             \
		.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = p, .help = h \
	}
#define OF_CHILD(x) " JOIN pupil p ON p.id = " x ".pupil_id" SQL_ENROLMENT " WHERE " x ".voided_at IS NULL"
#define FOR_CHILD(x)                                                                                     \
	" AND (" x ".pupil_id = :pupil OR (:pupil IS NULL AND (p.died_on IS NULL OR p.died_on > :day)))" \
	" AND " SQL_SCHOOL("p") " AND p.voided_at IS NULL"

/* ---- Consent ---- */
static const struct sen_column consent_columns[] = {
	ID("CN", "consent id"),
	CHILD,
	COL("purpose", "For", SEN_C_TEXT, 0, "what it is for"),
	COL("given_by", "Given by", SEN_C_TEXT, SEN_COL_NAME, "who gave it"),
	COL("how", "How", SEN_C_TEXT, SEN_COL_QUIET, "signed, by telephone, at a meeting"),
	COL("from_on", "From", SEN_C_DATE, 0, "from when it holds"),
	COL("expires_on", "Runs out", SEN_C_DATE, 0, "the first day it holds no more"),
	COL("withdrawn_on", "Withdrawn", SEN_C_DATE, 0, "the day it was taken back"),
	COL("state", "State", SEN_C_TEXT, SEN_COL_ALERT, "held, expired, withdrawn or later"),
	COL("rev", "Revision", SEN_C_INT, SEN_COL_QUIET, "for --if-rev"),
};
#define STATE                                                                                        \
	"CASE WHEN c.withdrawn_on <= :day THEN 'withdrawn' WHEN c.expires_on <= :day THEN 'expired'" \
	" WHEN c.from_on > :day THEN 'later' ELSE 'held' END"
static const char consent_sql[] =
	"SELECT c.id AS id, c.pupil_id AS pupil_id, " SQL_NAME
	" AS pupil, e.class AS class, c.purpose AS purpose,"
	" c.given_by AS given_by, c.how AS how, c.from_on AS from_on, c.expires_on AS expires_on,"
	" c.withdrawn_on AS withdrawn_on, " STATE " AS state, c.rev AS rev FROM consent c" OF_CHILD("c")
		FOR_CHILD("c") " AND (:state IS NULL OR :state = " STATE ")"
			       " ORDER BY p.sort_key, c.pupil_id, c.purpose, c.from_on, c.id";
const struct sen_query sen_consent_list_query =
	SEN_LIST("consent-list", "Consents", consent_sql, consent_columns, "No consent is recorded.");

/* ---- Agencies ---- */
static const struct sen_column agency_columns[] = {
	ID("AG", "agency id"),
	COL("code", "Code", SEN_C_TEXT, 0, "a short word for it"),
	COL("name", "Agency", SEN_C_TEXT, SEN_COL_WIDE, "its name"),
	COL("professional", "Known there", SEN_C_TEXT, SEN_COL_PERSON, "the person the school knows"),
	COL("external", "Outside", SEN_C_BOOL, 0, "from outside the school or trust"),
	COL("phone", "Telephone", SEN_C_TEXT, 0, "telephone"),
	COL("email", "E-mail", SEN_C_TEXT, SEN_COL_QUIET, "e-mail"),
	COL("open", "Open", SEN_C_INT, SEN_COL_RIGHT, "referrals not closed"),
	COL("median_wait", "Median wait", SEN_C_INT, SEN_COL_RIGHT,
	    "days from sending to the child being seen or the report; the middle of those that came"),
	COL("rev", "Revision", SEN_C_INT, SEN_COL_QUIET, "for --if-rev"),
};
/* The first thing that came of it. */
#define CAME                                                                                   \
	"CASE WHEN f.seen_on IS NULL THEN f.report_on WHEN f.report_on IS NULL THEN f.seen_on" \
	" WHEN f.seen_on < f.report_on THEN f.seen_on ELSE f.report_on END"
#define DAYS "(" SQL_DAY("came") " - " SQL_DAY("sent_on") ")"
static const char agency_sql[] =
	"SELECT g.id AS id, g.code AS code, g.name AS name, g.professional AS professional, g.external AS "
	"external,"
	" g.phone AS phone, g.email AS email, (SELECT COUNT(*) FROM referral f WHERE f.agency_id = g.id"
	" AND f.voided_at IS NULL AND f.closed_on IS NULL) AS open,"
	" (SELECT CAST(AVG(m.days) AS INTEGER) FROM (SELECT w.days AS days, ROW_NUMBER() OVER (ORDER BY "
	"w.days) AS n,"
	" COUNT(*) OVER () AS total FROM (SELECT " DAYS " AS days FROM (SELECT f.sent_on AS sent_on, " CAME
	" AS came"
	" FROM referral f WHERE f.agency_id = g.id AND f.voided_at IS NULL AND f.sent_on IS NOT NULL"
	" AND (f.seen_on IS NOT NULL OR f.report_on IS NOT NULL)) x) w) m"
	" WHERE m.n IN ((m.total + 1) / 2, (m.total + 2) / 2)) AS median_wait, g.rev AS rev"
	" FROM agency g WHERE g.voided_at IS NULL AND " SQL_SCHOOL("g") " ORDER BY g.name, g.id";
const struct sen_query sen_agency_list_query =
	SEN_LIST("agency-list", "Agencies", agency_sql, agency_columns,
		 "No agencies yet. 'sendctl agency fill' adds those the "
		 "policy names.");

/* ---- Referrals ---- */
static const struct sen_column referral_columns[] = {
	ID("RF", "referral id"),
	CHILD,
	COL("agency_id", "Agency id", SEN_C_ID, SEN_COL_QUIET, "agency id"),
	COL("agency", "Agency", SEN_C_TEXT, 0, "its name"),
	COL("professional", "Who there", SEN_C_TEXT, SEN_COL_PERSON | SEN_COL_QUIET, "who deals with it"),
	COL("state", "Stands", SEN_C_TEXT, 0, "to send, waiting, accepted, seen, reported or closed"),
	COL("sent_on", "Sent", SEN_C_DATE, 0, "the day it was sent"),
	COL("days_waiting", "Days", SEN_C_INT, SEN_COL_RIGHT,
	    "days from sending until the child was seen or the report came, or until now"),
	COL("chase_on", "Chase", SEN_C_DATE, SEN_COL_QUIET, "the day agreed to ask"),
	COL("accepted_on", "Accepted", SEN_C_DATE, SEN_COL_QUIET, "the day it was accepted"),
	COL("seen_on", "Seen", SEN_C_DATE, 0, "the day the child was first seen"),
	COL("report_on", "Report", SEN_C_DATE, 0, "the day the report came"),
	COL("closed_on", "Closed", SEN_C_DATE, SEN_COL_QUIET, "the day it was closed"),
	COL("consent_id", "Consent", SEN_C_ID, SEN_COL_QUIET, "the consent it rests on"),
	COL("rev", "Revision", SEN_C_INT, SEN_COL_QUIET, "for --if-rev"),
};
static const char referral_sql[] =
	"SELECT x.*, CASE WHEN x.sent_on IS NULL THEN NULL ELSE " SQL_DAY("x.end_on") " - " SQL_DAY(
		"x.sent_on") " END AS days_waiting"
			     " FROM (SELECT f.id AS id, f.pupil_id AS pupil_id, " SQL_NAME
			     " AS pupil, e.class AS class, 'AG' ||"
			     " CAST(f.agency_id AS TEXT) AS agency_id, g.name AS agency, f.professional AS "
			     "professional,"
			     " CASE WHEN f.closed_on IS NOT NULL THEN 'closed' WHEN f.report_on IS NOT NULL "
			     "THEN 'reported'"
			     " WHEN f.seen_on IS NOT NULL THEN 'seen' WHEN f.accepted_on IS NOT NULL THEN "
			     "'accepted'"
			     " WHEN f.sent_on IS NOT NULL THEN 'waiting' ELSE 'to send' END AS state, "
			     "f.sent_on AS sent_on,"
			     " f.chase_on AS chase_on, f.accepted_on AS accepted_on, f.seen_on AS seen_on, "
			     "f.report_on AS report_on,"
			     " f.closed_on AS closed_on, 'CN' || CAST(f.consent_id AS TEXT) AS consent_id, "
			     "f.rev AS rev,"
			     " COALESCE(" CAME
			     ", f.closed_on, :day) AS end_on, p.sort_key AS sort_key FROM referral f"
			     " JOIN agency g ON g.id = f.agency_id" OF_CHILD("f") FOR_CHILD(
				     "f") " AND (:all = 1 OR f.closed_on IS NULL)"
					  " AND (:agency IS NULL OR f.agency_id = :agency)) x"
					  " ORDER BY x.sent_on IS NULL, x.sent_on, x.sort_key, x.id";
const struct sen_query sen_referral_list_query =
	SEN_LIST("referral-list", "Referrals", referral_sql, referral_columns, "No referral is open.");

/* ---- Actions ---- */
static const struct sen_column action_columns[] = {
	ID("A", "action id"),
	CHILD,
	COL("what", "What", SEN_C_TEXT, SEN_COL_WIDE, "what is to be done"),
	COL("who", "Who", SEN_C_TEXT, SEN_COL_PERSON, "who is to do it"),
	COL("due_on", "By", SEN_C_DATE, 0, "the day it is to be done by"),
	COL("state", "State", SEN_C_TEXT, SEN_COL_ALERT, "to do, overdue or done"),
	COL("record", "From", SEN_C_TEXT, 0, "the record it comes from"),
	COL("set_on", "Agreed", SEN_C_DATE, SEN_COL_QUIET, "the day it was agreed"),
	COL("done_on", "Done", SEN_C_DATE, SEN_COL_QUIET, "the day it was done"),
	COL("result", "What came of it", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_QUIET, "what came of it"),
	COL("rev", "Revision", SEN_C_INT, SEN_COL_QUIET, "for --if-rev"),
};
static const char action_sql[] =
	"SELECT a.id AS id, a.pupil_id AS pupil_id, " SQL_NAME " AS pupil, e.class AS class, a.what AS what,"
	" a.who AS who, a.due_on AS due_on, CASE WHEN a.done_on IS NOT NULL THEN 'done' WHEN a.due_on < :day "
	"THEN"
	" 'overdue' ELSE 'to do' END AS state, a.record AS record, a.set_on AS set_on, a.done_on AS done_on,"
	" a.result AS result, a.rev AS rev FROM action a" OF_CHILD("a")
		FOR_CHILD("a") " AND (:all = 1 OR a.done_on IS NULL) AND (:who IS NULL OR lower(a.who) LIKE "
			       "lower(:who))"
			       " ORDER BY a.due_on IS NULL, a.due_on, p.sort_key, a.id";
const struct sen_query sen_action_list_query =
	SEN_LIST("action-list", "Actions", action_sql, action_columns, "Nothing is left to do.");

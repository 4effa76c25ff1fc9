/* Conformance of EHC cases (R59 to R69): what no deadline says, because it was late and
 * is done, is a gap in the plan, or is a record that is not there. */
#include "model/ehc_sql.h"
#include "rules/conformance.h"
#include "rules/sql.h"

/* The open cases with a plan in force, of children on roll: x, p; v is the version. */
#define FINAL_VERSION                                                           \
	"(SELECT m.version" EHC_HAPPENED EHC_FINAL " AND m.version IS NOT NULL" \
	" ORDER BY m.happened_on DESC, m.id DESC LIMIT 1)"
#define IN_FORCE                                                                                \
	" FROM (SELECT x.id, x.pupil_id, " EHC_PLAN_SINCE " AS since, " FINAL_VERSION " AS v"   \
	" FROM ehc x WHERE x.voided_at IS NULL AND x.opened_on <= :day AND (x.ended_on IS NULL" \
	" OR x.ended_on > :day)) y JOIN pupil p ON p.id = y.pupil_id WHERE y.since IS NOT NULL" \
	" AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL
#define SUBJECT "'EH' || CAST(y.id AS TEXT) AS subject"
/* i: what stands in the version. */
#define STANDS(i, s)                                                                           \
	i ".pupil_id = y.pupil_id AND " i ".ehc_id = y.id AND " i ".voided_at IS NULL"         \
	  " AND " i ".section = '" s "' AND " i ".since <= y.v AND (" i ".until IS NULL OR " i \
	  ".until > y.v)"
#define ITEM(i, s) "EXISTS (SELECT 1 FROM ehc_item " i " WHERE " STANDS(i, s)
/* Of each need of Section B, that no row of the section serves: "B1, B3". */
#define UNSERVED(s)                                                                                          \
	"(SELECT COUNT(*) FROM ehc_item b WHERE " STANDS("b", "B") " AND NOT " ITEM(                         \
		"o", s) " AND ' ' || COALESCE(o.serves, '') || ' ' LIKE '% B' || CAST(b.number AS TEXT) || " \
			"' %'))"
#define COUNTED(n, one, many) "CAST(" n " AS TEXT) || CASE " n " WHEN 1 THEN '" one "' ELSE '" many "' END"
/* Not since the plan was last sent as final. */
#define NOT_SINCE_FINAL(event)                                                                           \
	"NOT EXISTS (SELECT 1 FROM milestone t WHERE t.pupil_id = y.pupil_id AND t.ehc_id = y.id AND"    \
	" t.event = '" event "' AND t.voided_at IS NULL AND t.happened_on >= (SELECT MAX(m.happened_on)" \
	" FROM milestone m WHERE m.pupil_id = y.pupil_id AND m.ehc_id = y.id AND m.voided_at IS NULL"    \
	" AND m.happened_on <= :day" EHC_FINAL "))"
#define CENSUS_E                                                                                            \
	"EXISTS (SELECT 1 FROM register_entry r WHERE r.pupil_id = p.id AND r.census = 'E' AND " SQL_HOLDS( \
		"r") ")"
/* An annual review held in the year before. */
#define ANNUAL                                                                                             \
	" FROM review w JOIN pupil p ON p.id = w.pupil_id WHERE w.kind = 'annual' AND w.voided_at IS NULL" \
	" AND w.held_on >= :year_ago AND w.held_on <= :day AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL
#define ASKED(column) \
	"EXISTS (SELECT 1 FROM invitation v WHERE v.review_id = w.id AND v.voided_at IS NULL" column ")"

static const struct sql_rule rules[] = {
	{"ehc-case-missing", "advice", NULL,
	 "has an EHC plan by the register, and no EHC case is kept: none of "
	 "its days is watched",
	 "sendctl ehcp add P%lld --final DATE",
	 "SELECT r.pupil_id, NULL AS detail, 'RG' || CAST(r.id AS TEXT) AS "
	 "subject FROM register_entry r"
	 " JOIN pupil p ON p.id = r.pupil_id WHERE r.census = 'E' "
	 "AND " SQL_HOLDS("r") " AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL " AND NOT EXISTS (SELECT 1 FROM "
						       "ehc x WHERE x.pupil_id = p.id"
						       " AND x.voided_at IS NULL AND (x.ended_on IS NULL OR "
						       "x.ended_on > :day))"},
	{"ehc-level", "law", "school census (EA 1996 s.537A)",
	 "an EHC plan is in force since %s, and the register does not say so",
	 "sendctl pupil level P%lld LEVEL",
	 "SELECT y.pupil_id, " DB_DAY("y.since") " AS detail, " SUBJECT IN_FORCE " AND NOT " CENSUS_E},
	{"ehc-plan-empty", "advice", NULL,
	 "nothing of Section F is on record: what the plan says cannot be "
	 "held against what is given",
	 "sendctl ehcp section P%lld F TEXT",
	 "SELECT y.pupil_id, NULL AS detail, " SUBJECT IN_FORCE " AND NOT " ITEM("f", "F") ")"},
	{"ehc-need-unmet", "law", "Code 9.69", "in Section B, %s without provision in Section F",
	 "sendctl ehcp check P%lld",
	 "SELECT z.pupil_id, " COUNTED(
		 "z.n", " need", " needs") " AS detail, z.subject FROM (SELECT "
					   "y.pupil_id, " SUBJECT
					   ", " UNSERVED("F") " AS n" IN_FORCE
							      " AND " ITEM("f", "F") ")) z WHERE z.n > 0"},
	{"ehc-need-no-outcome", "advice", NULL, "in Section B, %s without an outcome in Section E",
	 "sendctl ehcp check P%lld",
	 "SELECT z.pupil_id, " COUNTED(
		 "z.n", " need", " needs") " AS detail, z.subject FROM (SELECT "
					   "y.pupil_id, " SUBJECT
					   ", " UNSERVED("E") " AS n" IN_FORCE
							      " AND " ITEM("f", "E") ")) z WHERE z.n > 0"},
	{"ehc-provision-unused", "advice", NULL,
	 "of Section F, %s not given by any provision of the school that is "
	 "in use",
	 "sendctl ehcp delivery P%lld",
	 "SELECT z.pupil_id, " COUNTED(
		 "z.n", " part is",
		 " parts are") " AS detail, z.subject FROM (SELECT"
			       " y.pupil_id, " SUBJECT ", (SELECT COUNT(*) FROM ehc_item f "
			       "WHERE " STANDS("f", "F") " AND NOT EXISTS (SELECT 1 FROM "
							 "provision_pupil g WHERE "
							 "g.pupil_id = y.pupil_id "
							 "AND " SQL_HOLDS("g") " AND ' ' "
									       "|| "
									       "COALESCE("
									       "f."
									       "provisions"
									       ", '') || "
									       "' ' LIKE "
									       "'% G' || "
									       "CAST(g."
									       "provision_"
									       "id AS "
									       "TEXT) || "
									       "' %'))"
									       " AS "
									       "n" IN_FORCE " AND "
									       "y.since < "
									       ":weeks_"
									       "ago) z "
									       "WHERE z.n "
									       "> 0"},
	{"ehc-told-staff", "advice", NULL,
	 "staff were not told what Section F asks of them since the plan was "
	 "sent",
	 "sendctl ehcp told P%lld --who NAME",
	 "SELECT y.pupil_id, NULL AS detail, " SUBJECT IN_FORCE
	 " AND y.since < :weeks_ago AND " NOT_SINCE_FINAL("told-section-f")},
	{"ehc-agreement", "advice", NULL,
	 "the school asked for the assessment on %s, and no agreement of the "
	 "parents is on record",
	 "sendctl consent add P%lld --purpose ehc-request --by NAME",
	 "SELECT x.pupil_id, " DB_DAY(
		 "x.opened_on") " AS detail, 'EH' || CAST(x.id AS TEXT) AS "
				"subject FROM ehc x"
				" JOIN pupil p ON p.id = x.pupil_id WHERE "
				"x.voided_at IS NULL AND x.source = 'school' "
				"AND"
				" x.consent_id IS NULL AND x.opened_on >= "
				":year_ago AND x.opened_on <= :day AND NOT EXISTS (SELECT 1 FROM consent c "
				"WHERE c.pupil_id = x.pupil_id"
				" AND c.voided_at IS NULL AND c.purpose = 'ehc-request') "
				"AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL},
	{NULL, "law", NULL, "%s", NULL,
	 "SELECT d.pupil_id, CAST(" SQL_DAY("d.met_on") " - " SQL_DAY(
		 "d.due_"
		 "on") " AS TEXT) || CASE " SQL_DAY("d.met_on") " - " SQL_DAY("d.due_on") " WHEN 1 THEN ' "
											  "day' "
											  "ELSE ' days' END "
											  "|| "
											  "' late (' || "
											  "d.owner "
											  "|| '): ' || "
											  "d.what "
											  "AS detail, "
											  "d.subject,"
											  " d.rule || "
											  "'-late' "
											  "AS rule, d.cite, "
											  "'sendctl ehcp "
											  "timeline P' || "
											  "CAST(d.pupil_id "
											  "AS "
											  "TEXT) AS fix"
											  " FROM deadline d "
											  "JOIN pupil p ON "
											  "p.id "
											  "= d.pupil_id "
											  "WHERE "
											  "d.met_on > "
											  "d.due_on "
											  "AND d.met_on >= "
											  ":year_ago"
											  " AND d.basis = "
											  "'law' "
											  "AND d.lapses = 0 "
											  "AND "
											  "(d.subject LIKE "
											  "'EH%' OR "
											  "d.subject "
											  "LIKE 'AP%'"
											  " OR d.rule LIKE "
											  "'annual-review-%' "
											  "OR "
											  "d.rule LIKE "
											  "'amend%' "
											  "OR d.rule LIKE "
											  "'phase-transfer%')"
											  " AND NOT EXISTS "
											  "(SELECT 1 FROM "
											  "milestone e WHERE "
											  "e.pupil_id = "
											  "d.pupil_id AND "
											  "e.event = 'excuse'"
											  " AND e.rule = "
											  "d.rule "
											  "AND e.voided_at "
											  "IS "
											  "NULL) "
											  "AND " SQL_SCHOOL(
												  "d") " AND"
												       " " SQL_ON_ROLL
												       " ORDE"
												       "R "
												       "BY "
												       "d."
												       "due_"
												       "on, "
												       "d."
												       "id"},
	{"annual-review-uninvited", "law", "SEND Regs 2014 reg 20(2)",
	 "the annual review of %s: nobody of the local authority or of "
	 "health was invited",
	 "sendctl review invite P%lld --kind annual --all",
	 "SELECT w.pupil_id, " DB_DAY("w.held_on") " AS detail, 'R' || CAST(w.id AS TEXT) AS "
						   "subject" ANNUAL
						   " AND NOT " ASKED(" AND v.invited_on IS NOT NULL AND "
								     "v.role IN ('authority', 'agency', "
								     "'health')")},
	{"annual-review-no-advice", "law", "SEND Regs 2014 reg 20(4)",
	 "the annual review of %s: nobody was asked for advice beforehand", "sendctl review list P%lld",
	 "SELECT w.pupil_id, " DB_DAY("w.held_on") " AS detail, 'R' || CAST(w.id AS TEXT) AS "
						   "subject" ANNUAL
						   " AND NOT " ASKED(" AND (v.advice_asked_on IS NOT NULL "
								     "OR v.advice_received_on IS NOT "
								     "NULL)")},
	{"disclosure-consent", "law", "SEND Regs 2014 reg 17",
	 "shown or given outside the school on %s as with consent, and that "
	 "consent did not hold then",
	 "sendctl disclosure list P%lld",
	 "SELECT i.pupil_id, " DB_DAY("i.given_on") " AS detail, 'DI' || CAST(i.id AS TEXT) AS "
						    "subject FROM"
						    " disclosure i JOIN pupil p ON p.id = "
						    "i.pupil_id LEFT JOIN consent c ON c.id = "
						    "i.consent_id"
						    " WHERE i.voided_at IS NULL AND i.ground = "
						    "'consent' AND i.given_on <= :day AND (c.id "
						    "IS NULL"
						    " OR c.voided_at IS NOT NULL OR c.from_on > "
						    "i.given_on OR c.withdrawn_on <= i.given_on"
						    " OR c.expires_on <= i.given_on) "
						    "AND " SQL_SCHOOL("p") " AND " SQL_ON_ROLL},
};

int conformance_ehc(struct findings *all, struct sen_err *err)
{
	return conformance_rows(all, rules, SEN_COUNT(rules), err);
}

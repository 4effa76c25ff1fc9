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

/* Names for what the formatter would tear apart between strings. */
#define HERE SQL_SCHOOL("p") " AND " SQL_ON_ROLL
#define LEVEL_NOW SQL_HOLDS("r")
#define MEMBER_NOW SQL_HOLDS("g")
#define DAYS_LATE "(" SQL_DAY("d.met_on") " - " SQL_DAY("d.due_on") ")"
#define LATE_BY DAYS_LATE " || CASE " DAYS_LATE " WHEN 1 THEN ' day' ELSE ' days' END"
#define SINCE DB_DAY("y.since")
#define SENT DB_DAY("x.opened_on")
#define HELD DB_DAY("w.held_on")
#define GIVEN DB_DAY("i.given_on")
#define ANY_F ITEM("f", "F") ")"
#define NO_PROVISION UNSERVED("F")
#define NO_OUTCOME UNSERVED("E")
#define NEEDS COUNTED("z.n", " need", " needs")
#define PARTS COUNTED("z.n", " part is", " parts are")
#define OF_F STANDS("f", "F")
#define NOBODY_TOLD NOT_SINCE_FINAL("told-section-f")
#define INVITED ASKED(" AND v.invited_on IS NOT NULL AND v.role IN ('authority', 'agency', 'health')")
#define ADVISED ASKED(" AND (v.advice_asked_on IS NOT NULL OR v.advice_received_on IS NOT NULL)")
#define OF_REVIEW " AS detail, 'R' || CAST(w.id AS TEXT) AS subject"

static const char case_missing[] =
	"SELECT r.pupil_id, NULL AS detail, 'RG' || CAST(r.id AS TEXT) AS subject FROM register_entry r"
	" JOIN pupil p ON p.id = r.pupil_id WHERE r.census = 'E' AND " LEVEL_NOW " AND " HERE
	" AND " EHC_NO_CASE;
static const char level_other[] =
	"SELECT y.pupil_id, " SINCE " AS detail, " SUBJECT IN_FORCE " AND NOT " CENSUS_E;
static const char plan_empty[] = "SELECT y.pupil_id, NULL AS detail, " SUBJECT IN_FORCE " AND NOT " ANY_F;
static const char need_unmet[] =
	"SELECT z.pupil_id, " NEEDS " AS detail, z.subject FROM (SELECT y.pupil_id, " SUBJECT
	", " NO_PROVISION " AS n" IN_FORCE " AND " ANY_F ") z WHERE z.n > 0";
static const char need_no_outcome[] =
	"SELECT z.pupil_id, " NEEDS " AS detail, z.subject FROM (SELECT y.pupil_id, " SUBJECT ", " NO_OUTCOME
	" AS n" IN_FORCE " AND " ANY_F ") z WHERE z.n > 0";
static const char provision_unused[] =
	"SELECT z.pupil_id, " PARTS " AS detail, z.subject FROM (SELECT y.pupil_id, " SUBJECT
	", (SELECT COUNT(*) FROM ehc_item f WHERE " OF_F " AND NOT EXISTS (SELECT 1 FROM provision_pupil g"
	" WHERE g.pupil_id = y.pupil_id AND " MEMBER_NOW " AND ' ' || COALESCE(f.provisions, '') || ' ' LIKE"
	" '% G' || CAST(g.provision_id AS TEXT) || ' %')) AS n" IN_FORCE " AND y.since < :weeks_ago) z"
	" WHERE z.n > 0";
static const char staff_untold[] =
	"SELECT y.pupil_id, NULL AS detail, " SUBJECT IN_FORCE " AND y.since < :weeks_ago AND " NOBODY_TOLD;
static const char no_agreement[] =
	"SELECT x.pupil_id, " SENT " AS detail, 'EH' || CAST(x.id AS TEXT) AS subject FROM ehc x JOIN pupil p"
	" ON p.id = x.pupil_id WHERE x.voided_at IS NULL AND x.source = 'school' AND x.consent_id IS NULL"
	" AND x.opened_on >= :year_ago AND x.opened_on <= :day AND NOT EXISTS (SELECT 1 FROM consent c WHERE"
	" c.pupil_id = x.pupil_id AND c.voided_at IS NULL AND c.purpose = 'ehc-request') AND " HERE;
/* Met late, and not excused; a latest safe day is none the law sets. */
static const char late[] =
	"SELECT d.pupil_id, " LATE_BY " || ' late (' || d.owner || '): ' || d.what AS detail, d.subject,"
	" d.rule || '-late' AS rule, d.cite, 'sendctl ehcp timeline P' || CAST(d.pupil_id AS TEXT) AS fix"
	" FROM deadline d JOIN pupil p ON p.id = d.pupil_id WHERE d.met_on > d.due_on AND d.met_on >= "
	":year_ago"
	" AND d.basis = 'law' AND d.lapses = 0 AND (d.subject LIKE 'EH%' OR d.subject LIKE 'AP%'"
	" OR d.rule LIKE 'annual-review-%' OR d.rule LIKE 'amend%' OR d.rule LIKE 'phase-transfer%')"
	" AND d.rule NOT IN ('annual-review-meeting', 'phase-transfer-meeting', 'phase-transfer-notice')"
	" AND NOT EXISTS (SELECT 1 FROM milestone e WHERE e.pupil_id = d.pupil_id AND e.event = 'excuse'"
	" AND e.rule = d.rule AND e.voided_at IS NULL) AND " HERE " ORDER BY d.due_on, d.id";
static const char uninvited[] = "SELECT w.pupil_id, " HELD OF_REVIEW ANNUAL " AND NOT " INVITED;
static const char unadvised[] = "SELECT w.pupil_id, " HELD OF_REVIEW ANNUAL " AND NOT " ADVISED;
static const char consent_void[] =
	"SELECT i.pupil_id, " GIVEN " AS detail, 'DI' || CAST(i.id AS TEXT) AS subject FROM disclosure i"
	" JOIN pupil p ON p.id = i.pupil_id LEFT JOIN consent c ON c.id = i.consent_id WHERE i.voided_at IS"
	" NULL AND i.ground = 'consent' AND i.given_on <= :day AND (c.id IS NULL OR c.voided_at IS NOT NULL"
	" OR c.from_on > i.given_on OR c.withdrawn_on <= i.given_on OR c.expires_on <= i.given_on) AND " HERE;

static const struct sql_rule rules[] = {
	{"ehc-case-missing", "advice", NULL,
	 "has an EHC plan by the register, and no EHC case is kept: none of its days is watched",
	 "sendctl ehcp add P%lld --final DATE", case_missing},
	{"ehc-level", "law", "school census (EA 1996 s.537A)",
	 "an EHC plan is in force since %s, and the register does not say so",
	 "sendctl pupil level P%lld LEVEL --reason TEXT", level_other},
	{"ehc-plan-empty", "advice", NULL,
	 "nothing of Section F is on record: what the plan says cannot be held against what is given",
	 "sendctl ehcp read P%lld FILE", plan_empty},
	{"ehc-need-unmet", "law", "Code 9.69", "in Section B, %s without provision in Section F",
	 "sendctl ehcp check P%lld", need_unmet},
	{"ehc-need-no-outcome", "advice", NULL, "in Section B, %s without an outcome in Section E",
	 "sendctl ehcp check P%lld", need_no_outcome},
	{"ehc-provision-unused", "advice", NULL,
	 "of Section F, %s not given by any provision of the school that is in use",
	 "sendctl ehcp delivery P%lld", provision_unused},
	{"ehc-told-staff", "advice", NULL,
	 "staff were not told what Section F asks of them since the plan was sent",
	 "sendctl ehcp told P%lld --who NAME", staff_untold},
	{"ehc-agreement", "advice", NULL,
	 "the school asked for the assessment on %s, and no agreement of the parents is on record",
	 "sendctl consent add P%lld --purpose ehc-request --by NAME", no_agreement},
	{NULL, "law", NULL, "%s", NULL, late},
	{"annual-review-uninvited", "law", "SEND Regs 2014 reg 20(2)",
	 "the annual review of %s: nobody of the local authority or of health was invited",
	 "sendctl review list P%lld", uninvited},
	{"annual-review-no-advice", "law", "SEND Regs 2014 reg 20(4)",
	 "the annual review of %s: nobody was asked for advice beforehand", "sendctl review list P%lld",
	 unadvised},
	{"disclosure-consent", "law", "SEND Regs 2014 reg 17",
	 "shown or given outside the school on %s as with consent, and that consent did not hold then",
	 "sendctl disclosure list P%lld", consent_void},
};

int conformance_ehc(struct findings *all, struct sen_err *err)
{
	return conformance_rows(all, rules, SEN_COUNT(rules), err);
}

/* Pieces of SQL that the answers about EHC cases share: x is a case, on :day. */
#ifndef MODEL_EHC_SQL_H
#define MODEL_EHC_SQL_H

#include "model/model.h"

/* What happened in the case by then: m. */
#define EHC_HAPPENED                                                          \
	" FROM milestone m WHERE m.pupil_id = x.pupil_id AND m.ehc_id = x.id" \
	" AND m.voided_at IS NULL AND m.happened_on <= :day"
/* The stage by its code, from the last thing that happened. */
#define EHC_STAGE                                                                                            \
	"CASE WHEN x.ended_on <= :day THEN x.ended_as ELSE COALESCE((SELECT CASE m.event"                    \
	" WHEN 'request-received' THEN 'received' WHEN 'assess-decision' THEN"                               \
	" CASE m.result WHEN 'refuse' THEN 'refused' ELSE 'assessing' END"                                   \
	" WHEN 'no-plan-notice' THEN 'no-plan' WHEN 'draft-served' THEN 'draft' WHEN 'draft-copy'"           \
	" THEN 'draft'"                                                                                      \
	" WHEN 'review-decision' THEN CASE m.result WHEN 'amend' THEN 'amend' WHEN 'cease' THEN 'ceasing'"   \
	" ELSE 'plan' END WHEN 'amendments-sent' THEN 'amending' WHEN 'reassess-started' THEN 'reassessing'" \
	" WHEN 'withdrawn' THEN 'withdrawn' ELSE 'plan' END" EHC_HAPPENED                                    \
	" AND m.event IN ('request-received', 'assess-decision', 'no-plan-notice', 'draft-served', "         \
	"'draft-copy',"                                                                                      \
	" 'final-plan', 'review-decision', 'amendments-sent', 'amended-final', 'reassess-started',"          \
	" 'withdrawn') ORDER BY m.happened_on DESC, m.id DESC LIMIT 1), CASE WHEN x.source IS NULL THEN"     \
	" 'plan' ELSE 'sent' END) END"
#define EHC_STAGE_NAME(stage)                                                                             \
	"CASE " stage " WHEN 'sent' THEN 'Requested, receipt unknown'"                                    \
	" WHEN 'received' THEN 'Requested, decision awaited'"                                             \
	" WHEN 'assessing' THEN 'Being assessed' WHEN 'draft' THEN 'Draft plan'"                          \
	" WHEN 'plan' THEN 'Plan in force' WHEN 'amend' THEN 'Plan to be amended'"                        \
	" WHEN 'amending' THEN 'Amendments proposed' WHEN 'ceasing' THEN 'Plan to cease, time to appeal'" \
	" WHEN 'reassessing' THEN 'Plan in force, re-assessment'"                                         \
	" WHEN 'refused' THEN 'Assessment refused' WHEN 'no-plan' THEN 'No plan issued'"                  \
	" WHEN 'withdrawn' THEN 'Request withdrawn' WHEN 'ceased' THEN 'Plan ceased'"                     \
	" WHEN 'left' THEN 'Left the school' ELSE " stage " END"
/* The same as `ehcp list` has it: the course of a case. */
#define EHC_COURSE(stage)                                                          \
	"CASE WHEN " stage " IN ('sent', 'received') THEN 'requested' WHEN " stage \
	" = 'draft' THEN 'drafting' WHEN " stage                                   \
	" IN ('amend', 'amending', 'ceasing', 'reassessing') THEN 'plan' ELSE " stage " END"
/* The first and the last day a plan was sent as final; the version that stands, else
 * the newest draft. */
#define EHC_FINAL " AND m.event IN ('final-plan', 'amended-final')"
#define EHC_PLAN_SINCE "(SELECT MIN(m.happened_on)" EHC_HAPPENED EHC_FINAL ")"
#define EHC_VERSION                                                                                 \
	"(SELECT m.version" EHC_HAPPENED " AND m.version IS NOT NULL ORDER BY CASE WHEN m.event IN" \
	" ('final-plan', 'amended-final') THEN 0 ELSE 1 END, m.happened_on DESC, m.id DESC LIMIT 1)"
/* d: a deadline of the clock of a case: the case itself, or its annual reviews. */
#define EHC_CLOCK                                                                  \
	"(d.subject = 'EH' || CAST(x.id AS TEXT) OR d.rule LIKE 'annual-review-%'" \
	" OR d.rule LIKE 'phase-transfer%' OR d.rule LIKE 'amend%')"
#define EHC_OPEN " d.met_on IS NULL AND (d.lapses = 0 OR d.due_on >= :day)"
#define EHC_NEXT                                                                                    \
	"(SELECT d.id FROM deadline d WHERE d.pupil_id = x.pupil_id AND" EHC_OPEN " AND " EHC_CLOCK \
	" ORDER BY d.due_on, d.id LIMIT 1)"
#define EHC_DUE(what)                                                                              \
	"(SELECT MIN(d.due_on) FROM deadline d WHERE d.pupil_id = x.pupil_id AND d.met_on IS NULL" \
	" AND d.rule = '" what "')"

/* The child has no case on :day; p is the pupil. */
#define EHC_NO_CASE                                               \
	"NOT EXISTS (SELECT 1 FROM ehc x WHERE x.pupil_id = p.id" \
	" AND x.voided_at IS NULL AND (x.ended_on IS NULL OR x.ended_on > :day))"

/* A list of codes as the rows of a sen_code_row, and as the branches of a CASE. */
#define EHC_ROW(code, words) {code, words},
#define EHC_WHEN(code, words) " WHEN '" code "' THEN '" words "'"

/* reg 12(1) */
#define EHC_SECTIONS(X)                                               \
	X("A", "Views, interests and aspirations")                    \
	X("B", "Special educational needs")                           \
	X("C", "Health needs")                                        \
	X("D", "Social care needs")                                   \
	X("E", "Outcomes")                                            \
	X("F", "Special educational provision")                       \
	X("G", "Health provision")                                    \
	X("H1", "Social care provision under s.2 of the Act of 1970") \
	X("H2", "Other social care provision")                        \
	X("I", "Placement")                                           \
	X("J", "Personal budget")                                     \
	X("K", "Advice and information")

/* What a tribunal orders, or the authority will do. */
#define EHC_ORDER_EVENTS "'order', 'unopposed', 'complied'"
#define EHC_ORDERS(X)                                \
	X("assess", "to assess")                     \
	X("draft", "to make a plan")                 \
	X("final", "to send the final plan")         \
	X("amend", "to amend the plan")              \
	X("school", "to name the school")            \
	X("maintain", "to keep the plan")            \
	X("no-plan", "no plan after the assessment") \
	X("dismissed", "dismissed")
#define EHC_ORDER_WORDS "': ' || CASE result" EHC_ORDERS(EHC_WHEN) " ELSE result END"

#endif

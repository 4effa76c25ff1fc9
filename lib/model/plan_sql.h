/* Pieces of SQL that the answers about plans and targets share: x is a plan, t a
 * target. */
#ifndef MODEL_PLAN_SQL_H
#define MODEL_PLAN_SQL_H

#include "model/model.h"

/* As it stood on :day. */
#define PLAN_STATE                                                                                \
	"CASE WHEN x.voided_at IS NOT NULL THEN 'removed' WHEN x.closed_on <= :day THEN 'closed'" \
	" WHEN x.agreed_on <= :day THEN 'agreed' ELSE 'draft' END"
#define PLAN_OPEN "x.voided_at IS NULL AND x.made_on <= :day AND (x.closed_on IS NULL OR x.closed_on > :day)"
/* A short-term target without a day of its own is due when the plan is reviewed. */
#define TARGET_DUE "coalesce(t.due_on, CASE WHEN t.horizon = 'short' THEN x.review_on END)"
/* A draft beside the agreed plan it is to follow: not what is worked on now. */
#define PLAN_WAITS                                                                             \
	"(x.agreed_on IS NULL OR x.agreed_on > :day) AND EXISTS (SELECT 1 FROM plan w WHERE"   \
	" w.pupil_id = x.pupil_id AND w.kind = x.kind AND w.voided_at IS NULL AND w.agreed_on" \
	" <= :day AND (w.closed_on IS NULL OR w.closed_on > :day))"
/* Each target and what it was in earlier versions of its cycle: marks on any of
 * them are its own.  `seed` says which targets: "t.plan_id = :parent". */
#define TARGET_LINES(seed)                                                                                   \
	"WITH RECURSIVE line(of_id, id, before_id, cycle, kind) AS (SELECT t.id, t.id, t.before_id,"         \
	" x.cycle, x.kind FROM target t JOIN plan x ON x.id = t.plan_id WHERE t.voided_at IS NULL AND " seed \
	" UNION ALL SELECT l.of_id, b.id, b.before_id, l.cycle, l.kind FROM line l"                          \
	" JOIN target b ON b.id = l.before_id JOIN plan y ON y.id = b.plan_id"                               \
	" WHERE y.cycle = l.cycle AND y.kind = l.kind)"
/* The id of the latest mark with a result of target t in plan x: one at a time, as
 * its versions are few. */
#define TARGET_LATEST                                                                                  \
	"(WITH RECURSIVE own(id, before_id) AS (SELECT t.id, t.before_id UNION ALL SELECT b.id,"       \
	" b.before_id FROM own v JOIN target b ON b.id = v.before_id JOIN plan y ON y.id = b.plan_id"  \
	" WHERE y.cycle = x.cycle AND y.kind = x.kind) SELECT m.id FROM own v JOIN progress m"         \
	" ON m.target_id = v.id WHERE m.voided_at IS NULL AND m.result IS NOT NULL AND m.marked_on <=" \
	" :day ORDER BY m.marked_on DESC, m.id DESC LIMIT 1)"

#endif

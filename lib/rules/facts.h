/* Shared by the files of facts: a deadline as it is kept, a school's dates. */
#ifndef RULES_FACTS_H
#define RULES_FACTS_H

#include "rules/rules.h"

/* A kind of record of a child, and where its rows and their number go. */
struct fact_kind {
	const struct sen_record *kind;
	size_t items, count; /* offsets */
};
#define FACT_IN(type, record, member, counter)                             \
	{                                                                  \
		&(record), offsetof(type, member), offsetof(type, counter) \
	}
/* One child's rows that stand, by id, into the struct that the offsets are of; on the
 * store's arena. */
int facts_of_child(struct sen_store *store, int64_t pupil_id, const struct fact_kind *some, size_t count,
		   void *out, struct sen_err *err) SEN_MUST_CHECK;

/* Of a child with a case: what of Section I names another school than the child's, into
 * settings; on the arena. */
int facts_settings(struct sen_store *store, struct sen_arena *arena, struct sen_facts *out,
		   struct sen_err *err) SEN_MUST_CHECK;

/* Columns of a deadline d, in the order that facts_kept_row reads. */
#define KEPT_COLUMNS                                                                               \
	" d.pupil_id, d.id, d.rule, d.subject, d.cycle, d.starts_on, d.due_on, d.met_on, d.owner," \
	" d.basis, d.cite, d.what, d.fix, d.lapses"
/* Adds the row to `kept`, all but the first two columns. */
void facts_kept_row(struct sen_arena *arena, struct db_stmt *stmt, struct sen_owed *kept);
/* Terms of a school of the file, also when it is not the one chosen. */
int facts_calendar(struct sen_store *store, int64_t school, const struct sen_calendar **out,
		   struct sen_err *err) SEN_MUST_CHECK;

#endif

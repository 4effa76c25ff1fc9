/* Reads the facts of many children in one pass: cursors ordered by pupil_id,
 * merged, so that a hundred thousand children cost a few table scans. A child
 * with no facts and no kept deadline is never looked at. */
#include "rules/facts.h"

#include <string.h>

/* More children than this: reading whole tables beats looking each one up. */
#define MANY 2000

struct cursor {
	struct db_stmt *stmt;
	int column;    /* of pupil_id */
	int64_t pupil; /* of the row it stands on; INT64_MAX at the end */
};

#define FACT(record, member, counter) FACT_IN(struct sen_facts, record, member, counter)
/* Kinds that are few: read whole, by their field table. */
static const struct fact_kind kinds[] = {
	FACT(sen_concern_step_record, steps, step_count),
	FACT(sen_tried_record, tried, tried_count),
	FACT(sen_review_record, reviews, review_count),
	FACT(sen_consent_record, consents, consent_count),
	FACT(sen_referral_record, referrals, referral_count),
	FACT(sen_action_record, actions, action_count),
	FACT(sen_weighing_record, weighings, weighing_count),
	FACT(sen_document_record, documents, document_count),
	FACT(sen_timetable_record, timetables, timetable_count),
	FACT(sen_transfer_record, transfers, transfer_count),
	FACT(sen_given_record, givens, given_count),
	FACT(sen_plan_record, plans, plan_count),
	FACT(sen_profile_record, profiles, profile_count),
	FACT(sen_invitation_record, invitations, invitation_count),
	FACT(sen_equipment_record, equipment, equipment_count),
	FACT(sen_topup_record, topups, topup_count),
	FACT(sen_ehc_record, ehcs, ehc_count),
	FACT(sen_milestone_record, milestones, milestone_count),
	FACT(sen_appeal_record, appeals, appeal_count),
	FACT(sen_complaint_record, complaints, complaint_count),
};
enum { REGISTER, CONCERN, KEPT, TOUCHED, KINDS, CURSORS = KINDS + SEN_COUNT(kinds) };
static const char all_tail[] = " WHERE voided_at IS NULL AND pupil_id IS NOT NULL ORDER BY pupil_id, id";
static const char few_tail[] = " WHERE voided_at IS NULL AND pupil_id IN (SELECT pupil_id FROM touched)"
			       " ORDER BY pupil_id, id";

struct school_facts {
	int64_t id;
	sen_date adopted_on;
	const char *top_year;
	const struct sen_calendar *calendar;
};

struct facts {
	struct sen_store *store;
	struct sen_arena *arena; /* of the child in hand */
	struct sen_mark mark;
	struct cursor cursors[CURSORS];
	struct school_facts *schools;
	size_t school_count;
};

#define REGISTER_COLUMNS \
	" r.pupil_id, r.id, r.policy_id, r.level, r.census, r.kind, r.from_on, r.until_on, r.told_on"
/* Of long texts, only that they are there. */
#define CONCERN_COLUMNS                                                                      \
	" c.pupil_id, c.id, c.opened_on, c.review_on, c.closed_on, c.reopened_on, c.source," \
	" CASE WHEN c.causes IS NULL THEN NULL ELSE '' END,"                                 \
	" CASE WHEN c.shortened IS NULL THEN NULL ELSE '' END, c.handed_on"
static const char *const all_sql[KINDS] = {
	"SELECT" REGISTER_COLUMNS " FROM register_entry r WHERE r.voided_at IS NULL ORDER BY r.pupil_id",
	"SELECT" CONCERN_COLUMNS " FROM concern c WHERE c.voided_at IS NULL ORDER BY c.pupil_id",
	"SELECT" KEPT_COLUMNS " FROM deadline d WHERE d.pupil_id IS NOT NULL ORDER BY d.pupil_id",
	"SELECT t.pupil_id FROM touched t ORDER BY t.pupil_id",
};
static const char *const few_sql[KINDS] = {
	"SELECT" REGISTER_COLUMNS " FROM touched t CROSS JOIN register_entry r"
	" WHERE r.pupil_id = t.pupil_id AND r.voided_at IS NULL ORDER BY t.pupil_id",
	"SELECT" CONCERN_COLUMNS " FROM touched t CROSS JOIN concern c"
	" WHERE c.pupil_id = t.pupil_id AND c.voided_at IS NULL ORDER BY t.pupil_id",
	"SELECT" KEPT_COLUMNS " FROM touched t CROSS JOIN deadline d"
	" WHERE d.pupil_id = t.pupil_id ORDER BY t.pupil_id",
	NULL,
};

static int advance(struct cursor *cursor, struct sen_err *err)
{
	int rc;

	if (!cursor->stmt || cursor->pupil == INT64_MAX)
		return 0;
	rc = db_step(cursor->stmt, err);
	if (rc < 0)
		return rc;
	cursor->pupil = rc ? db_col_int(cursor->stmt, cursor->column) : INT64_MAX;
	return 0;
}

static int load_schools(struct facts *facts, struct sen_err *err)
{
	struct sen_arena *arena = facts->store->arena;
	DB_STMT *stmt = NULL;
	size_t cap = 0;
	int rc = db_prepare(facts->store->db, "SELECT id, adopted_on, top_year FROM school ORDER BY id",
			    &stmt, err);

	while (rc == 0 && (rc = db_step(stmt, err)) == 1) {
		struct school_facts *school = SEN_PUSH(arena, facts->schools, facts->school_count, cap);

		*school = (struct school_facts){.id = db_col_int(stmt, 0),
						.adopted_on = db_col_date(stmt, 1),
						.top_year = sen_strdup(arena, db_col_text(stmt, 2, NULL))};
		rc = 0;
	}
	return rc;
}

static int open_kinds(struct facts *facts, bool few, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < SEN_COUNT(kinds) && rc == 0; i++) {
		struct cursor *cursor = &facts->cursors[KINDS + i];

		cursor->pupil = INT64_MIN;
		rc = record_select(facts->store, kinds[i].kind, few ? few_tail : all_tail, &cursor->stmt,
				   err);
		if (rc == 0) {
			cursor->column = db_col_find(cursor->stmt, "pupil_id");
			rc = advance(cursor, err);
		}
	}
	return rc;
}

int facts_open(struct sen_store *store, enum facts_which which, struct facts **out, struct sen_err *err)
{
	struct facts *facts = sen_alloc(store->arena, sizeof(*facts));
	bool few = which == FACTS_TOUCHED && store->touched <= MANY;
	int rc;

	facts->store = store;
	facts->arena = sen_arena_new();
	facts->mark = sen_arena_mark(facts->arena);
	*out = facts;
	rc = load_schools(facts, err);
	for (int i = 0; i < KINDS && rc == 0; i++) {
		const char *sql = few ? few_sql[i] : all_sql[i];
		struct cursor *cursor = &facts->cursors[i];

		cursor->pupil = INT64_MIN;
		if (i == TOUCHED && (few || which == FACTS_ALL))
			continue;
		if ((rc = db_prepare(store->db, sql, &cursor->stmt, err)) == 0)
			rc = advance(cursor, err);
	}
	if (rc == 0)
		rc = open_kinds(facts, few, err);
	if (rc) {
		facts_close(facts);
		*out = NULL;
	}
	return rc;
}

void facts_close(struct facts *facts)
{
	if (!facts)
		return;
	for (size_t i = 0; i < CURSORS; i++)
		db_finalize(facts->cursors[i].stmt);
	sen_arena_free(facts->arena);
}

/* The terms of the child's school, read once a command. */
static int school_of(struct facts *facts, int64_t id, struct school_facts **out, struct sen_err *err)
{
	struct school_facts *school = NULL;

	for (size_t i = 0; i < facts->school_count; i++)
		if (facts->schools[i].id == id)
			school = &facts->schools[i];
	if (!school)
		return sen_fail(err, SEN_FILE, "a child's school is not in the records file");
	*out = school;
	return school->calendar ? 0 : facts_calendar(facts->store, id, &school->calendar, err);
}

static int read_pupil(struct facts *facts, struct sen_facts *out, const struct sen_calendar **calendar,
		      bool *stands, struct sen_err *err)
{
	static const char sql[] = "SELECT school_id, dob, admitted_on, left_on, died_on, voided_at FROM pupil"
				  " WHERE id = :id";
	struct school_facts *school = NULL;
	struct db_stmt *stmt;
	int rc = db_cached(facts->store->db, sql, &stmt, err);

	if (rc)
		return rc;
	db_bind_int_at(stmt, 1, out->pupil_id);
	rc = db_step(stmt, err);
	if (rc == 0)
		rc = sen_fail(err, SEN_FILE, "a record's child is not in the records file");
	if (rc < 0)
		return rc;
	out->school_id = db_col_int(stmt, 0);
	out->dob = db_col_date(stmt, 1);
	out->admitted_on = db_col_date(stmt, 2);
	out->left_on = db_col_date(stmt, 3);
	out->died_on = db_col_date(stmt, 4);
	*stands = db_col_null(stmt, 5);
	db_reset(stmt);
	if ((rc = school_of(facts, out->school_id, &school, err)) < 0)
		return rc;
	out->adopted_on = school->adopted_on;
	out->top_year = school->top_year;
	*calendar = school->calendar;
	return 0;
}

static const char *text_at(struct facts *facts, struct db_stmt *stmt, int col)
{
	return sen_strdup(facts->arena, db_col_text(stmt, col, NULL));
}

static int by_from(const void *a, const void *b)
{
	const struct sen_register_entry *x = a, *y = b;

	if (x->from_on != y->from_on)
		return x->from_on < y->from_on ? -1 : 1;
	return x->head.id < y->head.id ? -1 : x->head.id > y->head.id;
}

static int read_register(struct facts *facts, struct sen_facts *out, struct sen_err *err)
{
	struct cursor *cursor = &facts->cursors[REGISTER];
	struct sen_register_entry *items = NULL;
	size_t n = 0, cap = 0;
	int rc = 0;

	while (rc == 0 && cursor->pupil == out->pupil_id) {
		struct sen_register_entry *entry = SEN_PUSH(facts->arena, items, n, cap);

		sen_record_blank(&sen_register_record, entry);
		entry->pupil_id = cursor->pupil;
		entry->head.id = db_col_int(cursor->stmt, 1);
		entry->policy_id = db_col_int(cursor->stmt, 2);
		entry->level = text_at(facts, cursor->stmt, 3);
		entry->census = text_at(facts, cursor->stmt, 4);
		entry->kind = text_at(facts, cursor->stmt, 5);
		entry->from_on = db_col_date(cursor->stmt, 6);
		entry->until_on = db_col_date(cursor->stmt, 7);
		entry->told_on = db_col_date(cursor->stmt, 8);
		rc = advance(cursor, err);
	}
	if (n > 1)
		qsort(items, n, sizeof(*items), by_from);
	out->register_entries = items;
	out->register_count = n;
	return rc;
}

static int read_concerns(struct facts *facts, struct sen_facts *out, struct sen_err *err)
{
	struct cursor *cursor = &facts->cursors[CONCERN];
	struct sen_concern *items = NULL;
	size_t n = 0, cap = 0;
	int rc = 0;

	while (rc == 0 && cursor->pupil == out->pupil_id) {
		struct sen_concern *concern = SEN_PUSH(facts->arena, items, n, cap);

		sen_record_blank(&sen_concern_record, concern);
		concern->pupil_id = cursor->pupil;
		concern->head.id = db_col_int(cursor->stmt, 1);
		concern->opened_on = db_col_date(cursor->stmt, 2);
		concern->review_on = db_col_date(cursor->stmt, 3);
		concern->closed_on = db_col_date(cursor->stmt, 4);
		concern->reopened_on = db_col_date(cursor->stmt, 5);
		concern->source = text_at(facts, cursor->stmt, 6);
		concern->causes = text_at(facts, cursor->stmt, 7);
		concern->shortened = text_at(facts, cursor->stmt, 8);
		concern->handed_on = db_col_date(cursor->stmt, 9);
		rc = advance(cursor, err);
	}
	out->concerns = items;
	out->concern_count = n;
	return rc;
}

static int read_kind(struct facts *facts, size_t i, struct sen_facts *out, struct sen_err *err)
{
	const struct fact_kind *fact = &kinds[i];
	struct cursor *cursor = &facts->cursors[KINDS + i];
	char *items = NULL;
	size_t n = 0, cap = 0;
	int rc = 0;

	while (rc == 0 && cursor->pupil == out->pupil_id) {
		items = sen_grow(facts->arena, items, n, &cap, fact->kind->size);
		rc = record_read(cursor->stmt, fact->kind, items + n * fact->kind->size, facts->arena, err);
		n++;
		if (rc == 0)
			rc = advance(cursor, err);
	}
	memcpy((char *)out + fact->items, &items, sizeof(items));
	memcpy((char *)out + fact->count, &n, sizeof(n));
	return rc;
}

static int read_kept(struct facts *facts, int64_t pupil, struct sen_owed *kept, int64_t **ids,
		     struct sen_err *err)
{
	struct cursor *cursor = &facts->cursors[KEPT];
	size_t id_count = 0, id_cap = 0;
	int rc = 0;

	*kept = (struct sen_owed){.arena = facts->arena};
	*ids = NULL;
	while (rc == 0 && cursor->pupil == pupil) {
		*SEN_PUSH(facts->arena, *ids, id_count, id_cap) = db_col_int(cursor->stmt, 1);
		facts_kept_row(facts->arena, cursor->stmt, kept);
		rc = advance(cursor, err);
	}
	return rc;
}

/* The next child any cursor stands on. */
static int64_t lowest(const struct facts *facts)
{
	int64_t low = INT64_MAX;

	for (size_t i = 0; i < CURSORS; i++)
		if (i != TOUCHED && facts->cursors[i].pupil < low)
			low = facts->cursors[i].pupil;
	return low;
}

static int skip(struct facts *facts, int64_t pupil, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < CURSORS; i++)
		while (rc == 0 && i != TOUCHED && facts->cursors[i].pupil == pupil)
			rc = advance(&facts->cursors[i], err);
	return rc;
}

static int next_child(struct facts *facts, int64_t *pupil, struct sen_err *err)
{
	struct cursor *touched = &facts->cursors[TOUCHED];
	int rc = 0;

	while (rc == 0 && (*pupil = lowest(facts)) != INT64_MAX) {
		while (rc == 0 && touched->stmt && touched->pupil < *pupil)
			rc = advance(touched, err);
		if (rc == 0 && (!touched->stmt || touched->pupil == *pupil))
			return 1;
		if (rc == 0)
			rc = skip(facts, *pupil, err);
	}
	return rc;
}

/* Year groups, of the few children with an EHC case: the move to the next phase hangs
 * on them. */
static int read_enrolments(struct facts *facts, struct sen_facts *out, struct sen_err *err)
{
	static const char sql[] = "SELECT id, year, from_on, until_on, known_by FROM enrolment"
				  " WHERE pupil_id = :pupil AND voided_at IS NULL"
				  " ORDER BY from_on IS NOT NULL, from_on, id";
	struct sen_enrolment *items = NULL;
	struct db_stmt *stmt;
	size_t cap = 0;
	int rc = out->ehc_count ? db_cached(facts->store->db, sql, &stmt, err) : 0;

	if (rc < 0 || !out->ehc_count)
		return rc;
	db_bind_int(stmt, ":pupil", out->pupil_id);
	while ((rc = db_step(stmt, err)) == 1) {
		struct sen_enrolment *one = SEN_PUSH(facts->arena, items, out->enrolment_count, cap);

		sen_record_blank(&sen_enrolment_record, one);
		one->pupil_id = out->pupil_id;
		one->head.id = db_col_int(stmt, 0);
		one->year = text_at(facts, stmt, 1);
		one->from_on = db_col_date(stmt, 2);
		one->until_on = db_col_date(stmt, 3);
		one->known_by = text_at(facts, stmt, 4);
	}
	db_reset(stmt);
	out->enrolments = items;
	return rc;
}

int facts_next(struct facts *facts, struct sen_facts *out, const struct sen_calendar **calendar,
	       struct sen_owed *kept, int64_t **kept_ids, struct sen_err *err)
{
	bool stands = true;
	int rc;

	sen_arena_release(facts->arena, facts->mark);
	*out = (struct sen_facts){0};
	if ((rc = next_child(facts, &out->pupil_id, err)) <= 0)
		return rc;
	if ((rc = read_pupil(facts, out, calendar, &stands, err)) < 0 ||
	    (rc = read_register(facts, out, err)) < 0 || (rc = read_concerns(facts, out, err)) < 0 ||
	    (rc = read_kept(facts, out->pupil_id, kept, kept_ids, err)) < 0)
		return rc;
	for (size_t i = 0; i < SEN_COUNT(kinds); i++) {
		if ((rc = read_kind(facts, i, out, err)) < 0)
			return rc;
		if (!stands)
			memset((char *)out + kinds[i].count, 0, sizeof(size_t));
	}
	if (!stands)
		out->register_count = out->concern_count = 0;
	if ((rc = read_enrolments(facts, out, err)) == 0)
		rc = facts_settings(facts->store, facts->arena, out, err);
	return rc < 0 ? rc : 1;
}

int facts_of_child(struct sen_store *store, int64_t pupil_id, const struct fact_kind *some, size_t count,
		   void *out, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < count && rc == 0; i++) {
		void *items = NULL;
		size_t n = 0;

		rc = sen_record_of_pupil(store, some[i].kind, pupil_id, &items, &n, err);
		memcpy((char *)out + some[i].items, &items, sizeof(items));
		memcpy((char *)out + some[i].count, &n, sizeof(n));
	}
	return rc;
}

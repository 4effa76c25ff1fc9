/* The school's dates.  A real term or break takes the place of the one that was
 * assumed for it. */
#include "model/model.h"
#include <string.h>

static const struct sen_code_row kinds[] = {
	{"term", "Term"},	{"half-term", "Half-term break"}, {"closed", "School closed"},
	{"inset", "INSET day"}, {"bank-holiday", "Bank holiday"}, {NULL, NULL}};

#define S struct sen_term
static const struct sen_field fields[] = {
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, SEN_F_REQUIRED, 0, kinds, NULL, "KIND",
		   "term, half-term (the break), closed, inset, or bank-holiday (one proclaimed since)"),
	FIELD_TEXT(S, "name", name, SEN_K_LINE, SEN_F_REQUIRED, 0, NULL, NULL, "NAME",
		   "what it is called: Autumn 2026, half term, snow"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_FUTURE, "from", "its first day"),
	FIELD_DATE(S, "until_on", until_on, SEN_F_REQUIRED | SEN_F_FUTURE, "until", "the first day after it"),
	FIELD_INT(S, "assumed", assumed, SEN_K_BOOL, SEN_F_INTERNAL, NULL, "yes|no",
		  "the usual dates, until the school gives its own"),
};
#undef S

/* The nearest date of the kind assumed: terms are some 16 weeks apart, so half
 * of that cannot mean another. */
#define NEAR_DAYS 56
static const char assumed_sql[] =
	"SELECT id FROM term WHERE school_id = :school AND kind = :kind AND assumed = 1 AND voided_at IS NULL"
	" AND id <> :id AND from_on > :low AND from_on < :high";
static const char overlap_sql[] =
	"SELECT id FROM term WHERE school_id = :school AND kind = :kind AND assumed = 0 AND voided_at IS NULL"
	" AND id <> :id AND from_on < :until AND until_on > :from";

static int64_t school_of(const struct sen_store *store, const struct sen_term *term)
{
	return term->head.school_id ? term->head.school_id : store->school_id;
}

static int check_overlap(struct sen_store *store, const struct sen_term *term, struct sen_err *err)
{
	struct db_stmt *stmt;
	int64_t other = 0;
	int rc = db_cached(store->db, overlap_sql, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", school_of(store, term));
	db_bind_text(stmt, ":kind", term->kind);
	db_bind_int(stmt, ":id", term->head.id);
	db_bind_date(stmt, ":from", term->from_on);
	db_bind_date(stmt, ":until", term->until_on);
	if ((rc = db_step(stmt, err)) == 1)
		other = db_col_int(stmt, 0);
	db_reset(stmt);
	if (rc == 1) {
		sen_fail(err, SEN_CONFLICT, "it overlaps TM%lld", (long long)other);
		sen_hint(err, "see 'sendctl term list', then edit or remove that one");
		return err->code;
	}
	return rc;
}

static int check(struct sen_store *store, const void *record, const void *before, struct sen_err *err)
{
	struct sen_term *now = (struct sen_term *)(uintptr_t)record;
	const struct sen_term *old = before;
	char day[16];
	if (now->assumed == SEN_NO_INT)
		now->assumed = 0;
	/* What a person has touched is the school's own. */
	if (old && old->assumed == 1 &&
	    (old->from_on != now->from_on || old->until_on != now->until_on ||
	     !model_same(old->name, now->name)))
		now->assumed = 0;
	if (now->from_on == SEN_NO_DATE || now->until_on == SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "a term needs its first day and the first day after it");
	if (now->until_on <= now->from_on) {
		sen_fail(err, SEN_INVALID, "until_on: %s is not after the first day",
			 sen_date_long(now->until_on, day));
		sen_hint(err, "--until is the first day after");
		return err->code;
	}
	if (now->until_on - now->from_on > 250)
		return sen_fail(err, SEN_INVALID,
				"until_on: %s is more than eight months after the first day",
				sen_date_long(now->until_on, day));
	return check_overlap(store, now, err);
}

static int assumed_near(struct sen_store *store, const struct sen_term *term, int64_t *id,
			struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, assumed_sql, &stmt, err);
	*id = 0;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", school_of(store, term));
	db_bind_text(stmt, ":kind", term->kind);
	db_bind_int(stmt, ":id", term->head.id);
	db_bind_date(stmt, ":low", term->from_on - NEAR_DAYS);
	db_bind_date(stmt, ":high", term->from_on + NEAR_DAYS);
	if ((rc = db_step(stmt, err)) == 1)
		*id = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

static int changed(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_term *now = record;
	int64_t id;
	(void)old;
	/* A calendar read earlier in this command is no longer true. */
	store->calendar = NULL;
	if (!now || now->assumed != 0 ||
	    (strcmp(now->kind, "term") != 0 && strcmp(now->kind, "half-term") != 0))
		return 0;
	for (;;) {
		int rc = assumed_near(store, now, &id, err);
		if (rc < 0 || !id)
			return rc;
		rc = sen_record_void(store, &sen_term_record, id, "the school gave its own date", err);
		if (rc < 0)
			return rc;
	}
}

const struct sen_record sen_term_record = {.noun = "term",
					   .table = "term",
					   .prefix = "TM",
					   .title = "Term",
					   .flags = SEN_R_SCHOOL,
					   .size = sizeof(struct sen_term),
					   .fields = fields,
					   .count = SEN_COUNT(fields),
					   .check = check,
					   .changed = changed};

int sen_term_close(struct sen_store *store, sen_date from, sen_date until, const char *why,
		   struct sen_err *err)
{
	struct sen_term *term = sen_record_new(store->arena, &sen_term_record);
	term->kind = "closed";
	term->name = why ? why : "School closed";
	term->from_on = from;
	term->until_on = until;
	term->assumed = 0;
	return sen_record_insert(store, &sen_term_record, term, err);
}

/* Which versions of a plan name another school than the one the child is at: at a change
 * of phase the plan must name the next one (SEND Regs 2014 reg 18(1)). */
#include "rules/facts.h"

#include <sen/text.h>
#include <string.h>

static size_t words_in(const char *text)
{
	size_t count = 0;

	for (const char *at = text; *(at += strspn(at, " \t\n"));) {
		at += strcspn(at, " \t\n");
		count++;
	}
	return count;
}

/* Section I is typed by hand: "Elm Park", "mainstream primary: Elm Park Primary School" are
 * the school Elm Park Primary; much more beside its name tells of another too ("... until
 * July, then Oak High").  When in doubt it is this school, and the duty stays open. */
static bool names_another(struct sen_arena *arena, const char *section, const char *school)
{
	enum { BESIDE = 3 }; /* "the ... primary school" */
	const char *words = sen_text_fold(arena, section);
	const char *own = sen_text_fold(arena, school);

	if (strstr(own, words))
		return false;
	return !strstr(words, own) || words_in(words) > words_in(own) + BESIDE;
}

int facts_settings(struct sen_store *store, struct sen_arena *arena, struct sen_facts *out,
		   struct sen_err *err)
{
	static const char sql[] = "SELECT i.ehc_id, i.since, i.until, i.words, s.name FROM ehc_item i"
				  " JOIN pupil p ON p.id = i.pupil_id JOIN school s ON s.id = p.school_id"
				  " WHERE i.pupil_id = :pupil AND i.section = 'I' AND i.voided_at IS NULL"
				  " ORDER BY i.id";
	struct sen_ehc_item *items = NULL;
	struct db_stmt *stmt;
	size_t cap = 0;
	int rc = out->ehc_count ? db_cached(store->db, sql, &stmt, err) : 0;

	if (rc < 0 || !out->ehc_count)
		return rc;
	db_bind_int(stmt, ":pupil", out->pupil_id);
	while ((rc = db_step(stmt, err)) == 1) {
		struct sen_ehc_item *one;

		if (!names_another(arena, db_col_text(stmt, 3, NULL), db_col_text(stmt, 4, NULL)))
			continue;
		one = SEN_PUSH(arena, items, out->setting_count, cap);
		sen_record_blank(&sen_ehc_item_record, one);
		one->ehc_id = db_col_int(stmt, 0);
		one->since = db_col_int(stmt, 1);
		one->until = db_col_null(stmt, 2) ? SEN_NO_INT : db_col_int(stmt, 2);
	}
	db_reset(stmt);
	out->settings = items;
	return rc;
}

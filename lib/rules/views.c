/* report views: answers counted, and small numbers kept back so that no
 * difference gives one away (R75). */
#include "rules/rules.h"

#include <sen/views.h>
#include <string.h>

/* ---- Small numbers ---- */

/* The least of those that are seen, zeros apart; n: none. */
static size_t least_seen(const int64_t *counts, size_t n, const bool *hidden)
{
	size_t found = n;

	for (size_t i = 0; i < n; i++)
		if (!hidden[i] && counts[i] > 0 && (found == n || counts[i] < counts[found]))
			found = i;
	return found;
}

void sen_small_numbers(const int64_t *counts, size_t n, int64_t least, bool *hidden, bool *veiled)
{
	int64_t all = 0, sum = 0, number = 0;
	size_t other;

	*veiled = false;
	for (size_t i = 0; i < n; i++) {
		all += counts[i];
		hidden[i] = counts[i] > 0 && counts[i] < least;
		number += hidden[i];
		sum += hidden[i] ? counts[i] : 0;
	}
	if (all < least) {
		for (size_t i = 0; i < n; i++)
			hidden[i] = true;
		*veiled = true;
		return;
	}
	/* One alone is the difference; several are told by their sum when it can only
	 * be all ones, or all the most a small number can be. */
	if (number == 0 || (number > 1 && sum > number && sum < number * (least - 1)))
		return;
	other = least_seen(counts, n, hidden);
	/* All that are as low: which of two it is would tell too. */
	for (size_t i = 0; other < n && i < n; i++)
		hidden[i] = hidden[i] || counts[i] == counts[other];
	*veiled = true;
}

/* ---- Counting ---- */

static const char counts_sql[] =
	"SELECT audience, question_set, question, answer, count(*) FROM voice"
	" WHERE school_id = :school AND given_on >= :from AND given_on < :until AND voided_at IS NULL"
	" AND question IS NOT NULL AND (answer IS NOT NULL OR words IS NOT NULL)"
	" AND (:set IS NULL OR question_set = :set) AND (:audience IS NULL OR audience = :audience)"
	" GROUP BY audience, question_set, question, answer ORDER BY audience, question_set, question, "
	"answer";

static struct sen_view_answer *answer_add(struct sen_store *store, struct sen_views *out)
{
	struct sen_view_answer *new = SEN_PUSH(store->arena, out->answers, out->count, out->cap);

	*new = (struct sen_view_answer){0};
	return new;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* Where the answers of the policy's sets stand, in the policy's order; all of
 * them, though nobody gave one. */
static void lay_out(struct sen_store *store, const struct sen_question_set *set, struct sen_views *out)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct sen_question *question = &set->items[i];

		for (size_t k = 0; k == 0 || k < question->answer_count; k++) {
			struct sen_view_answer *row = answer_add(store, out);

			row->audience = set->audience;
			row->set = set->code;
			row->set_name = set->name;
			row->question = question->code;
			row->text = question->text;
			row->answer = question->answer_count ? question->answers[k] : NULL;
		}
	}
}

static struct sen_view_answer *row_of(struct sen_store *store, struct sen_views *out, struct db_stmt *stmt)
{
	const char *audience = db_col_text(stmt, 0, NULL), *set = db_col_text(stmt, 1, NULL),
		   *question = db_col_text(stmt, 2, NULL), *answer = db_col_text(stmt, 3, NULL);
	struct sen_view_answer *row;

	for (size_t i = 0; i < out->count; i++) {
		row = &out->answers[i];
		if (same(row->audience, audience) && same(row->set, set) && same(row->question, question) &&
		    same(row->answer, answer))
			return row;
	}
	/* Asked under another policy: its words are not here any more. */
	row = answer_add(store, out);
	row->audience = sen_strdup(store->arena, audience);
	row->set = row->set_name = sen_strdup(store->arena, set);
	row->question = row->text = sen_strdup(store->arena, question);
	row->answer = sen_strdup(store->arena, answer);
	return row;
}

static int count_rows(struct sen_store *store, struct sen_views *out, const char *set, const char *audience,
		      struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, counts_sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", store->school_id);
	db_bind_date(stmt, ":from", out->from);
	db_bind_date(stmt, ":until", out->until);
	db_bind_text(stmt, ":set", set);
	db_bind_text(stmt, ":audience", audience);
	while ((rc = db_step(stmt, err)) == 1)
		row_of(store, out, stmt)->n += db_col_int(stmt, 4);
	db_reset(stmt);
	return rc;
}

/* ---- What may be seen ---- */

static void show(struct sen_arena *arena, struct sen_views *out, size_t from, size_t until)
{
	size_t n = until - from;
	int64_t *counts = SEN_NEW(arena, int64_t, n), of = 0;
	bool *hidden = SEN_NEW(arena, bool, n), veiled;
	const char *below = sen_format(arena, "<%lld", (long long)out->least);

	for (size_t i = 0; i < n; i++)
		of += counts[i] = out->answers[from + i].n;
	sen_small_numbers(counts, n, out->least, hidden, &veiled);
	for (size_t i = 0; i < n; i++) {
		struct sen_view_answer *row = &out->answers[from + i];

		row->of = of;
		row->shown_of = of < out->least ? below : sen_format(arena, "%lld", (long long)of);
		row->shown =
			hidden[i] ? (veiled ? "*" : below) : sen_format(arena, "%lld", (long long)row->n);
		if (!hidden[i])
			row->share = sen_format(arena, "%lld%%", (long long)((200 * row->n + of) / (2 * of)));
		out->hid = out->hid || hidden[i];
	}
}

static bool same_question(const struct sen_view_answer *a, const struct sen_view_answer *b)
{
	return same(a->audience, b->audience) && same(a->set, b->set) && same(a->question, b->question);
}

/* Question by question; those nobody was asked in the period are left out. */
static void show_all(struct sen_arena *arena, struct sen_views *out)
{
	struct sen_view_answer *rows = out->answers;
	bool *taken = SEN_NEW(arena, bool, out->count + 1);
	size_t count = out->count, kept = 0;

	out->answers = SEN_NEW(arena, struct sen_view_answer, count + 1);
	for (size_t i = 0; i < count; i++) {
		size_t first = kept;
		int64_t of = 0;

		for (size_t k = i; !taken[i] && k < count; k++) {
			if (k != i && (taken[k] || !same_question(&rows[i], &rows[k])))
				continue;
			of += rows[k].n;
			out->answers[kept++] = rows[k];
			taken[k] = k != i;
		}
		if (of)
			show(arena, out, first, kept);
		else
			kept = first;
	}
	out->count = kept;
}

int sen_views(struct sen_store *store, sen_date from, sen_date until, const char *set, const char *audience,
	      struct sen_views *out, struct sen_err *err)
{
	struct sen_question_set *sets;
	size_t count;
	int rc;

	*out = (struct sen_views){.from = from, .until = until};
	if (from >= until) {
		sen_fail(err, SEN_INVALID, "the period ends before it begins");
		sen_hint(err, "Give --from, and with --until the first day after the period.");
		return err->code;
	}
	if ((rc = sen_question_sets(store, until - 1, &sets, &count, err)) < 0 ||
	    (rc = sen_small_least(store, until - 1, &out->least, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		lay_out(store, &sets[i], out);
	rc = count_rows(store, out, set, audience, err);
	if (rc == 0)
		show_all(store->arena, out);
	return rc;
}

int sen_views_period(struct sen_store *store, sen_date *from, sen_date *until, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	struct sen_period term;
	int rc = sen_store_calendar(store, &calendar, err);

	if (rc < 0)
		return rc;
	term = sen_term_of(calendar, store->context.today);
	*from = term.from;
	*until = term.until;
	if (term.from == SEN_NO_DATE || term.from > store->context.today) {
		*from = sen_date_make(sen_academic_year(store->context.today), 9, 1);
		*until = store->context.today + 1;
	}
	return 0;
}

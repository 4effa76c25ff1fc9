/* A disagreement with a decision of the authority (R67): begun from the notice on
 * record, its steps kept in an order that makes sense, and until when it may go to
 * the tribunal, by the law's clock. */
#include "model/model.h"

#include <sen/dispute.h>
#include <sen/ehc_case.h>
#include <sen/text.h>
#include <stdlib.h>
#include <string.h>

const struct sen_code_row sen_appeal_results[] = {{"withdrawn", "withdrawn"},
						  {"conceded", "the authority changed its decision"},
						  {"settled", "settled without an order"},
						  {"upheld", "upheld"},
						  {"partly-upheld", "upheld in part"},
						  {"dismissed", "dismissed"},
						  {"not-made", "no appeal was made"},
						  {NULL, NULL}};

static bool is(const char *a, const char *b)
{
	return a && strcmp(a, b) == 0;
}

bool sen_appeal_placement(const struct sen_appeal *appeal)
{
	return is(appeal->against, "contents") && is(appeal->sections, "I");
}

/* ---- Begun ---- */

/* The last notice of that decision, of any case of the child; with no decision named, the
 * last notice of all. */
static int find_notice(struct sen_store *store, struct sen_appeal *appeal, struct sen_err *err)
{
	const struct sen_milestone *last = NULL, *all;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_milestone_record, appeal->pupil_id, &records, &count, err);

	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i].event, "appealable-notice") == 0 &&
		    (!appeal->against || is(all[i].result, appeal->against)) &&
		    (appeal->notice_on == SEN_NO_DATE || all[i].happened_on == appeal->notice_on) &&
		    (!last || all[i].happened_on >= last->happened_on))
			last = &all[i];
	if (last) {
		appeal->notice_on = last->happened_on;
		appeal->ehc_id = last->ehc_id;
		appeal->against = last->result;
	}
	if (!appeal->against) {
		sen_fail(err, SEN_USAGE, "no decision that can be appealed is on record: which was it?");
		sen_hint(err, "Say it with --against WORD, and the date of the letter with --notice DATE.");
		return err->code;
	}
	if (appeal->notice_on != SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_USAGE, "no notice of such a decision is on record: which day was it sent?");
	sen_hint(err, "Give --notice DATE, the date of the letter; the time for an appeal runs from it.");
	return err->code;
}

bool sen_appeal_of_plan(const struct sen_appeal *appeal)
{
	return !is(appeal->against, "refuse-assess") && !is(appeal->against, "no-plan");
}

static int no_plan_then(const struct sen_appeal *appeal, const struct sen_ehc *ehc, struct sen_err *err)
{
	char day[16];

	sen_fail(err, SEN_INVALID, "--against: EH%lld had no plan on %s that the decision could be about",
		 (long long)ehc->head.id, sen_date_long(appeal->notice_on, day));
	sen_hint(err,
		 "A plan that came is entered first: 'sendctl ehcp final EH%lld --on DATE --setting NAME'. "
		 "Before a plan it is a refusal: refuse-assess or no-plan.",
		 (long long)ehc->head.id);
	return err->code;
}

/* The case whose plan stood on the day of the notice.  One that ran that day and had none
 * yet is an error; of a plan before the school's time no more is known. */
static int find_plan(struct sen_store *store, struct sen_appeal *appeal, struct sen_err *err)
{
	const struct sen_ehc *cases, *without = NULL;
	struct sen_ehc_case whole;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_ehc_record, appeal->pupil_id, &records, &count, err);

	cases = records;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		sen_date ended = cases[i].ended_on;

		if ((rc = sen_ehc_case(store, cases[i].head.id, &whole, err)) < 0)
			return rc;
		if (sen_ehc_in_force(&whole, appeal->notice_on)) {
			appeal->ehc_id = cases[i].head.id;
			return 0;
		}
		if (cases[i].opened_on <= appeal->notice_on &&
		    (ended == SEN_NO_DATE || ended > appeal->notice_on))
			without = &cases[i];
	}
	return rc == 0 && without ? no_plan_then(appeal, without, err) : rc;
}

static int find_case(struct sen_store *store, struct sen_appeal *appeal, struct sen_err *err)
{
	struct sen_ehc ehc;
	int rc;

	if (appeal->ehc_id != SEN_NO_INT)
		return 0;
	if (sen_appeal_of_plan(appeal))
		return find_plan(store, appeal, err);
	if ((rc = sen_ehc_of(store, appeal->pupil_id, &ehc, err)) == 0)
		appeal->ehc_id = ehc.head.id;
	if (rc == SEN_NOTFOUND) { /* asked for by the parents, and the school knows no more */
		sen_err_clear(err);
		rc = 0;
	}
	return rc;
}

static int check_new(struct sen_store *store, const struct sen_appeal *appeal, struct sen_err *err)
{
	static const char sql[] = "SELECT MIN(id) FROM appeal WHERE pupil_id = :pupil AND against = :against"
				  " AND notice_on = :day AND closed_on IS NULL AND voided_at IS NULL";
	char iso[11], day[16];
	const struct model_value values[] = {{":pupil", NULL, appeal->pupil_id},
					     {":against", appeal->against, 0},
					     {":day", sen_date_text(appeal->notice_on, iso), 0},
					     {NULL, NULL, 0}};
	int64_t other = 0;
	int rc = model_row(store, sql, values, &other, err);

	if (rc < 0 || !other)
		return rc;
	sen_fail(err, SEN_CONFLICT, "AP%lld is open against the same decision (notice of %s)",
		 (long long)other, sen_date_long(appeal->notice_on, day));
	sen_hint(err, "'sendctl appeal show AP%lld' tells where it stands.", (long long)other);
	return err->code;
}

/* "b f,I" -> "B, F, I", in the order of a plan; what no plan has is left for the check. */
static const char *tidy_sections(struct sen_store *store, const char *given)
{
	struct sen_buf out = {.arena = store->arena};
	char *upper = sen_text_upper(store->arena, given);

	for (const char *at = upper; at && *at;) {
		size_t len = strcspn(at, ", ");
		const char *word = sen_strndup(store->arena, at, len);

		if (len && !sen_code_find(sen_ehc_sections, word))
			return given;
		at += len + strspn(at + len, ", ");
	}
	for (const struct sen_code_row *row = sen_ehc_sections; upper && row->code; row++)
		for (const char *at = upper; *at;) {
			size_t len = strcspn(at, ", ");

			if (len == strlen(row->code) && strncmp(at, row->code, len) == 0) {
				sen_buf_addf(&out, "%s%s", out.len ? ", " : "", row->code);
				break;
			}
			at += len + strspn(at + len, ", ");
		}
	return out.text;
}

int sen_appeal_add(struct sen_store *store, struct sen_appeal *appeal, struct sen_err *err)
{
	int rc = find_notice(store, appeal, err);

	if (rc < 0 || (rc = find_case(store, appeal, err)) < 0 || (rc = check_new(store, appeal, err)) < 0)
		return rc;
	appeal->sections = tidy_sections(store, appeal->sections);
	return sen_record_insert(store, &sen_appeal_record, appeal, err);
}

int sen_appeal_take(struct sen_store *store, void *record, struct sen_err *err)
{
	return sen_appeal_add(store, record, err);
}

int sen_appeal_there(struct sen_store *store, const void *record, bool *out, struct sen_err *err)
{
	const struct sen_appeal *now = record, *all;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_appeal_record, now->pupil_id, &records, &count, err);

	*out = false;
	all = records;
	for (size_t i = 0; rc == 0 && now->against && now->notice_on != SEN_NO_DATE && i < count; i++)
		*out |= is(all[i].against, now->against) && all[i].notice_on == now->notice_on;
	return rc;
}

/* ---- Its steps ---- */

int sen_appeal_steps(struct sen_store *store, const struct sen_appeal *appeal, struct sen_milestone **out,
		     size_t *count, struct sen_err *err)
{
	struct sen_milestone *all;
	void *records;
	size_t n = 0;
	int rc = sen_record_of_pupil(store, &sen_milestone_record, appeal->pupil_id, &records, count, err);

	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < *count; i++)
		if (all[i].appeal_id == appeal->head.id)
			all[n++] = all[i];
	if (n > 1)
		qsort(all, n, sizeof(*all), sen_milestone_order);
	*out = all;
	*count = n;
	return 0;
}

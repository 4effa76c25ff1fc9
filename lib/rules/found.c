/* A school begins: its row, the usual dates of two years, its policy. */
#include "rules/rules.h"

#include <sen/school.h>

static const char *kind_word(enum sen_span_kind kind)
{
	static const char *const words[] = {[SEN_SPAN_TERM] = "term",
					    [SEN_SPAN_HALF_TERM_BREAK] = "half-term",
					    [SEN_SPAN_CLOSED] = "closed",
					    [SEN_SPAN_INSET] = "inset"};

	return words[kind];
}

static int assume_year(struct sen_store *store, int64_t school_id, int year, struct sen_err *err)
{
	struct sen_span *spans;
	size_t count = sen_usual_year(store->arena, year, &spans);
	int rc = 0;

	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_term *term = sen_record_new(store->arena, &sen_term_record);

		term->head.school_id = school_id;
		term->kind = kind_word(spans[i].kind);
		term->name = spans[i].name;
		term->from_on = spans[i].from;
		term->until_on = spans[i].until;
		term->assumed = 1;
		rc = sen_record_insert(store, &sen_term_record, term, err);
	}
	return rc;
}

int sen_school_found(struct sen_store *store, struct sen_school *school, const char *policy, sen_date on,
		     struct sen_err *err)
{
	int year = sen_academic_year(on);
	int rc;

	school->adopted_on = on;
	if ((rc = sen_record_insert(store, &sen_school_record, school, err)) < 0)
		return rc;
	store->school_id = school->head.id;
	store->school_dfe = school->dfe;
	if ((rc = assume_year(store, school->head.id, year, err)) < 0 ||
	    (rc = assume_year(store, school->head.id, year + 1, err)) < 0)
		return rc;
	return sen_policy_use(store, policy, on, NULL, 0, NULL, err);
}

/* What an annual review leaves in the EHC case: progress towards each outcome, and what
 * it recommends (R63; SEND Regs 2014 reg 20(5), 20(9)). */
#include "rules/rules.h"

#include <sen/annual.h>
#include <sen/text.h>

#include <stdlib.h>
#include <string.h>

const struct sen_code_row sen_annual_decisions[] = {{"maintain", "keep the plan as it is"},
						    {"amend", "amend the plan"},
						    {"cease", "cease to maintain the plan"},
						    {NULL, NULL}};

const char *sen_annual_decision(const char *text)
{
	static const struct {
		const char *word, *code;
	} words[] = {{"maintain", "maintain"}, {"keep", "maintain"}, {"continue", "maintain"},
		     {"amend", "amend"},       {"adapt", "amend"},   {"cease", "cease"},
		     {"end", "cease"}};

	for (size_t i = 0; i < SEN_COUNT(words); i++)
		if (sen_text_same(words[i].word, text))
			return words[i].code;
	return NULL;
}

static int by_number(const void *a, const void *b)
{
	const struct sen_ehc_item *x = a, *y = b;
	int order = strcmp(x->section, y->section);

	return order ? order : (x->number > y->number) - (x->number < y->number);
}

int sen_annual_items(struct sen_store *store, const struct sen_annual *annual, const char *section,
		     struct sen_ehc_item **out, size_t *count, struct sen_err *err)
{
	int64_t newest = sen_ehc_newest(annual->happened, annual->happened_count);
	struct sen_ehc_item *all;
	void *records;
	size_t n = 0;
	int rc = sen_record_of_pupil(store, &sen_ehc_item_record, annual->pupil_id, &records, count, err);

	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < *count; i++)
		if (all[i].ehc_id == annual->ehc.head.id && annual->ehc.head.id &&
		    (!section || strcmp(all[i].section, section) == 0) && all[i].since <= newest &&
		    (all[i].until == SEN_NO_INT || all[i].until > newest))
			all[n++] = all[i];
	if (n > 1)
		qsort(all, n, sizeof(*all), by_number);
	*out = all;
	*count = n;
	return 0;
}

static int no_outcome(struct sen_store *store, const struct sen_ehc_item *items, size_t count,
		      const char *label, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};

	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&list, "%s%s%lld", i ? ", " : "", items[i].section, (long long)items[i].number);
	sen_fail(err, SEN_INVALID, "--outcome: '%s' is no outcome of the EHC plan",
		 sen_text_visible(store->arena, label, false));
	sen_hint(err,
		 count ? "Its outcomes: %s. Write --outcome \"E1=on track: what was seen\"."
		       : "No outcome of the plan is on record: 'sendctl ehcp section'.%s",
		 count ? list.text : "");
	return err->code;
}

/* "E1=on track: note" taken apart; false: no '=' or nothing behind it. */
static bool apart(struct sen_arena *arena, const char *text, const char **label, const char **result,
		  const char **note)
{
	const char *equals = strchr(text, '='), *colon;
	size_t len = equals ? (size_t)(equals - text) : 0;

	if (!equals || equals == text || !equals[1 + strspn(equals + 1, " \t")])
		return false;
	while (len > 1 && strchr(" \t", text[len - 1]))
		len--;
	*label = sen_strndup(arena, text, len);
	colon = strchr(equals, ':');
	*result = colon ? sen_strndup(arena, equals + 1, (size_t)(colon - equals - 1)) : equals + 1;
	*note = colon && colon[1] ? colon + 1 : NULL;
	return true;
}

static int read(struct sen_store *store, const char *label, const char *result, const char *note,
		struct sen_milestone *out, struct sen_err *err)
{
	int rc = sen_field_set(store, sen_field_named(&sen_milestone_record, "result"), out, result, err);

	if (rc == 0 && note)
		rc = sen_field_set(store, sen_field_named(&sen_milestone_record, "note"), out, note, err);
	return rc < 0 ? sen_wrap(err, "--outcome %s", label) : rc;
}

int sen_annual_outcome(struct sen_store *store, const struct sen_annual *annual,
		       const struct sen_review *review, const char *text, struct sen_milestone *out,
		       struct sen_err *err)
{
	const char *label, *result, *note;
	struct sen_ehc_item *items;
	size_t count, i = 0;
	int64_t number;
	int rc;

	if (!apart(store->arena, text, &label, &result, &note)) {
		sen_fail(err, SEN_USAGE, "--outcome: '%s' does not say how it went",
			 sen_text_visible(store->arena, text, false));
		sen_hint(err, "Write the outcome, '=' and how it went: --outcome \"E1=on track: walks to "
			      "class alone\"");
		return err->code;
	}
	if ((rc = sen_annual_items(store, annual, "E", &items, &count, err)) < 0)
		return rc;
	if (sen_id_parse(label, "E", &number))
		while (i < count && items[i].number != number)
			i++;
	else
		i = count;
	if (i == count)
		return no_outcome(store, items, count, label, err);
	sen_record_blank(&sen_milestone_record, out);
	out->head.id = 0;
	out->pupil_id = review->pupil_id;
	out->ehc_id = annual->ehc.head.id;
	out->review_id = review->head.id;
	out->event = "outcome-progress";
	out->rule = sen_format(store->arena, "E%lld", (long long)number);
	out->event_name = sen_format(store->arena, "progress towards outcome %s", out->rule);
	out->happened_on = review->held_on;
	if ((rc = read(store, out->rule, result, note, out, err)) < 0)
		return rc;
	return sen_milestone_add(store, out, err);
}

int sen_annual_kept(struct sen_store *store, const struct sen_review *review, struct sen_milestone **out,
		    size_t *count, struct sen_err *err)
{
	struct sen_milestone *all;
	void *records;
	size_t n = 0;
	int rc = sen_record_of_pupil(store, &sen_milestone_record, review->pupil_id, &records, count, err);

	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < *count; i++)
		if (all[i].review_id == review->head.id)
			all[n++] = all[i];
	*out = all;
	*count = n;
	return 0;
}

/* The sections of an EHC plan (R62): read once, found by label and version. */
#include "rules/ehc_read.h"

#include <sen/store.h>
#include <sen/text.h>

#include <stdlib.h>
#include <string.h>

static int place(const char *section)
{
	int at = 0;

	while (sen_ehc_sections[at].code && strcmp(sen_ehc_sections[at].code, section) != 0)
		at++;
	return at;
}

static int in_order(const void *a, const void *b)
{
	const struct sen_ehc_item *x = a, *y = b;
	int by = place(x->section) - place(y->section);

	if (by)
		return by;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	if (x->since != y->since)
		return x->since < y->since ? -1 : 1;
	return x->head.id < y->head.id ? -1 : x->head.id > y->head.id;
}

void ehc_items_sort(struct sen_ehc_item *items, size_t count)
{
	if (count > 1)
		qsort(items, count, sizeof(*items), in_order);
}

int sen_ehc_plan(struct sen_store *store, const struct sen_ehc *ehc, struct sen_ehc_plan *out,
		 struct sen_err *err)
{
	struct sen_ehc_item *all;
	void *records;
	size_t count, n = 0;
	int rc;

	*out = (struct sen_ehc_plan){.ehc = *ehc};
	if ((rc = sen_ehc_milestones(store, ehc, &out->happened, &out->happened_count, err)) < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_ehc_item_record, ehc->pupil_id, &records, &count, err)) < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < count; i++)
		if (all[i].ehc_id == ehc->head.id)
			all[n++] = all[i];
	ehc_items_sort(all, n);
	out->items = all;
	out->count = n;
	out->newest = sen_ehc_newest(out->happened, out->happened_count);
	return 0;
}

const struct sen_milestone *sen_ehc_brought(const struct sen_ehc_plan *plan, int64_t version)
{
	for (size_t i = plan->happened_count; i > 0; i--)
		if (plan->happened[i - 1].version == version &&
		    sen_milestone_brings(plan->happened[i - 1].event))
			return &plan->happened[i - 1];
	return NULL;
}

bool sen_ehc_final(const struct sen_milestone *brought)
{
	return brought &&
	       (strcmp(brought->event, "final-plan") == 0 || strcmp(brought->event, "amended-final") == 0);
}

bool sen_ehc_stands(const struct sen_ehc_item *item, int64_t version)
{
	return item->since <= version && (item->until == SEN_NO_INT || version < item->until);
}

const char *sen_ehc_label(struct sen_arena *arena, const struct sen_ehc_item *item)
{
	return sen_format(arena, "%s%s%lld", item->section, item->section[1] ? "." : "",
			  (long long)item->number);
}

bool sen_ehc_label_parse(const char *text, const char **section, int64_t *number)
{
	for (const struct sen_code_row *row = sen_ehc_sections; row->code; row++) {
		size_t len = strlen(row->code);
		const char *at = text;

		if (strncasecmp(at, row->code, len) != 0)
			continue;
		at += len;
		if (len > 1 && *at++ != '.')
			continue;
		at += strspn(at, " ");
		if (strlen(at) > 6 || !sen_int_parse(at, number) || *number <= 0)
			continue;
		*section = row->code;
		return true;
	}
	return false;
}

const struct sen_ehc_item *sen_ehc_at(const struct sen_ehc_plan *plan, const char *section, int64_t number,
				      int64_t version)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].number == number && strcmp(plan->items[i].section, section) == 0 &&
		    sen_ehc_stands(&plan->items[i], version))
			return &plan->items[i];
	return NULL;
}

bool sen_ehc_serves(const char *serves, const char *label)
{
	size_t len = strlen(label);

	for (const char *at = serves; at && *at; at += strspn(at, " ")) {
		size_t word = strcspn(at, " ");

		if (word == len && strncmp(at, label, len) == 0)
			return true;
		at += word;
	}
	return false;
}

/* The last words of a label of which the row was once the text. */
static const struct sen_ehc_item *newest_of(const struct sen_ehc_plan *plan, const struct sen_ehc_item *item)
{
	const struct sen_ehc_item *last = item;

	for (size_t i = 0; i < plan->count; i++)
		if (strcmp(plan->items[i].section, item->section) == 0 &&
		    plan->items[i].number == item->number && plan->items[i].since >= last->since)
			last = &plan->items[i];
	return last;
}

const struct sen_ehc_item *sen_ehc_outcome(struct sen_arena *arena, const struct sen_ehc_plan *plan,
					   const char *text)
{
	const char *section, *clean = sen_text_upper(arena, text);
	int64_t number = 0, id = 0;
	bool label = sen_ehc_label_parse(clean, &section, &number) && strcmp(section, "E") == 0;

	if (!label && !sen_id_parse(clean, "O", &id))
		return NULL;
	for (size_t i = 0; i < plan->count; i++)
		if (strcmp(plan->items[i].section, "E") == 0 &&
		    (label ? plan->items[i].number == number : plan->items[i].head.id == id))
			return newest_of(plan, &plan->items[i]);
	return NULL;
}

/* `ehcp import FILE`: plans children came with, a line a child. */
#include "store/store.h"

#include <sen/ehc_case.h>
#include <sen/exchange.h>

#include <string.h>

static int import_one(struct sen_store *store, void *record, struct sen_err *err)
{
	struct sen_ehc_case now;

	return sen_ehc_came(store, record, &now, err);
}

/* The child's plan of that day is there already. */
static int there(struct sen_store *store, const void *record, bool *out, struct sen_err *err)
{
	const struct sen_ehc_came *came = record;
	struct sen_milestone *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_milestone_record, came->ehc.pupil_id, (void **)&all, &count,
				     err);

	*out = false;
	for (size_t i = 0; rc == 0 && i < count; i++)
		*out |= strcmp(all[i].event, "final-plan") == 0 && all[i].happened_on == came->final_on;
	return rc;
}

int sen_ehc_import(struct sen_store *store, const char *path, int64_t *added, int64_t *unchanged,
		   struct sen_err *err)
{
	const struct sen_import how = {.kind = &sen_ehc_came_record, .insert = import_one, .there = there};

	return sen_record_import_with(store, &how, path, added, unchanged, err);
}

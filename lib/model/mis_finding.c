/* What an MIS import left to be settled: doubts about a value, and differences
 * between the MIS and what a person here changed (design.md 4). */
#include "model/model.h"
#include <string.h>

#define S struct sen_mis_finding
#define I SEN_F_INTERNAL
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "kind", kind, SEN_K_LINE, I, 0, NULL, NULL, "TEXT", "difference, or what is doubtful"),
	FIELD_TEXT(S, "field", field, SEN_K_LINE, I, 0, NULL, NULL, "TEXT", "the field it is about"),
	FIELD_TEXT(S, "theirs", theirs, SEN_K_NOTE, I | P, 0, NULL, NULL, "TEXT", "what the MIS says"),
	FIELD_TEXT(S, "ours", ours, SEN_K_NOTE, I | P, 0, NULL, NULL, "TEXT", "what was kept here"),
	FIELD_TEXT(S, "finding", finding, SEN_K_NOTE, I | P, 0, NULL, NULL, "TEXT", "one plain sentence"),
	FIELD_DATE(S, "found_on", found_on, I, NULL, "the day of the import"),
	FIELD_DATE(S, "settled_on", settled_on, I, NULL, "the day it was settled"),
	FIELD_TEXT(S, "choice", choice, SEN_K_LINE, I, 0, NULL, NULL, "TEXT", "ours or theirs"),
};
#undef S
#undef I
#undef P

const struct sen_record sen_mis_finding_record = {.noun = "mis-finding",
						  .table = "mis_finding",
						  .prefix = "MF",
						  .title = "MIS finding",
						  .flags = SEN_R_PUPIL,
						  .size = sizeof(struct sen_mis_finding),
						  .fields = fields,
						  .count = SEN_COUNT(fields),
						  .pupil_offset = offsetof(struct sen_mis_finding, pupil_id)};

int sen_mis_findings_open(struct sen_store *store, int64_t pupil_id, struct sen_mis_finding **out,
			  size_t *count, struct sen_err *err)
{
	struct sen_mis_finding *all;
	size_t n;
	int rc = sen_record_of_pupil(store, &sen_mis_finding_record, pupil_id, (void **)&all, &n, err);
	*out = all;
	*count = 0;
	for (size_t i = 0; i < n && rc == 0; i++) {
		if (all[i].settled_on == SEN_NO_DATE)
			all[(*count)++] = all[i];
	}
	return rc;
}

int sen_mis_finding_settle(struct sen_store *store, struct sen_mis_finding *finding, const char *choice,
			   struct sen_err *err)
{
	finding->settled_on = store->context.today;
	finding->choice = choice;
	return sen_record_update(store, &sen_mis_finding_record, finding, err);
}

/* What an hour of a role costs, and other sums, dated (R37). */
#include "model/model.h"

#include <sen/provision.h>

const struct sen_code_row sen_rate_kinds[] = {{"hour", "An hour of"},
					      {"notional", "Notional sum a child and year"},
					      {"resource", "Resource"},
					      {NULL, NULL}};

#define S struct sen_rate
static const struct sen_field rate_fields[] = {
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, SEN_F_REQUIRED, 30, sen_rate_kinds, NULL, "KIND",
		   "hour, notional or resource"),
	FIELD_TEXT(S, "name", name, SEN_K_LINE, SEN_F_REQUIRED, 60, NULL, NULL, "NAME",
		   "the role, or what the sum is for"),
	FIELD_INT(S, "pence", pence, SEN_K_PENCE, SEN_F_REQUIRED, "pounds", "POUNDS", "the sum"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "from when it holds (today)"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, 0, 0, NULL, NULL, "TEXT", "note"),
};
#undef S

const struct sen_record sen_rate_record = {
	.noun = "rate",
	.table = "rate",
	.prefix = "RT",
	.title = "Rate",
	.flags = 0,
	.size = sizeof(struct sen_rate),
	.fields = rate_fields,
	.count = SEN_COUNT(rate_fields),
};

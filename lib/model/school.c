/* The school itself. */
#include "model/model.h"
#include <ctype.h>
#include <sen/pupil.h>
#include <string.h>

#define S struct sen_school
static const struct sen_field fields[] = {
	FIELD_TEXT(S, "name", name, SEN_K_LINE, SEN_F_REQUIRED, 0, NULL, NULL, "NAME", "the school's name"),
	FIELD_TEXT(S, "dfe", dfe, SEN_K_LINE, 0, 8, NULL, NULL, "LLL/EEEE", "DfE number: 330/2034"),
	FIELD_TEXT(S, "code", code, SEN_K_LINE, 0, 20, NULL, NULL, "CODE",
		   "a short code for --school where the file holds several: elm"),
	FIELD_DATE(S, "adopted_on", adopted_on, SEN_F_INTERNAL, NULL, "the day the records file was begun"),
	FIELD_TEXT(S, "urn", urn, SEN_K_LINE, 0, 6, NULL, NULL, "NUMBER",
		   "unique reference number: six digits"),
	FIELD_TEXT(S, "la", la, SEN_K_LINE, 0, 0, NULL, NULL, "NAME", "the local authority"),
	FIELD_TEXT(S, "address", address, SEN_K_NOTE, 0, 2000, NULL, NULL, "TEXT", "address, for letters"),
	FIELD_TEXT(S, "phone", phone, SEN_K_LINE, 0, 0, NULL, NULL, "TEXT", "telephone number"),
	FIELD_TEXT(S, "email", email, SEN_K_LINE, 0, 0, NULL, NULL, "ADDRESS", "e-mail address"),
	FIELD_TEXT(S, "top_year", top_year, SEN_K_CODE, 0, 0, sen_year_codes, NULL, "YEAR",
		   "its last year group: 6, or 2 of an infant school; else the highest on roll is taken"),
};
#undef S

static bool digits(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!isdigit((unsigned char)text[i]))
			return false;
	}
	return true;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_school *now = (struct sen_school *)(uintptr_t)record;
	/* One that comes from `school import`: its file begins today. */
	if (!old && now->adopted_on == SEN_NO_DATE)
		now->adopted_on = store->context.today;
	if (!now->name)
		return sen_fail(err, SEN_INVALID, "a school needs a name");
	/* "3302034" is the same number. */
	if (now->dfe && strlen(now->dfe) == 7 && digits(now->dfe, 7))
		now->dfe = sen_format(store->arena, "%.3s/%s", now->dfe, now->dfe + 3);
	if (now->dfe && (strlen(now->dfe) != 8 || !digits(now->dfe, 3) || now->dfe[3] != '/' ||
			 !digits(now->dfe + 4, 4))) {
		sen_fail(err, SEN_INVALID, "dfe: '%s' is no DfE number", now->dfe);
		sen_hint(err, "three digits for the local authority and four for the school: 330/2034");
		return err->code;
	}
	if (now->urn && (strlen(now->urn) != 6 || !digits(now->urn, 6)))
		return sen_fail(err, SEN_INVALID, "urn: '%s' is not six digits", now->urn);
	if (now->code && strchr(now->code, ' '))
		return sen_fail(err, SEN_INVALID, "code: a short code is one word");
	return 0;
}

const struct sen_record sen_school_record = {.noun = "school",
					     .table = "school",
					     .prefix = "SC",
					     .title = "School",
					     .flags = SEN_R_SCHOOL,
					     .size = sizeof(struct sen_school),
					     .fields = fields,
					     .count = SEN_COUNT(fields),
					     .check = check};

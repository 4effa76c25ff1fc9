/* The adults of the school: who may be named in --by and --who. */
#include "model/model.h"
#include <string.h>

static const struct sen_code_row roles[] = {
	{"sendco", "SENDCo"},
	{"class-teacher", "Class teacher"},
	{"ta", "Teaching assistant"},
	{"head", "Head teacher"},
	{"deputy", "Deputy head"},
	{"dsl", "Designated safeguarding lead"},
	{"governor", "SEND governor"},
	{"designated-teacher", "Designated teacher (looked-after children)"},
	{"office", "School office"},
	{"learning-mentor", "Learning mentor"},
	{"other", "Other"},
	{NULL, NULL}};

#define S struct sen_staff
static const struct sen_field fields[] = {
	FIELD_TEXT(S, "name", name, SEN_K_NAME, SEN_F_REQUIRED, 0, NULL, NULL, "NAME", "full name"),
	FIELD_TEXT(S, "role", role, SEN_K_CODE, SEN_F_REQUIRED, 0, roles, NULL, "ROLE",
		   "what they do in the school"),
	FIELD_TEXT(S, "class", class_name, SEN_K_LINE, 0, 50, NULL, NULL, "CLASS",
		   "the class they teach or help"),
	FIELD_TEXT(S, "email", email, SEN_K_LINE, 0, 0, NULL, NULL, "ADDRESS", "e-mail address"),
	FIELD_TEXT(S, "phone", phone, SEN_K_LINE, 0, 0, NULL, NULL, "TEXT", "telephone number"),
	FIELD_DATE(S, "from_on", from_on, 0, "from", "since when"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after they left the post"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, 0, 0, NULL, NULL, "TEXT", "a note"),
};
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_staff *now = record;
	(void)store;
	(void)old;
	if (now->from_on != SEN_NO_DATE && now->until_on != SEN_NO_DATE && now->until_on < now->from_on)
		return sen_fail(err, SEN_INVALID, "until_on: before from_on");
	if (now->email && (!strchr(now->email, '@') || strchr(now->email, ' ')))
		return sen_fail(err, SEN_INVALID, "email: '%s' is no e-mail address", now->email);
	return 0;
}

static int find(struct sen_store *store, const char *text, int64_t *id, struct sen_err *err)
{
	static const char sql[] =
		"SELECT id FROM staff WHERE voided_at IS NULL AND (:school IS NULL OR school_id"
		" = :school) AND lower(name) = lower(:text)";
	return model_find(store, sql, text, id, err);
}

const struct sen_record sen_staff_record = {.noun = "staff",
					    .table = "staff",
					    .prefix = "ST",
					    .title = "Member of staff",
					    .size = sizeof(struct sen_staff),
					    .fields = fields,
					    .count = SEN_COUNT(fields),
					    .check = check,
					    .find = find};

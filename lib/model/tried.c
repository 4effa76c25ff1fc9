/* What was tried before or during a concern, each with how well it worked (R20). */
#include "model/model.h"
#include <sen/text.h>
#include <string.h>

#define S struct sen_tried
static const struct sen_field fields[] = {
	FIELD_REF(S, "concern_id", concern_id, SEN_F_REQUIRED | SEN_F_FIXED, "concern", NULL, "CONCERN",
		  "the concern"),
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "what", what, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "what was tried"),
	FIELD_TEXT(S, "worked", worked, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how well it worked"),
};
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_tried *now = record;
	if (!now->what)
		return sen_fail(err, SEN_INVALID, "say what was tried");
	return model_check_child(store, &sen_tried_record, record, old, err);
}

const struct sen_record sen_tried_record = {.noun = "tried",
					    .table = "tried",
					    .prefix = "TD",
					    .title = "Tried",
					    .flags = SEN_R_PUPIL | SEN_R_OWED,
					    .size = sizeof(struct sen_tried),
					    .fields = fields,
					    .count = SEN_COUNT(fields),
					    .pupil_offset = offsetof(struct sen_tried, pupil_id),
					    .check = check};

int sen_tried_add(struct sen_store *store, const struct sen_concern *concern, const char *text,
		  struct sen_err *err)
{
	struct sen_tried *tried = sen_record_new(store->arena, &sen_tried_record);
	const char *sign = strstr(text, " = "), *worked = NULL;
	size_t len = sign ? (size_t)(sign - text) : strlen(text);
	int rc;
	if (concern->closed_on != SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "C%lld is closed", (long long)concern->head.id);
		sen_hint(err, "open it again first: 'sendctl concern reopen C%lld --reason TEXT'",
			 (long long)concern->head.id);
		return err->code;
	}
	rc = sen_text_clean(store->arena, sen_strndup(store->arena, text, len), SEN_TEXT_LINE, SEN_LIMIT_LINE,
			    &tried->what, err);
	if (rc == 0 && sign)
		rc = sen_text_clean(store->arena, sign + 3, SEN_TEXT_LINE, SEN_LIMIT_LINE, &worked, err);
	if (rc < 0)
		return sen_wrap(err, "--tried");
	tried->worked = worked;
	tried->concern_id = concern->head.id;
	tried->pupil_id = concern->pupil_id;
	return sen_record_insert(store, &sen_tried_record, tried, err);
}

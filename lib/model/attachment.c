/* Attachments: the description; the bytes are in attach_file.c. */
#include "model/model.h"

#define S struct sen_attachment
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "record", record, SEN_K_LINE, SEN_F_FIXED, 30, NULL, NULL, "ID",
		   "the record it belongs to: C12"),
	FIELD_TEXT(S, "title", title, SEN_K_LINE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT",
		   "what it is (the file's name)"),
	FIELD_TEXT(S, "filename", filename, SEN_K_LINE, SEN_F_INTERNAL | P, 0, NULL, NULL, "NAME",
		   "the name the file had"),
	FIELD_TEXT(S, "type", type, SEN_K_LINE, SEN_F_INTERNAL, 0, NULL, NULL, "TYPE",
		   "its kind, found from its content"),
	FIELD_INT(S, "size", size, SEN_K_INT, SEN_F_INTERNAL, NULL, "BYTES", "bytes"),
	FIELD_TEXT(S, "digest", digest, SEN_K_LINE, SEN_F_INTERNAL, 0, NULL, NULL, "HEX",
		   "BLAKE2b-256 of its content"),
	FIELD_DATE(S, "attached_on", attached_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it is of (today)"),
};
#undef P
#undef S

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_attachment *now = record;
	char day[16];
	if (now->attached_on > store->context.today)
		return sen_fail(err, SEN_INVALID, "attached_on: %s has not come yet",
				sen_date_long(now->attached_on, day));
	return model_check_child(store, &sen_attachment_record, record, old, err);
}

static const char events[] =
	"SELECT attached_on AS on_date, 'attachment' AS noun, id, 'kept: ' || title AS what,"
	" voided_at FROM attachment WHERE pupil_id = :pupil";

const struct sen_record sen_attachment_record = {.noun = "attachment",
						 .table = "attachment",
						 .prefix = "AT",
						 .title = "Attachment",
						 .flags = SEN_R_PUPIL,
						 .size = sizeof(struct sen_attachment),
						 .fields = fields,
						 .count = SEN_COUNT(fields),
						 .pupil_offset = offsetof(struct sen_attachment, pupil_id),
						 .check = check,
						 .events = events};

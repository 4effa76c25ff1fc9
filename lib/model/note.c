/* Dated notes of a child, for the chronology (R11, R12). */
#include "model/model.h"
#include <sen/text.h>
#include <string.h>

#define S struct sen_note
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_REQUIRED | SEN_F_PERSONAL | SEN_F_POSITIONAL, 0, NULL,
		   NULL, "TEXT", "the note (@FILE or - to read it)"),
	FIELD_DATE(S, "noted_on", noted_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day it tells of (today)"),
	FIELD_TEXT(S, "noted_by", noted_by, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, "by", "NAME",
		   "whose note it is"),
	FIELD_TEXT(S, "record", record, SEN_K_LINE, SEN_F_FIXED, 30, NULL, NULL, "ID",
		   "the record it belongs to: C12"),
};
#undef S

/* "C12" must be a record, and of this child. */
static int check_record(struct sen_store *store, const struct sen_note *now, struct sen_err *err)
{
	size_t letters = now->record ? strcspn(now->record, "0123456789") : 0;
	const struct sen_record *kind;
	void *record;
	int64_t id;
	int rc;
	if (!now->record)
		return 0;
	kind = sen_record_prefixed(sen_strndup(store->arena, now->record, letters));
	if (!kind || !(kind->flags & SEN_R_PUPIL) || !sen_id_parse(now->record, kind->prefix, &id))
		return sen_fail(err, SEN_INVALID, "--record: '%s' is no record of a child", now->record);
	record = sen_record_new(store->arena, kind);
	if ((rc = sen_record_get(store, kind, id, record, err)) < 0)
		return rc;
	if (*(const int64_t *)((const char *)record + kind->pupil_offset) == now->pupil_id)
		return 0;
	return sen_fail(err, SEN_INVALID, "--record: %s is about another child", now->record);
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_note *now = record;
	char day[16];
	if (!now->note)
		return sen_fail(err, SEN_INVALID, "a note needs a text");
	if (now->noted_on > store->context.today)
		return sen_fail(err, SEN_INVALID, "noted_on: %s has not come yet",
				sen_date_long(now->noted_on, day));
	int rc = old ? 0 : check_record(store, now, err);
	return rc < 0 ? rc : model_check_child(store, &sen_note_record, record, old, err);
}

static const char events[] =
	"SELECT noted_on AS on_date, 'note' AS noun, id, note AS what, voided_at FROM note"
	" WHERE pupil_id = :pupil";

const struct sen_record sen_note_record = {.noun = "note",
					   .table = "note",
					   .prefix = "N",
					   .title = "Note",
					   .flags = SEN_R_PUPIL,
					   .size = sizeof(struct sen_note),
					   .fields = fields,
					   .count = SEN_COUNT(fields),
					   .pupil_offset = offsetof(struct sen_note, pupil_id),
					   .check = check,
					   .events = events};

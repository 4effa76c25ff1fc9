/* Two records of one child become one: all that stands of the second goes to the
 * first through the record layer, so that the audit tells of each. */
#include "model/model.h"
#include <sen/provision.h>
#include <string.h>

struct merge {
	struct sen_store *store;
	int64_t keep, other;
	struct sen_buf left;
	size_t moved;
};

static int64_t *pupil_of(const struct sen_record *kind, void *record)
{
	return (int64_t *)((char *)record + kind->pupil_offset);
}

/* What the first child has in the same time wins; the second's stays with the
 * second, marked. */
static int leave_behind(struct merge *merge, const struct sen_record *kind, int64_t id, struct sen_err *err)
{
	const char *reason = sen_format(merge->store->arena, "P%lld is P%lld, which has one in that time",
					(long long)merge->other, (long long)merge->keep);
	sen_err_clear(err);
	sen_buf_addf(&merge->left, "%s%s%lld", merge->left.len ? ", " : "", kind->prefix, (long long)id);
	return sen_record_void(merge->store, kind, id, reason, err);
}

/* May it give way?  A period, or a contact, target or absence that both records have. */
static bool gives_way(const struct sen_record *kind)
{
	return kind == &sen_pupil_contact_record || kind == &sen_provision_target_record ||
	       kind == &sen_absence_record ||
	       (sen_field_named(kind, "from_on") && sen_field_named(kind, "until_on"));
}

static int move_kind(struct merge *merge, const struct sen_record *kind, struct sen_err *err)
{
	char *records;
	size_t count;
	int rc = sen_record_of_pupil(merge->store, kind, merge->other, (void **)&records, &count, err);
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_head *head = (struct sen_head *)(void *)(records + i * kind->size);
		*pupil_of(kind, head) = merge->keep;
		rc = sen_record_update(merge->store, kind, head, err);
		if (rc == 0)
			merge->moved++;
		else if ((rc == SEN_INVALID || rc == SEN_CONFLICT) && gives_way(kind))
			rc = leave_behind(merge, kind, head->id, err);
		else
			sen_wrap(err, "%s%lld", kind->prefix, (long long)head->id);
	}
	return rc;
}

/* What the first record of the child does not know, the second tells. */
static void fill_in(struct sen_pupil *keep, const struct sen_pupil *other)
{
	for (size_t i = 0; i < sen_pupil_record.count; i++) {
		const struct sen_field *field = &sen_pupil_record.fields[i];
		char *to = (char *)keep + field->offset;
		const char *from = (const char *)other + field->offset;
		if ((field->flags & SEN_F_INTERNAL) || !sen_field_unset(field, keep) ||
		    strcmp(field->name, "left_on") == 0)
			continue;
		if (field->kind == SEN_K_DATE)
			*(sen_date *)(void *)to = *(const sen_date *)(const void *)from;
		else
			*(const char **)(void *)to = *(const char *const *)(const void *)from;
	}
	if (!keep->former_upn && !model_same(keep->upn, other->upn))
		keep->former_upn = other->upn;
}

/* Two names, numbers or birthdays: the note keeps the second's as they were. */
static int keep_note(struct merge *merge, const struct sen_pupil *other, struct sen_err *err)
{
	struct sen_note *note = sen_record_new(merge->store->arena, &sen_note_record);
	struct sen_buf text = {.arena = merge->store->arena};
	sen_buf_addf(&text, "P%lld was a second record of this child and was merged into this one. It said:",
		     (long long)merge->other);
	for (size_t i = 0; i < sen_pupil_record.count; i++) {
		const struct sen_field *field = &sen_pupil_record.fields[i];
		if ((field->flags & SEN_F_INTERNAL) || sen_field_unset(field, other))
			continue;
		sen_buf_addf(&text, "\n%s: %s", field->name,
			     sen_field_text(merge->store->arena, field, other));
	}
	if (merge->left.len)
		sen_buf_addf(&text, "\nRemoved with it, as this record has one in that time: %s",
			     merge->left.text);
	note->pupil_id = merge->keep;
	note->noted_on = merge->store->context.today;
	note->noted_by = merge->store->context.who;
	note->note = text.text;
	return sen_record_insert(merge->store, &sen_note_record, note, err);
}

static int check_two(const struct sen_pupil *keep, const struct sen_pupil *other, struct sen_err *err)
{
	if (keep->head.id == other->head.id)
		return sen_fail(err, SEN_USAGE, "that is one record already: P%lld",
				(long long)keep->head.id);
	if (keep->head.school_id != other->head.school_id) {
		sen_fail(err, SEN_INVALID, "the two records belong to two schools");
		sen_hint(err, "a child in two schools of one file is two records, linked by UPN");
		return err->code;
	}
	if (keep->head.voided_at || other->head.voided_at)
		return sen_fail(err, SEN_INVALID, "P%lld has been removed",
				(long long)(keep->head.voided_at ? keep->head.id : other->head.id));
	if (keep->dob != SEN_NO_DATE && other->dob != SEN_NO_DATE && keep->dob != other->dob) {
		sen_fail(err, SEN_INVALID, "the two records have two dates of birth");
		sen_hint(
			err,
			"if it is one child, mend the wrong one first: 'sendctl pupil edit P%lld --dob DATE'",
			(long long)other->head.id);
		return err->code;
	}
	return 0;
}

static int load_two(struct sen_store *store, int64_t keep_id, int64_t other_id, struct sen_pupil *keep,
		    struct sen_pupil *other, struct sen_err *err)
{
	int rc = sen_record_get(store, &sen_pupil_record, keep_id, keep, err);
	if (rc == 0)
		rc = sen_record_get(store, &sen_pupil_record, other_id, other, err);
	return rc < 0 ? rc : check_two(keep, other, err);
}

int sen_pupil_merge(struct sen_store *store, int64_t keep_id, int64_t other_id, struct sen_merged *out,
		    struct sen_err *err)
{
	struct merge merge = {store, keep_id, other_id, {.arena = store->arena}, 0};
	struct sen_pupil keep, other;
	const char *reason = sen_format(store->arena, "merged into P%lld", (long long)keep_id);
	int rc = load_two(store, keep_id, other_id, &keep, &other, err);
	for (size_t i = 0; i < sen_record_count && rc == 0; i++) {
		if (sen_records[i]->flags & SEN_R_PUPIL)
			rc = move_kind(&merge, sen_records[i], err);
	}
	/* The number goes over only when the second has it no more. */
	if (rc < 0 || (rc = sen_record_void(store, &sen_pupil_record, other_id, reason, err)) < 0)
		return rc;
	fill_in(&keep, &other);
	if ((rc = sen_record_update(store, &sen_pupil_record, &keep, err)) < 0 ||
	    (rc = keep_note(&merge, &other, err)) < 0)
		return rc;
	*out = (struct sen_merged){merge.moved, merge.left.text};
	return 0;
}

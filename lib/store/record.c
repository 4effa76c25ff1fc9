/* The one write path: every change of a record writes its row and its audit
 * entry, calls the kind's hooks and marks the child for settle. */
#include "store/private.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* ---- Values ---- */

static void bind_field(struct db_stmt *stmt, int index, const struct sen_field *field, const void *record)
{
	switch (field_c(field)) {
	case FIELD_C_TEXT:
		db_bind_text_at(stmt, index, field_text(field, record));
		break;
	case FIELD_C_DATE:
		db_bind_date_at(stmt, index, field_date(field, record));
		break;
	case FIELD_C_INT:
		db_bind_int_at(stmt, index, field_int(field, record));
	}
}

/* As JSON, for the audit. */
static void add_value(struct sen_buf *buf, const struct sen_field *field, const void *record)
{
	char text[24];
	int64_t number;

	if (sen_field_unset(field, record)) {
		sen_buf_addn(buf, "null", 4);
		return;
	}
	switch (field_c(field)) {
	case FIELD_C_TEXT:
		audit_quote(buf, field_text(field, record));
		return;
	case FIELD_C_DATE:
		text[0] = '"';
		sen_date_text(field_date(field, record), text + 1);
		text[11] = '"';
		sen_buf_addn(buf, text, 12);
		return;
	case FIELD_C_INT:
		number = field_int(field, record);
		if (field->kind == SEN_K_BOOL)
			sen_buf_add(buf, number ? "true" : "false");
		else
			sen_buf_addn(buf, text, audit_number(number, text));
	}
}

/* One more field into the entry's names and text, [value, ...] in the order of
 * the names; on an update [[old, new], ...]. */
static void add_field(struct sen_buf *names, struct sen_buf *text, const struct sen_field *field,
		      const void *record, const void *old)
{
	if (names->len)
		sen_buf_addn(names, ",", 1);
	sen_buf_add(names, field->name);
	sen_buf_addn(text, text->len ? ",[" : "[[", old ? 2 : 1);
	if (old) {
		add_value(text, field, old);
		sen_buf_addn(text, ",", 1);
	}
	add_value(text, field, record);
	if (old)
		sen_buf_addn(text, "]", 1);
}

/* ---- What every write does ---- */

/* The child a record is about: its own column, or the pupil itself. */
static int64_t pupil_of(const struct sen_record *kind, const void *record)
{
	if (kind->flags & SEN_R_PUPIL)
		return *(const int64_t *)((const char *)record + kind->pupil_offset);
	if (!strcmp(kind->table, "pupil"))
		return ((const struct sen_head *)record)->id;
	return SEN_NO_INT;
}

int record_audit(struct sen_store *store, const struct sen_record *kind, const void *record, const char *op,
		 struct sen_err *err)
{
	const struct sen_head *head = record;
	struct sen_buf *names, *text;
	struct audit_entry entry = {
		.op = op,
		.noun = kind->noun,
		.record_id = head->id,
		.rev = head->rev,
		.pupil_id = pupil_of(kind, record),
		.school_id = head->school_id,
	};

	audit_made(store, &names, &text);
	entry.fields = names->len ? names->text : "";
	entry.text = text->len ? text->text : NULL;
	entry.text_len = text->len;
	return audit_add(store, &entry, err);
}

int record_touch(struct sen_store *store, const struct sen_record *kind, const void *record,
		 struct sen_err *err)
{
	int64_t pupil;

	if (kind->flags & SEN_R_SCHOOL) {
		school_forget(store);
		return store_touch_all(store, err);
	}
	if (kind->flags & SEN_R_HOUSE)
		store->touched_school = true;
	if (!(kind->flags & SEN_R_OWED))
		return 0;
	pupil = pupil_of(kind, record);
	return pupil == SEN_NO_INT ? 0 : store_touch(store, pupil, err);
}

static int missing(struct sen_store *store, const struct sen_field *field, struct sen_err *err)
{
	const char *name = field_option(store->arena, field);

	sen_fail(err, SEN_INVALID, "%s is missing", name);
	if (field->flags & SEN_F_POSITIONAL)
		sen_hint(err, "Give it in its place, in quotes when it has spaces: %s.", field->help);
	else
		sen_hint(err, "Give it with %s %s: %s.", name, field->value ? field->value : "VALUE",
			 field->help);
	return SEN_INVALID;
}

static int check(struct sen_store *store, const struct sen_record *kind, const void *record, const void *old,
		 struct sen_err *err)
{
	size_t i;

	for (i = 0; i < kind->count; i++)
		if ((kind->fields[i].flags & SEN_F_REQUIRED) && sen_field_unset(&kind->fields[i], record))
			return missing(store, &kind->fields[i], err);
	return kind->check ? kind->check(store, record, old, err) : 0;
}

/* ---- Insert ---- */

static int give_head(struct sen_store *store, const struct sen_record *kind, struct sen_head *head,
		     struct sen_err *err)
{
	char uid[33];
	int rc = store_next_id(store, kind->noun, &head->id, err);

	if (rc < 0)
		return rc;
	store_uid(uid);
	head->uid = sen_strndup(store->arena, uid, 32);
	head->rev = 1;
	head->voided_at = NULL;
	if (head->school_id == 0)
		head->school_id = strcmp(kind->table, "school") ? store->school_id : head->id;
	if (head->school_id != 0)
		return 0;
	sen_fail(err, SEN_USAGE, "the records file holds several schools and none is named");
	sen_hint(err, "Name one with --school.");
	return SEN_USAGE;
}

static int insert_row(struct sen_store *store, const struct sen_record *kind, const void *record,
		      struct sen_err *err)
{
	const struct sen_head *head = record;
	struct db_stmt *stmt;
	size_t i;
	int rc = record_insert_stmt(store, record_plan(store, kind), &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int_at(stmt, 1, head->id);
	db_bind_text_at(stmt, 2, head->uid);
	db_bind_int_at(stmt, 3, head->school_id);
	db_bind_int_at(stmt, 4, head->rev);
	for (i = 0; i < kind->count; i++)
		bind_field(stmt, HEAD_COLUMNS + (int)i, &kind->fields[i], record);
	return db_run(stmt, err);
}

int sen_record_insert(struct sen_store *store, const struct sen_record *kind, void *record,
		      struct sen_err *err)
{
	struct sen_buf *names, *text;
	size_t i;
	int rc;

	if ((rc = check(store, kind, record, NULL, err)) < 0 ||
	    (rc = give_head(store, kind, record, err)) < 0 || (rc = insert_row(store, kind, record, err)) < 0)
		return rc;
	audit_buffers(store, &names, &text);
	for (i = 0; i < kind->count; i++)
		if (!sen_field_unset(&kind->fields[i], record))
			add_field(names, text, &kind->fields[i], record, NULL);
	if (text->len)
		sen_buf_addn(text, "]", 1);
	if ((rc = record_audit(store, kind, record, "insert", err)) < 0 ||
	    (rc = record_touch(store, kind, record, err)) < 0)
		return rc;
	return kind->changed ? kind->changed(store, record, NULL, err) : 0;
}

/* ---- Update ---- */

int record_gone(const struct sen_record *kind, int64_t id, struct sen_err *err)
{
	sen_fail(err, SEN_INVALID, "%s %s%lld was removed", kind->noun, kind->prefix, (long long)id);
	sen_hint(err, "It stays as it was. If it was removed by mistake, 'sendctl undo' puts it back.");
	return SEN_INVALID;
}

/* --if-rev is about the first record that a command changes. */
int record_if_rev(struct sen_store *store, const struct sen_record *kind, const struct sen_head *old,
		  struct sen_err *err)
{
	int64_t wanted = store->context.if_rev;

	if (store->if_rev_met || wanted == SEN_NO_INT)
		return 0;
	store->if_rev_met = true;
	if (wanted == old->rev)
		return 0;
	sen_fail(err, SEN_CONFLICT, "%s %s%lld was changed meanwhile: it is at revision %lld, not %lld",
		 kind->noun, kind->prefix, (long long)old->id, (long long)old->rev, (long long)wanted);
	if (strcmp(kind->noun, "milestone") == 0) /* it has no page of its own */
		sen_hint(err,
			 "Look at it again with 'sendctl ehcp show', or 'appeal show', 'complaint show'.");
	else
		sen_hint(err, "Look at it again with 'sendctl %s show %s%lld'.", kind->noun, kind->prefix,
			 (long long)old->id);
	return SEN_CONFLICT;
}

int sen_record_if_rev(struct sen_store *store, const struct sen_record *kind, const struct sen_head *record,
		      struct sen_err *err)
{
	return record_if_rev(store, kind, record, err);
}

static uint64_t differences(const struct sen_record *kind, const void *record, const void *old)
{
	uint64_t mask = 0;
	size_t i;

	assert(kind->count <= 64);
	for (i = 0; i < kind->count; i++)
		if (!sen_field_equal(&kind->fields[i], record, old))
			mask |= 1ULL << i;
	return mask;
}

static int update_row(struct sen_store *store, const struct sen_record *kind, const void *record,
		      uint64_t mask, struct sen_err *err)
{
	const struct sen_head *head = record;
	struct db_stmt *stmt;
	int index = 1, rc = record_update_stmt(store, record_plan(store, kind), mask, &stmt, err);
	size_t i;

	if (rc < 0)
		return rc;
	db_bind_int_at(stmt, index++, head->rev);
	for (i = 0; i < kind->count; i++)
		if (mask & (1ULL << i))
			bind_field(stmt, index++, &kind->fields[i], record);
	db_bind_int_at(stmt, index, head->id);
	return db_run(stmt, err);
}

static int write_update(struct sen_store *store, const struct sen_record *kind, void *record, const void *old,
			struct sen_err *err)
{
	struct sen_head *head = record;
	struct sen_buf *names, *text;
	uint64_t mask;
	size_t i;
	int rc;

	/* The check may bring fields into their form, or set those kept by the record. */
	if ((rc = check(store, kind, record, old, err)) < 0)
		return rc;
	mask = differences(kind, record, old);
	if (!mask)
		return 0;
	head->rev++;
	if ((rc = update_row(store, kind, record, mask, err)) < 0)
		return rc;
	audit_buffers(store, &names, &text);
	for (i = 0; i < kind->count; i++)
		if (mask & (1ULL << i))
			add_field(names, text, &kind->fields[i], record, old);
	sen_buf_addn(text, "]", 1);
	if ((rc = record_audit(store, kind, record, "update", err)) < 0 ||
	    (rc = record_touch(store, kind, old, err)) < 0 ||
	    (rc = record_touch(store, kind, record, err)) < 0)
		return rc;
	return kind->changed ? kind->changed(store, record, old, err) : 0;
}

static int update(struct sen_store *store, const struct sen_record *kind, void *record, struct sen_err *err)
{
	struct sen_head *head = record;
	struct sen_head *old = sen_record_new(store->scratch, kind);
	int rc;

	if ((rc = record_get(store, kind, head->id, old, store->scratch, err)) < 0 ||
	    (rc = record_if_rev(store, kind, old, err)) < 0)
		return rc;
	if (old->voided_at)
		return record_gone(kind, old->id, err);
	if (!head->uid)
		head->uid = sen_strdup(store->arena, old->uid);
	head->school_id = old->school_id;
	head->rev = old->rev;
	head->voided_at = NULL;
	return differences(kind, record, old) ? write_update(store, kind, record, old, err) : 0;
}

int sen_record_update(struct sen_store *store, const struct sen_record *kind, void *record,
		      struct sen_err *err)
{
	struct sen_mark mark = sen_arena_mark(store->scratch);
	int rc = update(store, kind, record, err);

	sen_arena_release(store->scratch, mark);
	return rc;
}

/* ---- Erasing ---- */

/* The row as `record` says, void or not, without a check: what was in it leaves
 * the audit too. */
static int erase(struct sen_store *store, const struct sen_record *kind, void *record, const char *reason,
		 struct sen_err *err)
{
	struct sen_head *head = record;
	struct sen_head *old = sen_record_new(store->scratch, kind);
	uint64_t mask;
	int rc = record_get(store, kind, head->id, old, store->scratch, err);

	if (rc < 0)
		return rc;
	mask = differences(kind, record, old);
	head->rev = old->rev + (mask != 0);
	if ((mask && (rc = update_row(store, kind, record, mask, err)) < 0) ||
	    (rc = audit_redact(store, kind->noun, head->id, reason, err)) < 0)
		return rc;
	return record_touch(store, kind, record, err);
}

int record_erase(struct sen_store *store, const struct sen_record *kind, void *record, const char *reason,
		 struct sen_err *err)
{
	struct sen_mark mark = sen_arena_mark(store->scratch);
	int rc = erase(store, kind, record, reason, err);

	sen_arena_release(store->scratch, mark);
	return rc;
}

/* A concern handed to the DSL: that it was, to whom and when is kept; nothing
 * of its substance is left, in the records or in the audit (R24). */
#include "model/model.h"
#include <string.h>

/* All records that belong to the concern: by their own reference to it, or by
 * the id written in `record`. */
#define OF_RECORD(table)                                                               \
	"SELECT id FROM " table " WHERE pupil_id = :pupil AND (record = 'C' || :id OR" \
	" record IN (SELECT 'SP' || id FROM concern_step WHERE concern_id = :id)"      \
	" OR record IN (SELECT 'RF' || id FROM referral WHERE pupil_id = :pupil AND concern_id = :id))"

static void of_concern(void *record)
{
	struct sen_concern *c = record;
	c->concern = SEN_CONCERN_HANDED;
	c->involved = c->area = c->wanted = c->teacher_view = c->causes = c->shortened = NULL;
	c->close_reason = NULL;
}
static void of_tried(void *record)
{
	struct sen_tried *t = record;
	t->what = SEN_CONCERN_HANDED;
	t->worked = NULL;
}
static void of_step(void *record)
{
	struct sen_concern_step *s = record;
	s->who = s->note = s->proposed = s->again = NULL;
}
static void of_note(void *record)
{
	((struct sen_note *)record)->note = SEN_CONCERN_HANDED;
}
static void of_attachment(void *record)
{
	struct sen_attachment *a = record;
	a->title = a->filename = SEN_CONCERN_HANDED;
	a->type = "application/octet-stream";
	a->digest = "";
	a->size = 0;
}
static void of_referral(void *record)
{
	struct sen_referral *r = record;
	r->reason = SEN_CONCERN_HANDED;
	r->advice = r->close_reason = NULL;
}
static void of_action(void *record)
{
	struct sen_action *a = record;
	a->what = SEN_CONCERN_HANDED;
	a->result = NULL;
}
static void of_entry(void *record)
{
	((struct sen_register_entry *)record)->reason = SEN_CONCERN_HANDED;
}

static const struct kind {
	const struct sen_record *record;
	const char *sql;
	void (*empty)(void *record);
} kinds[] = {
	{&sen_tried_record, "SELECT id FROM tried WHERE pupil_id = :pupil AND concern_id = :id", of_tried},
	/* A note of an opening again from before notes named their record. */
	{&sen_note_record,
	 OF_RECORD("note") " OR (pupil_id = :pupil AND note LIKE 'C' || :id || ' opened again:%')", of_note},
	{&sen_attachment_record, OF_RECORD("attachment"), of_attachment},
	{&sen_action_record, OF_RECORD("action"), of_action},
	{&sen_register_record,
	 "SELECT id FROM register_entry WHERE pupil_id = :pupil AND reason LIKE 'C' || :id || ' closed:%'",
	 of_entry},
	{&sen_referral_record, "SELECT id FROM referral WHERE pupil_id = :pupil AND concern_id = :id",
	 of_referral},
	/* Last: the others are found through them. */
	{&sen_concern_step_record, "SELECT id FROM concern_step WHERE concern_id = :id AND pupil_id = :pupil",
	 of_step},
};

static int erase_bytes(struct sen_store *store, int64_t id, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, "DELETE FROM attachment_data WHERE id = :id", &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":id", id);
	return db_run(stmt, err);
}

static int erase_one(struct sen_store *store, int64_t pupil_id, const struct kind *kind, int64_t id,
		     const char *reason, struct sen_err *err)
{
	void *record = sen_record_new(store->arena, kind->record);
	int rc = sen_record_get(store, kind->record, id, record, err);
	if (rc < 0)
		return rc;
	kind->empty(record);
	if ((rc = request_forget(store, pupil_id, kind->record->noun, id, err)) < 0 ||
	    (rc = record_erase(store, kind->record, record, reason, err)) < 0)
		return rc;
	return kind->record == &sen_attachment_record ? erase_bytes(store, id, err) : 0;
}

static int ids_of(struct sen_store *store, const struct sen_concern *concern, const struct kind *kind,
		  int64_t **ids, size_t *count, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t cap = 0;
	int rc = db_prepare(store->db, kind->sql, &stmt, err);
	*ids = NULL;
	*count = 0;
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", concern->pupil_id);
	db_bind_int(stmt, ":id", concern->head.id);
	while ((rc = db_step(stmt, err)) > 0)
		*SEN_PUSH(store->arena, *ids, *count, cap) = db_col_int(stmt, 0);
	return rc;
}

static int erase_rest(struct sen_store *store, const struct sen_concern *concern, const char *reason,
		      size_t *records, struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; rc == 0 && i < SEN_COUNT(kinds); i++) {
		int64_t *ids;
		size_t count;
		rc = ids_of(store, concern, &kinds[i], &ids, &count, err);
		for (size_t k = 0; rc == 0 && k < count; k++, (*records)++)
			rc = erase_one(store, concern->pupil_id, &kinds[i], ids[k], reason, err);
	}
	return rc;
}

static int check_handover(struct sen_store *store, const struct sen_concern *concern,
			  const struct sen_handover *handover, struct sen_err *err)
{
	char day[16];
	if (concern->handed_on != SEN_NO_DATE)
		return 0;
	if (!handover->to)
		return sen_fail(err, SEN_INVALID, "say to whom it is handed with --who");
	if (handover->on > store->context.today)
		return sen_fail(err, SEN_INVALID, "--on: %s has not come yet",
				sen_date_long(handover->on, day));
	if (handover->on < concern->opened_on)
		return sen_fail(err, SEN_INVALID, "--on: %s is before the concern was raised",
				sen_date_long(handover->on, day));
	return 0;
}

int sen_concern_handover(struct sen_store *store, int64_t id, struct sen_handover *handover,
			 struct sen_err *err)
{
	struct sen_concern concern;
	const char *reason = "handed to the DSL";
	int rc = sen_record_get(store, &sen_concern_record, id, &concern, err);
	handover->records = 1;
	if (rc < 0 || (rc = check_handover(store, &concern, handover, err)) < 0 ||
	    (rc = erase_rest(store, &concern, reason, &handover->records, err)) < 0)
		return rc;
	if (concern.handed_on == SEN_NO_DATE) {
		concern.handed_to = handover->to;
		concern.handed_on = handover->on;
	}
	if (concern.closed_on == SEN_NO_DATE) {
		concern.closed_on = concern.handed_on;
		concern.result = "dsl";
	}
	of_concern(&concern);
	if ((rc = request_forget(store, concern.pupil_id, "concern", id, err)) < 0)
		return rc;
	handover->to = concern.handed_to;
	handover->on = concern.handed_on;
	return record_erase(store, &sen_concern_record, &concern, reason, err);
}

/* Audit entries: one for every change and for what leaves the file, each
 * chained to the one before it in its school (design.md 4). */
#include "store/private.h"

#include <sen/json.h>
#include <sen/text.h>
#include <sodium.h>
#include <string.h>

struct head {
	int64_t school_id, seq;
	unsigned char h[AUDIT_HASH];
	bool dirty;
};

struct audit {
	struct audit_rows *rows;
	int64_t next_seq, command; /* 0: not yet known */
	unsigned char command_h[AUDIT_HASH];
	struct head *heads;
	size_t head_count, head_cap;
	struct sen_buf names, text;
	bool anyway_kept;
};

static struct audit *audit_of(struct sen_store *store)
{
	if (!store->audit) {
		store->audit = SEN_NEW(store->keep, struct audit, 1);
		store->audit->rows = audit_rows_new(store->keep);
		store->audit->names.arena = store->keep;
		store->audit->text.arena = store->keep;
	}
	return store->audit;
}

void audit_forget(struct sen_store *store)
{
	struct audit *audit = audit_of(store);

	audit->next_seq = audit->command = 0;
	audit->head_count = 0;
	audit->anyway_kept = false;
	audit_rows_forget(audit->rows);
}

/* ---- The entry's text ---- */

void audit_buffers(struct sen_store *store, struct sen_buf **names, struct sen_buf **text)
{
	audit_made(store, names, text);
	(*names)->len = (*text)->len = 0;
}

void audit_made(struct sen_store *store, struct sen_buf **names, struct sen_buf **text)
{
	*names = &audit_of(store)->names;
	*text = &audit_of(store)->text;
}

size_t audit_number(int64_t number, char out[24])
{
	uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
	char digits[24];
	size_t n = sizeof(digits), len;

	do
		digits[--n] = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (number < 0)
		digits[--n] = '-';
	len = sizeof(digits) - n;
	memcpy(out, digits + n, len);
	return len;
}

void audit_quote(struct sen_buf *buf, const char *text)
{
	size_t len;

	for (len = 0; text[len]; len++) {
		unsigned char c = (unsigned char)text[len];

		if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f) {
			sen_json_quote(buf, text);
			return;
		}
	}
	sen_buf_addn(buf, "\"", 1);
	sen_buf_addn(buf, text, len);
	sen_buf_addn(buf, "\"", 1);
}

/* ---- Writing ---- */

/* Who does it, when and how: written once, before the first entry. */
static int write_command(struct sen_store *store, struct audit *audit, struct sen_err *err)
{
	struct db_stmt *stmt;
	char today[11];
	struct audit_command command = {
		.id = audit->next_seq,
		.at = store->now,
		.who = store->context.who,
		.login = store_login(store),
		.verb = store->context.verb ? store->context.verb : "",
	};
	int rc = db_cached(store->db,
			   "INSERT INTO command (id, at, today, who, login, verb)"
			   " VALUES (:id, :at, :today, :who, :login, :verb)",
			   &stmt, err);

	if (rc < 0)
		return rc;
	if (store->context.today_assumed)
		command.today = sen_date_text(store->context.today, today);
	audit_command_hash(&command, audit->command_h);
	db_bind_int(stmt, ":id", command.id);
	db_bind_text(stmt, ":at", command.at);
	db_bind_text(stmt, ":today", command.today);
	db_bind_text(stmt, ":who", command.who);
	db_bind_text(stmt, ":login", command.login);
	db_bind_text(stmt, ":verb", command.verb);
	if ((rc = db_run(stmt, err)) < 0)
		return rc;
	audit->command = command.id;
	return 0;
}

static int first_seq(struct sen_store *store, struct audit *audit, struct sen_err *err)
{
	int64_t last, kept;
	int rc;

	if (audit->command)
		return 0;
	if (sodium_init() < 0) /* finds the fastest code for this processor */
		return sen_fail(err, SEN_FAIL, "libsodium cannot be used");
	/* The heads too: an entry cut from the end must leave a gap. */
	if ((rc = db_int(store->db, "SELECT max(seq) FROM audit", 0, &last, err)) < 0 ||
	    (rc = db_int(store->db, "SELECT max(seq) FROM audit_head", 0, &kept, err)) < 0)
		return rc;
	audit->next_seq = (last > kept ? last : kept) + 1;
	return write_command(store, audit, err);
}

static int head_of(struct sen_store *store, int64_t school_id, struct head **out, struct sen_err *err)
{
	struct audit *audit = store->audit;
	struct db_stmt *stmt;
	const void *h;
	size_t i, len;
	int rc;

	for (i = 0; i < audit->head_count; i++) {
		*out = &audit->heads[i];
		if (audit->heads[i].school_id == school_id)
			return 0;
	}
	rc = db_cached(store->db, "SELECT seq, h FROM audit_head WHERE school_id = :school", &stmt, err);
	if (rc < 0)
		return rc;
	*out = SEN_PUSH(store->keep, audit->heads, audit->head_count, audit->head_cap);
	memset(*out, 0, sizeof(**out));
	(*out)->school_id = school_id;
	db_bind_int_at(stmt, 1, school_id);
	rc = db_step(stmt, err);
	if (rc > 0) {
		(*out)->seq = db_col_int(stmt, 0);
		h = db_col_blob(stmt, 1, &len);
		if (len == AUDIT_HASH)
			memcpy((*out)->h, h, AUDIT_HASH);
	}
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

static int add(struct sen_store *store, struct audit_facts *facts, const char *text, size_t text_len,
	       struct sen_err *err)
{
	struct audit *audit = store->audit;
	unsigned char salt[AUDIT_SALT], text_h[AUDIT_HASH], h[AUDIT_HASH];
	struct head *head;
	int rc = head_of(store, facts->school_id, &head, err);

	if (rc < 0)
		return rc;
	if (text) {
		sen_random(salt, sizeof(salt));
		audit_text_hash(salt, facts->anyway, text, text_len, text_h);
	}
	audit_hash(head->h, facts, text ? text_h : NULL, h);
	rc = audit_rows_add(store, audit->rows, facts, text ? salt : NULL, text, h, err);
	if (rc < 0)
		return rc;
	memcpy(head->h, h, AUDIT_HASH);
	head->seq = facts->seq;
	head->dirty = true;
	audit->next_seq++;
	return 0;
}

int audit_add(struct sen_store *store, const struct audit_entry *entry, struct sen_err *err)
{
	struct audit *audit = audit_of(store);
	struct audit_facts facts = {
		.school_id = entry->school_id,
		.command_h = audit->command_h,
		.op = entry->op,
		.noun = entry->noun,
		.record_id = entry->record_id,
		.rev = entry->rev,
		.pupil_id = entry->pupil_id ? entry->pupil_id : SEN_NO_INT,
		.fields = entry->fields ? entry->fields : "",
		.anyway = store->anyway_used ? store->context.anyway : NULL,
	};
	int rc = first_seq(store, audit, err);

	if (rc < 0)
		return rc;
	facts.seq = audit->next_seq;
	facts.command = audit->command;
	if (facts.anyway)
		audit->anyway_kept = true;
	return add(store, &facts, entry->text, entry->text_len, err);
}

static int flush_head(struct sen_store *store, struct head *head, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db,
			   "INSERT INTO audit_head (school_id, seq, h) VALUES (:school, :seq, :h)"
			   " ON CONFLICT (school_id) DO UPDATE SET seq = excluded.seq, h = excluded.h",
			   &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", head->school_id);
	db_bind_int(stmt, ":seq", head->seq);
	db_bind_blob(stmt, ":h", head->h, AUDIT_HASH);
	rc = db_run(stmt, err);
	head->dirty = rc < 0;
	return rc;
}

int audit_flush(struct sen_store *store, struct sen_err *err)
{
	struct audit *audit = audit_of(store);
	size_t i;
	int rc = 0;

	/* A rule passed by after the last change still leaves its reason. */
	if (store->anyway_used && !audit->anyway_kept)
		rc = sen_audit_note(store, "command", 0, "anyway", err);
	if (rc == 0)
		rc = audit_rows_flush(store, audit->rows, err);
	for (i = 0; rc == 0 && i < audit->head_count; i++)
		if (audit->heads[i].dirty)
			rc = flush_head(store, &audit->heads[i], err);
	return rc;
}

int sen_audit_note(struct sen_store *store, const char *noun, int64_t id, const char *what,
		   struct sen_err *err)
{
	struct sen_buf *names, *text;
	struct audit_entry entry = {
		.op = "note",
		.noun = noun,
		.record_id = id,
		.school_id = store->school_id,
	};

	audit_buffers(store, &names, &text);
	sen_buf_add(text, "{\"what\":");
	audit_quote(text, what);
	sen_buf_add(text, "}");
	if (!strcmp(noun, "pupil"))
		entry.pupil_id = id;
	entry.text = text->text;
	entry.text_len = text->len;
	return audit_add(store, &entry, err);
}

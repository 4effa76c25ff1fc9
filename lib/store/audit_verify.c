/* Is the audit whole?  Walks every chain from its first entry, and takes the
 * erasable text out of a record's entries so that it stays so. */
#include "store/private.h"

#include <sen/text.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENTRIES                                                                                           \
	"SELECT seq, school_id, command, record_id, rev, pupil_id, op, noun, fields, anyway, salt, body," \
	" text_h, h FROM audit ORDER BY seq"
#define COMMANDS "SELECT id, at, today, who, login, verb FROM command WHERE id = :id"

struct chain {
	int64_t school_id, seq;
	unsigned char h[AUDIT_HASH];
};

struct walk {
	struct sen_arena *arena;
	struct sen_audit_report *report;
	struct chain *chains;
	size_t chain_count, chain_cap;
	int64_t *redacted; /* emptied entries that no later entry has named yet */
	size_t redacted_count, redacted_cap;
	int64_t last;
	struct db_stmt *commands; /* the row of the command whose entries are being read */
	int64_t command, command_count;
	unsigned char command_h[AUDIT_HASH];
};

static struct chain *chain_of(struct walk *walk, int64_t school_id)
{
	struct chain *chain;
	size_t i;

	for (i = 0; i < walk->chain_count; i++)
		if (walk->chains[i].school_id == school_id)
			return &walk->chains[i];
	chain = SEN_PUSH(walk->arena, walk->chains, walk->chain_count, walk->chain_cap);
	chain->school_id = school_id;
	return chain;
}

static bool bad(struct walk *walk, int64_t seq, const char *what)
{
	walk->report->bad_seq = seq;
	walk->report->bad_what = what;
	return false;
}

/* A redaction's `fields` are the numbers of the entries it emptied: "12,15". */
static void named(struct walk *walk, const char *list)
{
	size_t i;

	while (*list) {
		char *end;
		int64_t seq = strtoll(list, &end, 10);

		if (end == list)
			return;
		for (i = 0; i < walk->redacted_count; i++)
			if (walk->redacted[i] == seq)
				walk->redacted[i--] = walk->redacted[--walk->redacted_count];
		list = *end ? end + 1 : end;
	}
}

/* The hash of the erasable part: from the text while it is there, else as
 * kept.  *out NULL: there never was one. */
static bool text_hash(struct walk *walk, struct db_stmt *stmt, int64_t seq, unsigned char room[AUDIT_HASH],
		      const unsigned char **out)
{
	size_t salt_len, text_len, kept_len;
	const void *salt = db_col_blob(stmt, 10, &salt_len);
	const char *text = db_col_text(stmt, 11, &text_len);
	const void *kept = db_col_blob(stmt, 12, &kept_len);
	const char *anyway = db_col_text(stmt, 9, NULL);

	*out = room;
	if (text) {
		if (salt_len != AUDIT_SALT || kept)
			return bad(walk, seq, "entry changed");
		audit_text_hash(salt, anyway, text, text_len, room);
	} else if (kept) {
		if (salt || kept_len != AUDIT_HASH || (anyway && strcmp(anyway, AUDIT_ERASED) != 0))
			return bad(walk, seq, "entry changed");
		memcpy(room, kept, AUDIT_HASH);
		walk->report->redacted++;
		*SEN_PUSH(walk->arena, walk->redacted, walk->redacted_count, walk->redacted_cap) = seq;
	} else {
		*out = NULL;
	}
	return true;
}

static struct audit_facts facts_of(const struct walk *walk, struct db_stmt *stmt)
{
	return (struct audit_facts){
		.seq = db_col_int(stmt, 0),
		.school_id = db_col_int(stmt, 1),
		.command = db_col_int(stmt, 2),
		.command_h = walk->command_h,
		.record_id = db_col_int(stmt, 3),
		.rev = db_col_int(stmt, 4),
		.pupil_id = db_col_int(stmt, 5),
		.op = db_col_text(stmt, 6, NULL),
		.noun = db_col_text(stmt, 7, NULL),
		.fields = db_col_text(stmt, 8, NULL),
		.anyway = db_col_text(stmt, 9, NULL),
	};
}

/* The hash of the entry's command, read when another one begins: its entries
 * stand together.  0: it is not there. */
static int command_of(struct walk *walk, const struct audit_facts *facts, struct sen_err *err)
{
	struct db_stmt *stmt = walk->commands;
	int rc = 1;

	if (facts->command == walk->command)
		return 1;
	db_bind_int_at(stmt, 1, facts->command);
	if ((rc = db_step(stmt, err)) > 0) {
		const struct audit_command command = {
			.id = db_col_int(stmt, 0),
			.at = db_col_text(stmt, 1, NULL),
			.today = db_col_text(stmt, 2, NULL),
			.who = db_col_text(stmt, 3, NULL),
			.login = db_col_text(stmt, 4, NULL),
			.verb = db_col_text(stmt, 5, NULL),
		};

		audit_command_hash(&command, walk->command_h);
		walk->command = facts->command;
		walk->command_count++;
	}
	db_reset(stmt);
	return rc;
}

/* 1 while all is well, else 0 and the report says what is not. */
static int step(struct walk *walk, struct db_stmt *stmt, struct sen_err *err)
{
	struct audit_facts facts = facts_of(walk, stmt);
	struct chain *chain = chain_of(walk, facts.school_id);
	unsigned char text_h[AUDIT_HASH], h[AUDIT_HASH];
	const unsigned char *text;
	const void *kept;
	size_t len;
	int rc;

	if (facts.seq != walk->last + 1)
		return bad(walk, walk->last + 1, "entry missing");
	if ((rc = command_of(walk, &facts, err)) <= 0)
		return rc < 0 ? rc : bad(walk, facts.seq, "the entry's command is missing");
	if (!text_hash(walk, stmt, facts.seq, text_h, &text))
		return false;
	audit_hash(chain->h, &facts, text, h);
	kept = db_col_blob(stmt, 13, &len);
	if (len != AUDIT_HASH || memcmp(h, kept, AUDIT_HASH) != 0)
		return bad(walk, facts.seq, "entry changed");
	memcpy(chain->h, h, AUDIT_HASH);
	chain->seq = walk->last = facts.seq;
	walk->report->entries++;
	if (!strcmp(facts.op, "redact"))
		named(walk, facts.fields);
	return 1;
}

/* The ends against the heads kept: a chain cannot tell that its tail was cut. */
static int compare_heads(struct sen_store *store, struct walk *walk, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t heads = 0, len;
	int rc = db_prepare(store->db, "SELECT school_id, seq, h FROM audit_head ORDER BY school_id", &stmt,
			    err);

	while (rc == 0 && !walk->report->bad_seq && (rc = db_step(stmt, err)) > 0) {
		struct chain *chain = chain_of(walk, db_col_int(stmt, 0));
		int64_t seq = db_col_int(stmt, 1);
		const void *h = db_col_blob(stmt, 2, &len);

		rc = 0;
		heads++;
		if (seq > chain->seq)
			bad(walk, chain->seq + 1, "the last entries are missing");
		else if (seq < chain->seq || len != AUDIT_HASH || memcmp(h, chain->h, len) != 0)
			bad(walk, chain->seq, "the last entry is not the one kept as last");
	}
	if (rc == 0 && !walk->report->bad_seq && heads < walk->chain_count)
		bad(walk, walk->last, "the last entry is not the one kept as last");
	return rc;
}

/* Commands that no entry bears are none of ours. */
static int compare_commands(struct sen_store *store, struct walk *walk, struct sen_err *err)
{
	int64_t kept;
	int rc = db_int(store->db, "SELECT COUNT(*) FROM command", 0, &kept, err);

	if (rc == 0 && !walk->report->bad_seq && kept != walk->command_count)
		bad(walk, walk->last, "a command is kept that no entry bears");
	return rc;
}

static int walk_entries(struct sen_store *store, struct walk *walk, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_cached(store->db, COMMANDS, &walk->commands, err);

	if (rc == 0)
		rc = db_prepare(store->db, ENTRIES, &stmt, err);
	while (rc == 0 && (rc = db_step(stmt, err)) > 0) {
		if ((rc = step(walk, stmt, err)) <= 0)
			return rc;
		rc = 0;
	}
	if (rc == 0 && walk->redacted_count > 0)
		bad(walk, walk->redacted[0], "text taken out without a redaction");
	return rc;
}

static int walk_all(struct sen_store *store, struct walk *walk, struct sen_err *err)
{
	int rc = walk_entries(store, walk, err);
	size_t i;

	if (rc < 0 || walk->report->bad_seq || (rc = compare_heads(store, walk, err)) < 0 ||
	    (rc = compare_commands(store, walk, err)) < 0)
		return rc;
	for (i = 0; i < walk->chain_count; i++)
		if (walk->chains[i].seq == walk->last && walk->last > 0)
			sen_hex(walk->chains[i].h, AUDIT_HASH, walk->report->head);
	return 0;
}

int sen_audit_verify(struct sen_store *store, struct sen_audit_report *out, struct sen_err *err)
{
	struct walk walk = {.report = out};
	int rc;

	memset(out, 0, sizeof(*out));
	if (sodium_init() < 0)
		return sen_fail(err, SEN_FAIL, "libsodium cannot be used");
	/* What this transaction has written is in the chain, and not yet its head. */
	if (store->mode != SEN_READ && store->in_transaction && (rc = audit_flush(store, err)) < 0)
		return rc;
	walk.arena = sen_arena_new();
	rc = walk_all(store, &walk, err);
	sen_arena_free(walk.arena);
	return rc;
}

/* ---- Redaction ---- */

static int empty_entry(struct sen_store *store, int64_t seq, const unsigned char *text_h, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db,
			   "UPDATE audit SET salt = NULL, body = NULL, text_h = :text_h,"
			   " anyway = CASE WHEN anyway IS NULL THEN NULL ELSE '" AUDIT_ERASED "' END"
			   " WHERE seq = :seq",
			   &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_blob(stmt, ":text_h", text_h, AUDIT_HASH);
	db_bind_int(stmt, ":seq", seq);
	return db_run(stmt, err);
}

/* Empties the entries; their numbers into `list`, the child of the last into *pupil. */
static int empty_entries(struct sen_store *store, const char *noun, int64_t record_id, struct sen_buf *list,
			 struct audit_entry *entry, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	unsigned char text_h[AUDIT_HASH];
	const char *text;
	const void *salt;
	size_t len, salt_len;
	int64_t seq;
	int rc = db_prepare(
		store->db,
		"SELECT seq, salt, body, pupil_id, school_id, anyway FROM audit WHERE body IS NOT NULL"
		" AND ((noun = :noun AND record_id = :id) OR (anyway IS NOT NULL AND command IN"
		" (SELECT command FROM audit WHERE noun = :noun AND record_id = :id)))"
		" ORDER BY seq",
		&stmt, err);

	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":noun", noun);
	db_bind_int(stmt, ":id", record_id);
	while ((rc = db_step(stmt, err)) > 0) {
		seq = db_col_int(stmt, 0);
		salt = db_col_blob(stmt, 1, &salt_len);
		text = db_col_text(stmt, 2, &len);
		if (salt_len != AUDIT_SALT)
			return sen_fail(err, SEN_FILE, "audit entry %lld is damaged", (long long)seq);
		audit_text_hash(salt, db_col_text(stmt, 5, NULL), text, len, text_h);
		if (!db_col_null(stmt, 3))
			entry->pupil_id = db_col_int(stmt, 3);
		entry->school_id = db_col_int(stmt, 4);
		sen_buf_addf(list, "%s%lld", list->len ? "," : "", (long long)seq);
		if ((rc = empty_entry(store, seq, text_h, err)) < 0)
			return rc;
	}
	return rc;
}

int audit_redact(struct sen_store *store, const char *noun, int64_t record_id, const char *reason,
		 struct sen_err *err)
{
	struct audit_entry entry = {
		.op = "redact", .noun = noun, .record_id = record_id, .school_id = store->school_id};
	struct sen_buf list = {.arena = store->arena}, *names, *text;
	int rc;

	if (sodium_init() < 0)
		return sen_fail(err, SEN_FAIL, "libsodium cannot be used");
	if ((rc = audit_flush(store, err)) < 0) /* the record's own may be of this command */
		return rc;
	if ((rc = empty_entries(store, noun, record_id, &list, &entry, err)) < 0)
		return rc;
	if (!list.len)
		return 0;
	audit_buffers(store, &names, &text);
	sen_buf_add(text, "{\"reason\":");
	audit_quote(text, reason ? reason : "");
	sen_buf_add(text, "}");
	entry.fields = list.text;
	entry.text = text->text;
	entry.text_len = text->len;
	return audit_add(store, &entry, err);
}

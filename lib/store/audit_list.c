/* Reading the audit: the list, and the heads of its chains. */
#include "store/care.h"

#include <sen/text.h>
#include <string.h>

#define COLUMNS                                                                                               \
	{"seq", "Entry", SEN_C_INT, 0, NULL, NULL, "number of the entry"},                                    \
		{"at", "At", SEN_C_INSTANT, 0, NULL, NULL, "when it was done, real time"},                    \
		{"today",                                                                                     \
		 "Taken as",                                                                                  \
		 SEN_C_DATE,                                                                                  \
		 SEN_COL_QUIET,                                                                               \
		 NULL,                                                                                        \
		 NULL,                                                                                        \
		 "the day taken as today, when --today was given"},                                           \
		{"who", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who did it, as claimed"},             \
		{"login", "Login", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who verifiably ran the command"}, \
		{"verb", "Command", SEN_C_TEXT, 0, NULL, NULL, "the command"},                                \
		{"op", "What", SEN_C_TEXT, 0, NULL, NULL, "insert, update, void, unvoid, note, redact"},      \
		{"noun", "Kind", SEN_C_TEXT, 0, NULL, NULL, "the kind of record"},                            \
		{"record", "Record", SEN_C_ID, 0, NULL, NULL, "its id"},                                      \
		{"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "its revision afterwards"},         \
	{                                                                                                     \
		"fields", "Fields", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the fields that changed"           \
	}

static const struct sen_column columns[] = {COLUMNS};
static const struct sen_column value_columns[] = {
	COLUMNS,
	{"anyway", "Reason", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "why a rule of the school was passed by"},
	{"values", "Values", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL,
	 "what was written, as JSON, in the order of the fields; [old, new] of a change"},
};

const struct sen_query sen_audit_list = {
	.name = "audit-list",
	.title = "Audit",
	.version = 1,
	.columns = columns,
	.count = SEN_COUNT(columns),
};

/* "CASE a.noun WHEN 'pupil' THEN 'P' ..." from the list of kinds. */
static size_t add_prefixes(const char **parts)
{
	size_t used = 0;
	parts[used++] = "CASE a.noun";
	for (size_t i = 0; i < sen_record_count; i++) {
		if (!sen_records[i]->prefix)
			continue;
		parts[used++] = " WHEN '";
		parts[used++] = sen_records[i]->noun;
		parts[used++] = "' THEN '";
		parts[used++] = sen_records[i]->prefix;
		parts[used++] = "'";
	}
	parts[used++] = " ELSE '' END";
	return used;
}

static const char *select_of(struct sen_arena *arena, bool values, bool limited)
{
	const char **parts = SEN_NEW(arena, const char *, sen_record_count * 5 + 16);
	size_t used = 0;
	if (limited) /* the newest so many, still oldest first */
		parts[used++] = "SELECT * FROM (";
	parts[used++] = "SELECT a.seq, c.at, c.today, c.who, c.login, c.verb, a.op, a.noun, a.rev, a.fields, "
			"CASE WHEN a.record_id = 0 THEN NULL ELSE ";
	used += add_prefixes(parts + used);
	parts[used++] = " || a.record_id END AS record";
	if (values)
		parts[used++] = ", a.anyway, a.body AS \"values\"";
	parts[used++] = " FROM audit a JOIN command c ON c.id = a.command WHERE (:pupil IS NULL OR "
			"a.pupil_id = :pupil OR"
			" (a.noun = 'pupil' AND a.record_id = :pupil))"
			" AND (:school IS NULL OR a.school_id IN (0, :school))";
	parts[used++] =
		limited ? " ORDER BY a.seq DESC LIMIT :limit) newest ORDER BY seq" : " ORDER BY a.seq";
	return db_join(arena, parts);
}

int sen_audit_query(struct sen_store *store, bool values, bool limited, const struct sen_query **out,
		    struct sen_err *err)
{
	struct sen_query *query = SEN_NEW(store->arena, struct sen_query, 1);
	(void)err;
	*query = sen_audit_list;
	query->sql = select_of(store->arena, values, limited);
	if (values) {
		query->columns = value_columns;
		query->count = SEN_COUNT(value_columns);
	}
	*out = query;
	return 0;
}

int sen_audit_heads(struct sen_store *store, struct sen_audit_head **out, size_t *count, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t cap = 0, len;
	*out = NULL;
	*count = 0;
	int rc = db_prepare(store->db,
			    "SELECT h.school_id, h.seq, h.h, s.dfe FROM audit_head h"
			    " LEFT JOIN school s ON s.id = h.school_id ORDER BY h.school_id",
			    &stmt, err);
	if (rc < 0)
		return rc;
	while ((rc = db_step(stmt, err)) > 0) {
		struct sen_audit_head *head = SEN_PUSH(store->arena, *out, *count, cap);
		const void *h = db_col_blob(stmt, 2, &len);
		if (len != 32)
			return sen_fail(err, SEN_FILE, "the audit's head is damaged");
		*head = (struct sen_audit_head){.school_id = db_col_int(stmt, 0), .seq = db_col_int(stmt, 1)};
		head->dfe = sen_strdup(store->arena, db_col_text(stmt, 3, NULL));
		sen_hex(h, len, head->head);
	}
	return rc;
}

/* Two hex digits into a byte; false when they are none. */
static bool hex_byte(const char *text, unsigned char *out)
{
	static const char digits[] = "0123456789abcdef";
	const char *high = text[0] ? strchr(digits, text[0]) : NULL;
	const char *low = high && text[1] ? strchr(digits, text[1]) : NULL;
	if (!low)
		return false;
	*out = (unsigned char)((high - digits) << 4 | (low - digits));
	return true;
}

int sen_audit_find(struct sen_store *store, const char *head, int64_t *seq, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	unsigned char h[32];
	*seq = 0;
	for (size_t i = 0; i < sizeof(h); i++) {
		if (strlen(head) != 2 * sizeof(h) || !hex_byte(head + 2 * i, &h[i]))
			return sen_fail(err, SEN_USAGE, "a head is 64 digits of 0-9 and a-f");
	}
	int rc = db_prepare(store->db, "SELECT seq FROM audit WHERE h = :h", &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_blob(stmt, ":h", h, sizeof(h));
	if ((rc = db_step(stmt, err)) > 0)
		*seq = db_col_int(stmt, 0);
	return rc < 0 ? rc : 0;
}

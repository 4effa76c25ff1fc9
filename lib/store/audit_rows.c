/* Audit entries go into the file by sixteen: one statement for them costs half
 * of what sixteen cost, and a MIS import writes hundreds of thousands. */
#include "store/private.h"

#include <string.h>

#define MANY 16
#define COLUMNS 13

#define INSERT                                                                                            \
	"INSERT INTO audit (seq, school_id, command, op, noun, record_id, rev, pupil_id, fields, anyway," \
	" salt, body, h) VALUES "
#define ROW(n)                                                                                             \
	"(:seq" n ", :school" n ", :command" n ", :op" n ", :noun" n ", :record" n ", :rev" n ", :pupil" n \
	", :fields" n ", :anyway" n ", :salt" n ", :body" n ", :h" n ")"

static const char one_sql[] = INSERT ROW("");
static const char many_sql[] = INSERT
	ROW("1") "," ROW("2") "," ROW("3") "," ROW("4") "," ROW("5") "," ROW("6") "," ROW("7") "," ROW("8") "," ROW(
		"9") "," ROW("10") "," ROW("11") "," ROW("12") "," ROW("13") "," ROW("14") "," ROW("15") "," ROW("16");

/* Texts by where they begin in the buffer, which may move: 0 for none. */
struct row {
	int64_t seq, school_id, command, record_id, rev, pupil_id;
	size_t op, noun, fields, anyway, body;
	unsigned char salt[AUDIT_SALT], h[AUDIT_HASH];
	bool salted;
};

struct audit_rows {
	struct row list[MANY];
	size_t count;
	struct sen_buf texts;
};

struct audit_rows *audit_rows_new(struct sen_arena *arena)
{
	struct audit_rows *rows = SEN_NEW(arena, struct audit_rows, 1);

	rows->texts.arena = arena;
	return rows;
}

void audit_rows_forget(struct audit_rows *rows)
{
	rows->count = rows->texts.len = 0;
}

static size_t keep(struct audit_rows *rows, const char *text)
{
	size_t at;

	if (!text)
		return 0;
	if (!rows->texts.len)
		sen_buf_addn(&rows->texts, "", 1);
	at = rows->texts.len;
	sen_buf_addn(&rows->texts, text, strlen(text) + 1);
	return at;
}

static void bind_text(struct db_stmt *stmt, int index, const struct audit_rows *rows, size_t at)
{
	db_bind_text_at(stmt, index, at ? rows->texts.text + at : NULL);
}

static void bind(struct db_stmt *stmt, int first, const struct audit_rows *rows, const struct row *row)
{
	db_bind_int_at(stmt, first, row->seq);
	db_bind_int_at(stmt, first + 1, row->school_id);
	db_bind_int_at(stmt, first + 2, row->command);
	bind_text(stmt, first + 3, rows, row->op);
	bind_text(stmt, first + 4, rows, row->noun);
	db_bind_int_at(stmt, first + 5, row->record_id);
	db_bind_int_at(stmt, first + 6, row->rev);
	db_bind_int_at(stmt, first + 7, row->pupil_id);
	bind_text(stmt, first + 8, rows, row->fields);
	bind_text(stmt, first + 9, rows, row->anyway);
	db_bind_blob_at(stmt, first + 10, row->salted ? row->salt : NULL, AUDIT_SALT);
	bind_text(stmt, first + 11, rows, row->body);
	db_bind_blob_at(stmt, first + 12, row->h, AUDIT_HASH);
}

/* `together` of the rows from `from` in one statement: one, or MANY. */
static int write_rows(struct sen_store *store, const struct audit_rows *rows, size_t from, size_t together,
		      struct sen_err *err)
{
	struct db_stmt *stmt;
	size_t i;
	int rc = db_cached(store->db, together == 1 ? one_sql : many_sql, &stmt, err);

	if (rc < 0)
		return rc;
	for (i = 0; i < together; i++)
		bind(stmt, (int)i * COLUMNS + 1, rows, &rows->list[from + i]);
	return db_run(stmt, err);
}

int audit_rows_flush(struct sen_store *store, struct audit_rows *rows, struct sen_err *err)
{
	size_t i;
	int rc = 0;

	if (rows->count == MANY)
		rc = write_rows(store, rows, 0, MANY, err);
	else
		for (i = 0; rc == 0 && i < rows->count; i++)
			rc = write_rows(store, rows, i, 1, err);
	audit_rows_forget(rows);
	return rc;
}

int audit_rows_add(struct sen_store *store, struct audit_rows *rows, const struct audit_facts *facts,
		   const unsigned char *salt, const char *text, const unsigned char *h, struct sen_err *err)
{
	struct row *row = &rows->list[rows->count++];

	*row = (struct row){
		.seq = facts->seq,
		.school_id = facts->school_id,
		.command = facts->command,
		.record_id = facts->record_id,
		.rev = facts->rev,
		.pupil_id = facts->pupil_id,
		.op = keep(rows, facts->op),
		.noun = keep(rows, facts->noun),
		.fields = keep(rows, facts->fields),
		.anyway = keep(rows, facts->anyway),
		.body = keep(rows, text),
		.salted = salt != NULL,
	};
	if (salt)
		memcpy(row->salt, salt, AUDIT_SALT);
	memcpy(row->h, h, AUDIT_HASH);
	return rows->count == MANY ? audit_rows_flush(store, rows, err) : 0;
}

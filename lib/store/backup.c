/* `db backup`: an online copy, checked, with the heads of the audit chains in
 * it, written whole or not at all. */
#include "store/care.h"

#include <string.h>
#include <unistd.h>

int care_whole(struct db *db, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_prepare(db, "PRAGMA integrity_check(1)", &stmt, err);
	if (rc == 0)
		rc = db_step(stmt, err);
	if (rc < 0)
		return rc;
	const char *text = rc > 0 ? db_col_text(stmt, 0, NULL) : NULL;
	if (!text || strcmp(text, "ok") != 0)
		return sen_fail(err, SEN_FILE, "it is damaged: %s", text ? text : "it cannot be checked");
	return 0;
}

/* "school:seq:hex" of every chain: what proves the tail of the audit later. */
static int heads(struct sen_store *store, const char **out, struct sen_err *err)
{
	struct sen_audit_head *list;
	struct sen_buf buf = {.arena = store->arena};
	size_t count;
	int rc = sen_audit_heads(store, &list, &count, err);
	sen_buf_add(&buf, "");
	for (size_t i = 0; rc == 0 && i < count; i++)
		sen_buf_addf(&buf, "%s%lld:%lld:%s", i ? " " : "", (long long)list[i].school_id,
			     (long long)list[i].seq, list[i].head);
	*out = buf.text;
	return rc;
}

/* Marks and checks the copy; closing it leaves one file. */
static int finish_copy(struct sen_store *store, const char *copy, struct sen_err *err)
{
	const char *chains = "";
	struct db *db = NULL;
	int rc = heads(store, &chains, err);
	if (rc == 0)
		rc = db_open(&db, copy, DB_WRITE, err);
	if (rc == 0 && (rc = db_exec(db, "BEGIN IMMEDIATE", err)) == 0 &&
	    (rc = store_put(db, "backup_head", chains, err)) == 0 &&
	    (rc = store_put(db, "last_backup", store->now, err)) == 0)
		rc = db_exec(db, "COMMIT", err);
	if (rc == 0 && (rc = care_whole(db, err)) < 0)
		sen_wrap(err, "the copy is of no use");
	db_close(db);
	return rc;
}

/* By a second connection, which sees the file as the last commit left it: this
 * one holds the write lock (SQLite copies nothing from a connection that may
 * be writing), so nothing can change meanwhile. */
static int copy_into(struct sen_store *store, const char *copy, struct sen_err *err)
{
	struct db *source = NULL;
	int rc = db_open(&source, store->real, DB_READ, err);
	if (rc == 0)
		rc = db_copy(source, copy, err);
	db_close(source);
	return rc < 0 ? rc : finish_copy(store, copy, err);
}

static int conflict(const char *to, struct sen_err *err)
{
	int rc = sen_fail(err, SEN_CONFLICT, "'%s' is there already", to);
	sen_hint(err, "A backup never replaces a file: name another, with the date in it.");
	return rc;
}

int sen_db_backup(struct sen_store *store, const char *path, const char *to, struct sen_err *err)
{
	struct file_out out;
	(void)path;
	if (access(to, F_OK) == 0)
		return conflict(to, err);
	const char *real = file_resolve(store->arena, to, err);
	if (!real) {
		int code = sen_fail(err, SEN_FAIL, "the folder of '%s' is not there", to);
		sen_hint(err, "Make the folder first, or name another.");
		return code;
	}
	int rc = file_begin(&out, real, err);
	if (rc < 0)
		return rc;
	rc = copy_into(store, out.temp, err);
	if (rc == 0)
		rc = store_set(store, "last_backup", store->now, err);
	if (rc < 0) {
		file_abandon(&out);
		return sen_wrap(err, "backup");
	}
	/* Nothing here can fail once the copy has its name. */
	rc = file_end(&out, false, err);
	return rc == SEN_CONFLICT ? conflict(to, err) : rc;
}

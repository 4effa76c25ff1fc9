/* The one transaction a command, its context, its school and its calendar. */
#include "store/private.h"

#include <pwd.h>
#include <sen/text.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Transaction ---- */

int sen_store_begin(struct sen_store *store, struct sen_err *err)
{
	int rc = 0;

	if (store->mode != SEN_READ)
		rc = db_exec(store->db, "BEGIN IMMEDIATE", err);
	else if (store->in_transaction)
		rc = db_exec(store->db, "COMMIT; BEGIN", err); /* a new snapshot */
	if (rc < 0)
		return rc;
	store->in_transaction = true;
	store->touched = store->touched_from = 0;
	store->words = NULL;
	store->child.id = 0;
	store->touched_all = store->touched_school = store->if_rev_met = store->anyway_used = false;
	if (store->mode == SEN_READ)
		return 0;
	ids_forget(store);
	audit_forget(store);
	store->changes_at_begin = db_total_changes(store->db);
	if (store->mode == SEN_CREATE && !store->committed && (rc = open_found(store, err)) < 0)
		sen_store_rollback(store);
	return rc;
}

int sen_store_settle(struct sen_store *store, struct sen_err *err)
{
	int rc = 0;

	if (store->settle && (rc = store_touched_flush(store, err)) == 0)
		rc = store->settle(store, err);
	store->touched = store->touched_from = 0;
	store->touched_all = store->touched_school = false;
	if (rc < 0 || (rc = search_words_flush(store, err)) < 0 || (rc = store_ids_flush(store, err)) < 0)
		return rc;
	return audit_flush(store, err);
}

int sen_store_commit(struct sen_store *store, struct sen_err *err)
{
	int rc;

	/* Nothing to do when settle came last, as it should. */
	if (store->mode != SEN_READ &&
	    ((rc = search_words_flush(store, err)) < 0 || (rc = store_ids_flush(store, err)) < 0 ||
	     (rc = audit_flush(store, err)) < 0))
		return rc;
	if ((rc = db_exec(store->db, "COMMIT", err)) < 0)
		return rc;
	store->in_transaction = false;
	store->committed = true;
	return 0;
}

int sen_store_sweep(struct sen_store *store, struct sen_err *err)
{
	return db_sweep(store->db, err);
}

void sen_store_rollback(struct sen_store *store)
{
	struct sen_err ignored;

	if (!store->in_transaction)
		return;
	store->in_transaction = false;
	/* It fails only where SQLite has rolled back by itself (disk full, I/O). */
	if (db_exec(store->db, "ROLLBACK", &ignored) < 0)
		store->touched = 0;
}

bool sen_store_pause(struct sen_store *store)
{
	if (store->mode != SEN_WRITE || !store->in_transaction || store->touched > 0 || store->touched_all ||
	    store->touched_school || db_total_changes(store->db) != store->changes_at_begin)
		return false;
	sen_store_rollback(store);
	return true;
}

/* ---- Context ---- */

struct sen_arena *sen_store_arena(struct sen_store *store)
{
	return store->arena;
}

const struct sen_context *sen_store_context(const struct sen_store *store)
{
	return &store->context;
}

sen_date sen_store_day(const struct sen_store *store)
{
	return store->context.as_at != SEN_NO_DATE ? store->context.as_at : store->context.today;
}

static void name_of(uid_t uid, char *out, size_t room)
{
	char space[1024];
	struct passwd entry, *found = NULL;

	if (getpwuid_r(uid, &entry, space, sizeof(space), &found) || !found)
		snprintf(out, room, "uid %u", (unsigned)uid);
	else
		snprintf(out, room, "uid %u (%.60s)", (unsigned)uid, found->pw_name);
}

/* The uid that logged in, as the kernel keeps it through sudo; -1: not known. */
static int64_t login_uid(void)
{
	char text[16] = "";
	int64_t uid = -1;
	FILE *file = fopen("/proc/self/loginuid", "re");

	if (file && fgets(text, sizeof(text), file)) {
		text[strcspn(text, "\n")] = '\0';
		if (!sen_int_parse(text, &uid) || uid == UINT32_MAX)
			uid = -1;
	}
	if (file)
		fclose(file);
	return uid;
}

/* SUDO_UID is believed only where sudo must have set it: an ordinary user
 * could put anything there; root and service accounts (below 1000, no
 * login of their own) are reached through sudo. */
const char *store_login(struct sen_store *store)
{
	char name[96], from[96] = "";
	const char *sudo;
	int64_t login, sudo_uid;

	if (store->login)
		return store->login;
	login = login_uid();
	sudo = getenv("SUDO_UID");
	name_of(getuid(), name, sizeof(name));
	if (login >= 0 && login != getuid())
		snprintf(from, sizeof(from), ", login uid %u", (unsigned)login);
	else if (sudo && (getuid() < 1000 || geteuid() != getuid()) && sen_int_parse(sudo, &sudo_uid) &&
		 sudo_uid >= 0 && sudo_uid < UINT32_MAX)
		snprintf(from, sizeof(from), ", sudo from uid %u", (unsigned)sudo_uid);
	store->login = sen_format(store->keep, "%s%s", name, from);
	return store->login;
}

/* ---- Rules of the school ---- */

int sen_rule(struct sen_store *store, struct sen_err *err, const char *hint, const char *fmt, ...)
{
	va_list args;
	char text[sizeof(err->msg)];

	if (store->undoing) /* what stood is put back: it was accepted once */
		return 0;
	if (store->context.anyway) {
		store->anyway_used = true;
		return 0;
	}
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	sen_fail(err, SEN_INVALID, "%s", text);
	size_t len = hint ? strlen(hint) : 0;
	sen_hint(err, "%s%sOr go on with --anyway \"REASON\": the reason is kept.", len ? hint : "",
		 !len			? ""
		 : hint[len - 1] == '.' ? " "
					: ". ");
	return SEN_INVALID;
}

/* ---- Settings ---- */

int store_setting(struct sen_store *store, const char *name, const char **out, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, "SELECT value FROM setting WHERE name = :name", &stmt, err);

	*out = NULL;
	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":name", name);
	rc = db_step(stmt, err);
	if (rc > 0)
		*out = sen_strdup(store->arena, db_col_text(stmt, 0, NULL));
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

int store_set(struct sen_store *store, const char *name, const char *value, struct sen_err *err)
{
	return store_put(store->db, name, value, err);
}

int store_put(struct db *db, const char *name, const char *value, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(db,
			   "INSERT INTO setting (name, value) VALUES (:name, :value)"
			   " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
			   &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":name", name);
	db_bind_text(stmt, ":value", value);
	return db_run(stmt, err);
}

/* `db check`: is the file whole, safe where it is, and backed up? What is owed
 * is compared by the command: the store knows no rule. */
#include "store/care.h"

#include <sen/text.h>
#include <string.h>

enum { BACKUP_DAYS = 7 };

void care_add(struct care *care, const char *what, const char *severity, const char *finding, const char *fix)
{
	*SEN_PUSH(care->store->arena, care->items, care->count, care->cap) =
		(struct sen_db_finding){what, severity, finding, fix};
}

static const char restore_fix[] = "sendctl db restore FILE";

static int check_integrity(struct care *care, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	bool whole = false;
	int rc = db_prepare(care->store->db, "PRAGMA integrity_check(20)", &stmt, err);
	if (rc < 0)
		return rc;
	while ((rc = db_step(stmt, err)) > 0) {
		const char *text = db_col_text(stmt, 0, NULL);
		whole = text && !strcmp(text, "ok");
		if (!whole)
			care_add(care, "integrity", "fault",
				 sen_text_visible(care->store->arena, text ? text : "?", false), restore_fix);
	}
	if (rc < 0) /* so damaged that it cannot be read: that is the finding */
		care_add(care, "integrity", "fault", sen_strdup(care->store->arena, err->msg), restore_fix);
	else if (whole)
		care_add(care, "integrity", "ok", "every page of the file is whole", NULL);
	return 0;
}

static int check_references(struct care *care, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t faults = 0;
	int rc = db_prepare(care->store->db, "PRAGMA foreign_key_check", &stmt, err);
	if (rc < 0)
		return rc;
	while ((rc = db_step(stmt, err)) > 0) {
		if (++faults > 20)
			continue;
		care_add(care, "references", "fault",
			 sen_format(care->store->arena,
				    "row %lld of '%s' refers to a row of '%s' that is not there",
				    (long long)db_col_int(stmt, 1), db_col_text(stmt, 0, NULL),
				    db_col_text(stmt, 2, NULL)),
			 restore_fix);
	}
	if (rc < 0)
		return rc;
	if (faults == 0)
		care_add(care, "references", "ok", "every record it refers to is there", NULL);
	return 0;
}

static int check_kind(struct care *care, const char *path, struct sen_err *err)
{
	int had, rc = upgrade_version(care->store->db, path, &had, err);
	struct sen_arena *arena = care->store->arena;
	if (rc < 0)
		care_add(care, "kind", "fault", sen_strdup(arena, err->msg), sen_strdup(arena, err->hint));
	else if (had < *upgrade_count)
		care_add(care, "kind", "advice",
			 sen_format(arena, "version %d of the records, this sendctl makes %d", had,
				    *upgrade_count),
			 "sendctl db upgrade");
	else
		care_add(care, "kind", "ok",
			 sen_format(arena, "a sendctl records file, version %d, up to date", had), NULL);
	return 0;
}

static int check_audit(struct care *care, struct sen_err *err)
{
	struct sen_audit_report report;
	int rc = sen_audit_verify(care->store, &report, err);
	struct sen_arena *arena = care->store->arena;
	if (rc < 0)
		return rc;
	if (report.bad_seq)
		care_add(care, "audit", "fault",
			 sen_format(arena, "%s at entry %lld: the records were changed by other means",
				    report.bad_what, (long long)report.bad_seq),
			 restore_fix);
	else
		care_add(care, "audit", "ok",
			 sen_format(arena, "%lld entries, each follows from the one before; head %s",
				    (long long)report.entries, report.head),
			 NULL);
	return 0;
}

static int check_backup(struct care *care, struct sen_err *err)
{
	const char *at;
	struct sen_arena *arena = care->store->arena;
	char day[16];
	int rc = store_setting(care->store, "last_backup", &at, err);
	if (rc < 0)
		return rc;
	if (!at || strlen(at) != SEN_INSTANT_LEN - 1) {
		care_add(care, "backup", "advice", "no backup was ever made", "sendctl db backup FILE");
		return 0;
	}
	int days = sen_clock_today() - sen_london_date(at);
	sen_date_long(sen_london_date(at), day);
	if (days > BACKUP_DAYS)
		care_add(care, "backup", "advice",
			 sen_format(arena, "the last one is of %s, %d days ago", day, days),
			 "sendctl db backup FILE");
	else
		care_add(care, "backup", "ok", sen_format(arena, "the last one is of %s", day), NULL);
	return 0;
}

int sen_db_check(struct sen_store *store, const char *path, struct sen_db_finding **out, size_t *count,
		 struct sen_err *err)
{
	struct care care = {.store = store};
	int rc;
	if ((rc = check_kind(&care, path, err)) < 0 || (rc = check_integrity(&care, err)) < 0 ||
	    (rc = check_references(&care, err)) < 0 || (rc = care_check_values(&care, err)) < 0 ||
	    (rc = check_audit(&care, err)) < 0 || (rc = check_backup(&care, err)) < 0)
		return rc;
	care_check_place(&care, path);
	sen_err_clear(err);
	*out = care.items;
	*count = care.count;
	return 0;
}

int sen_store_recompute(struct sen_store *store, struct sen_err *err)
{
	return store_touch_all(store, err);
}

/* Taking back the last command of a user, record by record, through the write
 * path: what it made is removed, what it changed set back, what it removed
 * put back.  Nothing is forgotten: the undoing is in the audit too. */
#include "store/private.h"

#include <ctype.h>
#include <sen/json.h>
#include <stdio.h>
#include <string.h>

/* ---- Finding it ---- */

/* The last entry before :before.  Commands follow one another whole, so the
 * one before a command ends just before its first entry. */
static const char last_sql[] = "SELECT a.seq, a.command, a.op, c.login, c.who, a.record_id, c.verb, c.at"
			       " FROM audit a JOIN command c ON c.id = a.command"
			       " WHERE a.seq < :before ORDER BY a.seq DESC LIMIT 1";

struct last {
	int64_t seq, command, record_id;
	bool is_undo, mine, erased;
	const char *verb, *at;
};

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static int read_last(struct sen_store *store, int64_t before, struct last *out, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, last_sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":before", before);
	rc = db_step(stmt, err);
	if (rc > 0) {
		out->seq = db_col_int(stmt, 0);
		out->command = db_col_int(stmt, 1);
		out->is_undo = !strcmp(db_col_text(stmt, 2, NULL), "undo");
		out->mine = same(db_col_text(stmt, 3, NULL), store_login(store)) &&
			    same(db_col_text(stmt, 4, NULL), store->context.who);
		out->record_id = db_col_int(stmt, 5);
		out->verb = sen_strdup(store->arena, db_col_text(stmt, 6, NULL));
		out->at = sen_strdup(store->arena, db_col_text(stmt, 7, NULL));
	}
	db_reset(stmt);
	return rc;
}

/* Did it write records at all, or only leave a note (a print, an export)?  And
 * did it erase any? */
static int wrote(struct sen_store *store, struct last *last, bool *out, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db,
			   "SELECT max(op = 'redact') FROM audit WHERE seq >= :first AND seq <= :last"
			   " AND op IN ('insert', 'update', 'void', 'unvoid', 'redact')",
			   &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":first", last->command);
	db_bind_int(stmt, ":last", last->seq);
	rc = db_step(stmt, err);
	*out = rc > 0 && !db_col_null(stmt, 0);
	last->erased = *out && db_col_int(stmt, 0) == 1;
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

static bool contains(const int64_t *list, size_t count, int64_t what)
{
	while (count > 0)
		if (list[--count] == what)
			return true;
	return false;
}

static int find_last(struct sen_store *store, struct last *last, struct sen_err *err)
{
	int64_t before = INT64_MAX, *undone = NULL;
	size_t count = 0, cap = 0;
	bool found = false;
	int rc;

	while (!found) {
		if ((rc = read_last(store, before, last, err)) <= 0)
			return rc;
		before = last->command;
		if (last->is_undo)
			*SEN_PUSH(store->arena, undone, count, cap) = last->record_id;
		else if (last->mine && !contains(undone, count, last->command) &&
			 (rc = wrote(store, last, &found, err)) < 0)
			return rc;
	}
	return 1;
}

/* ---- What it did ---- */

struct act {
	const struct sen_record *kind;
	int64_t record_id, rev;
	enum { ACT_INSERT, ACT_UPDATE, ACT_VOID, ACT_UNVOID } op;
	const char *fields, *body;
	size_t body_len;
};

/* Its entries, last first. */
static const char acts_sql[] = "SELECT op, noun, record_id, rev, fields, body FROM audit"
			       " WHERE seq >= :command AND command = :command"
			       " AND op IN ('insert', 'update', 'void', 'unvoid') ORDER BY seq DESC";

static int read_act(struct db_stmt *stmt, struct sen_arena *arena, struct act *act, struct sen_err *err)
{
	const char *op = db_col_text(stmt, 0, NULL), *noun = db_col_text(stmt, 1, NULL), *body;

	act->kind = sen_record_named(noun);
	if (!act->kind)
		return sen_fail(err, SEN_INVALID, "a change of %s cannot be undone", noun);
	act->op = !strcmp(op, "insert")	  ? ACT_INSERT
		  : !strcmp(op, "update") ? ACT_UPDATE
		  : !strcmp(op, "void")	  ? ACT_VOID
					  : ACT_UNVOID;
	act->record_id = db_col_int(stmt, 2);
	act->rev = db_col_int(stmt, 3);
	act->fields = sen_strdup(arena, db_col_text(stmt, 4, NULL));
	body = db_col_text(stmt, 5, &act->body_len);
	act->body = sen_strndup(arena, body, act->body_len);
	return 0;
}

/* "need", "register entry"; a title such as "MIS finding" keeps its capitals. */
static const char *kind_word(struct sen_arena *arena, const struct sen_record *kind)
{
	char *word = sen_strdup(arena, kind->title);

	if (word[0] && !(word[1] >= 'A' && word[1] <= 'Z'))
		word[0] = (char)tolower((unsigned char)word[0]);
	return word;
}

/* The fields a person knows of those in the list; NULL: bookkeeping alone. */
static const char *known_fields(struct sen_arena *arena, const struct sen_record *kind, const char *fields)
{
	struct sen_buf buf = {.arena = arena};
	bool any = false;

	for (size_t len; *fields; fields += len + (fields[len] == ',')) {
		const struct sen_field *field;

		len = strcspn(fields, ",");
		field = sen_field_named(kind, sen_strndup(arena, fields, len));
		if (field && (field->flags & SEN_F_INTERNAL))
			continue;
		sen_buf_addf(&buf, "%s%.*s", any ? ", " : "", (int)len, fields);
		any = true;
	}
	return any ? buf.text : NULL;
}

static bool has_field(const char *fields, const char *name)
{
	for (size_t len; *fields; fields += len + (fields[len] == ',')) {
		len = strcspn(fields, ",");
		if (len == strlen(name) && !strncmp(fields, name, len))
			return true;
	}
	return false;
}

/* What a command sets by itself is not for typing, but that a plan stands again, or is
 * a draft again, is news; NULL: bookkeeping. */
static const char *said_news(struct sen_arena *arena, const struct act *act, const char *noun)
{
	const char *prefix = act->kind->prefix;
	long long id = (long long)act->record_id;

	if (has_field(act->fields, "closed_on") || has_field(act->fields, "ended_on"))
		return sen_format(arena, "open %s %s%lld again", noun, prefix, id);
	if (has_field(act->fields, "agreed_on"))
		return sen_format(arena, "take back that %s %s%lld was agreed", noun, prefix, id);
	return NULL;
}

/* NULL: nothing a person need know. */
static const char *say(struct sen_arena *arena, const struct act *act)
{
	const char *noun = kind_word(arena, act->kind), *prefix = act->kind->prefix, *fields;
	long long id = (long long)act->record_id;

	switch (act->op) {
	case ACT_INSERT:
		return sen_format(arena, "remove the new %s %s%lld", noun, prefix, id);
	case ACT_UPDATE:
		fields = known_fields(arena, act->kind, act->fields);
		if (fields)
			return sen_format(arena, "set %s %s%lld back: %s", noun, prefix, id, fields);
		return said_news(arena, act, noun);
	case ACT_VOID:
		return sen_format(arena, "put back %s %s%lld", noun, prefix, id);
	default:
		return sen_format(arena, "remove %s %s%lld again", noun, prefix, id);
	}
}

static int open_acts(struct sen_store *store, int64_t command, struct db_stmt **out, struct sen_err *err)
{
	int rc = db_prepare(store->db, acts_sql, out, err);

	if (rc == 0)
		db_bind_int(*out, ":command", command);
	return rc;
}

static int list_acts(struct sen_store *store, struct sen_undo *out, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	size_t cap = 0;
	int rc = open_acts(store, out->command, &stmt, err);

	while (rc == 0 && (rc = db_step(stmt, err)) > 0) {
		struct sen_mark mark = sen_arena_mark(store->scratch);
		struct act act;

		rc = read_act(stmt, store->scratch, &act, err);
		const char *line = rc == 0 ? say(store->arena, &act) : NULL;
		if (line)
			*SEN_PUSH(store->arena, out->lines, out->count, cap) = line;
		sen_arena_release(store->scratch, mark);
	}
	return rc;
}

int sen_undo_find(struct sen_store *store, struct sen_undo *out, struct sen_err *err)
{
	struct last last = {0};
	int rc;

	memset(out, 0, sizeof(*out));
	if ((rc = find_last(store, &last, err)) < 0)
		return rc;
	if (rc == 0) {
		sen_fail(err, SEN_NOTFOUND, "there is nothing of yours to undo");
		sen_hint(err, "Only commands of the same user, with the same --as, are undone.");
		return SEN_NOTFOUND;
	}
	if (!strcmp(last.verb, "init") || !strcmp(last.verb, "db import")) {
		sen_fail(err, SEN_INVALID, "'%s' began this records file and is not undone", last.verb);
		sen_hint(err, "Remove the file itself if it was a mistake.");
		return SEN_INVALID;
	}
	if (last.erased) {
		sen_fail(err, SEN_INVALID, "'%s' erased text for good and is not undone", last.verb);
		sen_hint(err, "What was done before it is mended by hand.");
		return SEN_INVALID;
	}
	out->command = last.command;
	out->verb = last.verb;
	out->at = last.at;
	return list_acts(store, out, err);
}

/* ---- Doing it ---- */

/* A record that this command wrote and that another has written since; what
 * was undone meanwhile, and the undoing, leave it as it was. */
static const char since_sql[] =
	"SELECT noun, record_id FROM audit WHERE seq >= :command AND command = :command"
	" AND op IN ('insert', 'update', 'void', 'unvoid')"
	" INTERSECT "
	"SELECT noun, record_id FROM audit WHERE seq > :command AND command > :command"
	" AND op IN ('insert', 'update', 'void', 'unvoid')"
	" AND command NOT IN (SELECT record_id FROM audit WHERE seq > :command AND op = 'undo')"
	" AND command NOT IN (SELECT command FROM audit WHERE seq > :command AND op = 'undo')"
	" LIMIT 1";

static int check_unchanged(struct sen_store *store, int64_t command, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	const struct sen_record *kind;
	const char *noun, *prefix;
	long long id;
	int rc = db_prepare(store->db, since_sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":command", command);
	if ((rc = db_step(stmt, err)) <= 0)
		return rc;
	noun = db_col_text(stmt, 0, NULL);
	id = (long long)db_col_int(stmt, 1);
	kind = sen_record_named(noun);
	prefix = kind ? kind->prefix : "";
	sen_fail(err, SEN_CONFLICT, "%s %s%lld has been changed since", noun, prefix, id);
	sen_hint(err, "See what was done since with 'sendctl audit list', and mend it by hand.");
	return SEN_CONFLICT;
}

static void set_back(const struct sen_field *field, void *record, const struct sen_json *value,
		     struct sen_arena *arena)
{
	const char *text = sen_json_text(value);
	int64_t number = SEN_NO_INT;

	if (sen_json_kind(value) == SEN_JSON_BOOL)
		number = sen_json_true(value);
	else if (sen_json_kind(value) == SEN_JSON_NUMBER && !sen_json_int(value, &number))
		number = SEN_NO_INT;
	field_put(field, record, sen_strdup(arena, text), number, text ? sen_date_iso(text) : SEN_NO_DATE);
}

/* The names in `fields` and the pairs in the body go together, one by one. */
static int set_all_back(const struct act *act, void *record, const struct sen_json *body,
			struct sen_arena *arena, struct sen_err *err)
{
	char *names = sen_strdup(arena, act->fields), *name;
	const struct sen_json *pair;
	const struct sen_field *field;
	size_t i = 0;

	for (name = strsep(&names, ","); name; name = strsep(&names, ",")) {
		pair = sen_json_at(body, i++);
		field = sen_field_named(act->kind, name);
		if (!field || sen_json_count(pair) != 2)
			return sen_fail(err, SEN_INVALID, "what %s %s%lld was before cannot be read",
					act->kind->noun, act->kind->prefix, (long long)act->record_id);
		set_back(field, record, sen_json_at(pair, 0), arena);
	}
	return 0;
}

static int undo_update(struct sen_store *store, const struct act *act, struct sen_err *err)
{
	void *record = sen_record_new(store->scratch, act->kind);
	const struct sen_json *body;
	int rc;

	if (!act->body)
		return sen_fail(err, SEN_INVALID, "what %s %s%lld was before has been erased",
				act->kind->noun, act->kind->prefix, (long long)act->record_id);
	if ((rc = record_get(store, act->kind, act->record_id, record, store->scratch, err)) < 0 ||
	    (rc = sen_json_parse(store->scratch, act->body, act->body_len, &body, err)) < 0 ||
	    (rc = set_all_back(act, record, body, store->scratch, err)) < 0)
		return rc;
	return sen_record_update(store, act->kind, record, err);
}

static int undo_act(struct sen_store *store, const struct act *act, struct sen_err *err)
{
	switch (act->op) {
	case ACT_UPDATE:
		return undo_update(store, act, err);
	case ACT_VOID:
		return sen_record_unvoid(store, act->kind, act->record_id, "undo", err);
	default:
		return sen_record_void(store, act->kind, act->record_id, "undo", err);
	}
}

/* Its entry comes last: read_last knows an undo by it. */
static int mark_undone(struct sen_store *store, int64_t command, struct sen_err *err)
{
	struct audit_entry entry = {
		.op = "undo", .noun = "command", .record_id = command, .school_id = store->school_id};

	return audit_add(store, &entry, err);
}

/* What an import brought may be gone again: the same file is to be read anew. */
static int forget_imports(struct sen_store *store, struct sen_err *err)
{
	return db_exec(store->db, "DELETE FROM mis_import", err);
}

int sen_undo_do(struct sen_store *store, const struct sen_undo *undo, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc;

	if ((rc = check_unchanged(store, undo->command, err)) < 0 ||
	    (rc = open_acts(store, undo->command, &stmt, err)) < 0)
		return rc;
	/* What the MIS brought is taken back: no person's word against the MIS. */
	store->importing = !strcmp(undo->verb, "pupil import");
	store->undoing = true;
	while ((rc = db_step(stmt, err)) > 0) {
		struct sen_mark mark = sen_arena_mark(store->scratch);
		struct act act;

		rc = read_act(stmt, store->scratch, &act, err);
		if (rc == 0)
			rc = undo_act(store, &act, err);
		sen_arena_release(store->scratch, mark);
		if (rc < 0)
			break;
	}
	store->importing = store->undoing = false;
	if (rc < 0 || (rc = forget_imports(store, err)) < 0)
		return rc;
	return mark_undone(store, undo->command, err);
}

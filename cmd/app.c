/* What command functions call: children and records by what the user typed,
 * and lines of what was done. */
#include "frame.h"
#include <sen/pupil.h>
#include <stdlib.h>
#include <string.h>

void app_say(struct app *app, const char *fmt, ...)
{
	char *line = NULL;
	va_list args;
	va_start(args, fmt);
	int n = vasprintf(&line, fmt, args);
	va_end(args);
	if (n < 0)
		sen_out_of_memory();
	app->said.arena = app->arena;
	sen_buf_addf(&app->said, "%s%s\n", app->dry_run ? "(dry run) " : "", line);
	free(line);
}

void app_wrote(struct app *app, const struct sen_record *kind, int64_t id)
{
	struct frame *f = app->frame;
	for (size_t i = 0; i < f->written_count; i++)
		if (f->written[i].kind == kind && f->written[i].id == id)
			return;
	*SEN_PUSH(app->arena, f->written, f->written_count, f->written_cap) =
		(struct written){.kind = kind, .id = id};
}

static bool writes(const struct app *app)
{
	return app->cmd->flags & CMD_WRITES;
}

/* Several schools in the file and none named: the child or record settles it. */
static int settle_school(struct app *app, int64_t school_id, struct sen_err *err)
{
	if (sen_store_school_id(app->store) != 0 || (app->cmd->flags & CMD_ALL_SCHOOLS))
		return 0;
	return sen_store_school(app->store, sen_format(app->arena, "SC%lld", (long long)school_id), err);
}

void app_school_of(struct app *app, const char *pupil)
{
	struct sen_match match = {0};
	struct sen_err ignored = {0};
	enum sen_match_how how;
	struct sen_pupil *child = sen_record_new(app->arena, &sen_pupil_record);
	int rc = sen_pupil_find(app->store, pupil, &match, &how, &ignored);
	if (rc == 0)
		rc = sen_record_get(app->store, &sen_pupil_record, match.id, child, &ignored);
	if (rc == 0) /* else the command, which looks the child up, says what is wrong */
		(void)!settle_school(app, child->head.school_id, &ignored);
}

static const char *with_class(struct app *app, const struct sen_match *match)
{
	if (!match->class_name)
		return match->name;
	return sen_format(app->arena, "%s (%s)", match->name, match->class_name);
}

const char *app_child(struct app *app, int64_t pupil_id)
{
	struct sen_match match = {0};
	struct sen_err ignored = {0};
	enum sen_match_how how;
	const char *id = sen_format(app->arena, "P%lld", (long long)pupil_id);
	bool reads = app->cmd->flags & CMD_READS; /* a write says whom it was about */
	if ((reads && app->style.names == SEN_NAMES_NONE) ||
	    sen_pupil_find(app->store, id, &match, &how, &ignored) < 0 || !match.name)
		return id;
	if (reads && app->style.names == SEN_NAMES_INITIALS)
		match.name = sen_initials(app->arena, match.name);
	return with_class(app, &match);
}

/* The answer is about this child: --names knows whose names are not to be seen. */
static void about(struct app *app, int64_t pupil_id)
{
	struct frame *f = app->frame;
	if (pupil_id != SEN_NO_INT && !sen_ids_hold(f->about, f->about_count, pupil_id))
		*SEN_PUSH(app->arena, f->about, f->about_count, f->about_cap) = pupil_id;
}

static int by_id(struct app *app, const struct sen_record *kind, int64_t id, struct sen_err *err)
{
	void *record = sen_record_new(app->arena, kind);
	int rc = sen_record_get(app->store, kind, id, record, err);
	if (rc < 0)
		return rc;
	const struct sen_head *head = record;
	int64_t school = sen_store_school_id(app->store);
	if (school != 0 && head->school_id != 0 && head->school_id != school &&
	    !(app->cmd->flags & CMD_ALL_SCHOOLS)) {
		sen_fail(err, SEN_NOTFOUND, "%s%lld belongs to another school", kind->prefix, (long long)id);
		sen_hint(err, "Name that school with --school.");
		return err->code;
	}
	if (kind->flags & SEN_R_PUPIL)
		about(app, *(const int64_t *)((const char *)record + kind->pupil_offset));
	return settle_school(app, head->school_id, err);
}

static int this_school(struct app *app, int64_t *id, struct sen_err *err)
{
	int rc = sen_store_school(app->store, app->school, err);
	*id = rc < 0 ? 0 : sen_store_school_id(app->store);
	return rc;
}

int app_pupil(struct app *app, const char *text, int64_t *id, struct sen_err *err)
{
	struct sen_match match = {0};
	enum sen_match_how how;
	int rc = sen_pupil_find(app->store, text, &match, &how, err);
	if (rc < 0)
		return rc;
	*id = match.id;
	about(app, match.id);
	/* Of the only school, unless one was named or there are several. */
	if (app->school || sen_store_school_id(app->store) == 0)
		rc = by_id(app, &sen_pupil_record, match.id, err);
	if (rc == 0 && writes(app) && how == SEN_MATCH_PREFIX && app->tty_in && app->tty_err)
		rc = app_confirm(app, err, "'%s' is %s. Is that the child you mean?", text,
				 with_class(app, &match));
	return rc;
}

int app_pupils(struct app *app, const char *text, int64_t **ids, size_t *count, struct sen_err *err)
{
	bool selector = false;
	int rc = sen_pupil_select(app->store, text, ids, count, &selector, err);
	if (rc < 0 || selector)
		return rc;
	*ids = SEN_NEW(app->arena, int64_t, 1);
	*count = 1;
	return app_pupil(app, text, *ids, err);
}

int app_pupils_all(struct app *app, const struct texts *words, int64_t **ids, size_t *count,
		   struct sen_err *err)
{
	size_t room = 0;
	int rc = 0;
	*ids = NULL;
	*count = 0;
	for (size_t i = 0; rc == 0 && i < words->count; i++) {
		int64_t *some;
		size_t n;
		rc = app_pupils(app, words->items[i], &some, &n, err);
		for (size_t j = 0; rc == 0 && j < n; j++)
			if (!sen_ids_hold(*ids, *count, some[j]))
				*SEN_PUSH(app->arena, *ids, *count, room) = some[j];
	}
	return rc;
}

/* Has the record an end, and is it past it? */
static bool is_open(const struct sen_record *kind, const void *record)
{
	static const char *const ends[] = {"closed_on", "until_on",	"held_on",
					   "done_on",	"withdrawn_on", "ended_on"};
	for (size_t i = 0; i < SEN_COUNT(ends); i++) {
		const struct sen_field *field = sen_field_named(kind, ends[i]);
		if (field && !sen_field_unset(field, record))
			return false;
	}
	return true;
}

static int one_open(struct app *app, const struct sen_record *kind, int64_t pupil_id, int64_t *id,
		    struct sen_err *err)
{
	struct sen_buf list = {.arena = app->arena};
	void *records;
	size_t count, open = 0;
	int rc = sen_record_of_pupil(app->store, kind, pupil_id, &records, &count, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; i < count; i++) {
		const void *record = (char *)records + i * kind->size;
		if (!is_open(kind, record))
			continue;
		*id = ((const struct sen_head *)record)->id;
		sen_buf_addf(&list, "%s%s%lld", open++ ? ", " : "", kind->prefix, (long long)*id);
	}
	if (open == 1)
		return 0;
	if (open == 0)
		return sen_fail(err, SEN_NOTFOUND, "%s has no open %s", app_child(app, pupil_id), kind->noun);
	sen_fail(err, SEN_NOTFOUND, "%s has %zu open entries of this kind: %s", app_child(app, pupil_id),
		 open, list.text);
	sen_hint(err, "Say which one by its id.");
	return err->code;
}

int app_record(struct app *app, const struct sen_record *kind, const char *text, int64_t *id,
	       struct sen_err *err)
{
	int64_t pupil_id;
	if (!text) /* the school of the file, when it holds one */
		return this_school(app, id, err);
	if (strcmp(kind->noun, "pupil") == 0)
		return app_pupil(app, text, id, err);
	if (sen_id_parse(text, kind->prefix, id))
		return by_id(app, kind, *id, err);
	if (kind->find) {
		int rc = kind->find(app->store, text, id, err);
		if (rc != 0)
			return rc < 0 ? rc : by_id(app, kind, *id, err);
	}
	if (!(kind->flags & SEN_R_PUPIL)) {
		sen_fail(err, SEN_NOTFOUND, "no %s '%s'", kind->noun, text);
		sen_hint(err,
			 "Give its id, as in %s1: 'sendctl %s list' shows them; a new one: 'sendctl %s add'.",
			 kind->prefix, kind->noun, kind->noun);
		return err->code;
	}
	int rc = app_pupil(app, text, &pupil_id, err);
	if (rc == 0 && kind->of_child)
		return kind->of_child(app->store, pupil_id, id, err);
	return rc < 0 ? rc : one_open(app, kind, pupil_id, id, err);
}

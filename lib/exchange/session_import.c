/* `session import`: a tick sheet comes back as CSV (R38).  A row is a child on a day:
 * x is there, any other word why not, and blank nothing; a session whose rows are all
 * blank is not logged.  Everything that is wrong is told by its line; all or none. */
#include "exchange/mis.h"
#include <sen/provision.h>
#include <sen/text.h>
#include <string.h>

enum column { C_PROVISION, C_ON, C_NO, C_AT, C_PUPIL, C_MARK, C_CANCELLED, C_COVERED, C_MINUTES, COLUMNS };
static const char *const headings[COLUMNS] = {"provision", "on",	"no",	      "at",	"pupil",
					      "mark",	   "cancelled", "covered_by", "minutes"};
enum { TOLD = 50 };

struct mark {
	int64_t line, pupil_id;
	const char *text; /* NULL: blank */
};
/* The rows of one session. */
struct group {
	int64_t line, provision_id, no;
	sen_date on;
	const char *at, *cancelled, *covered, *minutes;
	struct mark *marks;
	size_t count, cap;
};
struct import {
	struct sen_store *store;
	const char *path;
	void (*problem)(void *arg, const char *line);
	void *arg;
	struct sen_session_import *result;
	int at[COLUMNS]; /* column of each heading, -1: none */
	bool begun;
	struct group *groups;
	size_t count, cap;
};

static void problem(struct import *im, int64_t line, const char *what, const char *value)
{
	struct sen_arena *arena = im->store->arena;

	if (im->result->problems++ >= TOLD || !im->problem)
		return;
	im->problem(im->arg, value ? sen_format(arena, "%s:%lld: %s: '%s'", im->path, (long long)line, what,
						sen_text_visible(arena, value, false))
				   : sen_format(arena, "%s:%lld: %s", im->path, (long long)line, what));
}

static void problem_err(struct import *im, int64_t line, struct sen_err *err)
{
	problem(im, line, sen_strdup(im->store->arena, err->msg), NULL);
	sen_err_clear(err);
}

/* ---- Reading ---- */

static int read_headings(struct import *im, const struct sen_csv_row *row, struct sen_err *err)
{
	for (int c = 0; c < COLUMNS; c++) {
		im->at[c] = -1;
		for (size_t i = 0; i < row->count; i++)
			if (heading_same(row->cells[i], headings[c]))
				im->at[c] = (int)i;
	}
	im->begun = true;
	for (int c = 0; c < COLUMNS; c++) {
		if (im->at[c] >= 0 || (c != C_PROVISION && c != C_ON && c != C_PUPIL && c != C_MARK))
			continue;
		sen_fail(err, SEN_INVALID, "'%s' has no column '%s'", im->path, headings[c]);
		sen_hint(err, "Make the file with 'sendctl session sheet ... --format csv', and leave its "
			      "headings.");
		return err->code;
	}
	return 0;
}

static const char *cell(const struct import *im, const struct sen_csv_row *row, enum column c)
{
	int at = im->at[c];
	const char *text =
		at >= 0 && (size_t)at < row->count ? value_text(im->store->arena, row->cells[at]) : NULL;

	return text && text[0] == '\'' && text[1] ? text + 1 : text;
}

static bool read_pupil(struct import *im, const char *text, int64_t *id)
{
	struct sen_match match;
	struct sen_err ignored = {0};
	enum sen_match_how how;

	if (sen_pupil_find(im->store, text, &match, &how, &ignored) < 0 || how == SEN_MATCH_PREFIX)
		return false;
	*id = match.id;
	return true;
}

/* Which session the row is of, and whose mark. */
static bool read_key(struct import *im, const struct sen_csv_row *row, struct group *key, struct mark *mark)
{
	const char *provision = cell(im, row, C_PROVISION), *on = cell(im, row, C_ON),
		   *no = cell(im, row, C_NO), *pupil = cell(im, row, C_PUPIL);

	key->line = mark->line = row->line;
	key->no = 1;
	if (!provision || !sen_id_parse(provision, sen_provision_record.prefix, &key->provision_id)) {
		problem(im, row->line, "provision: no id like G4", provision);
		return false;
	}
	if (value_date(on, im->store->context.today, &key->on) != VALUE_DATE) {
		problem(im, row->line, "on: no date", on);
		return false;
	}
	if (no && (!sen_int_parse(no, &key->no) || key->no < 1 || key->no > 99)) {
		problem(im, row->line, "no: no number", no);
		return false;
	}
	if (pupil && read_pupil(im, pupil, &mark->pupil_id))
		return true;
	problem(im, row->line, "pupil: no child is found by that", pupil);
	return false;
}

static struct group *group_of(struct import *im, const struct group *key)
{
	for (size_t i = im->count; i > 0; i--) {
		struct group *group = &im->groups[i - 1];

		if (group->provision_id == key->provision_id && group->on == key->on && group->no == key->no)
			return group;
	}
	struct group *group = SEN_PUSH(im->store->arena, im->groups, im->count, im->cap);

	*group = *key;
	return group;
}

/* A word for the whole session may stand in any of its rows. */
static void take_word(struct import *im, const struct sen_csv_row *row, enum column c, const char **place)
{
	const char *text = cell(im, row, c);

	if (!text)
		return;
	text = sen_strdup(im->store->arena, text);
	if (*place && strcmp(*place, text) != 0)
		problem(im, row->line,
			sen_format(im->store->arena, "%s: two answers for one session", headings[c]), text);
	*place = text;
}

static int on_row(void *arg, const struct sen_csv_row *row, struct sen_err *err)
{
	struct import *im = arg;
	struct group key = {0}, *group;
	struct mark mark = {0};
	const char *text;
	bool full = false;

	for (size_t i = 0; i < row->count; i++)
		full |= *row->cells[i] != '\0';
	if (!full)
		return 0;
	if (!im->begun)
		return read_headings(im, row, err);
	im->result->rows++;
	if (!read_key(im, row, &key, &mark))
		return 0;
	group = group_of(im, &key);
	text = cell(im, row, C_MARK);
	mark.text = text ? sen_strdup(im->store->arena, text) : NULL;
	for (size_t i = 0; i < group->count; i++)
		if (group->marks[i].pupil_id == mark.pupil_id)
			problem(im, row->line, "pupil: the child has two rows for one session",
				cell(im, row, C_PUPIL));
	*SEN_PUSH(im->store->arena, group->marks, group->count, group->cap) = mark;
	take_word(im, row, C_AT, &group->at);
	take_word(im, row, C_CANCELLED, &group->cancelled);
	take_word(im, row, C_COVERED, &group->covered);
	take_word(im, row, C_MINUTES, &group->minutes);
	return 0;
}

/* ---- What a group says ---- */

static bool among(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (sen_text_same(text, words[i]))
			return true;
	return false;
}

static bool was_there(const char *text)
{
	static const char *const words[] = {
		"x", "yes", "y", "1", "/", "\\", "\xe2\x9c\x93", "\xe2\x9c\x94", "there"};

	return among(text, words, SEN_COUNT(words));
}

static const char *why_not(const char *text)
{
	static const char *const words[] = {"no", "n", "0", "-", "absent", "a"};

	return among(text, words, SEN_COUNT(words)) ? NULL : text;
}

struct loaded {
	struct sen_provision provision;
	struct sen_provision_pupil *members;
	size_t member_count;
	struct sen_session *sessions; /* of that day */
	size_t session_count;
};

static int load(struct import *im, const struct group *group, struct loaded *out, struct sen_err *err)
{
	int rc = sen_record_get(im->store, &sen_provision_record, group->provision_id, &out->provision, err);

	if (rc == 0)
		rc = sen_provision_members(im->store, group->provision_id, &out->members, &out->member_count,
					   err);
	if (rc == 0)
		rc = sen_provision_sessions(im->store, group->provision_id, group->on, group->on + 1,
					    &out->sessions, &out->session_count, err);
	return rc;
}

static bool says_something(const struct group *group)
{
	bool some = group->cancelled || group->covered;

	for (size_t i = 0; i < group->count; i++)
		some = some || group->marks[i].text;
	return some;
}

/* Everybody who is in it that day has a row, and nobody else. */
static bool whole(struct import *im, const struct group *group, const struct loaded *of)
{
	int64_t before = im->result->problems;

	for (size_t i = 0; i < of->member_count; i++) {
		const struct sen_provision_pupil *member = &of->members[i];
		const struct mark *found = NULL;

		if (group->on < member->from_on ||
		    (member->until_on != SEN_NO_DATE && group->on >= member->until_on))
			continue;
		for (size_t k = 0; k < group->count; k++)
			if (group->marks[k].pupil_id == member->pupil_id)
				found = &group->marks[k];
		if (!found)
			problem(im, group->line,
				sen_format(im->store->arena, "P%lld is in it on that day and has no row",
					   (long long)member->pupil_id),
				NULL);
		else if (!found->text && !group->cancelled)
			problem(im, found->line, "mark: was the child there? x, or why not", NULL);
	}
	for (size_t k = 0; k < group->count && group->cancelled; k++)
		if (group->marks[k].text && was_there(group->marks[k].text))
			problem(im, group->marks[k].line,
				"a child is marked as there, and the session as cancelled", NULL);
	return im->result->problems == before;
}

static size_t absent_of(struct import *im, const struct group *group, struct sen_session_absent **out)
{
	size_t count = 0;

	*out = SEN_NEW(im->store->arena, struct sen_session_absent, group->count);
	for (size_t i = 0; i < group->count && !group->cancelled; i++) {
		const struct mark *mark = &group->marks[i];

		if (mark->text && !was_there(mark->text))
			(*out)[count++] = (struct sen_session_absent){mark->pupil_id, why_not(mark->text)};
	}
	return count;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* Does the file say what is kept?  *out. */
static int as_kept(struct import *im, const struct sen_session *kept, const struct sen_session *now,
		   const struct sen_session_absent *absent, size_t count, bool *out, struct sen_err *err)
{
	struct sen_absence *absences;
	size_t kept_count, met = 0;
	int rc = sen_session_absences(im->store, kept->head.id, &absences, &kept_count, err);

	if (rc < 0)
		return rc;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < kept_count; k++)
			met += absences[k].pupil_id == absent[i].pupil_id &&
			       same(absences[k].why, absent[i].why);
	*out = met == count && (kept_count == count || now->cancelled) &&
	       same(kept->cancelled, now->cancelled) &&
	       (!now->covered_by || same(kept->covered_by, now->covered_by)) &&
	       (now->minutes == SEN_NO_INT || kept->minutes == now->minutes);
	return 0;
}

static int set(struct import *im, struct sen_session *session, const char *field, const char *text,
	       struct sen_err *err)
{
	return text ? sen_field_set(im->store, sen_field_named(&sen_session_record, field), session, text,
				    err)
		    : 0;
}

static int make(struct import *im, const struct group *group, const struct loaded *of,
		struct sen_session *session, struct sen_err *err)
{
	const char *at = group->at ? sen_time_text(im->store->arena, group->at) : NULL;
	int64_t minutes;
	int rc = 0;

	session->provision_id = group->provision_id;
	session->held_on = group->on;
	/* The usual time and length need not be kept. */
	if (group->at && !(at && same(at, of->provision.at)))
		rc = set(im, session, "at", group->at, err);
	if (rc == 0 && group->minutes &&
	    !(sen_int_parse(group->minutes, &minutes) && minutes == of->provision.minutes))
		rc = set(im, session, "minutes", group->minutes, err);
	if (rc == 0)
		rc = set(im, session, "cancelled", group->cancelled, err);
	return rc < 0 ? rc : set(im, session, "covered_by", group->covered, err);
}

static int take(struct import *im, const struct group *group, struct sen_err *err)
{
	struct sen_session *session = sen_record_new(im->store->arena, &sen_session_record);
	struct sen_session_absent *absent;
	struct loaded of;
	bool kept = false;
	size_t count;
	int rc;

	if (!says_something(group)) {
		im->result->blank++;
		return 0;
	}
	if ((rc = load(im, group, &of, err)) < 0 || !whole(im, group, &of))
		return rc;
	count = absent_of(im, group, &absent);
	if ((rc = make(im, group, &of, session, err)) < 0)
		return rc;
	if ((size_t)group->no > of.session_count) {
		im->result->logged++;
		return sen_session_log(im->store, session, absent, count, err);
	}
	if ((rc = as_kept(im, &of.sessions[group->no - 1], session, absent, count, &kept, err)) < 0)
		return rc;
	im->result->unchanged += kept;
	if (!kept)
		problem(im, group->line,
			sen_format(
				im->store->arena,
				"it is logged already and says otherwise: see 'sendctl session edit SE%lld'",
				(long long)of.sessions[group->no - 1].head.id),
			NULL);
	return 0;
}

int sen_session_import(struct sen_store *store, const char *path, void (*tell)(void *arg, const char *line),
		       void *arg, struct sen_session_import *result, struct sen_err *err)
{
	struct import im = {.store = store, .path = path, .problem = tell, .arg = arg, .result = result};
	struct sen_csv_info info;
	int rc;

	*result = (struct sen_session_import){0};
	rc = sen_csv_read(store->arena, path, &info, on_row, &im, err);
	if (rc == 0 && !im.begun)
		rc = sen_fail(err, SEN_INVALID, "'%s' is empty", path);
	for (size_t i = 0; i < im.count && rc == 0; i++) {
		rc = take(&im, &im.groups[i], err);
		/* What a rule or the data refuse is one more problem; a fault is not. */
		if (rc == SEN_INVALID || rc == SEN_CONFLICT || rc == SEN_NOTFOUND || rc == SEN_USAGE) {
			problem_err(&im, im.groups[i].line, err);
			rc = 0;
		}
	}
	if (rc < 0 || !result->problems)
		return rc;
	sen_fail(err, SEN_INVALID, "%lld problem%s in '%s'", (long long)result->problems,
		 result->problems == 1 ? "" : "s", path);
	sen_hint(err, "Mend those lines and import the file again: what is right in it is taken in then.");
	return err->code;
}

/* Views from an online form's CSV: a row a respondent, headings the questions by
 * code or as they were asked. Names and addresses of the form are not taken (R75). */
#include "exchange/mis.h"
#include <sen/pupil.h>
#include <sen/text.h>
#include <sen/views.h>
#include <string.h>

enum use { PASS, QUESTION, PUPIL, DAY, WORDS };
struct column {
	enum use use;
	const struct sen_question *question;
	const char *heading;
};
struct form_file {
	struct sen_store *store;
	const char *path, *how;
	struct sen_voice_import *import;
	struct column *columns;
	size_t count;
	bool date;
};

/* What online forms put beside the questions. */
static const struct {
	const char *heading;
	enum use use;
} known[] = {{"pupil", PUPIL},	  {"child", PUPIL},	 {"upn", PUPIL},
	     {"pupil id", PUPIL}, {"date", DAY},	 {"day", DAY},
	     {"on", DAY},	  {"given on", DAY},	 {"timestamp", DAY},
	     {"submitted", DAY},  {"submitted at", DAY}, {"completion time", DAY},
	     {"words", WORDS},	  {"comment", WORDS},	 {"comments", WORDS},
	     {"id", PASS},	  {"email", PASS},	 {"email address", PASS},
	     {"name", PASS},	  {"start time", PASS},	 {"last modified time", PASS},
	     {"username", PASS},  {"language", PASS},	 {"respondent", PASS}};

static const struct sen_question *question_of(const struct sen_question_set *set, const char *heading)
{
	for (size_t i = 0; i < set->count; i++)
		if (heading_same(set->items[i].code, heading) || heading_same(set->items[i].text, heading))
			return &set->items[i];
	return NULL;
}

static int unknown_heading(const struct form_file *file, const char *heading, struct sen_err *err)
{
	const struct sen_question_set *set = file->import->set;
	struct sen_buf list = {.arena = file->store->arena};

	for (size_t i = 0; i < set->count; i++)
		sen_buf_addf(&list, "%s%s", i ? ", " : "", set->items[i].code);
	sen_fail(err, SEN_INVALID, "line 1 of '%s': '%s' is no question of the set '%s'", file->path,
		 sen_text_visible(file->store->arena, heading, false), set->code);
	sen_hint(err,
		 "Its questions are %.400s, or the whole sentences of 'sendctl voice form %s'. Take the "
		 "column out of the file, or give it one of these headings.",
		 list.text, set->code);
	return err->code;
}

static int read_heading(struct form_file *file, struct column *column, const char *heading,
			struct sen_err *err)
{
	struct sen_voice_import *import = file->import;

	column->heading = sen_strdup(file->store->keep, heading);
	column->question = question_of(import->set, heading);
	if (column->question) {
		column->use = QUESTION;
		return 0;
	}
	for (size_t i = 0; i < SEN_COUNT(known); i++) {
		if (!heading_same(known[i].heading, heading))
			continue;
		column->use = known[i].use == DAY && file->date ? PASS : known[i].use;
		file->date = file->date || known[i].use == DAY;
		if (column->use == PASS)
			*SEN_PUSH(file->store->keep, import->passed_over, import->passed_count,
				  import->passed_cap) = column->heading;
		return 0;
	}
	return unknown_heading(file, heading, err);
}

static int read_headings(struct form_file *file, const struct sen_csv_row *row, struct sen_err *err)
{
	bool any = false;

	file->count = row->count;
	file->columns = SEN_NEW(file->store->keep, struct column, row->count + 1);
	for (size_t i = 0; i < row->count; i++) {
		const char *heading = value_text(file->store->arena, row->cells[i]);
		int rc = heading ? read_heading(file, &file->columns[i], heading, err) : 0;

		if (rc < 0)
			return rc;
		for (size_t k = 0; k < i; k++)
			if (file->columns[i].question &&
			    file->columns[k].question == file->columns[i].question)
				return sen_fail(err, SEN_INVALID, "line 1 of '%s': '%s' is there twice",
						file->path, file->columns[i].question->code);
		any = any || file->columns[i].use == QUESTION || file->columns[i].use == WORDS;
	}
	return any ? 0
		   : sen_fail(err, SEN_INVALID, "'%s' has no column of the set '%s'", file->path,
			      file->import->set->code);
}

/* ---- A respondent ---- */

struct respondent {
	int64_t pupil;
	sen_date on;
	int64_t given;
};

/* "20/11/2026 15:04", "2026/11/20 3:14:15 pm": the day. */
static int read_day(const struct form_file *file, const char *text, sen_date *out, struct sen_err *err)
{
	char *day = sen_strndup(file->store->arena, text, strcspn(text, " T,"));
	char shown[16];

	if (strlen(day) > 4 && day[4] == '/')
		for (char *at = day; *at; at++)
			*at = *at == '/' ? '-' : *at;
	if (value_date(day, file->store->context.today, out) == VALUE_DATE &&
	    *out <= file->store->context.today)
		return 0;
	sen_fail(err, SEN_INVALID, "'%s' is no day up to %s",
		 sen_text_visible(file->store->arena, text, false),
		 sen_date_long(file->store->context.today, shown));
	sen_hint(err,
		 "Days are written 20/11/2026 or 2026-11-20; or take the column out and give --on DATE.");
	return err->code;
}

static int read_pupil(const struct form_file *file, const char *text, int64_t *out, struct sen_err *err)
{
	struct sen_match match;
	enum sen_match_how how;
	int rc = sen_pupil_find(file->store, text, &match, &how, err);

	if (rc < 0)
		return rc;
	if (how == SEN_MATCH_PREFIX) {
		sen_fail(err, SEN_NOTFOUND, "no child is named exactly '%s'", text);
		sen_hint(err, "Give the whole name, the UPN or the id (P%lld).", (long long)match.id);
		return err->code;
	}
	*out = match.id;
	return 0;
}

static int read_about(struct form_file *file, const struct sen_csv_row *row, struct respondent *who,
		      struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < row->count; i++) {
		const char *text = value_text(file->store->arena, csv_plain(row->cells[i]));

		if (i >= file->count && text)
			return sen_fail(err, SEN_INVALID, "column %zu has a value but no heading", i + 1);
		if (i >= file->count || !text)
			continue;
		if (file->columns[i].use == DAY)
			rc = read_day(file, text, &who->on, err);
		else if (file->columns[i].use == PUPIL)
			rc = read_pupil(file, text, &who->pupil, err);
		if (rc < 0)
			return sen_wrap(err, "%s", file->columns[i].heading);
	}
	return rc;
}

static int keep_cell(struct form_file *file, const struct column *column, const char *text,
		     struct respondent *who, struct sen_err *err)
{
	struct sen_voice *voice = sen_record_new(file->store->arena, &sen_voice_record);
	int rc;

	voice->pupil_id = who->pupil;
	voice->given_on = who->on;
	voice->how = file->how;
	if (column->use == QUESTION) {
		rc = sen_question_answer(file->store, file->import->set, column->question, text, voice, err);
	} else {
		voice->audience = file->import->set->audience;
		voice->question_set = file->import->set->code;
		rc = sen_field_set(file->store, sen_field_named(&sen_voice_record, "words"), voice, text,
				   err);
	}
	if (rc < 0)
		return sen_wrap(err, "%s", column->heading);
	who->given++;
	file->import->answers += column->use == QUESTION;
	return sen_record_insert(file->store, &sen_voice_record, voice, err);
}

static int take_row(struct form_file *file, const struct sen_csv_row *row, struct sen_err *err)
{
	struct respondent who = {.pupil = SEN_NO_INT, .on = file->import->on};
	int rc = read_about(file, row, &who, err);

	for (size_t i = 0; rc == 0 && i < row->count && i < file->count; i++) {
		const struct column *column = &file->columns[i];
		const char *text = value_text(file->store->arena, csv_plain(row->cells[i]));

		if (text && (column->use == QUESTION || column->use == WORDS))
			rc = keep_cell(file, column, text, &who, err);
	}
	file->import->respondents += who.given > 0;
	file->import->empty += who.given == 0;
	file->import->named += who.given > 0 && who.pupil != SEN_NO_INT;
	return rc;
}

static int on_row(void *arg, const struct sen_csv_row *row, struct sen_err *err)
{
	struct form_file *file = arg;
	struct sen_mark mark;
	bool full = false;
	int rc;

	for (size_t i = 0; i < row->count; i++)
		full = full || row->cells[i][0];
	if (!full)
		return 0;
	if (!file->columns)
		return read_headings(file, row, err);
	mark = sen_arena_mark(file->store->arena);
	rc = take_row(file, row, err);
	sen_arena_release(file->store->arena, mark);
	return rc < 0 ? sen_wrap(err, "%s:%lld", file->path, (long long)row->line) : 0;
}

/* ---- The file ---- */

/* Answers without a name are all alike: the file itself is known again. */
static int there_already(struct form_file *file, const char *mark, struct sen_err *err)
{
	static const char sql[] = "SELECT 1 FROM voice WHERE school_id = :school AND voided_at IS NULL"
				  " AND question_set = :set AND how LIKE :mark LIMIT 1";
	struct db_stmt *stmt;
	int rc = db_cached(file->store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", file->store->school_id);
	db_bind_text(stmt, ":set", file->import->set->code);
	db_bind_text(stmt, ":mark", sen_format(file->store->arena, "%%%s", mark));
	rc = db_step(stmt, err);
	db_reset(stmt);
	file->import->again = rc == 1;
	return rc < 0 ? rc : 0;
}

static int read_file(struct form_file *file, struct decode *decode, struct sen_err *err)
{
	const char *how = file->import->how ? file->import->how : "online form";
	struct sen_csv_info info;
	const char *mark;
	char hex[9];
	int rc;

	sen_hex(decode->digest, 4, hex);
	mark = sen_format(file->store->keep, "file %s", hex);
	file->how = sen_format(file->store->keep, "%s, %s", how, mark);
	if ((rc = there_already(file, mark, err)) < 0 || file->import->again)
		return rc;
	rc = rows_read(file->store->arena, decode, &info, on_row, file, err);
	if (rc < 0)
		return rc;
	return file->columns ? 0 : sen_fail(err, SEN_INVALID, "'%s' is empty", file->path);
}

int sen_voice_import(struct sen_store *store, const char *path, struct sen_voice_import *import,
		     struct sen_err *err)
{
	struct form_file file = {.store = store, .path = path, .import = import};
	struct decode *decode = NULL;
	int rc = decode_open(store->arena, path, &decode, err);

	if (rc == 0)
		rc = read_file(&file, decode, err);
	decode_close(decode);
	return rc;
}

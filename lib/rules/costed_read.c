/* Reads what a provision map is made of: the school's provisions, what they plan,
 * what was logged, who is in them and who gives them. */
#include "rules/costed.h"

#include <ctype.h>
#include <string.h>

#define OF_SCHOOL "g.school_id = :school AND g.from_on < :until AND g.voided_at IS NULL"
static const char provision_sql[] =
	"SELECT g.id, g.intervention_id, g.name, g.wave, g.area, g.kind, g.from_on, g.until_on, g.minutes,"
	" g.times, g.weeks, g.days, g.at, g.funding, g.session_pence, g.resource_pence, g.measure,"
	" g.evaluated_on, i.name FROM provision g LEFT JOIN intervention i ON i.id = g.intervention_id"
	" WHERE " OF_SCHOOL;
static const char session_sql[] =
	"SELECT s.provision_id, s.id, s.held_on, s.at, s.minutes,"
	" CASE WHEN s.cancelled IS NULL THEN 0 ELSE 1 END, s.covered_by"
	" FROM provision g JOIN session s ON s.provision_id = g.id WHERE " OF_SCHOOL
	" AND s.voided_at IS NULL AND s.held_on >= :from AND s.held_on < :until AND s.held_on <= :day";

const char *costed_text(const struct costed *c, struct db_stmt *stmt, int col)
{
	size_t len;
	const char *text = db_col_text(stmt, col, &len);

	return text ? sen_strndup(c->arena, text, len) : NULL;
}

const char *costed_word_of(struct costed *c, const char *text)
{
	for (size_t i = 0; text && i < c->word_count; i++)
		if (strcmp(c->words[i], text) == 0)
			return c->words[i];
	return text ? *SEN_PUSH(c->arena, c->words, c->word_count, c->word_cap) = sen_strdup(c->arena, text)
		    : NULL;
}

/* "09:30" is 570; anything else -1. */
static int32_t clock_of(const char *text)
{
	int32_t of[2] = {0, 0};

	for (int i = 0; text && i < 2; i++) {
		int digits = 0;

		for (; isdigit((unsigned char)*text) && digits < 2; digits++)
			of[i] = of[i] * 10 + (*text++ - '0');
		if (digits == 0 || *text != (i ? '\0' : ':'))
			return -1;
		text += i == 0;
	}
	return text && of[0] < 24 && of[1] < 60 ? of[0] * 60 + of[1] : -1;
}

void costed_bind_period(const struct costed *c, struct db_stmt *stmt)
{
	db_bind_date(stmt, ":until", c->map->until);
	if (db_has_param(stmt, ":from"))
		db_bind_date(stmt, ":from", c->map->from);
}

/* ---- Provisions and what they plan ---- */

static void read_row(struct costed *c, struct db_stmt *stmt, struct costed_raw *raw)
{
	struct sen_provision *row = &raw->row;

	memset(raw, 0, sizeof(*raw));
	sen_record_blank(&sen_provision_record, row);
	row->head.id = db_col_int(stmt, 0);
	row->intervention_id = db_col_int(stmt, 1);
	row->name = costed_text(c, stmt, 2);
	row->wave = costed_text(c, stmt, 3);
	row->area = costed_text(c, stmt, 4);
	row->kind = costed_text(c, stmt, 5);
	row->from_on = db_col_date(stmt, 6);
	row->until_on = db_col_date(stmt, 7);
	row->minutes = db_col_int(stmt, 8);
	row->times = db_col_int(stmt, 9);
	row->weeks = db_col_int(stmt, 10);
	row->days = costed_text(c, stmt, 11);
	row->at = costed_text(c, stmt, 12);
	row->funding = costed_word_of(c, db_col_text(stmt, 13, NULL));
	row->session_pence = db_col_int(stmt, 14);
	row->resource_pence = db_col_int(stmt, 15);
	row->measure = costed_text(c, stmt, 16);
	row->evaluated_on = db_col_date(stmt, 17);
	raw->intervention =
		costed_word_of(c, db_col_null(stmt, 18) ? row->name : db_col_text(stmt, 18, NULL));
	raw->at = clock_of(row->at);
	raw->last_on = raw->planned_last = SEN_NO_DATE;
}

/* The sessions of the period, from the days the provision plans. */
static void plan(const struct costed *c, struct costed_raw *raw)
{
	const struct sen_provision *row = &raw->row;
	sen_date *days, before = SEN_NO_DATE;
	size_t count = 0, from = 0;

	raw->overlaps = row->until_on == SEN_NO_DATE || row->until_on > c->map->from;
	if (!raw->overlaps)
		return;
	raw->running =
		row->from_on <= c->map->day && (row->until_on == SEN_NO_DATE || row->until_on > c->map->day);
	sen_sessions_planned(c->arena, row, c->calendar, c->map->until - 1, &days, &count);
	raw->planned_last = count ? days[count - 1] : SEN_NO_DATE;
	raw->running = raw->running && (count == 0 || raw->planned_last >= c->map->day);
	while (from < count && days[from] < c->map->from)
		from++;
	/* One that planned all its sessions before is over, though nobody ended it. */
	raw->overlaps = count == 0 || from < count || row->from_on >= c->map->from;
	raw->planned = SEN_NEW(c->arena, struct sen_cost_session, count - from + 1);
	for (; from < count; from++) {
		raw->planned[raw->planned_count++] =
			(struct sen_cost_session){.day = days[from],
						  .at = days[from] == before ? -1 : raw->at,
						  .minutes = costed_or_nought(row->minutes)};
		before = days[from];
		raw->lately += before > c->map->day - 14 && before <= c->map->day;
	}
}

static int by_id(const void *left, const void *right)
{
	const struct costed_raw *a = left, *b = right;

	return (a->row.head.id > b->row.head.id) - (a->row.head.id < b->row.head.id);
}

static int read_provisions(struct costed *c, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int rc = db_prepare(c->store->db, provision_sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", c->store->school_id);
	costed_bind_period(c, stmt);
	while ((rc = db_step(stmt, err)) == 1)
		read_row(c, stmt, SEN_PUSH(c->arena, c->raw, c->raw_count, c->raw_cap));
	if (c->raw_count)
		qsort(c->raw, c->raw_count, sizeof(*c->raw), by_id);
	for (size_t i = 0; rc == 0 && i < c->raw_count; i++)
		plan(c, &c->raw[i]);
	return rc;
}

/* ---- What was logged ---- */

static struct costed_raw *raw_of(const struct costed *c, int64_t id)
{
	struct costed_raw key = {.row.head.id = id};

	return c->raw_count ? bsearch(&key, c->raw, c->raw_count, sizeof(*c->raw), by_id) : NULL;
}

static int by_day(const void *left, const void *right)
{
	const struct sen_cost_session *a = left, *b = right;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

/* The first of a day that names no time of its own has the provision's. */
static void place(struct costed_raw *raw)
{
	sen_date placed = SEN_NO_DATE;

	if (raw->held_count)
		qsort(raw->held, raw->held_count, sizeof(*raw->held), by_day);
	for (size_t i = 0; i < raw->held_count; i++) {
		struct sen_cost_session *session = &raw->held[i];

		if (session->at >= 0 || session->day == placed)
			continue;
		session->at = raw->at;
		placed = session->day;
	}
}

static void read_session(struct costed *c, struct db_stmt *stmt, struct costed_raw *raw)
{
	struct sen_cost_session session = {.id = db_col_int(stmt, 1), .day = db_col_date(stmt, 2)};
	const char *cover = db_col_text(stmt, 6, NULL);

	if (raw->last_on == SEN_NO_DATE || session.day > raw->last_on)
		raw->last_on = session.day;
	if (db_col_int(stmt, 5)) {
		raw->cancelled++;
		return;
	}
	session.at = clock_of(db_col_text(stmt, 3, NULL));
	session.minutes = costed_or_nought(db_col_null(stmt, 4) ? raw->row.minutes : db_col_int(stmt, 4));
	if (cover)
		session.cover = costed_who(c, SEN_NO_INT, cover, NULL);
	*SEN_PUSH(c->arena, raw->held, raw->held_count, raw->held_cap) = session;
}

static int read_sessions(struct costed *c, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	struct costed_raw *raw = NULL;
	int rc = db_prepare(c->store->db, session_sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", c->store->school_id);
	costed_bind_period(c, stmt);
	db_bind_date(stmt, ":day", c->facts.today);
	while ((rc = db_step(stmt, err)) == 1) {
		int64_t id = db_col_int(stmt, 0);

		if (!raw || raw->row.head.id != id)
			raw = raw_of(c, id);
		if (raw)
			read_session(c, stmt, raw);
	}
	for (size_t i = 0; i < c->raw_count; i++)
		place(&c->raw[i]);
	return rc;
}

/* What the period does not see is let go. */
static void keep_seen(struct costed *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->raw_count; i++) {
		const struct costed_raw *raw = &c->raw[i];

		if (raw->overlaps || raw->planned_count || raw->held_count || raw->cancelled)
			c->raw[kept++] = *raw;
	}
	c->raw_count = kept;
}

int costed_read(struct costed *c, struct sen_err *err)
{
	int rc = read_provisions(c, err);

	if (rc == 0)
		rc = read_sessions(c, err);
	keep_seen(c);
	return rc < 0 ? rc : costed_people(c, err);
}

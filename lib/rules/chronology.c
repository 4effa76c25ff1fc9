/* report chronology: derived, never stored. The events of every kind of
 * record of one child, joined and put in order of date (R12). */
#include "rules/rules.h"

#include <sen/ehc.h>
#include <sen/report.h>

#include <string.h>

static const struct sen_column columns[] = {
	{.name = "on_date", .label = "Date", .kind = SEN_C_DATE, .help = "when it happened"},
	{.name = "what", .label = "What", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, .help = "what happened"},
	{.name = "record", .label = "Record", .kind = SEN_C_TEXT, .help = "the record that says so"},
	{.name = "noun",
	 .label = "Kind",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_QUIET,
	 .help = "kind of record"},
	{.name = "recorded_on",
	 .label = "Recorded",
	 .kind = SEN_C_DATE,
	 .help = "the day it was written down, where that was later"},
	{.name = "voided_at",
	 .label = "Removed",
	 .kind = SEN_C_INSTANT,
	 .flags = SEN_COL_QUIET,
	 .help = "when the entry was removed (--all)"},
};

const struct sen_query sen_chronology_answer = {.name = "report-chronology",
						.title = "Chronology",
						.version = 1,
						.columns = columns,
						.count = SEN_COUNT(columns),
						.empty = "Nothing is recorded for this child."};

/* --all: what was removed is shown as such. */
static struct sen_query all_answer(struct sen_arena *arena)
{
	struct sen_query query = sen_chronology_answer;
	struct sen_column *all = SEN_NEW(arena, struct sen_column, SEN_COUNT(columns));

	memcpy(all, columns, sizeof(columns));
	all[SEN_COUNT(columns) - 1].flags = 0;
	query.columns = all;
	return query;
}

/* The audit tells when a record was made; its later fields tell of themselves.
 * Within a day: what began, in the order it was written down, then what ended. */
static const char head[] =
	"SELECT v.on_date, v.what, v.record, v.noun, CASE WHEN substr(m.at, 1, 10) > v.on_date"
	" THEN substr(m.at, 1, 10) END AS recorded_on, v.voided_at FROM (SELECT u.*,"
	" MIN(u.on_date) OVER (PARTITION BY u.noun, u.id) AS first_on FROM (";
static const char tail[] =
	") u) v LEFT JOIN audit a ON a.pupil_id = :pupil AND a.noun = v.noun AND a.record_id = v.id"
	" AND a.op = 'insert' LEFT JOIN command m ON m.id = a.command WHERE (:all = 1 OR v.voided_at IS "
	"NULL) AND v.on_date IS NOT NULL"
	" AND (:from IS NULL OR v.on_date >= :from) AND (:until IS NULL OR v.on_date < :until)"
	" ORDER BY v.on_date, CASE WHEN v.on_date > v.first_on OR v.noun = 'target' OR v.what LIKE '%closed%'"
	" OR v.what LIKE 'parents told%' THEN 1 ELSE 0 END,"
	" a.seq, v.noun, v.id";

/* The record that says so; what happened in a case is said by the case. */
static const char of_case[] =
	"SELECT on_date, noun, id, what, voided_at, (SELECT COALESCE('AP' || CAST(i.appeal_id AS TEXT), 'CM'"
	" || CAST(i.complaint_id AS TEXT), 'EH' || CAST(i.ehc_id AS TEXT)) FROM milestone i WHERE i.id ="
	" k.id) AS record FROM (";

static size_t add_kind(const char **parts, size_t n, const struct sen_record *kind)
{
	if (kind == &sen_milestone_record) {
		parts[n++] = of_case;
	} else {
		parts[n++] = "SELECT on_date, noun, id, what, voided_at, '";
		parts[n++] = kind->prefix;
		parts[n++] = "' || CAST(id AS TEXT) AS record FROM (";
	}
	parts[n++] = kind->events;
	parts[n++] = ") k";
	return n;
}

int sen_report_chronology(struct sen_store *store, bool all, const struct sen_query **out,
			  struct sen_err *err)
{
	const char **parts = SEN_NEW(store->arena, const char *, sen_record_count * 6 + 3);
	struct sen_query *query = sen_alloc(store->arena, sizeof(*query));
	size_t n = 0;

	(void)err;
	parts[n++] = head;
	for (size_t i = 0; i < sen_record_count; i++) {
		const struct sen_record *kind = sen_records[i];

		/* What a family complained of goes to nobody by default. */
		if (!kind->events || (!all && kind == &sen_complaint_record))
			continue;
		if (n > 1)
			parts[n++] = " UNION ALL ";
		n = add_kind(parts, n, kind);
	}
	parts[n++] = tail;
	*query = all ? all_answer(store->arena) : sen_chronology_answer;
	query->sql = db_join(store->arena, parts);
	*out = query;
	return 0;
}

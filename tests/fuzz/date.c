/* Dates as typed: what is read is a date that reads back from each way it is printed. */
#include "fuzz/fuzz.h"

#include <sen/date.h>

static void reads_back(const char *text, const struct sen_date_context *context, sen_date want)
{
	struct sen_err err = {0};
	sen_date got;

	MUST(sen_date_parse(text, context, &got, &err) == 0 && got == want);
}

static void holds(sen_date date, const struct sen_date_context *context)
{
	char iso[11], text[16], table[12];
	int year, month, day;

	sen_date_split(date, &year, &month, &day);
	MUST(sen_date_make(year, month, day) == date);
	MUST(sen_date_iso(sen_date_text(date, iso)) == date);
	reads_back(iso, context, date);
	reads_back(sen_date_long(date, text), context, date);
	reads_back(sen_date_short(date, table), context, date);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	struct sen_date_context context = {sen_date_iso("2026-11-22"), false, SEN_NO_DATE};
	struct sen_err err = {0};
	sen_date date = 0;
	char *text;
	int year, rc;

	if (size > 0) { /* the first byte chooses what the words hang on */
		context.future = *data & 1;
		context.today += *data >> 1;
		context.end_of_term = *data & 2 ? context.today + 26 : SEN_NO_DATE;
		data++;
		size--;
	}
	text = fuzz_text(arena, data, size);
	rc = sen_date_parse(text, &context, &date, &err);
	if (rc == 0) {
		holds(date, &context);
	} else {
		MUST(rc == SEN_USAGE && date == SEN_NO_DATE);
		fuzz_error_fine(&err, rc);
	}
	date = sen_date_iso(text);
	if (date != SEN_NO_DATE)
		holds(date, &context);
	date = sen_london_date(text);
	if (date != SEN_NO_DATE)
		MUST(sen_date_iso(sen_strndup(arena, text, 10)) == date || strncmp(text + 11, "23", 2) == 0);
	if (sen_year_parse(text, &year))
		MUST(sen_text_same(sen_year_code(year), text));
	sen_arena_free(arena);
	return 0;
}

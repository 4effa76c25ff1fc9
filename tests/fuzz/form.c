/* Forms: a filled-in form of a concern is read, or its fault is told. */
#include "fuzz/fuzz.h"
#include "store/store.h"

#include <sen/calendar.h>
#include <sen/concern.h>
#include <sen/exchange.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	const struct sen_record *kind = &sen_concern_record;
	struct sen_calendar calendar = {0};
	/* A form reads no record: the day, an arena and the school's dates are all it needs. */
	struct sen_store store = {.arena = arena, .keep = arena, .scratch = arena, .calendar = &calendar};
	struct sen_err err = {0};
	bool given[128] = {false};
	void *record = sen_record_new(arena, kind);
	const char *before = sen_form_write(arena, kind, record, "concern");
	int rc;

	store.context.today = sen_date_iso("2026-11-22");
	store.context.as_at = SEN_NO_DATE;
	rc = sen_form_read(&store, kind, fuzz_text(arena, data, size), before, record, given, &err);
	/* The message quotes what was typed, whatever it is: it is made visible where it is printed. */
	MUST(rc == 0 || (err.code == rc && *err.msg));
	sen_arena_free(arena);
	return 0;
}

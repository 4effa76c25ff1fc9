/* Fuzzes forms: a filled-in form of a concern is read or its fault is told. */
#include <sen/concern.h>
#include <sen/exchange.h>

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	const struct sen_record *kind = &sen_concern_record;
	struct sen_store *store = NULL;
	struct sen_err err = {0};
	bool given[128] = {false};
	void *record = sen_record_new(arena, kind);
	const char *before = sen_form_write(arena, kind, record, "concern");

	if (sen_form_read(store, kind, sen_strndup(arena, (const char *)data, size), before, record, given,
			  &err) < 0 &&
	    !err.msg[0])
		abort();
	sen_arena_free(arena);
	return 0;
}

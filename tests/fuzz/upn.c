/* UPNs: only thirteen characters of the form with their own check letter are one. */
#include "fuzz/fuzz.h"

#include <sen/pupil.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	char *text = fuzz_text(arena, data, size);
	enum sen_upn result = sen_upn_check(text);

	if (result == SEN_UPN_OK || result == SEN_UPN_TEMPORARY) {
		MUST(strlen(text) == 13 && text[0] == sen_upn_letter(text));
		for (int i = 1; i < 12; i++)
			MUST(text[i] >= '0' && text[i] <= '9');
	} else {
		MUST(sen_upn_fault(result) && *sen_upn_fault(result));
	}
	sen_arena_free(arena);
	return 0;
}

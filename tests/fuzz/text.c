/* Text: what is kept is valid, plain to a terminal and stays as it is; keys and guesses hold. */
#include "fuzz/fuzz.h"

static void clean(struct sen_arena *arena, const char *text, enum sen_text_rule rule)
{
	struct sen_err err = {0};
	const char *kept, *again;
	int rc = sen_text_clean(arena, text, rule, 200, &kept, &err);

	if (rc < 0) {
		MUST(kept == NULL);
		fuzz_error_fine(&err, rc);
		return;
	}
	if (sen_text_plain(text, strlen(text)))
		MUST(kept && strcmp(kept, text) == 0);
	if (!kept)
		return;
	MUST(*kept && sen_utf8_valid(kept, strlen(kept)));
	MUST(strcmp(sen_text_visible(arena, kept, rule == SEN_TEXT_NOTE), kept) == 0);
	MUST(sen_text_clean(arena, kept, rule, 0, &again, &err) == 0);
	MUST(strcmp(again, kept) == 0);
}

static void fold(struct sen_arena *arena, const char *text)
{
	const char *key = sen_text_fold(arena, text);

	MUST(sen_utf8_valid(key, strlen(key)));
	MUST(*key != ' ' && !strstr(key, "  "));
	MUST(strcmp(sen_text_fold(arena, key), key) == 0);
}

static void words(const char *text)
{
	static const char *const known[] = {"pupil", "plan", "review", "report", "concern", "contact"};
	const char *guess = sen_text_guess(text, known, SEN_COUNT(known));
	int64_t number;

	for (size_t i = 0; i < SEN_COUNT(known); i++) {
		int there = sen_text_distance(text, known[i], 3);

		MUST(there >= 0 && there <= 4 && there == sen_text_distance(known[i], text, 3));
		MUST((there == 0) == (strcmp(text, known[i]) == 0));
		MUST(guess || there > 2 || strlen(text) < 4);
	}
	if (sen_id_parse(text, "P", &number))
		MUST(number > 0);
	if (sen_int_parse(text, &number))
		MUST(number > INT64_MIN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	char *text = fuzz_text(arena, data, size);
	const char *shown = sen_text_visible(arena, text, false);

	clean(arena, text, SEN_TEXT_NAME);
	clean(arena, text, SEN_TEXT_LINE);
	clean(arena, text, SEN_TEXT_NOTE);
	fold(arena, text);
	words(text);
	MUST(sen_utf8_valid(shown, strlen(shown)));
	MUST(strcmp(sen_text_visible(arena, shown, false), shown) == 0);
	sen_arena_free(arena);
	return 0;
}

/* The text of an EHC plan: whatever it is, rows of valid text in known sections, and a
 * form written from them that reads back the same. */
#include "fuzz/fuzz.h"

#include <sen/ehc_plan.h>

static void row(const struct sen_ehc_read_item *item)
{
	MUST(item->item.section && item->item.words && *item->item.words);
	MUST(sen_code_find(sen_ehc_sections, item->item.section));
	MUST(sen_utf8_valid(item->item.words, strlen(item->item.words)));
	MUST(item->item.number == SEN_NO_INT || item->item.number > 0);
	MUST(item->line > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	struct sen_ehc_plan plan = {.newest = 1};
	struct sen_ehc_read read, again;

	if (size > 20000)
		size = 20000;
	sen_ehc_read(arena, fuzz_text(arena, data, size), sen_date_iso("2026-11-22"), &read);
	plan.items = SEN_NEW(arena, struct sen_ehc_item, read.count + 1);
	for (size_t i = 0; i < read.count; i++) {
		row(&read.items[i]);
		plan.items[i] = read.items[i].item;
		plan.items[i].since = 1;
		plan.items[i].until = SEN_NO_INT;
		plan.items[i].number = (int64_t)i % 900 + 1;
	}
	plan.count = read.count;
	if (read.count < 900) {
		size_t k = 0;

		sen_ehc_read(arena, sen_ehc_form(arena, &plan, 1, "EH1.1"), sen_date_iso("2026-11-22"),
			     &again);
		MUST(again.exact && again.count == read.count);
		for (const struct sen_code_row *code = sen_ehc_sections; code->code; code++)
			for (size_t i = 0; i < plan.count; i++)
				if (strcmp(plan.items[i].section, code->code) == 0) {
					MUST(strcmp(again.items[k].item.words, plan.items[i].words) == 0);
					MUST(again.items[k].item.minutes == plan.items[i].minutes);
					k++;
				}
	}
	sen_arena_free(arena);
	return 0;
}

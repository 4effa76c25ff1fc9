/* Words of a draft that promise nothing one could ask for (law.json, `vague`), and
 * provision without a quantity: what to question within the days for comments. */
#include <sen/ehc_plan.h>
#include <sen/text.h>

#include <ctype.h>
#include <string.h>

enum { AROUND = 4 }; /* words of context on each side */
struct lint {
	struct sen_arena *arena;
	const struct sen_law_item *words;
	size_t word_count;
	struct sen_ehc_vague *items;
	size_t count, cap;
};

/* The text in plain small letters of the same length, so that places agree. */
static char *lowered(struct sen_arena *arena, const char *text)
{
	char *out = sen_strdup(arena, text);

	for (char *at = out; *at; at++)
		*at = strchr("\n\t-", *at) ? ' ' : (char)tolower((unsigned char)*at);
	return out;
}

static bool edge(char c)
{
	return !isalnum((unsigned char)c) && !(c & 0x80);
}

static const char *next_place(const char *text, const char *from, const char *words)
{
	size_t len = strlen(words);

	for (const char *at = strstr(from, words); at; at = strstr(at + 1, words))
		if ((at == text || edge(at[-1])) && edge(at[len]))
			return at;
	return NULL;
}

/* The words around, of the text as it is written. */
static const char *context(struct sen_arena *arena, const char *text, size_t at, size_t len)
{
	size_t from = at, to = at + len, spaces = 0;

	while (from > 0 && (spaces < AROUND || !strchr(" \n", text[from - 1])))
		spaces += strchr(" \n", text[--from]) != NULL;
	for (spaces = 0; text[to] && (spaces < AROUND || !strchr(" \n", text[to])); to++)
		spaces += strchr(" \n", text[to]) != NULL;
	return sen_format(arena, "%s%.*s%s", from ? "..." : "", (int)(to - from), text + from,
			  text[to] ? "..." : "");
}

/* "small group of no more than four": a number within the sentence answers it. */
static bool numbered(const char *text, size_t at, size_t len)
{
	static const char *const numbers[] = {" two", " three", " four", " five", " six", " seven", " eight"};
	size_t end = at + len, stop = end + strcspn(text + end, ".;");

	for (size_t i = end; i < stop; i++) {
		if (isdigit((unsigned char)text[i]))
			return true;
		for (size_t k = 0; k < SEN_COUNT(numbers); k++)
			if (strncmp(text + i, numbers[k], strlen(numbers[k])) == 0)
				return true;
	}
	return false;
}

/* In a need or an outcome "an adult" is anybody, not who gives the provision. */
static bool anybody(const struct sen_ehc_item *item, const struct sen_law_item *word)
{
	return strcmp(word->code, "an-adult") == 0 && strchr("BE", item->section[0]);
}

static void look(struct lint *l, const struct sen_ehc_item *item, const char *text,
		 const struct sen_law_item *word)
{
	const char *words = lowered(l->arena, word->name);
	size_t len = strlen(words);

	for (const char *at = next_place(text, text, words); at; at = next_place(text, at + len, words)) {
		size_t place = (size_t)(at - text);

		if (sen_text_starts(word->code, "small-group") && numbered(text, place, len))
			continue;
		*SEN_PUSH(l->arena, l->items, l->count, l->cap) = (struct sen_ehc_vague){
			.item = item, .word = word, .context = context(l->arena, item->words, place, len)};
	}
}

static void look_amount(struct lint *l, const struct sen_ehc_item *item)
{
	const char *lacks = item->minutes == SEN_NO_INT ? "how long each time"
			    : !item->per		? "how often"
							: NULL;

	if (lacks)
		*SEN_PUSH(l->arena, l->items, l->count, l->cap) =
			(struct sen_ehc_vague){.item = item, .context = lacks};
}

void sen_ehc_lint(struct sen_arena *arena, const struct sen_law *law, const struct sen_ehc_plan *plan,
		  int64_t version, struct sen_ehc_vague **out, size_t *count)
{
	struct lint l = {.arena = arena};

	l.words = sen_law_list_of(law, "vague", &l.word_count);
	for (size_t i = 0; i < plan->count; i++) {
		const struct sen_ehc_item *item = &plan->items[i];
		const char *text;

		if (!sen_ehc_stands(item, version) || !strchr("BEFGH", item->section[0]))
			continue;
		text = lowered(arena, item->words);
		for (size_t k = 0; k < l.word_count; k++)
			if (!anybody(item, &l.words[k]))
				look(&l, item, text, &l.words[k]);
		if (strcmp(item->section, "F") == 0)
			look_amount(&l, item);
	}
	*out = l.items;
	*count = l.count;
}

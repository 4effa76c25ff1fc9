/* Lines of a round's form that are no field of a review: a target with its result,
 * and what was agreed. */
#include "exchange/form.h"
#include "exchange/round.h"

#include <sen/text.h>

#include <string.h>

enum { SHOWN = 90 };

char *round_target_line(struct sen_arena *arena, const struct sen_target *target)
{
	char *text = sen_strdup(arena, target->target);

	for (char *at = text; *at; at++)
		if (*at == '\n' || *at == '\t' || *at == '=')
			*at = *at == '=' ? ':' : ' ';
	if (strlen(text) > SHOWN) {
		size_t len = SHOWN;

		while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
		text = sen_format(arena, "%.*s...", (int)len, text);
	}
	return sen_format(arena, "T%lld: %s = ", (long long)target->head.id, text);
}

static char *trimmed(struct sen_arena *arena, const char *text, size_t len)
{
	while (len && strchr(" \t\r", *text)) {
		text++;
		len--;
	}
	while (len && strchr(" \t\r", text[len - 1]))
		len--;
	return sen_strndup(arena, text, len);
}

/* "T4: ...", "action: ...", "actions: ..."; what stands after the colon. */
static bool is_line(struct sen_arena *arena, const char *line, size_t len, struct round_line *out)
{
	const char *colon = memchr(line, ':', len);
	const char *word;
	int64_t id;

	if (!colon)
		return false;
	word = trimmed(arena, line, (size_t)(colon - line));
	*out = (struct round_line){.value = trimmed(arena, colon + 1, (size_t)(line + len - colon - 1))};
	if ((word[0] | 32) == 't' && sen_id_parse(word, "T", &id)) {
		/* The answer stands after the '='; whoever took the line away wrote it alone. */
		const char *equals = strchr(out->value, '=');

		out->target = word;
		if (equals)
			out->value = trimmed(arena, equals + 1, strlen(equals + 1));
		return true;
	}
	return sen_text_same(word, "action") || sen_text_same(word, "actions");
}

static bool has(const char *line, size_t len, const char *mark)
{
	size_t n = strlen(mark);

	for (size_t i = 0; i + n <= len; i++)
		if (memcmp(line + i, mark, n) == 0)
			return true;
	return false;
}

const char *round_lines_take(struct sen_arena *arena, const char *block, size_t len, int number,
			     struct round_lines *out)
{
	struct sen_buf rest = {.arena = arena};
	const char *end = block + len;
	bool marked = false; /* inside a long note nothing is a line of ours */

	sen_buf_add(&rest, "");
	for (const char *line = block; line < end; number++) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		size_t n = (size_t)((stop ? stop : end) - line);
		struct round_line found;

		if (!marked && *line != '#' && is_line(arena, line, n, &found)) {
			found.number = number;
			if (*found.value)
				*SEN_PUSH(arena, out->items, out->count, out->cap) = found;
		} else {
			sen_buf_addn(&rest, line, n);
			marked = marked ? !has(line, n, FORM_CLOSE) : has(line, n, FORM_OPEN);
		}
		sen_buf_add(&rest, "\n");
		line += n + 1;
	}
	return rest.text;
}

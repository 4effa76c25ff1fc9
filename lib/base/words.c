/* Small text matters: comparing words, guessing, ids and whole numbers, hex. */
#include <sen/text.h>

#include <string.h>

#define LONGEST_WORD 63

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool sen_text_same(const char *a, const char *b)
{
	if (!a || !b)
		return a == b;
	while (*a && lower(*a) == lower(*b))
		a++, b++;
	return lower(*a) == lower(*b);
}

bool sen_text_starts(const char *text, const char *prefix)
{
	return text && prefix && strncmp(text, prefix, strlen(prefix)) == 0;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* One row of the table: what it takes to make the first `i` bytes of `a` into
 * each beginning of `b`.  Returns the least of the row. */
static int distance_row(const char *a, int i, const char *b, int len_b, int rows[3][LONGEST_WORD + 1])
{
	int *row = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
	int best = row[0] = i;

	for (int j = 1; j <= len_b; j++) {
		row[j] = least(least(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] != b[j - 1]));
		if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
			row[j] = least(row[j], before[j - 2] + 1);
		best = least(best, row[j]);
	}
	return best;
}

int sen_text_distance(const char *a, const char *b, int max)
{
	int rows[3][LONGEST_WORD + 1];
	size_t len_a = strlen(a), len_b = strlen(b);

	if (strcmp(a, b) == 0)
		return 0;
	if (len_a > LONGEST_WORD || len_b > LONGEST_WORD)
		return max + 1;
	for (int j = 0; j <= (int)len_b; j++)
		rows[0][j] = j;
	/* A transposition reaches two rows back, so a row above the bound does not yet end it. */
	for (int i = 1, over = 0; i <= (int)len_a; i++) {
		over = distance_row(a, i, b, (int)len_b, rows) > max ? over + 1 : 0;
		if (over == 2)
			return max + 1;
	}
	return least(rows[len_a % 3][len_b], max + 1);
}

/* The only one of the words that begins with `word`. */
static const char *completed(const char *word, const char *const *words, size_t count)
{
	const char *found = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!sen_text_starts(words[i], word))
			continue;
		if (found)
			return NULL;
		found = words[i];
	}
	return found;
}

const char *sen_text_guess(const char *word, const char *const *words, size_t count)
{
	const char *best = NULL;
	size_t len = word ? strlen(word) : 0;
	int limit = len < 4 ? 1 : 2; /* at two steps every short word is like every other */

	if (len < 2)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		int distance = sen_text_distance(word, words[i], limit);

		if (distance <= limit) {
			best = words[i];
			limit = distance - 1; /* the first of equals stays */
		}
	}
	return best ? best : completed(word, words, count);
}

/* All of `text` as digits; false past INT64_MAX. */
static bool digits(const char *text, int64_t *out)
{
	int64_t value = 0;

	if (!*text)
		return false;
	for (; *text; text++) {
		if (*text < '0' || *text > '9' || __builtin_mul_overflow(value, 10, &value) ||
		    __builtin_add_overflow(value, *text - '0', &value))
			return false;
	}
	*out = value;
	return true;
}

bool sen_id_parse(const char *text, const char *prefix, int64_t *id)
{
	const char *rest = text;
	int64_t value;

	if (!text)
		return false;
	while (*prefix && lower(*rest) == lower(*prefix))
		rest++, prefix++;
	if (*prefix)
		rest = text;
	/* No id begins with 0: digits that do are an admission number. */
	if (*rest == '0' || !digits(rest, &value))
		return false;
	*id = value;
	return true;
}

bool sen_int_parse(const char *text, int64_t *out)
{
	bool minus = text && *text == '-';
	int64_t value;

	if (!text || !digits(text + minus, &value))
		return false;
	*out = minus ? -value : value;
	return true;
}

void sen_hex(const void *bytes, size_t len, char *out)
{
	static const char figures[] = "0123456789abcdef";
	const unsigned char *byte = bytes;

	for (size_t i = 0; i < len; i++) {
		*out++ = figures[byte[i] >> 4];
		*out++ = figures[byte[i] & 15];
	}
	*out = '\0';
}

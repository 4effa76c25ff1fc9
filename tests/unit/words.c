/* Texts of a test's tables cut into their words and fields (words.h). */
#include "unit/words.h"

#include <string.h>

const char *words_cut(const char **rest, const char *mark)
{
	const char *start = *rest, *end;
	size_t len;

	if (!start || !*start)
		return NULL;
	end = strstr(start, mark);
	len = end ? (size_t)(end - start) : strlen(start);
	*rest = end ? end + strlen(mark) : NULL;
	return sen_strndup(records_arena, start, len);
}

const char *words_value(const char *words, const char *key)
{
	const char *word;

	while ((word = words_cut(&words, " ")))
		if (strncmp(word, key, strlen(key)) == 0 && word[strlen(key)] == '=')
			return word + strlen(key) + 1;
	return NULL;
}

size_t words_split(char *line, char **fields, size_t most)
{
	size_t count = 0;

	line[strcspn(line, "\n")] = '\0';
	for (char *at = line; at && count < most; count++) {
		char *comma = strchr(at, ',');

		if (comma)
			*comma++ = '\0';
		fields[count] = at;
		at = comma;
	}
	return count;
}

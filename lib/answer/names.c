/* --names initials: "Zoe O'Brien" becomes "Z.O." */
#include "answer/answer.h"

/* Bytes of the UTF-8 character at `text`, by its first byte. */
static size_t char_len(unsigned char first)
{
	return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

size_t initials(const char *name, size_t len, char *out)
{
	size_t used = 0, at = 0;

	/* "(died)": no name. */
	if (len && *name == '(' && len < INITIALS_ROOM) {
		memcpy(out, name, len);
		out[len] = '\0';
		return len;
	}
	while (at < len && used + 6 < INITIALS_ROOM) {
		while (at < len && name[at] == ' ')
			at++;
		if (at == len)
			break;
		size_t width = char_len((unsigned char)name[at]);
		if (width > len - at)
			width = len - at;
		memcpy(out + used, name + at, width);
		if (width == 1 && name[at] >= 'a' && name[at] <= 'z')
			out[used] = (char)(name[at] - 'a' + 'A');
		used += width;
		out[used++] = '.';
		while (at < len && name[at] != ' ')
			at++;
	}
	out[used] = '\0';
	return used;
}

const char *sen_initials(struct sen_arena *arena, const char *name)
{
	char *out = sen_alloc(arena, INITIALS_ROOM);
	initials(name ? name : "", name ? strlen(name) : 0, out);
	return out;
}

/* Headings of an EHC plan as authorities write them, and the areas of need in them. */
#include "rules/ehc_read.h"

#include <sen/text.h>

#include <ctype.h>
#include <string.h>

/* Words that a title of the section has, folded: what follows a bare letter must. */
static const struct {
	const char *section, *title;
} titles[] = {
	{"A", "views"},
	{"A", "aspirations"},
	{"A", "interests"},
	{"A", "all about me"},
	{"B", "special educational needs"},
	{"B", "special education needs"},
	{"B", "sen"},
	{"C", "health needs"},
	{"C", "health care needs"},
	{"D", "social care needs"},
	{"D", "social needs"},
	{"E", "outcomes"},
	{"E", "outcome"},
	{"F", "educational provision"},
	{"F", "special education provision"},
	{"G", "health provision"},
	{"G", "health care provision"},
	{"H1", "social care provision"},
	{"H1", "social care"},
	{"H2", "other social care"},
	{"H2", "social care provision"},
	{"H", "social care provision"},
	{"I", "placement"},
	{"I", "school"},
	{"I", "setting"},
	{"I", "institution"},
	{"J", "personal budget"},
	{"J", "direct payment"},
	{"K", "advice"},
	{"K", "appendices"},
	{"K", "reports"},
};

static bool holds(const char *folded, const char *words)
{
	size_t len = strlen(words);

	for (const char *at = folded ? strstr(folded, words) : NULL; at; at = strstr(at + 1, words))
		if ((at == folded || at[-1] == ' ') && (at[len] == ' ' || !at[len] || at[len] == 's'))
			return true;
	return false;
}

static bool titled(struct sen_arena *arena, int section, const char *rest)
{
	const char *code = sen_ehc_sections[section].code, *folded;

	if (strlen(rest) > 160)
		return false;
	folded = sen_text_fold(arena, rest);
	for (size_t i = 0; i < SEN_COUNT(titles); i++)
		if (strcmp(titles[i].section, code) == 0 && holds(folded, titles[i].title))
			return true;
	return false;
}

static int section_of(const char *code, size_t len)
{
	for (int i = 0; sen_ehc_sections[i].code; i++)
		if (strlen(sen_ehc_sections[i].code) == len &&
		    strncasecmp(sen_ehc_sections[i].code, code, len) == 0)
			return i;
	return -1;
}

/* "F", "h1", "H (2)": which, and where it ends. A plain H is H1. */
static int letter_at(const char *at, size_t *len)
{
	size_t n = 1;

	*len = 1;
	if (tolower((unsigned char)at[0]) != 'h')
		return section_of(at, 1);
	n += strspn(at + n, " ");
	n += at[n] == '(';
	if (at[n] != '1' && at[n] != '2')
		return section_of("H1", 2);
	*len = n + 1 + (at[n + 1] == ')');
	return section_of(at[n] == '1' ? "H1" : "H2", 2);
}

/* Past signs between a letter and its title. */
static const char *past_signs(const char *at)
{
	for (;;) {
		if (*at && strchr(" :.-)\t|*#=", *at))
			at++;
		else if (strncmp(at, "\xe2\x80\x93", 3) == 0 || strncmp(at, "\xe2\x80\x94", 3) == 0)
			at += 3;
		else
			return at;
	}
}

int ehc_read_heading(struct sen_arena *arena, const char *line, const char **rest)
{
	const char *at = past_signs(line), *after;
	bool named = strncasecmp(at, "section", 7) == 0 && (at[7] == ' ' || at[7] == '\t');
	size_t len;
	int section;

	if (named)
		at += 7 + strspn(at + 7, " \t");
	if (!isalpha((unsigned char)*at) || (section = letter_at(at, &len)) < 0)
		return -1;
	after = at + len;
	/* "H1.2 social care" is a row. */
	if ((*after == '.' && isdigit((unsigned char)after[1])) || isalnum((unsigned char)*after) ||
	    *after == '\'' || (*after & 0x80 && past_signs(after) == after))
		return -1;
	*rest = past_signs(after);
	if (!**rest)
		return named || len > 1 ? section : -1;
	if (named && strncasecmp(*rest + (**rest == '('), "cont", 4) == 0 && strlen(*rest) < 16)
		return section;
	/* "Section F provision will be ..." is a sentence, "Section F: provision" a heading. */
	if (titled(arena, section, *rest) && (named || *after != ' ' || past_signs(after) > after + 1))
		return strlen(*rest) < 100 || !strpbrk(*rest, ".") ? section : -1;
	return named && past_signs(after) > after + 1 && strlen(*rest) < 80 && !strchr(*rest, '.') ? section
												   : -1;
}

const char *ehc_read_area(struct sen_arena *arena, const char *line)
{
	static const struct {
		const char *name, *code;
	} areas[] = {
		{"communication and interaction", "communication and interaction"},
		{"speech language and communication", "communication and interaction"},
		{"cognition and learning", "cognition and learning"},
		{"social emotional and mental health", "social, emotional and mental health"},
		{"social emotional and mental health difficulties", "social, emotional and mental health"},
		{"semh", "social, emotional and mental health"},
		{"sensory and physical", "sensory and/or physical"},
		{"sensory and or physical", "sensory and/or physical"},
		{"sensory and or physical needs", "sensory and/or physical"},
		{"physical and sensory", "sensory and/or physical"}};
	const char *folded = strlen(line) > 80 ? NULL : sen_text_fold(arena, line);

	for (size_t i = 0; folded && i < SEN_COUNT(areas); i++)
		if (strcmp(folded, areas[i].name) == 0)
			return areas[i].code;
	return NULL;
}

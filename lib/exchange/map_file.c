/* A user's own map: which heading of their export is which field. */
#include "exchange/mis.h"
#include <errno.h>
#include <sen/text.h>
#include <stdio.h>
#include <string.h>

static char *trim(char *text)
{
	size_t n;
	while (*text == ' ' || *text == '\t')
		text++;
	for (n = strlen(text); n && strchr(" \t\r\n", text[n - 1]); n--)
		text[n - 1] = '\0';
	n = strlen(text);
	if (n > 1 && *text == '"' && text[n - 1] == '"') {
		text[n - 1] = '\0';
		text++;
	}
	return text;
}

static int field_of(const char *name, const char *path, int line, enum mis_field *out, struct sen_err *err)
{
	const char *words[MIS_FIELDS];
	for (int i = 0; i < MIS_FIELDS; i++) {
		words[i] = mis_fields[i].name;
		if (heading_same(name, words[i])) {
			*out = (enum mis_field)i;
			return 0;
		}
	}
	const char *guess = sen_text_guess(name, words, MIS_FIELDS);
	sen_fail(err, SEN_INVALID, "line %d of '%s': no field '%s'", line, path, name);
	if (guess)
		sen_hint(err, "Did you mean '%s'?", guess);
	else
		sen_hint(err, "Fields are upn, surname, forename, dob, year, class, status, need and so on: "
			      "see 'sendctl pupil import --help'.");
	return SEN_INVALID;
}

static int map_line(struct sen_arena *arena, char *text, const char *path, int line, struct mis_map *map,
		    size_t *cap, struct sen_err *err)
{
	struct mis_alias *items = (struct mis_alias *)map->aliases;
	enum mis_field field = MIS_IGNORE;
	text = trim(text);
	if (!*text || *text == '#' || *text == ';' || *text == '[')
		return 0;
	char *equals = strchr(text, '=');
	if (!equals)
		return sen_fail(err, SEN_INVALID, "line %d of '%s': no '=' (a line reads: field = Heading)",
				line, path);
	*equals = '\0';
	char *heading = trim(equals + 1);
	int rc = field_of(trim(text), path, line, &field, err);
	if (rc)
		return rc;
	if (!*heading)
		return sen_fail(err, SEN_INVALID, "line %d of '%s': no heading after '='", line, path);
	struct mis_alias *alias = SEN_PUSH(arena, items, map->count, *cap);
	map->aliases = items;
	alias->field = field;
	alias->heading = sen_strdup(arena, heading);
	alias->weak = false;
	return 0;
}

int mis_map_file(struct sen_arena *arena, const char *path, struct mis_map **out, struct sen_err *err)
{
	char text[1024];
	FILE *in = fopen(path, "re");
	if (!in) {
		sen_fail(err, SEN_NOTFOUND, "no map '%s': %s", path, strerror(errno));
		sen_hint(
			err,
			"Maps are auto, sims, arbor, bromcom, scholarpack and integris, or a file with lines "
			"like 'status = SEN Stage'.");
		return err->code;
	}
	struct mis_map *map = SEN_NEW(arena, struct mis_map, 1);
	size_t cap = 0;
	int rc = 0, line = 0;
	map->name = sen_strdup(arena, path);
	map->version = 1;
	while (!rc && fgets(text, sizeof(text), in)) {
		char *start = text;
		if (!line++ && !strncmp(start, "\xef\xbb\xbf", 3))
			start += 3;
		if (!strchr(start, '\n') && !feof(in))
			rc = sen_fail(err, SEN_INVALID, "line %d of '%s' is too long", line, path);
		else
			rc = map_line(arena, start, path, line, map, &cap, err);
	}
	fclose(in);
	if (!rc && !map->count)
		rc = sen_fail(err, SEN_INVALID, "'%s' has no 'field = Heading' line", path);
	*out = map;
	return rc;
}

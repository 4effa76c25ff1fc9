/* Finds the heading row and what each column is: by name, never by place. */
#include "exchange/mis.h"
#include <ctype.h>
#include <string.h>

/* The next byte that counts, or 0.  Bytes above ASCII count, but for NBSP. */
static int next(const char **p)
{
	for (; **p; (*p)++) {
		unsigned char c = (unsigned char)**p;
		if (c == 0xc2 && (unsigned char)(*p)[1] == 0xa0) {
			(*p)++;
			continue;
		}
		if (isalnum(c) || c >= 0x80) {
			(*p)++;
			return tolower(c);
		}
	}
	return 0;
}

bool heading_same(const char *a, const char *b)
{
	int x, y;
	do {
		x = next(&a);
		y = next(&b);
	} while (x == y && x);
	return x == y;
}

static const struct mis_alias *in_map(const struct mis_map *map, const char *heading)
{
	for (size_t i = 0; i < map->count; i++)
		if (heading_same(map->aliases[i].heading, heading))
			return &map->aliases[i];
	return NULL;
}

/* The map asked for comes first, then every list, then our own names. */
static const struct mis_alias *meaning(const struct mis_map *map, const char *heading, struct mis_alias *own)
{
	const struct mis_alias *found = map ? in_map(map, heading) : NULL;
	for (size_t i = 0; !found && i < mis_map_count; i++)
		found = in_map(&mis_maps[i], heading);
	for (int i = 0; !found && i < MIS_IGNORE; i++)
		if (heading_same(mis_fields[i].name, heading)) {
			own->field = (enum mis_field)i;
			own->heading = mis_fields[i].name;
			own->weak = true;
			found = own;
		}
	return found;
}

struct claim {
	struct mis_alias alias;
	bool used, by_user;
};

/* "Surname" beside "Legal Surname" is the preferred one. */
static enum mis_field other_sense(enum mis_field field)
{
	return field == MIS_SURNAME    ? MIS_PREF_SURNAME
	       : field == MIS_FORENAME ? MIS_PREF_FORENAME
				       : MIS_IGNORE;
}

static int ambiguous(const struct sen_csv_row *row, int a, int b, enum mis_field field, struct sen_err *err)
{
	sen_fail(err, SEN_INVALID, "the columns '%s' and '%s' could both be %s", row->cells[a], row->cells[b],
		 mis_fields[field].plain);
	sen_hint(err, "Write a file with the line '%s = %s' and give it with --map FILE.",
		 mis_fields[field].name, row->cells[a]);
	return SEN_INVALID;
}

/* The stronger of two columns for one field; the weaker may have another sense. */
static int settle(const struct sen_csv_row *row, struct claim *claims, struct mis_columns *out,
		  struct sen_err *err)
{
	for (int pass = 0; pass < 3; pass++) { /* the user's word, then strong, then weak */
		for (int i = 0; i < (int)row->count; i++) {
			struct claim *c = &claims[i];
			if (!c->used || (c->by_user ? 0 : c->alias.weak ? 2 : 1) != pass)
				continue;
			enum mis_field field = c->alias.field;
			int had = out->at[field];
			if (had >= 0 && claims[had].by_user == c->by_user &&
			    claims[had].alias.weak == c->alias.weak)
				return ambiguous(row, had, i, field, err);
			if (had >= 0)
				field = other_sense(field);
			c->alias.field = field;
			if (field == MIS_IGNORE || out->at[field] >= 0) {
				c->used = false;
				continue;
			}
			out->at[field] = i;
		}
	}
	return 0;
}

static bool is_heading(const struct claim *claims, size_t count)
{
	bool name = false, key = false;
	size_t known = 0;
	for (size_t i = 0; i < count; i++) {
		if (!claims[i].used)
			continue;
		enum mis_field f = claims[i].alias.field;
		known++;
		name |= f == MIS_SURNAME || f == MIS_FORENAME;
		key |= f == MIS_UPN || f == MIS_DOB;
	}
	return name && key && known >= 3;
}

/* The vendor whose list holds nearly all of what was found. */
static const char *vendor(const struct sen_csv_row *row, const struct claim *claims)
{
	size_t used = 0, best = 0;
	const char *name = "auto";
	for (size_t i = 0; i < row->count; i++)
		used += claims[i].used;
	for (size_t m = 0; m + 1 < mis_map_count; m++) {
		size_t hits = 0;
		for (size_t i = 0; i < row->count; i++)
			hits += claims[i].used && in_map(&mis_maps[m], row->cells[i]);
		if (hits > best && hits * 10 >= used * 9) {
			best = hits;
			name = mis_maps[m].name;
		}
	}
	return name;
}

static void tell(struct sen_arena *arena, const struct claim *claims, struct mis_columns *out)
{
	out->told = SEN_NEW(arena, const char *, out->count + 1);
	for (size_t i = 0; i < out->count; i++) {
		if (!*out->headings[i])
			continue;
		out->told[out->told_count++] = claims[i].used && claims[i].alias.field != MIS_IGNORE
						       ? sen_format(arena, "%s -> %s", out->headings[i],
								    mis_fields[claims[i].alias.field].name)
						       : sen_format(arena, "%s: not used", out->headings[i]);
	}
}

int heading_try(struct sen_arena *arena, const struct mis_map *map, const struct sen_csv_row *row,
		struct mis_columns *out, struct sen_err *err)
{
	struct claim *claims = SEN_NEW(arena, struct claim, row->count + 1);
	for (size_t i = 0; i < row->count; i++) {
		struct mis_alias own;
		const struct mis_alias *found = *row->cells[i] ? meaning(map, row->cells[i], &own) : NULL;
		if (!found)
			continue;
		claims[i].alias = *found;
		claims[i].used = true;
		claims[i].by_user = map && in_map(map, row->cells[i]);
	}
	if (!is_heading(claims, row->count))
		return 0;
	memset(out, 0, sizeof(*out));
	for (int i = 0; i < MIS_FIELDS; i++)
		out->at[i] = -1;
	for (size_t i = 0; i < row->count; i++) /* passed over on purpose, however many */
		if (claims[i].alias.field == MIS_IGNORE)
			claims[i].used = false;
	int rc = settle(row, claims, out, err);
	if (rc)
		return rc;
	out->count = row->count;
	out->headings = SEN_NEW(arena, const char *, row->count + 1);
	for (size_t i = 0; i < row->count; i++) {
		const char *text = value_text(arena, row->cells[i]);
		out->headings[i] = text ? sen_strdup(arena, text) : "";
	}
	out->map = map ? map->name : vendor(row, claims);
	tell(arena, claims, out);
	return 1;
}

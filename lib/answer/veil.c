/* --names initials and none: the names of a row's children, and of those they belong to,
 * in the texts of the row, as somebody typed them ("Zoe's mother Dana rang"). */
#include "answer/answer.h"
#include "store/store.h"

#include <ctype.h>
#include <sen/text.h>

struct owner {
	char prefix; /* P a child, K a contact */
	int64_t id;
};
struct name_word {
	const char *folded;
	bool any_case; /* a first name, also when it is written small */
	struct owner of;
};

struct veil {
	struct sen_store *store;
	struct sen_arena *arena; /* of the row in hand */
	struct sen_mark row;
	enum sen_names names;
	const int64_t *about;
	size_t about_count;
	struct name_word *words;
	size_t count, cap;
	int64_t *children; /* whose names are among the words */
	size_t child_count, child_cap;
};

struct veil *veil_new(struct sen_arena *arena, const struct sen_style *style)
{
	struct veil *veil;

	if (style->names == SEN_NAMES_FULL || !style->store)
		return NULL;
	veil = SEN_NEW(arena, struct veil, 1);
	*veil = (struct veil){.store = style->store,
			      .arena = sen_arena_new(),
			      .names = style->names,
			      .about = style->about,
			      .about_count = style->about_count};
	veil->row = sen_arena_mark(veil->arena);
	return veil;
}

void veil_free(struct veil *veil)
{
	if (veil)
		sen_arena_free(veil->arena);
}

/* ---- Whose names ---- */

static bool is_one_of(const char *word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], word) == 0)
			return true;
	return false;
}

static void add_word(struct veil *veil, const char *folded, bool any_case, struct owner of)
{
	struct name_word *word = SEN_PUSH(veil->arena, veil->words, veil->count, veil->cap);

	*word = (struct name_word){folded, any_case, of};
}

static void add_words(struct veil *veil, const char *name, bool first, struct owner of)
{
	/* "Ana de la Cruz": not every "la" is she.  "will" and "may" are words. */
	static const char *const particles[] = {"al",  "bin", "da",  "de", "del", "den", "der", "di",  "do",
						"dos", "el",  "ibn", "la", "le",  "les", "of",	"van", "von"};
	static const char *const verbs[] = {"may", "will"};
	/* A contact may be an office, and has a title. */
	static const char *const offices[] = {"mr",	"mrs",	  "ms",	    "miss",   "dr",    "rev",
					      "the",	"and",	  "social", "worker", "duty",  "team",
					      "office", "foster", "carer",  "mother", "father"};
	char *folded = sen_text_fold(veil->arena, name), *rest = NULL;

	for (char *word = folded ? strtok_r(folded, " ", &rest) : NULL; word;
	     word = strtok_r(NULL, " ", &rest)) {
		bool other = word != folded && is_one_of(word, particles, SEN_COUNT(particles));
		bool office = of.prefix == 'K' && is_one_of(word, offices, SEN_COUNT(offices));

		if (word[1] && !other && !office)
			add_word(veil, word, first && !is_one_of(word, verbs, SEN_COUNT(verbs)), of);
	}
}

static int add_contacts(struct veil *veil, int64_t pupil_id, struct sen_err *err)
{
	static const char sql[] = "SELECT DISTINCT c.id, c.name FROM pupil_contact l JOIN contact c"
				  " ON c.id = l.contact_id WHERE l.pupil_id = :pupil ORDER BY c.id";
	struct db_stmt *stmt;
	int rc = db_cached(veil->store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", pupil_id);
	while ((rc = db_step(stmt, err)) == 1)
		add_words(veil, db_col_text(stmt, 1, NULL), false, (struct owner){'K', db_col_int(stmt, 0)});
	db_reset(stmt);
	return rc;
}

/* The child first: a name they share is the child's. */
static int add_child(struct veil *veil, int64_t pupil_id, struct sen_err *err)
{
	static const char sql[] = "SELECT forename, preferred_forename, surname, preferred_surname,"
				  " middle_names FROM pupil WHERE id = :id";
	struct db_stmt *stmt;
	int rc;

	for (size_t i = 0; i < veil->child_count; i++)
		if (veil->children[i] == pupil_id)
			return 0;
	*SEN_PUSH(veil->arena, veil->children, veil->child_count, veil->child_cap) = pupil_id;
	if ((rc = db_cached(veil->store->db, sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":id", pupil_id);
	if ((rc = db_step(stmt, err)) == 1)
		for (int i = 0; i < 5; i++)
			add_words(veil, db_col_text(stmt, i, NULL), i < 2, (struct owner){'P', pupil_id});
	db_reset(stmt);
	return rc < 0 ? rc : add_contacts(veil, pupil_id, err);
}

static int add_row(struct veil *veil, const struct sen_table *table, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < table->count && rc == 0; i++) {
		const struct sen_column *column = &table->columns[i];

		if (column->kind == SEN_C_ID && column->prefix && strcmp(column->prefix, "P") == 0 &&
		    table->cells[i].number != SEN_NO_INT)
			rc = add_child(veil, table->cells[i].number, err);
	}
	return rc;
}

/* ---- A text ---- */

/* How long the character at `at` is when it belongs to a word, else 0: marks of three
 * bytes (dashes, quotes) part words, but for the apostrophe. */
static size_t word_char(const char *at)
{
	const unsigned char *c = (const unsigned char *)at;
	size_t len = c[0] < 0xc0 ? 1 : c[0] < 0xe0 ? 2 : c[0] < 0xf0 ? 3 : 4;

	if (c[0] == 0xe2 && c[1] == 0x80)
		return c[2] == 0x99 ? 3 : 0;
	if (c[0] == 0xc2 && c[1] == 0xa0)
		return 0;
	if (c[0] >= 0x80)
		return strnlen(at, len);
	return isalnum(c[0]) || c[0] == '\'' ? 1 : 0;
}

static size_t word_length(const char *at)
{
	size_t len = 0, more;

	while (at[len] && (more = word_char(at + len)))
		len += more;
	return len;
}

/* "Zoe's": the name without what hangs on it. */
static size_t stem(const char *word, size_t len)
{
	static const char *const ends[] = {"'s", "\xe2\x80\x99s", "'", "\xe2\x80\x99"};

	for (size_t i = 0; i < SEN_COUNT(ends); i++) {
		size_t end = strlen(ends[i]);

		if (len > end && strncmp(word + len - end, ends[i], end) == 0)
			return len - end;
	}
	return len;
}

static const struct name_word *match(const struct veil *veil, const char *word, size_t len)
{
	const char *folded = sen_text_fold(veil->arena, sen_strndup(veil->arena, word, len));
	bool small = *word >= 'a' && *word <= 'z';

	for (size_t i = 0; i < veil->count; i++)
		if ((!small || veil->words[i].any_case) && strcmp(veil->words[i].folded, folded) == 0)
			return &veil->words[i];
	return NULL;
}

/* Is the next word, over one blank or hyphen, of the same one? "Zoe O'Brien" is one. */
static size_t next_of_name(const struct veil *veil, const char *at, struct owner of)
{
	size_t len = (*at == ' ' || *at == '-') ? word_length(at + 1) : 0;
	const struct name_word *found = len ? match(veil, at + 1, stem(at + 1, len)) : NULL;

	return found && found->of.prefix == of.prefix && found->of.id == of.id ? 1 + stem(at + 1, len) : 0;
}

static size_t put_name(const struct veil *veil, const struct name_word *found, const char *at, size_t len,
		       struct sen_buf *out)
{
	char short_form[INITIALS_ROOM];
	size_t all = len, more;

	while ((more = next_of_name(veil, at + all, found->of)))
		all += more;
	if (veil->names == SEN_NAMES_NONE) {
		sen_buf_addf(out, "%c%lld", found->of.prefix, (long long)found->of.id);
	} else {
		char *name = sen_strndup(veil->arena, at, all);

		for (char *c = name; *c; c++)
			*c = *c == '-' ? ' ' : *c;
		len = initials(name, all, short_form);
		sen_buf_addn(out, short_form, at[all] == '.' ? len - 1 : len);
	}
	return all;
}

static void veil_text(const struct veil *veil, struct sen_cell *cell)
{
	struct sen_buf out = {.arena = veil->arena};
	const char *kept = cell->text, *at = cell->text;

	while (*at) {
		size_t len = word_length(at), core = stem(at, len);
		const struct name_word *found = core ? match(veil, at, core) : NULL;

		if (found) {
			sen_buf_addn(&out, kept, (size_t)(at - kept));
			at += put_name(veil, found, at, core, &out);
			kept = at;
		} else {
			at += len ? len : 1;
		}
	}
	if (kept == cell->text)
		return;
	sen_buf_add(&out, kept);
	sen_cell_text(cell, out.text);
}

/* ---- A row ---- */

int veil_row(struct veil *veil, struct sen_table *table, bool part, struct sen_err *err)
{
	int rc = 0;

	if (!part) {
		sen_arena_release(veil->arena, veil->row);
		veil->words = NULL;
		veil->children = NULL;
		veil->count = veil->cap = veil->child_count = veil->child_cap = 0;
		for (size_t i = 0; i < veil->about_count && rc == 0; i++)
			rc = add_child(veil, veil->about[i], err);
	}
	if (rc < 0 || (rc = add_row(veil, table, err)) < 0)
		return rc;
	for (size_t i = 0; veil->count && i < table->count; i++)
		if (table->columns[i].kind == SEN_C_TEXT &&
		    !(table->columns[i].flags & (SEN_COL_NAME | SEN_COL_UPN)) && table->cells[i].text)
			veil_text(veil, &table->cells[i]);
	return 0;
}

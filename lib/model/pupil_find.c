/* One child by what a user typed: P12, a UPN, an admission number, the start of names
 * with @class (cli.md 1), or EH2, a case of the child. */
#include "model/model.h"
#include <ctype.h>
#include <sen/ehc.h>
#include <sen/text.h>
#include <string.h>

#define SHOWN 12 /* candidates named in the advice */

struct finder {
	struct sen_store *store;
	const char *text;  /* as typed, fit to be shown */
	const char *name;  /* without @class */
	const char *class; /* or NULL */
	struct sen_match *items;
	size_t count, cap;
	size_t left, elsewhere; /* fitted, but have left, or are in another class */
};

static const char match_sql[] =
	"SELECT p.id AS id, " MODEL_NAME " AS name, e.class AS class, e.year AS year,"
	" CASE WHEN " MODEL_ON_ROLL " THEN 1 ELSE 0 END AS on_roll,"
	" CASE WHEN p.died_on <= :day THEN 1 ELSE 0 END AS died,"
	" p.forename || ' ' || p.surname AS legal FROM pupil p"
	" LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY(
		"e") " WHERE p.id = :id AND " MODEL_IN_SCHOOL;
static const char upn_sql[] = "SELECT id FROM pupil WHERE upn = :text AND voided_at IS NULL";
static const char former_sql[] = "SELECT id FROM pupil WHERE former_upn = :text AND voided_at IS NULL";
static const char number_sql[] = "SELECT id FROM pupil WHERE admission_number = :text AND voided_at IS NULL";
static const char case_sql[] = "SELECT pupil_id FROM ehc WHERE id = :id AND voided_at IS NULL";

static bool class_fits(const struct finder *finder, const char *class_name)
{
	return !finder->class || (class_name && sen_text_same(class_name, finder->class));
}

static bool have(const struct finder *finder, int64_t id)
{
	for (size_t i = 0; i < finder->count; i++) {
		if (finder->items[i].id == id)
			return true;
	}
	return false;
}

/* Adds the child if it fits the class, the school and (by name) the roll. */
static int add(struct finder *finder, int64_t id, bool on_roll_only, bool any_school, struct sen_err *err)
{
	struct sen_store *store = finder->store;
	struct db_stmt *stmt;
	int rc;
	if (have(finder, id))
		return 0;
	if ((rc = db_cached(store->db, match_sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":id", id);
	db_bind_date(stmt, ":day", sen_store_day(store));
	db_bind_int(stmt, ":school", any_school || !store->school_id ? SEN_NO_INT : store->school_id);
	if ((rc = db_step(stmt, err)) == 1) {
		const char *class_name = db_col_text(stmt, 2, NULL);
		bool on_roll = db_col_int(stmt, 4) == 1;
		if (on_roll_only && !on_roll) {
			finder->left++;
		} else if (!class_fits(finder, class_name)) {
			finder->elsewhere++;
		} else {
			struct sen_match *match =
				SEN_PUSH(store->arena, finder->items, finder->count, finder->cap);
			const char *legal = db_col_text(stmt, 6, NULL);
			const char *name = db_col_text(stmt, 1, NULL);
			*match = (struct sen_match){
				.id = id,
				.legal = legal && name && strcmp(legal, name) != 0
						 ? sen_strdup(store->arena, legal)
						 : NULL,
				.name = sen_strdup(store->arena, db_col_text(stmt, 1, NULL)),
				.class_name = sen_strdup(store->arena, class_name),
				.year = sen_strdup(store->arena, db_col_text(stmt, 3, NULL)),
				.left = !on_roll,
				.died = db_col_int(stmt, 5) == 1};
		}
	}
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

/* Adds every child that a statement with :text gives. */
static int add_by(struct finder *finder, const char *sql, const char *text, bool any_school,
		  struct sen_err *err)
{
	struct db_stmt *stmt;
	int64_t ids[20];
	size_t count = 0;
	int rc = db_cached(finder->store->db, sql, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_text(stmt, ":text", text);
	while (count < SEN_COUNT(ids) && (rc = db_step(stmt, err)) == 1)
		ids[count++] = db_col_int(stmt, 0);
	db_reset(stmt);
	for (size_t i = 0; i < count && rc >= 0; i++)
		rc = add(finder, ids[i], false, any_school, err);
	return rc < 0 ? rc : 0;
}

static int by_upn(struct finder *finder, struct sen_err *err)
{
	char upn[14];
	int rc;
	for (size_t i = 0; i < 14; i++)
		upn[i] = (char)toupper((unsigned char)finder->name[i]);
	rc = add_by(finder, upn_sql, upn, true, err);
	return rc < 0 || finder->count ? rc : add_by(finder, former_sql, upn, true, err);
}

/* The number as it may be kept: with any count of leading zeros. */
static int by_number(struct finder *finder, struct sen_err *err)
{
	char padded[32];
	const char *bare = finder->name;
	int rc = 0;
	while (*bare == '0' && bare[1])
		bare++;
	size_t len = strlen(bare);
	for (size_t zeros = 0; zeros <= 10 && zeros + len < sizeof(padded) && rc == 0; zeros++) {
		memset(padded, '0', zeros);
		memcpy(padded + zeros, bare, len + 1);
		rc = add_by(finder, number_sql, padded, false, err);
	}
	return rc;
}

static int by_name(struct finder *finder, enum sen_match_how *how, struct sen_err *err)
{
	const char *folded = sen_text_fold(finder->store->arena, finder->name);
	for (int whole = 1; whole >= 0 && finder->count == 0; whole--) {
		int64_t *ids;
		size_t count;
		int rc = pupil_words_find(finder->store, folded, whole, &ids, &count, err);
		for (size_t i = 0; i < count && rc == 0; i++)
			rc = add(finder, ids[i], true, false, err);
		if (rc < 0)
			return rc;
		*how = whole ? SEN_MATCH_EXACT : SEN_MATCH_PREFIX;
	}
	return 0;
}

/* "EH2", never a bare number: an EHC case stands for its child. */
static bool names_case(const char *text, int64_t *id)
{
	return !isdigit((unsigned char)*text) && sen_id_parse(text, sen_ehc_record.prefix, id);
}

static int by_case(struct finder *finder, int64_t id, struct sen_err *err)
{
	const struct model_value values[] = {{":id", NULL, id}, {NULL, NULL, 0}};
	int64_t pupil_id = 0;
	int rc = model_row(finder->store, case_sql, values, &pupil_id, err);
	return rc < 0 || !pupil_id ? rc : add(finder, pupil_id, false, true, err);
}

static int none(const struct finder *finder, struct sen_err *err)
{
	int64_t id;
	if (names_case(finder->name, &id) && !finder->elsewhere) {
		sen_fail(err, SEN_NOTFOUND, "no EHC case EH%lld", (long long)id);
		sen_hint(err, "'sendctl ehcp list --all' shows the cases and their ids");
		return err->code;
	}
	if (sen_id_parse(finder->name, "P", &id) && !isdigit((unsigned char)*finder->name)) {
		sen_fail(err, SEN_NOTFOUND, "no pupil P%lld", (long long)id);
		sen_hint(err, "'sendctl pupil list' shows the children and their ids");
	} else if (finder->elsewhere) {
		sen_fail(err, SEN_NOTFOUND, "no child in class '%s' fits '%s'",
			 sen_text_visible(finder->store->arena, finder->class, false),
			 sen_text_visible(finder->store->arena, finder->name, false));
		sen_hint(err, "leave the class off to look in the whole school");
	} else if (finder->left) {
		sen_fail(err, SEN_NOTFOUND, "no child on roll fits '%s'", finder->text);
		sen_hint(err, "a child who has left does: name one by id, from 'sendctl pupil list --all "
			      "--search NAME'");
	} else {
		sen_fail(err, SEN_NOTFOUND, "no child on roll fits '%s'", finder->text);
		sen_hint(err, "give an id (P12), a UPN, an admission number, or the start of a name; "
			      "'sendctl pupil list' shows them");
	}
	return err->code;
}

/* The legal name is told only where it is why the child fits: the name in use does
 * not hold a word that was typed. */
static const char *legal_of(const struct finder *finder, const struct sen_match *match)
{
	struct sen_arena *arena = finder->store->arena;
	const char *name = sen_text_fold(arena, match->name);
	char *typed = sen_strdup(arena, sen_text_fold(arena, finder->name)), *rest = NULL;
	if (!match->legal)
		return NULL;
	for (char *word = strtok_r(typed, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		if (!strstr(name, word))
			return match->legal;
	return NULL;
}

static int several(const struct finder *finder, struct sen_err *err)
{
	struct sen_buf list = {.arena = finder->store->arena};
	for (size_t i = 0; i < finder->count && i < SHOWN; i++) {
		const struct sen_match *match = &finder->items[i];
		const char *where = match->left		? "left"
				    : match->class_name ? match->class_name
							: match->year;
		const char *legal = legal_of(finder, match);
		sen_buf_addf(&list, "%sP%lld %s%s%s%s%s%s", i ? ", " : "", (long long)match->id, match->name,
			     legal ? ", legal name " : "", legal ? legal : "", where ? " (" : "",
			     where ? where : "", where ? ")" : "");
	}
	if (finder->count > SHOWN)
		sen_buf_addf(&list, " and %zu more", finder->count - SHOWN);
	sen_fail(err, SEN_NOTFOUND, "'%s' fits %zu children", finder->text, finder->count);
	sen_hint(err, "say which by id or class: %s", list.text);
	return err->code;
}

static bool has_digit_only_word(const char *text)
{
	bool digit = false;
	for (; *text; text++) {
		if (!isalnum((unsigned char)*text) && *text != '-' && *text != '/')
			return false;
		digit = digit || isdigit((unsigned char)*text);
	}
	return digit;
}

static int by_any(struct finder *finder, enum sen_match_how *how, struct sen_err *err)
{
	const char *name = finder->name;
	int64_t id;
	int rc = 0;
	*how = SEN_MATCH_EXACT;
	/* "P12" is an id and nothing else; "12" may be a number as well. */
	if (sen_id_parse(name, "P", &id)) {
		rc = add(finder, id, false, true, err);
		if (rc < 0 || !isdigit((unsigned char)*name))
			return rc;
	}
	if (rc == 0 && names_case(name, &id)) /* an admission number may look like one */
		rc = by_case(finder, id, err);
	if (rc == 0 && strlen(name) == 13)
		rc = by_upn(finder, err);
	if (rc == 0 && has_digit_only_word(name))
		rc = by_number(finder, err);
	if (rc == 0 && finder->count == 0)
		rc = by_name(finder, how, err);
	return rc;
}

int sen_pupil_find(struct sen_store *store, const char *text, struct sen_match *out, enum sen_match_how *how,
		   struct sen_err *err)
{
	struct finder finder = {.store = store, .text = sen_text_visible(store->arena, text, false)};
	char *name = sen_strdup(store->arena, text), *at = strrchr(name, '@');
	int rc;
	memset(out, 0, sizeof(*out));
	if (at) {
		*at = '\0';
		finder.class = at + 1;
	}
	while (isspace((unsigned char)*name))
		name++;
	for (size_t n = strlen(name); n && isspace((unsigned char)name[n - 1]); n--)
		name[n - 1] = '\0';
	finder.name = name;
	if (!*name) {
		sen_fail(err, SEN_NOTFOUND, "'%s' names no child", finder.text);
		sen_hint(err, "give an id (P12), a UPN, an admission number, or the start of a name: zoe@3B");
		return err->code;
	}
	if ((rc = by_any(&finder, how, err)) < 0)
		return rc;
	if (finder.count == 0)
		return none(&finder, err);
	*out = finder.items[0];
	if (finder.count == 1)
		return 0;
	memset(out, 0, sizeof(*out));
	return several(&finder, err);
}

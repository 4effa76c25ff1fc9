/* Who has a right to a plan, so that neither consent nor a ground is asked for: the
 * child's parents, the young person, the authority, the institution named in it. */
#include "rules/disclosure.h"

#include <sen/school.h>
#include <sen/text.h>

#include <string.h>

/* Does the text hold the words of the other, from one word's beginning to another's end? */
static bool holds(const char *text, const char *words)
{
	size_t len = words ? strlen(words) : 0;

	for (const char *at = text; at && len && (at = strstr(at, words)); at++)
		if ((at == text || at[-1] == ' ') && (at[len] == '\0' || at[len] == ' '))
			return true;
	return false;
}

static bool same(struct sen_arena *arena, const char *a, const char *b)
{
	const char *x = sen_text_fold(arena, a), *y = sen_text_fold(arena, b);

	return x && y && *x && strcmp(x, y) == 0;
}

/* ---- The child, and its parents ---- */

/* Over compulsory school age: past the last Friday in June of the school year in which
 * the child is 16 (Education Act 1996 s.8, SI 1998/1607). */
static bool young_person(const struct sen_pupil *pupil, sen_date day)
{
	int year, month, of_month;
	sen_date last;

	if (pupil->dob == SEN_NO_DATE)
		return false;
	sen_date_split(pupil->dob, &year, &month, &of_month);
	last = sen_date_make(year + 16 + (month >= 9), 6, 30);
	while (sen_date_weekday(last) != 5)
		last--;
	return day > last;
}

static const char *as_child(const struct leaving *leaving)
{
	struct sen_arena *arena = sen_store_arena(leaving->store);
	const struct sen_pupil *pupil = &leaving->pupil;
	const char *used = sen_format(arena, "%s %s",
				      pupil->preferred_forename ? pupil->preferred_forename : pupil->forename,
				      pupil->preferred_surname ? pupil->preferred_surname : pupil->surname);

	if (!same(arena, leaving->asked->who, used) &&
	    !same(arena, leaving->asked->who, sen_format(arena, "%s %s", pupil->forename, pupil->surname)))
		return NULL;
	return young_person(pupil, leaving->on) ? "young-person" : "child";
}

/* Mother, father and whoever has the care of the child stand for a parent where nobody
 * wrote down who has parental responsibility (EA 1996 s.576). */
static bool parents(const struct sen_pupil_contact *link)
{
	static const char *const of[] = {"PAM", "PAF", "STM", "STF", "FOM", "FOF", "CAR"};

	if (link->responsibility != SEN_NO_INT)
		return link->responsibility == 1;
	for (size_t i = 0; link->relation && i < SEN_COUNT(of); i++)
		if (strcmp(link->relation, of[i]) == 0)
			return true;
	return false;
}

static void why_no_parent(struct leaving *leaving, const struct sen_pupil_contact *link)
{
	long long contact = link->contact_id, child = leaving->pupil.head.id;

	leaving->known =
		sen_format(sen_store_arena(leaving->store),
			   link->no_letters == 1 ? "K%lld is marked as not to be written to about P%lld"
						 : "K%lld has no parental responsibility for P%lld on record",
			   contact, child);
}

static int as_parent(struct leaving *leaving, const char **right, struct sen_err *err)
{
	struct sen_arena *arena = sen_store_arena(leaving->store);
	struct sen_pupil_contact *links;
	struct sen_contact contact;
	size_t count;
	int rc = sen_record_of_pupil(leaving->store, &sen_pupil_contact_record, leaving->pupil.head.id,
				     (void **)&links, &count, err);

	for (size_t i = 0; rc == 0 && i < count && !*right; i++) {
		rc = sen_record_get(leaving->store, &sen_contact_record, links[i].contact_id, &contact, err);
		if (rc < 0 || contact.head.voided_at ||
		    (!same(arena, leaving->asked->who, contact.name) &&
		     !(contact.title && same(arena, leaving->asked->who,
					     sen_format(arena, "%s %s", contact.title, contact.name)))))
			continue;
		if (links[i].no_letters != 1 && parents(&links[i]))
			*right = "parent";
		else
			why_no_parent(leaving, &links[i]);
	}
	return rc;
}

/* ---- Bodies ---- */

/* Whatever it is called: there is one that maintains the plan. */
static bool the_authority(const struct leaving *leaving)
{
	struct sen_arena *arena = sen_store_arena(leaving->store);

	return same(arena, leaving->asked->who, "the local authority") ||
	       same(arena, leaving->asked->who, "local authority");
}

/* "Kent" and "Kent County Council" are one; so are two spellings of it. */
static bool is_body(const struct leaving *leaving, const char *body)
{
	struct sen_arena *arena = sen_store_arena(leaving->store);
	const char *name = sen_text_fold(arena, body);
	const char *given[] = {sen_text_fold(arena, leaving->asked->organisation),
			       sen_text_fold(arena, leaving->asked->who)};

	for (size_t i = 0; name && *name && i < SEN_COUNT(given); i++)
		if (given[i] && *given[i] &&
		    (strcmp(given[i], name) == 0 ||
		     (sen_text_starts(given[i], name) && given[i][strlen(name)] == ' ') ||
		     (sen_text_starts(name, given[i]) && name[strlen(given[i])] == ' ')))
			return true;
	return false;
}

/* The authority that maintains the plan, or is asked to make one. */
static int as_authority(const struct leaving *leaving, const char **right, struct sen_err *err)
{
	struct sen_school school;
	int rc;

	if (the_authority(leaving)) {
		*right = "authority";
		return 0;
	}
	if (leaving->ehc.head.id && leaving->ehc.authority) {
		*right = is_body(leaving, leaving->ehc.authority) ? "authority" : NULL;
		return 0;
	}
	rc = sen_record_get(leaving->store, &sen_school_record, leaving->pupil.head.school_id, &school, err);
	if (rc == 0 && school.la && is_body(leaving, school.la))
		*right = "authority";
	return rc;
}

/* Section I of the version that stands. */
static int as_named(struct leaving *leaving, int64_t version, const char **right, struct sen_err *err)
{
	struct sen_arena *arena = sen_store_arena(leaving->store);
	const char *given[] = {sen_text_fold(arena, leaving->asked->organisation),
			       sen_text_fold(arena, leaving->asked->who)};
	struct sen_ehc_item *items;
	size_t count;
	int rc = sen_record_of_pupil(leaving->store, &sen_ehc_item_record, leaving->pupil.head.id,
				     (void **)&items, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		const char *words;

		if (items[i].ehc_id != leaving->ehc.head.id || strcmp(items[i].section, "I") != 0 ||
		    items[i].since > version || (items[i].until != SEN_NO_INT && items[i].until <= version))
			continue;
		words = sen_text_fold(arena, items[i].words);
		for (size_t k = 0; k < SEN_COUNT(given); k++)
			if (given[k] && strlen(given[k]) >= 5 && holds(words, given[k]))
				*right = "named";
	}
	return rc;
}

static int stands(struct leaving *leaving, int64_t *version, struct sen_err *err)
{
	struct sen_milestone *all;
	size_t count;
	int rc = sen_ehc_milestones(leaving->store, &leaving->ehc, &all, &count, err);

	*version = rc < 0 ? 0 : sen_ehc_version(all, count, leaving->on);
	return rc;
}

int disclosure_right(struct leaving *leaving, const char *code, const char **right, struct sen_err *err)
{
	const char *found = as_child(leaving);
	int64_t version = 0;
	int rc = 0;

	*right = NULL;
	if (!found)
		rc = as_parent(leaving, &found, err);
	if (rc == 0 && !found)
		rc = as_authority(leaving, &found, err);
	if (rc == 0 && !found && leaving->ehc.head.id && (rc = stands(leaving, &version, err)) == 0 &&
	    version)
		rc = as_named(leaving, version, &found, err);
	if (rc == 0 && found && (!code || strcmp(code, found) == 0))
		*right = found;
	return rc;
}

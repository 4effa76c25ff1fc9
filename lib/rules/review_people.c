/* A name, or a word like "Mum", as typed, is found among the contacts, the staff, the
 * agencies and the policy's roles (R51, R53). */
#include "rules/review_people.h"

#include <sen/json.h>
#include <sen/text.h>

#include <string.h>

static bool same_words(const struct words *a, const struct words *b)
{
	bool same = a->count == b->count && a->count > 0;

	for (size_t i = 0; i < a->count && same; i++)
		same = strcmp(a->items[i], b->items[i]) == 0;
	return same;
}

/* "Mrs Nowak", "Ewa", "E Nowak" of "Ewa Nowak": each word begins one of the name,
 * in order; one word alone is the whole of one. */
static bool names(const struct words *typed, const struct words *name)
{
	size_t at = 0;

	if (typed->count == 0)
		return false;
	if (typed->title && name->title && strcmp(typed->title, name->title) != 0)
		return false;
	for (size_t i = 0; i < typed->count; i++, at++) {
		size_t len = strlen(typed->items[i]);

		while (at < name->count &&
		       (typed->count == 1 ? strcmp(typed->items[i], name->items[at]) != 0
					  : strncmp(typed->items[i], name->items[at], len) != 0))
			at++;
		if (at == name->count)
			return false;
	}
	return true;
}

static struct sen_person person(const char *who, const char *role)
{
	return (struct sen_person){.who = who, .role = role, .contact_id = SEN_NO_INT};
}

static struct sen_person of_contact(const struct close *one)
{
	struct sen_person out = person(one->contact.name, one->role);

	out.contact_id = one->contact.head.id;
	out.no_letters = one->no_letters;
	return out;
}

/* Two contacts of that name: the parent, when they are of different kinds. */
static bool by_contact(const struct sen_around *around, const struct words *typed, struct sen_person *out)
{
	const struct close *found = NULL;
	bool several = false;

	for (size_t i = 0; i < around->contact_count; i++) {
		const struct close *one = &around->contacts[i];
		struct words name = one->words;

		if (one->contact.title)
			name.title = people_words(around->store->arena, one->contact.title).title;
		if (!names(typed, &name))
			continue;
		if (found && strcmp(one->role, found->role) == 0)
			several = !same_words(typed, &found->words);
		if (!found || strcmp(one->role, "parent") == 0 || same_words(typed, &one->words))
			found = found && same_words(typed, &found->words) ? found : one;
	}
	if (!found)
		return false;
	*out = of_contact(found);
	if (several)
		out->contact_id = SEN_NO_INT;
	return true;
}

static const struct {
	const char *word, *first, *second, *third; /* relations it may stand for */
} kin[] = {
	{"mum", "PAM", "STM", "FOM"},	{"mummy", "PAM", "STM", "FOM"},	 {"mam", "PAM", "STM", "FOM"},
	{"mom", "PAM", "STM", "FOM"},	{"mother", "PAM", "STM", "FOM"}, {"dad", "PAF", "STF", "FOF"},
	{"daddy", "PAF", "STF", "FOF"}, {"father", "PAF", "STF", "FOF"}, {"stepmother", "STM", "", ""},
	{"stepfather", "STF", "", ""},	{"carer", "CAR", "FOM", "FOF"},	 {"carers", "", "", ""},
	{"parent", "", "", ""},		{"parents", "", "", ""},	 {"guardian", "", "", ""},
};

static const struct close *of_relation(const struct sen_around *around, size_t row)
{
	const char *wanted[] = {kin[row].first, kin[row].second, kin[row].third};

	for (size_t k = 0; k < SEN_COUNT(wanted); k++)
		for (size_t i = 0; i < around->contact_count && *wanted[k]; i++)
			if (around->contacts[i].relation &&
			    strcmp(around->contacts[i].relation, wanted[k]) == 0)
				return &around->contacts[i];
	return NULL;
}

static bool by_kin(const struct sen_around *around, const struct words *typed, const char *text,
		   struct sen_person *out)
{
	for (size_t w = 0; w < typed->count; w++)
		for (size_t i = 0; i < SEN_COUNT(kin); i++) {
			const struct close *one;

			if (strcmp(typed->items[w], kin[i].word) != 0)
				continue;
			*out = person(text, "parent");
			if (typed->count == 1 && (one = of_relation(around, i)))
				*out = of_contact(one);
			out->role = "parent";
			return true;
		}
	return false;
}

static bool by_pupil(const struct sen_around *around, const struct words *typed, struct sen_person *out)
{
	struct words legal = people_words(around->store->arena, around->pupil.forename);

	if (typed->title)
		return false;
	if (!same_words(typed, &around->forename) && !same_words(typed, &legal) &&
	    !same_words(typed, &around->name) &&
	    !(typed->count == 1 &&
	      (strcmp(typed->items[0], "pupil") == 0 || strcmp(typed->items[0], "child") == 0)))
		return false;
	*out = person(sen_pupil_name(around->store->arena, &around->pupil), "pupil");
	return true;
}

static bool by_known(const struct known *list, size_t count, const struct words *typed, const char *role,
		     struct sen_person *out)
{
	const struct known *found = NULL;

	for (size_t i = 0; i < count; i++)
		if (names(typed, &list[i].words) && (!found || same_words(typed, &list[i].words)))
			found = &list[i];
	if (found)
		*out = person(found->shown, role);
	return found != NULL;
}

static bool called(const struct sen_around *around, const struct words *typed, const char *name)
{
	struct words words = people_words(around->store->arena, name);

	return same_words(typed, &words);
}

/* "SENDCo", "class teacher", "Local Authority": a role of the policy, in whose list
 * most are of the school. */
static bool by_role(const struct sen_around *around, const struct words *typed, const char *text,
		    struct sen_person *out)
{
	static const char *const outside[] = {"authority", "parent", "pupil", "agency"};

	for (size_t i = 0; i < around->policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &around->policy->rules[i];
		const struct sen_json *also = sen_json_get(rule->json, "also");
		bool is;

		if (strcmp(rule->section, "role") != 0)
			continue;
		is = called(around, typed, rule->name) || called(around, typed, rule->code);
		for (size_t k = 0; k < sen_json_count(also) && !is; k++)
			is = called(around, typed, sen_json_text(sen_json_at(also, k)));
		if (is) {
			*out = person(text, people_one_of(rule->code, outside, SEN_COUNT(outside))
						    ? rule->code
						    : "staff");
			return true;
		}
	}
	return false;
}

/* Many files hold no contacts yet: a grown-up with the child's surname is taken to
 * be a parent, and it is said. */
static bool by_surname(const struct sen_around *around, const struct words *typed, const char *text,
		       struct sen_person *out)
{
	const struct words *surname = &around->surname;

	if (!typed->title || surname->count == 0 || typed->count < surname->count ||
	    around->contact_count > 0)
		return false;
	for (size_t i = 0; i < surname->count; i++)
		if (strcmp(typed->items[typed->count - surname->count + i], surname->items[i]) != 0)
			return false;
	*out = person(text, "parent");
	out->guessed = true;
	return true;
}

struct sen_person sen_around_find(const struct sen_around *around, const char *text)
{
	struct words typed = people_words(around->store->arena, text);
	struct sen_person out = person(text, "other");

	if (by_pupil(around, &typed, &out) || by_contact(around, &typed, &out) ||
	    by_kin(around, &typed, text, &out) ||
	    by_known(around->staff, around->staff_count, &typed, "staff", &out) ||
	    by_role(around, &typed, text, &out) ||
	    by_known(around->agencies, around->agency_count, &typed, "agency", &out) ||
	    by_surname(around, &typed, text, &out))
		return out;
	return out;
}

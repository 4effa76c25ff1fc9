/* Who agreed: whom a name stands for, as the policy's roles, the child's contacts
 * and the child's own name say. */
#include "rules/plan_who.h"
#include "store/store.h"

#include <sen/json.h>
#include <sen/people.h>
#include <sen/text.h>

#include <string.h>

/* In every school, whatever its policy calls them. */
static const struct {
	const char *role, *words[8];
} plain[] = {
	{"parent", {"parent", "parents", "mother", "father", "mum", "dad", "carer", "carers"}},
	{"pupil", {"pupil", "child"}},
};

static bool in_list(const struct sen_json *list, const char *text)
{
	for (size_t i = 0; i < sen_json_count(list); i++) {
		const char *word = sen_json_text(sen_json_at(list, i));

		if (word && sen_text_same(word, text))
			return true;
	}
	return false;
}

/* A role by its code, name or another word for it. */
static const char *role_word(const struct sen_policy *policy, const char *text)
{
	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, "role") == 0 &&
		    (sen_text_same(rule->code, text) || (rule->name && sen_text_same(rule->name, text)) ||
		     in_list(sen_json_get(rule->json, "also"), text)))
			return rule->code;
	}
	for (size_t i = 0; i < SEN_COUNT(plain); i++)
		for (size_t k = 0; k < SEN_COUNT(plain[i].words) && plain[i].words[k]; k++)
			if (sen_text_same(plain[i].words[k], text))
				return plain[i].role;
	return NULL;
}

/* "mrs nowak" is "ewa nowak": a title and the last word. */
static bool same_person(const char *typed, const char *name)
{
	static const char *const titles[] = {"mr ", "mrs ", "ms ", "miss ", "mx ", "dr "};
	size_t len = strlen(name);

	if (strcmp(typed, name) == 0)
		return true;
	for (size_t i = 0; i < SEN_COUNT(titles); i++) {
		const char *rest = typed + strlen(titles[i]);
		size_t n;

		if (strncmp(typed, titles[i], strlen(titles[i])) != 0)
			continue;
		n = strlen(rest);
		return len >= n && strcmp(name + len - n, rest) == 0 &&
		       (len == n || name[len - n - 1] == ' ');
	}
	return false;
}

/* The child, by a name as it is spelt; NULL: somebody else. */
static const char *the_child(const struct plan_who *who, const char *folded)
{
	const struct sen_pupil *p = &who->pupil;
	const char *const names[] = {p->forename, p->preferred_forename, sen_pupil_name(who->store->arena, p),
				     sen_format(who->store->arena, "%s %s", p->forename, p->surname)};

	for (size_t i = 0; i < SEN_COUNT(names); i++)
		if (names[i] && strcmp(sen_text_fold(who->store->arena, names[i]), folded) == 0)
			return names[i];
	return NULL;
}

/* Social workers and other contacts are none of the parents. */
int plan_who_load(struct plan_who *who, struct sen_err *err)
{
	struct sen_pupil_contact *links;
	struct sen_contact contact;
	size_t count, cap = 0;
	int rc = sen_record_of_pupil(who->store, &sen_pupil_contact_record, who->pupil.head.id,
				     (void **)&links, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		const char *relation = links[i].relation;

		if (links[i].responsibility != 1 && relation &&
		    (strcmp(relation, "SWR") == 0 || strcmp(relation, "OTH") == 0))
			continue;
		rc = sen_record_get(who->store, &sen_contact_record, links[i].contact_id, &contact, err);
		if (rc == 0 && contact.name)
			*SEN_PUSH(who->store->arena, who->parents, who->parent_count, cap) =
				sen_text_fold(who->store->arena, contact.name);
	}
	return rc;
}

const char *plan_who_role(const struct plan_who *who, const char *text, const char **shown)
{
	const char *sign = strchr(text, '='), *role, *folded, *child;

	*shown = text;
	if (sign &&
	    (role = role_word(who->policy, sen_strndup(who->store->arena, text, (size_t)(sign - text))))) {
		const struct sen_policy_rule *rule = sen_policy_rule(who->policy, "role", role);

		*shown = sen_format(who->store->arena, "%s (%s)", sign + 1,
				    rule && rule->name ? rule->name : role);
		return role;
	}
	if ((role = role_word(who->policy, text)))
		return role;
	folded = sen_text_fold(who->store->arena, text);
	if (folded && (child = the_child(who, folded))) {
		*shown = child;
		return "pupil";
	}
	for (size_t i = 0; folded && i < who->parent_count; i++)
		if (same_person(folded, who->parents[i]))
			return "parent";
	return NULL;
}

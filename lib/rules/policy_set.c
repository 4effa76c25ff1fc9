/* The policies in force over time, read once a command. */
#include "rules/rules.h"

#include <string.h>

/* Schools of a trust mostly share a policy: the same text is parsed once. */
static const struct sen_policy *parsed_before(const struct sen_policy_set *set, const char *digest)
{
	for (size_t i = 0; i < set->count; i++)
		if (strcmp(set->items[i]->digest, digest) == 0)
			return set->items[i];
	return NULL;
}

static int read_version(struct sen_store *store, const struct sen_policy_set *set,
			const struct sen_policy_version *version, struct sen_policy **out,
			struct sen_err *err)
{
	const struct sen_policy *twin = parsed_before(set, version->digest);
	struct sen_policy *policy;
	struct sen_fault *faults;
	size_t count;

	if (twin) {
		policy = sen_alloc(store->arena, sizeof(*policy));
		*policy = *twin;
		policy->name = version->name;
	} else if (sen_policy_parse(store->arena, version->name, version->json, strlen(version->json),
				    &policy, &faults, &count, err)) {
		sen_fail(err, SEN_FILE, "the policy '%s' kept in the records file cannot be read: %s: %s",
			 version->name, count ? faults[0].path : "", count ? faults[0].what : "");
		sen_hint(err, "It may have been made by a newer sendctl.");
		return err->code;
	}
	policy->id = version->head.id;
	policy->digest = version->digest;
	policy->from = version->from_on;
	policy->until = version->until_on;
	*out = policy;
	return 0;
}

static int read_set(struct sen_store *store, const struct sen_policy_set **out, struct sen_err *err)
{
	static const char tail[] = "WHERE voided_at IS NULL ORDER BY school_id, from_on, id";
	struct sen_policy_version *versions;
	struct sen_policy_set *set;
	struct db_stmt *stmt;
	int64_t *schools;
	size_t count;
	int rc;

	if ((rc = record_select(store, &sen_policy_version_record, tail, &stmt, err)) < 0)
		return rc;
	rc = record_all(store, &sen_policy_version_record, stmt, (void **)&versions, &count, err);
	db_reset(stmt);
	if (rc < 0)
		return rc;
	set = sen_alloc(store->arena, sizeof(*set));
	set->items = SEN_NEW(store->arena, const struct sen_policy *, count + 1);
	set->schools = schools = SEN_NEW(store->arena, int64_t, count + 1);
	for (size_t i = 0; i < count; i++) {
		struct sen_policy *policy = NULL;

		if ((rc = read_version(store, set, &versions[i], &policy, err)) < 0)
			return rc;
		schools[set->count] = versions[i].head.school_id;
		set->items[set->count++] = policy;
	}
	*out = store->policies = set;
	return 0;
}

/* A loop that releases the command's arena row by row may be the first to ask. */
int sen_policies(struct sen_store *store, const struct sen_policy_set **out, struct sen_err *err)
{
	struct sen_arena *arena = store->arena;
	int rc;

	*out = store->policies;
	if (*out)
		return 0;
	store->arena = store->keep;
	rc = read_set(store, out, err);
	store->arena = arena;
	return rc;
}

const struct sen_policy *sen_policy_on(const struct sen_policy_set *set, int64_t school_id, sen_date day)
{
	const struct sen_policy *found = NULL;

	for (size_t i = 0; i < set->count; i++) {
		const struct sen_policy *policy = set->items[i];

		if (set->schools[i] != school_id)
			continue;
		/* One replaced on the day it began was never in force. */
		if (policy->until != SEN_NO_DATE && policy->until <= policy->from)
			continue;
		if (!found || (day != SEN_NO_DATE && policy->from <= day))
			found = policy;
	}
	return found;
}

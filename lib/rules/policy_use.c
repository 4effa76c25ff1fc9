/* Putting a policy in force: the version before ends, and every child's open
 * level goes to one of the new policy, or nothing is changed (design.md 4). */
#include "rules/rules.h"

#include <sen/pupil.h>
#include <sen/text.h>

#include <sodium.h>
#include <string.h>

struct use {
	struct sen_store *store;
	const struct sen_policy *policy; /* the new one */
	int64_t version_id;
	sen_date from;
	const struct sen_map *maps;
	size_t map_count;
};

static const char *digest_of(struct sen_arena *arena, const char *text)
{
	unsigned char hash[32];
	char *hex = sen_alloc(arena, 2 * sizeof(hash) + 1);

	crypto_generichash(hash, sizeof(hash), (const unsigned char *)text, strlen(text), NULL, 0);
	sen_hex(hash, sizeof(hash), hex);
	return hex;
}

static int versions_of(struct sen_store *store, struct sen_policy_version **out, size_t *count,
		       struct sen_err *err)
{
	static const char tail[] = "WHERE school_id = :school AND voided_at IS NULL ORDER BY from_on, id";
	struct db_stmt *stmt;
	int rc = record_select(store, &sen_policy_version_record, tail, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", store->school_id);
	rc = record_all(store, &sen_policy_version_record, stmt, (void **)out, count, err);
	db_reset(stmt);
	return rc;
}

/* The newest version; NULL: none yet. Refuses to slip in before it. */
static int last_version(const struct use *use, struct sen_policy_version **last, struct sen_err *err)
{
	struct sen_policy_version *versions;
	size_t count;
	char day[16];
	int rc = versions_of(use->store, &versions, &count, err);

	*last = rc < 0 || !count ? NULL : &versions[count - 1];
	if (!*last || (*last)->from_on <= use->from)
		return rc;
	sen_fail(err, SEN_CONFLICT, "the policy '%s' is in force from %s already", (*last)->name,
		 sen_date_long((*last)->from_on, day));
	sen_hint(err, "Give that day or a later one with --from.");
	return err->code;
}

static int end_version(struct use *use, struct sen_policy_version *last, struct sen_err *err)
{
	if (!last)
		return 0;
	last->until_on = use->from;
	return sen_record_update(use->store, &sen_policy_version_record, last, err);
}

static int begin_version(struct use *use, struct sen_err *err)
{
	struct sen_policy_version *version = sen_record_new(use->store->arena, &sen_policy_version_record);
	int rc;

	version->head.school_id = use->store->school_id;
	version->name = use->policy->name;
	version->from_on = use->from;
	version->digest = digest_of(use->store->arena, use->policy->text);
	version->json = use->policy->text;
	rc = sen_record_insert(use->store, &sen_policy_version_record, version, err);
	use->version_id = version->head.id;
	return rc;
}

/* The level of the new policy an old one leads to; NULL: it has no place. */
static const struct sen_level *place_of(const struct use *use, const char *level)
{
	for (size_t i = 0; i < use->map_count; i++)
		if (strcmp(use->maps[i].old_level, level) == 0)
			return sen_policy_level(use->policy, use->maps[i].new_level);
	return sen_policy_level(use->policy, level);
}

/* A level mapped twice, or one that the policy so far does not have. */
static int check_old_levels(const struct use *use, struct sen_err *err)
{
	const struct sen_policy_set *set;
	const struct sen_policy *now;
	int rc = sen_policies(use->store, &set, err);

	if (rc < 0)
		return rc;
	now = sen_policy_on(set, use->store->school_id, use->from);
	for (size_t i = 0; i < use->map_count; i++) {
		const char *level = use->maps[i].old_level;

		for (size_t k = 0; k < i; k++)
			if (strcmp(use->maps[k].old_level, level) == 0)
				return sen_fail(err, SEN_INVALID, "--map: level '%s' is mapped twice", level);
		if (!now || sen_policy_level(now, level))
			continue;
		sen_fail(err, SEN_INVALID, "--map %s=%s: the policy '%s' so far has no level '%s'", level,
			 use->maps[i].new_level, now->name, level);
		sen_hint(err, "See its levels with: sendctl policy show.");
		return err->code;
	}
	return 0;
}

static int check_maps(const struct use *use, struct sen_err *err)
{
	const char **codes = SEN_NEW(use->store->arena, const char *, use->policy->level_count + 1), *near;
	struct sen_buf all = {.arena = use->store->arena};

	for (size_t i = 0; i < use->policy->level_count; i++) {
		codes[i] = use->policy->levels[i].code;
		sen_buf_addf(&all, "%s%s", i ? ", " : "", codes[i]);
	}
	for (size_t i = 0; i < use->map_count; i++) {
		const char *wanted = use->maps[i].new_level;

		if (sen_policy_level(use->policy, wanted))
			continue;
		near = sen_text_guess(wanted, codes, use->policy->level_count);
		sen_fail(err, SEN_INVALID, "--map %s=%s: the policy '%s' has no level '%s'",
			 use->maps[i].old_level, wanted, use->policy->name, wanted);
		sen_hint(err, "Its levels are %s.%s%s%s", all.text, near ? " Did you mean '" : "",
			 near ? near : "", near ? "'?" : "");
		return err->code;
	}
	return 0;
}

/* Names every level without a place, with how many children stand on it. */
static int check_places(const struct use *use, struct sen_err *err)
{
	static const char sql[] =
		"SELECT level, COUNT(*) FROM register_entry WHERE school_id = :school AND voided_at IS NULL"
		" AND (until_on IS NULL OR until_on > :from) GROUP BY level ORDER BY level";
	struct sen_buf lost = {.arena = use->store->arena}, codes = {.arena = use->store->arena};
	const char *first = NULL;
	struct db_stmt *stmt;
	int rc = db_cached(use->store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", use->store->school_id);
	db_bind_date(stmt, ":from", use->from);
	while ((rc = db_step(stmt, err)) == 1) {
		const char *level = db_col_text(stmt, 0, NULL);
		int64_t n = db_col_int(stmt, 1);

		if (place_of(use, level))
			continue;
		sen_buf_addf(&lost, "%s'%s' (%lld %s)", first ? ", " : "", level, (long long)n,
			     n == 1 ? "child" : "children");
		if (!first)
			first = sen_strdup(use->store->arena, level);
	}
	db_reset(stmt);
	if (rc < 0 || !first)
		return rc;
	for (size_t i = 0; i < use->policy->level_count; i++)
		sen_buf_addf(&codes, "%s%s", i ? ", " : "", use->policy->levels[i].code);
	sen_fail(err, SEN_INVALID, "the policy '%s' has no place for level %s", use->policy->name, lost.text);
	sen_hint(err, "Say where each goes: --map %s=LEVEL, one of %s.", first, codes.text);
	return err->code;
}

/* On the register before: on a "may" level the child stays on it. */
static void stand_on(struct sen_register_entry *entry, const struct sen_level *level)
{
	bool was_on = strcmp(entry->kind, "register") == 0 || strcmp(entry->kind, "plan") == 0;
	bool on = level->on_register == SEN_ON_YES || (level->on_register == SEN_ON_MAY && was_on);

	entry->level = level->code;
	entry->level_name = level->name;
	entry->census = on ? level->register_census : level->census;
	entry->kind = level->monitored && !on		? "monitored"
		      : !on				? "none"
		      : strcmp(entry->census, "E") == 0 ? "plan"
							: "register";
}

static int move_entry(const struct use *use, struct sen_register_entry *old, struct sen_err *err)
{
	struct sen_register_entry now = *old;
	const char *reason = sen_format(use->store->arena, "policy '%s' in force", use->policy->name);
	bool later = old->from_on != SEN_NO_DATE && old->from_on >= use->from;
	int rc;

	now.head = (struct sen_head){.school_id = old->head.school_id};
	now.policy_id = use->version_id;
	stand_on(&now, place_of(use, old->level));
	now.reason = reason;
	if (later) {
		now.corrects = old->head.id; /* it began under the new policy: said again in its words */
		now.reason = old->reason;
		rc = sen_record_void(use->store, &sen_register_record, old->head.id, reason, err);
	} else {
		now.from_on = use->from;
		now.known_by = reason;
		old->until_on = use->from;
		old->end_reason = reason;
		rc = sen_record_update(use->store, &sen_register_record, old, err);
	}
	return rc < 0 ? rc : sen_record_insert(use->store, &sen_register_record, &now, err);
}

static int move_children(const struct use *use, size_t *moved, struct sen_err *err)
{
	static const char tail[] = "WHERE school_id = :school AND voided_at IS NULL"
				   " AND (until_on IS NULL OR until_on > :from) ORDER BY pupil_id, id";
	struct sen_register_entry *entries = NULL;
	struct db_stmt *stmt;
	size_t count = 0;
	int rc = record_select(use->store, &sen_register_record, tail, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", use->store->school_id);
	db_bind_date(stmt, ":from", use->from);
	rc = record_all(use->store, &sen_register_record, stmt, (void **)&entries, &count, err);
	db_reset(stmt);
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = move_entry(use, &entries[i], err);
	if (moved)
		*moved = count;
	return rc;
}

int sen_policy_use(struct sen_store *store, const char *name_or_file, sen_date from,
		   const struct sen_map *maps, size_t map_count, size_t *moved, struct sen_err *err)
{
	struct use use = {.store = store, .from = from, .maps = maps, .map_count = map_count};
	struct sen_policy *policy;
	struct sen_policy_version *last = NULL;
	struct sen_fault *faults;
	size_t count;
	int rc = sen_policy_load(store->arena, name_or_file, &policy, &faults, &count, err);

	if (rc < 0)
		return rc;
	use.policy = policy;
	if ((rc = last_version(&use, &last, err)) < 0 || (rc = check_maps(&use, err)) < 0 ||
	    (rc = check_old_levels(&use, err)) < 0 || (rc = check_places(&use, err)) < 0 ||
	    (rc = end_version(&use, last, err)) < 0 || (rc = begin_version(&use, err)) < 0 ||
	    (rc = move_children(&use, moved, err)) < 0)
		return rc;
	store->policies = NULL;
	return store_touch_all(store, err);
}

/* A plan is agreed: by whom the policy names, with as many targets as it wants;
 * what it takes the place of is closed that day (R30, R33, R34). */
#include "rules/plan.h"
#include "rules/plan_who.h"

#include <sen/json.h>
#include <sen/people.h>
#include <sen/review.h>
#include <sen/text.h>

#include <string.h>

/* ---- What the policy wants ---- */

static void advise(struct sen_store *store, struct sen_agreement *a, const char *line)
{
	*SEN_PUSH(store->arena, a->advice, a->advice_count, a->advice_cap) = line;
}

static bool is_there(const char *const *roles, size_t count, const char *role)
{
	for (size_t i = 0; i < count; i++)
		if (roles[i] && strcmp(roles[i], role) == 0)
			return true;
	return false;
}

static int check_roles(const struct plan_who *who, struct sen_agreement *a,
		       const struct sen_policy_rule *kind, const char *const *roles, struct sen_err *err)
{
	struct sen_arena *arena = who->store->arena;
	const struct sen_json *wanted = kind ? sen_json_get(kind->json, "agreed_by") : NULL;
	struct sen_buf missing = {.arena = arena};
	const char *hint, *first = NULL;

	for (size_t i = 0; i < sen_json_count(wanted); i++) {
		const char *role = sen_json_text(sen_json_at(wanted, i));
		const struct sen_policy_rule *rule = sen_policy_rule(who->policy, "role", role);

		if (is_there(roles, a->by_count, role))
			continue;
		sen_buf_addf(&missing, "%s%s", missing.len ? " and " : "",
			     rule && rule->name ? rule->name : role);
		first = first ? first : role;
	}
	if (!first)
		return 0;
	hint = sen_format(arena,
			  "Add who agreed for them: --by NAME, as a contact of the child or the child is "
			  "called, or --by \"%s=NAME\".",
			  first);
	if (plan_must(kind))
		return sen_rule(who->store, err, hint, "by the policy%s%s%s, PL%lld is agreed by %s too",
				kind->cite ? " (" : "", kind->cite ? kind->cite : "", kind->cite ? ")" : "",
				(long long)a->plan.head.id, missing.text);
	advise(who->store, a,
	       sen_format(arena, "The policy has %s agreed by %s too. %s", kind->name, missing.text, hint));
	return 0;
}

bool plan_target_bounds(const struct sen_policy *policy, const char *kind, int64_t *min, int64_t *max,
			const struct sen_policy_rule **rule)
{
	*rule = sen_policy_rule(policy, "plan-targets", kind);
	*min = *max = SEN_NO_INT;
	if (!*rule)
		return false;
	if (!sen_json_int(sen_json_get((*rule)->json, "min"), min))
		*min = SEN_NO_INT;
	if (!sen_json_int(sen_json_get((*rule)->json, "max"), max))
		*max = SEN_NO_INT;
	return true;
}

/* A number the policy itself gives is a rule; a judgement is only advice, which
 * the checks give. */
static int check_number(struct sen_store *store, const struct sen_agreement *a,
			const struct sen_policy *policy, const struct sen_policy_rule *kind,
			struct sen_err *err)
{
	const struct sen_policy_rule *rule;
	struct sen_target *targets;
	int64_t min, max;
	size_t count;
	bool few;
	int rc;

	if (!kind || !plan_must(kind) || !plan_target_bounds(policy, a->plan.kind, &min, &max, &rule) ||
	    rule->basis != SEN_BASIS_POLICY)
		return 0;
	if ((rc = sen_plan_targets(store, a->plan.head.id, &targets, &count, err)) < 0 ||
	    ((min == SEN_NO_INT || (int64_t)count >= min) && (max == SEN_NO_INT || (int64_t)count <= max)))
		return rc;
	few = min != SEN_NO_INT && (int64_t)count < min;
	return sen_rule(store, err,
			few ? sen_format(store->arena, "'sendctl target add PL%lld --target TEXT' adds one.",
					 (long long)a->plan.head.id)
			    : sen_format(store->arena,
					 "'sendctl target remove T%lld --reason TEXT' takes one out.",
					 (long long)targets[count - 1].head.id),
			"PL%lld has %zu target%s, and the policy (%s) wants %s", (long long)a->plan.head.id,
			count, count == 1 ? "" : "s", rule->cite, rule->value);
}

/* ---- Agreed ---- */

/* Many files hold no contacts yet: a name with a title and the child's surname is taken
 * to be a parent's, as at a review, and it is said. */
static int by_surname(const struct plan_who *who, struct sen_agreement *a, const char *name,
		      const char **role, struct sen_err *err)
{
	struct sen_around *around;
	int rc = sen_around_open(who->store, &around, err);

	if (rc < 0 || (rc = sen_around_child(around, who->pupil.head.id, err)) < 0)
		return rc;
	if (!sen_around_find(around, name).guessed)
		return 0;
	*role = "parent";
	advise(who->store, a, sen_format(who->store->arena, "%s is taken to be a parent.", name));
	return 0;
}

static int settle_who(struct plan_who *who, struct sen_agreement *a, const struct sen_policy_rule *kind,
		      struct sen_err *err)
{
	const char **roles = SEN_NEW(who->store->arena, const char *, a->by_count + 1);
	struct sen_buf names = {.arena = who->store->arena}, parents = {.arena = who->store->arena};
	int rc = sen_record_get(who->store, &sen_pupil_record, a->plan.pupil_id, &who->pupil, err);

	if (rc < 0 || (rc = plan_who_load(who, err)) < 0)
		return rc;
	for (size_t i = 0; i < a->by_count; i++) {
		const char *shown;

		roles[i] = plan_who_role(who, a->by[i], &shown);
		if (!roles[i] && (rc = by_surname(who, a, a->by[i], &roles[i], err)) < 0)
			return rc;
		sen_buf_addf(&names, "%s%s", i ? ", " : "", shown);
		if (roles[i] && strcmp(roles[i], "parent") == 0)
			sen_buf_addf(&parents, "%s%s", parents.len ? ", " : "", shown);
	}
	if ((rc = check_roles(who, a, kind, roles, err)) < 0)
		return rc;
	a->plan.agreed_by = names.text;
	if (a->is_signed)
		a->plan.signed_by = parents.len ? parents.text : names.text;
	return 0;
}

/* It takes the place of the plans of its kind that are open, and of the cycle
 * before it. */
static int close_others(struct sen_store *store, struct sen_agreement *a, struct sen_err *err)
{
	struct sen_plan_book book;
	long long id = (long long)a->plan.head.id;
	size_t cap = 0;
	int rc = sen_plan_book(store, a->plan.pupil_id, &book, err);

	for (size_t i = 0; rc == 0 && i < book.plan_count; i++) {
		const struct sen_plan *other = &book.plans[i];
		bool before = other->head.id == a->plan.before_id || other->cycle < a->plan.cycle;

		if (other->head.id == a->plan.head.id || other->closed_on != SEN_NO_DATE ||
		    (strcmp(other->kind, a->plan.kind) != 0 && other->head.id != a->plan.before_id))
			continue;
		rc = sen_plan_end(
			store, &book, other->head.id, a->plan.agreed_on,
			sen_format(store->arena, before ? "renewed as PL%lld" : "replaced by PL%lld", id),
			a->plan.head.id, err);
		*SEN_PUSH(store->arena, a->closed, a->closed_count, cap) = other->head.id;
	}
	return rc;
}

/* Agreed before: at most, that a parent has signed it is new. */
static int sign_later(struct sen_store *store, struct sen_agreement *a, struct sen_err *err)
{
	struct sen_buf names = {.arena = store->arena};
	char day[16];

	if (!a->is_signed || a->plan.signed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "PL%lld was agreed on %s already",
				(long long)a->plan.head.id, sen_date_long(a->plan.agreed_on, day));
	for (size_t i = 0; i < a->by_count; i++)
		sen_buf_addf(&names, "%s%s", i ? ", " : "", a->by[i]);
	a->plan.signed_on = a->on;
	a->plan.signed_by = names.text;
	a->only_signed = true;
	return sen_record_update(store, &sen_plan_record, &a->plan, err);
}

int sen_plan_agree(struct sen_store *store, struct sen_agreement *a, struct sen_err *err)
{
	const struct sen_policy_rule *kind;
	struct plan_who who = {.store = store};
	char day[16];
	int rc = sen_record_get(store, &sen_plan_record, a->plan_id, &a->plan, err);

	if (rc < 0)
		return rc;
	if (a->plan.head.voided_at)
		return sen_fail(err, SEN_INVALID, "PL%lld was removed", (long long)a->plan_id);
	if (a->plan.closed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "PL%lld was closed on %s", (long long)a->plan_id,
				sen_date_long(a->plan.closed_on, day));
	if (a->on == SEN_NO_DATE)
		a->on = store->context.today;
	if (a->plan.agreed_on != SEN_NO_DATE)
		return sign_later(store, a, err);
	if ((rc = rules_policy_of(store, a->plan.pupil_id, a->on, &who.policy, err)) < 0)
		return rc;
	kind = sen_policy_rule(who.policy, "plan-kind", a->plan.kind);
	if ((rc = settle_who(&who, a, kind, err)) < 0 ||
	    (rc = check_number(store, a, who.policy, kind, err)) < 0)
		return rc;
	a->plan.agreed_on = a->on;
	if (a->is_signed)
		a->plan.signed_on = a->on;
	else if (kind && sen_json_true(sen_json_get(kind->json, "signed")))
		advise(store, a,
		       sen_format(store->arena,
				  "The policy wants it signed by the parents; when it is: "
				  "sendctl plan agree PL%lld --signed --by NAME",
				  (long long)a->plan_id));
	rc = sen_record_update(store, &sen_plan_record, &a->plan, err);
	return rc < 0 ? rc : close_others(store, a, err);
}

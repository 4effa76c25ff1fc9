/* The plan comes: as a draft, final, amended (R62), and the child's level with it. */
#include "rules/ehc_case.h"

#include <sen/ehc_plan.h>

#include <string.h>

/* ---- Draft ---- */

/* The copy the school had came before the day of service was known: the same draft. */
static const struct sen_milestone *copy_unserved(const struct sen_ehc_case *ehc)
{
	const struct sen_milestone *copy = sen_milestone_last(ehc->all, ehc->count, "draft-copy");

	for (size_t i = 0; copy && i < ehc->count; i++)
		if (strcmp(ehc->all[i].event, "draft-served") == 0 && ehc->all[i].version >= copy->version)
			return NULL;
	return copy;
}

/* The draft whose copy comes inside its fifteen days and was not on record yet. */
static const struct sen_milestone *served_before(const struct sen_ehc_case *ehc, sen_date copy)
{
	const struct sen_milestone *served = sen_milestone_last(ehc->all, ehc->count, "draft-served");

	if (!served || copy < served->happened_on || copy >= served->happened_on + 15)
		return NULL;
	for (size_t i = 0; i < ehc->count; i++)
		if (strcmp(ehc->all[i].event, "draft-copy") == 0 && ehc->all[i].version >= served->version)
			return NULL;
	return served;
}

/* A later version is no earlier than the one before it. */
static int check_newer(const struct sen_ehc_case *ehc, sen_date served, struct sen_err *err)
{
	const struct sen_milestone *last = sen_milestone_last(ehc->all, ehc->count, "draft-served");
	char day[16], other[16];

	if (!last || served >= last->happened_on)
		return 0;
	sen_fail(err, SEN_INVALID,
		 "--served: %s is before the draft that is on record, served on %s (EH%lld.%lld)",
		 sen_date_long(served, day), sen_date_long(last->happened_on, other),
		 (long long)ehc->ehc.head.id, (long long)last->version);
	sen_hint(err, "Was that day a slip? 'sendctl ehcp remove MS%lld --reason TEXT' takes it away.",
		 (long long)last->head.id);
	return err->code;
}

static int goes_on(struct sen_store *store, struct sen_ehc_case *ehc, const char *what, struct sen_err *err)
{
	const char *as = ehc->ehc.ended_as;

	if (!as)
		return 0;
	/* Overturned: by the authority, in mediation, or by order of the tribunal. */
	if (strcmp(as, "refused") == 0 || strcmp(as, "no-plan") == 0)
		return sen_ehc_end_case(store, ehc, NULL, SEN_NO_DATE, NULL, err);
	return sen_fail(err, SEN_CONFLICT, "EH%lld has ended (%s): %s cannot come",
			(long long)ehc->ehc.head.id, sen_code_label(sen_ehc_stages, as), what);
}

int sen_ehc_draft(struct sen_store *store, struct sen_ehc_case *ehc, sen_date served, sen_date copy,
		  int64_t *version, struct sen_err *err)
{
	bool knows_copy = copy != SEN_NO_DATE, knows_served = served != SEN_NO_DATE;
	const struct sen_milestone *before = knows_served ? copy_unserved(ehc) : served_before(ehc, copy);
	struct sen_milestone *brought;
	char day[16];
	int rc;

	if (!knows_copy && !knows_served) {
		sen_fail(err, SEN_USAGE, "say when the draft was served on the parents, with --served");
		sen_hint(err, "If only the school's own copy is known: --copy DATE.");
		return err->code;
	}
	if (knows_copy && knows_served && copy < served)
		return sen_fail(err, SEN_INVALID, "--copy: %s is before the draft was served",
				sen_date_long(copy, day));
	if ((rc = goes_on(store, ehc, "a draft", err)) < 0 ||
	    (knows_served && (rc = check_newer(ehc, served, err)) < 0))
		return rc;
	brought = sen_ehc_event(store, ehc, knows_served ? "draft-served" : "draft-copy",
				knows_served ? served : copy);
	if (before)
		brought->version = before->version;
	if ((rc = sen_ehc_mark(store, ehc, brought, err)) < 0)
		return rc;
	*version = brought->version;
	if (!knows_served || !knows_copy)
		return 0;
	brought = sen_ehc_event(store, ehc, "draft-copy", copy);
	brought->version = *version;
	return sen_ehc_mark(store, ehc, brought, err);
}

/* ---- Final ---- */

/* A second final plan comes of a re-assessment or an order; else it is an amended one. */
static int check_again(const struct sen_ehc_case *ehc, sen_date on, struct sen_err *err)
{
	const struct sen_milestone *final = sen_milestone_last(ehc->all, ehc->count, "final-plan");
	char day[16];

	if (!final)
		return 0;
	for (size_t i = 0; i < ehc->count; i++)
		if (strcmp(ehc->all[i].event, "reassess-started") == 0 &&
		    ehc->all[i].happened_on >= final->happened_on && ehc->all[i].happened_on <= on)
			return 0;
	sen_fail(err, SEN_CONFLICT, "the final plan came on %s (MS%lld)",
		 sen_date_long(final->happened_on, day), (long long) final->head.id);
	sen_hint(err, "An amended one: 'sendctl ehcp amended EH%lld --on DATE'.",
		 (long long)ehc->ehc.head.id);
	return err->code;
}

static int check_amended(const struct sen_ehc_case *ehc, sen_date on, struct sen_err *err)
{
	char day[16];

	if (sen_ehc_in_force(ehc, on))
		return 0;
	sen_fail(err, SEN_INVALID, "EH%lld had no final plan on %s: nothing to amend",
		 (long long)ehc->ehc.head.id, sen_date_long(on, day));
	sen_hint(err, "The first one: 'sendctl ehcp final EH%lld --on DATE --setting NAME'.",
		 (long long)ehc->ehc.head.id);
	return err->code;
}

/* Section I: the first row of it takes the new name. */
int ehc_name_setting(struct sen_store *store, const struct sen_ehc_case *ehc, const char *setting,
		     const char *type, struct sen_err *err)
{
	struct sen_ehc_item *item = sen_record_new(store->arena, &sen_ehc_item_record);
	enum sen_ehc_put done;
	struct sen_ehc_plan plan;
	int rc = sen_ehc_plan(store, &ehc->ehc, &plan, err);

	if (rc < 0)
		return rc;
	item->section = "I";
	item->words = setting;
	item->type = type;
	for (size_t i = 0; i < plan.count; i++)
		if (strcmp(plan.items[i].section, "I") == 0 && sen_ehc_stands(&plan.items[i], plan.newest))
			item->number = plan.items[i].number;
	return sen_ehc_put(store, &plan, item, &done, err);
}

/* ---- The level ---- */

static const struct sen_level *only_level(const struct sen_policy *policy)
{
	const struct sen_level *found = NULL;

	for (size_t i = 0; i < policy->level_count; i++)
		if (strcmp(policy->levels[i].census, "E") == 0) {
			if (found)
				return NULL;
			found = &policy->levels[i];
		}
	return found;
}

/* What the policy's own rule refuses is said, with the command, and holds up nothing. */
static int move_level(struct sen_store *store, const struct sen_ehc_case *ehc, struct sen_ehc_final *final,
		      struct sen_err *err)
{
	struct sen_register_entry entry;
	const struct sen_policy *policy;
	const struct sen_level *level;
	struct sen_err refused = {0};
	int rc = rules_policy_of(store, ehc->ehc.pupil_id, final->on, &policy, err);

	if (rc < 0 || (rc = sen_register_on(store, ehc->ehc.pupil_id, final->on, &entry, err)) < 0)
		return rc;
	if (entry.head.id && strcmp(entry.census, "E") == 0)
		return 0;
	level = only_level(policy);
	if (!level) {
		final->stays = "the policy has several levels with an EHC plan, or none";
		return 0;
	}
	final->move = (struct sen_move){.pupil_id = ehc->ehc.pupil_id,
					.level = level->code,
					.reason = "EHC plan",
					.on = final->on,
					.told = final->on,
					.corrects = SEN_NO_INT};
	rc = sen_level_move(store, &final->move, &refused);
	if (rc == 0)
		final->moved = final->move.moved == SEN_MOVED;
	else if (rc == SEN_INVALID || rc == SEN_CONFLICT || rc == SEN_USAGE)
		final->stays = sen_strdup(store->arena, refused.msg);
	else
		*err = refused;
	return final->stays ? 0 : rc;
}

int sen_ehc_finish(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_final *final,
		   bool amended, struct sen_err *err)
{
	const char *event = amended ? "amended-final" : "final-plan";
	struct sen_milestone *brought, *notice;
	struct sen_ehc_step first;
	int rc = goes_on(store, ehc, "a final plan", err);

	final->not_before = SEN_NO_DATE;
	if (rc == 0)
		rc = amended ? check_amended(ehc, final->on, err) : check_again(ehc, final->on, err);
	if (rc < 0)
		return rc;
	if (!amended && sen_ehc_due(store, ehc, "draft-finalised-not-before", SEN_NO_DATE, &first) &&
	    final->on < first.due_on)
		final->not_before = first.due_on;
	brought = sen_ehc_event(store, ehc, event, final->on);
	if (final->setting)
		brought->note = sen_format(store->arena, "names %s", final->setting);
	if ((rc = sen_ehc_mark(store, ehc, brought, err)) < 0)
		return rc;
	final->version = brought->version;
	notice = sen_ehc_event(store, ehc, "appealable-notice", final->on);
	notice->result = "contents";
	if (!amended)
		rc = sen_ehc_mark(store, ehc, sen_ehc_event(store, ehc, "plan-made", final->on), err);
	if (rc < 0 || (rc = sen_ehc_mark(store, ehc, notice, err)) < 0 ||
	    (final->setting &&
	     (rc = ehc_name_setting(store, ehc, final->setting, final->setting_type, err)) < 0))
		return rc;
	return amended || final->keep_level ? 0 : move_level(store, ehc, final, err);
}

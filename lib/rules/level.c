/* Moves on the ladder, under the policy in force on the day of the move. */
#include "rules/rules.h"

#include <sen/level.h>
#include <sen/plan.h>
#include <sen/text.h>
#include <string.h>

static const char off_code[] = "off", off_name[] = "Off the register";
static const char off_list_name[] = "Off the monitoring list";

static const struct sen_level *level_named(const struct sen_policy *policy, const char *text)
{
	for (size_t i = 0; i < policy->level_count; i++) {
		const struct sen_level *level = &policy->levels[i];

		if (sen_text_same(level->code, text) || sen_text_same(level->name, text))
			return level;
	}
	return NULL;
}

static int find_level(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};

	move->to = level_named(move->policy, move->level);
	if (move->to)
		return 0;
	for (size_t i = 0; i < move->policy->level_count; i++)
		sen_buf_addf(&list, "%s%s (%s)", i ? ", " : "", move->policy->levels[i].code,
			     move->policy->levels[i].name);
	sen_fail(err, SEN_INVALID, "the policy '%s' has no level '%s'", move->policy->name,
		 sen_text_visible(store->arena, move->level, false));
	sen_hint(err, "one of %s, or off", list.text);
	return err->code;
}

/* On the register or not: the level says, or the child's case does. */
static int choose_register(const struct sen_move *move, bool *on, struct sen_err *err)
{
	const char *asked = move->on_register;
	bool yes = asked && strcmp(asked, "yes") == 0;

	if (move->to->on_register == SEN_ON_MAY && !asked) {
		sen_fail(err, SEN_USAGE, "a child at '%s' may be on the SEND register or not",
			 move->to->name);
		sen_hint(err, "say which: --on-register yes or --on-register no");
		return err->code;
	}
	*on = move->to->on_register == SEN_ON_YES || (move->to->on_register == SEN_ON_MAY && yes);
	if (asked && move->to->on_register != SEN_ON_MAY && yes != *on)
		return sen_fail(err, SEN_INVALID,
				"by the policy '%s' a child at '%s' is %s the SEND register",
				move->policy->name, move->to->name, *on ? "on" : "not on");
	return 0;
}

static void describe(struct sen_register_entry *entry, const struct sen_level *level, bool on)
{
	entry->level = level->code;
	entry->level_name = level->name;
	entry->census = on && level->register_census ? level->register_census : level->census;
	entry->kind = level->monitored && !on		? "monitored"
		      : !on				? "none"
		      : strcmp(entry->census, "E") == 0 ? "plan"
							: "register";
}

static struct sen_register_entry *new_entry(struct sen_store *store, const struct sen_move *move)
{
	struct sen_register_entry *entry = sen_record_new(store->arena, &sen_register_record);

	entry->pupil_id = move->pupil_id;
	entry->policy_id = move->policy->id;
	entry->from_on = move->on;
	entry->known_by = store->context.who ? store->context.who : "sendctl";
	entry->reason = move->reason;
	entry->decided_by = move->by;
	entry->told_on = move->told;
	entry->told_by = move->told_by;
	return entry;
}

static int check_dates(struct sen_store *store, const struct sen_move *move, struct sen_err *err)
{
	char day[16];

	if (move->on > store->context.today)
		return sen_fail(err, SEN_INVALID, "--on: %s has not come yet", sen_date_long(move->on, day));
	if (move->told != SEN_NO_DATE && move->told > store->context.today)
		return sen_fail(err, SEN_INVALID, "--told: %s has not come yet",
				sen_date_long(move->told, day));
	return 0;
}

/* A child who has gone is moved no more: the register keeps how it was. */
static int check_gone(struct sen_store *store, const struct sen_move *move, struct sen_err *err)
{
	struct sen_pupil pupil;
	char day[16];
	int rc = sen_record_get(store, &sen_pupil_record, move->pupil_id, &pupil, err);

	if (rc < 0 || pupil.left_on == SEN_NO_DATE || pupil.left_on >= move->on)
		return rc;
	return sen_rule(
		store, err,
		"give a day on which the child was on roll with --on, or take the leaving date off with "
		"'sendctl pupil edit'",
		"P%lld left on %s", (long long)move->pupil_id, sen_date_long(pupil.left_on, day));
}

/* ---- The same again ---- */

/* The same level again: at most, when the parents were told is new. */
static int same_level(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	move->after = move->before;
	move->moved = SEN_MOVED_NOT;
	if (move->told == SEN_NO_DATE || move->told == move->before.told_on)
		return 0;
	move->after.told_on = move->told;
	move->after.told_by = move->told_by;
	move->moved = SEN_MOVED_TOLD;
	return sen_record_update(store, &sen_register_record, &move->after, err);
}

/* ---- Off ---- */

/* Off already: at most, when the parents were told is new. */
static int told_off(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	struct sen_register_entry *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_register_record, move->pupil_id, (void **)&all, &count, err);

	if (rc < 0)
		return rc;
	if (count == 0 || strcmp(all[count - 1].level, off_code) != 0 || move->told == SEN_NO_DATE) {
		sen_fail(err, SEN_CONFLICT, "P%lld is at no level that day", (long long)move->pupil_id);
		sen_hint(err, "see 'sendctl pupil show P%lld'", (long long)move->pupil_id);
		return err->code;
	}
	move->before = all[count - 1];
	return same_level(store, move, err);
}

/* Support has ended: its plans end with it. */
static int close_plans(struct sen_store *store, struct sen_move *move, const char *name, struct sen_err *err)
{
	const char *reason = sen_format(store->arena, "%s%s%s", name, move->reason ? ": " : "",
					move->reason ? move->reason : "");
	size_t count;
	int rc = sen_plans_close(store, move->pupil_id, move->on, reason, &count, err);

	if (rc == 0 && count)
		*SEN_PUSH(store->arena, move->advice, move->advice_count, move->advice_cap) =
			sen_format(store->arena, "Closed with it: %zu plan%s.", count, count == 1 ? "" : "s");
	return rc;
}

/* The move off is an entry of no day: it holds on none, and keeps the reason,
 * who decided and when parents were told. */
static int move_off(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	struct sen_register_entry *entry;
	int rc;

	if (move->before.head.id == 0)
		return told_off(store, move, err);
	if ((rc = level_exit(store, move, err)) < 0)
		return rc;
	entry = new_entry(store, move);
	entry->level = off_code;
	entry->level_name = strcmp(move->before.kind, "monitored") == 0 ? off_list_name : off_name;
	entry->census = "N";
	entry->kind = "none";
	entry->until_on = move->on;
	if ((rc = sen_register_close(store, move->pupil_id, move->on, NULL, err)) < 0 ||
	    (rc = sen_record_insert(store, &sen_register_record, entry, err)) < 0 ||
	    (rc = close_plans(store, move, entry->level_name, err)) < 0)
		return rc;
	move->moved = SEN_MOVED_OFF;
	move->after = *entry;
	return 0;
}

/* ---- Put right ---- */

/* The entry that ended where the mistaken one began follows the new beginning. */
static int mend_before(struct sen_store *store, const struct sen_register_entry *mistaken, sen_date from,
		       struct sen_err *err)
{
	struct sen_register_entry *all;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_register_record, mistaken->pupil_id, (void **)&all, &count,
				     err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].until_on == SEN_NO_DATE || all[i].until_on != mistaken->from_on ||
		    all[i].from_on == all[i].until_on || from == mistaken->from_on)
			continue;
		if (all[i].from_on != SEN_NO_DATE && from < all[i].from_on)
			continue;
		all[i].until_on = from;
		rc = sen_record_update(store, &sen_register_record, &all[i], err);
	}
	return rc;
}

static int put_right(struct sen_store *store, struct sen_move *move, struct sen_register_entry *entry,
		     bool on_given, struct sen_err *err)
{
	struct sen_register_entry mistaken;
	int rc = sen_record_get(store, &sen_register_record, move->corrects, &mistaken, err);

	if (rc < 0)
		return rc;
	if (mistaken.pupil_id != move->pupil_id || mistaken.head.voided_at) {
		sen_fail(err, SEN_INVALID, "RG%lld is no entry of P%lld", (long long)move->corrects,
			 (long long)move->pupil_id);
		sen_hint(err, "its entries are on 'sendctl pupil show P%lld'", (long long)move->pupil_id);
		return err->code;
	}
	move->before = mistaken;
	if (!on_given)
		entry->from_on = mistaken.from_on;
	if (entry->told_on == SEN_NO_DATE) {
		entry->told_on = mistaken.told_on;
		entry->told_by = mistaken.told_by;
	}
	entry->until_on = mistaken.until_on;
	entry->end_reason = mistaken.end_reason;
	entry->corrects = mistaken.head.id;
	rc = sen_record_void(store, &sen_register_record, mistaken.head.id, move->reason, err);
	if (rc == 0)
		rc = mend_before(store, &mistaken, entry->from_on, err);
	return rc < 0 ? rc : sen_record_insert(store, &sen_register_record, entry, err);
}

/* ---- The move ---- */

static bool same_day(const struct sen_move *move)
{
	return move->before.head.id && move->before.from_on == move->on;
}

static int refuse_same_day(const struct sen_move *move, struct sen_err *err)
{
	char day[16];

	sen_fail(err, SEN_CONFLICT, "P%lld moved to '%s' that very day, %s", (long long)move->pupil_id,
		 move->before.level_name, sen_date_long(move->on, day));
	sen_hint(err, "if that was a mistake, replace it: add --corrects RG%lld",
		 (long long)move->before.head.id);
	return err->code;
}

static int move_to(struct sen_store *store, struct sen_move *move, bool on_given, struct sen_err *err)
{
	struct sen_register_entry *entry = new_entry(store, move);
	bool on = false;
	int rc = choose_register(move, &on, err);

	if (rc < 0)
		return rc;
	describe(entry, move->to, on);
	move->after = *entry;
	if (move->corrects != SEN_NO_INT) {
		rc = put_right(store, move, entry, on_given, err);
	} else if (move->before.head.id && strcmp(move->before.level, entry->level) == 0 &&
		   strcmp(move->before.kind, entry->kind) == 0) {
		return same_level(store, move, err);
	} else if (same_day(move)) {
		return refuse_same_day(move, err);
	} else if ((rc = on ? 0 : level_exit(store, move, err)) == 0 &&
		   (rc = level_needs(store, move, err)) == 0) {
		rc = sen_register_set(store, entry, err);
	}
	move->after = *entry;
	move->moved = SEN_MOVED;
	return rc;
}

int sen_level_move(struct sen_store *store, struct sen_move *move, struct sen_err *err)
{
	bool off = sen_text_same(move->level, off_code), on_given = move->on != SEN_NO_DATE;
	int rc;

	if (!on_given)
		move->on = store->context.today;
	if ((rc = check_dates(store, move, err)) < 0 ||
	    (rc = rules_policy_of(store, move->pupil_id, move->on, &move->policy, err)) < 0 ||
	    (rc = off ? 0 : find_level(store, move, err)) < 0 || (rc = check_gone(store, move, err)) < 0 ||
	    (rc = sen_register_on(store, move->pupil_id, move->on, &move->before, err)) < 0)
		return rc;
	return off ? move_off(store, move, err) : move_to(store, move, on_given, err);
}

int sen_level_monitored(struct sen_store *store, int64_t pupil_id, sen_date on, const struct sen_level **out,
			struct sen_err *err)
{
	const struct sen_policy *policy;
	int rc = rules_policy_of(store, pupil_id, on, &policy, err);

	*out = NULL;
	for (size_t i = 0; rc == 0 && i < policy->level_count && !*out; i++) {
		if (policy->levels[i].monitored)
			*out = &policy->levels[i];
	}
	return rc;
}

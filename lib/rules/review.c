/* Reviews held: kinds, what their decision does, and which one waits (R6). */
#include "rules/rules.h"

#include <sen/annual.h>
#include <sen/text.h>

#include <string.h>

/* ---- Monitoring: continue, off, or a level ---- */

static const char keep_on[] = "continue", off[] = "off";

static int entry_of(struct sen_store *store, const struct sen_review *review,
		    struct sen_register_entry *entry, struct sen_err *err)
{
	char day[16];
	int rc = sen_register_on(store, review->pupil_id, review->held_on, entry, err);

	if (rc < 0 || (entry->head.id && strcmp(entry->kind, "monitored") == 0))
		return rc;
	sen_fail(err, SEN_INVALID, "P%lld is not monitored on %s", (long long)review->pupil_id,
		 sen_date_long(review->held_on, day));
	sen_hint(err, "See 'sendctl pupil show P%lld'. Another kind of review is named with --kind.",
		 (long long)review->pupil_id);
	return err->code;
}

int sen_checks_held(struct sen_store *store, const struct sen_register_entry *entry, sen_date day,
		    int64_t *count, struct sen_err *err)
{
	struct sen_review *all;
	size_t n;
	int rc = sen_record_of_pupil(store, &sen_review_record, entry->pupil_id, (void **)&all, &n, err);

	*count = 0;
	for (size_t i = 0; i < n && rc == 0; i++)
		*count += strcmp(all[i].kind, "monitoring") == 0 && all[i].held_on != SEN_NO_DATE &&
			  all[i].held_on <= day &&
			  (entry->from_on == SEN_NO_DATE || all[i].held_on >= entry->from_on);
	return rc;
}

/* The last check there may be must end it, one way or the other. */
static int may_continue(struct sen_store *store, const struct sen_review *review,
			const struct sen_register_entry *entry, struct sen_err *err)
{
	const struct sen_policy *policy;
	const struct sen_level *level;
	int64_t held;
	int rc = rules_policy_of(store, review->pupil_id, review->held_on, &policy, err);

	if (rc < 0 || (rc = sen_checks_held(store, entry, review->held_on, &held, err)) < 0)
		return rc;
	level = sen_policy_level(policy, entry->level);
	if (!level || level->limit.kind != SEN_LIMIT_CHECKS || held + 1 < level->limit.n)
		return 0;
	return sen_rule(store, err, "Decide with --decision off, or --decision and a level.",
			"this is check %lld of %d: P%lld must leave the %s now, one way or the other",
			(long long)held + 1, level->limit.n, (long long)review->pupil_id,
			sen_policy_word(policy, "monitoring", "monitoring list"));
}

static int monitoring_before(struct sen_store *store, struct sen_review *review, struct sen_err *err)
{
	struct sen_register_entry entry;
	int rc = entry_of(store, review, &entry, err);

	if (rc < 0)
		return rc;
	if (!review->decision) {
		sen_fail(err, SEN_INVALID, "a check ends with a decision");
		sen_hint(err, "--decision continue, --decision off, or --decision and a level");
		return err->code;
	}
	if (sen_text_same(review->decision, keep_on)) {
		review->decision = keep_on;
		return may_continue(store, review, &entry, err);
	}
	if (sen_text_same(review->decision, off))
		review->decision = off;
	return 0;
}

/* Carries out a decision that is a level or off; `what` said where it was taken. */
static int move_on(struct sen_store *store, const struct sen_review *review, const char *what,
		   struct sen_move *move, struct sen_err *err)
{
	move->pupil_id = review->pupil_id;
	move->level = review->decision;
	move->on = review->held_on;
	move->by = review->led_by;
	move->reason = review->note ? review->note
				    : sen_format(store->arena, "decided at the %s R%lld", what,
						 (long long)review->head.id);
	return sen_level_move(store, move, err);
}

static int monitoring_after(struct sen_store *store, const struct sen_review *review, struct sen_move *move,
			    struct sen_err *err)
{
	if (strcmp(review->decision, keep_on) == 0)
		return 0;
	return move_on(store, review, "check", move, err);
}

/* ---- The register, each term: confirmed, off, or a level (R54) ---- */

static const char confirmed[] = "confirmed";

static int register_before(struct sen_store *store, struct sen_review *review, struct sen_err *err)
{
	struct sen_register_entry entry;
	char day[16];
	int rc = sen_register_on(store, review->pupil_id, review->held_on, &entry, err);

	if (rc < 0)
		return rc;
	if (!entry.head.id || (strcmp(entry.kind, "register") != 0 && strcmp(entry.kind, "plan") != 0)) {
		sen_fail(err, SEN_INVALID, "P%lld is not on the SEND register on %s",
			 (long long)review->pupil_id, sen_date_long(review->held_on, day));
		sen_hint(err, "A move onto it: 'sendctl pupil level P%lld LEVEL --reason TEXT'.",
			 (long long)review->pupil_id);
		return err->code;
	}
	if (!review->decision) {
		sen_fail(err, SEN_INVALID, "a review of the register ends with a decision");
		sen_hint(err, "--decision confirmed, --decision off, or --decision and a level");
		return err->code;
	}
	if (sen_text_same(review->decision, confirmed))
		review->decision = confirmed;
	else if (sen_text_same(review->decision, off))
		review->decision = off;
	return 0;
}

static int register_after(struct sen_store *store, const struct sen_review *review, struct sen_move *move,
			  struct sen_err *err)
{
	if (strcmp(review->decision, confirmed) == 0)
		return 0;
	return move_on(store, review, "review of the register", move, err);
}

/* ---- Annual: what is recommended to the authority (reg 20(9)) ---- */

static int annual_before(struct sen_store *store, struct sen_review *review, struct sen_err *err)
{
	const char *code = review->decision ? sen_annual_decision(review->decision) : NULL;

	if (!review->decision || code) {
		review->decision = code;
		return 0;
	}
	sen_fail(err, SEN_INVALID, "'%s' is nothing an annual review recommends",
		 sen_text_visible(store->arena, review->decision, false));
	sen_hint(err,
		 "--decision maintain, amend or cease. What else was agreed goes into --action and --note.");
	return err->code;
}

/* ---- The kinds ---- */

static const char *const check_fields[] = {"held_on", "led_by", "came", "note", "decision", "next_on", NULL};
static const char *const register_fields[] = {"held_on", "led_by", "note", "decision", NULL};
static const char *const plain_fields[] = {"held_on",  "led_by",       "came",	      "apologies",
					   "views",    "parent_voice", "pupil_voice", "note",
					   "decision", "next_on",      NULL};
static const char *const annual_fields[] = {"held_on",	   "led_by",	   "came",	  "apologies",
					    "views",	   "parent_voice", "pupil_voice", "note",
					    "differences", "decision",	   "next_on",	  NULL};
static const struct sen_review_kind kinds[] = {
	{"monitoring", check_fields, "continue, off, or a level of the policy", monitoring_before,
	 monitoring_after},
	{"register", register_fields, "confirmed, off, or a level of the policy", register_before,
	 register_after},
	{"annual", annual_fields, "maintain, amend or cease: what is recommended to the authority",
	 annual_before, NULL},
	{NULL, plain_fields, NULL, NULL, NULL},
};

const struct sen_review_kind *sen_review_kind(const char *kind)
{
	const struct sen_review_kind *row = kinds;

	while (row->kind && strcmp(row->kind, kind) != 0)
		row++;
	return row;
}

int sen_review_hold(struct sen_store *store, struct sen_review *review, struct sen_move *move,
		    struct sen_err *err)
{
	const struct sen_review_kind *kind = sen_review_kind(review->kind);
	int rc = 0;

	*move = (struct sen_move){.on = SEN_NO_DATE, .told = SEN_NO_DATE, .corrects = SEN_NO_INT};
	if (review->held_on == SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "say the day it was held with --on DATE");
	if (kind->before && (rc = kind->before(store, review, err)) < 0)
		return rc;
	rc = review->head.id ? sen_record_update(store, &sen_review_record, review, err)
			     : sen_record_insert(store, &sen_review_record, review, err);
	return rc == 0 && kind->after ? kind->after(store, review, move, err) : rc;
}

/* Two of a kind may wait, one in each term: the nearer one was held. */
static bool nearer(const struct sen_review *a, const struct sen_review *b, sen_date day)
{
	int64_t x = (int64_t)a->planned_on - day, y = (int64_t)b->planned_on - day;

	return (x < 0 ? -x : x) < (y < 0 ? -y : y);
}

static int waiting(struct sen_store *store, int64_t pupil_id, const char *kind, sen_date day, sen_date before,
		   struct sen_review *out, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	struct sen_review *all;
	size_t count, found = 0;
	bool mixed = false;
	int rc = sen_record_of_pupil(store, &sen_review_record, pupil_id, (void **)&all, &count, err);

	sen_record_blank(&sen_review_record, out);
	out->head.id = 0;
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].held_on != SEN_NO_DATE || (kind && strcmp(all[i].kind, kind) != 0) ||
		    (before != SEN_NO_DATE && all[i].planned_on >= before))
			continue;
		mixed |= found > 0 && strcmp(out->kind, all[i].kind) != 0;
		sen_buf_addf(&list, "%sR%lld", found++ ? ", " : "", (long long)all[i].head.id);
		if (found == 1 || nearer(&all[i], out, day))
			*out = all[i];
	}
	if (rc < 0 || !mixed)
		return rc;
	sen_fail(err, SEN_NOTFOUND, "P%lld has %zu reviews planned: %s", (long long)pupil_id, found,
		 list.text);
	sen_hint(err, "Say which one by its id, or its kind with --kind.");
	return err->code;
}

int sen_review_near(struct sen_store *store, int64_t pupil_id, const char *kind, sen_date day,
		    struct sen_review *out, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	int rc = sen_store_calendar(store, &calendar, err);

	return rc < 0 ? rc : waiting(store, pupil_id, kind, day, sen_term_of(calendar, day).until, out, err);
}

int sen_review_waiting(struct sen_store *store, int64_t pupil_id, const char *kind, struct sen_review *out,
		       struct sen_err *err)
{
	return waiting(store, pupil_id, kind, store->context.today, SEN_NO_DATE, out, err);
}

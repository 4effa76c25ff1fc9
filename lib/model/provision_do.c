/* What is done with a provision: it changes its time, children join and leave it,
 * adults take turns, it ends, it is removed.  Nothing is overwritten: each child
 * and adult has a period. */
#include "model/model.h"

#include <sen/provision.h>
#include <sen/text.h>

#define LEFT "left it"

/* ---- Its time changes ---- */

/* A period that went with the provision goes on to do so; one that was ended with
 * a reason stays, but none is longer than the provision. */
static void follow(const struct sen_provision *now, const struct sen_provision *old, bool own_end,
		   sen_date *from, sen_date *until)
{
	sen_date end = now->until_on;

	if (*from == old->from_on || *from < now->from_on)
		*from = now->from_on;
	if (*until == old->until_on && !own_end)
		*until = end;
	if (end != SEN_NO_DATE && (*until == SEN_NO_DATE || *until > end))
		*until = end;
	if (*until != SEN_NO_DATE && *until < *from)
		*until = *from;
}

int provision_changed(struct sen_store *store, const void *record, const void *old_record,
		      struct sen_err *err)
{
	const struct sen_provision *now = record, *old = old_record;
	struct sen_provision_pupil *members;
	struct sen_provision_adult *adults;
	size_t member_count, adult_count;
	int rc;

	if (!now || !old || (now->from_on == old->from_on && now->until_on == old->until_on))
		return 0;
	if ((rc = sen_provision_members(store, now->head.id, &members, &member_count, err)) < 0 ||
	    (rc = sen_provision_adults(store, now->head.id, &adults, &adult_count, err)) < 0)
		return rc;
	for (size_t i = 0; i < member_count && rc == 0; i++) {
		follow(now, old, members[i].end_reason != NULL, &members[i].from_on, &members[i].until_on);
		rc = sen_record_update(store, &sen_provision_pupil_record, &members[i], err);
	}
	for (size_t i = 0; i < adult_count && rc == 0; i++) {
		follow(now, old, false, &adults[i].from_on, &adults[i].until_on);
		rc = sen_record_update(store, &sen_provision_adult_record, &adults[i], err);
	}
	return rc;
}

/* ---- Children ---- */

static int fits(const struct sen_provision *provision, sen_date from, struct sen_err *err)
{
	long long id = provision->head.id;
	char day[16], other[16];

	if (from < provision->from_on) {
		sen_fail(err, SEN_INVALID, "%s is before G%lld began (%s)", sen_date_long(from, day), id,
			 sen_date_long(provision->from_on, other));
		sen_hint(err, "If it began earlier: 'sendctl provision edit G%lld --from DATE'.", id);
		return err->code;
	}
	if (provision->until_on != SEN_NO_DATE && from >= provision->until_on) {
		sen_fail(err, SEN_INVALID, "the last day of G%lld is %s", id,
			 sen_date_long(provision->until_on - 1, day));
		sen_hint(err,
			 "If it goes on: 'sendctl provision edit G%lld --until DATE' (the first day after).",
			 id);
		return err->code;
	}
	return 0;
}

int sen_provision_join(struct sen_store *store, struct sen_provision_pupil *member, struct sen_err *err)
{
	struct sen_provision provision;
	int rc = sen_record_get(store, &sen_provision_record, member->provision_id, &provision, err);

	if (rc < 0)
		return rc;
	if (member->from_on == SEN_NO_DATE)
		member->from_on =
			provision.from_on > store->context.today ? provision.from_on : store->context.today;
	if ((rc = fits(&provision, member->from_on, err)) < 0)
		return rc;
	if (member->until_on == SEN_NO_DATE)
		member->until_on = provision.until_on;
	return sen_record_insert(store, &sen_provision_pupil_record, member, err);
}

int sen_provision_member(struct sen_store *store, int64_t provision_id, int64_t pupil_id, sen_date day,
			 struct sen_provision_pupil *out, struct sen_err *err)
{
	struct sen_provision_pupil *all, *best = NULL;
	size_t count;
	int rc = sen_provision_members(store, provision_id, &all, &count, err);

	for (size_t i = 0; i < count; i++) {
		if (all[i].pupil_id != pupil_id)
			continue;
		best = &all[i];
		if (model_holds(best->from_on, best->until_on, day))
			break;
	}
	if (rc < 0)
		return rc;
	if (best) {
		*out = *best;
		return 0;
	}
	sen_fail(err, SEN_NOTFOUND, "P%lld is not in G%lld", (long long)pupil_id, (long long)provision_id);
	sen_hint(err, "Who is: 'sendctl provision show G%lld'; to add: 'sendctl provision join G%lld PUPIL'.",
		 (long long)provision_id, (long long)provision_id);
	return err->code;
}

/* Sessions held that the child was expected at, and was not down as absent from. */
static const char was_at_sql[] =
	"SELECT COUNT(*) FROM session s WHERE s.provision_id = :provision AND s.held_on >= :from"
	" AND (:until IS NULL OR s.held_on < :until) AND s.cancelled IS NULL AND s.voided_at IS NULL"
	" AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.session_id = s.id AND a.pupil_id = :pupil"
	" AND a.voided_at IS NULL)";

static int check_never(struct sen_store *store, const struct sen_provision_pupil *member, sen_date last,
		       struct sen_err *err)
{
	char from[11], until[11], day[16], began[16];
	const struct model_value values[] = {
		{":provision", NULL, member->provision_id},
		{":from", sen_date_text(member->from_on, from), 0},
		{":until", member->until_on == SEN_NO_DATE ? NULL : sen_date_text(member->until_on, until),
		 SEN_NO_INT},
		{":pupil", NULL, member->pupil_id},
		{NULL, NULL, 0}};
	int64_t held;
	int rc = model_row(store, was_at_sql, values, &held, err);

	if (rc < 0 || held == 0)
		return rc;
	sen_fail(err, SEN_INVALID, "--on: %s is before P%lld began in G%lld (%s), and was at %lld session%s",
		 sen_date_long(last, day), (long long)member->pupil_id, (long long)member->provision_id,
		 sen_date_long(member->from_on, began), (long long)held, held == 1 ? "" : "s");
	sen_hint(err, "Give the last day. A child who was never there was absent: 'sendctl session edit'.");
	return err->code;
}

int sen_provision_leave(struct sen_store *store, struct sen_provision_pupil *member, sen_date last,
			const char *reason, bool *never, struct sen_err *err)
{
	char day[16], other[16];

	int rc;

	*never = last < member->from_on;
	if (*never && (rc = check_never(store, member, last, err)) < 0)
		return rc;
	if (*never)
		return sen_record_void(store, &sen_provision_pupil_record, member->head.id,
				       reason ? reason : "was not in it", err);
	if (member->until_on != SEN_NO_DATE && member->until_on <= last) {
		sen_fail(err, SEN_INVALID, "P%lld's last day in G%lld is %s already",
			 (long long)member->pupil_id, (long long)member->provision_id,
			 sen_date_long(member->until_on - 1, day));
		sen_hint(err, "A day to leave on is before that; %s is not.", sen_date_long(last, other));
		return err->code;
	}
	member->until_on = last + 1;
	member->end_reason = reason ? reason : LEFT;
	return sen_record_update(store, &sen_provision_pupil_record, member, err);
}

/* ---- Adults ---- */

static int not_theirs(struct sen_store *store, const struct sen_provision_adult *adults, size_t count,
		      const struct sen_provision_adult *now, const char *instead, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};

	for (size_t i = 0; i < count; i++)
		if (model_holds(adults[i].from_on, adults[i].until_on, now->from_on))
			sen_buf_addf(&list, "%s%s", list.len ? ", " : "", adults[i].name);
	sen_fail(err, SEN_NOTFOUND, "'%s' does not give G%lld on that day", instead,
		 (long long)now->provision_id);
	if (list.len)
		sen_hint(err, "It is given by %s.", list.text);
	return err->code;
}

static int hand_over(struct sen_store *store, const struct sen_provision_adult *now, const char *instead,
		     struct sen_err *err)
{
	struct sen_provision_adult *all;
	const char *wanted = sen_text_fold(store->arena, instead);
	size_t count;
	int rc = sen_provision_adults(store, now->provision_id, &all, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (!model_same(sen_text_fold(store->arena, all[i].name), wanted) ||
		    !model_holds(all[i].from_on, all[i].until_on, now->from_on))
			continue;
		all[i].until_on = now->from_on;
		return sen_record_update(store, &sen_provision_adult_record, &all[i], err);
	}
	return rc < 0 ? rc : not_theirs(store, all, count, now, instead, err);
}

int sen_provision_staff(struct sen_store *store, struct sen_provision_adult *adult, const char *instead_of,
			struct sen_err *err)
{
	struct sen_provision provision;
	int rc = sen_record_get(store, &sen_provision_record, adult->provision_id, &provision, err);

	if (rc < 0)
		return rc;
	if (adult->from_on == SEN_NO_DATE)
		adult->from_on =
			provision.from_on > store->context.today ? provision.from_on : store->context.today;
	if ((rc = fits(&provision, adult->from_on, err)) < 0 ||
	    (instead_of && (rc = hand_over(store, adult, instead_of, err)) < 0))
		return rc;
	if (adult->until_on == SEN_NO_DATE)
		adult->until_on = provision.until_on;
	return sen_record_insert(store, &sen_provision_adult_record, adult, err);
}

/* ---- The end ---- */

int sen_provision_end(struct sen_store *store, struct sen_provision *provision, sen_date last,
		      const char *reason, size_t *children, struct sen_err *err)
{
	struct sen_provision_pupil *members;
	sen_date until = last + 1;
	char day[16];
	size_t count;
	int rc = sen_provision_members(store, provision->head.id, &members, &count, err);

	*children = 0;
	if (rc < 0)
		return rc;
	if (provision->until_on != SEN_NO_DATE && provision->until_on <= last) {
		sen_fail(err, SEN_INVALID, "the last day of G%lld is %s already",
			 (long long)provision->head.id, sen_date_long(provision->until_on - 1, day));
		sen_hint(err,
			 "If it goes on: 'sendctl provision edit G%lld --until DATE' (the first day after).",
			 (long long)provision->head.id);
		return err->code;
	}
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (members[i].until_on != SEN_NO_DATE && members[i].until_on <= until)
			continue;
		(*children)++;
		members[i].until_on = until < members[i].from_on ? members[i].from_on : until;
		members[i].end_reason = reason;
		rc = sen_record_update(store, &sen_provision_pupil_record, &members[i], err);
	}
	provision->until_on = until;
	return rc < 0 ? rc : sen_record_update(store, &sen_provision_record, provision, err);
}

/* Each of a kind that belongs to the provision, by ids of a SELECT. */
static int void_all(struct sen_store *store, const struct sen_record *kind, const char *sql, int64_t id,
		    const char *reason, struct sen_err *err)
{
	const struct model_value values[] = {{":id", NULL, id}, {NULL, NULL, 0}};
	int64_t one;
	int rc;

	while ((rc = model_row(store, sql, values, &one, err)) == 0 && one)
		if ((rc = sen_record_void(store, kind, one, reason, err)) < 0)
			return rc;
	return rc;
}

int sen_provision_remove(struct sen_store *store, int64_t id, const char *reason, struct sen_err *err)
{
	static const char sessions[] =
		"SELECT COUNT(*) FROM session WHERE provision_id = :id AND voided_at IS NULL";
	static const char members[] =
		"SELECT id FROM provision_pupil WHERE provision_id = :id AND voided_at IS NULL LIMIT 1";
	static const char adults[] =
		"SELECT id FROM provision_adult WHERE provision_id = :id AND voided_at IS NULL LIMIT 1";
	/* By child: provision_target has no index of its own by provision. */
	static const char targets[] =
		"SELECT t.id FROM provision_pupil m JOIN provision_target t ON t.pupil_id = m.pupil_id"
		" AND t.provision_id = m.provision_id WHERE m.provision_id = :id AND t.voided_at IS NULL "
		"LIMIT 1";
	const struct model_value values[] = {{":id", NULL, id}, {NULL, NULL, 0}};
	int64_t held;
	int rc = model_row(store, sessions, values, &held, err);

	if (rc < 0)
		return rc;
	if (held) {
		sen_fail(err, SEN_INVALID, "G%lld has %lld session%s: it was given, and stays", (long long)id,
			 (long long)held, held == 1 ? "" : "s");
		sen_hint(
			err,
			"To end it: 'sendctl provision end G%lld --on DATE'. Sessions entered by mistake are "
			"removed first: 'sendctl session list G%lld'.",
			(long long)id, (long long)id);
		return err->code;
	}
	if ((rc = void_all(store, &sen_provision_target_record, targets, id, reason, err)) < 0 ||
	    (rc = void_all(store, &sen_provision_adult_record, adults, id, reason, err)) < 0 ||
	    (rc = void_all(store, &sen_provision_pupil_record, members, id, reason, err)) < 0)
		return rc;
	return sen_record_void(store, &sen_provision_record, id, reason, err);
}

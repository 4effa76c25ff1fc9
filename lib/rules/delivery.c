/* Planned against delivered, of each child (R38): what the provision plans, what was
 * held, who was there, and what became of the rest. */
#include "rules/rules.h"

#include <sen/provision.h>

static const char sessions_tail[] =
	"WHERE provision_id = :provision AND held_on >= :from AND held_on < :until AND voided_at IS NULL"
	" ORDER BY held_on, coalesce(at, ''), id";
static const char absences_tail[] =
	"WHERE voided_at IS NULL AND session_id IN (SELECT s.id FROM session s WHERE s.provision_id = "
	":provision"
	" AND s.held_on >= :from AND s.held_on < :until AND s.voided_at IS NULL) ORDER BY session_id, id";

static int rows(struct sen_store *store, const struct sen_record *kind, const char *tail,
		int64_t provision_id, sen_date from, sen_date until, void **out, size_t *count,
		struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = record_select(store, kind, tail, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":provision", provision_id);
	db_bind_date(stmt, ":from", from);
	db_bind_date(stmt, ":until", until);
	return record_all(store, kind, stmt, out, count, err);
}

int sen_provision_sessions(struct sen_store *store, int64_t provision_id, sen_date from, sen_date until,
			   struct sen_session **out, size_t *count, struct sen_err *err)
{
	return rows(store, &sen_session_record, sessions_tail, provision_id, from, until, (void **)out, count,
		    err);
}

int sen_provision_absences(struct sen_store *store, int64_t provision_id, sen_date from, sen_date until,
			   struct sen_absence **out, size_t *count, struct sen_err *err)
{
	return rows(store, &sen_absence_record, absences_tail, provision_id, from, until, (void **)out, count,
		    err);
}

static bool within(sen_date from, sen_date until, sen_date day)
{
	return from <= day && (until == SEN_NO_DATE || day < until);
}

const struct sen_absence *sen_delivery_absence(const struct sen_delivery *delivery, int64_t session_id,
					       int64_t pupil_id)
{
	for (size_t i = 0; i < delivery->absence_count; i++)
		if (delivery->absences[i].session_id == session_id &&
		    delivery->absences[i].pupil_id == pupil_id)
			return &delivery->absences[i];
	return NULL;
}

static int64_t minutes_of(const struct sen_delivery *delivery, const struct sen_session *session)
{
	int64_t minutes = session->minutes != SEN_NO_INT ? session->minutes : delivery->provision->minutes;

	return minutes == SEN_NO_INT ? 0 : minutes;
}

/* Where a session stands for a planned one: its day, or with no days its week. */
static sen_date place_of(const struct sen_provision *provision, sen_date day)
{
	return provision->days ? day : day - sen_date_weekday(day) + 1;
}

/* Place by place, so that an extra session hides no other that nobody logged. */
static int64_t unlogged(const struct sen_delivery *delivery, const struct sen_provision_pupil *member)
{
	const struct sen_provision *provision = delivery->provision;
	const struct sen_session *session = delivery->sessions, *end = session + delivery->session_count;
	int64_t sum = 0;

	for (size_t p = 0; p < delivery->planned_count;) {
		sen_date place = place_of(provision, delivery->planned[p]);
		int64_t left = 0;

		for (; p < delivery->planned_count && place_of(provision, delivery->planned[p]) == place; p++)
			left += within(member->from_on, member->until_on, delivery->planned[p]);
		for (; session < end && place_of(provision, session->held_on) <= place; session++)
			left -= place_of(provision, session->held_on) == place &&
				within(member->from_on, member->until_on, session->held_on);
		sum += left > 0 ? left : 0;
	}
	return sum;
}

static void count_child(const struct sen_delivery *delivery, struct sen_delivered *child)
{
	const struct sen_provision_pupil *member = child->member;
	int64_t usual = delivery->provision->minutes == SEN_NO_INT ? 0 : delivery->provision->minutes;

	for (size_t i = 0; i < delivery->planned_count; i++)
		child->planned += within(member->from_on, member->until_on, delivery->planned[i]);
	child->minutes_planned = child->planned * usual;
	for (size_t i = 0; i < delivery->session_count; i++) {
		const struct sen_session *session = &delivery->sessions[i];

		if (!within(member->from_on, member->until_on, session->held_on))
			continue;
		if (session->cancelled) {
			child->cancelled++;
			continue;
		}
		child->held++;
		if (sen_delivery_absence(delivery, session->head.id, member->pupil_id)) {
			child->absent++;
			continue;
		}
		child->attended++;
		child->minutes += minutes_of(delivery, session);
	}
	child->not_logged = unlogged(delivery, member);
}

/* The days planned in the time asked about.  One planned for today is not missed
 * yet; once a session of today is logged, it counts. */
static void plan(struct sen_store *store, struct sen_delivery *out, const struct sen_calendar *calendar,
		 sen_date from, sen_date until)
{
	sen_date today = store->context.today, last = today - 1, *days;
	size_t count;

	for (size_t i = 0; i < out->session_count; i++)
		if (out->sessions[i].held_on == today)
			last = today;
	if (until - 1 < last)
		last = until - 1;
	sen_sessions_planned(store->arena, out->provision, calendar, last, &days, &count);
	while (count > 0 && days[0] < from) {
		days++;
		count--;
	}
	out->planned = days;
	out->planned_count = count;
	for (size_t i = 0; i < out->session_count; i++)
		out->held += out->sessions[i].cancelled == NULL;
}

int sen_delivery(struct sen_store *store, const struct sen_provision *provision, sen_date from,
		 sen_date until, struct sen_delivery *out, struct sen_err *err)
{
	const struct sen_calendar *calendar;
	struct sen_provision_pupil *members;
	int64_t id = provision->head.id;
	size_t count;
	int rc;

	*out = (struct sen_delivery){.provision = provision};
	if (from == SEN_NO_DATE || from < provision->from_on)
		from = provision->from_on;
	if (until == SEN_NO_DATE || until > store->context.today + 1)
		until = store->context.today + 1;
	if ((rc = sen_store_calendar(store, &calendar, err)) < 0 ||
	    (rc = sen_provision_members(store, id, &members, &count, err)) < 0 ||
	    (rc = sen_provision_sessions(store, id, from, until, &out->sessions, &out->session_count, err)) <
		    0 ||
	    (rc = sen_provision_absences(store, id, from, until, &out->absences, &out->absence_count, err)) <
		    0)
		return rc;
	plan(store, out, calendar, from, until);
	out->children = SEN_NEW(store->arena, struct sen_delivered, count);
	out->child_count = count;
	for (size_t i = 0; i < count; i++) {
		out->children[i].member = &members[i];
		count_child(out, &out->children[i]);
	}
	return 0;
}

/* One child after another for report meetings: where they stand, since when, and
 * whom to ring (R53). */
#include "rules/meetings.h"
#include "rules/sql.h"

#include <sen/people.h>

#include <string.h>

static const char children_sql[] =
	"SELECT p.id, " SQL_NAME
	" AS name, e.year, e.class, (SELECT MIN(n.type) FROM need n WHERE n.pupil_id ="
	" p.id AND n.rank = 1 AND " SQL_HOLDS(
		"n") "), (SELECT COUNT(*) FROM flag f WHERE f.pupil_id = p.id AND"
		     " f.flag = 'pupil_premium' AND " SQL_HOLDS(
			     "f") "), CASE WHEN " SQL_ON_ROLL " THEN 1 ELSE 0 END"
				  " FROM pupil p" SQL_ENROLMENT
				  " WHERE p.voided_at IS NULL AND p.school_id = :school"
				  " AND (p.id IN (SELECT r.pupil_id FROM register_entry r WHERE r.kind IN "
				  "('register', 'plan') AND " SQL_HOLDS(
					  "r") ") OR p.id IN (SELECT v.pupil_id FROM review v WHERE "
					       "v.voided_at IS NULL AND v.held_on"
					       " >= :from AND v.held_on < :until) OR p.id IN (SELECT "
					       "m.pupil_id FROM progress m WHERE m.voided_at IS"
					       " NULL AND m.target_id IS NOT NULL AND m.marked_on >= :from "
					       "AND m.marked_on < :until))"
					       " ORDER BY e.class, p.sort_key, p.id";

int met_open(struct met *met, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = sen_policies(met->store, &met->policies, err);

	if (rc < 0 || (rc = sen_store_calendar(met->store, &met->calendar, err)) < 0 ||
	    (rc = db_prepare(met->store->db, children_sql, &met->children, err)) < 0)
		return rc;
	stmt = met->children;
	db_bind_int(stmt, ":school", met->store->school_id);
	db_bind_date(stmt, ":day", met->day);
	db_bind_date(stmt, ":from", met->out->from);
	db_bind_date(stmt, ":until", met->out->until);
	return 0;
}

void met_close(struct met *met)
{
	db_finalize(met->children);
}

static bool supported(const struct sen_register_entry *entry)
{
	return strcmp(entry->kind, "register") == 0 || strcmp(entry->kind, "plan") == 0;
}

/* Where the child stands on the day, and since when without a break. */
static int stand(struct met *met, struct sen_err *err)
{
	struct met_child *child = &met->child;
	struct sen_register_entry *all, entry;
	size_t count;
	int rc = sen_register_on(met->store, child->id, met->day, &entry, err);

	child->supported = rc == 0 && entry.head.id && supported(&entry);
	child->level = child->supported ? entry.level : NULL;
	child->since = child->supported ? entry.from_on : SEN_NO_DATE;
	if (rc < 0 || !child->supported || child->since == SEN_NO_DATE)
		return rc;
	rc = sen_record_of_pupil(met->store, &sen_register_record, child->id, (void **)&all, &count, err);
	for (size_t round = 0; round < count && rc == 0; round++)
		for (size_t i = 0; i < count; i++)
			if (supported(&all[i]) && all[i].until_on == child->since &&
			    all[i].from_on != all[i].until_on)
				child->since = all[i].from_on;
	return rc;
}

int met_next(struct met *met, struct sen_err *err)
{
	struct sen_arena *arena = met->store->arena;
	struct met_child *child = &met->child;
	struct db_stmt *row = met->children;
	int rc = db_step(row, err);

	if (rc <= 0)
		return rc;
	*child = (struct met_child){
		.id = db_col_int(row, 0),
		.name = sen_strdup(arena, db_col_text(row, 1, NULL)),
		.year = sen_strdup(arena, db_col_text(row, 2, NULL)),
		.class_name = sen_strdup(arena, db_col_text(row, 3, NULL)),
		.need = sen_strdup(arena, db_col_text(row, 4, NULL)),
		.premium = db_col_int(row, 5) > 0,
		.here = db_col_int(row, 6) == 1,
	};
	rc = stand(met, err);
	return rc < 0 ? rc : 1;
}

static bool a_parent(const struct sen_write_to *one)
{
	return one->responsibility == 1 ||
	       (one->relation && strcmp(one->relation, "SWR") != 0 && strcmp(one->relation, "OTH") != 0);
}

int met_contact(struct met *met, struct sen_to_ring *ring, struct sen_err *err)
{
	const struct sen_write_to *found = NULL;
	struct sen_write_to *all;
	size_t count;
	int rc = sen_contacts_to_write(met->store, ring->pupil_id, &all, &count, err);

	ring->contact_id = SEN_NO_INT;
	for (size_t i = 0; i < count && rc == 0; i++)
		if (a_parent(&all[i]) && (!found || (!found->contact.phone && all[i].contact.phone)))
			found = &all[i];
	if (rc < 0)
		return rc;
	if (!found) {
		ring->note = "no parent or carer who may be written to is kept";
		return 0;
	}
	ring->contact_id = found->contact.head.id;
	ring->contact = found->contact.name;
	ring->relation = found->relation;
	ring->phone = found->contact.phone;
	ring->language = found->contact.language;
	if (!ring->phone)
		ring->note = "no telephone number is kept";
	else if (found->contact.interpreter == 1)
		ring->note = "an interpreter is needed";
	return 0;
}

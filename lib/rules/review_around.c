/* Who stands around a child is read: contacts, staff and agencies, their names taken
 * apart (R51). review_people.c finds them. */
#include "rules/review_people.h"

#include <sen/text.h>

#include <string.h>

bool people_one_of(const char *word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(word, list[i]) == 0)
			return true;
	return false;
}

struct words people_words(struct sen_arena *arena, const char *text)
{
	static const char *const titles[] = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev"};
	struct words out = {0};
	char *word = sen_text_fold(arena, text), *save = NULL;

	for (word = word ? strtok_r(word, " ", &save) : NULL; word; word = strtok_r(NULL, " ", &save)) {
		if (out.count == 0 && !out.title && people_one_of(word, titles, SEN_COUNT(titles)))
			out.title = word;
		else if (out.count < WORDS)
			out.items[out.count++] = word;
	}
	return out;
}

static int read_known(struct sen_around *around, const char *sql, struct known **list, size_t *count,
		      size_t *cap, struct sen_err *err)
{
	struct sen_store *store = around->store;
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
	if (db_has_param(stmt, ":day"))
		db_bind_date(stmt, ":day", store->context.today);
	while ((rc = db_step(stmt, err)) == 1) {
		struct known *one = SEN_PUSH(store->arena, *list, *count, *cap);

		one->words = people_words(store->arena, db_col_text(stmt, 0, NULL));
		one->shown = sen_strdup(store->arena, db_col_text(stmt, 1, NULL));
	}
	db_reset(stmt);
	return rc;
}

int sen_around_open(struct sen_store *store, struct sen_around **out, struct sen_err *err)
{
	static const char staff[] =
		"SELECT name, name FROM staff WHERE voided_at IS NULL AND (:school IS NULL OR school_id = "
		":school)"
		" AND (from_on IS NULL OR from_on <= :day) AND (until_on IS NULL OR until_on > :day) ORDER "
		"BY id";
	static const char agencies[] =
		"SELECT name, name AS shown, id FROM agency WHERE voided_at IS NULL AND (:school IS NULL OR "
		"school_id = :school) UNION ALL SELECT professional, professional, id FROM agency WHERE "
		"voided_at IS "
		"NULL"
		" AND professional IS NOT NULL AND (:school IS NULL OR school_id = :school) UNION ALL"
		" SELECT code, name, id FROM agency WHERE voided_at IS NULL AND code IS NOT NULL"
		" AND (:school IS NULL OR school_id = :school) ORDER BY 3";
	struct sen_around *around = SEN_NEW(store->arena, struct sen_around, 1);
	int rc;

	around->store = store;
	*out = around;
	rc = read_known(around, staff, &around->staff, &around->staff_count, &around->staff_cap, err);
	return rc < 0 ? rc
		      : read_known(around, agencies, &around->agencies, &around->agency_count,
				   &around->agency_cap, err);
}

static const char *role_of(const struct sen_pupil_contact *link)
{
	static const char *const parents[] = {"PAM", "PAF", "STM", "STF", "FOM", "FOF", "CAR"};

	if (link->relation && strcmp(link->relation, "SWR") == 0)
		return "agency";
	if (link->responsibility == 1 ||
	    (link->relation && people_one_of(link->relation, parents, SEN_COUNT(parents))))
		return "parent";
	return "other";
}

int sen_around_child(struct sen_around *around, int64_t pupil_id, struct sen_err *err)
{
	struct sen_store *store = around->store;
	struct sen_pupil *pupil = &around->pupil;
	struct sen_pupil_contact *links;
	size_t count;
	int rc = sen_record_get(store, &sen_pupil_record, pupil_id, pupil, err);

	if (rc < 0 ||
	    (rc = rules_policy_of(store, pupil_id, store->context.today, &around->policy, err)) < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_pupil_contact_record, pupil_id, (void **)&links, &count,
				      err)) < 0)
		return rc;
	around->pupil_id = pupil_id;
	around->forename = people_words(store->arena, pupil->preferred_forename ? pupil->preferred_forename
										: pupil->forename);
	around->name = people_words(store->arena, sen_pupil_name(store->arena, pupil));
	around->surname = people_words(store->arena, pupil->surname);
	around->contacts = SEN_NEW(store->arena, struct close, count + 1);
	around->contact_count = 0;
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct close *one = &around->contacts[around->contact_count];

		rc = sen_record_get(store, &sen_contact_record, links[i].contact_id, &one->contact, err);
		one->relation = links[i].relation;
		one->role = role_of(&links[i]);
		one->no_letters = links[i].no_letters == 1;
		one->words = people_words(store->arena, one->contact.name);
		if (rc == 0 && !one->contact.head.voided_at)
			around->contact_count++;
	}
	return rc;
}

/* Who is asked to a review: by name, or all whom the policy and the law call for
 * (R51; SEND Regs 2014 reg 20(2); Code of Practice 9.176). */
#include "rules/minutes.h"

#include <sen/people.h>
#include <sen/text.h>

#include <string.h>

/* ---- One person ---- */

int sen_review_guest(struct sen_store *store, struct sen_around *around, const struct sen_review *review,
		     const char *name, struct sen_invitation *out, struct sen_err *err)
{
	struct sen_person who = sen_around_find(around, name);
	struct sen_invitation *rows;
	size_t count;
	int rc = minutes_rows(store, review, &rows, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		if (minutes_is(store, &rows[i], &who)) {
			*out = rows[i];
			return 0;
		}
	sen_record_blank(&sen_invitation_record, out);
	out->head.id = 0;
	out->pupil_id = review->pupil_id;
	out->review_id = review->head.id;
	out->who = who.who;
	out->role = who.role;
	out->contact_id = who.contact_id;
	return rc;
}

static int may_write(struct sen_store *store, const struct sen_person *who, const char *name,
		     struct sen_err *err)
{
	if (!who->no_letters)
		return 0;
	sen_fail(err, SEN_INVALID, "'%s' is not to be written to",
		 sen_text_visible(store->arena, name, false));
	sen_hint(err, "The reason is with the contact: 'sendctl contact show K%lld'.",
		 (long long)who->contact_id);
	return err->code;
}

/* The child and the staff are in school: nobody rings them again. */
static bool here(const struct sen_invitation *row)
{
	return row->role && (strcmp(row->role, "pupil") == 0 || strcmp(row->role, "staff") == 0);
}

static int keep(struct sen_store *store, struct sen_invitation *row, const struct sen_asking *asking,
		bool *fresh, struct sen_err *err)
{
	*fresh = row->invited_on == SEN_NO_DATE;
	if (*fresh)
		row->invited_on = asking->on;
	if (asking->how)
		row->how = asking->how;
	if (asking->remind != SEN_NO_DATE && !here(row)) {
		row->remind_on = asking->remind;
		if (asking->reminded)
			++*asking->reminded;
	}
	return row->head.id ? sen_record_update(store, &sen_invitation_record, row, err)
			    : sen_record_insert(store, &sen_invitation_record, row, err);
}

int sen_review_ask(struct sen_store *store, struct sen_around *around, const struct sen_review *review,
		   const char *name, const struct sen_asking *asking, struct sen_invitation *out, bool *fresh,
		   struct sen_err *err)
{
	struct sen_person who = sen_around_find(around, name);
	int rc = may_write(store, &who, name, err);

	if (rc < 0 || (rc = sen_review_guest(store, around, review, name, out, err)) < 0)
		return rc;
	return keep(store, out, asking, fresh, err);
}

/* ---- All ---- */

static void add(struct sen_store *store, struct sen_name_list *names, const char *text)
{
	*SEN_PUSH(store->arena, names->items, names->count, names->cap) = text;
}

/* Found twice in one go: an agency of the child's that is the health professional. */
static bool named(const struct sen_name_list *asked, const char *who)
{
	for (size_t i = 0; i < asked->count; i++)
		if (strcmp(asked->items[i], who) == 0)
			return true;
	return false;
}

/* A person found already, or a body of the policy's list. */
int minutes_ask(const struct asking_all *all, const struct sen_person *who)
{
	struct sen_invitation *rows, row;
	size_t count;
	bool fresh;
	int rc = minutes_rows(all->store, all->review, &rows, &count, all->err);

	if (rc < 0)
		return rc;
	sen_record_blank(&sen_invitation_record, &row);
	row.head.id = 0;
	row.pupil_id = all->review->pupil_id;
	row.review_id = all->review->head.id;
	row.who = who->who;
	row.role = who->role;
	row.contact_id = who->contact_id;
	for (size_t i = 0; i < count; i++)
		if (minutes_is(all->store, &rows[i], who))
			row = rows[i];
	if ((rc = keep(all->store, &row, all->asking, &fresh, all->err)) == 0 &&
	    (fresh || !named(all->asked, row.who)))
		add(all->store, all->asked,
		    fresh ? row.who : sen_format(all->store->arena, "%s (asked already)", row.who));
	return rc;
}

/* The law has the parents invited (reg 20(2)(a)): one who is left out is said, by id. */
static int say_left_out(const struct asking_all *all)
{
	struct sen_pupil_contact *links;
	void *records;
	size_t count;
	int rc = sen_record_of_pupil(all->store, &sen_pupil_contact_record, all->review->pupil_id, &records,
				     &count, all->err);

	links = records;
	for (size_t i = 0; i < count && rc == 0; i++)
		if (links[i].no_letters == 1 && links[i].responsibility == 1)
			add(all->store, all->said,
			    sen_format(
				    all->store->arena,
				    "Not asked: K%lld, with parental responsibility but not to be written to "
				    "(reg "
				    "20(2)(a)). Settle it with the authority: 'sendctl contact show K%lld'.",
				    (long long)links[i].contact_id, (long long)links[i].contact_id));
	return rc;
}

static int ask_parents(const struct asking_all *all)
{
	struct sen_write_to *to;
	size_t count, asked = 0;
	int rc = sen_contacts_to_write(all->store, all->review->pupil_id, &to, &count, all->err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_person who = sen_around_find(all->around, to[i].contact.name);

		who.who = to[i].contact.name;
		who.contact_id = to[i].contact.head.id;
		if (to[i].responsibility != 1 && strcmp(who.role, "parent") != 0)
			continue;
		who.role = "parent";
		asked++;
		rc = minutes_ask(all, &who);
	}
	if (rc == 0 && asked == 0)
		add(all->store, all->said,
		    sen_format(all->store->arena,
			       "No parent or carer of the child may be written to, or none is kept: 'sendctl "
			       "contact list P%lld'.",
			       (long long)all->review->pupil_id));
	return rc;
}

static int ask_pupil(const struct asking_all *all)
{
	struct sen_person who = sen_around_find(all->around, "pupil");

	return minutes_ask(all, &who);
}

/* The teacher of the child's class today, by name; else the role. */
static int ask_teacher(const struct asking_all *all)
{
	static const char sql[] =
		"SELECT s.name FROM enrolment e JOIN staff s ON s.school_id = e.school_id AND lower(s.class) "
		"="
		" lower(e.class) WHERE e.pupil_id = :pupil AND e.voided_at IS NULL AND s.voided_at IS NULL"
		" AND s.role = 'class-teacher' AND (e.from_on IS NULL OR e.from_on <= :day) AND"
		" (e.until_on IS NULL OR e.until_on > :day) AND (s.from_on IS NULL OR s.from_on <= :day) AND"
		" (s.until_on IS NULL OR s.until_on > :day) ORDER BY s.id";
	struct sen_person who = {.who = NULL, .role = "staff", .contact_id = SEN_NO_INT};
	struct sen_name_list names = {0};
	struct db_stmt *stmt;
	int rc = db_cached(all->store->db, sql, &stmt, all->err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", all->review->pupil_id);
	db_bind_date(stmt, ":day", all->store->context.today);
	while ((rc = db_step(stmt, all->err)) == 1)
		add(all->store, &names, sen_strdup(all->store->arena, db_col_text(stmt, 0, NULL)));
	db_reset(stmt);
	for (size_t i = 0; i < names.count && rc == 0; i++) {
		who.who = names.items[i];
		rc = minutes_ask(all, &who);
	}
	if (rc == 0 && names.count == 0)
		add(all->store, all->said,
		    "No teacher of the class is on 'sendctl staff list': ask with --who NAME.");
	return rc;
}

int sen_review_ask_all(struct sen_store *store, struct sen_around *around, const struct sen_review *review,
		       const struct sen_asking *asking, struct sen_name_list *asked,
		       struct sen_name_list *said, struct sen_err *err)
{
	struct asking_all all = {.store = store,
				 .around = around,
				 .review = review,
				 .asking = asking,
				 .asked = asked,
				 .said = said,
				 .err = err};
	const struct sen_policy *policy;
	int rc = rules_policy_of(store, review->pupil_id, store->context.today, &policy, err);

	if (rc < 0 || (rc = ask_parents(&all)) < 0 ||
	    (strcmp(review->kind, "annual") == 0 && (rc = say_left_out(&all)) < 0) ||
	    (rc = ask_pupil(&all)) < 0 || (rc = ask_teacher(&all)) < 0)
		return rc;
	return minutes_ask_listed(&all, policy);
}

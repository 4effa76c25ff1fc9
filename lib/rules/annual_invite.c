/* Those whom an annual review calls for, found among the people on record and asked
 * (R63; SEND Regs 2014 reg 20(2)). */
#include "rules/annual_guests.h"

#include <sen/people.h>
#include <sen/text.h>

#include <string.h>

struct listed_agency {
	const char *who;    /* the professional, else the agency */
	const char *folded; /* name and code, between blanks */
	bool involved;	    /* with this child */
};
struct listed {
	const struct asking_all *all;
	struct sen_annual annual;
	struct sen_buf where; /* of the policy's "where" and "may" */
	struct listed_agency *agencies;
	size_t agency_count, agency_cap;
	struct sen_annual_guest *guests;
	size_t guest_count;
};

static void say(const struct asking_all *all, const char *line)
{
	*SEN_PUSH(all->store->arena, all->said->items, all->said->count, all->said->cap) = line;
}

/* Those that a referral has brought in and nobody has ended; then the rest of the
 * school's list. */
static int read_agencies(struct listed *listed)
{
	static const char sql[] =
		"SELECT coalesce(r.professional, a.professional, a.name), a.name || ' ' || coalesce(a.code, "
		"''), CASE WHEN r.id IS NULL THEN 0 ELSE 1 END AS involved FROM agency a"
		" LEFT JOIN referral r ON r.agency_id = a.id AND r.pupil_id = :pupil AND r.voided_at IS NULL"
		" AND r.closed_on IS NULL AND (r.accepted_on IS NOT NULL OR r.seen_on IS NOT NULL OR"
		" r.report_on IS NOT NULL) WHERE a.school_id = :school AND a.voided_at IS NULL"
		" ORDER BY involved DESC, a.id, r.id";
	const struct asking_all *all = listed->all;
	struct sen_arena *arena = all->store->arena;
	struct db_stmt *stmt;
	int rc = db_cached(all->store->db, sql, &stmt, all->err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", all->review->pupil_id);
	db_bind_int(stmt, ":school", all->review->head.school_id);
	while ((rc = db_step(stmt, all->err)) == 1) {
		struct listed_agency *one =
			SEN_PUSH(arena, listed->agencies, listed->agency_count, listed->agency_cap);

		one->who = sen_strdup(arena, db_col_text(stmt, 0, NULL));
		one->folded = sen_format(arena, " %s ", sen_text_fold(arena, db_col_text(stmt, 1, NULL)));
		one->involved = db_col_int(stmt, 2) == 1;
	}
	db_reset(stmt);
	return rc;
}

/* The agency with one of these words in its name or code. */
static const char *agency_like(const struct listed *listed, const char *const *words, bool involved)
{
	for (size_t i = 0; i < listed->agency_count; i++)
		for (size_t k = 0; words[k] && (listed->agencies[i].involved || !involved); k++)
			if (strstr(listed->agencies[i].folded, words[k]))
				return listed->agencies[i].who;
	return NULL;
}

static int head_teacher(const struct listed *listed, const char **out)
{
	const struct asking_all *all = listed->all;
	struct sen_staff head;
	int rc = sen_staff_in_role(all->store, all->review->head.school_id, "head", NULL,
				   all->store->context.today, &head, all->err);

	*out = rc == 0 && head.head.id ? head.name : NULL;
	return rc;
}

/* Only one who may be written to. */
static int social_worker(const struct listed *listed, const char **out)
{
	const struct asking_all *all = listed->all;
	struct sen_write_to *to;
	size_t count;
	int rc = sen_contacts_to_write(all->store, all->review->pupil_id, &to, &count, all->err);

	*out = NULL;
	for (size_t i = 0; i < count && rc == 0; i++)
		if (to[i].relation && strcmp(to[i].relation, "SWR") == 0 && !*out)
			*out = to[i].contact.name;
	return rc;
}

/* The name on record, or NULL; and the command that puts one there. */
static int person_of(const struct listed *listed, const struct sen_annual_guest *guest, const char **name,
		     const char **fix)
{
	static const char *const psychology[] = {"psycholog", " ep ", NULL};
	static const char *const health[] = {"health", "nhs",	 "nurse",    "paediatr", "therap",
					     "camhs",  "clinic", "hospital", "slt",	 NULL};
	static const char *const virtual[] = {"virtual", NULL};
	struct sen_arena *arena = listed->all->store->arena;
	long long pupil = (long long)listed->annual.pupil_id;
	const char *code = guest->code;

	*name = NULL;
	*fix = sen_format(arena, "sendctl review invite R%lld --who %s=NAME",
			  (long long)listed->all->review->head.id, code);
	if (strcmp(code, "head") == 0) {
		*fix = "sendctl staff add --name NAME --role head";
		return head_teacher(listed, name);
	}
	if (strcmp(code, "social-care") == 0 || strcmp(code, "social-worker") == 0) {
		*fix = sen_format(arena, "sendctl contact add --pupil P%lld --name NAME --relation SWR",
				  pupil);
		return social_worker(listed, name);
	}
	if (strcmp(code, "authority") == 0 && listed->annual.ehc.head.id) {
		*fix = sen_format(arena, "sendctl ehcp edit EH%lld --officer NAME",
				  (long long)listed->annual.ehc.head.id);
		*name = listed->annual.ehc.officer;
	} else if (strcmp(code, "psychologist") == 0)
		*name = agency_like(listed, psychology, false);
	else if (strcmp(code, "health") == 0)
		*name = agency_like(listed, health, true);
	else if (strcmp(code, "virtual-head") == 0)
		*name = agency_like(listed, virtual, false);
	else if (strcmp(code, "receiving-school") == 0)
		*name = listed->annual.next_school;
	return 0;
}

/* ---- Asked ---- */

static bool asked_by_name(const char *code)
{
	return strcmp(code, "parent") == 0 || strcmp(code, "pupil") == 0 || strcmp(code, "teacher") == 0;
}

static void think_of(struct listed *listed, const struct sen_annual_guest *guest)
{
	sen_buf_addf(&listed->where, "%s%s%s%s", listed->where.len ? "; " : "", guest->name,
		     guest->condition ? " " : "", guest->condition ? guest->condition : "");
}

static int ask_agencies(struct listed *listed, const struct sen_annual_guest *guest)
{
	const struct asking_all *all = listed->all;
	bool any = false;
	int rc = 0;

	for (size_t i = 0; i < listed->agency_count && rc == 0; i++) {
		const struct sen_person who = {
			.who = listed->agencies[i].who, .role = "agency", .contact_id = SEN_NO_INT};

		if (!listed->agencies[i].involved)
			continue;
		any = true;
		rc = minutes_ask(all, &who);
	}
	if (rc == 0 && !any && guest->must)
		say(all,
		    sen_format(all->store->arena,
			       "Of '%s' none is involved on record: 'sendctl referral add P%lld --agency "
			       "NAME --reason TEXT', or ask with --who NAME.",
			       guest->name, (long long)all->review->pupil_id));
	else if (rc == 0 && !any)
		think_of(listed, guest);
	return rc;
}

/* Is the row somebody named for an office that the records know nobody for? */
static bool stands_in(const struct listed *listed, const struct sen_invitation *row)
{
	const char *name, *fix;

	for (size_t i = 0; i < listed->agency_count; i++)
		if (strcmp(listed->agencies[i].who, row->who) == 0)
			return false;
	for (size_t i = 0; i < listed->guest_count; i++)
		if (strcmp(listed->guests[i].name, row->who) == 0 ||
		    (person_of(listed, &listed->guests[i], &name, &fix) == 0 && name &&
		     strcmp(name, row->who) == 0))
			return false;
	return true;
}

static bool has_row(const struct sen_invitation *rows, size_t count, const char *who)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].who, who) == 0)
			return true;
	return false;
}

/* The guest was named before (--who health=NAME): an invitation keeps the role, not the
 * office, so of several offices of one role the first takes the first.  What anybody may
 * be (staff, other) tells nothing. */
static int is_named(const struct listed *listed, const struct sen_annual_guest *guest, bool *out)
{
	const struct asking_all *all = listed->all;
	const char *name, *fix;
	struct sen_invitation *rows;
	size_t count, free = 0, taken = 0;
	int rc = minutes_rows(all->store, all->review, &rows, &count, all->err);

	*out = false;
	if (rc < 0 || strcmp(guest->role, "staff") == 0 || strcmp(guest->role, "other") == 0 ||
	    has_row(rows, count, guest->name))
		return rc;
	for (size_t i = 0; i < count; i++)
		free += rows[i].role && strcmp(rows[i].role, guest->role) == 0 && stands_in(listed, &rows[i]);
	for (const struct sen_annual_guest *one = listed->guests; rc == 0 && one < guest; one++)
		if (one->must && strcmp(one->role, guest->role) == 0 &&
		    (rc = person_of(listed, one, &name, &fix)) == 0 && !name)
			taken += !has_row(rows, count, one->name);
	*out = taken < free;
	return rc;
}

static int ask_guest(const struct listed *listed, const struct sen_annual_guest *guest)
{
	const struct asking_all *all = listed->all;
	const char *name, *fix;
	int rc = person_of(listed, guest, &name, &fix);
	struct sen_person who = {
		.who = name ? name : guest->name, .role = guest->role, .contact_id = SEN_NO_INT};

	bool named = false;

	if (rc < 0 || (!name && (rc = is_named(listed, guest, &named)) < 0) || named)
		return rc;
	/* A school that is not known cannot be asked: a person in an office can. */
	if (!name && strcmp(guest->code, "receiving-school") == 0) {
		say(all,
		    sen_format(all->store->arena,
			       "The child moves on (%s) and the receiving school is not known yet (%s). When "
			       "it is: %s",
			       listed->annual.phase, guest->cite, fix));
		return 0;
	}
	if (name && (rc = annual_put_name(all->store, all->review, guest, &who, all->err)) < 0)
		return rc;
	if ((rc = minutes_ask(all, &who)) < 0 || name)
		return rc;
	say(all, sen_format(all->store->arena, "Nobody is named for '%s' (%s): find out who it is. %s",
			    guest->name, guest->cite ? guest->cite : "the policy", fix));
	return 0;
}

static int ask_one(struct listed *listed, const struct sen_annual_guest *guest)
{
	if (asked_by_name(guest->code))
		return 0;
	if (strcmp(guest->code, "agencies") == 0)
		return ask_agencies(listed, guest);
	if (guest->must)
		return ask_guest(listed, guest);
	think_of(listed, guest);
	return 0;
}

/* The transition review asks no list of the law's; the policy's "where" is worth a word. */
static int of_transition(const struct asking_all *all, const struct sen_policy *policy)
{
	struct sen_buf where = {.arena = all->store->arena};

	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (strcmp(rule->section, "invite") == 0 && !annual_must(rule) &&
		    !asked_by_name(annual_role(rule->code)))
			sen_buf_addf(&where, "%s%s%s%s", where.len ? "; " : "", rule->name,
				     rule->condition ? " " : "", rule->condition ? rule->condition : "");
	}
	if (where.len)
		say(all,
		    sen_format(all->store->arena, "Think also of: %s. Ask with --who NAME.", where.text));
	return 0;
}

static void say_rest(struct listed *listed)
{
	const struct asking_all *all = listed->all;
	struct sen_arena *arena = all->store->arena;

	if (listed->where.len)
		say(all, sen_format(arena, "Think also of: %s. Ask with --who NAME.", listed->where.text));
	if (listed->annual.looked_after)
		say(all,
		    "The child is looked after: hold it together with the review of the PEP where it can "
		    "be (Code 9.169).");
	say(all,
	    sen_format(
		    arena,
		    "Ask everyone for advice about the child, whoever cannot come too (reg 20(4)): sendctl "
		    "review advice R%lld --all --asked DATE",
		    (long long)all->review->head.id));
}

int minutes_ask_listed(const struct asking_all *all, const struct sen_policy *policy)
{
	struct listed listed = {.all = all, .where = {.arena = all->store->arena}};
	struct sen_annual_guest *guests;
	const struct sen_law *law;
	sen_date day = all->review->planned_on;
	size_t count;
	bool annual = strcmp(all->review->kind, "annual") == 0;
	int rc;

	if (strcmp(all->review->kind, "transition") == 0)
		return of_transition(all, policy);
	if (!annual && strcmp(all->review->kind, "interim") != 0)
		return 0;
	if ((rc = sen_annual_of(all->store, all->review->pupil_id, day, &listed.annual, all->err)) < 0 ||
	    (!annual && !listed.annual.ehc.head.id) || (rc = sen_law(all->store, &law, all->err)) < 0 ||
	    (rc = read_agencies(&listed)) < 0)
		return rc;
	count = sen_annual_guests(all->store->arena, law, policy, &listed.annual, &guests);
	listed.guests = guests;
	listed.guest_count = count;
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = ask_one(&listed, &guests[i]);
	if (rc == 0)
		say_rest(&listed);
	return rc;
}

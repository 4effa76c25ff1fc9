/* The child, the school and its words, gathered for a page (R83). */
#include "paper.h"

#include <sen/text.h>

#include <string.h>

/* ---- Filling in ---- */

void paper_set(struct paper *paper, const char *name, const char *value)
{
	size_t i = 0;

	while (i < paper->fill_count && strcmp(paper->fills[i].name, name) != 0)
		i++;
	if (i == PAPER_FILLS)
		abort(); /* a page of ours has not as many */
	paper->fills[i] = (struct sen_fill){name, value};
	if (i == paper->fill_count)
		paper->fill_count++;
}

const char *paper_fill(const struct paper *paper, const char *text)
{
	return sen_fill(paper->arena, text, paper->fills, paper->fill_count);
}

void paper_say(const struct paper *paper, struct sen_page *page, const char *tag, const char *look,
	       const char *text)
{
	sen_page_add(page, tag, look, paper_fill(paper, text));
}

void paper_list(struct sen_page *page, const char *const *items, size_t count)
{
	if (count == 0)
		return;
	sen_page_open(page, "ul", NULL);
	for (size_t i = 0; i < count; i++)
		sen_page_add(page, "li", NULL, items[i]);
	sen_page_close(page);
}

/* ---- Whom no page names ---- */

const char *paper_unbarred(const struct paper *paper, const char *text)
{
	const char *folded = text ? sen_text_fold(paper->arena, text) : NULL;

	for (size_t i = 0; folded && i < paper->barred_count; i++) {
		const char *name = sen_text_fold(paper->arena, paper->barred[i].name);

		if (name && strstr(folded, name))
			return NULL;
	}
	return text;
}

void paper_watch(const struct paper *paper, struct sen_page *page)
{
	const char **names = SEN_NEW(paper->arena, const char *, paper->barred_count + 1);

	for (size_t i = 0; i < paper->barred_count; i++)
		names[i] = paper->barred[i].name;
	sen_page_watch(page, names, paper->barred_count);
}

void paper_tell_watched(const struct paper *paper, const struct sen_page *page)
{
	const char *name = sen_page_watched(page);

	if (name)
		app_say(paper->app,
			"  Careful: a text on the page names %s, who is not to be written to. Read it before "
			"it is handed over.",
			name);
}

bool paper_writes_to(const struct paper *paper, size_t i)
{
	bool marked = false;

	for (size_t k = 0; k < paper->contact_count; k++)
		marked |= paper->contacts[k].responsibility == 1;
	return marked ? paper->contacts[i].responsibility == 1 : paper->contacts[i].responsibility != 0;
}

void paper_tell_needs(const struct paper *paper)
{
	struct app *app = paper->app;

	for (size_t i = 0; i < paper->contact_count; i++) {
		const struct sen_contact *contact = &paper->contacts[i].contact;
		struct sen_buf buf = {.arena = paper->arena};

		if (contact->language)
			sen_buf_addf(&buf, "in %s", contact->language);
		if (contact->interpreter == 1)
			sen_buf_addf(&buf, "%san interpreter", buf.len ? "; " : "");
		if (contact->format_needs)
			sen_buf_addf(&buf, "%s%s", buf.len ? "; " : "", contact->format_needs);
		if (buf.len)
			app_say(app, "  for %s (K%lld): %s. Please arrange it.", contact->name,
				(long long)contact->head.id, buf.text);
	}
}

/* ---- Loading ---- */

static int load_level(struct paper *paper, struct sen_err *err)
{
	sen_date day = paper->app->context.today;
	const struct sen_policy_set *policies;
	int rc = sen_policies(paper->app->store, &policies, err);

	if (rc < 0)
		return rc;
	paper->policy = sen_policy_on(policies, paper->pupil.head.school_id, day);
	return sen_register_on(paper->app->store, paper->id, day, &paper->level, err);
}

static int load_needs(struct paper *paper, struct sen_err *err)
{
	sen_date day = paper->app->context.today;
	struct sen_need *all;
	size_t count;
	int rc = sen_record_of_pupil(paper->app->store, &sen_need_record, paper->id, (void **)&all, &count,
				     err);

	if (rc < 0)
		return rc;
	paper->needs = SEN_NEW(paper->arena, const char *, count + 1);
	for (int64_t rank = 1; rank <= (int64_t)count; rank++)
		for (size_t i = 0; i < count; i++)
			if (all[i].rank == rank && (all[i].from_on == SEN_NO_DATE || all[i].from_on <= day) &&
			    (all[i].until_on == SEN_NO_DATE || all[i].until_on > day))
				paper->needs[paper->need_count++] = paper_need(all[i].type);
	return 0;
}

/* "Mrs Hart (SENDCo), 0121 496 0000": by the person's own number, else the school's. */
static const char *ring(const struct paper *paper, const struct sen_staff *staff, const char *role)
{
	const char *number = staff->phone ? staff->phone : paper->school.phone;
	const char *mail = staff->email ? staff->email : paper->school.email;

	if (!number)
		number = mail;
	if (!number)
		return NULL;
	return staff->head.id ? sen_format(paper->arena, "%s (%s), %s", staff->name, role, number)
			      : sen_format(paper->arena, "our %s, %s", role, number);
}

static int load_staff(struct paper *paper, struct sen_err *err)
{
	const char *role = sen_policy_word(paper->policy, "coordinator", "SENCO");
	struct sen_store *store = paper->app->store;
	sen_date day = paper->app->context.today;
	struct sen_staff staff;
	int rc = sen_staff_in_role(store, paper->school.head.id, "sendco", NULL, day, &staff, err);

	if (rc < 0)
		return rc;
	paper_set(paper, "coordinator", role);
	paper_set(paper, "coordinator_name", staff.head.id ? staff.name : NULL);
	paper_set(paper, "ring", ring(paper, &staff, role));
	if (!paper->class_name)
		return 0;
	rc = sen_staff_in_role(store, paper->school.head.id, "class-teacher", paper->class_name, day, &staff,
			       err);
	if (rc == 0 && staff.head.id)
		paper_set(paper, "teacher", staff.name);
	return rc;
}

static void set_words(struct paper *paper)
{
	const struct sen_policy *policy = paper->policy;

	paper_set(paper, "child", paper->name);
	paper_set(paper, "full", paper->full);
	paper_set(paper, "class", paper->class_name);
	paper_set(paper, "school", paper->school.name);
	paper_set(paper, "level", paper->level.head.id ? paper->level.level_name : NULL);
	paper_set(paper, "plan", sen_policy_word(policy, "plan", "plan"));
	paper_set(paper, "register", sen_policy_word(policy, "register", "SEND register"));
	paper_set(paper, "today", paper_day(paper->arena, paper->app->context.today));
}

static int load_child(struct paper *paper, struct sen_err *err)
{
	struct sen_store *store = paper->app->store;
	struct sen_match match = {0};
	enum sen_match_how how;
	int rc = sen_record_get(store, &sen_pupil_record, paper->id, &paper->pupil, err);

	if (rc == 0)
		rc = sen_pupil_find(store, sen_format(paper->arena, "P%lld", (long long)paper->id), &match,
				    &how, err);
	if (rc == 0)
		rc = sen_record_get(store, &sen_school_record, paper->pupil.head.school_id, &paper->school,
				    err);
	if (rc < 0)
		return rc;
	paper->name =
		paper->pupil.preferred_forename ? paper->pupil.preferred_forename : paper->pupil.forename;
	paper->full = sen_pupil_name(paper->arena, &paper->pupil);
	paper->class_name = match.class_name;
	return 0;
}

int paper_load(struct app *app, int64_t pupil_id, struct paper *paper, struct sen_err *err)
{
	*paper = (struct paper){.app = app, .arena = app->arena, .id = pupil_id};
	int rc = load_child(paper, err);

	/* Nothing that could come through a letter box. */
	if (rc == 0 && paper->pupil.died_on != SEN_NO_DATE)
		rc = sen_fail(err, SEN_INVALID, "P%lld: no page is made about a child who has died",
			      (long long)pupil_id);
	if (rc == 0)
		rc = load_level(paper, err);
	if (rc < 0)
		return rc;
	set_words(paper);
	if ((rc = load_staff(paper, err)) < 0 || (rc = load_needs(paper, err)) < 0 ||
	    (rc = sen_profile_on(app->store, pupil_id, app->context.today, &paper->profile, err)) < 0 ||
	    (rc = sen_contacts_to_write(app->store, pupil_id, &paper->contacts, &paper->contact_count, err)) <
		    0)
		return rc;
	return sen_contacts_barred(app->store, pupil_id, &paper->barred, &paper->barred_count, err);
}

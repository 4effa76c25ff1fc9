/* What is typed of sessions: who was away, what fell out, whose they are. */
#include "session.h"
#include <sen/pupil.h>
#include <sen/text.h>
#include <string.h>

static bool day_read(struct app *app, const char *text, struct session_day *out)
{
	struct sen_date_context context = {.today = app->context.today, .end_of_term = SEN_NO_DATE};
	struct sen_err ignored = {0};

	*out = (struct session_day){sen_weekday_named(text, strlen(text)), SEN_NO_DATE};
	return out->weekday || (text[0] && sen_date_parse(text, &context, &out->day, &ignored) == 0);
}

static bool day_fits(const struct session_day *on, sen_date day)
{
	if (on->weekday)
		return sen_date_weekday(day) == on->weekday;
	return on->day == SEN_NO_DATE || on->day == day;
}

/* The last " on " parts the child from the day. */
static const char *last_on(const char *text)
{
	const char *found = NULL;

	for (const char *at = strstr(text, " on "); at; at = strstr(at + 1, " on "))
		found = at;
	return found;
}

/* Does a word of the name begin so? */
static bool begins_so(const char *name, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = name; at; at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL)
		if (strncmp(at, word, len) == 0)
			return true;
	return false;
}

/* The one child of the provisions whose name begins so; 0: none, or several. */
static int in_group(struct app *app, const char *word, const int64_t *provisions, size_t count, int64_t *out,
		    struct sen_err *err)
{
	const char *folded = sen_text_fold(app->arena, word);
	struct sen_provision_pupil *members;
	size_t n;
	int rc = 0;

	*out = 0;
	for (size_t p = 0; p < count && rc == 0; p++) {
		rc = sen_provision_members(app->store, provisions[p], &members, &n, err);
		for (size_t i = 0; i < n && rc == 0; i++) {
			struct sen_match match;
			enum sen_match_how how;
			const char *id = sen_format(app->arena, "P%lld", (long long)members[i].pupil_id);

			if (members[i].pupil_id == *out ||
			    (rc = sen_pupil_find(app->store, id, &match, &how, err)) < 0 ||
			    !begins_so(sen_text_fold(app->arena, match.name), folded))
				continue;
			if (*out) {
				*out = 0;
				return 0;
			}
			*out = members[i].pupil_id;
		}
	}
	return rc;
}

/* A name that fits too many of the school may fit one of the group. */
static int who_away(struct app *app, const char *child, const int64_t *provisions, size_t count,
		    struct session_away *out, struct sen_err *err)
{
	struct sen_err within = {0};
	int64_t one = 0;
	int rc = app_pupils(app, child, &out->pupils, &out->count, err);

	if (rc != SEN_NOTFOUND || child[0] == '@' || strpbrk(child, ":@") ||
	    in_group(app, child, provisions, count, &one, &within) < 0 || !one)
		return rc;
	*err = (struct sen_err){0};
	out->pupils = SEN_NEW(app->arena, int64_t, 1);
	out->pupils[0] = one;
	out->count = 1;
	return 0;
}

static int read_away(struct app *app, const char *text, const int64_t *provisions, size_t count,
		     struct session_away *out, struct sen_err *err)
{
	const char *child, *on;
	int rc;

	*out = (struct session_away){.text = text, .on = {0, SEN_NO_DATE}};
	provision_pair(app, text, &child, &out->why);
	on = last_on(child);
	if (on && !day_read(app, on + 4, &out->on)) {
		sen_fail(err, SEN_USAGE, "--absent: '%s' is no day", on + 4);
		sen_hint(err, "Write the child, the day and why: --absent \"sam@3B on tue = ill\".");
		return err->code;
	}
	if (on)
		child = sen_strndup(app->arena, child, (size_t)(on - child));
	if (!child[0]) {
		sen_fail(err, SEN_USAGE, "--absent: '%s' does not say who", text);
		sen_hint(err, "Write the child and why: --absent sam@3B=ill.");
		return err->code;
	}
	rc = who_away(app, child, provisions, count, out, err);
	/* A class or a list: those of it who are in the provision. */
	out->one = child[0] != '@' && !strchr(child, ':') && out->count == 1;
	return rc < 0 ? sen_wrap(err, "--absent") : 0;
}

static int read_off(struct app *app, const char *text, struct session_off *out, struct sen_err *err)
{
	const char *left, *value;

	*out = (struct session_off){.text = text, .on = {0, SEN_NO_DATE}};
	provision_pair(app, text, &left, &value);
	if (!value)
		out->why = left;
	else if (day_read(app, left, &out->on))
		out->why = value;
	if (out->why && out->why[0])
		return 0;
	sen_fail(err, SEN_USAGE, "--cancelled: '%s' does not say %s", text,
		 value && value[0] ? "which day" : "why");
	sen_hint(err, "Write why: --cancelled \"hall in use\", or the day and why: --cancelled \"wed = "
		      "sports day\".");
	return err->code;
}

int session_said(struct app *app, const struct texts *absent, const struct texts *cancelled,
		 const int64_t *provisions, size_t count, struct session_said *out, struct sen_err *err)
{
	int rc = 0;

	*out = (struct session_said){.away = SEN_NEW(app->arena, struct session_away, absent->count + 1),
				     .off = SEN_NEW(app->arena, struct session_off, cancelled->count + 1)};
	for (size_t i = 0; i < absent->count && rc == 0; i++)
		rc = read_away(app, absent->items[i], provisions, count, &out->away[out->away_count++], err);
	for (size_t i = 0; i < cancelled->count && rc == 0; i++)
		rc = read_off(app, cancelled->items[i], &out->off[out->off_count++], err);
	return rc;
}

int session_all_used(struct app *app, const struct session_said *said, struct sen_err *err)
{
	for (size_t i = 0; i < said->away_count; i++) {
		const struct session_away *away = &said->away[i];

		if (away->used || !away->one)
			continue;
		sen_fail(err, SEN_INVALID, "--absent '%s': %s was not expected at any session logged here",
			 away->text, app_child(app, away->pupils[0]));
		sen_hint(err, "The child is not in it on that day, or the session was logged before: "
			      "'sendctl session list', 'sendctl session edit'.");
		return err->code;
	}
	for (size_t i = 0; i < said->off_count; i++) {
		if (said->off[i].used)
			continue;
		sen_fail(err, SEN_INVALID, "--cancelled '%s': no session is logged here for that day",
			 said->off[i].text);
		sen_hint(err, "None was planned, or it was logged before: 'sendctl session list'.");
		return err->code;
	}
	return 0;
}

const char *session_off_on(struct session_said *said, sen_date day)
{
	for (size_t i = said->off_count; i > 0; i--) {
		if (!day_fits(&said->off[i - 1].on, day))
			continue;
		said->off[i - 1].used = true;
		return said->off[i - 1].why;
	}
	return NULL;
}

size_t session_away_on(struct app *app, struct session_said *said, const struct sen_provision_pupil *members,
		       size_t count, sen_date day, struct sen_session_absent **out)
{
	size_t found = 0;

	*out = SEN_NEW(app->arena, struct sen_session_absent, count);
	for (size_t m = 0; m < count; m++) {
		const struct sen_provision_pupil *member = &members[m];
		bool away = false;

		if (day < member->from_on || (member->until_on != SEN_NO_DATE && day >= member->until_on))
			continue;
		/* What was said last counts: @3B=trip, and then sam@3B=ill. */
		for (size_t i = said->away_count; i > 0; i--) {
			struct session_away *said_of = &said->away[i - 1];

			if (!day_fits(&said_of->on, day) ||
			    !sen_ids_hold(said_of->pupils, said_of->count, member->pupil_id))
				continue;
			said_of->used = true;
			if (!away)
				(*out)[found++] = (struct sen_session_absent){member->pupil_id, said_of->why};
			away = true;
		}
	}
	return found;
}

sen_date session_monday(sen_date day)
{
	return day - sen_date_weekday(day) + 1;
}

/* ---- Whose sessions ---- */

struct found {
	struct app *app;
	int64_t *ids;
	size_t count, cap;
};

static void put(struct found *found, const int64_t *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!sen_ids_hold(found->ids, found->count, ids[i]))
			*SEN_PUSH(found->app->arena, found->ids, found->count, found->cap) = ids[i];
}

static int of_children(struct found *found, const char *word, sen_date from, sen_date until,
		       struct sen_err *err)
{
	struct app *app = found->app;
	int64_t *pupils, *ids;
	size_t count, n, before = found->count;
	int rc = app_pupils(app, word, &pupils, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		rc = sen_provisions_in(app->store, NULL, pupils[i], from, until, &ids, &n, err);
		if (rc == 0)
			put(found, ids, n);
	}
	if (rc < 0 || found->count > before || word[0] == '@')
		return rc;
	sen_fail(err, SEN_NOTFOUND, "'%s' is in no provision in that time", word);
	sen_hint(err, "What there is: 'sendctl provision list'.");
	return err->code;
}

static int of_one(struct found *found, const char *word, sen_date from, sen_date until, struct sen_err *err)
{
	struct app *app = found->app;
	int64_t id;
	int rc = sen_id_parse(word, sen_provision_record.prefix, &id) && (word[0] == 'G' || word[0] == 'g');

	if (!rc)
		rc = sen_provision_record.find(app->store, word, &id, err);
	if (rc == 0)
		return of_children(found, word, from, until, err);
	if (rc < 0 || (rc = app_record(app, &sen_provision_record,
				       sen_format(app->arena, "G%lld", (long long)id), &id, err)) < 0)
		return rc;
	put(found, &id, 1);
	return 0;
}

static int of_word(struct found *found, const char *word, sen_date from, sen_date until, struct sen_err *err)
{
	int rc = of_one(found, word, from, until, err);

	/* It may have been meant for a name: who reads that no child fits would look for one. */
	if (rc == SEN_NOTFOUND && word[0] != '@' && strncmp(err->msg, "no child on roll fits", 21) == 0) {
		sen_fail(err, SEN_NOTFOUND, "no provision that runs, and no child on roll, fits '%s'", word);
		sen_hint(err, "What there is: 'sendctl provision list'.");
	}
	return rc;
}

int session_provisions(struct app *app, const struct texts *words, const char *staff, sen_date from,
		       sen_date until, int64_t **out, size_t *count, struct sen_err *err)
{
	struct found found = {.app = app};
	struct texts given = {0};
	int rc = staff ? provision_of_staff(app, staff, from, until, &given, err) : 0;

	for (size_t i = 0; i < words->count && rc == 0; i++)
		rc = of_word(&found, words->items[i], from, until, err);
	for (size_t i = 0; i < given.count && rc == 0; i++)
		rc = of_word(&found, given.items[i], from, until, err);
	*out = found.ids;
	*count = found.count;
	if (rc < 0 || found.count)
		return rc;
	sen_fail(err, words->count || staff ? SEN_NOTFOUND : SEN_USAGE, "%s",
		 words->count || staff ? "there is no provision in that time" : "no provision was named");
	sen_hint(err, "Name one: G4; or all that an adult gives: --staff \"Ms Ola\". See 'sendctl provision "
		      "list'.");
	return err->code;
}

/* Who came to a review, sent apologies or views: kept with who was asked, and what
 * part parents and child had in it (R51, R53, R55). */
#include "rules/minutes.h"

#include <sen/text.h>

#include <string.h>

static void one_name(struct sen_arena *arena, struct sen_name_list *names, const char *text, size_t len)
{
	while (len && strchr(" \t\r", *text)) {
		text++;
		len--;
	}
	while (len && strchr(" \t\r", text[len - 1]))
		len--;
	if (len)
		*SEN_PUSH(arena, names->items, names->count, names->cap) = sen_strndup(arena, text, len);
}

void sen_names_add(struct sen_arena *arena, struct sen_name_list *names, const char *text)
{
	while (text && *text) {
		size_t len = strcspn(text, ",;\n");

		one_name(arena, names, text, len);
		text += len + (text[len] != '\0');
	}
}

void sen_views_add(struct sen_arena *arena, struct sen_name_list *views, const char *text)
{
	while (text && *text) {
		size_t len = strcspn(text, "\n");

		one_name(arena, views, text, len);
		text += len + (text[len] != '\0');
	}
}

/* ---- Who they are ---- */

enum { LONGEST_NAME = 60 };

/* "NAME", or "NAME: what they said"; NULL: what was said alone. */
static const char *speaker(struct sen_arena *arena, const char *view)
{
	const char *colon = strchr(view, ':');
	const char *name = sen_strndup(arena, view, colon ? (size_t)(colon - view) : strlen(view));

	return !*name || strlen(name) > LONGEST_NAME || strpbrk(name, "!?\n") ? NULL : name;
}

/* What a parent or the child sent in writing is that voice, when no other words are kept. */
static void take_words(struct sen_store *store, struct sen_around *around, const struct sen_minutes *minutes,
		       const char *role, const char **voice)
{
	const char *own = *voice;

	for (size_t i = 0; i < minutes->views.count && !own; i++) {
		const char *text = minutes->views.items[i], *colon = strchr(text, ':');
		const char *name = colon ? speaker(store->arena, text) : NULL;

		if (!name || strcmp(sen_around_find(around, name).role, role) != 0)
			continue;
		for (colon++; *colon == ' '; colon++)
			;
		if (*colon)
			*voice = *voice ? sen_format(store->arena, "%s\n%s", *voice, colon) : colon;
	}
}

static bool had_part(const struct attendance *a, const char *role, const char *answer)
{
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->items[i].person.role, role) == 0 && strcmp(a->items[i].answer, answer) == 0)
			return true;
	return false;
}

/* Where anybody is named, who is not had no part; else it is not known. */
static const char *part_of(const struct attendance *a, const char *role, const char *voice)
{
	if (had_part(a, role, "came"))
		return "came";
	if (voice || had_part(a, role, "views"))
		return "views";
	return a->count ? "none" : NULL;
}

static void find_all(struct sen_store *store, struct sen_around *around, const struct sen_name_list *names,
		     const char *what, struct attendance *out)
{
	for (size_t i = 0; i < names->count; i++) {
		bool views = strcmp(what, "views") == 0;
		const char *name = views ? speaker(store->arena, names->items[i]) : names->items[i];

		if (name)
			*SEN_PUSH(store->arena, out->items, out->count, out->cap) =
				(struct attendee){.person = sen_around_find(around, name), .answer = what};
	}
}

int minutes_attendance(struct sen_store *store, struct sen_around *around, struct sen_minutes *minutes,
		       struct attendance *out, struct sen_err *err)
{
	struct sen_review *review = &minutes->review;
	int rc = sen_around_child(around, review->pupil_id, err);

	*out = (struct attendance){0};
	if (rc < 0)
		return rc;
	/* Who came and sent views too, came: the first word stands. */
	find_all(store, around, &minutes->came, "came", out);
	find_all(store, around, &minutes->views, "views", out);
	find_all(store, around, &minutes->apologies, "apologies", out);
	take_words(store, around, minutes, "parent", &review->parent_voice);
	take_words(store, around, minutes, "pupil", &review->pupil_voice);
	if (!review->parent_part)
		review->parent_part = part_of(out, "parent", review->parent_voice);
	if (!review->pupil_part)
		review->pupil_part = part_of(out, "pupil", review->pupil_voice);
	/* A child whose words are there did not simply stay away. */
	if (review->pupil_voice)
		*SEN_PUSH(store->arena, out->items, out->count, out->cap) = (struct attendee){
			.person = sen_around_find(around, "pupil"), .answer = "views", .quiet = true};
	return 0;
}

/* ---- Keeping ---- */

bool minutes_is(struct sen_store *store, const struct sen_invitation *row, const struct sen_person *person)
{
	if (person->contact_id != SEN_NO_INT && row->contact_id != SEN_NO_INT)
		return person->contact_id == row->contact_id;
	if (strcmp(person->role, "pupil") == 0)
		return row->role && strcmp(row->role, "pupil") == 0;
	return strcmp(sen_text_fold(store->arena, row->who), sen_text_fold(store->arena, person->who)) == 0;
}

int minutes_rows(struct sen_store *store, const struct sen_review *review, struct sen_invitation **out,
		 size_t *count, struct sen_err *err)
{
	struct sen_invitation *all;
	size_t n;
	int rc = sen_record_of_pupil(store, &sen_invitation_record, review->pupil_id, (void **)&all, &n, err);

	*count = 0;
	*out = SEN_NEW(store->arena, struct sen_invitation, rc < 0 ? 1 : n + 1);
	for (size_t i = 0; i < n && rc == 0; i++)
		if (all[i].review_id == review->head.id)
			(*out)[(*count)++] = all[i];
	return rc;
}

static int new_row(struct sen_store *store, const struct sen_review *review, const struct attendee *one,
		   struct sen_err *err)
{
	struct sen_invitation *row = sen_record_new(store->arena, &sen_invitation_record);

	row->pupil_id = review->pupil_id;
	row->review_id = review->head.id;
	row->who = one->person.who;
	row->role = one->person.role;
	row->contact_id = one->person.contact_id;
	row->answer = one->answer;
	return sen_record_insert(store, &sen_invitation_record, row, err);
}

/* The answer of a row: of the first who is it; with who came known, nothing heard is
 * absence.  "": none yet; NULL: the row is there for no reason any more. */
static const char *answer_of(struct sen_store *store, const struct sen_invitation *row,
			     struct attendance *attendance, bool came_known)
{
	const char *found = NULL;

	for (size_t i = 0; i < attendance->count; i++) {
		struct attendee *one = &attendance->items[i];

		if (!minutes_is(store, row, &one->person))
			continue;
		one->row = row->head.id;
		found = found ? found : one->answer;
	}
	if (found || !came_known || (row->answer && strcmp(row->answer, "came") != 0))
		return found ? found : row->answer ? row->answer : "";
	if (row->invited_on != SEN_NO_DATE)
		return "absent";
	return row->answer ? NULL : "";
}

static bool named_before(struct sen_store *store, const struct attendance *attendance, size_t i)
{
	struct sen_invitation like = {.who = attendance->items[i].person.who,
				      .role = attendance->items[i].person.role,
				      .contact_id = attendance->items[i].person.contact_id};

	for (size_t k = 0; k < i; k++)
		if (minutes_is(store, &like, &attendance->items[k].person))
			return true;
	return false;
}

/* A name nobody near the child has is kept, and said: it may be a slip. */
static void say_unknown(struct sen_store *store, struct sen_minutes *minutes, const struct sen_person *person)
{
	if (strcmp(person->role, "other") != 0 || person->contact_id != SEN_NO_INT)
		return;
	minutes_say(store, minutes,
		    sen_format(store->arena,
			       "'%s' is no contact of the child, nor on the lists of staff and agencies: "
			       "kept as written. A slip? sendctl review edit R%lld",
			       person->who, (long long)minutes->review.head.id));
}

int minutes_answers(struct sen_store *store, struct sen_minutes *minutes, struct attendance *attendance,
		    struct sen_err *err)
{
	const struct sen_review *review = &minutes->review;
	struct sen_invitation *rows;
	size_t count;
	int rc = minutes_rows(store, review, &rows, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		const char *answer = answer_of(store, &rows[i], attendance, minutes->came.count > 0);

		/* Nobody asked them, and they did not come after all: a slip put right. */
		if (!answer) {
			rc = sen_record_void(store, &sen_invitation_record, rows[i].head.id,
					     "the names were put right", err);
			continue;
		}
		rows[i].answer = *answer ? answer : NULL;
		rc = sen_record_update(store, &sen_invitation_record, &rows[i], err);
	}
	for (size_t i = 0; i < attendance->count && rc == 0; i++) {
		const struct attendee *one = &attendance->items[i];

		if (one->person.guessed && strcmp(one->answer, "apologies") != 0)
			minutes_say(
				store, minutes,
				sen_format(store->arena,
					   "%s is taken to be a parent. If not: sendctl review edit R%lld "
					   "--parent-part none",
					   one->person.who, (long long)review->head.id));
		if (one->row || one->quiet || named_before(store, attendance, i))
			continue;
		say_unknown(store, minutes, &one->person);
		rc = new_row(store, review, one, err);
	}
	return rc;
}

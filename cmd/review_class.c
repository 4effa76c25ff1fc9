/* Whom a class (@3B, year:3) stands for in reviews: those on the register, of checks
 * those who are monitored, and whoever has one planned. */
#include "review.h"
#include <sen/text.h>
#include <string.h>

/* The progress of a whole class is looked at, child by child. */
static bool whole(const char *word, const char *kind)
{
	return strcmp(kind, "progress") == 0 || (word[0] != '@' && !sen_text_starts(word, "year:"));
}

static int belongs(struct app *app, int64_t pupil, const char *kind, bool *out, struct sen_err *err)
{
	struct sen_register_entry entry;
	struct sen_review *all;
	size_t count;
	int rc = sen_register_on(app->store, pupil, app->context.today, &entry, err);
	bool on = rc == 0 && entry.head.id &&
		  (strcmp(entry.kind, "register") == 0 || strcmp(entry.kind, "plan") == 0);
	bool monitored = rc == 0 && entry.head.id && strcmp(entry.kind, "monitored") == 0;
	*out = strcmp(kind, "monitoring") == 0 ? monitored
	       : strcmp(kind, "register") == 0 ? on || monitored
					       : on;
	if (rc < 0 || *out)
		return rc;
	rc = sen_record_of_pupil(app->store, &sen_review_record, pupil, (void **)&all, &count, err);
	for (size_t i = 0; i < count && rc == 0; i++)
		*out |= all[i].held_on == SEN_NO_DATE && strcmp(all[i].kind, kind) == 0;
	return rc;
}

static const char *list_of(const char *kind)
{
	return strcmp(kind, "monitoring") == 0 ? "monitored" : "on the register";
}

static int nobody(struct app *app, const char *word, const char *kind, struct sen_err *err)
{
	sen_fail(err, SEN_NOTFOUND, "no child of '%s' is %s, or has a review of the kind planned",
		 sen_text_visible(app->arena, word, false), list_of(kind));
	sen_hint(err, "Name the child: zoe@3B.");
	return err->code;
}

static int of_word(struct app *app, const char *word, const char *kind, int64_t **ids, size_t *count,
		   size_t *left, struct sen_err *err)
{
	size_t kept = 0;
	int rc = app_pupils(app, word, ids, count, err);
	if (rc < 0 || whole(word, kind))
		return rc;
	for (size_t i = 0; i < *count && rc == 0; i++) {
		bool in = false;
		rc = belongs(app, (*ids)[i], kind, &in, err);
		if (in)
			(*ids)[kept++] = (*ids)[i];
	}
	*left += *count - kept;
	*count = kept;
	return rc == 0 && kept == 0 ? nobody(app, word, kind, err) : rc;
}

int review_pupils(struct app *app, const struct texts *words, const char *kind, int64_t **ids, size_t *count,
		  struct sen_err *err)
{
	size_t room = 0, left = 0;
	int rc = 0;
	*ids = NULL;
	*count = 0;
	for (size_t i = 0; i < words->count && rc == 0; i++) {
		int64_t *some;
		size_t n;
		rc = of_word(app, words->items[i], kind, &some, &n, &left, err);
		for (size_t k = 0; k < n && rc == 0; k++) {
			size_t at = 0;
			while (at < *count && (*ids)[at] != some[k])
				at++;
			if (at == *count)
				*SEN_PUSH(app->arena, *ids, *count, room) = some[k];
		}
	}
	if (rc == 0 && left)
		app_say(app, "%zu of the class left out: not %s.", left, list_of(kind));
	return rc;
}

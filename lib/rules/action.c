/* Actions as they are typed: "WHAT = WHO by DATE". */
#include "rules/rules.h"

#include <sen/agency.h>
#include <sen/text.h>

#include <string.h>

/* The last " by " whose rest is a date. */
static char *by_date(struct sen_store *store, char *text, sen_date *due)
{
	struct sen_date_context context = {
		.today = store->context.today, .future = true, .end_of_term = SEN_NO_DATE};
	const struct sen_calendar *calendar;
	struct sen_err ignored = {0};
	char *found = NULL;

	if (sen_store_calendar(store, &calendar, &ignored) == 0)
		context.end_of_term = sen_term_of(calendar, store->context.today).until - 1;
	for (char *at = text; (at = strstr(at, "by ")); at += 3) {
		sen_date date;

		if (at != text && at[-1] != ' ')
			continue;
		ignored = (struct sen_err){0};
		if (sen_date_parse(at + 3, &context, &date, &ignored) == 0) {
			found = at;
			*due = date;
		}
	}
	return found;
}

static const char *cleaned(struct sen_store *store, const char *text, struct sen_err *err)
{
	const char *out = NULL;

	if (sen_text_clean(store->arena, text, SEN_TEXT_LINE, SEN_LIMIT_LINE, &out, err) < 0)
		return NULL;
	return out;
}

int sen_action_read(struct sen_store *store, const char *text, struct sen_action *action, struct sen_err *err)
{
	char *copy = sen_strdup(store->arena, text), *who = strstr(copy, " = "), *by;

	if (who) {
		*who = '\0';
		who += 3;
	}
	by = by_date(store, who ? who : copy, &action->due_on);
	if (by)
		*by = '\0';
	err->code = 0;
	action->what = cleaned(store, copy, err);
	if (who && err->code == 0)
		action->who = cleaned(store, who, err);
	if (err->code)
		return err->code;
	if (action->what)
		return 0;
	sen_fail(err, SEN_INVALID, "'%s' says no action", sen_text_visible(store->arena, text, false));
	sen_hint(err, "write \"WHAT = WHO by DATE\": \"ring the clinic = Ms Hart by 30/11/2026\"");
	return err->code;
}

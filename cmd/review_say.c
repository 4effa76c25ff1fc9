/* What is said of a review that was kept, in `review record`, `add` and `round`. */
#include "review.h"
#include <string.h>

const char *review_id(struct app *app, int64_t id)
{
	return app->dry_run ? "" : sen_format(app->arena, " R%lld", (long long)id);
}

const char *review_kind_word(struct app *app, const char *kind)
{
	char *word = sen_strdup(app->arena, sen_code_label(sen_review_kinds, kind));
	if (word[0] >= 'A' && word[0] <= 'Z')
		word[0] += 'a' - 'A';
	return word;
}

void review_say_move(struct app *app, const struct sen_move *move)
{
	char day[16];
	if (!move->level)
		return;
	if (move->moved == SEN_MOVED_OFF)
		app_say(app, "  Off the list from %s.", sen_date_long(move->on, day));
	else
		app_say(app, "  '%s' from %s, census %s.", move->after.level_name,
			sen_date_long(move->on, day), move->after.census);
	for (size_t i = 0; i < move->advice_count; i++)
		app_say(app, "  %s", move->advice[i]);
	app_wrote(app, &sen_register_record, move->after.head.id);
}

static int say_marks(struct app *app, const struct sen_minutes *minutes, struct sen_err *err)
{
	for (size_t i = 0; i < minutes->mark_count; i++) {
		const struct sen_progress *mark = &minutes->marks[i];
		const char *result;
		if (sen_result_name(app->store, mark, &result, err) < 0)
			return err->code;
		app_say(app, "  T%lld: %s%s.", (long long)mark->target_id, result,
			mark->met == SEN_NO_INT ? ""
			: mark->met		? ", met"
						: ", not met");
	}
	return 0;
}

static void say_actions(struct app *app, const struct sen_minutes *minutes)
{
	char day[16];
	for (size_t i = 0; i < minutes->action_count; i++) {
		const struct sen_action *action = &minutes->actions[i];
		bool due = action->due_on != SEN_NO_DATE;
		app_say(app, "  Agreed%s: %s%s%s%s%s.",
			app->dry_run ? "" : sen_format(app->arena, " A%lld", (long long)action->head.id),
			action->what, action->who ? ", " : "", action->who ? action->who : "",
			due ? ", by " : "", due ? sen_date_long(action->due_on, day) : "");
		app_wrote(app, &sen_action_record, action->head.id);
	}
}

static int say_held(struct app *app, const struct sen_minutes *minutes, bool with_id, struct sen_err *err)
{
	const struct sen_review *review = &minutes->review;
	char day[16];
	app_say(app, "%s: %s%s%s %s%s%s.", app_child(app, review->pupil_id),
		sen_code_label(sen_review_kinds, review->kind),
		with_id ? review_id(app, review->head.id) : "", with_id ? " held on" : " on",
		sen_date_long(review->held_on, day), review->decision ? ": " : "",
		review->decision ? review->decision : "");
	if (with_id && review->next_on != SEN_NO_DATE)
		app_say(app, "  The next one: %s.", sen_date_long(review->next_on, day));
	if (say_marks(app, minutes, err) < 0)
		return err->code;
	say_actions(app, minutes);
	review_say_move(app, &minutes->move);
	for (size_t i = 0; i < minutes->said.count; i++)
		app_say(app, "  %s", minutes->said.items[i]);
	return 0;
}

int review_keep(struct app *app, struct sen_around *around, struct sen_minutes *minutes, int line,
		struct sen_err *err)
{
	if (sen_minutes_keep(app->store, around, minutes, err) < 0)
		return line ? sen_wrap(err, "line %d of the form", line) : err->code;
	app_wrote(app, &sen_review_record, minutes->review.head.id);
	return say_held(app, minutes, line == 0, err);
}

/* sendctl review round: one form for many children. */
#include "review.h"
#include <sen/text.h>
#include <string.h>

struct args {
	const char *kind;
	struct texts pupils;
};

static bool there(const int64_t *ids, size_t count, int64_t id)
{
	while (count > 0)
		if (ids[--count] == id)
			return true;
	return false;
}

static int gather(struct app *app, const struct texts *pupils, int64_t **ids, size_t *count,
		  struct sen_err *err)
{
	size_t room = 0;
	int rc = 0;
	*ids = NULL;
	*count = 0;
	for (size_t i = 0; i < pupils->count && rc == 0; i++) {
		int64_t *some;
		size_t n = 0;
		rc = app_pupils(app, pupils->items[i], &some, &n, err);
		for (size_t k = 0; k < n && rc == 0; k++)
			if (!there(*ids, *count, some[k]))
				*SEN_PUSH(app->arena, *ids, *count, room) = some[k];
	}
	return rc;
}

/* "Zoe O'Brien (3B), Monitored since Tue 1 Sep 2026, check 2" */
static int heading(struct app *app, const char *kind, int64_t pupil, const char **out, struct sen_err *err)
{
	struct sen_register_entry entry;
	struct sen_buf line = {.arena = app->arena};
	char day[16];
	int64_t held = 0;
	int rc = sen_register_on(app->store, pupil, app->context.today, &entry, err);
	sen_buf_add(&line, app_child(app, pupil));
	if (rc == 0 && entry.head.id)
		sen_buf_addf(&line, ", %s%s%s", entry.level_name,
			     entry.from_on == SEN_NO_DATE ? "" : " since ",
			     entry.from_on == SEN_NO_DATE ? "" : sen_date_long(entry.from_on, day));
	if (rc == 0 && entry.head.id && strcmp(kind, "monitoring") == 0) {
		rc = sen_checks_held(app->store, &entry, app->context.today, &held, err);
		sen_buf_addf(&line, ", check %lld", (long long)held + 1);
	}
	*out = line.text;
	return rc;
}

/* The review that waits takes what the form says; else it is a new one. */
static int merge(struct app *app, struct sen_review *review, struct sen_err *err)
{
	struct sen_review planned;
	int rc = sen_review_waiting(app->store, review->pupil_id, review->kind, &planned, err);
	if (rc < 0 || !planned.head.id)
		return rc;
	review->head = planned.head;
	review->planned_on = planned.planned_on;
	if (!review->led_by)
		review->led_by = planned.led_by;
	return 0;
}

static int apply(struct app *app, struct sen_round_entry *entry, struct sen_err *err)
{
	struct sen_register_entry standing;
	struct sen_move move;
	char day[16];
	int rc = merge(app, &entry->review, err);
	if (rc == 0)
		rc = sen_register_on(app->store, entry->review.pupil_id, app->context.today, &standing, err);
	if (rc == 0)
		rc = sen_review_hold(app->store, &entry->review, &move, err);
	if (rc < 0)
		return sen_wrap(err, "line %d of the form", entry->line);
	app_wrote(app, &sen_review_record, entry->review.head.id);
	app_say(app, "%s: %s on %s%s%s.", app_child(app, entry->review.pupil_id),
		sen_code_label(sen_review_kinds, entry->review.kind),
		sen_date_long(entry->review.held_on, day), entry->review.decision ? ": " : "",
		entry->review.decision ? entry->review.decision : "");
	review_say_move(app, &move);
	return 0;
}

static int apply_all(struct app *app, struct sen_round_entry *entries, size_t count, struct sen_err *err)
{
	size_t blank = 0;
	int rc = 0;
	for (size_t i = 0; i < count && rc == 0; i++) {
		blank += entries[i].blank;
		if (!entries[i].blank)
			rc = apply(app, &entries[i], err);
	}
	if (rc == 0 && blank)
		app_say(app, "%zu left empty, and still owed.", blank);
	return rc;
}

/* The children are looked up again in this school: a form may come from anywhere. */
static int check_children(struct app *app, const struct sen_round_entry *entries, size_t count,
			  struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; i < count && rc >= 0; i++) {
		int64_t id;
		rc = app_pupil(app, sen_format(app->arena, "P%lld", (long long)entries[i].review.pupil_id),
			       &id, err);
		if (rc < 0)
			return sen_wrap(err, "line %d of the form", entries[i].line);
	}
	return rc;
}

static int round_form(struct app *app, const struct args *a, const char *kind, const char **text,
		      struct sen_err *err)
{
	const char **headings;
	int64_t *ids;
	size_t count;
	int rc = gather(app, &a->pupils, &ids, &count, err);
	if (rc < 0)
		return rc;
	if (count == 0 && !app->form_file) {
		sen_fail(err, SEN_USAGE, "say which children the round is for");
		sen_hint(err, "'sendctl review round %s monitored', a class (@3B), or names", kind);
		return err->code;
	}
	headings = SEN_NEW(app->arena, const char *, count + 1);
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = heading(app, kind, ids[i], &headings[i], err);
	return rc < 0 ? rc
		      : app_form(app, sen_round_write(app->store, kind, ids, headings, count), text, err);
}

static int review_round(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	const char *kind = sen_code_find(sen_review_kinds, a->kind), *text;
	struct sen_round_entry *entries;
	size_t count;
	if (!kind) {
		sen_fail(err, SEN_USAGE, "no kind of review '%s'",
			 sen_text_visible(app->arena, a->kind, false));
		sen_hint(err, "one of termly, monitoring, parents, progress, register, transition, annual, "
			      "interim");
		return err->code;
	}
	int rc = round_form(app, a, kind, &text, err);
	if (rc < 0 || (rc = sen_round_read(app->store, kind, text, &entries, &count, err)) < 0 ||
	    (rc = check_children(app, entries, count, err)) < 0)
		return rc;
	return apply_all(app, entries, count, err);
}

static const struct opt opts[] = {
	OPT_ROW_WORD(struct args, kind, "KIND", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "termly, monitoring, parents, progress, register, transition, annual or interim"),
	OPT_ROW_WORDS(struct args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: monitored, @3B, zoe@3B"),
};
static const char *const examples[] = {"sendctl review round monitoring monitored",
				       "sendctl review round monitoring --form=round.txt", NULL};
const struct cmd review_round_cmd = {
	.noun = "review",
	.verb = "round",
	.summary = "one form for many children, a block each",
	.about = "The form opens in your editor. A block left empty stays owed. All of it is written or "
		 "none: a "
		 "fault names its line, and what you wrote is kept in the file that is named.",
	.flags = CMD_WRITES | CMD_ROUND,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.record = &sen_review_record,
	.examples = examples,
	.run = review_round,
};

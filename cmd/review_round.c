/* sendctl review round: one form for many children. */
#include "review.h"
#include <sen/text.h>
#include <string.h>

struct args {
	const char *kind, *by;
	struct texts pupils;
	sen_date on;
};

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

int review_take_planned(struct app *app, struct sen_review *review, struct sen_err *err)
{
	struct sen_review planned;
	int rc = sen_review_near(app->store, review->pupil_id, review->kind, review->held_on, &planned, err);
	if (rc < 0 || !planned.head.id)
		return rc;
	review->head = planned.head;
	review->planned_on = planned.planned_on;
	review->plan_id = planned.plan_id;
	if (!review->led_by)
		review->led_by = planned.led_by;
	return 0;
}

static int apply(struct app *app, struct sen_around *around, struct sen_round_entry *entry,
		 struct sen_err *err)
{
	int rc = review_take_planned(app, &entry->minutes.review, err);
	if (rc < 0)
		return sen_wrap(err, "line %d of the form", entry->line);
	return review_keep(app, around, &entry->minutes, entry->line, err);
}

static int apply_all(struct app *app, struct sen_round_entry *entries, size_t count, struct sen_err *err)
{
	struct sen_around *around;
	size_t blank = 0;
	int rc = sen_around_open(app->store, &around, err);
	for (size_t i = 0; i < count && rc == 0; i++) {
		blank += entries[i].blank;
		if (!entries[i].blank)
			rc = apply(app, around, &entries[i], err);
	}
	if (rc == 0 && blank)
		app_say(app, "%zu left empty, and still owed.", blank);
	return rc;
}

/* A form for children who were named is for nobody else. */
static bool among(const int64_t *ids, size_t count, int64_t id)
{
	size_t i = 0;
	while (i < count && ids[i] != id)
		i++;
	return !count || i < count;
}

/* The children are looked up again in this school: a form may come from anywhere. */
static int check_children(struct app *app, const struct sen_round_entry *entries, size_t read,
			  const int64_t *ids, size_t count, struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; i < read && rc >= 0; i++) {
		int64_t id = entries[i].minutes.review.pupil_id;
		rc = app_pupil(app, sen_format(app->arena, "P%lld", (long long)id), &id, err);
		if (rc >= 0 && !among(ids, count, id))
			rc = sen_fail(err, SEN_INVALID, "P%lld is not among the children you named",
				      (long long)id);
		if (rc < 0)
			return sen_wrap(err, "line %d of the form", entries[i].line);
	}
	return rc;
}

static int write_form(struct app *app, const struct sen_round *round, const int64_t *ids, size_t count,
		      char **out, struct sen_err *err)
{
	const char **headings = SEN_NEW(app->arena, const char *, count + 1);
	int rc = 0;
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = heading(app, round->kind, ids[i], &headings[i], err);
	return rc < 0 ? rc : sen_round_write(app->store, round, ids, headings, count, out, err);
}

int review_by_form(struct app *app, const struct sen_round *round, const int64_t *ids, size_t count,
		   struct sen_err *err)
{
	struct sen_round_entry *entries;
	const char *text;
	char *form = NULL;
	size_t read;
	int rc = write_form(app, round, ids, count, &form, err);
	if (rc < 0 || (rc = app_form(app, form, &text, err)) < 0 ||
	    (rc = sen_round_read(app->store, round, text, &entries, &read, err)) < 0 ||
	    (rc = check_children(app, entries, read, ids, count, err)) < 0)
		return rc;
	return apply_all(app, entries, read, err);
}

static int review_round(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_round round = {
		.kind = sen_code_find(sen_review_kinds, a->kind), .led_by = a->by, .on = a->on};
	int64_t *ids;
	size_t count;
	int rc;
	if ((rc = review_pupils(app, &a->pupils, round.kind, &ids, &count, err)) < 0)
		return rc;
	if (count == 0 && !app->form_file) {
		sen_fail(err, SEN_USAGE, "say which children the round is for");
		sen_hint(err, "'sendctl review round %s monitored', a class (@3B), or names", round.kind);
		return err->code;
	}
	return review_by_form(app, &round, ids, count, err);
}

static const struct opt opts[] = {
	OPT_ROW_CHOICE(struct args, kind, "KIND", OPT_POSITIONAL | OPT_REQUIRED, REVIEW_KINDS,
		       "the kind: " REVIEW_KINDS_TEXT),
	OPT_ROW_DATE(struct args, on, "on", 0, "the day they were held, for the blocks that do not say"),
	OPT_ROW_WORD(struct args, by, "by", 0, "NAME", "who led them, for the blocks that do not say"),
	OPT_ROW_WORDS(struct args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: monitored, @3B, zoe@3B"),
};
static const char *const examples[] = {"sendctl review round monitoring monitored",
				       "sendctl review round parents @3B --on 2026-11-18 --by \"Ms Hart\"",
				       "sendctl review round parents --form=round.txt", NULL};
const struct cmd review_round_cmd = {
	.noun = "review",
	.verb = "round",
	.summary = "one form for many children, a block each",
	.about =
		"The form opens in your editor. A block left empty stays owed. Of a class (@3B) "
		"those on the register have a block, in a round of checks the monitored. The targets of the "
		"child's plan stand in its block: write how each went after the '='. All of it is written or "
		"none: a fault names its line, and what you wrote is kept in the file that is named.",
	.flags = CMD_WRITES | CMD_ROUND,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.record = &sen_review_record,
	.examples = examples,
	.run = review_round,
};

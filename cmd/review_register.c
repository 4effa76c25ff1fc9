/* sendctl review register: the review of the register each term (R54). */
#include "review.h"
#include <sen/movement.h>
#include <sen/text.h>
#include <string.h>

static int nothing_open(struct sen_err *err)
{
	sen_fail(err, SEN_NOTFOUND, "no review of the register is open");
	sen_hint(err, "Open one: 'sendctl review register --open'.");
	return err->code;
}

/* ---- Open ---- */

struct args {
	bool open, close;
	struct texts confirm;
	const char *note, *by;
	sen_date on;
};

static int count_waiting(struct app *app, sen_date since, size_t *waiting, struct sen_buf *who,
			 struct sen_err *err)
{
	struct sen_register_child *children;
	size_t count;
	int rc = sen_register_children(app->store, since, &children, &count, err);

	*waiting = 0;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (children[i].state[0])
			continue;
		if ((*waiting)++ < 20)
			sen_buf_addf(who, "%sP%lld", who->len ? ", " : "", (long long)children[i].pupil_id);
	}
	if (rc == 0 && *waiting > 20)
		sen_buf_addf(who, " and %zu more", *waiting - 20);
	return rc;
}

static int open_review(struct app *app, const struct args *a, const struct sen_logbook *open,
		       struct sen_err *err)
{
	struct sen_logbook *entry = sen_record_new(app->arena, &sen_logbook_record);
	struct sen_buf who = {.arena = app->arena};
	size_t waiting;
	char day[16];
	int rc;

	if (open->head.id) {
		sen_fail(err, SEN_CONFLICT, "a review of the register is open since %s (LB%lld)",
			 sen_date_long(open->held_on, day), (long long)open->head.id);
		sen_hint(err, "See it with 'sendctl review register'; end it with --close.");
		return err->code;
	}
	entry->kind = SEN_REGISTER_REVIEW;
	entry->held_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	entry->who = a->by;
	entry->note = a->note;
	if ((rc = sen_record_insert(app->store, &sen_logbook_record, entry, err)) < 0 ||
	    (rc = count_waiting(app, entry->held_on, &waiting, &who, err)) < 0)
		return rc;
	app->created = entry->head.id;
	app->created_prefix = sen_logbook_record.prefix;
	app_wrote(app, &sen_logbook_record, entry->head.id);
	app_say(app, "The review of the register is open from %s: %zu to look at.",
		sen_date_long(entry->held_on, day), waiting);
	app_say(app, "  The list, and what moved since the last one: sendctl review register");
	return 0;
}

/* ---- Confirm ---- */

static bool waits(const struct sen_register_child *children, size_t count, int64_t pupil, bool *there)
{
	for (size_t i = 0; i < count; i++)
		if (children[i].pupil_id == pupil) {
			*there = true;
			return !children[i].state[0];
		}
	*there = false;
	return false;
}

static int confirm_one(struct app *app, const struct args *a, int64_t pupil, struct sen_err *err)
{
	struct sen_review *review = sen_record_new(app->arena, &sen_review_record);
	struct sen_review planned;
	struct sen_move move;
	int rc = sen_review_waiting(app->store, pupil, "register", &planned, err);

	if (rc < 0)
		return rc;
	if (planned.head.id)
		*review = planned;
	review->pupil_id = pupil;
	review->kind = "register";
	review->held_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	review->decision = "confirmed";
	review->note = a->note;
	if (a->by)
		review->led_by = a->by;
	if ((rc = sen_review_hold(app->store, review, &move, err)) < 0)
		return sen_wrap(err, "P%lld", (long long)pupil);
	app_wrote(app, &sen_review_record, review->head.id);
	return 0;
}

static int not_on_it(int64_t pupil, struct sen_err *err)
{
	sen_fail(err, SEN_INVALID, "P%lld is not on the SEND register today", (long long)pupil);
	sen_hint(err, "A move onto it: 'sendctl pupil level P%lld LEVEL --reason TEXT'.", (long long)pupil);
	return err->code;
}

struct tally {
	size_t done, before;
};

/* Of a class or list those on the register; a child who was named must be on it. */
static int confirm_word(struct app *app, const struct args *a, const char *word,
			const struct sen_register_child *children, size_t count, struct tally *tally,
			struct sen_err *err)
{
	bool list = word[0] == '@' || strchr(word, ':') != NULL;
	int64_t *ids;
	size_t n;
	int rc = app_pupils(app, word, &ids, &n, err);

	for (size_t i = 0; rc == 0 && i < n; i++) {
		bool there, waiting = waits(children, count, ids[i], &there);

		if (!there && n == 1 && !list)
			return not_on_it(ids[i], err);
		tally->before += there && !waiting;
		tally->done += waiting;
		rc = waiting ? confirm_one(app, a, ids[i], err) : 0;
	}
	return rc;
}

static int confirm(struct app *app, const struct args *a, const struct sen_logbook *open, struct sen_err *err)
{
	struct sen_register_child *children;
	struct sen_buf who = {.arena = app->arena};
	struct tally tally = {0};
	size_t count, waiting;
	int rc = 0;

	if (!open->head.id)
		return nothing_open(err);
	if (a->on != SEN_NO_DATE && a->on < open->held_on)
		return sen_fail(err, SEN_INVALID, "--on: the review was not open yet that day");
	for (size_t i = 0; rc == 0 && i < a->confirm.count; i++) {
		rc = sen_register_children(app->store, open->held_on, &children, &count, err);
		if (rc == 0)
			rc = confirm_word(app, a, a->confirm.items[i], children, count, &tally, err);
	}
	if (rc < 0 || (rc = count_waiting(app, open->held_on, &waiting, &who, err)) < 0)
		return rc;
	app->unchanged = tally.done == 0;
	app_say(app, "%zu confirmed%s; %zu still to look at.", tally.done,
		tally.before ? sen_format(app->arena, ", %zu looked at before", tally.before) : "", waiting);
	return 0;
}

/* ---- Close ---- */

static int check_all(struct app *app, const struct sen_logbook *open, struct sen_err *err)
{
	struct sen_buf who = {.arena = app->arena};
	size_t waiting;
	int rc = count_waiting(app, open->held_on, &waiting, &who, err);

	if (rc < 0 || waiting == 0)
		return rc;
	return sen_rule(
		app->store, err,
		"Confirm them with 'sendctl review register --confirm PUPILS', or move them with 'sendctl "
		"pupil level' or 'sendctl pupil need'.",
		"%zu on the register %s not looked at: %s", waiting, waiting == 1 ? "was" : "were", who.text);
}

static void say_words(struct app *app, const char *words)
{
	while (*words) {
		size_t len = strcspn(words, "\n");

		app_say(app, "  %.*s", (int)len, words);
		words += len + (words[len] == '\n');
	}
}

static int close_review(struct app *app, const struct args *a, struct sen_logbook *open, struct sen_err *err)
{
	struct sen_movement movement;
	sen_date from, until;
	char day[16], from_text[11], until_text[11];
	int rc;

	if (!open->head.id)
		return nothing_open(err);
	if ((rc = check_all(app, open, err)) < 0 ||
	    (rc = sen_movement_period(app->store, &from, &until, err)) < 0)
		return rc;
	open->closed_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	if (a->on != SEN_NO_DATE)
		until = a->on + 1;
	if ((rc = sen_movement(app->store, from, until, &movement, err)) < 0)
		return rc;
	open->result = sen_movement_words(app->arena, &movement);
	if (a->note)
		open->note = open->note ? sen_format(app->arena, "%s\n%s", open->note, a->note) : a->note;
	if (a->by)
		open->who = a->by;
	if ((rc = sen_record_update(app->store, &sen_logbook_record, open, err)) < 0)
		return rc;
	app_wrote(app, &sen_logbook_record, open->head.id);
	app_say(app, "The review of the register LB%lld is closed on %s.", (long long)open->head.id,
		sen_date_long(open->closed_on, day));
	say_words(app, open->result);
	app_say(app, "  As tables: sendctl report movement --from %s --until %s",
		sen_date_text(from, from_text), sen_date_text(until, until_text));
	app_say(app,
		"  It goes to all staff: 'sendctl staff given all register'; who has not read it: 'sendctl "
		"report given'.");
	return 0;
}

/* ---- The row ---- */

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *a = data;
	struct sen_logbook open, closed;
	int rc = sen_register_review_open(app->store, &open, &closed, err);

	if (rc < 0)
		return rc;
	if ((a->confirm.count > 0) + a->close + a->open > 1)
		return sen_fail(err, SEN_USAGE, "--open, --confirm and --close are given one at a time");
	if (a->confirm.count)
		return confirm(app, a, &open, err);
	return a->close ? close_review(app, a, &open, err) : open_review(app, a, &open, err);
}

#define S struct args
static const struct opt opts[] = {
	OPT_ROW_FLAG(S, open, "open", 0, "open a review of the register"),
	OPT_ROW_WORDS(S, confirm, "confirm", 0, "PUPILS",
		      "these stay as they are: names, @3B, year:6, register"),
	OPT_ROW_FLAG(S, close, "close", 0, "every child was looked at: keep the analysis"),
	OPT_ROW_DATE(S, on, "on", 0, "the day (today)"),
	OPT_ROW_WORD(S, by, "by", 0, "NAME", "who leads it"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what was said"),
};
#undef S
static const char *const examples[] = {
	"sendctl review register --open",
	"sendctl review register --confirm @3B --note \"settled; support goes on\"",
	"sendctl review register --close", NULL};
const struct cmd review_register_cmd = {
	.noun = "review",
	.verb = "register",
	.summary = "the review of the register each term: the list, each child confirmed, the analysis",
	.about = "Alone it prints the list: each child on the register with level, needs, plan and last "
		 "review, "
		 "what moved since the last register review, and whether this one has looked at the child; "
		 "then those who "
		 "came off it since. "
		 "--open begins one. A child who stays as before is confirmed with --confirm; another level "
		 "or "
		 "other needs ('sendctl pupil level', 'sendctl pupil need') from the day it was opened on "
		 "count "
		 "as looked at. --close refuses while children were not looked at (--anyway goes on), and "
		 "keeps "
		 "the numbers of 'sendctl report movement' in the logbook.",
	.flags = CMD_WRITES | CMD_TABLE,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_register_review_list,
	.bare = &review_register_list_cmd,
	.examples = examples,
	.run = run,
};

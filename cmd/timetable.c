/* The noun `timetable`: interim reduced timetables, begun, reviewed and ended. */
#include "nouns.h"
#include <sen/childfile.h>
#include <sen/school.h>

/* ---- add ---- */

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_timetable *table = app->record;
	char day[16];
	(void)args;
	int rc = sen_timetable_begin(app->store, table, err);
	if (rc < 0)
		return rc;
	app->created = table->head.id;
	app_say(app, "%s: reduced timetable from %s.", app_child(app, table->pupil_id),
		sen_date_long(table->from_on, day));
	if (table->consent_id != SEN_NO_INT)
		app_say(app, "  it rests on the consent CN%lld", (long long)table->consent_id);
	if (table->approved_on != SEN_NO_DATE)
		app_say(app, "  approved %s", sen_date_long(table->approved_on, day));
	if (table->review_on != SEN_NO_DATE)
		app_say(app, "  to be reviewed by %s", sen_date_long(table->review_on, day));
	if (table->la_told_on == SEN_NO_DATE && !app->dry_run)
		app_say(app,
			"  when the local authority has been told: sendctl timetable edit TT%lld "
			"--la-told-on DATE",
			(long long)table->head.id);
	return 0;
}
static const char *const add_examples[] = {
	"sendctl timetable add zoe@3B --hours mornings --reason \"back after illness\" --by \"Ms Hart\" "
	"--full-time-by 2027-01-04",
	NULL};
static const struct cmd add_cmd = {
	.noun = "timetable",
	.verb = "add",
	.summary = "begin an interim reduced timetable",
	.about = "Where the policy asks for the parents' consent and for approval, it does not begin without "
		 "them. With no --due it is reviewed as the policy says, else by the end of the half term.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_timetable_record,
	.examples = add_examples,
	.run = add,
};

/* ---- review, end ---- */

struct args {
	const char *record, *note, *hours;
	sen_date on, due;
};

static int load(struct app *app, const struct args *a, struct sen_timetable *table, struct sen_err *err)
{
	int64_t id;
	char day[16];
	int rc = app_record(app, &sen_timetable_record, a->record, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_timetable_record, id, table, err)) < 0)
		return rc;
	if (table->until_on == SEN_NO_DATE)
		return 0;
	return sen_fail(err, SEN_CONFLICT, "TT%lld ended on %s already", (long long)id,
			sen_date_long(table->until_on, day));
}

static int set(struct app *app, struct sen_timetable *table, const char *field, const char *text,
	       struct sen_err *err)
{
	return text ? sen_field_set(app->store, sen_field_named(&sen_timetable_record, field), table, text,
				    err)
		    : 0;
}

/* The review itself is a note of the child, so that each stays in the chronology. */
static int keep_note(struct app *app, const struct sen_timetable *table, const struct args *a, sen_date on,
		     struct sen_err *err)
{
	struct sen_note *note = sen_record_new(app->arena, &sen_note_record);
	note->pupil_id = table->pupil_id;
	note->noted_on = on;
	note->noted_by = app->context.who;
	note->record = sen_format(app->arena, "TT%lld", (long long)table->head.id);
	note->note = sen_format(app->arena, "Reduced timetable reviewed%s%s%s%s", a->hours ? "; now " : "",
				a->hours ? a->hours : "", a->note ? ": " : "", a->note ? a->note : "");
	int rc = sen_record_insert(app->store, &sen_note_record, note, err);
	if (rc == 0)
		app_wrote(app, &sen_note_record, note->head.id);
	return rc;
}

static int review(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_timetable table;
	char day[16], next[16];
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = load(app, a, &table, err);
	if (rc < 0)
		return rc;
	if (on < table.from_on)
		return sen_fail(err, SEN_INVALID, "--on: %s is before it began (%s)", sen_date_long(on, day),
				sen_date_long(table.from_on, next));
	if (a->due <= on)
		return sen_fail(err, SEN_INVALID, "--due: %s is not after the review",
				sen_date_long(a->due, day));
	table.review_on = a->due;
	if ((rc = set(app, &table, "hours", a->hours, err)) < 0 ||
	    (rc = sen_record_update(app->store, &sen_timetable_record, &table, err)) < 0 ||
	    (rc = keep_note(app, &table, a, on, err)) < 0)
		return rc;
	app_wrote(app, &sen_timetable_record, table.head.id);
	app_say(app, "%s: reviewed on %s; the next review by %s.", app_child(app, table.pupil_id),
		sen_date_long(on, day), sen_date_long(a->due, next));
	return 0;
}

static int end(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_timetable table;
	char day[16];
	int rc = load(app, a, &table, err);
	if (rc < 0)
		return rc;
	table.until_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	if (a->note)
		table.note = table.note ? sen_format(app->arena, "%s\n%s", table.note, a->note) : a->note;
	if ((rc = sen_record_update(app->store, &sen_timetable_record, &table, err)) < 0)
		return rc;
	app_wrote(app, &sen_timetable_record, table.head.id);
	app_say(app, "%s: full time again from %s.", app_child(app, table.pupil_id),
		sen_date_long(table.until_on, day));
	return 0;
}

#define TIMETABLE                                                                           \
	OPT_ROW_WORD(struct args, record, "TIMETABLE", OPT_POSITIONAL | OPT_REQUIRED, NULL, \
		     "its id, or a child with one that is running")
static const struct opt review_opts[] = {
	TIMETABLE,
	OPT_ROW_DATE(struct args, due, "due", OPT_REQUIRED | OPT_FUTURE, "the day of the next review"),
	OPT_ROW_DATE(struct args, on, "on", 0, "the day it was reviewed (today)"),
	OPT_ROW_TEXT(struct args, hours, "hours", 0, "TEXT", "what the child attends from now on"),
	OPT_ROW_TEXT(struct args, note, "note", 0, "TEXT", "what was seen and agreed"),
};
static const char *const review_examples[] = {
	"sendctl timetable review zoe@3B --hours \"until 14:00\" --due 2027-01-22", NULL};
static const struct cmd review_cmd = {
	.noun = "timetable",
	.verb = "review",
	.summary = "it was looked at: longer days, and the next review",
	.flags = CMD_WRITES,
	.opts = review_opts,
	.opt_count = SEN_COUNT(review_opts),
	.args_size = sizeof(struct args),
	.examples = review_examples,
	.run = review,
};
static const struct opt end_opts[] = {
	TIMETABLE,
	OPT_ROW_DATE(struct args, on, "on", 0, "the first day full time again (today)"),
	OPT_ROW_TEXT(struct args, note, "note", 0, "TEXT", "how it went"),
};
static const char *const end_examples[] = {"sendctl timetable end zoe@3B --on 2027-01-04", NULL};
static const struct cmd end_cmd = {
	.noun = "timetable",
	.verb = "end",
	.summary = "the child is full time again",
	.flags = CMD_WRITES,
	.opts = end_opts,
	.opt_count = SEN_COUNT(end_opts),
	.args_size = sizeof(struct args),
	.examples = end_examples,
	.run = end,
};

static const struct cmd *const verbs[] = {&add_cmd, &review_cmd, &end_cmd};
const struct noun timetable_noun = {.name = "timetable",
				    .summary = "interim reduced timetables, until the child is full time",
				    .group = "around them",
				    .record = &sen_timetable_record,
				    .verbs = verbs,
				    .count = SEN_COUNT(verbs)};

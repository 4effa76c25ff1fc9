/* sendctl session log: one session in a line, or a week by what was otherwise. */
#include "session.h"
#include <string.h>

struct args {
	struct texts provisions, absent, cancelled;
	const char *at, *covered, *note, *staff;
	int64_t minutes;
	sen_date on, week, from, until;
};

struct logging {
	struct app *app;
	const struct args *args;
	struct session_said said;
	const struct sen_calendar *calendar;
	size_t written;
};

/* ---- One session ---- */

static int fill(struct logging *log, struct sen_session *session, struct sen_err *err)
{
	const struct args *a = log->args;
	int rc = provision_set(log->app, &sen_session_record, "at", session, a->at, err);

	session->minutes = a->minutes;
	if (rc == 0)
		rc = provision_set(log->app, &sen_session_record, "covered_by", session, a->covered, err);
	if (rc == 0)
		rc = provision_set(log->app, &sen_session_record, "note", session, a->note, err);
	return rc;
}

static void say_session(struct logging *log, const struct sen_session *session, size_t expected,
			const struct sen_session_absent *absent, size_t count)
{
	struct app *app = log->app;
	char day[16];

	sen_date_long(session->held_on, day);
	if (session->cancelled)
		app_say(app, "  %s: cancelled (%s)", day, session->cancelled);
	else
		app_say(app, "  %s: held, %zu of %zu there%s%s", day, expected - count, expected,
			session->covered_by ? ", given by " : "",
			session->covered_by ? session->covered_by : "");
	for (size_t i = 0; i < count; i++)
		app_say(app, "    absent: %s%s%s", app_child(app, absent[i].pupil_id),
			absent[i].why && absent[i].why[0] ? ", " : "", absent[i].why ? absent[i].why : "");
}

static size_t expected_on(const struct sen_provision_pupil *members, size_t count, sen_date day)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += members[i].from_on <= day &&
		     (members[i].until_on == SEN_NO_DATE || day < members[i].until_on);
	return n;
}

/* *id of the session made; 0: nobody is in it that day. */
static int log_one(struct logging *log, const struct sen_provision *provision,
		   const struct sen_provision_pupil *members, size_t count, sen_date day, int64_t *id,
		   struct sen_err *err)
{
	struct app *app = log->app;
	struct sen_session *session = sen_record_new(app->arena, &sen_session_record);
	struct sen_session_absent *absent = NULL;
	size_t away = 0, expected = expected_on(members, count, day);
	const char *why = session_off_on(&log->said, day);
	int rc = fill(log, session, err);

	*id = 0;
	if (rc < 0 || (rc = provision_set(app, &sen_session_record, "cancelled", session, why, err)) < 0)
		return rc;
	session->provision_id = provision->head.id;
	session->held_on = day;
	away = session_away_on(app, &log->said, members, count, day, &absent);
	if (session->cancelled)
		away = 0;
	if ((rc = sen_session_log(app->store, session, absent, away, err)) < 0)
		return rc;
	if (!expected) {
		sen_fail(err, SEN_INVALID, "nobody is in %s on that day", provision_called(app, provision));
		sen_hint(err, "To add a child: 'sendctl provision join G%lld PUPIL --from DATE'.",
			 (long long)provision->head.id);
		return err->code;
	}
	*id = session->head.id;
	log->written++;
	app_wrote(app, &sen_session_record, session->head.id);
	say_session(log, session, expected, absent, away);
	return 0;
}

/* Another day than its own is said, so that a slip is seen. */
static void say_unplanned(struct app *app, const struct sen_provision *provision, sen_date day)
{
	int on[5], weekday = sen_date_weekday(day);

	sen_provision_week(provision, on);
	if (provision->days && (weekday > 5 || !on[weekday - 1]))
		app_say(app, "    not one of its days: %s", provision->days);
}

static int log_day(struct logging *log, const struct sen_provision *provision, struct sen_err *err)
{
	struct app *app = log->app;
	sen_date day = log->args->on == SEN_NO_DATE ? app->context.today : log->args->on;
	struct sen_provision_pupil *members;
	size_t count;
	int64_t id;
	int rc = sen_provision_members(app->store, provision->head.id, &members, &count, err);

	if (rc < 0)
		return rc;
	app_say(app, "%s:", provision_called(app, provision));
	if ((rc = log_one(log, provision, members, count, day, &id, err)) < 0)
		return rc;
	say_unplanned(app, provision, day);
	app->created = id;
	app->created_prefix = sen_session_record.prefix;
	return 0;
}

/* ---- All that was planned in a time, but for what was logged ---- */

static size_t logged_on(const struct sen_session *sessions, size_t count, sen_date day)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += sessions[i].held_on == day;
	return n;
}

struct tally {
	size_t done, there, to_come, empty;
};

static int log_planned(struct logging *log, const struct sen_provision *provision, const sen_date *days,
		       size_t day_count, sen_date from, struct tally *tally, struct sen_err *err)
{
	struct app *app = log->app;
	struct sen_provision_pupil *members;
	struct sen_session *sessions;
	size_t count, session_count, same = 0;
	int64_t id;
	int rc = sen_provision_members(app->store, provision->head.id, &members, &count, err);

	if (rc == 0)
		rc = sen_provision_sessions(app->store, provision->head.id, from, app->context.today + 1,
					    &sessions, &session_count, err);
	for (size_t i = 0; i < day_count && rc == 0; i++) {
		if (days[i] < from)
			continue;
		same = i > 0 && days[i] == days[i - 1] ? same + 1 : 0;
		if (days[i] > app->context.today)
			tally->to_come++;
		else if (logged_on(sessions, session_count, days[i]) > same)
			tally->there++;
		else if (!expected_on(members, count, days[i]))
			tally->empty++;
		else if ((rc = log_one(log, provision, members, count, days[i], &id, err)) == 0)
			tally->done++;
	}
	return rc;
}

static int log_time(struct logging *log, const struct sen_provision *provision, sen_date from, sen_date until,
		    struct sen_err *err)
{
	struct app *app = log->app;
	struct tally tally = {0};
	sen_date *days;
	size_t count;
	int rc;

	sen_sessions_planned(app->arena, provision, log->calendar, until - 1, &days, &count);
	app_say(app, "%s:", provision_called(app, provision));
	if ((rc = log_planned(log, provision, days, count, from, &tally, err)) < 0)
		return sen_wrap(err, "%s", provision_called(app, provision));
	if (tally.there)
		app_say(app, "  %zu logged already", tally.there);
	if (tally.to_come)
		app_say(app, "  %zu still to come", tally.to_come);
	if (tally.empty)
		app_say(app, "  %zu planned, with nobody in it", tally.empty);
	if (!tally.there && !tally.to_come && !tally.done && !tally.empty)
		app_say(app, "  none planned in that time");
	return 0;
}

/* ---- The command ---- */

static int check_time(const struct args *a, sen_date *from, sen_date *until, struct sen_err *err)
{
	bool week = a->week != SEN_NO_DATE, range = a->from != SEN_NO_DATE || a->until != SEN_NO_DATE;

	*from = *until = SEN_NO_DATE;
	if (week + range + (a->on != SEN_NO_DATE) > 1)
		return sen_fail(err, SEN_USAGE, "give one of --on, --week, or --from and --until");
	if (range && (a->from == SEN_NO_DATE || a->until == SEN_NO_DATE))
		return sen_fail(err, SEN_USAGE, "--from and --until go together");
	if (range && a->until <= a->from)
		return sen_fail(err, SEN_USAGE, "--until is the first day after, so later than --from");
	if ((week || range) && a->at) {
		sen_fail(err, SEN_USAGE, "--at is the time of one session");
		sen_hint(err, "Log that one by itself with --on, then the rest with --week.");
		return err->code;
	}
	*from = week ? session_monday(a->week) : range ? a->from : SEN_NO_DATE;
	*until = week ? *from + 7 : a->until;
	return 0;
}

static int log_all(struct logging *log, const int64_t *ids, size_t count, sen_date from, sen_date until,
		   struct sen_err *err)
{
	struct app *app = log->app;
	int rc = 0;

	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_provision provision;

		rc = provision_load(app, sen_format(app->arena, "G%lld", (long long)ids[i]), &provision, err);
		if (rc == 0)
			rc = from == SEN_NO_DATE ? log_day(log, &provision, err)
						 : log_time(log, &provision, from, until, err);
	}
	return rc;
}

static int run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct logging log = {.app = app, .args = a};
	sen_date from, until, day = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int64_t *ids;
	size_t count;
	int rc = check_time(a, &from, &until, err);

	if (rc < 0 || (rc = sen_store_calendar(app->store, &log.calendar, err)) < 0 ||
	    (rc = session_provisions(app, &a->provisions, a->staff, from == SEN_NO_DATE ? day : from,
				     from == SEN_NO_DATE ? day + 1 : until, &ids, &count, err)) < 0 ||
	    (rc = session_said(app, &a->absent, &a->cancelled, ids, count, &log.said, err)) < 0 ||
	    (rc = log_all(&log, ids, count, from, until, err)) < 0 ||
	    (rc = session_all_used(app, &log.said, err)) < 0)
		return rc;
	/* One id is for the next command; of several none is. */
	if (count > 1)
		app->created = 0;
	app->unchanged = log.written == 0;
	return 0;
}
static const struct opt opts[] = {
	OPT_ROW_WORDS(struct args, provisions, "PROVISIONS", OPT_POSITIONAL | OPT_REST, NULL,
		      "G4, the name of one that runs, or a child or class: all that is given to them"),
	OPT_ROW_DATE(struct args, on, "on", 0, "the day (today)"),
	OPT_ROW_WORD(struct args, at, "at", 0, "HH:MM", "time of day, when it was another"),
	OPT_ROW_INT(struct args, minutes, "minutes", 0, "N", "minutes, when it was longer or shorter"),
	OPT_ROW_WORDS(struct args, absent, "absent", 0, "PUPIL=WHY",
		      "who was not there: sam@3B=ill; of a week: \"sam@3B on tue = ill\"; again for more"),
	OPT_ROW_TEXTS(struct args, cancelled, "cancelled", 0, "WHY",
		      "it was not held, and why; of a week: \"wed = sports day\"; again for more"),
	OPT_ROW_TEXT(struct args, covered, "covered-by", 0, "NAME", "another adult who gave it"),
	OPT_ROW_TEXT(struct args, note, "note", 0, "TEXT", "a note"),
	OPT_ROW_DATE(struct args, week, "week", 0, "all that was planned in the week of this day"),
	OPT_ROW_DATE(struct args, from, "from", 0, "all that was planned from this day"),
	OPT_ROW_DATE(struct args, until, "until", OPT_FUTURE, "to the day before this one"),
	OPT_ROW_WORD(struct args, staff, "staff", 0, "NAME", "all that this adult gives"),
};
static const char *const examples[] = {
	"sendctl session log G4 --on mon --absent sam@3B=\"ill\"",
	"sendctl session log G4 --on 2026-11-18 --cancelled \"hall in use\"",
	"sendctl session log G4 --week 2026-11-16 --absent \"sam@3B on tue = ill\"",
	"sendctl session log --staff \"Ms Ola\" --week 2026-11-16 --cancelled \"wed = sports day\"", NULL};
const struct cmd session_log_cmd = {
	.noun = "session",
	.verb = "log",
	.summary = "log a session in one line, or a week by what was otherwise",
	.about = "One session: the day, and who was not there. With --week (or --from and --until) every "
		 "session "
		 "that was planned, is behind us and is not logged yet is logged as held, but for what "
		 "--absent "
		 "and --cancelled say: \"CHILD on DAY = WHY\", \"DAY = WHY\"; without a day it is so of all "
		 "of "
		 "them. The same again changes nothing.\n\n"
		 "A day on which the school is closed, before the provision began or after its end, a day to "
		 "come, and a session that is logged already are refused, with what to do.",
	.flags = CMD_WRITES,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.examples = examples,
	.run = run,
};

/* Every record has an 'add' (cli.md 1): a session is logged. */
const struct cmd session_add_cmd = {
	.noun = "session",
	.verb = "add",
	.summary = "the same as 'session log'",
	.flags = CMD_WRITES | CMD_HIDDEN,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.run = run,
};

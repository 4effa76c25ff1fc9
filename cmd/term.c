/* The noun `term`: the school's dates; `close` for days it is shut. */
#include "nouns.h"
#include <sen/provision.h>
#include <sen/school.h>
#include <string.h>

static int list(struct app *app, const void *args, struct sen_err *err)
{
	(void)args;
	return app_answer(app, &sen_term_list_query, NULL, 0, err);
}
static const struct cmd list_cmd = {
	.noun = "term",
	.verb = "list",
	.summary = "the school's dates, in order",
	.flags = CMD_READS | CMD_TABLE,
	.answer = &sen_term_list_query,
	.run = list,
};

/* ---- close ---- */

struct args {
	const char *dates, *name;
};

/* "1 Dec 2026..3 Dec 2026", both days included; one date is one day. */
static int read_dates(struct app *app, const char *text, sen_date *first, sen_date *last, struct sen_err *err)
{
	struct sen_date_context context = {
		.today = app->context.today, .future = true, .end_of_term = SEN_NO_DATE};
	const char *dots = strstr(text, "..");
	const char *from = dots ? sen_strndup(app->arena, text, (size_t)(dots - text)) : text;
	int rc = sen_date_parse(from, &context, first, err);
	*last = *first;
	if (rc == 0 && dots)
		rc = sen_date_parse(dots + 2, &context, last, err);
	if (rc < 0 || *last >= *first)
		return rc;
	sen_fail(err, SEN_INVALID, "the last day is before the first in '%s'", text);
	sen_hint(err, "give the first day, two dots and the last day: 2026-12-01..2026-12-03");
	return err->code;
}

/* Provision that is planned by weeks goes on for the sessions that fall out. */
static int replan(struct app *app, struct sen_provision *items, size_t count, struct sen_err *err)
{
	size_t moved;
	char day[16];
	int rc = sen_provisions_replan(app->store, items, count, &moved, err);
	for (size_t i = 0; i < moved && rc == 0; i++)
		app_say(app, "  %s (G%lld) makes up for it: the last day is now %s.", items[i].name,
			(long long)items[i].head.id, sen_date_long(items[i].until_on - 1, day));
	return rc;
}

static int close_it(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision *items;
	size_t count;
	sen_date first = SEN_NO_DATE, last = SEN_NO_DATE;
	char from[16], until[16];
	int rc = read_dates(app, a->dates, &first, &last, err);
	if (rc < 0 || (rc = sen_provisions_by_plan(app->store, first, &items, &count, err)) < 0 ||
	    (rc = sen_term_close(app->store, first, last + 1, a->name, err)) < 0)
		return rc;
	if (first == last)
		app_say(app, "The school is closed on %s.", sen_date_long(first, from));
	else
		app_say(app, "The school is closed from %s to %s, both days included.",
			sen_date_long(first, from), sen_date_long(last, until));
	app_say(app, "  Limits in school days are counted anew; statutory ones do not move.");
	return replan(app, items, count, err);
}

static const struct opt opts[] = {
	OPT_ROW_WORD(struct args, dates, "DATE..DATE", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the first and the last day, both included; or one day"),
	OPT_ROW_TEXT(struct args, name, "name", 0, "TEXT", "why: Snow"),
};
static const char *const examples[] = {"sendctl term close 2026-12-01..2026-12-03 --name Snow", NULL};
static const struct cmd close_cmd = {
	.noun = "term",
	.verb = "close",
	.summary = "the school is shut on these days",
	.flags = CMD_WRITES,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.examples = examples,
	.run = close_it,
};

static const struct cmd *const verbs[] = {&list_cmd, &close_cmd};
const struct noun term_noun = {.name = "term",
			       .summary = "terms, breaks, INSET and closed days",
			       .group = "the school",
			       .record = &sen_term_record,
			       .verbs = verbs,
			       .count = SEN_COUNT(verbs)};

/* sendctl law: the statutory clock as rules; what day one comes to. */
#include "law.h"
#include "nouns.h"
#include "policy_page.h"

#include <string.h>

/* The events a rule's clock can start from, through the rules it leans on. */
static void starts(const struct sen_law *law, const struct sen_law_rule *rule, sen_date on,
		   struct sen_clock_event *events, size_t *count)
{
	for (size_t i = 0; i < rule->limit_count; i++) {
		const char *from = rule->limits[i].from;

		if (strncmp(from, "rule:", 5) == 0)
			starts(law, sen_law_rule(law, from + 5, SEN_NO_DATE), on, events, count);
		else if (*count < 8)
			events[(*count)++] = (struct sen_clock_event){from, on};
	}
}

static const char *start_codes(struct app *app, const struct sen_law *law, const struct sen_law_rule *rule)
{
	struct sen_clock_event events[8];
	struct sen_buf buf = {.arena = app->arena};
	size_t count = 0;

	starts(law, rule, SEN_NO_DATE, events, &count);
	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&buf, "%s%s", i ? ", " : "", events[i].event);
	return buf.text;
}

static void rule_cells(struct app *app, const struct sen_law *law, const struct sen_law_rule *rule,
		       struct sen_cell *cell)
{
	sen_cell_text(&cell[0], rule->code);
	sen_cell_text(&cell[1], rule->section);
	sen_cell_text(&cell[2], rule->name);
	sen_cell_text(&cell[3], sen_law_words(app->arena, law, rule));
	sen_cell_text(&cell[4], rule->owner);
	sen_cell_text(&cell[5], rule->cite);
	sen_cell_text(&cell[6], rule->confidence);
	sen_cell_text(&cell[7], start_codes(app, law, rule));
	sen_cell_text(&cell[8], rule->met);
	sen_cell_date(app->arena, &cell[9], rule->in_force_from);
	sen_cell_date(app->arena, &cell[10], rule->in_force_until);
}

/* ---- list ---- */

struct list_args {
	const char *section;
};

static int list_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct list_args *args = data;
	struct sen_table *table = law_list_table(app, false);
	const struct sen_law *law;
	int rc = sen_law_shipped(app->arena, &law, err);

	if (rc < 0)
		return rc;
	if (args->section && law_has_list(law, args->section))
		return law_list_items(app, law, args->section, err);
	for (size_t i = 0; i < law->rule_count; i++) {
		struct sen_cell *cell;

		if (args->section && strcmp(args->section, law->rules[i].section) != 0)
			continue;
		cell = sen_table_add(table);
		rule_cells(app, law, &law->rules[i], cell);
		sen_cell_text(&cell[11], law->rules[i].note);
	}
	return app_answer_table(app, table, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_CHOICE(
		struct list_args, section, "section", 0,
		"request|review|transfer|reassessment|moving|disagreement|school|invite|ground|right|"
		"advice|evidence|cease|vague|appeal",
		"only this part of the rules; or a list: whom to invite, on what ground to show a plan"),
};
static const char *const list_examples[] = {"sendctl law list --section review",
					    "sendctl law list --section ground", NULL};
static const struct cmd list_cmd = {.noun = "law",
				    .verb = "list",
				    .summary = "the rules of the statutory clock, and the law's lists",
				    .flags = CMD_READS | CMD_NO_FILE | CMD_TABLE,
				    .answer = &sen_law_list,
				    .opts = list_opts,
				    .opt_count = SEN_COUNT(list_opts),
				    .args_size = sizeof(struct list_args),
				    .examples = list_examples,
				    .run = list_run};

/* ---- show ---- */

struct show_args {
	const char *rule;
	sen_date on;
	struct texts events;
};

/* "mediation-certificate=2026-11-30" */
static int one_event(struct app *app, const struct sen_law *law, const char *given,
		     struct sen_clock_event *out, struct sen_err *err)
{
	const struct sen_date_context context = {.today = app->context.today, .end_of_term = SEN_NO_DATE};
	const char *sign = strchr(given, '=');

	if (!sign)
		return sen_fail(err, SEN_USAGE, "--event '%s': give EVENT=DATE", given);
	out->event = sen_strndup(app->arena, given, (size_t)(sign - given));
	if (!sen_law_event_name(law, out->event)) {
		sen_fail(err, SEN_USAGE, "--event: there is no event '%s'", out->event);
		sen_hint(err, "The rules name theirs: 'sendctl law list --fields rule,starts'.");
		return err->code;
	}
	return sen_date_parse(sign + 1, &context, &out->on, err);
}

static bool counts_school_days(const struct sen_law_rule *rule)
{
	return rule->limits[0].kind == SEN_CLOCK_SCHOOL_DAYS;
}

static int facts(struct app *app, const struct show_args *args, const struct sen_law *law,
		 const struct sen_law_rule *rule, struct sen_clock_facts *out, struct sen_err *err)
{
	struct sen_clock_event *events = SEN_NEW(app->arena, struct sen_clock_event, args->events.count + 8);
	struct sen_calendar *calendar = SEN_NEW(app->arena, struct sen_calendar, 1);
	size_t count = 0;
	int rc = policy_file(app, err);

	*calendar = (struct sen_calendar){.count = 0};
	*out = (struct sen_clock_facts){.events = events, .calendar = calendar};
	if (rc < 0)
		return rc;
	if (app->store && counts_school_days(rule) &&
	    ((rc = sen_store_school(app->store, app->school, err)) < 0 ||
	     (rc = sen_store_calendar(app->store, &out->calendar, err)) < 0))
		return rc;
	if (args->on != SEN_NO_DATE)
		starts(law, rule, args->on, events, &count);
	for (size_t i = 0; i < args->events.count && rc == 0; i++)
		rc = one_event(app, law, args->events.items[i], &events[count++], err);
	out->count = count;
	return rc;
}

static const char *exceptions(struct app *app, const struct sen_law *law, const struct sen_law_rule *rule)
{
	struct sen_buf buf = {.arena = app->arena};

	for (size_t i = 0; i < rule->exception_count; i++) {
		const struct sen_law_exception *exception = sen_law_exception(law, rule->exceptions[i]);

		sen_buf_addf(&buf, "%s%s (%s)", i ? "; " : "", exception->name, exception->cite);
	}
	return buf.text;
}

static int show_run(struct app *app, const void *data, struct sen_err *err)
{
	const struct show_args *args = data;
	const struct sen_query *query = &sen_law_show;
	struct sen_table *table = sen_table_of(app->arena, query);
	const struct sen_law *law;
	const struct sen_law_rule *rule;
	struct sen_clock_facts known;
	struct sen_clock clock;
	struct sen_cell *cell;
	int rc = sen_law_shipped(app->arena, &law, err);
	if (rc < 0)
		return rc;
	rule = sen_law_rule(law, args->rule, SEN_NO_DATE);
	if (!rule)
		return law_show_item(app, law, args->rule, table, err);
	if ((rc = facts(app, args, law, rule, &known, err)) < 0)
		return rc;
	if (sen_clock(app->arena, law, rule->code, &known, &clock) &&
	    sen_law_rule(law, rule->code, clock.starts_on))
		rule = sen_law_rule(law, rule->code, clock.starts_on);
	cell = sen_table_add(table);
	rule_cells(app, law, rule, cell);
	sen_cell_text(&cell[11], exceptions(app, law, rule));
	sen_cell_text(&cell[12], rule->note);
	sen_cell_date(app->arena, &cell[13], clock.starts_on);
	sen_cell_date(app->arena, &cell[14], clock.due_on);
	sen_cell_text(&cell[15], clock.how);
	return app_answer_table(app, table, err);
}

static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct show_args, rule, "RULE", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "its key: ehc-decision; or of a list: ofsted, ground:appeal"),
	OPT_ROW_DATE(struct show_args, on, "on", 0, "the day it is counted from: what day it comes to"),
	OPT_ROW_WORDS(struct show_args, events, "event", 0, "EVENT=DATE",
		      "the day of one event, for a rule that looks at several"),
};
static const char *const show_examples[] = {"sendctl law show ehc-decision --on 2026-03-02",
					    "sendctl law show ofsted",
					    "sendctl law show appeal --event appealable-notice=2026-12-31 "
					    "--event mediation-certificate=2027-02-10",
					    NULL};
static const struct cmd show_cmd = {
	.noun = "law",
	.verb = "show",
	.summary = "one rule of the law, and the day it comes to; or an item of a list",
	.about = "It informs and decides nothing: a date that matters is checked against the "
		 "text it cites.",
	.flags = CMD_READS | CMD_NO_FILE | CMD_TABLE,
	.answer = &sen_law_show,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct show_args),
	.examples = show_examples,
	.run = show_run};

static const struct cmd *const verbs[] = {&list_cmd, &show_cmd};
const struct noun law_noun = {.name = "law",
			      .summary = "the statutory clock as rules",
			      .group = "the school",
			      .verbs = verbs,
			      .count = SEN_COUNT(verbs)};

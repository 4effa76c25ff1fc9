/* The noun `rate`: what an hour of a role costs, and other sums, from a day. */
#include "nouns.h"

#include <sen/cost.h>

#include <string.h>

static int list(struct app *app, const void *args, struct sen_err *err)
{
	(void)args;
	return app_answer(app, &sen_rate_list_query, NULL, 0, err);
}
static const char *const list_examples[] = {"sendctl rate list", NULL};
static const struct cmd list_cmd = {
	.noun = "rate",
	.verb = "list",
	.summary = "every rate, from when until when it holds",
	.about = "A rate holds until the next one of the same kind and name begins.",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS | CMD_AS_AT,
	.answer = &sen_rate_list_query,
	.examples = list_examples,
	.run = list,
};

struct args {
	const char *name, *pounds;
};

static int set(struct app *app, const char *field, const char *text, struct sen_err *err)
{
	struct sen_rate *rate = app->record;
	const struct sen_field *row = sen_field_named(&sen_rate_record, field);

	if (!text)
		return 0;
	if (!sen_field_unset(row, rate))
		return sen_fail(err, SEN_USAGE, "'%s' is one too many: --%s is given already", text,
				row->option ? row->option : row->name);
	return sen_field_set(app->store, row, rate, text, err);
}

enum { HIGH_HOUR = 20000 }; /* pence: no adult of a school costs that; pence typed as pounds do */

static int add(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	struct sen_rate *rate = app->record;
	char day[16];
	int rc = set(app, "name", args->name, err);

	if (rc == 0)
		rc = set(app, "pence", args->pounds, err);
	if (rc < 0)
		return rc;
	rate->kind = rate->kind ? rate->kind : "hour";
	if (rate->name && strcmp(rate->kind, "hour") == 0)
		rate->name = sen_role_of_rate(app->arena, rate->name);
	if ((rc = sen_record_insert(app->store, &sen_rate_record, rate, err)) < 0)
		return rc;
	app->created = rate->head.id;
	app_say(app, "%s%s: £%lld.%02lld from %s.", strcmp(rate->kind, "hour") == 0 ? "An hour of " : "",
		rate->name, (long long)(rate->pence / 100), (long long)(rate->pence % 100),
		sen_date_long(rate->from_on, day));
	if (strcmp(rate->kind, "hour") == 0 && rate->pence > HIGH_HOUR && !app->dry_run)
		app_say(app,
			"  That is more than £200 an hour. If it is a slip: sendctl rate remove RT%lld "
			"--reason \"a slip\"",
			(long long)app->created);
	return 0;
}
static const struct opt add_opts[] = {
	OPT_ROW_WORD(struct args, name, "NAME", OPT_POSITIONAL, NULL, "the same as --name"),
	OPT_ROW_WORD(struct args, pounds, "POUNDS", OPT_POSITIONAL, NULL, "the same as --pounds"),
};
static const char *const add_examples[] = {
	"sendctl rate add ta 14.50 --from 2026-09-01",
	"sendctl rate add --kind hour --name ta --pounds 15.20 --from 2027-04-01",
	"sendctl rate add --kind notional --name child --pounds 6000 --from 2026-09-01", NULL};
static const struct cmd add_cmd = {
	.noun = "rate",
	.verb = "add",
	.summary = "a sum of money that holds from a day",
	.about =
		"Kinds: hour, an hour of a role (a role of the staff list, or a word of your own which the "
		"provision names); notional, the sum a school is expected to meet for a child in a year; "
		"budget, the school's notional SEN budget for a year; devolved, a sum a year by the name of "
		"its source; resource, what an intervention of that name needs once. Without --kind it is an "
		"hour's. A rise is a new rate from its day: what was costed before stays as it was.",
	.flags = CMD_WRITES | CMD_CREATES,
	.record = &sen_rate_record,
	.opts = add_opts,
	.opt_count = SEN_COUNT(add_opts),
	.args_size = sizeof(struct args),
	.examples = add_examples,
	.run = add,
};

static const struct cmd *const verbs[] = {&add_cmd, &list_cmd};
const struct noun rate_noun = {.name = "rate",
			       .summary = "what an hour of a role costs, and other sums, by date",
			       .group = "the school",
			       .record = &sen_rate_record,
			       .verbs = verbs,
			       .count = SEN_COUNT(verbs)};

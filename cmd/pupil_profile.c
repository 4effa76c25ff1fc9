/* sendctl pupil profile, pupil weigh: what is known of the child beside levels. */
#include "nouns.h"
#include <sen/childfile.h>
#include <sen/graduated.h>
#include <string.h>

/* ---- profile: shown ---- */

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":pupil"};
	int rc = app_pupil(app, a->record, &value.number, err);
	return rc < 0 ? rc : app_answer(app, &sen_profile_query, &value, 1, err);
}
static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
};
static const struct cmd show_cmd = {
	.noun = "pupil",
	.verb = "profile",
	.summary = "the one-page profile as it stands",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_profile_query,
	.run = show,
};

/* ---- profile: a new version ---- */

/* What is not given now stays as it was. */
static void keep_rest(struct sen_profile *now, const struct sen_profile *before, const bool *given)
{
	for (size_t i = 0; i < sen_profile_record.count; i++) {
		const struct sen_field *field = &sen_profile_record.fields[i];
		if (given[i] || field->kind != SEN_K_NOTE)
			continue;
		*(const char **)(void *)((char *)now + field->offset) =
			*(const char *const *)(const void *)((const char *)before + field->offset);
	}
}

static int profile(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_profile *now = app->record, before;
	char day[16];
	(void)args;
	int rc = sen_profile_on(app->store, now->pupil_id, now->made_on, &before, err);
	if (rc < 0)
		return rc;
	if (before.head.id)
		keep_rest(now, &before, app->given);
	if ((rc = sen_record_insert(app->store, &sen_profile_record, now, err)) < 0)
		return rc;
	app->created = now->head.id;
	app_say(app, "%s: %s of the one-page profile, made %s.", app_child(app, now->pupil_id),
		before.head.id ? "a new version" : "the first version", sen_date_long(now->made_on, day));
	app_say(app, "To print it: sendctl --format html -o profile.html pupil profile P%lld",
		(long long)now->pupil_id);
	return 0;
}
static const char *const profile_examples[] = {
	"sendctl pupil profile zoe@3B --matters \"Knowing what comes next\" --help-best \"Show, then tell\"",
	NULL};
const struct cmd pupil_profile_cmd = {
	.noun = "pupil",
	.verb = "profile",
	.summary = "the one-page profile: show it, or make a new version",
	.about = "With the child alone, prints the profile as it stands and when each version was made; "
		 "'--format html -o FILE' makes the page to hand out. With any of the texts it makes a new "
		 "version: what is not given stays as it was, and the old version is kept.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM | CMD_TABLE | CMD_AS_AT,
	.record = &sen_profile_record,
	.answer = &sen_profile_query,
	.bare = &show_cmd,
	.examples = profile_examples,
	.run = profile,
};

/* ---- weigh ---- */

struct weigh_args {
	const char *pupil, *by;
	struct texts factors;
	sen_date on;
};

static int weigh_one(struct app *app, const struct weigh_args *a, int64_t pupil_id, const char *text,
		     struct sen_err *err)
{
	struct sen_weighing *line = sen_record_new(app->arena, &sen_weighing_record);
	const char *sign = strchr(text, '=');
	if (!sign || sign == text || !sign[1]) {
		sen_fail(err, SEN_USAGE, "'%s' is no factor with a note", text);
		sen_hint(err, "write it as FACTOR=\"note\", as in attendance=\"96%% this term\"");
		return err->code;
	}
	line->pupil_id = pupil_id;
	line->weighed_by = a->by;
	line->weighed_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = sen_field_set(app->store, sen_field_named(&sen_weighing_record, "factor"), line,
			       sen_strndup(app->arena, text, (size_t)(sign - text)), err);
	if (rc == 0)
		rc = sen_field_set(app->store, sen_field_named(&sen_weighing_record, "note"), line, sign + 1,
				   err);
	if (rc < 0 || (rc = sen_weigh(app->store, line, err)) < 0)
		return rc;
	app_wrote(app, &sen_weighing_record, line->head.id);
	app_say(app, "  %s: %s", line->factor_name, line->note);
	return 0;
}

static int weigh(struct app *app, const void *args, struct sen_err *err)
{
	const struct weigh_args *a = args;
	int64_t pupil_id;
	char day[16];
	int rc = app_pupil(app, a->pupil, &pupil_id, err);
	if (rc < 0)
		return rc;
	app_say(app, "%s: weighed on %s.", app_child(app, pupil_id),
		sen_date_long(a->on == SEN_NO_DATE ? app->context.today : a->on, day));
	for (size_t i = 0; i < a->factors.count && rc == 0; i++)
		rc = weigh_one(app, a, pupil_id, a->factors.items[i], err);
	return rc;
}
static const struct opt weigh_opts[] = {
	OPT_ROW_WORD(struct weigh_args, pupil, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
	OPT_ROW_TEXTS(struct weigh_args, factors, "FACTOR", OPT_POSITIONAL | OPT_REQUIRED | OPT_REST, NULL,
		      "a factor of the school's policy and what was found: attendance=\"96% this term\""),
	OPT_ROW_DATE(struct weigh_args, on, "on", 0, "the day it was weighed (today)"),
	OPT_ROW_WORD(struct weigh_args, by, "by", 0, "NAME", "who weighed it"),
};
static const char *const weigh_examples[] = {
	"sendctl pupil weigh zoe@3B eal=\"Polish at home; understands as her peers do\" attendance=\"96%\"",
	NULL};
const struct cmd pupil_weigh_cmd = {
	.noun = "pupil",
	.verb = "weigh",
	.summary = "factors weighed before SEN is decided, a line on each",
	.about = "Which factors are weighed is in the school's policy ('sendctl policy show'); a policy that "
		 "names none leaves it to the school. None of them is SEN in itself.",
	.flags = CMD_WRITES,
	.opts = weigh_opts,
	.opt_count = SEN_COUNT(weigh_opts),
	.args_size = sizeof(struct weigh_args),
	.examples = weigh_examples,
	.run = weigh,
};

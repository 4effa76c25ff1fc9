/* The noun `disclosure`: a plan shown or given outside the school (R68). */
#include "disclosure.h"
#include "import.h"
#include "nouns.h"

#include <sen/exchange.h>
#include <sen/policy.h>

#include <string.h>

/* ---- add ---- */

/* What was shown had come by that day, and so had the version. */
static int check_version(struct app *app, const struct sen_ehc *ehc, const struct sen_disclosure *now,
			 int64_t version, struct sen_err *err)
{
	struct sen_milestone *all;
	sen_date first = ehc->opened_on;
	char day[16];
	size_t count;
	bool came = version == SEN_NO_INT;
	int rc = sen_ehc_milestones(app->store, ehc, &all, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		first = all[i].happened_on < first ? all[i].happened_on : first;
		came = came || (all[i].version == version && all[i].happened_on <= now->given_on);
	}
	if (rc < 0)
		return rc;
	if (now->given_on < first)
		return sen_fail(err, SEN_INVALID, "--on: nothing of EH%lld was there before %s",
				(long long)ehc->head.id, sen_date_long(first, day));
	if (came)
		return 0;
	sen_fail(err, SEN_INVALID, "--plan-version: there was no version %lld of EH%lld on %s",
		 (long long)version, (long long)ehc->head.id, sen_date_long(now->given_on, day));
	sen_hint(err, "Its versions: 'sendctl ehcp show EH%lld'.", (long long)ehc->head.id);
	return err->code;
}

struct add_args {
	int64_t version;
};

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct add_args *a = args;
	struct sen_disclosure *now = app->record, kept;
	struct sen_ehc ehc;
	char day[16];
	const struct sen_leaving leaving = {.pupil_id = now->pupil_id,
					    .what = now->what,
					    .who = now->who,
					    .organisation = now->organisation,
					    .ground = now->ground,
					    .why = now->why,
					    .how = now->how,
					    .by = now->given_by,
					    .note = now->note,
					    .on = now->given_on,
					    .version = a->version};
	int rc = sen_ehc_of(app->store, now->pupil_id, &ehc, err);

	if (rc < 0 || (rc = check_version(app, &ehc, now, a->version, err)) < 0 ||
	    (rc = sen_disclosure_gate(app->store, &leaving, &kept, err)) < 0)
		return rc;
	*now = kept;
	app->created = kept.head.id;
	app_say(app, "%s: disclosure%s kept: %s to %s on %s.", app_child(app, now->pupil_id),
		app->dry_run ? "" : sen_format(app->arena, " DI%lld", (long long)app->created), now->what,
		now->who, sen_date_long(now->given_on, day));
	app_say(app, "  %s", sen_disclosure_words(app->store, now));
	return 0;
}

static const struct opt add_opts[] = {
	OPT_ROW_INT(struct add_args, version, "plan-version", 0, "N",
		    "the version of the plan (the one that stands)"),
};
static const char *const add_examples[] = {
	"sendctl disclosure add zoe@3B --who \"Ms Khan\" --organisation Ofsted --ground ofsted --why "
	"\"asked to see it at the inspection\"",
	"sendctl disclosure add P12 --who \"Mr Hale\" --organisation \"Oak Lodge Primary\" --ground consent "
	"--why \"visits before the move\" --how copy",
	NULL};
static const struct cmd add_cmd = {
	.noun = "disclosure",
	.verb = "add",
	.summary = "a plan was shown or given outside the school",
	.about = "An EHC plan, and the advice and evidence for it, is shown outside the school only with "
		 "consent, on a ground of regulation 17 of the SEND Regulations 2014, or to one with a right "
		 "to it: the child's parents, the young person, the authority, the school named in "
		 "Section I. Anything else is refused, and --anyway does not pass.\n\n"
		 "--ground consent looks for a consent for 'disclosure' or 'sharing' that holds that day. It "
		 "is "
		 "the child's own where the child understands enough to give it, else the parent's; who gave "
		 "it is told.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_disclosure_record,
	.opts = add_opts,
	.opt_count = SEN_COUNT(add_opts),
	.args_size = sizeof(struct add_args),
	.examples = add_examples,
	.run = add,
};

/* ---- list ---- */

struct list_args {
	struct texts pupils;
	sen_date from, until;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	char from[11], until[11];
	const struct sen_value values[] = {
		{":from", a->from == SEN_NO_DATE ? NULL : sen_date_text(a->from, from), SEN_NO_INT},
		{":until", a->until == SEN_NO_DATE ? NULL : sen_date_text(a->until, until), SEN_NO_INT}};

	return app_answer_pupils(app, &sen_disclosure_list, values, SEN_COUNT(values), &a->pupils, err);
}

static const struct opt list_opts[] = {
	OPT_ROW_DATE(struct list_args, from, "from", 0, "from this day on"),
	OPT_ROW_DATE(struct list_args, until, "until", 0, "before this day"),
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "children, classes or lists: zoe@3B, @3B, year:6, register"),
};
static const char *const list_examples[] = {"sendctl disclosure list zoe@3B",
					    "sendctl disclosure list --from 2026-09-01 --format csv", NULL};
static const struct cmd list_cmd = {
	.noun = "disclosure",
	.verb = "list",
	.summary = "to whom plans were shown, on what ground, what for",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.answer = &sen_disclosure_list,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.examples = list_examples,
	.run = list,
};

/* ---- show ---- */

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":id"};
	int rc = app_record(app, &sen_disclosure_record, a->record, &value.number, err);

	return rc < 0 ? rc : app_answer(app, &sen_disclosure_show, &value, 1, err);
}

static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "DISCLOSURE", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "its id: DI3, or a child with exactly one"),
};
static const char *const show_examples[] = {"sendctl disclosure show DI3", NULL};
static const struct cmd show_cmd = {
	.noun = "disclosure",
	.verb = "show",
	.summary = "one disclosure: to whom, what for, on whose consent or what ground",
	.flags = CMD_READS | CMD_TABLE,
	.answer = &sen_disclosure_show,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.examples = show_examples,
	.run = show,
};

/* ---- import ---- */

static int import(struct app *app, const void *args, struct sen_err *err)
{
	static const struct sen_import how = {.kind = &sen_disclosure_record, .insert = sen_disclosure_take};
	const struct import_args *a = args;

	return generic_import_with(app, &how, a->file, err);
}

static const char *const import_examples[] = {"sendctl disclosure import log.csv", NULL};
static const struct cmd import_cmd = {
	.noun = "disclosure",
	.verb = "import",
	.summary = "add disclosure entries from a CSV file",
	.about = "Each row passes the same wall as 'disclosure add': consent that held that day, a ground of "
		 "the law, or a right to the plan. One that does not, and nothing is added.",
	.flags = CMD_WRITES,
	.record = &sen_disclosure_record,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.examples = import_examples,
	.run = import,
};

static const struct cmd *const verbs[] = {&add_cmd, &list_cmd, &show_cmd, &import_cmd,
					  &disclosure_grounds_cmd};
const struct noun disclosure_noun = {.name = "disclosure",
				     .summary = "who an EHC plan was shown to, and on what ground",
				     .group = "around them",
				     .record = &sen_disclosure_record,
				     .verbs = verbs,
				     .count = SEN_COUNT(verbs)};

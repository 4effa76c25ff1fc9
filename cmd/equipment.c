/* The noun `equipment`: what a child has here, whose it is, checked and given back. */
#include "nouns.h"
#include <sen/provision.h>

struct args {
	const char *record, *note;
	sen_date on, due;
};

static int load(struct app *app, const struct args *a, struct sen_equipment *thing, struct sen_err *err)
{
	int64_t id;
	char day[16];
	int rc = app_record(app, &sen_equipment_record, a->record, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_equipment_record, id, thing, err)) < 0)
		return rc;
	if (thing->returned_on == SEN_NO_DATE)
		return 0;
	return sen_fail(err, SEN_CONFLICT, "EQ%lld was given back on %s already", (long long)id,
			sen_date_long(thing->returned_on, day));
}

static int keep(struct app *app, const struct args *a, struct sen_equipment *thing, struct sen_err *err)
{
	int rc = 0;

	if (a->note)
		rc = sen_field_set(
			app->store, sen_field_named(&sen_equipment_record, "note"), thing,
			thing->note ? sen_format(app->arena, "%s\n%s", thing->note, a->note) : a->note, err);
	if (rc == 0)
		rc = sen_record_update(app->store, &sen_equipment_record, thing, err);
	if (rc == 0)
		app_wrote(app, &sen_equipment_record, thing->head.id);
	return rc;
}

/* ---- check ---- */

static int check(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_equipment thing;
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	char day[16], next[16];
	int rc = load(app, a, &thing, err);

	if (rc < 0)
		return rc;
	if (a->due != SEN_NO_DATE && a->due <= on)
		return sen_fail(err, SEN_INVALID, "--due: %s is not after the check",
				sen_date_long(a->due, day));
	thing.checked_on = on;
	if (a->due != SEN_NO_DATE)
		thing.check_on = a->due;
	if ((rc = keep(app, a, &thing, err)) < 0)
		return rc;
	app_say(app, "%s: %s checked on %s%s%s.", app_child(app, thing.pupil_id), thing.what,
		sen_date_long(on, day), a->due == SEN_NO_DATE ? "" : "; the next check by ",
		a->due == SEN_NO_DATE ? "" : sen_date_long(a->due, next));
	return 0;
}

#define EQUIPMENT                                                                           \
	OPT_ROW_WORD(struct args, record, "EQUIPMENT", OPT_POSITIONAL | OPT_REQUIRED, NULL, \
		     "its id, or a child with one thing here")
static const struct opt check_opts[] = {
	EQUIPMENT,
	OPT_ROW_DATE(struct args, on, "on", 0, "the day it was checked (today)"),
	OPT_ROW_DATE(struct args, due, "due", OPT_FUTURE, "to be checked again by"),
	OPT_ROW_TEXT(struct args, note, "note", 0, "TEXT", "what was found"),
};
static const char *const check_examples[] = {"sendctl equipment check EQ3 --due 2027-05-28", NULL};
static const struct cmd check_cmd = {
	.noun = "equipment",
	.verb = "check",
	.summary = "it was checked: the day, and the next one",
	.flags = CMD_WRITES,
	.opts = check_opts,
	.opt_count = SEN_COUNT(check_opts),
	.args_size = sizeof(struct args),
	.examples = check_examples,
	.run = check,
};

/* ---- return ---- */

static int give_back(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_equipment thing;
	char day[16];
	int rc = load(app, a, &thing, err);

	if (rc < 0)
		return rc;
	thing.returned_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	if ((rc = keep(app, a, &thing, err)) < 0)
		return rc;
	app_say(app, "%s: %s given back on %s%s%s.", app_child(app, thing.pupil_id), thing.what,
		sen_date_long(thing.returned_on, day), thing.lent_by ? " to " : "",
		thing.lent_by ? thing.lent_by : "");
	return 0;
}
static const struct opt return_opts[] = {
	EQUIPMENT,
	OPT_ROW_DATE(struct args, on, "on", 0, "the day it was given back (today)"),
	OPT_ROW_TEXT(struct args, note, "note", 0, "TEXT", "in what state"),
};
static const char *const return_examples[] = {"sendctl equipment return EQ3 --on 2026-12-18", NULL};
static const struct cmd return_cmd = {
	.noun = "equipment",
	.verb = "return",
	.summary = "it was given back",
	.flags = CMD_WRITES,
	.opts = return_opts,
	.opt_count = SEN_COUNT(return_opts),
	.args_size = sizeof(struct args),
	.examples = return_examples,
	.run = give_back,
};

static const struct cmd *const verbs[] = {&check_cmd, &return_cmd};
const struct noun equipment_noun = {.name = "equipment",
				    .summary = "equipment a child has: whose, to be checked and given back",
				    .group = "around them",
				    .record = &sen_equipment_record,
				    .verbs = verbs,
				    .count = SEN_COUNT(verbs)};

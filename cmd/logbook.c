/* The noun `logbook`: what the school itself does and owes, dated (R54, R77). */
#include "nouns.h"
#include <sen/movement.h>
#include <string.h>

/* The register review goes its own way. */
static int not_the_register(const struct sen_logbook *entry, struct sen_err *err)
{
	if (strcmp(entry->kind, SEN_REGISTER_REVIEW) != 0)
		return 0;
	sen_fail(err, SEN_USAGE, "the review of the register is opened and closed by itself");
	sen_hint(err, "sendctl review register --open, and --close when every child was looked at");
	return err->code;
}

/* ---- add ---- */

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_logbook *entry = app->record;
	sen_date day = entry->held_on != SEN_NO_DATE ? entry->held_on : app->context.today;
	int rc;

	if (entry->planned_on == SEN_NO_DATE && entry->held_on == SEN_NO_DATE)
		entry->held_on = app->context.today;
	if ((rc = sen_logbook_kind(app->store, entry->kind, day, &entry->kind, err)) < 0)
		return rc;
	if (entry->held_on != SEN_NO_DATE && (rc = not_the_register(entry, err)) < 0)
		return rc;
	return generic_add(app, args, err);
}

static const char *const add_examples[] = {"sendctl logbook add governor --on 2026-11-18 --who \"Mrs Okoye\" "
					   "--note \"went through the register\"",
					   "sendctl logbook add practice --planned-on 2026-12-02", NULL};
static const struct cmd add_cmd = {
	.noun = "logbook",
	.verb = "add",
	.summary = "an entry of what the school did, or plans",
	.about =
		"KIND is what the school's policy says comes round for school, staff or classes, by its code "
		"or name ('sendctl policy show'), or any other word. With no day it was done today.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_logbook_record,
	.examples = add_examples,
	.run = add,
};

/* ---- close ---- */

struct close_args {
	const char *entry, *result;
	sen_date on;
};

static int close_entry(struct app *app, const void *args, struct sen_err *err)
{
	const struct close_args *a = args;
	struct sen_logbook entry;
	char day[16];
	int64_t id;
	int rc = app_record(app, &sen_logbook_record, a->entry, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_logbook_record, id, &entry, err)) < 0 ||
	    (rc = not_the_register(&entry, err)) < 0)
		return rc;
	if (entry.closed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "LB%lld was closed on %s", (long long)id,
				sen_date_long(entry.closed_on, day));
	entry.closed_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	if (entry.held_on == SEN_NO_DATE)
		entry.held_on = entry.closed_on;
	if (a->result)
		entry.result = a->result;
	if ((rc = sen_record_update(app->store, &sen_logbook_record, &entry, err)) < 0)
		return rc;
	app_wrote(app, &sen_logbook_record, id);
	app_say(app, "LB%lld, %s, closed on %s.", (long long)id, entry.kind,
		sen_date_long(entry.closed_on, day));
	return 0;
}

static const struct opt close_opts[] = {
	OPT_ROW_WORD(struct close_args, entry, "LOGBOOK", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the entry: LB3"),
	OPT_ROW_DATE(struct close_args, on, "on", 0, "the day it was closed (today)"),
	OPT_ROW_TEXT(struct close_args, result, "result", 0, "TEXT", "what came of it"),
};
static const char *const close_examples[] = {
	"sendctl logbook close LB3 --result \"three books moderated; next term writing\"", NULL};
static const struct cmd close_cmd = {
	.noun = "logbook",
	.verb = "close",
	.summary = "an entry was done, and what came of it",
	.flags = CMD_WRITES,
	.opts = close_opts,
	.opt_count = SEN_COUNT(close_opts),
	.args_size = sizeof(struct close_args),
	.examples = close_examples,
	.run = close_entry,
};

static const struct cmd *const verbs[] = {&add_cmd, &close_cmd};
const struct noun logbook_noun = {.name = "logbook",
				  .summary = "what the school itself does: monitoring, meetings",
				  .group = "the school",
				  .record = &sen_logbook_record,
				  .verbs = verbs,
				  .count = SEN_COUNT(verbs)};

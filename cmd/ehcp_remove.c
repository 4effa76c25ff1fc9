/* sendctl ehcp remove: an event that was typed wrongly, or a whole case. */
#include "ehcp.h"

#include <sen/text.h>
#include <string.h>

struct remove_args {
	const char *record, *reason;
};

static int remove_one(struct app *app, int64_t id, const char *reason, struct sen_err *err)
{
	struct sen_milestone *named = sen_record_new(app->arena, &sen_milestone_record);
	struct sen_ehc_case ehc;
	size_t taken;
	char day[16];
	int rc = sen_record_get(app->store, &sen_milestone_record, id, named, err);

	if (rc == 0 && named->ehc_id == SEN_NO_INT)
		rc = sen_fail(err, SEN_INVALID, "MS%lld belongs to no EHC case", (long long)id);
	if (rc < 0 || (rc = sen_ehc_case(app->store, named->ehc_id, &ehc, err)) < 0 ||
	    (rc = sen_record_if_rev(app->store, &sen_milestone_record, &named->head, err)) < 0)
		return rc;
	if (app->tty_in && app->tty_err &&
	    (rc = app_confirm(app, err, "Remove MS%lld of %s: %s, %s?", (long long)id,
			      app_child(app, named->pupil_id), named->event_name,
			      sen_date_long(named->happened_on, day))) < 0)
		return rc;
	if ((rc = sen_ehc_unmark(app->store, &ehc, id, reason, &taken, err)) < 0)
		return rc;
	app_wrote(app, &sen_milestone_record, id);
	app_say(app, "%s: removed from %s: %s, %s. It stays in the file, marked, with your reason.",
		app_child(app, named->pupil_id), ehcp_id(app, &ehc), named->event_name,
		sen_date_long(named->happened_on, day));
	if (taken > 1)
		app_say(app, "  With it went what was written by the same command: %zu entr%s.", taken - 1,
			taken == 2 ? "y" : "ies");
	if (strcmp(named->event, "final-plan") == 0)
		app_say(app,
			"  The level on the register stays: sendctl pupil level P%lld LEVEL --corrects ID",
			(long long)named->pupil_id);
	return 0;
}

/* Appeals and disclosures happened, and stand for themselves. */
static int check_hangs(struct app *app, const struct sen_ehc *ehc, struct sen_err *err)
{
	struct sen_appeal *all;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_appeal_record, ehc->pupil_id, (void **)&all, &count,
				     err);

	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].ehc_id == ehc->head.id) {
			rc = sen_fail(err, SEN_CONFLICT, "AP%lld hangs on EH%lld", (long long)all[i].head.id,
				      (long long)ehc->head.id);
			sen_hint(err, "First: 'sendctl appeal remove AP%lld --reason TEXT'.",
				 (long long)all[i].head.id);
		}
	return rc;
}

static int void_items(struct app *app, const struct sen_ehc *ehc, const char *reason, struct sen_err *err)
{
	struct sen_ehc_item *all;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_ehc_item_record, ehc->pupil_id, (void **)&all, &count,
				     err);

	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].ehc_id == ehc->head.id)
			rc = sen_record_void(app->store, &sen_ehc_item_record, all[i].head.id, reason, err);
	return rc;
}

static int remove_case(struct app *app, const char *text, const char *reason, struct sen_err *err)
{
	struct sen_ehc_case ehc;
	int rc = ehcp_case_whole(app, text, &ehc, err);

	if (rc < 0 || (rc = check_hangs(app, &ehc.ehc, err)) < 0 ||
	    (rc = sen_record_if_rev(app->store, &sen_ehc_record, &ehc.ehc.head, err)) < 0)
		return rc;
	if (app->tty_in && app->tty_err &&
	    (rc = app_confirm(app, err, "Remove %s of %s, with all that happened in it?", ehcp_id(app, &ehc),
			      app_child(app, ehc.ehc.pupil_id))) < 0)
		return rc;
	for (size_t i = 0; i < ehc.count && rc == 0; i++)
		rc = sen_record_void(app->store, &sen_milestone_record, ehc.all[i].head.id, reason, err);
	if (rc < 0 || (rc = void_items(app, &ehc.ehc, reason, err)) < 0 ||
	    (rc = sen_record_void(app->store, &sen_ehc_record, ehc.ehc.head.id, reason, err)) < 0)
		return rc;
	app_wrote(app, &sen_ehc_record, ehc.ehc.head.id);
	app_say(app, "Removed %s of %s, with %zu event%s: all stays in the file, marked, with your reason.",
		ehcp_id(app, &ehc), app_child(app, ehc.ehc.pupil_id), ehc.count, ehc.count == 1 ? "" : "s");
	return 0;
}

static int remove_it(struct app *app, const void *args, struct sen_err *err)
{
	const struct remove_args *a = args;
	int64_t id;

	if (sen_text_starts(a->record, sen_milestone_record.prefix) &&
	    sen_id_parse(a->record, sen_milestone_record.prefix, &id))
		return remove_one(app, id, a->reason, err);
	return remove_case(app, a->record, a->reason, err);
}

#define S struct remove_args
static const struct opt remove_opts[] = {
	OPT_ROW_WORD(S, record, "RECORD", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "one event by its id (MS3), or a whole case (EH1)"),
	OPT_ROW_TEXT(S, reason, "reason", OPT_REQUIRED, "TEXT", "why it is removed"),
};
#undef S
static const char *const remove_examples[] = {"sendctl ehcp remove MS3 --reason \"the wrong day\"", NULL};
const struct cmd ehcp_remove_cmd = {
	.noun = "ehcp",
	.verb = "remove",
	.summary = "take away an event that was typed wrongly, or a whole case",
	.about = "Nothing is erased: it stays, marked, with the reason. With a decision goes what the same "
		 "command wrote beside it, and a case it had ended goes on. 'sendctl ehcp show' lists the "
		 "events with their ids.",
	.flags = CMD_WRITES,
	.opts = remove_opts,
	.opt_count = SEN_COUNT(remove_opts),
	.args_size = sizeof(struct remove_args),
	.record = &sen_ehc_record,
	.examples = remove_examples,
	.run = remove_it,
};

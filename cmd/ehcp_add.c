/* sendctl ehcp add, import: plans that children came with. */
#include "ehcp.h"

#include <string.h>

/* ---- add ---- */

/* A plan of more than a year ago was reviewed since, or it is late: without the day all
 * that is counted from it looks late. */
static void say_reviewed(struct app *app, const struct sen_ehc_came *came)
{
	if (came->last_review_on == SEN_NO_DATE &&
	    sen_date_add_months(came->final_on, 12) <= app->context.today)
		app_say(app,
			"  Was it reviewed since? Then that day counts: 'sendctl undo', and this again with "
			"--last-review DATE.");
}

static void say_sections(struct app *app, const struct sen_ehc_case *now)
{
	if (!app->dry_run)
		app_say(app, "  What the plan says: sendctl ehcp read EH%lld FILE",
			(long long)now->ehc.head.id);
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_ehc_came *came = app->record;
	struct sen_register_entry entry;
	struct sen_ehc_case now;
	char day[16];
	int rc = sen_ehc_came(app->store, came, &now, err);

	(void)args;
	if (rc < 0 ||
	    (rc = sen_register_on(app->store, now.ehc.pupil_id, app->context.today, &entry, err)) < 0)
		return rc;
	app->created = now.ehc.head.id;
	app->created_kind = &sen_ehc_record;
	app_say(app, "%s: %s, an EHC plan, final since %s%s%s.", app_child(app, now.ehc.pupil_id),
		app->dry_run ? "a case" : ehcp_id(app, &now), sen_date_long(came->final_on, day),
		now.ehc.authority ? ", " : "", now.ehc.authority ? now.ehc.authority : "");
	ehcp_say_due(app, &now, "annual-review-complete");
	say_reviewed(app, came);
	say_sections(app, &now);
	if (!entry.head.id || strcmp(entry.census, "E") != 0)
		app_say(app,
			"  On the register the child has no EHC plan yet. Move the child: sendctl pupil "
			"level "
			"P%lld LEVEL --reason TEXT",
			(long long)now.ehc.pupil_id);
	return 0;
}

static const char *const add_examples[] = {
	"sendctl ehcp add zoe@3B --final 2024-12-10 --last-review 2025-12-02 --setting \"Elm Park Primary\"",
	NULL};
const struct cmd ehcp_add_cmd = {
	.noun = "ehcp",
	.verb = "add",
	.summary = "a child came with an EHC plan",
	.about =
		"For a plan made before the child came, or before the school used sendctl. The twelve months "
		"of the next annual review are counted from the day the last one ended, with the authority's "
		"decision; without one, from the day the plan was first final. A request is 'sendctl ehcp "
		"request'.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_ehc_came_record,
	.examples = add_examples,
	.run = add,
};

/* ---- import ---- */

struct import_args {
	const char *file;
};

static int import(struct app *app, const void *args, struct sen_err *err)
{
	const struct import_args *a = args;
	int64_t added = 0, unchanged = 0;
	int rc = sen_ehc_import(app->store, a->file, &added, &unchanged, err);

	if (rc < 0)
		return rc;
	app->unchanged = added == 0;
	app_say(app, "%lld added, %lld there already.", (long long)added, (long long)unchanged);
	return 0;
}

static const struct opt import_opts[] = {
	OPT_ROW_FILE(struct import_args, file, "FILE", 0, OPT_REQUIRED | OPT_POSITIONAL,
		     "a CSV file with the headings pupil and final, or - for standard input"),
};
static const char *const import_examples[] = {"sendctl ehcp import plans.csv", NULL};
const struct cmd ehcp_import_cmd = {
	.noun = "ehcp",
	.verb = "import",
	.summary = "add the plans children came with from a CSV file",
	.about = "Headings: pupil, final, last_review, setting, setting_type, authority, officer, "
		 "officer_contact, reference, on, note; the first two must be there. Give last_review "
		 "where a plan was reviewed since: without it the twelve months are counted from final, and "
		 "all of it looks late. A child's plan of the same day again adds nothing.",
	.flags = CMD_WRITES,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.record = &sen_ehc_record,
	.examples = import_examples,
	.run = import,
};

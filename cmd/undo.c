/* sendctl undo: takes back the last command of this user, shown first. */
#include "nouns.h"

#include <string.h>

struct undo_args {
	bool list;
};

/* "Sun 22 Nov 2026 at 09:00 UTC". */
static const char *when(struct app *app, const char *at)
{
	char day[16];
	return sen_format(app->arena, "%s at %.5s UTC", sen_date_long(sen_london_date(at), day),
			  strlen(at) > 11 ? at + 11 : "");
}

static int run_undo(struct app *app, const void *args, struct sen_err *err)
{
	const struct undo_args *given = args;
	struct sen_undo undo = {0};
	int rc = sen_undo_find(app->store, &undo, err);
	if (rc < 0)
		return rc;
	if (given->list) {
		app->unchanged = true;
		fprintf(app->out, "sendctl %s, %s\n", undo.verb, when(app, undo.at));
		for (size_t i = 0; i < undo.count; i++)
			fprintf(app->out, "  %s\n", undo.lines[i]);
		return 0;
	}
	struct sen_buf lines = {.arena = app->arena};
	sen_buf_add(&lines, "");
	for (size_t i = 0; i < undo.count && i < 10; i++)
		sen_buf_addf(&lines, "  %s\n", undo.lines[i]);
	if (undo.count > 10)
		sen_buf_addf(&lines, "  and %zu more\n", undo.count - 10);
	if (!app->dry_run)
		rc = app_confirm(app, err, "Undo 'sendctl %s' of %s?\n%sGo on?", undo.verb,
				 when(app, undo.at), lines.text);
	if (rc == 0)
		rc = sen_undo_do(app->store, &undo, err);
	if (rc < 0)
		return rc;
	app_say(app, "Undone: sendctl %s.", undo.verb);
	for (size_t i = 0; i < undo.count && i < 10; i++)
		app_say(app, "  %s", undo.lines[i]);
	if (undo.count > 10)
		app_say(app, "  and %zu more", undo.count - 10);
	return 0;
}

static const struct opt undo_opts[] = {
	OPT_ROW_FLAG(struct undo_args, list, "list", 0, "only show what would be taken back"),
};
static const char *const undo_examples[] = {"sendctl undo --list", NULL};
static const struct cmd undo_cmd = {
	.noun = "undo",
	.verb = "",
	.summary = "take back your last command",
	.about = "What it added is marked as removed, what it changed gets its old values, what it removed "
		 "stands "
		 "again. Nothing is lost: the audit keeps both. It refuses when someone has changed one of "
		 "the "
		 "records since.",
	.flags = CMD_WRITES | CMD_NO_UNDO | CMD_ALL_SCHOOLS,
	.opts = undo_opts,
	.opt_count = SEN_COUNT(undo_opts),
	.args_size = sizeof(struct undo_args),
	.examples = undo_examples,
	.run = run_undo,
};

static const struct cmd *const undo_verbs[] = {&undo_cmd};
const struct noun undo_noun = {
	.name = "undo",
	.summary = "take back your last command",
	.group = "the records",
	.verbs = undo_verbs,
	.count = SEN_COUNT(undo_verbs),
};

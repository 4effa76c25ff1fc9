/* The noun `session`: list, show, edit, remove; the rest is in session_*.c. */
#include "session.h"
#include "nouns.h"
#include <string.h>

/* ---- list, show ---- */

struct list_args {
	const char *provision;
	bool missed;
	sen_date from, until;
};
static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	struct sen_provision provision = {.head.id = SEN_NO_INT};
	char from[11], until[11];
	int rc = a->provision ? provision_load(app, a->provision, &provision, err) : 0;

	if (rc < 0)
		return rc;
	sen_date_text(a->from, from);
	sen_date_text(a->until, until);
	const struct sen_value values[] = {{":provision", NULL, provision.head.id},
					   {":from", from[0] ? from : "0000-00-00", SEN_NO_INT},
					   {":until", until[0] ? until : "9999-99-99", SEN_NO_INT},
					   {":missed", NULL, a->missed ? 1 : SEN_NO_INT}};

	return app_answer(app, &sen_session_list_query, values, SEN_COUNT(values), err);
}
static const struct opt list_opts[] = {
	OPT_ROW_WORD(struct list_args, provision, "PROVISION", OPT_POSITIONAL, NULL,
		     "G4, or the name of one that runs; all of the school if left out"),
	OPT_ROW_DATE(struct list_args, from, "from", 0, "from this day"),
	OPT_ROW_DATE(struct list_args, until, "until", 0, "to the day before this one"),
	OPT_ROW_FLAG(struct list_args, missed, "missed", 0,
		     "only cancelled ones and those with a child absent"),
};
static const char *const list_examples[] = {"sendctl session list G4",
					    "sendctl session list --from 2026-11-01 --missed", NULL};
const struct cmd session_list_cmd = {
	.noun = "session",
	.verb = "list",
	.summary = "sessions held and cancelled",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_session_list_query,
	.examples = list_examples,
	.run = list,
};

#define SESSION(s) OPT_ROW_WORD(s, one.record, "SESSION", OPT_REQUIRED | OPT_POSITIONAL, NULL, "its id: SE12")
struct args {
	struct one_args one;
	struct texts absent, present;
};

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_value value = {.name = ":id"};
	int rc = app_record(app, &sen_session_record, a->one.record, &value.number, err);

	return rc < 0 ? rc : app_answer(app, &sen_session_show_query, &value, 1, err);
}
static const struct opt show_opts[] = {SESSION(struct args)};
static const char *const show_examples[] = {"sendctl session show SE12", NULL};
const struct cmd session_show_cmd = {
	.noun = "session",
	.verb = "show",
	.summary = "one session, with who was there",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct args),
	.answer = &sen_session_show_query,
	.examples = show_examples,
	.run = show,
};

/* ---- edit ---- */

static bool field_given(const struct app *app)
{
	for (size_t i = 0; i < sen_session_record.count; i++)
		if (app->given[i])
			return true;
	return false;
}

static int make_absent(struct app *app, const struct sen_session *session, const struct texts *texts,
		       struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < texts->count && rc == 0; i++) {
		struct sen_session_absent absent;
		const char *child;

		provision_pair(app, texts->items[i], &child, &absent.why);
		if ((rc = app_pupil(app, child, &absent.pupil_id, err)) < 0 ||
		    (rc = sen_session_absent(app->store, session->head.id, &absent, err)) < 0)
			return rc;
		app_say(app, "SE%lld: %s was absent%s%s.", (long long)session->head.id,
			app_child(app, absent.pupil_id), absent.why && absent.why[0] ? ", " : "",
			absent.why ? absent.why : "");
	}
	return rc;
}

static int make_present(struct app *app, const struct sen_session *session, const struct texts *texts,
			struct sen_err *err)
{
	struct sen_absence *absences;
	size_t count;
	int rc = sen_session_absences(app->store, session->head.id, &absences, &count, err);

	for (size_t i = 0; i < texts->count && rc == 0; i++) {
		int64_t pupil_id, found = 0;

		if ((rc = app_pupil(app, texts->items[i], &pupil_id, err)) < 0)
			return rc;
		for (size_t k = 0; k < count; k++)
			if (absences[k].pupil_id == pupil_id)
				found = absences[k].head.id;
		if (!found)
			return sen_fail(err, SEN_NOTFOUND, "%s is not down as absent from SE%lld",
					app_child(app, pupil_id), (long long)session->head.id);
		rc = sen_record_void(app->store, &sen_absence_record, found, "was there after all", err);
		app_say(app, "SE%lld: %s was there.", (long long)session->head.id, app_child(app, pupil_id));
	}
	return rc;
}

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_session session;
	bool children = a->absent.count || a->present.count;
	int64_t id;
	int rc = app_record(app, &sen_session_record, a->one.record, &id, err);

	if (rc == 0 && (field_given(app) || !children))
		rc = generic_edit(app, args, err);
	if (rc < 0 || !children)
		return rc;
	if ((rc = sen_record_get(app->store, &sen_session_record, id, &session, err)) < 0 ||
	    (rc = make_present(app, &session, &a->present, err)) < 0 ||
	    (rc = make_absent(app, &session, &a->absent, err)) < 0)
		return rc;
	app->unchanged = false;
	app_wrote(app, &sen_session_record, id);
	return 0;
}
static const struct opt edit_opts[] = {
	SESSION(struct args),
	OPT_ROW_WORDS(struct args, absent, "absent", 0, "PUPIL=WHY",
		      "a child who was not there: sam@3B=ill; again for more"),
	OPT_ROW_WORDS(struct args, present, "present", 0, "PUPIL",
		      "a child who was there after all; again for more"),
};
static const char *const edit_examples[] = {"sendctl session edit SE12 --absent zoe@3B=\"music lesson\"",
					    "sendctl session edit SE12 --present sam@3B",
					    "sendctl session edit SE12 --cancelled \"\"", NULL};
const struct cmd session_edit_cmd = {
	.noun = "session",
	.verb = "edit",
	.summary = "put right what was logged of a session",
	.about = "The audit keeps what it said before. An empty --cancelled says that it was held after all.",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct args),
	.record = &sen_session_record,
	.examples = edit_examples,
	.run = edit,
};

/* ---- remove ---- */

static int remove_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_session session;
	char day[16];
	int64_t id;
	int rc = app_record(app, &sen_session_record, a->one.record, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_session_record, id, &session, err)) < 0)
		return rc;
	if (app->tty_in && app->tty_err)
		rc = app_confirm(app, err, "Remove the session SE%lld of G%lld on %s?", (long long)id,
				 (long long)session.provision_id, sen_date_long(session.held_on, day));
	if (rc < 0 || (rc = sen_session_remove(app->store, id, a->one.reason, err)) < 0)
		return rc;
	app_wrote(app, &sen_session_record, id);
	app_say(app, "Removed session SE%lld of G%lld on %s: it stays in the file, marked, with your reason.",
		(long long)id, (long long)session.provision_id, sen_date_long(session.held_on, day));
	return 0;
}
static const struct opt remove_opts[] = {
	SESSION(struct args),
	OPT_ROW_TEXT(struct args, one.reason, "reason", OPT_REQUIRED, "TEXT", "why it is removed"),
};
static const char *const remove_examples[] = {"sendctl session remove SE12 --reason \"wrong day\"", NULL};
const struct cmd session_remove_cmd = {
	.noun = "session",
	.verb = "remove",
	.summary = "remove a session that was not; it stays, marked, with the reason",
	.flags = CMD_WRITES,
	.opts = remove_opts,
	.opt_count = SEN_COUNT(remove_opts),
	.args_size = sizeof(struct args),
	.record = &sen_session_record,
	.examples = remove_examples,
	.run = remove_run,
};

static const struct cmd *const verbs[] = {&session_add_cmd,    &session_log_cmd,   &session_sheet_cmd,
					  &session_import_cmd, &session_list_cmd,  &session_show_cmd,
					  &session_edit_cmd,   &session_remove_cmd};
const struct noun session_noun = {.name = "session",
				  .summary = "sessions of provision: held, cancelled, who was not there",
				  .group = "around them",
				  .verbs = verbs,
				  .count = SEN_COUNT(verbs)};

/* sendctl concern close, concern reopen: how a concern ends (R22). */
#include "concern.h"
#include <sen/json.h>
#include <sen/level.h>
#include <string.h>

/* ---- close ---- */

struct close_args {
	const char *concern, *result, *reason, *level, *reg, *by;
	sen_date on, told;
};

static bool ends_as(const struct close_args *a, const char *result)
{
	return strcmp(a->result, result) == 0;
}

static const char *move_reason(struct app *app, const struct sen_concern *concern, const char *reason)
{
	return sen_format(app->arena, "C%lld closed: %s", (long long)concern->head.id, reason);
}

static void say_stays(struct app *app, const struct sen_register_entry *entry)
{
	app_say(app, "  At '%s' already; that stays.", entry->level_name);
}

static int move(struct app *app, const struct sen_concern *concern, const struct close_args *a,
		const char *level, sen_date on, struct sen_err *err)
{
	struct sen_move to = {.pupil_id = concern->pupil_id,
			      .level = level,
			      .reason = move_reason(app, concern, a->reason),
			      .by = a->by,
			      .on = on,
			      .told = a->told,
			      .on_register = a->reg,
			      .corrects = SEN_NO_INT};
	char day[16];
	int rc = sen_level_move(app->store, &to, err);
	if (rc < 0)
		return rc;
	app_wrote(app, &sen_register_record, to.after.head.id);
	if (to.to && to.to->monitored) {
		app_say(app, "  Monitored from that day: '%s'.", to.to->name);
	} else {
		if (to.moved == SEN_MOVED)
			app_say(app, "  At '%s' from that day, census %s.", to.after.level_name,
				to.after.census);
		else
			say_stays(app, &to.after);
		if (to.after.told_on != SEN_NO_DATE)
			app_say(app, "  Parents told: %s.", sen_date_long(to.after.told_on, day));
		else if (strcmp(to.after.census, "N") != 0)
			app_say(app,
				"  When were the parents told? Add it: sendctl pupil level P%lld %s --told "
				"DATE",
				(long long)concern->pupil_id, to.after.level);
	}
	for (size_t i = 0; i < to.advice_count; i++)
		app_say(app, "  %s", to.advice[i]);
	return 0;
}

/* ---- To the monitoring list ---- */

/* Back to monitoring only with a new concern: one raised before the child came
 * off the list is the old one (R6). */
static int check_return(struct app *app, const struct sen_concern *concern, struct sen_err *err)
{
	struct sen_register_entry *all;
	size_t count;
	char day[16];
	sen_date began = concern->reopened_on != SEN_NO_DATE ? concern->reopened_on : concern->opened_on;
	int rc = sen_record_of_pupil(app->store, &sen_register_record, concern->pupil_id, (void **)&all,
				     &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (strcmp(all[i].kind, "monitored") == 0 && all[i].until_on != SEN_NO_DATE &&
		    all[i].until_on > began)
			return sen_rule(
				app->store, err,
				sen_format(app->arena,
					   "Write down the new one: 'sendctl concern add P%lld --concern "
					   "TEXT'.",
					   (long long)concern->pupil_id),
				"monitoring of this child ended on %s, after C%lld was raised: a return "
				"needs a new concern",
				sen_date_long(all[i].until_on, day), (long long)concern->head.id);
	return rc;
}

/* Monitored from that day, unless the child stands on the ladder already. */
static int monitor(struct app *app, const struct sen_concern *concern, const struct close_args *a,
		   sen_date on, struct sen_err *err)
{
	struct sen_register_entry entry;
	const struct sen_level *level;
	struct close_args off = *a;
	int rc = sen_register_on(app->store, concern->pupil_id, on, &entry, err);
	if (rc < 0 || (rc = sen_level_monitored(app->store, concern->pupil_id, on, &level, err)) < 0)
		return rc;
	if (entry.head.id && strcmp(entry.kind, "none") != 0) {
		say_stays(app, &entry);
		return 0;
	}
	if (!level) {
		app_say(app, "  The school's policy has no monitoring list.");
		return 0;
	}
	if (level->on_register == SEN_ON_MAY && !off.reg)
		off.reg = "no";
	if ((rc = check_return(app, concern, err)) < 0)
		return rc;
	return move(app, concern, &off, level->code, on, err);
}

/* ---- On to the register ---- */

/* The policy's level for the register, when it leaves no choice; else NULL. */
static const char *level_of(const struct sen_steps *steps)
{
	const char *level = steps->outcome ? sen_step_has(steps->outcome->rule, "opens", "level:") : NULL;
	return level && sen_json_count(sen_json_get(steps->outcome->rule->json, "opens")) == 1 ? level
											       : "LEVEL";
}

static int check_level(const struct sen_steps *steps, const struct close_args *a, struct sen_err *err)
{
	const struct sen_level *level = a->level ? sen_policy_level(steps->policy, a->level) : NULL;
	if (a->level && !ends_as(a, "register")) {
		sen_fail(err, SEN_USAGE, "--level goes with --result register");
		sen_hint(err, "'--result monitor' puts the child on the monitoring list by itself");
		return err->code;
	}
	if (level && (level->on_register == SEN_ON_NO ||
		      (level->on_register == SEN_ON_MAY && a->reg && strcmp(a->reg, "no") == 0))) {
		sen_fail(err, SEN_INVALID, "a child at '%s' is not on the SEND register", level->name);
		sen_hint(err, "take a level of the register, or '--result monitor'");
		return err->code;
	}
	return 0;
}

/* The child may be on the register: the concern was about another need. */
static int say_register(struct app *app, const struct sen_steps *steps, sen_date on, struct sen_err *err)
{
	long long id = (long long)steps->concern->pupil_id;
	struct sen_register_entry entry;
	int rc = sen_register_on(app->store, steps->concern->pupil_id, on, &entry, err);
	if (rc < 0)
		return rc;
	if (entry.head.id && (strcmp(entry.kind, "register") == 0 || strcmp(entry.kind, "plan") == 0)) {
		say_stays(app, &entry);
		app_say(app,
			"  Should the needs or the level change? sendctl pupil need P%lld TYPES, sendctl "
			"pupil level P%lld LEVEL --reason TEXT",
			id, id);
	} else {
		app_say(app,
			"  Next, put the child on the register: sendctl pupil level P%lld %s --reason TEXT "
			"--told DATE",
			id, level_of(steps));
	}
	return 0;
}

static void say_next(struct app *app, const struct sen_steps *steps, const struct close_args *a)
{
	long long id = (long long)steps->concern->pupil_id;
	if (ends_as(a, "refer"))
		app_say(app,
			"  Next, the referral: sendctl referral add P%lld --agency NAME --concern C%lld "
			"--reason TEXT",
			id, (long long)steps->concern->head.id);
	else if (ends_as(a, "ehc"))
		app_say(app,
			"  Next, the request to the local authority for an EHC needs assessment; when it is "
			"sent: sendctl ehcp request P%lld --source school --sent DATE",
			id);
}

static int close_it(struct app *app, const void *args, struct sen_err *err)
{
	const struct close_args *a = args;
	struct sen_concern concern;
	struct sen_steps steps = {0};
	const char *advice = NULL;
	char day[16];
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = concern_load(app, a->concern, &concern, err);
	if (rc < 0)
		return rc;
	if (concern.closed_on == SEN_NO_DATE && on >= concern.opened_on && on <= app->context.today &&
	    ((rc = sen_steps_of(app->store, &concern, &steps, err)) < 0 ||
	     (rc = check_level(&steps, a, err)) < 0 ||
	     (rc = sen_steps_close_check(app->store, &steps, a->result, on, &advice, err)) < 0))
		return rc;
	rc = sen_concern_close(app->store, concern.head.id, a->result, a->reason, on, err);
	if (rc < 0)
		return rc;
	app_wrote(app, &sen_concern_record, concern.head.id);
	app_say(app, "%s: C%lld closed on %s: %s.", app_child(app, concern.pupil_id),
		(long long)concern.head.id, sen_date_long(on, day),
		sen_code_label(sen_concern_results, a->result));
	if (advice)
		app_say(app, "  %s", advice);
	if (ends_as(a, "monitor"))
		return monitor(app, &concern, a, on, err);
	if (a->level)
		return move(app, &concern, a, a->level, on, err);
	if (ends_as(a, "register"))
		return say_register(app, &steps, on, err);
	say_next(app, &steps, a);
	return 0;
}

static const struct opt close_opts[] = {
	OPT_ROW_WORD(struct close_args, concern, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     CONCERN_HELP),
	OPT_ROW_CHOICE(struct close_args, result, "result", OPT_REQUIRED,
		       "resolved|monitor|register|refer|ehc", "how it ended"),
	OPT_ROW_TEXT(struct close_args, reason, "reason", OPT_REQUIRED, "TEXT", "why"),
	OPT_ROW_WORD(struct close_args, level, "level", 0, "LEVEL",
		     "with --result register: the level the child joins, in the same step"),
	OPT_ROW_CHOICE(struct close_args, reg, "on-register", 0, "yes|no",
		       "for a level at which a child may be on the register: is this one?"),
	OPT_ROW_DATE(struct close_args, told, "told", 0, "the day the parents were told"),
	OPT_ROW_WORD(struct close_args, by, "by", 0, "NAME", "who decided"),
	OPT_ROW_DATE(struct close_args, on, "on", 0, "the day it was closed (today)"),
};
static const char *const close_examples[] = {
	"sendctl concern close C12 --result resolved --reason \"settled after the move of seats\"",
	"sendctl concern close C12 --result register --level C --told mon --reason \"no better\"", NULL};
const struct cmd concern_close_cmd = {
	.noun = "concern",
	.verb = "close",
	.summary = "close a concern, with how it ended and why",
	.about = "Before 'register' come the steps that the school's policy requires ('sendctl concern show' "
		 "lists them); with --level the child joins the register in the same step, else the command "
		 "is "
		 "said. 'monitor' puts the child on the monitoring list.",
	.flags = CMD_WRITES,
	.opts = close_opts,
	.opt_count = SEN_COUNT(close_opts),
	.args_size = sizeof(struct close_args),
	.examples = close_examples,
	.run = close_it,
};

/* ---- reopen ---- */

static int reopen(struct app *app, const void *args, struct sen_err *err)
{
	const struct close_args *a = args;
	struct sen_concern concern;
	char day[16];
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = concern_load(app, a->concern, &concern, err);
	if (rc < 0 || (rc = sen_concern_reopen(app->store, concern.head.id, a->reason, on, err)) < 0)
		return rc;
	app_wrote(app, &sen_concern_record, concern.head.id);
	app_say(app, "%s: C%lld opened again on %s.", app_child(app, concern.pupil_id),
		(long long)concern.head.id, sen_date_long(on, day));
	return 0;
}

static const struct opt reopen_opts[] = {
	OPT_ROW_WORD(struct close_args, concern, "CONCERN", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the concern: C12"),
	OPT_ROW_TEXT(struct close_args, reason, "reason", OPT_REQUIRED, "TEXT", "why"),
	OPT_ROW_DATE(struct close_args, on, "on", 0, "the day it was opened again (today)"),
};
static const char *const reopen_examples[] = {"sendctl concern reopen C12 --reason \"it came back\"", NULL};
const struct cmd concern_reopen_cmd = {
	.noun = "concern",
	.verb = "reopen",
	.summary = "open a closed concern again",
	.about = "How it had been closed is kept as a note of the child.",
	.flags = CMD_WRITES,
	.opts = reopen_opts,
	.opt_count = SEN_COUNT(reopen_opts),
	.args_size = sizeof(struct close_args),
	.examples = reopen_examples,
	.run = reopen,
};

/* sendctl provision join, leave, staff, serve: who is in it, who gives it and what for. */
#include "provision.h"
#include <sen/plan.h>
#include <string.h>

struct args {
	const char *provision, *entry, *reason, *exit, *instead, *role;
	struct texts pupils, targets, staff;
	sen_date from, on;
};
#define PROVISION                                                                              \
	OPT_ROW_WORD(struct args, provision, "PROVISION", OPT_REQUIRED | OPT_POSITIONAL, NULL, \
		     "G4, or the name of one that runs")
#define PUPILS                                                                                       \
	OPT_ROW_WORDS(struct args, pupils, "PUPILS", OPT_REQUIRED | OPT_POSITIONAL | OPT_REST, NULL, \
		      "the children: sam@3B, P12, @3B")

/* ---- join ---- */

static int serve(struct app *app, const struct sen_provision *provision, const struct texts *targets,
		 struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; i < targets->count && rc == 0; i++) {
		struct sen_provision_target *link = sen_record_new(app->arena, &sen_provision_target_record);
		struct sen_target target;

		if ((rc = app_record(app, &sen_target_record, targets->items[i], &link->target_id, err)) <
			    0 ||
		    (rc = sen_record_get(app->store, &sen_target_record, link->target_id, &target, err)) < 0)
			return rc;
		link->provision_id = provision->head.id;
		link->pupil_id = target.pupil_id;
		if ((rc = sen_record_insert(app->store, &sen_provision_target_record, link, err)) < 0)
			return rc;
		app_wrote(app, &sen_provision_record, provision->head.id);
		app_say(app, "%s serves T%lld of %s: %s", provision_called(app, provision),
			(long long)link->target_id, app_child(app, link->pupil_id), target.target);
	}
	return rc;
}

static int join_one(struct app *app, const struct args *a, const struct sen_provision *provision,
		    int64_t pupil_id, struct sen_err *err)
{
	struct sen_provision_pupil *member = sen_record_new(app->arena, &sen_provision_pupil_record);
	char from[16], last[16];
	int rc = provision_set(app, &sen_provision_pupil_record, "entry", member, a->entry, err);

	member->provision_id = provision->head.id;
	member->pupil_id = pupil_id;
	member->from_on = a->from;
	if (rc < 0 || (rc = sen_provision_join(app->store, member, err)) < 0)
		return rc;
	app_wrote(app, &sen_provision_record, provision->head.id);
	app_say(app, "%s is in %s from %s%s%s.", app_child(app, pupil_id), provision_called(app, provision),
		sen_date_long(member->from_on, from), member->until_on == SEN_NO_DATE ? "" : " to ",
		member->until_on == SEN_NO_DATE ? "" : sen_date_long(member->until_on - 1, last));
	if (member->entry)
		app_say(app, "  measured at the start: %s", member->entry);
	return 0;
}

static int join(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision provision;
	int64_t *ids;
	size_t count;
	int rc = provision_load(app, a->provision, &provision, err);

	if (rc < 0 || (rc = app_pupils_all(app, &a->pupils, &ids, &count, err)) < 0)
		return rc;
	if (a->entry && count > 1) {
		sen_fail(err, SEN_USAGE, "--entry: one measure for %zu children", count);
		sen_hint(err,
			 "Join them one by one, or measure each: 'sendctl provision measure G%lld PUPIL "
			 "--entry VALUE'.",
			 (long long)provision.head.id);
		return err->code;
	}
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = join_one(app, a, &provision, ids[i], err);
	return rc < 0 ? rc : serve(app, &provision, &a->targets, err);
}
static const struct opt join_opts[] = {
	PROVISION,
	PUPILS,
	OPT_ROW_DATE(struct args, from, "from", 0, "the first day in it (today, or its first day)"),
	OPT_ROW_TEXT(struct args, entry, "entry", 0, "VALUE", "measured at the start"),
	OPT_ROW_WORDS(struct args, targets, "target", 0, "TARGET", "a target it serves: T4; again for more"),
};
static const char *const join_examples[] = {
	"sendctl provision join G4 zoe@3B --from 2026-11-30 --entry \"3 of 20\"", NULL};
const struct cmd provision_join_cmd = {
	.noun = "provision",
	.verb = "join",
	.summary = "a child comes into a provision that runs",
	.about = "The child is in it to its end, unless 'provision leave' says otherwise.",
	.flags = CMD_WRITES,
	.opts = join_opts,
	.opt_count = SEN_COUNT(join_opts),
	.args_size = sizeof(struct args),
	.examples = join_examples,
	.run = join,
};

/* ---- leave ---- */

static int leave_one(struct app *app, const struct args *a, const struct sen_provision *provision,
		     int64_t pupil_id, struct sen_err *err)
{
	sen_date last = a->on == SEN_NO_DATE ? app->context.today : a->on;
	struct sen_provision_pupil member;
	bool never;
	char day[16];
	int rc = sen_provision_member(app->store, provision->head.id, pupil_id, last, &member, err);

	if (rc < 0 ||
	    (rc = provision_set(app, &sen_provision_pupil_record, "exit", &member, a->exit, err)) < 0 ||
	    (rc = sen_provision_leave(app->store, &member, last, a->reason, &never, err)) < 0)
		return rc;
	app_wrote(app, &sen_provision_record, provision->head.id);
	if (never) {
		app_say(app, "%s was never in %s: taken out, with the reason.", app_child(app, pupil_id),
			provision_called(app, provision));
		return 0;
	}
	app_say(app, "%s has left %s; the last day is %s (%s).", app_child(app, pupil_id),
		provision_called(app, provision), sen_date_long(last, day), member.end_reason);
	if (member.exit)
		app_say(app, "  measured at the end: %s", member.exit);
	else if (member.entry && !app->dry_run)
		app_say(app,
			"  measured %s at the start; at the end: sendctl provision measure G%lld P%lld "
			"--exit VALUE",
			member.entry, (long long)provision->head.id, (long long)pupil_id);
	return 0;
}

static int leave(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision provision;
	struct sen_provision_pupil spare;
	int64_t *ids;
	size_t count;
	int rc = provision_load(app, a->provision, &provision, err);

	sen_record_blank(&sen_provision_pupil_record, &spare);
	if (rc < 0 || (rc = app_pupils_all(app, &a->pupils, &ids, &count, err)) < 0 ||
	    (rc = provision_set(app, &sen_provision_pupil_record, "end_reason", &spare, a->reason, err)) < 0)
		return rc;
	if (a->exit && count > 1)
		return sen_fail(err, SEN_USAGE, "--exit: one measure for %zu children", count);
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = leave_one(app, a, &provision, ids[i], err);
	return rc;
}
static const struct opt leave_opts[] = {
	PROVISION,
	PUPILS,
	OPT_ROW_DATE(struct args, on, "on", 0, "the last day in it (today)"),
	OPT_ROW_TEXT(struct args, reason, "reason", 0, "TEXT", "why"),
	OPT_ROW_TEXT(struct args, exit, "exit", 0, "VALUE", "measured at the end"),
};
static const char *const leave_examples[] = {
	"sendctl provision leave G4 sam@3B --on 2026-11-27 --reason \"target met\" --exit 97", NULL};
const struct cmd provision_leave_cmd = {
	.noun = "provision",
	.verb = "leave",
	.summary = "a child leaves a provision that goes on",
	.about = "A last day before the child's first one says that the child was never in it.",
	.flags = CMD_WRITES,
	.opts = leave_opts,
	.opt_count = SEN_COUNT(leave_opts),
	.args_size = sizeof(struct args),
	.examples = leave_examples,
	.run = leave,
};

/* ---- staff ---- */

static int staff_one(struct app *app, const struct args *a, const struct sen_provision *provision,
		     const char *name, const char *instead, struct sen_err *err)
{
	struct sen_provision_adult *adult = sen_record_new(app->arena, &sen_provision_adult_record);
	char day[16];
	int rc = provision_set(app, &sen_provision_adult_record, "name", adult, name, err);

	adult->provision_id = provision->head.id;
	adult->from_on = a->from;
	if (rc < 0 ||
	    (rc = provision_set(app, &sen_provision_adult_record, "role", adult, a->role, err)) < 0 ||
	    (rc = sen_provision_staff(app->store, adult, instead, err)) < 0)
		return rc;
	app_wrote(app, &sen_provision_record, provision->head.id);
	app_say(app, "%s%s%s%s gives %s from %s%s%s.", adult->name, adult->role ? " (" : "",
		adult->role ? adult->role : "", adult->role ? ")" : "", provision_called(app, provision),
		sen_date_long(adult->from_on, day), instead ? ", instead of " : "", instead ? instead : "");
	if (adult->staff_id == SEN_NO_INT)
		app_say(app, "  nobody on 'sendctl staff list' has exactly that name");
	return 0;
}

static int staff(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision provision;
	int rc = provision_load(app, a->provision, &provision, err);

	for (size_t i = 0; i < a->staff.count && rc == 0; i++)
		rc = staff_one(app, a, &provision, a->staff.items[i], i == 0 ? a->instead : NULL, err);
	return rc;
}
static const struct opt staff_opts[] = {
	PROVISION,
	OPT_ROW_TEXTS(struct args, staff, "staff", OPT_REQUIRED, "NAME", "who gives it; again for more"),
	OPT_ROW_DATE(struct args, from, "from", 0, "from when (today, or its first day)"),
	OPT_ROW_TEXT(struct args, instead, "instead-of", 0, "NAME", "who gave it until then"),
	OPT_ROW_TEXT(struct args, role, "role", 0, "ROLE",
		     "the role that says what their hour costs (that of the member of staff)"),
};
static const char *const staff_examples[] = {
	"sendctl provision staff G4 --staff \"Mr Reid\" --from 2026-11-30 --instead-of \"Ms Ola\"", NULL};
const struct cmd provision_staff_cmd = {
	.noun = "provision",
	.verb = "staff",
	.summary = "another adult gives it, from a day, beside or instead of one who does",
	.about = "For a single session: 'session log --covered-by NAME'.",
	.flags = CMD_WRITES,
	.opts = staff_opts,
	.opt_count = SEN_COUNT(staff_opts),
	.args_size = sizeof(struct args),
	.examples = staff_examples,
	.run = staff,
};

/* ---- serve ---- */

static int serve_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_provision provision;
	int rc = provision_load(app, a->provision, &provision, err);

	return rc < 0 ? rc : serve(app, &provision, &a->targets, err);
}
static const struct opt serve_opts[] = {
	PROVISION,
	OPT_ROW_WORDS(struct args, targets, "TARGETS", OPT_REQUIRED | OPT_POSITIONAL | OPT_REST, NULL,
		      "targets of children who are in it: T4"),
};
static const char *const serve_examples[] = {"sendctl provision serve G4 T4 T7", NULL};
const struct cmd provision_serve_cmd = {
	.noun = "provision",
	.verb = "serve",
	.summary = "say which targets of its children a provision serves",
	.flags = CMD_WRITES,
	.opts = serve_opts,
	.opt_count = SEN_COUNT(serve_opts),
	.args_size = sizeof(struct args),
	.examples = serve_examples,
	.run = serve_run,
};

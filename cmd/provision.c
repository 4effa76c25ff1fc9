/* The noun `provision`: what is given to whom, by whom, how often and how long. */
#include "provision.h"
#include "nouns.h"
#include <sen/plan.h>
#include <sen/text.h>
#include <string.h>

/* ---- add ---- */

struct add_args {
	struct texts pupils, staff, targets, entries;
	const char *role;
};

struct adding {
	struct app *app;
	const struct add_args *args;
	struct sen_provision *provision;
	int64_t *pupils;
	size_t count;
};

/* "85" of an only child, or "sam@3B=85". */
static int entry_of(const struct adding *adding, int64_t pupil_id, const char **out, struct sen_err *err)
{
	*out = NULL;
	for (size_t i = 0; i < adding->args->entries.count; i++) {
		const char *child, *value;
		int64_t id;
		int rc;

		provision_pair(adding->app, adding->args->entries.items[i], &child, &value);
		if (!value && adding->count > 1) {
			sen_fail(err, SEN_USAGE, "--entry: '%s' does not say whose it is", child);
			sen_hint(err, "Write it for each child: --entry sam@3B=85 --entry zoe@3B=79.");
			return err->code;
		}
		if (!value) {
			*out = child;
			return 0;
		}
		if ((rc = app_pupil(adding->app, child, &id, err)) < 0)
			return rc;
		if (id == pupil_id)
			*out = value;
	}
	return 0;
}

static int add_children(const struct adding *adding, struct sen_err *err)
{
	struct app *app = adding->app;
	char day[16];

	for (size_t i = 0; i < adding->count; i++) {
		struct sen_provision_pupil *member = sen_record_new(app->arena, &sen_provision_pupil_record);
		const char *entry;
		int rc = entry_of(adding, adding->pupils[i], &entry, err);

		if (rc == 0)
			rc = provision_set(app, &sen_provision_pupil_record, "entry", member, entry, err);

		member->provision_id = adding->provision->head.id;
		member->pupil_id = adding->pupils[i];
		member->from_on = adding->provision->from_on;
		if (rc < 0 || (rc = sen_provision_join(app->store, member, err)) < 0)
			return rc;
		app_say(app, "  %s%s%s%s", app_child(app, member->pupil_id),
			member->entry ? ", measured " : "", member->entry ? member->entry : "",
			member->entry ? sen_format(app->arena, " on %s", sen_date_long(member->entry_on, day))
				      : "");
	}
	return 0;
}

/* The same name again for the same child, running at once, is said: it may be a slip. */
static int say_again(const struct adding *adding, struct sen_err *err)
{
	struct app *app = adding->app;
	const struct sen_provision *now = adding->provision;
	int rc = 0;

	for (size_t i = 0; i < adding->count && rc == 0; i++) {
		int64_t *ids;
		size_t count;

		rc = sen_provisions_in(app->store, NULL, adding->pupils[i], now->from_on, now->until_on, &ids,
				       &count, err);
		for (size_t k = 0; k < count && rc == 0; k++) {
			struct sen_provision other;

			if (ids[k] == now->head.id)
				continue;
			rc = sen_record_get(app->store, &sen_provision_record, ids[k], &other, err);
			if (rc == 0 && sen_text_same(other.name, now->name))
				app_say(app, "  %s has %s already in that time: G%lld",
					app_child(app, adding->pupils[i]), other.name, (long long)ids[k]);
		}
	}
	return rc;
}

/* Every child of --entry must be one of the group: a slip is not lost silently. */
static int check_entries(const struct adding *adding, struct sen_err *err)
{
	for (size_t i = 0; i < adding->args->entries.count; i++) {
		const char *child, *value;
		int64_t id;
		bool found = false;
		int rc;

		provision_pair(adding->app, adding->args->entries.items[i], &child, &value);
		if (!value)
			continue;
		if ((rc = app_pupil(adding->app, child, &id, err)) < 0)
			return rc;
		for (size_t k = 0; k < adding->count; k++)
			found = found || adding->pupils[k] == id;
		if (!found)
			return sen_fail(err, SEN_USAGE,
					"--entry: %s is not one of the children named with --pupil",
					app_child(adding->app, id));
	}
	return 0;
}

static int add_adults(const struct adding *adding, struct sen_err *err)
{
	struct app *app = adding->app;
	int rc = 0;

	for (size_t i = 0; i < adding->args->staff.count && rc == 0; i++) {
		struct sen_provision_adult *adult = sen_record_new(app->arena, &sen_provision_adult_record);

		adult->provision_id = adding->provision->head.id;
		adult->from_on = adding->provision->from_on;
		rc = provision_set(app, &sen_provision_adult_record, "role", adult, adding->args->role, err);
		if (rc < 0 ||
		    (rc = provision_set(app, &sen_provision_adult_record, "name", adult,
					adding->args->staff.items[i], err)) < 0 ||
		    (rc = sen_provision_staff(app->store, adult, NULL, err)) < 0)
			return rc;
		app_say(app, "  given by %s%s%s%s%s", adult->name, adult->role ? " (" : "",
			adult->role ? adult->role : "", adult->role ? ")" : "",
			adult->staff_id == SEN_NO_INT ? ", who is not on 'sendctl staff list'" : "");
	}
	return rc;
}

static int add_targets(const struct adding *adding, struct sen_err *err)
{
	struct app *app = adding->app;
	int rc = 0;

	for (size_t i = 0; i < adding->args->targets.count && rc == 0; i++) {
		struct sen_provision_target *link = sen_record_new(app->arena, &sen_provision_target_record);
		struct sen_target target;

		if ((rc = app_record(app, &sen_target_record, adding->args->targets.items[i],
				     &link->target_id, err)) < 0 ||
		    (rc = sen_record_get(app->store, &sen_target_record, link->target_id, &target, err)) < 0)
			return rc;
		link->provision_id = adding->provision->head.id;
		link->pupil_id = target.pupil_id;
		if ((rc = sen_record_insert(app->store, &sen_provision_target_record, link, err)) < 0)
			return rc;
		app_say(app, "  serves T%lld of %s: %s", (long long)link->target_id,
			app_child(app, link->pupil_id), target.target);
	}
	return rc;
}

static void say_begun(struct app *app, const struct sen_provision *provision)
{
	const char *how = provision_how(app, provision);
	char from[16], last[16];

	app_say(app, "%s%s%s.", provision_called(app, provision), how[0] ? ": " : "", how);
	sen_date_long(provision->from_on, from);
	if (provision->until_on == SEN_NO_DATE)
		app_say(app, "  from %s; no end is planned, as it says neither how often nor until when",
			from);
	else
		app_say(app, "  from %s; the last day is %s", from,
			sen_date_long(provision->until_on - 1, last));
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct add_args *a = args;
	struct adding adding = {.app = app, .args = a, .provision = app->record};
	int rc = app_pupils_all(app, &a->pupils, &adding.pupils, &adding.count, err);

	if (rc < 0 || (rc = check_entries(&adding, err)) < 0 ||
	    (rc = sen_provision_begin(app->store, adding.provision, err)) < 0)
		return rc;
	app->created = adding.provision->head.id;
	say_begun(app, adding.provision);
	if ((rc = add_children(&adding, err)) < 0 || (rc = say_again(&adding, err)) < 0 ||
	    (rc = add_adults(&adding, err)) < 0 || (rc = add_targets(&adding, err)) < 0 ||
	    (rc = provision_advise(app, adding.provision->kind, adding.provision->funding,
				   adding.provision->from_on, err)) < 0)
		return rc;
	if (!app->dry_run)
		app_say(app, "  each session: sendctl session log G%lld --on DATE", (long long)app->created);
	return 0;
}

static const struct opt add_opts[] = {
	OPT_ROW_WORDS(struct add_args, pupils, "pupil", OPT_REQUIRED, "PUPILS",
		      "a child, a class or a list: sam@3B, @3B; again for more"),
	OPT_ROW_TEXTS(struct add_args, staff, "staff", 0, "NAME", "an adult who gives it; again for more"),
	OPT_ROW_WORD(struct add_args, role, "role", 0, "ROLE",
		     "the role that says what their hour costs (that of the member of staff)"),
	OPT_ROW_WORDS(struct add_args, targets, "target", 0, "TARGET",
		      "a target it serves: T4; again for more"),
	OPT_ROW_TEXTS(struct add_args, entries, "entry", 0, "VALUE",
		      "measured at the start: 85, or sam@3B=85 for each of several"),
};
static const char *const add_examples[] = {
	"sendctl provision add --intervention \"Precision Teaching\" --pupil sam@3B --staff \"Ms Ola\" "
	"--entry 85",
	"sendctl provision add --name \"Reading together\" --pupil zoe@3B --pupil sam@3B --staff \"Ms Ola\""
	" --minutes 20 --days mon,wed --at 09:30 --weeks 6 --target T4",
	NULL};
static const struct cmd add_cmd = {
	.noun = "provision",
	.verb = "add",
	.summary = "begin a provision: for whom, by whom, how often and how long",
	.about = "What is not said comes from the intervention of the school's catalogue. Sessions fall on "
		 "the "
		 "days named, else they are spread over the week, on school days only; with no --until the "
		 "provision ends with the last session of its weeks, and the day is said.\n\n"
		 "An adult whose name is exactly that of one member of staff is that one, with the role that "
		 "says what an hour costs; other names are kept as they are.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.opts = add_opts,
	.opt_count = SEN_COUNT(add_opts),
	.args_size = sizeof(struct add_args),
	.record = &sen_provision_record,
	.examples = add_examples,
	.run = add,
};

/* ---- edit ---- */

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_provision *given = app->record;
	bool known;
	int rc = 0;

	if (given->kind)
		rc = sen_provision_kind(app->store, app->context.today, given->kind, &given->kind, &known,
					err);
	if (rc == 0 && given->funding)
		rc = sen_provision_funding(app->store, app->context.today, given->funding, &given->funding,
					   &known, err);
	return rc < 0 ? rc : generic_edit(app, args, err);
}
static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "PROVISION", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "G4, or the name of one that runs"),
};
static const char *const edit_examples[] = {"sendctl provision edit G4 --until 2027-01-23",
					    "sendctl provision edit G4 --days tue,thu --at 10:15", NULL};
static const struct cmd edit_cmd = {
	.noun = "provision",
	.verb = "edit",
	.summary = "change a provision; its children and adults follow its dates",
	.about = "A child or adult who was in it to its end stays to its new end. Children come and go with "
		 "'provision join' and 'provision leave', adults with 'provision staff'.",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct one_args),
	.record = &sen_provision_record,
	.examples = edit_examples,
	.run = edit,
};

static const struct cmd *const verbs[] = {&add_cmd,
					  &provision_list_cmd,
					  &provision_show_cmd,
					  &edit_cmd,
					  &provision_remove_cmd,
					  &provision_join_cmd,
					  &provision_leave_cmd,
					  &provision_staff_cmd,
					  &provision_serve_cmd,
					  &provision_measure_cmd,
					  &provision_evaluate_cmd,
					  &provision_end_cmd};
const struct noun provision_noun = {.name = "provision",
				    .summary =
					    "what is given to children beyond the usual, by whom, how often",
				    .group = "around them",
				    .record = &sen_provision_record,
				    .verbs = verbs,
				    .count = SEN_COUNT(verbs)};

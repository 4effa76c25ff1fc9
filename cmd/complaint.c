/* The noun `complaint`: complaints about SEND provision, by the policy's stages (R73). */
#include "complaint.h"
#include "import.h"

#include <sen/ehc.h>
#include <sen/exchange.h>
#include <sen/json.h>

#include <string.h>

int complaint_load(struct app *app, const char *text, struct sen_complaint *out, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_complaint_record, text, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_complaint_record, id, out, err)) < 0 ||
	    (rc = sen_record_if_rev(app->store, &sen_complaint_record, &out->head, err)) < 0)
		return rc;
	return out->head.voided_at ? sen_fail(err, SEN_INVALID, "CM%lld was removed", (long long)id) : 0;
}

const char *complaint_whose(struct app *app, const struct sen_complaint *complaint)
{
	return sen_format(app->arena, "CM%lld%s%s", (long long)complaint->head.id,
			  complaint->pupil_id == SEN_NO_INT ? "" : ", about ",
			  complaint->pupil_id == SEN_NO_INT ? "" : app_child(app, complaint->pupil_id));
}

static bool told_to_parents(const struct sen_policy_rule *rule)
{
	const char *kind = sen_json_text(sen_json_get(rule->json, "kind"));

	return strcmp(rule->section, "complaint") == 0 && kind && strcmp(kind, "told") == 0;
}

/* Whom the policy points families to with a complaint: cited where it speaks of one. */
static bool points(const struct sen_policy *policy, const struct sen_policy_rule *rule)
{
	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "complaint") == 0 && policy->rules[i].cite &&
		    rule->cite && strcmp(rule->section, "signpost") == 0 &&
		    strcmp(policy->rules[i].cite, rule->cite) == 0)
			return true;
	return false;
}

/* " (Jo Field, 0121 303 1888)": whom to ring, when the child has an EHC case. */
static const char *whom_to_ring(struct app *app, const struct sen_complaint *complaint)
{
	struct sen_err none = {0};
	struct sen_ehc ehc;

	if (complaint->pupil_id == SEN_NO_INT ||
	    sen_ehc_of(app->store, complaint->pupil_id, &ehc, &none) < 0 ||
	    (!ehc.officer && !ehc.officer_contact))
		return "";
	return sen_format(app->arena, " (%s%s%s)", ehc.officer ? ehc.officer : "",
			  ehc.officer && ehc.officer_contact ? ", " : "",
			  ehc.officer_contact ? ehc.officer_contact : "");
}

/* Of a serious one, until it was. */
static int say_authority(struct app *app, const struct sen_complaint *complaint,
			 const struct sen_policy *policy, struct sen_err *err)
{
	const struct sen_policy_rule *tells = sen_complaint_tells(policy, complaint);
	struct sen_milestone *steps;
	size_t count;
	int rc = tells ? sen_complaint_steps(app->store, complaint, &steps, &count, err) : 0;

	if (rc == 0 && tells && sen_complaint_told(steps, count, complaint) == SEN_NO_DATE)
		app_say(app, "  By the policy (%s %s) the local authority%s is contacted at once.",
			policy->name, tells->cite, whom_to_ring(app, complaint));
	return rc;
}

int complaint_say_policy(struct app *app, const struct sen_complaint *complaint, bool began_formal,
			 struct sen_err *err)
{
	const struct sen_policy_set *set;
	const struct sen_policy *policy;
	int rc = sen_policies(app->store, &set, err);

	if (rc < 0)
		return rc;
	policy = sen_policy_on(set, complaint->head.school_id, complaint->raised_on);
	if ((rc = say_authority(app, complaint, policy, err)) < 0)
		return rc;
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (points(policy, rule))
			app_say(app, "  The policy (%s %s) points parents to: %s.", policy->name, rule->cite,
				rule->name);
		if (began_formal && told_to_parents(rule))
			app_say(app, "  By the policy (%s %s): %s.", policy->name, rule->cite, rule->name);
	}
	return 0;
}

int complaint_say_next(struct app *app, const struct sen_complaint *complaint, struct sen_err *err)
{
	struct sen_complaint_row row;
	int rc = app->dry_run ? 0 : sen_complaint_row(app->store, complaint, &row, err);

	if (rc == 0 && !app->dry_run)
		app_say(app, "  Next: %s", sen_complaint_next(app->arena, &row));
	return rc;
}

/* ---- add ---- */

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_complaint *complaint = app->record;
	struct sen_stage stage;
	char day[16];
	int rc = sen_complaint_add(app->store, complaint, err);

	(void)args;
	if (rc < 0 ||
	    (rc = sen_complaint_stage(app->store, complaint->stage, complaint->raised_on, &stage, err)) < 0)
		return rc;
	app->created = complaint->head.id;
	app_say(app, "%s%s complaint%s%s of %s; stage: %s.", complaint->serious ? "Serious " : "",
		complaint->formal ? (complaint->serious ? "formal" : "Formal")
				  : (complaint->serious ? "informal" : "Informal"),
		app->dry_run ? "" : sen_format(app->arena, " CM%lld", (long long)complaint->head.id),
		complaint->pupil_id == SEN_NO_INT
			? ""
			: sen_format(app->arena, ", about %s,", app_child(app, complaint->pupil_id)),
		sen_date_long(complaint->raised_on, day), stage.name);
	rc = complaint_say_policy(app, complaint, complaint->formal == 1, err);
	return rc < 0 ? rc : complaint_say_next(app, complaint, err);
}

static const char *const add_examples[] = {"sendctl complaint add --pupil zoe@3B --by \"Mr O'Brien\" "
					   "--relation parent --about @letter.txt --due +2w",
					   "sendctl complaint add --about \"no reply to two letters about "
					   "the ramp\" --stage formal --serious yes",
					   NULL};
static const struct cmd add_cmd = {
	.noun = "complaint",
	.verb = "add",
	.summary = "a complaint was raised",
	.about = "The stages are the policy's, in its order ('sendctl policy show'); with no --stage it is "
		 "the "
		 "first. From the stage that the policy calls formal on it is a formal complaint. Where the "
		 "policy wants the local authority contacted about a serious one, that is owed the same day. "
		 "What it is about names people: give it in the form, by @FILE or -, not in the shell's "
		 "history.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_complaint_record,
	.examples = add_examples,
	.run = add,
};

/* ---- import ---- */

static int import(struct app *app, const void *args, struct sen_err *err)
{
	static const struct sen_import how = {.kind = &sen_complaint_record, .insert = sen_complaint_take};
	const struct import_args *a = args;

	return generic_import_with(app, &how, a->file, err);
}

static const char *const import_examples[] = {"sendctl complaint import complaints.csv", NULL};
static const struct cmd import_cmd = {
	.noun = "complaint",
	.verb = "import",
	.summary = "add complaint entries from a CSV file",
	.about = "Each row names a stage of the policy by its code ('sendctl policy show'); at a formal one "
		 "it "
		 "is a formal complaint. One that does not, and nothing is added.",
	.flags = CMD_WRITES,
	.record = &sen_complaint_record,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.examples = import_examples,
	.run = import,
};

static const struct cmd *const verbs[] = {&add_cmd,
					  &import_cmd,
					  &complaint_step_cmd,
					  &complaint_record_cmd,
					  &complaint_close_cmd,
					  &complaint_reopen_cmd,
					  &complaint_list_cmd,
					  &complaint_show_cmd};
const struct noun complaint_noun = {.name = "complaint",
				    .summary = "complaints about SEND provision, by stage",
				    .group = "the school",
				    .record = &sen_complaint_record,
				    .verbs = verbs,
				    .count = SEN_COUNT(verbs)};

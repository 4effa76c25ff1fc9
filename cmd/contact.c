/* The noun `contact`: parents and carers, shared by siblings. */
#include "nouns.h"
#include <sen/pupil.h>
#include <sen/school.h>
#include <string.h>

#define RELATIONS                                                                                       \
	"mother|father|step-mother|step-father|foster-mother|foster-father|carer|family|social-worker|" \
	"other|"                                                                                        \
	"mum|dad|PAM|PAF|STM|STF|FOM|FOF|CAR|FAM|SWR|OTH"
#define RELATION_HELP "who it is to the child: a word, or the code of the school's MIS"

/* A plain word for the code; a code is its own. */
static const char *relation_code(const char *word)
{
	static const char *const codes[][2] = {
		{"mother", "PAM"},	  {"mum", "PAM"},	    {"father", "PAF"},
		{"dad", "PAF"},		  {"step-mother", "STM"},   {"step-father", "STF"},
		{"foster-mother", "FOM"}, {"foster-father", "FOF"}, {"carer", "CAR"},
		{"family", "FAM"},	  {"social-worker", "SWR"}, {"other", "OTH"}};

	for (size_t i = 0; i < SEN_COUNT(codes); i++)
		if (strcmp(codes[i][0], word) == 0)
			return codes[i][1];
	return word;
}

/* ---- add, link ---- */

struct args {
	const char *contact, *relation, *responsibility, *why;
	struct texts pupils;
	int64_t priority;
	bool no_letters;
};

static int link_one(struct app *app, const struct args *a, int64_t contact_id, const char *pupil,
		    struct sen_err *err)
{
	struct sen_pupil_contact *link = sen_record_new(app->arena, &sen_pupil_contact_record);
	int rc = app_pupil(app, pupil, &link->pupil_id, err);
	if (rc < 0)
		return rc;
	link->contact_id = contact_id;
	link->relation = relation_code(a->relation);
	link->priority = a->priority;
	link->no_letters = a->no_letters || a->why;
	link->no_letters_why = a->why;
	if (a->responsibility)
		link->responsibility = strcmp(a->responsibility, "yes") == 0;
	if ((rc = sen_record_insert(app->store, &sen_pupil_contact_record, link, err)) < 0)
		return rc;
	app_wrote(app, &sen_pupil_contact_record, link->head.id);
	app_say(app, "  %s of %s%s.", sen_code_label(sen_relation_codes, link->relation),
		app_child(app, link->pupil_id), link->no_letters == 1 ? "; must not be written to" : "");
	return 0;
}

static int link_all(struct app *app, const struct args *a, int64_t contact_id, struct sen_err *err)
{
	int rc = 0;
	for (size_t i = 0; i < a->pupils.count && rc == 0; i++)
		rc = link_one(app, a, contact_id, a->pupils.items[i], err);
	return rc;
}

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_contact *contact = app->record;
	int rc = 0;
	if (a->pupils.count == 0) {
		sen_fail(err, SEN_USAGE, "no child was named");
		sen_hint(err,
			 "Write the child first: sendctl contact add sam@3B --name NAME --relation mother");
		return err->code;
	}
	rc = sen_record_insert(app->store, &sen_contact_record, contact, err);
	if (rc < 0)
		return rc;
	app->created = contact->head.id;
	app_say(app, "Added %s%s.", contact->name,
		app->dry_run ? "" : sen_format(app->arena, " (K%lld)", (long long)app->created));
	return link_all(app, a, app->created, err);
}

#define LINK_OPTS(required)                                                                                \
	OPT_ROW_WORDS(struct args, pupils, "pupil", required, "PUPIL",                                     \
		      "the child; repeat it for brothers and sisters"),                                    \
		OPT_ROW_CHOICE(struct args, relation, "relation", OPT_REQUIRED, RELATIONS, RELATION_HELP), \
		OPT_ROW_CHOICE(struct args, responsibility, "responsibility", 0, "yes|no",                 \
			       "has parental responsibility"),                                             \
		OPT_ROW_INT(struct args, priority, "priority", 0, "N", "1 is asked first"),                \
		OPT_ROW_FLAG(struct args, no_letters, "no-letters", 0,                                     \
			     "must not be written to: in no letter, list or invitation"),                  \
		OPT_ROW_TEXT(struct args, why, "no-letters-why", 0, "TEXT", "and why not")

static const struct opt add_opts[] = {
	LINK_OPTS(0),
	OPT_ROW_WORDS(struct args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, "PUPIL",
		      "the child, or brothers and sisters: the same as --pupil"),
};
static const char *const add_examples[] = {
	"sendctl contact add sam@3B --name \"Ewa Nowak\" --relation mother",
	"sendctl contact add --name \"Ewa Nowak\" --pupil P12 --pupil P40 "
	"--relation PAM --responsibility yes "
	"--language Polish --interpreter yes",
	NULL};
static const struct cmd add_cmd = {
	.noun = "contact",
	.verb = "add",
	.summary = "add a parent, carer or other contact of one or more children",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.opts = add_opts,
	.opt_count = SEN_COUNT(add_opts),
	.args_size = sizeof(struct args),
	.record = &sen_contact_record,
	.examples = add_examples,
	.run = add,
};

static int link_known(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_contact contact;
	int64_t id;
	int rc = app_record(app, &sen_contact_record, a->contact, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_contact_record, id, &contact, err)) < 0)
		return rc;
	if (contact.head.voided_at)
		return sen_fail(err, SEN_INVALID, "K%lld has been removed", (long long)id);
	app_say(app, "%s (K%lld):", contact.name, (long long)id);
	return link_all(app, a, id, err);
}

static const struct opt link_opts[] = {
	OPT_ROW_WORD(struct args, contact, "CONTACT", OPT_POSITIONAL | OPT_REQUIRED, NULL, "the contact: K5"),
	LINK_OPTS(OPT_REQUIRED)};
static const char *const link_examples[] = {"sendctl contact link K5 --pupil P41 --relation PAM", NULL};
static const struct cmd link_cmd = {
	.noun = "contact",
	.verb = "link",
	.summary = "a contact who is known already, for another child",
	.flags = CMD_WRITES,
	.opts = link_opts,
	.opt_count = SEN_COUNT(link_opts),
	.args_size = sizeof(struct args),
	.examples = link_examples,
	.run = link_known,
};

/* ---- unlink ---- */

struct unlink_args {
	const char *contact, *pupil, *reason;
};

static int unlink_it(struct app *app, const void *args, struct sen_err *err)
{
	const struct unlink_args *a = args;
	struct sen_pupil_contact *links;
	size_t count;
	int64_t id, pupil_id;
	int rc = app_record(app, &sen_contact_record, a->contact, &id, err);
	if (rc < 0 || (rc = app_pupil(app, a->pupil, &pupil_id, err)) < 0 ||
	    (rc = sen_record_of_pupil(app->store, &sen_pupil_contact_record, pupil_id, (void **)&links,
				      &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < count; i++) {
		if (links[i].contact_id != id)
			continue;
		rc = sen_record_void(app->store, &sen_pupil_contact_record, links[i].head.id, a->reason, err);
		if (rc == 0)
			app_say(app, "K%lld is no contact of %s any more.", (long long)id,
				app_child(app, pupil_id));
		return rc;
	}
	return sen_fail(err, SEN_NOTFOUND, "K%lld is no contact of P%lld", (long long)id,
			(long long)pupil_id);
}

static const struct opt unlink_opts[] = {
	OPT_ROW_WORD(struct unlink_args, contact, "CONTACT", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the contact: K5"),
	OPT_ROW_WORD(struct unlink_args, pupil, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL, "the child"),
	OPT_ROW_TEXT(struct unlink_args, reason, "reason", OPT_REQUIRED, "TEXT", "why"),
};
static const char *const unlink_examples[] = {"sendctl contact unlink K5 P41 --reason \"court order\"", NULL};
static const struct cmd unlink_cmd = {
	.noun = "contact",
	.verb = "unlink",
	.summary = "a contact is one of this child no more",
	.flags = CMD_WRITES,
	.opts = unlink_opts,
	.opt_count = SEN_COUNT(unlink_opts),
	.args_size = sizeof(struct unlink_args),
	.examples = unlink_examples,
	.run = unlink_it,
};

/* ---- list, show ---- */

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":pupil", .number = SEN_NO_INT};
	int rc = a->record ? app_pupil(app, a->record, &value.number, err) : 0;
	return rc < 0 ? rc : app_answer(app, &sen_contact_list_query, &value, 1, err);
}
static const struct opt list_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "PUPIL", OPT_POSITIONAL, NULL, "of this child only"),
};
static const struct cmd list_cmd = {
	.noun = "contact",
	.verb = "list",
	.summary = "contacts, each with the children",
	.flags = CMD_READS | CMD_TABLE,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_contact_list_query,
	.run = list,
};

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":id"};
	int rc = app_record(app, &sen_contact_record, a->record, &value.number, err);
	return rc < 0 ? rc : app_answer(app, &sen_contact_show_query, &value, 1, err);
}
static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "CONTACT", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the contact: K5"),
};
static const struct cmd show_cmd = {
	.noun = "contact",
	.verb = "show",
	.summary = "one contact, with the children",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_contact_show_query,
	.run = show,
};

static const struct cmd *const verbs[] = {&add_cmd, &link_cmd, &unlink_cmd, &list_cmd, &show_cmd};
const struct noun contact_noun = {.name = "contact",
				  .summary = "parents and carers, shared by brothers and sisters",
				  .group = "around them",
				  .record = &sen_contact_record,
				  .verbs = verbs,
				  .count = SEN_COUNT(verbs)};

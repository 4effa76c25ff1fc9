/* The noun `pupil`: show, add and edit; its other verbs have files of their own. */
#include "nouns.h"
#include <sen/pupil.h>
#include <string.h>

extern const struct cmd pupil_list_cmd, pupil_level_cmd, pupil_need_cmd, pupil_note_cmd, pupil_attach_cmd,
	pupil_profile_cmd, pupil_weigh_cmd, pupil_arrive_cmd, pupil_leave_cmd, pupil_merge_cmd;

/* ---- show ---- */

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":id"};
	int rc = app_pupil(app, a->record, &value.number, err);

	return rc < 0 ? rc : app_answer(app, &sen_pupil_show_query, &value, 1, err);
}
static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
};
static const char *const show_examples[] = {"sendctl pupil show zoe@3B", NULL};
static const struct cmd show_cmd = {
	.noun = "pupil",
	.verb = "show",
	.summary = "the child on one page, with what is owed and the next command",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_pupil_show_query,
	.examples = show_examples,
	.run = show,
};

/* ---- year and class, beside the fields of the child ---- */

struct edit_args {
	struct one_args one;
	const char *class_name, *year;
	sen_date from;
};

/* The enrolment that holds now is what is changed. */
static int current_enrolment(struct app *app, int64_t pupil_id, struct sen_enrolment *out,
			     struct sen_err *err)
{
	struct sen_enrolment *all;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_enrolment_record, pupil_id, (void **)&all, &count, err);
	sen_record_blank(&sen_enrolment_record, out);
	out->pupil_id = pupil_id;
	for (size_t i = 0; i < count && rc == 0; i++) {
		if (all[i].until_on != SEN_NO_DATE)
			continue;
		out->year = all[i].year;
		out->class_name = all[i].class_name;
		out->status = all[i].status;
	}
	return rc;
}

static int set_field(struct app *app, struct sen_enrolment *enrolment, const char *name, const char *text,
		     struct sen_err *err)
{
	const struct sen_field *field = sen_field_named(&sen_enrolment_record, name);
	return text ? sen_field_set(app->store, field, enrolment, text, err) : 0;
}

static int enrol(struct app *app, int64_t pupil_id, const struct edit_args *a, struct sen_err *err)
{
	struct sen_enrolment enrolment;
	const char *by = app->context.who;
	char day[16];
	int rc = current_enrolment(app, pupil_id, &enrolment, err);
	if (rc < 0 || (rc = set_field(app, &enrolment, "class", a->class_name, err)) < 0 ||
	    (rc = set_field(app, &enrolment, "year", a->year, err)) < 0)
		return rc;
	enrolment.from_on = a->from == SEN_NO_DATE ? app->context.today : a->from;
	enrolment.known_by = by ? by : "sendctl";
	if ((rc = sen_enrolment_set(app->store, &enrolment, err)) < 0)
		return rc;
	if (!app->created) /* `add` answers with the child */
		app_wrote(app, &sen_enrolment_record, enrolment.head.id);
	app_say(app, "%s: %s%s%s from %s.", app_child(app, pupil_id), enrolment.year ? "year " : "",
		enrolment.year ? enrolment.year : "",
		enrolment.class_name ? sen_format(app->arena, "%sclass %s", enrolment.year ? ", " : "",
						  enrolment.class_name)
				     : "",
		enrolment.from_on == SEN_NO_DATE ? "an unknown day" : sen_date_long(enrolment.from_on, day));
	return 0;
}

/* ---- add ---- */

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct edit_args *a = args;
	struct edit_args enrolled = *a;
	const struct sen_pupil *pupil = app->record;
	int64_t other;
	int rc = generic_add(app, args, err);
	if (rc < 0 || (rc = sen_pupil_double(app->store, pupil, &other, err)) < 0)
		return rc;
	if (other)
		app_say(app, "  P%lld has this name too: if they are one child, take this one back.",
			(long long)other);
	if (!a->class_name && !a->year)
		return 0;
	if (a->from == SEN_NO_DATE)
		enrolled.from = pupil->admitted_on;
	return enrol(app, app->created, &enrolled, err);
}
#define ENROLMENT_OPTS                                                                                \
	OPT_ROW_WORD(struct edit_args, class_name, "class", 0, "CLASS", "the class: 3B"),             \
		OPT_ROW_WORD(struct edit_args, year, "year", 0, "YEAR", "the year: N1 N2 R 1 2 ..."), \
		OPT_ROW_DATE(                                                                         \
			struct edit_args, from, "from", 0,                                            \
			"the first day in that class or year (today; a new child: the first day on roll)")
static const struct opt add_opts[] = {ENROLMENT_OPTS};
static const char *const add_examples[] = {
	"sendctl pupil add --forename Zoe --surname \"O'Brien\" --dob 12/5/2018 --class 3B --year 3", NULL};
static const struct cmd add_cmd = {
	.noun = "pupil",
	.verb = "add",
	.summary = "add a child by hand, where the MIS does not tell of one",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.opts = add_opts,
	.opt_count = SEN_COUNT(add_opts),
	.args_size = sizeof(struct edit_args),
	.record = &sen_pupil_record,
	.examples = add_examples,
	.run = add,
};

/* ---- edit ---- */

static bool any_field(const struct app *app)
{
	for (size_t i = 0; i < sen_pupil_record.count; i++) {
		if (app->given[i])
			return true;
	}
	return false;
}

static void say_died(struct app *app)
{
	const struct sen_pupil *pupil = app->record;
	char day[16];
	if (pupil->died_on == SEN_NO_DATE || app->unchanged)
		return;
	app_say(app, "From %s nothing is owed for this child, and no list or letter names them.",
		sen_date_long(pupil->died_on, day));
}

static int edit(struct app *app, const void *args, struct sen_err *err)
{
	const struct edit_args *a = args;
	bool enrolls = a->class_name || a->year;
	int64_t id;
	int rc = 0;
	if (any_field(app) || !enrolls)
		rc = generic_edit(app, args, err);
	if (rc == 0)
		say_died(app);
	if (rc < 0 || !enrolls)
		return rc;
	app->unchanged = false;
	rc = app_pupil(app, a->one.record, &id, err);
	return rc < 0 ? rc : enrol(app, id, a, err);
}
static const struct opt edit_opts[] = {
	OPT_ROW_WORD(struct edit_args, one.record, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
	ENROLMENT_OPTS};
static const char *const edit_examples[] = {
	"sendctl pupil edit zoe@3B --preferred-forename Zo --first-language POL",
	"sendctl pupil edit P12 --class 4A --year 4 --from 2026-09-01", NULL};
static const struct cmd edit_cmd = {
	.noun = "pupil",
	.verb = "edit",
	.summary = "change what is known of a child",
	.about = "What is changed here wins over the MIS until the MIS tells of a change too; then both are "
		 "kept and "
		 "the difference is shown by 'sendctl report conformance'. An empty value (--upn \"\") takes "
		 "one away.",
	.flags = CMD_WRITES | CMD_FORM,
	.opts = edit_opts,
	.opt_count = SEN_COUNT(edit_opts),
	.args_size = sizeof(struct edit_args),
	.record = &sen_pupil_record,
	.examples = edit_examples,
	.run = edit,
};

static const struct cmd *const verbs[] = {
	&pupil_list_cmd,       &show_cmd,	    &add_cmd,	       &edit_cmd,
	&pupil_import_cmd,     &pupil_export_cmd,   &pupil_settle_cmd, &pupil_level_cmd,
	&pupil_need_cmd,       &pupil_note_cmd,	    &pupil_attach_cmd, &pupil_profile_cmd,
	&pupil_weigh_cmd,      &pupil_arrive_cmd,   &pupil_leave_cmd,  &pupil_merge_cmd,
	&pupil_chronology_cmd, &pupil_handover_cmd, &pupil_report_cmd};
const struct noun pupil_noun = {.name = "pupil",
				.summary = "children: list, find, levels, needs, notes, files",
				.group = "everyday",
				.record = &sen_pupil_record,
				.verbs = verbs,
				.count = SEN_COUNT(verbs)};

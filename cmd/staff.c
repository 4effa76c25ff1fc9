/* The noun `staff`: the adults, whom they are responsible for, and what they were
 * given to read. */
#include "nouns.h"
#include <sen/people.h>
#include <sen/text.h>
#include <string.h>

static int staff_of(struct app *app, const char *text, struct sen_staff *staff, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_staff_record, text, &id, err);
	return rc < 0 ? rc : sen_record_get(app->store, &sen_staff_record, id, staff, err);
}

/* ---- assign, unassign ---- */

struct assign_args {
	const char *staff, *role;
	struct texts whom;
	sen_date from, until;
};

/* "@3B" is the class itself, for whoever is in it; else one child. */
static int whom(struct app *app, const char *text, struct sen_duty *duty, const char **words,
		struct sen_err *err)
{
	duty->pupil_id = SEN_NO_INT;
	if (text[0] == '@' && text[1]) {
		duty->class_name = text + 1;
		*words = sen_format(app->arena, "class %s", duty->class_name);
		return 0;
	}
	int rc = app_pupil(app, text, &duty->pupil_id, err);
	*words = rc < 0 ? NULL : app_child(app, duty->pupil_id);
	return rc;
}

static int assign(struct app *app, const void *args, struct sen_err *err)
{
	const struct assign_args *a = args;
	struct sen_staff staff;
	char day[16];
	int rc = staff_of(app, a->staff, &staff, err);
	for (size_t i = 0; rc == 0 && i < a->whom.count; i++) {
		struct sen_duty *duty = sen_record_new(app->arena, &sen_duty_record);
		const char *words;
		if ((rc = whom(app, a->whom.items[i], duty, &words, err)) < 0)
			return rc;
		duty->staff_id = staff.head.id;
		duty->role = a->role;
		duty->from_on = a->from == SEN_NO_DATE ? app->context.today : a->from;
		duty->until_on = a->until;
		if ((rc = sen_record_insert(app->store, &sen_duty_record, duty, err)) < 0)
			return rc;
		app_wrote(app, &sen_duty_record, duty->head.id);
		app_say(app, "%s is responsible for %s%s%s%s from %s.", staff.name, words,
			a->role ? " (" : "", a->role ? a->role : "", a->role ? ")" : "",
			sen_date_long(duty->from_on, day));
	}
	return rc;
}

#define S struct assign_args
#define WHOM_ROWS                                                                                      \
	OPT_ROW_WORD(S, staff, "NAME", OPT_POSITIONAL | OPT_REQUIRED, NULL,                            \
		     "the member of staff: the full name, or ST4"),                                    \
		OPT_ROW_WORDS(S, whom, "PUPIL|@CLASS", OPT_POSITIONAL | OPT_REST | OPT_REQUIRED, NULL, \
			      "children, or a class as a whole: zoe@3B, @3B"),                         \
		OPT_ROW_WORD(S, role, "role", 0, "ROLE", "in what role: key worker, one-to-one")
static const struct opt assign_opts[] = {
	WHOM_ROWS,
	OPT_ROW_DATE(S, from, "from", 0, "since when (today)"),
	OPT_ROW_DATE(S, until, "until", OPT_FUTURE, "the first day after"),
};
static const char *const assign_examples[] = {"sendctl staff assign \"Ms Hart\" zoe@3B --role \"key worker\"",
					      "sendctl staff assign ST4 @3B --from 2026-09-01", NULL};
static const struct cmd assign_cmd = {
	.noun = "staff",
	.verb = "assign",
	.summary = "who is responsible for which child or class",
	.about = "'sendctl pupil show' names the responsible adults; 'sendctl pupil list --adult NAME' lists "
		 "the "
		 "children of one.",
	.flags = CMD_WRITES,
	.opts = assign_opts,
	.opt_count = SEN_COUNT(assign_opts),
	.args_size = sizeof(struct assign_args),
	.examples = assign_examples,
	.run = assign,
};

static int unassign(struct app *app, const void *args, struct sen_err *err)
{
	const struct assign_args *a = args;
	sen_date until = a->until == SEN_NO_DATE ? app->context.today : a->until;
	struct sen_staff staff;
	char day[16];
	int rc = staff_of(app, a->staff, &staff, err);
	for (size_t i = 0; rc == 0 && i < a->whom.count; i++) {
		struct sen_duty *duty = sen_record_new(app->arena, &sen_duty_record);
		const char *words;
		if ((rc = whom(app, a->whom.items[i], duty, &words, err)) < 0)
			return rc;
		rc = sen_duty_end(app->store, staff.head.id, duty->pupil_id, duty->class_name, a->role, until,
				  err);
		if (rc == 0)
			app_say(app, "%s is responsible for %s no more, from %s.", staff.name, words,
				sen_date_long(until, day));
	}
	return rc;
}
static const struct opt unassign_opts[] = {
	WHOM_ROWS,
	OPT_ROW_DATE(S, until, "until", 0, "the first day after (today)"),
};
#undef S
static const char *const unassign_examples[] = {"sendctl staff unassign \"Ms Hart\" zoe@3B", NULL};
static const struct cmd unassign_cmd = {
	.noun = "staff",
	.verb = "unassign",
	.summary = "a responsibility ends; it stays in the history",
	.flags = CMD_WRITES,
	.opts = unassign_opts,
	.opt_count = SEN_COUNT(unassign_opts),
	.args_size = sizeof(struct assign_args),
	.examples = unassign_examples,
	.run = unassign,
};

/* ---- given ---- */

struct given_args {
	const char *who, *record;
	sen_date on, read;
};

/* "register", "profile:zoe@3B", or the id of a record (D2). */
static int what(struct app *app, const char *text, struct sen_given *given, struct sen_err *err)
{
	size_t letters = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	const struct sen_record *kind;
	void *record;
	int64_t id;
	if (sen_text_same(text, "register")) {
		given->record = "register";
		return 0;
	}
	if (strncasecmp(text, "profile:", 8) == 0) {
		given->record = "profile";
		return app_pupil(app, text + 8, &given->pupil_id, err);
	}
	kind = sen_record_prefixed(sen_strndup(app->arena, text, letters));
	if (!letters || !kind || !sen_id_parse(text, kind->prefix, &id)) {
		sen_fail(err, SEN_NOTFOUND, "'%s' is nothing that can be given",
			 sen_text_visible(app->arena, text, false));
		sen_hint(err, "say register, profile:PUPIL, or the id of a record (D2)");
		return err->code;
	}
	record = sen_record_new(app->arena, kind);
	int rc = app_record(app, kind, text, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, kind, id, record, err)) < 0)
		return rc;
	given->record = sen_format(app->arena, "%s%lld", kind->prefix, (long long)id);
	if (kind->flags & SEN_R_PUPIL)
		memcpy(&given->pupil_id, (char *)record + kind->pupil_offset, sizeof given->pupil_id);
	return 0;
}

static int give(struct app *app, const struct given_args *a, const char *who, struct sen_err *err)
{
	struct sen_given *given = sen_record_new(app->arena, &sen_given_record);
	char day[16];
	bool fresh;
	int rc = what(app, a->record, given, err);
	if (rc < 0)
		return rc;
	given->who = who;
	given->read_on = a->read;
	given->given_on = a->on != SEN_NO_DATE	   ? a->on
			  : a->read != SEN_NO_DATE ? a->read
						   : app->context.today;
	if ((rc = sen_given_add(app->store, given, &fresh, err)) < 0)
		return rc;
	app_wrote(app, &sen_given_record, given->head.id);
	app_say(app, "%s: %s given on %s%s%s.", who, given->record, sen_date_long(given->given_on, day),
		a->read == SEN_NO_DATE ? "" : ", read on ",
		a->read == SEN_NO_DATE ? "" : sen_date_long(a->read, (char[16]){0}));
	return 0;
}

/* Every member of staff of today. */
static int give_all(struct app *app, const struct given_args *a, struct sen_err *err)
{
	const char **names;
	size_t count;
	int rc = sen_staff_names(app->store, &names, &count, err);
	if (rc == 0 && count == 0)
		return sen_fail(err, SEN_NOTFOUND, "no staff are in the records: 'sendctl staff add'");
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = give(app, a, names[i], err);
	return rc;
}

static int given(struct app *app, const void *args, struct sen_err *err)
{
	const struct given_args *a = args;
	const char *who = a->who;
	struct sen_staff staff;
	int64_t id;
	if (sen_text_same(who, "all"))
		return give_all(app, a, err);
	int rc = sen_staff_record.find(app->store, who, &id, err);
	if (rc == 0 && sen_id_parse(who, sen_staff_record.prefix, &id) && (who[0] | 32) == 's')
		rc = 1;
	if (rc == 1) {
		if ((rc = sen_record_get(app->store, &sen_staff_record, id, &staff, err)) < 0)
			return rc;
		who = staff.name;
	}
	return rc < 0 ? rc : give(app, a, who, err);
}

#define S struct given_args
static const struct opt given_opts[] = {
	OPT_ROW_WORD(S, who, "NAME", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "who was given it: a name, ST4, or all (every member of staff)"),
	OPT_ROW_WORD(S, record, "WHAT", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "register, profile:PUPIL, or the id of a record (D2)"),
	OPT_ROW_DATE(S, on, "on", 0, "the day it was given (today)"),
	OPT_ROW_DATE(S, read, "read", 0, "the day they say they have read it"),
};
#undef S
static const char *const given_examples[] = {"sendctl staff given all register",
					     "sendctl staff given \"Ms Hart\" register --read today", NULL};
static const struct cmd given_cmd = {
	.noun = "staff",
	.verb = "given",
	.summary = "who was given the register or a plan, and has read it",
	.about = "'sendctl report given' lists who has not read what they were given.",
	.flags = CMD_WRITES,
	.opts = given_opts,
	.opt_count = SEN_COUNT(given_opts),
	.args_size = sizeof(struct given_args),
	.examples = given_examples,
	.run = given,
};

/* ---- add ---- */

/* Two of one name may be two people; more often it is one, added twice. */
static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct sen_staff *staff = app->record;
	struct sen_err several = {0};
	int64_t other = 0;
	int rc = sen_staff_record.find(app->store, staff->name, &other, &several);

	if (rc == 0 && other == 0)
		return generic_add(app, args, err);
	if ((rc = generic_add(app, args, err)) < 0 || app->dry_run)
		return rc;
	app_say(app,
		"  %s is on the list already%s. If it is one person: sendctl staff remove ST%lld "
		"--reason \"twice\"",
		staff->name, other ? sen_format(app->arena, ", ST%lld", (long long)other) : "",
		(long long)app->created);
	return 0;
}
static const struct cmd add_cmd = {
	.noun = "staff",
	.verb = "add",
	.summary = "add a new staff entry",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_staff_record,
	.run = add,
};

static const struct cmd *const verbs[] = {&add_cmd, &assign_cmd, &unassign_cmd, &given_cmd};
const struct noun staff_noun = {.name = "staff",
				.summary = "the adults of the school, by role and class",
				.group = "the school",
				.record = &sen_staff_record,
				.verbs = verbs,
				.count = SEN_COUNT(verbs)};

/* sendctl plan add --form: a new plan and its targets in one form. */
#include "plan_form.h"

#include <sen/text.h>

#include <string.h>

struct adding {
	struct app *app;
	const struct sen_plan *start;
	struct plan_editing read; /* its plan and targets as the form has them */
};

static int take_new(void *arg, const char *text, struct sen_err *err)
{
	struct adding *add = arg;
	struct plan_editing *e = &add->read;
	struct plan_faults faults = {.app = add->app, .err = err, .more = {.arena = add->app->arena}};
	struct sen_plan_part *parts;
	size_t count;
	int64_t id;
	int rc = sen_plan_form_split(add->app->arena, text, &parts, &count, err);
	if (rc < 0)
		return rc;
	*e = (struct plan_editing){.app = add->app};
	e->shown = *add->start;
	if (!sen_id_parse(parts[0].word, "P", &id) || id != add->start->pupil_id)
		plan_fault_at(&faults, parts[0].line,
			      sen_format(add->app->arena, "this form is of '%s', not of P%lld",
					 sen_text_visible(add->app->arena, parts[0].word, false),
					 (long long)add->start->pupil_id));
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && parts[i].is_plan)
			plan_fault_at(&faults, parts[i].line, "one plan at a time is begun");
		else if (parts[i].is_plan)
			plan_form_plan(e, &parts[i], &faults);
		else if (strcmp(parts[i].word, "new") != 0)
			plan_fault_at(&faults, parts[i].line, "a target of a new plan begins with '-- new'");
		else
			plan_form_target(e, &parts[i], &faults);
	}
	return plan_faults_end(&faults);
}

static const char *add_text(struct app *app, const struct sen_plan *plan)
{
	enum { BLOCKS = 3 };
	struct sen_buf text = {.arena = app->arena};
	struct sen_target blank;
	sen_record_blank(&sen_target_record, &blank);
	blank.head = (struct sen_head){0};
	sen_plan_form_head(&text, SEN_PLAN_FORM_NEW,
			   sen_format(app->arena, "sendctl plan add P%lld", (long long)plan->pupil_id),
			   sen_plan_kinds(app->store, plan->pupil_id, plan->made_on));
	sen_plan_form_plan(
		&text, SEN_PLAN_FORM_NEW,
		sen_format(app->arena, "P%lld %s", (long long)plan->pupil_id, app_child(app, plan->pupil_id)),
		plan, NULL);
	for (int i = 0; i < BLOCKS; i++)
		sen_plan_form_target(&text, SEN_PLAN_FORM_NEW, &blank, NULL, NULL);
	return text.text;
}

int plan_add_form(struct app *app, const struct sen_plan *plan, struct sen_err *err)
{
	struct sen_plan start = *plan;
	struct adding add = {.app = app, .start = &start};
	bool by_policy;
	char day[16];
	int rc = sen_plan_prepare(app->store, &start, &by_policy, err);
	if (rc < 0 || (rc = app_form_until(app, add_text(app, &start), take_new, &add, err)) < 0)
		return rc;
	struct sen_plan *made = &add.read.plan;
	if ((rc = sen_plan_add(app->store, made, &by_policy, err)) < 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < add.read.part_count; i++) {
		add.read.parts[i].target.plan_id = made->head.id;
		rc = sen_record_insert(app->store, &sen_target_record, &add.read.parts[i].target, err);
		if (rc < 0)
			return sen_wrap(err, "line %d of the form", add.read.parts[i].line);
	}
	app->created = made->head.id;
	app_say(app, "%s: %s, a draft with %zu target%s, made on %s.", app_child(app, made->pupil_id),
		plan_words(app, made), add.read.part_count, add.read.part_count == 1 ? "" : "s",
		sen_date_long(made->made_on, day));
	plan_say_due(app, made, false);
	return plan_say_checks(app, made->head.id, SEN_NO_INT, err);
}

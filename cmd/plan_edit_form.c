/* sendctl plan edit --form: written, read back, held against what somebody else may
 * have changed meanwhile. */
#include "frame.h"
#include "plan_form.h"

#include <sen/text.h>

#include <string.h>

static int load_shown(struct plan_editing *e, struct sen_err *err)
{
	struct sen_plan draft;
	int rc = sen_record_get(e->app->store, &sen_plan_record, e->plan_id, &e->shown, err);
	if (rc == 0 && e->shown.agreed_on != SEN_NO_DATE && e->shown.closed_on == SEN_NO_DATE) {
		rc = sen_plan_draft_of(e->app->store, &e->shown, &draft, err);
		if (rc == 0 && draft.head.id)
			e->shown = draft;
	}
	return rc < 0 ? rc : sen_plan_targets(e->app->store, e->shown.head.id, &e->targets, &e->count, err);
}

/* ---- What somebody else has changed ---- */

static const char *quoted(struct sen_arena *arena, const struct sen_field *field, const void *record)
{
	const char *text = sen_field_text(arena, field, record);
	return text ? sen_format(arena, "'%s'", text) : "(nothing)";
}

static void show_fields(struct app *app, const char *of, const struct sen_record *kind, const void *here,
			const void *form, const bool *given)
{
	for (size_t i = 0; i < kind->count; i++) {
		const struct sen_field *field = &kind->fields[i];
		if (!given[i] || (field->flags & (SEN_F_FIXED | SEN_F_INTERNAL)) ||
		    sen_field_equal(field, here, form))
			continue;
		say_line(app, sen_format(app->arena, "%s, %s: now %s; in your form %s", of, field->name,
					 quoted(app->arena, field, here), quoted(app->arena, field, form)));
	}
}

static bool in_form(const struct plan_editing *e, int64_t id)
{
	for (size_t i = 0; i < e->part_count; i++)
		if (!e->parts[i].fresh && e->parts[i].target.head.id == id)
			return true;
	return false;
}

static void show_difference(const struct plan_editing *e)
{
	struct app *app = e->app;
	show_fields(app, sen_format(app->arena, "PL%lld", (long long)e->shown.head.id), &sen_plan_record,
		    &e->shown, &e->plan, e->given);
	for (size_t i = 0; i < e->part_count; i++) {
		const struct plan_part_target *part = &e->parts[i];
		if (part->fresh)
			say_line(app, sen_format(app->arena, "a new target in your form: %s",
						 plan_target_words(app, &part->target)));
		for (size_t k = 0; k < e->count && !part->fresh; k++)
			if (e->targets[k].head.id == part->target.head.id)
				show_fields(app,
					    sen_format(app->arena, "T%lld", (long long)part->target.head.id),
					    &sen_target_record, &e->targets[k], &part->target, part->given);
	}
	for (size_t k = 0; k < e->count; k++)
		if (!in_form(e, e->targets[k].head.id))
			say_line(app, sen_format(app->arena, "T%lld, not in your form: %s",
						 (long long)e->targets[k].head.id,
						 plan_target_words(app, &e->targets[k])));
}

static int check_seen(const struct plan_editing *e, const struct sen_plan_part *part, struct sen_err *err)
{
	const char *now = plan_seen(e->app, &e->shown, e->targets, e->count);
	if (!part->seen || strcmp(part->seen, now) == 0 || e->app->context.if_rev == e->shown.head.rev)
		return 0;
	show_difference(e);
	sen_fail(err, SEN_CONFLICT, "PL%lld was changed by somebody else while the form was open",
		 (long long)e->shown.head.id);
	sen_hint(err,
		 "Take into your form what is to stay of theirs. When it is to stand as it is, hand it in "
		 "with "
		 "--if-rev %lld.",
		 (long long)e->shown.head.rev);
	return err->code;
}

static bool of_this_plan(const struct plan_editing *e, const char *word)
{
	int64_t id;
	return sen_id_parse(word, "PL", &id) &&
	       (id == e->shown.head.id || id == e->plan_id || id == e->shown.replaces_id);
}

/* Closed while the form was open: the words belong to what stands now. */
static int closed_meanwhile(const struct plan_editing *e, struct sen_err *err)
{
	struct sen_err none = {0};
	char day[16];
	int64_t id;
	sen_fail(err, SEN_CONFLICT, "PL%lld was closed on %s while the form was open",
		 (long long)e->shown.head.id, sen_date_long(e->shown.closed_on, day));
	if (sen_plan_named_by(e->app->store, e->shown.pupil_id, &id, &none) < 0)
		return err->code;
	sen_hint(err, "PL%lld stands now: 'sendctl plan show PL%lld'", (long long)id, (long long)id);
	e->app->frame->words[0] = sen_format(e->app->arena, "PL%lld", (long long)id);
	return err->code;
}

static int take(void *arg, const char *text, struct sen_err *err)
{
	struct plan_editing *e = arg;
	struct plan_faults faults = {.app = e->app, .err = err, .more = {.arena = e->app->arena}};
	struct sen_plan_part *parts;
	size_t count;
	int rc = load_shown(e, err);
	e->parts = NULL;
	e->part_count = e->part_cap = 0;
	if (rc == 0 && e->shown.closed_on != SEN_NO_DATE)
		return closed_meanwhile(e, err);
	if (rc < 0 || (rc = sen_plan_form_split(e->app->arena, text, &parts, &count, err)) < 0)
		return rc;
	if (!of_this_plan(e, parts[0].word)) {
		plan_fault_at(&faults, parts[0].line,
			      sen_format(e->app->arena, "this form is of '%s', not of PL%lld",
					 sen_text_visible(e->app->arena, parts[0].word, false),
					 (long long)e->shown.head.id));
		return plan_faults_end(&faults);
	}
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && parts[i].is_plan)
			plan_fault_at(&faults, parts[i].line, "one plan at a time is edited");
		else if (parts[i].is_plan)
			plan_form_plan(e, &parts[i], &faults);
		else
			plan_form_target(e, &parts[i], &faults);
	}
	rc = plan_faults_end(&faults);
	return rc < 0 ? rc : check_seen(e, &parts[0], err);
}

/* ---- Writing what was read ---- */

struct done {
	size_t changed, added, dropped;
	bool plan;
};

static bool differs(const struct sen_record *kind, const void *a, const void *b, const bool *given)
{
	for (size_t i = 0; i < kind->count; i++)
		if (given[i] && !(kind->fields[i].flags & (SEN_F_FIXED | SEN_F_INTERNAL)) &&
		    !sen_field_equal(&kind->fields[i], a, b))
			return true;
	return false;
}

static const struct sen_target *shown_target(const struct plan_editing *e, int64_t id)
{
	for (size_t i = 0; i < e->count; i++)
		if (e->targets[i].head.id == id)
			return &e->targets[i];
	return NULL;
}

static bool any_change(const struct plan_editing *e)
{
	bool any = differs(&sen_plan_record, &e->shown, &e->plan, e->given);
	for (size_t i = 0; i < e->part_count && !any; i++) {
		const struct plan_part_target *part = &e->parts[i];
		const struct sen_target *old = part->fresh ? NULL : shown_target(e, part->target.head.id);
		any = part->fresh || part->drop ||
		      (old && differs(&sen_target_record, old, &part->target, part->given));
	}
	return any;
}

/* What T7 of the plan shown is in the draft. */
static int in_draft(struct plan_editing *e, int64_t draft_id, int64_t id, struct sen_target *out,
		    struct sen_err *err)
{
	struct sen_target *all;
	size_t count;
	int rc = sen_plan_targets(e->app->store, draft_id, &all, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].head.id == id || all[i].before_id == id) {
			*out = all[i];
			return 0;
		}
	return rc < 0 ? rc : sen_fail(err, SEN_NOTFOUND, "no T%lld in the draft", (long long)id);
}

static int apply_target(struct plan_editing *e, int64_t draft_id, struct plan_part_target *part,
			struct done *done, struct sen_err *err)
{
	struct sen_buf names = {.arena = e->app->arena};
	struct sen_target target;
	int rc;
	if (part->fresh) {
		part->target.plan_id = draft_id;
		done->added++;
		rc = sen_record_insert(e->app->store, &sen_target_record, &part->target, err);
		return rc < 0 ? sen_wrap(err, "line %d of the form", part->line) : 0;
	}
	if ((rc = in_draft(e, draft_id, part->target.head.id, &target, err)) < 0)
		return rc;
	if (part->drop) {
		done->dropped++;
		return sen_record_void(e->app->store, &sen_target_record, target.head.id,
				       "taken out of the plan", err);
	}
	fields_take(&sen_target_record, &target, &part->target, part->given, &names);
	done->changed += names.len > 0;
	rc = names.len ? sen_record_update(e->app->store, &sen_target_record, &target, err) : 0;
	return rc < 0 ? sen_wrap(err, "line %d of the form", part->line) : 0;
}

static int apply(struct plan_editing *e, struct sen_plan *draft, bool *made, struct done *done,
		 struct sen_err *err)
{
	struct sen_buf names = {.arena = e->app->arena};
	struct sen_plan same = e->shown;
	int rc = sen_record_update(e->app->store, &sen_plan_record, &same, err);
	if (rc < 0 || (rc = sen_plan_draft(e->app->store, e->shown.head.id, draft, made, err)) < 0)
		return rc;
	fields_take(&sen_plan_record, draft, &e->plan, e->given, &names);
	done->plan = names.len > 0;
	sen_plan_date_voices(draft, e->app->context.today);
	rc = sen_record_update(e->app->store, &sen_plan_record, draft, err);
	for (size_t i = 0; rc == 0 && i < e->part_count; i++)
		rc = apply_target(e, draft->head.id, &e->parts[i], done, err);
	return rc;
}

static void say_done(struct app *app, const struct sen_plan *plan, const struct done *done)
{
	struct sen_buf text = {.arena = app->arena};
	const struct {
		size_t count;
		const char *word;
	} parts[] = {{done->changed, "changed"}, {done->added, "added"}, {done->dropped, "taken out"}};
	if (done->plan)
		sen_buf_add(&text, "the plan changed");
	for (size_t i = 0; i < SEN_COUNT(parts); i++)
		if (parts[i].count)
			sen_buf_addf(&text, "%s%zu target%s %s", text.len ? ", " : "", parts[i].count,
				     parts[i].count == 1 ? "" : "s", parts[i].word);
	app_say(app, "%s: %s: %s.", app_child(app, plan->pupil_id), plan_words(app, plan), text.text);
}

static const char *edit_text(struct plan_editing *e)
{
	struct sen_buf text = {.arena = e->app->arena};
	char day[16];
	sen_plan_form_head(&text, SEN_PLAN_FORM_EDIT,
			   sen_format(e->app->arena, "sendctl plan edit PL%lld", (long long)e->shown.head.id),
			   NULL);
	if (e->shown.agreed_on != SEN_NO_DATE)
		sen_buf_addf(&text,
			     "# It was agreed on %s: what you change makes a draft of its next version.\n",
			     sen_date_long(e->shown.agreed_on, day));
	sen_plan_form_plan(&text, SEN_PLAN_FORM_EDIT, plan_heading(e->app, &e->shown), &e->shown,
			   plan_seen(e->app, &e->shown, e->targets, e->count));
	for (size_t i = 0; i < e->count; i++)
		sen_plan_form_target(&text, SEN_PLAN_FORM_EDIT, &e->targets[i], NULL, NULL);
	return text.text;
}

int plan_edit_form(struct app *app, const struct sen_plan *plan, struct sen_err *err)
{
	struct plan_editing e = {.app = app, .plan_id = plan->head.id};
	struct done done = {0};
	struct sen_plan draft;
	bool made;
	char day[16];
	int rc = load_shown(&e, err);
	if (rc < 0)
		return rc;
	if (e.shown.closed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_INVALID, "PL%lld was closed on %s and stays as it was",
				(long long)e.shown.head.id, sen_date_long(e.shown.closed_on, day));
	if ((rc = app_form_until(app, edit_text(&e), take, &e, err)) < 0)
		return rc;
	if (!any_change(&e)) {
		app->unchanged = true;
		app_say(app, "Nothing to change: PL%lld says that already.", (long long)e.shown.head.id);
		return 0;
	}
	if ((rc = apply(&e, &draft, &made, &done, err)) < 0)
		return rc;
	app_wrote(app, &sen_plan_record, draft.head.id);
	say_done(app, &draft, &done);
	if (made)
		plan_say_version(app, &draft);
	return plan_say_checks(app, draft.head.id, SEN_NO_INT, err);
}

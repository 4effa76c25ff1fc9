/* Forms of plans: faults, words and blocks, as they are read back. */
#include "plan_form.h"

#include <sen/text.h>

#include <string.h>

/* ---- Faults: all of them, the first as the error ---- */

void plan_fault(struct plan_faults *faults, const struct sen_err *fault)
{
	enum { TOLD = 10 };
	if (faults->count++ == 0)
		*faults->err = *fault;
	else if (faults->count <= TOLD)
		sen_buf_addf(&faults->more, "%s%s", faults->more.len ? "\n" : "", fault->msg);
}

void plan_fault_at(struct plan_faults *faults, int line, const char *what)
{
	struct sen_err fault = {0};
	(void)sen_fail(&fault, SEN_INVALID, "line %d of the form: %s", line, what);
	plan_fault(faults, &fault);
}

int plan_faults_end(struct plan_faults *faults)
{
	struct sen_err *err = faults->err;
	char hint[sizeof err->hint];
	if (faults->count == 0)
		return 0;
	memcpy(hint, err->hint, sizeof hint);
	if (faults->more.len)
		sen_hint(err, "%s%s%s", hint, hint[0] ? "\n" : "", faults->more.text);
	return err->code;
}

/* ---- Words of the form ---- */

const char *plan_seen(struct app *app, const struct sen_plan *plan, const struct sen_target *targets,
		      size_t count)
{
	struct sen_buf text = {.arena = app->arena};
	sen_buf_addf(&text, "PL%lld.%lld", (long long)plan->head.id, (long long)plan->head.rev);
	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&text, " T%lld.%lld", (long long)targets[i].head.id,
			     (long long)targets[i].head.rev);
	return text.text;
}

const char *plan_heading(struct app *app, const struct sen_plan *plan)
{
	return sen_format(
		app->arena, "PL%lld %s, cycle %lld%s of %s: %s", (long long)plan->head.id, plan->kind_name,
		(long long)plan->cycle,
		plan->version > 1 ? sen_format(app->arena, ", version %lld,", (long long)plan->version) : ",",
		app_child(app, plan->pupil_id), plan->agreed_on == SEN_NO_DATE ? "draft" : "agreed");
}

/* ---- Blocks ---- */

/* T7, or what T7 is in the draft. */
static const struct sen_target *target_named(const struct plan_editing *e, const char *word)
{
	int64_t id;
	if (!sen_id_parse(word, "T", &id))
		return NULL;
	for (size_t i = 0; i < e->count; i++)
		if (e->targets[i].head.id == id)
			return &e->targets[i];
	for (size_t i = 0; i < e->count; i++)
		if (e->targets[i].before_id == id)
			return &e->targets[i];
	return NULL;
}

void plan_form_plan(struct plan_editing *e, const struct sen_plan_part *part, struct plan_faults *faults)
{
	struct sen_err fault = {0};
	int rc;
	e->plan = e->shown;
	e->given = SEN_NEW(e->app->arena, bool, sen_plan_record.count);
	rc = sen_form_read(e->app->store, &sen_plan_record, part->body, NULL, &e->plan, e->given, &fault);
	if (rc < 0 && rc != SEN_FAIL)
		plan_fault(faults, &fault);
}

/* Two blocks of one target: which of them is meant is not for us to say. */
static bool is_twice(const struct plan_editing *e, const struct sen_target *old,
		     const struct sen_plan_part *part, struct plan_faults *faults)
{
	for (size_t i = 0; i < e->part_count; i++) {
		if (e->parts[i].fresh || e->parts[i].target.head.id != old->head.id)
			continue;
		plan_fault_at(faults, part->line,
			      sen_format(e->app->arena, "T%lld is there twice (line %d)",
					 (long long)old->head.id, e->parts[i].line));
		return true;
	}
	return false;
}

void plan_form_target(struct plan_editing *e, const struct sen_plan_part *part, struct plan_faults *faults)
{
	struct plan_part_target read = {.line = part->line};
	const struct sen_target *old = target_named(e, part->word);
	struct sen_err fault = {0};
	int rc;
	read.fresh = strcmp(part->word, "new") == 0;
	read.drop = part->more && strcmp(part->more, "drop") == 0;
	if (!read.fresh && !old) {
		plan_fault_at(faults, part->line,
			      sen_format(e->app->arena, "'%s' is no target of this plan; a new one: '-- new'",
					 sen_text_visible(e->app->arena, part->word, false)));
		return;
	}
	if (old && is_twice(e, old, part, faults))
		return;
	if (old)
		read.target = *old;
	else
		sen_record_blank(&sen_target_record, &read.target);
	read.given = SEN_NEW(e->app->arena, bool, sen_target_record.count);
	rc = sen_form_read(e->app->store, &sen_target_record, part->body, NULL, &read.target, read.given,
			   &fault);
	if (rc == SEN_FAIL && read.fresh)
		return; /* an empty block */
	if (rc < 0 && rc != SEN_FAIL)
		plan_fault(faults, &fault);
	else if (!read.target.target && !read.drop)
		plan_fault_at(faults, part->line, "a target without its words ('target:')");
	*SEN_PUSH(e->app->arena, e->parts, e->part_count, e->part_cap) = read;
}

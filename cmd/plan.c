/* The noun `plan`: finding one, saying of it, and add. */
#include "plan.h"

#include <sen/pupil.h>
#include <sen/text.h>

#include <string.h>

/* ---- Which plan ---- */

static int several(struct app *app, const struct sen_plan *all, size_t count, bool drafts, int64_t pupil_id,
		   struct sen_err *err)
{
	struct sen_buf list = {.arena = app->arena};
	for (size_t i = 0; i < count; i++)
		if (all[i].closed_on == SEN_NO_DATE && (all[i].agreed_on == SEN_NO_DATE) == drafts)
			sen_buf_addf(&list, "%sPL%lld (%s)", list.len ? ", " : "", (long long)all[i].head.id,
				     all[i].kind_name);
	sen_fail(err, SEN_NOTFOUND, "P%lld has several plans that are open: %s", (long long)pupil_id,
		 list.text);
	sen_hint(err, "Say which one by its id.");
	return err->code;
}

static size_t open_ones(const struct sen_plan *all, size_t count, bool drafts, const struct sen_plan **last)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		if (all[i].closed_on == SEN_NO_DATE && (all[i].agreed_on == SEN_NO_DATE) == drafts) {
			*last = &all[i];
			n++;
		}
	return n;
}

static int of_child(struct app *app, int64_t pupil_id, enum plan_which which, struct sen_plan *out,
		    struct sen_err *err)
{
	const struct sen_plan *last = NULL;
	struct sen_plan *all;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_plan_record, pupil_id, (void **)&all, &count, err);
	for (int turn = 0; rc == 0 && turn < 2; turn++) {
		bool drafts = (which == PLAN_DRAFT) == (turn == 0);
		size_t n = open_ones(all, count, drafts, &last);
		if (n > 1)
			return several(app, all, count, drafts, pupil_id, err);
		if (n == 0)
			continue;
		*out = *last;
		return 0;
	}
	if (rc < 0)
		return rc;
	sen_fail(err, SEN_NOTFOUND, "%s has no plan that is open", app_child(app, pupil_id));
	sen_hint(err, "Make one: 'sendctl plan add P%lld'. Closed ones: 'sendctl plan list P%lld --all'.",
		 (long long)pupil_id, (long long)pupil_id);
	return err->code;
}

int plan_of(struct app *app, const char *text, enum plan_which which, struct sen_plan *out,
	    struct sen_err *err)
{
	int64_t id, pupil_id;
	int rc;
	if (sen_id_parse(text, sen_plan_record.prefix, &id)) {
		rc = app_record(app, &sen_plan_record, text, &id, err);
		return rc < 0 ? rc : sen_record_get(app->store, &sen_plan_record, id, out, err);
	}
	rc = app_pupil(app, text, &pupil_id, err);
	return rc < 0 ? rc : of_child(app, pupil_id, which, out, err);
}

static int many_of_word(struct app *app, const char *word, int64_t **ids, size_t *count, size_t *room,
			size_t *without, struct sen_err *err)
{
	struct sen_plan plan;
	int64_t *pupils, id;
	size_t n;
	int rc;
	if (sen_id_parse(word, sen_plan_record.prefix, &id)) {
		if ((rc = app_record(app, &sen_plan_record, word, &id, err)) == 0 &&
		    !sen_ids_hold(*ids, *count, id))
			*SEN_PUSH(app->arena, *ids, *count, *room) = id;
		return rc;
	}
	rc = app_pupils(app, word, &pupils, &n, err);
	for (size_t i = 0; rc == 0 && i < n; i++) {
		rc = sen_plan_on(app->store, pupils[i], app->context.today, &plan, err);
		if (rc == 0 && n == 1 && !plan.head.id)
			rc = of_child(app, pupils[i], PLAN_STANDS, &plan, err);
		if (rc == 0 && !plan.head.id)
			++*without;
		else if (rc == 0 && !sen_ids_hold(*ids, *count, plan.head.id))
			*SEN_PUSH(app->arena, *ids, *count, *room) = plan.head.id;
	}
	return rc;
}

int plan_many(struct app *app, const struct texts *words, int64_t **ids, size_t *count, size_t *without,
	      struct sen_err *err)
{
	size_t room = 0;
	int rc = 0;
	*ids = NULL;
	*count = *without = 0;
	for (size_t i = 0; rc == 0 && i < words->count; i++)
		rc = many_of_word(app, words->items[i], ids, count, &room, without, err);
	return rc;
}

/* ---- What is said ---- */

const char *plan_words(struct app *app, const struct sen_plan *plan)
{
	struct sen_buf text = {.arena = app->arena};
	sen_buf_add(&text, plan->kind_name);
	if (!app->dry_run)
		sen_buf_addf(&text, " PL%lld", (long long)plan->head.id);
	sen_buf_addf(&text, ", cycle %lld", (long long)plan->cycle);
	if (plan->version > 1)
		sen_buf_addf(&text, ", version %lld", (long long)plan->version);
	return text.text;
}

const char *plan_target_words(struct app *app, const struct sen_target *target)
{
	enum { WORDS = 60 };
	const char *text = target->target ? target->target : "";
	size_t n = strcspn(text, "\n");
	if (n > WORDS) {
		n = WORDS;
		while (n > 0 && text[n] != ' ')
			n--;
	}
	return sen_format(app->arena, "'%.*s%s'", (int)n, text, text[n] ? " ..." : "");
}

int plan_say_checks(struct app *app, int64_t plan_id, int64_t target_id, struct sen_err *err)
{
	enum { SHOWN = 8 };
	struct sen_plan_finding *all;
	size_t count, said = 0, more = 0;
	int rc = app->dry_run ? 0 : sen_plan_check(app->store, plan_id, &all, &count, err);
	if (rc < 0 || app->dry_run)
		return rc;
	for (size_t i = 0; i < count; i++) {
		if (target_id != SEN_NO_INT && all[i].target_id != target_id)
			continue;
		if (said == SHOWN) {
			more++;
			continue;
		}
		said++;
		if (all[i].target_id == SEN_NO_INT)
			app_say(app, "  To look at: %s (%s)", all[i].finding, all[i].fix);
		else
			app_say(app, "  To look at: T%lld: %s (%s)", (long long)all[i].target_id,
				all[i].finding, all[i].fix);
	}
	if (more)
		app_say(app, "  and %zu more: sendctl plan check PL%lld", more, (long long)plan_id);
	return 0;
}

void plan_say_due(struct app *app, const struct sen_plan *plan, bool by_policy)
{
	char day[16];
	if (plan->review_on == SEN_NO_DATE)
		app_say(app, "  It has no date for review: --due DATE sets one.");
	else
		app_say(app, "  To be reviewed by %s%s.", sen_date_long(plan->review_on, day),
			by_policy ? ", as the policy has it" : "");
}

void plan_say_version(struct app *app, const struct sen_plan *draft)
{
	app_say(app,
		"  The plan was agreed, so this is a draft of its version %lld%s: the agreed one stands "
		"until this one is.",
		(long long)draft->version,
		app->dry_run ? "" : sen_format(app->arena, " (PL%lld)", (long long)draft->head.id));
	if (!app->dry_run)
		app_say(app, "  When it is agreed: sendctl plan agree PL%lld --by NAME",
			(long long)draft->head.id);
}

const char *plan_join_lines(struct app *app, const char *before, const struct texts *lines)
{
	struct sen_buf text = {.arena = app->arena};
	if (before)
		sen_buf_add(&text, before);
	for (size_t i = 0; i < lines->count; i++)
		sen_buf_addf(&text, "%s%s", text.len ? "\n" : "", lines->items[i]);
	return text.text;
}

/* ---- add ---- */

struct add_args {
	struct texts strategies;
};

static int add(struct app *app, const void *args, struct sen_err *err)
{
	const struct add_args *a = args;
	struct sen_plan *plan = app->record;
	bool by_policy;
	char day[16];
	plan->strategies = plan_join_lines(app, plan->strategies, &a->strategies);
	if (app->form)
		return plan_add_form(app, plan, err);
	int rc = sen_plan_add(app->store, plan, &by_policy, err);
	if (rc < 0)
		return rc;
	app->created = plan->head.id;
	app_say(app, "%s: %s, a draft, made on %s.", app_child(app, plan->pupil_id), plan_words(app, plan),
		sen_date_long(plan->made_on, day));
	plan_say_due(app, plan, by_policy);
	if ((rc = plan_say_checks(app, plan->head.id, SEN_NO_INT, err)) < 0)
		return rc;
	if (!app->dry_run)
		app_say(app, "  Next: sendctl target add PL%lld --target TEXT --baseline TEXT --success TEXT",
			(long long)plan->head.id);
	return 0;
}

static const struct opt add_opts[] = {
	OPT_ROW_TEXTS(struct add_args, strategies, "strategy", 0, "TEXT", "one strategy"),
};
static const char *const add_examples[] = {
	"sendctl plan add zoe@3B --strategy \"Pre-teach five words each Monday\" --home \"Talk about the "
	"week's words\" --parent-voice \"She tells us more at home\"",
	"sendctl plan add zoe@3B --form", NULL};
static const struct cmd add_cmd = {
	.noun = "plan",
	.verb = "add",
	.summary = "begin a plan: a draft, until it is agreed",
	.about =
		"The kind is the one the school's policy has for the child's level, the date for review as "
		"often as the policy reviews it (a plan made in the last three weeks of a term is reviewed "
		"in the next). One plan of a kind stands at a time. With --form the plan and its targets are "
		"written in one form. What the plan lacks is said, and stops nothing.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM | CMD_ROUND,
	.opts = add_opts,
	.opt_count = SEN_COUNT(add_opts),
	.args_size = sizeof(struct add_args),
	.record = &sen_plan_record,
	.examples = add_examples,
	.run = add,
};

static const struct cmd *const verbs[] = {
	&add_cmd,	&plan_edit_cmd, &plan_agree_cmd,  &plan_renew_cmd,  &plan_close_cmd, &plan_check_cmd,
	&plan_list_cmd, &plan_show_cmd, &plan_import_cmd, &plan_remove_cmd, &plan_print_cmd};
const struct noun plan_noun = {.name = "plan",
			       .summary = "plans of support, in cycles of assess, plan, do, review",
			       .group = "everyday",
			       .record = &sen_plan_record,
			       .verbs = verbs,
			       .count = SEN_COUNT(verbs)};

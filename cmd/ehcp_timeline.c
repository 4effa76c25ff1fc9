/* sendctl ehcp timeline: the steps of the statutory clock for a child, how each stands,
 * and how its day was reached (R61, R63, R64, R67). */
#include "ehcp.h"

#include <sen/owed.h>

#include <string.h>

enum { STEP, RULE, STARTS, DUE, MET, STATE, OWNER, BASIS, CITE, SUBJECT, HOW, SURE, EXCUSE, MAY, NOTE, FIX };

#define TEXT(key, title, flag, about)                                                         \
	{                                                                                     \
		.name = key, .label = title, .kind = SEN_C_TEXT, .flags = flag, .help = about \
	}
#define DATE(key, title, flag, about)                                                         \
	{                                                                                     \
		.name = key, .label = title, .kind = SEN_C_DATE, .flags = flag, .help = about \
	}
/* `some` and `more`: what the list, or the explanation, keeps back in text. */
#define COLUMNS(some, more)                                                                                  \
	TEXT("step", "Step", SEN_COL_WIDE, "what is to be done"),                                            \
		TEXT("rule", "Rule", some, "stable key of the rule ('sendctl law show RULE')"),              \
		DATE("starts_on", "Counted from", some, "the day of the event it is counted from"),          \
		DATE("due_on", "Last day", 0,                                                                \
		     "the last day for it; a step that may begin only then: the "                            \
		     "first; null while it waits for an event"),                                             \
		DATE("met_on", "Done", 0, "the day it was done"),                                            \
		TEXT("state", "State", SEN_COL_ALERT,                                                        \
		     "met, late, due, overdue or excused; null: it waits, or the time for it is over"),      \
		TEXT("owner", "Who", 0, "whose step it is"),                                                 \
		TEXT("basis", "Basis", SEN_COL_QUIET, "law, or judgement where the law sets no limit"),      \
		TEXT("cite", "From", SEN_COL_WIDE | (some), "the law it comes from"),                        \
		TEXT("subject", "Record", some, "the case, review or appeal"),                               \
		TEXT("how", "How", SEN_COL_WIDE | (some), "how the day was reached"),                        \
		TEXT("confidence", "Sure", some,                                                             \
		     "seen in the text of the law, in a secondary source, general knowledge, or a "          \
		     "judgement"),                                                                           \
		TEXT("excuse", "Excused", SEN_COL_WIDE | (some), "why lateness is excused"),                 \
		TEXT("excused_when", "May be excused", SEN_COL_WIDE | (some),                                \
		     "what would excuse lateness, by its code ('sendctl law show RULE'); it moves no date"), \
		TEXT("note", "Note", SEN_COL_WIDE | (some), "what else is to be known"),                     \
		TEXT("fix", "Command", SEN_COL_WIDE | (more), "the command that puts it on record")
static const struct sen_column list_columns[] = {COLUMNS(SEN_COL_QUIET, SEN_COL_QUIET)};
static const struct sen_column explain_columns[] = {COLUMNS(0, 0)};
static const struct sen_query list_query = {.name = "ehcp-timeline",
					    .title = "Statutory clock",
					    .version = 1,
					    .columns = list_columns,
					    .count = SEN_COUNT(list_columns)};
static const struct sen_query explain_query = {.name = "ehcp-timeline",
					       .title = "Statutory clock",
					       .version = 1,
					       .flags = SEN_Q_PAGE,
					       .columns = explain_columns,
					       .count = SEN_COUNT(explain_columns)};

struct timeline_args {
	const char *pupil;
	bool explain, all;
};

/* ---- One step ---- */

/* Final before the parents' time was over: the one thing that can be done too early. */
static bool too_early(const struct sen_ehc_step *step)
{
	return step->rule->bound == SEN_CLOCK_NOT_BEFORE && step->met_on != SEN_NO_DATE &&
	       step->met_on < step->due_on;
}

/* From when on the plan may be finalised is never overdue, nor what follows a meeting that
 * is only planned; a right that ended unused is nobody's lateness. */
static const char *state_of(const struct sen_ehc_step *step, sen_date today)
{
	bool open = step->met_on == SEN_NO_DATE;

	if (step->rule->bound == SEN_CLOCK_NOT_BEFORE)
		return open ? "due" : too_early(step) ? NULL : "met";
	if (open && (step->planned || step->extends))
		return "due";
	if (open && step->rule->lapses && today > step->due_on)
		return NULL;
	return sen_clock_state_word(sen_clock_state(step->due_on, step->met_on, today, step->excuse != NULL));
}

static void note_add(struct sen_buf *buf, const char *text)
{
	if (text)
		sen_buf_addf(buf, "%s%s", buf->len ? "; " : "", text);
}

static const char *note_of(struct app *app, const struct sen_ehc_step *step, sen_date today)
{
	struct sen_buf buf = {.arena = app->arena};
	bool open = step->met_on == SEN_NO_DATE;

	if (step->earliest)
		note_add(&buf, "At the earliest: the day the local authority received it is not known");
	if (step->latest)
		note_add(&buf, "At the latest: the day it was served on the parents is not known");
	if (too_early(step))
		note_add(&buf, "Too early: it was finalised before the parents' time was over");
	if (open && step->extends)
		note_add(&buf, "May be later: a month from the mediation certificate, which has not come");
	else if (open && step->rule->lapses && today > step->due_on)
		note_add(&buf, "The time for it is over: nothing is on record");
	if (step->reason)
		note_add(&buf, sen_format(app->arena, "Reason on record: %s", step->reason));
	note_add(&buf, step->rule->note);
	return buf.text;
}

/* Their codes: `law show` has them in words. */
static const char *may_excuse(struct app *app, const struct sen_law_rule *rule)
{
	struct sen_buf buf = {.arena = app->arena};

	for (size_t i = 0; i < rule->exception_count; i++)
		sen_buf_addf(&buf, "%s%s", i ? ", " : "", rule->exceptions[i]);
	return buf.text;
}

static struct sen_cell *rule_cells(struct app *app, struct sen_table *table,
				   const struct sen_ehc_child *child, const struct sen_law_rule *rule,
				   sen_date day)
{
	const struct sen_policy *policy = sen_policy_on(child->policies, child->facts->school_id, day);
	bool judged = sen_law_judged(rule);
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_text(&cell[STEP], rule->name);
	sen_cell_text(&cell[RULE], rule->code);
	sen_cell_text(&cell[OWNER], sen_ehc_owner(policy, rule));
	sen_cell_text(&cell[BASIS], sen_basis_word(judged ? SEN_BASIS_JUDGEMENT : SEN_BASIS_LAW));
	sen_cell_text(&cell[CITE], rule->cite);
	sen_cell_text(&cell[SURE], rule->confidence);
	sen_cell_text(&cell[MAY], may_excuse(app, rule));
	return cell;
}

static void put_step(struct app *app, struct sen_table *table, const struct sen_ehc_child *child,
		     const struct sen_ehc_step *step)
{
	sen_date today = sen_store_day(app->store);
	struct sen_cell *cell = rule_cells(app, table, child, step->rule, step->starts_on);

	sen_cell_date(app->arena, &cell[STARTS], step->starts_on);
	sen_cell_date(app->arena, &cell[DUE], step->due_on);
	sen_cell_date(app->arena, &cell[MET], step->met_on);
	sen_cell_text(&cell[STATE], state_of(step, today));
	sen_cell_text(&cell[SUBJECT], step->subject);
	sen_cell_text(&cell[HOW], step->how);
	sen_cell_text(&cell[EXCUSE], step->excuse);
	sen_cell_text(&cell[NOTE], note_of(app, step, today));
	sen_cell_text(&cell[FIX], step->met_on == SEN_NO_DATE ? step->fix : NULL);
}

/* ---- Steps that wait ---- */

/* A school that only has its own copy does not know the day of service. */
static const char *copy_note(struct app *app, const struct sen_ehc_child *child, const struct sen_ehc *ehc)
{
	char day[16];

	for (size_t i = child->facts->milestone_count; i > 0; i--) {
		const struct sen_milestone *one = &child->facts->milestones[i - 1];

		if (one->ehc_id == ehc->head.id && strcmp(one->event, "draft-copy") == 0)
			return sen_format(
				app->arena,
				"The school's copy came on %s. The fifteen days do not begin with "
				"it but with the day the draft was served on the parents: ask them, "
				"or the authority, for that day; the last day may be sooner than "
				"fifteen days from the copy",
				sen_date_long(one->happened_on, day));
	}
	return NULL;
}

static void put_waits(struct app *app, struct sen_table *table, const struct sen_ehc_child *child,
		      const struct sen_ehc *ehc)
{
	struct sen_ehc_wait *waits;
	size_t count = sen_ehc_waits(child, ehc, app->arena, &waits);

	for (size_t i = 0; i < count; i++) {
		const struct sen_law_rule *rule = waits[i].rule;
		struct sen_cell *cell = rule_cells(app, table, child, rule, sen_store_day(app->store));
		bool draft = strcmp(waits[i].event, "draft-served") == 0;

		sen_cell_text(&cell[HOW], sen_format(app->arena, "%s; it waits for: %s",
						     sen_law_words(app->arena, child->law, rule),
						     sen_law_event_name(child->law, waits[i].event)));
		sen_cell_text(&cell[NOTE],
			      draft && copy_note(app, child, ehc) ? copy_note(app, child, ehc) : rule->note);
	}
}

/* ---- What the list leaves out ---- */

struct footnotes {
	const char **items;
	size_t count, cap;
};

static void foot(struct app *app, struct footnotes *notes, const char *text)
{
	for (size_t i = 0; i < notes->count; i++)
		if (strcmp(notes->items[i], text) == 0)
			return;
	*SEN_PUSH(app->arena, notes->items, notes->count, notes->cap) = text;
}

/* A date that is not sure, and an excuse: without --explain said below. */
static void foot_step(struct app *app, struct footnotes *notes, const struct sen_ehc_child *child,
		      const struct sen_ehc *ehc, const struct sen_ehc_step *step)
{
	const char *state = state_of(step, sen_store_day(app->store));
	char day[16], until[16];

	if (too_early(step))
		foot(app, notes,
		     sen_format(
			     app->arena,
			     "Too early: the plan was made final on %s, and the parents' time to comment on "
			     "the draft was not over before %s (%s). Ask the authority",
			     sen_date_long(step->met_on, day), sen_date_long(step->due_on, until),
			     step->rule->cite));
	if (step->extends && step->met_on == SEN_NO_DATE)
		foot(app, notes,
		     "The time for the appeal may be longer: a month from the mediation certificate, which "
		     "has not come");
	if (step->earliest && step->met_on == SEN_NO_DATE)
		foot(app, notes,
		     sen_format(app->arena,
				"The day the local authority received the request is not known: the days "
				"counted from it are the earliest they can be. Find it out: sendctl ehcp "
				"received %s --on DATE",
				step->subject));
	if (step->latest && step->met_on == SEN_NO_DATE && copy_note(app, child, ehc))
		foot(app, notes, copy_note(app, child, ehc));
	if (state && strcmp(state, "excused") == 0)
		foot(app, notes,
		     sen_format(app->arena, "Excused: %s: %s%s%s", step->rule->name, step->excuse,
				step->reason ? ". Reason on record: " : "",
				step->reason ? step->reason : ""));
}

/* ---- The answer ---- */

/* Open and met steps of the newest case (or the one named), and of disagreements;
 * rights that ended unused are left to --all. */
static bool shown(const struct sen_ehc_step *step, const struct sen_ehc *ehc, bool all, sen_date today)
{
	return all || ((step->ehc_id == ehc->head.id || step->ehc_id == SEN_NO_INT) &&
		       (too_early(step) || state_of(step, today)));
}

static int timeline(struct app *app, const void *data, struct sen_err *err)
{
	const struct timeline_args *args = data;
	const struct sen_query *query = args->explain ? &explain_query : &list_query;
	struct footnotes notes = {NULL, 0, 0};
	struct sen_ehc_child child;
	struct sen_table *table;
	struct sen_ehc ehc;
	int rc = ehcp_case(app, args->pupil, &ehc, err);

	if (rc < 0 || (rc = sen_ehc_child(app->store, ehc.pupil_id, &child, err)) < 0)
		return rc;
	table = sen_table_of(app->arena, query);
	for (size_t i = 0; i < child.steps.count; i++)
		if (shown(&child.steps.items[i], &ehc, args->all, sen_store_day(app->store))) {
			put_step(app, table, &child, &child.steps.items[i]);
			if (!args->explain)
				foot_step(app, &notes, &child, &ehc, &child.steps.items[i]);
		}
	if (args->explain)
		put_waits(app, table, &child, &ehc);
	table->footnotes = notes.items;
	table->footnote_count = notes.count;
	return app_answer_table(app, table, err);
}

static const struct opt timeline_opts[] = {
	EHCP_ROW(struct timeline_args, pupil),
	OPT_ROW_FLAG(struct timeline_args, explain, "explain", 0,
		     "how each day was reached, what would excuse lateness, what waits for an event"),
	OPT_ROW_FLAG(struct timeline_args, all, "all", 0,
		     "every case of the child, and rights that ended unused"),
};
static const char *const timeline_examples[] = {"sendctl ehcp timeline zoe@3B",
						"sendctl ehcp timeline EH1 --explain", NULL};
const struct cmd ehcp_timeline_cmd = {
	.noun = "ehcp",
	.verb = "timeline",
	.summary = "the steps of the statutory clock, and how each stands",
	.about =
		"By last day: the request, the plan and its annual reviews, the move to the next school, and "
		"disagreements. A step is met on its last day and late the day after; an exception of the "
		"law "
		"excuses lateness and moves no date. The dates inform and decide nothing: one that matters "
		"is checked against the text it cites.",
	.flags = CMD_READS | CMD_TABLE,
	.answer = &list_query,
	.opts = timeline_opts,
	.opt_count = SEN_COUNT(timeline_opts),
	.args_size = sizeof(struct timeline_args),
	.examples = timeline_examples,
	.run = timeline};

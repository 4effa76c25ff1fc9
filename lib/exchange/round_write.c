/* The form of a round is written: its help, and a block a child with the targets of
 * the plan. round.c reads it back. */
#include "exchange/form.h"
#include "exchange/round.h"
#include <sen/text.h>
#include <string.h>

static const char *help_of(const struct sen_review_kind *row, const struct sen_field *field,
			   const char *decisions)
{
	if (strcmp(field->name, "decision") == 0)
		return row->decisions ? row->decisions : decisions;
	if (strcmp(field->name, "views") == 0)
		return "who sent views, a line each: NAME, or NAME: what they said";
	if (strcmp(field->name, "came") == 0)
		return "who came: Mum, Ms Hart";
	return field->help;
}

/* The words the policy has for what is decided, and for how a target went. */
static int words_of(struct sen_store *store, int64_t pupil, sen_date on, const char **decisions,
		    const char **results, struct sen_err *err)
{
	struct sen_err list = {0};
	struct sen_decision decision;
	struct sen_progress mark;
	int rc = sen_review_decide(store, pupil, on, "?", &decision, &list);

	if (rc != SEN_INVALID) {
		*err = list;
		return rc;
	}
	*decisions = sen_strdup(sen_store_arena(store), list.hint);
	if ((rc = sen_result_read(store, pupil, on, "?", &mark, &list)) != SEN_INVALID) {
		*err = list;
		return rc;
	}
	*results = sen_strdup(sen_store_arena(store), list.hint);
	return 0;
}

/* The day and the one who led hold for every block that does not say. */
static void write_top(struct sen_buf *form, const struct sen_round *round)
{
	char day[11];

	if (round->on != SEN_NO_DATE)
		sen_buf_addf(form, "\nheld_on: %s\n", sen_date_text(round->on, day));
	if (round->led_by)
		sen_buf_addf(form, "%sled_by: %s\n", round->on == SEN_NO_DATE ? "\n" : "", round->led_by);
}

static void write_help(struct sen_buf *form, const struct sen_round *round, const char *decisions,
		       const char *results, bool targets)
{
	const struct sen_review_kind *row = sen_review_kind(round->kind);

	sen_buf_addf(form,
		     "# sendctl review round %s: one block a child. Leave a block empty and it stays owed.\n"
		     "# Lines that begin with # are help. A long note goes between <<< and >>>.\n",
		     round->kind);
	for (size_t i = 0; row->fields[i]; i++) {
		const struct sen_field *field = sen_field_named(&sen_review_record, row->fields[i]);

		sen_buf_addf(form, "#   %s: %s\n", field->name, help_of(row, field, decisions));
	}
	if (row->decisions)
		return;
	sen_buf_add(form, "#   action: WHAT = WHO by DATE; as many lines as there are actions\n");
	if (targets)
		sen_buf_addf(form, "#   T4: how the target went, after the '=': met, or met: a note. %s\n",
			     results);
}

static int write_block(struct sen_store *store, const struct sen_round *round, int64_t pupil,
		       const char *heading, struct sen_buf *form, bool *targets, struct sen_err *err)
{
	const struct sen_review_kind *row = sen_review_kind(round->kind);
	sen_date on = round->on == SEN_NO_DATE ? sen_store_context(store)->today : round->on;
	struct sen_target *all = NULL;
	struct sen_plan plan;
	size_t count = 0;
	int rc = row->decisions ? 0 : sen_plan_on(store, pupil, on, &plan, err);

	if (rc == 0 && !row->decisions && plan.head.id)
		rc = sen_plan_targets(store, plan.head.id, &all, &count, err);
	sen_buf_addf(form, "\n" ROUND_MARK "P%lld %s\n", (long long)pupil, heading);
	for (size_t i = 0; row->fields[i]; i++) {
		/* Targets are spoken of before what is decided. */
		for (size_t k = 0; k < count && strcmp(row->fields[i], "note") == 0; k++) {
			if (all[k].ended_on != SEN_NO_DATE && all[k].ended_on <= on)
				continue;
			*targets = true;
			sen_buf_addf(form, "%s\n", round_target_line(sen_store_arena(store), &all[k]));
		}
		if (strcmp(row->fields[i], "decision") == 0 && !row->decisions)
			sen_buf_add(form, "action:\n");
		sen_buf_addf(form, "%s:\n", row->fields[i]);
	}
	return rc;
}

int sen_round_write(struct sen_store *store, const struct sen_round *round, const int64_t *pupils,
		    const char *const *headings, size_t count, char **out, struct sen_err *err)
{
	struct sen_buf form = {.arena = sen_store_arena(store)}, blocks = {.arena = sen_store_arena(store)};
	sen_date on = round->on == SEN_NO_DATE ? sen_store_context(store)->today : round->on;
	const char *decisions = "in a word", *results = "";
	bool targets = false;
	int rc = count ? words_of(store, pupils[0], on, &decisions, &results, err) : 0;

	sen_buf_add(&blocks, "");
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = write_block(store, round, pupils[i], headings[i], &blocks, &targets, err);
	write_help(&form, round, decisions, results, targets);
	write_top(&form, round);
	sen_buf_add(&form, blocks.text);
	*out = form.text;
	return rc;
}

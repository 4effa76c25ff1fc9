/* sendctl report impact: did an intervention work, and what did it take. */
#include "frame.h"
#include "nouns.h"

#include <sen/impact.h>

struct args {
	const char *intervention;
	sen_date from, until;
};
#define S struct args
static const struct opt opts[] = {
	OPT_ROW_WORD(S, intervention, "intervention", 0, "NAME", "only this one, with its children"),
	OPT_ROW_DATE(S, from, "from", 0, "first day of the period (that of the first provision)"),
	OPT_ROW_DATE(S, until, "until", 0, "the first day after it (tomorrow)"),
};
#undef S

static void footnotes(struct app *app, const struct sen_impacts *impacts, struct sen_table *table)
{
	char from[16], to[16];
	const char **notes = SEN_NEW(app->arena, const char *, 3);

	table->footnotes = notes;
	notes[table->footnote_count++] = sen_format(
		app->arena, "%s to %s, by name and not by effect: who had it was not drawn by lot.",
		sen_date_long(impacts->from, from), sen_date_long(impacts->until - 1, to));
	notes[table->footnote_count++] = sen_format(
		app->arena, "Of fewer than %zu children measured nothing is said: chance would speak.",
		impacts->few);
	for (size_t i = 0; i < impacts->count; i++)
		if (impacts->items[i].unpriced) {
			notes[table->footnote_count++] = "Some minutes have no rate: the true cost is "
							 "higher. 'sendctl report provision "
							 "--costs --table unpriced' says what to type.";
			break;
		}
}

static int run(struct app *app, const void *data, struct sen_err *err)
{
	const struct args *args = data;
	struct sen_impacts *impacts;
	struct sen_table *table;
	int rc = sen_impact(app->store, args->intervention, args->from, args->until, &impacts, err);

	if (rc < 0)
		return rc;
	if (args->intervention && impacts->count == 0) {
		sen_fail(err, SEN_NOTFOUND, "no child had '%s' in that time", args->intervention);
		sen_hint(err,
			 "'sendctl report impact' lists those that were given, 'sendctl intervention list' "
			 "the catalogue.");
		return err->code;
	}
	table = sen_impact_table(app->arena, impacts, args->intervention != NULL);
	if (impacts->count)
		footnotes(app, impacts, table);
	return app_answer_table(app, table, err);
}

static const char *const examples[] = {
	"sendctl report impact", "sendctl report impact --intervention \"Precision Teaching\"",
	"sendctl report impact --from 2026-09-01 --table children --format csv", NULL};
const struct cmd report_impact_cmd = {
	.noun = "report",
	.verb = "impact",
	.summary = "did an intervention work: gain, spread, result, time and cost a child",
	.about = "Of each intervention: how many children had it, the median of what they gained between "
		 "entry and "
		 "exit measure with the quartiles, the median result on the policy's scale, and the time and "
		 "cost a "
		 "child of what was delivered. Measures are compared when both are numbers (85, 12.5, 40%), "
		 "both of "
		 "one whole (3 of 20) or both years and months (7:02); others are counted as not comparable. "
		 "Where "
		 "fewer children were measured than the policy's small number, nothing is said of the gain. "
		 "Interventions come by name and are not ranked: the children who had one were chosen, and a "
		 "child "
		 "grows without any.",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.answer = &sen_report_impact,
	.examples = examples,
	.run = run};

/* sendctl disclosure grounds: the law's list, and the policy's words mapped to it. */
#include "disclosure.h"
#include "policy_page.h"

#include <sen/json.h>
#include <sen/law.h>

#include <string.h>

static bool maps(const struct sen_policy_rule *rule, const char *code)
{
	const struct sen_json *list = sen_json_get(rule->json, "ground");

	for (size_t i = 0; i < sen_json_count(list); i++)
		if (strcmp(sen_json_text(sen_json_at(list, i)), code) == 0)
			return true;
	return false;
}

/* The policy's words that stand for a ground of the law; one out of date does not. */
static const char *said(struct app *app, const struct sen_policy *policy, const char *code)
{
	struct sen_buf buf = {.arena = app->arena};

	for (size_t i = 0; policy && i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "disclosure") == 0 && !policy->rules[i].says &&
		    maps(&policy->rules[i], code))
			sen_buf_addf(&buf, "%s%s", buf.len ? ", " : "", policy->rules[i].code);
	return buf.len ? buf.text : NULL;
}

static void law_rows(struct app *app, struct sen_table *table, const struct sen_law *law, const char *list,
		     const char *from, const struct sen_policy *policy)
{
	size_t count;
	const struct sen_law_item *items = sen_law_list_of(law, list, &count);

	for (size_t i = 0; i < count; i++) {
		struct sen_cell *cell = sen_table_add(table);

		sen_cell_text(&cell[0], items[i].code);
		sen_cell_text(&cell[1], from);
		sen_cell_text(&cell[2], items[i].name);
		sen_cell_text(&cell[4], said(app, policy, items[i].code));
		sen_cell_text(&cell[7], items[i].note);
		sen_cell_text(&cell[8], items[i].cite);
		sen_cell_text(&cell[9], items[i].confidence);
	}
}

static const char *joined(struct app *app, const struct sen_json *list)
{
	struct sen_buf buf = {.arena = app->arena};

	for (size_t i = 0; i < sen_json_count(list); i++)
		sen_buf_addf(&buf, "%s%s", i ? ", " : "", sen_json_text(sen_json_at(list, i)));
	return buf.len ? buf.text : NULL;
}

static void policy_rows(struct app *app, struct sen_table *table, const struct sen_policy *policy)
{
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		struct sen_cell *cell;

		if (strcmp(rule->section, "disclosure") != 0)
			continue;
		cell = sen_table_add(table);
		sen_cell_text(&cell[0], rule->code);
		sen_cell_text(&cell[1], "policy");
		sen_cell_text(&cell[2], rule->name);
		sen_cell_text(&cell[3], joined(app, sen_json_get(rule->json, "ground")));
		sen_cell_int(&cell[5], rule->says != NULL);
		sen_cell_text(&cell[6], rule->says ? sen_json_text(sen_json_get(rule->json, "use")) : NULL);
		sen_cell_text(&cell[7], rule->why ? rule->why : rule->note);
		sen_cell_text(&cell[8], rule->cite);
		sen_cell_text(&cell[9], sen_basis_word(rule->basis));
	}
}

static int grounds(struct app *app, const void *args, struct sen_err *err)
{
	const struct sen_query *query = &sen_disclosure_grounds;
	struct sen_table *table = sen_table_of(app->arena, query);
	const struct sen_policy *policy = NULL;
	const struct sen_law *law;
	struct sen_cell *cell;
	int rc = sen_law_shipped(app->arena, &law, err);

	(void)args;
	if (rc < 0 || (rc = policy_file(app, err)) < 0 ||
	    (app->store && (rc = policy_find(app, NULL, false, &policy, err)) < 0))
		return rc;
	cell = sen_table_add(table);
	sen_cell_text(&cell[0], "consent");
	sen_cell_text(&cell[1], "consent");
	sen_cell_text(&cell[2],
		      "with the consent of the child, who understands enough to give it, else of the "
		      "parent");
	sen_cell_text(&cell[7], "looked for in the records: 'sendctl consent add PUPIL --purpose disclosure "
				"--by NAME'");
	sen_cell_text(&cell[8], "SEND Regs 2014 reg 17");
	sen_cell_text(&cell[9], "general");
	law_rows(app, table, law, "right", "right", NULL);
	law_rows(app, table, law, "ground", "law", policy);
	policy_rows(app, table, policy);
	return app_answer_table(app, table, err);
}

static const char *const examples[] = {"sendctl disclosure grounds",
				       "sendctl disclosure grounds --format csv", NULL};
const struct cmd disclosure_grounds_cmd = {
	.noun = "disclosure",
	.verb = "grounds",
	.summary = "on what grounds a plan may be shown outside the school",
	.about = "Consent; those to whom the law sends the plan; the grounds of regulation 17; and the words "
		 "of the school's own policy, with the grounds of the law they stand for. Where the policy "
		 "names one that is out of date, what to use instead is told.",
	.flags = CMD_READS | CMD_NO_FILE | CMD_TABLE,
	.answer = &sen_disclosure_grounds,
	.examples = examples,
	.run = grounds,
};

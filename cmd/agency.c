/* The noun `agency`: who outside the school a child may be referred to. */
#include "nouns.h"
#include <sen/agency.h>

static int fill(struct app *app, const void *args, struct sen_err *err)
{
	int64_t added, offered;
	(void)args;
	int rc = sen_agencies_offer(app->store, &added, &offered, err);
	if (rc < 0)
		return rc;
	app->unchanged = added == 0;
	if (offered == 0)
		app_say(app, "The policy in force names no agencies: sendctl agency add --name NAME");
	else
		app_say(app, "%lld added of the %lld agencies the policy names.", (long long)added,
			(long long)offered);
	return 0;
}
static const char *const fill_examples[] = {"sendctl agency fill", NULL};
static const struct cmd fill_cmd = {
	.noun = "agency",
	.verb = "fill",
	.summary = "add the agencies the policy in force names",
	.about = "Those that are there already stay as they are.",
	.flags = CMD_WRITES,
	.examples = fill_examples,
	.run = fill,
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	(void)args;
	return app_answer(app, &sen_agency_list_query, NULL, 0, err);
}
static const struct cmd list_cmd = {
	.noun = "agency",
	.verb = "list",
	.summary = "agencies, with open referrals and how long they take",
	.flags = CMD_READS | CMD_TABLE | CMD_ALL_SCHOOLS,
	.answer = &sen_agency_list_query,
	.run = list,
};

static const struct cmd *const verbs[] = {&fill_cmd, &list_cmd};
const struct noun agency_noun = {.name = "agency",
				 .summary = "who outside the school a child may be referred to",
				 .group = "around them",
				 .record = &sen_agency_record,
				 .verbs = verbs,
				 .count = SEN_COUNT(verbs)};

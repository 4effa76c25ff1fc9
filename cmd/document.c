/* The noun `document`: what is reviewed; a new one replaces the one before. */
#include "nouns.h"
#include <sen/childfile.h>

static int add(struct app *app, const void *args, struct sen_err *err)
{
	struct sen_document *doc = app->record;
	char day[16];
	(void)args;
	int rc = sen_document_keep(app->store, doc, err);
	if (rc < 0)
		return rc;
	app->created = doc->head.id;
	app_say(app, "%s: %s, made %s.", app_child(app, doc->pupil_id), doc->title,
		sen_date_long(doc->made_on, day));
	if (doc->replaces != SEN_NO_INT)
		app_say(app, "  it replaces D%lld, which is kept", (long long)doc->replaces);
	if (doc->review_on != SEN_NO_DATE)
		app_say(app, "  to be reviewed by %s", sen_date_long(doc->review_on, day));
	return 0;
}
static const char *const examples[] = {"sendctl document add zoe@3B --kind PEEP --by \"Ms Hart\"",
				       "sendctl document add P12 --kind risk-assessment --due 2027-03-01",
				       NULL};
static const struct cmd add_cmd = {
	.noun = "document",
	.verb = "add",
	.summary = "a document of a child, with the day it is reviewed by",
	.about = "With no --due the policy's limit for that kind counts, else twelve months. A document of "
		 "the "
		 "same kind that is in force is replaced: it stays in the file with the day it ended.",
	.flags = CMD_WRITES | CMD_CREATES | CMD_FORM,
	.record = &sen_document_record,
	.examples = examples,
	.run = add,
};

static const struct cmd *const verbs[] = {&add_cmd};
const struct noun document_noun = {.name = "document",
				   .summary = "documents of a child with a review date",
				   .group = "around them",
				   .record = &sen_document_record,
				   .verbs = verbs,
				   .count = SEN_COUNT(verbs)};

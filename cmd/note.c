/* The noun `note`: dated notes in a child's file. */
#include "nouns.h"
#include <sen/pupil.h>
#include <sen/school.h>

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct one_args *a = args;
	struct sen_value value = {.name = ":pupil", .number = SEN_NO_INT};
	int rc = a->record ? app_pupil(app, a->record, &value.number, err) : 0;
	return rc < 0 ? rc : app_answer(app, &sen_note_list_query, &value, 1, err);
}
static const struct opt list_opts[] = {
	OPT_ROW_WORD(struct one_args, record, "PUPIL", OPT_POSITIONAL, NULL, "of this child only"),
};
static const struct cmd list_cmd = {
	.noun = "note",
	.verb = "list",
	.summary = "notes, by date",
	.flags = CMD_READS | CMD_TABLE,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct one_args),
	.answer = &sen_note_list_query,
	.run = list,
};

static const struct cmd *const verbs[] = {&list_cmd};
const struct noun note_noun = {.name = "note",
			       .summary = "dated notes in a child's file",
			       .group = "around them",
			       .record = &sen_note_record,
			       .verbs = verbs,
			       .count = SEN_COUNT(verbs)};

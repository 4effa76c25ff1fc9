/* The noun `note`: dated notes in a child's file. */
#include "frame.h"
#include "nouns.h"
#include <sen/pupil.h>
#include <sen/school.h>

struct list_args {
	struct texts pupils;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const struct sen_value all = {.name = ":pupil", .number = SEN_NO_INT};
	int64_t *ids;
	size_t count;
	if (a->pupils.count == 0)
		return app_answer(app, &sen_note_list_query, &all, 1, err);
	int rc = app_pupils_all(app, &a->pupils, &ids, &count, err);
	return rc < 0 ? rc : app_answer_each(app, &sen_note_list_query, NULL, 0, ":pupil", ids, count, err);
}
static const struct opt list_opts[] = {
	OPT_ROW_WORDS(struct list_args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REST, NULL,
		      "of these children only: zoe@3B, @3B, year:6, register"),
};
static const struct cmd list_cmd = {
	.noun = "note",
	.verb = "list",
	.summary = "notes, by date",
	.flags = CMD_READS | CMD_TABLE,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
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

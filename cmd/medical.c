/* The noun `medical`: the medical register, apart from the SEND register. */
#include "nouns.h"
#include <sen/childfile.h>
#include <string.h>

struct args {
	const char *pupil, *class_name;
	bool all;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_value values[] = {{.name = ":pupil", .number = SEN_NO_INT},
				     {.name = ":all", .number = a->all},
				     {.name = ":class", .text = a->class_name, .number = SEN_NO_INT}};
	int rc = a->pupil ? app_pupil(app, a->pupil, &values[0].number, err) : 0;
	return rc < 0 ? rc : app_answer(app, &sen_medical_list_query, values, SEN_COUNT(values), err);
}
static const struct opt list_opts[] = {
	OPT_ROW_WORD(struct args, pupil, "PUPIL", OPT_POSITIONAL, NULL, "of this child only"),
	OPT_ROW_WORD(struct args, class_name, "class", 0, "CLASS", "in this class: 3B"),
	OPT_ROW_FLAG(struct args, all, "all", 0, "lines that have ended, and children who have left, too"),
};
static const char *const list_examples[] = {"sendctl medical list --class 3B --format html -o 3B.html", NULL};
static const struct cmd list_cmd = {
	.noun = "medical",
	.verb = "list",
	.summary = "the medical register by class, for the children on roll",
	.about = "A register of its own: a child on it need not have special educational needs. With "
		 "'--format "
		 "html -o FILE' it is the sheet for the adults who need to know.",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct args),
	.answer = &sen_medical_list_query,
	.examples = list_examples,
	.run = list,
};

static const struct cmd *const verbs[] = {&list_cmd};
const struct noun medical_noun = {.name = "medical",
				  .summary = "the medical register, apart from the SEND register",
				  .group = "around them",
				  .record = &sen_medical_record,
				  .verbs = verbs,
				  .count = SEN_COUNT(verbs)};

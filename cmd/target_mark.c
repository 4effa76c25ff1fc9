/* sendctl target mark: how a target went, and what the child says of it (R31, R42). */
#include "plan.h"

#include <sen/text.h>

struct args {
	const char *target, *result, *note, *voice, *pupil_mark, *by;
	sen_date on;
};

static int clean(struct app *app, const char *in, const char **out, struct sen_err *err)
{
	return in ? sen_text_clean(app->arena, in, SEN_TEXT_NOTE, SEN_LIMIT_NOTE, out, err) : 0;
}

static void say(struct app *app, const struct sen_progress *mark, const char *result,
		const struct sen_target *target)
{
	char day[16];
	app_say(app, "%s: T%lld %s on %s: %s%s.", app_child(app, mark->pupil_id), (long long)target->head.id,
		plan_target_words(app, target), sen_date_long(mark->marked_on, day),
		result ? result : "the child's own words kept",
		mark->result ? mark->met ? ", met" : ", not met" : "");
}

static int mark(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct sen_progress *mark = sen_record_new(app->arena, &sen_progress_record);
	struct sen_target target;
	const char *result;
	int64_t id;
	int rc = app_record(app, &sen_target_record, a->target, &id, err);
	if (rc < 0 || (rc = sen_record_get(app->store, &sen_target_record, id, &target, err)) < 0 ||
	    (rc = sen_record_if_rev(app->store, &sen_target_record, &target.head, err)) < 0)
		return rc;
	mark->target_id = id;
	mark->marked_on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	mark->marked_by = a->by;
	mark->pupil_mark = a->pupil_mark;
	if ((rc = clean(app, a->note, &mark->note, err)) < 0 ||
	    (rc = clean(app, a->voice, &mark->voice, err)) < 0)
		return rc;
	if (a->result)
		rc = sen_result_read(app->store, target.pupil_id, mark->marked_on, a->result, mark, err);
	else if (!mark->voice && !mark->pupil_mark) {
		sen_fail(err, SEN_USAGE, "say how it went: a result, or the child's own mark or words");
		sen_hint(err, "'sendctl target mark T%lld met'; the results are in 'sendctl policy show'.",
			 (long long)id);
		return err->code;
	}
	if (rc < 0 || (rc = sen_target_mark(app->store, mark, err)) < 0 ||
	    (rc = sen_result_name(app->store, mark, &result, err)) < 0)
		return rc;
	app->created = mark->head.id;
	app->created_prefix = sen_progress_record.prefix;
	app_wrote(app, &sen_progress_record, mark->head.id);
	say(app, mark, result, &target);
	return 0;
}

#define S struct args
static const struct opt opts[] = {
	OPT_ROW_WORD(S, target, "TARGET", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the target: T4, or a child with exactly one"),
	OPT_ROW_WORD(S, result, "RESULT", OPT_POSITIONAL, NULL,
		     "in the policy's words, or its number: met, partly, +1"),
	OPT_ROW_TEXT(S, note, "note", 0, "TEXT", "what was seen"),
	OPT_ROW_TEXT(S, voice, "voice", 0, "TEXT", "what the child says of it, in the child's words"),
	OPT_ROW_WORD(S, pupil_mark, "pupil-mark", 0, "TEXT",
		     "the child's own mark: a face, a number, a word"),
	OPT_ROW_DATE(S, on, "on", 0, "the day (today)"),
	OPT_ROW_WORD(S, by, "by", 0, "NAME", "who marked it"),
};
#undef S
static const char *const examples[] = {
	"sendctl target mark T4 met --note \"45 of 45 twice\" --voice \"I can do them all\"",
	"sendctl target mark T5 -1 --pupil-mark \"3 of 5\" --on mon", NULL};
const struct cmd target_mark_cmd = {
	.noun = "target",
	.verb = "mark",
	.summary = "how a target went, on a day",
	.about =
		"The results are the policy's ('sendctl policy show'), with a number each; where it is "
		"silent, "
		"goal attainment from -2 to +2, where 0 is as expected and counts as met. A mark is added to "
		"those before it; the last one counts. It does not end the target: renewing or closing the "
		"plan does. Without a result it keeps the child's own mark and words.",
	.flags = CMD_WRITES,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.examples = examples,
	.run = mark,
};

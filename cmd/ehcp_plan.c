/* The plan that is meant, by child, case or version. */
#include "ehcp_plan.h"

#include <sen/text.h>

#include <string.h>

static int no_such(struct app *app, const struct sen_ehc_plan *plan, const char *text, struct sen_err *err)
{
	(void)app;
	if (plan->newest == 0) {
		sen_fail(err, SEN_INVALID, "EH%lld has no version of a plan yet",
			 (long long)plan->ehc.head.id);
		sen_hint(err,
			 "The draft that came: 'sendctl ehcp draft P%lld --served DATE'. The final plan: "
			 "'sendctl ehcp final P%lld --on DATE --setting NAME'.",
			 (long long)plan->ehc.pupil_id, (long long)plan->ehc.pupil_id);
		return err->code;
	}
	sen_fail(err, SEN_NOTFOUND, "there is no version '%s' of EH%lld", text, (long long)plan->ehc.head.id);
	sen_hint(err, "The newest is EH%lld.%lld; the first EH%lld.1.", (long long)plan->ehc.head.id,
		 (long long)plan->newest, (long long)plan->ehc.head.id);
	return err->code;
}

/* "EH7.2": the case and the version. */
static bool is_version(struct app *app, const char *text, const char **ehc, int64_t *version)
{
	const char *dot = strchr(text, '.');
	int64_t id;

	if (!dot || !sen_int_parse(dot + 1, version) || *version <= 0)
		return false;
	*ehc = sen_strndup(app->arena, text, (size_t)(dot - text));
	return sen_id_parse(*ehc, "EH", &id);
}

/* *version 0: none yet. */
static int find_plan(struct app *app, const char *text, struct sen_ehc_plan *out, int64_t *version,
		     struct sen_err *err)
{
	const char *name = text;
	struct sen_ehc *ehc = sen_record_new(app->arena, &sen_ehc_record);
	int64_t wanted = 0;
	bool named = is_version(app, text, &name, &wanted);
	int rc = ehcp_case(app, named ? name : text, ehc, err);

	if (rc == 0 && ehc->head.voided_at)
		rc = sen_fail(err, SEN_INVALID, "EH%lld was removed", (long long)ehc->head.id);
	if (rc < 0 || (rc = sen_ehc_plan(app->store, ehc, out, err)) < 0)
		return rc;
	*version = named ? wanted : out->newest;
	return named && !sen_ehc_brought(out, wanted) ? no_such(app, out, text, err) : 0;
}

int ehcp_plan_some(struct app *app, const char *text, struct sen_ehc_plan *out, int64_t *version,
		   struct sen_err *err)
{
	int rc = find_plan(app, text, out, version, err);

	return rc == 0 && *version == 0 ? no_such(app, out, text, err) : rc;
}

const char *ehcp_version(struct app *app, const struct sen_ehc_plan *plan, int64_t version)
{
	return sen_format(app->arena, "EH%lld.%lld", (long long)plan->ehc.head.id, (long long)version);
}

const char *ehcp_version_words(struct app *app, const struct sen_ehc_plan *plan, int64_t version)
{
	static const char *const names[][2] = {{"draft-served", "the draft served"},
					       {"final-plan", "the final plan"},
					       {"amendments-sent", "the amendments proposed"},
					       {"amended-final", "the final amended plan"}};
	const struct sen_milestone *brought = sen_ehc_brought(plan, version);
	const char *name = "a version";
	char day[16];

	for (size_t i = 0; brought && i < SEN_COUNT(names); i++)
		if (strcmp(brought->event, names[i][0]) == 0)
			name = names[i][1];
	return sen_format(app->arena, "%s, %s%s%s", ehcp_version(app, plan, version), name,
			  brought ? strstr(name, "final") ? " of " : " on " : "",
			  brought ? sen_date_long(brought->happened_on, day) : "");
}

int ehcp_version_read(struct app *app, const struct sen_ehc_plan *plan, const char *text, int64_t *version,
		      struct sen_err *err)
{
	const char *ehc = NULL;
	int64_t id = plan->ehc.head.id;

	if (!(is_version(app, text, &ehc, version) && sen_id_parse(ehc, "EH", &id)) &&
	    !sen_int_parse(text, version))
		return sen_fail(err, SEN_USAGE, "'%s' is no version of a plan, as EH%lld.1 is", text,
				(long long)plan->ehc.head.id);
	if (id != plan->ehc.head.id)
		return sen_fail(err, SEN_INVALID, "'%s' is of another case than EH%lld", text,
				(long long)plan->ehc.head.id);
	return sen_ehc_brought(plan, *version) ? 0 : no_such(app, plan, text, err);
}

/* What the commands about provision and sessions share: pairs, words, rows. */
#include "provision.h"
#include <sen/policy.h>
#include <string.h>

static const char *trimmed(struct app *app, const char *text, size_t len)
{
	while (len && *text == ' ') {
		text++;
		len--;
	}
	while (len && text[len - 1] == ' ')
		len--;
	return sen_strndup(app->arena, text, len);
}

void provision_pair(struct app *app, const char *text, const char **left, const char **value)
{
	const char *at = strchr(text, '=');

	*left = trimmed(app, text, at ? (size_t)(at - text) : strlen(text));
	*value = at ? trimmed(app, at + 1, strlen(at + 1)) : NULL;
}

int provision_load(struct app *app, const char *text, struct sen_provision *out, struct sen_err *err)
{
	int64_t id;
	int rc = app_record(app, &sen_provision_record, text, &id, err);

	if (rc < 0 || (rc = sen_record_get(app->store, &sen_provision_record, id, out, err)) < 0)
		return rc;
	if (!out->head.voided_at)
		return sen_record_if_rev(app->store, &sen_provision_record, &out->head, err);
	sen_fail(err, SEN_INVALID, "provision G%lld was removed", (long long)id);
	sen_hint(err, "If that was a mistake: 'sendctl undo'.");
	return err->code;
}

int provision_member(struct app *app, const struct sen_provision *provision, const char *child, sen_date day,
		     struct sen_provision_pupil *out, struct sen_err *err)
{
	int64_t id;
	int rc = app_pupil(app, child, &id, err);

	return rc < 0 ? rc : sen_provision_member(app->store, provision->head.id, id, day, out, err);
}

int provision_set(struct app *app, const struct sen_record *kind, const char *field, void *record,
		  const char *text, struct sen_err *err)
{
	return text ? sen_field_set(app->store, sen_field_named(kind, field), record, text, err) : 0;
}

const char *provision_called(struct app *app, const struct sen_provision *provision)
{
	return sen_format(app->arena, "%s (G%lld)", provision->name, (long long)provision->head.id);
}

static void part(struct sen_buf *out, const char *text)
{
	sen_buf_addf(out, "%s%s", out->len ? ", " : "", text);
}

static const char *often(struct app *app, int64_t times)
{
	if (times == 1)
		return "once a week";
	if (times == 2)
		return "twice a week";
	return sen_format(app->arena, "%lld times a week", (long long)times);
}

const char *provision_how(struct app *app, const struct sen_provision *provision)
{
	struct sen_buf out = {.arena = app->arena};
	int64_t minutes = provision->minutes, weeks = provision->weeks;

	sen_buf_add(&out, "");
	if (minutes != SEN_NO_INT)
		part(&out,
		     sen_format(app->arena, "%lld minute%s", (long long)minutes, minutes == 1 ? "" : "s"));
	if (provision->times != SEN_NO_INT)
		part(&out, often(app, provision->times));
	if (provision->days)
		part(&out, provision->days);
	if (provision->at)
		sen_buf_addf(&out, " at %s", provision->at);
	if (weeks != SEN_NO_INT)
		part(&out, sen_format(app->arena, "%lld week%s", (long long)weeks, weeks == 1 ? "" : "s"));
	return out.text;
}

int provision_rows(struct app *app, const struct sen_query *query, struct sen_value value,
		   struct sen_table *into, struct sen_err *err)
{
	struct sen_table *from;
	int rc = sen_table_query(app->store, query, &value, 1, &from, err);

	if (rc < 0)
		return rc;
	while ((rc = from->next(from, err)) == 1) {
		struct sen_cell *cells = sen_table_add(into);

		for (size_t i = 0; i < from->count; i++) {
			cells[i] = from->cells[i];
			if (cells[i].text)
				cells[i].text = sen_strndup(app->arena, cells[i].text, cells[i].len);
		}
	}
	if (from->close)
		from->close(from);
	return rc;
}

int provision_of_staff(struct app *app, const char *name, sen_date from, sen_date until, struct texts *words,
		       struct sen_err *err)
{
	int64_t *ids;
	size_t count;
	int rc = sen_provisions_in(app->store, name, 0, from, until, &ids, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		*SEN_PUSH(app->arena, words->items, words->count, words->cap) =
			sen_format(app->arena, "G%lld", (long long)ids[i]);
	if (rc < 0 || count)
		return rc;
	sen_fail(err, SEN_NOTFOUND, "'%s' gives no provision in that time", name);
	sen_hint(err, "Who gives what: 'sendctl provision list'.");
	return err->code;
}

/* ---- The policy's words ---- */

static int advise(struct app *app, const char *word, const char *option, const char *section, bool known,
		  sen_date day, struct sen_err *err)
{
	const struct sen_policy_set *policies;
	const struct sen_policy *policy;
	struct sen_buf list = {.arena = app->arena};
	int rc = known ? 0 : sen_policies(app->store, &policies, err);

	if (rc < 0 || known || !(policy = sen_policy_on(policies, sen_store_school_id(app->store), day)))
		return rc;
	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, section) == 0)
			sen_buf_addf(&list, "%s%s", list.len ? ", " : "", policy->rules[i].code);
	if (list.len)
		app_say(app, "  --%s '%s' is a word of your own; the policy has: %s", option, word,
			list.text);
	return 0;
}

int provision_advise(struct app *app, const char *kind, const char *funding, sen_date day,
		     struct sen_err *err)
{
	const char *code;
	bool known;
	int rc = 0;

	if (kind && ((rc = sen_provision_kind(app->store, day, kind, &code, &known, err)) < 0 ||
		     (rc = advise(app, kind, "kind", "provision-kind", known, day, err)) < 0))
		return rc;
	if (funding && (rc = sen_provision_funding(app->store, day, funding, &code, &known, err)) == 0)
		rc = advise(app, funding, "funding", "funding", known, day, err);
	return rc;
}

/* The steps of a disagreement (R67): what must come before what, what an order may
 * say, and which rule of the clock it starts. */
#include "model/model.h"

#include <sen/dispute.h>
#include <string.h>

/* What must be on record, on the day or before, for a step to make sense. */
static const struct needed {
	const char *event;
	const char *after[3]; /* any one of them */
	const char *first;    /* the command that keeps it */
	bool once;
} needed[] = {
	{"mediation-asked", {"mediation-contact"}, "mediation AP%lld --contacted DATE", false},
	{"mediation-declined", {"mediation-contact"}, "mediation AP%lld --contacted DATE", false},
	{"mediation-held", {"mediation-asked"}, "mediation AP%lld --asked DATE", false},
	{"mediation-agreement", {"mediation-held"}, "mediation AP%lld --held DATE", false},
	{"mediation-certificate", {"mediation-contact"}, "mediation AP%lld --contacted DATE", true},
	{"appeal-sent", {NULL}, NULL, true},
	{"evidence-sent", {"appeal-sent"}, "send AP%lld --on DATE", false},
	{"hearing", {"appeal-sent"}, "send AP%lld --on DATE", false},
	{"order", {"appeal-sent"}, "send AP%lld --on DATE", false},
	{"unopposed", {"appeal-sent"}, "send AP%lld --on DATE", true},
	{"recommendation", {"appeal-sent"}, "send AP%lld --on DATE", false},
	{"recommendation-reply", {"recommendation"}, "recommend AP%lld --on DATE", false},
	{"complied",
	 {"order", "unopposed", "mediation-agreement"},
	 "order AP%lld --on DATE --result WORD",
	 false},
};

/* What the tribunal can order, or the authority give in to, by what is appealed against. */
static const struct powers {
	const char *against, *order, *unopposed;
} powers[] = {
	{"refuse-assess", "assess|dismissed", "assess"},
	{"refuse-reassess", "assess|dismissed", "assess"},
	{"no-plan", "draft|final|dismissed", "draft"},
	{"contents", "amend|school|dismissed", "amend|school"},
	{"no-amend", "amend|school|dismissed", "amend|school"},
	{"cease", "maintain|amend|school|dismissed", "amend"},
};

static const char *name_of(const struct sen_law *law, const char *event)
{
	return sen_code_find(sen_milestone_own, event) ? sen_code_label(sen_milestone_own, event)
						       : sen_law_event_name(law, event);
}

/* A hint's command, whose pattern is a row of the table above. */
static const char *command(struct sen_arena *arena, const char *pattern, int64_t id)
{
	const char *at = strstr(pattern, "%lld");

	return sen_format(arena, "sendctl appeal %.*s%lld%s", (int)(at - pattern), pattern, (long long)id,
			  at + strlen("%lld"));
}

static const struct sen_milestone *first_of(const struct sen_milestone *steps, size_t count,
					    const struct needed *need)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < SEN_COUNT(need->after); j++)
			if (need->after[j] && strcmp(steps[i].event, need->after[j]) == 0)
				return &steps[i];
	return NULL;
}

static int check_before(struct sen_store *store, const struct sen_appeal *appeal, const struct needed *need,
			const struct sen_milestone *steps, size_t count, sen_date on,
			const struct sen_law *law, struct sen_err *err)
{
	const struct sen_milestone *first = first_of(steps, count, need);
	const struct sen_milestone *again = sen_milestone_last(steps, count, need->event);
	char day[16], other[16];

	if (need->once && again)
		return sen_fail(err, SEN_CONFLICT, "AP%lld says already: %s, %s", (long long)appeal->head.id,
				again->event_name, sen_date_long(again->happened_on, day));
	if (!need->after[0])
		return 0;
	if (!first) {
		sen_fail(err, SEN_INVALID, "AP%lld does not say yet that %s", (long long)appeal->head.id,
			 name_of(law, need->after[0]));
		sen_hint(err, "First: '%s'", command(store->arena, need->first, appeal->head.id));
		return err->code;
	}
	if (on >= first->happened_on)
		return 0;
	return sen_fail(err, SEN_INVALID, "%s is before %s (%s)", sen_date_long(on, day), first->event_name,
			sen_date_long(first->happened_on, other));
}

static bool listed(const char *list, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = list; at; at = strchr(at, '|')) {
		at += *at == '|';
		if (strncmp(at, word, len) == 0 && (at[len] == '|' || at[len] == '\0'))
			return true;
	}
	return false;
}

static int check_result(const struct sen_appeal *appeal, const struct sen_dispute_step *step,
			struct sen_err *err)
{
	bool order = strcmp(step->event, "order") == 0;

	if (!order && strcmp(step->event, "unopposed") != 0)
		return 0;
	for (size_t i = 0; i < SEN_COUNT(powers); i++) {
		const char *may = order ? powers[i].order : powers[i].unopposed;

		if (strcmp(powers[i].against, appeal->against) != 0 || listed(may, step->result))
			continue;
		sen_fail(err, SEN_INVALID, "--result '%s' does not fit AP%lld, which is against: %s",
			 step->result, (long long)appeal->head.id,
			 sen_code_label(sen_appeal_against, appeal->against));
		sen_hint(err, "It is one of: %s", may);
		return err->code;
	}
	return 0;
}

static int check_open(const struct sen_appeal *appeal, const struct sen_dispute_step *step,
		      struct sen_err *err)
{
	char day[16], other[16];

	/* What an order asks is often done after the appeal is over. */
	if (appeal->closed_on != SEN_NO_DATE && strcmp(step->event, "complied") != 0 &&
	    strcmp(step->event, "recommendation-reply") != 0)
		return sen_fail(err, SEN_CONFLICT, "AP%lld was closed on %s: %s", (long long)appeal->head.id,
				sen_date_long(appeal->closed_on, day),
				sen_code_label(sen_appeal_results, appeal->result));
	if (step->on >= appeal->notice_on)
		return 0;
	return sen_fail(err, SEN_INVALID, "%s is before the notice of the decision (%s)",
			sen_date_long(step->on, day), sen_date_long(appeal->notice_on, other));
}

int sen_appeal_step(struct sen_store *store, const struct sen_appeal *appeal, struct sen_dispute_step *step,
		    struct sen_err *err)
{
	struct sen_milestone *steps, row;
	const struct sen_law *law;
	size_t count;
	int rc = sen_law(store, &law, err);

	if (rc < 0 || (rc = check_open(appeal, step, err)) < 0 ||
	    (rc = check_result(appeal, step, err)) < 0 ||
	    (rc = sen_appeal_steps(store, appeal, &steps, &count, err)) < 0)
		return rc;
	for (size_t i = 0; i < SEN_COUNT(needed); i++)
		if (strcmp(needed[i].event, step->event) == 0 &&
		    (rc = check_before(store, appeal, &needed[i], steps, count, step->on, law, err)) < 0)
			return rc;
	sen_record_blank(&sen_milestone_record, &row);
	row.pupil_id = appeal->pupil_id;
	row.ehc_id = appeal->ehc_id;
	row.appeal_id = appeal->head.id;
	row.event = step->event;
	row.happened_on = step->on;
	row.result = step->result;
	row.who = step->who;
	row.note = step->note;
	rc = sen_milestone_add(store, &row, err);
	step->id = row.head.id;
	return rc;
}

int sen_appeal_close(struct sen_store *store, struct sen_appeal *appeal, const char *result, sen_date on,
		     struct sen_err *err)
{
	struct sen_milestone *steps;
	size_t count;
	char day[16];
	int rc = sen_appeal_steps(store, appeal, &steps, &count, err);

	if (rc < 0)
		return rc;
	if (appeal->closed_on != SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "AP%lld was closed on %s: %s", (long long)appeal->head.id,
				sen_date_long(appeal->closed_on, day),
				sen_code_label(sen_appeal_results, appeal->result));
	if ((rc = model_check_past(store, on, "--on", err)) < 0)
		return rc;
	if (!sen_milestone_last(steps, count, "order") &&
	    (strcmp(result, "upheld") == 0 || strcmp(result, "partly-upheld") == 0 ||
	     strcmp(result, "dismissed") == 0)) {
		sen_fail(err, SEN_INVALID, "--result '%s' is an order of the tribunal, and none is on record",
			 result);
		sen_hint(err, "First: 'sendctl appeal order AP%lld --on DATE --result WORD'",
			 (long long)appeal->head.id);
		return err->code;
	}
	appeal->closed_on = on;
	appeal->result = result;
	return sen_record_update(store, &sen_appeal_record, appeal, err);
}

/* ---- By the law ---- */

int sen_appeal_until(struct sen_store *store, const struct sen_appeal *appeal,
		     const struct sen_milestone *steps, size_t count, struct sen_clock *out,
		     struct sen_err *err)
{
	const struct sen_milestone *certificate = sen_milestone_last(steps, count, "mediation-certificate");
	const struct sen_clock_event events[] = {
		{"appealable-notice", appeal->notice_on},
		{"mediation-certificate", certificate ? certificate->happened_on : SEN_NO_DATE}};
	const struct sen_clock_facts facts = {.events = events, .count = certificate ? 2 : 1};
	const struct sen_law *law;
	int rc = sen_law(store, &law, err);

	if (rc == 0 && !sen_clock(store->arena, law, "appeal", &facts, out))
		rc = sen_fail(err, SEN_FAIL, "the law's rule 'appeal' gives no day");
	return rc;
}

bool sen_appeal_starts(const struct sen_law_rule *rule, const char *event, const char *result)
{
	if (strcmp(rule->section, "disagreement") != 0 || strcmp(rule->limits[0].from, event) != 0)
		return false;
	return (strcmp(event, "order") != 0 && strcmp(event, "unopposed") != 0) ||
	       sen_appeal_asks(rule, event, result);
}

const char *sen_appeal_says(struct sen_arena *arena, const struct sen_law *law, const char *code)
{
	const struct sen_law_item *item = sen_law_item(law, "appeal", code);

	return sen_format(arena, "%s (%s)", item->name, sen_law_cite(arena, item->cite, item->confidence));
}

/* How a case ends (CFA 2014 s.45, reg 31, R69), goes on after all, and how a mistake in
 * what happened is taken away. */
#include "rules/rules.h"

#include <sen/dispute.h>
#include <sen/ehc_case.h>
#include <sen/text.h>

#include <string.h>

int sen_ehc_end_case(struct sen_store *store, struct sen_ehc_case *ehc, const char *as, sen_date on,
		     const char *why, struct sen_err *err)
{
	ehc->ehc.ended_as = as;
	ehc->ehc.ended_on = as ? on : SEN_NO_DATE;
	ehc->ehc.cease_reason = as ? why : NULL;
	return sen_record_update(store, &sen_ehc_record, &ehc->ehc, err);
}

/* ---- Ceasing ---- */

int sen_ehc_cease_reason(struct sen_store *store, const struct sen_ehc_case *ehc, const char *text,
			 const struct sen_law_item **out, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	size_t count, found = 0;
	const struct sen_law_item *all = sen_law_list_of(ehc->law, "cease", &count);

	for (size_t i = 0; i < count; i++) {
		bool exact = sen_text_same(all[i].code, text) || sen_text_same(all[i].name, text);

		sen_buf_addf(&list, "%s%s %s", i ? ", " : "", all[i].code, all[i].name);
		if (!exact && !(strlen(text) > 2 && strcasestr(all[i].name, text)))
			continue;
		*out = &all[i];
		found++;
		if (exact)
			return 0;
	}
	if (found == 1)
		return 0;
	sen_fail(err, SEN_USAGE, "--why: '%s' is %s", sen_text_visible(store->arena, text, false),
		 found ? "more than one of the reasons" : "none of the reasons");
	sen_hint(err, "One of: %s. That targets were met is none of them, nor that the school wishes it.",
		 list.text);
	return err->code;
}

/* The child is gone from the authority's care: there is nothing left to keep. */
static bool gone(const struct sen_law_item *why)
{
	static const char *const codes[] = {"5", "7", "8"};

	for (size_t i = 0; i < SEN_COUNT(codes); i++)
		if (strcmp(why->code, codes[i]) == 0)
			return true;
	return false;
}

/* The disagreements with the decision to cease of that day: still open, given way to, or
 * dismissed.  One that was not made or was withdrawn leaves the time for another as it is. */
struct against {
	const struct sen_appeal *open, *won;
	sen_date dismissed;
};

static int appeals(struct sen_store *store, const struct sen_ehc_case *ehc, sen_date decided,
		   struct against *out, struct sen_err *err)
{
	static const char *const won[] = {"upheld", "partly-upheld", "conceded"};
	struct sen_appeal *all;
	size_t count;
	int rc =
		sen_record_of_pupil(store, &sen_appeal_record, ehc->ehc.pupil_id, (void **)&all, &count, err);

	*out = (struct against){.dismissed = SEN_NO_DATE};
	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (all[i].ehc_id != ehc->ehc.head.id || strcmp(all[i].against, "cease") != 0 ||
		    all[i].notice_on < decided)
			continue;
		if (all[i].closed_on == SEN_NO_DATE)
			out->open = &all[i];
		else if (strcmp(all[i].result, "dismissed") == 0)
			out->dismissed = all[i].closed_on;
		for (size_t k = 0; all[i].closed_on != SEN_NO_DATE && k < SEN_COUNT(won); k++)
			if (strcmp(all[i].result, won[k]) == 0)
				out->won = &all[i];
	}
	return rc;
}

/* The last day of the window: the later of two months from the notice and one month
 * from a certificate of mediation (SI 2008/2699 r.20). */
static sen_date window_ends(struct sen_store *store, const struct sen_ehc_case *ehc, sen_date notice)
{
	struct sen_clock_event events[2] = {{"appealable-notice", notice}};
	struct sen_clock_facts facts = {.events = events, .count = 1};
	const struct sen_milestone *certificate =
		sen_milestone_last(ehc->all, ehc->count, "mediation-certificate");
	struct sen_clock clock;

	if (certificate && certificate->happened_on >= notice)
		events[facts.count++] =
			(struct sen_clock_event){"mediation-certificate", certificate->happened_on};
	return sen_clock(store->arena, ehc->law, "appeal", &facts, &clock) ? clock.due_on : notice;
}

/* While one is open the plan is kept, and after one that was won. */
static int check_against(const struct sen_ehc_case *ehc, const struct against *against, struct sen_err *err)
{
	if (against->open) {
		sen_fail(err, SEN_INVALID, "AP%lld against it is open: the plan is kept until that is over",
			 (long long)against->open->head.id);
		sen_hint(err, "CFA 2014 s.45(4). See 'sendctl appeal show AP%lld'.",
			 (long long)against->open->head.id);
		return err->code;
	}
	if (!against->won)
		return 0;
	sen_fail(err, SEN_INVALID, "the decision to cease did not stand: AP%lld against it ended as '%s'",
		 (long long)against->won->head.id, sen_code_label(sen_appeal_results, against->won->result));
	sen_hint(err,
		 "The plan is kept. A new decision: 'sendctl ehcp decision EH%lld --decision cease --on "
		 "DATE'.",
		 (long long)ehc->ehc.head.id);
	return err->code;
}

int sen_ehc_may_cease(struct sen_store *store, const struct sen_ehc_case *ehc, const struct sen_law_item *why,
		      sen_date on, struct sen_err *err)
{
	const struct sen_milestone *decided = sen_milestone_last(ehc->all, ehc->count, "review-decision");
	struct against against;
	sen_date ends;
	char day[16];
	int rc;

	if (gone(why))
		return 0;
	if (!decided || strcmp(decided->result ? decided->result : "", "cease") != 0) {
		sen_fail(err, SEN_INVALID,
			 "the plan can end only when the local authority has decided so (CFA 2014 s.45)");
		sen_hint(err,
			 "Its decision first: 'sendctl ehcp decision EH%lld --decision cease --on DATE'.",
			 (long long)ehc->ehc.head.id);
		return err->code;
	}
	if ((rc = appeals(store, ehc, decided->happened_on, &against, err)) < 0 ||
	    (rc = check_against(ehc, &against, err)) < 0)
		return rc;
	if (against.dismissed != SEN_NO_DATE && against.dismissed <= on)
		return 0;
	ends = window_ends(store, ehc, decided->happened_on);
	if (on > ends)
		return 0;
	sen_fail(err, SEN_INVALID, "the plan is kept while the parents may appeal: until %s",
		 sen_date_long(ends, day));
	sen_hint(err, "CFA 2014 s.45(4), SEND Regs 2014 reg 31. From %s on it can end.",
		 sen_date_long(ends + 1, day));
	return err->code;
}

/* ---- A mistake taken away ---- */

/* What a verb writes beside the event, the same day and of the same review. */
static bool beside(const char *event, const char *other)
{
	static const char *const pairs[][2] = {
		{"assess-decision", "appealable-notice"},   {"no-plan-notice", "appealable-notice"},
		{"final-plan", "appealable-notice"},	    {"final-plan", "plan-made"},
		{"amended-final", "appealable-notice"},	    {"review-decision", "appealable-notice"},
		{"reassess-decision", "appealable-notice"}, {"reassess-decision", "reassess-started"},
	};

	for (size_t i = 0; i < SEN_COUNT(pairs); i++)
		if (strcmp(pairs[i][0], event) == 0 && strcmp(pairs[i][1], other) == 0)
			return true;
	return false;
}

/* With a decision after a review all goes that it wrote of that review. */
static bool together(const struct sen_milestone *named, const struct sen_milestone *other)
{
	bool same_day = named->happened_on == other->happened_on;

	if (named->head.id == other->head.id)
		return true;
	if (other->appeal_id != SEN_NO_INT || other->review_id != named->review_id)
		return false;
	if (strcmp(named->event, "review-decision") == 0 && strcmp(other->event, "plan-made") == 0)
		return named->review_id != SEN_NO_INT || same_day;
	if (strcmp(named->event, "review-decision") == 0 && strncmp(other->event, "amendments-", 11) == 0)
		return named->review_id != SEN_NO_INT || same_day;
	return same_day && beside(named->event, other->event);
}

static bool ended_it(const struct sen_ehc_case *ehc, const struct sen_milestone *named)
{
	const char *as = ehc->ehc.ended_as;

	return as && ((strcmp(as, "refused") == 0 && strcmp(named->event, "assess-decision") == 0) ||
		      (strcmp(as, "no-plan") == 0 && strcmp(named->event, "no-plan-notice") == 0) ||
		      (strcmp(as, "withdrawn") == 0 && strcmp(named->event, "withdrawn") == 0));
}

int sen_ehc_unmark(struct sen_store *store, struct sen_ehc_case *ehc, int64_t milestone_id,
		   const char *reason, size_t *taken, struct sen_err *err)
{
	const struct sen_milestone *named = NULL;
	int rc = 0;

	*taken = 0;
	for (size_t i = 0; i < ehc->count; i++)
		if (ehc->all[i].head.id == milestone_id)
			named = &ehc->all[i];
	if (!named)
		return sen_fail(err, SEN_INVALID, "MS%lld was removed", (long long)milestone_id);
	if (strcmp(named->event, "request-sent") == 0) {
		sen_fail(err, SEN_INVALID, "without the request there is no case");
		sen_hint(err,
			 "Another day: 'sendctl ehcp edit EH%lld --on DATE'. All of it: 'sendctl ehcp remove "
			 "EH%lld --reason TEXT'.",
			 (long long)ehc->ehc.head.id, (long long)ehc->ehc.head.id);
		return err->code;
	}
	for (size_t i = 0; i < ehc->count && rc == 0; i++)
		if (together(named, &ehc->all[i])) {
			rc = sen_record_void(store, &sen_milestone_record, ehc->all[i].head.id, reason, err);
			++*taken;
		}
	if (rc == 0 && ended_it(ehc, named))
		rc = sen_ehc_end_case(store, ehc, NULL, SEN_NO_DATE, NULL, err);
	return rc < 0 ? rc : sen_ehc_milestones(store, &ehc->ehc, &ehc->all, &ehc->count, err);
}

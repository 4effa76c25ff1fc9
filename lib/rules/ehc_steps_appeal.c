/* Disagreement with a decision (domain.md 1.8; R67): the time to appeal, mediation, the
 * hearing, and what an order asks of the authority. */
#include "rules/ehc_steps.h"

#include <sen/dispute.h>

#include <string.h>

/* A disagreement on record with the decision of this notice. */
static bool on_record(const struct ehc_clock *clock, sen_date notice)
{
	for (size_t i = 0; i < clock->facts->appeal_count; i++)
		if (clock->facts->appeals[i].notice_on == notice)
			return true;
	return false;
}

/* Each notice of the case opens the time to appeal, whether or not anybody disagrees. */
void ehc_steps_notices(const struct ehc_clock *clock)
{
	static const char *const rules[] = {"mediation-contact", "appeal"};

	for (sen_date day = ehc_day(clock, "appealable-notice", SEN_NO_DATE); day != SEN_NO_DATE;
	     day = ehc_day(clock, "appealable-notice", day + 1))
		for (size_t i = 0; i < SEN_COUNT(rules) && !on_record(clock, day); i++)
			ehc_step(clock, &(struct ehc_want){.rule = rules[i],
							   .subject = clock->subject,
							   .cycle = day,
							   .events = {{"appealable-notice", day}},
							   .met = SEN_NO_DATE});
}

/* ---- One disagreement ---- */

struct dispute {
	const struct sen_appeal *appeal;
	const char *subject;
	bool over;
	bool placement; /* of the school alone: no certificate is needed (CFA s.55) */
	sen_date sent;	/* to the tribunal */
};

static sen_date of_appeal(const struct ehc_clock *clock, const struct dispute *dispute, const char *event,
			  sen_date since)
{
	struct ehc_seek seek = {EHC_ANY, .event = event, .since = since};
	const struct sen_milestone *found;

	seek.appeal = dispute->appeal->head.id;
	found = ehc_first(clock, &seek);
	return found ? found->happened_on : SEN_NO_DATE;
}

static bool only_placement(const struct sen_appeal *appeal)
{
	return appeal->sections && strcmp(appeal->sections, "I") == 0;
}

static void count(const struct ehc_clock *clock, const struct dispute *dispute, const char *rule,
		  struct sen_clock_event start, sen_date met, bool gone, const char *aside)
{
	ehc_step(clock, &(struct ehc_want){.rule = rule,
					   .subject = dispute->subject,
					   .cycle = start.on,
					   .events = {start},
					   .met = met,
					   .gone = gone,
					   .aside = aside,
					   .appeal = dispute->appeal->head.id});
}

static void time_to_appeal(const struct ehc_clock *clock, const struct dispute *dispute)
{
	sen_date notice = dispute->appeal->notice_on, certificate = SEN_NO_DATE;
	sen_date contact = of_appeal(clock, dispute, "mediation-contact", SEN_NO_DATE);
	struct ehc_want want = {.rule = "appeal",
				.subject = dispute->subject,
				.met = dispute->sent,
				.gone = dispute->over,
				.appeal = dispute->appeal->head.id};
	struct sen_ehc_step *step;

	if (!dispute->placement) {
		certificate = of_appeal(clock, dispute, "mediation-certificate", SEN_NO_DATE);
		count(clock, dispute, "mediation-contact",
		      (struct sen_clock_event){"appealable-notice", notice}, contact,
		      dispute->over || certificate != SEN_NO_DATE || dispute->sent != SEN_NO_DATE, NULL);
	}
	want.cycle = notice;
	want.events[0] = (struct sen_clock_event){"appealable-notice", notice};
	want.events[1] = (struct sen_clock_event){"mediation-certificate", certificate};
	step = ehc_step(clock, &want);
	/* Contacted in time, the month from the certificate is still to come (r.20(1)(c)). */
	if (step && step->met_on == SEN_NO_DATE && !dispute->placement && certificate == SEN_NO_DATE &&
	    contact != SEN_NO_DATE)
		step->extends = contact <= step->due_on;
}

/* ---- The tribunal ---- */

/* What it must do by the result of the order, or of giving way: due also when the
 * disagreement is over (`appeal close --result upheld`). */
static const struct {
	const char *event, *result, *rule, *of, *met, *instead;
} duties[] = {
	{"order", "assess", "order-assess", "assess", "assess-decision", NULL},
	{"order", "assess", "order-assess-no-plan", "no-plan", "no-plan-notice", "final-plan"},
	{"order", "assess", "order-assess-final", "final", "final-plan", "no-plan-notice"},
	{"order", "draft", "order-draft", "draft", "draft-served", "final-plan"},
	{"order", "draft", "order-final", "final", "final-plan", NULL},
	{"order", "final", "order-final", "final", "final-plan", NULL},
	{"order", "amend", "order-amend", "amend", "amended-final", NULL},
	{"order", "school", "order-school", "school", "amended-final", NULL},
	{"unopposed", "assess", "unopposed-assess", "assess", "assess-decision", NULL},
	{"unopposed", "assess", "unopposed-no-plan", "no-plan", "no-plan-notice", "final-plan"},
	{"unopposed", "assess", "unopposed-final", "final", "final-plan", "no-plan-notice"},
	{"unopposed", "no-plan", "unopposed-no-plan", "no-plan", "no-plan-notice", NULL},
	{"unopposed", "draft", "unopposed-draft", "draft", "draft-served", "final-plan"},
	{"unopposed", "draft", "unopposed-draft-final", "final", "final-plan", NULL},
	{"unopposed", "final", "unopposed-draft-final", "final", "final-plan", NULL},
	{"unopposed", "amend", "unopposed-amend", "amend", "amended-final", NULL},
	{"unopposed", "school", "unopposed-school", "school", "amended-final", NULL},
};

const char *sen_appeal_asks(const struct sen_law_rule *rule, const char *event, const char *result)
{
	for (size_t i = 0; result && i < SEN_COUNT(duties); i++)
		if (strcmp(rule->code, duties[i].rule) == 0 && strcmp(event, duties[i].event) == 0 &&
		    strcmp(result, duties[i].result) == 0)
			return duties[i].of;
	return NULL;
}

/* Done in the case, or told of the disagreement itself ("complied"). */
static sen_date done(const struct ehc_clock *clock, const struct dispute *dispute, const char *event,
		     sen_date since)
{
	struct ehc_seek seek = {EHC_ANY, .event = event, .since = since};
	const struct sen_milestone *found;

	seek.ehc = dispute->appeal->ehc_id;
	found = event ? ehc_first(clock, &seek) : NULL;
	/* To assess a child with a plan is to assess again. */
	if (!found && event && strcmp(event, "assess-decision") == 0) {
		seek.event = "reassess-decision";
		found = ehc_first(clock, &seek);
	}
	return found ? found->happened_on : SEN_NO_DATE;
}

/* "complied" names what was done (a draft is not the plan); one that names nothing is
 * all of it. */
static const struct sen_milestone *complied_with(const struct ehc_clock *clock, const struct dispute *dispute,
						 size_t duty, sen_date since)
{
	struct ehc_seek seek = {EHC_ANY, .event = "complied", .since = since};

	seek.appeal = dispute->appeal->head.id;
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];

		if (ehc_fits(one, &seek) && (!one->result || ehc_result_is(one, duties[duty].of)))
			return one;
	}
	return NULL;
}

static void comply(const struct ehc_clock *clock, const struct dispute *dispute,
		   const struct sen_milestone *order, const char *aside)
{
	sen_date day = order->happened_on;

	for (size_t i = 0; i < SEN_COUNT(duties); i++) {
		const struct sen_milestone *complied;
		sen_date met;

		if (strcmp(order->event, duties[i].event) != 0 || !ehc_result_is(order, duties[i].result))
			continue;
		complied = complied_with(clock, dispute, i, day);
		met = done(clock, dispute, duties[i].met, day);
		if (complied && (complied->result || !duties[i].instead))
			met = ehc_sooner(met, complied->happened_on);
		count(clock, dispute, duties[i].rule, (struct sen_clock_event){order->event, day}, met,
		      complied || done(clock, dispute, duties[i].instead, day) != SEN_NO_DATE, aside);
	}
}

static void tribunal(const struct ehc_clock *clock, const struct dispute *dispute)
{
	struct ehc_seek seek = {EHC_ANY, .event = "hearing", .since = SEN_NO_DATE};
	const struct sen_milestone *hearing;
	sen_date advised = of_appeal(clock, dispute, "recommendation", SEN_NO_DATE),
		 ordered = of_appeal(clock, dispute, "order", SEN_NO_DATE);

	seek.appeal = dispute->appeal->head.id;
	/* Put off, it is the day that was fixed last. */
	hearing = NULL;
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];

		if (ehc_fits(one, &seek) && (!hearing || one->head.id > hearing->head.id))
			hearing = one;
		if (one->appeal_id == dispute->appeal->head.id)
			comply(clock, dispute, one, NULL);
	}
	/* Ordered by consent before the day, it is not heard. */
	if (hearing)
		count(clock, dispute, "hearing", (struct sen_clock_event){"hearing", hearing->happened_on},
		      ordered >= hearing->happened_on ? hearing->happened_on : SEN_NO_DATE,
		      dispute->over || ordered != SEN_NO_DATE ||
			      of_appeal(clock, dispute, "unopposed", SEN_NO_DATE) != SEN_NO_DATE,
		      NULL);
	count(clock, dispute, "recommendation-reply", (struct sen_clock_event){"recommendation", advised},
	      of_appeal(clock, dispute, "recommendation-reply", advised), false, NULL);
}

/* ---- Mediation ---- */

const char *sen_appeal_agreed(const struct sen_appeal *appeal)
{
	static const char *const results[][2] = {{"refuse-assess", "assess"},
						 {"refuse-reassess", "assess"},
						 {"no-plan", "draft"},
						 {"no-amend", "amend"},
						 {"cease", "maintain"}};

	for (size_t i = 0; i < SEN_COUNT(results); i++)
		if (strcmp(appeal->against, results[i][0]) == 0)
			return results[i][1];
	if (only_placement(appeal))
		return "school";
	return !appeal->sections || strpbrk(appeal->sections, "BFI") ? "amend" : NULL;
}

/* It binds as an order of the tribunal where there is a right of appeal (reg 42(2)). */
static void agreement(const struct ehc_clock *clock, const struct dispute *dispute)
{
	sen_date day = of_appeal(clock, dispute, "mediation-agreement", SEN_NO_DATE);
	const struct sen_milestone order = {
		.event = "order", .result = sen_appeal_agreed(dispute->appeal), .happened_on = day};

	if (day != SEN_NO_DATE && order.result)
		comply(clock, dispute, &order, "agreed in mediation, which binds as an order (reg 42(2))");
	else
		count(clock, dispute, "mediation-done", (struct sen_clock_event){"mediation-agreement", day},
		      of_appeal(clock, dispute, "complied", day), false, NULL);
}

static void mediation(const struct ehc_clock *clock, const struct dispute *dispute)
{
	static const struct {
		const char *event, *rule, *met;
	} rows[] = {{"mediation-declined", "mediation-certificate", "mediation-certificate"},
		    {"mediation-asked", "mediation-meeting", "mediation-held"}};

	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		sen_date day = of_appeal(clock, dispute, rows[i].event, SEN_NO_DATE);

		count(clock, dispute, rows[i].rule, (struct sen_clock_event){rows[i].event, day},
		      of_appeal(clock, dispute, rows[i].met, day),
		      dispute->over || dispute->sent != SEN_NO_DATE, NULL);
	}
	agreement(clock, dispute);
}

void ehc_steps_appeal(struct ehc_clock *clock, const struct sen_appeal *appeal)
{
	struct dispute dispute = {.appeal = appeal,
				  .over = appeal->closed_on != SEN_NO_DATE,
				  .placement = only_placement(appeal)};

	clock->ehc = NULL;
	for (size_t i = 0; i < clock->facts->ehc_count; i++)
		if (clock->facts->ehcs[i].head.id == appeal->ehc_id)
			clock->ehc = &clock->facts->ehcs[i];
	dispute.subject = sen_format(clock->out->arena, "AP%lld", (long long)appeal->head.id);
	dispute.sent = of_appeal(clock, &dispute, "appeal-sent", SEN_NO_DATE);
	time_to_appeal(clock, &dispute);
	mediation(clock, &dispute);
	tribunal(clock, &dispute);
}

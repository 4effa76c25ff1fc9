/* The decisions of the local authority: to assess or not, to issue a plan or not, and
 * after an annual review to maintain, amend or cease (R61, R67). */
#include "rules/ehc_case.h"

#include <sen/graduated.h>
#include <sen/store.h>
#include <sen/text.h>

#include <string.h>

int ehc_mark_decided(struct sen_store *store, struct sen_ehc_case *ehc, const char *event, sen_date on,
		     const char *result, const struct sen_ehc_decision *decision, struct sen_err *err)
{
	struct sen_milestone *milestone = sen_ehc_event(store, ehc, event, on);

	milestone->result = result;
	milestone->review_id = decision->review_id;
	if (strcmp(event, "appealable-notice") != 0 && strcmp(event, "plan-made") != 0)
		milestone->note = decision->reason;
	return sen_ehc_mark(store, ehc, milestone, err);
}

/* ---- On the request ---- */

/* A refusal overturned, by the authority itself or by order: the case goes on. */
static int reopen(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		  struct sen_err *err)
{
	decision->reopened = true;
	return sen_ehc_end_case(store, ehc, NULL, SEN_NO_DATE, NULL, err);
}

static int check_request(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
			 struct sen_err *err)
{
	const char *stage = sen_ehc_stage(ehc, store->context.today);
	long long id = (long long)ehc->ehc.head.id;
	bool assess = strcmp(decision->decision, "assess") == 0;
	bool no_plan = strcmp(decision->decision, "no-plan") == 0;

	if (strcmp(stage, "plan") == 0) {
		sen_fail(err, SEN_INVALID, "EH%lld has a plan: there is no request to decide on", id);
		sen_hint(
			err,
			"Was a re-assessment asked for? 'sendctl ehcp event EH%lld reassess-asked --on DATE' "
			"comes first.",
			id);
		return err->code;
	}
	if (strcmp(stage, "refused") == 0 && assess)
		return reopen(store, ehc, decision, err);
	if (ehc->ehc.ended_as)
		return sen_fail(err, SEN_CONFLICT, "EH%lld has ended: %s", id,
				sen_code_label(sen_ehc_stages, stage));
	if (!no_plan && strcmp(stage, "requested") != 0) {
		const struct sen_milestone *there =
			sen_milestone_last(ehc->all, ehc->count, "assess-decision");
		char day[16];

		if (!there)
			return 0;
		sen_fail(err, SEN_CONFLICT, "it was decided on %s (MS%lld): %s",
			 sen_date_long(there->happened_on, day), (long long)there->head.id, there->result);
		sen_hint(err, "If that is wrong: 'sendctl ehcp remove MS%lld --reason TEXT'.",
			 (long long)there->head.id);
		return err->code;
	}
	return 0;
}

static int refuse(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		  const char *event, const char *as, const char *against, struct sen_err *err)
{
	const char *result = strcmp(event, "no-plan-notice") == 0 ? NULL : "refuse";
	int rc = ehc_mark_decided(store, ehc, event, decision->on, result, decision, err);

	if (rc < 0 || (rc = ehc_mark_decided(store, ehc, "appealable-notice", decision->on, against, decision,
					     err)) < 0)
		return rc;
	return as ? sen_ehc_end_case(store, ehc, as, decision->on, NULL, err) : 0;
}

/* ---- On a re-assessment ---- */

/* Was one asked for, and not answered since?  Refused, it may be assessed all the same: by
 * order, or because the authority thought better of it. */
static bool reassessing(const struct sen_ehc_case *ehc, const char *decision)
{
	const struct sen_milestone *asked = sen_milestone_last(ehc->all, ehc->count, "reassess-asked");
	const struct sen_milestone *said = sen_milestone_last(ehc->all, ehc->count, "reassess-decision");

	return asked &&
	       (!said || said->happened_on < asked->happened_on ||
		(strcmp(decision, "assess") == 0 && said->result && strcmp(said->result, "refuse") == 0));
}

/* The notice of the decision is the notice from which the fourteen weeks run. */
static int reassess(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		    struct sen_err *err)
{
	int rc;

	decision->reassess = true;
	if (strcmp(decision->decision, "refuse") == 0)
		return refuse(store, ehc, decision, "reassess-decision", NULL, "refuse-reassess", err);
	rc = ehc_mark_decided(store, ehc, "reassess-decision", decision->on, "assess", decision, err);
	return rc < 0 ? rc
		      : ehc_mark_decided(store, ehc, "reassess-started", decision->on, NULL, decision, err);
}

static int on_request(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		      struct sen_err *err)
{
	int rc;

	if (strcmp(decision->decision, "no-plan") != 0 && reassessing(ehc, decision->decision))
		return reassess(store, ehc, decision, err);
	if ((rc = check_request(store, ehc, decision, err)) < 0)
		return rc;
	if (strcmp(decision->decision, "assess") == 0)
		return ehc_mark_decided(store, ehc, "assess-decision", decision->on, "assess", decision, err);
	if (strcmp(decision->decision, "refuse") == 0)
		return refuse(store, ehc, decision, "assess-decision", "refused", "refuse-assess", err);
	return refuse(store, ehc, decision, "no-plan-notice", "no-plan", "no-plan", err);
}

/* ---- After an annual review ---- */

static bool undecided(const struct sen_ehc_case *ehc, const struct sen_review *review, sen_date on)
{
	if (strcmp(review->kind, "annual") != 0 || review->held_on == SEN_NO_DATE || review->held_on > on)
		return false;
	for (size_t i = 0; i < ehc->count; i++)
		if (ehc->all[i].review_id == review->head.id &&
		    strcmp(ehc->all[i].event, "review-decision") == 0)
			return false;
	return true;
}

/* The one annual review that was held and not decided on. */
static int find_review(struct sen_store *store, const struct sen_ehc_case *ehc,
		       const struct sen_ehc_decision *decision, struct sen_review *out, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	struct sen_review *all;
	size_t count, found = 0;
	char hint[200];
	int rc =
		sen_record_of_pupil(store, &sen_review_record, ehc->ehc.pupil_id, (void **)&all, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (!undecided(ehc, &all[i], decision->on))
			continue;
		*out = all[i];
		sen_buf_addf(&list, "%sR%lld", found++ ? ", " : "", (long long)all[i].head.id);
	}
	if (rc < 0 || found == 1)
		return rc;
	if (found > 1) {
		sen_fail(err, SEN_USAGE, "several annual reviews wait for a decision: %s", list.text);
		sen_hint(err, "Say which one with --review.");
		return err->code;
	}
	snprintf(hint, sizeof(hint),
		 "Was one held? 'sendctl review record P%lld --kind annual --on DATE' writes it down.",
		 (long long)ehc->ehc.pupil_id);
	return sen_rule(store, err, hint, "no annual review was held that waits for a decision");
}

static int named_review(struct sen_store *store, const struct sen_ehc_case *ehc,
			const struct sen_ehc_decision *decision, struct sen_review *out, struct sen_err *err)
{
	char day[16];
	int64_t id;
	int rc;

	if (!sen_id_parse(decision->review, sen_review_record.prefix, &id))
		return sen_fail(err, SEN_USAGE, "--review: give the review's id, as in R4");
	if ((rc = sen_record_get(store, &sen_review_record, id, out, err)) < 0)
		return rc;
	if (out->pupil_id != ehc->ehc.pupil_id || out->head.voided_at)
		return sen_fail(err, SEN_INVALID, "R%lld is no review of this child", (long long)id);
	if (out->held_on == SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "R%lld has not been held", (long long)id);
		sen_hint(err, "When it has: 'sendctl review record R%lld --on DATE'.", (long long)id);
		return err->code;
	}
	if (decision->on < out->held_on)
		return sen_fail(err, SEN_INVALID, "--on: the decision cannot come before the review (%s)",
				sen_date_long(out->held_on, day));
	if (strcmp(out->kind, "annual") == 0 && !undecided(ehc, out, decision->on))
		return sen_fail(err, SEN_CONFLICT, "R%lld is decided on already", (long long)id);
	return 0;
}

/* The day the next twelve months are counted from: the policy's choice, or this one's. */
static int restart(struct sen_store *store, const struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		   const struct sen_review *review, struct sen_err *err)
{
	const struct sen_policy *policy;
	bool meeting;
	int rc = rules_policy_of(store, ehc->ehc.pupil_id, decision->on, &policy, err);

	if (rc < 0)
		return rc;
	meeting = decision->restarts ? strcmp(decision->restarts, "meeting") == 0
				     : sen_policy_restarts_at_meeting(policy);
	if (meeting && decision->restarts && !review->head.id)
		return sen_fail(err, SEN_USAGE, "--restarts meeting: there is no meeting on record");
	decision->restart_on = meeting && review->head.id ? review->held_on : decision->on;
	return 0;
}

static const char *against(const char *decision)
{
	return strcmp(decision, "maintain") == 0 ? "no-amend"
	       : strcmp(decision, "cease") == 0	 ? "cease"
						 : NULL;
}

static int check_plan(const struct sen_ehc_case *ehc, const struct sen_ehc_decision *decision,
		      struct sen_err *err)
{
	char day[16];

	if (sen_ehc_in_force(ehc, decision->on))
		return 0;
	sen_fail(err, SEN_INVALID, "EH%lld had no plan in force on %s: nothing to %s",
		 (long long)ehc->ehc.head.id, sen_date_long(decision->on, day), decision->decision);
	sen_hint(err, "See where it stands: 'sendctl ehcp show EH%lld'.", (long long)ehc->ehc.head.id);
	return err->code;
}

static int on_review(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		     struct sen_err *err)
{
	struct sen_review review = {.head.id = 0};
	const char *word = decision->decision, *notice = against(word);
	const struct sen_milestone *decided =
		decision->amendments_sent != SEN_NO_DATE ? ehc_amend_waits(ehc) : NULL;
	int rc = check_plan(ehc, decision, err);

	if (rc == 0 && decided && !decision->review)
		return ehc_amend_sent(store, ehc, decision, decided, err);
	if (rc == 0)
		rc = decision->review ? named_review(store, ehc, decision, &review, err)
				      : find_review(store, ehc, decision, &review, err);
	if (rc < 0 || (rc = restart(store, ehc, decision, &review, err)) < 0)
		return rc;
	if (review.head.id)
		decision->review_id = review.head.id;
	if ((rc = ehc_mark_decided(store, ehc, "review-decision", decision->on, word, decision, err)) < 0)
		return rc;
	if (strcmp(word, "cease") != 0)
		rc = ehc_mark_decided(store, ehc, "plan-made", decision->restart_on, NULL, decision, err);
	else
		decision->restart_on = SEN_NO_DATE;
	if (rc == 0 && notice)
		rc = ehc_mark_decided(store, ehc, "appealable-notice", decision->on, notice, decision, err);
	return rc == 0 && strcmp(word, "amend") == 0 && !decision->without
		       ? ehc_amend(store, ehc, decision, err)
		       : rc;
}

/* ---- Either ---- */

static int check_words(const struct sen_ehc_decision *decision, bool review, struct sen_err *err)
{
	bool amend = strcmp(decision->decision, "amend") == 0;
	bool days = decision->amendments_sent != SEN_NO_DATE || decision->served != SEN_NO_DATE;

	if (decision->without && (!amend || days))
		return sen_fail(err, SEN_USAGE,
				"--without-amendments goes with --decision amend, and with no day of them");
	if (!amend && days)
		return sen_fail(err, SEN_USAGE, "--amendments-sent and --served go with --decision amend");
	if (!review && (decision->review || decision->restarts))
		return sen_fail(err, SEN_USAGE,
				"--review and --restarts go with maintain, amend and cease only");
	if (strcmp(decision->decision, "cease") == 0 && decision->restarts)
		return sen_fail(err, SEN_USAGE, "--restarts: a decision to cease restarts nothing");
	return 0;
}

int sen_ehc_decide(struct sen_store *store, struct sen_ehc_case *ehc, struct sen_ehc_decision *decision,
		   struct sen_err *err)
{
	const char *word = decision->decision;
	bool review =
		strcmp(word, "maintain") == 0 || strcmp(word, "amend") == 0 || strcmp(word, "cease") == 0;
	int rc = check_words(decision, review, err);

	decision->review_id = SEN_NO_INT;
	decision->restart_on = SEN_NO_DATE;
	decision->version = SEN_NO_INT;
	if (rc < 0)
		return rc;
	return review ? on_review(store, ehc, decision, err) : on_request(store, ehc, decision, err);
}

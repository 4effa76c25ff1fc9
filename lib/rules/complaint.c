/* Complaints about SEND provision (R73): the policy's stages, one begun, moved on,
 * answered and settled. */
#include "model/model.h"
#include "rules/rules.h"

#include <sen/dispute.h>
#include <sen/json.h>
#include <sen/text.h>
#include <stdlib.h>
#include <string.h>

/* ---- What the policy says ---- */

static const char *word_of(const struct sen_policy_rule *rule, const char *key, const char *plain)
{
	const char *word = sen_json_text(sen_json_get(rule->json, key));

	return word ? word : plain;
}

bool sen_complaint_is_stage(const struct sen_policy_rule *rule)
{
	return strcmp(rule->section, "complaint") == 0 &&
	       strcmp(word_of(rule, "kind", "stage"), "stage") == 0;
}

static bool says_formal(const struct sen_policy_rule *rule)
{
	return sen_json_true(sen_json_get(rule->json, "formal"));
}

const char *sen_complaint_stage_name(const struct sen_policy *policy, const char *code)
{
	const struct sen_policy_rule *rule = sen_policy_rule(policy, "complaint", code);

	return rule && sen_complaint_is_stage(rule) && rule->name ? rule->name : code;
}

const struct sen_policy_rule *sen_complaint_tells(const struct sen_policy *policy,
						  const struct sen_complaint *complaint)
{
	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		const char *when = strcmp(rule->section, "complaint") == 0
					   ? word_of(rule, "tell_authority", "never")
					   : "never";

		if (strcmp(when, "always") == 0 ||
		    (strcmp(when, "serious") == 0 && complaint->serious == 1) ||
		    (strcmp(when, "formal") == 0 && complaint->formal == 1))
			return rule;
	}
	return NULL;
}

/* By code or name; NULL text: the first. *any: the policy has stages at all. */
static const struct sen_policy_rule *find_stage(const struct sen_policy *policy, const char *text,
						bool *formal, struct sen_buf *names)
{
	bool so_far = false;

	for (size_t i = 0; policy && i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		if (!sen_complaint_is_stage(rule))
			continue;
		so_far |= says_formal(rule);
		sen_buf_addf(names, "%s%s", names->len ? ", " : "", rule->code);
		if (!text || sen_text_same(text, rule->code) ||
		    (rule->name && sen_text_same(text, rule->name))) {
			*formal = so_far;
			return rule;
		}
	}
	return NULL;
}

int sen_complaint_stage(struct sen_store *store, const char *text, sen_date day, struct sen_stage *out,
			struct sen_err *err)
{
	struct sen_buf names = {.arena = store->arena};
	const struct sen_policy_set *set;
	const struct sen_policy *policy;
	const struct sen_policy_rule *rule;
	bool formal = false;
	int rc = sen_policies(store, &set, err);

	if (rc < 0)
		return rc;
	policy = sen_policy_on(set, store->school_id, day);
	rule = find_stage(policy, text, &formal, &names);
	if (rule) {
		*out = (struct sen_stage){rule->code, rule->name ? rule->name : rule->code, formal};
		return 0;
	}
	if (names.len) {
		sen_fail(err, SEN_INVALID, "the policy '%s' has no stage '%s' of a complaint", policy->name,
			 text);
		sen_hint(err, "It has: %s", names.text);
		return err->code;
	}
	/* The policy is silent: the school's own word for it. */
	text = text ? text : "informal";
	*out = (struct sen_stage){text, text, sen_text_same(text, "formal")};
	return 0;
}

/* ---- Its steps ---- */

static int in_order(const void *a, const void *b)
{
	const struct sen_milestone *x = a, *y = b;

	if (x->happened_on != y->happened_on)
		return x->happened_on < y->happened_on ? -1 : 1;
	return x->head.id < y->head.id ? -1 : x->head.id > y->head.id;
}

int sen_complaint_steps(struct sen_store *store, const struct sen_complaint *complaint,
			struct sen_milestone **out, size_t *count, struct sen_err *err)
{
	static const char of_child[] = " WHERE voided_at IS NULL AND pupil_id = :pupil ORDER BY id";
	static const char of_none[] = " WHERE voided_at IS NULL AND pupil_id IS NULL ORDER BY id";
	bool child = complaint->pupil_id != SEN_NO_INT;
	struct sen_milestone *all;
	struct db_stmt *stmt;
	void *records;
	size_t n = 0;
	int rc = record_select(store, &sen_milestone_record, child ? of_child : of_none, &stmt, err);

	if (rc < 0)
		return rc;
	if (child)
		db_bind_int(stmt, ":pupil", complaint->pupil_id);
	rc = record_all(store, &sen_milestone_record, stmt, &records, count, err);
	db_reset(stmt);
	if (rc < 0)
		return rc;
	all = records;
	for (size_t i = 0; i < *count; i++)
		if (all[i].complaint_id == complaint->head.id)
			all[n++] = all[i];
	if (n > 1)
		qsort(all, n, sizeof(*all), in_order);
	*out = all;
	*count = n;
	return 0;
}

static bool of(const struct sen_milestone *step, const struct sen_complaint *complaint, const char *event)
{
	return step->complaint_id == complaint->head.id && strcmp(step->event, event) == 0;
}

sen_date sen_complaint_answered(const struct sen_milestone *steps, size_t count,
				const struct sen_complaint *complaint)
{
	const struct sen_milestone *stage = NULL, *reply = NULL;

	for (size_t i = 0; i < count; i++)
		if ((of(&steps[i], complaint, "stage") || of(&steps[i], complaint, "reopened")) &&
		    (!stage || in_order(stage, &steps[i]) < 0))
			stage = &steps[i];
	for (size_t i = 0; i < count; i++)
		if (of(&steps[i], complaint, "replied") && (!stage || in_order(stage, &steps[i]) < 0) &&
		    (!reply || in_order(&steps[i], reply) < 0))
			reply = &steps[i];
	return reply ? reply->happened_on : SEN_NO_DATE;
}

sen_date sen_complaint_told(const struct sen_milestone *steps, size_t count,
			    const struct sen_complaint *complaint)
{
	sen_date first = SEN_NO_DATE;

	for (size_t i = 0; i < count; i++)
		if (of(&steps[i], complaint, "authority-told") &&
		    (first == SEN_NO_DATE || steps[i].happened_on < first))
			first = steps[i].happened_on;
	return first;
}

static int check_open(const struct sen_complaint *complaint, struct sen_err *err)
{
	char day[16];

	if (complaint->closed_on == SEN_NO_DATE)
		return 0;
	sen_fail(err, SEN_CONFLICT, "CM%lld was settled on %s", (long long)complaint->head.id,
		 sen_date_long(complaint->closed_on, day));
	sen_hint(err, "If it is not: 'sendctl complaint reopen CM%lld --reason TEXT'",
		 (long long)complaint->head.id);
	return err->code;
}

static int keep(struct sen_store *store, const struct sen_complaint *complaint, struct sen_appeal_step *step,
		const char *name, struct sen_err *err)
{
	struct sen_milestone row;
	int rc = model_check_order(complaint->raised_on, step->on, "--on", "it was raised", err);

	if (rc < 0)
		return rc;
	sen_record_blank(&sen_milestone_record, &row);
	row.pupil_id = complaint->pupil_id;
	row.head.school_id = complaint->head.school_id;
	row.complaint_id = complaint->head.id;
	row.event = step->event;
	row.event_name = name;
	row.happened_on = step->on;
	row.result = step->result;
	row.who = step->who;
	row.note = step->note;
	rc = sen_milestone_add(store, &row, err);
	step->id = row.head.id;
	return rc;
}

int sen_complaint_event(struct sen_store *store, const struct sen_complaint *complaint,
			struct sen_appeal_step *step, struct sen_err *err)
{
	struct sen_milestone *steps;
	size_t count;
	char day[16];
	int rc = sen_complaint_steps(store, complaint, &steps, &count, err);

	/* The authority may be told when the complaint is over already: late. */
	if (rc < 0 || (strcmp(step->event, "authority-told") != 0 && (rc = check_open(complaint, err)) < 0))
		return rc;
	for (size_t i = 0; i < count; i++)
		if (of(&steps[i], complaint, step->event) && steps[i].happened_on == step->on)
			return sen_fail(err, SEN_CONFLICT, "it is on record already: %s on %s (MS%lld)",
					steps[i].event_name, sen_date_long(step->on, day),
					(long long)steps[i].head.id);
	return keep(store, complaint, step, NULL, err);
}

/* ---- Begun, moved on, settled ---- */

int sen_complaint_add(struct sen_store *store, struct sen_complaint *complaint, struct sen_err *err)
{
	struct sen_stage stage;
	int rc = sen_complaint_stage(store, complaint->stage, complaint->raised_on, &stage, err);

	if (rc < 0)
		return rc;
	complaint->stage = stage.code;
	if (complaint->formal == SEN_NO_INT)
		complaint->formal = stage.formal;
	return sen_record_insert(store, &sen_complaint_record, complaint, err);
}

int sen_complaint_move(struct sen_store *store, struct sen_complaint *complaint, const char *to, sen_date on,
		       sen_date due, const char *note, struct sen_err *err)
{
	struct sen_appeal_step step = {"stage", on, NULL, NULL, note, 0};
	struct sen_milestone *steps;
	struct sen_stage stage;
	size_t count;
	int rc = check_open(complaint, err);

	if (rc < 0 || (rc = sen_complaint_stage(store, to, on, &stage, err)) < 0 ||
	    (rc = sen_complaint_steps(store, complaint, &steps, &count, err)) < 0 ||
	    (rc = model_check_order(on, due, "--due", "it came to this stage", err)) < 0)
		return rc;
	if (sen_text_same(stage.code, complaint->stage))
		return sen_fail(err, SEN_CONFLICT, "CM%lld is at that stage already: %s",
				(long long)complaint->head.id, stage.name);
	if (count && on < steps[count - 1].happened_on)
		return sen_fail(err, SEN_INVALID, "--on: something is on record after that day");
	/* A promise kept is over with its stage; one that was not stays. */
	if (due != SEN_NO_DATE || sen_complaint_answered(steps, count, complaint) != SEN_NO_DATE)
		complaint->answer_by = due;
	step.result = stage.code;
	complaint->stage = stage.code;
	complaint->formal = stage.formal || complaint->formal == 1;
	if ((rc = keep(store, complaint, &step,
		       sen_format(store->arena, "the complaint went to the stage '%s'", stage.name), err)) <
	    0)
		return rc;
	return sen_record_update(store, &sen_complaint_record, complaint, err);
}

int sen_complaint_close(struct sen_store *store, struct sen_complaint *complaint, const char *result,
			sen_date on, struct sen_err *err)
{
	int rc = check_open(complaint, err);

	if (rc < 0 || (rc = model_check_past(store, on, "--on", err)) < 0)
		return rc;
	complaint->closed_on = on;
	complaint->result = result;
	return sen_record_update(store, &sen_complaint_record, complaint, err);
}

int sen_complaint_reopen(struct sen_store *store, struct sen_complaint *complaint, const char *reason,
			 struct sen_err *err)
{
	struct sen_appeal_step step = {"reopened", store->context.today, NULL, NULL, NULL, 0};
	char day[16];
	int rc;

	if (complaint->closed_on == SEN_NO_DATE)
		return sen_fail(err, SEN_CONFLICT, "CM%lld is open", (long long)complaint->head.id);
	step.note = sen_format(store->arena, "%s (settled on %s: %s)", reason,
			       sen_date_long(complaint->closed_on, day),
			       complaint->result ? complaint->result : "");
	complaint->closed_on = complaint->answer_by = SEN_NO_DATE;
	complaint->result = NULL;
	if ((rc = keep(store, complaint, &step, NULL, err)) < 0)
		return rc;
	return sen_record_update(store, &sen_complaint_record, complaint, err);
}

/* The child's records that evidence is looked for in, read once. */
#include "rules/evidence.h"
#include "rules/facts.h"

#include <sen/costed.h>
#include <sen/text.h>

#include <string.h>

#define FACT(record, member, counter) FACT_IN(struct sen_evidence_facts, record, member, counter)
static const struct fact_kind kinds[] = {
	FACT(sen_review_record, reviews, review_count),
	FACT(sen_referral_record, referrals, referral_count),
	FACT(sen_document_record, documents, document_count),
	FACT(sen_attachment_record, attachments, attachment_count),
	FACT(sen_medical_record, medical, medical_count),
	FACT(sen_voice_record, voices, voice_count),
	FACT(sen_consent_record, consents, consent_count),
	FACT(sen_need_record, needs, need_count),
	FACT(sen_profile_record, profiles, profile_count),
	FACT(sen_concern_record, concerns, concern_count),
	FACT(sen_register_record, levels, level_count),
	FACT(sen_ehc_record, ehcs, ehc_count),
};

static int read_agencies(struct sen_store *store, struct sen_evidence_facts *out, struct sen_err *err)
{
	struct sen_agency *agencies = SEN_NEW(out->arena, struct sen_agency, out->referral_count + 1);
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < out->referral_count; i++)
		rc = sen_record_get(store, &sen_agency_record, out->referrals[i].agency_id, &agencies[i],
				    err);
	out->agencies = agencies;
	return rc;
}

static int by_beginning(const void *a, const void *b)
{
	const struct sen_evidence_given *x = a, *y = b;

	if (x->member.from_on != y->member.from_on)
		return x->member.from_on < y->member.from_on ? -1 : 1;
	return x->member.head.id < y->member.head.id ? -1 : x->member.head.id > y->member.head.id;
}

static int read_given(struct sen_store *store, int64_t pupil_id, struct sen_evidence_facts *out,
		      struct sen_err *err)
{
	struct sen_provision_pupil *members;
	struct sen_evidence_given *given;
	struct sen_provision provision;
	size_t count;
	int rc = sen_record_of_pupil(store, &sen_provision_pupil_record, pupil_id, (void **)&members, &count,
				     err);

	given = SEN_NEW(out->arena, struct sen_evidence_given, rc < 0 ? 1 : count + 1);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		rc = sen_record_get(store, &sen_provision_record, members[i].provision_id, &provision, err);
		/* In it on no day at all: it ended before it began. */
		if (rc < 0 || members[i].until_on == members[i].from_on)
			continue;
		given[out->given_count++] =
			(struct sen_evidence_given){.member = members[i],
						    .name = provision.name,
						    .measure = provision.measure,
						    .evaluated = provision.evaluated_on != SEN_NO_DATE};
	}
	if (rc == 0 && out->given_count)
		qsort(given, out->given_count, sizeof(*given), by_beginning);
	out->given = given;
	return rc;
}

/* Adults are shared, so the cost of one child's part is that of `report provision`. */
static int read_cost(struct sen_store *store, int64_t pupil_id, struct sen_evidence_facts *out,
		     struct sen_err *err)
{
	struct sen_map_scope scope = {.pupils = &pupil_id, .pupil_count = 1, .names = SEN_NAMES_NONE};
	struct sen_provision_map *map;

	if (!out->given_count || out->given[0].member.from_on > out->today)
		return 0;
	scope.from = out->given[0].member.from_on;
	scope.until = out->today + 1;
	int rc = sen_provision_map(store, &scope, &map, err);
	if (rc < 0)
		return rc;
	out->planned = map->sum.sessions[SEN_COST_DUE];
	out->held = map->sum.sessions[SEN_COST_DELIVERED];
	out->pence_planned = map->sum.pence[SEN_COST_DUE];
	out->pence_held = map->sum.pence[SEN_COST_DELIVERED];
	out->unpriced = map->sum.unpriced[SEN_COST_DUE];
	if (map->unpriced_count)
		out->unpriced_fix = map->unpriced[0].fix;
	return 0;
}

static void read_scales(const struct sen_policy *policy, struct sen_evidence_facts *out)
{
	size_t cap = 0;

	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];
		const char *code, *name;

		if (strcmp(rule->section, "assessment") != 0)
			continue;
		code = sen_text_fold(out->arena, rule->code);
		name = sen_text_fold(out->arena, rule->name);
		if (code && strlen(code) > 2)
			*SEN_PUSH(out->arena, out->scales, out->scale_count, cap) = code;
		if (name)
			*SEN_PUSH(out->arena, out->scales, out->scale_count, cap) = name;
	}
}

int evidence_read(struct sen_store *store, int64_t pupil_id, const struct sen_policy *policy,
		  struct sen_evidence_facts *out, struct sen_err *err)
{
	*out = (struct sen_evidence_facts){
		.arena = store->arena, .pupil_id = pupil_id, .today = sen_store_day(store)};
	int rc = sen_store_calendar(store, &out->calendar, err);

	if (rc < 0 || (rc = sen_plan_book(store, pupil_id, &out->book, err)) < 0 ||
	    (rc = facts_of_child(store, pupil_id, kinds, SEN_COUNT(kinds), out, err)) < 0 ||
	    (rc = read_agencies(store, out, err)) < 0 || (rc = read_given(store, pupil_id, out, err)) < 0)
		return rc;
	read_scales(policy, out);
	return read_cost(store, pupil_id, out, err);
}

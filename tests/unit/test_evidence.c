/* Evidence item by item: states, ages at their edges, what is enough (R60). */
#include "unit/suites.h"

#include <sen/evidence.h>
#include <sen/json.h>

static struct sen_arena *arena;
static struct sen_evidence_facts facts;
static struct sen_policy policy;
static struct sen_policy_rule rules[4];
static struct sen_law law;

static void setup(void)
{
	arena = sen_arena_new();
	facts = (struct sen_evidence_facts){
		.arena = arena, .pupil_id = 12, .today = sen_date_make(2026, 11, 22)};
	memset(rules, 0, sizeof(rules));
	policy = (struct sen_policy){.name = "p", .rules = rules};
	law = (struct sen_law){.rule_count = 0};
}

static void teardown(void)
{
	sen_arena_free(arena);
}

static sen_date at(const char *text)
{
	sen_date day = sen_date_iso(text);

	ck_assert_int_ne(day, SEN_NO_DATE);
	return day;
}

/* An item of the policy from its JSON. */
static struct sen_policy_rule *item(const char *json)
{
	struct sen_policy_rule *rule = &rules[policy.rule_count++];
	struct sen_err err = {0};

	*rule = (struct sen_policy_rule){
		.section = "evidence", .code = "x", .name = "what is asked", .strength = "must", .cite = "7"};
	ck_assert_int_eq(sen_json_parse(arena, json, strlen(json), &rule->json, &err), 0);
	rule->strength = sen_json_text(sen_json_get(rule->json, "strength"));
	rule->condition = sen_json_text(sen_json_get(rule->json, "condition"));
	return rule;
}

static const struct sen_evidence_line *judged(const char *funding)
{
	static struct sen_evidence out;

	sen_evidence_judge(&facts, &policy, &law, funding, &out);
	ck_assert_uint_gt(out.count, 0);
	return &out.items[0];
}

static void check(const char *state, const char *found)
{
	const struct sen_evidence_line *line = judged(NULL);

	ck_assert_str_eq(sen_evidence_word(line->state), state);
	ck_assert_str_eq(line->found, found);
	ck_assert((line->fix != NULL) ==
		  (line->state == SEN_EVIDENCE_OLD || line->state == SEN_EVIDENCE_MISSING));
}

START_TEST(test_age)
{
	static const struct {
		const char *given, *today, *old_after, *state, *old_on;
	} rows[] = {
		/* Twelve months to the day is not old yet. */
		{"2025-11-22", "2026-11-22", "{\"kind\":\"months\",\"n\":12}", "found", "2026-11-23"},
		{"2025-11-21", "2026-11-22", "{\"kind\":\"months\",\"n\":12}", "old", "2026-11-22"},
		{"2024-02-29", "2025-02-28", "{\"kind\":\"months\",\"n\":12}", "found", "2025-03-01"},
		{"2024-02-29", "2025-03-01", "{\"kind\":\"months\",\"n\":12}", "old", "2025-03-01"},
		{"2025-08-31", "2026-02-28", "{\"kind\":\"months\",\"n\":6}", "found", "2026-03-01"},
		{"2026-11-08", "2026-11-22", "{\"kind\":\"weeks\",\"n\":2}", "found", "2026-11-23"},
		{"2026-11-07", "2026-11-22", "{\"kind\":\"weeks\",\"n\":2}", "old", "2026-11-22"},
		{"2026-11-12", "2026-11-22", "{\"kind\":\"days\",\"n\":10}", "found", "2026-11-23"},
		{"2026-11-11", "2026-11-22", "{\"kind\":\"days\",\"n\":10}", "old", "2026-11-22"},
		/* No number, another kind: never old. */
		{"2001-01-01", "2026-11-22", "{\"kind\":\"months\"}", "found", NULL},
		{"2001-01-01", "2026-11-22", "{\"kind\":\"term\"}", "found", NULL},
		{"2026-11-22", "2026-11-22", "{\"kind\":\"days\",\"n\":0}", "found", "2026-11-23"},
		/* Said on a day to come: not said. */
		{"2026-11-23", "2026-11-22", "{\"kind\":\"days\",\"n\":1}", "missing", NULL},
	};

	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		struct sen_voice voice = {.head.id = 3, .audience = "parent", .given_on = at(rows[i].given)};
		const struct sen_evidence_line *line;

		policy.rule_count = 0;
		item(sen_format(
			arena,
			"{\"strength\":\"must\",\"proof\":[\"voice\"],\"of\":[\"parent\"],\"old_after\":%s}",
			rows[i].old_after));
		facts.today = at(rows[i].today);
		facts.voices = &voice;
		facts.voice_count = 1;
		line = judged(NULL);
		ck_assert_msg(strcmp(sen_evidence_word(line->state), rows[i].state) == 0, "row %zu: %s", i,
			      sen_evidence_word(line->state));
		ck_assert_msg(line->old_on == (rows[i].old_on ? at(rows[i].old_on) : SEN_NO_DATE), "row %zu",
			      i);
	}
}
END_TEST

START_TEST(test_views)
{
	struct sen_voice voices[2] = {{.head.id = 1, .audience = "parent", .given_on = at("2026-10-01")},
				      {.head.id = 2, .audience = "pupil", .given_on = at("2026-09-01")}};
	struct sen_review reviews[2] = {
		{.head.id = 5,
		 .kind = "termly",
		 .held_on = at("2026-11-01"),
		 .parent_voice = "x",
		 .pupil_voice = "y"},
		{.head.id = 6, .kind = "termly", .held_on = SEN_NO_DATE, .pupil_voice = "y"}};
	struct sen_plan plans[2] = {{.head.id = 7,
				     .kind = "k",
				     .made_on = at("2026-08-01"),
				     .agreed_on = SEN_NO_DATE,
				     .parent_voice = "x",
				     .parent_voice_on = SEN_NO_DATE,
				     .pupil_voice_on = SEN_NO_DATE},
				    {.head.id = 8,
				     .kind = "k",
				     .made_on = at("2026-08-01"),
				     .agreed_on = SEN_NO_DATE,
				     .pupil_voice = "x",
				     .parent_voice_on = SEN_NO_DATE,
				     .pupil_voice_on = at("2026-12-01")}};

	item("{\"strength\":\"where\",\"proof\":[\"voice\"]}");
	/* Views are never "not needed". */
	check("missing", "parents: none; child: none");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl voice add --audience parent --pupil P12 --words TEXT");
	facts.voices = voices;
	facts.voice_count = 1;
	check("missing", "parents: once, on 1 Oct 2026; child: none");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl voice add --audience pupil --pupil P12 --words TEXT");
	facts.voice_count = 2;
	check("found", "parents: once, on 1 Oct 2026; child: once, on 1 Sep 2026");
	ck_assert_int_eq(judged(NULL)->newest_on, at("2026-09-01")); /* the older of the two */
	facts.reviews = reviews;
	facts.review_count = 2;
	facts.book.plans = plans;
	facts.book.plan_count = 2;
	check("found", "parents: 3 times, the last on 1 Nov 2026; child: 2 times, the last on 1 Nov 2026");
	ck_assert_str_eq(judged(NULL)->records, "PL7 R5 V1 R5 V2");
	ck_assert_int_eq(judged(NULL)->count, 5);
}
END_TEST

START_TEST(test_plans)
{
	struct sen_plan plans[3] = {
		{.head.id = 1, .kind = "k", .cycle = 1, .agreed_on = SEN_NO_DATE, .closed_on = SEN_NO_DATE},
		{.head.id = 2, .kind = "k", .cycle = 1, .agreed_on = at("2026-10-01"), .replaces_id = 1},
		{.head.id = 3,
		 .kind = "k",
		 .cycle = 2,
		 .agreed_on = at("2026-11-22"),
		 .closed_on = SEN_NO_DATE}};
	struct sen_target target = {.head.id = 4, .plan_id = 3, .before_id = SEN_NO_INT};
	const char *plan_add = "sendctl plan add P12";

	item("{\"strength\":\"may\",\"proof\":[\"plan\"]}");
	check("not-needed", "no plan");
	rules[0].strength = "must";
	check("missing", "no plan");
	ck_assert_str_eq(judged(NULL)->fix, plan_add);
	facts.book.plans = plans;
	facts.book.plan_count = 1;
	check("missing", "no plan is agreed: a draft waits");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl plan agree PL1 --by NAME");
	plans[0].agreed_on = at("2026-09-01");
	facts.book.plan_count = 2; /* two versions of one cycle */
	check("missing", "2 plans in 1 cycle; 2 cycles or more are looked for");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl plan renew P12");
	facts.book.plan_count = 3;
	facts.book.targets = &target;
	facts.book.target_count = 1;
	check("found", "3 plans in 2 cycles; 1 target, 0 with a result");
	target.plan_id = 1; /* a version that was replaced is not counted twice */
	check("found", "3 plans in 2 cycles");
	plans[2].agreed_on = at("2026-11-23");
	check("missing", "2 plans in 1 cycle; 2 cycles or more are looked for");
	policy.rule_count = 0;
	item("{\"strength\":\"must\",\"proof\":[\"plan\"],\"least\":1}");
	check("found", "2 plans in 1 cycle");
}
END_TEST

START_TEST(test_reviews)
{
	struct sen_review reviews[4] = {
		{.head.id = 1, .kind = "monitoring", .held_on = at("2026-10-01")},
		{.head.id = 2, .kind = "termly", .held_on = at("2026-10-01"), .decision = "continue"},
		{.head.id = 3, .kind = "termly", .held_on = SEN_NO_DATE},
		{.head.id = 4, .kind = "parents", .held_on = at("2026-11-22")}};

	item("{\"strength\":\"must\",\"proof\":[\"review\"]}");
	check("missing", "no review was held");
	facts.reviews = reviews;
	facts.review_count = 1;
	check("missing", "no review was held");
	facts.review_count = 3;
	check("missing", "1 review, 1 with a decision; 2 or more are looked for");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl review record R3 --came NAME --decision WORD");
	facts.review_count = 4;
	check("found", "2 reviews, 1 with a decision");
	facts.reviews = &reviews[2];
	facts.review_count = 1;
	check("missing", "no review was held: one is planned");
}
END_TEST

START_TEST(test_provision)
{
	struct sen_evidence_given given[3] = {{.member = {.provision_id = 1,
							  .from_on = at("2026-09-01"),
							  .until_on = at("2026-10-01"),
							  .exit_on = SEN_NO_DATE},
					       .evaluated = true},
					      {.member = {.provision_id = 1,
							  .from_on = at("2026-10-05"),
							  .until_on = SEN_NO_DATE,
							  .exit_on = SEN_NO_DATE,
							  .entry = "3",
							  .exit = "9"}},
					      {.member = {.provision_id = 2,
							  .from_on = at("2026-12-01"),
							  .until_on = SEN_NO_DATE,
							  .exit_on = SEN_NO_DATE}}};

	item("{\"strength\":\"must\",\"proof\":[\"provision\",\"cost\"]}");
	check("missing", "no provision; no provision to cost");
	facts.given = given;
	facts.given_count = 3;
	check("missing",
	      "1 provision since 1 Sep 2026, 1 evaluated; 0 of 0 sessions held; no session was planned "
	      "to date: there is nothing to cost");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl report provision P12 --costs");
	ck_assert_int_eq(judged(NULL)->newest_on, at("2026-09-30"));
	facts.planned = 2;
	facts.held = 1;
	facts.unpriced = 30;
	facts.unpriced_fix = "sendctl rate add";
	check("missing",
	      "1 provision since 1 Sep 2026, 1 evaluated; 1 of 2 sessions held; the cost of 30 minutes "
	      "is not known; the cost of 30 minutes is not known");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl rate add");
	facts.unpriced = 0;
	facts.pence_planned = 1450;
	facts.pence_held = 725;
	check("found",
	      "1 provision since 1 Sep 2026, 1 evaluated; 1 of 2 sessions held; £7.25 given of £14.50 "
	      "planned to date; £7.25 given of £14.50 planned to date");
	policy.rule_count = 0;
	item("{\"strength\":\"must\",\"proof\":[\"session\"]}");
	check("found", "1 session held");
	policy.rule_count = 0;
	item("{\"strength\":\"must\",\"proof\":[\"assessment\"]}");
	check("found", "no assessment is kept; 1 measure at the start and end of a provision");
}
END_TEST

START_TEST(test_papers)
{
	const char *scales[] = {"boxall profile"};
	struct sen_document document = {
		.head.id = 1, .kind = "other", .title = "The Boxall Profile", .made_on = at("2026-11-22")};
	struct sen_attachment paper = {.head.id = 2, .title = "Latest news", .attached_on = at("2026-11-22")};
	struct sen_medical medical = {.head.id = 3, .from_on = at("2026-01-01")};
	struct sen_progress mark = {.result = "met", .marked_on = at("2026-11-22")};

	item("{\"strength\":\"must\",\"proof\":[\"assessment\"]}");
	facts.documents = &document;
	facts.document_count = 1;
	facts.attachments = &paper;
	facts.attachment_count = 1;
	check("missing", "no assessment is kept");
	facts.book.marks = &mark;
	facts.book.mark_count = 1;
	check("missing", "no assessment is kept; 1 result of a target");
	facts.scales = scales;
	facts.scale_count = 1;
	check("found", "1 assessment kept; 1 result of a target");
	paper.filename = "phonics.pdf";
	check("found", "1 assessment kept; 1 result of a target");
	ck_assert_str_eq(judged(NULL)->records, "AT2");
	paper.attached_on = at("2026-11-23");
	ck_assert_str_eq(judged(NULL)->records, "D1");
	paper.attached_on = at("2026-11-22");

	policy.rule_count = 0; /* papers on health stand in for each other, and are looked for once */
	item("{\"strength\":\"where\",\"proof\":[\"document\",\"medical\",\"attachment\"]}");
	check("not-needed", "nothing about health");
	paper.title = "From the paediatrician";
	check("found", "1 paper about health");
	facts.medical = &medical;
	facts.medical_count = 1;
	check("found", "1 line on the medical register; 1 paper about health");
	ck_assert_int_eq(judged(NULL)->count, 2);
	ck_assert_ptr_null(judged(NULL)->cite ? NULL : "no cite");
}
END_TEST

START_TEST(test_referrals)
{
	struct sen_agency agencies[3] = {{.name = "Educational Psychology"},
					 {.name = "Speech and language"},
					 {.name = "Family support", .professional = "social worker"}};
	struct sen_referral referrals[3] = {{.head.id = 1, .agency_id = 1},
					    {.head.id = 2, .agency_id = 2},
					    {.head.id = 3, .agency_id = 3}};

	for (size_t i = 0; i < 3; i++)
		referrals[i].report_on = referrals[i].seen_on = referrals[i].closed_on = SEN_NO_DATE;
	item("{\"strength\":\"must\",\"condition\":\"where there was any\",\"proof\":[\"referral\"]}");
	check("not-needed", "none");
	facts.referrals = referrals;
	facts.agencies = agencies;
	facts.referral_count = 1;
	check("missing", "Educational Psychology: no report yet (RF1)");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl referral mark RF1 --report DATE --advice @FILE");
	referrals[0].closed_on = at("2026-11-01"); /* it came to nothing */
	check("not-needed", "none");
	referrals[0].report_on = at("2026-11-23");
	check("not-needed", "none");
	referrals[0].report_on = at("2026-11-22");
	check("found", "Educational Psychology reported");

	policy.rule_count = 0;
	item("{\"strength\":\"must\",\"proof\":[\"referral\"],\"least\":2}");
	check("missing", "Educational Psychology reported; 2 agencies or more are looked for");
	ck_assert_str_eq(judged(NULL)->fix, "sendctl referral add P12 --agency NAME --reason TEXT");
	referrals[1].agency_id = 1; /* the same agency twice is one */
	referrals[1].seen_on = at("2026-10-01");
	facts.referral_count = 2;
	check("missing",
	      "Educational Psychology reported; Speech and language saw the child; 2 agencies or more "
	      "are looked for");
	referrals[1].agency_id = 2;
	check("found", "Educational Psychology reported; Speech and language saw the child");

	policy.rule_count = 0; /* by a word of the agency, here in what its people are called */
	item("{\"strength\":\"must\",\"proof\":[\"referral\"],\"of\":[\"social\",\"welfare\"]}");
	check("missing", "none");
	facts.referral_count = 3;
	check("missing", "Family support: no report yet (RF3)");
	referrals[2].report_on = at("2026-11-01");
	check("found", "Family support reported");
}
END_TEST

START_TEST(test_needs_and_the_rest)
{
	struct sen_need needs[3] = {
		{.head.id = 1, .type = "SPLD", .rank = 2, .from_on = SEN_NO_DATE, .until_on = SEN_NO_DATE},
		{.head.id = 2,
		 .type = "SLCN",
		 .rank = 1,
		 .from_on = at("2026-11-22"),
		 .until_on = SEN_NO_DATE,
		 .specialist = "SLT"},
		{.head.id = 3,
		 .type = "MLD",
		 .rank = 1,
		 .from_on = at("2026-01-01"),
		 .until_on = at("2026-11-22")}};
	struct sen_profile profile = {.head.id = 1, .made_on = at("2026-11-22")};
	struct sen_concern concern = {.head.id = 1, .opened_on = at("2026-11-22")};
	struct sen_register_entry entry = {.head.id = 1, .kind = "register", .from_on = at("2026-11-22")};
	static const char *const kinds[] = {"need",	   "profile",	 "concern", "register",
					    "observation", "chronology", "consent"};

	for (size_t i = 0; i < SEN_COUNT(kinds); i++) {
		policy.rule_count = 0;
		item(sen_format(arena, "{\"strength\":\"must\",\"proof\":[\"%s\"]}", kinds[i]));
		ck_assert_int_eq(judged(NULL)->state, SEN_EVIDENCE_MISSING);
	}
	facts.needs = needs;
	facts.need_count = 3;
	facts.profiles = &profile;
	facts.concerns = &concern;
	facts.levels = &entry;
	facts.profile_count = facts.concern_count = facts.level_count = 1;
	for (size_t i = 0; i < SEN_COUNT(kinds) - 1; i++) {
		policy.rule_count = 0;
		item(sen_format(arena, "{\"strength\":\"must\",\"proof\":[\"%s\"]}", kinds[i]));
		ck_assert_int_eq(judged(NULL)->state, SEN_EVIDENCE_FOUND);
	}
	entry.kind = "none";
	policy.rule_count = 0;
	item("{\"strength\":\"must\",\"proof\":[\"register\"]}");
	check("missing", "none");
	policy.rule_count = 0;
	item("{\"strength\":\"must\",\"proof\":[\"need\"]}");
	check("found", "SLCN, assessed by SLT; SPLD");
	policy.rule_count = 0; /* what no record shows is not found by itself */
	item("{\"strength\":\"must\",\"proof\":[]}");
	ck_assert_int_eq(judged(NULL)->state, SEN_EVIDENCE_MISSING);
	ck_assert_str_eq(judged(NULL)->found, "no record shows it: see to it yourself");
}
END_TEST

START_TEST(test_agreement)
{
	struct sen_law_item asked = {.list = "evidence",
				     .code = "agreement",
				     .name = "agreement",
				     .extra = "consent",
				     .cite = "Code 9.8",
				     .confidence = "general"};
	struct sen_consent consent = {.head.id = 4,
				      .purpose = "ehc-request",
				      .given_by = "Ewa",
				      .from_on = at("2026-11-22"),
				      .expires_on = SEN_NO_DATE,
				      .withdrawn_on = SEN_NO_DATE};
	struct sen_ehc ehc = {.source = "parent", .ended_on = SEN_NO_DATE};

	law.items = &asked;
	law.item_count = 1;
	check("missing", "no agreement is recorded");
	ck_assert_str_eq(judged(NULL)->item, "code-agreement");
	ck_assert_str_eq(judged(NULL)->confidence, "general");
	facts.consents = &consent;
	facts.consent_count = 1;
	check("found", "given by Ewa on 22 Nov 2026");
	consent.from_on = at("2026-11-23");
	check("missing", "no agreement is recorded");
	consent.from_on = at("2026-11-01");
	consent.expires_on = at("2026-11-22"); /* the first day it holds no more */
	check("missing", "CN4 holds no more");
	consent.expires_on = at("2026-11-23");
	consent.withdrawn_on = at("2026-11-22");
	check("missing", "CN4 holds no more");
	facts.ehcs = &ehc;
	facts.ehc_count = 1;
	check("not-needed", "the parents asked themselves");
	ehc.source = "young-person";
	check("not-needed", "the parents asked themselves");
	ehc.source = "school";
	check("missing", "CN4 holds no more");
	ehc.source = "parent";
	ehc.ended_on = at("2026-11-01");
	check("missing", "CN4 holds no more");
	asked.extra = "nothing we know";
	ck_assert_str_eq(judged(NULL)->found, "no record shows it: see to it yourself");
}
END_TEST

START_TEST(test_funding)
{
	static struct sen_evidence out;
	struct sen_policy_rule *rule;

	item("{\"strength\":\"must\",\"proof\":[\"plan\"]}")->code = "rest";
	item("{\"strength\":\"must\",\"proof\":[\"referral\"],\"for\":[\"sspp\"]}")->code = "own";
	rule = &rules[policy.rule_count++];
	*rule = (struct sen_policy_rule){.section = "funding", .code = "sspp", .name = "an SSPP"};
	rule = &rules[policy.rule_count++];
	*rule = (struct sen_policy_rule){
		.section = "consent", .code = "sspp", .name = "agreement", .cite = "7"};
	sen_evidence_judge(&facts, &policy, &law, "sspp", &out);
	ck_assert_uint_eq(out.count, 3);
	ck_assert_str_eq(out.items[0].item, "own");
	ck_assert_str_eq(out.items[1].item, "rest");
	ck_assert_str_eq(out.items[2].item, "agreement");
	ck_assert_str_eq(out.items[2].cite, "p 7");
	ck_assert_uint_eq(out.missing, 3);
	ck_assert_str_eq(out.funding_name, "an SSPP");
	sen_evidence_judge(&facts, &policy, &law, "other", &out);
	ck_assert_uint_eq(out.count, 1);
	ck_assert_ptr_nonnull(strstr(out.notes[0], "no list for other"));
	sen_evidence_judge(&facts, &policy, &law, "EHC", &out); /* the plan's own money */
	ck_assert_ptr_null(out.funding);
	ck_assert_uint_eq(out.count, 1);
	ck_assert_ptr_eq(out.notes[0], sen_evidence_test);
	policy.rule_count = 0;
	sen_evidence_judge(&facts, &policy, &law, NULL, &out);
	ck_assert_uint_eq(out.count, 0);
	ck_assert_str_eq(out.notes[1], "The policy in force has no list of its own.");
}
END_TEST

Suite *suite_evidence(void)
{
	Suite *suite = suite_create("evidence");
	TCase *tc = tcase_create("judge");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, test_age);
	tcase_add_test(tc, test_views);
	tcase_add_test(tc, test_plans);
	tcase_add_test(tc, test_reviews);
	tcase_add_test(tc, test_provision);
	tcase_add_test(tc, test_papers);
	tcase_add_test(tc, test_referrals);
	tcase_add_test(tc, test_needs_and_the_rest);
	tcase_add_test(tc, test_agreement);
	tcase_add_test(tc, test_funding);
	suite_add_tcase(suite, tc);
	return suite;
}

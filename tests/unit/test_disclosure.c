/* The wall of regulation 17: every kind of recipient, consent, grounds, refusals (R68). */
#include "unit/children.h"

#include "rules/policy_shape.h"

#include <sen/agency.h>
#include <sen/disclosure.h>

static int64_t zoe;

static int64_t contact(const char *name, const char *relation, int64_t responsibility, int64_t no_letters)
{
	struct sen_contact *record = sen_record_new(records_arena, &sen_contact_record);
	struct sen_pupil_contact *link = sen_record_new(records_arena, &sen_pupil_contact_record);

	record->name = name;
	record->title = "Mrs";
	ok(sen_record_insert(children_store, &sen_contact_record, record, &records_err));
	link->pupil_id = zoe;
	link->contact_id = record->head.id;
	link->relation = relation;
	link->responsibility = responsibility;
	link->no_letters = no_letters;
	ok(sen_record_insert(children_store, &sen_pupil_contact_record, link, &records_err));
	return record->head.id;
}

static int64_t consent(const char *purpose, const char *from, const char *expires, const char *withdrawn)
{
	struct sen_consent *record = sen_record_new(records_arena, &sen_consent_record);

	record->pupil_id = zoe;
	record->purpose = purpose;
	record->given_by = "Ewa Nowak";
	record->from_on = day(from);
	record->expires_on = expires ? day(expires) : SEN_NO_DATE;
	record->withdrawn_on = withdrawn ? day(withdrawn) : SEN_NO_DATE;
	ok(sen_record_insert(children_store, &sen_consent_record, record, &records_err));
	return record->head.id;
}

/* A final plan that names Oak Lodge, maintained by Kent County Council. */
static int64_t plan(const char *authority)
{
	struct sen_ehc *ehc = sen_record_new(records_arena, &sen_ehc_record);
	struct sen_milestone *made = sen_record_new(records_arena, &sen_milestone_record);
	struct sen_ehc_item *named = sen_record_new(records_arena, &sen_ehc_item_record);

	ehc->pupil_id = zoe;
	ehc->opened_on = day("2026-01-05");
	ehc->authority = authority;
	ok(sen_record_insert(children_store, &sen_ehc_record, ehc, &records_err));
	made->pupil_id = zoe;
	made->ehc_id = ehc->head.id;
	made->event = "final-plan";
	made->happened_on = day("2026-05-20");
	ok(sen_milestone_add(children_store, made, &records_err));
	named->pupil_id = zoe;
	named->ehc_id = ehc->head.id;
	named->section = "I";
	named->number = 1;
	named->since = 1;
	named->words = "Oak Lodge Primary School, a mainstream school";
	ok(sen_record_insert(children_store, &sen_ehc_item_record, named, &records_err));
	return ehc->head.id;
}

static void setup(void)
{
	records_err = (struct sen_err){0};
	children_setup();
	zoe = child("Zoe", "Nowak", "3B");
}

static struct sen_leaving to(const char *who, const char *organisation, const char *ground)
{
	records_err = (struct sen_err){0};
	return (struct sen_leaving){.pupil_id = zoe,
				    .who = who,
				    .organisation = organisation,
				    .ground = ground,
				    .why = "asked",
				    .on = SEN_NO_DATE};
}

static void goes(const char *who, const char *organisation, const char *ground, const char *as)
{
	struct sen_leaving leaving = to(who, organisation, ground);
	struct sen_disclosure out;

	ok(sen_disclosure_may(children_store, &leaving, &out, &records_err));
	ck_assert_msg(strcmp(out.ground, as) == 0, "to %s: %s", who, out.ground);
}

static void stays(const char *who, const char *organisation, const char *ground, const char *word)
{
	struct sen_leaving leaving = to(who, organisation, ground);
	struct sen_disclosure out;

	fails(sen_disclosure_may(children_store, &leaving, &out, &records_err), SEN_INVALID, word);
}

/* With no ground typed the one it goes to tells. */
START_TEST(test_rights)
{
	plan("Kent County Council");
	contact("Ewa Nowak", "PAM", 1, SEN_NO_INT);
	contact("Jan Nowak", "PAF", SEN_NO_INT, SEN_NO_INT);
	goes("Ewa Nowak", NULL, NULL, "parent");
	goes("Mrs Ewa Nowak", NULL, "parent", "parent");
	goes("jan nowak", NULL, NULL, "parent");
	goes("Zoe Nowak", NULL, NULL, "child");
	goes("Mr Hale", "Kent County Council", NULL, "authority");
	goes("Kent", NULL, NULL, "authority");
	goes("the local authority", NULL, "authority", "authority");
	goes("Mr Hale", "kent county council, SEND team", NULL, "authority");
	goes("Ms Lee", "Oak Lodge Primary", NULL, "named");
	goes("Oak Lodge Primary School", NULL, "named", "named");
}
END_TEST

START_TEST(test_no_right)
{
	plan("Kent County Council");
	contact("Old Nowak", "PAF", 0, SEN_NO_INT);
	contact("Far Nowak", "PAF", 1, 1);
	contact("Sam Reed", "SWR", SEN_NO_INT, SEN_NO_INT);
	stays("Old Nowak", NULL, NULL, "no parental responsibility");
	stays("Far Nowak", NULL, "parent", "not to be written to");
	stays("Sam Reed", NULL, NULL, "no parental responsibility");
	stays("Ms Khan", NULL, NULL, "no consent");
	stays("Ms Khan", "Hill Top Primary", "named", "not on record");
	stays("Oak", NULL, "named", "not on record"); /* a word of a name is not the name */
	stays("Ms Khan", "Essex", "authority", "not on record");
	stays("Zoe Nowak", NULL, "young-person", "not on record");
	stays("Ms Khan", NULL, "child", "not on record");
	/* Whole words of a name, and something that is a name at all. */
	stays("Oak Lodge Prim", NULL, "named", "not on record");
	stays("odge Primary School", NULL, "named", "not on record");
	stays("Mr Hale", "Kentish Schools", "authority", "not on record");
	stays("Mr Hale", "Ken", "authority", "not on record");
	stays("--", "--", "authority", "not on record");
}
END_TEST

/* The setting of an older version, or of one that is only drafted, has no right to it. */
START_TEST(test_named_now)
{
	struct sen_milestone *made = sen_record_new(records_arena, &sen_milestone_record);
	struct sen_ehc_item *named = sen_record_new(records_arena, &sen_ehc_item_record), *old;
	int64_t ehc = plan("Kent County Council");
	size_t count;

	ok(sen_record_of_pupil(children_store, &sen_ehc_item_record, zoe, (void **)&old, &count,
			       &records_err));
	old[0].until = 2;
	ok(sen_record_update(children_store, &sen_ehc_item_record, &old[0], &records_err));
	named->pupil_id = zoe;
	named->ehc_id = ehc;
	named->section = "I";
	named->number = 2;
	named->since = 2;
	named->words = "Hill Top Primary School";
	ok(sen_record_insert(children_store, &sen_ehc_item_record, named, &records_err));
	goes("Ms Lee", "Oak Lodge Primary", NULL, "named");
	stays("Ms Khan", "Hill Top Primary", "named", "not on record");
	made->pupil_id = zoe;
	made->ehc_id = ehc;
	made->event = "amended-final";
	made->happened_on = day("2026-09-01");
	ok(sen_milestone_add(children_store, made, &records_err));
	stays("Ms Lee", "Oak Lodge Primary", "named", "not on record");
	goes("Ms Khan", "Hill Top Primary", NULL, "named");
}
END_TEST

/* On the case no authority is named: it is the school's own. */
START_TEST(test_own_authority)
{
	struct sen_school school;

	plan(NULL);
	stays("Kent County Council", NULL, "authority", "not on record");
	ok(sen_record_get(children_store, &sen_school_record, child_get(zoe)->head.school_id, &school,
			  (records_err = (struct sen_err){0}, &records_err)));
	school.la = "Kent County Council";
	ok(sen_record_update(children_store, &sen_school_record, &school, &records_err));
	goes("Mr Lee", "Kent County Council", NULL, "authority");
	stays("Essex", NULL, "authority", "not on record");
}
END_TEST

/* Over compulsory school age: from the day after the last Friday in June. */
START_TEST(test_young_person)
{
	struct sen_pupil *pupil = child_get(zoe);

	plan("Kent County Council");
	pupil->dob = day("2010-03-01"); /* 16 in the school year that ends in June 2026 */
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
	goes("Zoe Nowak", NULL, NULL, "young-person");
	pupil->dob = day("2010-09-01");
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
	goes("Zoe Nowak", NULL, NULL, "child");
	/* As the child is called; of whom no age is known it is a child. */
	pupil->dob = SEN_NO_DATE;
	pupil->preferred_forename = "Zosia";
	pupil->preferred_surname = "Lis";
	ok(sen_record_update(children_store, &sen_pupil_record, pupil, &records_err));
	goes("zosia lis", NULL, NULL, "child");
	goes("Zoe Nowak", NULL, NULL, "child");
}
END_TEST

START_TEST(test_consent)
{
	struct sen_leaving leaving = to("Ms Khan", "Hill Top Primary", NULL);
	struct sen_disclosure out;
	int64_t id;

	plan("Kent County Council");
	stays("Ms Khan", NULL, "consent", "no consent");
	consent("agreement", "2026-01-01", NULL, NULL);
	consent("sharing", "2025-01-01", "2026-01-01", NULL);
	consent("disclosure", "2026-01-01", NULL, "2026-06-01");
	consent("disclosure", "2026-12-01", NULL, NULL);
	stays("Ms Khan", NULL, "consent", "no consent");
	id = consent("sharing", "2026-11-01", NULL, NULL);
	records_err = (struct sen_err){0};
	ok(sen_disclosure_may(children_store, &leaving, &out, &records_err));
	ck_assert_str_eq(out.ground, "consent");
	ck_assert_int_eq(out.consent_id, id);
	ck_assert_int_eq(out.version, 1);
	ck_assert_ptr_nonnull(strstr(sen_disclosure_words(children_store, &out), "Ewa Nowak"));
	leaving.on = day("2026-10-31"); /* the day before */
	records_err = (struct sen_err){0};
	fails(sen_disclosure_may(children_store, &leaving, &out, &records_err), SEN_INVALID, "no consent");
}
END_TEST

START_TEST(test_grounds)
{
	plan("Kent County Council");
	goes("Ms Khan", NULL, "ofsted", "ofsted");
	goes("Ms Khan", NULL, "OFSTED", "ofsted");
	goes("Ms Khan", NULL, "interests", "interests");
	stays("Ms Khan", NULL, "ofstad", "no ground 'ofstad'");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "'ofsted'"));
	stays("Ms Khan", NULL, "because", "no ground 'because'");
}
END_TEST

/* The policy's own words: one ground, several, none that stands. */
START_TEST(test_policy_words)
{
	struct sen_leaving leaving = to("Ms Khan", NULL, "allowance");
	struct sen_disclosure out;

	ok(sen_policy_use(children_store, "waves", day("2026-11-22"), NULL, 0, NULL, &records_err));
	plan("Kent County Council");
	ok(sen_disclosure_may(children_store, &leaving, &out, &records_err));
	ck_assert_str_eq(out.ground, "students-allowance");
	ck_assert_str_eq(out.policy_ground, "allowance");
	leaving.ground = "children-act";
	ok(sen_disclosure_may(children_store, &leaving, &out, &records_err));
	ck_assert_str_eq(out.policy_ground, "acts");
	leaving.ground = "higher-education"; /* the policy's word for it is out of date */
	ok(sen_disclosure_may(children_store, &leaving, &out, &records_err));
	ck_assert_ptr_null(out.policy_ground);
	stays("Ms Khan", NULL, "acts", "several grounds");
	stays("Ms Khan", NULL, "next-phase", "higher education only");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "by consent"));
}
END_TEST

/* Kept with it, in the same transaction; what for is asked where it goes to one
 * without a right to it. */
START_TEST(test_gate)
{
	struct sen_leaving leaving = to("Ms Khan", NULL, "ofsted");
	struct sen_disclosure out;
	int64_t ehc = plan("Kent County Council");

	ok(sen_disclosure_gate(children_store, &leaving, &out, &records_err));
	ck_assert_int_eq(out.ehc_id, ehc);
	ck_assert_int_eq(children_number("SELECT count(*) FROM disclosure WHERE ground = 'ofsted'"), 1);
	leaving.why = NULL;
	fails(sen_disclosure_gate(children_store, &leaving, &out, &records_err), SEN_USAGE, "what is it for");
	leaving.who = NULL;
	records_err = (struct sen_err){0};
	fails(sen_disclosure_gate(children_store, &leaving, &out, &records_err), SEN_USAGE, "to whom");
	leaving = to(NULL, "Kent County Council", NULL);
	leaving.why = NULL;
	leaving.version = 1;
	ok(sen_disclosure_gate(children_store, &leaving, &out, &records_err));
	ck_assert_str_eq(out.who, "Kent County Council");
	ck_assert_ptr_nonnull(strstr(out.why, "local authority"));
	ck_assert_ptr_nonnull(strstr(sen_disclosure_words(children_store, &out), "CFA 2014 s.37"));
	ck_assert_int_eq(children_number("SELECT count(*) FROM disclosure"), 2);
	leaving.pupil_id = 999;
	records_err = (struct sen_err){0};
	fails(sen_disclosure_gate(children_store, &leaving, &out, &records_err), SEN_NOTFOUND, "P999");
}
END_TEST

/* A child without a case, and one whose request came to nothing. */
START_TEST(test_guarded)
{
	struct sen_leaving leaving = to("Ms Khan", NULL, "ofsted");
	struct sen_disclosure out;
	struct sen_ehc *ehc = sen_record_new(records_arena, &sen_ehc_record), found;

	ok(sen_disclosure_guarded(children_store, zoe, &found, &records_err));
	ck_assert_int_eq(found.head.id, 0);
	ok(sen_disclosure_may(children_store, &leaving, &out, &records_err));
	ck_assert(out.ehc_id == SEN_NO_INT && out.version == SEN_NO_INT);
	ehc->pupil_id = zoe;
	ehc->opened_on = day("2026-01-05");
	ehc->source = "school";
	ok(sen_record_insert(children_store, &sen_ehc_record, ehc, &records_err));
	ok(sen_disclosure_guarded(children_store, zoe, &found, &records_err));
	ck_assert_int_eq(found.head.id, ehc->head.id);
	ehc->ended_on = day("2026-02-05");
	ehc->ended_as = "refused";
	ok(sen_record_update(children_store, &sen_ehc_record, ehc, &records_err));
	ok(sen_disclosure_guarded(children_store, zoe, &found, &records_err));
	ck_assert_int_eq(found.head.id, 0);
	ehc->ended_as = "withdrawn";
	ok(sen_record_update(children_store, &sen_ehc_record, ehc, &records_err));
	ok(sen_disclosure_guarded(children_store, zoe, &found, &records_err));
	ck_assert_int_eq(found.head.id, 0);
	ehc->ended_as = "no-plan";
	ok(sen_record_update(children_store, &sen_ehc_record, ehc, &records_err));
	ok(sen_disclosure_guarded(children_store, zoe, &found, &records_err));
	ck_assert_int_eq(found.head.id, 0);
	/* A plan that ended is a plan. */
	ehc->ended_as = "ceased";
	ok(sen_record_update(children_store, &sen_ehc_record, ehc, &records_err));
	ok(sen_disclosure_guarded(children_store, zoe, &found, &records_err));
	ck_assert_int_eq(found.head.id, ehc->head.id);
}
END_TEST

/* ---- The lists of law.json ---- */

/* Every item has a name, a mark of confidence, and a source unless it is a judgement. */
START_TEST(test_lists_have_their_source)
{
	static const char *const lists[] = {"invite",	"ground", "right", "advice",
					    "evidence", "cease",  "vague", "appeal"};
	const struct sen_law *law;
	size_t all = 0;

	ok(sen_law_shipped(records_arena, &law, &records_err));
	for (size_t l = 0; l < SEN_COUNT(lists); l++) {
		size_t count;
		const struct sen_law_item *items = sen_law_list_of(law, lists[l], &count);

		ck_assert_msg(count > 0, "%s is empty", lists[l]);
		all += count;
		for (size_t i = 0; i < count; i++) {
			bool judged = strcmp(items[i].confidence, "judgement") == 0;

			ck_assert_msg(judged || (items[i].cite && *items[i].cite), "%s:%s has no source",
				      lists[l], items[i].code);
			ck_assert_msg(items[i].name[strlen(items[i].name) - 1] != '.', "%s:%s ends in a stop",
				      lists[l], items[i].code);
			ck_assert_msg(sen_law_item(law, lists[l], items[i].code) == &items[i],
				      "%s:%s is there twice", lists[l], items[i].code);
		}
	}
	ck_assert_uint_eq(all, law->item_count);
}
END_TEST

/* What a policy may map its words to is the law's list, no more and no less. */
START_TEST(test_policies_know_every_ground)
{
	const struct shape_field *field = NULL;
	const struct sen_law *law;
	size_t count, words = 1;
	const struct sen_law_item *items;

	ok(sen_law_shipped(records_arena, &law, &records_err));
	items = sen_law_list_of(law, "ground", &count);
	for (size_t i = 0; i < policy_root_shape.count; i++)
		if (strcmp(policy_root_shape.fields[i].key, "disclosure") == 0)
			field = &policy_root_shape.fields[i].shape->fields[0];
	ck_assert_ptr_nonnull(field);
	for (const char *at = field->of; *at; at++)
		words += *at == '|';
	ck_assert_uint_eq(words, count);
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(strstr(field->of, items[i].code) != NULL, "no policy can name %s",
			      items[i].code);
}
END_TEST

Suite *suite_disclosure(void)
{
	Suite *suite = suite_create("disclosure");
	TCase *tc = tcase_create("wall");

	tcase_add_checked_fixture(tc, setup, children_teardown);
	tcase_add_test(tc, test_rights);
	tcase_add_test(tc, test_no_right);
	tcase_add_test(tc, test_named_now);
	tcase_add_test(tc, test_own_authority);
	tcase_add_test(tc, test_young_person);
	tcase_add_test(tc, test_consent);
	tcase_add_test(tc, test_grounds);
	tcase_add_test(tc, test_policy_words);
	tcase_add_test(tc, test_gate);
	tcase_add_test(tc, test_guarded);
	tcase_add_test(tc, test_lists_have_their_source);
	tcase_add_test(tc, test_policies_know_every_ground);
	suite_add_tcase(suite, tc);
	return suite;
}

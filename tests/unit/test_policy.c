/* Policy files: the five that ship, faults told by path, versions by date. */
#include "unit/records.h"

#include <sen/policy.h>

#include <string.h>

static const char *shipped(const char *name)
{
	for (size_t i = 0; i < sen_shipped_count; i++)
		if (strcmp(sen_shipped_policies[i].name, name) == 0)
			return sen_shipped_policies[i].json;
	ck_abort_msg("no policy '%s' ships", name);
	return NULL;
}

/* What each of the five says of a concern, and of an import. */
static const struct {
	const char *name;
	enum sen_limit_kind window;
	int n;
	enum sen_basis basis;
	const char *k, *monitored, *coordinator;
} five[] = {
	{"circle", SEN_LIMIT_DATE, 0, SEN_BASIS_POLICY, "SS", "CON", "SENCO"},
	{"stages", SEN_LIMIT_WEEKS, 6, SEN_BASIS_POLICY, "C", "A", "SENDCo"},
	{"support-plan", SEN_LIMIT_DATE, 0, SEN_BASIS_JUDGEMENT, "SS", "QFT", "SENCO"},
	{"trust", SEN_LIMIT_DATE, 0, SEN_BASIS_JUDGEMENT, "TGT", "MON", "SENDCo"},
	{"waves", SEN_LIMIT_TERM, 0, SEN_BASIS_JUDGEMENT, "W2", "W1", "SENCO"},
};

START_TEST(test_shipped)
{
	const struct sen_policy_rule *window;
	struct sen_policy *policy;
	struct sen_fault *faults;
	size_t count;

	ck_assert_uint_eq(sen_shipped_count, SEN_COUNT(five));
	ok(sen_policy_load(records_arena, five[_i].name, &policy, &faults, &count, &records_err));
	window = sen_policy_rule(policy, "concern-window", "window");
	ck_assert_ptr_nonnull(window);
	ck_assert_int_eq(window->limit.kind, five[_i].window);
	ck_assert_int_eq(window->limit.n, five[_i].n);
	ck_assert_int_eq(window->limit.basis, five[_i].basis);
	ck_assert_str_eq(policy->on_import_k, five[_i].k);
	ck_assert_str_eq(policy->on_import_m, five[_i].monitored);
	ck_assert(sen_policy_level(policy, five[_i].monitored)->monitored);
	ck_assert_str_eq(sen_policy_word(policy, "coordinator", "?"), five[_i].coordinator);
}
END_TEST

/* No report may cite a policy for what it does not say. */
START_TEST(test_judgements_cite_nothing)
{
	struct sen_policy *policy;
	struct sen_fault *faults;
	size_t count;

	ok(sen_policy_load(records_arena, five[_i].name, &policy, &faults, &count, &records_err));
	for (size_t i = 0; i < policy->rule_count; i++) {
		const struct sen_policy_rule *rule = &policy->rules[i];

		ck_assert_msg((rule->basis == SEN_BASIS_JUDGEMENT) == (rule->cite == NULL), "%s %s",
			      rule->section, rule->code);
		ck_assert(rule->limit.basis != SEN_BASIS_JUDGEMENT || !rule->limit.cite);
	}
}
END_TEST

/* The stages policy with one thing spoilt: the first `from` becomes `to`. */
static const struct {
	const char *from, *to, *path, *what;
} broken[] = {
	{"\"format\": 1,", "", "format", "missing"},
	{"\"format\": 1", "\"format\": 2", "format", "format 1"},
	{"\"format\": 1", "\"format\": \"1\"", "format", "not a whole number"},
	{"\"format\": 1,", "\"format\": 1", "(whole file)", ""},
	{"\"title\": \"Stages A to D\",", "", "title", "missing"},
	{"\"title\": \"Stages A to D\"", "\"title\": 7", "title", "not a text"},
	{"\"title\": \"Stages A to D\"", "\"title\": \"\"", "title", "empty"},
	{"\"about\"", "\"abuot\"", "abuot", "did you mean 'about'"},
	{"\"2025-09-01\"", "\"1 Sep 2025\"", "policy_date", "not a date"},
	{"\"2025-09-01\"", "\"2025-02-30\"", "policy_date", "not a date"},
	{"\"words\": [", "\"words\": {}, \"old_words\": [", "words", "not a list"},
	{"\"levels\": [", "\"levles\": [", "levels", "missing"},
	{"\"code\": \"A\",", "", "levels[0].code", "missing"},
	{"\"code\": \"A\"", "\"code\": \"Stage A\"", "levels[0].code", "one word"},
	{"\"code\": \"B\"", "\"code\": \"A\"", "levels[1].code", "used twice"},
	{"\"census\": \"K\"", "\"census\": \"X\"", "levels[2].census", "'X' is not one of N|K|E"},
	{"\"census\": \"K\"", "\"census\": \"N\"", "levels[2].census", "K or E, not N"},
	{"\"census\": \"N\", \"register\": \"no\"", "\"census\": \"K\", \"register\": \"no\"",
	 "levels[0].census", "off the register is N"},
	{"\"register\": \"may\"", "\"register\": \"maybe\"", "levels[1].register", "not one of no|may|yes"},
	{", \"register_census\": \"K\"", "", "levels[1].register_census", "missing"},
	{"\"register\": \"no\",", "\"register\": \"no\", \"register_census\": \"K\",",
	 "levels[0].register_census", "only for a level that may"},
	{"\"monitored\": true", "\"monitored\": \"yes\"", "levels[0].monitored", "not true or false"},
	{"\"register\": \"yes\",", "\"register\": \"yes\", \"monitored\": true,", "levels[2].monitored",
	 "apart from the register"},
	{"\"register\": \"may\",", "\"register\": \"may\", \"monitored\": true,", "levels[1].monitored",
	 "only one level"},
	{"\"n\": 6", "\"n\": \"six\"", "levels[0].limit.n", "not a whole number"},
	{"\"n\": 6", "\"n\": 6.5", "levels[0].limit.n", "not a whole number"},
	{"\"n\": 6", "\"n\": -6", "levels[0].limit.n", "between 0 and"},
	{"\"n\": 6", "\"n\": 0", "levels[0].limit.n", "1 or more"},
	{"\"n\": 6, ", "", "levels[0].limit.n", "missing: how many weeks"},
	{"\"kind\": \"none\"", "\"kind\": \"none\", \"n\": 2", "levels[3].limit.n", "has no number"},
	{"\"kind\": \"weeks\"", "\"kind\": \"week\"", "levels[0].limit.kind", "'week' is not one of"},
	{"\"limit\": {", "\"limit\": 6, \"note\": \"x\"}, {\"limit\": {", "levels[0].limit", "not an object"},
	{"\"from\": \"raised\"", "\"from\": \"began\"", "levels[0].limit.from", "'began' is not one of"},
	{"\"K\": \"C\"", "\"K\": \"c\"", "on_import.K", "'c' is not in levels"},
	{"\"K\": \"C\"", "\"K\": \"EHC\"", "on_import.K", "census code K"},
	{", \"monitored\": \"A\"", "", "on_import.monitored", "there is a monitored level"},
	{"\"monitored\": \"A\"", "\"monitored\": \"B\"", "on_import.monitored", "not the monitored one"},
	{"\"E\": \"EHC\",", "", "on_import.E", "missing"},
	{"\"after\": [\"raised\"]", "\"after\": [\"rasied\"]", "concern.steps[1].after[0]",
	 "did you mean 'raised'"},
	{"\"weighs\": [\"bullying\"", "\"weighs\": [\"bulying\"", "concern.steps[1].weighs[0]",
	 "did you mean 'bullying'"},
	{"\"who\": [\"class-teacher\"]", "\"who\": [\"class-techer\"]", "concern.window.who[0]",
	 "did you mean 'class-teacher'"},
	{"\"who\": [\"class-teacher\"]", "\"who\": \"class-teacher\"", "concern.window.who", "not a list"},
	{"\"level\": \"A\"", "\"level\": \"Z\"", "concern.window.level", "'Z' is not in levels"},
	{"\"counts_as\": [\"parent-meeting\"]", "\"counts_as\": [\"parents\"]", "cadences[1].counts_as[0]",
	 "not in cadences"},
	{"\"value\": \"school\", \"cite\": \"1\"", "\"value\": \"school\"", "words[0].basis", "missing"},
	{"\"value\": \"school\", \"cite\": \"1\"", "\"value\": \"school\", \"basis\": \"law\"",
	 "words[0].cite", "where the law says so"},
	{"\"value\": \"school\", \"cite\": \"1\"", "\"value\": \"school\", \"cite\": \"1\", \"silent\": true",
	 "words[0].silent", "law or judgement"},
	{"\"basis\": \"judgement\"", "\"basis\": \"judgement\", \"cite\": \"6.1\"", "levels[1].limit.cite",
	 "cites nothing"},
	{"\"strength\": \"must\"", "\"strength\": \"should\"", "concern.steps[0].strength",
	 "'should' is not one of"},
};

static const char *replaced(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	ck_assert_msg(at != NULL, "'%s' is not in the policy", from);
	return sen_format(records_arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

START_TEST(test_broken)
{
	const char *text = replaced(shipped("stages"), broken[_i].from, broken[_i].to);
	struct sen_buf all = {.arena = records_arena};
	struct sen_policy *policy;
	struct sen_fault *faults;
	size_t count;
	bool found = false;

	ck_assert_int_eq(sen_policy_parse(records_arena, "stages", text, strlen(text), &policy, &faults,
					  &count, &records_err),
			 SEN_INVALID);
	ck_assert_uint_ge(count, 1);
	for (size_t i = 0; i < count; i++) {
		sen_buf_addf(&all, "%s: %s\n", faults[i].path, faults[i].what);
		found = found || (strcmp(faults[i].path, broken[_i].path) == 0 &&
				  strstr(faults[i].what, broken[_i].what));
	}
	ck_assert_msg(found, "%s: %s is not in\n%s", broken[_i].path, broken[_i].what, all.text);
}
END_TEST

START_TEST(test_all_faults_at_once)
{
	const char *text =
		replaced(replaced(shipped("stages"), "\"n\": 6", "\"n\": \"six\""), "\"about\"", "\"abuot\"");
	struct sen_policy *policy;
	struct sen_fault *faults;
	size_t count;

	fails(sen_policy_parse(records_arena, "ours", text, strlen(text), &policy, &faults, &count,
			       &records_err),
	      SEN_INVALID, "has 2 faults");
	ck_assert_uint_eq(count, 2);
}
END_TEST

START_TEST(test_no_such)
{
	struct sen_policy *policy;
	struct sen_fault *faults;
	size_t count;

	fails(sen_policy_load(records_arena, "stagse", &policy, &faults, &count, &records_err), SEN_NOTFOUND,
	      "no policy 'stagse'");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "'stages'"));
	fails(sen_policy_load(records_arena, "/nowhere/ours.json", &policy, &faults, &count, &records_err),
	      SEN_NOTFOUND, "cannot read");
}
END_TEST

static int use(const char *name, const char *from, const struct sen_map *maps, size_t count,
	       struct sen_store *store)
{
	return sen_policy_use(store, name, sen_date_iso(from), maps, count, NULL, &records_err);
}

START_TEST(test_versions_by_date)
{
	const struct sen_policy_set *set;
	struct sen_store *store = records_open(SEN_WRITE);

	ok(use("stages", "2026-09-01", NULL, 0, store));
	ok(use("trust", "2027-01-04", NULL, 0, store));
	fails(use("waves", "2026-12-01", NULL, 0, store), SEN_CONFLICT, "in force from");
	ok(sen_policies(store, &set, &records_err));
	ck_assert_str_eq(sen_policy_on(set, 1, sen_date_iso("2020-01-01"))->name, "stages");
	ck_assert_str_eq(sen_policy_on(set, 1, sen_date_iso("2027-01-03"))->name, "stages");
	ck_assert_str_eq(sen_policy_on(set, 1, sen_date_iso("2027-01-04"))->name, "trust");
	ck_assert_ptr_null(sen_policy_on(set, 9, sen_date_iso("2027-01-04")));
	/* On the same day again: the one before was never in force. */
	ok(use("circle", "2027-01-04", NULL, 0, store));
	ok(sen_policies(store, &set, &records_err));
	ck_assert_str_eq(sen_policy_on(set, 1, sen_date_iso("2027-01-04"))->name, "circle");
	records_commit(store);
}
END_TEST

static void stand(struct sen_store *store, int64_t pupil, const char *level, const char *census,
		  const char *kind, const char *from)
{
	struct sen_register_entry *entry = sen_record_new(records_arena, &sen_register_record);

	entry->pupil_id = pupil;
	entry->policy_id = 1;
	entry->level = entry->level_name = level;
	entry->census = census;
	entry->kind = kind;
	entry->from_on = from ? sen_date_iso(from) : SEN_NO_DATE;
	entry->told_on = sen_date_iso("2026-10-01");
	ok(sen_register_set(store, entry, &records_err));
}

START_TEST(test_use_maps_levels)
{
	const struct sen_map maps[] = {{"B", "TGT"}, {"C", "SPC"}}, bad[] = {{"B", "TGX"}};
	struct sen_store *store = records_open(SEN_WRITE);

	ok(use("stages", "2026-09-01", NULL, 0, store));
	stand(store, records_pupil(store, "Abel", NULL), "B", "K", "register", "2026-10-01");
	stand(store, records_pupil(store, "Bond", NULL), "C", "K", "register", NULL);
	stand(store, records_pupil(store, "Cole", NULL), "EHC", "E", "plan", "2026-12-05");
	fails(use("trust", "2026-12-01", NULL, 0, store), SEN_INVALID, "level 'B' (1 child), 'C' (1 child)");
	fails(use("trust", "2026-12-01", bad, 1, store), SEN_INVALID, "no level 'TGX'");
	ok(use("trust", "2026-12-01", maps, 2, store));
	records_commit(store);
	ck_assert_str_eq(records_ask("SELECT until_on FROM register_entry WHERE id = 1"), "2026-12-01");
	ck_assert_str_eq(records_ask("SELECT level || from_on || kind || told_on FROM register_entry WHERE"
				     " pupil_id = 1 AND until_on IS NULL"),
			 "TGT2026-12-01register2026-10-01");
	/* It began under the new policy: said again, the old one voided. */
	ck_assert_str_eq(records_ask("SELECT from_on || corrects FROM register_entry WHERE pupil_id = 3 AND"
				     " voided_at IS NULL"),
			 "2026-12-053");
}
END_TEST

Suite *suite_policy(void)
{
	Suite *suite = suite_create("policy");
	TCase *tc = tcase_create("file"), *use_case = tcase_create("use");

	tcase_add_checked_fixture(tc, records_folder_setup, records_teardown);
	tcase_add_loop_test(tc, test_shipped, 0, SEN_COUNT(five));
	tcase_add_loop_test(tc, test_judgements_cite_nothing, 0, SEN_COUNT(five));
	tcase_add_loop_test(tc, test_broken, 0, SEN_COUNT(broken));
	tcase_add_test(tc, test_all_faults_at_once);
	tcase_add_test(tc, test_no_such);
	suite_add_tcase(suite, tc);
	tcase_add_checked_fixture(use_case, records_setup, records_teardown);
	tcase_add_test(use_case, test_versions_by_date);
	tcase_add_test(use_case, test_use_maps_levels);
	suite_add_tcase(suite, use_case);
	return suite;
}

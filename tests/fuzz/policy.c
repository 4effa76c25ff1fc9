/* Policy files: any text is a policy or a list of faults, each with its path. */
#include "fuzz/fuzz.h"

#include <sen/policy.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	struct sen_policy *policy = NULL;
	struct sen_fault *faults = NULL;
	struct sen_err err = {0};
	size_t count = 0;
	int rc = sen_policy_parse(arena, "fuzz", (const char *)data, size, &policy, &faults, &count, &err);

	if (rc == 0) {
		MUST(policy && count == 0);
		for (size_t i = 0; i < policy->level_count; i++) {
			MUST(sen_policy_level(policy, policy->levels[i].code) != NULL);
			sen_limit_words(arena, &policy->levels[i].limit);
		}
		for (size_t i = 0; i < policy->rule_count; i++)
			MUST(policy->rules[i].section != NULL);
	} else {
		fuzz_error_fine(&err, rc);
		for (size_t i = 0; i < count; i++)
			MUST(faults[i].path && faults[i].what && *faults[i].what);
	}
	sen_arena_free(arena);
	return 0;
}

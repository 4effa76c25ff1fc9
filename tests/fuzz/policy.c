/* Fuzzes policy files: whatever is in one, it is read or its fault is told. */
#include <sen/policy.h>

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	struct sen_policy *policy = NULL;
	struct sen_err err = {0};

	struct sen_fault *faults = NULL;
	size_t count = 0;
	int rc = sen_policy_parse(arena, "fuzz", (const char *)data, size, &policy, &faults, &count, &err);

	if (rc < 0 ? !err.msg[0] && !count : !policy)
		abort();
	sen_arena_free(arena);
	return 0;
}

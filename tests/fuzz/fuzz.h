/* What every fuzzer starts with. */
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include <sen/base.h>
#include <sen/text.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold of every input: ends the run, so that the fuzzer keeps it. */
#define MUST(condition)                                                                 \
	do {                                                                            \
		if (!(condition)) {                                                     \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
			abort();                                                        \
		}                                                                       \
	} while (0)

/* The input as a text, cut at its first NUL; in the arena. */
static inline char *fuzz_text(struct sen_arena *arena, const uint8_t *data, size_t size)
{
	return size ? sen_strndup(arena, (const char *)data, size) : sen_strdup(arena, "");
}

/* An error that may be shown: set, and UTF-8 (cmd/output.c makes it visible). */
static inline void fuzz_error_fine(const struct sen_err *err, int rc)
{
	MUST(err->code == rc && rc < 0 && *err->msg);
	MUST(sen_utf8_valid(err->msg, strlen(err->msg)));
	MUST(sen_utf8_valid(err->hint, strlen(err->hint)));
}

#endif

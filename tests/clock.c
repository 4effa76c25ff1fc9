/* The clock of tests: SENDCTL_TEST_NOW, else a fixed morning. Linked in place
 * of lib/base/clock.c. */
#include <sen/date.h>

#include <stdio.h>
#include <stdlib.h>

void sen_clock_now(char out[SEN_INSTANT_LEN])
{
	const char *now = getenv("SENDCTL_TEST_NOW");

	snprintf(out, SEN_INSTANT_LEN, "%s", now ? now : "2026-11-22T09:00:00Z");
}

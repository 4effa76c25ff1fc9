/* The real clock, and nothing else: tests link tests/clock.c in its place. */
#include <sen/date.h>

#include <time.h>

void sen_clock_now(char out[SEN_INSTANT_LEN])
{
	time_t now = time(NULL);
	struct tm utc;

	gmtime_r(&now, &utc);
	strftime(out, SEN_INSTANT_LEN, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

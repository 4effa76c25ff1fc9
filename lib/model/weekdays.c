/* A timetable: days of the week and times of day as people write them, and how
 * many sessions a provision has on a day (R36). */
#include <sen/provision.h>
#include <string.h>
#include <strings.h>

static const char *const full[] = {"monday", "tuesday", "wednesday", "thursday", "friday"};

int sen_weekday_named(const char *word, size_t len)
{
	for (int i = 0; i < 5; i++) {
		size_t most = strlen(full[i]);

		if (len >= 3 && len <= most && strncasecmp(word, full[i], len) == 0)
			return i + 1;
	}
	return 0;
}

bool sen_days_parse(const char *text, int on[5])
{
	bool some = false;

	memset(on, 0, 5 * sizeof(*on));
	while (*text) {
		size_t len = strcspn(text, ", ");
		int day = sen_weekday_named(text, len);

		if (len > 0 && (!day || ++on[day - 1] > SEN_SESSIONS_A_DAY))
			return false;
		some = some || len > 0;
		text += len;
		text += strspn(text, ", ");
	}
	return some;
}

const char *sen_days_text(struct sen_arena *arena, const int on[5])
{
	struct sen_buf out = {.arena = arena};

	for (int i = 0; i < 5; i++) {
		for (int n = 0; n < on[i]; n++)
			sen_buf_addf(&out, "%s%.3s", out.len ? "," : "", full[i]);
	}
	return out.text;
}

/* One or two digits from *at on; -1 when there is none. */
static int two_digits(const char **at)
{
	int n = 0, count = 0;

	for (; count < 2 && **at >= '0' && **at <= '9'; count++, (*at)++)
		n = n * 10 + (**at - '0');
	return count ? n : -1;
}

const char *sen_time_text(struct sen_arena *arena, const char *text)
{
	int hour = two_digits(&text), minute;

	if (*text != ':' && *text != '.')
		return NULL;
	text++;
	minute = text[0] && text[1] ? two_digits(&text) : -1;
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || *text)
		return NULL;
	return sen_format(arena, "%02d:%02d", hour, minute);
}

/* So many a week, apart from each other: once Wednesday, twice Tuesday and Thursday. */
static void spread(int on[5], int64_t times)
{
	static const int few[5][5] = {
		{0, 0, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 1, 0, 1, 0}, {1, 0, 1, 0, 1}, {1, 1, 0, 1, 1}};

	for (int i = 0; i < 5; i++)
		on[i] = (int)(times / 5) + few[times % 5][i];
}

int64_t sen_provision_week(const struct sen_provision *provision, int on[5])
{
	int64_t all = 0;

	memset(on, 0, 5 * sizeof(*on));
	if (provision->days && sen_days_parse(provision->days, on)) {
		for (int i = 0; i < 5; i++)
			all += on[i];
		return all;
	}
	if (provision->times == SEN_NO_INT || provision->times < 1 ||
	    provision->times > 5 * SEN_SESSIONS_A_DAY)
		return 0;
	spread(on, provision->times);
	return provision->times;
}

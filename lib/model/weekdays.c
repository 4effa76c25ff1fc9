/* Days of the week as a timetable names them: "mon,wed" (R36). */
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

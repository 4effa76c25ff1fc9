/* How much of it, in words and in minutes. */
#include <sen/ehc_plan.h>

static const char *of_minutes(struct sen_arena *arena, int64_t minutes)
{
	if (minutes >= 120 && minutes % 60 == 0)
		return sen_format(arena, "%lld hours", (long long)minutes / 60);
	if (minutes > 120 && minutes % 30 == 0)
		return sen_format(arena, "%lld.5 hours", (long long)minutes / 60);
	return sen_format(arena, "%lld min", (long long)minutes);
}

const char *sen_ehc_quantity(struct sen_arena *arena, const struct sen_ehc_item *item)
{
	struct sen_buf buf = {.arena = arena};

	if (item->minutes != SEN_NO_INT && item->times != SEN_NO_INT && item->times > 1)
		sen_buf_addf(&buf, "%lld x ", (long long)item->times);
	if (item->minutes != SEN_NO_INT)
		sen_buf_add(&buf, of_minutes(arena, item->minutes));
	else if (item->times != SEN_NO_INT)
		sen_buf_addf(&buf, item->times == 1 ? "once" : "%lld times", (long long)item->times);
	if (buf.len && item->per)
		sen_buf_addf(&buf, " %s", sen_code_label(sen_ehc_per, item->per));
	if (item->weeks != SEN_NO_INT)
		sen_buf_addf(&buf, "%sfor %lld week%s", buf.len ? " " : "", (long long)item->weeks,
			     item->weeks == 1 ? "" : "s");
	if (item->who)
		sen_buf_addf(&buf, "%sby %s", buf.len ? ", " : "", item->who);
	if (item->ratio)
		sen_buf_addf(&buf, "%s%s", buf.len ? ", " : "", item->ratio);
	return buf.text;
}

int64_t sen_ehc_minutes(const struct sen_ehc_item *item)
{
	if (item->minutes == SEN_NO_INT || !item->per)
		return SEN_NO_INT;
	return item->minutes * (item->times == SEN_NO_INT ? 1 : item->times);
}

/* What two measures say, and where many of them lie.  Pure. */
#include <sen/impact.h>

#include <ctype.h>
#include <string.h>

struct measure {
	enum sen_gain_unit unit;
	int64_t value, whole; /* hundredths; of: the whole */
};

/* "12", "-3", "12.5", "85.25" into hundredths; *end is behind it. */
static bool read_number(const char *text, int64_t *out, const char **end)
{
	bool minus = *text == '-';
	int64_t number = 0, scale = 100;
	int digits = 0;

	for (text += minus || *text == '+'; isdigit((unsigned char)*text) && digits < 9; text++, digits++)
		number = number * 10 + (*text - '0');
	number *= 100;
	if (digits && *text == '.' && isdigit((unsigned char)text[1]))
		for (text++; isdigit((unsigned char)*text); text++)
			if (scale > 1)
				number += (*text - '0') * (scale /= 10);
	*out = minus ? -number : number;
	*end = text;
	return digits > 0;
}

static const char *blanks(const char *text)
{
	while (*text == ' ')
		text++;
	return text;
}

/* "7:02" is seven years and two months. */
static bool read_age(const char *text, struct measure *out)
{
	int64_t years, months;
	const char *colon, *end;

	if (!read_number(text, &years, &colon) || *colon != ':' || !isdigit((unsigned char)colon[1]) ||
	    !read_number(colon + 1, &months, &end) || *blanks(end) || years < 0 || years > 9900 ||
	    years % 100 || months > 1100 || months % 100)
		return false;
	*out = (struct measure){SEN_GAIN_MONTHS, years * 12 + months, 0};
	return true;
}

static struct measure read_measure(const char *text)
{
	struct measure out = {SEN_GAIN_NONE, 0, 0};
	const char *at;

	if (!text || read_age(text = blanks(text), &out) || !read_number(text, &out.value, &at))
		return out;
	at = blanks(at);
	if (*at == '/' || strncmp(at, "of ", 3) == 0 || strncmp(at, "out of ", 7) == 0) {
		at = blanks(at + (*at == '/' ? 1 : strncmp(at, "of ", 3) == 0 ? 3 : 7));
		if (read_number(at, &out.whole, &at) && !*blanks(at))
			out.unit = SEN_GAIN_OF;
		return out;
	}
	if (*at == '%') {
		at = blanks(at + 1);
		out.whole = -1;
	}
	if (!*at)
		out.unit = SEN_GAIN_POINTS;
	return out;
}

enum sen_gain_unit sen_gain(const char *entry, const char *exit, int64_t *gain)
{
	struct measure before = read_measure(entry), after = read_measure(exit);

	*gain = SEN_NO_INT;
	if (before.unit == SEN_GAIN_NONE || before.unit != after.unit || before.whole != after.whole)
		return SEN_GAIN_NONE;
	*gain = after.value - before.value;
	return before.unit;
}

static int by_value(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

static int64_t middle(const int64_t *values, size_t count)
{
	return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

struct sen_impact_spread sen_spread(int64_t *values, size_t count, size_t few)
{
	struct sen_impact_spread spread = {count, SEN_NO_INT, SEN_NO_INT, SEN_NO_INT, SEN_NO_INT, SEN_NO_INT};

	if (count == 0 || count < few)
		return spread;
	qsort(values, count, sizeof(*values), by_value);
	spread.median = middle(values, count);
	spread.least = values[0];
	spread.most = values[count - 1];
	if (count > 1) {
		spread.low = middle(values, count / 2);
		spread.high = middle(values + (count + 1) / 2, count / 2);
	}
	return spread;
}

const char *sen_hundredths(struct sen_arena *arena, int64_t number)
{
	const char *sign = number < 0 ? "-" : "";
	long long whole, part;

	if (number == SEN_NO_INT)
		return NULL;
	whole = llabs(number) / 100;
	part = llabs(number) % 100;
	if (part == 0)
		return sen_format(arena, "%s%lld", sign, whole);
	if (part % 10 == 0)
		return sen_format(arena, "%s%lld.%lld", sign, whole, part / 10);
	return sen_format(arena, "%s%lld.%02lld", sign, whole, part);
}

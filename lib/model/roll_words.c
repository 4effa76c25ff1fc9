/* What follows a year group: the class of the same letter, the next phase. */
#include "model/model.h"

#include <ctype.h>
#include <sen/roll.h>
#include <string.h>
#include <strings.h>

/* What stands before the year in a class's name: "Year 3B", "Y3 Oak", "3B". */
static size_t before_year(const char *name)
{
	static const char *const words[] = {"Year ", "Year", "Yr ", "Yr", "Y"};

	for (size_t i = 0; i < SEN_COUNT(words); i++) {
		size_t len = strlen(words[i]);

		if (strncasecmp(name, words[i], len) == 0 && isdigit((unsigned char)name[len]))
			return len;
	}
	return 0;
}

/* Is the rest of the name, after the year, fit to stand after another year?
 * "3/4 Oak" and "34" are not; nor is "Rowan" the class "owan" of Reception. */
static bool fit(const char *year, const char *rest)
{
	if (isdigit((unsigned char)*rest) || strchr("/&+-", *rest ? *rest : 'x'))
		return false;
	return isdigit((unsigned char)year[strlen(year) - 1]) || !*rest || *rest == ' ' || !rest[1];
}

const char *sen_class_after(struct sen_arena *arena, const char *class_name, const char *year,
			    const char *next)
{
	size_t before, len;

	if (!class_name || !year || !next)
		return NULL;
	before = before_year(class_name);
	len = strlen(year);
	/* "NA" holds both nursery years: NA again, then RA. */
	if (toupper((unsigned char)*year) == 'N' && toupper((unsigned char)*class_name) == 'N' &&
	    isalpha((unsigned char)class_name[1]) && !class_name[2])
		return *next == 'N' ? class_name : sen_format(arena, "%s%s", next, class_name + 1);
	if (strncasecmp(class_name + before, year, len) != 0 || !fit(year, class_name + before + len))
		return NULL;
	return sen_format(arena, "%.*s%s%s", (int)before, class_name, next, class_name + before + len);
}

const char *sen_phase_after(const char *year, const char *top)
{
	int y, last;

	if (!year || !sen_year_parse(year, &y))
		return NULL;
	if (y == -1)
		return "nursery to Reception";
	if (!top || !sen_year_parse(top, &last) || y != last || y < 1)
		return NULL;
	if (y == 2)
		return "infant to junior school";
	if (y == 6)
		return "primary to secondary school";
	return y < 6	? "first or primary to middle school"
	       : y < 11 ? "middle to secondary school"
			: "secondary school to post-16";
}

/* Reg 18(1)(b): for post-16 it is 31 March; primary and middle: 15 February. */
sen_date sen_phase_due(int academic_year)
{
	return sen_date_make(academic_year + 1, 2, 15) - 1;
}

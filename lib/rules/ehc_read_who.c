/* Who gives it, for how many children, and the dates and sums a plan says. */
#include "rules/ehc_read.h"

#include <sen/text.h>

#include <ctype.h>
#include <string.h>

static bool letter(char c)
{
	return isalnum((unsigned char)c) || (c & 0x80);
}

/* ---- Ratio ---- */

static const char *ratio_at(struct sen_arena *arena, const char *at, size_t *len)
{
	static const char *const spelled[] = {"one-to-one", "one to one", "one:one", "1-to-1",
					      "1 to 1",	    "1 - 1",	  "1-1"};
	size_t a, b, gap;

	for (size_t i = 0; i < SEN_COUNT(spelled); i++)
		if (strncasecmp(at, spelled[i], strlen(spelled[i])) == 0) {
			*len = strlen(spelled[i]);
			return letter(at[*len]) || at[*len] == '-' ? NULL : "1:1";
		}
	a = strspn(at, "0123456789");
	gap = a ? a + strspn(at + a, " ") : 0;
	if (a != 1 || at[0] == '0' || at[gap] != ':')
		return NULL;
	gap += 1 + strspn(at + gap + 1, " ");
	b = strspn(at + gap, "0123456789");
	*len = gap + b;
	/* "1:30" is a time of day more often than a ratio. */
	if (b != 1 || at[gap] == '0' || letter(at[*len]) || (at[*len] == ':'))
		return NULL;
	return sen_format(arena, "%c:%c", at[0], at[gap]);
}

const char *ehc_read_ratio(struct sen_arena *arena, const char *words)
{
	const char *found = NULL;

	for (const char *at = words; *at; at++) {
		size_t len = 0;
		const char *one =
			at > words && (letter(at[-1]) || at[-1] == ':' || at[-1] == '.' || at[-1] == '-')
				? NULL
				: ratio_at(arena, at, &len);

		if (!one)
			continue;
		if (found && strcmp(found, one) != 0)
			return NULL;
		found = one;
		at += len - 1;
	}
	return found;
}

/* ---- Who ---- */

static const char *const people[] = {
	"assistant",	   "ta",	 "tas",	       "hlta",	    "teacher",	  "teachers",
	"therapist",	   "salt",	 "slt",	       "ot",	    "lsa",	  "mentor",
	"psychologist",	   "senco",	 "nurse",      "elsa",	    "adult",	  "adults",
	"worker",	   "specialist", "tutor",      "coach",	    "counsellor", "practitioner",
	"physiotherapist", "staff",	 "assistants", "therapists"};

static bool is_person(struct sen_arena *arena, const char *text)
{
	const char *folded = sen_text_fold(arena, text);

	for (size_t i = 0; folded && i < SEN_COUNT(people); i++) {
		size_t len = strlen(people[i]);

		for (const char *at = strstr(folded, people[i]); at; at = strstr(at + 1, people[i]))
			if ((at == folded || at[-1] == ' ') && (at[len] == ' ' || !at[len]))
				return true;
	}
	return false;
}

/* Where the name of who gives it ends. */
static size_t who_length(const char *at)
{
	static const char *const ends[] = {
		" for ",     " to ",	" in ",	    " at ",	 " on ",     " using ", " with ", " who ",
		" each ",    " every ", " during ", " through ", " within ", " per ",	" once ", " twice ",
		" trained ", " three ", " daily",   " weekly",	 " will ",   " as "};
	size_t len = strcspn(at, ",.;:()\n0123456789");

	for (size_t i = 0; i < SEN_COUNT(ends); i++) {
		const char *end = strstr(at, ends[i]);

		if (end && (size_t)(end - at) < len)
			len = (size_t)(end - at);
	}
	while (len && at[len - 1] == ' ')
		len--;
	return len;
}

/* Does the clause before `at` speak of writing or reviewing it?  Who does that does not
 * give it. */
static bool of_another(const char *words, const char *at)
{
	static const char *const others[] = {"written",	  "design", "devis",	"advis",  "advice",
					     "planned",	  "overse", "supervis", "review", "monitor",
					     "recommend", "drawn",  "train",	"agree",  "liais",
					     "meet",	  "report", "guidance", "set by"};
	const char *from = at;

	while (from > words && !strchr(",.;\n", from[-1]) && strncasecmp(from, " and ", 5) != 0)
		from--;
	for (; from < at; from++)
		for (size_t i = 0; i < SEN_COUNT(others); i++)
			if ((from == words || !letter(from[-1])) &&
			    strncasecmp(from, others[i], strlen(others[i])) == 0)
				return true;
	return false;
}

/* The one person named so; *two when there are two. */
static const char *after(struct sen_arena *arena, const char *words, const char *before, bool *two)
{
	const char *found = NULL;
	size_t n = strlen(before);

	for (const char *at = words; *at; at++) {
		const char *who;
		size_t len;

		if ((at > words && letter(at[-1])) || strncasecmp(at, before, n) != 0 ||
		    (strlen(before) < 6 && of_another(words, at)))
			continue;
		len = who_length(at + n);
		if (len == 0 || len > 80)
			continue;
		who = sen_strndup(arena, at + n, len);
		if (!is_person(arena, who))
			continue;
		*two = *two || (found && strcmp(found, who) != 0);
		found = who;
	}
	return found;
}

const char *ehc_read_who(struct sen_arena *arena, const char *words)
{
	static const char *const before[] = {"delivered by ", "given by ", "led by ", "taught by ",
					     "provided by ",  "by ",	   "from ",   "with "};

	for (size_t i = 0; i < SEN_COUNT(before); i++) {
		bool two = false;
		const char *who = after(arena, words, before[i], &two);

		if (who)
			return two ? NULL : who;
	}
	return NULL;
}

/* ---- Dates and sums ---- */

/* "14 January 2026", "14.01.2026", "14/01/2026", "2026-01-14": its length, or 0. */
static size_t date_at(const char *at, sen_date today, sen_date *out)
{
	const struct sen_date_context context = {.today = today, .end_of_term = SEN_NO_DATE};
	struct sen_err ignored = {0};
	char text[32];

	for (size_t len = 0; len < sizeof text - 1; len++) {
		if (!at[len] || at[len] == '\n')
			break;
		text[len] = at[len] == '.' ? '/' : at[len];
		text[len + 1] = '\0';
		/* Whole only where the year is: four figures and then none. */
		if (len < 7 || !isdigit((unsigned char)at[len]) || isdigit((unsigned char)at[len + 1]))
			continue;
		if (sen_date_parse(text, &context, out, &ignored) == 0)
			return len + 1;
	}
	return 0;
}

sen_date ehc_read_date(const char *words, sen_date today)
{
	sen_date found = SEN_NO_DATE, one = SEN_NO_DATE;

	for (const char *at = words; *at; at++) {
		size_t len = !isdigit((unsigned char)*at) || (at > words && letter(at[-1]))
				     ? 0
				     : date_at(at, today, &one);

		if (len == 0)
			continue;
		if (found != SEN_NO_DATE && found != one)
			return SEN_NO_DATE;
		found = one;
		at += len - 1;
	}
	return found;
}

/* "1,200", "1200", "12.50"; a comma that parts no thousands ("1,2000") is no number. */
static int64_t pence_at(const char *at, size_t *len)
{
	int64_t pence = 0;
	size_t n = 0, group = 0;
	bool grouped = false, whole = true;

	for (; isdigit((unsigned char)at[n]) || (n && at[n] == ',' && isdigit((unsigned char)at[n + 1]));
	     n++) {
		if (at[n] == ',') {
			whole &= grouped ? group == 3 : group <= 3;
			grouped = true;
			group = 0;
			continue;
		}
		group++;
		if (n < 12)
			pence = pence * 10 + (at[n] - '0');
	}
	*len = n;
	if (n == 0 || n > 11 || !whole || (grouped && group != 3))
		return SEN_NO_INT;
	pence *= 100;
	if (at[n] == '.' && isdigit((unsigned char)at[n + 1]) && isdigit((unsigned char)at[n + 2])) {
		pence += (at[n + 1] - '0') * 10 + (at[n + 2] - '0');
		*len = n + 3;
	}
	return pence;
}

int64_t ehc_read_pence(const char *words)
{
	int64_t found = SEN_NO_INT;

	for (const char *at = strstr(words, "\xc2\xa3"); at; at = strstr(at + 1, "\xc2\xa3")) {
		size_t len;
		int64_t one = pence_at(at + 2 + strspn(at + 2, " "), &len);

		if (found != SEN_NO_INT)
			return SEN_NO_INT;
		found = one;
	}
	return found;
}

/* Quantities as plans say them: "30 minutes, three times a week, by a teaching
 * assistant, 1:1".  Only what is said plainly and once is taken (Code 9.69). */
#include "rules/ehc_read.h"

#include <ctype.h>
#include <string.h>

enum { WORDS = 400 };
struct words {
	struct sen_arena *arena;
	char *items[WORDS];
	size_t count;
};
/* What a sentence says. */
struct said {
	int64_t minutes, times, weeks;
	const char *per;
	int durations, frequencies, counts;
	bool bare_per; /* "each day", which may be no more than a way of speaking */
	const char *doubt;
};

/* ---- Into words: "30-minute" is two, "1:1" one, numbers in figures ---- */

static const struct {
	const char *word, *figure;
} figures[] = {{"one", "1"},	 {"two", "2"},	    {"three", "3"},   {"four", "4"},	{"five", "5"},
	       {"six", "6"},	 {"seven", "7"},    {"eight", "8"},   {"nine", "9"},	{"ten", "10"},
	       {"twelve", "12"}, {"fifteen", "15"}, {"twenty", "20"}, {"thirty", "30"}, {"forty", "40"},
	       {"sixty", "60"},	 {"ninety", "90"}};

static void push(struct words *w, const char *at, size_t len)
{
	char *word;

	if (w->count == WORDS || len == 0)
		return;
	word = sen_strndup(w->arena, at, len);
	for (size_t i = 0; i < SEN_COUNT(figures); i++)
		if (strcmp(word, figures[i].word) == 0)
			word = sen_strdup(w->arena, figures[i].figure);
	w->items[w->count++] = word;
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Figures with a point or a colon inside, then letters: "12.5" "1:1" "3x" is two. */
static size_t word_length(const char *at)
{
	size_t n = 0;

	if (digit(at[0])) {
		while (digit(at[n]) || ((at[n] == '.' || at[n] == ':') && digit(at[n + 1])))
			n++;
		return n;
	}
	while (isalpha((unsigned char)at[n]) || at[n] == '\'' || (at[n] & 0x80))
		n++;
	return n;
}

/* Dashes and signs of a word processor as a typewriter has them; in small letters. */
static char *plain(struct sen_arena *arena, const char *text)
{
	static const char *const signs[][2] = {{"\xe2\x80\x93", "-"}, {"\xe2\x80\x94", ";"},
					       {"\xc3\x97", "x"},     {"\xc2\xbd", ".5"},
					       {"\xe2\x80\x99", "'"}, {"\xc2\xa0", " "}};
	struct sen_buf buf = {.arena = arena};

	while (*text) {
		size_t i = 0;

		while (i < SEN_COUNT(signs) && strncmp(text, signs[i][0], strlen(signs[i][0])) != 0)
			i++;
		if (i == SEN_COUNT(signs)) {
			char c = (char)tolower((unsigned char)*text++);

			sen_buf_addn(&buf, &c, 1);
			continue;
		}
		if (signs[i][1][0] == '.' && (!buf.len || !digit(buf.text[buf.len - 1])))
			sen_buf_add(&buf, "0");
		sen_buf_add(&buf, signs[i][1]);
		text += strlen(signs[i][0]);
	}
	return buf.text ? buf.text : sen_strdup(arena, "");
}

static void split(struct words *w, const char *text)
{
	for (const char *at = plain(w->arena, text); *at;) {
		size_t len = word_length(at);

		if (len) {
			push(w, at, len);
			at += len;
			continue;
		}
		/* A dash matters between figures only: a range, or 1-1. */
		bool range = *at == '-' && digit(at[1 + strspn(at + 1, " ")]) && w->count &&
			     digit(w->items[w->count - 1][0]);

		if (range || strchr(".;,()/:\n!?", *at))
			push(w, *at == '\n' || *at == '!' || *at == '?' ? ";" : at, 1);
		at++;
	}
}

static const char *word(const struct words *w, size_t i)
{
	return i < w->count ? w->items[i] : "";
}

static bool is(const struct words *w, size_t i, const char *list)
{
	const char *at = word(w, i);
	size_t len = strlen(at);

	for (const char *one = list; len && *one; one += strspn(one, " ")) {
		size_t n = strcspn(one, " ");

		if (n == len && strncmp(one, at, n) == 0)
			return true;
		one += n;
	}
	return false;
}

/* ---- Numbers ---- */

/* In hundredths; -1 when it is none of a sensible size. */
static int64_t hundredths(const char *text)
{
	int64_t whole = 0, part = 0;
	size_t n = strspn(text, "0123456789");

	if (n == 0 || n > 4)
		return -1;
	for (size_t i = 0; i < n; i++)
		whole = whole * 10 + (text[i] - '0');
	if (!text[n])
		return whole * 100;
	if (text[n] != '.' || !digit(text[n + 1]) || strlen(text + n) > 3)
		return -1;
	part = (text[n + 1] - '0') * 10 + (text[n + 2] ? text[n + 2] - '0' : 0);
	return whole * 100 + part;
}

static int64_t whole(const char *text)
{
	int64_t n = hundredths(text);

	return n < 0 || n % 100 ? -1 : n / 100;
}

#define MINUTES "minute minutes min mins"
#define HOURS "hour hours hr hrs"

/* The length at word i in minutes, *next the word after it; 0: none. */
static int64_t length_at(const struct words *w, size_t i, size_t *next)
{
	int64_t n = hundredths(word(w, i)), more;

	if (is(w, i, "half") && (is(w, i + 1, "an a") ? is(w, i + 2, "hour") : is(w, i + 1, "hour"))) {
		*next = i + (is(w, i + 1, "hour") ? 2 : 3);
		return 30;
	}
	if (is(w, i, "an") && is(w, i + 1, "hour")) {
		bool half = is(w, i + 2, "and") && is(w, i + 3, "a") && is(w, i + 4, "half");

		*next = i + (half ? 5 : 2);
		return half ? 90 : 60;
	}
	if (n <= 0 || !is(w, i + 1, MINUTES " " HOURS))
		return 0;
	*next = i + 2;
	if (is(w, i + 1, MINUTES))
		return n % 100 ? 0 : n / 100;
	i += 2 + (is(w, i + 2, "and") && is(w, i + 4, MINUTES));
	more = is(w, i + 1, MINUTES) ? whole(word(w, i)) : -1;
	if (more > 0 && more < 60)
		*next = i + 2;
	return n * 60 / 100 + (more > 0 && more < 60 ? more : 0);
}

/* ---- How often ---- */

/* "a week", "every half term", "weekly": the period at word i. */
static const char *period_at(const struct words *w, size_t i, size_t *next)
{
	static const char *const adverbs[][2] = {
		{"daily", "day"},   {"weekly", "week"},	  {"fortnightly", "fortnight"},
		{"termly", "term"}, {"annually", "year"}, {"yearly", "year"}};
	size_t at = i + 1;

	*next = i + 1;
	if (is(w, i, "half") && is(w, i + 1, "termly")) {
		*next = i + 2;
		return "half-term";
	}
	for (size_t k = 0; k < SEN_COUNT(adverbs); k++)
		if (is(w, i, adverbs[k][0]))
			return adverbs[k][1];
	if (!is(w, i, "a per each every / alternate"))
		return NULL;
	if (is(w, i, "every alternate") && (is(w, at, "other 2") || is(w, i, "alternate"))) {
		at += !is(w, i, "alternate");
		*next = at + 1;
		return is(w, at, "week weeks") ? "fortnight" : NULL;
	}
	at += is(w, at, "school");
	*next = at + 1;
	if (is(w, at, "half") && is(w, at + 1, "term")) {
		*next = at + 2;
		return "half-term";
	}
	return is(w, at, "day morning afternoon") && (is(w, at, "day") || is(w, i, "each every")) ? "day"
	       : is(w, at, "week wk")								  ? "week"
	       : is(w, at, "fortnight") ? "fortnight"
	       : is(w, at, "term")	? "term"
	       : is(w, at, "year")	? "year"
					: NULL;
}

/* "3 times", "twice", "3 x 30 minutes", "3 30-minute sessions", "5 days a week". */
static int64_t count_at(const struct words *w, size_t i)
{
	size_t next;
	int64_t n = whole(word(w, i));

	if (is(w, i, "once twice thrice"))
		return is(w, i, "once") ? 1 : is(w, i, "twice") ? 2 : 3;
	if (n <= 0 || n > 200)
		return 0;
	/* "20 minutes x 3 weekly" */
	if (i > 0 && is(w, i - 1, "x") && is(w, i + 1, "weekly daily termly fortnightly a per each every"))
		return n;
	if (is(w, i + 1, "times sessions session occasions visits x") || length_at(w, i + 1, &next) ||
	    (is(w, i + 1, "weekly daily termly fortnightly") && is(w, i + 2, "sessions session visits")) ||
	    (is(w, i + 1, "days") && is(w, i + 2, "a per each every")))
		return n;
	return 0;
}

/* ---- A sentence ---- */

/* "up to 30 minutes", "20 to 30 minutes" are no amount; "every 20 minutes" none of it. */
static const char *not_plain(const struct words *w, size_t i)
{
	if (is(w, i - 1, "to") && is(w, i - 2, "up"))
		return "'up to' sets no amount";
	if ((is(w, i - 1, "to - or")) && i > 1 && hundredths(word(w, i - 2)) > 0)
		return "it says from so much to so much";
	if (is(w, i - 1, "about around approximately approx roughly circa") ||
	    (is(w, i - 1, "of") && is(w, i - 2, "maximum max")) || is(w, i - 1, "maximum max") ||
	    (is(w, i - 1, "than") && is(w, i - 2, "more less")))
		return is(w, i - 3, "not no") && is(w, i - 2, "less") ? NULL : "it says about, or at most";
	return NULL;
}

static void see_length(struct said *said, const struct words *w, size_t i, int64_t minutes)
{
	const char *doubt;

	if (i > 0 && is(w, i - 1, "within after every each"))
		return; /* a way of doing it, not how much of it */
	doubt = i > 0 ? not_plain(w, i) : NULL;
	if (doubt)
		said->doubt = doubt;
	said->minutes = minutes;
	said->durations++;
}

static void see_weeks(struct said *said, const struct words *w, size_t i)
{
	int64_t n = whole(word(w, i));

	if (n > 0 && n <= 60 && is(w, i + 1, "week weeks") &&
	    ((i > 0 && is(w, i - 1, "for over")) || is(w, i + 2, "programme block course intervention")))
		said->weeks = n;
}

static void read_sentence(const struct words *w, size_t from, size_t to, struct said *said)
{
	for (size_t i = from; i < to; i++) {
		size_t next = i;
		int64_t n = length_at(w, i, &next);
		const char *per;

		see_weeks(said, w, i);
		if (n > 0) {
			see_length(said, w, i, n);
			i = next - 1;
			continue;
		}
		if ((n = count_at(w, i)) > 0) {
			said->times = n;
			said->counts++;
			if (i > 0 && not_plain(w, i))
				said->doubt = not_plain(w, i);
			continue;
		}
		if (is(w, i, "biweekly") || (is(w, i, "bi") && is(w, i + 1, "weekly")))
			said->doubt = "'bi-weekly' is twice a week to some, every two weeks to others";
		per = period_at(w, i, &next);
		if (per) {
			said->bare_per = is(w, i, "a each every");
			said->per = per;
			said->frequencies++;
			i = next - 1;
		}
	}
}

/* What is reviewed each term is not given each term. */
static size_t cut(const struct words *w, size_t from, size_t to)
{
	static const char *const other[] = {"review", "monitor", "evaluat", "supervis",
					    "train",  "meeting", "report"};

	for (size_t i = from; i < to; i++) {
		/* "by a trained assistant" says who; only who is trained is told no amount. */
		if (is(w, i, "trained") && !(i > 0 && is(w, i - 1, "be is are been being was were")))
			continue;
		for (size_t k = 0; k < SEN_COUNT(other); k++)
			if (strncmp(word(w, i), other[k], strlen(other[k])) == 0)
				return i;
	}
	return to;
}

static struct said sentence(const struct words *w, size_t *from)
{
	struct said said = {.minutes = SEN_NO_INT, .times = SEN_NO_INT, .weeks = SEN_NO_INT};
	size_t to = *from;

	while (to < w->count && !is(w, to, ". ;"))
		to++;
	read_sentence(w, *from, cut(w, *from, to), &said);
	*from = to + 1;
	return said;
}

static bool has_amount(const struct said *said)
{
	return said->durations || (said->frequencies && (said->counts || !said->bare_per));
}

static const char *doubt_of(const struct said *said)
{
	if (said->doubt)
		return said->doubt;
	if (said->durations > 1)
		return "it says two lengths of time";
	if (said->frequencies > 1 || said->counts > 1)
		return "it says two frequencies";
	return NULL;
}

static bool same_amount(const struct said *a, const struct said *b)
{
	return a->minutes == b->minutes && a->times == b->times && a->per && b->per &&
	       strcmp(a->per, b->per) == 0 && !a->doubt && !b->doubt;
}

/* The one sentence that says how much; of two, none, but where a table says it again. */
static const char *amount(const struct words *w, struct said *out)
{
	int timed = 0, others = 0;
	struct said plain_one = {0}, timed_one = {0};

	for (size_t from = 0; from < w->count;) {
		struct said said = sentence(w, &from);

		if (timed && said.durations && same_amount(&said, &timed_one))
			continue;
		if (said.durations) {
			timed_one = said;
			timed++;
		} else if (has_amount(&said)) {
			plain_one = said;
			others++;
		}
	}
	if (timed > 1 || (timed == 0 && others > 1))
		return "it says several amounts: write each as a row of its own";
	if (timed + others == 0)
		return NULL;
	*out = timed ? timed_one : plain_one;
	return doubt_of(out);
}

void sen_ehc_read_quantity(struct sen_arena *arena, const char *words, struct sen_ehc_item *item,
			   const char **doubt)
{
	struct words *w = SEN_NEW(arena, struct words, 1);
	struct said said = {.minutes = SEN_NO_INT, .times = SEN_NO_INT, .weeks = SEN_NO_INT};

	w->arena = arena;
	split(w, words);
	*doubt = amount(w, &said);
	if (!*doubt && said.minutes > 7 * 24 * 60)
		*doubt = "it is more time than a week has";
	if (!*doubt) {
		if (said.per && said.times == SEN_NO_INT)
			said.times = 1;
		if (item->minutes == SEN_NO_INT)
			item->minutes = said.minutes;
		if (item->times == SEN_NO_INT && (said.per || said.minutes != SEN_NO_INT))
			item->times = said.times;
		if (!item->per)
			item->per = said.per;
		if (item->weeks == SEN_NO_INT)
			item->weeks = said.weeks;
	}
	if (!item->ratio)
		item->ratio = ehc_read_ratio(arena, words);
	if (!item->who)
		item->who = ehc_read_who(arena, words);
}

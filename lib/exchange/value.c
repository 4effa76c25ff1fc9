/* What a cell says: blanks, names, yes and no, sex, year groups, UPNs. */
#include "exchange/mis.h"
#include <ctype.h>
#include <sen/text.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of blank at `p`: ASCII, NBSP, figure and narrow spaces, zero widths, BOM. */
static size_t blank_at(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;
	if (*u == ' ' || (*u >= '\t' && *u <= '\r'))
		return 1;
	if (u[0] == 0xc2 && u[1] == 0xa0)
		return 2;
	if (u[0] == 0xe2 && u[1] == 0x80 && (u[2] == 0x87 || u[2] == 0xaf || u[2] == 0x8b))
		return 3;
	return u[0] == 0xef && u[1] == 0xbb && u[2] == 0xbf ? 3 : 0;
}

/* The blank that ends at `end`. */
static size_t blank_before(const char *start, const char *end)
{
	for (size_t n = 1; n <= 3 && end - (ptrdiff_t)n >= start; n++)
		if (blank_at(end - n) == n)
			return n;
	return 0;
}

static const char *trimmed(struct sen_arena *arena, const char *text)
{
	size_t n, len;
	while ((n = blank_at(text)))
		text += n;
	len = strlen(text);
	if (!len)
		return NULL;
	const char *end = text + len;
	while ((n = blank_before(text, end)))
		end -= n;
	return *end ? sen_strndup(arena, text, (size_t)(end - text)) : text;
}

static bool is_blank_word(const char *text)
{
	static const char *const words[] = {"NULL", "(null)", "n/a", "#n/a", "-", "--", ".", "nan", "nil"};
	if (!strchr("nN(#-.\xe2", *text) || strlen(text) > 6)
		return false;
	for (size_t i = 0; i < SEN_COUNT(words); i++)
		if (sen_text_same(text, words[i]))
			return true;
	return !strcmp(text, "\xe2\x80\x93") || !strcmp(text, "\xe2\x80\x94");
}

/* ="A123" as a cell's text (the quotes of the CSV are gone already). */
static const char *unquoted(struct sen_arena *arena, const char *text)
{
	size_t len = strlen(text);
	if (len >= 3 && text[0] == '=' && text[1] == '"' && text[len - 1] == '"')
		return trimmed(arena, sen_strndup(arena, text + 2, len - 3));
	return text;
}

const char *value_text(struct sen_arena *arena, const char *text)
{
	text = trimmed(arena, text);
	if (text && *text == '=')
		text = unquoted(arena, text);
	if (text && *text == '\'')
		text = trimmed(arena, text + 1);
	return text && !is_blank_word(text) ? text : NULL;
}

const char *value_name(struct sen_arena *arena, const char *text)
{
	text = trimmed(arena, text);
	if (text && *text == '=')
		text = unquoted(arena, text);
	/* Excel's mark for text, and exports' guard against formulas (cli.md 2); but
	 * 't Hooft begins with an apostrophe itself. */
	if (text && *text == '\'' && !islower((unsigned char)text[1]))
		text = trimmed(arena, text + 1);
	return text && strcmp(text, "-") ? text : NULL;
}

void value_plain(const char *text, char *out, size_t room)
{
	size_t n = 0;
	bool gap = false;
	for (; *text && n + 2 < room; text++) {
		unsigned char c = (unsigned char)*text;
		if (isalnum(c) || c >= 0x80 || c == '+') {
			if (c == 0xc2 && (unsigned char)text[1] == 0xa0) {
				text++;
				gap = n > 0;
				continue;
			}
			if (gap)
				out[n++] = ' ';
			gap = false;
			out[n++] = (char)tolower(c);
		} else {
			gap = n > 0;
		}
	}
	out[n] = '\0';
}

static bool among(const char *word, const char *const *words)
{
	for (; *words; words++)
		if (!strcmp(word, *words))
			return true;
	return false;
}

int value_yes(const char *text)
{
	static const char *const yes[] = {"y",
					  "yes",
					  "true",
					  "t",
					  "1",
					  "x",
					  "tick",
					  "ticked",
					  "eligible",
					  "1 0",
					  "\xe2\x9c\x93",
					  "\xe2\x9c\x94",
					  "\xe2\x98\x91",
					  NULL};
	static const char *const no[] = {"n",	"no",	"false",	"f",
					 "0",	"none", "not eligible", "ineligible",
					 "0 0", "",	"\xe2\x98\x90", NULL};
	char word[32];
	if (!text)
		return 0;
	value_plain(text, word, sizeof(word));
	return among(word, yes) ? 1 : among(word, no) ? 0 : -1;
}

const char *value_sex(const char *text)
{
	static const char *const male[] = {"m", "male", "boy", "b", NULL};
	static const char *const female[] = {"f", "female", "girl", "g", NULL};
	static const char *const unknown[] = {"u", "unknown", "not known", "x", "not specified", NULL};
	char word[32];
	if (!text)
		return NULL;
	value_plain(text, word, sizeof(word));
	return among(word, male) ? "M" : among(word, female) ? "F" : among(word, unknown) ? "U" : NULL;
}

/* Past "year", "yr", "ncy", "nc year", "y": "year r" -> "r". */
static const char *past_year(const char *word)
{
	static const char *const heads[] = {"nc year ",	   "national curriculum year ",
					    "year group ", "year ",
					    "years ",	   "ncy ",
					    "yr ",	   "y ",
					    "year",	   "ncy",
					    "yr",	   "y"};
	for (size_t i = 0; i < SEN_COUNT(heads); i++) {
		size_t n = strlen(heads[i]);
		if (!strncmp(word, heads[i], n) && word[n])
			return word + n;
	}
	return word;
}

const char *value_year(const char *text, sen_date dob, sen_date today)
{
	static const char *const reception[] = {"r",   "rec", "reception",    "0", "00",
						"fs2", "f2",  "foundation 2", NULL};
	static const char *const nursery[] = {"n", "nursery", "nur", "pre school", "preschool", NULL};
	char plain[48], *end;
	if (!text)
		return NULL;
	value_plain(text, plain, sizeof(plain));
	const char *word = past_year(plain);
	size_t n = strlen(word);
	if (n > 2 && !strcmp(word + n - 2, " 0")) /* 3.0, as Excel writes it */
		plain[strlen(plain) - 2] = '\0';
	bool minus = strchr(text, '-') && (!strcmp(word, "1") || !strcmp(word, "2"));
	if (among(word, reception))
		return "R";
	if (among(word, nursery))
		return dob != SEN_NO_DATE && sen_nc_year(dob, today) <= -2 ? "N1" : "N2";
	if (!strcmp(word, "n2") || !strcmp(word, "fs1") || !strcmp(word, "f1") || !strcmp(word, "nursery 2"))
		return "N2";
	if (!strcmp(word, "n1") || !strcmp(word, "nursery 1"))
		return "N1";
	if (!strcmp(word, "e1") || !strcmp(word, "e2") || !strcmp(word, "x"))
		return *word == 'x' ? "X" : word[1] == '1' ? "E1" : "E2";
	long year = strtol(word, &end, 10);
	if (end == word || *end || !isdigit((unsigned char)*word) || year < 0 || year > 14)
		return NULL;
	return sen_year_code(minus && *plain != 'y' ? (int)-year : (int)year);
}

void value_upn(const char *text, char out[33])
{
	size_t n = 0, gap;
	while (*text && n < 32) {
		if ((gap = blank_at(text))) {
			text += gap;
			continue;
		}
		out[n++] = (char)toupper((unsigned char)*text++);
	}
	out[n] = '\0';
}

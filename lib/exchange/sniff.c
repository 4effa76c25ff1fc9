/* What a file is written in: its encoding (a byte order mark, then strict
 * UTF-8, then Windows-1252: domain.md 5.3) and its delimiter. */
#include "exchange/decode.h"
#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

struct look {
	int64_t line;
	int64_t utf8_line; /* of the first character of more than one byte, or 0 */
	int64_t bad_line;  /* of the first byte that is not UTF-8, or 0 */
	int64_t nul_line;
	int need;		 /* continuation bytes that must follow */
	unsigned char low, high; /* bounds of the next one */
};

/* How many bytes follow a first byte, and the bounds of the next; -1: none. */
static int lead(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
	*high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
	if (c >= 0xc2 && c < 0xe0)
		return 1;
	if (c >= 0xe0 && c < 0xf0)
		return 2;
	return c >= 0xf0 && c < 0xf5 ? 3 : -1;
}

static void bad(struct look *look)
{
	look->need = 0;
	if (!look->bad_line)
		look->bad_line = look->line;
}

static void look_byte(struct look *look, unsigned char c)
{
	if (look->need) {
		if (c >= look->low && c <= look->high) {
			look->low = 0x80;
			look->high = 0xbf;
			if (!--look->need && !look->utf8_line)
				look->utf8_line = look->line;
			return;
		}
		bad(look);
	}
	if (c >= 0x80) {
		look->need = lead(c, &look->low, &look->high);
		if (look->need < 0)
			bad(look);
	} else if (c == '\n') {
		look->line++;
	} else if (!c && !look->nul_line) {
		look->nul_line = look->line;
	}
}

/* Plain ASCII goes by in eights. */
static void look_at(struct look *look, const unsigned char *p, size_t n)
{
	for (size_t i = 0; i < n;) {
		uint64_t word;
		if (!look->need && i + 8 <= n) {
			memcpy(&word, p + i, 8);
			uint64_t lf = word ^ 0x0a0a0a0a0a0a0a0aULL;
			bool plain = !(word & 0x8080808080808080ULL) &&
				     !((lf - 0x0101010101010101ULL) & ~lf & 0x8080808080808080ULL) &&
				     !((word - 0x0101010101010101ULL) & ~word & 0x8080808080808080ULL);
			if (plain) {
				i += 8;
				continue;
			}
		}
		look_byte(look, p[i++]);
	}
}

/* Files that are no text at all, by their first bytes. */
static const char *other_kind(const unsigned char *p, size_t n)
{
	if (n >= 4 && !memcmp(p, "PK\3\4", 4))
		return "an Excel workbook (or a ZIP file)";
	if (n >= 4 && !memcmp(p, "\xd0\xcf\x11\xe0", 4))
		return "an old Excel workbook";
	if (n >= 5 && !memcmp(p, "%PDF-", 5))
		return "a PDF";
	return NULL;
}

/* Without a mark, UTF-16 shows as a NUL in every second byte. */
static void by_first_bytes(struct decode *d, const unsigned char *p, size_t n)
{
	d->from = DECODE_UTF8;
	d->encoding = "UTF-8";
	if (n >= 3 && !memcmp(p, "\xef\xbb\xbf", 3)) {
		d->bom = 3;
		d->encoding = "UTF-8 with BOM";
	} else if (n >= 2 && p[0] == 0xff && p[1] == 0xfe) {
		d->bom = 2;
		d->from = DECODE_UTF16LE;
	} else if (n >= 2 && p[0] == 0xfe && p[1] == 0xff) {
		d->bom = 2;
		d->from = DECODE_UTF16BE;
	} else if (n >= 4 && p[0] && !p[1] && p[2] && !p[3]) {
		d->from = DECODE_UTF16LE;
	} else if (n >= 4 && !p[0] && p[1] && !p[2] && p[3]) {
		d->from = DECODE_UTF16BE;
	}
	if (d->from == DECODE_UTF16LE)
		d->encoding = "UTF-16LE";
	if (d->from == DECODE_UTF16BE)
		d->encoding = "UTF-16BE";
}

static int judge(struct decode *d, struct look *look, struct sen_err *err)
{
	if (d->from != DECODE_UTF8)
		return 0;
	if (look->need)
		bad(look);
	if (look->nul_line)
		return sen_fail(err, SEN_INVALID, "line %lld of '%s': a NUL byte: not a text file",
				(long long)look->nul_line, d->path);
	if (!look->bad_line)
		return 0;
	if (d->bom || look->utf8_line) {
		if (look->utf8_line)
			sen_fail(err, SEN_INVALID,
				 "'%s' is written in two encodings: line %lld is UTF-8, line %lld is not",
				 d->path, (long long)look->utf8_line, (long long)look->bad_line);
		else
			sen_fail(err, SEN_INVALID, "line %lld of '%s' is not UTF-8, as the file says it is",
				 (long long)look->bad_line, d->path);
		sen_hint(err, "Save it again as 'CSV UTF-8', and look at the names on line %lld.",
			 (long long)look->bad_line);
		return SEN_INVALID;
	}
	d->from = DECODE_1252;
	d->encoding = "Windows-1252";
	return 0;
}

int sniff_encoding(struct decode *d, struct sen_err *err)
{
	crypto_generichash_state hash;
	struct look look = {.line = 1};
	crypto_generichash_init(&hash, NULL, 0, sizeof(d->digest));
	for (;;) {
		ssize_t n = read(d->fd, d->in, DECODE_IN);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return sen_fail(err, SEN_FAIL, "cannot read '%s': %s", d->path, strerror(errno));
		if (n == 0)
			break;
		if (!d->size) {
			const char *kind = other_kind(d->in, (size_t)n);
			if (kind) {
				sen_fail(err, SEN_INVALID, "'%s' is %s, not a CSV file", d->path, kind);
				sen_hint(err, "Export it as CSV, or in Excel: File, Save As, 'CSV UTF-8'.");
				return err->code;
			}
			by_first_bytes(d, d->in, (size_t)n);
		}
		d->size += n;
		crypto_generichash_update(&hash, d->in, (size_t)n);
		if (d->from == DECODE_UTF8)
			look_at(&look, d->in, (size_t)n);
	}
	crypto_generichash_final(&hash, d->digest, sizeof(d->digest));
	if (!d->size)
		d->encoding = "UTF-8";
	return judge(d, &look, err);
}

/* ---- Delimiter ---- */

#define LINES 40

/* How often each candidate stands outside quotes on each line. */
static size_t count_lines(const char *text, size_t len, int counts[3][LINES])
{
	bool quoted = false, any = false;
	size_t line = 0;
	memset(counts, 0, 3 * LINES * sizeof(int));
	for (size_t i = 0; i < len && line < LINES; i++) {
		char c = text[i];
		if (c == '"')
			quoted = !quoted;
		if (c == '\n' && !quoted) {
			line += any; /* blank lines do not count */
			any = false;
			continue;
		}
		any = true;
		if (!quoted && (c == ',' || c == ';' || c == '\t'))
			counts[c == ',' ? 0 : c == ';' ? 1 : 2][line]++;
	}
	return line < LINES && any ? line + 1 : line;
}

/* The usual count, and the least one to part those alike. */
static int score(int *counts, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = i; j > 0 && counts[j - 1] > counts[j]; j--) {
			int swap = counts[j];
			counts[j] = counts[j - 1];
			counts[j - 1] = swap;
		}
	return n ? counts[n / 2] * 1000 + (counts[0] < 999 ? counts[0] : 999) : 0;
}

char sniff_delimiter(const char *text, size_t len)
{
	int counts[3][LINES], best = 0, most = -1;
	if (len >= 6 && !memcmp(text, "sep=", 4) && text[5] == '\n' && memchr(",;\t|", text[4], 4))
		return text[4];
	size_t lines = count_lines(text, len, counts);
	for (int i = 0; i < 3; i++) {
		int m = score(counts[i], lines);
		if (m > most) {
			most = m;
			best = i;
		}
	}
	return ",;\t"[best];
}

/* A file of any encoding as UTF-8 text with LF line ends, in chunks. */
#ifndef EXCHANGE_DECODE_H
#define EXCHANGE_DECODE_H

#include <sen/exchange.h>

enum decode_from { DECODE_UTF8, DECODE_1252, DECODE_UTF16LE, DECODE_UTF16BE };

#define DECODE_IN 32768
#define DECODE_OUT (3 * DECODE_IN + 8) /* a byte of Windows-1252 becomes three at most */

struct decode {
	const char *path; /* as messages name it */
	int fd;
	enum decode_from from;
	size_t bom;	      /* bytes to pass over at the beginning */
	const char *encoding; /* as cli.md names it */
	uint8_t digest[32];   /* BLAKE2b of the whole file as it is */
	int64_t size;	      /* bytes */
	int64_t line;	      /* of the chunk's end, for messages */
	bool cr;	      /* the last unit was a CR: an LF after it is dropped */
	uint32_t high;	      /* UTF-16: a high surrogate that waits for its low one */
	size_t kept;	      /* bytes at the front of `in` not decoded yet */
	unsigned char in[DECODE_IN + 8];
	char out[DECODE_OUT];
};

/* Opens the file ("-": standard input, kept in memory), reads it through once
 * to find its encoding and digest, and refuses what is no text (a workbook, a
 * mixture of encodings) with the line.  Free with decode_close. */
int decode_open(struct sen_arena *arena, const char *path, struct decode **out, struct sen_err *err)
	SEN_MUST_CHECK;
void decode_close(struct decode *decode); /* ignores NULL */
/* Back to the beginning, for another reading. */
int decode_rewind(struct decode *decode, struct sen_err *err) SEN_MUST_CHECK;
/* The next piece of text: 1, 0 at the end, or an error. */
int decode_next(struct decode *decode, const char **text, size_t *len, struct sen_err *err) SEN_MUST_CHECK;

/* lib/exchange/sniff.c: looks through the raw bytes once. */
int sniff_encoding(struct decode *decode, struct sen_err *err) SEN_MUST_CHECK;
/* The delimiter of the text's first lines: , ; or tab. */
char sniff_delimiter(const char *text, size_t len);

#endif

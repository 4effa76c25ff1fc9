/* A 64 KiB buffer before the stream: rows are written with memcpy, and the
 * stream is called once a buffer. Errors are kept until the end. */
#include "answer/answer.h"

#include <errno.h>

void out_init(struct out *out, FILE *file)
{
	out->file = file;
	out->len = 0;
	out->failed = false;
}

void out_flush(struct out *out)
{
	if (out->len && !out->failed && fwrite(out->bytes, 1, out->len, out->file) != out->len)
		out->failed = true;
	out->len = 0;
}

void out_put(struct out *out, const char *bytes, size_t len)
{
	if (len > OUT_SIZE - out->len) {
		out_flush(out);
		if (len > OUT_SIZE) {
			if (!out->failed && fwrite(bytes, 1, len, out->file) != len)
				out->failed = true;
			return;
		}
	}
	memcpy(out->bytes + out->len, bytes, len);
	out->len += len;
}

void out_int(struct out *out, int64_t number)
{
	char digits[24], *at = digits + sizeof(digits);
	/* In unsigned, so that the least number has a positive. */
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (number < 0)
		*--at = '-';
	out_put(out, at, (size_t)(digits + sizeof(digits) - at));
}

int out_end(struct out *out, struct sen_err *err)
{
	errno = 0;
	out_flush(out);
	if (!out->failed && fflush(out->file) == 0 && !ferror(out->file))
		return 0;
	return sen_fail(err, SEN_OUTPUT, "the answer could not be printed: %s",
			errno ? strerror(errno) : "write error");
}

/* A whole text file, of any encoding the decoder knows. */
#include "exchange/decode.h"

int sen_text_read(struct sen_arena *arena, const char *path, size_t limit, const char **text,
		  const char **encoding, struct sen_err *err)
{
	struct sen_buf buf = {.arena = arena};
	struct decode *decode = NULL;
	const char *piece;
	size_t len;
	int rc = decode_open(arena, path, &decode, err);

	if (rc < 0)
		return rc;
	*encoding = decode->encoding;
	while ((rc = decode_next(decode, &piece, &len, err)) == 1) {
		if (buf.len + len > limit) {
			rc = sen_fail(err, SEN_INVALID, "'%s' is larger than %zu KB: that is no plan",
				      decode->path, limit / 1024);
			break;
		}
		sen_buf_addn(&buf, piece, len);
	}
	decode_close(decode);
	*text = buf.text ? buf.text : "";
	return rc < 0 ? rc : 0;
}

/* The public face of whole-or-nothing files (sen/file.h), and reading one. */
#include "store/store.h"
#include <errno.h>
#include <fcntl.h>
#include <sen/file.h>
#include <string.h>
#include <unistd.h>

struct sen_file_out {
	struct file_out file;
	FILE *stream;
};

int sen_file_out_begin(struct sen_arena *arena, const char *path, struct sen_file_out **out, FILE **stream,
		       struct sen_err *err)
{
	struct sen_file_out *made = SEN_NEW(arena, struct sen_file_out, 1);
	int rc = file_begin(&made->file, path, err);
	if (rc < 0)
		return rc;
	/* file_end syncs and closes its descriptor: the stream has its own. */
	int copy = fcntl(made->file.fd, F_DUPFD_CLOEXEC, 0);
	made->stream = copy < 0 ? NULL : fdopen(copy, "w");
	if (!made->stream) {
		rc = sen_fail(err, SEN_FAIL, "cannot write '%s': %s", path, strerror(errno));
		if (copy >= 0)
			close(copy);
		file_abandon(&made->file);
		return rc;
	}
	*out = made;
	*stream = made->stream;
	return 0;
}

int sen_file_out_end(struct sen_file_out *out, bool replace, struct sen_err *err)
{
	bool failed = fflush(out->stream) != 0 || ferror(out->stream);
	int code = errno;
	failed |= fclose(out->stream) != 0;
	out->stream = NULL;
	if (failed) {
		int rc = sen_fail(err, SEN_FAIL, "cannot write '%s': %s", out->file.path, strerror(code));
		file_abandon(&out->file);
		return rc;
	}
	return file_end(&out->file, replace, err);
}

void sen_file_out_abandon(struct sen_file_out *out)
{
	if (!out || !out->stream)
		return;
	fclose(out->stream);
	out->stream = NULL;
	file_abandon(&out->file);
}

static int read_all(struct sen_arena *arena, FILE *in, const char *path, size_t limit, struct sen_buf *buf,
		    struct sen_err *err)
{
	char block[16384];
	size_t n;
	buf->arena = arena;
	sen_buf_addn(buf, "", 0);
	while ((n = fread(block, 1, sizeof block, in)) > 0) {
		sen_buf_addn(buf, block, n);
		if (buf->len > limit)
			return sen_fail(err, SEN_INVALID, "'%s' is larger than %zu bytes", path, limit);
	}
	if (ferror(in))
		return sen_fail(err, SEN_FAIL, "cannot read '%s': %s", path, strerror(errno));
	return 0;
}

int sen_file_read(struct sen_arena *arena, const char *path, size_t limit, char **text, size_t *len,
		  struct sen_err *err)
{
	bool standard = strcmp(path, "-") == 0;
	struct sen_buf buf = {0};
	FILE *in = standard ? stdin : fopen(path, "re");
	if (!in)
		return sen_fail(err, errno == ENOENT ? SEN_NOTFOUND : SEN_FAIL, "cannot read '%s': %s", path,
				strerror(errno));
	int rc = read_all(arena, in, standard ? "standard input" : path, limit, &buf, err);
	if (!standard)
		fclose(in);
	if (rc < 0)
		return rc;
	*text = buf.text;
	*len = buf.len;
	return 0;
}

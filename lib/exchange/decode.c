/* Decodes UTF-8, Windows-1252 and UTF-16 into UTF-8 with LF line ends.
 * Nothing is ever replaced silently: a byte that means nothing is an error. */
#include "exchange/decode.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Windows-1252, 0x80 to 0x9f; 0: no such character. */
static const uint16_t cp1252[32] = {0x20ac, 0,	    0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
				    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,	    0x017d, 0,
				    0,	    0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
				    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,	    0x017e, 0x0178};

static int io_fail(struct decode *d, const char *what, struct sen_err *err)
{
	return sen_fail(err, SEN_FAIL, "cannot %s '%s': %s", what, d->path, strerror(errno));
}

/* Standard input cannot be read twice: it is kept in memory (never on disk:
 * these are children's data). */
static int spool(struct decode *d, struct sen_err *err)
{
	int fd = memfd_create("sendctl-input", MFD_CLOEXEC);
	if (fd < 0)
		return io_fail(d, "keep", err);
	for (;;) {
		ssize_t n = read(STDIN_FILENO, d->in, DECODE_IN);
		if (n < 0 && errno == EINTR)
			continue;
		if (n == 0)
			break;
		for (ssize_t done = 0; n > 0 && done < n;) {
			ssize_t put = write(fd, d->in + done, (size_t)(n - done));
			if (put <= 0) {
				n = -1;
				break;
			}
			done += put;
		}
		if (n < 0) {
			close(fd);
			return io_fail(d, "read", err);
		}
	}
	d->fd = fd;
	return 0;
}

static int open_input(struct decode *d, const char *path, struct sen_err *err)
{
	struct stat st;
	if (!strcmp(path, "-")) {
		d->path = "standard input";
		return spool(d, err);
	}
	d->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (d->fd < 0)
		return sen_fail(err, errno == ENOENT ? SEN_NOTFOUND : SEN_FAIL, "cannot read '%s': %s", path,
				strerror(errno));
	if (fstat(d->fd, &st))
		return io_fail(d, "read", err);
	if (S_ISDIR(st.st_mode))
		return sen_fail(err, SEN_USAGE, "'%s' is a folder, not a file", path);
	if (!S_ISREG(st.st_mode)) { /* a pipe: <(...) */
		if (dup2(d->fd, STDIN_FILENO) < 0)
			return io_fail(d, "read", err);
		close(d->fd);
		d->fd = -1;
		return spool(d, err);
	}
	return 0;
}

int decode_rewind(struct decode *d, struct sen_err *err)
{
	d->line = 1;
	d->cr = false;
	d->high = 0;
	d->kept = 0;
	if (lseek(d->fd, (off_t)d->bom, SEEK_SET) < 0)
		return io_fail(d, "read", err);
	return 0;
}

int decode_open(struct sen_arena *arena, const char *path, struct decode **out, struct sen_err *err)
{
	struct decode *d = SEN_NEW(arena, struct decode, 1);
	d->path = path;
	d->fd = -1;
	int rc = open_input(d, path, err);
	if (!rc && lseek(d->fd, 0, SEEK_SET) < 0)
		rc = io_fail(d, "read", err);
	if (!rc)
		rc = sniff_encoding(d, err);
	if (!rc)
		rc = decode_rewind(d, err);
	if (rc)
		decode_close(d);
	else
		*out = d;
	return rc;
}

void decode_close(struct decode *d)
{
	if (d && d->fd >= 0) {
		close(d->fd);
		d->fd = -1;
	}
}

/* One character into `out`, line ends made LF; returns the new length. */
static size_t put(struct decode *d, size_t len, uint32_t c)
{
	bool after_cr = d->cr;
	d->cr = c == '\r';
	if (c == '\n' && after_cr)
		return len;
	if (c == '\r')
		c = '\n';
	char *out = d->out + len;
	if (c == '\n')
		d->line++;
	if (c < 0x80) {
		out[0] = (char)c;
		return len + 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return len + 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return len + 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return len + 4;
}

static int from_1252(struct decode *d, size_t n, size_t *len, struct sen_err *err)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t c = d->in[i];
		if (c >= 0x80 && c < 0xa0 && !(c = cp1252[c - 0x80]))
			return sen_fail(err, SEN_INVALID,
					"line %lld of '%s': byte 0x%02x is no character of Windows-1252",
					(long long)d->line, d->path, d->in[i]);
		*len = put(d, *len, c);
	}
	return 0;
}

static int bad_unit(struct decode *d, struct sen_err *err)
{
	return sen_fail(err, SEN_INVALID, "line %lld of '%s': half a UTF-16 character", (long long)d->line,
			d->path);
}

static int from_utf16(struct decode *d, size_t n, size_t *len, struct sen_err *err)
{
	bool le = d->from == DECODE_UTF16LE;
	size_t i = 0;
	for (; i + 1 < n; i += 2) {
		uint32_t c =
			le ? d->in[i] | (uint32_t)d->in[i + 1] << 8 : (uint32_t)d->in[i] << 8 | d->in[i + 1];
		bool low = c >= 0xdc00 && c < 0xe000;
		if (low != (d->high != 0))
			return bad_unit(d, err);
		if (c >= 0xd800 && c < 0xdc00) {
			d->high = c;
			continue;
		}
		if (low)
			c = 0x10000 + ((d->high - 0xd800) << 10) + (c - 0xdc00);
		d->high = 0;
		if (!c)
			return sen_fail(err, SEN_INVALID,
					"line %lld of '%s': a NUL character: not a text file",
					(long long)d->line, d->path);
		*len = put(d, *len, c);
	}
	d->kept = n - i;
	if (d->kept)
		d->in[0] = d->in[i];
	return 0;
}

/* UTF-8 was checked whole by sniff_encoding: only line ends are left. */
static size_t from_utf8(struct decode *d, size_t n)
{
	size_t len = 0;
	for (size_t i = 0; i < n;) {
		if (d->cr && d->in[i] == '\n') {
			d->cr = false;
			i++;
			continue;
		}
		d->cr = false;
		unsigned char *cr = memchr(d->in + i, '\r', n - i);
		size_t run = cr ? (size_t)(cr - d->in) - i : n - i;
		memcpy(d->out + len, d->in + i, run);
		len += run;
		i += run;
		if (cr) {
			d->out[len++] = '\n';
			d->cr = true;
			i++;
		}
	}
	return len;
}

int decode_next(struct decode *d, const char **text, size_t *len, struct sen_err *err)
{
	for (;;) {
		ssize_t n = read(d->fd, d->in + d->kept, DECODE_IN);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return io_fail(d, "read", err);
		if (n == 0)
			return d->kept || d->high ? bad_unit(d, err) : 0;
		size_t have = d->kept + (size_t)n;
		int rc = 0;
		d->kept = 0;
		*len = 0;
		if (d->from == DECODE_UTF8)
			*len = from_utf8(d, have);
		else if (d->from == DECODE_1252)
			rc = from_1252(d, have, len, err);
		else
			rc = from_utf16(d, have, len, err);
		if (rc)
			return rc;
		*text = d->out;
		if (*len)
			return 1;
	}
}

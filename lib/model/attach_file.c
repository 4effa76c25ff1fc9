/* Files kept whole: read with a digest and a type found from the content, and
 * written out again byte for byte. */
#include "model/model.h"
#include <errno.h>
#include <fcntl.h>
#include <sen/file.h>
#include <sen/text.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SIZE_MAX_KEPT (10 * 1024 * 1024)
#define DIGEST_LEN 32

/* What a file begins with, and what it is then. */
static const struct {
	size_t at;
	const char *bytes;
	size_t len;
	const char *type;
} magics[] = {{0, "%PDF-", 5, "application/pdf"},
	      {0, "\x89PNG\r\n\x1a\n", 8, "image/png"},
	      {0, "\xff\xd8\xff", 3, "image/jpeg"},
	      {0, "GIF87a", 6, "image/gif"},
	      {0, "GIF89a", 6, "image/gif"},
	      {8, "WEBP", 4, "image/webp"},
	      {8, "WAVE", 4, "audio/wav"},
	      {4, "ftypheic", 8, "image/heic"},
	      {4, "ftypmif1", 8, "image/heic"},
	      {4, "ftypM4A", 7, "audio/mp4"},
	      {4, "ftyp", 4, "video/mp4"},
	      {0, "ID3", 3, "audio/mpeg"},
	      {0, "II*\0", 4, "image/tiff"},
	      {0, "MM\0*", 4, "image/tiff"},
	      {0, "{\\rtf", 5, "application/rtf"},
	      {0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "application/x-ole-storage"}};

/* Office files are ZIP files; what is in them tells which. */
static const char *zip_type(const void *bytes, size_t len)
{
	static const struct {
		const char *name, *type;
	} parts[] = {{"mimetypeapplication/vnd.oasis.opendocument.text",
		      "application/vnd.oasis.opendocument.text"},
		     {"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
		      "application/vnd.oasis.opendocument.spreadsheet"},
		     {"word/document.xml",
		      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		     {"xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		     {"ppt/presentation.xml",
		      "application/vnd.openxmlformats-officedocument.presentationml.presentation"}};
	for (size_t i = 0; i < SEN_COUNT(parts); i++) {
		if (memmem(bytes, len, parts[i].name, strlen(parts[i].name)))
			return parts[i].type;
	}
	return "application/zip";
}

static const char *content_type(const char *bytes, size_t len)
{
	for (size_t i = 0; i < SEN_COUNT(magics); i++) {
		if (magics[i].at + magics[i].len <= len &&
		    memcmp(bytes + magics[i].at, magics[i].bytes, magics[i].len) == 0)
			return magics[i].type;
	}
	if (len >= 4 && memcmp(bytes, "PK\3\4", 4) == 0)
		return zip_type(bytes, len);
	if (len && !memchr(bytes, '\0', len) && sen_utf8_valid(bytes, len))
		return "text/plain";
	return "application/octet-stream";
}

static void digest_hex(const void *bytes, size_t len, char out[2 * DIGEST_LEN + 1])
{
	unsigned char digest[DIGEST_LEN];
	crypto_generichash(digest, sizeof(digest), bytes, len, NULL, 0);
	sen_hex(digest, sizeof(digest), out);
}

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

static int size_of(int fd, const char *path, size_t *size, struct sen_err *err)
{
	struct stat st;
	if (fstat(fd, &st) < 0)
		return sen_fail(err, SEN_FAIL, "cannot read '%s': %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return sen_fail(err, SEN_INVALID, "'%s' is not a file", path);
	if (st.st_size == 0)
		return sen_fail(err, SEN_INVALID, "'%s' is empty", path);
	if (st.st_size > SIZE_MAX_KEPT) {
		sen_fail(err, SEN_INVALID, "'%s' is larger than 10 MiB", path);
		sen_hint(err,
			 "make it smaller (a photograph: save it at a lower size), or note where it is kept "
			 "with 'sendctl pupil note'");
		return err->code;
	}
	*size = (size_t)st.st_size;
	return 0;
}

/* The whole file into the arena; a file that changes length while it is read is
 * refused. */
static int read_whole(struct sen_arena *arena, const char *path, char **bytes, size_t *len,
		      struct sen_err *err)
{
	SEN_CLEANUP(close_fd) int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	size_t size = 0, got = 0;
	if (fd < 0)
		return sen_fail(err, errno == ENOENT ? SEN_NOTFOUND : SEN_FAIL, "cannot read '%s': %s", path,
				strerror(errno));
	int rc = size_of(fd, path, &size, err);
	if (rc < 0)
		return rc;
	*bytes = sen_alloc(arena, size + 1);
	while (got < size + 1) {
		ssize_t n = read(fd, *bytes + got, size + 1 - got);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return sen_fail(err, SEN_FAIL, "cannot read '%s': %s", path, strerror(errno));
		if (n == 0)
			break;
		got += (size_t)n;
	}
	if (got != size)
		return sen_fail(err, SEN_FAIL, "'%s' changed while it was read", path);
	*len = size;
	return 0;
}

static const char twice_sql[] = "SELECT id FROM attachment WHERE pupil_id = :pupil AND digest = :digest"
				" AND voided_at IS NULL";

static int check_twice(struct sen_store *store, const struct sen_attachment *record, struct sen_err *err)
{
	struct db_stmt *stmt;
	int64_t other = 0;
	int rc = db_cached(store->db, twice_sql, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", record->pupil_id);
	db_bind_text(stmt, ":digest", record->digest);
	if ((rc = db_step(stmt, err)) == 1)
		other = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc == 1 ? sen_fail(err, SEN_CONFLICT, "the same file is kept already as AT%lld",
				  (long long)other)
		       : rc;
}

static const char data_sql[] = "INSERT INTO attachment_data (id, data) VALUES (:id, :data)";

static int keep_bytes(struct sen_store *store, int64_t id, const char *bytes, size_t len, struct sen_err *err)
{
	struct db_stmt *stmt;
	int rc = db_cached(store->db, data_sql, &stmt, err);
	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":id", id);
	db_bind_blob(stmt, ":data", bytes, len);
	return db_run(stmt, err);
}

int sen_attach_file(struct sen_store *store, struct sen_attachment *record, const char *path,
		    struct sen_err *err)
{
	char *bytes = NULL, hex[2 * DIGEST_LEN + 1];
	const char *slash = strrchr(path, '/');
	size_t len = 0;
	int rc = read_whole(store->arena, path, &bytes, &len, err);
	if (rc < 0)
		return rc;
	digest_hex(bytes, len, hex);
	record->digest = sen_strdup(store->arena, hex);
	record->type = content_type(bytes, len);
	record->size = (int64_t)len;
	rc = sen_text_clean(store->arena, slash ? slash + 1 : path, SEN_TEXT_LINE, SEN_LIMIT_LINE,
			    &record->filename, err);
	if (rc < 0)
		return rc;
	if (!record->title)
		record->title = record->filename;
	if (record->attached_on == SEN_NO_DATE)
		record->attached_on = store->context.today;
	if ((rc = check_twice(store, record, err)) < 0 ||
	    (rc = sen_record_insert(store, &sen_attachment_record, record, err)) < 0)
		return rc;
	return keep_bytes(store, record->head.id, bytes, len, err);
}

static const char bytes_sql[] = "SELECT data FROM attachment_data WHERE id = :id";

static int write_bytes(const char *to, const void *bytes, size_t len, struct sen_err *err)
{
	struct file_out out;
	size_t done = 0;
	int rc = file_begin(&out, to, err);
	if (rc < 0)
		return rc;
	while (done < len) {
		ssize_t n = write(out.fd, (const char *)bytes + done, len - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			sen_fail(err, SEN_FAIL, "cannot write '%s': %s", to, strerror(errno));
			file_abandon(&out);
			return err->code;
		}
		done += (size_t)n;
	}
	return file_end(&out, false, err);
}

int sen_attach_export(struct sen_store *store, int64_t id, const char *to, struct sen_err *err)
{
	struct sen_attachment record;
	struct db_stmt *stmt;
	char hex[2 * DIGEST_LEN + 1];
	size_t len = 0;
	int rc = sen_record_get(store, &sen_attachment_record, id, &record, err);
	if (rc < 0 || (rc = db_cached(store->db, bytes_sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":id", id);
	if ((rc = db_step(stmt, err)) == 1) {
		const void *bytes = db_col_blob(stmt, 0, &len);
		digest_hex(bytes ? bytes : "", len, hex);
		rc = model_same(hex, record.digest)
			     ? write_bytes(to, bytes, len, err)
			     : sen_fail(err, SEN_FILE, "AT%lld is damaged: its digest is not the one kept",
					(long long)id);
	} else if (rc == 0) {
		rc = sen_fail(err, SEN_NOTFOUND, "AT%lld has no content any more", (long long)id);
	}
	db_reset(stmt);
	return rc;
}

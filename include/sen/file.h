/* Files that leave the records: written whole or not at all, 0600. */
#ifndef SEN_FILE_H
#define SEN_FILE_H

#include <sen/base.h>
#include <stdio.h>

struct sen_file_out;

/* Begins a file beside `path` under a temporary name; *stream is what to
 * write to.  SEN_FAIL with the reason when it cannot be made. */
int sen_file_out_begin(struct sen_arena *arena, const char *path, struct sen_file_out **out, FILE **stream,
		       struct sen_err *err) SEN_MUST_CHECK;
/* Flushes, syncs and puts the file in place of `path`; closes the stream.
 * Without `replace` an existing file is SEN_CONFLICT. */
int sen_file_out_end(struct sen_file_out *out, bool replace, struct sen_err *err) SEN_MUST_CHECK;
/* Closes the stream and leaves no trace; ignores NULL. */
void sen_file_out_abandon(struct sen_file_out *out);

/* A folder, 0700: filled under `temp`, beside `path`, and put in place whole.
 * SEN_CONFLICT where something is that is no empty folder. */
struct sen_folder {
	const char *path; /* without a slash at the end */
	const char *temp; /* NULL: none is in the making */
};
int sen_folder_begin(struct sen_arena *arena, const char *path, struct sen_folder *out, struct sen_err *err)
	SEN_MUST_CHECK;
int sen_folder_end(struct sen_folder *folder, struct sen_err *err) SEN_MUST_CHECK;
/* Leaves no trace of what was not put in place. */
void sen_folder_abandon(struct sen_folder *folder);
/* Would sen_folder_begin take this name? */
int sen_folder_free(const char *path, struct sen_err *err) SEN_MUST_CHECK;
/* Removes a file, or a folder with all that is in it; allocates nothing of ours. */
void sen_path_remove(const char *path);

struct sen_file_digest {
	int64_t size; /* bytes */
	char sha256[65], blake2b[65];
};
int sen_file_digest(const char *path, struct sen_file_digest *out, struct sen_err *err) SEN_MUST_CHECK;

/* A whole file (or "-": standard input) as text, at most `limit` bytes:
 * SEN_NOTFOUND, SEN_FAIL, or SEN_INVALID when it is larger. */
int sen_file_read(struct sen_arena *arena, const char *path, size_t limit, char **text, size_t *len,
		  struct sen_err *err) SEN_MUST_CHECK;

#endif

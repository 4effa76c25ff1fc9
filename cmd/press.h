/* Pages made for a reader, into the file or the folder of -o, whole or not at all. */
#ifndef PRESS_H
#define PRESS_H

#include "cmd.h"

#include <sen/file.h>
#include <sen/page.h>

struct press {
	struct app *app;
	struct sen_page *page; /* to write into, once a sheet has begun */
	enum sen_page_look look;
	const char *path;  /* of -o */
	const char *title; /* of the one file */
	size_t sheets, said;
	/* Inside. */
	bool many; /* a folder: a file a sheet */
	struct sen_folder folder;
	struct sen_file_out *out; /* of the sheet that is open, in a folder */
	FILE *stream;
};

/* SEN_USAGE without -o, or when its name is that of another format; SEN_CONFLICT
 * when the folder is there and not empty.  `title` is what one file of all is called. */
int press_begin(struct press *press, struct app *app, const char *title, enum sen_page_look look,
		struct sen_err *err) SEN_MUST_CHECK;
/* A new sheet: of its own file NAME.html, called `title`, or on a new page of the one. */
int press_sheet(struct press *press, const char *name, const char *title, struct sen_err *err) SEN_MUST_CHECK;
/* Puts all in place; after an error `rc` leaves no trace and returns it. */
int press_end(struct press *press, int rc, struct sen_err *err) SEN_MUST_CHECK;
/* "P12-zoe-obrien": what no other child's file is called, in plain letters. */
const char *press_name(struct app *app, int64_t pupil_id, const char *name);
/* A line a child, of the first dozen: the number is said at the end. */
void press_say(struct press *press, const char *fmt, ...) SEN_PRINTF(2, 3);
/* Into the audit: this child's page left the file. */
int press_note(struct press *press, int64_t pupil_id, const char *what, struct sen_err *err) SEN_MUST_CHECK;

#endif

/* The SEN files of children for their next schools, in a folder made whole or
 * not at all: pages, the same as JSON, what is attached, digests. */
#ifndef PACK_H
#define PACK_H

#include "cmd.h"

#include <sen/childfile.h>
#include <sen/file.h>

struct packing {
	struct app *app;
	bool many; /* then a folder a child in it: P12 */
	struct sen_folder folder;
};
/* SEN_CONFLICT when the folder is there and not empty. */
int pack_begin(struct app *app, const char *path, size_t children, struct packing *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* The file of one child as the transaction sees it, audited as an export. */
int pack_add(struct packing *packing, const struct sen_transfer *leaving, struct sen_err *err) SEN_MUST_CHECK;
/* Puts the folder in place. Nothing of it is left when the command fails. */
int pack_end(struct packing *packing, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Inside: pack_pages.c fills the folder, pack.c begins and ends it ---- */

struct packed { /* a line of the index */
	const char *name, *what;
	int64_t lines;
	struct sen_file_digest digest;
};
struct pack {
	struct app *app;
	const struct sen_transfer *leaving;
	struct sen_style style;
	const char *folder; /* being filled */
	struct packed *files;
	size_t count, cap;
	struct sen_buf sha256, blake2b, none; /* the lists of digests; what there is none of */
	char day[11];			      /* the child's page is as of the last day here */
	struct sen_value values[2];	      /* :pupil and :day */
};

/* "FOLDER/name" */
const char *pack_path(const struct pack *pack, const char *name);
/* One answer in one format; with no row no file. Closes the table. */
int pack_render(struct pack *pack, struct sen_table *table, const char *name, enum sen_format format,
		int64_t *rows, struct sen_err *err) SEN_MUST_CHECK;
/* pack_given.c: what was given, with the sessions the child had. */
int pack_provision(struct pack *pack, struct sen_table **table, struct sen_err *err) SEN_MUST_CHECK;
/* Every page, the same as JSON, and what is attached. */
int pack_pages(struct pack *pack, const char *child, struct sen_err *err) SEN_MUST_CHECK;

#endif

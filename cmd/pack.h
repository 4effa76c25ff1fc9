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

#endif

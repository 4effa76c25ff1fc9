/* What every `import` of one file is given whose headings are the field names. */
#ifndef IMPORT_H
#define IMPORT_H

#include "cmd.h"

struct import_args {
	const char *file;
};
extern const struct opt import_opts[1]; /* generic.c */

#endif

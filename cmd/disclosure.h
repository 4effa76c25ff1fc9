/* On what ground something of an EHC plan leaves the school, as it is typed. */
#ifndef CMD_DISCLOSURE_H
#define CMD_DISCLOSURE_H

#include "cmd.h"

#include <sen/disclosure.h>

struct disclose_args {
	const char *ground, *why; /* --ground, --why; or NULL */
};

extern const struct cmd disclosure_grounds_cmd;

#endif

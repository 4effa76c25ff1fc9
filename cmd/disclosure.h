/* The words with which a command says to whom something of an EHC plan goes, and on
 * what ground: the same on every command that lets one leave the school. */
#ifndef CMD_DISCLOSURE_H
#define CMD_DISCLOSURE_H

#include "cmd.h"

#include <sen/disclosure.h>

struct disclose_args {
	const char *who, *organisation, *ground, *why, *how;
};
/* Five rows of options for a command whose args struct S has a `struct disclose_args m`. */
#define DISCLOSE_OPTS(S, m)                                                                       \
	OPT_ROW_WORD(S, m.who, "for", 0, "NAME", "who it goes to"),                               \
		OPT_ROW_WORD(S, m.organisation, "organisation", 0, "NAME", "of what body"),       \
		OPT_ROW_WORD(S, m.ground, "ground", 0, "CODE",                                    \
			     "consent, or the ground of the law ('sendctl disclosure grounds')"), \
		OPT_ROW_TEXT(S, m.why, "why", 0, "TEXT", "what for"),                             \
		OPT_ROW_TEXT(S, m.how, "how", 0, "TEXT", "shown, copy, by e-mail, sealed file")

extern const struct cmd disclosure_grounds_cmd;

/* Passes the wall of regulation 17 and keeps the disclosure, or fails (exit 4); SEN_USAGE
 * without --for.  Says "  kept as DI3: ..." on stderr.  `version` 0: the one that stands. */
int disclose(struct app *app, const struct disclose_args *args, int64_t pupil_id, const char *what,
	     int64_t version, struct sen_err *err) SEN_MUST_CHECK;

#endif

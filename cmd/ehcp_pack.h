/* Evidence for a request, and the bundle of it (ehcp_evidence.c, ehcp_pack*.c). */
#ifndef EHCP_PACK_H
#define EHCP_PACK_H

#include "pack.h"

#include <sen/evidence.h>
#include <sen/text.h>

struct evidence_args {
	const char *pupil, *funding, *pack, *to, *ground;
	struct texts without;
	bool exit_code;
};
/* Prints the list; minds --exit-code. */
int evidence_answer(struct app *app, int64_t pupil_id, const char *funding, bool exit_code,
		    struct sen_err *err) SEN_MUST_CHECK;
/* Writes the bundle into args->pack, in place when the command succeeds; audited. */
int ehcp_pack(struct app *app, const struct evidence_args *args, int64_t pupil_id,
	      const struct sen_evidence *evidence, struct sen_err *err) SEN_MUST_CHECK;
/* ehcp_pack_index.c: index.html, item by item with links. */
struct paper;
int ehcp_pack_index(struct pack *pack, const struct paper *paper, const struct sen_evidence *evidence,
		    const char *to, struct sen_err *err) SEN_MUST_CHECK;
/* ehcp_pack_veil.c: the table without the names of those whom no page names.  *veiled
 * counts the cells. */
struct sen_table *ehcp_pack_veil(struct sen_arena *arena, struct sen_table *table,
				 const struct sen_contact *barred, size_t count, int64_t *veiled);

#endif

/* What the files of the bundle share (ehcp_pack.c, _index.c, _given.c). */
#ifndef EHCP_PACK_PARTS_H
#define EHCP_PACK_PARTS_H

#include "ehcp_pack.h"
#include "paper.h"

/* Provision with its cost, as a table. */
int evidence_provision(struct pack *pack, struct sen_table **table, struct sen_err *err) SEN_MUST_CHECK;
/* The page of the folder that shows a record: "PL3" -> "plan-PL3.html"; NULL: none. */
const char *evidence_page(const struct pack *pack, const char *record);

#endif

/* What the files of the noun `topup` share. */
#ifndef CMD_TOPUP_H
#define CMD_TOPUP_H

#include "nouns.h"

extern const struct cmd topup_evidence_cmd, topup_show_cmd;

#endif

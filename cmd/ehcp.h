/* Shared by the verbs of `ehcp` (ehcp*.c). */
#ifndef EHCP_H
#define EHCP_H

#include "nouns.h"

#include <sen/ehc.h>

/* The case meant by EH1 or by a child (the open one, else the last). */
int ehcp_case(struct app *app, const char *text, struct sen_ehc *out, struct sen_err *err) SEN_MUST_CHECK;

#endif

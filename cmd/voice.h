/* What the files of the noun `voice` share. */
#ifndef CMD_VOICE_H
#define CMD_VOICE_H

#include "nouns.h"
#include <sen/views.h>

#define AUDIENCES "parent|pupil|staff"
extern const struct cmd voice_add_cmd, voice_form_cmd;

#endif

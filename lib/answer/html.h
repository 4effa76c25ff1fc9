/* What every HTML page shares: its head, and the one way of words into it. */
#ifndef HTML_H
#define HTML_H

#include "answer/answer.h"

/* Up to <body>: no script, nothing fetched. `style` is constant CSS. */
void html_begin(struct out *out, const char *title, const char *style);
/* For text and attributes alike. */
void html_text(struct out *out, const char *text);

#endif

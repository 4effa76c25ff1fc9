/* The head of an HTML page, and the escaping of all that comes from the records. */
#include "answer/html.h"

static const char page_head[] = "<!DOCTYPE html>\n"
				"<html lang=\"en-GB\">\n"
				"<head>\n"
				"<meta charset=\"utf-8\">\n"
				"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
				"style-src 'unsafe-inline'\">\n"
				"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
				"<meta name=\"referrer\" content=\"no-referrer\">\n";

void html_begin(struct out *out, const char *title, const char *style)
{
	out_text(out, page_head);
	out_text(out, "<title>");
	html_text(out, title);
	out_text(out, "</title>\n<style>\n");
	out_text(out, style);
	out_text(out, "</style>\n</head>\n<body>\n");
}

void html_text(struct out *out, const char *text)
{
	for (const char *from = text;; text++) {
		const char *entity = *text == '&'    ? "&amp;"
				     : *text == '<'  ? "&lt;"
				     : *text == '>'  ? "&gt;"
				     : *text == '"'  ? "&quot;"
				     : *text == '\'' ? "&#39;"
						     : NULL;
		if (!entity && *text)
			continue;
		out_put(out, from, (size_t)(text - from));
		if (!*text)
			return;
		out_text(out, entity);
		from = text + 1;
	}
}

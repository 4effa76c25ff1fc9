/* Printable pages made for a reader: a plan, a yearly report, a letter. Elements
 * are opened and closed by name; every word of the records is escaped on its way
 * in, and nothing is fetched or run (lib/answer/README.md). Tables of an answer
 * are sen/answer.h. */
#ifndef SEN_PAGE_H
#define SEN_PAGE_H

#include <sen/base.h>
#include <stdio.h>

/* How it is set: by whom it is read. */
enum sen_page_look { SEN_PAGE_PARENT, SEN_PAGE_PUPIL, SEN_PAGE_STAFF, SEN_PAGE_LETTER, SEN_PAGE_MAP };

struct sen_page;
/* May begin and end any number of files, one after the other. */
struct sen_page *sen_page_new(struct sen_arena *arena);
void sen_page_begin(struct sen_page *page, FILE *out, const char *title, enum sen_page_look look);
/* SEN_OUTPUT when not all of it could be written. Closes what is open. */
int sen_page_end(struct sen_page *page, struct sen_err *err) SEN_MUST_CHECK;

/* An element; `tag` is a constant, which may hold attributes ("th scope=\"col\"");
 * `look` is a class of lib/answer/page_style.h, or NULL. */
void sen_page_open(struct sen_page *page, const char *tag, const char *look);
void sen_page_close(struct sen_page *page); /* the innermost */
void sen_page_text(struct sen_page *page, const char *text);
/* A whole element; nothing at all when the text is NULL or empty. */
void sen_page_add(struct sen_page *page, const char *tag, const char *look, const char *text);
/* A row of a table of two columns, "label | text"; nothing without a text. */
void sen_page_row(struct sen_page *page, const char *label, const char *text);
/* A table with a line of headings, its rows of as many cells (NULL: empty), and its end.
 * `named`: the first cell of a row is its heading. */
void sen_page_table(struct sen_page *page, const char *look, const char *const *heads, size_t count);
void sen_page_cells(struct sen_page *page, const char *const *texts, size_t count, bool named);
void sen_page_table_end(struct sen_page *page);
/* Three faces to mark, each with its words: well, fairly, not yet. */
void sen_page_faces(struct sen_page *page, const char *const words[3]);
/* Empty lines to write on. */
void sen_page_lines(struct sen_page *page, int count);

/* Names to look out for in all that is written from here on, in any case and with or
 * without accents; the array and its texts must live as long as the page. */
void sen_page_watch(struct sen_page *page, const char *const *names, size_t count);
/* The first of them that was written, or NULL. */
const char *sen_page_watched(const struct sen_page *page);

/* ---- Texts with places to fill in: "{child} is in {class}." ----
 * NULL when a place has no value: a sentence that cannot be said whole is left out.
 * The result is plain text, escaped where it goes into a page. */
struct sen_fill {
	const char *name, *value;
};
const char *sen_fill(struct sen_arena *arena, const char *text, const struct sen_fill *fills, size_t count);

#endif

/* What the files of a plan's sections share. */
#ifndef RULES_EHC_READ_H
#define RULES_EHC_READ_H

#include <sen/ehc_plan.h>

/* By section, number and version. */
void ehc_items_sort(struct sen_ehc_item *items, size_t count);

/* "1:1" from "1:1", "1 to 1", "one-to-one"; NULL when none, or two, are said. */
const char *ehc_read_ratio(struct sen_arena *arena, const char *words);
/* "a teaching assistant" after "by", "from" or "with", if it is somebody. */
const char *ehc_read_who(struct sen_arena *arena, const char *words);
/* The only date, and the only sum in pounds; SEN_NO_DATE, SEN_NO_INT. */
sen_date ehc_read_date(const char *words, sen_date today);
int64_t ehc_read_pence(const char *words);
/* "[minutes: 30 | times: 3 | per: week]" of our own form into the item; false: the line
 * is none.  *fault: what of it cannot be read, or NULL. */
bool ehc_read_marks(struct sen_arena *arena, const char *line, struct sen_ehc_item *item, const char **fault);
/* The same the other way round; NULL when there is nothing to say. */
const char *ehc_write_marks(struct sen_arena *arena, const struct sen_ehc_item *item);

/* Lines that are no paragraph: the number of a page, also after a running title; a row of a
 * table (three cells or more: bars, tabs, wide gaps); the names of its columns; "Needs:". */
bool ehc_read_is_page_number(const char *line);
bool ehc_read_is_table(const char *line);
bool ehc_read_is_column_names(struct sen_arena *arena, const char *line);
bool ehc_read_is_caption(struct sen_arena *arena, const char *line);
/* The cells of such a row as one text, "; " between them. */
const char *ehc_read_cells(struct sen_arena *arena, const char *line);

/* A heading of a section ("SECTION F: ...", "B. Special educational needs") into its
 * place in sen_ehc_sections; -1: none.  *rest: what follows it on the line. */
int ehc_read_heading(struct sen_arena *arena, const char *line, const char **rest);
/* The code of an area of need when the line is its name and no more; NULL. */
const char *ehc_read_area(struct sen_arena *arena, const char *line);

#endif

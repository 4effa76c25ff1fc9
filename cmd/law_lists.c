/* sendctl law: the lists of the law beside its rules, in the columns of a rule. */
#include "law.h"

#include <sen/text.h>

#include <string.h>

/* An item of one of the law's lists, in the columns of a rule. */
static void item_cells(const struct sen_law_item *item, struct sen_cell *cell, size_t extra, size_t note)
{
	sen_cell_text(&cell[0], item->code);
	sen_cell_text(&cell[1], item->list);
	sen_cell_text(&cell[2], item->name);
	sen_cell_text(&cell[5], item->cite);
	sen_cell_text(&cell[6], item->confidence);
	sen_cell_text(&cell[extra], item->extra);
	sen_cell_text(&cell[note], item->note);
}

/* For a list the columns that only rules have stand back for those of lists. */
struct sen_table *law_list_table(struct app *app, bool lists)
{
	static const char *const quiet[] = {"section", "limit", "owner"}, *const shown[] = {"extra", "note"};
	const struct sen_query *query = &sen_law_list;
	struct sen_column *columns = SEN_NEW(app->arena, struct sen_column, query->count);

	memcpy(columns, query->columns, query->count * sizeof(*columns));
	for (size_t i = 0; lists && i < query->count; i++) {
		for (size_t k = 0; k < SEN_COUNT(quiet); k++)
			if (strcmp(columns[i].name, quiet[k]) == 0)
				columns[i].flags |= SEN_COL_QUIET;
		for (size_t k = 0; k < SEN_COUNT(shown); k++)
			if (strcmp(columns[i].name, shown[k]) == 0)
				columns[i].flags = SEN_COL_WIDE;
	}
	return sen_table_new(app->arena, query->name, lists ? "A list of the law" : query->title,
			     query->version, columns, query->count);
}

bool law_has_list(const struct sen_law *law, const char *name)
{
	size_t count;

	return sen_law_list_of(law, name, &count) != NULL;
}

int law_list_items(struct app *app, const struct sen_law *law, const char *list, struct sen_err *err)
{
	struct sen_table *table = law_list_table(app, true);
	size_t count;
	const struct sen_law_item *items = sen_law_list_of(law, list, &count);

	for (size_t i = 0; i < count; i++)
		item_cells(&items[i], sen_table_add(table), 12, 11);
	return app_answer_table(app, table, err);
}

/* "ground:ofsted", or "ofsted" where one list only has it. */
static int item_of(struct app *app, const struct sen_law *law, const char *text,
		   const struct sen_law_item **out, struct sen_err *err)
{
	const char *colon = strchr(text, ':');
	struct sen_buf many = {.arena = app->arena};
	size_t count = 0;

	for (size_t i = 0; i < law->item_count; i++) {
		const struct sen_law_item *item = &law->items[i];
		bool of = !colon || (strlen(item->list) == (size_t)(colon - text) &&
				     strncmp(item->list, text, (size_t)(colon - text)) == 0);

		if (!of || strcmp(item->code, colon ? colon + 1 : text) != 0)
			continue;
		*out = item;
		sen_buf_addf(&many, "%s%s:%s", count++ ? ", " : "", item->list, item->code);
	}
	if (count == 1)
		return 0;
	sen_fail(err, SEN_NOTFOUND, count ? "several lists of the law have '%s'" : "there is no rule '%s'",
		 sen_text_visible(app->arena, text, false));
	if (count)
		sen_hint(err, "Say which: %s.", many.text);
	else
		sen_hint(err,
			 "See them all with 'sendctl law list', and 'sendctl law list --section ground'.");
	return err->code;
}

int law_show_item(struct app *app, const struct sen_law *law, const char *text, struct sen_table *table,
		  struct sen_err *err)
{
	const struct sen_law_item *item = NULL;
	int rc = item_of(app, law, text, &item, err);

	if (rc < 0)
		return rc;
	item_cells(item, sen_table_add(table), 16, 12);
	return app_answer_table(app, table, err);
}

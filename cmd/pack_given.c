/* Provision in a child's file for the next school: what was given, and the sessions
 * the child had; no other child's name. */
#include "pack.h"
#include "pupil_report.h"

static const struct sen_column columns[] = {
	{"id", "Id", SEN_C_ID, 0, "G", NULL, "the provision"},
	{"provision", "Provision", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was given"},
	{"how_often", "How often", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "minutes, times a week, weeks"},
	{"adults", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who gave it"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "the child's first day in it"},
	{"until_on", "Until", SEN_C_DATE, 0, NULL, NULL, "the first day after"},
	{"entry", "At the start", SEN_C_TEXT, 0, NULL, NULL, "measured at the start"},
	{"exit", "At the end", SEN_C_TEXT, 0, NULL, NULL, "measured at the end"},
	{"planned", "Planned", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "sessions planned to date"},
	{"held", "Held", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "sessions held"},
	{"attended", "There", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "sessions the child was at"}};

int pack_provision(struct pack *pack, struct sen_table **table, struct sen_err *err)
{
	struct app *app = pack->app;
	struct pupil_report all;
	/* All there is: from before any file was begun to after today. */
	int rc = pupil_report_load(app, pack->pupil_id, sen_date_make(1990, 1, 1), app->context.today + 1,
				   &all, err);

	if (rc < 0)
		return rc;
	*table = sen_table_new(app->arena, "pupil-pack-provision",
			       "Provision, with the sessions the child had", 1, columns, SEN_COUNT(columns));
	for (size_t i = 0; i < all.given_count; i++) {
		const struct report_given *one = &all.given[i];
		struct sen_cell *cell = sen_table_add(*table);

		sen_cell_int(&cell[0], one->given->provision.head.id);
		sen_cell_text(&cell[1], one->given->provision.name);
		sen_cell_text(&cell[2], one->given->how);
		sen_cell_text(&cell[3], one->given->adults);
		sen_cell_date(app->arena, &cell[4], one->given->member.from_on);
		sen_cell_date(app->arena, &cell[5], one->given->member.until_on);
		sen_cell_text(&cell[6], one->given->member.entry);
		sen_cell_text(&cell[7], one->given->member.exit);
		sen_cell_int(&cell[8], one->planned);
		sen_cell_int(&cell[9], one->held);
		sen_cell_int(&cell[10], one->attended);
	}
	return 0;
}

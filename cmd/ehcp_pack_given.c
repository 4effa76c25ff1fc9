/* Provision in the bundle of evidence: what the child had, what came of it and what
 * it cost; no other child's name. */
#include "ehcp_pack_parts.h"

#include <sen/costed.h>

#include <string.h>

static const struct sen_column columns[] = {
	{"id", "Id", SEN_C_ID, 0, "G", NULL, "the provision"},
	{"provision", "Provision", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what was given"},
	{"how_often", "How often", SEN_C_TEXT, 0, NULL, NULL, "minutes, times a week, weeks"},
	{"adults", "Given by", SEN_C_TEXT, 0, NULL, NULL, "who gave it"},
	{"from_on", "From", SEN_C_DATE, 0, NULL, NULL, "the child's first day in it"},
	{"until_on", "First day after", SEN_C_DATE, 0, NULL, NULL, "the first day after"},
	{"measure", "Measured by", SEN_C_TEXT, 0, NULL, NULL, "what was measured"},
	{"entry", "At the start", SEN_C_TEXT, 0, NULL, NULL, "measured at the start"},
	{"exit", "At the end", SEN_C_TEXT, 0, NULL, NULL, "measured at the end"},
	{"planned", "Sessions planned to date", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL,
	 "sessions planned to date"},
	{"held", "Sessions held", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "sessions held"},
	{"there", "Sessions the child was at", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL,
	 "sessions the child was at"},
	{"planned_pence", "Cost planned £", SEN_C_PENCE, SEN_COL_RIGHT, NULL, NULL,
	 "the child's part of the cost of what was planned to date"},
	{"given_pence", "Cost given £", SEN_C_PENCE, SEN_COL_RIGHT, NULL, NULL,
	 "the child's part of the cost of what was given"},
	{"unpriced_minutes", "Minutes without a rate", SEN_C_INT, SEN_COL_RIGHT | SEN_COL_QUIET, NULL, NULL,
	 "minutes whose cost is not known"}};

/* Of a share, the child's period with its measures. */
static const struct sen_provision_pupil *period(const struct sen_provision_pupil *all, size_t count,
						int64_t provision_id, sen_date from)
{
	for (size_t i = 0; i < count; i++)
		if (all[i].provision_id == provision_id && all[i].from_on == from)
			return &all[i];
	return NULL;
}

static void add_row(struct app *app, struct sen_table *table, const struct sen_map_provision *given,
		    const struct sen_map_share *share, const struct sen_provision_pupil *member)
{
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_int(&cell[0], given->id);
	sen_cell_text(&cell[1], given->name);
	sen_cell_text(&cell[2], sen_provision_dose(app->arena, given));
	sen_cell_text(&cell[3], given->adults);
	sen_cell_date(app->arena, &cell[4], share->from_on);
	sen_cell_date(app->arena, &cell[5], share->until_on);
	sen_cell_text(&cell[6], given->measure);
	sen_cell_text(&cell[7], member ? member->entry : NULL);
	sen_cell_text(&cell[8], member ? member->exit : NULL);
	sen_cell_int(&cell[9], share->sum.sessions[SEN_COST_DUE]);
	sen_cell_int(&cell[10], share->sum.sessions[SEN_COST_DELIVERED]);
	sen_cell_int(&cell[11], share->there);
	sen_cell_int(&cell[12], share->sum.pence[SEN_COST_DUE]);
	sen_cell_int(&cell[13], share->sum.pence[SEN_COST_DELIVERED]);
	sen_cell_int(&cell[14], share->sum.unpriced[SEN_COST_DUE]);
}

static void add_note(struct app *app, struct sen_table *table, const struct sen_provision_map *map)
{
	const char **notes = SEN_NEW(app->arena, const char *, 1);

	notes[0] = sen_format(
		app->arena,
		"In all %lld.%02lld pounds planned to date, %lld.%02lld given: the child's part, by the "
		"hours "
		"of the adults%s. A sum is no condition of an assessment.",
		(long long)(map->sum.pence[SEN_COST_DUE] / 100),
		(long long)(map->sum.pence[SEN_COST_DUE] % 100),
		(long long)(map->sum.pence[SEN_COST_DELIVERED] / 100),
		(long long)(map->sum.pence[SEN_COST_DELIVERED] % 100),
		map->sum.unpriced[SEN_COST_DUE] ? "; of some the rate is not known, which is not in it" : "");
	table->footnotes = notes;
	table->footnote_count = 1;
}

int evidence_provision(struct pack *pack, struct sen_table **table, struct sen_err *err)
{
	struct app *app = pack->app;
	struct sen_map_scope scope = {.pupils = &pack->pupil_id, .pupil_count = 1, .names = SEN_NAMES_NONE};
	struct sen_provision_pupil *members;
	struct sen_provision_map *map;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_provision_pupil_record, pack->pupil_id,
				     (void **)&members, &count, err);

	*table = sen_table_new(app->arena, "ehcp-pack-provision", "Provision, with what it cost", 1, columns,
			       SEN_COUNT(columns));
	(*table)->flags = SEN_Q_PAGE | SEN_Q_SHEET;
	scope.from = scope.until = app->context.today + 1;
	for (size_t i = 0; rc == 0 && i < count; i++)
		scope.from = members[i].from_on < scope.from ? members[i].from_on : scope.from;
	if (rc < 0 || scope.from == scope.until ||
	    (rc = sen_provision_map(app->store, &scope, &map, err)) < 0)
		return rc;
	for (size_t i = 0; i < map->share_count; i++) {
		const struct sen_map_share *share = &map->shares[i];
		const struct sen_map_provision *given = &map->provisions[share->provision];

		add_row(app, *table, given, share, period(members, count, given->id, share->from_on));
	}
	add_note(app, *table, map);
	return 0;
}

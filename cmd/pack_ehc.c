/* An EHC plan in a child's file for the next school: it goes with consent, on a ground
 * of regulation 17, or because that school is named in it; else the file goes without
 * it, and says so (R68). */
#include "pack.h"

#include <sen/dispute.h>
#include <sen/graduated.h>
#include <sen/review.h>
#include <sen/school.h>
#include <sen/text.h>

#include <string.h>

/* ---- What tells of it ---- */

static bool among(const int64_t *ids, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* A plan that is guarded, and does not go. */
bool pack_stays(const struct pack *pack)
{
	return pack->ehc.head.id && !pack->with_plan;
}

/* "EH1", "R4", "AT2": of the plan; "CM1": what a family complained of goes to nobody. */
static bool tells(const struct pack *pack, const char *record)
{
	static const char *const prefixes[] = {"EH", "AP", "DI", "O", "MS"};
	int64_t id;

	if (!record || record[0] < 'A' || record[0] > 'Z')
		return false;
	for (size_t i = 0; pack_stays(pack) && i < SEN_COUNT(prefixes); i++)
		if (sen_id_parse(record, prefixes[i], &id))
			return true;
	if (sen_id_parse(record, "AT", &id))
		return among(pack->papers, pack->paper_count, id);
	return sen_id_parse(record, sen_complaint_record.prefix, &id) ||
	       (sen_id_parse(record, "R", &id) && among(pack->annual, pack->annual_count, id));
}

static int annual_reviews(struct pack *pack, struct sen_err *err)
{
	struct sen_review *all;
	size_t count;
	int rc = sen_record_of_pupil(pack->app->store, &sen_review_record, pack->pupil_id, (void **)&all,
				     &count, err);

	pack->annual = SEN_NEW(pack->app->arena, int64_t, rc < 0 ? 1 : count + 1);
	for (size_t i = 0; rc == 0 && pack_stays(pack) && i < count; i++)
		if (all[i].kind && strcmp(all[i].kind, "annual") == 0)
			pack->annual[pack->annual_count++] = all[i].head.id;
	return rc;
}

/* What is attached to the case, or to an annual review; or to a complaint. */
int pack_kept_here(struct pack *pack, struct sen_err *err)
{
	struct sen_attachment *all;
	size_t count;
	int rc = sen_record_of_pupil(pack->app->store, &sen_attachment_record, pack->pupil_id, (void **)&all,
				     &count, err);

	if (rc == 0)
		rc = annual_reviews(pack, err);
	pack->papers = SEN_NEW(pack->app->arena, int64_t, rc < 0 ? 1 : count + 1);
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (all[i].record && tells(pack, all[i].record))
			pack->papers[pack->paper_count++] = all[i].head.id;
	pack->others = count > pack->paper_count;
	return rc;
}

static void say_without(struct pack *pack, const struct sen_err *why)
{
	long long ehc = pack->ehc.head.id, child = pack->leaving->pupil_id;

	pack->ehc_note =
		sen_format(pack->app->arena,
			   "The EHC plan, its annual reviews and the papers of the case are not in this "
			   "file: without consent or a ground of the law they may not be (SEND Regs "
			   "2014 reg 17). Ask %s for the plan.",
			   pack->ehc.authority ? pack->ehc.authority : "the local authority");
	app_say(pack->app, "  WITHOUT the EHC plan, annual reviews and papers of the case EH%lld: %s", ehc,
		why->code == SEN_USAGE ? "no next school is known" : why->msg);
	app_say(pack->app,
		"  with them: --ground CODE --why TEXT ('sendctl disclosure grounds'), or first 'sendctl "
		"consent add P%lld --purpose disclosure --by NAME'",
		child);
	if (pack->others)
		app_say(pack->app,
			"  what is attached to the child, not to EH%lld, goes: look that none of it is the "
			"plan",
			ehc);
}

/* ---- Does it go? ---- */

/* With a ground that was typed it goes or the command fails; without one it goes when
 * the records say that it may. */
int pack_ehc(struct pack *pack, const struct disclose_args *args, struct sen_err *err)
{
	struct app *app = pack->app;
	const struct sen_leaving leaving = {.pupil_id = pack->leaving->pupil_id,
					    .what = "the SEN file with the EHC plan and its annual reviews",
					    .who = pack->leaving->other_school,
					    .organisation = pack->leaving->other_school,
					    .ground = args->ground,
					    .why = args->why ? args->why : "the file for the next school",
					    .how = "file",
					    .on = app->context.today};
	struct sen_disclosure kept;
	struct sen_err why = {0};
	int rc = sen_disclosure_guarded(app->store, pack->leaving->pupil_id, &pack->ehc, err);

	pack->through = pack_without;
	if (rc < 0 || !pack->ehc.head.id)
		return rc < 0 ? rc : pack_kept_here(pack, err);
	if (args->ground && !leaving.who) {
		sen_fail(err, SEN_USAGE, "--ground: to which school does the plan go?");
		sen_hint(err, "Say it with --next-school NAME.");
		return err->code;
	}
	rc = sen_disclosure_may(app->store, &leaving, &kept, &why);
	if (!args->ground && (rc == SEN_INVALID || rc == SEN_USAGE)) {
		if ((rc = pack_kept_here(pack, err)) == 0)
			say_without(pack, &why);
		return rc;
	}
	if (rc < 0) {
		*err = why;
		return rc;
	}
	if ((rc = sen_disclosure_gate(app->store, &leaving, &kept, err)) < 0)
		return rc;
	pack->with_plan = true;
	if ((rc = pack_kept_here(pack, err)) < 0)
		return rc;
	pack->ehc_note = sen_format(app->arena, "The EHC plan and its annual reviews are in this file: %s.",
				    sen_disclosure_words(app->store, &kept));
	app_say(app, "  with the EHC plan, annual reviews and papers of the case EH%lld: %s; kept%s",
		(long long)pack->ehc.head.id, sen_disclosure_words(app->store, &kept),
		app->dry_run ? "" : sen_format(app->arena, " as DI%lld", (long long)kept.head.id));
	return 0;
}

/* ---- Without it: rows that tell of the plan stay here ---- */

struct filter {
	struct pack *pack;
	struct sen_table *inner;
	struct sen_cell *cells; /* when something of a row is left out */
};

static bool of_hidden(const struct pack *pack, const char *prefix, int64_t id)
{
	return strcmp(prefix, "R") == 0	   ? among(pack->annual, pack->annual_count, id)
	       : strcmp(prefix, "AT") == 0 ? among(pack->papers, pack->paper_count, id)
					   : false;
}

static bool hidden(const struct pack *pack, const struct sen_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct sen_column *column = &table->columns[i];
		const struct sen_cell *cell = &table->cells[i];

		if (strcmp(column->name, "record") == 0 && cell->text && tells(pack, cell->text))
			return true;
		if (column->kind == SEN_C_ID && cell->number != SEN_NO_INT && column->prefix &&
		    of_hidden(pack, column->prefix, cell->number))
			return true;
	}
	return false;
}

/* Of a target that goes: not which outcome of the plan it serves, in the plan's words. */
static bool of_outcome(const struct sen_column *column)
{
	return strcmp(column->name, "outcome") == 0 || strcmp(column->name, "ehc_outcome") == 0;
}

static void without_outcome(const struct filter *filter, struct sen_table *table)
{
	memcpy(filter->cells, filter->inner->cells, table->count * sizeof(*filter->cells));
	for (size_t i = 0; i < table->count; i++)
		if (of_outcome(&table->columns[i]))
			sen_cell_text(&filter->cells[i], NULL);
	table->cells = filter->cells;
}

static int filter_next(struct sen_table *table, struct sen_err *err)
{
	struct filter *filter = table->source;
	int rc;

	while ((rc = filter->inner->next(filter->inner, err)) == 1 && hidden(filter->pack, filter->inner))
		;
	table->cells = filter->inner->cells; /* a table in memory has other cells in each row */
	if (rc == 1 && filter->cells)
		without_outcome(filter, table);
	return rc;
}

static struct sen_table *filter_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct filter *filter = table->source;
	struct sen_table *part = filter->inner->part(filter->inner, i, err);

	return part ? pack_without(filter->pack, part) : NULL;
}

static void filter_close(struct sen_table *table)
{
	struct filter *filter = table->source;

	if (filter->inner->close)
		filter->inner->close(filter->inner);
}

struct sen_table *pack_without(struct pack *pack, struct sen_table *inner)
{
	struct filter *filter;
	struct sen_table *table;

	filter = SEN_NEW(pack->app->arena, struct filter, 1);
	table = SEN_NEW(pack->app->arena, struct sen_table, 1);
	*filter = (struct filter){pack, inner, NULL};
	for (size_t i = 0; pack_stays(pack) && !filter->cells && i < inner->count; i++)
		if (of_outcome(&inner->columns[i]))
			filter->cells = SEN_NEW(pack->app->arena, struct sen_cell, inner->count);
	*table = *inner;
	table->source = filter;
	table->next = filter_next;
	table->part = inner->part ? filter_part : NULL;
	table->close = filter_close;
	return table;
}

bool pack_tells(const char *part)
{
	static const char *const parts[] = {"ehcp", "appeals", "disclosures"};

	for (size_t i = 0; i < SEN_COUNT(parts); i++)
		if (strcmp(part, parts[i]) == 0)
			return true;
	return false;
}

bool pack_attached(const struct pack *pack, const struct sen_attachment *attachment)
{
	return !attachment->record || !tells(pack, attachment->record);
}

/* ---- With it: the plan as this school has it ---- */

static const struct sen_column columns[] = {
	{"label", "Item", SEN_C_TEXT, 0, NULL, NULL, "its label in the plan"},
	{"section", "Section", SEN_C_CODE, 0, NULL, sen_ehc_sections, "A to K"},
	{"since", "From version", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "the version it first stands in"},
	{"until", "Until", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "the first version it is no longer in"},
	{"words", "What it says", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what the plan says"},
	{"serves", "Serves", SEN_C_TEXT, 0, NULL, NULL, "the needs and outcomes it serves"},
	{"minutes", "Minutes", SEN_C_MINUTES, SEN_COL_RIGHT, NULL, NULL, "minutes each time"},
	{"times", "Times", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "how many times"},
	{"per", "In", SEN_C_CODE, 0, NULL, sen_ehc_per, "in a day, week, term or year"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "who gives it; whose advice it is"},
	{"ratio", "Ratio", SEN_C_TEXT, 0, NULL, NULL, "adults to children"},
	{"due_on", "By", SEN_C_DATE, 0, NULL, NULL, "an outcome: to be reached by"}};

static int open_plan(struct pack *pack, struct sen_table **table, struct sen_err *err)
{
	struct sen_arena *arena = pack->app->arena;
	struct sen_ehc_item *all;
	size_t count;
	int rc = sen_record_of_pupil(pack->app->store, &sen_ehc_item_record, pack->leaving->pupil_id,
				     (void **)&all, &count, err);

	if (rc < 0)
		return rc;
	*table = sen_table_new(arena, "pupil-pack-ehc-plan", "The EHC plan, as this school has it", 1,
			       columns, SEN_COUNT(columns));
	for (size_t i = 0; i < count; i++) {
		struct sen_cell *cell = sen_table_add(*table);

		sen_cell_text(&cell[0],
			      sen_format(arena, "%s%lld", all[i].section, (long long)all[i].number));
		sen_cell_text(&cell[1], all[i].section);
		sen_cell_int(&cell[2], all[i].since);
		sen_cell_int(&cell[3], all[i].until);
		sen_cell_text(&cell[4], all[i].words);
		sen_cell_text(&cell[5], all[i].serves);
		sen_cell_int(&cell[6], all[i].minutes);
		sen_cell_int(&cell[7], all[i].times);
		sen_cell_text(&cell[8], all[i].per);
		sen_cell_text(&cell[9], all[i].who);
		sen_cell_text(&cell[10], all[i].ratio);
		sen_cell_date(arena, &cell[11], all[i].due_on);
	}
	return 0;
}

int pack_put_ehc(struct pack *pack, struct sen_err *err)
{
	static const struct {
		const struct sen_record *kind;
		const char *file, *what;
	} kinds[] = {{&sen_ehc_record, "ehc-case", "The EHC case"},
		     {&sen_milestone_record, "ehc-happened", "What happened in the EHC case, by date"}};
	struct pack_page page = {
		.file = "ehc-plan", .what = "The EHC plan, as this school has it", .open = open_plan};
	int rc = 0;

	if (!pack->with_plan)
		return 0;
	for (size_t i = 0; rc == 0 && i < SEN_COUNT(kinds); i++) {
		struct pack_page of = {.file = kinds[i].file, .what = kinds[i].what, .title = kinds[i].what};

		of.values = 1;
		rc = sen_record_query(pack->app->store, kinds[i].kind, false, &of.query, err);
		if (rc == 0)
			rc = pack_put(pack, &of, err);
	}
	return rc < 0 ? rc : pack_put(pack, &page, err);
}

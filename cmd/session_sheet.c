/* sendctl session sheet, session import: a week's sessions to tick, and back. */
#include "session.h"
#include <sen/pupil.h>
#include <stdio.h>
#include <string.h>

struct args {
	struct texts whom;
	const char *staff;
	sen_date week;
};

/* A session that is planned, or is there; a child on its sheet. */
struct slot {
	sen_date on;
	int64_t no; /* which one that day, from 1 */
	const struct sen_session *session;
};
struct sheet {
	struct app *app;
	struct sen_provision provision;
	struct sen_delivery kept; /* what is logged of it */
	struct slot *slots;
	size_t slot_count, slot_cap;
	int64_t *pupils;
	const char **names, **classes;
	size_t pupil_count, pupil_cap;
	struct sen_provision_pupil *members;
	size_t member_count;
};

/* ---- What is on it ---- */

static size_t in_day(const sen_date *days, size_t count, sen_date day)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += days[i] == day;
	return n;
}

static void add_slots(struct sheet *sheet, const sen_date *days, size_t count, sen_date from)
{
	for (sen_date day = from; day < from + 7; day++) {
		size_t planned = in_day(days, count, day), there = 0;

		for (size_t i = 0; i < sheet->kept.session_count; i++) {
			if (sheet->kept.sessions[i].held_on != day)
				continue;
			*SEN_PUSH(sheet->app->arena, sheet->slots, sheet->slot_count, sheet->slot_cap) =
				(struct slot){day, (int64_t)++there, &sheet->kept.sessions[i]};
		}
		for (; there < planned; there++)
			*SEN_PUSH(sheet->app->arena, sheet->slots, sheet->slot_count, sheet->slot_cap) =
				(struct slot){day, (int64_t)there + 1, NULL};
	}
}

static bool in_it(const struct sheet *sheet, int64_t pupil_id, sen_date day)
{
	for (size_t i = 0; i < sheet->member_count; i++) {
		const struct sen_provision_pupil *member = &sheet->members[i];

		if (member->pupil_id == pupil_id && member->from_on <= day &&
		    (member->until_on == SEN_NO_DATE || day < member->until_on))
			return true;
	}
	return false;
}

static int add_children(struct sheet *sheet, sen_date from, struct sen_err *err)
{
	struct app *app = sheet->app;
	size_t most = sheet->member_count;

	sheet->pupils = SEN_NEW(app->arena, int64_t, most);
	sheet->names = SEN_NEW(app->arena, const char *, most);
	sheet->classes = SEN_NEW(app->arena, const char *, most);
	for (size_t i = 0; i < most; i++) {
		const struct sen_provision_pupil *member = &sheet->members[i];
		struct sen_match match = {0};
		enum sen_match_how how;
		int rc;

		if (member->from_on >= from + 7 ||
		    (member->until_on != SEN_NO_DATE && member->until_on <= from) ||
		    (sheet->pupil_count && sheet->pupils[sheet->pupil_count - 1] == member->pupil_id))
			continue;
		rc = sen_pupil_find(app->store, sen_format(app->arena, "P%lld", (long long)member->pupil_id),
				    &match, &how, err);
		if (rc < 0)
			return rc;
		if (match.died)
			continue;
		sheet->names[sheet->pupil_count] = match.name;
		sheet->classes[sheet->pupil_count] = match.class_name;
		sheet->pupils[sheet->pupil_count++] = member->pupil_id;
	}
	return 0;
}

static int load(struct sheet *sheet, int64_t id, sen_date from, struct sen_err *err)
{
	struct app *app = sheet->app;
	const struct sen_calendar *calendar;
	sen_date *days;
	size_t count;
	int rc = sen_record_get(app->store, &sen_provision_record, id, &sheet->provision, err);

	if (rc < 0 || (rc = sen_store_calendar(app->store, &calendar, err)) < 0 ||
	    (rc = sen_provision_members(app->store, id, &sheet->members, &sheet->member_count, err)) < 0 ||
	    (rc = sen_provision_sessions(app->store, id, from, from + 7, &sheet->kept.sessions,
					 &sheet->kept.session_count, err)) < 0 ||
	    (rc = sen_provision_absences(app->store, id, from, from + 7, &sheet->kept.absences,
					 &sheet->kept.absence_count, err)) < 0)
		return rc;
	sen_sessions_planned(app->arena, &sheet->provision, calendar, from + 6, &days, &count);
	add_slots(sheet, days, count, from);
	return add_children(sheet, from, err);
}

/* What is known of the child at the session: "x", why not, or NULL. */
static const char *mark(const struct sheet *sheet, const struct slot *slot, int64_t pupil_id)
{
	const struct sen_absence *absence;

	if (!slot->session || slot->session->cancelled)
		return NULL;
	absence = sen_delivery_absence(&sheet->kept, slot->session->head.id, pupil_id);
	return !absence ? "x" : absence->why ? absence->why : "absent";
}

static const char *time_of(const struct sheet *sheet, const struct slot *slot)
{
	return slot->session && slot->session->at ? slot->session->at : sheet->provision.at;
}

/* ---- To read back: a row a child and session ---- */

static const struct sen_column columns[] = {
	{.name = "provision", .label = "Provision", .kind = SEN_C_ID, .prefix = "G", .help = "the provision"},
	{.name = "name", .label = "What", .kind = SEN_C_TEXT, .help = "what it is called"},
	{.name = "on", .label = "Day", .kind = SEN_C_DATE, .help = "the day"},
	{.name = "no", .label = "No", .kind = SEN_C_INT, .help = "which session that day, from 1"},
	{.name = "at", .label = "At", .kind = SEN_C_TEXT, .help = "time of day"},
	{.name = "pupil", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "child", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class"},
	{.name = "mark",
	 .label = "There?",
	 .kind = SEN_C_TEXT,
	 .help = "x: there; any other word: why not; blank: nothing logged"},
	{.name = "cancelled",
	 .label = "Cancelled",
	 .kind = SEN_C_TEXT,
	 .help = "why the session was not held; in any row of it"},
	{.name = "covered_by",
	 .label = "Covered by",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_PERSON,
	 .help = "another adult who gave it; in any row of it"},
	{.name = "minutes",
	 .label = "Minutes",
	 .kind = SEN_C_INT,
	 .help = "when longer or shorter than usual; in any row of it"},
};
static const struct sen_query answer = {.name = "session-sheet",
					.title = "Sessions to tick",
					.version = 1,
					.columns = columns,
					.count = SEN_COUNT(columns)};

static void add_rows(const struct sheet *sheet, struct sen_table *table)
{
	for (size_t s = 0; s < sheet->slot_count; s++) {
		const struct slot *slot = &sheet->slots[s];

		for (size_t i = 0; i < sheet->pupil_count; i++) {
			struct sen_cell *cell;

			if (!in_it(sheet, sheet->pupils[i], slot->on))
				continue;
			cell = sen_table_add(table);
			sen_cell_int(cell++, sheet->provision.head.id);
			sen_cell_text(cell++, sheet->provision.name);
			sen_cell_date(sheet->app->arena, cell++, slot->on);
			sen_cell_int(cell++, slot->no);
			sen_cell_text(cell++, time_of(sheet, slot));
			sen_cell_int(cell++, sheet->pupils[i]);
			sen_cell_text(cell++, sheet->names[i]);
			sen_cell_text(cell++, sheet->classes[i]);
			sen_cell_text(cell++, mark(sheet, slot, sheet->pupils[i]));
			sen_cell_text(cell++, slot->session ? slot->session->cancelled : NULL);
			sen_cell_text(cell++, slot->session ? slot->session->covered_by : NULL);
			if (slot->session)
				sen_cell_int(cell, slot->session->minutes);
		}
	}
}

/* ---- To print: a page a provision, children down, sessions across ---- */

enum { NOTES = 2 }; /* at the foot, once there is a page */

static const struct sen_column page_columns[] = {
	{.name = "name", .label = "Provision", .kind = SEN_C_TEXT},
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "G"},
	{.name = "how", .label = "How", .kind = SEN_C_TEXT},
	/* No SEN_COL_PERSON: a sheet would be headed by the adult. */
	{.name = "adults", .label = "Given by", .kind = SEN_C_TEXT},
	{.name = "place", .label = "Where", .kind = SEN_C_TEXT},
	{.name = "week", .label = "Week of", .kind = SEN_C_DATE},
};

static const struct sen_column *grid_columns(const struct sheet *sheet)
{
	struct sen_arena *arena = sheet->app->arena;
	struct sen_column *out = SEN_NEW(arena, struct sen_column, sheet->slot_count + 2);
	char day[16];

	out[0] = (struct sen_column){
		.name = "child", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME};
	out[1] = (struct sen_column){.name = "class", .label = "Class", .kind = SEN_C_TEXT};
	for (size_t s = 0; s < sheet->slot_count; s++) {
		const char *at = time_of(sheet, &sheet->slots[s]);

		sen_date_long(sheet->slots[s].on, day);
		day[strlen(day) - 5] = '\0'; /* the year is in the page */
		out[s + 2] = (struct sen_column){
			.name = sen_format(arena, "session_%zu", s + 1),
			.label = sen_format(arena, "%s%s%s", day, at ? " " : "", at ? at : ""),
			.kind = SEN_C_TEXT};
	}
	return out;
}

static const char *shown(const struct sheet *sheet, const struct slot *slot, int64_t pupil_id)
{
	const char *said = mark(sheet, slot, pupil_id);

	if (!in_it(sheet, pupil_id, slot->on))
		return "\xe2\x80\x93"; /* not in it that day */
	if (said)
		return strcmp(said, "x") == 0 ? "\xe2\x9c\x93" : said;
	return slot->session ? "cancelled" : "\xe2\x98\x90"; /* a box to tick */
}

static struct sen_table *grid(const struct sheet *sheet)
{
	/* A name of its own: each page has its own days across. */
	struct sen_arena *arena = sheet->app->arena;
	const char *name = sen_format(arena, "sessions_G%lld", (long long)sheet->provision.head.id);
	struct sen_table *table =
		sen_table_new(arena, name, "Children", 1, grid_columns(sheet), sheet->slot_count + 2);
	struct sen_cell *cell;

	for (size_t i = 0; i < sheet->pupil_count; i++) {
		cell = sen_table_add(table);
		sen_cell_text(cell++, sheet->names[i]);
		sen_cell_text(cell++, sheet->classes[i]);
		for (size_t s = 0; s < sheet->slot_count; s++)
			sen_cell_text(cell++, shown(sheet, &sheet->slots[s], sheet->pupils[i]));
	}
	cell = sen_table_add(table);
	sen_cell_text(cell, "Not held: why");
	for (size_t s = 0; s < sheet->slot_count; s++)
		sen_cell_text(&cell[s + 2],
			      sheet->slots[s].session ? sheet->slots[s].session->cancelled : NULL);
	cell = sen_table_add(table);
	sen_cell_text(cell, "Given by, if another");
	for (size_t s = 0; s < sheet->slot_count; s++)
		sen_cell_text(&cell[s + 2],
			      sheet->slots[s].session ? sheet->slots[s].session->covered_by : NULL);
	return table;
}

static int adults_of(const struct sheet *sheet, sen_date from, const char **out, struct sen_err *err)
{
	struct sen_provision_adult *adults;
	struct sen_buf list = {.arena = sheet->app->arena};
	size_t count;
	int rc = sen_provision_adults(sheet->app->store, sheet->provision.head.id, &adults, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		if (adults[i].from_on < from + 7 &&
		    (adults[i].until_on == SEN_NO_DATE || adults[i].until_on > from))
			sen_buf_addf(&list, "%s%s", list.len ? ", " : "", adults[i].name);
	*out = list.text;
	return rc;
}

static int add_page(const struct sheet *sheet, sen_date from, struct sen_table *table, struct sen_err *err)
{
	const char *adults;
	struct sen_cell *cell;
	int rc = adults_of(sheet, from, &adults, err);

	if (rc < 0)
		return rc;
	cell = sen_table_add(table);
	table->footnote_count = NOTES;
	sen_cell_text(cell++, sheet->provision.name);
	sen_cell_int(cell++, sheet->provision.head.id);
	sen_cell_text(cell++, provision_how(sheet->app, &sheet->provision));
	sen_cell_text(cell++, sheet->app->style.names == SEN_NAMES_NONE ? NULL : adults);
	sen_cell_text(cell++, sheet->provision.place);
	sen_cell_date(sheet->app->arena, cell, from);
	sen_table_add_part(table, grid(sheet));
	return 0;
}

static struct sen_table *to_print(struct app *app)
{
	static const char *const notes[NOTES] = {
		"Tick who was there; else write why not. If it was not held, write why at the foot.",
		"Confidential: it goes back to the SENCo's office, and is destroyed once it is logged."};
	struct sen_table *table = sen_table_new(app->arena, answer.name, answer.title, 1, page_columns,
						SEN_COUNT(page_columns));

	table->flags = SEN_Q_PAGE | SEN_Q_SHEET;
	table->footnotes = (const char **)(uintptr_t)notes; /* counted with the first page */
	return table;
}

static int sheet_run(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	sen_date from = session_monday(a->week == SEN_NO_DATE ? app->context.today : a->week);
	bool page = app->style.format == SEN_FORMAT_TEXT || app->style.format == SEN_FORMAT_HTML;
	struct sen_table *table = page ? to_print(app) : sen_table_of(app->arena, &answer);
	int64_t *ids;
	size_t count;
	int rc = a->whom.count || a->staff
			 ? session_provisions(app, &a->whom, a->staff, from, from + 7, &ids, &count, err)
			 : sen_provisions_in(app->store, NULL, 0, from, from + 7, &ids, &count, err);

	table->empty = "No session is planned in that week.";
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sheet sheet = {.app = app};

		if ((rc = load(&sheet, ids[i], from, err)) < 0 || !sheet.slot_count || !sheet.pupil_count)
			continue;
		if (page)
			rc = add_page(&sheet, from, table, err);
		else
			add_rows(&sheet, table);
	}
	return rc < 0 ? rc : app_answer_table(app, table, err);
}
static const struct opt sheet_opts[] = {
	OPT_ROW_WORDS(struct args, whom, "PROVISIONS", OPT_POSITIONAL | OPT_REST, NULL,
		      "G4, the name of one that runs, or a child or class: all that is given to them "
		      "(all of the school)"),
	OPT_ROW_WORD(struct args, staff, "staff", 0, "NAME", "all that this adult gives"),
	OPT_ROW_DATE(struct args, week, "week", OPT_FUTURE, "the week of this day (this week)"),
};
static const char *const sheet_examples[] = {
	"sendctl session sheet --staff \"Ms Ola\" --week 2026-11-30 -o ola.html",
	"sendctl session sheet @3B --week 2026-11-30 --format csv -o 3B.csv", NULL};
const struct cmd session_sheet_cmd = {
	.noun = "session",
	.verb = "sheet",
	.summary = "a week's sessions to tick: a page to print, or a CSV to fill in",
	.about = "With -o FILE.html a page for each provision: children down, sessions across. With -o "
		 "FILE.csv a row "
		 "for each child and session, which 'session import' reads back: x where the child was "
		 "there, else "
		 "why not; nothing at all for a session is nothing logged. What is logged already is filled "
		 "in.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = sheet_opts,
	.opt_count = SEN_COUNT(sheet_opts),
	.args_size = sizeof(struct args),
	.answer = &answer,
	.examples = sheet_examples,
	.run = sheet_run,
};

/* ---- import ---- */

struct import_args {
	const char *file;
};

static void tell(void *arg, const char *line)
{
	const struct app *app = arg;

	if (!app->quiet)
		fprintf(stderr, "%s\n", line);
}

static int import(struct app *app, const void *args, struct sen_err *err)
{
	const struct import_args *a = args;
	struct sen_session_import result;
	int rc = sen_session_import(app->store, a->file, tell, app, &result, err);

	if (rc < 0 && result.problems > 50 && !app->quiet)
		fprintf(stderr, "... and %lld more problems\n", (long long)(result.problems - 50));
	if (rc < 0)
		return rc;
	app->unchanged = result.logged == 0;
	app_say(app, "%lld session%s logged, %lld there already, %lld left blank.", (long long)result.logged,
		result.logged == 1 ? "" : "s", (long long)result.unchanged, (long long)result.blank);
	return 0;
}
static const struct opt import_opts[] = {
	OPT_ROW_FILE(struct import_args, file, "FILE", 0, OPT_REQUIRED | OPT_POSITIONAL,
		     "the CSV of 'session sheet', filled in, or - for standard input"),
};
static const char *const import_examples[] = {"sendctl session import 3B.csv", NULL};
const struct cmd session_import_cmd = {
	.noun = "session",
	.verb = "import",
	.summary = "log the sessions of a tick sheet that was filled in",
	.about = "Mark x (or yes, 1, /) where the child was there, absent or a reason where not; why it was "
		 "not held "
		 "goes into 'cancelled' of any row of the session. A session without any mark is left alone. "
		 "Problems are told by line, and then nothing is taken in; the same file again changes "
		 "nothing.",
	.flags = CMD_WRITES,
	.opts = import_opts,
	.opt_count = SEN_COUNT(import_opts),
	.args_size = sizeof(struct import_args),
	.examples = import_examples,
	.run = import,
};

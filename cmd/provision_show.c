/* sendctl provision show, provision list. */
#include "provision.h"
#include <sen/pupil.h>
#include <string.h>

/* ---- show ---- */

struct show_args {
	const char *provision;
};

/* Names of the children of one page: looked up once. */
struct names {
	struct app *app;
	int64_t *ids;
	const char **names, **classes;
	size_t count, cap, name_cap, class_cap;
};

static int name_of(struct names *names, int64_t pupil_id, const char **name, const char **class_name,
		   struct sen_err *err)
{
	struct app *app = names->app;
	struct sen_match match = {0};
	enum sen_match_how how;
	size_t n = names->count, names_count = n, classes_count = n;
	int rc;

	for (size_t i = 0; i < n; i++) {
		if (names->ids[i] != pupil_id)
			continue;
		*name = names->names[i];
		*class_name = names->classes[i];
		return 0;
	}
	rc = sen_pupil_find(app->store, sen_format(app->arena, "P%lld", (long long)pupil_id), &match, &how,
			    err);
	if (rc < 0)
		return rc;
	*SEN_PUSH(app->arena, names->ids, names->count, names->cap) = pupil_id;
	*SEN_PUSH(app->arena, names->names, names_count, names->name_cap) = *name = match.name;
	*SEN_PUSH(app->arena, names->classes, classes_count, names->class_cap) = *class_name =
		match.class_name;
	return 0;
}

static int fill_children(struct names *names, const struct sen_delivery *delivery, struct sen_table *table,
			 struct sen_err *err)
{
	struct sen_arena *arena = names->app->arena;

	for (size_t i = 0; i < delivery->child_count; i++) {
		const struct sen_delivered *child = &delivery->children[i];
		const struct sen_provision_pupil *member = child->member;
		struct sen_cell *cell = sen_table_add(table);
		const char *name, *class_name;
		int rc = name_of(names, member->pupil_id, &name, &class_name, err);

		if (rc < 0)
			return rc;
		sen_cell_int(cell++, member->pupil_id);
		sen_cell_text(cell++, name);
		sen_cell_text(cell++, class_name);
		sen_cell_date(arena, cell++, member->from_on);
		sen_cell_date(arena, cell++, member->until_on);
		sen_cell_text(cell++, member->end_reason);
		sen_cell_text(cell++, member->entry);
		sen_cell_date(arena, cell++, member->entry_on);
		sen_cell_text(cell++, member->exit);
		sen_cell_date(arena, cell++, member->exit_on);
		sen_cell_int(cell++, child->planned);
		sen_cell_int(cell++, child->attended);
		sen_cell_int(cell++, child->absent);
		sen_cell_int(cell++, child->cancelled);
		sen_cell_int(cell++, child->not_logged);
		sen_cell_int(cell++, child->minutes_planned);
		sen_cell_int(cell++, child->minutes);
	}
	return 0;
}

static void missed_row(struct app *app, struct sen_table *table, sen_date on, const char *how,
		       const char *why, int64_t session)
{
	struct sen_cell *cell = sen_table_add(table);

	sen_cell_date(app->arena, &cell[0], on);
	sen_cell_text(&cell[1], how);
	sen_cell_text(&cell[4], why);
	sen_cell_int(&cell[5], session);
}

static int fill_absences(struct names *names, const struct sen_delivery *delivery,
			 const struct sen_session *session, struct sen_table *table, struct sen_err *err)
{
	for (size_t i = 0; i < delivery->absence_count; i++) {
		const struct sen_absence *absence = &delivery->absences[i];
		const char *name, *class_name;
		struct sen_cell *cell;
		int rc;

		if (absence->session_id != session->head.id)
			continue;
		if ((rc = name_of(names, absence->pupil_id, &name, &class_name, err)) < 0)
			return rc;
		cell = sen_table_add(table);
		sen_cell_date(names->app->arena, &cell[0], session->held_on);
		sen_cell_text(&cell[1], "absent");
		sen_cell_int(&cell[2], absence->pupil_id);
		sen_cell_text(&cell[3], name);
		sen_cell_text(&cell[4], absence->why);
		sen_cell_int(&cell[5], session->head.id);
	}
	return 0;
}

/* Day by day: planned days nobody logged, cancelled sessions, children not there. */
static int fill_missed(struct names *names, const struct sen_delivery *delivery, struct sen_table *table,
		       struct sen_err *err)
{
	size_t s = 0, p = 0;

	while (s < delivery->session_count || p < delivery->planned_count) {
		sen_date session = s < delivery->session_count ? delivery->sessions[s].held_on : INT32_MAX;
		sen_date planned = p < delivery->planned_count ? delivery->planned[p] : INT32_MAX;
		int rc = 0;

		p += planned <= session;
		if (planned < session) {
			missed_row(names->app, table, planned, "not logged", NULL, SEN_NO_INT);
			continue;
		}
		if (delivery->sessions[s].cancelled)
			missed_row(names->app, table, session, "cancelled", delivery->sessions[s].cancelled,
				   delivery->sessions[s].head.id);
		else
			rc = fill_absences(names, delivery, &delivery->sessions[s], table, err);
		if (rc < 0)
			return rc;
		s++;
	}
	return 0;
}

static int by_name(const struct sen_query *query, const char *name)
{
	for (size_t i = 0; i < query->count; i++)
		if (strcmp(query->columns[i].name, name) == 0)
			return (int)i;
	return 0;
}

/* The first planned day of which nobody said what became; SEN_NO_DATE: none. */
static sen_date not_logged(const struct sen_delivery *delivery)
{
	size_t s = 0;

	for (size_t p = 0; p < delivery->planned_count; p++) {
		while (s < delivery->session_count && delivery->sessions[s].held_on < delivery->planned[p])
			s++;
		if (s == delivery->session_count || delivery->sessions[s].held_on > delivery->planned[p])
			return delivery->planned[p];
		s++;
	}
	return SEN_NO_DATE;
}

static const char *next_command(struct app *app, const struct sen_provision *provision,
				const struct sen_delivery *delivery)
{
	long long id = provision->head.id;
	bool over = provision->until_on != SEN_NO_DATE && provision->until_on <= app->context.today;
	sen_date open =
		delivery->planned_count > delivery->session_count ? not_logged(delivery) : SEN_NO_DATE;
	char day[11];

	if (delivery->child_count == 0)
		return sen_format(app->arena, "sendctl provision join G%lld PUPIL", id);
	if (open != SEN_NO_DATE)
		return sen_format(app->arena, "sendctl session log G%lld --week %s", id,
				  sen_date_text(open, day));
	for (size_t i = 0; over && i < delivery->child_count; i++) {
		const struct sen_provision_pupil *member = delivery->children[i].member;

		if (member->entry && !member->exit)
			return sen_format(app->arena, "sendctl provision measure G%lld P%lld --exit VALUE",
					  id, (long long)member->pupil_id);
	}
	if (over && !provision->evaluation)
		return sen_format(app->arena, "sendctl provision evaluate G%lld --evaluation TEXT", id);
	return over ? NULL : sen_format(app->arena, "sendctl session log G%lld --on DATE", id);
}

static void fill_page(struct app *app, const struct sen_provision *provision,
		      const struct sen_delivery *delivery, struct sen_cell *cells, const sen_date *all,
		      size_t count)
{
	const struct sen_query *page = &sen_provision_show_query;
	sen_date next = SEN_NO_DATE;

	for (size_t i = count; i > 0 && all[i - 1] >= app->context.today; i--)
		next = all[i - 1];
	sen_cell_int(&cells[by_name(page, "sessions")], (int64_t)count);
	sen_cell_int(&cells[by_name(page, "planned")], (int64_t)delivery->planned_count);
	sen_cell_int(&cells[by_name(page, "held")], (int64_t)delivery->held);
	sen_cell_date(app->arena, &cells[by_name(page, "next_on")], next);
	sen_cell_text(&cells[by_name(page, "next")], next_command(app, provision, delivery));
}

static int show_parts(struct app *app, const struct sen_provision *provision,
		      const struct sen_delivery *delivery, struct sen_table *page, struct sen_err *err)
{
	struct names names = {.app = app};
	const struct sen_value id = {":id", NULL, provision->head.id};
	int rc = 0;

	for (size_t i = 0; i < SEN_PROVISION_PARTS && rc == 0; i++) {
		const struct sen_query *part = &sen_provision_show_query.parts[i];
		struct sen_table *table = sen_table_of(app->arena, part);

		table->version = 1;
		if (i == SEN_PROVISION_CHILDREN)
			rc = fill_children(&names, delivery, table, err);
		else if (i == SEN_PROVISION_MISSED)
			rc = fill_missed(&names, delivery, table, err);
		else
			rc = provision_rows(app, part, id, table, err);
		sen_table_add_part(page, table);
	}
	return rc;
}

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct show_args *a = args;
	const struct sen_query *query = &sen_provision_show_query;
	const struct sen_calendar *calendar;
	struct sen_provision provision;
	struct sen_delivery delivery;
	struct sen_table *page = sen_table_of(app->arena, query), *base;
	struct sen_value value = {.name = ":id"};
	sen_date *all;
	size_t count;
	int rc = provision_load(app, a->provision, &provision, err);

	value.number = provision.head.id;
	if (rc < 0 ||
	    (rc = sen_delivery(app->store, &provision, SEN_NO_DATE, SEN_NO_DATE, &delivery, err)) < 0 ||
	    (rc = sen_store_calendar(app->store, &calendar, err)) < 0)
		return rc;
	sen_sessions_planned(app->arena, &provision, calendar, SEN_NO_DATE, &all, &count);
	base = sen_table_of(app->arena, query);
	if ((rc = provision_rows(app, query, value, base, err)) < 0 || (rc = base->next(base, err)) < 0)
		return rc;
	fill_page(app, &provision, &delivery, base->cells, all, count);
	memcpy(sen_table_add(page), base->cells, query->count * sizeof(struct sen_cell));
	if ((rc = show_parts(app, &provision, &delivery, page, err)) < 0)
		return rc;
	return app_answer_table(app, page, err);
}
static const struct opt show_opts[] = {
	OPT_ROW_WORD(struct show_args, provision, "PROVISION", OPT_REQUIRED | OPT_POSITIONAL, NULL,
		     "G4, or the name of one that runs"),
};
static const char *const show_examples[] = {"sendctl provision show G4", NULL};
const struct cmd provision_show_cmd = {
	.noun = "provision",
	.verb = "show",
	.summary = "one provision: its children, planned against delivered, what was missed",
	.about = "Planned counts the sessions up to yesterday, and today's once one is logged. A session "
		 "that was "
		 "planned and that nobody logged is neither held nor missed: it is not known.",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct show_args),
	.answer = &sen_provision_show_query,
	.examples = show_examples,
	.run = show,
};

/* ---- list ---- */

struct list_args {
	const char *class_name, *pupil, *staff, *funding, *wave, *area;
	bool open;
};

static int list(struct app *app, const void *args, struct sen_err *err)
{
	const struct list_args *a = args;
	const char *name = a->class_name ? a->class_name + (a->class_name[0] == '@') : NULL,
		   *funding = a->funding;
	int64_t pupil = SEN_NO_INT;
	bool known;
	int rc = a->pupil ? app_pupil(app, a->pupil, &pupil, err) : 0;

	if (rc == 0 && funding)
		rc = sen_provision_funding(app->store, app->context.today, funding, &funding, &known, err);
	if (rc < 0)
		return rc;
	const struct sen_value values[] = {{":open", NULL, a->open ? 1 : SEN_NO_INT},
					   {":pupil", NULL, pupil},
					   {":staff", a->staff, SEN_NO_INT},
					   {":funding", funding, SEN_NO_INT},
					   {":wave", a->wave, SEN_NO_INT},
					   {":area", a->area, SEN_NO_INT},
					   {":class", name, SEN_NO_INT}};

	return app_answer(app, &sen_provision_list_query, values, SEN_COUNT(values), err);
}
static const struct opt list_opts[] = {
	OPT_ROW_FLAG(struct list_args, open, "open", 0, "only those that run, or are to come"),
	OPT_ROW_WORD(struct list_args, class_name, "class", 0, "CLASS", "with a child of this class: 3B"),
	OPT_ROW_WORD(struct list_args, pupil, "pupil", 0, "PUPIL", "of this child"),
	OPT_ROW_WORD(struct list_args, staff, "staff", 0, "NAME", "given by this adult"),
	OPT_ROW_WORD(struct list_args, funding, "funding", 0, "NAME", "paid from there"),
	OPT_ROW_WORD(struct list_args, wave, "wave", 0, "WAVE", "of this wave or level"),
	OPT_ROW_CHOICE(struct list_args, area, "area", 0, "communication|cognition|semh|physical",
		       "for this area of need"),
};
static const char *const list_examples[] = {"sendctl provision list --open --class 3B",
					    "sendctl provision list --staff \"Ms Ola\"", NULL};
const struct cmd provision_list_cmd = {
	.noun = "provision",
	.verb = "list",
	.summary = "provision in use: those that run first",
	.flags = CMD_READS | CMD_TABLE | CMD_AS_AT | CMD_ALL_SCHOOLS,
	.opts = list_opts,
	.opt_count = SEN_COUNT(list_opts),
	.args_size = sizeof(struct list_args),
	.answer = &sen_provision_list_query,
	.examples = list_examples,
	.run = list,
};

/* The local authority's termly list of reviews against ours: same, different, theirs
 * alone, ours alone (Code of Practice 9.172). */
#include "exchange/reconcile.h"

#include <string.h>

static const struct sen_code_row states[] = {{"same", "Same"},		{"different", "Different"},
					     {"theirs", "Only theirs"}, {"ours", "Only ours"},
					     {"unread", "Not read"},	{NULL, NULL}};

#define DATE(n, l, f, h)                                                           \
	{                                                                          \
		.name = n, .label = l, .kind = SEN_C_DATE, .flags = (f), .help = h \
	}
static const struct sen_column columns[] = {
	{.name = "state",
	 .label = "State",
	 .kind = SEN_C_CODE,
	 .codes = states,
	 .help = "same, different, theirs (only on their list), ours (only here) or unread"},
	{.name = "line", .label = "Line", .kind = SEN_C_INT, .flags = SEN_COL_QUIET, .help = "in their file"},
	{.name = "pupil_id", .label = "Id", .kind = SEN_C_ID, .prefix = "P", .help = "the child's id"},
	{.name = "upn",
	 .label = "UPN",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_UPN | SEN_COL_QUIET,
	 .help = "unique pupil number"},
	{.name = "pupil", .label = "Child", .kind = SEN_C_TEXT, .flags = SEN_COL_NAME, .help = "the child"},
	{.name = "class", .label = "Class", .kind = SEN_C_TEXT, .help = "class"},
	DATE("due_theirs", "Due, theirs", 0, "the day their list says"),
	DATE("due_ours", "By the rule", 0, "the end of the twelve months by our records (CFA 2014 s.44(1))"),
	DATE("planned_on", "Planned", 0, "our review that is planned"),
	{.name = "what",
	 .label = "What",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "how they differ"},
	{.name = "fix",
	 .label = "Next",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE | SEN_COL_QUIET,
	 .help = "the command to type"},
};
const struct sen_query sen_reconcile_answer = {
	.name = "ehcp-reconcile",
	.title = "Reviews due, by the local authority's list and ours",
	.version = 1,
	.columns = columns,
	.count = SEN_COUNT(columns),
	.empty = "No review is due in that term, by their list or ours."};

/* ---- A row ---- */

static struct sen_reconcile_row *add(struct reconciling *r, const char *state, const struct list_child *child)
{
	struct sen_reconcile_row *row = SEN_PUSH(r->store->arena, r->out->rows, r->out->count, r->out->cap);

	*row = (struct sen_reconcile_row){.state = state,
					  .line = SEN_NO_INT,
					  .pupil_id = child ? child->id : SEN_NO_INT,
					  .pupil = child ? child->shown : NULL,
					  .class_name = child ? child->class_name : NULL,
					  .upn = child ? child->upn : NULL,
					  .due_theirs = SEN_NO_DATE,
					  .due_ours = SEN_NO_DATE,
					  .planned_on = SEN_NO_DATE};
	return row;
}

static int planned(struct reconciling *r, int64_t pupil_id, sen_date *out, struct sen_err *err)
{
	struct sen_review review;
	int rc = sen_review_waiting(r->store, pupil_id, "annual", &review, err);

	*out = rc == 0 && review.head.id ? review.planned_on : SEN_NO_DATE;
	return rc;
}

/* What is different, in a sentence; NULL: nothing. The anniversary is the day after the
 * last of the twelve months, and meant by both. */
static const char *differs(struct reconciling *r, const struct list_row *theirs,
			   const struct list_child *child, const struct sen_annual *annual)
{
	struct sen_arena *arena = r->store->arena;
	char a[16], b[16];

	if (theirs->dob != SEN_NO_DATE && child->dob != SEN_NO_DATE && theirs->dob != child->dob)
		return sen_format(arena, "the date of birth: %s there, %s here",
				  sen_date_long(theirs->dob, a), sen_date_long(child->dob, b));
	if (annual->complete_by == SEN_NO_DATE)
		return "it is not on record here when the plan was made or last reviewed";
	if (theirs->due != SEN_NO_DATE && theirs->due != annual->complete_by &&
	    theirs->due != annual->complete_by + 1) {
		bool later = theirs->due > annual->complete_by;
		int days = later ? theirs->due - annual->complete_by : annual->complete_by - theirs->due;

		return sen_format(arena, "the day: theirs is %d day%s %s", days, days == 1 ? "" : "s",
				  later ? "later, past the twelve months" : "earlier");
	}
	if (theirs->last != SEN_NO_DATE && theirs->last != annual->made_on &&
	    (theirs->plan == SEN_NO_DATE || theirs->last > theirs->plan) && theirs->due == SEN_NO_DATE)
		return sen_format(arena, "the last review: %s there, %s here", sen_date_long(theirs->last, a),
				  sen_date_long(annual->made_on, b));
	if (theirs->plan != SEN_NO_DATE && theirs->last == SEN_NO_DATE && theirs->due == SEN_NO_DATE &&
	    theirs->plan != annual->made_on)
		return sen_format(arena, "the plan: %s there, %s here", sen_date_long(theirs->plan, a),
				  sen_date_long(annual->made_on, b));
	return NULL;
}

/* Keeps that the list came, once a day. */
static int keep(struct reconciling *r, const struct sen_annual *annual, struct sen_err *err)
{
	struct sen_milestone event;

	for (size_t i = 0; i < annual->happened_count; i++)
		if (strcmp(annual->happened[i].event, "review-list") == 0 &&
		    annual->happened[i].happened_on == r->out->received_on)
			return 0;
	sen_record_blank(&sen_milestone_record, &event);
	event.head.id = 0;
	event.pupil_id = annual->pupil_id;
	event.ehc_id = annual->ehc.head.id;
	event.event = "review-list";
	event.happened_on = r->out->received_on;
	r->out->recorded++;
	return sen_milestone_add(r->store, &event, err);
}

static const char *not_here(struct reconciling *r, const struct list_child *child)
{
	char day[16];

	if (child->died_on != SEN_NO_DATE)
		return "the child has died: tell the local authority";
	if (child->left_on != SEN_NO_DATE && child->left_on < r->store->context.today)
		return sen_format(r->store->arena, "left on %s: tell the local authority",
				  sen_date_long(child->left_on, day));
	return NULL;
}

static void only_theirs(struct reconciling *r, const struct list_row *theirs, const struct list_child *child,
			const char *what, const char *fix)
{
	struct sen_reconcile_row *row = add(r, "theirs", child);

	row->line = theirs->line;
	row->theirs = theirs->name;
	if (!child)
		row->pupil = theirs->name;
	row->due_theirs = theirs->due;
	row->what = what;
	row->fix = fix;
	r->out->theirs++;
}

static int matched(struct reconciling *r, const struct list_row *theirs, struct list_child *child,
		   struct sen_err *err)
{
	const char *gone = not_here(r, child), *what;
	struct sen_arena *arena = r->store->arena;
	struct sen_annual annual;
	struct sen_reconcile_row *row;
	int rc = sen_annual_of(r->store, child->id, r->store->context.today + 1, &annual, err);

	if (rc < 0)
		return rc;
	if (gone || !annual.ehc.head.id || annual.ehc.ended_on != SEN_NO_DATE) {
		only_theirs(r, theirs, child,
			    gone		 ? gone
			    : annual.ehc.head.id ? "the EHC case has ended here"
						 : "no EHC case is on record here",
			    gone ? NULL
				 : sen_format(arena, "sendctl ehcp add P%lld --final DATE",
					      (long long)child->id));
		return 0;
	}
	what = child->seen ? "a second line about this child" : differs(r, theirs, child, &annual);
	child->seen = true;
	row = add(r, what ? "different" : "same", child);
	row->line = theirs->line;
	row->theirs = theirs->name;
	row->due_theirs = theirs->due;
	row->due_ours = annual.complete_by;
	row->what = what;
	if ((rc = planned(r, child->id, &row->planned_on, err)) < 0)
		return rc;
	row->fix = what ? sen_format(arena, "sendctl ehcp show EH%lld", (long long)annual.ehc.head.id)
		   : row->planned_on == SEN_NO_DATE
			   ? sen_format(arena, "sendctl review schedule P%lld --kind annual",
					(long long)child->id)
			   : NULL;
	*(what ? &r->out->different : &r->out->same) += 1;
	return r->out->record ? keep(r, &annual, err) : 0;
}

static int take(struct reconciling *r, const struct sen_csv_row *cells, struct sen_err *err)
{
	struct sen_reconcile_row *row;
	struct list_child *child;
	struct list_row theirs;

	list_read(r, cells, &theirs);
	child = list_match(r, &theirs);
	if (theirs.fault) {
		row = add(r, "unread", child);
		row->line = theirs.line;
		row->pupil = child ? child->shown : theirs.name;
		row->theirs = theirs.name;
		row->what =
			sen_format(r->store->arena, "line %lld: %s", (long long)theirs.line, theirs.fault);
		if (child)
			child->seen = true;
		r->out->unread++;
		return 0;
	}
	if (child)
		return matched(r, &theirs, child, err);
	only_theirs(r, &theirs, NULL, "no such child here", NULL);
	return 0;
}

static int on_row(void *arg, const struct sen_csv_row *row, struct sen_err *err)
{
	struct reconciling *r = arg;
	bool full = false;

	for (size_t i = 0; i < row->count; i++)
		full |= *row->cells[i] != '\0';
	if (!full)
		return 0;
	if (r->headed)
		return take(r, row, err);
	/* A title or two may stand above. */
	r->headed = list_heading(r, row);
	r->tried++;
	if (r->headed || r->tried < 10)
		return 0;
	return 1;
}

/* ---- Ours alone ---- */

static int ours_alone(struct reconciling *r, const struct list_child *child, sen_date until,
		      struct sen_err *err)
{
	struct sen_annual annual;
	struct sen_reconcile_row *row;
	int rc = sen_annual_of(r->store, child->id, r->store->context.today + 1, &annual, err);

	if (rc < 0 || !annual.ehc.head.id || annual.ehc.ended_on != SEN_NO_DATE ||
	    annual.complete_by == SEN_NO_DATE || annual.complete_by >= until)
		return rc;
	row = add(r, "ours", child);
	row->due_ours = annual.complete_by;
	row->what = "due by then, and not on their list: ask the local authority";
	r->out->ours++;
	if ((rc = planned(r, child->id, &row->planned_on, err)) == 0 && row->planned_on == SEN_NO_DATE)
		row->fix = sen_format(r->store->arena, "sendctl review schedule P%lld --kind annual",
				      (long long)child->id);
	return rc;
}

/* Only the children with an open case are looked at. */
static int all_ours(struct reconciling *r, sen_date until, struct sen_err *err)
{
	static const char sql[] = "SELECT pupil_id FROM ehc WHERE school_id = :school AND voided_at IS NULL"
				  " AND ended_on IS NULL ORDER BY pupil_id";
	struct db_stmt *stmt;
	int64_t *ids = NULL;
	size_t count = 0, cap = 0;
	int rc = db_cached(r->store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":school", r->store->school_id);
	while ((rc = db_step(stmt, err)) == 1)
		*SEN_PUSH(r->store->arena, ids, count, cap) = db_col_int(stmt, 0);
	db_reset(stmt);
	for (size_t i = 0, k = 0; i < count && rc == 0; i++) {
		while (k < r->child_count && r->children[k].id < ids[i])
			k++;
		if (k < r->child_count && r->children[k].id == ids[i] && !r->children[k].seen &&
		    !not_here(r, &r->children[k]))
			rc = ours_alone(r, &r->children[k], until, err);
	}
	return rc;
}

/* ---- The term ---- */

/* The list comes before its term, or late in its first weeks: the term that begins
 * nearest to the day it came. */
static void find_term(struct sen_reconcile *out, const struct sen_calendar *calendar)
{
	sen_date day = out->term_day == SEN_NO_DATE ? out->received_on : out->term_day;
	struct sen_period term = sen_term_of(calendar, day), next = sen_term_after(calendar, term);

	if (out->term_day == SEN_NO_DATE && term.from <= day && next.from - day < day - term.from)
		term = next;
	out->term = term;
}

static int no_heading(const struct reconciling *r, struct sen_err *err)
{
	if (r->tried == 0)
		return sen_fail(err, SEN_INVALID, "'%s' is empty", r->path);
	sen_fail(err, SEN_INVALID, "'%s' has no heading that says whose review is due, and when", r->path);
	sen_hint(err,
		 "A column 'UPN' (or 'Name' and 'Date of birth'), and one 'Review due' (or 'Last review', "
		 "'Plan date').");
	return err->code;
}

int sen_reconcile(struct sen_store *store, const char *path, struct sen_reconcile *out, struct sen_err *err)
{
	struct reconciling r = {.store = store, .out = out, .path = path};
	const struct sen_calendar *calendar;
	struct sen_clock_event begins = {.event = "term-start"};
	const struct sen_clock_facts facts = {.events = &begins, .count = 1};
	const struct sen_law *law;
	struct sen_csv_info info;
	struct sen_clock clock;
	int rc = sen_store_calendar(store, &calendar, err);

	if (rc < 0 || (rc = sen_law(store, &law, err)) < 0 || (rc = list_children(&r, err)) < 0)
		return rc;
	find_term(out, calendar);
	begins.on = out->term.from;
	out->send_by = sen_clock(store->arena, law, "annual-review-list", &facts, &clock) ? clock.due_on
											  : SEN_NO_DATE;
	rc = sen_csv_read(store->arena, path, &info, on_row, &r, err);
	if (rc < 0)
		return rc;
	if (!r.headed)
		return no_heading(&r, err);
	return all_ours(&r, sen_term_after(calendar, out->term).from, err);
}

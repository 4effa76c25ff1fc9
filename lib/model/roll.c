/* The year turns: what would be done, child by child. */
#include "model/model.h"

#include <sen/people.h>
#include <sen/pupil.h>
#include <sen/roll.h>
#include <sen/text.h>
#include <string.h>
#include <strings.h>

/* Children on roll on the day before, with the period that is open and the year
 * of the one before it. */
static const char children_sql[] =
	"SELECT p.id, " MODEL_NAME
	" AS name, e.year, e.class, e.status, e.from_on, e.known_by, p.admitted_on,"
	" p.dob, (SELECT b.year FROM enrolment b WHERE b.pupil_id = p.id AND b.voided_at IS NULL"
	" AND b.until_on = e.from_on AND b.id <> e.id ORDER BY b.id DESC LIMIT 1) AS before,"
	" (SELECT COUNT(*) FROM register_entry r WHERE r.pupil_id = p.id AND r.voided_at IS NULL"
	" AND r.kind = 'plan' AND " MODEL_AT_DAY(
		"r") ") AS plans"
		     " FROM pupil p JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL"
		     " AND e.until_on IS NULL WHERE p.voided_at IS NULL AND p.school_id = :school"
		     " AND p.died_on IS NULL AND (p.left_on IS NULL OR p.left_on >= :on)"
		     " ORDER BY e.class, p.sort_key, p.id";

struct look {
	struct sen_store *store;
	struct sen_roll *roll;
	sen_date begins; /* 1 September */
	size_t cap, aged, fits;
	bool marked; /* an enrolment of this roll-over is there */
};

static const char *mark_of(struct sen_arena *arena, int academic_year)
{
	return sen_format(arena, "school roll-over %d/%02d", academic_year, (academic_year + 1) % 100);
}

/* New this year, or moved by an import or by hand since July. */
static bool is_done(const struct look *look, struct db_stmt *stmt, int year)
{
	sen_date from = db_col_date(stmt, 5), admitted = db_col_date(stmt, 7);
	int before;

	if (admitted != SEN_NO_DATE && admitted >= look->begins)
		return true;
	if (from == SEN_NO_DATE || from < look->begins - 62)
		return false;
	return sen_year_parse(db_col_text(stmt, 9, NULL), &before) && year > before;
}

static void sort_child(struct look *look, struct db_stmt *stmt, struct sen_roll_child *child, int top)
{
	sen_date dob = db_col_date(stmt, 8);
	int year;

	child->what = SEN_ROLL_STAYS;
	if (!sen_year_parse(child->year, &year))
		return;
	if (dob != SEN_NO_DATE) {
		look->aged++;
		look->fits += sen_nc_year(dob, look->begins) == year;
	}
	if (is_done(look, stmt, year))
		child->what = SEN_ROLL_DONE;
	else if (year >= top)
		child->what = SEN_ROLL_TOP;
	else
		child->what = SEN_ROLL_MOVES;
	child->next_year = child->what == SEN_ROLL_MOVES  ? sen_year_code(year + 1)
			   : child->what == SEN_ROLL_DONE ? child->year
							  : NULL;
	if (child->plan && child->next_year)
		child->phase = sen_phase_after(child->next_year, look->roll->top);
}

static void add_child(struct look *look, struct db_stmt *stmt, int top)
{
	struct sen_arena *arena = look->store->arena;
	struct sen_roll *roll = look->roll;
	struct sen_roll_child *child = SEN_PUSH(arena, roll->children, roll->count, look->cap);
	const char *known_by = db_col_text(stmt, 6, NULL);

	*child = (struct sen_roll_child){.pupil_id = db_col_int(stmt, 0),
					 .name = sen_strdup(arena, db_col_text(stmt, 1, NULL)),
					 .year = sen_strdup(arena, db_col_text(stmt, 2, NULL)),
					 .class_name = sen_strdup(arena, db_col_text(stmt, 3, NULL)),
					 .status = sen_strdup(arena, db_col_text(stmt, 4, NULL)),
					 .plan = db_col_int(stmt, 10) > 0};
	look->marked |= known_by && strcmp(known_by, mark_of(arena, roll->academic_year)) == 0;
	sort_child(look, stmt, child, top);
}

static int read_children(struct look *look, struct sen_err *err)
{
	DB_STMT *stmt = NULL;
	int top = 0, rc = db_prepare(look->store->db, children_sql, &stmt, err);

	if (rc < 0)
		return rc;
	if (!sen_year_parse(look->roll->top, &top))
		top = 99;
	db_bind_int(stmt, ":school", look->store->school_id);
	db_bind_date(stmt, ":on", look->roll->on);
	db_bind_date(stmt, ":day", look->store->context.today);
	while ((rc = db_step(stmt, err)) == 1)
		add_child(look, stmt, top);
	return rc;
}

static int refuse_twice(const struct look *look, struct sen_err *err)
{
	const struct sen_roll *roll = look->roll;
	size_t moves = 0;

	for (size_t i = 0; i < roll->count; i++)
		moves += roll->children[i].what == SEN_ROLL_MOVES || roll->children[i].what == SEN_ROLL_TOP;
	if (look->marked) {
		sen_fail(err, SEN_CONFLICT, "the year groups were moved for %d/%02d already",
			 roll->academic_year, (roll->academic_year + 1) % 100);
		sen_hint(err, "If that was a mistake: sendctl undo. One child: sendctl pupil edit PUPIL "
			      "--class CLASS --year YEAR --from DATE");
		return err->code;
	}
	if (moves && look->fits * 2 <= look->aged)
		return 0;
	if (roll->count == 0)
		return sen_fail(err, SEN_NOTFOUND, "no child is on roll on that day");
	sen_fail(err, SEN_CONFLICT,
		 "the year groups are those of %d/%02d already: %zu of %zu children are in the "
		 "year of their age",
		 roll->academic_year, (roll->academic_year + 1) % 100, look->fits, look->aged);
	sen_hint(err, "The import from the MIS moved them, or the file was begun this year. For another year "
		      "give its first day with --on.");
	return err->code;
}

/* ---- The class each child goes to ---- */

/* "Oak:3": of year 3 only. */
static bool map_fits(const char *from, const struct sen_roll_child *child)
{
	size_t len = child->class_name ? strlen(child->class_name) : 0;

	if (!len || strncasecmp(from, child->class_name, len) != 0)
		return false;
	return !from[len] || (from[len] == ':' && sen_text_same(from + len + 1, child->year));
}

static const char *mapped(const struct sen_roll_child *child, struct sen_roll_map *maps, size_t count)
{
	struct sen_roll_map *best = NULL;
	int64_t id;
	size_t rank = 0;

	for (size_t i = 0; i < count; i++) {
		bool one = sen_id_parse(maps[i].from, "P", &id) && id == child->pupil_id &&
			   (maps[i].from[0] == 'P' || maps[i].from[0] == 'p');
		size_t now = one ? 3 : !map_fits(maps[i].from, child) ? 0 : strchr(maps[i].from, ':') ? 2 : 1;

		if (now > rank) {
			rank = now;
			best = &maps[i];
		}
	}
	if (best)
		best->used++;
	return best ? best->to : NULL;
}

/* The year most children of the class are in: one of Year 2 in 3B goes with it. */
static const char *year_of_class(const struct sen_roll *roll, const char *class_name)
{
	const char *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < roll->count; i++) {
		size_t n = 0;

		if (!model_same(roll->children[i].class_name, class_name))
			continue;
		for (size_t k = 0; k < roll->count; k++)
			n += model_same(roll->children[k].class_name, class_name) &&
			     model_same(roll->children[k].year, roll->children[i].year);
		if (n > most) {
			most = n;
			best = roll->children[i].year;
		}
	}
	return best;
}

/* The guess for one class, asked once for all its children. */
struct guess {
	const char *class_name, *next;
	bool known;
};

static const char *guess(struct sen_store *store, const struct sen_roll *roll,
			 const struct sen_roll_child *child, struct guess *last)
{
	int year;

	if (!last->known || !model_same(last->class_name, child->class_name)) {
		const char *most = year_of_class(roll, child->class_name);

		*last = (struct guess){.class_name = child->class_name, .known = true};
		if (most && sen_year_parse(most, &year))
			last->next = sen_class_after(store->arena, child->class_name, most,
						     sen_year_code(year + 1));
	}
	return last->next;
}

static int unknown_classes(struct sen_store *store, const struct sen_roll *roll, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};
	const char *first = NULL, *last = NULL;

	for (size_t i = 0; i < roll->count; i++) {
		const struct sen_roll_child *child = &roll->children[i];

		if (child->what != SEN_ROLL_MOVES || child->next_class || !child->class_name ||
		    model_same(last, child->class_name))
			continue;
		last = child->class_name;
		if (!first)
			first = last;
		sen_buf_addf(&list, "%s'%s'", list.len ? ", " : "", last);
	}
	if (!first)
		return 0;
	sen_fail(err, SEN_INVALID, "the next class cannot be told from the name of %s", list.text);
	sen_hint(err,
		 "Say it for each: --map '%s=NEW', or by year group in a mixed class: --map '%s:3=NEW'. "
		 "One a line in a file: --map-file FILE.",
		 first, first);
	return err->code;
}

static int find_classes(struct sen_store *store, struct sen_roll *roll, struct sen_roll_map *maps,
			size_t map_count, struct sen_err *err)
{
	struct guess last = {0};

	for (size_t i = 0; i < roll->count; i++) {
		struct sen_roll_child *child = &roll->children[i];

		if (child->what != SEN_ROLL_MOVES)
			continue;
		child->next_class = mapped(child, maps, map_count);
		if (!child->next_class)
			child->next_class = guess(store, roll, child, &last);
	}
	for (size_t i = 0; i < map_count; i++)
		if (!maps[i].used) {
			sen_fail(err, SEN_NOTFOUND, "--map: no child who moves is '%s'", maps[i].from);
			sen_hint(err,
				 "Give a class as it is now, a class and a year group (Oak:3), or a child "
				 "by id (P12). 'sendctl pupil list --fields class,year,name' shows them.");
			return err->code;
		}
	return unknown_classes(store, roll, err);
}

int sen_roll_plan(struct sen_store *store, sen_date on, struct sen_roll_map *maps, size_t map_count,
		  struct sen_roll *out, struct sen_err *err)
{
	struct look look = {.store = store, .roll = out};
	int rc;

	*out = (struct sen_roll){.academic_year = sen_academic_year(on), .on = on};
	look.begins = sen_date_make(out->academic_year, 9, 1);
	if ((rc = sen_top_year(store, on - 1, &out->top, err)) < 0 || (rc = read_children(&look, err)) < 0 ||
	    (rc = refuse_twice(&look, err)) < 0 || (rc = find_classes(store, out, maps, map_count, err)) < 0)
		return rc;
	return roll_duties(store, out, err);
}

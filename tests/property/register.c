/* Property: the register as it stood on any day (`report register --as-at`, `pupil
 * list --as-at`) is what the moves up to that day, played one after another, come
 * to.  A school of a thousand children, five years of moves: up, down, on, off,
 * back again, backdated, put right, children who come later or leave.  And what
 * `report movement` counts between two days is what happened in between. */
#include "unit/records.h"

#include <sen/answer.h>
#include <sen/level.h>
#include <sen/movement.h>
#include <sen/report.h>

#include <stdlib.h>
#include <string.h>

#ifdef SEN_ARENA_MALLOC /* a sanitizer watches: it takes ten times as long */
enum { CHILDREN = 200, MOVES = 1200, DAYS = 60, LOG_MAX = 40 };
#else
enum { CHILDREN = 1000, MOVES = 6000, DAYS = 200, LOG_MAX = 40 };
#endif

/* ---- Numbers that are the same in every run ---- */

static uint64_t seed = 20261122;

static uint32_t number(uint32_t below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(seed >> 33) % below;
}

/* ---- What happened, as a plain list a child: the model ---- */

struct moved {
	sen_date on;
	const char *level; /* NULL: off */
	bool on_register;
};
struct child {
	int64_t id;
	sen_date admitted, left;
	struct moved log[LOG_MAX];
	size_t count;
	int64_t last_entry; /* of the last move that was not off; 0: none */
};

static struct child children[CHILDREN];
static sen_date first, last;
static struct sen_store *store;

static const struct {
	const char *level, *census;
	bool may, on;
} ladder[] = {{"A", "N", false, false}, {"B", "N", true, false},    {"C", "K", false, true},
	      {"D", "K", false, true},	{"SSPP", "K", false, true}, {"EHC", "E", false, true}};

static const struct moved *state_on(const struct child *child, sen_date day)
{
	const struct moved *state = NULL;

	for (size_t i = 0; i < child->count; i++)
		if (child->log[i].on <= day)
			state = &child->log[i];
	return state && state->level ? state : NULL;
}

/* Since when without a break. */
static sen_date since(const struct child *child, sen_date day)
{
	sen_date start = SEN_NO_DATE;

	for (size_t i = 0; i < child->count && child->log[i].on <= day; i++) {
		bool on = child->log[i].level && child->log[i].on_register;

		start = !on ? SEN_NO_DATE : start == SEN_NO_DATE ? child->log[i].on : start;
	}
	return start;
}

static bool on_roll(const struct child *child, sen_date day)
{
	return child->admitted <= day && (child->left == SEN_NO_DATE || child->left >= day);
}

/* ---- The school ---- */

static void begin(void)
{
	records_folder_setup();
	first = sen_date_iso("2021-09-01");
	last = sen_date_iso("2026-08-31");
	records_context.today = first;
	ok(records_found(records_path, &records_err));
	store = records_open(SEN_WRITE);
	sen_rules_attach(store);
	ok(sen_policy_use(store, "stages", first, NULL, 0, NULL, &records_err));
	store->context.anyway = "a property test";
}

static void end(void)
{
	sen_store_close(store);
	records_teardown();
}

static void enrol(struct child *child, size_t i)
{
	struct sen_pupil *pupil = sen_record_new(records_arena, &sen_pupil_record);

	child->admitted = number(5) ? first : first + (sen_date)number(1200);
	child->left = number(6) ? SEN_NO_DATE : child->admitted + 300 + (sen_date)number(900);
	pupil->forename = "Zoe";
	pupil->surname = sen_format(records_arena, "Child%04zu", i);
	pupil->dob = sen_date_iso("2014-05-12");
	pupil->admitted_on = child->admitted;
	pupil->left_on = child->left;
	ok(sen_record_insert(store, &sen_pupil_record, pupil, &records_err));
	child->id = pupil->head.id;
}

/* ---- Moves ---- */

static void put_right(struct child *child, size_t step)
{
	struct sen_move move = {.pupil_id = child->id,
				.level = ladder[step].level,
				.reason = "it was another",
				.on = SEN_NO_DATE,
				.told = SEN_NO_DATE,
				.corrects = child->last_entry,
				.on_register = ladder[step].may ? "yes" : NULL};
	struct moved *mistaken = &child->log[child->count - 1];

	ok(sen_level_move(store, &move, &records_err));
	child->last_entry = move.after.head.id;
	mistaken->level = ladder[step].level;
	mistaken->on_register = ladder[step].may || ladder[step].on;
}

static void off(struct child *child, sen_date on)
{
	struct sen_move move = {.pupil_id = child->id,
				.level = "off",
				.reason = "caught up",
				.on = on,
				.told = SEN_NO_DATE,
				.corrects = SEN_NO_INT};

	ok(sen_level_move(store, &move, &records_err));
	child->log[child->count++] = (struct moved){.on = on};
	child->last_entry = 0;
}

static void move_to(struct child *child, sen_date on, size_t step, bool may)
{
	const struct moved *now = state_on(child, on);
	bool joins = ladder[step].on || (ladder[step].may && may);
	struct sen_move move = {.pupil_id = child->id,
				.level = ladder[step].level,
				.reason = "decided",
				.on = on,
				.told = SEN_NO_DATE,
				.corrects = SEN_NO_INT,
				.on_register = ladder[step].may ? (may ? "yes" : "no") : NULL};

	ok(sen_level_move(store, &move, &records_err));
	if (now && strcmp(now->level, ladder[step].level) == 0 && now->on_register == joins) {
		ck_assert_int_eq(move.moved, SEN_MOVED_NOT);
		return;
	}
	child->log[child->count++] =
		(struct moved){.on = on, .level = ladder[step].level, .on_register = joins};
	child->last_entry = move.after.head.id;
}

static void one_move(sen_date today)
{
	struct child *child = &children[number(CHILDREN)];
	sen_date on = today - (number(4) ? 0 : (sen_date)number(20)), latest;
	size_t step = number(SEN_COUNT(ladder));
	uint32_t what = number(10);

	latest = child->count ? child->log[child->count - 1].on : child->admitted - 1;
	store->context.today = today;
	if (child->count == LOG_MAX || on <= latest || !on_roll(child, on))
		return;
	if (what == 0 && child->last_entry)
		put_right(child, step);
	else if (what < 3 && state_on(child, on))
		off(child, on);
	else
		move_to(child, on, step, number(2));
}

static void live(void)
{
	const struct sen_policy_set *policies;
	const struct sen_calendar *calendar;

	for (size_t i = 0; i < CHILDREN; i++)
		enrol(&children[i], i);
	/* Read once, before anything is released. */
	ok(sen_policies(store, &policies, &records_err));
	ok(sen_store_calendar(store, &calendar, &records_err));
	for (uint32_t i = 0; i < MOVES; i++) {
		struct sen_mark mark = sen_arena_mark(store->arena);

		one_move(first + (sen_date)((uint64_t)i * (uint64_t)(last - first) / MOVES));
		sen_arena_release(store->arena, mark);
	}
	store->context.today = last;
	ok(sen_store_settle(store, &records_err));
}

/* ---- Asking ---- */

struct columns {
	size_t id, level, census, since;
};

static size_t column(const struct sen_query *query, const char *name)
{
	return (size_t)(sen_column_named(query->columns, query->count, name) - query->columns);
}

static struct child *of_id(int64_t id)
{
	for (size_t i = 0; i < CHILDREN; i++)
		if (children[i].id == id)
			return &children[i];
	ck_abort_msg("P%lld is nobody", (long long)id);
	return NULL;
}

static const char *census_of(const struct moved *state)
{
	for (size_t i = 0; i < SEN_COUNT(ladder); i++)
		if (strcmp(ladder[i].level, state->level) == 0)
			return ladder[i].may && state->on_register ? "K" : ladder[i].census;
	return "?";
}

static void check_row(const struct sen_cell *cells, struct columns at, sen_date day, bool run)
{
	struct child *child = of_id(cells[at.id].number);
	const struct moved *state = state_on(child, day);
	sen_date from = run ? since(child, day) : state ? state->on : SEN_NO_DATE;
	char text[11];

	sen_date_text(day, text);
	ck_assert_msg(on_roll(child, day), "%s: P%lld is not on roll", text, (long long)child->id);
	ck_assert_msg(!state == !cells[at.level].text, "%s: P%lld stands %s", text, (long long)child->id,
		      state ? state->level : "at none");
	if (!state)
		return;
	ck_assert_msg(strcmp(state->level, cells[at.level].text) == 0, "%s: P%lld at %s, not %s", text,
		      (long long)child->id, state->level, cells[at.level].text);
	ck_assert_msg(strcmp(census_of(state), cells[at.census].text) == 0, "%s: P%lld census %s", text,
		      (long long)child->id, cells[at.census].text);
	ck_assert_msg(cells[at.since].text && sen_date_iso(cells[at.since].text) == from,
		      "%s: P%lld since %s", text, (long long)child->id,
		      cells[at.since].text ? cells[at.since].text : "never");
}

static size_t ask(const struct sen_query *query, sen_date day, bool run)
{
	struct columns at = {column(query, "id"), column(query, "level"), column(query, "census"),
			     column(query, "since")};
	struct sen_table *table;
	size_t rows = 0;
	int rc;

	store->context.as_at = day;
	ok(sen_table_query(store, query, NULL, 0, &table, &records_err));
	while ((rc = table->next(table, &records_err)) == 1) {
		check_row(table->cells, at, day, run);
		rows++;
	}
	ok(rc);
	if (table->close)
		table->close(table);
	store->context.as_at = SEN_NO_DATE;
	return rows;
}

/* ---- Movement between two days ---- */

static size_t step_of(const struct moved *state)
{
	size_t i = 0;

	while (strcmp(ladder[i].level, state->level) != 0)
		i++;
	return i;
}

/* On the register that day, as the register counts: on roll too. */
static const struct moved *standing(const struct child *child, sen_date day)
{
	const struct moved *state = on_roll(child, day) ? state_on(child, day) : NULL;

	return state && state->on_register ? state : NULL;
}

static bool was_on(const struct child *child, sen_date day)
{
	for (size_t i = 0; i + 1 < child->count && child->log[i + 1].on <= day; i++)
		if (child->log[i].level && child->log[i].on_register)
			return true;
	return false;
}

/* Day by day, the dull way. */
static void happened(const struct child *child, sen_date from, sen_date until, int64_t n[SEN_MV_COUNTS])
{
	n[SEN_MV_START] += standing(child, from - 1) != NULL;
	n[SEN_MV_END] += standing(child, until - 1) != NULL;
	for (sen_date day = from; day < until; day++) {
		const struct moved *before = standing(child, day - 1), *now = standing(child, day);

		if (!before && now)
			n[was_on(child, day) ? SEN_MV_RETURNED : SEN_MV_JOINED]++;
		else if (before && !now)
			n[on_roll(child, day) ? SEN_MV_EXITED : SEN_MV_LEFT]++;
		else if (before && now && before != now && step_of(before) != step_of(now))
			n[step_of(now) > step_of(before) ? SEN_MV_UP : SEN_MV_DOWN]++;
	}
}

/* start + joined + returned + policy + in - exited - left - out = end */
static void reconciles(const struct sen_movement_group *group, sen_date from)
{
	const int64_t *n = group->n;

	ck_assert_msg(n[SEN_MV_START] + n[SEN_MV_JOINED] + n[SEN_MV_RETURNED] + n[SEN_MV_POLICY] +
				      n[SEN_MV_IN] - n[SEN_MV_EXITED] - n[SEN_MV_LEFT] - n[SEN_MV_OUT] ==
			      n[SEN_MV_END],
		      "%d: %s '%s' does not reconcile", (int)from, group->by, group->group);
}

static void tables_add_up(const struct sen_movement *movement)
{
	static const char *const all[] = {"level", "need", "year", "sex", "eal", "premium"};
	const int64_t *whole = sen_movement_all(movement)->n;

	for (size_t i = 0; i < movement->group_count; i++)
		reconciles(&movement->groups[i], movement->from);
	for (size_t t = 0; t < SEN_COUNT(all); t++)
		for (int what = 0; what < SEN_MV_COUNTS; what++) {
			int64_t sum = 0;

			for (size_t i = 0; i < movement->group_count; i++)
				if (strcmp(movement->groups[i].by, all[t]) == 0)
					sum += movement->groups[i].n[what];
			if (what != SEN_MV_IN && what != SEN_MV_OUT)
				ck_assert_int_eq(sum, whole[what]);
		}
}

static void check_movement(sen_date from, sen_date until)
{
	int64_t n[SEN_MV_COUNTS] = {0};
	struct sen_movement movement;
	const int64_t *counted;

	ok(sen_movement(store, from, until, &movement, &records_err));
	counted = sen_movement_all(&movement)->n;
	for (size_t i = 0; i < CHILDREN; i++)
		happened(&children[i], from, until, n);
	for (int what = 0; what < SEN_MV_COUNTS; what++)
		ck_assert_msg(counted[what] == n[what], "%d to %d: count %d is %lld, not %lld", (int)from,
			      (int)until, what, (long long)counted[what], (long long)n[what]);
	ck_assert_uint_eq(ask(&sen_report_register, from - 1, true), (size_t)counted[SEN_MV_START]);
	ck_assert_uint_eq(ask(&sen_report_register, until - 1, true), (size_t)counted[SEN_MV_END]);
	tables_add_up(&movement);
}

START_TEST(as_at_is_what_the_moves_come_to)
{
	size_t seen = 0;

	live();
	for (int i = 0; i < DAYS; i++) {
		sen_date day = first - 30 + (sen_date)number((uint32_t)(last - first) + 60);
		struct sen_mark mark = sen_arena_mark(store->arena);
		size_t on_register = 0, there = 0;

		for (size_t k = 0; k < CHILDREN; k++) {
			const struct moved *state = state_on(&children[k], day);

			there += on_roll(&children[k], day);
			on_register += on_roll(&children[k], day) && state && state->on_register;
		}
		/* Every row is right, and so many: none is missing. */
		ck_assert_uint_eq(ask(&sen_report_register, day, true), on_register);
		ck_assert_uint_eq(ask(&sen_pupil_list_query, day, false), there);
		seen += on_register;
		sen_arena_release(store->arena, mark);
	}
	ck_assert_msg(seen > (size_t)CHILDREN * DAYS / 20,
		      "only %zu children on registers: the school is too quiet", seen);
	for (int i = 0; i < DAYS / 5; i++) {
		sen_date from = first + 1 + (sen_date)number((uint32_t)(last - first) - 400);
		struct sen_mark mark = sen_arena_mark(store->arena);

		check_movement(from, from + 1 + (sen_date)number(400));
		sen_arena_release(store->arena, mark);
	}
}
END_TEST

START_TEST(what_is_owed_is_kept_true)
{
	int64_t wrong = -1, kept;

	live();
	ok(sen_owed_verify(store, &wrong, &records_err));
	ck_assert_int_eq(wrong, 0);
	ok(db_int(store->db, "SELECT count(*) FROM deadline", 0, &kept, &records_err));
	ck_assert_int_gt(kept, CHILDREN / 2); /* the school is not so quiet that nothing is tried */
}
END_TEST

Suite *suite_register_property(void)
{
	Suite *suite = suite_create("register property");
	TCase *tc = tcase_create("register");

	tcase_add_checked_fixture(tc, begin, end);
	tcase_set_timeout(tc, 300);
	tcase_add_test(tc, as_at_is_what_the_moves_come_to);
	tcase_add_test(tc, what_is_owed_is_kept_true);
	suite_add_tcase(suite, tc);
	return suite;
}

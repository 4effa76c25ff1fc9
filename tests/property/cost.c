/* Property: what provision costs always adds up to the penny.  Random groups that
 * overlap in time and adults, children who join and leave, absences, cover, rates
 * that rise or are missing: what the parts of adults, of children, of days come to
 * is the whole, and an adult's day costs its minutes once. */
#include "unit/suites.h"

#include <sen/cost.h>

#include <string.h>

enum { ROUNDS = 300, GROUPS = 7, ADULTS = 4, PUPILS = 9, DAYS = 12, SESSIONS = 10, MINUTES = 24 * 60 + 600 };

static uint64_t seed;

static int64_t number(int64_t below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (int64_t)((seed >> 33) % (uint64_t)below);
}

static const char *const roles[] = {"ta", "class-teacher", "elsa", NULL};

static struct sen_cost_rate rates[8];
static struct sen_cost_provision provisions[GROUPS];
static struct sen_cost_adult adults[GROUPS][3];
static struct sen_cost_member members[GROUPS][PUPILS];
static struct sen_cost_session planned[GROUPS][SESSIONS], held[GROUPS][SESSIONS];
static int64_t absent[GROUPS][SESSIONS][3];
static struct sen_cost_facts facts;

/* ---- A school ---- */

static void make_rates(void)
{
	static const char *const order[] = {"class-teacher", "elsa", "ta"};

	facts.rate_count = 0;
	for (size_t i = 0; i < SEN_COUNT(order); i++)
		for (int64_t n = number(3), k = 0; k < n; k++)
			rates[facts.rate_count++] =
				(struct sen_cost_rate){order[i], (sen_date)(k * 5 + number(5)), number(4000)};
	facts.rates = rates;
}

static void make_session(struct sen_cost_session *session, sen_date day, int64_t id, int64_t *away)
{
	*session = (struct sen_cost_session){.id = id,
					     .day = day,
					     .at = number(3) ? (int32_t)(540 + number(90)) : -1,
					     .minutes = number(9) ? 1 + number(60) : 0,
					     .cover = number(6) ? 0 : 1 + number(ADULTS),
					     .cover_role = roles[number(4)],
					     .absent = away,
					     .absent_count = (size_t)number(4)};
	for (size_t i = 0; i < session->absent_count; i++)
		away[i] = 1 + number(PUPILS);
}

static void make_group(size_t g)
{
	struct sen_cost_provision *group = &provisions[g];
	sen_date day = 0;

	*group = (struct sen_cost_provision){.id = (int64_t)g + 1,
					     .from_on = (sen_date)number(DAYS),
					     .fee = number(3) ? 0 : number(3000),
					     .resource = number(3) ? 0 : number(9999),
					     .adults = adults[g],
					     .adult_count = (size_t)number(4),
					     .members = members[g],
					     .planned = planned[g],
					     .held = held[g],
					     .planned_count = SESSIONS,
					     .held_count = SESSIONS};
	for (size_t i = 0; i < group->adult_count; i++)
		adults[g][i] =
			(struct sen_cost_adult){1 + number(ADULTS), roles[number(4)], (sen_date)number(3),
						number(2) ? SEN_NO_DATE : (sen_date)(4 + number(8))};
	for (int64_t pupil = 1; pupil <= PUPILS; pupil++)
		if (number(2))
			members[g][group->member_count++] =
				(struct sen_cost_member){pupil, (sen_date)number(6),
							 number(2) ? SEN_NO_DATE : (sen_date)(3 + number(9))};
	for (size_t i = 0; i < SESSIONS; i++) {
		day += (sen_date)number(3);
		make_session(&planned[g][i], day, 0, absent[g][i]);
		planned[g][i].absent_count = 0;
		planned[g][i].cover = 0;
		make_session(&held[g][i], day, (int64_t)i + 1, absent[g][i]);
	}
}

static void make_school(uint64_t from)
{
	seed = from;
	facts = (struct sen_cost_facts){
		.provisions = provisions, .count = GROUPS, .from = 0, .until = 2 + (sen_date)number(30)};
	facts.today = (sen_date)number(DAYS);
	make_rates();
	for (size_t g = 0; g < GROUPS; g++)
		make_group(g);
}

/* ---- What holds of every session ---- */

struct sums {
	enum sen_cost_kind kind;
	int64_t pence, adults, children, nobody, fees;
	int64_t minutes[ADULTS + 1][64]; /* by adult and day */
	int64_t by_adult[ADULTS + 1][64], unpriced[ADULTS + 1][64];
	size_t sessions;
};

static void adults_hold(struct sums *sums, const struct sen_cost_priced *priced)
{
	int64_t pence = 0, unpriced = 0;

	for (size_t i = 0; i < priced->adult_count; i++) {
		const struct sen_cost_part *part = &priced->adults[i];

		ck_assert_int_ge(part->pence, 0);
		pence += part->pence;
		unpriced += part->unpriced;
		if (part->id == SEN_NO_INT) {
			sums->fees += part->pence;
			continue;
		}
		sums->minutes[part->id][priced->day] += part->minutes;
		sums->by_adult[part->id][priced->day] += part->pence;
		sums->unpriced[part->id][priced->day] += part->unpriced;
	}
	ck_assert_int_eq(pence, priced->pence);
	ck_assert_int_eq(unpriced, priced->unpriced);
	sums->adults += pence;
}

static void children_hold(struct sums *sums, const struct sen_cost_priced *priced)
{
	int64_t pence = 0, unpriced = 0, least = INT64_MAX, most = 0;

	for (size_t i = 0; i < priced->child_count; i++) {
		const struct sen_cost_part *part = &priced->children[i];

		ck_assert(i == 0 || part->id > priced->children[i - 1].id);
		pence += part->pence;
		unpriced += part->unpriced;
		if (i > 0) {
			least = part->pence < least ? part->pence : least;
			most = part->pence > most ? part->pence : most;
		}
	}
	/* All but the first have the same; the first at most what did not divide more. */
	ck_assert(priced->child_count < 2 || least == most);
	ck_assert(priced->child_count < 2 ||
		  (priced->children[0].pence >= least &&
		   priced->children[0].pence - least < (int64_t)priced->child_count));
	if (priced->child_count) {
		ck_assert_int_eq(pence, priced->pence);
		ck_assert_int_eq(unpriced, priced->unpriced);
	} else {
		ck_assert(priced->kind == SEN_COST_DELIVERED || !priced->session);
		sums->nobody += priced->pence;
	}
	sums->children += pence;
}

static void check(void *arg, const struct sen_cost_priced *priced)
{
	struct sums *sums = arg;

	ck_assert(priced->day >= facts.from && priced->day < facts.until);
	ck_assert_int_eq(priced->kind, sums->kind);
	adults_hold(sums, priced);
	children_hold(sums, priced);
	sums->pence += priced->pence;
	sums->sessions++;
}

/* ---- What holds of an adult's day, counted minute by minute ---- */

static bool gives(const struct sen_cost_provision *group, const struct sen_cost_session *session, int64_t who)
{
	bool named = false, first = true, is_first = false, self = false;

	for (size_t i = 0; i < group->adult_count; i++) {
		const struct sen_cost_adult *adult = &group->adults[i];

		if (adult->from > session->day ||
		    (adult->until != SEN_NO_DATE && adult->until <= session->day))
			continue;
		is_first = is_first || (first && adult->who == who);
		/* Named again, not only in the place that was covered. */
		named = named || (adult->who == who && !(session->cover && first));
		self = self || adult->who == session->cover;
		first = false;
	}
	if (!session->cover)
		return named || is_first;
	return self ? who == session->cover : who == session->cover || named;
}

static bool has_child(const struct sen_cost_provision *group, sen_date day)
{
	for (size_t i = 0; i < group->member_count; i++)
		if (group->members[i].from <= day &&
		    (group->members[i].until == SEN_NO_DATE || group->members[i].until > day))
			return true;
	return false;
}

/* Minutes of the day the adult gives anything, each once; untimed sessions whole. */
static int64_t minutes_of(enum sen_cost_kind kind, int64_t who, sen_date day)
{
	static char busy[MINUTES];
	int64_t count = 0;

	memset(busy, 0, sizeof(busy));
	for (size_t g = 0; g < GROUPS; g++) {
		const struct sen_cost_provision *group = &provisions[g];
		const struct sen_cost_session *sessions =
			kind == SEN_COST_DELIVERED ? group->held : group->planned;

		for (size_t i = 0; i < SESSIONS; i++) {
			if (sessions[i].day != day || !gives(group, &sessions[i], who) ||
			    (kind == SEN_COST_PLANNED && !has_child(group, day)))
				continue;
			if (sessions[i].at < 0)
				count += sessions[i].minutes;
			else
				memset(busy + sessions[i].at, 1, (size_t)sessions[i].minutes);
		}
	}
	for (size_t i = 0; i < MINUTES; i++)
		count += busy[i];
	return count;
}

static void days_hold(const struct sums *sums)
{
	for (int64_t who = 1; who <= ADULTS; who++)
		for (sen_date day = 0; day < 40 && day < facts.until; day++)
			ck_assert_int_eq(sums->minutes[who][day], minutes_of(sums->kind, who, day));
}

/* With one role only, the day costs round(minutes * rate / 60). */
static void one_role_holds(const struct sums *sums)
{
	for (int64_t who = 1; who <= ADULTS; who++)
		for (sen_date day = 0; day < 40; day++) {
			int64_t rate = sen_cost_rate_on(&facts, "ta", day), minutes = sums->minutes[who][day];

			ck_assert_int_eq(sums->by_adult[who][day],
					 rate == SEN_NO_INT ? 0 : (minutes * rate + 30) / 60);
			ck_assert_int_eq(sums->unpriced[who][day], rate == SEN_NO_INT ? minutes : 0);
		}
}

static void price(uint64_t from, bool one_role)
{
	for (int kind = SEN_COST_PLANNED; kind <= SEN_COST_DELIVERED; kind += SEN_COST_DELIVERED) {
		struct sen_arena *arena = sen_arena_new();
		struct sums *sums = SEN_NEW(arena, struct sums, 1);

		make_school(from);
		for (size_t g = 0; one_role && g < GROUPS; g++) {
			for (size_t i = 0; i < provisions[g].adult_count; i++)
				adults[g][i].role = "ta";
			for (size_t i = 0; i < SESSIONS; i++)
				held[g][i].cover_role = "ta";
		}
		sums->kind = (enum sen_cost_kind)kind;
		sen_cost_price(arena, &facts, sums->kind, check, sums);
		ck_assert_int_eq(sums->adults, sums->pence);
		ck_assert_int_eq(sums->children + sums->nobody, sums->pence);
		days_hold(sums);
		if (one_role)
			one_role_holds(sums);
		sen_arena_free(arena);
	}
}

START_TEST(test_adds_up)
{
	for (uint64_t round = 1; round <= ROUNDS; round++)
		price(round, false);
}
END_TEST

START_TEST(test_a_day_costs_its_minutes)
{
	for (uint64_t round = 1; round <= ROUNDS; round++)
		price(round, true);
}
END_TEST

/* The example of sen/cost.h, to the penny. */
static void keep(void *arg, const struct sen_cost_priced *priced)
{
	struct sen_cost_part **out = arg;

	for (size_t i = 0; i < priced->child_count; i++)
		*(*out)++ = priced->children[i];
}

START_TEST(test_example)
{
	static const struct sen_cost_rate rate[] = {{"ta", 0, 1450}};
	static const struct sen_cost_adult lee[] = {{1, "ta", 0, SEN_NO_DATE}};
	static const struct sen_cost_member three[] = {{1, 0, SEN_NO_DATE},
						       {2, 0, SEN_NO_DATE},
						       {3, 0, SEN_NO_DATE}},
					    dan[] = {{4, 0, SEN_NO_DATE}};
	static const int64_t ill[] = {2};
	struct sen_cost_session first = {.day = 3, .at = 540, .minutes = 30},
				second = {.day = 3, .at = 560, .minutes = 20}, ben_ill = first;
	struct sen_cost_provision both[] = {{.id = 1,
					     .adults = lee,
					     .adult_count = 1,
					     .members = three,
					     .member_count = 3,
					     .planned = &first,
					     .planned_count = 1,
					     .held = &ben_ill,
					     .held_count = 1},
					    {.id = 2,
					     .adults = lee,
					     .adult_count = 1,
					     .members = dan,
					     .member_count = 1,
					     .planned = &second,
					     .planned_count = 1,
					     .held = &second,
					     .held_count = 1}};
	const struct sen_cost_facts of = {.provisions = both,
					  .count = 2,
					  .rates = rate,
					  .rate_count = 1,
					  .from = 0,
					  .until = 9,
					  .today = 5};
	struct sen_arena *arena = sen_arena_new();
	struct sen_cost_part parts[8], *at = parts;

	ben_ill.absent = ill;
	ben_ill.absent_count = 1;
	sen_cost_price(arena, &of, SEN_COST_PLANNED, keep, &at);
	ck_assert_int_eq(at - parts, 4);
	ck_assert_int_eq(parts[0].pence, 202);
	ck_assert_int_eq(parts[1].pence, 201);
	ck_assert_int_eq(parts[2].pence, 201);
	ck_assert_int_eq(parts[3].pence, 363);
	at = parts;
	sen_cost_price(arena, &of, SEN_COST_DELIVERED, keep, &at);
	ck_assert_int_eq(at - parts, 3);
	ck_assert_int_eq(parts[0].pence, 302);
	ck_assert_int_eq(parts[1].pence, 302);
	ck_assert_int_eq(parts[2].pence, 363);
	sen_arena_free(arena);
}
END_TEST

START_TEST(test_of_year)
{
	sen_date sep = sen_date_make(2026, 9, 1), next = sen_date_make(2027, 9, 1);

	ck_assert_int_eq(sen_cost_of_year(600000, sep, sep, next), 600000);
	ck_assert_int_eq(sen_cost_of_year(600000, sep, sep, sen_date_make(2028, 9, 1)), 1200000);
	/* 122 days of 365: 2005.479... pounds. */
	ck_assert_int_eq(sen_cost_of_year(600000, sep, sep, sen_date_make(2027, 1, 1)), 200548);
	ck_assert_int_eq(sen_cost_of_year(600000, sep, next, next), 0);
	ck_assert_int_eq(sen_cost_of_year(36500, sep, sep + 10, sep + 20), 1000);
}
END_TEST

Suite *suite_cost_property(void)
{
	Suite *suite = suite_create("cost_property");
	TCase *tc = tcase_create("cost");

	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, test_adds_up);
	tcase_add_test(tc, test_a_day_costs_its_minutes);
	tcase_add_test(tc, test_example);
	tcase_add_test(tc, test_of_year);
	suite_add_tcase(suite, tc);
	return suite;
}

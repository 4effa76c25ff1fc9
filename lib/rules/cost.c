/* What sessions cost: adults' days laid on a line, shared by the sessions given
 * at once, and these by the children in them (sen/cost.h).  Pure. */
#include "rules/cost.h"

#include <string.h>

struct pricing {
	struct sen_arena *arena;
	const struct sen_cost_facts *facts;
	enum sen_cost_kind kind;
	struct cost_give *gives;
	size_t count, cap;
};

static bool holds(sen_date from, sen_date until, sen_date day)
{
	return from <= day && (until == SEN_NO_DATE || until > day);
}

int64_t sen_cost_rate_on(const struct sen_cost_facts *facts, const char *role, sen_date day)
{
	int64_t pence = SEN_NO_INT;

	for (size_t i = 0; role && i < facts->rate_count; i++) {
		const struct sen_cost_rate *rate = &facts->rates[i];

		if (rate->from <= day && strcmp(rate->role, role) == 0)
			pence = rate->pence;
	}
	return pence;
}

/* Does it count?  In the period; a planned one with a child to give it to. */
static bool counts(const struct pricing *p, const struct sen_cost_provision *provision,
		   const struct sen_cost_session *session)
{
	if (session->day < p->facts->from || session->day >= p->facts->until)
		return false;
	for (size_t i = 0; p->kind != SEN_COST_DELIVERED; i++) {
		if (i == provision->member_count)
			return false;
		if (holds(provision->members[i].from, provision->members[i].until, session->day))
			break;
	}
	return true;
}

/* ---- Who gave it ---- */

static void add_give(struct pricing *p, const struct cost_give *give)
{
	/* One person named twice gives a session once. */
	for (size_t i = p->count; i > 0 && p->gives[i - 1].provision == give->provision &&
				  p->gives[i - 1].session == give->session;
	     i--)
		if (p->gives[i - 1].who == give->who)
			return;
	*SEN_PUSH(p->arena, p->gives, p->count, p->cap) = *give;
}

static void add_session(struct pricing *p, size_t provision, size_t index,
			const struct sen_cost_session *session)
{
	const struct sen_cost_provision *from = &p->facts->provisions[provision];
	struct cost_give give = {.provision = provision,
				 .session = index,
				 .day = session->day,
				 .at = session->at,
				 .minutes = session->minutes};
	const struct sen_cost_adult *first = NULL, *self = NULL;

	for (size_t i = 0; i < from->adult_count; i++) {
		const struct sen_cost_adult *adult = &from->adults[i];

		if (!holds(adult->from, adult->until, session->day))
			continue;
		first = first ? first : adult;
		self = session->cover && adult->who == session->cover && !self ? adult : self;
	}
	if (session->cover) {
		const struct sen_cost_adult *place = self ? self : first;

		give.who = session->cover;
		give.role = session->cover_role && !self ? session->cover_role : place ? place->role : NULL;
		add_give(p, &give);
	}
	for (size_t i = 0; i < from->adult_count && !self; i++) {
		const struct sen_cost_adult *adult = &from->adults[i];

		if (!holds(adult->from, adult->until, session->day) || (session->cover && adult == first))
			continue;
		give.who = adult->who;
		give.role = adult->role;
		add_give(p, &give);
	}
}

/* ---- A session: its adults, its fee, its children ---- */

/* The first has what does not divide. */
static void share_out(struct sen_cost_part *parts, size_t count, int64_t pence, int64_t unpriced)
{
	for (size_t i = 0; i < count; i++) {
		int64_t n = (int64_t)count;

		parts[i].pence = pence / n + (i == 0 ? pence % n : 0);
		parts[i].unpriced = unpriced / n + (i == 0 ? unpriced % n : 0);
	}
}

static bool is_absent(const struct sen_cost_session *session, int64_t pupil)
{
	for (size_t i = 0; i < session->absent_count; i++)
		if (session->absent[i] == pupil)
			return true;
	return false;
}

/* Who is in it that day, each once; `session` (or NULL) says who was absent. */
static size_t children_on(const struct sen_cost_provision *provision, sen_date day,
			  const struct sen_cost_session *session, struct sen_cost_part *out)
{
	size_t count = 0;

	for (size_t i = 0; i < provision->member_count; i++) {
		const struct sen_cost_member *member = &provision->members[i];

		if (!holds(member->from, member->until, day) ||
		    (session && is_absent(session, member->pupil_id)))
			continue;
		if (count == 0 || out[count - 1].id != member->pupil_id)
			out[count++] = (struct sen_cost_part){.id = member->pupil_id};
	}
	return count;
}

static void hand_out(const struct sen_cost_priced *priced, struct sen_cost_part *children,
		     void (*fn)(void *arg, const struct sen_cost_priced *priced), void *arg)
{
	int64_t minutes = priced->session ? priced->session->minutes : 0;

	for (size_t i = 0; i < priced->child_count; i++)
		children[i].minutes = minutes;
	share_out(children, priced->child_count, priced->pence, priced->unpriced);
	fn(arg, priced);
}

/* What was spent once: on the first day, or with the first child who joins. */
static void resources(struct pricing *p, size_t index, struct sen_cost_part *children,
		      void (*fn)(void *arg, const struct sen_cost_priced *priced), void *arg)
{
	const struct sen_cost_provision *provision = &p->facts->provisions[index];
	struct sen_cost_part whole = {.id = SEN_NO_INT, .pence = provision->resource};
	struct sen_cost_priced priced = {.kind = p->kind,
					 .provision = index,
					 .day = provision->from_on,
					 .pence = provision->resource,
					 .adults = &whole,
					 .adult_count = 1,
					 .children = children};
	const struct sen_cost_member *first = NULL;

	if (provision->resource <= 0 || provision->from_on < p->facts->from ||
	    provision->from_on >= p->facts->until ||
	    (p->kind == SEN_COST_DELIVERED && provision->from_on > p->facts->today))
		return;
	priced.child_count = children_on(provision, provision->from_on, NULL, children);
	for (size_t i = 0; i < provision->member_count && priced.child_count == 0; i++)
		if (!first || provision->members[i].from < first->from)
			first = &provision->members[i];
	if (first)
		children[priced.child_count++] = (struct sen_cost_part){.id = first->pupil_id};
	hand_out(&priced, children, fn, arg);
}

/* The shares of this session's adults; *at walks the gives, sorted by session. */
static size_t adults_of(struct pricing *p, size_t provision, size_t index, size_t *at,
			struct sen_cost_part **out, size_t *cap)
{
	size_t count = 0;

	while (*at < p->count && p->gives[*at].provision == provision && p->gives[*at].session == index) {
		const struct cost_give *give = &p->gives[(*at)++];

		*SEN_PUSH(p->arena, *out, count, *cap) = (struct sen_cost_part){
			give->who, give->shared, give->pence, give->unpriced, give->role};
	}
	return count;
}

static void sum_up(struct sen_cost_priced *priced)
{
	for (size_t i = 0; i < priced->adult_count; i++) {
		priced->pence += priced->adults[i].pence;
		priced->unpriced += priced->adults[i].unpriced;
	}
}

static const struct sen_cost_session *sessions_of(const struct pricing *p, size_t index, size_t *count)
{
	const struct sen_cost_provision *provision = &p->facts->provisions[index];
	bool held = p->kind == SEN_COST_DELIVERED;

	*count = held ? provision->held_count : provision->planned_count;
	return held ? provision->held : provision->planned;
}

/* A session nobody is named for, or of unknown length, is a gap, not for nothing. */
static int64_t nobody(const struct sen_cost_provision *provision, const struct sen_cost_session *session,
		      size_t adults)
{
	if (session->minutes == 0)
		return adults || !provision->fee ? 1 : 0;
	return adults == 0 && provision->fee == 0 ? session->minutes : 0;
}

static void price_provision(struct pricing *p, size_t index, size_t *at, struct sen_cost_part *children,
			    void (*fn)(void *arg, const struct sen_cost_priced *priced), void *arg)
{
	const struct sen_cost_provision *provision = &p->facts->provisions[index];
	struct sen_cost_part *adults = NULL;
	size_t cap = 0, count;
	const struct sen_cost_session *sessions = sessions_of(p, index, &count);

	resources(p, index, children, fn, arg);
	for (size_t i = 0; i < count; i++) {
		struct sen_cost_priced priced = {.kind = p->kind,
						 .provision = index,
						 .session = &sessions[i],
						 .day = sessions[i].day,
						 .children = children};
		size_t given;

		if (!counts(p, provision, &sessions[i]))
			continue;
		given = adults_of(p, index, i, at, &adults, &cap);
		priced.child_count = children_on(provision, sessions[i].day, &sessions[i], children);
		if (priced.child_count == 0)
			priced.child_count = children_on(provision, sessions[i].day, NULL, children);
		priced.adult_count = given;
		if (provision->fee || nobody(provision, &sessions[i], given))
			*SEN_PUSH(p->arena, adults, priced.adult_count, cap) =
				(struct sen_cost_part){.id = SEN_NO_INT,
						       .pence = provision->fee,
						       .unpriced = nobody(provision, &sessions[i], given)};
		priced.adults = adults;
		sum_up(&priced);
		hand_out(&priced, children, fn, arg);
	}
}

void sen_cost_price(struct sen_arena *arena, const struct sen_cost_facts *facts, enum sen_cost_kind kind,
		    void (*fn)(void *arg, const struct sen_cost_priced *priced), void *arg)
{
	struct pricing p = {.arena = arena, .facts = facts, .kind = kind};
	struct sen_cost_part *children;
	size_t most = 0, at = 0, count;

	for (size_t i = 0; i < facts->count; i++) {
		const struct sen_cost_session *sessions = sessions_of(&p, i, &count);

		if (facts->provisions[i].member_count > most)
			most = facts->provisions[i].member_count;
		for (size_t k = 0; k < count; k++)
			if (counts(&p, &facts->provisions[i], &sessions[k]))
				add_session(&p, i, k, &sessions[k]);
	}
	cost_days(arena, facts, p.gives, p.count);
	children = SEN_NEW(arena, struct sen_cost_part, most + 1);
	for (size_t i = 0; i < facts->count; i++)
		price_provision(&p, i, &at, children, fn, arg);
}

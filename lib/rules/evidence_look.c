/* What is looked for, first half: plans, reviews, provision and its cost, needs, and
 * what the school itself holds about the child. */
#include "rules/evidence.h"

#include <sen/text.h>

#include <string.h>

void look_hit(struct look *look, const char *prefix, int64_t id, sen_date on)
{
	look->count++;
	sen_buf_addf(&look->records, "%s%s%lld", look->records.len ? " " : "", prefix, (long long)id);
	if (on != SEN_NO_DATE && (look->newest == SEN_NO_DATE || on > look->newest))
		look->newest = on;
}

void look_say(struct look *look, const char *fmt, ...)
{
	va_list args;
	char *line = NULL;

	va_start(args, fmt);
	int n = vasprintf(&line, fmt, args);
	va_end(args);
	if (n < 0)
		sen_out_of_memory();
	sen_buf_addf(&look->found, "%s%s", look->found.len ? "; " : "", line);
	free(line);
}

const char *look_count(const struct look *look, int64_t n, const char *one, const char *more)
{
	return sen_format(look->facts->arena, "%lld %s", (long long)n, n == 1 ? one : more);
}

static const char *command(const struct look *look, const char *before, const char *after)
{
	return sen_format(look->facts->arena, "sendctl %s P%lld%s", before, (long long)look->facts->pupil_id,
			  after);
}

static const char *day(const struct look *look, sen_date on)
{
	char text[12];

	return sen_strdup(look->facts->arena, sen_date_short(on, text));
}

/* ---- Plans ---- */

static bool agreed(const struct look *look, const struct sen_plan *plan)
{
	return plan->agreed_on != SEN_NO_DATE && plan->agreed_on <= look->facts->today;
}

/* A later version of the same cycle took its place. */
static bool replaced(const struct look *look, const struct sen_plan *plan)
{
	const struct sen_plan_book *book = &look->facts->book;

	for (size_t i = 0; i < book->plan_count; i++)
		if (book->plans[i].replaces_id == plan->head.id && agreed(look, &book->plans[i]))
			return true;
	return false;
}

/* The first agreed plan of its kind and cycle? */
static bool new_cycle(const struct look *look, size_t at)
{
	const struct sen_plan *plans = look->facts->book.plans;

	for (size_t i = 0; i < at; i++)
		if (agreed(look, &plans[i]) && plans[i].cycle == plans[at].cycle &&
		    strcmp(plans[i].kind, plans[at].kind) == 0)
			return false;
	return true;
}

static void say_targets(struct look *look)
{
	const struct sen_plan_book *book = &look->facts->book;
	int64_t targets = 0, results = 0;

	for (size_t i = 0; i < book->target_count; i++) {
		const struct sen_plan *plan = sen_book_plan(book, book->targets[i].plan_id);

		if (!plan || !agreed(look, plan) || replaced(look, plan))
			continue;
		targets++;
		results += sen_book_latest(book, &book->targets[i]) != NULL;
	}
	if (targets)
		look_say(look, "%s, %lld with a result", look_count(look, targets, "target", "targets"),
			 (long long)results);
}

void look_plan(struct look *look)
{
	const struct sen_plan_book *book = &look->facts->book;
	int64_t cycles = 0, draft = 0, least = look->least ? look->least : SEN_EVIDENCE_CYCLES;

	for (size_t i = 0; i < book->plan_count; i++) {
		const struct sen_plan *plan = &book->plans[i];

		if (!agreed(look, plan)) {
			draft = plan->closed_on == SEN_NO_DATE ? plan->head.id : draft;
			continue;
		}
		cycles += new_cycle(look, i);
		look_hit(look, "PL", plan->head.id, plan->agreed_on);
	}
	look->enough = cycles >= least;
	look->begun = draft != 0;
	if (cycles)
		look_say(look, "%s in %s", look_count(look, look->count, "plan", "plans"),
			 look_count(look, cycles, "cycle", "cycles"));
	say_targets(look);
	if (cycles && !look->enough)
		look_say(look, "%lld cycles or more are looked for", (long long)least);
	if (!cycles)
		look_say(look, draft ? "no plan is agreed: a draft waits" : "no plan");
	if (draft)
		look->fix = sen_format(look->facts->arena, "sendctl plan agree PL%lld --by NAME",
				       (long long)draft);
	else
		look->fix = command(look, cycles ? "plan renew" : "plan add", "");
}

/* ---- Reviews: of the child's support, not the rounds of the register ---- */

void look_review(struct look *look)
{
	int64_t decided = 0, waits = 0, least = look->least ? look->least : SEN_EVIDENCE_CYCLES;

	for (size_t i = 0; i < look->facts->review_count; i++) {
		const struct sen_review *review = &look->facts->reviews[i];

		if (strcmp(review->kind, "monitoring") == 0 || strcmp(review->kind, "register") == 0)
			continue;
		if (review->held_on == SEN_NO_DATE || review->held_on > look->facts->today) {
			waits = waits ? waits : review->head.id;
			continue;
		}
		look_hit(look, "R", review->head.id, review->held_on);
		decided += review->decision != NULL;
	}
	look->enough = look->count >= least;
	look->begun = waits != 0;
	if (look->count)
		look_say(look, "%s, %lld with a decision", look_count(look, look->count, "review", "reviews"),
			 (long long)decided);
	else
		look_say(look, waits ? "no review was held: one is planned" : "no review was held");
	if (look->count && !look->enough)
		look_say(look, "%lld or more are looked for", (long long)least);
	look->fix = waits ? sen_format(look->facts->arena,
				       "sendctl review record R%lld --came NAME --decision WORD",
				       (long long)waits)
			  : command(look, "review schedule", " --kind termly --on DATE");
}

/* ---- Provision, and what it cost ---- */

static const char *pounds(const struct look *look, int64_t pence)
{
	return sen_format(look->facts->arena, "£%lld.%02lld", (long long)(pence / 100),
			  (long long)(pence % 100));
}

/* Each provision once, on the last day the child had it. */
static int64_t hit_given(struct look *look)
{
	int64_t evaluated = 0;

	for (size_t i = 0; i < look->facts->given_count; i++) {
		const struct sen_evidence_given *given = &look->facts->given[i];
		sen_date last = given->member.until_on;
		bool again = false;

		if (given->member.from_on > look->facts->today)
			continue;
		for (size_t k = 0; k < i; k++)
			again |= look->facts->given[k].member.provision_id == given->member.provision_id;
		if (again)
			continue;
		last = last == SEN_NO_DATE || last > look->facts->today ? look->facts->today : last - 1;
		look_hit(look, "G", given->member.provision_id, last);
		evaluated += given->evaluated;
	}
	return evaluated;
}

static void say_cost(struct look *look)
{
	const struct sen_evidence_facts *f = look->facts;

	if (f->pence_planned || f->pence_held)
		look_say(look, "%s given of %s planned to date", pounds(look, f->pence_held),
			 pounds(look, f->pence_planned));
	if (f->unpriced)
		look_say(look, "the cost of %s is not known",
			 look_count(look, f->unpriced, "minute", "minutes"));
}

void look_provision(struct look *look)
{
	const struct sen_evidence_facts *f = look->facts;
	int64_t evaluated = hit_given(look);

	look->enough = look->count > 0;
	look->fix = command(look, "provision add --pupil", " --name TEXT --staff NAME --minutes N --times N");
	if (!look->count) {
		look_say(look, "no provision");
		return;
	}
	look_say(look, "%s since %s, %lld evaluated",
		 look_count(look, look->count, "provision", "provisions"),
		 day(look, f->given[0].member.from_on), (long long)evaluated);
	look_say(look, "%lld of %s held", (long long)f->held,
		 look_count(look, f->planned, "session", "sessions"));
	say_cost(look);
}

void look_cost(struct look *look)
{
	const struct sen_evidence_facts *f = look->facts;

	hit_given(look);
	look->enough = look->count && f->pence_planned && !f->unpriced;
	if (!look->count)
		look_say(look, "no provision to cost");
	else if (!f->pence_planned && !f->unpriced)
		look_say(look, "no session was planned to date: there is nothing to cost");
	else
		say_cost(look);
	look->fix = f->unpriced_fix ? f->unpriced_fix : command(look, "report provision", " --costs");
}

void look_session(struct look *look)
{
	hit_given(look);
	look->enough = look->facts->held > 0;
	look_say(look, "%s held", look_count(look, look->facts->held, "session", "sessions"));
	look->fix = "sendctl session log --staff NAME --week DATE";
}

/* ---- Needs, the profile, concerns, the register ---- */

void look_need(struct look *look)
{
	const struct sen_evidence_facts *f = look->facts;

	for (int64_t rank = 1; rank <= (int64_t)f->need_count; rank++)
		for (size_t i = 0; i < f->need_count; i++) {
			const struct sen_need *need = &f->needs[i];

			if (need->rank != rank ||
			    (need->from_on != SEN_NO_DATE && need->from_on > f->today) ||
			    (need->until_on != SEN_NO_DATE && need->until_on <= f->today))
				continue;
			look_hit(look, sen_need_record.prefix, need->head.id, need->from_on);
			look_say(look, "%s%s%s", need->type, need->specialist ? ", assessed by " : "",
				 need->specialist ? need->specialist : "");
		}
	look->enough = look->count > 0;
	if (!look->count)
		look_say(look, "no need is recorded");
	look->fix = command(look, "pupil need", " TYPE");
}

void look_profile(struct look *look)
{
	for (size_t i = 0; i < look->facts->profile_count; i++)
		if (look->facts->profiles[i].made_on <= look->facts->today)
			look_hit(look, sen_profile_record.prefix, look->facts->profiles[i].head.id,
				 look->facts->profiles[i].made_on);
	look->enough = look->count > 0;
	look_say(look, "%s", look->count ? look_count(look, look->count, "version", "versions") : "none");
	look->fix = command(look, "pupil profile", " --strengths TEXT --matters TEXT --help-best TEXT");
}

void look_concern(struct look *look)
{
	for (size_t i = 0; i < look->facts->concern_count; i++)
		look_hit(look, "C", look->facts->concerns[i].head.id, look->facts->concerns[i].opened_on);
	look->enough = look->count > 0;
	look_say(look, "%s", look->count ? look_count(look, look->count, "concern", "concerns") : "none");
	look->fix = command(look, "concern add", " --concern TEXT");
}

void look_register(struct look *look)
{
	for (size_t i = 0; i < look->facts->level_count; i++)
		if (strcmp(look->facts->levels[i].kind, "none") != 0)
			look_hit(look, sen_register_record.prefix, look->facts->levels[i].head.id,
				 look->facts->levels[i].from_on);
	look->enough = look->count > 0;
	look_say(look, "%s", look->count ? look_count(look, look->count, "entry", "entries") : "none");
	look->fix = command(look, "pupil level", " LEVEL --reason TEXT");
}

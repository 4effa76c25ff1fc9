/* The move to the next phase of education (domain.md 1.7; SEND Regs 2014 reg 2(1), 18):
 * which one lies before the child, and what must be ready for it. */
#include "rules/ehc_steps.h"

#include <sen/ehc_plan.h>

#include <string.h>

enum { RECEPTION = 0, LAST_PRIMARY = 6, LAST_SCHOOL = 11 };

/* ---- Which year the child is in, and when ---- */

/* The year group that was in force last. */
static const struct sen_enrolment *newest(const struct sen_facts *facts)
{
	return facts->enrolment_count ? &facts->enrolments[facts->enrolment_count - 1] : NULL;
}

/* The academic year in which a child of this date of birth is in the year group. */
static int usual_year(sen_date dob, int year_group)
{
	return sen_academic_year(dob) + 5 + year_group;
}

/* The academic year to which the year group belongs.  A list made in the summer for
 * September belongs to the year that begins then, when the date of birth says so too;
 * without a day the date of birth decides, else the day the file was begun. */
static int year_of(const struct sen_facts *facts, const struct sen_enrolment *enrolment, int year_group)
{
	int year, year_begun, month, day;

	if (enrolment->from_on == SEN_NO_DATE)
		return facts->dob == SEN_NO_DATE ? sen_academic_year(facts->adopted_on)
						 : usual_year(facts->dob, year_group);
	year = sen_academic_year(enrolment->from_on);
	sen_date_split(enrolment->from_on, &year_begun, &month, &day);
	if ((month == 7 || month == 8) && facts->dob != SEN_NO_DATE &&
	    usual_year(facts->dob, year_group) == year + 1)
		year++;
	return year;
}

/* The last day of which anything is known: how far on the child is by now, at least.
 * Of what happened only a hearing can lie ahead. */
static sen_date known_until(const struct ehc_clock *clock)
{
	const struct sen_facts *facts = clock->facts;
	sen_date last = SEN_NO_DATE;

	for (size_t i = 0; i < clock->count; i++)
		if (strcmp(clock->all[i].event, "hearing") != 0)
			last = clock->all[i].happened_on;
	for (size_t i = 0; i < facts->review_count; i++) {
		const struct sen_review *review = &facts->reviews[i];

		last = review->planned_on > last ? review->planned_on : last;
		last = review->held_on > last ? review->held_on : last;
	}
	return last;
}

/* The last year group before the next change of phase: of the nursery, of this school
 * ("2" of an infant school), of a primary school where it is not said, of a secondary. */
static int last_before(const struct sen_facts *facts, int year_group)
{
	int top = LAST_PRIMARY;

	if (facts->top_year)
		sen_year_parse(facts->top_year, &top);
	if (year_group < RECEPTION)
		return RECEPTION - 1;
	if (year_group <= top)
		return top;
	return year_group <= LAST_PRIMARY ? LAST_PRIMARY : LAST_SCHOOL;
}

/* The 1 September of the move; SEN_NO_DATE: none lies before the child, or it is more
 * than the next school year away. */
static sen_date move_on(const struct ehc_clock *clock, const char **rule)
{
	const struct sen_enrolment *enrolment = newest(clock->facts);
	int year_group, last, begins, known;

	if (!enrolment || !enrolment->year || !sen_year_parse(enrolment->year, &year_group) ||
	    year_group > LAST_SCHOOL)
		return SEN_NO_DATE;
	last = last_before(clock->facts, year_group);
	begins = year_of(clock->facts, enrolment, year_group) + last - year_group + 1;
	known = sen_academic_year(known_until(clock));
	if (year_group < last - 1 && known < begins - 2)
		return SEN_NO_DATE;
	*rule = last >= LAST_SCHOOL ? "phase-transfer-post-16" : "phase-transfer";
	return sen_date_make(begins, 9, 1);
}

/* ---- What must be ready ---- */

/* Held for it: an annual review in the school year before the move, or a meeting on
 * the transition from the summer term before that. */
static sen_date met_for(const struct ehc_clock *clock, sen_date from, sen_date move)
{
	sen_date first = SEN_NO_DATE, summer = sen_date_add_months(from, -5);

	for (size_t i = 0; i < clock->facts->review_count; i++) {
		const struct sen_review *one = &clock->facts->reviews[i];
		bool transition = strcmp(one->kind, "transition") == 0;

		if ((transition || strcmp(one->kind, "annual") == 0) && one->held_on < move &&
		    one->held_on >= (transition ? summer : from))
			first = ehc_sooner(first, one->held_on);
	}
	return first;
}

static bool names_next(const struct ehc_clock *clock, int64_t version)
{
	for (size_t i = 0; i < clock->facts->setting_count; i++)
		if (clock->facts->settings[i].ehc_id == clock->ehc->head.id &&
		    sen_ehc_stands(&clock->facts->settings[i], version))
			return true;
	return false;
}

/* The first plan of the school year before the move that names the next school: one of
 * an ordinary review in September does not end the duty. */
static sen_date named_on(const struct ehc_clock *clock, sen_date from, sen_date move)
{
	for (size_t i = 0; i < clock->count; i++) {
		const struct sen_milestone *one = &clock->all[i];
		bool plan = strcmp(one->event, "amended-final") == 0 || strcmp(one->event, "final-plan") == 0;

		if (plan && one->ehc_id == clock->ehc->head.id && one->happened_on >= from &&
		    one->happened_on < move && names_next(clock, one->version))
			return one->happened_on;
	}
	return SEN_NO_DATE;
}

static sen_date within(sen_date day, sen_date end)
{
	return day < end ? day : SEN_NO_DATE;
}

void ehc_steps_transfer(const struct ehc_clock *clock)
{
	const char *rule = NULL;
	sen_date made = ehc_day(clock, "plan-made", SEN_NO_DATE), move, from;
	struct ehc_want want = {.subject = clock->subject};
	struct sen_ehc_step *step;
	bool done;

	if (made == SEN_NO_DATE || (move = move_on(clock, &rule)) == SEN_NO_DATE)
		return;
	want.rule = rule;
	want.cycle = move;
	from = sen_date_add_years(move, -1);
	want.events[0] = (struct sen_clock_event){"transfer", move};
	want.met = named_on(clock, from, move);
	want.gone = clock->over;
	step = ehc_step(clock, &want);
	/* A plan first made after the day names the school itself. */
	if (!step || made > step->due_on) {
		clock->out->count -= step != NULL;
		return;
	}
	done = want.met != SEN_NO_DATE;
	if (strcmp(rule, "phase-transfer") != 0)
		return;
	want.gone |= done;
	want.rule = "phase-transfer-notice";
	want.met = within(ehc_day(clock, "amendments-sent", from), move);
	ehc_step(clock, &want);
	want.rule = "phase-transfer-meeting";
	want.gone |= want.met != SEN_NO_DATE;
	want.met = met_for(clock, from, move);
	ehc_step(clock, &want);
}

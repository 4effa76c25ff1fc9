/* The annual review's days: the twelve months of the plan, the move to another phase,
 * and the days the law counts from the meeting (R63, R64). Days are the law's data. */
#include "rules/ehc_steps.h"
#include "rules/rules.h"

#include <sen/annual.h>
#include <sen/roll.h>
#include <sen/school.h>

#include <string.h>

/* School days kept free before the latest safe day: a meeting that falls through can
 * be held again (judgement). */
enum { SLACK = 10, NOTICE = 14 };

static bool on_clock(struct sen_store *store, const char *code, const struct sen_clock_event *events,
		     size_t count, sen_date *out, struct sen_err *err)
{
	const struct sen_clock_facts facts = {.events = events, .count = count};
	const struct sen_law *law;
	struct sen_clock clock;

	*out = SEN_NO_DATE;
	if (sen_law(store, &law, err) < 0)
		return false;
	if (sen_clock(store->arena, law, code, &facts, &clock))
		*out = clock.due_on;
	return true;
}

/* ---- The twelve months ---- */

/* A review begins no twelve months for itself: only what was before its day counts. */
static sen_date made_before(const struct sen_annual *annual, sen_date day)
{
	sen_date made = SEN_NO_DATE;

	for (size_t i = 0; i < annual->happened_count; i++)
		if (ehc_begins_year(&annual->happened[i]) && annual->happened[i].happened_on < day)
			made = annual->happened[i].happened_on;
	return made;
}

/* In the twelve months that had begun, and by the day, it went to another authority. */
static sen_date moved_in(const struct sen_annual *annual, sen_date day)
{
	for (size_t i = 0; i < annual->happened_count; i++)
		if (strcmp(annual->happened[i].event, "plan-transferred") == 0 &&
		    annual->happened[i].happened_on >= annual->made_on &&
		    annual->happened[i].happened_on <= day)
			return annual->happened[i].happened_on;
	return SEN_NO_DATE;
}

static int twelve_months(struct sen_store *store, sen_date day, struct sen_annual *out, struct sen_err *err)
{
	struct sen_clock_event events[] = {{.event = "plan-made"}, {.event = "plan-transferred"}};
	bool moved;

	out->made_on = events[0].on = made_before(out, day);
	if (out->made_on == SEN_NO_DATE)
		return 0;
	out->moved_on = events[1].on = moved_in(out, day);
	moved = out->moved_on != SEN_NO_DATE;
	return on_clock(store, moved ? "moved-review" : "annual-review-complete", events, 2,
			&out->complete_by, err) &&
			       on_clock(store, moved ? "moved-review-meeting" : "annual-review-meeting",
					events, 2, &out->latest, err)
		       ? 0
		       : err->code;
}

/* ---- The move ---- */

/* The year group in the school year of the day. */
static int year_on(struct sen_store *store, int64_t pupil_id, sen_date day, const char **out,
		   struct sen_err *err)
{
	struct sen_enrolment *all;
	sen_date today = sen_store_day(store);
	size_t count;
	int year;
	int rc = sen_record_of_pupil(store, &sen_enrolment_record, pupil_id, (void **)&all, &count, err);

	*out = NULL;
	for (size_t i = 0; i < count && rc == 0; i++)
		if ((all[i].from_on == SEN_NO_DATE || all[i].from_on <= today) &&
		    (all[i].until_on == SEN_NO_DATE || all[i].until_on > today) && all[i].year &&
		    sen_year_parse(all[i].year, &year))
			*out = sen_year_code(year + sen_academic_year(day) - sen_academic_year(today));
	return rc;
}

/* The school's last year group.  Where it was not set the children show it; but a file with
 * only the younger ones of a primary school in it is no first school (as the clock has it). */
static int top_of(struct sen_store *store, int64_t pupil_id, const char **out, bool *guessed,
		  struct sen_err *err)
{
	struct sen_school school;
	struct sen_pupil pupil;
	int year, rc = sen_record_get(store, &sen_pupil_record, pupil_id, &pupil, err);

	if (rc < 0 ||
	    (rc = sen_record_get(store, &sen_school_record, pupil.head.school_id, &school, err)) < 0 ||
	    (rc = sen_top_year(store, sen_store_day(store), out, err)) < 0)
		return rc;
	if (!school.top_year && *out && sen_year_parse(*out, &year) && year < 6 && year != 2)
		*out = "6";
	*guessed = !school.top_year && *out && strcmp(*out, "6") != 0;
	return 0;
}

static int the_move(struct sen_store *store, sen_date day, struct sen_annual *out, struct sen_err *err)
{
	struct sen_clock_event move = {.event = "transfer"};
	const char *top, *year;
	bool guessed;
	int rc = top_of(store, out->pupil_id, &top, &guessed, err);

	if (rc < 0 || (rc = year_on(store, out->pupil_id, day, &year, err)) < 0 || !year)
		return rc;
	out->phase = sen_phase_after(year, top);
	if (!out->phase)
		return 0;
	out->guessed_top = guessed && strcmp(year, top) == 0 ? top : NULL;
	move.on = sen_date_make(sen_academic_year(day) + 1, 9, 1);
	return on_clock(store, "phase-transfer", &move, 1, &out->transfer_by, err) &&
			       on_clock(store, "phase-transfer-meeting", &move, 1, &out->transfer_latest, err)
		       ? 0
		       : err->code;
}

/* ---- The child ---- */

static int the_child(struct sen_store *store, sen_date day, struct sen_annual *out, struct sen_err *err)
{
	struct sen_pupil pupil;
	struct sen_flag *flags;
	size_t count;
	int rc = sen_record_get(store, &sen_pupil_record, out->pupil_id, &pupil, err);

	if (rc < 0 || (rc = sen_record_of_pupil(store, &sen_flag_record, out->pupil_id, (void **)&flags,
						&count, err)) < 0)
		return rc;
	out->next_school = pupil.next_school;
	out->under_five = pupil.dob != SEN_NO_DATE && sen_date_add_years(pupil.dob, 5) > day;
	for (size_t i = 0; i < count; i++)
		out->looked_after |= strcmp(flags[i].flag, "looked_after") == 0 &&
				     (flags[i].until_on == SEN_NO_DATE || flags[i].until_on > day);
	return 0;
}

static int the_case(struct sen_store *store, sen_date day, struct sen_annual *out, struct sen_err *err)
{
	int rc = sen_ehc_of(store, out->pupil_id, &out->ehc, err);

	if (rc == SEN_NOTFOUND) {
		sen_err_clear(err);
		out->ehc.head.id = 0;
		return 0;
	}
	if (rc < 0 ||
	    (rc = sen_ehc_milestones(store, &out->ehc, &out->happened, &out->happened_count, err)) < 0)
		return rc;
	out->version = sen_ehc_version(out->happened, out->happened_count, day);
	return twelve_months(store, day, out, err);
}

int sen_annual_of(struct sen_store *store, int64_t pupil_id, sen_date day, struct sen_annual *out,
		  struct sen_err *err)
{
	int rc;

	*out = (struct sen_annual){.pupil_id = pupil_id,
				   .made_on = SEN_NO_DATE,
				   .moved_on = SEN_NO_DATE,
				   .complete_by = SEN_NO_DATE,
				   .latest = SEN_NO_DATE,
				   .transfer_by = SEN_NO_DATE,
				   .transfer_latest = SEN_NO_DATE};
	if ((rc = the_child(store, day, out, err)) < 0 || (rc = the_case(store, day, out, err)) < 0)
		return rc;
	return the_move(store, day, out, err);
}

/* ---- Counted from a meeting ---- */

size_t sen_annual_steps(struct sen_arena *arena, const struct sen_law *law, sen_date meeting,
			struct sen_annual_step out[SEN_ANNUAL_STEPS])
{
	static const char *const codes[SEN_ANNUAL_STEPS] = {"annual-review-invite", "annual-review-advice",
							    "annual-review-report", "annual-review-decision",
							    "amended-final"};
	const struct sen_clock_event event = {.event = "review-meeting", .on = meeting};
	const struct sen_clock_facts facts = {.events = &event, .count = 1};
	size_t count = 0;

	for (size_t i = 0; i < SEN_ANNUAL_STEPS; i++) {
		struct sen_clock clock;

		if (!sen_clock(arena, law, codes[i], &facts, &clock))
			continue;
		out[count].rule = sen_law_rule(law, codes[i], meeting);
		out[count++].due_on = clock.due_on;
	}
	return count;
}

sen_date sen_annual_latest(const struct sen_annual *annual)
{
	if (annual->latest == SEN_NO_DATE || annual->transfer_latest == SEN_NO_DATE)
		return annual->latest == SEN_NO_DATE ? annual->transfer_latest : annual->latest;
	return annual->transfer_latest < annual->latest ? annual->transfer_latest : annual->latest;
}

sen_date sen_annual_propose(const struct sen_annual *annual, const struct sen_calendar *calendar,
			    sen_date today)
{
	sen_date latest = sen_annual_latest(annual), first = today + NOTICE, day;

	if (latest == SEN_NO_DATE)
		return SEN_NO_DATE;
	latest = sen_school_day_before(calendar, latest);
	if (latest < first) /* too late for it: as soon as notice can be given */
		return sen_school_day(calendar, first) ? first : sen_school_days_after(calendar, first, 1);
	day = latest;
	for (int i = 0; i < SLACK; i++) {
		sen_date before = sen_school_day_before(calendar, day - 1);

		if (before == SEN_NO_DATE || before < first)
			break;
		day = before;
	}
	return day;
}

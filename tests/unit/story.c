/* Stories of a child in a few words (story.h), and the steps of the clock they come to. */
#include "unit/story.h"
#include "unit/words.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 64 };

static const struct sen_law *law;

void story_begin(void)
{
	records_folder_setup();
	sen_err_clear(&records_err);
	ok(sen_law_shipped(records_arena, &law, &records_err));
}

/* ---- Reading a story ---- */

struct story {
	struct sen_facts facts;
	struct sen_ehc ehcs[4];
	struct sen_milestone milestones[MOST];
	struct sen_review reviews[8];
	struct sen_invitation invitations[MOST];
	struct sen_appeal appeals[4];
	struct sen_enrolment enrolments[8];
	struct sen_ehc_item settings[4];
	struct sen_span spans[16];
	struct sen_calendar calendar;
};
static struct story now;

sen_date story_day(const char *text)
{
	sen_date on = text && strcmp(text, "?") != 0 ? sen_date_iso(text) : SEN_NO_DATE;

	ck_assert_msg(!text || strcmp(text, "?") == 0 || on != SEN_NO_DATE, "no date: %s", text);
	return on;
}

/* "R2" among the words: 2. */
static int64_t number(const char *words, const char *prefix)
{
	const char *word;
	size_t len = strlen(prefix);

	while ((word = words_cut(&words, " ")))
		if (strncmp(word, prefix, len) == 0 && word[len] >= '0' && word[len] <= '9')
			return strtol(word + len, NULL, 10);
	return SEN_NO_INT;
}

static void milestone(const char *event, const char *words)
{
	struct sen_milestone *one = &now.milestones[now.facts.milestone_count++];
	const char *on = words_cut(&words, " ");

	ck_assert_uint_lt(now.facts.milestone_count, MOST);
	sen_record_blank(&sen_milestone_record, one);
	one->head.id = (int64_t)now.facts.milestone_count;
	one->event = event;
	one->happened_on = story_day(on);
	one->ehc_id = words_value(words, "nocase") ? SEN_NO_INT : (int64_t)now.facts.ehc_count;
	one->review_id = number(words, "R");
	one->appeal_id = number(words, "AP");
	one->complaint_id = number(words, "CM");
	one->version = number(words, "v");
	one->result = words_value(words, "result");
	one->rule = words_value(words, "rule");
	one->note = words_value(words, "note");
}

static void review(const char *words)
{
	struct sen_review *one = &now.reviews[now.facts.review_count++];

	sen_record_blank(&sen_review_record, one);
	one->head.id = (int64_t)now.facts.review_count;
	one->kind = words_cut(&words, " ");
	one->planned_on = story_day(words_value(words, "planned"));
	one->held_on = story_day(words_value(words, "held"));
}

static void invitation(const char *words)
{
	struct sen_invitation *one = &now.invitations[now.facts.invitation_count++];

	sen_record_blank(&sen_invitation_record, one);
	one->head.id = (int64_t)now.facts.invitation_count;
	one->review_id = number(words, "R");
	words_cut(&words, " ");
	one->role = words_cut(&words, " ");
	if (strcmp(one->role, "-") == 0)
		one->role = NULL;
	one->invited_on = story_day(words_value(words, "invited"));
	one->answer = words_value(words, "answer");
	one->advice_asked_on = story_day(words_value(words, "asked"));
	one->advice_received_on = story_day(words_value(words, "received"));
	one->advice_circulated_on = story_day(words_value(words, "circulated"));
}

static void appeal(const char *words)
{
	struct sen_appeal *one = &now.appeals[now.facts.appeal_count++];

	sen_record_blank(&sen_appeal_record, one);
	one->head.id = (int64_t)now.facts.appeal_count;
	one->ehc_id = now.facts.ehc_count ? (int64_t)now.facts.ehc_count : SEN_NO_INT;
	one->against = words_cut(&words, " ");
	one->notice_on = story_day(words_value(words, "notice"));
	one->sections = words_value(words, "sections");
	one->closed_on = story_day(words_value(words, "closed"));
}

static void year(const char *words)
{
	struct sen_enrolment *one = &now.enrolments[now.facts.enrolment_count++];

	sen_record_blank(&sen_enrolment_record, one);
	one->head.id = (int64_t)now.facts.enrolment_count;
	one->year = words_cut(&words, " ");
	if (strcmp(one->year, "-") == 0)
		one->year = NULL;
	one->from_on = story_day(words_cut(&words, " "));
}

/* Section I names another school in the versions [since, until). */
static void names(int64_t ehc_id, int64_t since, int64_t until)
{
	struct sen_ehc_item *one = &now.settings[ehc_id - 1];

	sen_record_blank(&sen_ehc_item_record, one);
	one->ehc_id = ehc_id;
	one->since = since;
	one->until = until;
	now.facts.setting_count = (size_t)ehc_id;
}

static void a_case(const char *source)
{
	struct sen_ehc *one = &now.ehcs[now.facts.ehc_count++];

	sen_record_blank(&sen_ehc_record, one);
	one->head.id = (int64_t)now.facts.ehc_count;
	one->source = strcmp(source, "-") == 0 ? NULL : source;
	one->opened_on = sen_date_make(2026, 3, 1);
	names(one->head.id, SEN_NO_INT, SEN_NO_INT);
}

static void shut(const char *words)
{
	struct sen_span *span = &now.spans[now.calendar.count++];

	span->kind = SEN_SPAN_CLOSED;
	span->name = "closed";
	span->from = story_day(words_cut(&words, " "));
	span->until = story_day(words_cut(&words, " "));
}

static void entry(const char *word, const char *rest)
{
	if (strcmp(word, "case") == 0)
		a_case(rest);
	else if (strcmp(word, "ended") == 0)
		now.ehcs[now.facts.ehc_count - 1].ended_on = story_day(rest);
	else if (strcmp(word, "review") == 0)
		review(rest);
	else if (strcmp(word, "ask") == 0)
		invitation(rest);
	else if (strcmp(word, "appeal") == 0)
		appeal(rest);
	else if (strcmp(word, "year") == 0)
		year(rest);
	else if (strcmp(word, "shut") == 0)
		shut(rest);
	else if (strcmp(word, "dob") == 0)
		now.facts.dob = story_day(rest);
	else if (strcmp(word, "left") == 0)
		now.facts.left_on = story_day(rest);
	else if (strcmp(word, "died") == 0)
		now.facts.died_on = story_day(rest);
	else if (strcmp(word, "top") == 0)
		now.facts.top_year = rest;
	else if (strcmp(word, "stays") == 0)
		names((int64_t)now.facts.ehc_count, 1, 1);
	else if (strcmp(word, "next") == 0)
		names((int64_t)now.facts.ehc_count, number(rest, "v"), number(rest, "until-v"));
	else
		milestone(word, rest);
}

/* All year a school day but weekends, bank holidays and what the story shuts. */
static void lay_out_year(void)
{
	now.spans[0] = (struct sen_span){.kind = SEN_SPAN_TERM,
					 .from = sen_date_make(2020, 1, 1),
					 .until = sen_date_make(2035, 1, 1),
					 .name = "always"};
	now.calendar = (struct sen_calendar){.spans = now.spans, .count = 1};
}

/* What lies behind the end of each list would change every story, or end the program. */
static void fence(void)
{
	struct sen_milestone *milestone = &now.milestones[now.facts.milestone_count];
	struct sen_review *review = &now.reviews[now.facts.review_count];
	struct sen_invitation *invitation = &now.invitations[now.facts.invitation_count];

	sen_record_blank(&sen_milestone_record, milestone);
	sen_record_blank(&sen_review_record, review);
	sen_record_blank(&sen_invitation_record, invitation);
	review->planned_on = sen_date_make(2099, 1, 1);
	invitation->review_id = 1;
	*(now.facts.invitation_count % 2 ? &invitation->advice_circulated_on
					 : &invitation->advice_received_on) = sen_date_make(2099, 1, 1);
	sen_record_blank(&sen_appeal_record, &now.appeals[now.facts.appeal_count]);
	now.appeals[now.facts.appeal_count].notice_on = sen_date_make(2026, 4, 13);
	sen_record_blank(&sen_enrolment_record, &now.enrolments[now.facts.enrolment_count]);
	now.enrolments[now.facts.enrolment_count].year = "6";
	sen_record_blank(&sen_ehc_record, &now.ehcs[now.facts.ehc_count]);
	now.ehcs[now.facts.ehc_count].source = "school";
	now.ehcs[now.facts.ehc_count].opened_on = sen_date_make(2026, 1, 1);
	sen_record_blank(&sen_ehc_item_record, &now.settings[now.facts.setting_count]);
	now.settings[now.facts.setting_count].ehc_id = 1;
}

static void tell(const char *story)
{
	const char *one;

	memset(&now, 0, sizeof(now));
	now.facts = (struct sen_facts){.school_id = 1,
				       .pupil_id = 12,
				       .dob = SEN_NO_DATE,
				       .admitted_on = SEN_NO_DATE,
				       .left_on = SEN_NO_DATE,
				       .died_on = SEN_NO_DATE,
				       .adopted_on = sen_date_make(2026, 9, 1)};
	now.facts.ehcs = now.ehcs;
	now.facts.milestones = now.milestones;
	now.facts.reviews = now.reviews;
	now.facts.invitations = now.invitations;
	now.facts.appeals = now.appeals;
	now.facts.enrolments = now.enrolments;
	now.facts.settings = now.settings;
	lay_out_year();
	while ((one = words_cut(&story, "; "))) {
		const char *word = words_cut(&one, " ");

		entry(word, one);
	}
	fence();
}

/* ---- What it comes to ---- */

static int by_due(const void *a, const void *b)
{
	const struct sen_ehc_step *x = a, *y = b;
	int rank;

	if (x->due_on != y->due_on)
		return x->due_on < y->due_on ? -1 : 1;
	rank = strcmp(x->rule->code, y->rule->code);
	return rank ? rank : strcmp(x->subject, y->subject);
}

struct sen_ehc_steps story_steps(const char *story)
{
	struct sen_ehc_steps steps = {.arena = records_arena};

	tell(story);
	sen_ehc_steps(&now.facts, law, NULL, &now.calendar, &steps);
	if (steps.count)
		qsort(steps.items, steps.count, sizeof(*steps.items), by_due);
	/* Each has a key of its own, and is reached in some way. */
	for (size_t i = 0; i < steps.count; i++)
		for (size_t k = 0; k < i; k++)
			ck_assert_msg(steps.items[i].cycle != steps.items[k].cycle ||
					      strcmp(steps.items[i].subject, steps.items[k].subject) != 0 ||
					      strcmp(steps.items[i].rule->code, steps.items[k].rule->code) !=
						      0,
				      "two steps %s of %s: %s", steps.items[i].rule->code,
				      steps.items[i].subject, story);
	for (size_t i = 0; i < steps.count; i++)
		ck_assert(steps.items[i].how && steps.items[i].pupil_id == 12);
	return steps;
}

const struct sen_ehc_step *story_step(const struct sen_ehc_steps *steps, const char *rule)
{
	for (size_t i = 0; i < steps->count; i++)
		if (strcmp(steps->items[i].rule->code, rule) == 0)
			return &steps->items[i];
	ck_abort_msg("no step %s", rule);
	return NULL;
}

/* Is the code, or its beginning up to "*", among the words?  NULL: all are. */
static bool wanted(const char *words, const char *code)
{
	const char *word;

	if (!words)
		return true;
	while ((word = words_cut(&words, " "))) {
		size_t len = strlen(word);

		if (word[len - 1] == '*' ? strncmp(word, code, len - 1) == 0 : strcmp(word, code) == 0)
			return true;
	}
	return false;
}

const char *story_told(const char *story, const char *rules)
{
	struct sen_ehc_steps steps = story_steps(story);
	struct sen_buf buf = {.arena = records_arena};
	char iso[11];

	for (size_t i = 0; i < steps.count; i++) {
		const struct sen_ehc_step *step = &steps.items[i];

		if (!wanted(rules, step->rule->code))
			continue;
		sen_buf_addf(&buf, "%s%s %s", buf.len ? "; " : "", step->rule->code,
			     sen_date_text(step->due_on, iso));
		if (step->met_on != SEN_NO_DATE)
			sen_buf_addf(&buf, "=%s", sen_date_text(step->met_on, iso));
		sen_buf_addf(&buf, "%s%s%s", step->excuse ? " excused" : "",
			     step->earliest ? " earliest" : "", step->latest ? " latest" : "");
	}
	return buf.text ? buf.text : "";
}

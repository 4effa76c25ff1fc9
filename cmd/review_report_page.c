/* The report of an annual review as a page: filled in with what is on record, with room
 * to write for the rest (SEND Regs 2014 reg 19, 20(5), 20(9)). */
#include "review_report.h"

#include <sen/ehc_plan.h>

#include <string.h>

enum { ROOM = 3 }; /* empty lines where nothing is on record */

static void words(struct sen_page *page, const char *look, const char *text, int lines)
{
	if (text)
		sen_page_add(page, "p", look, text);
	else
		sen_page_lines(page, lines);
}

static void box(struct sen_page *page, bool ticked, const char *text)
{
	sen_page_open(page, "p", NULL);
	sen_page_open(page, "span", "box");
	sen_page_text(page, ticked ? "X" : "");
	sen_page_close(page);
	sen_page_text(page, text);
	sen_page_close(page);
}

static const char *item_words(struct sen_arena *arena, const struct sen_ehc_item *item)
{
	const char *much = sen_ehc_quantity(arena, item);

	return sen_format(arena, "%s%lld  %s%s%s%s", item->section, (long long)item->number, item->words,
			  much ? " (" : "", much ? much : "", much ? ")" : "");
}

static const char *plan_words(const struct review_report *report)
{
	const struct sen_annual *annual = &report->annual;
	struct sen_arena *arena = report->paper.arena;

	if (!annual->ehc.head.id || !annual->version)
		return NULL;
	return annual->made_on == SEN_NO_DATE
		       ? sen_format(arena, "EH%lld.%lld", (long long)annual->ehc.head.id,
				    (long long)annual->version)
		       : sen_format(arena, "EH%lld.%lld, made or last reviewed on %s",
				    (long long)annual->ehc.head.id, (long long)annual->version,
				    paper_day(arena, annual->made_on));
}

static void draw_head(const struct review_report *report, struct sen_page *page)
{
	const struct paper *paper = &report->paper;
	const struct sen_ehc *ehc = &report->annual.ehc;
	sen_date day = report->held ? report->review.held_on : report->review.planned_on;

	sen_page_add(page, "p", "school", paper->school.name);
	sen_page_add(page, "h1", NULL,
		     strcmp(report->review.kind, "annual") == 0
			     ? "Report of the annual review of the EHC plan"
			     : "Report of an early review of the EHC plan");
	paper_say(paper, page, "p", "who", paper->class_name ? "{full}, class {class}" : "{full}");
	if (!report->held)
		sen_page_add(page, "p", "draft", "The meeting is still to be held: to be filled in there.");
	sen_page_open(page, "table", "facts");
	sen_page_open(page, "tbody", NULL);
	sen_page_row(page, "Born", paper_day(paper->arena, paper->pupil.dob));
	sen_page_row(page, "Meeting", paper_day(paper->arena, day));
	sen_page_row(page, "Led by", report->review.led_by);
	sen_page_row(page, "The plan", plan_words(report));
	sen_page_row(page, "Local authority", ehc->head.id ? ehc->authority : NULL);
	sen_page_row(page, "Its officer", ehc->head.id ? ehc->officer : NULL);
	sen_page_row(page, "Change of phase", report->annual.phase);
	sen_page_table_end(page);
}

static const char *advice_words(struct sen_arena *arena, const struct sen_invitation *row)
{
	struct sen_buf buf = {.arena = arena};
	char day[12];

	if (row->advice_asked_on != SEN_NO_DATE)
		sen_buf_addf(&buf, "asked %s", sen_date_short(row->advice_asked_on, day));
	if (row->advice_received_on != SEN_NO_DATE)
		sen_buf_addf(&buf, "%scame %s", buf.len ? "\n" : "",
			     sen_date_short(row->advice_received_on, day));
	if (row->advice_circulated_on != SEN_NO_DATE)
		sen_buf_addf(&buf, "%ssent round %s", buf.len ? "\n" : "",
			     sen_date_short(row->advice_circulated_on, day));
	return buf.text;
}

/* "Jo Field\nlocal authority" */
static const char *person_words(struct sen_arena *arena, const struct sen_invitation *row)
{
	static const struct sen_code_row roles[] = {{"parent", "parent"},
						    {"pupil", "the child"},
						    {"staff", "school"},
						    {"authority", "local authority"},
						    {"health", "health"},
						    {"agency", "outside professional"},
						    {"school", "receiving school"},
						    {NULL, NULL}};
	const char *role =
		row->role && sen_code_find(roles, row->role) ? sen_code_label(roles, row->role) : NULL;

	return role ? sen_format(arena, "%s\n%s", row->who, role) : row->who;
}

static void draw_people(const struct review_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"Who", "Invited", "Came", "Advice"};
	struct sen_arena *arena = report->paper.arena;

	sen_page_add(page, "h2", NULL, "Who was invited, who came, and their advice");
	sen_page_table(page, "list", heads, SEN_COUNT(heads));
	for (size_t i = 0; i < report->people_count; i++) {
		const struct sen_invitation *one = &report->people[i];
		char day[12];
		const char *cells[] = {person_words(arena, one),
				       one->invited_on == SEN_NO_DATE
					       ? NULL
					       : sen_strdup(arena, sen_date_short(one->invited_on, day)),
				       one->answer ? sen_code_label(sen_answers, one->answer) : NULL,
				       advice_words(arena, one)};

		sen_page_cells(page, cells, SEN_COUNT(cells), false);
	}
	for (int i = 0; i < (report->people_count ? 1 : 6); i++) {
		static const char *const none[SEN_COUNT(heads)] = {"\u00a0"};

		sen_page_cells(page, none, SEN_COUNT(none), false);
	}
	sen_page_table_end(page);
}

static void draw_voices(const struct review_report *report, struct sen_page *page)
{
	const struct sen_review *review = &report->review;

	sen_page_open(page, "section", "keep");
	paper_say(&report->paper, page, "h2", NULL, "What {child} said, in the child's own words");
	words(page, "said", review->pupil_voice, ROOM);
	sen_page_close(page);
	sen_page_open(page, "section", "keep");
	sen_page_add(page, "h2", NULL, "What the parents said, in their words");
	words(page, "said", review->parent_voice, ROOM);
	sen_page_close(page);
	if (review->views) {
		sen_page_add(page, "h2", NULL, "Views of staff and others");
		sen_page_add(page, "p", NULL, review->views);
	}
}

static const struct sen_milestone *progress_of(const struct review_report *report,
					       const struct sen_ehc_item *item)
{
	const char *label = sen_format(report->paper.arena, "%s%lld", item->section, (long long)item->number);

	for (size_t i = 0; i < report->kept_count; i++)
		if (strcmp(report->kept[i].event, "outcome-progress") == 0 && report->kept[i].rule &&
		    strcmp(report->kept[i].rule, label) == 0)
			return &report->kept[i];
	return NULL;
}

/* Columns to write in by hand: rows as high as that takes, until the meeting was held. */
static const char *room(const struct review_report *report)
{
	return report->held ? "list fill" : "list fill room";
}

static void draw_outcomes(const struct review_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"Outcome (Section E)", "Progress",
					    "What was seen; does it still fit?"};
	struct sen_arena *arena = report->paper.arena;

	sen_page_add(page, "h2", NULL, "Progress to each outcome of the plan");
	if (report->outcome_count == 0)
		sen_page_lines(page, ROOM);
	else
		sen_page_table(page, room(report), heads, SEN_COUNT(heads));
	for (size_t i = 0; i < report->outcome_count; i++) {
		const struct sen_milestone *kept = progress_of(report, &report->outcomes[i]);
		const char *cells[] = {item_words(arena, &report->outcomes[i]), kept ? kept->result : NULL,
				       kept ? kept->note : NULL};

		sen_page_cells(page, cells, SEN_COUNT(cells), false);
	}
	if (report->outcome_count)
		sen_page_table_end(page);
}

static void draw_targets(const struct review_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"Target of the year", "How it went", "Note"};

	if (report->mark_count == 0)
		return;
	sen_page_add(page, "h2", NULL, "Targets on the way there");
	sen_page_table(page, "list", heads, SEN_COUNT(heads));
	for (size_t i = 0; i < report->mark_count; i++) {
		const char *cells[] = {report->mark_texts[i], report->mark_names[i], report->marks[i].note};

		sen_page_cells(page, cells, SEN_COUNT(cells), false);
	}
	sen_page_table_end(page);
}

static void draw_provision(const struct review_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"Provision (Section F)", "Given, and does it help?"};

	sen_page_add(page, "h2", NULL, "The provision in the plan");
	if (report->provision_count == 0) {
		sen_page_lines(page, ROOM);
		return;
	}
	sen_page_table(page, room(report), heads, SEN_COUNT(heads));
	for (size_t i = 0; i < report->provision_count; i++) {
		const char *cells[] = {item_words(report->paper.arena, &report->provision[i]),
				       report->given[i]};

		sen_page_cells(page, cells, SEN_COUNT(cells), false);
	}
	sen_page_table_end(page);
}

/* What the law and the policy want looked at: ticked by hand. */
static void draw_aims(const struct review_report *report, struct sen_page *page)
{
	const struct sen_policy *policy = report->paper.policy;

	sen_page_open(page, "section", "keep");
	sen_page_add(page, "h2", NULL, "The review looked at");
	box(page, false, "progress to the outcomes, and whether they still fit (reg 19, 20(5))");
	box(page, false, "new targets for the coming year (Code 9.167)");
	box(page, false, "a personal budget (Code 9.167)");
	if (report->annual.looked_after)
		box(page, false, "the personal education plan of the looked-after child (Code 9.169)");
	if (report->annual.phase)
		box(page, false, "the school the child moves to (reg 18)");
	if (report->annual.under_five)
		box(page, false, "the next review in three to six months, under five (Code 9.178)");
	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "review-aim") == 0)
			box(page, false, policy->rules[i].name);
	sen_page_close(page);
}

static void draw_recommended(const struct review_report *report, struct sen_page *page)
{
	const struct sen_review *review = &report->review;

	sen_page_open(page, "section", "keep");
	sen_page_add(page, "h2", NULL, "What is recommended to the local authority");
	for (size_t i = 0; sen_annual_decisions[i].code; i++)
		box(page, review->decision && strcmp(review->decision, sen_annual_decisions[i].code) == 0,
		    sen_annual_decisions[i].label);
	sen_page_add(page, "h3", NULL, "Why");
	words(page, NULL, review->note, ROOM);
	sen_page_close(page);
}

static void draw_changes(const struct review_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"Section", "Change that is proposed"};
	const char *decision = report->review.decision;

	if (decision && strcmp(decision, "amend") != 0)
		return;
	sen_page_add(page, "h2", NULL, "Changes proposed, by section");
	sen_page_table(page, "sign", heads, SEN_COUNT(heads));
	for (size_t i = 0; sen_ehc_sections[i].code; i++)
		sen_page_row(page,
			     sen_format(report->paper.arena, "%s  %s", sen_ehc_sections[i].code,
					sen_ehc_sections[i].label),
			     "\u00a0");
	sen_page_table_end(page);
}

static void draw_agreed(const struct review_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"What", "Who", "By"};
	struct sen_arena *arena = report->paper.arena;

	sen_page_open(page, "section", "keep");
	sen_page_add(page, "h2", NULL, "Differences of view");
	words(page, NULL, report->review.differences, ROOM);
	sen_page_close(page);
	sen_page_add(page, "h2", NULL, "Agreed, and new targets for the year");
	if (report->action_count)
		sen_page_table(page, "list", heads, SEN_COUNT(heads));
	for (size_t i = 0; i < report->action_count; i++) {
		const struct sen_action *action = &report->actions[i];
		const char *cells[] = {action->what, action->who, paper_day(arena, action->due_on)};

		sen_page_cells(page, cells, SEN_COUNT(cells), false);
	}
	if (report->action_count)
		sen_page_table_end(page);
	else
		sen_page_lines(page, ROOM);
}

static void draw_signed(const struct review_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"Name", "As", "Signature", "Date"};
	static const char *const who[] = {"parent", "parent", "head teacher", NULL};
	struct sen_arena *arena = report->paper.arena;

	sen_page_open(page, "section", "keep");
	sen_page_add(page, "h2", NULL, "Signed");
	sen_page_table(page, "sign", heads, SEN_COUNT(heads));
	for (size_t i = 0; i < SEN_COUNT(who); i++) {
		const char *cells[SEN_COUNT(heads)] = {NULL, who[i]};

		sen_page_cells(page, cells, SEN_COUNT(cells), false);
	}
	sen_page_table_end(page);
	if (report->send_by != SEN_NO_DATE)
		sen_page_add(page, "p", "when",
			     sen_format(arena,
					"To everyone invited and the local authority by %s (SEND Regulations "
					"2014, reg 20(8)). The authority decides by %s (reg 20(10)).",
					paper_day(arena, report->send_by),
					paper_day(arena, report->decide_by)));
	sen_page_close(page);
}

void review_report_draw(const struct review_report *report, struct sen_page *page)
{
	draw_head(report, page);
	draw_people(report, page);
	draw_voices(report, page);
	draw_outcomes(report, page);
	draw_targets(report, page);
	draw_provision(report, page);
	draw_aims(report, page);
	draw_recommended(report, page);
	draw_changes(report, page);
	draw_agreed(report, page);
	draw_signed(report, page);
	sen_page_add(page, "footer", NULL,
		     sen_format(report->paper.arena, "P%lld, R%lld. Printed on %s. Confidential.",
				(long long)report->paper.id, (long long)report->review.head.id,
				paper_day(report->paper.arena, report->paper.app->context.today)));
}

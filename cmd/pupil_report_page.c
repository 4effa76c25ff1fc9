/* The yearly report to parents as a page (Code 6.64; R86). */
#include "pupil_report.h"

#include <string.h>

static const char intro[] = "This report tells you about the extra help that {child} has had at school: what "
			    "we worked on and how it went, how often we gave the help, what you and {child} "
			    "told us, and what comes next. It covers the time from {from} to {last}.";
static const char nothing_marked[] = "No targets were marked in this time.";
static const char nothing_given[] =
	"No extra sessions were recorded in this time. Please ask us about the help that {child} has "
	"in class.";
static const char no_meeting[] =
	"We have no meeting with you on record in this time. Please tell us when we can "
	"meet you.";
static const char ask[] =
	"If you have a question, or see anything differently, please talk to {teacher} or ring "
	"{ring}.";
static const char ask_no_teacher[] =
	"If you have a question, or see anything differently, please ring {ring}.";

static void draw_head(const struct pupil_report *report, struct sen_page *page)
{
	const struct paper *paper = &report->paper;
	const char **needs;

	sen_page_add(page, "p", "school", paper->school.name);
	paper_say(paper, page, "h1", NULL, "Yearly report about {child}");
	paper_say(paper, page, "p", "who", paper->class_name ? "{full}, class {class}" : "{full}");
	paper_say(paper, page, "p", NULL, intro);
	sen_page_open(page, "table", "facts");
	sen_page_open(page, "tbody", NULL);
	sen_page_row(page, "Support at our school", paper_fill(paper, "{level}"));
	sen_page_row(page, "Class teacher", paper_fill(paper, "{teacher}"));
	sen_page_row(page, "Who to ring", paper_sentence(paper->arena, paper_fill(paper, "{ring}")));
	sen_page_table_end(page);
	if (paper->need_count == 0)
		return;
	paper_say(paper, page, "h2", NULL, "What {child} needs help with");
	needs = SEN_NEW(paper->arena, const char *, paper->need_count);
	for (size_t i = 0; i < paper->need_count; i++)
		needs[i] = paper_sentence(paper->arena, paper->needs[i]);
	paper_list(page, needs, paper->need_count);
}

static void draw_plans(const struct pupil_report *report, struct sen_page *page)
{
	const struct paper *paper = &report->paper;
	struct sen_arena *arena = paper->arena;

	sen_page_add(page, "h2", NULL, "What we worked on, and how it went");
	if (report->plan_count == 0)
		sen_page_add(page, "p", NULL, nothing_marked);
	for (size_t i = 0; i < report->plan_count; i++) {
		const struct report_plan *one = &report->plans[i];
		const char *to = paper_day(arena, one->plan->closed_on);

		sen_page_add(page, "h3", NULL,
			     sen_format(arena, "%s, from %s%s%s", one->plan->kind_name,
					paper_day(arena, one->plan->made_on), to ? " to " : "",
					to ? to : ""));
		paper_draw_went(paper, page, one->went, one->count);
	}
}

/* "24 planned, 20 held; Zoe was there for 18" */
static const char *sessions_words(const struct pupil_report *report, const struct report_given *given)
{
	struct sen_arena *arena = report->paper.arena;

	if (given->planned == 0 && given->held == 0)
		return NULL;
	if (given->held == 0)
		return sen_format(arena, "%lld planned; none is recorded yet", (long long)given->planned);
	return sen_format(arena, "%lld planned, %lld held; %s was there for %lld", (long long)given->planned,
			  (long long)given->held, report->paper.name, (long long)given->attended);
}

static const char *measured_words(struct sen_arena *arena, const struct sen_provision_pupil *member)
{
	if (member->entry && member->exit)
		return sen_format(arena, "Before: %s. After: %s.", member->entry, member->exit);
	return member->entry ? sen_format(arena, "Before: %s.", member->entry) : NULL;
}

static void draw_given(const struct pupil_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"What", "How often, and who", "Sessions", "What we measured"};
	const struct paper *paper = &report->paper;
	struct sen_arena *arena = paper->arena;

	sen_page_add(page, "h2", NULL, "The extra help");
	if (report->given_count == 0) {
		paper_say(paper, page, "p", NULL, nothing_given);
		return;
	}
	sen_page_table(page, "list", heads, SEN_COUNT(heads));
	for (size_t i = 0; i < report->given_count; i++) {
		const struct report_given *one = &report->given[i];
		const char *how = one->given->how, *who = one->given->adults;
		const char *cells[] = {one->given->provision.name,
				       how && who ? sen_format(arena, "%s, with %s", how, who)
				       : who	  ? sen_format(arena, "With %s", who)
						  : how,
				       sessions_words(report, one),
				       measured_words(arena, &one->given->member)};

		sen_page_cells(page, cells, SEN_COUNT(cells), false);
	}
	sen_page_table_end(page);
}

static const char *part_words(struct sen_arena *arena, const char *part, const char *who)
{
	const char *did = !part			       ? NULL
			  : strcmp(part, "came") == 0  ? "came"
			  : strcmp(part, "views") == 0 ? "sent views"
						       : "took no part";

	return did ? sen_format(arena, "%s %s", who, did) : NULL;
}

static void draw_meetings(const struct pupil_report *report, struct sen_page *page)
{
	static const char *const heads[] = {"When", "What", "Who took part", "What was decided"};
	const struct paper *paper = &report->paper;
	struct sen_arena *arena = paper->arena;

	sen_page_add(page, "h2", NULL, "Our meetings");
	if (report->review_count == 0) {
		sen_page_add(page, "p", NULL, no_meeting);
		return;
	}
	sen_page_table(page, "list", heads, SEN_COUNT(heads));
	for (size_t i = 0; i < report->review_count; i++) {
		const struct sen_review *review = report->reviews[i];
		const char *you = part_words(arena, review->parent_part, "You");
		bool theirs = strcmp(review->kind, "parents") == 0 && review->pupil_part &&
			      strcmp(review->pupil_part, "none") == 0;
		const char *child = theirs ? NULL : part_words(arena, review->pupil_part, paper->name);
		const char *cells[] = {paper_day(arena, review->held_on),
				       paper_sentence(arena, paper_review_name(paper, review->kind)),
				       you && child ? sen_format(arena, "%s\n%s", you, child)
				       : you	    ? you
						    : child,
				       paper_decision(paper, review)};

		sen_page_cells(page, cells, SEN_COUNT(cells), false);
	}
	sen_page_table_end(page);
}

/* The words of one side at every review, each with its day. */
static void draw_voices(const struct pupil_report *report, struct sen_page *page, const char *head,
			bool pupil)
{
	const struct paper *paper = &report->paper;
	bool any = false;

	for (size_t i = 0; i < report->review_count; i++) {
		const struct sen_review *review = report->reviews[i];
		const char *words = pupil ? review->pupil_voice : review->parent_voice;

		if (!words)
			continue;
		if (!any)
			paper_say(paper, page, "h2", NULL, head);
		any = true;
		sen_page_add(page, "p", "said", words);
		sen_page_add(page, "p", "when", paper_day(paper->arena, review->held_on));
	}
}

static void draw_next(const struct pupil_report *report, struct sen_page *page)
{
	const struct paper *paper = &report->paper;
	const char **targets = SEN_NEW(paper->arena, const char *, report->book.target_count + 1);
	size_t count = 0;

	for (size_t i = 0; report->open && i < report->book.target_count; i++) {
		const struct sen_target *target = &report->book.targets[i];
		const struct sen_progress *mark = sen_book_latest(&report->book, target);

		if (target->plan_id == report->open->head.id && !target->ended_as &&
		    !(mark && mark->met == 1))
			targets[count++] = target->target;
	}
	sen_page_open(page, "section", "keep");
	sen_page_add(page, "h2", NULL, "What comes next");
	if (count > 0)
		paper_say(paper, page, "p", NULL, "This is what {child} is working on now:");
	paper_list(page, targets, count);
	paper_say(paper, page, "p", NULL,
		  paper_fill(paper, "{next}") ? "We will look at it together by {next}."
					      : "We will agree what comes next with you when we meet.");
	paper_say(paper, page, "p", NULL, paper_fill(paper, ask) ? ask : ask_no_teacher);
	paper_say(paper, page, "p", "sign", "{coordinator_name}\n{coordinator}");
	sen_page_close(page);
}

void pupil_report_draw(const struct pupil_report *report, struct sen_page *page)
{
	draw_head(report, page);
	draw_plans(report, page);
	draw_given(report, page);
	draw_meetings(report, page);
	draw_voices(report, page, "What you told us", false);
	draw_voices(report, page, "What {child} said", true);
	draw_next(report, page);
	sen_page_add(page, "footer", NULL,
		     sen_format(report->paper.arena, "P%lld. Printed on %s. Confidential.",
				(long long)report->paper.id,
				paper_day(report->paper.arena, report->paper.app->context.today)));
}

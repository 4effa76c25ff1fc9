/* A plan as parents read it: plain words, no ids, no other child's name, no cost. */
#include "plan_page.h"

#include <sen/text.h>

#include <string.h>

static const char intro[] = "This plan says what we want {child} to be able to do next, what we will do to "
			    "help, and how you can help at home. We will look at it together again by "
			    "{review}.";
static const char intro_no_day[] =
	"This plan says what we want {child} to be able to do next, what we will do to help, and how you can "
	"help at home. We will agree with you when to look at it together again.";
static const char intro_over[] =
	"This plan said what we wanted {child} to be able to do, what we did to help, and how you could help "
	"at home.";
static const char draft[] = "Draft. This has not been agreed yet: please tell us what you would change.";
static const char next[] =
	"We will look at this plan with you and {child} by {review}. Please come if you can: you know "
	"{child} best. If you cannot come, send us your views.";
static const char next_no_day[] =
	"We will agree with you when to look at this plan with you and {child}. Please come if you can: you "
	"know {child} best. If you cannot come, send us your views.";
static const char sooner[] = "If something is not working, or {child} no longer needs it, you do not have to "
			     "wait: talk to {teacher} "
			     "or ring {ring}.";
static const char sooner_no_teacher[] =
	"If something is not working, or {child} no longer needs it, you do not have to wait: ring {ring}.";

/* One of two sentences: the second when the first cannot be said whole. */
static void say_either(const struct paper *paper, struct sen_page *page, const char *first,
		       const char *second)
{
	paper_say(paper, page, "p", NULL, paper_fill(paper, first) ? first : second);
}

static void draw_head(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;

	sen_page_add(page, "p", "school", paper->school.name);
	paper_say(paper, page, "h1", NULL, "{child}'s {plan}");
	paper_say(paper, page, "p", "who", paper->class_name ? "{full}, class {class}" : "{full}");
	plan_draw_draft(plan, page, draft);
	if (plan->plan.closed_on != SEN_NO_DATE)
		paper_say(paper, page, "p", NULL, intro_over);
	else
		say_either(paper, page, intro, intro_no_day);
	sen_page_open(page, "table", "facts");
	sen_page_open(page, "tbody", NULL);
	sen_page_row(page, "Support at our school", paper_fill(paper, "{level}"));
	sen_page_row(page, "Plan made", paper_fill(paper, "{made}"));
	sen_page_row(page, "Class teacher", paper_fill(paper, "{teacher}"));
	sen_page_row(page, "Who to ring", paper_sentence(paper->arena, paper_fill(paper, "{ring}")));
	sen_page_close(page);
	sen_page_close(page);
}

/* A heading with one text under it; nothing without the text. */
static void draw_text(const struct paper *paper, struct sen_page *page, const char *head, const char *look,
		      const char *text)
{
	if (!text || !*text)
		return;
	paper_say(paper, page, "h2", NULL, head);
	sen_page_add(page, "p", look, text);
}

/* The needs a line each, and what the profile says of them. */
static const char *need_lines(const struct paper *paper)
{
	struct sen_buf buf = {.arena = paper->arena};

	for (size_t i = 0; i < paper->need_count; i++)
		sen_buf_addf(&buf, "%s%s", i ? "\n" : "", paper_sentence(paper->arena, paper->needs[i]));
	if (paper->profile.areas)
		sen_buf_addf(&buf, "%s%s", buf.len ? "\n" : "", paper->profile.areas);
	return buf.text;
}

static void draw_child(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;
	const struct sen_profile *profile = &paper->profile;
	const char *needs = need_lines(paper);

	if (!needs && !profile->head.id)
		return;
	paper_say(paper, page, "h2", NULL, "About {child}");
	sen_page_open(page, "table", NULL);
	sen_page_open(page, "tbody", NULL);
	sen_page_row(page, paper_fill(paper, "What {child} is good at"), profile->strengths);
	sen_page_row(page, paper_fill(paper, "What matters to {child}"), profile->matters);
	sen_page_row(page, paper_fill(paper, "What helps {child} most"), profile->help_best);
	sen_page_row(page, paper_fill(paper, "What {child} needs help with"), needs);
	sen_page_close(page);
	sen_page_close(page);
}

static void draw_target(const struct plan_page *plan, struct sen_page *page, const struct paper_went *went,
			int number)
{
	const struct paper *paper = &plan->paper;
	const struct sen_target *target = went->target;
	const char *so_far = paper_result(paper, went->mark);
	bool later = target->horizon && strcmp(target->horizon, "long") == 0;

	sen_page_open(page, "section", "card");
	sen_page_add(page, "h3", NULL,
		     later ? sen_format(paper->arena, "%d. For later", number)
			   : sen_format(paper->arena, "%d. Next step", number));
	sen_page_open(page, "table", NULL);
	sen_page_open(page, "tbody", NULL);
	sen_page_row(page, paper_fill(paper, "What we want {child} to be able to do"), target->target);
	sen_page_row(page, paper_fill(paper, "Where {child} is now"), target->baseline);
	sen_page_row(page, "How we will know", target->success);
	sen_page_row(page, "By when",
		     paper_day(paper->arena,
			       target->due_on != SEN_NO_DATE ? target->due_on : plan->plan.review_on));
	sen_page_row(page, "What we will do", plan_help(plan, target));
	sen_page_row(page, "Who helps", paper_unbarred(paper, target->who));
	sen_page_row(page, "How you can help at home", target->home);
	if (so_far)
		sen_page_row(page, "How it is going",
			     went->mark->note ? sen_format(paper->arena, "%s\n%s", so_far, went->mark->note)
					      : so_far);
	sen_page_close(page);
	sen_page_close(page);
	sen_page_close(page);
}

/* Short-term targets first. */
static void draw_targets(const struct plan_page *plan, struct sen_page *page)
{
	int number = 0;

	for (int later = 0; later < 2; later++)
		for (size_t i = 0; i < plan->target_count; i++) {
			const struct sen_target *target = plan->targets[i].target;

			if (!plan_target_stands(target) ||
			    later != (target->horizon && strcmp(target->horizon, "long") == 0))
				continue;
			if (number++ == 0)
				sen_page_add(page, "h2", NULL, "What we are working on");
			draw_target(plan, page, &plan->targets[i], number);
		}
}

static void draw_more(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;
	const char *other = plan_help(plan, NULL), *adults = paper_unbarred(paper, plan->plan.adults);

	if (other || plan->plan.strategies || plan->plan.provision || plan->plan.impact || adults) {
		sen_page_add(page, "h2", NULL, "Other help at school");
		sen_page_open(page, "table", NULL);
		sen_page_open(page, "tbody", NULL);
		sen_page_row(page, "In class", plan->plan.strategies);
		sen_page_row(page, "Support and changes", plan->plan.provision);
		sen_page_row(page, "Extra sessions", other);
		sen_page_row(page, "Who helps", adults);
		sen_page_row(page, "What we hope will change", plan->plan.impact);
		sen_page_close(page);
		sen_page_close(page);
	}
	draw_text(paper, page, "How you can help at home", NULL, plan->plan.home);
}

/* The words, and under them when and how they were said. */
static void draw_voice(const struct paper *paper, struct sen_page *page, const char *head, const char *words,
		       sen_date on, const char *how)
{
	const char *day = paper_day(paper->arena, on);

	/* What a new cycle takes from a review says its day and id; the day stands here. */
	if (how && sen_text_starts(how, "at the review of "))
		how = "at the review";
	draw_text(paper, page, head, "said", words);
	if (words && (day || how))
		sen_page_add(
			page, "p", "when",
			paper_sentence(paper->arena, sen_format(paper->arena, "%s%s%s", day ? day : "",
								day && how ? ", " : "", how ? how : "")));
}

static void draw_results(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;
	struct paper_went *ended = SEN_NEW(paper->arena, struct paper_went, plan->target_count + 1);
	size_t count = 0;

	for (size_t i = 0; i < plan->target_count; i++)
		if (!plan_target_stands(plan->targets[i].target))
			ended[count++] = plan->targets[i];
	if (count > 0) {
		sen_page_add(page, "h2", NULL, "What we have finished");
		paper_draw_went(paper, page, ended, count);
	}
	if (plan->before_count > 0) {
		sen_page_add(page, "h2", NULL, "How it went last time");
		paper_draw_went(paper, page, plan->before, plan->before_count);
	}
}

static void draw_sign(const struct plan_page *plan, struct sen_page *page)
{
	static const char *const heads[] = {"", "Name", "Signature", "Date"};
	const struct paper *paper = &plan->paper;
	const char *who[] = {"Parent or carer", paper->name, "School"};

	sen_page_open(page, "table", "sign");
	sen_page_open(page, "thead", NULL);
	sen_page_open(page, "tr", NULL);
	for (size_t i = 0; i < SEN_COUNT(heads); i++) {
		sen_page_open(page, i ? "th scope=\"col\"" : "td", NULL);
		sen_page_text(page, heads[i]);
		sen_page_close(page);
	}
	sen_page_close(page);
	sen_page_close(page);
	sen_page_open(page, "tbody", NULL);
	for (size_t i = 0; i < SEN_COUNT(who); i++) {
		sen_page_open(page, "tr", NULL);
		sen_page_add(page, "th scope=\"row\"", NULL, who[i]);
		for (size_t k = 1; k < SEN_COUNT(heads); k++) {
			sen_page_open(page, "td", NULL);
			sen_page_close(page);
		}
		sen_page_close(page);
	}
	sen_page_close(page);
	sen_page_close(page);
}

static void draw_next(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;

	sen_page_open(page, "section", "keep");
	if (plan->plan.closed_on == SEN_NO_DATE) {
		sen_page_add(page, "h2", NULL, "What happens next");
		paper_say(paper, page, "p", NULL, paper_fill(paper, next) ? next : next_no_day);
		say_either(paper, page, sooner, sooner_no_teacher);
	}
	paper_say(paper, page, "p", NULL,
		  paper_fill(paper, "{agreed_by}") ? "Agreed on {agreed} by {agreed_by}."
						   : "Agreed on {agreed}.");
	paper_say(paper, page, "p", NULL, "Signed on {signed} by {signed_by}.");
	if (plan->sign)
		draw_sign(plan, page);
	sen_page_close(page);
}

void plan_for_parent(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;
	const struct sen_plan *it = &plan->plan;

	draw_head(plan, page);
	draw_child(plan, page);
	draw_targets(plan, page);
	draw_more(plan, page);
	draw_voice(paper, page, "What you told us", it->parent_voice, it->parent_voice_on,
		   it->parent_voice_how);
	draw_voice(paper, page, "What {child} said", it->pupil_voice, it->pupil_voice_on,
		   it->pupil_voice_how);
	draw_results(plan, page);
	draw_next(plan, page);
	plan_draw_foot(plan, page);
}

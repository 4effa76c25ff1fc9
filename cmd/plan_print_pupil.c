/* A plan as the child reads it: large type, few words, room to mark and to write. */
#include "plan_page.h"

#include <string.h>

static const char draft[] = "We have not agreed this yet. You can change it.";
static const char *const went[3] = {"I can do it", "Nearly", "Not yet"};

static void draw_card(const struct paper *paper, struct sen_page *page, const char *head, const char *text)
{
	if (!text || !*text)
		return;
	sen_page_open(page, "section", "card");
	paper_say(paper, page, "h2", NULL, head);
	sen_page_add(page, "p", NULL, text);
	sen_page_close(page);
}

/* Those who give what serves the target, and whoever it names. */
static const char *helpers(const struct plan_page *plan, const struct sen_target *target)
{
	struct sen_buf buf = {.arena = plan->paper.arena};

	if (paper_unbarred(&plan->paper, target->who))
		sen_buf_add(&buf, target->who);
	for (size_t i = 0; i < plan->given_count; i++)
		if (plan->given[i].adults && paper_given_serves(&plan->given[i], target->head.id) &&
		    !(buf.text && strstr(buf.text, plan->given[i].adults)))
			sen_buf_addf(&buf, "%s%s", buf.len ? ", " : "", plan->given[i].adults);
	return buf.text;
}

/* Strategies, and what is given by its name alone. */
static const char *helps(const struct plan_page *plan, const struct sen_target *target)
{
	struct sen_buf buf = {.arena = plan->paper.arena};

	if (target->strategies)
		sen_buf_add(&buf, target->strategies);
	for (size_t i = 0; i < plan->given_count; i++)
		if (paper_given_serves(&plan->given[i], target->head.id))
			sen_buf_addf(&buf, "%s%s", buf.len ? "\n" : "", plan->given[i].provision.name);
	return buf.text;
}

static void draw_target(const struct plan_page *plan, struct sen_page *page, const struct sen_target *target)
{
	const char *who = helpers(plan, target), *what = helps(plan, target);

	sen_page_open(page, "section", "card");
	sen_page_add(page, "h2", NULL, "I want to be able to do this");
	sen_page_add(page, "p", NULL, target->target);
	if (what) {
		sen_page_add(page, "h3", NULL, "What helps me");
		sen_page_add(page, "p", NULL, what);
	}
	if (who) {
		sen_page_add(page, "h3", NULL, "Who helps me");
		sen_page_add(page, "p", NULL, who);
	}
	sen_page_add(page, "h3", NULL, "How did it go?");
	sen_page_faces(page, went);
	sen_page_close(page);
}

void plan_for_pupil(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;

	sen_page_add(page, "h1", NULL, "My plan");
	paper_say(paper, page, "p", "who",
		  paper->class_name ? "My name is {child}. I am in class {class}." : "My name is {child}.");
	plan_draw_draft(plan, page, draft);
	draw_card(paper, page, "I am good at", paper->profile.strengths);
	draw_card(paper, page, "I like, and what matters to me", paper->profile.matters);
	draw_card(paper, page, "What I said", plan->plan.pupil_voice);
	for (size_t i = 0; i < plan->target_count; i++)
		if (plan_target_stands(plan->targets[i].target) &&
		    !(plan->targets[i].target->horizon &&
		      strcmp(plan->targets[i].target->horizon, "long") == 0))
			draw_target(plan, page, plan->targets[i].target);
	draw_card(paper, page, "People who help me", paper_unbarred(paper, plan->plan.adults));
	sen_page_open(page, "section", "card");
	sen_page_add(page, "h2", NULL, "I want to say");
	sen_page_lines(page, 4);
	sen_page_close(page);
	paper_say(paper, page, "p", NULL, "We talk about it again by {review}.");
	plan_draw_foot(plan, page);
}

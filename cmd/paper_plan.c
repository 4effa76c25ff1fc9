/* Targets and how they went, on a page. */
#include "paper_plan.h"

#include <string.h>

void paper_plan_went(const struct paper *paper, const struct sen_plan_book *book, int64_t plan_id,
		     struct paper_went **out, size_t *count)
{
	*out = SEN_NEW(paper->arena, struct paper_went, book->target_count + 1);
	*count = 0;
	for (size_t i = 0; i < book->target_count; i++)
		if (book->targets[i].plan_id == plan_id)
			(*out)[(*count)++] = (struct paper_went){&book->targets[i],
								 sen_book_latest(book, &book->targets[i])};
}

const char *paper_result(const struct paper *paper, const struct sen_progress *mark)
{
	const struct sen_policy_rule *rule;
	const char *name;

	if (!mark || !mark->result)
		return NULL;
	rule = sen_policy_rule(paper->policy, "result", mark->result);
	name = rule && rule->name ? rule->name : mark->result;
	if (mark->met == SEN_NO_INT)
		return name;
	return sen_format(paper->arena, "%s: %s", mark->met ? "Reached" : "Not reached yet", name);
}

static void draw_one(const struct paper *paper, struct sen_page *page, const struct paper_went *went)
{
	const char *result = paper_result(paper, went->mark);

	sen_page_open(page, "tr", NULL);
	sen_page_add(page, "td", NULL, went->target->target);
	sen_page_open(page, "td", NULL);
	sen_page_text(page, result ? result : "Not said yet");
	if (went->mark && went->mark->note)
		sen_page_add(page, "div", "words", went->mark->note);
	if (went->mark && went->mark->voice)
		sen_page_add(page, "div", "words",
			     sen_format(paper->arena, "%s said: \xe2\x80\x9c%s\xe2\x80\x9d", paper->name,
					went->mark->voice));
	sen_page_close(page);
	sen_page_close(page);
}

void paper_draw_went(const struct paper *paper, struct sen_page *page, const struct paper_went *went,
		     size_t count)
{
	if (count == 0)
		return;
	sen_page_open(page, "table", "list");
	sen_page_open(page, "thead", NULL);
	sen_page_open(page, "tr", NULL);
	sen_page_add(page, "th scope=\"col\"", NULL, "What we were working on");
	sen_page_add(page, "th scope=\"col\"", NULL, "How it went");
	sen_page_close(page);
	sen_page_close(page);
	sen_page_open(page, "tbody", NULL);
	for (size_t i = 0; i < count; i++)
		draw_one(paper, page, &went[i]);
	sen_page_close(page);
	sen_page_close(page);
}

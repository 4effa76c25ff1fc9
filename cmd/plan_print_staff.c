/* The working plan: every id, strategy, measure and mark, for those who work with
 * the child. */
#include "plan_page.h"

#include <string.h>

static const char *id_text(struct sen_arena *arena, const char *prefix, int64_t id)
{
	return sen_format(arena, "%s%lld", prefix, (long long)id);
}

static void draw_head(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;
	struct sen_arena *arena = paper->arena;
	const struct sen_plan *it = &plan->plan;

	paper_say(paper, page, "h1", NULL, "{plan}: {full}");
	plan_draw_draft(plan, page, "Draft: not agreed yet.");
	sen_page_open(page, "table", "facts");
	sen_page_open(page, "tbody", NULL);
	sen_page_row(page, "Plan",
		     sen_format(arena, "PL%lld, cycle %lld, version %lld", (long long)it->head.id,
				(long long)it->cycle, (long long)it->version));
	sen_page_row(page, "Child",
		     sen_format(arena, "P%lld%s%s, born %s", (long long)paper->id,
				paper->class_name ? ", class " : "",
				paper->class_name ? paper->class_name : "",
				paper->pupil.dob == SEN_NO_DATE ? "not known"
								: paper_date(arena, paper->pupil.dob)));
	sen_page_row(page, "Level", paper_fill(paper, "{level}"));
	sen_page_row(page, "Made",
		     sen_format(arena, "%s%s%s", paper_date(arena, it->made_on), it->made_by ? " by " : "",
				it->made_by ? it->made_by : ""));
	sen_page_row(page, "Review by", paper_date(arena, it->review_on));
	sen_page_row(page, "Agreed", paper_fill(paper, "{agreed} by {agreed_by}"));
	sen_page_row(page, "Signed", paper_fill(paper, "{signed} by {signed_by}"));
	sen_page_row(page, "Class teacher", paper_fill(paper, "{teacher}"));
	sen_page_row(page, "Adults", it->adults);
	sen_page_table_end(page);
}

static void draw_child(const struct plan_page *plan, struct sen_page *page)
{
	const struct paper *paper = &plan->paper;

	sen_page_add(page, "h2", NULL, "The child");
	sen_page_open(page, "table", "facts");
	sen_page_open(page, "tbody", NULL);
	for (size_t i = 0; i < paper->need_count; i++)
		sen_page_row(page, i ? "And" : "Needs", paper->needs[i]);
	sen_page_row(page, "Strengths", paper->profile.strengths);
	sen_page_row(page, "What matters", paper->profile.matters);
	sen_page_row(page, "What helps most", paper->profile.help_best);
	sen_page_row(page, "The child's words", plan->plan.pupil_voice);
	sen_page_row(page, "The parents' words", plan->plan.parent_voice);
	sen_page_table_end(page);
}

static const char *target_head(const struct plan_page *plan, const struct sen_target *target)
{
	struct sen_buf buf = {.arena = plan->paper.arena};

	sen_buf_addf(&buf, "T%lld, %s-term", (long long)target->head.id,
		     target->horizon ? target->horizon : "short");
	if (target->carried == 1)
		sen_buf_add(&buf, ", carried over once");
	else if (target->carried > 1)
		sen_buf_addf(&buf, ", carried over %lld times", (long long)target->carried);
	if (target->ended_as)
		sen_buf_addf(&buf, ", ended: %s", target->ended_as);
	return buf.text;
}

/* All marks of a target, oldest first, and two empty lines for the next. */
static void draw_marks(const struct plan_page *plan, struct sen_page *page, const struct sen_target *target)
{
	static const char *const heads[] = {"Marked on", "Result", "By", "Note", "The child"};
	static const char *const empty[SEN_COUNT(heads)] = {"\xc2\xa0"};
	struct sen_arena *arena = plan->paper.arena;

	sen_page_table(page, "list", heads, SEN_COUNT(heads));
	for (size_t i = 0; i < plan->book.mark_count; i++) {
		const struct sen_progress *mark = &plan->book.marks[i];
		const char *child[] = {mark->pupil_mark, mark->voice};

		if (mark->target_id != target->head.id)
			continue;
		const char *cells[] = {paper_date(arena, mark->marked_on), paper_result(&plan->paper, mark),
				       mark->marked_by, mark->note,
				       child[0] && child[1] ? sen_format(arena, "%s: %s", child[0], child[1])
				       : child[0]	    ? child[0]
							    : child[1]};

		sen_page_cells(page, cells, SEN_COUNT(cells), true);
	}
	sen_page_cells(page, empty, SEN_COUNT(heads), true);
	sen_page_table_end(page);
}

static void draw_target(const struct plan_page *plan, struct sen_page *page, const struct sen_target *target)
{
	struct sen_arena *arena = plan->paper.arena;

	sen_page_open(page, "section", "card");
	sen_page_add(page, "h3", NULL, target_head(plan, target));
	sen_page_open(page, "table", NULL);
	sen_page_open(page, "tbody", NULL);
	sen_page_row(page, "Target", target->target);
	sen_page_row(page, "EHC outcome", target->ehc_outcome);
	sen_page_row(page, "Where now", target->baseline);
	sen_page_row(page, "Success", target->success);
	sen_page_row(page, "Measured by", target->measure);
	sen_page_row(
		page, "By",
		paper_date(arena, target->due_on != SEN_NO_DATE ? target->due_on : plan->plan.review_on));
	sen_page_row(page, "Who", target->who);
	sen_page_row(page, "Strategies and provision", plan_help(plan, target));
	sen_page_row(page, "At home", target->home);
	sen_page_table_end(page);
	draw_marks(plan, page, target);
	sen_page_close(page);
}

static void draw_given(const struct plan_page *plan, struct sen_page *page)
{
	static const char *const heads[] = {"Id",   "Provision", "How often",	    "Who",
					    "From", "Last day",	 "Impact hoped for"};
	struct sen_arena *arena = plan->paper.arena;

	if (plan->given_count == 0)
		return;
	sen_page_add(page, "h2", NULL, "Provision");
	sen_page_table(page, "list", heads, SEN_COUNT(heads));
	for (size_t i = 0; i < plan->given_count; i++) {
		const struct paper_given *given = &plan->given[i];
		const struct sen_provision *it = &given->provision;
		sen_date until = given->member.until_on;
		const char *cells[] = {id_text(arena, "G", it->head.id),
				       it->name,
				       given->how,
				       given->adults,
				       paper_date(arena, given->member.from_on),
				       paper_date(arena, until == SEN_NO_DATE ? until : until - 1),
				       it->impact};

		sen_page_cells(page, cells, SEN_COUNT(cells), true);
	}
	sen_page_table_end(page);
}

static void draw_texts(const struct plan_page *plan, struct sen_page *page)
{
	const struct sen_plan *it = &plan->plan;
	const char *texts[][2] = {{"Strategies in class", it->strategies},
				  {"Adjustments and support", it->provision},
				  {"Help at home", it->home},
				  {"Expected impact", it->impact},
				  {"Note", it->note}};
	bool any = false;

	for (size_t i = 0; i < SEN_COUNT(texts); i++)
		any |= texts[i][1] != NULL;
	if (!any)
		return;
	sen_page_add(page, "h2", NULL, "Beside the targets");
	sen_page_open(page, "table", NULL);
	sen_page_open(page, "tbody", NULL);
	for (size_t i = 0; i < SEN_COUNT(texts); i++)
		sen_page_row(page, texts[i][0], texts[i][1]);
	sen_page_table_end(page);
}

void plan_for_staff(const struct plan_page *plan, struct sen_page *page)
{
	draw_head(plan, page);
	draw_child(plan, page);
	if (plan->target_count > 0)
		sen_page_add(page, "h2", NULL, "Targets");
	for (size_t i = 0; i < plan->target_count; i++)
		draw_target(plan, page, plan->targets[i].target);
	draw_given(plan, page);
	draw_texts(plan, page);
	if (plan->before_count > 0) {
		sen_page_add(page, "h2", NULL, "The cycle before");
		paper_draw_went(&plan->paper, page, plan->before, plan->before_count);
	}
	plan_draw_foot(plan, page);
}

/* A letter on its sheet: the places filled in, then line by line. */
#include "report_letters.h"

#include <sen/meeting.h>

#include <string.h>

/* ---- What fills a letter in ---- */

static void fill_review(struct letter_about *about)
{
	const struct sen_review *review = &about->review;
	struct paper *paper = &about->paper;
	const char *part = review->parent_part;
	bool came = part && strcmp(part, "came") == 0, views = part && strcmp(part, "views") == 0;

	paper_set(paper, "meeting", paper_review_name(paper, review->kind));
	paper_set(paper, "held", paper_day(paper->arena, review->held_on));
	paper_set(paper, "planned", paper_day(paper->arena, review->planned_on));
	paper_set(paper, "next", paper_day(paper->arena, review->next_on));
	paper_set(paper, "decision", paper_decision(paper, review));
	paper_set(paper, "no_decision", review->decision ? NULL : "yes");
	paper_set(paper, "parent_voice", review->parent_voice);
	paper_set(paper, "pupil_voice", review->pupil_voice);
	paper_set(paper, "no_parent_voice", review->parent_voice ? NULL : "yes");
	paper_set(paper, "no_pupil_voice", review->pupil_voice ? NULL : "yes");
	paper_set(paper, "not_came", came ? NULL : "yes");
	paper_set(paper, "not_views", views ? NULL : "yes");
	paper_set(paper, "took_part", part && strcmp(part, "none") == 0 ? NULL : "yes");
	paper_set(paper, "part_known", part);
}

/* "Mrs Lee: a sand timer on the table, by Friday 4 December 2026" */
static int fill_actions(struct letter_about *about, struct sen_err *err)
{
	struct paper *paper = &about->paper;
	const char *from = sen_format(paper->arena, "R%lld", (long long)about->review.head.id);
	struct sen_action *all;
	size_t count;
	int rc = sen_record_of_pupil(paper->app->store, &sen_action_record, paper->id, (void **)&all, &count,
				     err);

	about->actions = SEN_NEW(paper->arena, const char *, rc < 0 ? 1 : count + 1);
	for (size_t i = 0; rc == 0 && i < count; i++) {
		const char *due = paper_day(paper->arena, all[i].due_on);

		if (all[i].record && strcmp(all[i].record, from) == 0 && paper_unbarred(paper, all[i].who))
			about->actions[about->action_count++] = sen_format(
				paper->arena, "%s%s%s%s%s", all[i].who ? all[i].who : "",
				all[i].who ? ": " : "", all[i].what, due ? ", by " : "", due ? due : "");
	}
	return rc;
}

static int fill_went(struct letter_about *about, struct sen_err *err)
{
	struct sen_plan_book book;
	int rc = sen_plan_book(about->paper.app->store, about->paper.id, &book, err);

	if (rc < 0)
		return rc;
	about->went = SEN_NEW(about->paper.arena, struct paper_went, book.mark_count + 1);
	for (size_t i = 0; i < book.mark_count; i++) {
		const struct sen_progress *mark = &book.marks[i];
		const struct sen_target *target = sen_book_target(&book, mark->target_id);

		if (mark->review_id == about->review.head.id && target)
			about->went[about->went_count++] = (struct paper_went){target, mark};
	}
	return 0;
}

static int fill_asked(struct letter_about *about, struct sen_err *err)
{
	struct paper *paper = &about->paper;
	struct sen_buf buf = {.arena = paper->arena};
	struct sen_invitation *all;
	size_t count;
	int rc = sen_record_of_pupil(paper->app->store, &sen_invitation_record, paper->id, (void **)&all,
				     &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		const char *role = all[i].role ? all[i].role : "";

		if (all[i].review_id != about->review.head.id)
			continue;
		if (strcmp(role, "pupil") == 0)
			paper_set(paper, "child_asked", paper->name);
		/* Parents are asked each by a letter of their own. */
		else if (strcmp(role, "parent") != 0 && all[i].contact_id == SEN_NO_INT &&
			 paper_unbarred(paper, all[i].who))
			sen_buf_addf(&buf, "%s%s", buf.len ? "\n" : "", all[i].who);
	}
	paper_set(paper, "asked", buf.text);
	return rc;
}

int letter_fill(struct letter_about *about, struct sen_err *err)
{
	struct paper *paper = &about->paper;
	const char *signature = paper_fill(paper, "{coordinator_name}\n{coordinator}");
	int rc;

	if (about->entry.head.id)
		paper_set(paper, "from", paper_day(paper->arena, about->entry.from_on));
	if (about->entry.head.id && strcmp(about->letter->kind, "off") == 0 &&
	    strcmp(about->entry.kind, "monitored") != 0)
		paper_set(paper, "level", NULL);
	paper_set(paper, "at", about->at);
	paper_set(paper, "place", about->place);
	paper_set(paper, "no_needs", paper->need_count ? NULL : "yes");
	paper_set(paper, "signed", signature ? signature : paper_fill(paper, "{coordinator}"));
	if (!about->review.head.id)
		return 0;
	fill_review(about);
	if ((rc = fill_asked(about, err)) < 0 || (rc = fill_actions(about, err)) < 0)
		return rc;
	return fill_went(about, err);
}

/* ---- Pieces ---- */

static void draw_signposts(const struct paper *paper, struct sen_page *page)
{
	const struct sen_policy *policy = paper->policy;
	const char **names = SEN_NEW(paper->arena, const char *, policy->rule_count + 1);
	size_t count = 0;

	for (size_t i = 0; i < policy->rule_count; i++)
		if (strcmp(policy->rules[i].section, "signpost") == 0 && policy->rules[i].name)
			names[count++] = policy->rules[i].name;
	paper_list(page, names, count);
}

static void draw_meeting(const struct paper *paper, struct sen_page *page)
{
	static const struct {
		const char *label, *text;
		bool by_hand; /* left to be written in where nobody typed it */
	} rows[] = {{"What", "{meeting}", false},
		    {"Day", "{planned}", true},
		    {"Time", "{at}", true},
		    {"Where", "{place}", true},
		    {"Also asked", "{asked}", false}};

	sen_page_open(page, "table", "facts");
	sen_page_open(page, "tbody", NULL);
	for (size_t i = 0; i < SEN_COUNT(rows); i++) {
		const char *text = paper_fill(paper, rows[i].text);

		sen_page_row(page, rows[i].label,
			     text || !rows[i].by_hand ? paper_sentence(paper->arena, text)
						      : "____________________");
	}
	sen_page_close(page);
	sen_page_close(page);
}

static void draw_slip(const struct paper *paper, struct sen_page *page)
{
	sen_page_open(page, "section", "slip");
	paper_say(paper, page, "h2", NULL, "Your answer, about {full}");
	sen_page_open(page, "p", NULL);
	for (size_t i = 0; i < 3; i++) {
		static const char *const answers[] = {"I will come.", "I cannot come.",
						      "Please ring me on ____________________"};

		sen_page_open(page, "span", "box");
		sen_page_close(page);
		sen_page_add(page, "span", NULL, answers[i]);
	}
	sen_page_close(page);
	for (size_t i = 0; letter_slip[i]; i++) {
		paper_say(paper, page, "p", NULL, letter_slip[i]);
		sen_page_lines(page, 1);
	}
	sen_page_add(page, "p", "sign-line", "Name ______________________________  Date _______________");
	sen_page_close(page);
}

static void draw_actions(const struct letter_about *about, struct sen_page *page)
{
	if (about->action_count == 0)
		return;
	sen_page_add(page, "h2", NULL, "Who does what");
	paper_list(page, about->actions, about->action_count);
}

static void draw_piece(const struct letter_about *about, struct sen_page *page, enum letter_piece piece)
{
	const struct paper *paper = &about->paper;

	if (piece == PIECE_NEEDS)
		paper_list(page, paper->needs, paper->need_count);
	else if (piece == PIECE_SIGNPOSTS)
		draw_signposts(paper, page);
	else if (piece == PIECE_MEETING)
		draw_meeting(paper, page);
	else if (piece == PIECE_SLIP)
		draw_slip(paper, page);
	else if (piece == PIECE_ACTIONS)
		draw_actions(about, page);
	else if (about->went_count > 0) {
		sen_page_add(page, "h2", NULL, "How each target went");
		paper_draw_went(paper, page, about->went, about->went_count);
	}
}

/* ---- The sheet ---- */

static bool has(const struct paper *paper, const char *place)
{
	return sen_fill(paper->arena, sen_format(paper->arena, "{%s}", place), paper->fills,
			paper->fill_count) != NULL;
}

static void draw_line(const struct letter_about *about, struct sen_page *page, const struct letter_line *line)
{
	if (line->unless && has(&about->paper, line->unless))
		return;
	if (line->piece != PIECE_NONE)
		draw_piece(about, page, line->piece);
	else if (line->text)
		paper_say(&about->paper, page, line->tag, line->look, line->text);
	else if (line->tag[0] == '/')
		sen_page_close(page);
	else
		sen_page_open(page, line->tag, line->look);
}

static void draw_head(const struct letter_about *about, struct sen_page *page, const char *names,
		      const char *address)
{
	const struct sen_school *school = &about->paper.school;
	struct sen_buf from = {.arena = about->paper.arena};

	sen_buf_add(&from, school->name);
	if (school->address)
		sen_buf_addf(&from, "\n%s", school->address);
	if (school->phone)
		sen_buf_addf(&from, "\n%s", school->phone);
	if (school->email)
		sen_buf_addf(&from, "\n%s", school->email);
	sen_page_add(page, "p", "school", from.text);
	sen_page_add(page, "p", "to",
		     address ? sen_format(about->paper.arena, "%s\n%s", names, address) : names);
	paper_say(&about->paper, page, "p", NULL, "{today}");
}

void letter_draw(struct letter_about *about, struct sen_page *page, const char *names, const char *address)
{
	struct paper *paper = &about->paper;

	paper_set(paper, "dear", names);
	draw_head(about, page, names, address);
	paper_say(paper, page, "h1", NULL, about->letter->title);
	for (size_t i = 0; i < about->letter->count; i++)
		draw_line(about, page, &about->letter->lines[i]);
	sen_page_add(page, "footer", NULL,
		     sen_format(paper->arena, "P%lld%s%s. Confidential.", (long long)paper->id,
				about->reference ? ", " : "", about->reference ? about->reference : ""));
}

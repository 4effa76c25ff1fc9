/* What every page about a child needs to know: the child, the school, whom to
 * ring, whom one may write to; and its texts filled in. */
#ifndef PAPER_H
#define PAPER_H

#include "press.h"

#include <sen/childfile.h>
#include <sen/graduated.h>
#include <sen/people.h>
#include <sen/policy.h>
#include <sen/pupil.h>
#include <sen/school.h>

enum { PAPER_FILLS = 48 };
struct paper {
	struct app *app;
	struct sen_arena *arena;
	int64_t id;
	struct sen_pupil pupil;
	const char *name, *full; /* "Zoe"; "Zoe O'Brien" */
	const char *class_name;
	struct sen_school school;
	const struct sen_policy *policy;
	struct sen_register_entry level; /* head.id 0: none */
	struct sen_profile profile;
	const char **needs; /* in plain words, in rank order */
	size_t need_count;
	struct sen_write_to *contacts;
	size_t contact_count;
	struct sen_contact *barred;
	size_t barred_count;
	/* What a text may say: {child} {full} {class} {school} {plan} {register}
	 * {coordinator} {coordinator_name} {teacher} {ring} {level} {today} and what a page adds. */
	struct sen_fill fills[PAPER_FILLS];
	size_t fill_count;
};

int paper_load(struct app *app, int64_t pupil_id, struct paper *paper, struct sen_err *err) SEN_MUST_CHECK;
/* One place more, or another value for it. */
void paper_set(struct paper *paper, const char *name, const char *value);
const char *paper_fill(const struct paper *paper, const char *text);
/* A text of a page, filled in; left out when it cannot be said whole. */
void paper_say(const struct paper *paper, struct sen_page *page, const char *tag, const char *look,
	       const char *text);
/* The words of a list, each a line; nothing when there are none. */
void paper_list(struct sen_page *page, const char *const *items, size_t count);
/* Does a letter go to contacts[i]?  To those with parental responsibility; when nobody
 * is marked so, to all who may be written to but those said not to have it. */
bool paper_writes_to(const struct paper *paper, size_t i);
/* The text, unless it names somebody whom no page names: then NULL. */
const char *paper_unbarred(const struct paper *paper, const char *text);
/* Before and after a page is drawn: says on stderr when a text of the records names
 * one of them all the same. */
void paper_watch(const struct paper *paper, struct sen_page *page);
void paper_tell_watched(const struct paper *paper, const struct sen_page *page);
/* What the contacts need of a page or a meeting (language, interpreter, large
 * print), on stderr for whoever hands it over. */
void paper_tell_needs(const struct paper *paper);

/* "Mon 30 Nov 2026" for a page of the school's own; NULL for no date. */
const char *paper_date(struct sen_arena *arena, sen_date day);
/* "Monday 30 November 2026", as a letter says it; NULL for no date. */
const char *paper_day(struct sen_arena *arena, sen_date day);
/* "parents' meeting", or the policy's word for a review. */
const char *paper_review_name(const struct paper *paper, const char *kind);
/* What was decided: in the policy's words, and what follows; NULL: nothing. */
const char *paper_decision(const struct paper *paper, const struct sen_review *review);
/* "speech, language and communication": what a parent calls the need. */
const char *paper_need(const char *type);
/* With a capital at the beginning; NULL in, NULL out. */
const char *paper_sentence(struct sen_arena *arena, const char *text);
/* "Mrs Amara Adeyemi" */
const char *paper_contact_name(struct sen_arena *arena, const struct sen_contact *contact);

#endif

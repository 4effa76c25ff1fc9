/* What things are called to a parent: needs, reviews, decisions, days. */
#include "paper.h"

#include <sen/review.h>
#include <sen/text.h>

#include <string.h>

static const struct sen_code_row need_words[] = {
	{"SLCN", "talking, understanding and being understood (speech, language and communication)"},
	{"ASD", "being with others, change, and busy or noisy places (autism)"},
	{"SPLD",
	 "some parts of learning, such as reading, spelling or number (a specific learning difficulty)"},
	{"MLD", "learning at the pace of the class (a moderate learning difficulty)"},
	{"SLD", "learning in small steps, with help all day (a severe learning difficulty)"},
	{"PMLD", "all parts of learning and of daily life (profound and multiple learning difficulties)"},
	{"SEMH", "feelings, getting on with others and being ready to learn (social, emotional and mental "
		 "health)"},
	{"HI", "hearing"},
	{"VI", "seeing"},
	{"MSI", "hearing and seeing"},
	{"PD", "moving about and using their body (a physical disability)"},
	{"DS", "learning and talking (Down syndrome)"},
	{"OTH", "something that has no name in a list"},
	{"NSA", "something we are still finding out about"},
	{NULL, NULL}};

const char *paper_need(const char *type)
{
	return sen_code_label(need_words, type);
}

const char *paper_date(struct sen_arena *arena, sen_date day)
{
	char text[16];

	return day == SEN_NO_DATE ? NULL : sen_strdup(arena, sen_date_long(day, text));
}

const char *paper_day(struct sen_arena *arena, sen_date day)
{
	static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
					       "Friday", "Saturday", "Sunday"};
	static const char *const months[] = {"January",	  "February", "March",	  "April",
					     "May",	  "June",     "July",	  "August",
					     "September", "October",  "November", "December"};
	int year, month, date;

	if (day == SEN_NO_DATE)
		return NULL;
	sen_date_split(day, &year, &month, &date);
	return sen_format(arena, "%s %d %s %d", weekdays[sen_date_weekday(day) - 1], date, months[month - 1],
			  year);
}

const char *paper_sentence(struct sen_arena *arena, const char *text)
{
	char *copy = sen_strdup(arena, text);

	if (copy && *copy >= 'a' && *copy <= 'z')
		*copy = (char)(*copy - 'a' + 'A');
	return copy;
}

const char *paper_contact_name(struct sen_arena *arena, const struct sen_contact *contact)
{
	if (!contact->title || sen_text_starts(contact->name, contact->title))
		return contact->name;
	return sen_format(arena, "%s %s", contact->title, contact->name);
}

/* ---- Reviews ---- */

/* NULL: the policy's own word for a review. */
static const struct sen_code_row review_words[] = {{"monitoring", "check of how it is going"},
						   {"parents", "parents' meeting"},
						   {"progress", "meeting about progress"},
						   {"register", "review of the {register}"},
						   {"transition", "meeting about the next step"},
						   {"annual", "annual review of the EHC plan"},
						   {"interim", "early review"},
						   {NULL, NULL}};

const char *paper_review_name(const struct paper *paper, const char *kind)
{
	const char *name = sen_policy_word(paper->policy, "review", "review meeting");

	for (const struct sen_code_row *at = review_words; at->code; at++)
		if (strcmp(at->code, kind) == 0)
			name = at->label;
	return paper_fill(paper, name);
}

/* What follows, said to a parent: a policy's own words are for those who work by it. */
static const struct sen_code_row plain_words[] = {
	{"end", "The extra help has done its work and ends."},
	{"continue", "The extra help goes on."},
	{"adapt", "The extra help goes on, with changes."},
	{"step-up", "{child} needs more help, and we will agree the next step with you."},
	{"agency", "We would like to ask a specialist from outside the school, with your agreement."},
	{"ehc", "We will ask the local authority whether {child} needs an education, health and care plan."},
	{NULL, NULL}};

/* The school recommends, the authority decides. */
static const struct sen_code_row annual_words[] = {
	{"maintain", "We recommended to the local authority that it keeps the plan as it is."},
	{"amend", "We recommended to the local authority that it changes the plan."},
	{"cease", "We recommended to the local authority that it ends the plan."},
	{NULL, NULL}};

const char *paper_decision(const struct paper *paper, const struct sen_review *review)
{
	struct sen_decision decision = {0};
	struct sen_err ignored = {0};
	const char *name = review->decision, *plain = NULL;

	if (name && strcmp(review->kind, "annual") == 0)
		return sen_code_find(annual_words, name) ? sen_code_label(annual_words, name)
							 : paper_sentence(paper->arena, name);
	/* Words that the policy does not know (any more) stand as they are. */
	if (name && sen_review_decide(paper->app->store, paper->id, review->held_on, name, &decision,
				      &ignored) == 0) {
		name = sen_policy_rule(paper->policy, "review-decision", decision.code) ? decision.name
											: NULL;
		for (const struct sen_code_row *at = plain_words; decision.plain && at->code; at++)
			if (strcmp(at->code, decision.plain) == 0)
				plain = paper_fill(paper, at->label);
	}
	return plain ? plain : paper_sentence(paper->arena, name);
}

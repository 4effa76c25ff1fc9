/* The words of letters to parents. A place in braces is filled in by
 * letter_fill; what the law wants told stands in comments beside it. */
#include "report_letters.h"

#include <string.h>

#define P(...)                          \
	{                               \
		.tag = "p", __VA_ARGS__ \
	}
#define H(words)                           \
	{                                  \
		.tag = "h2", .text = words \
	}
#define LI(...)                          \
	{                                \
		.tag = "li", __VA_ARGS__ \
	}
#define PIECE(name)           \
	{                     \
		.piece = name \
	}

/* Where a parent turns to: CFA 2014 s.32 (advice and information), s.30 (local offer). */
#define ADVICE                                                                                           \
	H("Independent advice"),                                                                         \
		P(.text = "Every local authority has a free, confidential and impartial advice service " \
			  "for parents, separate from the school. It is called SENDIASS (SEND "          \
			  "Information, Advice and Support Service). The authority's 'local offer' "     \
			  "website lists the help there is in our area."),                               \
		PIECE(PIECE_SIGNPOSTS)
#define ENDING                                                                                          \
	P(.text = "If you have a question, or do not agree, please talk to {teacher} or ring {ring}."), \
		P(.text = "If you have a question, or do not agree, please ring {ring}.",               \
		  .unless = "teacher"),                                                                 \
		P(.text = "If you have a question, or do not agree, please tell us.", .unless = "ring")
#define GREETING P(.text = "Dear {dear},")
#define SIGNED P(.text = "Yours sincerely"), P(.look = "sign", .text = "{signed}")

/* On the register with SEN support: CFA 2014 s.68 (parents told), Code 6.2, 6.36,
 * 6.48, 6.65. */
static const struct letter_line on_lines[] = {
	GREETING,
	P(.text = "I am writing to let you know that {child} has extra help at school, starting on {from}."),
	P(.text = "I am writing to let you know that {child} has extra help at school.", .unless = "from"),
	P(.text = "This is called SEN support. SEN stands for special educational needs: some children learn "
		  "better with help that is additional to, or different from, what every child gets. In our "
		  "school this step is called {level}, and {child}'s name is on our {register}, the list of "
		  "children who have this kind of help."),
	{.tag = "h2", .text = "What {child} needs help with", .unless = "no_needs"},
	PIECE(PIECE_NEEDS),
	H("What happens now"),
	{.tag = "ul"},
	LI(.text = "Together with you and {child} we agree {child}'s {plan}. It says what we want {child} to "
		   "be able to do, what we will do, how you can help at home, and how we will know that it "
		   "is "
		   "working."),
	LI(.text = "We meet you at least three times a year to talk about how it is going. Your views "
		   "matter, "
		   "and so do {child}'s."),
	LI(.text = "{child}'s class teacher is still responsible for {child}'s learning, even when another "
		   "adult is helping."),
	LI(.text = "When {child} no longer needs the extra help it stops, and we will tell you."),
	{.tag = "/ul"},
	P(.text = "Once a year every school tells the Department for Education which children have SEN "
		  "support (the school census)."),
	ENDING,
	ADVICE,
	SIGNED};

/* With an EHC plan: the local authority's; we keep it on the register. */
static const struct letter_line plan_lines[] = {
	GREETING,
	P(.text = "{child} has an education, health and care plan (EHC plan), made by the local authority. "
		  "{child}'s name is on our {register}, the list of children who have extra help. In our "
		  "school this step is called {level}."),
	{.tag = "h2", .text = "What {child} needs help with", .unless = "no_needs"},
	PIECE(PIECE_NEEDS),
	H("What happens now"),
	{.tag = "ul"},
	LI(.text = "We make sure that {child} gets the help set out in the EHC plan."),
	LI(.text = "We agree with you and {child} what to work on next, and meet you at least three times a "
		   "year."),
	LI(.text = "The EHC plan is reviewed once a year. You, {child} and everyone who works with {child} "
		   "are "
		   "asked for your views, and the local authority then decides whether the plan stays as it "
		   "is, changes or ends."),
	{.tag = "/ul"},
	ENDING,
	ADVICE,
	SIGNED};

/* Watched over for a time, not on the register. */
static const struct letter_line watch_lines[] = {
	GREETING,
	P(.text = "{child} is finding some things harder at the moment, and we want to help early. {child}'s "
		  "teacher is doing some things differently in class, and we are looking closely at what "
		  "helps. In our school this is called {level}."),
	{.tag = "h2", .text = "What we are looking at", .unless = "no_needs"},
	PIECE(PIECE_NEEDS),
	H("What happens now"),
	{.tag = "ul"},
	LI(.text = "{child} stays in the same class with the same teacher."),
	LI(.text = "We will tell you what we try and what helps. Please tell us what you notice at home."),
	LI(.text = "After a few weeks we will look at it again with you. Often nothing more is needed. If it "
		   "is, we will talk to you first."),
	{.tag = "/ul"},
	P(.text = "{child}'s name is not on our {register}."),
	ENDING,
	SIGNED};

static const struct letter_line off_lines[] = {
	GREETING,
	P(.text = "From {from}, {child}'s name is no longer on our {register}. {child}'s needs can now be "
		  "met "
		  "by the teaching and help that every child in our school gets."),
	P(.text = "{child} is now at the step that our school calls {level}: we will keep a close eye on how "
		  "it goes."),
	H("What happens now"),
	{.tag = "ul"},
	LI(.text = "{child}'s teacher knows what has helped, and will carry on with it in class."),
	LI(.text = "We will keep checking {child}'s progress, as we do for every child, and tell you how it "
		   "is "
		   "going."),
	LI(.text = "If {child} needs extra help again, it can start again. You can ask for this at any "
		   "time."),
	{.tag = "/ul"},
	ENDING,
	ADVICE,
	SIGNED};

static const struct letter_line invitation_lines[] = {
	GREETING,
	P(.text = "We would like to meet you to talk about {child}: what is going well, what we should do "
		  "differently, and what comes next. You know {child} best, so please come if you can."),
	PIECE(PIECE_MEETING),
	P(.text = "We have asked {child_asked} to come too. You are welcome to bring someone with you."),
	P(.text = "Before we meet we will ask {child} what helps, what is hard and what should change. You "
		  "are "
		  "welcome to bring someone with you.",
	  .unless = "child_asked"),
	P(.text = "If the day or the time is difficult, or you need anything to take part (an interpreter, "
		  "large print, a room without stairs), please ring {ring}."),
	P(.text = "If you cannot come, your views matter just as much. Please write them below and send them "
		  "back, or ring us."),
	SIGNED,
	PIECE(PIECE_SLIP)};

static const struct letter_line outcome_lines[] = {
	GREETING,
	P(.text = "Thank you for coming to the {meeting} about {child} on {held}. This is what we agreed.",
	  .unless = "not_came"),
	P(.text = "Thank you for sending your views for the {meeting} about {child} on {held}. This is what "
		  "was agreed. If you see anything differently, please tell us.",
	  .unless = "not_views"),
	P(.text = "We held the {meeting} about {child} on {held}, and I am sorry that you could not be "
		  "there. "
		  "This is what was agreed. If you see anything differently, please tell us.",
	  .unless = "took_part"),
	P(.text = "We held the {meeting} about {child} on {held}. This is what was agreed. If you see "
		  "anything "
		  "differently, please tell us.",
	  .unless = "part_known"),
	{.tag = "h2", .text = "What we decided", .unless = "no_decision"},
	P(.text = "{decision}"),
	PIECE(PIECE_TARGETS),
	{.tag = "h2", .text = "What you told us", .unless = "no_parent_voice"},
	P(.look = "said", .text = "{parent_voice}"),
	{.tag = "h2", .text = "What {child} said", .unless = "no_pupil_voice"},
	P(.look = "said", .text = "{pupil_voice}"),
	PIECE(PIECE_ACTIONS),
	H("What comes next"),
	P(.text = "We will meet again on {next}."),
	P(.text = "We will write to you about the next meeting.", .unless = "next"),
	ENDING,
	SIGNED};

#define LETTER(name, head, rows)                                                     \
	{                                                                            \
		.kind = name, .title = head, .lines = rows, .count = SEN_COUNT(rows) \
	}
const struct letter letters[] = {LETTER("on", "Extra help for {child} at school: SEN support", on_lines),
				 LETTER("plan", "{child}'s EHC plan and our school", plan_lines),
				 LETTER("watch", "How {child} is getting on", watch_lines),
				 LETTER("off", "{child} and our {register}", off_lines),
				 LETTER("invitation", "A meeting about {child}", invitation_lines),
				 LETTER("outcome", "After the {meeting} about {child}", outcome_lines)};

const struct letter *letter_named(const char *kind)
{
	for (size_t i = 0; i < SEN_COUNT(letters); i++)
		if (strcmp(letters[i].kind, kind) == 0)
			return &letters[i];
	return NULL;
}

const char *const letter_slip[] = {"What goes well for {child}", "What is hard, or worries you",
				   "What you would like to happen next", NULL};

/* What a policy file may hold (sendctl-policy(5) tells it in prose). */
#include "rules/policy_shape.h"

#define TEXT(k)                              \
	{                                    \
		.key = k, .kind = SHAPE_TEXT \
	}
#define MUST(k, kd)                                    \
	{                                              \
		.key = k, .kind = kd, .required = true \
	}
#define ROW(k, kd)                   \
	{                            \
		.key = k, .kind = kd \
	}
#define WORD(k, o)                                      \
	{                                               \
		.key = k, .kind = SHAPE_CHOICE, .of = o \
	}
#define REFS(k, o)                                    \
	{                                             \
		.key = k, .kind = SHAPE_REFS, .of = o \
	}
#define WORDS(k, o)                                    \
	{                                              \
		.key = k, .kind = SHAPE_WORDS, .of = o \
	}
#define PART(k, s)                                         \
	{                                                  \
		.key = k, .kind = SHAPE_OBJECT, .shape = s \
	}
#define LIST(k, s)                                       \
	{                                                \
		.key = k, .kind = SHAPE_LIST, .shape = s \
	}
#define SECTION(k, s, name)                                               \
	{                                                                 \
		.key = k, .kind = SHAPE_LIST, .shape = s, .section = name \
	}
#define SHAPE(f, b, h)                                                        \
	{                                                                     \
		.fields = f, .count = SEN_COUNT(f), .base = b, .has_basis = h \
	}
#define BASIS WORD("basis", "policy|law|judgement"), TEXT("cite"), TEXT("note")

static const struct shape_field limit_fields[] = {
	{.key = "kind",
	 .kind = SHAPE_CHOICE,
	 .required = true,
	 .of = "none|days|weeks|months|school-days|term|half-term|checks|date"},
	ROW("n", SHAPE_INT),
	WORD("from",
	     "raised|entered|strategies|recommended|agreed|made|last|started|decided|asked|sent|birth"),
	WORD("offer", "half-term|next-half-term|term"),
	BASIS,
};
static const struct shape limit_shape = SHAPE(limit_fields, NULL, false);

static const struct shape_field item_fields[] = {
	MUST("code", SHAPE_TEXT),
	TEXT("name"),
	TEXT("quote"), /* the policy's own words */
	TEXT("value"),
	WORD("strength", "must|may|where|outcome"),
	PART("limit", &limit_shape),
	REFS("who", "roles"),
	TEXT("condition"),
	TEXT("says"),
	TEXT("use"),
	TEXT("why"),
	ROW("silent", SHAPE_BOOL),
	BASIS,
};
static const struct shape item_shape = SHAPE(item_fields, NULL, true);

static const struct shape_field role_fields[] = {ROW("also", SHAPE_TEXTS)};
static const struct shape role_shape = SHAPE(role_fields, &item_shape, true);

static const struct shape_field level_fields[] = {
	MUST("code", SHAPE_TEXT),
	MUST("name", SHAPE_TEXT),
	{.key = "census", .kind = SHAPE_CHOICE, .required = true, .of = "N|K|E"},
	{.key = "register", .kind = SHAPE_CHOICE, .required = true, .of = "no|may|yes"},
	WORD("register_census", "K|E"),
	ROW("monitored", SHAPE_BOOL),
	PART("limit", &limit_shape),
	WORDS("needs", "told|plan|agency|agency:involved|profile|strategies|observation|parents-met|"
		       "criterion|file|reason|"
		       "voice:parent|"
		       "voice:pupil|consent:|form:"),
	TEXT("next"),
	TEXT("says"),
	TEXT("use"),
	TEXT("why"),
	ROW("silent", SHAPE_BOOL),
	BASIS,
};
static const struct shape level_shape = SHAPE(level_fields, NULL, true);

static const struct shape_field step_fields[] = {
	ROW("all_of", SHAPE_BOOL), /* every role of `who`, not any one */
	WORDS("opens", "file|agency|ehc-request|deadline:concern-window|deadline:concern-step|"
		       "deadline:monitoring-check|level:|plan:|consent:"),
	WORDS("closes", "concern-window|concern-step|monitoring-limit"),
	WORDS("asks", "review_on|tried|weigh|criterion|form:|consent:"),
	REFS("after", "concern.steps"), /* steps that come before it */
	REFS("weighs", "weigh"),	/* factors weighed when it is taken */
	PART("repeats", &limit_shape),
};
static const struct shape step_shape = SHAPE(step_fields, &item_shape, true);
static const struct shape_field window_fields[] = {
	MUST("code", SHAPE_TEXT),
	{.key = "limit", .kind = SHAPE_OBJECT, .required = true, .shape = &limit_shape},
	TEXT("name"),
	REFS("who", "roles"),
	{.key = "level", .kind = SHAPE_REF, .of = "levels"},
	ROW("extensions", SHAPE_INT), /* how often it may run once more */
	ROW("silent", SHAPE_BOOL),
	BASIS,
};
static const struct shape window_shape = SHAPE(window_fields, NULL, true);

static const struct shape_field concern_fields[] = {
	{.key = "window", .kind = SHAPE_OBJECT, .required = true, .shape = &window_shape},
	SECTION("steps", &step_shape, "concern-step"),
	SECTION("shortened", &item_shape, "shortened"),
};
const struct shape policy_concern_shape = SHAPE(concern_fields, NULL, false);

static const struct shape_field targets_fields[] = {ROW("min", SHAPE_INT), ROW("max", SHAPE_INT), BASIS};
static const struct shape targets_shape = SHAPE(targets_fields, NULL, true);
static const struct shape_field plan_fields[] = {
	REFS("levels", "levels"),     LIST("sections", &item_shape), PART("targets", &targets_shape),
	REFS("agreed_by", "roles"),   ROW("signed", SHAPE_BOOL),     PART("agreement", &limit_shape),
	PART("review", &limit_shape),
};
static const struct shape plan_shape = SHAPE(plan_fields, &item_shape, true);

static const struct shape_field cadence_fields[] = {
	REFS("counts_as", "cadences"), /* holding it meets these too */
	REFS("levels", "levels"),
	WORD("about", "pupil|class|register|school|staff"),
};
static const struct shape cadence_shape = SHAPE(cadence_fields, &item_shape, true);

static const struct shape_field proof_fields[] = {
	WORDS("proof", "provision|plan|review|assessment|voice|referral|document|medical|attachment|concern|"
		       "session|profile|consent|register|observation|chronology|cost|need"),
	PART("old_after", &limit_shape), /* when it counts as old */
	ROW("of", SHAPE_TEXTS),		 /* whose views; words of the agency's name */
	ROW("least", SHAPE_INT),	 /* as many cycles, reviews or agencies */
	ROW("for", SHAPE_TEXTS),	 /* only for this funding */
};
static const struct shape proof_shape = SHAPE(proof_fields, &item_shape, true);

static const struct shape_field criterion_fields[] = {
	{.key = "test", .kind = SHAPE_CHOICE, .required = true, .of = "data|judged|either"},
	TEXT("scale"),
	TEXT("when"),
	WORD("compare", "at-most|below|equals"),
	ROW("subjects", SHAPE_TEXTS),
	ROW("all_subjects", SHAPE_BOOL),
	TEXT("with"), /* another fact that must hold: "referral:slt" */
};
static const struct shape criterion_shape = SHAPE(criterion_fields, &item_shape, true);

static const struct shape_field consent_fields[] = {
	WORDS("before", "register|referral|agency|ehc-request|timetable|plan|disclosure|level:")};
static const struct shape consent_shape = SHAPE(consent_fields, &item_shape, true);

/* The way of a complaint (R73): its stages in order, formal from one of them on; to whom
 * else one may turn, and what parents are told of it. */
static const struct shape_field complaint_fields[] = {
	WORD("kind", "stage|duty|elsewhere|told"),
	ROW("formal", SHAPE_BOOL),
	WORD("tell_authority", "serious|formal|always"),
};
static const struct shape complaint_shape = SHAPE(complaint_fields, &item_shape, true);

/* What a review may decide; `also` are the plain words for it: end, continue,
 * adapt, step-up, agency, ehc, and any other. */
static const struct shape_field decision_fields[] = {ROW("also", SHAPE_TEXTS)};
static const struct shape decision_shape = SHAPE(decision_fields, &item_shape, true);

/* How a target went (R31, R42): a scale with a number each, worst first. */
static const struct shape_field result_fields[] = {
	MUST("code", SHAPE_TEXT),
	MUST("name", SHAPE_TEXT),
	TEXT("quote"),
	ROW("value", SHAPE_SIGNED),
	ROW("met", SHAPE_BOOL),
	ROW("also", SHAPE_TEXTS),
	ROW("silent", SHAPE_BOOL),
	BASIS,
};
static const struct shape result_shape = SHAPE(result_fields, NULL, true);

/* The sections of the policy's own text, as a cite names them. */
static const struct shape_field heading_fields[] = {MUST("cite", SHAPE_TEXT), MUST("name", SHAPE_TEXT)};
static const struct shape heading_shape = SHAPE(heading_fields, NULL, false);

static const struct shape_field question_fields[] = {
	MUST("code", SHAPE_TEXT), MUST("text", SHAPE_TEXT),
	ROW("answers", SHAPE_TEXTS), /* none: free words */
};
static const struct shape question_shape = SHAPE(question_fields, NULL, false);
static const struct shape_field question_set_fields[] = {
	MUST("name", SHAPE_TEXT),
	{.key = "audience", .kind = SHAPE_CHOICE, .required = true, .of = "parent|pupil|staff"},
	{.key = "items", .kind = SHAPE_LIST, .required = true, .shape = &question_shape},
};
static const struct shape question_set_shape = SHAPE(question_set_fields, &item_shape, true);

/* The grounds of the law (law.json, `ground`) that one of the policy's stands for. */
static const struct shape_field disclosure_fields[] = {
	WORDS("ground",
	      "interests|appeal|research|court|maladministration|secretary-of-state|disabled-persons|"
	      "children-act|ofsted|students-allowance|higher-education|detention"),
};
static const struct shape disclosure_shape = SHAPE(disclosure_fields, &item_shape, true);

static const struct shape_field import_fields[] = {
	{.key = "K", .kind = SHAPE_REF, .required = true, .of = "levels"},
	{.key = "E", .kind = SHAPE_REF, .required = true, .of = "levels"},
	{.key = "monitored", .kind = SHAPE_REF, .of = "levels"},
};
static const struct shape import_shape = SHAPE(import_fields, NULL, false);

static const struct shape_field root_fields[] = {
	MUST("format", SHAPE_INT),
	MUST("title", SHAPE_TEXT),
	TEXT("about"),
	ROW("policy_date", SHAPE_DATE),
	ROW("review_date", SHAPE_DATE),
	ROW("ratified_on", SHAPE_DATE),
	LIST("headings", &heading_shape),
	SECTION("words", &item_shape, "word"),
	SECTION("old_words", &item_shape, "old-word"),
	SECTION("roles", &role_shape, "role"),
	{.key = "levels", .kind = SHAPE_LIST, .required = true, .shape = &level_shape},
	WORD("annual_review_restarts", "decision|meeting"), /* the next twelve months */
	{.key = "on_import", .kind = SHAPE_OBJECT, .required = true, .shape = &import_shape},
	{.key = "concern", .kind = SHAPE_OBJECT, .required = true, .shape = &policy_concern_shape},
	SECTION("plans", &plan_shape, "plan-kind"),
	SECTION("cadences", &cadence_shape, "cadence"),
	SECTION("evidence", &proof_shape, "evidence"),
	SECTION("ehc_plan", &item_shape, "ehc-plan"),
	SECTION("invite", &proof_shape, "invite"),
	SECTION("review_aims", &item_shape, "review-aim"),
	SECTION("review_decisions", &decision_shape, "review-decision"),
	SECTION("results", &result_shape, "result"),
	SECTION("file", &proof_shape, "file"),
	SECTION("criteria", &criterion_shape, "criterion"),
	SECTION("indicators", &item_shape, "indicator"),
	SECTION("weigh", &item_shape, "weigh"),
	SECTION("consents", &consent_shape, "consent"),
	SECTION("told", &item_shape, "told"),
	SECTION("disclosure", &disclosure_shape, "disclosure"),
	SECTION("exit", &proof_shape, "exit"),
	SECTION("provision_kinds", &item_shape, "provision-kind"),
	SECTION("placements", &item_shape, "placement"),
	SECTION("agencies", &item_shape, "agency"),
	SECTION("assessments", &item_shape, "assessment"),
	SECTION("documents", &item_shape, "document"),
	SECTION("forms", &item_shape, "form"),
	SECTION("lists", &item_shape, "list"),
	SECTION("transition", &item_shape, "transition"),
	SECTION("funding", &item_shape, "funding"),
	SECTION("signposts", &item_shape, "signpost"),
	SECTION("complaints", &complaint_shape, "complaint"),
	SECTION("success", &item_shape, "success"),
	SECTION("yearly_dates", &item_shape, "yearly-date"),
	SECTION("questions", &question_set_shape, "question-set"),
	SECTION("settings", &item_shape, "setting"),
	SECTION("out_of_date", &item_shape, "out-of-date"),
};
const struct shape policy_root_shape = SHAPE(root_fields, NULL, false);

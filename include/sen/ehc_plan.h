/* The sections of an EHC plan at work (R62, R35): written and read version by version,
 * read from the authority's document, compared, questioned, and held against what the
 * school gives. */
#ifndef SEN_EHC_PLAN_H
#define SEN_EHC_PLAN_H

#include <sen/ehc.h>
#include <sen/provision.h>

/* ---- A plan read once (lib/rules/ehc_item.c) ---- */
struct sen_ehc_plan {
	struct sen_ehc ehc;
	struct sen_milestone *happened; /* in order of day */
	size_t happened_count;
	struct sen_ehc_item *items; /* of every version, by section and number, then by version */
	size_t count;
	int64_t newest; /* the newest version, draft or not; 0: none yet */
};
/* On the store's arena; a case without a version is a plan without rows. */
int sen_ehc_plan(struct sen_store *store, const struct sen_ehc *ehc, struct sen_ehc_plan *out,
		 struct sen_err *err) SEN_MUST_CHECK;
/* The event that brought the version; NULL: there is no such version. */
const struct sen_milestone *sen_ehc_brought(const struct sen_ehc_plan *plan, int64_t version);
/* Was it final or finally amended (not a draft, not proposed)? */
bool sen_ehc_final(const struct sen_milestone *brought);
/* Is the row in the version: [since, until) holds it? */
bool sen_ehc_stands(const struct sen_ehc_item *item, int64_t version);
/* "B1"; "H1.2" in the sections whose name ends in a number. */
const char *sen_ehc_label(struct sen_arena *arena, const struct sen_ehc_item *item);
/* "B1" "b 1" "H1.2" into section (a code of sen_ehc_sections) and number; false: none. */
bool sen_ehc_label_parse(const char *text, const char **section, int64_t *number);
/* The one of the label in the version; NULL: none. */
const struct sen_ehc_item *sen_ehc_at(const struct sen_ehc_plan *plan, const char *section, int64_t number,
				      int64_t version);
/* Does the list ("B1 E2") hold the label? */
bool sen_ehc_serves(const char *serves, const char *label);
/* The outcome meant by "E2", "O3" or its number, among those that ever stood; follows
 * new words under an old label.  NULL: none. */
const struct sen_ehc_item *sen_ehc_outcome(struct sen_arena *arena, const struct sen_ehc_plan *plan,
					   const char *text);

/* ---- Writing ---- */
enum sen_ehc_put { SEN_EHC_ADDED, SEN_EHC_NEWER, SEN_EHC_MENDED, SEN_EHC_SAME, SEN_EHC_ENDED };
/* Puts a row into the newest version: with no number, a new one.  Words that stood
 * before in the same version are mended in place (the audit has the old ones); those of
 * an earlier version end there and a row with before_id follows.  SEN_INVALID without
 * a version; SEN_CONFLICT for a label that has ended; SEN_INVALID when `serves` names
 * none that stands.  `plan` is kept true. */
int sen_ehc_put(struct sen_store *store, struct sen_ehc_plan *plan, struct sen_ehc_item *item,
		enum sen_ehc_put *done, struct sen_err *err) SEN_MUST_CHECK;
/* It is not in the newest version any more; one that began in it is removed.
 * SEN_NOTFOUND for an id that is not of the plan. */
int sen_ehc_end(struct sen_store *store, struct sen_ehc_plan *plan, int64_t id, struct sen_err *err)
	SEN_MUST_CHECK;
/* The provision (G4) that gives a row of Section F; one provision counts for one row.
 * `stop` takes it away again.  SEN_CONFLICT when it gives another row, SEN_NOTFOUND when
 * there is no link to take away. */
int sen_ehc_link(struct sen_store *store, struct sen_ehc_plan *plan, struct sen_ehc_item *item,
		 int64_t provision_id, bool stop, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Quantities (lib/rules/ehc_item_words.c, ehc_read_quantity.c) ---- */
/* "3 x 30 min a week for 10 weeks, by a teaching assistant, 1:1"; NULL: none. */
const char *sen_ehc_quantity(struct sen_arena *arena, const struct sen_ehc_item *item);
/* Minutes in one `per`; SEN_NO_INT when it does not say. */
int64_t sen_ehc_minutes(const struct sen_ehc_item *item);
/* What is plainly said into minutes, times, per, weeks, who and ratio, where they are
 * unknown.  What could be read two ways is left, and *doubt says why (or NULL). */
void sen_ehc_read_quantity(struct sen_arena *arena, const char *words, struct sen_ehc_item *item,
			   const char **doubt);

/* ---- The authority's document as text (lib/rules/ehc_read.c) ---- */
struct sen_ehc_read_item {
	struct sen_ehc_item item; /* section, words, quantities; number when it was labelled */
	int line;
	const char *doubt; /* what was not taken, and why; or NULL */
};
struct sen_ehc_read {
	struct sen_ehc_read_item *items;
	size_t count, cap;
	const char **notes; /* headings found twice, lines before the first one, sections missing */
	size_t note_count, note_cap;
	bool found[12];	    /* the section, by its place in sen_ehc_sections, has a heading */
	bool exact;	    /* a form of ours: what it does not hold has gone */
	bool said;	    /* a line stands under a heading, if only "None" */
	const char *unkept; /* the first paragraph that cannot be kept, and why: nothing is taken */
};
/* Reads any text; never fails.  `today` reads dates. */
void sen_ehc_read(struct sen_arena *arena, const char *text, sen_date today, struct sen_ehc_read *out);
/* The plan as a form that sen_ehc_read reads back. */
const char *sen_ehc_form(struct sen_arena *arena, const struct sen_ehc_plan *plan, int64_t version,
			 const char *title);
enum { SEN_EHC_ROWS_MOST = 1000 };
struct sen_ehc_taken {
	struct sen_ehc_item item;
	enum sen_ehc_put done;
	int line;
	const char *doubt;
};
/* Puts what was read into the newest version: the same words are the same row, words
 * much like old ones take its label, the rest is new, what is left of a section that
 * was read ends.  SEN_INVALID without a version, or with more rows than any plan has. */
int sen_ehc_take(struct sen_store *store, struct sen_ehc_plan *plan, const struct sen_ehc_read *read,
		 struct sen_ehc_taken **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;

/* ---- What a plan lacks; words to question; what changed: pure ---- */
/* Each on the arena; `version` is one of the plan's. */
struct sen_ehc_gap {
	const char *check; /* need-without-provision ... */
	const struct sen_ehc_item *item;
	const char *finding, *fix;
};
/* What the version leaves open (Code 9.69): needs without provision or outcome, provision
 * without a quantity.  For the parents' comments on a draft; no error. */
void sen_ehc_gaps(struct sen_arena *arena, const struct sen_ehc_plan *plan, int64_t version,
		  struct sen_ehc_gap **out, size_t *count);
struct sen_ehc_vague {
	const struct sen_ehc_item *item;
	const struct sen_law_item *word; /* NULL: provision without a quantity */
	const char *context;		 /* the words around it, or what is missing */
};
/* Words that promise nothing one could ask for (law.json, `vague`). */
void sen_ehc_lint(struct sen_arena *arena, const struct sen_law *law, const struct sen_ehc_plan *plan,
		  int64_t version, struct sen_ehc_vague **out, size_t *count);
struct sen_ehc_change {
	const char *change;		      /* added ended changed */
	const struct sen_ehc_item *from, *to; /* NULL: not in that version */
	const char *words;		      /* changed words: "the [-old-] {+new+}", or NULL */
	const char *quantity;		      /* "3 x 30 min a week -> ...: 30 minutes less a week" */
};
/* What came, went or was reworded between the two, by label. */
void sen_ehc_diff(struct sen_arena *arena, const struct sen_ehc_plan *plan, int64_t from, int64_t to,
		  struct sen_ehc_change **out, size_t *count);

/* ---- Section F against what was given (lib/rules/ehc_delivery.c) ---- */
struct sen_ehc_delivery {
	const struct sen_ehc_item *item;
	sen_date from, until;	/* while it stood, within what was asked */
	int64_t weeks;		/* school weeks, over in that time */
	int64_t owed;		/* minutes by the plan; SEN_NO_INT: it does not say how much */
	const char *provisions; /* "G4 G7" */
	int64_t planned;	/* minutes, by the school's provision */
	int64_t given, absent, cancelled, not_logged; /* minutes */
	int64_t shortfall; /* owed less given, never below 0; SEN_NO_INT: not known */
	const char *why;
};
/* Rows of Section F of final plans that stood in [from, until); SEN_NO_DATE: from the
 * first day of the plan that stands, to date. */
int sen_ehc_delivery(struct sen_store *store, const struct sen_ehc_plan *plan, sen_date from, sen_date until,
		     struct sen_ehc_delivery **out, size_t *count, struct sen_err *err) SEN_MUST_CHECK;

#endif

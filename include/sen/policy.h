/* A school's policy, as data (design.md 2.5). */
#ifndef SEN_POLICY_H
#define SEN_POLICY_H

#include <sen/query.h>
#include <sen/store.h>

struct sen_json;

/* Where a rule comes from; only `policy` and `law` may be cited. */
enum sen_basis { SEN_BASIS_POLICY, SEN_BASIS_LAW, SEN_BASIS_JUDGEMENT };
const char *sen_basis_word(enum sen_basis basis);

/* How long: exactly one is meant. */
enum sen_limit_kind {
	SEN_LIMIT_NONE,
	SEN_LIMIT_DAYS,	       /* n */
	SEN_LIMIT_WEEKS,       /* n: calendar weeks of 7 days */
	SEN_LIMIT_MONTHS,      /* n */
	SEN_LIMIT_SCHOOL_DAYS, /* n */
	SEN_LIMIT_TERM,	       /* once inside each term: due the day it ends */
	SEN_LIMIT_HALF_TERM,   /* once inside each half term */
	SEN_LIMIT_CHECKS,      /* n checks have been held (trust's monitoring) */
	SEN_LIMIT_DATE	       /* a date agreed for this child (review_on, the plan's own date) */
};
struct sen_limit {
	enum sen_limit_kind kind;
	int n;
	const char *from; /* the event it counts from: "raised", "entered", "strategies" */
	enum sen_basis basis;
	const char *cite; /* section; NULL for a judgement */
};

enum sen_on_register { SEN_ON_NO, SEN_ON_MAY, SEN_ON_YES };

struct sen_level {
	const char *code, *name;
	const char *census;	     /* N K E when not on the register (MAY: see register_census) */
	const char *register_census; /* K when a MAY level is on it; else as census */
	enum sen_on_register on_register;
	bool monitored; /* a list of its own, apart from the register */
	struct sen_limit limit;
	const char **needs; /* "consent:inclusion-referral" "plan" "agency" "told" "reason" ... */
	size_t need_count;
	const char *next; /* what comes when there is no progress, in words */
	enum sen_basis basis;
	const char *cite, *note;
	const struct sen_json *json; /* the whole level: says, use, why */
};

/* A section of the policy's own text, as a cite names it. */
struct sen_heading {
	const char *cite, *name;
};

/* A row of any other section of the file: what `policy show` prints, and what
 * features read by section and code (words, steps, cadences, lists ...). */
struct sen_policy_rule {
	const char *section; /* "concern-step" "plan-kind" "cadence" "evidence" "invite" "word" ... */
	const char *code, *name, *value;
	const char *strength;  /* must may where outcome, or NULL */
	const char *who;       /* in the policy's words: "class teacher, SENDCo"; or NULL */
	const char *role;      /* code of the first of them: "class-teacher" */
	const char *condition; /* "if no improvement", or NULL */
	struct sen_limit limit;
	enum sen_basis basis;
	const char *cite, *note;
	const char *says, *why; /* where the policy is wrong or out of date */
	bool silent;
	const struct sen_json *json; /* the whole item, for the features that read more of it */
};

struct sen_policy {
	int64_t id;	  /* of the version in force; 0: read from a file */
	const char *name; /* "stages" */
	const char *title, *about;
	const char *text; /* the file as it was read */
	sen_date policy_date, review_date, ratified_on;
	const char *digest;
	sen_date from, until; /* in force [from, until) */
	const struct sen_heading *headings;
	size_t heading_count;
	const struct sen_level *levels; /* ladder order */
	size_t level_count;
	const struct sen_policy_rule *rules;
	size_t rule_count;
	const char *on_import_k, *on_import_e, *on_import_m; /* level codes */
	bool restarts_at_meeting;
};

/* One version as it is kept: a record (lib/model/policy_version.c), so that undo
 * and the audit know it. */
struct sen_policy_version {
	struct sen_head head;
	const char *name;
	sen_date from_on, until_on;
	const char *digest, *json;
};
extern const struct sen_record sen_policy_version_record;

/* The versions in force over time for the store's school(s), newest last. */
struct sen_policy_set {
	const struct sen_policy **items;
	const int64_t *schools;
	size_t count;
};

int sen_policies(struct sen_store *store, const struct sen_policy_set **out, struct sen_err *err)
	SEN_MUST_CHECK;
/* What begins the next twelve months of an annual review (CFA s.44(1); authorities
 * differ): false, as without a policy or the key: the day of the decision; true: of
 * the meeting (`annual_review_restarts`). */
bool sen_policy_restarts_at_meeting(const struct sen_policy *policy);
/* The version in force on the day for a school; the first one for days before. */
const struct sen_policy *sen_policy_on(const struct sen_policy_set *set, int64_t school_id, sen_date day);
const struct sen_level *sen_policy_level(const struct sen_policy *policy, const char *code);
const struct sen_policy_rule *sen_policy_rule(const struct sen_policy *policy, const char *section,
					      const char *code);
/* The policy's word for a thing ("coordinator" -> "SENDCo"); the plain one if none. */
const char *sen_policy_word(const struct sen_policy *policy, const char *key, const char *plain);

/* Reads a policy: NAME of a shipped one, or a FILE.  Faults are told by path
 * ("levels[2].limit.n: not a whole number"), all of them in `faults`. */
struct sen_fault {
	const char *path, *what;
};
int sen_policy_load(struct sen_arena *arena, const char *name_or_file, struct sen_policy **out,
		    struct sen_fault **faults, size_t *fault_count, struct sen_err *err) SEN_MUST_CHECK;
/* The same from text; `name` is what the policy is called from then on. */
int sen_policy_parse(struct sen_arena *arena, const char *name, const char *text, size_t len,
		     struct sen_policy **out, struct sen_fault **faults, size_t *fault_count,
		     struct sen_err *err) SEN_MUST_CHECK;
/* "6 weeks", "each half term", "a date agreed"; NULL for no limit. */
const char *sen_limit_words(struct sen_arena *arena, const struct sen_limit *limit);
/* Names of the five shipped, with titles. */
struct sen_shipped {
	const char *name, *title, *json;
};
extern const struct sen_shipped sen_shipped_policies[];
extern const size_t sen_shipped_count;

/* What a section of a policy is called on a page: "Steps of a concern". In the
 * order of the page; sections of one title stand together. */
struct sen_policy_title {
	const char *section, *title;
};
extern const struct sen_policy_title sen_policy_titles[];
extern const size_t sen_policy_title_count;

/* Where two policies differ: a and b are NULL where one says nothing. */
struct sen_policy_difference {
	const char *section, *code, *field, *a, *b;
};
void sen_policy_diff(struct sen_arena *arena, const struct sen_policy *a, const struct sen_policy *b,
		     struct sen_policy_difference **out, size_t *count);

/* Answers: `policy list`; `policy show` and `policy diff` gather their rows. */
extern const struct sen_query sen_policy_list, sen_policy_show, sen_policy_diff_query;

struct sen_map {
	const char *old_level, *new_level;
};
/* Puts it in force from the day, maps every open level or refuses
 * (SEN_INVALID, naming the levels without a place), in this transaction. *moved
 * (may be NULL): how many entries went over. */
int sen_policy_use(struct sen_store *store, const char *name_or_file, sen_date from,
		   const struct sen_map *maps, size_t map_count, size_t *moved, struct sen_err *err)
	SEN_MUST_CHECK;

#endif

/* The provision map of a school, costed (R36, R37, R41, R66): what is given to whom, by
 * whom, what it costs, and what is missing.  What a cost is: sen/cost.h. */
#ifndef SEN_COSTED_H
#define SEN_COSTED_H

#include <sen/answer.h>
#include <sen/cost.h>

/* What is asked for.  Costs are worked out over the whole school, because adults are
 * shared; of a choice of children only their part is counted. */
struct sen_map_scope {
	sen_date from, until;  /* the period */
	const int64_t *pupils; /* NULL: the whole school */
	size_t pupil_count;
	enum sen_names names; /* how children are named where several stand in one cell */
};

/* By enum sen_cost_kind. */
struct sen_map_sum {
	int64_t sessions[SEN_COST_KINDS];
	int64_t minutes[SEN_COST_KINDS];
	int64_t pence[SEN_COST_KINDS];
	int64_t unpriced[SEN_COST_KINDS]; /* minutes without a rate */
};

struct sen_map_provision {
	int64_t id, intervention_id;
	const char *name, *wave, *area, *kind, *funding, *measure;
	const char *intervention;     /* its name in the catalogue, else the provision's own */
	int64_t length, times, weeks; /* minutes of a session, times a week */
	sen_date from_on, until_on, evaluated_on;
	const char *adults;   /* "Mrs Lee, Mr Shah" */
	const char *children; /* "Zoe O'Brien, Ali Khan" */
	size_t child_count;   /* of those asked for, in it in the period */
	int64_t cancelled;    /* sessions logged as not held, in the period */
	sen_date last_on;     /* of the last session logged, held or not; in the period */
	int64_t lately;	      /* planned in the fortnight before the day */
	bool running;	      /* on the day */
	sen_date ended_on;    /* the first day after it, when it is over by the day */
	struct sen_map_sum sum;
};

struct sen_map_child {
	int64_t id;
	const char *upn, *name, *class_name, *year, *level, *census, *need; /* on the day */
	size_t provisions;
	int64_t notional, topup; /* pence, for the period */
	struct sen_map_sum sum;
};

/* A child in one provision. */
struct sen_map_share {
	size_t provision, child; /* indexes */
	sen_date from_on, until_on;
	struct sen_map_sum sum;
	int64_t there, there_minutes; /* sessions held with the child there; `sum` has those it pays for */
};

/* By a word: a need, a class, a source of money, an intervention, an adult. */
struct sen_map_key {
	const char *key, *label; /* key NULL: not recorded */
	int64_t id;		 /* of the intervention or SEN_NO_INT */
	size_t children;
	int64_t available; /* of a source of money: pence for the period, or SEN_NO_INT */
	struct sen_map_sum sum;
};
struct sen_map_keys {
	struct sen_map_key *items;
	size_t count, cap;
};

enum sen_map_by {
	SEN_MAP_NEED,
	SEN_MAP_CLASS,
	SEN_MAP_FUNDING,
	SEN_MAP_INTERVENTION,
	SEN_MAP_ADULT,
	SEN_MAP_BY
};

/* What is missing. */
struct sen_map_need { /* a need, or a child, on the register with no provision */
	int64_t pupil_id;
	const char *name, *class_name, *level, *need, *area;
	int64_t plan; /* the open plan, or SEN_NO_INT */
};
struct sen_map_unpriced {
	const char *why;  /* "no rate" "no role" "nobody named" "no length" */
	const char *role; /* or NULL */
	int64_t provision_id;
	sen_date first_on; /* the first session it is about */
	int64_t minutes[SEN_COST_KINDS];
	const char *fix;
};

struct sen_provision_map {
	sen_date from, until;
	sen_date day; /* what "running" and the gaps are told of: today, or the period's last day */
	bool whole;
	struct sen_map_provision *provisions; /* by area, wave, name */
	size_t provision_count;
	struct sen_map_child *children; /* by class and name */
	size_t child_count;
	struct sen_map_share *shares;
	size_t share_count;
	struct sen_map_keys by[SEN_MAP_BY];
	struct sen_map_sum sum;
	int64_t cancelled;
	int64_t notional_a_year; /* pence a child and year, on the last day of the period */
	bool notional_assumed;	 /* nobody has entered it: 6,000 pounds (domain.md 9.1) */
	int64_t notional, topup; /* of the children with provision, for the period */
	int64_t budget;		 /* the school's notional SEN budget for the period, or SEN_NO_INT */
	struct sen_map_need *without, *needs;
	size_t without_count, need_count;
	struct sen_map_unpriced *unpriced;
	size_t unpriced_count;
};

#define SEN_NOTIONAL_ASSUMED 600000 /* pence: 6,000 pounds a child and year */

/* Of the store's one school. */
int sen_provision_map(struct sen_store *store, const struct sen_map_scope *scope,
		      struct sen_provision_map **out, struct sen_err *err) SEN_MUST_CHECK;
/* 1 September to 31 August around the day, as [from, until). */
void sen_school_year(sen_date day, sen_date *from, sen_date *until);

/* "30 min × 3 a week × 10 weeks"; NULL when nothing is known. */
const char *sen_provision_dose(struct sen_arena *arena, const struct sen_map_provision *provision);
/* What is left of a child's sum and top-up; SEN_NO_INT while minutes have no rate. */
int64_t sen_child_left(const struct sen_map_child *child);
/* Over by the map's day, and nobody said how it went; running, and for a fortnight of
 * planned sessions none was logged. */
bool sen_not_evaluated(const struct sen_provision_map *map, const struct sen_map_provision *provision);
bool sen_not_logged(const struct sen_provision_map *map, const struct sen_map_provision *provision);

/* `report provision`: one row, its parts the tables.  `costs`: with sums of money (else
 * they are unknown and not shown).  `brief`: only the tables a page shows. */
extern const struct sen_query sen_report_provision;
struct sen_table *sen_provision_table(struct sen_arena *arena, const struct sen_provision_map *map,
				      bool costs, bool brief);

#endif

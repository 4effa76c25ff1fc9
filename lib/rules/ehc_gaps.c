/* What a plan leaves open (Code 9.69): each need met by provision and an outcome,
 * provision quantified, advice dated.  Advice for a draft's comments, never an error. */
#include <sen/ehc_plan.h>

#include <string.h>

struct gaps {
	struct sen_arena *arena;
	const struct sen_ehc_plan *plan;
	int64_t version;
	struct sen_ehc_gap *items;
	size_t count, cap;
};

static void add(struct gaps *g, const char *check, const struct sen_ehc_item *item, const char *finding,
		const char *option)
{
	*SEN_PUSH(g->arena, g->items, g->count, g->cap) =
		(struct sen_ehc_gap){.check = check,
				     .item = item,
				     .finding = finding,
				     .fix = sen_format(g->arena, "sendctl ehcp section P%lld %s",
						       (long long)g->plan->ehc.pupil_id, option)};
}

/* Does a row of the section serve the label, itself or through an outcome? */
static bool served(const struct gaps *g, const char *section, const char *label)
{
	for (size_t i = 0; i < g->plan->count; i++) {
		const struct sen_ehc_item *item = &g->plan->items[i];

		if (strcmp(item->section, section) != 0 || !sen_ehc_stands(item, g->version))
			continue;
		if (sen_ehc_serves(item->serves, label))
			return true;
		/* An outcome of a need that this row serves. */
		for (size_t k = 0; k < g->plan->count; k++) {
			const struct sen_ehc_item *by = &g->plan->items[k];

			if (sen_ehc_stands(by, g->version) && strcmp(by->section, "E") == 0 &&
			    sen_ehc_serves(by->serves, label) &&
			    sen_ehc_serves(item->serves, sen_ehc_label(g->arena, by)))
				return true;
		}
	}
	return false;
}

/* A need is also met by an outcome when one row of F serves both. */
static bool has_outcome(const struct gaps *g, const char *label)
{
	if (served(g, "E", label))
		return true;
	for (size_t i = 0; i < g->plan->count; i++) {
		const struct sen_ehc_item *item = &g->plan->items[i];

		if (strcmp(item->section, "F") == 0 && sen_ehc_stands(item, g->version) &&
		    sen_ehc_serves(item->serves, label) && strchr(item->serves, 'E'))
			return true;
	}
	return false;
}

static void need(struct gaps *g, const struct sen_ehc_item *item)
{
	const char *label = sen_ehc_label(g->arena, item);

	if (!served(g, "F", label))
		add(g, "need-without-provision", item, "no provision of Section F serves this need",
		    sen_format(g->arena, "F TEXT --serves \"%s\"", label));
	if (!has_outcome(g, label))
		add(g, "need-without-outcome", item, "no outcome of Section E is for this need",
		    sen_format(g->arena, "E TEXT --serves \"%s\"", label));
}

/* It may serve what a later version no longer has. */
static void ended(struct gaps *g, const struct sen_ehc_item *item)
{
	for (const char *at = item->serves; at && *at; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");
		const char *word = sen_strndup(g->arena, at, len), *section;
		int64_t number;

		if (sen_ehc_label_parse(word, &section, &number) &&
		    !sen_ehc_at(g->plan, section, number, g->version))
			add(g, "serves-what-ended", item,
			    sen_format(g->arena, "it serves %s, which is no longer in the plan", word),
			    sen_format(g->arena, "--label %s --serves \"B1 E1\"",
				       sen_ehc_label(g->arena, item)));
		at += len;
	}
}

static void outcome(struct gaps *g, const struct sen_ehc_item *item)
{
	const char *label = sen_ehc_label(g->arena, item);

	if (!served(g, "F", label))
		add(g, "outcome-without-provision", item,
		    "no provision of Section F works towards this outcome",
		    sen_format(g->arena, "F TEXT --serves \"%s\"", label));
}

static void provision(struct gaps *g, const struct sen_ehc_item *item)
{
	const char *label = sen_ehc_label(g->arena, item);
	bool often = item->per && item->times != SEN_NO_INT;
	struct sen_buf missing = {.arena = g->arena};

	if (!item->serves)
		add(g, "provision-serves-nothing", item, "it does not say which need or outcome it is for",
		    sen_format(g->arena, "F --label %s --serves \"B1 E1\"", label));
	if (item->minutes == SEN_NO_INT)
		sen_buf_add(&missing, "how long");
	if (!often)
		sen_buf_addf(&missing, "%show often", missing.len ? ", " : "");
	if (!item->who)
		sen_buf_addf(&missing, "%swho gives it", missing.len ? ", " : "");
	if (missing.len)
		add(g, "provision-not-quantified", item,
		    sen_format(g->arena, "it does not say: %s", missing.text),
		    sen_format(g->arena, "F --label %s --minutes 30 --times 3 --per week --who NAME", label));
}

void sen_ehc_gaps(struct sen_arena *arena, const struct sen_ehc_plan *plan, int64_t version,
		  struct sen_ehc_gap **out, size_t *count)
{
	struct gaps g = {.arena = arena, .plan = plan, .version = version};

	for (size_t i = 0; i < plan->count; i++) {
		const struct sen_ehc_item *item = &plan->items[i];

		if (!sen_ehc_stands(item, version))
			continue;
		ended(&g, item);
		if (strcmp(item->section, "B") == 0)
			need(&g, item);
		else if (strcmp(item->section, "E") == 0)
			outcome(&g, item);
		else if (strcmp(item->section, "F") == 0)
			provision(&g, item);
		else if (strcmp(item->section, "K") == 0 && item->dated_on == SEN_NO_DATE)
			add(&g, "advice-without-date", item, "the advice has no date",
			    sen_format(arena, "K --label %s --dated DATE", sen_ehc_label(arena, item)));
	}
	*out = g.items;
	*count = g.count;
}

/* The provision map as a school prints it: A4 across, areas of need and waves down. */
#include "nouns.h"
#include "report_provision.h"

#include <sen/concern.h>
#include <sen/page.h>

#include <string.h>

struct printing {
	struct app *app;
	struct sen_page *page;
	const struct sen_provision_map *map;
	bool costs;
};

static const char *pounds(const struct printing *p, int64_t pence)
{
	if (pence == SEN_NO_INT)
		return "";
	return sen_format(p->app->arena, "%s£%lld.%02lld", pence < 0 ? "-" : "",
			  (long long)(llabs(pence) / 100), (long long)(llabs(pence) % 100));
}

static const char *count(const struct printing *p, int64_t number)
{
	return sen_format(p->app->arena, "%lld", (long long)number);
}

/* The cost, with a star when minutes without a rate are not in it. */
static const char *cost(const struct printing *p, const struct sen_map_sum *sum, int kind)
{
	if (sum->unpriced[kind] == 0)
		return pounds(p, sum->pence[kind]);
	return sum->pence[kind] ? sen_format(p->app->arena, "%s*", pounds(p, sum->pence[kind]))
				: "not known*";
}

static void cell(const struct printing *p, const char *tag, const char *look, const char *text)
{
	sen_page_open(p->page, tag, look);
	sen_page_text(p->page, text ? text : "");
	sen_page_close(p->page);
}

static void heads(const struct printing *p, const char *const *words, size_t count_of_words)
{
	static const char *const sums[] = {"Planned", "To date", "Held", "Cost", "To date", "Delivered"};

	sen_page_open(p->page, "table", "map");
	sen_page_open(p->page, "thead", NULL);
	sen_page_open(p->page, "tr", NULL);
	for (size_t i = 0; i < count_of_words; i++)
		cell(p, "th scope=\"col\"", NULL, words[i]);
	for (size_t i = 0; i < (p->costs ? 6u : 3u); i++)
		cell(p, "th scope=\"col\"", "n", sums[i]);
}

static void heads_end(const struct printing *p)
{
	sen_page_close(p->page);
	sen_page_close(p->page);
	sen_page_open(p->page, "tbody", NULL);
}

static void sums(const struct printing *p, const char *tag, const struct sen_map_sum *sum)
{
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		cell(p, tag, "n", count(p, sum->sessions[kind]));
	for (int kind = 0; p->costs && kind < SEN_COST_KINDS; kind++)
		cell(p, tag, "n", cost(p, sum, kind));
}

static void table_end(const struct printing *p)
{
	sen_page_close(p->page);
	sen_page_close(p->page);
}

/* ---- Area by area ---- */

static void add_sum(struct sen_map_sum *to, const struct sen_map_sum *from)
{
	for (int kind = 0; kind < SEN_COST_KINDS; kind++) {
		to->sessions[kind] += from->sessions[kind];
		to->pence[kind] += from->pence[kind];
		to->unpriced[kind] += from->unpriced[kind];
	}
}

static void provision_row(const struct printing *p, const struct sen_map_provision *g)
{
	sen_page_open(p->page, "tr", NULL);
	cell(p, "td", NULL, g->wave);
	cell(p, "th scope=\"row\"", NULL, g->name);
	cell(p, "td", NULL, g->children);
	cell(p, "td", NULL, p->app->style.names == SEN_NAMES_NONE ? NULL : g->adults);
	cell(p, "td", NULL, sen_provision_dose(p->app->arena, g));
	sums(p, "td", &g->sum);
	sen_page_close(p->page);
}

static void total_row(const struct printing *p, const char *words, size_t before,
		      const struct sen_map_sum *sum)
{
	sen_page_open(p->page, "tr", "total");
	cell(p, "th scope=\"row\"", NULL, words);
	while (--before > 0)
		cell(p, "td", NULL, NULL);
	sums(p, "td", sum);
	sen_page_close(p->page);
}

static bool same_area(const struct sen_map_provision *a, const struct sen_map_provision *b)
{
	return a->area == b->area || (a->area && b->area && strcmp(a->area, b->area) == 0);
}

static void areas(const struct printing *p)
{
	static const char *const words[] = {"Wave", "Provision", "Children", "Given by", "How much"};
	const struct sen_provision_map *map = p->map;

	for (size_t from = 0, to; from < map->provision_count; from = to) {
		const struct sen_map_provision *first = &map->provisions[from];
		struct sen_map_sum sum = {{0}, {0}, {0}, {0}};

		sen_page_add(p->page, "h2", NULL,
			     first->area ? sen_code_label(sen_area_codes, first->area)
					 : "No area of need named");
		heads(p, words, SEN_COUNT(words));
		heads_end(p);
		for (to = from; to < map->provision_count && same_area(first, &map->provisions[to]); to++) {
			provision_row(p, &map->provisions[to]);
			add_sum(&sum, &map->provisions[to].sum);
		}
		total_row(p, "Together", SEN_COUNT(words), &sum);
		table_end(p);
	}
}

/* ---- Child by child ---- */

const char *provision_child(struct app *app, int64_t id, const char *name)
{
	if (app->style.names == SEN_NAMES_FULL)
		return name;
	return app->style.names == SEN_NAMES_INITIALS ? sen_initials(app->arena, name)
						      : sen_format(app->arena, "P%lld", (long long)id);
}

static void children(const struct printing *p)
{
	static const char *const words[] = {"Child", "Class", "Level", "Need"};
	const struct sen_provision_map *map = p->map;

	sen_page_add(p->page, "h2", NULL, "Child by child");
	heads(p, words, SEN_COUNT(words));
	cell(p, "th scope=\"col\"", "n", "Sum and top-up");
	cell(p, "th scope=\"col\"", "n", "Left");
	heads_end(p);
	for (size_t i = 0; i < map->child_count; i++) {
		const struct sen_map_child *child = &map->children[i];
		int64_t there_is = child->notional + child->topup;

		sen_page_open(p->page, "tr", NULL);
		cell(p, "th scope=\"row\"", NULL, provision_child(p->app, child->id, child->name));
		cell(p, "td", NULL, child->class_name);
		cell(p, "td", NULL, child->level);
		cell(p, "td", NULL, child->need);
		sums(p, "td", &child->sum);
		cell(p, "td", "n", pounds(p, there_is));
		cell(p, "td", "n", pounds(p, sen_child_left(child)));
		sen_page_close(p->page);
	}
	table_end(p);
}

/* ---- What is missing ---- */

static void listed(const struct printing *p, const char *title, const struct sen_map_need *items, size_t n,
		   bool with_need)
{
	if (n == 0)
		return;
	sen_page_open(p->page, "p", NULL);
	sen_page_add(p->page, "strong", NULL, sen_format(p->app->arena, "%s (%zu): ", title, n));
	for (size_t i = 0; i < n; i++)
		sen_page_text(p->page,
			      sen_format(p->app->arena, "%s%s%s%s%s", i ? ", " : "",
					 provision_child(p->app, items[i].pupil_id, items[i].name),
					 items[i].class_name ? " " : "",
					 items[i].class_name ? items[i].class_name : "",
					 with_need ? sen_format(p->app->arena, " (%s)", items[i].need) : ""));
	sen_page_text(p->page, ".");
	sen_page_close(p->page);
}

static void provisions(const struct printing *p, const char *title,
		       bool (*is)(const struct sen_provision_map *, const struct sen_map_provision *))
{
	struct sen_buf text = {.arena = p->app->arena};
	size_t n = 0;

	for (size_t i = 0; i < p->map->provision_count; i++)
		if (is(p->map, &p->map->provisions[i]))
			sen_buf_addf(&text, "%s%s", n++ ? ", " : "", p->map->provisions[i].name);
	if (n == 0)
		return;
	sen_page_open(p->page, "p", NULL);
	sen_page_add(p->page, "strong", NULL, sen_format(p->app->arena, "%s (%zu): ", title, n));
	sen_page_text(p->page, text.text);
	sen_page_text(p->page, ".");
	sen_page_close(p->page);
}

static void gaps(const struct printing *p)
{
	const struct sen_provision_map *map = p->map;
	bool any = map->without_count || map->need_count;

	for (size_t i = 0; i < map->provision_count; i++)
		any = any || sen_not_evaluated(map, &map->provisions[i]) ||
		      sen_not_logged(map, &map->provisions[i]);
	if (!any)
		return;
	sen_page_add(p->page, "h2", NULL, "What is missing");
	listed(p, "On the register with no provision", map->without, map->without_count, false);
	listed(p, "Needs that no provision meets", map->needs, map->need_count, true);
	provisions(p, "Over, and not evaluated", sen_not_evaluated);
	provisions(p, "No session logged for a fortnight", sen_not_logged);
}

/* ---- The page ---- */

static void summary(const struct printing *p, const char *const *notes, size_t note_count)
{
	const struct sen_provision_map *map = p->map;

	sen_page_add(
		p->page, "p", "who",
		sen_format(p->app->arena, "%zu %s in %zu %s.%s%s%s%s%s%s", map->child_count,
			   map->child_count == 1 ? "child" : "children", map->provision_count,
			   map->provision_count == 1 ? "provision" : "provisions",
			   p->costs ? " Planned " : "", p->costs ? cost(p, &map->sum, SEN_COST_PLANNED) : "",
			   p->costs ? ", to date " : "", p->costs ? cost(p, &map->sum, SEN_COST_DUE) : "",
			   p->costs ? ", delivered " : "",
			   p->costs ? sen_format(p->app->arena, "%s.", cost(p, &map->sum, SEN_COST_DELIVERED))
				    : ""));
	for (size_t i = 0; i < note_count; i++)
		sen_page_add(p->page, "p", "when", notes[i]);
}

int provision_page(struct app *app, const struct sen_provision_map *map, bool costs, const char *title,
		   const char *const *notes, size_t note_count, struct sen_err *err)
{
	struct printing p = {app, sen_page_new(app->arena), map, costs};
	struct sen_school school = {0};
	int64_t id = sen_store_school_id(app->store);
	bool starred =
		costs && (map->sum.unpriced[SEN_COST_PLANNED] || map->sum.unpriced[SEN_COST_DELIVERED]);
	char day[16];

	if (id > 0 && sen_record_get(app->store, &sen_school_record, id, &school, err) < 0)
		return err->code;
	sen_page_begin(p.page, app->out, title, SEN_PAGE_MAP);
	sen_page_add(p.page, "h1", NULL, title);
	sen_page_add(p.page, "p", "school",
		     sen_format(app->arena, "%s%s%s%s%s", school.name ? school.name : "",
				school.dfe ? ", DfE number " : "", school.dfe ? school.dfe : "",
				school.name ? " · " : "", sen_date_long(app->context.today, day)));
	summary(&p, notes, note_count);
	areas(&p);
	if (costs && map->child_count)
		children(&p);
	gaps(&p);
	sen_page_add(p.page, "footer", NULL,
		     starred ? "Confidential: for those who plan the provision. A star: adults' minutes "
			       "without a rate are not in the sum."
			     : "Confidential: for those who plan the provision.");
	return sen_page_end(p.page, err);
}

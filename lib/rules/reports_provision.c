/* report provision: the provision map as one answer, its tables as parts of one row. */
#include <sen/concern.h>
#include <sen/costed.h>

#include <string.h>

#define COLUMN(n, l, k, f, h)                                           \
	{                                                               \
		.name = n, .label = l, .kind = k, .flags = f, .help = h \
	}
#define QUIET SEN_COL_QUIET
#define TEXT(n, l, f, h) COLUMN(n, l, SEN_C_TEXT, f, h)
#define NUMBER(n, l, f, h) COLUMN(n, l, SEN_C_INT, f, h)
#define PENCE(n, l, h) COLUMN(n, l, SEN_C_PENCE, 0, h)
#define DATE(n, l, f, h) COLUMN(n, l, SEN_C_DATE, f, h)
#define ID(n, l, p, f, h)                                                                   \
	{                                                                                   \
		.name = n, .label = l, .kind = SEN_C_ID, .prefix = p, .flags = f, .help = h \
	}
/* The same in every table: sessions, minutes, money, what cannot be costed. */
#define SUMS(quiet_sessions) SUMS_CALLED(quiet_sessions, "Planned", "To date", "Held")
#define SUMS_CALLED(quiet_sessions, planned, due, held)                                                 \
	NUMBER("planned_sessions", planned, quiet_sessions, "sessions planned in the period"),          \
		NUMBER("due_sessions", due, quiet_sessions, "of them up to today"),                     \
		NUMBER("held_sessions", held, quiet_sessions, "sessions logged as held in the period"), \
		COLUMN("planned_minutes", "Planned time", SEN_C_MINUTES, QUIET,                         \
		       "minutes of these sessions"),                                                    \
		COLUMN("due_minutes", "Time to date", SEN_C_MINUTES, QUIET, "minutes up to today"),     \
		COLUMN("held_minutes", "Time held", SEN_C_MINUTES, QUIET, "minutes held"),              \
		PENCE("planned_pence", "Planned £", "cost of what is planned in the period"),           \
		PENCE("due_pence", "To date £", "cost of what was planned up to today"),                \
		PENCE("delivered_pence", "Delivered £", "cost of the sessions held"),                   \
		COLUMN("unpriced_minutes", "No rate", SEN_C_MINUTES, QUIET,                             \
		       "adults' minutes of what is planned for which no rate is known: the cost lacks " \
		       "them"),                                                                         \
		COLUMN("due_unpriced_minutes", "No rate to date", SEN_C_MINUTES, QUIET,                 \
		       "of them up to today"),                                                          \
		COLUMN("delivered_unpriced_minutes", "No rate, held", SEN_C_MINUTES, QUIET,             \
		       "the same of the sessions held")

static const struct sen_column head_columns[] = {
	DATE("from_on", "From", 0, "first day of the period"),
	DATE("last_on", "To", 0, "last day of the period"),
	DATE("until_on", "Until", QUIET, "the first day after the period"),
	DATE("day", "As of", QUIET, "the day 'to date' and the gaps are told of"),
	NUMBER("children", "Children", 0, "children with provision in the period"),
	NUMBER("provisions", "Provisions", 0, "provisions they are in"),
	SUMS_CALLED(0, "Sessions planned", "Planned to date", "Held"),
	NUMBER("cancelled_sessions", "Logged as not held", 0, "sessions logged as not held"),
	PENCE("notional_a_year_pence", "Sum a child and year £",
	      "the sum a school is expected to meet for one child (rate of kind notional)"),
	COLUMN("notional_assumed", "Sum assumed", SEN_C_BOOL, QUIET, "nobody has entered it: 6,000 pounds"),
	PENCE("notional_pence", "These sums together £", "for these children, by days of the period"),
	PENCE("topup_pence", "Top-up £", "granted for these children, by days of the period"),
	PENCE("budget_pence", "Notional budget £", "the school's notional SEN budget, by days of the period"),
};
static const struct sen_column map_columns[] = {
	ID("id", "Id", "G", 0, "the provision"),
	{.name = "area",
	 .label = "Area",
	 .kind = SEN_C_CODE,
	 .flags = QUIET,
	 .codes = sen_area_codes,
	 .help = "area of need"},
	TEXT("area_name", "Area of need", 0, "the area in words"),
	TEXT("wave", "Wave", 0, "wave or level"),
	ID("intervention_id", "Intervention", "I", QUIET, "of the catalogue"),
	TEXT("name", "Provision", 0, "what it is called"),
	TEXT("kind", "Kind", QUIET, "kind of provision"),
	NUMBER("children", "Number", QUIET, "how many children of those asked for"),
	TEXT("names", "Children", SEN_COL_WIDE, "who they are (as --names says)"),
	TEXT("adults", "Given by", SEN_COL_PERSON, "who gives it"),
	TEXT("dose", "How much", 0, "minutes, times a week, weeks"),
	COLUMN("minutes", "Minutes", SEN_C_MINUTES, QUIET, "of a session"),
	NUMBER("times", "Times", QUIET, "a week"),
	NUMBER("weeks", "Weeks", QUIET, "in all"),
	DATE("from_on", "From", QUIET, "first day"),
	DATE("until_on", "Until", QUIET, "first day after"),
	TEXT("funding", "Paid from", QUIET, "source of money"),
	SUMS(0),
	NUMBER("cancelled_sessions", "Not held", QUIET, "sessions logged as not held"),
};
static const struct sen_column child_columns[] = {
	ID("id", "Id", "P", 0, "the child"),
	TEXT("upn", "UPN", SEN_COL_UPN | QUIET, "unique pupil number"),
	TEXT("name", "Child", SEN_COL_NAME, "the child"),
	TEXT("year", "Year", QUIET, "year group"),
	TEXT("class", "Class", 0, "class on the day"),
	TEXT("level", "Level", 0, "level of the policy"),
	TEXT("census", "SEN", QUIET, "N, K or E"),
	TEXT("need", "Need", 0, "primary need on the day"),
	NUMBER("provisions", "In", 0, "provisions the child is in"),
	SUMS(0),
	PENCE("notional_pence", "Sum £", "the notional sum a child, by days of the period"),
	PENCE("topup_pence", "Top-up £", "granted, by days of the period"),
	COLUMN("left_pence", "Left £", SEN_C_PENCE, SEN_COL_ALERT,
	       "sum and top-up less what is planned; below nought: more is planned than there is; unknown "
	       "while a rate is missing"),
};
static const struct sen_column share_columns[] = {
	ID("provision", "Provision", "G", 0, "the provision"),
	TEXT("name", "Name", 0, "what it is called"),
	ID("pupil_id", "Id", "P", 0, "the child"),
	TEXT("child", "Child", SEN_COL_NAME, "the child"),
	DATE("from_on", "From", 0, "first day in it"),
	DATE("until_on", "Until", 0, "first day after"),
	SUMS(0),
};
#define KEYS(key_label, what)                                                                          \
	TEXT("key", key_label, 0, what), NUMBER("children", "Children", 0, "how many, in the period"), \
		SUMS(QUIET)
static const struct sen_column need_columns[] = {
	KEYS("Need", "primary need on the day of the session; empty: none recorded")};
static const struct sen_column class_columns[] = {
	KEYS("Class", "class on the day of the session; empty: none recorded")};
static const struct sen_column intervention_columns[] = {KEYS("Intervention", "what it is called")};
static const struct sen_column funding_columns[] = {
	KEYS("Paid from", "source of money; empty: not said"),
	PENCE("available_pence", "There is £", "granted, devolved or budgeted, by days of the period"),
	COLUMN("left_pence", "Left £", SEN_C_PENCE, SEN_COL_ALERT, "less what is planned")};
static const struct sen_column adult_columns[] = {
	TEXT("key", "Adult", SEN_COL_PERSON, "who gives it; empty: fees, resources, nobody named"),
	SUMS(QUIET),
};
static const struct sen_column listed_columns[] = {
	ID("id", "Id", "P", 0, "the child"),
	TEXT("name", "Child", SEN_COL_NAME, "the child"),
	TEXT("class", "Class", 0, "class"),
	TEXT("level", "Level", 0, "level of the policy"),
	TEXT("need", "Need", 0, "the need without provision; of a child without any, the primary one"),
	TEXT("area", "Area of need", 0, "its area"),
	ID("plan", "Plan", "PL", 0, "the plan that is open"),
};
static const struct sen_column evaluation_columns[] = {
	ID("id", "Id", "G", 0, "the provision"),
	TEXT("name", "Provision", 0, "what it is called"),
	NUMBER("children", "Children", 0, "how many were in it"),
	DATE("ended_on", "Over since", 0, "first day after it"),
	TEXT("measure", "Measured by", SEN_COL_WIDE, "how its effect is measured"),
};
static const struct sen_column unpriced_columns[] = {
	TEXT("why", "What is missing", 0, "no rate, no role, nobody named, no length"),
	TEXT("role", "Role", 0, "the role without a rate"),
	ID("provision", "Provision", "G", 0, "the provision, when it is about one"),
	DATE("first_on", "From", 0, "the first session it is about"),
	COLUMN("minutes", "Minutes", SEN_C_MINUTES, 0, "planned in the period"),
	COLUMN("due_minutes", "To date", SEN_C_MINUTES, 0, "of them up to today"),
	COLUMN("delivered_minutes", "Delivered", SEN_C_MINUTES, 0, "of the sessions held"),
	TEXT("fix", "What to type", SEN_COL_WIDE, "the command that mends it"),
};
static const struct sen_column quiet_columns[] = {
	ID("id", "Id", "G", 0, "the provision"),
	TEXT("name", "Provision", 0, "what it is called"),
	TEXT("adults", "Given by", SEN_COL_PERSON, "who gives it"),
	NUMBER("planned", "Planned", 0, "sessions planned in the last fortnight"),
	DATE("last_on", "Last logged", 0, "the last session logged in the period"),
};

#define PART(key, heading, list)                                                         \
	{                                                                                \
		.name = key, .title = heading, .columns = list, .count = SEN_COUNT(list) \
	}
enum {
	MAP,
	CHILDREN,
	SHARES,
	NEEDS,
	CLASSES,
	INTERVENTIONS,
	FUNDING,
	ADULTS,
	WITHOUT,
	NEEDS_WITHOUT,
	NOT_EVALUATED,
	UNPRICED,
	NOT_LOGGED,
	PARTS
};
static const struct sen_query parts[PARTS] = {
	[MAP] = PART("map", "Provision", map_columns),
	[CHILDREN] = PART("children", "Children", child_columns),
	[SHARES] = PART("shares", "Each child in each provision", share_columns),
	[NEEDS] = PART("needs", "By need", need_columns),
	[CLASSES] = PART("classes", "By class", class_columns),
	[INTERVENTIONS] = PART("interventions", "By intervention", intervention_columns),
	[FUNDING] = PART("funding", "By source of money", funding_columns),
	[ADULTS] = PART("adults", "By adult", adult_columns),
	[WITHOUT] = PART("children_without", "On the register with no provision", listed_columns),
	[NEEDS_WITHOUT] = PART("needs_without", "Needs that no provision meets", listed_columns),
	[NOT_EVALUATED] = PART("not_evaluated", "Over, and not evaluated", evaluation_columns),
	[UNPRICED] = PART("unpriced", "What cannot be costed yet", unpriced_columns),
	[NOT_LOGGED] = PART("not_logged", "No session logged for a fortnight", quiet_columns),
};
const struct sen_query sen_report_provision = {
	.name = "report-provision",
	.title = "Provision map",
	.version = 1,
	.columns = head_columns,
	.count = SEN_COUNT(head_columns),
	.parts = parts,
	.part_count = PARTS,
	.flags = SEN_Q_PAGE,
};

/* ---- Rows ---- */

struct making {
	struct sen_arena *arena;
	const struct sen_provision_map *map;
	bool costs;
	struct sen_cell *at; /* the next cell of the row in hand */
};

static void put(struct making *m, const char *text)
{
	sen_cell_text(m->at++, text);
}

static void put_int(struct making *m, int64_t number)
{
	sen_cell_int(m->at++, number);
}

static void put_day(struct making *m, sen_date day)
{
	sen_cell_date(m->arena, m->at++, day);
}

/* Money: unknown without --costs. */
static void put_pence(struct making *m, int64_t pence)
{
	put_int(m, m->costs ? pence : SEN_NO_INT);
}

static void put_sum(struct making *m, const struct sen_map_sum *sum)
{
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		put_int(m, sum->sessions[kind]);
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		put_int(m, sum->minutes[kind]);
	/* Nothing of it could be priced: not nought, but unknown. */
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		put_pence(m, sum->pence[kind] == 0 && sum->unpriced[kind] ? SEN_NO_INT : sum->pence[kind]);
	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		put_pence(m, sum->unpriced[kind]);
}

/* Columns that money may hide: a copy, since the shape of the answer stays. */
static const struct sen_column *shown(const struct making *m, const struct sen_column *columns, size_t count)
{
	struct sen_column *own = SEN_NEW(m->arena, struct sen_column, count);

	memcpy(own, columns, count * sizeof(*own));
	for (size_t i = 0; i < count; i++) {
		if (own[i].kind == SEN_C_PENCE && !m->costs)
			own[i].flags |= QUIET;
		if (m->costs && m->map->sum.unpriced[SEN_COST_PLANNED] &&
		    strcmp(own[i].name, "unpriced_minutes") == 0)
			own[i].flags &= ~(unsigned)QUIET;
	}
	return own;
}

static struct sen_table *open_part(const struct making *m, int part)
{
	const struct sen_query *what = &parts[part];

	return sen_table_new(m->arena, what->name, what->title, 1, shown(m, what->columns, what->count),
			     what->count);
}

const char *sen_provision_dose(struct sen_arena *arena, const struct sen_map_provision *g)
{
	struct sen_buf text = {.arena = arena};

	if (g->length != SEN_NO_INT)
		sen_buf_addf(&text, "%lld min", (long long)g->length);
	if (g->times != SEN_NO_INT)
		sen_buf_addf(&text, "%s%lld a week", text.len ? " × " : "", (long long)g->times);
	if (g->weeks != SEN_NO_INT)
		sen_buf_addf(&text, "%s%lld weeks", text.len ? " × " : "", (long long)g->weeks);
	return text.text;
}

static void map_row(struct making *m, const struct sen_map_provision *g)
{
	put_int(m, g->id);
	put(m, g->area);
	put(m, g->area ? sen_code_label(sen_area_codes, g->area) : NULL);
	put(m, g->wave);
	put_int(m, g->intervention_id);
	put(m, g->name);
	put(m, g->kind);
	put_int(m, (int64_t)g->child_count);
	put(m, g->children);
	put(m, g->adults);
	put(m, sen_provision_dose(m->arena, g));
	put_int(m, g->length);
	put_int(m, g->times);
	put_int(m, g->weeks);
	put_day(m, g->from_on);
	put_day(m, g->until_on);
	put(m, g->funding);
	put_sum(m, &g->sum);
	put_int(m, g->cancelled);
}

static struct sen_table *map_part(struct making *m)
{
	struct sen_table *table = open_part(m, MAP);

	for (size_t i = 0; i < m->map->provision_count; i++) {
		m->at = sen_table_add(table);
		map_row(m, &m->map->provisions[i]);
	}
	return table;
}

static struct sen_table *children_part(struct making *m)
{
	struct sen_table *table = open_part(m, CHILDREN);

	for (size_t i = 0; i < m->map->child_count; i++) {
		const struct sen_map_child *child = &m->map->children[i];

		m->at = sen_table_add(table);
		put_int(m, child->id);
		put(m, child->upn);
		put(m, child->name);
		put(m, child->year);
		put(m, child->class_name);
		put(m, child->level);
		put(m, child->census);
		put(m, child->need);
		put_int(m, (int64_t)child->provisions);
		put_sum(m, &child->sum);
		put_pence(m, child->notional);
		put_pence(m, child->topup);
		put_pence(m, sen_child_left(child));
	}
	return table;
}

int64_t sen_child_left(const struct sen_map_child *child)
{
	if (child->sum.unpriced[SEN_COST_PLANNED])
		return SEN_NO_INT;
	return child->notional + child->topup - child->sum.pence[SEN_COST_PLANNED];
}

static struct sen_table *shares_part(struct making *m)
{
	struct sen_table *table = open_part(m, SHARES);

	for (size_t i = 0; i < m->map->share_count; i++) {
		const struct sen_map_share *one = &m->map->shares[i];

		m->at = sen_table_add(table);
		put_int(m, m->map->provisions[one->provision].id);
		put(m, m->map->provisions[one->provision].name);
		put_int(m, m->map->children[one->child].id);
		put(m, m->map->children[one->child].name);
		put_day(m, one->from_on);
		put_day(m, one->until_on);
		put_sum(m, &one->sum);
	}
	return table;
}

static struct sen_table *keys_part(struct making *m, int part, enum sen_map_by by)
{
	struct sen_table *table = open_part(m, part);
	const struct sen_map_keys *keys = &m->map->by[by];

	for (size_t i = 0; i < keys->count; i++) {
		const struct sen_map_key *key = &keys->items[i];

		m->at = sen_table_add(table);
		put(m, key->label);
		if (part != ADULTS)
			put_int(m, (int64_t)key->children);
		put_sum(m, &key->sum);
		if (part != FUNDING)
			continue;
		put_pence(m, key->available);
		put_pence(m, key->available == SEN_NO_INT
				     ? SEN_NO_INT
				     : key->available - key->sum.pence[SEN_COST_PLANNED]);
	}
	return table;
}

static struct sen_table *listed_part(struct making *m, int part, const struct sen_map_need *listed,
				     size_t count)
{
	struct sen_table *table = open_part(m, part);

	for (size_t i = 0; i < count; i++) {
		m->at = sen_table_add(table);
		put_int(m, listed[i].pupil_id);
		put(m, listed[i].name);
		put(m, listed[i].class_name);
		put(m, listed[i].level);
		put(m, listed[i].need);
		put(m, listed[i].area ? sen_code_label(sen_area_codes, listed[i].area) : NULL);
		put_int(m, listed[i].plan);
	}
	return table;
}

bool sen_not_evaluated(const struct sen_provision_map *map, const struct sen_map_provision *provision)
{
	(void)map;
	return provision->ended_on != SEN_NO_DATE && provision->evaluated_on == SEN_NO_DATE;
}

bool sen_not_logged(const struct sen_provision_map *map, const struct sen_map_provision *provision)
{
	return provision->running && provision->lately > 0 &&
	       (provision->last_on == SEN_NO_DATE || provision->last_on <= map->day - 14);
}

static struct sen_table *evaluation_part(struct making *m)
{
	struct sen_table *table = open_part(m, NOT_EVALUATED);

	for (size_t i = 0; i < m->map->provision_count; i++) {
		const struct sen_map_provision *g = &m->map->provisions[i];

		if (!sen_not_evaluated(m->map, g))
			continue;
		m->at = sen_table_add(table);
		put_int(m, g->id);
		put(m, g->name);
		put_int(m, (int64_t)g->child_count);
		put_day(m, g->ended_on);
		put(m, g->measure);
	}
	return table;
}

static struct sen_table *unpriced_part(struct making *m)
{
	struct sen_table *table = open_part(m, UNPRICED);

	for (size_t i = 0; m->costs && i < m->map->unpriced_count; i++) {
		const struct sen_map_unpriced *gap = &m->map->unpriced[i];

		m->at = sen_table_add(table);
		put(m, gap->why);
		put(m, gap->role);
		put_int(m, gap->provision_id);
		put_day(m, gap->first_on);
		for (int kind = 0; kind < SEN_COST_KINDS; kind++)
			put_int(m, gap->minutes[kind]);
		put(m, gap->fix);
	}
	return table;
}

static struct sen_table *not_logged_part(struct making *m)
{
	struct sen_table *table = open_part(m, NOT_LOGGED);

	for (size_t i = 0; i < m->map->provision_count; i++) {
		const struct sen_map_provision *g = &m->map->provisions[i];

		if (!sen_not_logged(m->map, g))
			continue;
		m->at = sen_table_add(table);
		put_int(m, g->id);
		put(m, g->name);
		put(m, g->adults);
		put_int(m, g->lately);
		put_day(m, g->last_on);
	}
	return table;
}

static void head_row(struct making *m)
{
	const struct sen_provision_map *map = m->map;

	put_day(m, map->from);
	put_day(m, map->until - 1);
	put_day(m, map->until);
	put_day(m, map->day);
	put_int(m, (int64_t)map->child_count);
	put_int(m, (int64_t)map->provision_count);
	put_sum(m, &map->sum);
	put_int(m, map->cancelled);
	put_pence(m, map->notional_a_year);
	put_int(m, map->notional_assumed);
	put_pence(m, map->notional);
	put_pence(m, map->topup);
	put_pence(m, map->budget);
}

/* Sums by words come with --by, --table and JSON: a page would be lost in them. */
static void add_sums(struct making *m, struct sen_table *table)
{
	sen_table_add_part(table, shares_part(m));
	sen_table_add_part(table, keys_part(m, NEEDS, SEN_MAP_NEED));
	sen_table_add_part(table, keys_part(m, CLASSES, SEN_MAP_CLASS));
	sen_table_add_part(table, keys_part(m, INTERVENTIONS, SEN_MAP_INTERVENTION));
	sen_table_add_part(table, keys_part(m, FUNDING, SEN_MAP_FUNDING));
	sen_table_add_part(table, keys_part(m, ADULTS, SEN_MAP_ADULT));
}

struct sen_table *sen_provision_table(struct sen_arena *arena, const struct sen_provision_map *map,
				      bool costs, bool brief)
{
	struct making m = {.arena = arena, .map = map, .costs = costs};
	const struct sen_query *query = &sen_report_provision;
	struct sen_table *table = sen_table_new(arena, query->name, query->title, query->version,
						shown(&m, query->columns, query->count), query->count);

	table->flags = query->flags;
	m.at = sen_table_add(table);
	head_row(&m);
	sen_table_add_part(table, map_part(&m));
	if (costs || !brief)
		sen_table_add_part(table, children_part(&m));
	if (!brief)
		add_sums(&m, table);
	sen_table_add_part(table, listed_part(&m, WITHOUT, map->without, map->without_count));
	sen_table_add_part(table, listed_part(&m, NEEDS_WITHOUT, map->needs, map->need_count));
	sen_table_add_part(table, evaluation_part(&m));
	sen_table_add_part(table, unpriced_part(&m));
	sen_table_add_part(table, not_logged_part(&m));
	return table;
}

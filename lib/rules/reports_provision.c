/* report provision: the shape of the answer, one row whose parts are the tables. */
#include "rules/reports_provision.h"

#include <sen/concern.h>

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
	DATE("until_on", "First day after", QUIET, "the first day after the period"),
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
	DATE("until_on", "First day after", QUIET, "first day after"),
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
	NUMBER("provisions", "Provisions", 0, "provisions the child is in"),
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
	DATE("until_on", "First day after", 0, "first day after"),
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

const struct sen_query map_parts[MAP_PARTS] = {
	[MAP_PROVISION] = SEN_PART("map", "Provision", NULL, map_columns),
	[MAP_CHILDREN] = SEN_PART("children", "Children", NULL, child_columns),
	[MAP_SHARES] = SEN_PART("shares", "Each child in each provision", NULL, share_columns),
	[MAP_NEEDS] = SEN_PART("needs", "By need", NULL, need_columns),
	[MAP_CLASSES] = SEN_PART("classes", "By class", NULL, class_columns),
	[MAP_INTERVENTIONS] = SEN_PART("interventions", "By intervention", NULL, intervention_columns),
	[MAP_FUNDING] = SEN_PART("funding", "By source of money", NULL, funding_columns),
	[MAP_ADULTS] = SEN_PART("adults", "By adult", NULL, adult_columns),
	[MAP_WITHOUT] =
		SEN_PART("children_without", "On the register with no provision", NULL, listed_columns),
	[MAP_NEEDS_WITHOUT] =
		SEN_PART("needs_without", "Needs that no provision meets", NULL, listed_columns),
	[MAP_NOT_EVALUATED] = SEN_PART("not_evaluated", "Over, and not evaluated", NULL, evaluation_columns),
	[MAP_UNPRICED] = SEN_PART("unpriced", "What cannot be costed yet", NULL, unpriced_columns),
	[MAP_NOT_LOGGED] = SEN_PART("not_logged", "No session logged for a fortnight", NULL, quiet_columns),
};
const struct sen_query sen_report_provision = {
	.name = "report-provision",
	.title = "Provision map",
	.version = 1,
	.columns = head_columns,
	.count = SEN_COUNT(head_columns),
	.parts = map_parts,
	.part_count = MAP_PARTS,
	.flags = SEN_Q_PAGE,
};

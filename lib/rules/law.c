/* The law that ships (lib/data/law.json), read into structs.  It is ours, so the
 * first fault is told with its place and that is the end of it. */
#include "store/store.h"

#include <sen/json.h>
#include <sen/law.h>

#include <string.h>

extern const char sen_law_json[]; /* made from lib/data/law.json */

struct reader {
	struct sen_arena *arena;
	struct sen_law *law;
	struct sen_err *err;
	const char *where; /* code of the item in hand */
};

static void fault(struct reader *reader, const char *key, const char *what)
{
	if (!reader->err->code)
		sen_fail(reader->err, SEN_FAIL, "law.json: %s: %s: %s", reader->where ? reader->where : "top",
			 key, what);
}

static const char *text(struct reader *reader, const struct sen_json *item, const char *key, bool required)
{
	const struct sen_json *node = sen_json_get(item, key);
	const char *value = sen_json_text(node);

	if (required && (!value || !*value))
		fault(reader, key, "is missing");
	else if (node && !value)
		fault(reader, key, "is not a text");
	return value;
}

static int number(struct reader *reader, const struct sen_json *item, const char *key, bool required)
{
	int64_t n = 0;
	const struct sen_json *node = sen_json_get(item, key);

	if (node ? !sen_json_int(node, &n) || n < 1 || n > 1000 : required)
		fault(reader, key, "is not a whole number from 1 to 1000");
	return (int)n;
}

/* The place of the word in the list; a word that is left out is the first. */
static int choice(struct reader *reader, const struct sen_json *item, const char *key,
		  const char *const *words, size_t count, bool required)
{
	const char *value = text(reader, item, key, required);

	for (size_t i = 0; value && i < count; i++)
		if (strcmp(words[i], value) == 0)
			return (int)i;
	if (value)
		fault(reader, key, "is none of the words it may be");
	return 0;
}

static sen_date day(struct reader *reader, const struct sen_json *item, const char *key, bool required)
{
	const char *value = text(reader, item, key, required);
	sen_date on = value ? sen_date_iso(value) : SEN_NO_DATE;

	if (value && on == SEN_NO_DATE)
		fault(reader, key, "is not a date");
	return on;
}

static const char *const kinds[] = {"days", "weeks", "months", "school-days", "working-days", "day-of-year"};
static const char *const counted_words[] = {"after", "beginning", "before"};
static const char *const bounds[] = {"by", "before", "not-before"};
static const char *const picks[] = {"only", "earliest", "latest"};
static const char *const owners[] = {"authority", "school", "parent", "mediation", "tribunal"};
static const char *const confidences[] = {"seen", "secondary", "general", "judgement"};
static const char *const exception_kinds[] = {"stated", "closed"};

static const char *word(struct reader *reader, const struct sen_json *item, const char *key,
			const char *const *words, size_t count)
{
	return words[choice(reader, item, key, words, count, true)];
}

/* "02-15" */
static void month_day(struct reader *reader, const struct sen_json *item, struct sen_clock_limit *limit)
{
	const char *value = text(reader, item, "day", true);
	sen_date on = value ? sen_date_iso(sen_format(reader->arena, "2025-%s", value)) : SEN_NO_DATE;
	int year;

	if (on == SEN_NO_DATE)
		fault(reader, "day", "is not a day of every year, as 02-15");
	else
		sen_date_split(on, &year, &limit->month, &limit->day);
}

static void read_limit(struct reader *reader, const struct sen_json *item, struct sen_clock_limit *limit)
{
	limit->from = text(reader, item, "from", true);
	limit->kind = (enum sen_clock_kind)choice(reader, item, "kind", kinds, SEN_COUNT(kinds), true);
	limit->counted = (enum sen_clock_counted)choice(reader, item, "counted", counted_words,
							SEN_COUNT(counted_words), false);
	if (limit->kind == SEN_CLOCK_DAY_OF_YEAR)
		month_day(reader, item, limit);
	else
		limit->n = number(reader, item, "n", true);
	if (limit->counted == SEN_CLOCK_BACK && limit->kind >= SEN_CLOCK_SCHOOL_DAYS)
		fault(reader, "counted", "is not counted back in days of that kind");
}

static void read_limits(struct reader *reader, const struct sen_json *item, struct sen_law_rule *rule)
{
	const struct sen_json *list = sen_json_get(item, "limits");
	size_t count = sen_json_count(list);
	struct sen_clock_limit *limits = SEN_NEW(reader->arena, struct sen_clock_limit, count ? count : 1);

	for (size_t i = 0; i < count; i++) {
		limits[i] = (struct sen_clock_limit){.n = 0};
		read_limit(reader, sen_json_at(list, i), &limits[i]);
	}
	rule->limits = limits;
	rule->limit_count = count;
	if (count == 0)
		fault(reader, "limits", "is empty");
	if ((count > 1) != (rule->pick != SEN_CLOCK_ONLY))
		fault(reader, "pick", "goes with several limits, and only with them");
}

static void read_exceptions(struct reader *reader, const struct sen_json *item, struct sen_law_rule *rule)
{
	const struct sen_json *list = sen_json_get(item, "exceptions");
	size_t count = sen_json_count(list);

	rule->exceptions = SEN_NEW(reader->arena, const char *, count ? count : 1);
	for (size_t i = 0; i < count; i++) {
		rule->exceptions[i] = sen_json_text(sen_json_at(list, i));
		if (!rule->exceptions[i] || !sen_law_exception(reader->law, rule->exceptions[i]))
			fault(reader, "exceptions", "names one that is not there");
	}
	rule->exception_count = count;
}

static void read_rule(struct reader *reader, const struct sen_json *item, struct sen_law_rule *rule)
{
	reader->where = rule->code = text(reader, item, "code", true);
	rule->section = text(reader, item, "section", true);
	rule->name = text(reader, item, "name", true);
	rule->owner = word(reader, item, "owner", owners, SEN_COUNT(owners));
	rule->met = text(reader, item, "met", true);
	rule->advice = sen_json_true(sen_json_get(item, "advice"));
	rule->lapses = sen_json_true(sen_json_get(item, "lapses"));
	rule->fix = text(reader, item, "fix", false);
	rule->bound = (enum sen_clock_bound)choice(reader, item, "bound", bounds, SEN_COUNT(bounds), false);
	rule->pick = (enum sen_clock_pick)choice(reader, item, "pick", picks, SEN_COUNT(picks), false);
	rule->cite = text(reader, item, "cite", true);
	rule->confidence = word(reader, item, "confidence", confidences, SEN_COUNT(confidences));
	rule->note = text(reader, item, "note", false);
	rule->in_force_from = day(reader, item, "in_force_from", true);
	rule->in_force_until = day(reader, item, "in_force_until", false);
	read_limits(reader, item, rule);
	read_exceptions(reader, item, rule);
}

static void read_events(struct reader *reader, const struct sen_json *list)
{
	struct sen_law_event *events = SEN_NEW(reader->arena, struct sen_law_event, sen_json_count(list) + 1);

	for (size_t i = 0; i < sen_json_count(list); i++) {
		const struct sen_json *item = sen_json_at(list, i);

		reader->where = events[i].code = text(reader, item, "code", true);
		events[i].name = text(reader, item, "name", true);
	}
	reader->law->events = events;
	reader->law->event_count = sen_json_count(list);
}

static void read_law_exceptions(struct reader *reader, const struct sen_json *list)
{
	struct sen_law_exception *out =
		SEN_NEW(reader->arena, struct sen_law_exception, sen_json_count(list) + 1);

	for (size_t i = 0; i < sen_json_count(list); i++) {
		const struct sen_json *item = sen_json_at(list, i);

		reader->where = out[i].code = text(reader, item, "code", true);
		out[i].name = text(reader, item, "name", true);
		out[i].cite = text(reader, item, "cite", true);
		out[i].confidence = word(reader, item, "confidence", confidences, SEN_COUNT(confidences));
		out[i].closed =
			choice(reader, item, "kind", exception_kinds, SEN_COUNT(exception_kinds), true) == 1;
		out[i].days = number(reader, item, "days", out[i].closed);
		out[i].margin = number(reader, item, "margin", out[i].closed);
	}
	reader->law->exceptions = out;
	reader->law->exception_count = sen_json_count(list);
}

static const char *const lists[] = {"invite",	"ground", "right", "advice",
				    "evidence", "cease",  "vague", "appeal"};

static void read_item(struct reader *reader, const struct sen_json *item, struct sen_law_item *out)
{
	bool judged;

	reader->where = out->code = text(reader, item, "code", true);
	out->name = text(reader, item, "name", true);
	out->confidence = word(reader, item, "confidence", confidences, SEN_COUNT(confidences));
	judged = strcmp(out->confidence, "judgement") == 0;
	out->cite = text(reader, item, "cite", !judged);
	out->note = text(reader, item, "note", false);
	out->extra = text(reader, item, "extra", false);
}

static void read_lists(struct reader *reader, const struct sen_json *root)
{
	struct sen_law_item *items = NULL;
	size_t count = 0, cap = 0;

	for (size_t l = 0; l < SEN_COUNT(lists); l++) {
		const struct sen_json *list = sen_json_get(root, lists[l]);

		for (size_t i = 0; i < sen_json_count(list); i++) {
			struct sen_law_item *item = SEN_PUSH(reader->arena, items, count, cap);

			*item = (struct sen_law_item){.list = lists[l]};
			read_item(reader, sen_json_at(list, i), item);
		}
	}
	reader->law->items = items;
	reader->law->item_count = count;
}

/* ---- What points at what ---- */

static bool known_start(const struct sen_law *law, const char *from)
{
	if (strncmp(from, "rule:", 5) == 0)
		return sen_law_rule(law, from + 5, SEN_NO_DATE) != NULL;
	return sen_law_event_name(law, from) != NULL;
}

/* How many rules lead to this one; more than there are: a circle. */
static size_t depth(const struct sen_law *law, const struct sen_law_rule *rule, size_t so_far)
{
	size_t most = so_far;

	for (size_t i = 0; i < rule->limit_count && so_far <= law->rule_count; i++) {
		const char *from = rule->limits[i].from;
		size_t there;

		if (strncmp(from, "rule:", 5) != 0)
			continue;
		there = depth(law, sen_law_rule(law, from + 5, SEN_NO_DATE), so_far + 1);
		most = there > most ? there : most;
	}
	return most;
}

static void check_rules(struct reader *reader)
{
	const struct sen_law *law = reader->law;

	for (size_t i = 0; i < law->rule_count && !reader->err->code; i++) {
		const struct sen_law_rule *rule = &law->rules[i];

		reader->where = rule->code;
		if (!sen_law_event_name(law, rule->met))
			fault(reader, "met", "names no event");
		for (size_t k = 0; k < rule->limit_count; k++)
			if (!known_start(law, rule->limits[k].from))
				fault(reader, "from", "names no event and no rule");
		for (size_t k = 0; k < i; k++)
			if (strcmp(law->rules[k].code, rule->code) == 0 &&
			    law->rules[k].in_force_until != rule->in_force_from)
				fault(reader, "in_force_from", "is not where the version before ends");
	}
	for (size_t i = 0; i < law->rule_count && !reader->err->code; i++) {
		reader->where = law->rules[i].code;
		if (depth(law, &law->rules[i], 0) > law->rule_count)
			fault(reader, "from", "goes round in a circle");
	}
}

int sen_law_parse(struct sen_arena *arena, const char *json, size_t len, const struct sen_law **out,
		  struct sen_err *err)
{
	struct sen_law *law = SEN_NEW(arena, struct sen_law, 1);
	struct reader reader = {.arena = arena, .law = law, .err = err};
	const struct sen_json *root, *list;
	struct sen_law_rule *rules;
	int rc = sen_json_parse(arena, json, len, &root, err);

	if (rc < 0)
		return sen_wrap(err, "law.json");
	*law = (struct sen_law){.rule_count = 0};
	read_events(&reader, sen_json_get(root, "events"));
	read_law_exceptions(&reader, sen_json_get(root, "exceptions"));
	read_lists(&reader, root);
	list = sen_json_get(root, "rules");
	rules = SEN_NEW(arena, struct sen_law_rule, sen_json_count(list) + 1);
	for (size_t i = 0; i < sen_json_count(list); i++)
		read_rule(&reader, sen_json_at(list, i), &rules[i]);
	law->rules = rules;
	law->rule_count = sen_json_count(list);
	if (!err->code)
		check_rules(&reader);
	*out = law;
	return err->code;
}

int sen_law_shipped(struct sen_arena *arena, const struct sen_law **out, struct sen_err *err)
{
	return sen_law_parse(arena, sen_law_json, strlen(sen_law_json), out, err);
}

/* It outlives the arena a loop may be releasing row by row. */
int sen_law(struct sen_store *store, const struct sen_law **out, struct sen_err *err)
{
	int rc = store->law ? 0 : sen_law_shipped(store->keep, &store->law, err);

	*out = store->law;
	return rc;
}

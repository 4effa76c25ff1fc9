/* Two versions of a plan side by side: what came, what went, what was reworded, and
 * what that is in minutes. */
#include <sen/ehc_plan.h>

#include <string.h>

enum { WORDS = 400 };
struct diff {
	struct sen_arena *arena;
	const struct sen_ehc_plan *plan;
	struct sen_ehc_change *items;
	size_t count, cap;
};

/* ---- Words ---- */

static size_t split(struct sen_arena *arena, const char *text, const char **out)
{
	size_t n = 0;

	for (const char *at = text + strspn(text, " \n\t"); *at && n < WORDS; at += strspn(at, " \n\t")) {
		size_t len = strcspn(at, " \n\t");

		out[n++] = sen_strndup(arena, at, len);
		at += len;
	}
	return n;
}

/* lengths[i][k]: the longest common run of words from i and k on. */
static uint16_t *common(struct sen_arena *arena, const char **x, size_t n, const char **y, size_t m)
{
	uint16_t *lengths = SEN_NEW(arena, uint16_t, (n + 1) * (m + 1));

	for (size_t i = n; i-- > 0;)
		for (size_t k = m; k-- > 0;) {
			uint16_t right = lengths[i * (m + 1) + k + 1], down = lengths[(i + 1) * (m + 1) + k];

			lengths[i * (m + 1) + k] =
				strcmp(x[i], y[k]) == 0 ? (uint16_t)(lengths[(i + 1) * (m + 1) + k + 1] + 1)
				: right > down		? right
							: down;
		}
	return lengths;
}

enum piece { BOTH, GONE, CAME };
static void put(struct sen_buf *buf, enum piece *last, enum piece now, const char *word)
{
	static const char *const open[] = {"", "[-", "{+"}, *const close[] = {"", "-]", "+}"};

	if (*last != now)
		sen_buf_add(buf, close[*last]);
	sen_buf_add(buf, buf->len ? " " : "");
	if (*last != now)
		sen_buf_add(buf, open[now]);
	sen_buf_add(buf, word);
	*last = now;
}

static const char *changed_words(struct sen_arena *arena, const char *from, const char *to)
{
	const char **x = SEN_NEW(arena, const char *, WORDS), **y = SEN_NEW(arena, const char *, WORDS);
	size_t n = split(arena, from, x), m = split(arena, to, y), i = 0, k = 0;
	struct sen_buf buf = {.arena = arena};
	enum piece last = BOTH;
	uint16_t *lengths;

	if (n == WORDS || m == WORDS) /* too long for a table of words: whole */
		return sen_format(arena, "[-%s-] {+%s+}", from, to);
	lengths = common(arena, x, n, y, m);
	while (i < n || k < m) {
		if (i < n && k < m && strcmp(x[i], y[k]) == 0) {
			put(&buf, &last, BOTH, x[i++]);
			k++;
		} else if (i < n &&
			   (k == m || lengths[(i + 1) * (m + 1) + k] >= lengths[i * (m + 1) + k + 1])) {
			put(&buf, &last, GONE, x[i++]);
		} else {
			put(&buf, &last, CAME, y[k++]);
		}
	}
	sen_buf_add(&buf, last == GONE ? "-]" : last == CAME ? "+}" : "");
	return buf.text ? buf.text : "";
}

/* ---- Amounts ---- */

static const char *changed_amount(struct sen_arena *arena, const struct sen_ehc_item *from,
				  const struct sen_ehc_item *to)
{
	const char *before = sen_ehc_quantity(arena, from), *after = sen_ehc_quantity(arena, to);
	int64_t was = sen_ehc_minutes(from), is = sen_ehc_minutes(to);
	const char *text;

	if (!before && !after)
		return NULL;
	before = before ? before : "no amount";
	after = after ? after : "no amount";
	if (strcmp(before, after) == 0)
		return NULL;
	text = sen_format(arena, "%s -> %s", before, after);
	if (was == SEN_NO_INT || is == SEN_NO_INT || strcmp(from->per, to->per) != 0 || was == is)
		return text;
	return sen_format(arena, "%s: %lld minute%s %s %s", text, (long long)(was > is ? was - is : is - was),
			  (was > is ? was - is : is - was) == 1 ? "" : "s", was > is ? "less" : "more",
			  sen_code_label(sen_ehc_per, to->per));
}

/* ---- Rows ---- */

/* What the row was in the version before: it, or whose words it follows. */
static const struct sen_ehc_item *was(const struct diff *d, const struct sen_ehc_item *item, int64_t version)
{
	return sen_ehc_at(d->plan, item->section, item->number, version);
}

static bool differs(const struct sen_ehc_item *a, const struct sen_ehc_item *b)
{
	static const char *const fields[] = {"words", "serves", "type",	 "minutes",  "times",  "per",
					     "weeks", "who",	"ratio", "dated_on", "due_on", "pence"};

	for (size_t i = 0; i < SEN_COUNT(fields); i++)
		if (!sen_field_equal(sen_field_named(&sen_ehc_item_record, fields[i]), a, b))
			return true;
	return false;
}

static void compare(struct diff *d, const struct sen_ehc_item *from, const struct sen_ehc_item *to)
{
	struct sen_ehc_change change = {.change = !from ? "added"
						  : !to ? "ended"
							: "changed",
					.from = from,
					.to = to};

	if (from && to) {
		if (!differs(from, to))
			return;
		if (strcmp(from->words, to->words) != 0)
			change.words = changed_words(d->arena, from->words, to->words);
		change.quantity = changed_amount(d->arena, from, to);
	}
	*SEN_PUSH(d->arena, d->items, d->count, d->cap) = change;
}

void sen_ehc_diff(struct sen_arena *arena, const struct sen_ehc_plan *plan, int64_t from, int64_t to,
		  struct sen_ehc_change **out, size_t *count)
{
	struct diff d = {.arena = arena, .plan = plan};

	for (size_t i = 0; i < plan->count; i++) {
		const struct sen_ehc_item *item = &plan->items[i];

		if (sen_ehc_stands(item, to))
			compare(&d, was(&d, item, from), item);
		else if (sen_ehc_stands(item, from) && !was(&d, item, to))
			compare(&d, item, NULL);
	}
	*out = d.items;
	*count = d.count;
}

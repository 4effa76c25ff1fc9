/* A round: one form for many children, a block a child.  A block left empty stays
 * owed; a fault names its line, and all faults are told at once. */
#include "exchange/round.h"
#include "exchange/form.h"
#include <sen/text.h>
#include <string.h>

struct reading {
	struct sen_store *store;
	const struct sen_round *round;
	sen_date on; /* for blocks that do not say */
	const char *led_by;
	int top; /* the line of one that says so above the first block, or 0 */
	struct sen_round_entry *entries;
	size_t count, cap, faults;
	struct sen_buf told; /* faults after the first */
	struct sen_err *err;
};

static void fault(struct reading *r, const struct sen_err *found)
{
	if (r->faults++ == 0)
		*r->err = *found;
	else if (r->faults <= 10)
		sen_buf_addf(&r->told, "%s%s", r->told.len ? "\n" : "", found->msg);
}

static void fault_at(struct reading *r, int line, const char *what)
{
	struct sen_err found = {0};

	(void)sen_fail(&found, SEN_INVALID, "line %d of the form: %s", line, what);
	fault(r, &found);
}

/* "== P12 Zoe O'Brien (3B)" */
static bool heading(struct reading *r, const char *text, size_t len, int line, int64_t *pupil)
{
	size_t word;
	char *copy = sen_strndup(sen_store_arena(r->store), text, len);

	copy += strspn(copy, "= ");
	word = strcspn(copy, " \t\r");
	copy[word] = '\0';
	if (!sen_id_parse(copy, "P", pupil)) {
		fault_at(r, line, "a child's heading reads '== P12 NAME'");
		return false;
	}
	for (size_t i = 0; i < r->count; i++)
		if (r->entries[i].minutes.review.pupil_id == *pupil) {
			fault_at(r, line,
				 sen_format(sen_store_arena(r->store), "P%lld is there twice (line %d)",
					    (long long)*pupil, r->entries[i].line));
			return false;
		}
	return true;
}

static void wrapped(struct reading *r, struct sen_err *found, int line)
{
	(void)sen_wrap(found, "line %d of the form", line);
	fault(r, found);
}

/* What was typed in a field of the form into the lists of the minutes. */
static void spread_names(struct reading *r, struct sen_minutes *minutes)
{
	struct sen_arena *arena = sen_store_arena(r->store);

	sen_names_add(arena, &minutes->came, minutes->review.came);
	sen_names_add(arena, &minutes->apologies, minutes->review.apologies);
	sen_views_add(arena, &minutes->views, minutes->review.views);
}

/* Targets, actions and the decision are read now, so that each fault has its line. */
static void rest(struct reading *r, struct sen_round_entry *entry, const struct round_lines *lines)
{
	struct sen_minutes *minutes = &entry->minutes;
	struct sen_decision decision;
	struct sen_err found = {0};

	for (size_t i = 0; i < lines->count; i++) {
		const struct round_line *line = &lines->items[i];
		int rc = line->target
				 ? sen_minutes_target(r->store, minutes, line->target, line->value, &found)
				 : sen_minutes_action(r->store, minutes, line->value, &found);

		if (rc < 0)
			wrapped(r, &found, line->number);
	}
	if (minutes->review.decision && !sen_review_kind(r->round->kind)->decisions &&
	    sen_review_decide(r->store, minutes->review.pupil_id, minutes->review.held_on,
			      minutes->review.decision, &decision, &found) < 0)
		wrapped(r, &found, entry->line);
}

/* A block's own lines, with blank ones before it, so that lines are counted as in
 * the whole form. */
static void block(struct reading *r, int64_t pupil, int line, const char *text, size_t len)
{
	struct sen_arena *arena = sen_store_arena(r->store);
	struct sen_buf body = {.arena = arena};
	struct round_lines lines = {0};
	struct sen_round_entry *entry = SEN_PUSH(arena, r->entries, r->count, r->cap);
	struct sen_review *review = &entry->minutes.review;
	bool *given = SEN_NEW(arena, bool, sen_review_record.count);
	struct sen_err found = {0};
	int rc;

	*entry = (struct sen_round_entry){.line = line};
	sen_record_blank(&sen_review_record, review);
	for (int i = 0; i < line; i++)
		sen_buf_add(&body, "\n");
	sen_buf_add(&body, round_lines_take(arena, text, len, line + 1, &lines));
	rc = sen_form_read(r->store, &sen_review_record, body.text, NULL, review, given, &found);
	review->pupil_id = pupil;
	review->kind = r->round->kind;
	if (rc == SEN_FAIL && lines.count == 0) {
		entry->blank = true;
		return;
	}
	if (rc < 0 && rc != SEN_FAIL) {
		fault(r, &found);
		return;
	}
	if (review->held_on == SEN_NO_DATE)
		review->held_on = r->on;
	if (!review->led_by)
		review->led_by = r->led_by;
	if (review->held_on == SEN_NO_DATE) {
		fault_at(r, line, "held_on is missing: the day it was held");
		return;
	}
	spread_names(r, &entry->minutes);
	rest(r, entry, &lines);
}

static bool is_heading(const char *line)
{
	return strncmp(line, "==", 2) == 0;
}

/* "held_on: 18 Nov 2026" or "led_by: Ms Hart" above the first block. */
static bool top_line(struct reading *r, const char *line, int number)
{
	static const char *const names[] = {"held_on", "led_by"};
	struct sen_review top;
	struct sen_err found = {0};

	for (size_t i = 0; i < SEN_COUNT(names) && r->count == 0; i++) {
		size_t len = strlen(names[i]);
		const char *text = sen_strndup(sen_store_arena(r->store), line, strcspn(line, "\r\n"));

		if (strncmp(line, names[i], len) != 0 || line[len] != ':')
			continue;
		sen_record_blank(&sen_review_record, &top);
		if (sen_field_set(r->store, sen_field_named(&sen_review_record, names[i]), &top,
				  text + len + 1, &found) < 0) {
			found.code = SEN_INVALID;
			wrapped(r, &found, number);
			/* Said once: the blocks are not to blame. */
			r->on = sen_store_context(r->store)->today;
		}
		r->top = number;
		r->on = top.held_on == SEN_NO_DATE ? r->on : top.held_on;
		r->led_by = top.led_by ? top.led_by : r->led_by;
		return true;
	}
	return false;
}

static void read_blocks(struct reading *r, const char *text)
{
	const char *line = text, *start = NULL;
	int64_t pupil = 0;
	int number = 1, begun = 0;

	for (;;) {
		const char *end = strchr(line, '\n');
		bool over = *line == '\0';

		if (start && (over || is_heading(line))) {
			block(r, pupil, begun, start, (size_t)(line - start));
			start = NULL;
		}
		if (over)
			return;
		if (is_heading(line)) {
			if (heading(r, line, end ? (size_t)(end - line) : strlen(line), number, &pupil)) {
				start = end ? end + 1 : line + strlen(line);
				begun = number;
			}
		} else if (!start && top_line(r, line, number)) {
			;
		} else if (!start && *line != '#' && line[strspn(line, " \t\r")] != '\n' && !r->faults) {
			fault_at(r, number, "it stands before the first child ('== P12 NAME')");
		}
		line = end ? end + 1 : line + strlen(line);
		number++;
	}
}

int sen_round_read(struct sen_store *store, const struct sen_round *round, const char *text,
		   struct sen_round_entry **out, size_t *count, struct sen_err *err)
{
	struct reading r = {
		.store = store, .round = round, .told = {.arena = sen_store_arena(store)}, .err = err};
	bool any = false;

	r.on = round->on;
	r.led_by = round->led_by;
	read_blocks(&r, text);
	if (r.top && r.count == 0 && !r.faults)
		fault_at(&r, r.top, "it stands before the first child ('== P12 NAME')");
	for (size_t i = 0; i < r.count; i++)
		any = any || !r.entries[i].blank;
	if (r.faults) {
		if (r.faults > 1)
			sen_hint(err, "%s%s%s", err->hint, err->hint[0] ? "\n" : "", r.told.text);
		return err->code;
	}
	if (!any)
		return sen_fail(err, SEN_FAIL, "the form is empty");
	*out = r.entries;
	*count = r.count;
	return 0;
}

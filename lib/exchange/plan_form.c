/* The form of plans: written compactly, the help on top once; read back as blocks
 * whose fields sen_form_read takes.  Text between <<< and >>> is never a heading. */
#include "exchange/form.h"

#include <sen/plan.h>
#include <sen/text.h>

#include <string.h>

#define PLAN_MARK "=="
#define TARGET_MARK "--"

static const char *const plan_names[] = {
	"kind",	       "made_on",	 "review_on",	    "made_by",
	"adults",      "strategies",	 "provision",	    "home",
	"impact",      "parent_voice",	 "parent_voice_on", "parent_voice_how",
	"pupil_voice", "pupil_voice_on", "pupil_voice_how", "note"};
static const char *const target_names[] = {"horizon", "target", "baseline",   "success", "measure",
					   "due_on",  "who",	"strategies", "home",	 "ehc_outcome"};

static bool skips(enum sen_plan_form form, const char *name)
{
	return form != SEN_PLAN_FORM_NEW && (strcmp(name, "kind") == 0 || strcmp(name, "made_on") == 0);
}

/* ---- Writing ---- */

static void help(struct sen_buf *buf, const struct sen_record *kind, const char *name)
{
	const struct sen_field *field = sen_field_named(kind, name);
	struct sen_buf codes = {.arena = buf->arena};

	for (const struct sen_code_row *row = field->codes; row && row->code; row++)
		sen_buf_addf(&codes, "%s%s", codes.len ? ", " : ": ", row->code);
	sen_buf_addf(buf, "#   %s: %s%s\n", name, field->help,
		     codes.text && !strchr(field->help, ':') ? codes.text : "");
}

void sen_plan_form_head(struct sen_buf *buf, enum sen_plan_form form, const char *title, const char *kinds)
{
	sen_buf_addf(buf,
		     "# %s\n"
		     "# Fill in after the colon. Lines that begin with # are help and are not kept.\n"
		     "# Text of several lines goes between <<< and >>>, or indented below its field.\n"
		     "# An empty field is left unknown; a field whose line you take out stays as it was.\n",
		     title);
	sen_buf_add(buf, "# The plan ('== ...'):\n");
	for (size_t i = 0; i < SEN_COUNT(plan_names); i++) {
		if (skips(form, plan_names[i]))
			continue;
		help(buf, &sen_plan_record, plan_names[i]);
		if (kinds && strcmp(plan_names[i], "kind") == 0)
			sen_buf_addf(buf, "#     %s\n", kinds);
	}
	sen_buf_add(buf, "# Its targets ('-- T7'; one more: '-- new'):\n");
	if (form == SEN_PLAN_FORM_RENEW)
		sen_buf_add(buf,
			    "#   next: keep, change or drop (new words are a change; a target that was met\n"
			    "#     is left out unless you say keep). A child whose targets have no answer\n"
			    "#     stays as it is.\n");
	for (size_t i = 0; i < SEN_COUNT(target_names); i++)
		help(buf, &sen_target_record, target_names[i]);
	if (form == SEN_PLAN_FORM_EDIT)
		sen_buf_add(buf, "# To take a target out of the plan, write '-- T7 drop'.\n");
	if (form != SEN_PLAN_FORM_NEW)
		sen_buf_add(buf, "# 'seen' says what this form was made from: leave it as it is.\n");
}

void sen_plan_form_plan(struct sen_buf *buf, enum sen_plan_form form, const char *heading,
			const struct sen_plan *plan, const char *seen)
{
	sen_buf_addf(buf, "\n" PLAN_MARK " %s\n", heading);
	if (seen)
		sen_buf_addf(buf, "seen: %s\n", seen);
	for (size_t i = 0; i < SEN_COUNT(plan_names); i++)
		if (!skips(form, plan_names[i]))
			form_add_value(buf, sen_field_named(&sen_plan_record, plan_names[i]), plan);
}

void sen_plan_form_target(struct sen_buf *buf, enum sen_plan_form form, const struct sen_target *target,
			  const char *note, const char *next)
{
	if (target->head.id)
		sen_buf_addf(buf, "\n" TARGET_MARK " T%lld\n", (long long)target->head.id);
	else
		sen_buf_add(buf, "\n" TARGET_MARK " new\n");
	if (note)
		sen_buf_addf(buf, "# %s\n", note);
	if (form == SEN_PLAN_FORM_RENEW && target->head.id)
		sen_buf_addf(buf, next ? "next: %s\n" : "next:%s\n", next ? next : "");
	for (size_t i = 0; i < SEN_COUNT(target_names); i++)
		form_add_value(buf, sen_field_named(&sen_target_record, target_names[i]), target);
}

/* ---- Reading ---- */

struct splitter {
	struct sen_arena *arena;
	struct sen_plan_part *parts;
	size_t count, cap;
	struct sen_buf body; /* of the part in hand */
	bool marked;	     /* between <<< and >>> */
	int opened;
};

static struct sen_plan_part *part(struct splitter *s)
{
	return s->count ? &s->parts[s->count - 1] : NULL;
}

static void finish(struct splitter *s)
{
	if (part(s))
		part(s)->body = s->body.text ? s->body.text : "";
	s->body = (struct sen_buf){.arena = s->arena};
}

/* "== PL4 Learning Plan ..." or "-- T7 drop". */
static int heading(struct splitter *s, char *line, int number, struct sen_err *err)
{
	bool plan = strncmp(line, PLAN_MARK, 2) == 0;
	char *word = line + strspn(line, "=-"), *end;
	struct sen_plan_part *now;

	word += strspn(word, " \t");
	end = word + strcspn(word, " \t");
	if (!*word)
		return sen_fail(err, SEN_INVALID, "line %d of the form: a heading reads '%s'", number,
				plan ? "== PL4" : "-- T7' or '-- new");
	if (!plan && s->count == 0)
		return sen_fail(err, SEN_INVALID,
				"line %d of the form: a target stands before the first plan ('== PL4')",
				number);
	finish(s);
	now = SEN_PUSH(s->arena, s->parts, s->count, s->cap);
	*now = (struct sen_plan_part){.is_plan = plan, .line = number};
	now->word = sen_strndup(s->arena, word, (size_t)(end - word));
	end += strspn(end, " \t");
	if (*end)
		now->more = sen_strndup(s->arena, end, strcspn(end, " \t"));
	for (int i = 0; i < number; i++)
		sen_buf_add(&s->body, "\n");
	return 0;
}

/* A key of the form's own, taken out of the body. */
static bool own_key(struct splitter *s, const char *line, int number)
{
	static const char seen[] = "seen:", next[] = "next:";
	struct sen_plan_part *now = part(s);
	bool is_seen = now && now->is_plan && strncmp(line, seen, 5) == 0;
	bool is_next = now && !now->is_plan && strncmp(line, next, 5) == 0;
	const char *value = line + 5;

	if (!is_seen && !is_next)
		return false;
	value += strspn(value, " \t");
	value = sen_strndup(s->arena, value, strcspn(value, "\r"));
	if (is_seen)
		now->seen = value;
	else
		now->next = value;
	if (is_next)
		now->next_line = number;
	return true;
}

static void watch_marks(struct splitter *s, const char *line, int number)
{
	const char *text = line + strspn(line, " \t");
	const char *colon = strchr(line, ':');

	if (s->marked) {
		s->marked = strncmp(text, FORM_CLOSE, 3) != 0 || text[3 + strspn(text + 3, " \t\r")] != '\0';
		return;
	}
	if (*line == '#' || !colon)
		return;
	colon += 1 + strspn(colon + 1, " \t");
	s->marked = strncmp(colon, FORM_OPEN, 3) == 0;
	s->opened = number;
}

static int one_line(struct splitter *s, char *line, int number, struct sen_err *err)
{
	bool help_line = *line == '#', blank = !line[strspn(line, " \t\r")];

	if (!s->marked && (strncmp(line, PLAN_MARK, 2) == 0 || strncmp(line, TARGET_MARK, 2) == 0))
		return heading(s, line, number, err);
	if (!s->marked && own_key(s, line, number)) {
		sen_buf_add(&s->body, "\n");
		return 0;
	}
	if (!part(s)) {
		if (help_line || blank)
			return 0;
		sen_fail(err, SEN_INVALID, "line %d of the form stands before the first plan ('== PL4')",
			 number);
		return err->code;
	}
	watch_marks(s, line, number);
	sen_buf_addf(&s->body, "%s\n", line);
	return 0;
}

int sen_plan_form_split(struct sen_arena *arena, const char *text, struct sen_plan_part **out, size_t *count,
			struct sen_err *err)
{
	struct splitter s = {.arena = arena, .body = {.arena = arena}};
	char *line = sen_strdup(arena, text);
	int rc = 0;

	if (strncmp(line, "\xef\xbb\xbf", 3) == 0)
		line += 3;
	for (int number = 1; line && rc == 0; number++) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		if (*line && line[strlen(line) - 1] == '\r')
			line[strlen(line) - 1] = '\0';
		rc = one_line(&s, line, number, err);
		line = end ? end + 1 : NULL;
	}
	finish(&s);
	if (rc == 0 && s.marked)
		rc = sen_fail(err, SEN_INVALID, "line %d of the form: the text that begins there has no >>>",
			      s.opened);
	if (rc == 0 && s.count == 0)
		rc = sen_fail(err, SEN_FAIL, "the form is empty");
	*out = s.parts;
	*count = s.count;
	return rc;
}

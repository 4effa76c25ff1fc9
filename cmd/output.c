/* What leaves the program: answers in the style asked for, messages, errors. */
#include "frame.h"
#include <ctype.h>
#include <errno.h>
#include <sen/school.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int terminal_width(int fd)
{
	struct winsize size;
	const char *columns = getenv("COLUMNS");
	int64_t n;
	if (columns && sen_int_parse(columns, &n) && n >= 20 && n <= 1000)
		return (int)n;
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
		return size.ws_col;
	return 80;
}

static bool colour_wanted(const struct app *app)
{
	const char *said = app->frame->globals.color;
	const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
	if (said && strcmp(said, "auto") != 0)
		return strcmp(said, "always") == 0;
	return app->style.terminal && !(none && none[0]) && !(term && strcmp(term, "dumb") == 0);
}

void style_fill(struct app *app)
{
	const struct globals *g = &app->frame->globals;
	struct sen_style *style = &app->style;
	style->fields = g->fields;
	style->sort = g->sort;
	style->limit = g->limit;
	style->table = g->table;
	style->raw = g->raw;
	style->bom = g->bom;
	style->terminal = !app->output && isatty(STDOUT_FILENO);
	style->width = style->terminal ? terminal_width(STDOUT_FILENO) : 0;
	style->colour = colour_wanted(app);
	style->today = app->context.today;
	style->as_at = app->context.as_at;
}

bool write_all(int fd, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, text, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		text += n;
		len -= (size_t)n;
	}
	return true;
}

/* Where the command begins that a message ends with, or NULL: after a colon or a full stop,
 * or in quotation marks if there is room for it on a line. */
static const char *command_in(const char *text, size_t room)
{
	static const char *const starts[] = {": sendctl ", ". sendctl ", " 'sendctl "};
	const char *found = NULL;

	for (size_t i = 0; i < SEN_COUNT(starts); i++)
		for (const char *at = text; (at = strstr(at, starts[i])) != NULL; at++) {
			const char *command = at + (i < 2 ? 2 : 1);

			if ((i < 2 || sen_columns(command) <= room) && (!found || command > found))
				found = command;
		}
	return found;
}

const char *message_fit(struct app *app, const char *text)
{
	size_t width = app->tty_err ? (size_t)terminal_width(STDERR_FILENO) : 0;
	size_t in = strspn(text, " ") + 4, last, own;
	const char *command = width > in ? command_in(text, width - in) : NULL, *head, *line;

	if (!command)
		return sen_wrapped(app->arena, text, width, in);
	head = sen_wrapped(app->arena, sen_strndup(app->arena, text, (size_t)(command - 1 - text)), width,
			   in);
	line = strrchr(head, '\n');
	last = sen_columns(line ? line + 1 : head);
	own = sen_columns(command);
	return sen_format(app->arena, "%s%s%*s%s", head, last + 1 + own <= width ? "" : "\n",
			  last + 1 + own <= width ? 1 : (int)in, "", command);
}

static void message_print(struct app *app, const char *text)
{
	fprintf(stderr, "%s\n", message_fit(app, text));
}

void say_line(struct app *app, const char *line)
{
	if (!app->quiet)
		message_print(app, sen_text_visible(app->arena, line, false));
}

void error_print(struct app *app, const struct sen_err *err, bool nothing)
{
	if (err->msg[0])
		message_print(app, sen_format(app->arena, "sendctl: %s",
					      sen_text_visible(app->arena, err->msg, true)));
	if (err->hint[0]) {
		char *hint = sen_strdup(app->arena, sen_text_visible(app->arena, err->hint, true));
		if (strncmp(hint, "sendctl ", 8) != 0) /* a sentence, but for a command to type */
			hint[0] = (char)toupper((unsigned char)hint[0]);
		message_print(app, hint);
	}
	if (nothing)
		fputs("Nothing was changed.\n", stderr);
}

/* Who the page is of: it may lie on a desk.  Not of all schools at once. */
static void school_name(struct app *app)
{
	struct sen_school school;
	struct sen_err ignored = {0};
	int64_t id = sen_store_school_id(app->store);

	if (id > 0 && sen_record_get(app->store, &sen_school_record, id, &school, &ignored) == 0)
		app->style.school_name = school.name;
}

int app_answer_table(struct app *app, struct sen_table *table, struct sen_err *err)
{
	if (app->store && !app->style.school && sen_store_school_id(app->store) > 0) {
		const char *dfe = sen_store_school_dfe(app->store);
		app->style.school = dfe && dfe[0] ? dfe : NULL;
	}
	if (app->store && app->style.format == SEN_FORMAT_HTML && !app->style.school_name)
		school_name(app);
	app->style.store = app->store;
	app->style.about = app->frame->about;
	app->style.about_count = app->frame->about_count;
	return sen_answer(app->arena, table, &app->style, app->out, err);
}

int app_answer(struct app *app, const struct sen_query *query, const struct sen_value *values, size_t count,
	       struct sen_err *err)
{
	struct sen_table *table;
	int rc = sen_table_query(app->store, query, values, count, &table, err);
	return rc < 0 ? rc : app_answer_table(app, table, err);
}

/* ---- One table of several runs of a query ---- */

struct chain {
	struct app *app;
	const struct sen_query *query;
	struct sen_value *values; /* the last one is the parameter that changes */
	size_t value_count;
	const int64_t *ids;
	size_t count, at;
	struct sen_table *now;
};

static void chain_drop(struct chain *chain)
{
	if (chain->now && chain->now->close)
		chain->now->close(chain->now);
	chain->now = NULL;
}

static int chain_open(struct chain *chain, struct sen_err *err)
{
	chain->values[chain->value_count - 1].number = chain->ids[chain->at++];
	return sen_table_query(chain->app->store, chain->query, chain->values, chain->value_count,
			       &chain->now, err);
}

static int chain_next(struct sen_table *table, struct sen_err *err)
{
	struct chain *chain = table->source;
	for (;;) {
		int rc = chain->now->next(chain->now, err);
		if (rc == 1)
			memcpy(table->cells, chain->now->cells, table->count * sizeof *table->cells);
		if (rc != 0)
			return rc;
		if (chain->at == chain->count)
			return 0;
		chain_drop(chain);
		rc = chain_open(chain, err);
		if (rc < 0)
			return rc;
	}
}

static struct sen_table *chain_part(struct sen_table *table, size_t i, struct sen_err *err)
{
	struct chain *chain = table->source;
	return chain->now->part(chain->now, i, err);
}

static void chain_close(struct sen_table *table)
{
	chain_drop(table->source);
}

int app_answer_each(struct app *app, const struct sen_query *query, const struct sen_value *values,
		    size_t value_count, const char *param, const int64_t *ids, size_t count,
		    struct sen_err *err)
{
	static const int64_t nobody[] = {0};
	struct chain *chain = SEN_NEW(app->arena, struct chain, 1);
	if (count == 0)
		ids = nobody, count = 1;
	*chain = (struct chain){
		.app = app, .query = query, .ids = ids, .count = count, .value_count = value_count + 1};
	chain->values = SEN_NEW(app->arena, struct sen_value, value_count + 1);
	if (value_count)
		memcpy(chain->values, values, value_count * sizeof *values);
	chain->values[value_count].name = param;
	int rc = chain_open(chain, err);
	if (rc < 0)
		return rc;
	struct sen_table *table = SEN_NEW(app->arena, struct sen_table, 1);
	*table = *chain->now;
	table->cells = SEN_NEW(app->arena, struct sen_cell, table->count);
	table->next = chain_next;
	table->part = chain->now->part ? chain_part : NULL;
	table->close = chain_close;
	table->source = chain;
	return app_answer_table(app, table, err);
}

/* The fields of the record as they are kept; `show` may have other keys, so it is an
 * answer of its own: "concern-written". */
const struct sen_query *written_query(struct sen_arena *arena, const struct sen_record *kind)
{
	struct sen_query *query = SEN_NEW(arena, struct sen_query, 1);

	*query = *sen_record_query_of(arena, kind, true);
	query->name = sen_format(arena, "%s-written", kind->noun);
	return query;
}

int written_print(struct app *app, struct sen_err *err)
{
	const struct frame *f = app->frame;
	const struct sen_record *kind = f->written_count ? f->written[0].kind : NULL;
	const struct sen_query *query;
	int64_t *ids = SEN_NEW(app->arena, int64_t, f->written_count + 1);
	size_t count = 0;
	if (!kind)
		return 0;
	/* One answer is one main table: of the kind written first. */
	for (size_t i = 0; i < f->written_count; i++)
		if (f->written[i].kind == kind)
			ids[count++] = f->written[i].id;
	query = written_query(app->arena, kind);
	return app_answer_each(app, query, NULL, 0, ":id", ids, count, err);
}

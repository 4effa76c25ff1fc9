/* What the files of the frame share and commands do not see: what was typed,
 * the options of a command as one list, the small parts of parse, help, man. */
#ifndef FRAME_H
#define FRAME_H

#include "cmd.h"
#include <sen/text.h>

/* The global options (cli.md 1); the rows are in cmd/options.c. */
struct globals {
	const char *db, *school, *as, *format, *fields, *sort, *table, *output, *anyway, *request_id, *names,
		*color, *form_file;
	sen_date today, as_at;
	int64_t limit, if_rev;
	bool json, dry_run, form, raw, bom, quiet, yes, schema, help, version, verbose;
};
extern const struct opt global_opts[];
extern const size_t global_opt_count;

/* One option or positional, whether a row of its own or a field of the
 * command's record: what parse, help, man and completion read. */
struct opt_view {
	enum opt_kind kind;
	const char *name;
	char letter;
	unsigned flags;
	const char *value, *choices, *help;
	const struct sen_code_row *codes;
	const struct opt *opt;	       /* a row (of the command, or global), or */
	const struct sen_field *field; /* a field of cmd->record, the index-th */
	size_t index;
	bool global;
};
enum { OPT_LIST_MAX = 128 };
struct opt_list {
	struct opt_view items[OPT_LIST_MAX];
	size_t count;
	char names[4096]; /* names made from field names */
	size_t used;
};
/* Fields given by place, then positional rows, then options; no globals. */
void opts_of(const struct cmd *cmd, struct opt_list *out);
struct opt_view opt_global(size_t i);
/* Do the fields of its record count among its options (add, edit)? */
bool cmd_has_fields(const struct cmd *cmd);
bool opt_positional(const struct opt_view *view);
/* An option by its name ("due", `len` bytes) or letter, of the list or global;
 * with `list` NULL of the global ones only. */
bool opt_find(const struct opt_list *list, const char *name, size_t len, struct opt_view *out);
bool opt_find_letter(const struct opt_list *list, char letter, struct opt_view *out);
/* Is this global option of use to the command (cli.md 1)? */
bool opt_global_fits(const struct opt *opt, const struct cmd *cmd);
/* Letters of an id's noun for help: "CONCERN". In the arena. */
char *opt_upper(struct sen_arena *arena, const char *word);

struct typed {
	struct opt_view view;
	const char *text; /* NULL: a flag */
};
struct late_date { /* "end of term": read again when the school's terms are known */
	sen_date *target;
	bool future;
	const char *text;
};
struct written {
	const struct sen_record *kind;
	int64_t id;
};

struct frame {
	struct globals globals;
	const struct noun *noun;
	struct opt_list options; /* of app->cmd */
	struct typed *typed;
	size_t typed_count, typed_cap;
	const char **words;
	size_t word_count, word_cap;
	const char **field_texts; /* by field index; NULL: not typed */
	struct late_date *late;
	size_t late_count, late_cap;
	struct written *written;
	size_t written_count, written_cap;
	int64_t *about; /* children by whom or whose record was asked for */
	size_t about_count, about_cap;
	bool stdin_used;
	char *form_path; /* the form we made, kept until the commit */
	const char *form_before;
	int64_t form_rev; /* an edit's rev when the form was opened, or SEN_NO_INT */
	void *args;
};

/* ---- tokens.c ---- */
struct parser {
	struct app *app;
	struct frame *f;
	int argc, at;
	char **argv;
	bool lenient; /* --help was given: find the command, mind nothing else */
	struct sen_err *err;
};
/* argv into typed options and words, the noun and the command. */
int tokens_read(struct parser *p) SEN_MUST_CHECK;
bool opt_is_form(const struct opt_view *view);

/* ---- app.c ---- */
/* Several schools and none chosen: that of this child, if there is one child of that name. */
void app_school_of(struct app *app, const char *pupil);

/* ---- values.c ---- */
/* Text into the place the view names; dates need app->context.today. */
int value_set(struct app *app, const struct opt_view *view, const char *text, void *base, struct sen_err *err)
	SEN_MUST_CHECK;
/* A typed value of a record's field, checked as far as it can be without a file. */
int value_field(struct app *app, const struct opt_view *view, const char *text, struct sen_err *err)
	SEN_MUST_CHECK;
/* With the store open: the typed fields into app->record, late dates again. */
int values_apply(struct app *app, struct sen_err *err) SEN_MUST_CHECK;
void values_blank(const struct opt *opts, size_t count, void *base);

/* ---- guess.c ---- */
/* "unknown KIND 'WORD'" with the nearest of `words` as the hint, or `otherwise`. */
int guess_fail(struct sen_err *err, const char *kind, const char *word, const char *const *words,
	       size_t count, const char *otherwise);

/* ---- config.c ---- */
/* Flags, environment, files into app (db_path, school, style ...). */
int config_apply(struct app *app, const struct cmd *cmd, struct sen_err *err) SEN_MUST_CHECK;
/* SENDCTL_TODAY, or SEN_NO_DATE. */
int config_today(struct app *app, sen_date *out, struct sen_err *err) SEN_MUST_CHECK;
/* Where the records are when nothing says so; NULL without a home. */
const char *config_default_db(struct sen_arena *arena);

/* ---- output.c ---- */
void style_fill(struct app *app);
/* All of it to the descriptor; no allocation. false: it could not be written. */
bool write_all(int fd, const char *text, size_t len);
/* "sendctl: message", hints; `nothing`: add "Nothing was changed." */
void error_print(struct app *app, const struct sen_err *err, bool nothing);
void say_line(struct app *app, const char *line);
/* A line of a message as it goes on the terminal: broken between words, further lines four
 * in from the first. A command to type at its end stays in one piece, so that it can be
 * copied. Where there is no terminal: as it is. */
const char *message_fit(struct app *app, const char *text);
/* Prints the rows written, into app->out. */
int written_print(struct app *app, struct sen_err *err) SEN_MUST_CHECK;
/* What it prints of a kind: "concern-written", for --schema. */
const struct sen_query *written_query(struct sen_arena *arena, const struct sen_record *kind);
/* One table made of a query run for each value of `param` in turn. */
int app_answer_each(struct app *app, const struct sen_query *query, const struct sen_value *values,
		    size_t value_count, const char *param, const int64_t *ids, size_t count,
		    struct sen_err *err) SEN_MUST_CHECK;

/* ---- signals.c ---- */
/* `keep_pipe`: a lost reader is an error to be told, not the end. */
void signals_catch(bool keep_pipe);
/* Which store to interrupt; NULL: none. */
void signals_watch(struct sen_store *store);
int signals_caught(void); /* its number, or 0 */
void signals_die(void) __attribute__((noreturn));

/* ---- stream.c ---- */
struct answer {
	char *text; /* a memory stream's */
	size_t len;
	struct sen_file_out *file; /* -o */
	FILE *stream;
};

int answer_memory(struct app *app, struct answer *answer, struct sen_err *err) SEN_MUST_CHECK;
int answer_close(struct answer *answer, struct sen_err *err) SEN_MUST_CHECK;
int answer_file(struct app *app, struct answer *answer, struct sen_err *err) SEN_MUST_CHECK;
int answer_print(struct answer *answer, struct sen_err *err) SEN_MUST_CHECK;
void answer_free(struct answer *answer);
const char *said_ready(struct app *app);
void said_print(const char *said);

/* ---- made.c ---- */
/* After a failure: what was put in place is gone again; after the commit it stays. */
void made_undo(void);
void made_keep(void);

/* ---- prompt.c ---- */
/* Is a form wanted (--form, or no text was given on a terminal)? */
bool texts_spared(const struct app *app);
bool form_wanted(const struct app *app, const struct cmd *cmd);
/* Fills app->record from a form; before BEGIN. */
int form_fill(struct app *app, const struct cmd *cmd, const void *args, struct sen_err *err) SEN_MUST_CHECK;
/* After the commit: the form is of no more use.  After a fault: says where it is. */
void form_done(struct app *app);
void form_taken(struct app *app);
void form_keep(struct app *app, struct sen_err *err);

/* ---- form_again.c ---- */
/* The command line, as the shell reads it, that hands in the form at `path`. */
const char *form_again(const struct app *app, const char *path);

/* ---- complete_law.c ---- */
typedef void complete_fn(void *arg, const char *word, const char *help);
/* The words of the law that stand for `option` of the command; none for any other. */
void complete_law(struct sen_arena *arena, const struct cmd *cmd, const char *option, complete_fn *each,
		  void *arg);

/* ---- generic.c ---- */
/* The generic row of a noun with a record, or NULL. */
const struct cmd *generic_find(const struct noun *noun, const char *verb);
extern const char *const generic_verbs[];
extern const size_t generic_verb_count;
const char *generic_id_text(struct app *app, const struct sen_record *kind, int64_t id);
/* " for Zoe O'Brien (3B)", or "" */
const char *generic_for_child(struct app *app, const struct sen_record *kind, const void *record);
void generic_say_dates(struct app *app, const struct sen_record *kind, const void *record);
int generic_edit_fact(struct app *app, const void *args, struct sen_err *err) SEN_MUST_CHECK;
/* The record an edit is about, by its first positional; loads it and sets its rev. */
int generic_edit_load(struct app *app, const void *args, void *record, struct sen_err *err) SEN_MUST_CHECK;

/* ---- nouns.c ---- */
void cmd_each_of(const struct noun *noun,
		 void (*fn)(const struct noun *noun, const struct cmd *cmd, void *arg), void *arg);

/* ---- help.c, man.c, complete.c ---- */
void help_usage(const struct cmd *cmd, struct sen_buf *out);
/* "DATE", "a|b|c" or NULL for a flag. */
const char *help_value(struct sen_arena *arena, const struct opt_view *view);
/* Codes of a field as "A, B, C", or NULL. */
const char *help_codes(struct sen_arena *arena, const struct opt_view *view);
/* "  name        help", wrapped. */
void help_row(FILE *out, const char *name, const char *help, int column);
/* "-o, --output FILE" */
const char *help_option(struct sen_arena *arena, const struct opt_view *view);
enum { HELP_COLUMN = 28 };
struct exit_row {
	int status;
	const char *meaning;
};
extern const struct exit_row exit_rows[];
extern const size_t exit_row_count;
int man_main(int argc, char **argv);
int complete_main(int argc, char **argv);

#endif

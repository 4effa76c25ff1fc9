/* One declaration a command (design.md 2.1). A const row gives parsing, help,
 * the man page's option lists and completion, and says what the dispatcher
 * must do. cmd/README.md: add a command. */
#ifndef CMD_H
#define CMD_H

#include <sen/answer.h>
#include <sen/store.h>

struct app;

enum opt_kind {
	OPT_FLAG,  /* bool */
	OPT_TEXT,  /* const char *; @FILE and - are read */
	OPT_WORD,  /* const char *, never @FILE: a code, a name, a selector */
	OPT_FILE,  /* const char *, a path as typed */
	OPT_DATE,  /* sen_date */
	OPT_INT,   /* int64_t */
	OPT_TEXTS, /* struct texts, may be repeated */
	OPT_WORDS  /* struct texts, may be repeated, never @FILE */
};

struct texts {
	const char **items;
	size_t count, cap;
};

enum opt_flag {
	OPT_REQUIRED = 1 << 0,
	OPT_POSITIONAL = 1 << 1, /* by place, in the order of the rows */
	OPT_REST = 1 << 2,	 /* positional: takes all that is left (OPT_WORDS) */
	OPT_FUTURE = 1 << 3	 /* a weekday means the next one */
};

struct opt {
	enum opt_kind kind;
	const char *name; /* "due" for --due; a positional's name in help: "PUPIL" */
	char letter;	  /* 0: none */
	uint16_t offset;  /* into the args struct */
	unsigned flags;
	const char *value;   /* "DATE" */
	const char *choices; /* "staff|parent|pupil", checked; or NULL */
	const char *help;
};

/* Rows whose kind disagrees with the field do not compile. */
#define OPT_AT(s, m, type) (uint16_t)(offsetof(s, m) + 0 * sizeof(_Generic(((s *)0)->m, type : 1)))
#define OPT_ROW_FLAG(s, m, n, l, h)                                  \
	{                                                            \
		OPT_FLAG, n, l, OPT_AT(s, m, bool), 0, NULL, NULL, h \
	}
#define OPT_ROW_TEXT(s, m, n, f, v, h)                                    \
	{                                                                 \
		OPT_TEXT, n, 0, OPT_AT(s, m, const char *), f, v, NULL, h \
	}
#define OPT_ROW_WORD(s, m, n, f, v, h)                                    \
	{                                                                 \
		OPT_WORD, n, 0, OPT_AT(s, m, const char *), f, v, NULL, h \
	}
#define OPT_ROW_CHOICE(s, m, n, f, c, h)                                  \
	{                                                                 \
		OPT_WORD, n, 0, OPT_AT(s, m, const char *), f, NULL, c, h \
	}
#define OPT_ROW_FILE(s, m, n, l, f, h)                                         \
	{                                                                      \
		OPT_FILE, n, l, OPT_AT(s, m, const char *), f, "FILE", NULL, h \
	}
#define OPT_ROW_DATE(s, m, n, f, h)                                        \
	{                                                                  \
		OPT_DATE, n, 0, OPT_AT(s, m, sen_date), f, "DATE", NULL, h \
	}
#define OPT_ROW_INT(s, m, n, f, v, h)                               \
	{                                                           \
		OPT_INT, n, 0, OPT_AT(s, m, int64_t), f, v, NULL, h \
	}
#define OPT_ROW_TEXTS(s, m, n, f, v, h)                                    \
	{                                                                  \
		OPT_TEXTS, n, 0, OPT_AT(s, m, struct texts), f, v, NULL, h \
	}
#define OPT_ROW_WORDS(s, m, n, f, v, h)                                    \
	{                                                                  \
		OPT_WORDS, n, 0, OPT_AT(s, m, struct texts), f, v, NULL, h \
	}

enum cmd_flag {
	CMD_READS = 1 << 0,	  /* opens the file to read, in one snapshot */
	CMD_WRITES = 1 << 1,	  /* one transaction; brings --dry-run, --if-rev, --request-id, --anyway */
	CMD_CREATES = 1 << 2,	  /* prints the new id on stdout */
	CMD_TABLE = 1 << 3,	  /* answers with a table: --format and its kin */
	CMD_OWN = 1 << 4,	  /* opens and commits by itself (init, restore, db import) */
	CMD_NO_FILE = 1 << 5,	  /* needs no records file */
	CMD_AS_AT = 1 << 6,	  /* --as-at makes sense */
	CMD_FORM = 1 << 7,	  /* --form: from the field table of `record` */
	CMD_MANY = 1 << 8,	  /* first positional is PUPILS*: selectors allowed */
	CMD_ALL_SCHOOLS = 1 << 9, /* may run over all schools of the file */
	CMD_HIDDEN = 1 << 10,	  /* not in help: __complete, __man */
	CMD_ROUND = 1 << 12,	  /* --form is of the command's own making, with app_form (review round);
				   * with CMD_FORM too, the fields are options */
	CMD_NO_UNDO = 1 << 11	  /* a write that `sendctl undo` cannot take back: no line about it */
};

struct cmd {
	const char *noun, *verb; /* verb "" for `sendctl today` */
	const char *summary;	 /* one line, lower case, no full stop */
	const char *about;	 /* paragraphs for --help and the man page, or NULL */
	unsigned flags;
	const struct opt *opts;
	size_t opt_count;
	size_t args_size;
	/* add and edit take the fields of this record as options and form; the
	 * dispatcher parses them into app->record and app->given when CMD_CREATES or
	 * CMD_FORM is set (else `record` only names the kind).  With CMD_CREATES
	 * required fields are asked for and SEN_F_TODAY dates filled in; without it
	 * (an edit) every field may be left out and none is given by place. Fields
	 * given by place come before the positionals of `opts`. */
	const struct sen_record *record;
	const struct sen_query *answer; /* for --schema and --fields; NULL: none */
	/* The row that runs instead when no option of its own was typed: a verb that
	 * shows when nothing is given to write (pupil profile). Takes the same words. */
	const struct cmd *bare;
	const char *bare_unless; /* then only this option makes it the row that writes */
	const char *spares;	 /* an option that stands in for the texts of the record that must be there */
	bool (*own_output)(const void *args); /* then -o is the command's own affair (a folder) */
	const char *const *examples;	      /* "sendctl concern add ...", NULL-ended; run by a test */
	int (*run)(struct app *app, const void *args, struct sen_err *err);
};

struct noun {
	const char *name, *summary;
	const char *group; /* "everyday", "around them", "the school", "the records" */
	const struct sen_record
		*record; /* gives add list show edit import remove, unless a verb below does */
	const struct cmd *const *verbs;
	size_t count;
};

/* What a running command has in hand. */
struct app {
	struct sen_arena *arena;
	struct sen_store *store; /* NULL with CMD_NO_FILE and CMD_OWN */
	struct sen_context context;
	struct sen_style style;
	bool format_given; /* --format or --json on the command line */
	bool dry_run, quiet, yes, form;
	int verbose;
	const char *db_path, *school, *output, *form_file;
	bool tty_in, tty_err;
	const struct cmd *cmd;
	void *record;	     /* with cmd->record: a struct of that kind, blank but for what was given */
	bool *given;	     /* which fields were given, by index in the field table */
	FILE *out;	     /* writes: a memory stream, printed after COMMIT; reads: stdout or -o */
	struct sen_buf said; /* what was done: to stderr after COMMIT */
	int64_t created;     /* id to print, with cmd->record or created_prefix */
	const char *created_prefix;
	const struct sen_record *created_kind; /* when it is not cmd->record that was created */
	bool attention;			       /* --exit-code: exit 10 */
	bool sweep;	     /* set by a write that erased text: the file is swept after the commit */
	bool unchanged;	     /* set by a write that found nothing to change: nothing to undo */
	struct frame *frame; /* cmd/frame.h: what was typed, rows written */
};

/* The table of all nouns (cmd/nouns.c). */
extern const struct noun *const nouns[];
extern const size_t noun_count;
const struct noun *noun_find(const char *name);
/* The row of a verb, the noun's own or a generic one; NULL if none. */
const struct cmd *cmd_find(const char *noun, const char *verb);
/* Calls fn for every command, generic ones too, in table order. */
void cmd_each(void (*fn)(const struct noun *noun, const struct cmd *cmd, void *arg), void *arg);

/* cmd/parse.c: argv into app and args (zeroed, dates SEN_NO_DATE, ints
 * SEN_NO_INT).  *cmd is NULL for help, version and a bare noun (handled by main). */
int cmd_parse(struct app *app, int argc, char **argv, const struct cmd **cmd, void **args,
	      struct sen_err *err) SEN_MUST_CHECK;
/* cmd/help.c */
void help_overview(FILE *out);
void help_noun(const struct noun *noun, FILE *out);
void help_cmd(const struct cmd *cmd, FILE *out);
/* cmd/run.c: opens, begins, runs, settles, commits, prints. */
int cmd_run(struct app *app, const struct cmd *cmd, void *args, struct sen_err *err) SEN_MUST_CHECK;

/* ---- For command functions ---- */
/* A line of what was done, to stderr after the commit (not with -q). */
void app_say(struct app *app, const char *fmt, ...) SEN_PRINTF(2, 3);
/* Prints the answer of a declared query; closes it. */
int app_answer(struct app *app, const struct sen_query *query, const struct sen_value *values, size_t count,
	       struct sen_err *err) SEN_MUST_CHECK;
int app_answer_table(struct app *app, struct sen_table *table, struct sen_err *err) SEN_MUST_CHECK;
/* Asks on the terminal, before BEGIN or inside a write; without one: SEN_USAGE
 * naming --yes.  0 = yes, SEN_FAIL = no. */
int app_confirm(struct app *app, struct sen_err *err, const char *fmt, ...) SEN_PRINTF(3, 4) SEN_MUST_CHECK;
/* Asks where no is an answer too: 1 yes, 0 no; without a terminal SEN_USAGE with
 * the hint, which names the options that say it. */
int app_ask(struct app *app, const char *hint, struct sen_err *err, const char *fmt, ...) SEN_PRINTF(4, 5)
	SEN_MUST_CHECK;
/* A row this write made or changed: printed with an explicit --format (the row
 * of app->created is known already). */
void app_wrote(struct app *app, const struct sen_record *kind, int64_t id);
/* One child by what the user typed (cli.md 1); for a write, a match by prefix
 * asks on a terminal and every write says full name and class. */
int app_pupil(struct app *app, const char *text, int64_t *id, struct sen_err *err) SEN_MUST_CHECK;
/* Many: @3B, year:6, register, monitored, level:C, need:SLCN, due:RULE, or one. */
/* Several words of that kind, each child once. */
int app_pupils_all(struct app *app, const struct texts *words, int64_t **ids, size_t *count,
		   struct sen_err *err) SEN_MUST_CHECK;
int app_pupils(struct app *app, const char *text, int64_t **ids, size_t *count, struct sen_err *err)
	SEN_MUST_CHECK;
/* A record by id ("C12", "12") or a pupil with exactly one open one. */
int app_record(struct app *app, const struct sen_record *kind, const char *text, int64_t *id,
	       struct sen_err *err) SEN_MUST_CHECK;
/* Prints a declared query, whose :pupil is each of the children in turn; with no
 * word typed, of all (:pupil null). */
int app_answer_pupils(struct app *app, const struct sen_query *query, const struct sen_value *values,
		      size_t count, const struct texts *pupils, struct sen_err *err) SEN_MUST_CHECK;
/* cmd/form.c, inside a write: `before` in the user's editor, or the file of
 * --form; *text is what came back.  It stays on disk until the commit. */
int app_form(struct app *app, const char *before, const char **text, struct sen_err *err) SEN_MUST_CHECK;
/* The same, until `take` reads it without a fault: on a terminal the form is opened
 * again, the fault above it.  `take` writes nothing. */
int app_form_until(struct app *app, const char *before,
		   int (*take)(void *arg, const char *text, struct sen_err *err), void *arg,
		   struct sen_err *err) SEN_MUST_CHECK;
/* Is a form of the command's own wanted: --form, or nothing typed on a terminal? */
bool app_form_wanted(const struct app *app);
/* A file or folder (its path lives as long as the command) that this write has
 * put in place: removed when the command fails after all. At most a few. */
void app_made(const char *path);
/* What generic verbs do, for a row that does a little more (pupil add, concern
 * edit): generic_add inserts app->record and says so; generic_edit needs args
 * that begin with struct one_args, and CMD_FORM. */
struct one_args {
	const char *record, *reason; /* reason: of remove */
};
int generic_add(struct app *app, const void *args, struct sen_err *err) SEN_MUST_CHECK;
/* `import` with a hand in it (sen/exchange.h): reads the file and says how many came. */
struct sen_import;
int generic_import_with(struct app *app, const struct sen_import *how, const char *file, struct sen_err *err)
	SEN_MUST_CHECK;
int generic_edit(struct app *app, const void *args, struct sen_err *err) SEN_MUST_CHECK;
/* SEN_CONFLICT when somebody else changed it while the frame's form was open. */
int generic_edit_fresh(struct app *app, const void *record, struct sen_err *err) SEN_MUST_CHECK;
/* Puts the fields given (fixed and internal ones never) from one record into another;
 * the names of what differed go to `names`. */
void fields_take(const struct sen_record *kind, void *record, const void *from, const bool *given,
		 struct sen_buf *names);
/* Full name and class: "Zoe O'Brien (3B)"; for stderr only. */
const char *app_child(struct app *app, int64_t pupil_id);

#endif

/* Starts, finds the command, runs it, says what went wrong. */
#include "frame.h"
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Children's data must not end in a core file, nor in a file others can read. */
static void harden(void)
{
	struct rlimit none = {0, 0};
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	(void)setrlimit(RLIMIT_CORE, &none);
	umask(077);
	/* A file size limit is an error to be told, not the end. */
	signal(SIGXFSZ, SIG_IGN);
}

static int close_stdout(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fputs("sendctl: the answer could not be printed\n", stderr);
	return status ? status : 1;
}

static int print_help(const struct app *app)
{
	if (app->cmd)
		help_cmd(app->cmd, stdout);
	else if (app->frame->noun)
		help_noun(app->frame->noun, stdout);
	else
		help_overview(stdout);
	return close_stdout(0);
}

static int print_version(void)
{
	puts("sendctl " SENDCTL_VERSION);
	return close_stdout(0);
}

/* `sendctl` alone: what is owed today, once there are records. */
static bool have_records(struct app *app)
{
	struct sen_err err = {0};
	const struct cmd *today = cmd_find("today", "");
	/* A fault in the settings is for `today` to tell. */
	return today && (config_apply(app, today, &err) < 0 || access(app->db_path, F_OK) == 0);
}

static int failed(struct app *app, const struct sen_err *err)
{
	bool wrote = app->cmd && (app->cmd->flags & CMD_WRITES);
	(void)fflush(stdout);
	error_print(app, err, wrote && err->code != SEN_OUTPUT);
	return -err->code;
}

static int perform(struct app *app, int argc, char **argv, struct sen_err *err);

/* The same words with `today` before them. */
static int perform_today(struct app *app, int argc, char **argv, struct sen_err *err)
{
	char **words = SEN_NEW(app->arena, char *, (size_t)argc + 2);
	words[0] = argv[0];
	words[1] = sen_strdup(app->arena, "today");
	for (int i = 1; i < argc; i++)
		words[i + 1] = argv[i];
	*app->frame = (struct frame){0};
	return perform(app, argc + 1, words, err);
}

static int perform(struct app *app, int argc, char **argv, struct sen_err *err)
{
	const struct cmd *cmd;
	void *args;
	int rc = cmd_parse(app, argc, argv, &cmd, &args, err);
	if (rc < 0)
		return failed(app, err);
	if (app->frame->globals.help)
		return print_help(app);
	if (app->frame->globals.version)
		return print_version();
	if (!cmd && app->frame->noun)
		return print_help(app);
	if (!cmd && have_records(app))
		return perform_today(app, argc, argv, err);
	if (!cmd) {
		help_overview(stderr);
		return 2;
	}
	rc = cmd_run(app, cmd, args, err);
	if (rc < 0)
		return failed(app, err);
	return app->attention ? -SEN_ATTENTION : 0;
}

int main(int argc, char **argv)
{
	harden();
	if (argc > 1 && strcmp(argv[1], "__complete") == 0)
		return close_stdout(complete_main(argc - 2, argv + 2));
	if (argc > 1 && strcmp(argv[1], "__man") == 0)
		return close_stdout(man_main(argc - 2, argv + 2));
	struct sen_arena *arena = sen_arena_new();
	struct frame *frame = SEN_NEW(arena, struct frame, 1);
	struct sen_err err = {0};
	struct app app = {.arena = arena,
			  .frame = frame,
			  .tty_in = isatty(STDIN_FILENO),
			  .tty_err = isatty(STDERR_FILENO),
			  .context = {.today = SEN_NO_DATE, .as_at = SEN_NO_DATE, .if_rev = SEN_NO_INT}};
	int status = perform(&app, argc, argv, &err);
	sen_arena_free(arena);
	return status;
}

/* A form in the user's editor.  What was typed is never lost: the form stays
 * on disk until the records file has it. */
#include "frame.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sen/exchange.h>
#include <sen/file.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
enum { FORM_MAX = 1 << 20 };

/* "--safeguarding SYSTEM" is all there is to say: no text is asked for. */
bool texts_spared(const struct app *app)
{
	const struct frame *f = app->frame;
	for (size_t i = 0; app->cmd->spares && i < f->typed_count; i++)
		if (strcmp(f->typed[i].view.name, app->cmd->spares) == 0)
			return true;
	return false;
}

/* Is a text that must be there not typed? */
static bool text_missing(const struct app *app)
{
	const struct sen_record *kind = app->cmd->record;
	for (size_t i = 0; i < kind->count; i++) {
		const struct sen_field *field = &kind->fields[i];
		if ((field->flags & SEN_F_REQUIRED) && !(field->flags & SEN_F_INTERNAL) &&
		    (field->kind == SEN_K_LINE || field->kind == SEN_K_NOTE) && !app->frame->field_texts[i])
			return true;
	}
	return false;
}

static bool anything_typed(const struct app *app)
{
	for (size_t i = 0; i < app->cmd->record->count; i++)
		if (app->given[i])
			return true;
	return app->frame->typed_count > 0;
}

/* Long text belongs in the form, not in the shell's history (cli.md 1). */
bool form_wanted(const struct app *app, const struct cmd *cmd)
{
	if (!(cmd->flags & CMD_FORM) || (cmd->flags & CMD_ROUND) || !cmd->record)
		return false; /* a round opens its form itself */
	if (app->frame->globals.form)
		return true;
	if (!app->tty_in || !app->tty_err || !isatty(STDOUT_FILENO) || app->yes)
		return false;
	if (cmd->flags & CMD_CREATES)
		return text_missing(app) && !texts_spared(app);
	return !anything_typed(app);
}

/* ---- The file ---- */

static int form_make(struct app *app, const char *text, struct sen_err *err)
{
	const char *base = secure_getenv("XDG_RUNTIME_DIR");
	if (!base || base[0] != '/' || access(base, W_OK) < 0)
		base = secure_getenv("TMPDIR");
	if (!base || base[0] != '/')
		base = "/tmp";
	char *dir = sen_format(app->arena, "%s/sendctl-XXXXXX", base);
	if (!mkdtemp(dir))
		return sen_fail(err, SEN_FAIL, "cannot make a folder for the form in '%s': %s", base,
				strerror(errno));
	char *path = sen_format(app->arena, "%s/%s.txt", dir, app->cmd->record->noun);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool written = fd >= 0 && write_all(fd, text, strlen(text)) && fsync(fd) == 0;
	int code = errno;
	if (fd >= 0)
		close(fd);
	if (!written) {
		unlink(path);
		rmdir(dir);
		return sen_fail(err, SEN_FAIL, "cannot write the form '%s': %s", path, strerror(code));
	}
	app->frame->form_path = path;
	return 0;
}

void form_done(struct app *app)
{
	char *path = app->frame->form_path;
	if (!path)
		return;
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	app->frame->form_path = NULL;
}

/* "sendctl-" and six letters, a folder of this user alone: form_make made it. */
static bool made_here(const char *dir)
{
	static const char name[] = "sendctl-";
	const char *base = strrchr(dir, '/');
	struct stat st;
	return base && !strncmp(base + 1, name, strlen(name)) && strlen(base + 1) == strlen(name) + 6 &&
	       lstat(dir, &st) == 0 && S_ISDIR(st.st_mode) && st.st_uid == geteuid() &&
	       (st.st_mode & 0777) == 0700;
}

/* One that was kept after a fault, and has been handed in since. */
void form_taken(struct app *app)
{
	const char *file = app->frame->globals.form_file;
	char dir[PATH_MAX], *slash;
	if (!file || !realpath(file, dir) || !(slash = strrchr(dir, '/')))
		return;
	*slash = '\0';
	if (!made_here(dir))
		return;
	*slash = '/';
	unlink(dir);
	*slash = '\0';
	rmdir(dir);
}

/* Is there anything in the form that was not there before?  Then it is kept. */
static bool form_changed(struct app *app)
{
	struct sen_err ignored = {0};
	char *text;
	size_t len;
	if (sen_file_read(app->arena, app->frame->form_path, FORM_MAX, &text, &len, &ignored) < 0)
		return true;
	return text[strspn(text, " \t\r\n")] && strcmp(text, app->frame->form_before) != 0;
}

void form_keep(struct app *app, struct sen_err *err)
{
	const char *path = app->frame->form_path;
	if (!path)
		return;
	if (access(path, F_OK) < 0 || !form_changed(app)) {
		form_done(app);
		return;
	}
	char hint[sizeof err->hint];
	memcpy(hint, err->hint, sizeof hint);
	sen_hint(err, "%s%sWhat you wrote is kept. Go on with: %s", hint, hint[0] ? "\n" : "",
		 form_again(app, path));
}

/* ---- The editor ---- */

static const char *editor_name(void)
{
	static const char *const names[] = {"SENDCTL_EDITOR", "VISUAL", "EDITOR"};
	for (size_t i = 0; i < SEN_COUNT(names); i++) {
		const char *value = secure_getenv(names[i]);
		if (value && value[0])
			return value;
	}
	return "nano";
}

static int editor_ended(const char *editor, int status, struct sen_err *err)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127) {
		sen_fail(err, SEN_FAIL, "the editor '%s' could not be run", editor);
		sen_hint(err, "Name another one in SENDCTL_EDITOR.");
		return err->code;
	}
	if (WIFSIGNALED(status))
		return sen_fail(err, SEN_FAIL, "the editor '%s' was ended by signal %d", editor,
				WTERMSIG(status));
	return sen_fail(err, SEN_FAIL, "the editor '%s' ended with status %d", editor, WEXITSTATUS(status));
}

/* Ctrl-C in the editor is the editor's. */
static int editor_run(struct app *app, const char *path, struct sen_err *err)
{
	const char *editor = editor_name();
	/* It may hold words of its own: "code --wait". */
	char *script = sen_format(app->arena, "%s \"$@\"", editor);
	char *argv[] = {"sh", "-c", script, (char *)editor, (char *)path, NULL};
	struct sigaction ignore = {.sa_handler = SIG_IGN}, old_int, old_quit;
	posix_spawnattr_t attr;
	sigset_t defaults;
	int status = 0;
	pid_t pid;
	if (posix_spawnattr_init(&attr) != 0)
		return sen_fail(err, SEN_FAIL, "the editor '%s' could not be run", editor);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGINT);
	sigaddset(&defaults, SIGQUIT);
	sigaddset(&defaults, SIGPIPE);
	sigaddset(&defaults, SIGXFSZ);
	posix_spawnattr_setsigdefault(&attr, &defaults);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF);
	sigaction(SIGINT, &ignore, &old_int);
	sigaction(SIGQUIT, &ignore, &old_quit);
	int code = posix_spawn(&pid, "/bin/sh", NULL, &attr, argv, environ);
	while (code == 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &old_int, NULL);
	sigaction(SIGQUIT, &old_quit, NULL);
	posix_spawnattr_destroy(&attr);
	if (code != 0)
		return sen_fail(err, SEN_FAIL, "the editor '%s' could not be run: %s", editor,
				strerror(code));
	return editor_ended(editor, status, err);
}

/* ---- Filling in ---- */

static int form_take(struct app *app, const char *path, const char *before, struct sen_err *err)
{
	const struct sen_record *kind = app->cmd->record;
	char *text;
	size_t len;
	int rc = sen_file_read(app->arena, path, FORM_MAX, &text, &len, err);
	if (rc == 0 && strlen(text) != len)
		rc = sen_fail(err, SEN_INVALID, "the form holds a zero byte; it is no text");
	if (rc < 0)
		return rc;
	rc = sen_form_read(app->store, kind, text, before, app->record, app->given, err);
	return rc < 0 && !before ? sen_wrap(err, "%s", path) : rc;
}

static int form_edit(struct app *app, struct sen_err *err)
{
	for (;;) {
		int rc = editor_run(app, app->frame->form_path, err);
		if (rc < 0)
			return rc;
		rc = form_take(app, app->frame->form_path, app->frame->form_before, err);
		if (rc >= 0 || rc == SEN_FAIL || !app->tty_in || !app->tty_err || app->yes)
			return rc;
		struct sen_err fault = *err;
		error_print(app, err, false);
		if (app_confirm(app, err, "Open the form again?") < 0) {
			*err = fault;
			return rc;
		}
	}
}

static int form_base(struct app *app, const struct cmd *cmd, const void *args, struct sen_err *err)
{
	app->frame->form_rev = SEN_NO_INT;
	if (cmd->flags & CMD_CREATES)
		return values_apply(app, err);
	int rc = generic_edit_load(app, args, app->record, err);
	if (rc < 0)
		return rc;
	app->frame->form_rev = ((struct sen_head *)app->record)->rev;
	return values_apply(app, err);
}

int form_fill(struct app *app, const struct cmd *cmd, const void *args, struct sen_err *err)
{
	const char *file = app->frame->globals.form_file;
	int rc = form_base(app, cmd, args, err);
	if (rc < 0)
		return rc;
	if (file)
		return form_take(app, file, NULL, err);
	app->frame->form_before =
		sen_form_write(app->arena, cmd->record, app->record,
			       sen_format(app->arena, "sendctl %s %s", cmd->noun, cmd->verb));
	rc = form_make(app, app->frame->form_before, err);
	return rc < 0 ? rc : form_edit(app, err);
}

/* ---- A form of a command's own ---- */

static int form_text(struct app *app, const char *path, const char **text, struct sen_err *err)
{
	char *read;
	size_t len;
	int rc = sen_file_read(app->arena, path, FORM_MAX, &read, &len, err);
	if (rc == 0 && strlen(read) != len)
		rc = sen_fail(err, SEN_INVALID, "the form holds a zero byte; it is no text");
	*text = read;
	return rc;
}

/* Nobody else waits while the form is filled in. */
static int form_open(struct app *app, const char **text, struct sen_err *err)
{
	bool paused = sen_store_pause(app->store);
	int rc = editor_run(app, app->frame->form_path, err);
	if (paused) {
		struct sen_err again = {0};
		if (sen_store_begin(app->store, rc < 0 ? &again : err) < 0 && rc == 0)
			rc = err->code;
	}
	if (rc == 0)
		rc = form_text(app, app->frame->form_path, text, err);
	if (rc == 0 && strcmp(*text, app->frame->form_before) == 0)
		rc = sen_fail(err, SEN_FAIL, "the form was not changed");
	return rc;
}

int app_form(struct app *app, const char *before, const char **text, struct sen_err *err)
{
	const char *file = app->frame->globals.form_file;
	if (file)
		return form_text(app, file, text, err);
	if (!app->frame->globals.form && (!app->tty_in || !app->tty_err)) {
		sen_fail(err, SEN_USAGE, "there is no terminal to fill the form in");
		sen_hint(err, "Write it with --form on a terminal, or hand one in with --form=FILE.");
		return err->code;
	}
	app->frame->form_before = before;
	int rc = form_make(app, before, err);
	return rc < 0 ? rc : form_open(app, text, err);
}

int app_form_until(struct app *app, const char *before,
		   int (*take)(void *arg, const char *text, struct sen_err *err), void *arg,
		   struct sen_err *err)
{
	const char *text;
	int rc = app_form(app, before, &text, err);
	if (rc < 0)
		return rc;
	for (;;) {
		rc = take(arg, text, err);
		if (rc >= 0 || !app->frame->form_path || !app->tty_in || !app->tty_err || app->yes)
			return rc;
		struct sen_err fault = *err;
		error_print(app, err, false);
		if (app_confirm(app, err, "Open the form again?") < 0) {
			*err = fault;
			return rc;
		}
		sen_err_clear(err);
		if ((rc = form_open(app, &text, err)) < 0)
			return rc;
	}
}

bool app_form_wanted(const struct app *app)
{
	if (app->frame->globals.form)
		return true;
	return app->tty_in && app->tty_err && isatty(STDOUT_FILENO) && !app->yes && !anything_typed(app);
}

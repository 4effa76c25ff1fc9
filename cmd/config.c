/* Where a setting comes from: the command line, then the environment, then the
 * user's file, then the system's (cli.md 1). */
#include "frame.h"
#include <errno.h>
#include <fcntl.h>
#include <ini.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_DB, KEY_SCHOOL, KEY_AS, KEY_NAMES, KEY_FORMAT, KEY_COUNT };
static const char *const keys[KEY_COUNT] = {"db", "school", "as", "names", "format"};
static const char *const variables[KEY_COUNT] = {"SENDCTL_DB", "SENDCTL_SCHOOL", "SENDCTL_AS",
						 "SENDCTL_NAMES", "SENDCTL_FORMAT"};

struct settings {
	struct sen_arena *arena;
	const char *values[KEY_COUNT];
	const char *from[KEY_COUNT]; /* for errors: "SENDCTL_NAMES", "/etc/sendctl/config" */
};

struct reading {
	struct settings *settings;
	const char *path;
	const char *bad; /* the key or section that is none of ours */
	bool section;
};

/* The first file to say a thing wins: they are read user's first. */
static int take(void *user, const char *section, const char *name, const char *value)
{
	struct reading *r = user;
	if (r->bad)
		return 0;
	for (size_t i = 0; i < KEY_COUNT && !section[0]; i++) {
		if (strcmp(keys[i], name) != 0)
			continue;
		if (!r->settings->values[i]) {
			r->settings->values[i] = sen_strdup(r->settings->arena, value ? value : "");
			r->settings->from[i] = r->path;
		}
		return 1;
	}
	r->section = section[0];
	r->bad = sen_strdup(r->settings->arena, section[0] ? section : name);
	return 0;
}

static int check_safe(int fd, const char *path, struct sen_err *err)
{
	struct stat st;
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode))
		return sen_fail(err, SEN_FAIL, "the config file '%s' is no plain file", path);
	if (st.st_uid != geteuid() && st.st_uid != 0) {
		sen_fail(err, SEN_FAIL, "the config file '%s' belongs to somebody else", path);
		sen_hint(err, "It says which records file is opened, so it must be yours or root's.");
		return err->code;
	}
	if (st.st_mode & (S_IWGRP | S_IWOTH)) {
		sen_fail(err, SEN_FAIL, "the config file '%s' can be changed by others", path);
		sen_hint(err, "Mend it with: chmod go-w '%s'", path);
		return err->code;
	}
	return 0;
}

static int config_fault(struct settings *settings, const struct reading *r, int line, struct sen_err *err)
{
	const char *near = r->bad && !r->section ? sen_text_guess(r->bad, keys, KEY_COUNT) : NULL;
	(void)settings;
	if (!r->bad)
		return sen_fail(err, SEN_USAGE, "%s:%d: not a line of the form 'key = value'", r->path, line);
	sen_fail(err, SEN_USAGE, "%s:%d: unknown %s '%s'", r->path, line, r->section ? "section" : "key",
		 r->bad);
	if (near)
		sen_hint(err, "Did you mean '%s'?", near);
	else
		sen_hint(err, "It may hold: db, school, as, names, format. See man 5 sendctl-config.");
	return err->code;
}

static int read_config(struct settings *settings, const char *path, struct sen_err *err)
{
	struct reading r = {.settings = settings, .path = path};
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return 0;
		return sen_fail(err, SEN_FAIL, "cannot read the config file '%s': %s", path, strerror(errno));
	}
	int rc = check_safe(fd, path, err);
	FILE *file = rc == 0 ? fdopen(fd, "r") : NULL;
	if (!file) {
		close(fd);
		return rc < 0 ? rc : sen_fail(err, SEN_FAIL, "cannot read the config file '%s'", path);
	}
	int line = ini_parse_file(file, take, &r);
	fclose(file);
	return line == 0 ? 0 : config_fault(settings, &r, line, err);
}

/* $VAR/rest when VAR is an absolute path, else $HOME/fallback/rest. */
static const char *home_path(struct sen_arena *arena, const char *variable, const char *fallback,
			     const char *rest)
{
	const char *base = secure_getenv(variable);
	const char *home = secure_getenv("HOME");
	if (base && base[0] == '/')
		return sen_format(arena, "%s/%s", base, rest);
	if (!home || home[0] != '/')
		return NULL;
	return sen_format(arena, "%s/%s/%s", home, fallback, rest);
}

const char *config_default_db(struct sen_arena *arena)
{
	return home_path(arena, "XDG_DATA_HOME", ".local/share", "sendctl/records.db");
}

int config_today(struct app *app, sen_date *out, struct sen_err *err)
{
	const char *text = secure_getenv("SENDCTL_TODAY");
	struct sen_date_context context = {.today = app->context.today, .end_of_term = SEN_NO_DATE};
	if (!text || !text[0])
		return 0;
	int rc = sen_date_parse(text, &context, out, err);
	return rc < 0 ? sen_wrap(err, "SENDCTL_TODAY") : 0;
}

static int gather(struct app *app, const struct cmd *cmd, struct settings *s, struct sen_err *err)
{
	const struct globals *g = &app->frame->globals;
	const char *flags[KEY_COUNT] = {g->db, g->school, g->as, g->names,
					g->json && !g->format ? "json" : g->format};
	bool writes = cmd->flags & CMD_WRITES;
	for (size_t i = 0; i < KEY_COUNT; i++) {
		const char *env = secure_getenv(variables[i]);
		if (flags[i])
			s->values[i] = flags[i], s->from[i] = keys[i];
		else if (env && env[0])
			s->values[i] = env, s->from[i] = variables[i];
	}
	if (cmd->flags & CMD_NO_FILE)
		return 0;
	const char *own = home_path(app->arena, "XDG_CONFIG_HOME", ".config", "sendctl/config");
	int rc = own ? read_config(s, own, err) : 0;
	if (rc == 0)
		rc = read_config(s, "/etc/sendctl/config", err);
	/* A format asked for once and for all is for reading only. */
	if (writes && !app->format_given)
		s->values[KEY_FORMAT] = NULL;
	return rc;
}

static int pick(const struct settings *s, int key, const char *const *words, size_t count, int *out,
		struct sen_err *err)
{
	if (!s->values[key])
		return 0;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(words[i], s->values[key]) != 0)
			continue;
		*out = (int)i;
		return 0;
	}
	const char *near = sen_text_guess(s->values[key], words, count);
	sen_fail(err, SEN_USAGE, "%s: '%s' is no %s", s->from[key], s->values[key],
		 key == KEY_NAMES ? "way to show names" : "format");
	sen_hint(err, near ? "Did you mean '%s'?" : "It is one of: %s.",
		 near		    ? near
		 : key == KEY_NAMES ? "full, initials, none"
				    : "text, json, ndjson, csv, html");
	return err->code;
}

static const char *db_path(struct app *app, const char *said)
{
	const char *home = secure_getenv("HOME");
	if (!said)
		return config_default_db(app->arena);
	/* A config file has no shell to read ~ for it. */
	if (said[0] == '~' && said[1] == '/' && home)
		return sen_format(app->arena, "%s%s", home, said + 1);
	return said;
}

/* -o 3B.html is meant as HTML, whatever the environment says. */
static enum sen_format format_of_file(const char *path, enum sen_format otherwise)
{
	static const char *const endings[] = {".txt", ".json", ".ndjson", ".csv", ".html"};
	const char *dot = path ? strrchr(path, '.') : NULL;
	for (size_t i = 0; dot && i < SEN_COUNT(endings); i++) {
		if (sen_text_same(dot, endings[i]))
			return (enum sen_format)i;
	}
	return otherwise;
}

int config_apply(struct app *app, const struct cmd *cmd, struct sen_err *err)
{
	static const char *const formats[] = {"text", "json", "ndjson", "csv", "html"};
	static const char *const names[] = {"full", "initials", "none"};
	struct settings s = {.arena = app->arena};
	int format = SEN_FORMAT_TEXT, how = SEN_NAMES_FULL;
	app->format_given = app->frame->globals.json || app->frame->globals.format;
	int rc = gather(app, cmd, &s, err);
	if (rc == 0)
		rc = pick(&s, KEY_FORMAT, formats, SEN_COUNT(formats), &format, err);
	if (rc == 0)
		rc = pick(&s, KEY_NAMES, names, SEN_COUNT(names), &how, err);
	if (rc < 0)
		return rc;
	app->style.format = app->format_given || (cmd->flags & CMD_WRITES)
				    ? (enum sen_format)format
				    : format_of_file(app->output, (enum sen_format)format);
	app->style.names = (enum sen_names)how;
	app->school = s.values[KEY_SCHOOL];
	app->context.who = s.values[KEY_AS];
	app->db_path = db_path(app, s.values[KEY_DB]);
	if (!app->db_path && !(cmd->flags & CMD_NO_FILE)) {
		sen_fail(err, SEN_FILE, "there is no home folder to look for the records file in");
		sen_hint(err, "Name it with --db FILE or SENDCTL_DB.");
		return err->code;
	}
	return 0;
}

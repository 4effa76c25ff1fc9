/* Runs one command again and again, each time with another fault (shim.c) or
 * a kill, and looks at what is left of the records file:
 *
 *   - it opens, is whole, and holds all of the change or nothing of it;
 *   - exit status 0, or a word on stdout, means that all of it is there;
 *   - a failure says why, and no signal ends the program;
 *   - (every -r th point) the same command then succeeds, or `-c` is content.
 *
 * sweep [-j N] [-t TEMPLATE] [-p POINTS] [-s SEED] [-r EVERY] [-c "CHECK"] [-k KILLS] [-N] [-R] [-X]
 *       -n NAME -w DIR -S SHIM -m MODE[,MODE...] -- PROGRAM ARGS...
 * -N: syncs do nothing; -R: the command only reads, the file stays as it was; -X: faults are to be found
 * (negative controls). */
#include "fault.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static struct {
	const char *name, *dir, *shim, *template, *check;
	char **command;
	int jobs, kills, every;
	int64_t points;
	unsigned seed;
	bool nosync, reads, wanted;
} opt = {.jobs = 1, .seed = 1};

/* What the workers find, in shared memory. */
struct tally {
	int64_t points, violations, kept, acknowledged, unharmed;
};
static struct tally *tally;

/* One run of the command. */
struct run {
	bool exited, hung;
	int status, sig;
	size_t out_len, err_len;
	uint64_t out_hash;
	struct fault_state fault;
};
/* What is in the records file. */
struct content {
	bool there, whole;
	uint64_t hash;
	char fault[160];
};
static struct content before, after;
static uint64_t after_out;
static char db_path[4200], work[4096];

static void die(const char *what)
{
	fprintf(stderr, "sweep: %s: %s\n", what, strerror(errno));
	exit(2);
}
static uint64_t mix(uint64_t hash, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ p[i]) * 0x100000001b3ULL;
	return (hash ^ len) * 0x100000001b3ULL;
}

/* ---- The records file ---- */
static bool random_column(const char *name)
{
	size_t len = strlen(name);

	return !strcmp(name, "uid") || !strcmp(name, "salt") || !strcmp(name, "h") ||
	       (len > 2 && !strcmp(name + len - 2, "_h"));
}
/* Text without its runs of 32 and more hex digits: uids and digests of random things. */
static uint64_t mix_text(uint64_t hash, const char *text, size_t len)
{
	for (size_t i = 0; i < len;) {
		size_t run = strspn(text + i, "0123456789abcdef");

		if (run < 32)
			hash = mix(hash, text + i, run ? run : 1);
		i += run ? run : 1;
	}
	return hash;
}
static uint64_t mix_rows(sqlite3 *db, const char *table, uint64_t hash)
{
	sqlite3_stmt *s = NULL;
	char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table);

	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK)
		while (sqlite3_step(s) == SQLITE_ROW)
			for (int i = 0; i < sqlite3_column_count(s); i++)
				if (!random_column(sqlite3_column_name(s, i)))
					hash = mix_text(mix(hash, "|", 1),
							(const char *)sqlite3_column_blob(s, i),
							(size_t)sqlite3_column_bytes(s, i));
	sqlite3_finalize(s);
	sqlite3_free(sql);
	return hash;
}
/* The first row's text of a check that should say "ok" or nothing. */
static void check_pragma(sqlite3 *db, const char *sql, struct content *c)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);

	rc = rc == SQLITE_OK ? sqlite3_step(s) : rc;
	const char *text = rc == SQLITE_ROW ? (const char *)sqlite3_column_text(s, 0) : NULL;
	if ((rc != SQLITE_ROW && rc != SQLITE_DONE) || (text && strcmp(text, "ok") != 0)) {
		c->whole = false;
		snprintf(c->fault, sizeof(c->fault), "%s: %s", sql, text ? text : sqlite3_errmsg(db));
	}
	sqlite3_finalize(s);
}
static char *template_bytes;
static ssize_t template_size;

/* Is the file byte for byte the template, with nothing in its log?  Saves the
 * long look at most points. */
static bool untouched(const struct stat *st)
{
	static char *now;
	char wal[4300];
	struct stat log;

	snprintf(wal, sizeof(wal), "%s-wal", db_path);
	if (!template_bytes || st->st_size != template_size || (st->st_mode & 0777) != 0600 ||
	    (stat(wal, &log) == 0 && log.st_size > 0))
		return false;
	now = now ? now : malloc((size_t)template_size);
	int fd = open(db_path, O_RDONLY | O_CLOEXEC);
	bool same = now && fd >= 0 && read(fd, now, (size_t)template_size) == template_size &&
		    memcmp(now, template_bytes, (size_t)template_size) == 0;
	close(fd);
	return same;
}
static void look(struct content *c)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *s = NULL;
	struct stat st;

	*c = (struct content){.whole = true, .hash = 1};
	if (stat(db_path, &st) || st.st_size == 0)
		return;
	if (before.there && untouched(&st)) {
		*c = before;
		return;
	}
	if ((st.st_mode & 0777) != 0600) {
		c->whole = false;
		snprintf(c->fault, sizeof(c->fault), "file mode is %03o", st.st_mode & 0777);
	}
	if (sqlite3_open_v2(db_path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		c->whole = false;
	check_pragma(db, "PRAGMA integrity_check", c);
	check_pragma(db, "PRAGMA foreign_key_check", c);
	if (sqlite3_prepare_v2(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", -1,
			       &s, NULL) == SQLITE_OK)
		while (sqlite3_step(s) == SQLITE_ROW) {
			const char *name = (const char *)sqlite3_column_text(s, 0);

			c->there = true;
			c->hash = mix_rows(db, name, mix(c->hash, name, strlen(name)));
		}
	sqlite3_finalize(s);
	sqlite3_close(db);
}

/* ---- One run ---- */
static void empty_dir(const char *path)
{
	DIR *dir = opendir(path);
	char file[8192];

	if (!dir)
		die(path);
	for (struct dirent *e; (e = readdir(dir));) {
		snprintf(file, sizeof(file), "%s/%s", path, e->d_name);
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		if (unlink(file) != 0 && errno == EISDIR) { /* a folder the command made */
			empty_dir(file);
			rmdir(file);
		}
	}
	closedir(dir);
}
static void fresh(void)
{
	empty_dir(work);
	if (!opt.template)
		return;
	if (!template_bytes) {
		int in = open(opt.template, O_RDONLY | O_CLOEXEC);
		struct stat st;

		if (in < 0 || fstat(in, &st) || !(template_bytes = malloc((size_t)st.st_size + 1)))
			die(opt.template);
		template_size = read(in, template_bytes, (size_t)st.st_size);
		close(in);
	}
	int out = open(db_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (out < 0 || write(out, template_bytes, (size_t)template_size) != template_size)
		die(db_path);
	close(out);
}
static void set(const char *mode, int64_t at, bool shim)
{
	char number[32];

	setenv("SENDCTL_DB", db_path, 1);
	if (!shim)
		return;
	snprintf(number, sizeof(number), "%lld", (long long)at);
	setenv("FAULT_AT", number, 1);
	snprintf(number, sizeof(number), "%lld", (long long)at + opt.seed);
	setenv("FAULT_SEED", number, 1);
	setenv("FAULT_MODE", mode, 1);
	if (opt.nosync)
		setenv("FAULT_NOSYNC", "1", 1);
	setenv("LD_PRELOAD", opt.shim, 1);
}
static const char *beside(const char *what)
{
	static char path[2][4200];
	static int turn;

	turn = !turn;
	snprintf(path[turn], sizeof(path[turn]), "%s.%s", work, what);
	return path[turn];
}
static void put_file(int fd, const char *path)
{
	int out = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);

	dup2(out, fd);
	close(out);
}
static void take(char **command, const char *mode, int64_t at, bool shim)
{
	put_file(1, beside("out"));
	put_file(2, beside("err"));
	int in = open("/dev/null", O_RDONLY);
	dup2(in, 0);
	setenv("FAULT_STATE", beside("state"), 1);
	set(mode, at, shim);
	if (chdir(work) == 0)
		execv(command[0], command);
	_exit(126);
}
static void await(pid_t pid, struct run *run)
{
	int status;

	for (int64_t ms = 0; waitpid(pid, &status, WNOHANG) == 0; ms++) {
		struct timespec nap = {0, ms < 40 ? 250000 : 1000000};

		if (ms > 60000 && !run->hung) {
			run->hung = true;
			kill(pid, SIGKILL);
		}
		nanosleep(&nap, NULL);
	}
	run->exited = WIFEXITED(status);
	run->status = run->exited ? WEXITSTATUS(status) : 0;
	run->sig = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}
static size_t read_back(const char *path, char *buf, size_t room)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? 0 : read(fd, buf, room - 1);

	if (fd >= 0)
		close(fd);
	n = n < 0 ? 0 : n;
	buf[n] = 0;
	return (size_t)n;
}
static char last_err[4096];

/* `kill_after` in microseconds, or -1. */
static struct run go(char **command, const char *mode, int64_t at, bool shim, int64_t kill_after)
{
	struct run run = {0};
	char out[65536];
	int fd = open(beside("state"), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || ftruncate(fd, sizeof(run.fault)))
		die("state");
	/* A child killed before it gets there must not show the last one's answer. */
	unlink(beside("out"));
	unlink(beside("err"));
	fflush(NULL);
	pid_t pid = fork();
	if (pid == 0)
		take(command, mode, at, shim);
	if (kill_after >= 0) {
		struct timespec nap = {kill_after / 1000000, kill_after % 1000000 * 1000};

		nanosleep(&nap, NULL);
		kill(pid, SIGKILL);
	}
	await(pid, &run);
	if (read(fd, &run.fault, sizeof(run.fault)) != sizeof(run.fault))
		die("state");
	close(fd);
	run.out_len = read_back(beside("out"), out, sizeof(out));
	run.out_hash = mix(1, out, run.out_len);
	run.err_len = read_back(beside("err"), last_err, sizeof(last_err));
	return run;
}

/* ---- Judging ---- */
static const char *one_line(const char *text)
{
	static char line[200];

	snprintf(line, sizeof(line), "%.*s", (int)strcspn(text, "\n"), text);
	return line;
}
static void violation(const char *mode, int64_t at, const char *what, const char *more)
{
	if (__atomic_add_fetch(&tally->violations, 1, __ATOMIC_SEQ_CST) <= 5 && !opt.wanted)
		printf("   %s %s at %lld: %s%s%s\n", opt.name, mode, (long long)at, what, *more ? ": " : "",
		       more);
	fflush(stdout);
}
static bool same(const struct content *a, const struct content *b)
{
	return a->there == b->there && a->hash == b->hash;
}
static void judge_run(const char *mode, int64_t at, const struct run *run, const struct content *now,
		      bool crashing)
{
	bool kept = same(now, &after);
	char text[80];

	if (run->hung)
		violation(mode, at, "it hangs", "");
	if (!now->whole)
		violation(mode, at, "the file is damaged", now->fault);
	else if (!kept && !same(now, &before))
		violation(mode, at, "part of the change is there", "");
	if (run->sig && !crashing) {
		snprintf(text, sizeof(text), "%d", run->sig);
		violation(mode, at, "ended by signal", text);
	}
	if (run->exited && run->status == 0 && !kept)
		violation(mode, at, "exit status 0 and the change is not there", "");
	if (run->exited && run->status == 0 && run->out_hash != after_out)
		violation(mode, at, "exit status 0 with another answer", "");
	if (run->out_len && !kept)
		violation(mode, at, "an answer was printed and the change is not there", "");
	if (!crashing && run->exited && run->status != 0 && !run->err_len)
		violation(mode, at, "it failed and did not say why", "");
	__atomic_add_fetch(&tally->points, 1, __ATOMIC_SEQ_CST);
	if (kept && !(run->exited && run->status == 0))
		__atomic_add_fetch(&tally->kept, 1, __ATOMIC_SEQ_CST);
	if (run->exited && run->status == 0 && run->fault.fired)
		__atomic_add_fetch(&tally->unharmed, 1, __ATOMIC_SEQ_CST);
	if (run->out_len)
		__atomic_add_fetch(&tally->acknowledged, 1, __ATOMIC_SEQ_CST);
}
static char **split(const char *program, const char *words)
{
	static char *argv[32];
	int n = 0;

	argv[n++] = (char *)(uintptr_t)program;
	for (char *w = strtok(strdup(words), " "); w && n < 31; w = strtok(NULL, " "))
		argv[n++] = w;
	argv[n] = NULL;
	return argv;
}
/* What comes after a fault: the command again when nothing was kept, else the check. */
static void again(const char *mode, int64_t at, const struct content *now)
{
	struct content then;
	struct run run;

	if (same(now, &before)) {
		run = go(opt.command, mode, 0, false, -1);
		look(&then);
		if (!run.exited || run.status != 0 || !same(&then, &after))
			violation(mode, at, "the same command does not work afterwards", one_line(last_err));
	}
	if (!opt.check)
		return;
	run = go(split(opt.command[0], opt.check), mode, 0, false, -1);
	if (!run.exited || run.status != 0)
		violation(mode, at, "the check afterwards is not content", one_line(last_err));
}
static void point(const char *mode, int64_t at, int64_t kill_after)
{
	bool crashing =
		kill_after >= 0 || !strcmp(mode, "crash") || !strcmp(mode, "lose") || !strcmp(mode, "rand");
	struct content now;
	struct run run;

	fresh();
	run = go(opt.command, mode, at, kill_after < 0, kill_after);
	look(&now);
	judge_run(mode, at, &run, &now, crashing);
	if (opt.every && at % opt.every == 0)
		again(mode, at, &now);
}

/* ---- All points of a mode ---- */
static void worker_dir(int worker)
{
	snprintf(work, sizeof(work), "%s/w%d", opt.dir, worker);
	snprintf(db_path, sizeof(db_path), "%s/records.db", work);
	if (mkdir(work, 0700) && errno != EEXIST)
		die(work);
}
static int64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000 + t.tv_nsec / 1000;
}
static void work_through(const char *mode, int worker, int64_t total, const bool *chosen, int64_t usual)
{
	unsigned seed = opt.seed * 7919u + (unsigned)worker;

	worker_dir(worker);
	for (int64_t at = 1 + worker; at <= total; at += opt.jobs)
		if (opt.kills)
			point(mode, at, (int64_t)(rand_r(&seed) % 10000) * (usual * 12 / 10) / 10000);
		else if (!chosen || chosen[at])
			point(mode, at, -1);
	empty_dir(work);
}
/* At most opt.points of them, by the seed; NULL: all. */
static bool *choose(int64_t total)
{
	bool *chosen;
	unsigned seed = opt.seed;

	if (!opt.points || total <= opt.points)
		return NULL;
	chosen = calloc((size_t)total + 1, sizeof(*chosen));
	for (int64_t i = 0; chosen && i < opt.points; i++)
		chosen[1 + (int64_t)(((uint64_t)rand_r(&seed) << 20 ^ (uint64_t)rand_r(&seed)) %
				     (uint64_t)total)] = true;
	return chosen;
}
/* The clean run: what the change is, how many calls there are, how long it takes. */
static int64_t measure(const char *mode, int64_t *usual)
{
	struct content again_after;
	struct run run;
	int64_t start;

	worker_dir(0);
	fresh();
	look(&before);
	fresh();
	start = now_us();
	run = go(opt.command, "off", 0, false, -1);
	*usual = now_us() - start;
	look(&after);
	after_out = run.out_hash;
	if (!run.exited || run.status != 0 || !after.whole || same(&before, &after) != opt.reads) {
		printf("not ok %s: the command fails (or does not do what it is for) by itself: %s\n",
		       opt.name, one_line(last_err));
		return -1;
	}
	fresh();
	run = go(opt.command, mode, 0, !opt.kills, -1);
	look(&again_after);
	if (!same(&after, &again_after)) {
		printf("not ok %s: two clean runs leave different records\n", opt.name);
		return -1;
	}
	return opt.kills ? opt.kills : run.fault.seen;
}
static bool sweep_mode(const char *mode)
{
	int64_t usual = 0, total = measure(mode, &usual);
	bool *chosen = total > 0 ? choose(total) : NULL;

	if (total < 0)
		return false;
	*tally = (struct tally){0};
	fflush(NULL);
	for (int w = 0; w < opt.jobs; w++)
		if (fork() == 0) {
			work_through(mode, w, total, chosen, usual);
			_exit(0);
		}
	bool died = false;
	for (int status; wait(&status) > 0;)
		died = died || !WIFEXITED(status) || WEXITSTATUS(status) != 0;
	free(chosen);
	bool good = !died && tally->points > 0 && (tally->violations > 0) == opt.wanted;
	printf("%s %s %s%s: %lld of %lld points, %lld violations; %lld answered, %lld unharmed, %lld kept "
	       "though it failed\n",
	       good ? "ok" : "not ok", opt.name, opt.kills ? "kill" : mode,
	       opt.nosync ? " without syncs" : "", (long long)tally->points, (long long)total,
	       (long long)tally->violations, (long long)tally->acknowledged, (long long)tally->unharmed,
	       (long long)tally->kept);
	return good;
}
static char *options(int argc, char **argv)
{
	char *modes = NULL;

	for (int c; (c = getopt(argc, argv, "+j:t:p:s:r:c:k:NRXn:w:S:m:")) != -1;)
		switch (c) {
		case 'j':
			opt.jobs = (int)strtol(optarg, NULL, 10);
			break;
		case 't':
			opt.template = optarg;
			break;
		case 'p':
			opt.points = strtoll(optarg, NULL, 10);
			break;
		case 's':
			opt.seed = (unsigned)strtoul(optarg, NULL, 10);
			break;
		case 'r':
			opt.every = (int)strtol(optarg, NULL, 10);
			break;
		case 'c':
			opt.check = optarg;
			break;
		case 'k':
			opt.kills = (int)strtol(optarg, NULL, 10);
			break;
		case 'N':
			opt.nosync = true;
			break;
		case 'R':
			opt.reads = true;
			break;
		case 'X':
			opt.wanted = true;
			break;
		case 'n':
			opt.name = optarg;
			break;
		case 'w':
			opt.dir = optarg;
			break;
		case 'S':
			opt.shim = optarg;
			break;
		case 'm':
			modes = optarg;
			break;
		default:
			exit(2);
		}
	opt.command = argv + optind;
	if (!opt.name || !opt.dir || !modes || !opt.command[0] || (!opt.shim && !opt.kills)) {
		fprintf(stderr, "sweep: see the head of sweep.c\n");
		exit(2);
	}
	return modes;
}
int main(int argc, char **argv)
{
	char *modes = options(argc, argv);
	bool good = true;

	tally = mmap(NULL, sizeof(*tally), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (tally == MAP_FAILED)
		die("mmap");
	for (char *mode = strtok(modes, ","); mode; mode = strtok(NULL, ","))
		good = sweep_mode(mode) && good;
	return good ? 0 : 1;
}

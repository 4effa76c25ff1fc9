/* Errors, memory and small macros that every file shares. */
#ifndef SEN_BASE_H
#define SEN_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
/* Before the bans below: glibc defines some of the banned inline. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SEN_MUST_CHECK __attribute__((warn_unused_result))
#define SEN_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
#define SEN_CLEANUP(fn) __attribute__((cleanup(fn)))
#define SEN_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Errors -----------------------------------------------------------
 * Whatever can fail takes `struct sen_err *` last and returns 0 or one of
 * these (iterators: 1 = a row, 0 = end, negative = failed).  The program's
 * exit status is the code with its sign turned (cli.md 2). */
enum sen_code {
	SEN_OK = 0,
	SEN_FAIL = -1,	    /* I/O, disk full, declined, empty form */
	SEN_USAGE = -2,	    /* wrong usage */
	SEN_NOTFOUND = -3,  /* not found, or more than one match */
	SEN_INVALID = -4,   /* invalid data, or a rule refused it */
	SEN_CONFLICT = -5,  /* duplicate; changed meanwhile; file exists */
	SEN_BUSY = -6,	    /* try again */
	SEN_FILE = -7,	    /* the records file cannot be used */
	SEN_OUTPUT = -8,    /* done, but the answer could not be printed */
	SEN_ATTENTION = -10 /* --exit-code: there was something to report */
};

/* One error.  Fixed arrays: to report never allocates. */
struct sen_err {
	int code;
	char msg[1024]; /* lower case, cause first, no full stop, the subject quoted */
	char hint[768]; /* what to do: a sentence or a command; may be empty */
};

/* Sets the message (replacing an earlier one and its hint) and returns `code`. */
int sen_fail(struct sen_err *err, enum sen_code code, const char *fmt, ...) SEN_PRINTF(3, 4);
/* So that the compiler sees at every call that it returns its code. */
#define sen_fail(err, code, ...)                    \
	__extension__({                             \
		(sen_fail)(err, code, __VA_ARGS__); \
		(int)(code);                        \
	})
/* Adds the advice to an error already set. */
void sen_hint(struct sen_err *err, const char *fmt, ...) SEN_PRINTF(2, 3);
/* Puts context before the message, "line 3: ..."; returns err->code. */
int sen_wrap(struct sen_err *err, const char *fmt, ...) SEN_PRINTF(2, 3);
void sen_err_clear(struct sen_err *err);

/* ---- Memory -----------------------------------------------------------
 * One arena a command, freed by main; nothing in it is freed by itself.
 * An allocation never returns NULL: when memory is out the process says so
 * and ends with status 1, and the open transaction is gone with it (so it
 * is all or nothing; nothing allocates after COMMIT). */
struct sen_arena;
struct sen_arena *sen_arena_new(void);
void sen_arena_free(struct sen_arena *arena);
/* Zeroed, aligned for any type. */
void *sen_alloc(struct sen_arena *arena, size_t size);
/* Not cleared: for a buffer of which most runs touch little. */
void *sen_alloc_room(struct sen_arena *arena, size_t size);
#define SEN_NEW(arena, type, count) ((type *)sen_alloc_array((arena), (count), sizeof(type)))
void *sen_alloc_array(struct sen_arena *arena, size_t count, size_t size);
/* NULL in, NULL out. */
char *sen_strdup(struct sen_arena *arena, const char *text);
char *sen_strndup(struct sen_arena *arena, const char *text, size_t len);
char *sen_format(struct sen_arena *arena, const char *fmt, ...) SEN_PRINTF(2, 3);
/* Takes back all that was allocated since the mark: a scratch arena a row. */
struct sen_mark {
	void *block;
	size_t used;
};
struct sen_mark sen_arena_mark(struct sen_arena *arena);
void sen_arena_release(struct sen_arena *arena, struct sen_mark mark);
void sen_out_of_memory(void) __attribute__((noreturn));
/* What sen_out_of_memory does before it ends the process; it must not allocate
 * with this library. NULL: nothing. */
void sen_on_out_of_memory(void (*fn)(void));

/* A growing text in an arena; `text` is always NUL-terminated once anything
 * was added (NULL before). */
struct sen_buf {
	struct sen_arena *arena;
	char *text;
	size_t len, cap;
};
void sen_buf_add(struct sen_buf *buf, const char *text);
void sen_buf_addn(struct sen_buf *buf, const char *text, size_t len);
void sen_buf_addf(struct sen_buf *buf, const char *fmt, ...) SEN_PRINTF(2, 3);

/* Is the id among them? */
bool sen_ids_hold(const int64_t *ids, size_t count, int64_t id);

/* Room for one more in an arena array: grows `items` by doubling. */
#define SEN_PUSH(arena, items, count, cap) \
	((items) = sen_grow((arena), (items), (count), &(cap), sizeof(*(items))), &(items)[(count)++])
void *sen_grow(struct sen_arena *arena, void *items, size_t count, size_t *cap, size_t size);

/* Banned: each has a safe form above or in text.h. */
#define SEN_BANNED(f) sen_banned_##f
#undef strcpy
#define strcpy(d, s) SEN_BANNED(strcpy)
#undef strcat
#define strcat(d, s) SEN_BANNED(strcat)
#undef sprintf
#define sprintf SEN_BANNED(sprintf)
#undef strtok
#define strtok(s, d) SEN_BANNED(strtok)
#undef atoi
#define atoi(s) SEN_BANNED(atoi)
#undef localtime
#define localtime(t) SEN_BANNED(localtime)

#endif

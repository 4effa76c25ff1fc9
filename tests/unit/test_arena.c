/* The arena, buffers and growing arrays in it. */
#include "unit/suites.h"

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* A sanitizer keeps freed memory back, and more address space than any limit. */
#if defined(SEN_ARENA_MALLOC) || defined(__SANITIZE_ADDRESS__)
#define SANITIZED
#endif

static struct sen_arena *arena;

static void setup(void)
{
	arena = sen_arena_new();
}

static void teardown(void)
{
	sen_arena_free(arena);
}

START_TEST(objects_are_zeroed_and_aligned)
{
	static const size_t sizes[] = {0, 1, 7, 16, 100, 4096, 65536, 65537, 300000, 3000000};
	struct sen_mark mark = sen_arena_mark(arena);

	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < SEN_COUNT(sizes); i++) {
			unsigned char *object = sen_alloc(arena, sizes[i]);

			ck_assert_uint_eq((uintptr_t)object % 16, 0);
			for (size_t j = 0; j < sizes[i]; j++) {
				if (object[j])
					ck_abort_msg("byte %zu of %zu is not zero", j, sizes[i]);
			}
			if (sizes[i])
				memset(object, 0xAA, sizes[i]);
			sen_strdup(arena, "x"); /* leaves the end unaligned */
		}
		sen_arena_release(arena, mark);
	}
}
END_TEST

START_TEST(objects_do_not_touch)
{
	enum { COUNT = 5000 };
	unsigned char *objects[COUNT];

	for (int i = 0; i < COUNT; i++) {
		objects[i] = sen_alloc(arena, (size_t)(i % 97) + 1);
		memset(objects[i], i % 251, (size_t)(i % 97) + 1);
	}
	for (int i = 0; i < COUNT; i++) {
		for (int j = 0; j <= i % 97; j++)
			ck_assert_uint_eq(objects[i][j], (unsigned)(i % 251));
	}
}
END_TEST

START_TEST(release_goes_back)
{
	char *kept = sen_strdup(arena, "kept");
	struct sen_mark empty, mark = sen_arena_mark(arena);

	for (int i = 0; i < 1000; i++) {
		struct sen_mark inner;

		sen_alloc(arena, 1000);
		inner = sen_arena_mark(arena);
		sen_alloc(arena, 200000);
		sen_arena_release(arena, inner);
		sen_alloc(arena, (size_t)i);
		sen_arena_release(arena, mark);
	}
	ck_assert_str_eq(kept, "kept");
	teardown();
	setup();
	empty = sen_arena_mark(arena); /* before the first block */
	sen_alloc(arena, 100);
	sen_arena_release(arena, empty);
	sen_arena_release(arena, empty);
	sen_alloc(arena, 100);
}
END_TEST

#ifndef SANITIZED
/* A scratch arena a row must not grow with the rows. */
START_TEST(release_gives_memory_back)
{
	struct rusage before, after;
	struct sen_mark mark = sen_arena_mark(arena);

	getrusage(RUSAGE_SELF, &before);
	for (int i = 0; i < 20000; i++) {
		memset(sen_alloc(arena, 70000), 1, 70000);
		sen_arena_release(arena, mark);
	}
	getrusage(RUSAGE_SELF, &after);
	ck_assert_int_lt(after.ru_maxrss - before.ru_maxrss, 64 * 1024);
}
END_TEST
#endif

START_TEST(copies)
{
	ck_assert_ptr_null(sen_strdup(arena, NULL));
	ck_assert_ptr_null(sen_strndup(arena, NULL, 3));
	ck_assert_str_eq(sen_strdup(arena, ""), "");
	ck_assert_str_eq(sen_strndup(arena, "abcdef", 3), "abc");
	ck_assert_str_eq(sen_strndup(arena, "ab", 30), "ab");
	ck_assert_str_eq(sen_strndup(arena, "ab", 0), "");
	ck_assert_str_eq(sen_format(arena, "%s-%d-%s", "a", 12, ""), "a-12-");
	ck_assert_str_eq(sen_format(arena, "%s", ""), "");
	ck_assert_uint_eq(strlen(sen_format(arena, "%0*d", 100000, 1)), 100000);
}
END_TEST

START_TEST(buffers_grow)
{
	struct sen_buf one = {.arena = arena}, two = {.arena = arena};

	ck_assert_ptr_null(one.text);
	sen_buf_add(&one, "");
	ck_assert_str_eq(one.text, "");
	for (int i = 0; i < 20000; i++) { /* two at once: neither can always grow in place */
		sen_buf_addf(&one, "%d,", i % 10);
		sen_buf_addn(&two, "xyz!", 3);
	}
	ck_assert_uint_eq(one.len, 40000);
	ck_assert_uint_eq(two.len, 60000);
	ck_assert_uint_eq(strlen(one.text), 40000);
	ck_assert_uint_eq(strlen(two.text), 60000);
	for (int i = 0; i < 20000; i++) {
		ck_assert_int_eq(one.text[2 * i], '0' + i % 10);
		ck_assert_int_eq(two.text[3 * i + 2], 'z');
	}
	sen_buf_addn(&one, NULL, 0);
	ck_assert_uint_eq(one.len, 40000);
}
END_TEST

START_TEST(arrays_grow)
{
	struct item {
		int64_t number;
		const char *text;
	} *items = NULL;
	size_t count = 0, cap = 0;

	for (int64_t i = 0; i < 5000; i++) {
		struct item *item = SEN_PUSH(arena, items, count, cap);

		ck_assert(item->number == 0 && item->text == NULL);
		item->number = i;
		item->text = "text";
		if (i % 3 == 0)
			sen_strdup(arena, "between");
	}
	ck_assert_uint_eq(count, 5000);
	ck_assert_uint_ge(cap, count);
	for (int64_t i = 0; i < 5000; i++)
		ck_assert_int_eq(items[i].number, i);
}
END_TEST

/* Out of memory ends the process with status 1, and does not crash. */
#ifndef SANITIZED
static void little_memory(void)
{
	struct rlimit limit = {256 << 20, 256 << 20};

	setrlimit(RLIMIT_AS, &limit);
}

START_TEST(no_memory_left)
{
	little_memory();
	for (;;)
		sen_alloc(arena, 1 << 20);
}
END_TEST
#endif

START_TEST(too_large_an_array)
{
	sen_alloc_array(arena, SIZE_MAX / 2, 4);
}
END_TEST

START_TEST(too_large_an_object)
{
	sen_alloc(arena, SIZE_MAX - 4);
}
END_TEST

Suite *suite_arena(void)
{
	Suite *suite = suite_create("arena");
	TCase *tests = tcase_create("arena"), *memory = tcase_create("out of memory");
	const char *fork_mode = getenv("CK_FORK");

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, objects_are_zeroed_and_aligned);
	tcase_add_test(tests, objects_do_not_touch);
	tcase_add_test(tests, release_goes_back);
#ifndef SANITIZED
	tcase_add_test(tests, release_gives_memory_back);
#endif
	tcase_add_test(tests, copies);
	tcase_add_test(tests, buffers_grow);
	tcase_add_test(tests, arrays_grow);
	suite_add_tcase(suite, tests);
	tcase_add_checked_fixture(memory, setup, teardown);
	tcase_set_timeout(memory, 30);
	/* They end their process, so only where each test has its own. */
	if (!fork_mode || strcmp(fork_mode, "no") != 0) {
		tcase_add_exit_test(memory, too_large_an_array, 1);
		tcase_add_exit_test(memory, too_large_an_object, 1);
#ifndef SANITIZED
		tcase_add_exit_test(memory, no_memory_left, 1);
#endif
	}
	suite_add_tcase(suite, memory);
	return suite;
}

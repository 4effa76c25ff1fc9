/* SQLite's memory in a read: pieces keep their bytes, and are used again. */
#include "store/pool.h"
#include "unit/suites.h"

#include <stdint.h>
#include <string.h>

START_TEST(keeps_what_is_put_in)
{
	static const int sizes[] = {1, 8, 9, 24, 25, 100, 1000, 1016, 1017, 5000, 100000};
	enum { COUNT = sizeof(sizes) / sizeof(*sizes) };
	char *pieces[COUNT];

	for (int i = 0; i < COUNT; i++) {
		pieces[i] = pool_alloc(sizes[i]);
		ck_assert_ptr_nonnull(pieces[i]);
		ck_assert_uint_eq((uintptr_t)pieces[i] % 8, 0);
		ck_assert_int_ge(pool_size(pieces[i]), sizes[i]);
		ck_assert_int_eq(pool_size(pieces[i]), pool_round(sizes[i]));
		memset(pieces[i], 'a' + i, (size_t)pool_size(pieces[i]));
	}
	for (int i = 0; i < COUNT; i++)
		for (int k = 0; k < pool_size(pieces[i]); k++)
			ck_assert_int_eq(pieces[i][k], 'a' + i);
	for (int i = 0; i < COUNT; i++)
		pool_free(pieces[i]);
	pool_free(NULL);
	ck_assert_int_eq(pool_size(NULL), 0);
}
END_TEST

/* Memory does not grow with the rows: what was given back is what comes next. */
START_TEST(used_again)
{
	void *first = pool_alloc(40), *second = pool_alloc(40);

	pool_free(first);
	pool_free(second);
	ck_assert_ptr_eq(pool_alloc(38), second);
	ck_assert_ptr_eq(pool_alloc(40), first);
	pool_free(first);
	pool_free(second);
}
END_TEST

START_TEST(grows_and_shrinks)
{
	char *p = pool_alloc(10);

	memcpy(p, "0123456789", 10);
	for (int size = 10; size < 4000; size += 7) {
		p = pool_resize(p, size);
		ck_assert_ptr_nonnull(p);
		ck_assert_int_ge(pool_size(p), size);
		ck_assert_int_eq(memcmp(p, "0123456789", 10), 0);
	}
	p = pool_resize(p, 10);
	ck_assert_int_eq(memcmp(p, "0123456789", 10), 0);
	pool_free(p);
}
END_TEST

Suite *suite_pool(void)
{
	Suite *suite = suite_create("pool");
	TCase *tests = tcase_create("pool");

	tcase_add_test(tests, keeps_what_is_put_in);
	tcase_add_test(tests, used_again);
	tcase_add_test(tests, grows_and_shrinks);
	suite_add_tcase(suite, tests);
	return suite;
}

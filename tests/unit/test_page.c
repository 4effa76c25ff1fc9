/* Pages made for a reader: well formed, every word escaped; texts with places. */
#include "unit/suites.h"

#include <sen/page.h>

#include <stdlib.h>
#include <string.h>

static struct sen_arena *arena;
static struct sen_page *page;
static char *text;
static size_t len;
static FILE *out;

static void setup(void)
{
	arena = sen_arena_new();
	page = sen_page_new(arena);
	out = open_memstream(&text, &len);
}

static void teardown(void)
{
	fclose(out);
	free(text);
	sen_arena_free(arena);
}

static const char *ended(void)
{
	struct sen_err err = {0};

	ck_assert_int_eq(sen_page_end(page, &err), 0);
	return text;
}

START_TEST(escapes)
{
	sen_page_begin(page, out, "<script>\"x\"</script>", SEN_PAGE_PARENT);
	sen_page_add(page, "h1", "who", "Zo\xc3\xab & <b>'O\"Brien'");
	sen_page_row(page, "<i>", "a\nb\x1b[2J\xe2\x80\xae");
	ended();
	ck_assert_ptr_nonnull(strstr(text, "<title>&lt;script&gt;&quot;x&quot;&lt;/script&gt;</title>"));
	ck_assert_ptr_nonnull(
		strstr(text, "<h1 class=\"who\">Zo\xc3\xab &amp; &lt;b&gt;&#39;O&quot;Brien&#39;</h1>"));
	ck_assert_ptr_nonnull(
		strstr(text, "<th scope=\"row\">&lt;i&gt;</th>\n<td>a\nb\\x1b[2J\\u{202e}</td>"));
	ck_assert_ptr_null(strchr(text, '\x1b'));
	ck_assert_ptr_nonnull(strstr(text, "default-src 'none'"));
}
END_TEST

START_TEST(closes)
{
	static const char end[] = "</p>\n</section>\n</main>\n</body>\n</html>\n";

	sen_page_begin(page, out, "t", SEN_PAGE_PUPIL);
	sen_page_open(page, "section", "sheet");
	sen_page_open(page, "p", NULL);
	sen_page_text(page, "x");
	ended();
	ck_assert_ptr_nonnull(strstr(text, "<main class=\"pupil\">"));
	ck_assert_str_eq(text + strlen(text) - strlen(end), end);
}
END_TEST

START_TEST(empty_says_nothing)
{
	sen_page_begin(page, out, "t", SEN_PAGE_STAFF);
	sen_page_add(page, "h2", NULL, NULL);
	sen_page_add(page, "p", NULL, "");
	sen_page_row(page, "Label", NULL);
	ended();
	ck_assert_ptr_nonnull(strstr(text, "<main class=\"staff\">\n</main>"));
}
END_TEST

START_TEST(by_hand)
{
	static const char *const words[3] = {"Well", "So so", "Not yet"};

	sen_page_begin(page, out, "t", SEN_PAGE_PUPIL);
	sen_page_faces(page, words);
	sen_page_lines(page, 2);
	ended();
	ck_assert_ptr_nonnull(strstr(text, "</svg>\n<span class=\"box\"></span>So so</div>"));
	ck_assert_ptr_nonnull(strstr(text, "<div class=\"line\"></div>\n<div class=\"line\"></div>"));
}
END_TEST

START_TEST(fills)
{
	const struct sen_fill fill[] = {
		{"child", "Zo\xc3\xab {x}"}, {"class", NULL}, {"day", ""}, {"chi", "no"}};

	ck_assert_str_eq(sen_fill(arena, "{child} & {child}.", fill, 4), "Zo\xc3\xab {x} & Zo\xc3\xab {x}.");
	ck_assert_str_eq(sen_fill(arena, "no place", fill, 4), "no place");
	ck_assert_str_eq(sen_fill(arena, "", fill, 4), "");
	/* A sentence that cannot be said whole is left out. */
	ck_assert_ptr_null(sen_fill(arena, "{child} in {class}", fill, 4));
	ck_assert_ptr_null(sen_fill(arena, "on {day}", fill, 4));
	ck_assert_ptr_null(sen_fill(arena, "{nobody}", fill, 4));
	ck_assert_ptr_null(sen_fill(arena, "{child", fill, 0));
}
END_TEST

START_TEST(watches)
{
	static const char *const names[] = {"Jan Kowal", "Zo\xc3\xab Ash"};

	sen_page_begin(page, out, "t", SEN_PAGE_LETTER);
	sen_page_watch(page, names, 2);
	sen_page_text(page, "Jan rang; the Kowals came");
	ck_assert_ptr_null(sen_page_watched(page));
	sen_page_text(page, "then ZOE ASH's mother");
	ck_assert_str_eq(sen_page_watched(page), names[1]);
	sen_page_watch(page, names, 1);
	ck_assert_ptr_null(sen_page_watched(page));
	ended();
}
END_TEST

START_TEST(lost)
{
	struct sen_err err = {0};
	FILE *full = fopen("/dev/full", "w");

	sen_page_begin(page, full, "t", SEN_PAGE_STAFF);
	ck_assert_int_eq(sen_page_end(page, &err), SEN_OUTPUT);
	fclose(full);
}
END_TEST

Suite *suite_page(void)
{
	Suite *suite = suite_create("page");
	TCase *tests = tcase_create("page");
	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, escapes);
	tcase_add_test(tests, closes);
	tcase_add_test(tests, empty_says_nothing);
	tcase_add_test(tests, by_hand);
	tcase_add_test(tests, fills);
	tcase_add_test(tests, watches);
	tcase_add_test(tests, lost);
	suite_add_tcase(suite, tests);
	return suite;
}

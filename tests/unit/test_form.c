/* Forms: what is written comes back; faults name their line; nothing is lost. */
#include "unit/records.h"
#include <sen/concern.h>
#include <sen/exchange.h>
#include <string.h>

static struct sen_store *store;
static bool given[64];

static void setup(void)
{
	records_setup();
	store = records_open(SEN_WRITE);
	memset(given, 0, sizeof(given));
}
static void teardown(void)
{
	sen_store_close(store);
	records_teardown();
}

static struct sen_concern *blank(void)
{
	return sen_record_new(records_arena, &sen_concern_record);
}

static bool was_given(const char *name)
{
	return given[sen_field_named(&sen_concern_record, name) - sen_concern_record.fields];
}

static int read_form(const char *text, const char *before, struct sen_concern *out)
{
	return sen_form_read(store, &sen_concern_record, text, before, out, given, &records_err);
}

START_TEST(round_trip)
{
	struct sen_concern *in = blank(), *out = blank();
	in->concern = "First line: with a colon\n# a hash\n>>>\n\\>>> quoted\n\n  indented";
	in->source = "staff";
	in->opened_on = sen_date_iso("2026-11-20");
	const char *text = sen_form_write(records_arena, &sen_concern_record, in, "concern");
	ok(read_form(text, NULL, out));
	ck_assert_str_eq(out->concern, in->concern);
	ck_assert_str_eq(out->source, "staff");
	ck_assert_int_eq(out->opened_on, in->opened_on);
	ck_assert(was_given("concern"));
	ck_assert(!was_given("wanted"));
}
END_TEST

START_TEST(by_hand)
{
	struct sen_concern *c = blank();
	ok(read_form("\xef\xbb\xbf# help\r\nsource: parent\r\nconcern: Mum said: he cries\r\nat night\r\n"
		     "  and in the morning\r\n\r\nsecond part\r\nopened_on: 20/11/2026\r\n",
		     NULL, c));
	ck_assert_str_eq(c->concern, "Mum said: he cries\nat night\nand in the morning\n\nsecond part");
	ck_assert_str_eq(c->source, "parent");
	ck_assert_int_eq(c->opened_on, sen_date_iso("2026-11-20"));
}
END_TEST

START_TEST(cleared)
{
	struct sen_concern *c = blank();
	c->wanted = "a reading book";
	ok(read_form("concern: x\nwanted:\n", NULL, c));
	ck_assert(was_given("wanted"));
	ck_assert_ptr_null(c->wanted);
}
END_TEST

START_TEST(faults)
{
	fails(read_form("concern: x\nsorce: staff\n", NULL, blank()), SEN_INVALID, "line 2");
	ck_assert_ptr_nonnull(strstr(records_err.hint, "source"));
	fails(read_form("concern: x\nconcern: y\n", NULL, blank()), SEN_INVALID, "twice");
	fails(read_form("concern: <<<\nx\n", NULL, blank()), SEN_INVALID, "line 1");
	fails(read_form("some text\n", NULL, blank()), SEN_INVALID, "line 1");
	fails(read_form("\nopened_on: 31/02/2026\n", NULL, blank()), SEN_INVALID, "line 2");
	fails(read_form("# only help\nconcern:\n", NULL, blank()), SEN_FAIL, "empty");
	fails(read_form("concern: x\n", "concern: x\n", blank()), SEN_FAIL, "not changed");
}
END_TEST

Suite *suite_form(void)
{
	Suite *suite = suite_create("form");
	TCase *tcase = tcase_create("form");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, round_trip);
	tcase_add_test(tcase, by_hand);
	tcase_add_test(tcase, cleared);
	tcase_add_test(tcase, faults);
	suite_add_tcase(suite, tcase);
	return suite;
}

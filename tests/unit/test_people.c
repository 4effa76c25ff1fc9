/* Whom one may write to, responsibilities, what was given, consent before a step. */
#include "unit/children.h"

#include <sen/agency.h>
#include <sen/people.h>

static int64_t contact(const char *name, int64_t pupil, int64_t no_letters, int64_t priority)
{
	struct sen_contact *record = sen_record_new(records_arena, &sen_contact_record);
	struct sen_pupil_contact *link = sen_record_new(records_arena, &sen_pupil_contact_record);

	record->name = name;
	ok(sen_record_insert(children_store, &sen_contact_record, record, &records_err));
	link->pupil_id = pupil;
	link->contact_id = record->head.id;
	link->relation = "PAM";
	link->no_letters = no_letters;
	link->priority = priority;
	ok(sen_record_insert(children_store, &sen_pupil_contact_record, link, &records_err));
	return record->head.id;
}

/* One who must not be written to is not among them, nor one removed. */
START_TEST(test_write_to)
{
	int64_t zoe = child("Zoe", "Nowak", "3B"), removed;
	struct sen_write_to *list;
	size_t count;

	ok(sen_contacts_to_write(children_store, zoe, &list, &count, &records_err));
	ck_assert_uint_eq(count, 0);
	contact("Jan Nowak", zoe, 1, 1);
	contact("Ola Nowak", zoe, 0, SEN_NO_INT);
	contact("Ewa Nowak", zoe, SEN_NO_INT, 2);
	removed = contact("Old Nowak", zoe, 0, 1);
	ok(sen_record_void(children_store, &sen_contact_record, removed, "gone", &records_err));
	ok(sen_contacts_to_write(children_store, zoe, &list, &count, &records_err));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].contact.name, "Ewa Nowak");
	ck_assert_str_eq(list[1].contact.name, "Ola Nowak");
}
END_TEST

/* Only for this child: a brother's letters may go there. */
START_TEST(test_write_to_siblings)
{
	int64_t zoe = child("Zoe", "Nowak", "3B"), adam = child("Adam", "Nowak", "1A");
	struct sen_pupil_contact *link = sen_record_new(records_arena, &sen_pupil_contact_record);
	struct sen_write_to *list;
	size_t count;

	link->contact_id = contact("Jan Nowak", zoe, 1, 1);
	link->pupil_id = adam;
	link->relation = "PAF";
	ok(sen_record_insert(children_store, &sen_pupil_contact_record, link, &records_err));
	ok(sen_contacts_to_write(children_store, zoe, &list, &count, &records_err));
	ck_assert_uint_eq(count, 0);
	ok(sen_contacts_to_write(children_store, adam, &list, &count, &records_err));
	ck_assert_uint_eq(count, 1);
}
END_TEST

START_TEST(test_duty)
{
	int64_t zoe = child("Zoe", "Nowak", "3B"), lee = records_staff(children_store, "Mr Lee");
	struct sen_duty *duty = sen_record_new(records_arena, &sen_duty_record);

	duty->staff_id = lee;
	fails(sen_record_insert(children_store, &sen_duty_record, duty, &records_err), SEN_INVALID,
	      "for a child or for a class");
	duty->pupil_id = zoe;
	duty->from_on = day("2026-11-02");
	ok(sen_record_insert(children_store, &sen_duty_record, duty, &records_err));
	fails(sen_duty_end(children_store, lee, zoe, NULL, NULL, day("2026-11-01"), &records_err),
	      SEN_NOTFOUND, "no such responsibility");
	ok(sen_duty_end(children_store, lee, zoe, NULL, NULL, day("2026-11-16"), &records_err));
	ck_assert_int_eq(children_number("SELECT count(*) FROM duty WHERE until_on = '2026-11-16'"), 1);
	fails(sen_duty_end(children_store, lee, zoe, NULL, NULL, day("2026-11-20"), &records_err),
	      SEN_NOTFOUND, "no such responsibility");
}
END_TEST

/* The same day twice is one entry; to have read it is told once it was given. */
START_TEST(test_given)
{
	struct sen_given *given = sen_record_new(records_arena, &sen_given_record), again;
	bool fresh;

	given->record = "register";
	given->who = "Ms Hart";
	given->given_on = day("2026-11-16");
	again = *given;
	ok(sen_given_add(children_store, given, &fresh, &records_err));
	ck_assert(fresh);
	ok(sen_given_add(children_store, &again, &fresh, &records_err));
	ck_assert(!fresh);
	again.read_on = day("2026-11-18");
	ok(sen_given_add(children_store, &again, &fresh, &records_err));
	ck_assert(!fresh);
	ck_assert_int_eq(again.head.id, given->head.id);
	ck_assert_int_eq(children_number("SELECT count(*) FROM given WHERE read_on = '2026-11-18'"), 1);
}
END_TEST

/* The policy asks none before an agency (stages): nothing is refused. */
START_TEST(test_consent_before)
{
	int64_t zoe = child("Zoe", "Nowak", "3B"), held = -1;
	struct sen_consent *consent = sen_record_new(records_arena, &sen_consent_record);
	const char *known;

	ok(sen_consent_before(children_store, zoe, "agency", day("2026-11-20"), &held, &records_err));
	ck_assert_int_eq(held, 0);
	fails(sen_consent_before(children_store, zoe, "level:B", day("2026-11-20"), &held, &records_err),
	      SEN_INVALID, "needs consent");
	consent->pupil_id = zoe;
	consent->purpose = "Inclusion-Referral";
	consent->given_by = "Ewa Nowak";
	consent->from_on = day("2026-11-16");
	ok(sen_consent_prepare(children_store, consent, &known, &records_err));
	ck_assert_str_eq(consent->purpose, "inclusion-referral");
	ok(sen_record_insert(children_store, &sen_consent_record, consent, &records_err));
	ok(sen_consent_before(children_store, zoe, "level:B", day("2026-11-20"), &held, &records_err));
	ck_assert_int_eq(held, consent->head.id);
	fails(sen_consent_before(children_store, zoe, "level:B", day("2026-11-15"), &held, &records_err),
	      SEN_INVALID, "none holds");
}
END_TEST

static const struct {
	const char *accepted, *seen, *report;
	bool involved;
} involvement[] = {
	{NULL, NULL, NULL, false},
	{"2026-11-02", NULL, NULL, false},
	{NULL, "2026-11-09", NULL, false},
	{"2026-11-02", "2026-11-09", NULL, true},
	{"2026-11-02", NULL, "2026-11-16", true},
};

START_TEST(test_involved)
{
	struct sen_referral *referral = sen_record_new(records_arena, &sen_referral_record);

	referral->accepted_on = day(involvement[_i].accepted ? involvement[_i].accepted : "");
	referral->seen_on = day(involvement[_i].seen ? involvement[_i].seen : "");
	referral->report_on = day(involvement[_i].report ? involvement[_i].report : "");
	ck_assert_int_eq(sen_referral_involved(referral), involvement[_i].involved);
}
END_TEST

static const struct {
	const char *text, *what, *who, *due;
} actions[] = {
	{"word mat", "word mat", NULL, ""},
	{"word mat = Ms Hart", "word mat", "Ms Hart", ""},
	{"word mat = Ms Hart by 2026-12-04", "word mat", "Ms Hart", "2026-12-04"},
	{"ring the clinic by 30/11/2026", "ring the clinic", NULL, "2026-11-30"},
	{"sit by the door = Ms Hart by +2w", "sit by the door", "Ms Hart", "2026-12-06"},
	{"sit by the door", "sit by the door", NULL, ""},
	{"meet by fri", "meet", NULL, "2026-11-27"},
};

START_TEST(test_action_read)
{
	struct sen_action *action = sen_record_new(records_arena, &sen_action_record);
	char text[11];

	ok(sen_action_read(children_store, actions[_i].text, action, &records_err));
	ck_assert_str_eq(action->what, actions[_i].what);
	ck_assert_int_eq(!action->who, !actions[_i].who);
	if (action->who)
		ck_assert_str_eq(action->who, actions[_i].who);
	ck_assert_str_eq(sen_date_text(action->due_on, text), actions[_i].due);
}
END_TEST

Suite *suite_people(void)
{
	Suite *suite = suite_create("people");
	TCase *tc = tcase_create("people");

	tcase_add_checked_fixture(tc, children_setup, children_teardown);
	tcase_add_test(tc, test_write_to);
	tcase_add_test(tc, test_write_to_siblings);
	tcase_add_test(tc, test_duty);
	tcase_add_test(tc, test_given);
	tcase_add_test(tc, test_consent_before);
	tcase_add_loop_test(tc, test_involved, 0, SEN_COUNT(involvement));
	tcase_add_loop_test(tc, test_action_read, 0, SEN_COUNT(actions));
	suite_add_tcase(suite, tc);
	return suite;
}

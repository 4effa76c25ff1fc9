/* Every suite of unit tests; add yours here and in the table of main.c. */
#ifndef TEST_SUITES_H
#define TEST_SUITES_H

#include <check.h>
#include <sen/base.h>

Suite *suite_err(void);
Suite *suite_arena(void);
Suite *suite_text(void);
Suite *suite_date(void);
Suite *suite_calendar(void);
Suite *suite_json(void);
Suite *suite_db(void);
Suite *suite_pool(void);
Suite *suite_file(void);
Suite *suite_store(void);
Suite *suite_record(void);
Suite *suite_audit(void);
Suite *suite_undo(void);
Suite *suite_table(void);
Suite *suite_json_out(void);
Suite *suite_csv_out(void);
Suite *suite_text_out(void);
Suite *suite_html_out(void);
Suite *suite_page(void);
Suite *suite_names(void);
Suite *suite_care(void);
Suite *suite_tables(void);
Suite *suite_pupil(void);
Suite *suite_find(void);
Suite *suite_periods(void);
Suite *suite_concern(void);
Suite *suite_steps(void);
Suite *suite_need(void);
Suite *suite_attach(void);
Suite *suite_select(void);
Suite *suite_policy(void);
Suite *suite_law(void);
Suite *suite_owed(void);
Suite *suite_owed_file(void);
Suite *suite_deadlines(void);
Suite *suite_conformance(void);
Suite *suite_owed_around(void);
Suite *suite_people(void);
Suite *suite_plans(void);
Suite *suite_upn(void);
Suite *suite_value(void);
Suite *suite_csv(void);
Suite *suite_heading(void);
Suite *suite_form(void);
Suite *suite_mis(void);
Suite *suite_year(void);
Suite *suite_sessions(void);
Suite *suite_register_property(void);
Suite *suite_cost_property(void);

#endif

/* Runs every suite; an argument names the ones to run, --names says what there are.
 * Check's own variables (CK_FORK, CK_RUN_CASE, CK_VERBOSITY) work as its manual says. */
#include "unit/suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	Suite *(*make)(void);
} suites[] = {
	{"err", suite_err},
	{"arena", suite_arena},
	{"text", suite_text},
	{"date", suite_date},
	{"calendar", suite_calendar},
	{"json", suite_json},
	{"db", suite_db},
	{"pool", suite_pool},
	{"file", suite_file},
	{"store", suite_store},
	{"record", suite_record},
	{"audit", suite_audit},
	{"undo", suite_undo},
	{"table", suite_table},
	{"json_out", suite_json_out},
	{"csv_out", suite_csv_out},
	{"text_out", suite_text_out},
	{"html_out", suite_html_out},
	{"page", suite_page},
	{"names", suite_names},
	{"care", suite_care},
	{"tables", suite_tables},
	{"pupil", suite_pupil},
	{"find", suite_find},
	{"periods", suite_periods},
	{"concern", suite_concern},
	{"steps", suite_steps},
	{"need", suite_need},
	{"attach", suite_attach},
	{"select", suite_select},
	{"law", suite_law},
	{"ehc_steps", suite_ehc_steps},
	{"ehc_steps_edges", suite_ehc_steps_edges},
	{"ehc_plan", suite_ehc_plan},
	{"ehc_read", suite_ehc_read},
	{"ehc_case", suite_ehc_case},
	{"ehc_records", suite_ehc_records},
	{"policy", suite_policy},
	{"owed", suite_owed},
	{"owed_file", suite_owed_file},
	{"deadlines", suite_deadlines},
	{"conformance", suite_conformance},
	{"owed_around", suite_owed_around},
	{"owed_plans", suite_owed_plans},
	{"owed_school", suite_owed_school},
	{"disclosure", suite_disclosure},
	{"dispute", suite_dispute},
	{"people", suite_people},
	{"review", suite_review},
	{"annual", suite_annual},
	{"plans", suite_plans},
	{"plan", suite_plan},
	{"movement", suite_movement},
	{"upn", suite_upn},
	{"value", suite_value},
	{"csv", suite_csv},
	{"heading", suite_heading},
	{"form", suite_form},
	{"mis", suite_mis},
	{"year", suite_year},
	{"sessions", suite_sessions},
	{"provision", suite_provision},
	{"register_property", suite_register_property},
	{"cost_property", suite_cost_property},
	{"impact", suite_impact},
	{"evidence", suite_evidence},
};

static bool wanted(const char *name, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], name) == 0)
			return true;
	}
	return argc < 2;
}

int main(int argc, char **argv)
{
	SRunner *runner;
	int failed;

	if (argc == 2 && strcmp(argv[1], "--names") == 0) {
		for (size_t i = 0; i < SEN_COUNT(suites); i++)
			puts(suites[i].name);
		return 0;
	}
	runner = srunner_create(NULL);
	for (size_t i = 0; i < SEN_COUNT(suites); i++) {
		if (wanted(suites[i].name, argc, argv))
			srunner_add_suite(runner, suites[i].make());
	}
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? 1 : 0;
}

/* The list of reports: one row each, beside the verbs in cmd/report.c. */
#include <sen/report.h>

const struct sen_report sen_reports[] = {
	{"overdue", "what should have been done before today, and by whom"},
	{"due", "what falls due today and in the weeks to come"},
	{"register", "who is on the SEND register, at which level, since when; with --as-at on any day"},
	{"class",
	 "what the adults of a class need to know of each child: needs, strategies, medical, what is due"},
	{"caseload", "which adult answers for which children, and what is late for them"},
	{"handover", "the sheet of a class or a child for next year's teacher"},
	{"transfer",
	 "which children with an EHC plan change phase next September, and by when the plan is amended"},
	{"given", "who was given the register or a plan and has not read it; who was never given the register"},
	{"conformance",
	 "where the records fall short of the law, the policy, or look doubtful after an import"},
	{"chronology", "everything that happened for one child, in order of date"},
	{"list", "every report with one line on what it answers"},
};
const size_t sen_report_count = SEN_COUNT(sen_reports);

static const struct sen_column columns[] = {
	{.name = "report", .label = "Report", .kind = SEN_C_TEXT, .help = "its name"},
	{.name = "answers",
	 .label = "What it answers",
	 .kind = SEN_C_TEXT,
	 .flags = SEN_COL_WIDE,
	 .help = "in one line"},
};
const struct sen_query sen_report_list = {.name = "report-list",
					  .title = "Reports",
					  .version = 1,
					  .columns = columns,
					  .count = SEN_COUNT(columns)};

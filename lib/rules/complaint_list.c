/* Complaints with what the policy and their steps say of each (R73): the rows of the
 * list, the page and the report. */
#include "model/model.h"
#include "rules/rules.h"

#include <sen/dispute.h>
#include <string.h>

/* The child's name, class now, and whether an EHC plan stood when it was raised. */
static int read_child(struct sen_store *store, struct sen_complaint_row *row, struct sen_err *err)
{
	static const char sql[] =
		"SELECT " MODEL_NAME
		", (SELECT e.class FROM enrolment e WHERE e.pupil_id = p.id AND e.voided_at "
		"IS NULL AND " MODEL_AT_DAY(
			"e") "), EXISTS (SELECT 1 FROM register_entry r WHERE r.pupil_id = p.id AND "
			     "r.voided_at "
			     "IS NULL AND r.census = 'E' AND (r.from_on IS NULL OR r.from_on <= :raised) AND"
			     " (r.until_on IS NULL OR r.until_on > :raised)) FROM pupil p WHERE p.id = "
			     ":pupil";
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_date(stmt, ":day", sen_store_day(store));
	db_bind_date(stmt, ":raised", row->complaint.raised_on);
	db_bind_int(stmt, ":pupil", row->complaint.pupil_id);
	if ((rc = db_step(stmt, err)) == 1) {
		row->pupil = sen_strdup(store->arena, db_col_text(stmt, 0, NULL));
		row->class_name = sen_strdup(store->arena, db_col_text(stmt, 1, NULL));
		row->ehc = db_col_int(stmt, 2) == 1;
	}
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

static int read_row(struct sen_store *store, const struct sen_policy_set *policies,
		    struct sen_complaint_row *row, struct sen_err *err)
{
	const struct sen_complaint *complaint = &row->complaint;
	const struct sen_policy *policy =
		sen_policy_on(policies, complaint->head.school_id, complaint->raised_on);
	struct sen_milestone *steps;
	size_t count;
	int rc = complaint->pupil_id == SEN_NO_INT ? 0 : read_child(store, row, err);

	if (rc < 0 || (rc = sen_complaint_steps(store, complaint, &steps, &count, err)) < 0)
		return rc;
	row->stage_name = sen_complaint_stage_name(policy, complaint->stage);
	row->answered_on = sen_complaint_answered(steps, count, complaint);
	row->told_on = sen_complaint_told(steps, count, complaint);
	row->tells = sen_complaint_tells(policy, complaint) != NULL;
	row->stage_after = sen_complaint_stage_after(policy, complaint->stage);
	return 0;
}

int sen_complaint_row(struct sen_store *store, const struct sen_complaint *complaint,
		      struct sen_complaint_row *out, struct sen_err *err)
{
	const struct sen_policy_set *policies;
	int rc = sen_policies(store, &policies, err);

	*out = (struct sen_complaint_row){
		.complaint = *complaint, .answered_on = SEN_NO_DATE, .told_on = SEN_NO_DATE};
	return rc < 0 ? rc : read_row(store, policies, out, err);
}

const char *sen_complaint_next(struct sen_arena *arena, const struct sen_complaint_row *row)
{
	const struct sen_complaint *complaint = &row->complaint;
	long long id = (long long)complaint->head.id;
	char day[16];

	if (complaint->closed_on != SEN_NO_DATE)
		return NULL;
	if (row->tells && row->told_on == SEN_NO_DATE)
		return sen_format(arena,
				  "contact the local authority, at once: sendctl complaint record CM%lld "
				  "--event authority-told%s%s",
				  id,
				  complaint->answer_by == SEN_NO_DATE || row->answered_on != SEN_NO_DATE
					  ? ""
					  : "; then answer it by ",
				  complaint->answer_by == SEN_NO_DATE || row->answered_on != SEN_NO_DATE
					  ? ""
					  : sen_date_long(complaint->answer_by, day));
	if (row->answered_on == SEN_NO_DATE && complaint->answer_by == SEN_NO_DATE)
		return sen_format(arena,
				  "answer it: sendctl complaint record CM%lld --event replied; a day is "
				  "promised with: sendctl complaint edit CM%lld --due DATE",
				  id, id);
	if (row->answered_on == SEN_NO_DATE)
		return sen_format(arena, "answer it by %s: sendctl complaint record CM%lld --event replied",
				  sen_date_long(complaint->answer_by, day), id);
	return sen_format(arena, "settled? sendctl complaint close CM%lld --result TEXT%s", id,
			  row->stage_after ? sen_format(arena, "; if not: sendctl complaint step CM%lld %s",
							id, row->stage_after)
					   : "");
}

int sen_complaints(struct sen_store *store, sen_date from, sen_date until, struct sen_complaint_row **out,
		   size_t *count, struct sen_err *err)
{
	static const char tail[] = " WHERE voided_at IS NULL AND (:school IS NULL OR school_id = :school)"
				   " AND (:from IS NULL OR raised_on >= :from)"
				   " AND (:until IS NULL OR raised_on < :until) ORDER BY raised_on, id";
	const struct sen_policy_set *policies;
	const struct sen_complaint *all;
	struct db_stmt *stmt;
	void *records;
	int rc = sen_policies(store, &policies, err);

	if (rc < 0 || (rc = record_select(store, &sen_complaint_record, tail, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
	db_bind_date(stmt, ":from", from);
	db_bind_date(stmt, ":until", until);
	rc = record_all(store, &sen_complaint_record, stmt, &records, count, err);
	db_reset(stmt);
	if (rc < 0)
		return rc;
	all = records;
	*out = SEN_NEW(store->arena, struct sen_complaint_row, *count + 1);
	for (size_t i = 0; i < *count && rc == 0; i++) {
		(*out)[i].complaint = all[i];
		(*out)[i].answered_on = (*out)[i].told_on = SEN_NO_DATE;
		rc = read_row(store, policies, &(*out)[i], err);
	}
	return rc;
}

/* ---- What is printed: the rows are gathered (cmd/complaint_list.c) ---- */

#define COLUMNS(page)                                                                                        \
	{"id", "Id", SEN_C_ID, 0, "CM", NULL, "complaint id"},                                               \
		{"raised_on", "Raised", SEN_C_DATE, 0, NULL, NULL, "the day it was raised"},                 \
		{"raised_by", "By", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "who complains"},                  \
		{"relation", "Who is", SEN_C_TEXT, page, NULL, NULL, "parent, agency ..."},                  \
		{"pupil_id", "Pupil id", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "the child it is about"},       \
		{"pupil", "Child", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child it is about"},           \
		{"class", "Class", SEN_C_TEXT, page, NULL, NULL, "class on that day"},                       \
		{"about", "About", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "in their words"}, \
		{"stage", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "stage, the policy's code"},        \
		{"stage_name", "Stage", SEN_C_TEXT, 0, NULL, NULL, "its name in the policy"},                \
		{"formal", "Formal", SEN_C_BOOL, 0, NULL, NULL, "a formal complaint"},                       \
		{"serious", "Serious", SEN_C_BOOL, 0, NULL, NULL, "a serious one"},                          \
		{"answer_by", "Answer by", SEN_C_DATE, 0, NULL, NULL, "promised by"},                        \
		{"answered_on", "Answered", SEN_C_DATE, page, NULL, NULL, "at the stage it is at"},          \
		{"authority_told_on",                                                                        \
		 "Authority told",                                                                           \
		 SEN_C_DATE,                                                                                 \
		 page,                                                                                       \
		 NULL,                                                                                       \
		 NULL,                                                                                       \
		 "the local authority was contacted"},                                                       \
		{"state", "State", SEN_C_TEXT, SEN_COL_ALERT, NULL, NULL, "open, overdue or settled"},       \
		{"closed_on", "Settled", SEN_C_DATE, page, NULL, NULL, "the day it was settled"},            \
		{"result", "Result", SEN_C_TEXT,       SEN_COL_WIDE | SEN_COL_PERSON | (page),               \
		 NULL,	   NULL,     "what came of it"},                                                     \
		{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON | (page), NULL, NULL, "note"},    \
		{"next", "Next", SEN_C_TEXT, SEN_COL_WIDE | (page), NULL, NULL, "what is to be done now"},   \
	{                                                                                                    \
		"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"                      \
	}
static const struct sen_column list_columns[] = {COLUMNS(SEN_COL_QUIET)};
const struct sen_query sen_complaint_list = {.name = "complaint-list",
					     .title = "Complaints",
					     .version = 1,
					     .columns = list_columns,
					     .count = SEN_COUNT(list_columns),
					     .empty = "No complaint fits."};

static const struct sen_column step_columns[] = {
	{"id", "Id", SEN_C_ID, SEN_COL_QUIET, "MS", NULL, "the entry"},
	{"happened_on", "Day", SEN_C_DATE, 0, NULL, NULL, "the day of it"},
	{"event", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "its code"},
	{"what", "What happened", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the same in words"},
	{"who", "Who", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "who"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE | SEN_COL_PERSON, NULL, NULL, "note"},
};
static const struct sen_column way_columns[] = {
	{"code", "Code", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "the policy's code"},
	{"name", "By the policy", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "its name"},
	{"kind", "Is", SEN_C_TEXT, 0, NULL, NULL, "stage, duty, told or elsewhere"},
	{"cite", "From", SEN_C_TEXT, 0, NULL, NULL, "section of the policy"},
};
static const struct sen_query parts[] = {
	{.name = "steps",
	 .title = "What happened",
	 .columns = step_columns,
	 .count = SEN_COUNT(step_columns)},
	{.name = "way",
	 .title = "The way of a complaint",
	 .columns = way_columns,
	 .count = SEN_COUNT(way_columns)},
};
static const struct sen_column page_columns[] = {COLUMNS(0)};
const struct sen_query sen_complaint_page = {.name = "complaint-show",
					     .title = "Complaint",
					     .version = 1,
					     .columns = page_columns,
					     .count = SEN_COUNT(page_columns),
					     .parts = parts,
					     .part_count = SEN_COUNT(parts),
					     .flags = SEN_Q_PAGE};

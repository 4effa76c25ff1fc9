/* Targets of a plan: rows, not prose (R31, R35). */
#include "model/model.h"

#include <sen/plan.h>

const struct sen_code_row sen_target_horizons[] = {
	{"short", "Short term"}, {"long", "Long term"}, {NULL, NULL}};
const struct sen_code_row sen_target_ends[] = {
	{"met", "Met"},		{"kept", "Carried over"},	    {"changed", "Changed"},
	{"dropped", "Dropped"}, {"closed", "Closed with the plan"}, {NULL, NULL}};

#define S struct sen_target
static const struct sen_field target_fields[] = {
	FIELD_REF(S, "plan_id", plan_id, SEN_F_REQUIRED | SEN_F_FIXED | SEN_F_POSITIONAL, "plan", "plan",
		  "PLAN", "the plan"),
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_INTERNAL | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_INT(S, "number", number, SEN_K_INT, SEN_F_INTERNAL, NULL, "N", "its place in the plan"),
	FIELD_TEXT(S, "horizon", horizon, SEN_K_CODE, 0, 30, sen_target_horizons, NULL, "CODE",
		   "short or long term"),
	FIELD_TEXT(S, "target", target, SEN_K_NOTE, SEN_F_REQUIRED | SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "what the child will be able to do"),
	FIELD_TEXT(S, "baseline", baseline, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "where the child is now"),
	FIELD_TEXT(S, "success", success, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how it will be known that it is met"),
	FIELD_TEXT(S, "measure", measure, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how it is measured"),
	FIELD_DATE(S, "due_on", due_on, SEN_F_FUTURE, "due", "by when"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "NAME", "who helps"),
	FIELD_TEXT(S, "strategies", strategies, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "strategies for it"),
	FIELD_TEXT(S, "home", home, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "help at home for it"),
	FIELD_TEXT(S, "ehc_outcome", ehc_outcome, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "O3",
		   "the outcome of the EHC plan it works towards"),
	FIELD_REF(S, "before_id", before_id, SEN_F_INTERNAL, "target", NULL, "ID",
		  "the target it carries on"),
	FIELD_INT(S, "carried", carried, SEN_K_INT, SEN_F_INTERNAL, NULL, "N",
		  "how often it was carried over"),
	FIELD_TEXT(S, "ended_as", ended_as, SEN_K_CODE, SEN_F_INTERNAL, 30, sen_target_ends, NULL, "CODE",
		   "how it ended"),
	FIELD_DATE(S, "ended_on", ended_on, SEN_F_INTERNAL | SEN_F_PAST, NULL, "the day it ended"),
};
#undef S

static int target_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	return model_check_child(store, &sen_target_record, record, old, err);
}

const struct sen_record sen_target_record = {.noun = "target",
					     .table = "target",
					     .prefix = "T",
					     .title = "Target",
					     .flags = SEN_R_PUPIL | SEN_R_OWED,
					     .size = sizeof(struct sen_target),
					     .fields = target_fields,
					     .count = SEN_COUNT(target_fields),
					     .pupil_offset = offsetof(struct sen_target, pupil_id),
					     .check = target_check};

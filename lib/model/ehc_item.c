/* The sections of an EHC plan as rows (reg 12(1)): needs, outcomes, provision. */
#include "model/ehc_sql.h"

#include <sen/ehc.h>
#include <string.h>

const struct sen_code_row sen_ehc_sections[] = {EHC_SECTIONS(EHC_ROW){NULL, NULL}};
const struct sen_code_row sen_ehc_per[] = {{"day", "a day"},
					   {"week", "a week"},
					   {"fortnight", "a fortnight"},
					   {"half-term", "a half term"},
					   {"term", "a term"},
					   {"year", "a year"},
					   {NULL, NULL}};

#define S struct sen_ehc_item
#define I SEN_F_INTERNAL
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, I | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_REF(S, "ehc_id", ehc_id, I | SEN_F_FIXED, "ehcp", NULL, "ID", "the EHC case"),
	FIELD_TEXT(S, "section", section, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 0, sen_ehc_sections, NULL,
		   "SECTION", "A to G, H1, H2, I, J or K"),
	FIELD_INT(S, "number", number, SEN_K_INT, SEN_F_FIXED, NULL, "N", "its number in the section"),
	FIELD_INT(S, "since", since, SEN_K_INT, I, NULL, "N", "the version it first stands in"),
	FIELD_INT(S, "until", until, SEN_K_INT, I, NULL, "N", "the first version it is no longer in"),
	FIELD_REF(S, "before_id", before_id, I, "ehcp-item", NULL, "ID", "its words before"),
	FIELD_TEXT(S, "words", words, SEN_K_NOTE, SEN_F_REQUIRED | P, 0, NULL, NULL, "TEXT",
		   "what the plan says"),
	FIELD_TEXT(S, "serves", serves, SEN_K_LINE, 0, 200, NULL, NULL, "LABELS",
		   "the needs and outcomes it serves: \"B1 E2\""),
	FIELD_TEXT(S, "type", type, SEN_K_LINE, 0, 100, NULL, NULL, "TYPE",
		   "B: type of need; I: of school; K: whose advice"),
	FIELD_INT(S, "minutes", minutes, SEN_K_MINUTES, 0, NULL, "MINUTES", "minutes each time"),
	FIELD_INT(S, "times", times, SEN_K_INT, 0, NULL, "N", "how many times"),
	FIELD_TEXT(S, "per", per, SEN_K_CODE, 0, 0, sen_ehc_per, NULL, "PERIOD",
		   "in a day, week, fortnight, half-term, term or year"),
	FIELD_INT(S, "weeks", weeks, SEN_K_INT, 0, NULL, "N", "for how many weeks"),
	FIELD_TEXT(S, "who", who, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "who gives it; whose advice it is"),
	FIELD_TEXT(S, "ratio", ratio, SEN_K_LINE, 0, 20, NULL, NULL, "RATIO", "adults to children: 1:1, 1:4"),
	FIELD_DATE(S, "dated_on", dated_on, 0, "dated", "K: the date of the advice"),
	FIELD_DATE(S, "due_on", due_on, SEN_F_FUTURE, "due", "E: to be reached by"),
	FIELD_INT(S, "pence", pence, SEN_K_PENCE, 0, "pounds", "POUNDS", "J: the sum a year"),
	FIELD_TEXT(S, "provisions", provisions, SEN_K_LINE, I, 200, NULL, NULL, "IDS",
		   "F: the provision that gives it"),
};
#undef P
#undef I
#undef S

/* "32.5 hours a week" is one sum of minutes; a whole week has no more. */
enum { EHC_MINUTES_MOST = 7 * 24 * 60 };

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_ehc_item *now = record;
	int rc = model_check_child(store, &sen_ehc_item_record, record, old, err);

	if (rc == 0)
		rc = model_clean(store, &sen_ehc_item_record, record, err);

	if (rc < 0 || (rc = model_check_count(now->minutes, "--minutes", EHC_MINUTES_MOST, err)) < 0 ||
	    (rc = model_check_count(now->times, "--times", 200, err)) < 0)
		return rc;
	return model_check_count(now->weeks, "--weeks", 60, err);
}

static const char events[] =
	"SELECT dated_on AS on_date, 'ehcp-item' AS noun, id, 'advice for the EHC plan'"
	" || CASE WHEN who IS NULL THEN '' ELSE ', ' || who END || ': ' || words AS what, voided_at"
	" FROM ehc_item WHERE pupil_id = :pupil AND dated_on IS NOT NULL";

const struct sen_record sen_ehc_item_record = {.noun = "ehcp-item",
					       .table = "ehc_item",
					       .prefix = "O",
					       .title = "EHC plan entry",
					       .flags = SEN_R_PUPIL | SEN_R_FACT | SEN_R_OWED,
					       .size = sizeof(struct sen_ehc_item),
					       .fields = fields,
					       .count = SEN_COUNT(fields),
					       .pupil_offset = offsetof(struct sen_ehc_item, pupil_id),
					       .check = check,
					       .events = events,
					       .correct_with =
						       "write its words again with 'sendctl ehcp section'"};

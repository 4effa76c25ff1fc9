/* Views of parents, pupils and staff: answers to question sets, and words (R75). */
#include "model/model.h"

#include <sen/meeting.h>

const struct sen_code_row sen_audiences[] = {
	{"parent", "Parents"}, {"pupil", "Pupils"}, {"staff", "Staff"}, {NULL, NULL}};

#define S struct sen_voice
static const struct sen_field voice_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_FIXED, "pupil", "pupil", "PUPIL",
		  "the child it is of, or is about"),
	FIELD_TEXT(S, "audience", audience, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 30, sen_audiences, NULL,
		   "WHO", "parent, pupil or staff"),
	FIELD_DATE(S, "given_on", given_on, SEN_F_REQUIRED | SEN_F_TODAY | SEN_F_PAST, "on",
		   "the day (today)"),
	FIELD_TEXT(S, "how", how, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "how it was gathered"),
	FIELD_TEXT(S, "question_set", question_set, SEN_K_LINE, SEN_F_FIXED, 40, NULL, "set", "SET",
		   "the set of questions"),
	FIELD_TEXT(S, "question", question, SEN_K_LINE, SEN_F_FIXED, 40, NULL, NULL, "QUESTION",
		   "the question, by code"),
	FIELD_TEXT(S, "answer", answer, SEN_K_LINE, 0, 60, NULL, NULL, "ANSWER", "the answer, by code"),
	FIELD_TEXT(S, "words", words, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "in their words"),
};
#undef S

static int voice_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_voice *now = record;
	int rc = now->pupil_id == SEN_NO_INT ? 0
					     : model_check_child(store, &sen_voice_record, record, old, err);
	if (rc < 0 || (rc = model_check_past(store, now->given_on, "--on", err)) < 0)
		return rc;
	if (!now->answer && !now->words) {
		sen_fail(err, SEN_INVALID, "nothing was said: there is neither an answer nor words");
		sen_hint(err, "Give --answer QUESTION=ANSWER with --set SET, or --words TEXT.");
		return err->code;
	}
	if (now->answer && (!now->question || !now->question_set))
		return sen_fail(err, SEN_INVALID, "an answer belongs to a question of a set");
	return 0;
}

static const char events[] =
	"SELECT given_on AS on_date, 'voice' AS noun, id, 'views of the ' || audience || CASE WHEN words IS "
	"NULL THEN ''"
	" ELSE ': ' || words END AS what, voided_at FROM voice WHERE pupil_id = :pupil AND words IS NOT NULL"
	" UNION ALL SELECT given_on, 'voice', MIN(id), 'views of the ' || audience || ', questions answered "
	"('"
	" || question_set || '): ' || COUNT(*), NULL FROM voice WHERE pupil_id = :pupil"
	" AND answer IS NOT NULL AND voided_at IS NULL GROUP BY given_on, audience, question_set";

const struct sen_record sen_voice_record = {.noun = "voice",
					    .table = "voice",
					    .prefix = "V",
					    .title = "Views",
					    .flags = SEN_R_PUPIL,
					    .size = sizeof(struct sen_voice),
					    .fields = voice_fields,
					    .count = SEN_COUNT(voice_fields),
					    .pupil_offset = offsetof(struct sen_voice, pupil_id),
					    .check = voice_check,
					    .events = events};

/* The school's catalogue of interventions and other provision (R36). */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_intervention
static const struct sen_field intervention_fields[] = {
	FIELD_TEXT(S, "name", name, SEN_K_NAME, SEN_F_REQUIRED | SEN_F_POSITIONAL, 0, NULL, NULL, "NAME",
		   "what it is called: Precision Teaching"),
	FIELD_TEXT(S, "wave", wave, SEN_K_LINE, 0, 30, NULL, NULL, "WAVE", "wave or level it belongs to"),
	FIELD_TEXT(S, "area", area, SEN_K_CODE, 0, 30, sen_area_codes, NULL, "AREA", "area of need"),
	FIELD_TEXT(S, "kind", kind, SEN_K_LINE, 0, 200, NULL, NULL, "KIND",
		   "kind of provision: of the policy's list, or a word of your own"),
	FIELD_TEXT(S, "evidence", evidence, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "what is known of how well it works"),
	FIELD_TEXT(S, "measure", measure, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "how its effect is measured"),
	FIELD_INT(S, "minutes", minutes, SEN_K_MINUTES, 0, NULL, "N", "minutes of a session"),
	FIELD_INT(S, "times", times, SEN_K_INT, 0, NULL, "N", "times a week"),
	FIELD_INT(S, "weeks", weeks, SEN_K_INT, 0, NULL, "N", "weeks"),
	FIELD_INT(S, "group_size", group_size, SEN_K_INT, 0, NULL, "N", "children in a group at most"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "a note"),
	FIELD_DATE(S, "ended_on", ended_on, 0, NULL, "the day it is offered no more"),
};
#undef S

static const char same_sql[] =
	"SELECT id FROM intervention WHERE school_id = :school AND id <> :id AND voided_at IS NULL"
	" AND lower(name) = lower(:name)";

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_intervention *now = record;
	const struct model_value values[] = {
		{":school", NULL, now->head.school_id > 0 ? now->head.school_id : store->school_id},
		{":id", NULL, now->head.id},
		{":name", now->name, 0},
		{NULL, NULL, 0}};
	int64_t other;
	int rc;

	(void)old;
	if ((rc = model_check_count(now->minutes, "--minutes", SEN_MINUTES_MOST, err)) < 0 ||
	    (rc = model_check_count(now->times, "--times", SEN_TIMES_MOST, err)) < 0 ||
	    (rc = model_check_count(now->weeks, "--weeks", SEN_WEEKS_MOST, err)) < 0 ||
	    (rc = model_check_count(now->group_size, "--group-size", 1000, err)) < 0 ||
	    (rc = model_row(store, same_sql, values, &other, err)) < 0)
		return rc;
	if (!other)
		return 0;
	sen_fail(err, SEN_CONFLICT, "an intervention of that name is there already: I%lld", (long long)other);
	sen_hint(err, "see 'sendctl intervention show I%lld'", (long long)other);
	return err->code;
}

static int find(struct sen_store *store, const char *text, int64_t *id, struct sen_err *err)
{
	static const char sql[] = "SELECT id FROM intervention WHERE voided_at IS NULL AND (:school IS NULL "
				  "OR school_id = :school)"
				  " AND lower(name) = lower(:text)";

	return model_find(store, sql, text, id, err);
}

const struct sen_record sen_intervention_record = {
	.noun = "intervention",
	.table = "intervention",
	.prefix = "I",
	.title = "Intervention",
	.flags = 0,
	.size = sizeof(struct sen_intervention),
	.fields = intervention_fields,
	.count = SEN_COUNT(intervention_fields),
	.check = check,
	.find = find,
};

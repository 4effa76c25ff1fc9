/* A place in specialist provision: hub, unit, alternative provision (R17). */
#include "model/model.h"

#define S struct sen_placement
#define P SEN_F_PERSONAL
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, SEN_F_REQUIRED, 50, NULL, NULL, "KIND",
		   "a code of the policy's placements, or hub, unit, resourced, alternative"),
	FIELD_TEXT(S, "setting", setting, SEN_K_LINE, P, 0, NULL, NULL, "NAME", "which one"),
	FIELD_INT(S, "commissioned", commissioned, SEN_K_BOOL, 0, NULL, "yes|no",
		  "a place the local authority commissioned"),
	FIELD_INT(S, "named", named, SEN_K_BOOL, 0, NULL, "yes|no", "named in the child's EHC plan"),
	FIELD_TEXT(S, "agreed_by", agreed_by, SEN_K_LINE, P, 0, NULL, "by", "NAME", "who agreed it"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "the first day (today)"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, P, 0, NULL, NULL, "TEXT", "days, travel, what was agreed"),
};
#undef P
#undef S

static const char overlap_sql[] = MODEL_OVERLAP("placement", " AND kind = :key");

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_placement *now = record;
	struct model_period period = {now->head.id, now->pupil_id, now->from_on, now->until_on, now->kind, 0};
	int64_t other;
	int rc = model_check_child(store, &sen_placement_record, record, old, err);
	if (rc < 0 || (rc = model_overlap(store, overlap_sql, &period, &other, err)) < 0)
		return rc;
	if (other) {
		sen_fail(err, SEN_CONFLICT,
			 "the child has a place of that kind already in that time (PC%lld)",
			 (long long)other);
		sen_hint(err, "end that one first: 'sendctl placement edit PC%lld --until DATE'",
			 (long long)other);
		return err->code;
	}
	return old ? 0 : model_check_here(store, now->pupil_id, now->from_on, "a placement", err);
}

static const char events[] =
	"SELECT from_on AS on_date, 'placement' AS noun, id, 'placement begins: ' || coalesce(setting, kind)"
	" || coalesce(', agreed by ' || agreed_by, '') AS what, voided_at FROM placement WHERE pupil_id = "
	":pupil"
	" UNION ALL SELECT until_on, 'placement', id, 'placement ended: ' || coalesce(setting, kind), "
	"voided_at"
	" FROM placement WHERE pupil_id = :pupil AND until_on IS NOT NULL";

const struct sen_record sen_placement_record = {.noun = "placement",
						.table = "placement",
						.prefix = "PC",
						.title = "Placement",
						.flags = SEN_R_PUPIL,
						.size = sizeof(struct sen_placement),
						.fields = fields,
						.count = SEN_COUNT(fields),
						.pupil_offset = offsetof(struct sen_placement, pupil_id),
						.check = check,
						.events = events};

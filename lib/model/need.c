/* Needs: DfE types in rank order, as periods (R7). */
#include "model/model.h"
#include <sen/text.h>
#include <string.h>

#define S struct sen_need
static const struct sen_field fields[] = {
	FIELD_PUPIL(S),
	FIELD_TEXT(S, "type", type, SEN_K_CODE, SEN_F_REQUIRED | SEN_F_FIXED, 0, sen_need_codes, NULL, "TYPE",
		   "SLCN ASD SPLD MLD SLD PMLD SEMH HI VI MSI PD DS OTH NSA"),
	FIELD_INT(S, "rank", rank, SEN_K_INT, SEN_F_REQUIRED, NULL, "N", "1 is the primary need"),
	FIELD_TEXT(S, "specialist", specialist, SEN_K_LINE, 0, 0, NULL, NULL, "NAME",
		   "who assessed it, where a specialist did"),
	FIELD_DATE(S, "from_on", from_on, 0, "on", "since when; unknown if left out"),
	FIELD_DATE(S, "until_on", until_on, 0, "until", "the first day after"),
	FIELD_TEXT(S, "known_by", known_by, SEN_K_LINE, 0, 0, NULL, NULL, "TEXT", "how it is known"),
};
#undef S

static const char type_sql[] = MODEL_OVERLAP("need", " AND type = :key");
static const char rank_sql[] = MODEL_OVERLAP("need", " AND rank = :rank");

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	const struct sen_need *now = record;
	struct model_period period = {now->head.id, now->pupil_id, now->from_on, now->until_on, now->type, 0};
	int64_t other;
	int rc = model_check_child(store, &sen_need_record, record, old, err);
	if (rc < 0 || store->importing)
		return rc;
	if (now->rank < 1)
		return sen_fail(err, SEN_INVALID, "rank: the primary need is 1, the next 2");
	if ((rc = model_overlap(store, type_sql, &period, &other, err)) < 0)
		return rc;
	if (other)
		return sen_fail(err, SEN_INVALID, "the need %s is recorded already in that time (ND%lld)",
				now->type, (long long)other);
	period.key = NULL;
	period.rank = now->rank;
	if ((rc = model_overlap(store, rank_sql, &period, &other, err)) < 0 || !other)
		return rc;
	sen_fail(err, SEN_INVALID, "the child has %s already (ND%lld)",
		 now->rank == 1 ? "a primary need" : "a need of that rank", (long long)other);
	sen_hint(err, "give all the needs in their order: 'sendctl pupil need P%lld SLCN,MLD'",
		 (long long)now->pupil_id);
	return err->code;
}

static const char events[] =
	"SELECT from_on AS on_date, 'need' AS noun, id, CASE rank WHEN 1 THEN 'primary need ' WHEN 2 THEN "
	"'second need ' ELSE 'need ' "
	"END"
	" || type || CASE WHEN specialist IS NULL THEN '' ELSE ', assessed by ' || specialist END AS what,"
	" voided_at FROM need WHERE pupil_id = :pupil AND from_on IS NOT NULL";

const struct sen_record sen_need_record = {
	.noun = "need",
	.table = "need",
	.prefix = "ND",
	.title = "Need",
	.flags = SEN_R_PUPIL | SEN_R_OWED | SEN_R_FACT,
	.size = sizeof(struct sen_need),
	.fields = fields,
	.count = SEN_COUNT(fields),
	.pupil_offset = offsetof(struct sen_need, pupil_id),
	.check = check,
	.events = events,
	.correct_with =
		"give the needs as they are from a day with 'sendctl pupil need PUPIL TYPE,TYPE --on DATE'"};

static int check_types(const char *const *types, size_t count, struct sen_err *err)
{
	for (size_t i = 0; i < count; i++) {
		const char *code = sen_code_find(sen_need_codes, types[i]);
		if (!code || strcmp(code, types[i]) != 0) {
			sen_fail(err, SEN_INVALID, "no type of need '%s'", types[i]);
			sen_hint(err, "one of SLCN ASD SPLD MLD SLD PMLD SEMH HI VI MSI PD DS OTH NSA");
			return err->code;
		}
		for (size_t j = 0; j < i; j++) {
			if (strcmp(types[j], types[i]) == 0)
				return sen_fail(err, SEN_INVALID, "the need %s is given twice", types[i]);
		}
	}
	return 0;
}

/* Where in the new order this need stands with nothing changed; else count. */
static size_t kept_at(const struct sen_need *need, const char *const *types, size_t count,
		      const char *specialist)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(types[i], need->type) == 0)
			return need->rank == (int64_t)i + 1 &&
					       (!specialist || model_same(specialist, need->specialist))
				       ? i
				       : count;
	}
	return count;
}

/* Ends one that the new order changes, on the day; one that began that very day
 * was a slip and ends before it held. */
static int end_need(struct sen_store *store, struct sen_need *need, sen_date from, struct sen_err *err)
{
	char day[16];
	if (need->from_on != SEN_NO_DATE && need->from_on > from) {
		sen_fail(err, SEN_INVALID, "the need %s is recorded from %s, after that day", need->type,
			 sen_date_long(need->from_on, day));
		sen_hint(err, "give a later day with --on");
		return err->code;
	}
	need->until_on = from;
	return sen_record_update(store, &sen_need_record, need, err);
}

int sen_needs_set(struct sen_store *store, int64_t pupil_id, const char *const *types, size_t count,
		  sen_date from, const char *specialist, const char *known_by, struct sen_err *err)
{
	struct sen_need *all;
	size_t n;
	bool *kept = SEN_NEW(store->arena, bool, count + 1);
	int rc = check_types(types, count, err);
	if (rc < 0 ||
	    (rc = sen_record_of_pupil(store, &sen_need_record, pupil_id, (void **)&all, &n, err)) < 0)
		return rc;
	for (size_t i = 0; i < n && rc == 0; i++) {
		if (all[i].until_on != SEN_NO_DATE)
			continue;
		size_t at = kept_at(&all[i], types, count, specialist);
		if (at < count) {
			kept[at] = true;
			continue;
		}
		/* What follows another cannot begin at an unknown day. */
		if (from == SEN_NO_DATE)
			from = store->context.today;
		rc = end_need(store, &all[i], from, err);
	}
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct sen_need *need;
		if (kept[i])
			continue;
		need = sen_record_new(store->arena, &sen_need_record);
		need->pupil_id = pupil_id;
		need->type = types[i];
		need->rank = (int64_t)i + 1;
		need->specialist = specialist;
		need->from_on = from;
		need->known_by = known_by;
		rc = sen_record_insert(store, &sen_need_record, need, err);
	}
	return rc;
}

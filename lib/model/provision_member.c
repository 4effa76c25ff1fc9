/* The children in a provision, each with a period of their own and what was
 * measured, and the targets it serves for them (R36, R41). */
#include "model/model.h"

#include <sen/plan.h>
#include <sen/provision.h>

#define S struct sen_provision_pupil
static const struct sen_field provision_pupil_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_REQUIRED | SEN_F_FIXED, "pupil", "pupil", "PUPIL",
		  "the child"),
	FIELD_REF(S, "provision_id", provision_id, SEN_F_REQUIRED | SEN_F_FIXED, "provision", "provision",
		  "PROVISION", "the provision"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "the first day"),
	FIELD_DATE(S, "until_on", until_on, SEN_F_FUTURE, "until", "the first day after"),
	FIELD_TEXT(S, "end_reason", end_reason, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT",
		   "why it ended"),
	FIELD_TEXT(S, "entry", entry, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "VALUE",
		   "measured at the start"),
	FIELD_DATE(S, "entry_on", entry_on, SEN_F_PAST, NULL, "the day it was measured"),
	FIELD_TEXT(S, "exit", exit, SEN_K_LINE, SEN_F_PERSONAL, 0, NULL, NULL, "VALUE",
		   "measured at the end"),
	FIELD_DATE(S, "exit_on", exit_on, SEN_F_PAST, NULL, "the day it was measured"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, SEN_F_PERSONAL, 0, NULL, NULL, "TEXT", "note"),
};
#undef S

static const char overlap_sql[] = MODEL_OVERLAP("provision_pupil", " AND provision_id = :rank");

static int check_period(struct sen_store *store, const struct sen_provision_pupil *now, struct sen_err *err)
{
	struct model_period period = {now->head.id,  now->pupil_id, now->from_on,
				      now->until_on, NULL,	    now->provision_id};
	struct sen_provision provision;
	int64_t clash;
	int rc = sen_record_get(store, &sen_provision_record, now->provision_id, &provision, err);

	if (rc < 0 || (rc = model_overlap(store, overlap_sql, &period, &clash, err)) < 0)
		return rc;
	if (provision.head.voided_at || provision.head.school_id != now->head.school_id)
		return provision.head.voided_at ? sen_fail(err, SEN_INVALID, "G%lld has been removed",
							   (long long)now->provision_id)
						: sen_fail(err, SEN_INVALID, "P%lld is of another school",
							   (long long)now->pupil_id);
	if (clash)
		return sen_fail(err, SEN_CONFLICT, "P%lld is in G%lld already in that time",
				(long long)now->pupil_id, (long long)now->provision_id);
	return 0;
}

/* The day of a measure that gives none: today, or the day the period begins or
 * ended when that is behind us. */
static sen_date measured(const struct sen_store *store, sen_date day)
{
	return day != SEN_NO_DATE && day < store->context.today ? day : store->context.today;
}

static int provision_pupil_check(struct sen_store *store, const void *record, const void *old,
				 struct sen_err *err)
{
	struct sen_provision_pupil *now = (struct sen_provision_pupil *)(uintptr_t)record;
	int rc = model_check_child(store, &sen_provision_pupil_record, record, old, err);

	if (rc < 0 || (rc = check_period(store, now, err)) < 0)
		return rc;
	if (now->entry && now->entry_on == SEN_NO_DATE)
		now->entry_on = measured(store, now->from_on);
	if (now->exit && now->exit_on == SEN_NO_DATE)
		now->exit_on =
			measured(store, now->until_on == SEN_NO_DATE ? SEN_NO_DATE : now->until_on - 1);
	if ((rc = model_check_past(store, now->entry_on, "--on", err)) < 0 ||
	    (rc = model_check_past(store, now->exit_on, "--on", err)) < 0 ||
	    (rc = model_check_order(now->entry_on, now->exit_on, "--on", "the measure at the start", err)) <
		    0)
		return rc;
	return old ? 0 : model_check_here(store, now->pupil_id, now->from_on, "provision", err);
}

static const char events[] =
	"SELECT m.from_on AS on_date, 'member' AS noun, m.id AS id, g.name || ': started (G' || g.id || ')' "
	"AS what,"
	" coalesce(m.voided_at, g.voided_at) AS voided_at"
	" FROM provision_pupil m JOIN provision g ON g.id = m.provision_id WHERE m.pupil_id = :pupil"
	" UNION ALL SELECT m.until_on, 'member', m.id, g.name || CASE WHEN m.until_on > :today"
	" THEN ': to be over' ELSE ': over' END"
	" || CASE WHEN m.end_reason IS NULL THEN '' ELSE ' (' || m.end_reason || ')' END,"
	" coalesce(m.voided_at, g.voided_at) FROM provision_pupil m JOIN provision g ON g.id = m.provision_id"
	" WHERE m.pupil_id = :pupil AND m.until_on IS NOT NULL";

const struct sen_record sen_provision_pupil_record = {.noun = "member",
						      .table = "provision_pupil",
						      .prefix = "GP",
						      .title = "Child in a provision",
						      .flags = SEN_R_PUPIL | SEN_R_OWED,
						      .size = sizeof(struct sen_provision_pupil),
						      .fields = provision_pupil_fields,
						      .count = SEN_COUNT(provision_pupil_fields),
						      .pupil_offset =
							      offsetof(struct sen_provision_pupil, pupil_id),
						      .check = provision_pupil_check,
						      .events = events};

#define S struct sen_provision_target
static const struct sen_field provision_target_fields[] = {
	FIELD_REF(S, "pupil_id", pupil_id, SEN_F_REQUIRED | SEN_F_FIXED, "pupil", NULL, "ID", "the child"),
	FIELD_REF(S, "provision_id", provision_id, SEN_F_REQUIRED | SEN_F_FIXED, "provision", NULL, "ID",
		  "the provision"),
	FIELD_REF(S, "target_id", target_id, SEN_F_REQUIRED | SEN_F_FIXED, "target", NULL, "ID",
		  "the target"),
};
#undef S

static const char in_it_sql[] =
	"SELECT id FROM provision_pupil WHERE provision_id = :provision AND pupil_id = :pupil"
	" AND voided_at IS NULL LIMIT 1";
static const char served_sql[] =
	"SELECT id FROM provision_target WHERE pupil_id = :pupil AND provision_id = :provision"
	" AND target_id = :target AND id <> :id AND voided_at IS NULL LIMIT 1";

static int provision_target_check(struct sen_store *store, const void *record, const void *old,
				  struct sen_err *err)
{
	const struct sen_provision_target *now = record;
	const struct model_value values[] = {
		{":provision", NULL, now->provision_id}, {":pupil", NULL, now->pupil_id}, {NULL, NULL, 0}};
	const struct model_value served[] = {{":provision", NULL, now->provision_id},
					     {":pupil", NULL, now->pupil_id},
					     {":target", NULL, now->target_id},
					     {":id", NULL, now->head.id},
					     {NULL, NULL, 0}};
	struct sen_target target;
	int64_t member, other;
	int rc = model_check_child(store, &sen_provision_target_record, record, old, err);

	/* While two records of one child are merged they go over one by one. */
	if (rc < 0 || model_moves(&sen_provision_target_record, record, old))
		return rc;
	if ((rc = sen_record_get(store, &sen_target_record, now->target_id, &target, err)) < 0 ||
	    (rc = model_row(store, in_it_sql, values, &member, err)) < 0 ||
	    (rc = model_row(store, served_sql, served, &other, err)) < 0)
		return rc;
	if (target.pupil_id != now->pupil_id || target.head.voided_at)
		return sen_fail(err, SEN_INVALID, "T%lld %s", (long long)now->target_id,
				target.head.voided_at ? "has been removed" : "is another child's target");
	if (!member)
		return sen_fail(err, SEN_INVALID, "T%lld is a target of P%lld, who is not in G%lld",
				(long long)now->target_id, (long long)now->pupil_id,
				(long long)now->provision_id);
	return other ? sen_fail(err, SEN_CONFLICT, "G%lld serves T%lld already", (long long)now->provision_id,
				(long long)now->target_id)
		     : 0;
}

const struct sen_record sen_provision_target_record = {
	.noun = "serves",
	.table = "provision_target",
	.prefix = "GT",
	.title = "Target of a provision",
	.flags = SEN_R_PUPIL | SEN_R_OWED,
	.size = sizeof(struct sen_provision_target),
	.fields = provision_target_fields,
	.count = SEN_COUNT(provision_target_fields),
	.pupil_offset = offsetof(struct sen_provision_target, pupil_id),
	.check = provision_target_check};

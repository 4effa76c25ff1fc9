/* The adults who give a provision, each for a period: who, and in what role, which
 * says what an hour costs (R36, R37). */
#include "model/model.h"

#include <sen/provision.h>

#define S struct sen_provision_adult
static const struct sen_field provision_adult_fields[] = {
	FIELD_REF(S, "provision_id", provision_id, SEN_F_REQUIRED | SEN_F_FIXED, "provision", "provision",
		  "PROVISION", "the provision"),
	FIELD_REF(S, "staff_id", staff_id, SEN_F_INTERNAL, "staff", NULL, "ID", "the member of staff"),
	FIELD_TEXT(S, "name", name, SEN_K_LINE, SEN_F_REQUIRED | SEN_F_PERSONAL, 0, NULL, NULL, "NAME",
		   "who gives it"),
	FIELD_TEXT(S, "role", role, SEN_K_LINE, 0, 60, NULL, NULL, "ROLE", "the role that says the rate"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "the first day"),
	FIELD_DATE(S, "until_on", until_on, SEN_F_FUTURE, "until", "the first day after"),
};
#undef S

static const char staff_sql[] = "SELECT MIN(id) FROM staff WHERE school_id = :school AND voided_at IS NULL"
				" AND lower(name) = lower(:name) HAVING COUNT(*) = 1";
static const char overlap_sql[] =
	"SELECT id FROM provision_adult WHERE provision_id = :provision AND id <> :id AND voided_at IS NULL"
	" AND lower(name) = lower(:name) AND (until_on IS NULL OR until_on > :from)"
	" AND from_on < :until AND (until_on IS NULL OR from_on < until_on) LIMIT 1";

/* Exactly one member of staff of that name: theirs; the role too, unless another
 * is given. An unknown name stays a name. */
static int look_up(struct sen_store *store, struct sen_provision_adult *now, struct sen_err *err)
{
	const struct sen_field *role = sen_field_named(&sen_staff_record, "role");
	const struct model_value values[] = {
		{":school", NULL, now->head.school_id}, {":name", now->name, 0}, {NULL, NULL, 0}};
	struct sen_staff staff;
	const char *code = now->role ? sen_code_find(role->codes, now->role) : NULL;
	int64_t id;
	int rc = model_row(store, staff_sql, values, &id, err);

	if (code)
		now->role = code;
	now->staff_id = id ? id : SEN_NO_INT;
	if (rc < 0 || !id)
		return rc;
	if ((rc = sen_record_get(store, &sen_staff_record, id, &staff, err)) < 0)
		return rc;
	now->name = staff.name;
	if (!now->role)
		now->role = staff.role;
	return 0;
}

static int check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	struct sen_provision_adult *now = (struct sen_provision_adult *)(uintptr_t)record;
	const struct sen_provision_adult *before = old;
	struct sen_provision provision;
	char from[11], until[11], day[16], other[16];
	int64_t clash;
	int rc = sen_record_get(store, &sen_provision_record, now->provision_id, &provision, err);

	if (rc < 0)
		return rc;
	now->head.school_id = provision.head.school_id;
	if ((!before || !model_same(before->name, now->name)) && (rc = look_up(store, now, err)) < 0)
		return rc;
	if (now->until_on != SEN_NO_DATE && now->until_on < now->from_on)
		return sen_fail(err, SEN_INVALID, "a period cannot end (%s) before it begins (%s)",
				sen_date_long(now->until_on, day), sen_date_long(now->from_on, other));
	sen_date_text(now->from_on, from);
	sen_date_text(now->until_on, until);
	const struct model_value values[] = {{":provision", NULL, now->provision_id},
					     {":id", NULL, now->head.id},
					     {":name", now->name, 0},
					     {":from", from, 0},
					     {":until", *until ? until : "9999-12-31", 0},
					     {NULL, NULL, 0}};

	if (now->until_on == now->from_on)
		return 0;
	if ((rc = model_row(store, overlap_sql, values, &clash, err)) < 0 || !clash)
		return rc;
	return sen_fail(err, SEN_CONFLICT, "%s gives G%lld already in that time", now->name,
			(long long)now->provision_id);
}

const struct sen_record sen_provision_adult_record = {
	.noun = "gives",
	.table = "provision_adult",
	.prefix = "GA",
	.title = "Adult of a provision",
	.flags = 0,
	.size = sizeof(struct sen_provision_adult),
	.fields = provision_adult_fields,
	.count = SEN_COUNT(provision_adult_fields),
	.check = check,
};

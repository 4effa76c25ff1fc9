/* What an hour of a role costs, and other sums, dated (R37, R66).  A rate holds from
 * its day until the next of the same kind and name: it is never changed. */
#include "model/model.h"

#include <sen/cost.h>

#include <ctype.h>

const struct sen_code_row sen_rate_kinds[] = {{"hour", "An hour of"},
					      {"notional", "A child's sum a year"},
					      {"budget", "The school's notional budget a year"},
					      {"devolved", "A devolved sum a year"},
					      {"resource", "Resources of an intervention"},
					      {NULL, NULL}};

const char *sen_role_of_rate(struct sen_arena *arena, const char *text)
{
	const struct sen_field *field = sen_field_named(&sen_staff_record, "role");
	const char *code = text ? sen_code_find(field->codes, text) : NULL;
	char *small;

	if (!text || code)
		return code;
	small = sen_strdup(arena, text);
	for (char *at = small; *at; at++)
		*at = (char)tolower((unsigned char)*at);
	return small;
}

#define S struct sen_rate
static const struct sen_field rate_fields[] = {
	FIELD_TEXT(S, "kind", kind, SEN_K_CODE, 0, 30, sen_rate_kinds, NULL, "KIND",
		   "hour, notional, budget, devolved or resource"),
	FIELD_TEXT(S, "name", name, SEN_K_CODE, 0, 60, NULL, NULL, "NAME",
		   "the role, or what the sum is for"),
	FIELD_INT(S, "pence", pence, SEN_K_PENCE, 0, "pounds", "POUNDS", "the sum: 14.50"),
	FIELD_DATE(S, "from_on", from_on, SEN_F_REQUIRED | SEN_F_TODAY, "from", "from when it holds (today)"),
	FIELD_TEXT(S, "note", note, SEN_K_NOTE, 0, 0, NULL, NULL, "TEXT", "note"),
};
#undef S

/* What `rate add ta 14.50` gives by place cannot be asked for by the field table. */
static int complete(const struct sen_rate *rate, struct sen_err *err)
{
	const char *lacks = !rate->kind			? "--kind"
			    : !rate->name		? "--name"
			    : rate->pence == SEN_NO_INT ? "--pounds"
							: NULL;

	if (!lacks)
		return 0;
	sen_fail(err, SEN_INVALID, "%s is missing", lacks);
	sen_hint(err,
		 "Say what it is, its name and the sum: 'sendctl rate add --kind hour --name ta --pounds "
		 "14.50'.");
	return err->code;
}

/* Two sums of one kind, name and day: which of them would hold? */
static int rate_check(struct sen_store *store, const void *record, const void *old, struct sen_err *err)
{
	static const char sql[] = "SELECT id FROM rate WHERE voided_at IS NULL AND school_id = :school"
				  " AND kind = :kind AND lower(name) = lower(:name) AND from_on = :from"
				  " AND id <> :id";
	const struct sen_rate *rate = record;
	struct db_stmt *stmt;
	char day[16];
	int rc = complete(rate, err);

	(void)old;
	if (rc < 0 || (rc = db_cached(store->db, sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":school", rate->head.school_id ? rate->head.school_id : store->school_id);
	db_bind_text(stmt, ":kind", rate->kind);
	db_bind_text(stmt, ":name", rate->name);
	db_bind_date(stmt, ":from", rate->from_on);
	db_bind_int(stmt, ":id", rate->head.id);
	rc = db_step(stmt, err);
	if (rc == 1) {
		long long id = (long long)db_col_int(stmt, 0);

		rc = sen_fail(err, SEN_CONFLICT, "there is a rate of '%s' from %s already (RT%lld)",
			      rate->name, sen_date_long(rate->from_on, day), id);
		sen_hint(err,
			 "A new one is from another day; a slip is taken out with 'sendctl rate remove "
			 "RT%lld --reason TEXT'.",
			 id);
	}
	db_reset(stmt);
	return rc;
}

const struct sen_record sen_rate_record = {
	.noun = "rate",
	.table = "rate",
	.prefix = "RT",
	.title = "Rate",
	.flags = SEN_R_FACT,
	.size = sizeof(struct sen_rate),
	.fields = rate_fields,
	.count = SEN_COUNT(rate_fields),
	.check = rate_check,
	.correct_with = "What was paid stays as it was. Give a new rate from a day: 'sendctl rate add --name "
			"ta --pounds 15.20 --from 2027-04-01'; a slip is taken out with 'sendctl rate remove "
			"RT1 --reason TEXT'.",
};

static const struct sen_column columns[] = {
	{.name = "id", .label = "Id", .kind = SEN_C_ID, .prefix = "RT", .help = "the rate"},
	{.name = "kind",
	 .label = "Kind",
	 .kind = SEN_C_CODE,
	 .codes = sen_rate_kinds,
	 .help = "what the sum is"},
	{.name = "name", .label = "Name", .kind = SEN_C_TEXT, .help = "the role, or what it is for"},
	{.name = "pence", .label = "Pounds", .kind = SEN_C_PENCE, .help = "the sum"},
	{.name = "from_on", .label = "From", .kind = SEN_C_DATE, .help = "from when it holds"},
	{.name = "until_on",
	 .label = "Until",
	 .kind = SEN_C_DATE,
	 .help = "when the next of its kind and name begins"},
	{.name = "holds", .label = "Now", .kind = SEN_C_BOOL, .help = "holds on the day"},
	{.name = "note", .label = "Note", .kind = SEN_C_TEXT, .flags = SEN_COL_WIDE, .help = "note"},
};
static const char list_sql[] =
	"SELECT x.id, x.kind, x.name, x.pence, x.from_on, x.until_on,"
	" CASE WHEN x.from_on <= :day AND (x.until_on IS NULL OR x.until_on > :day) THEN 1 ELSE 0 END AS "
	"holds,"
	" x.note FROM (SELECT r.id, r.kind, r.name, r.pence, r.from_on, r.note, LEAD(r.from_on) OVER"
	" (PARTITION BY r.school_id, r.kind, lower(r.name) ORDER BY r.from_on) AS until_on FROM rate r"
	" WHERE r.voided_at IS NULL AND (:school IS NULL OR r.school_id = :school)) x"
	" ORDER BY x.kind, lower(x.name), x.from_on, x.id";
const struct sen_query sen_rate_list_query = {
	.name = "rate-list",
	.title = "Rates",
	.version = 1,
	.sql = list_sql,
	.columns = columns,
	.count = SEN_COUNT(columns),
	.empty = "No rate has been entered. Begin with: sendctl rate add --name ta --pounds 14.50",
};

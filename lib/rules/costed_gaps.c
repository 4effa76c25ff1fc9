/* What is missing in a provision map: children and needs with no provision, and
 * minutes that cannot be costed, each with the command that mends it. */
#include "rules/costed.h"
#include "rules/sql.h"

#include <string.h>

/* ---- What cannot be costed ---- */

static const char *why_unpriced(const struct sen_cost_priced *priced, const struct sen_cost_part *adult)
{
	if (priced->session && priced->session->minutes == 0)
		return "no length";
	if (adult->id == SEN_NO_INT)
		return "nobody named";
	if (adult->role)
		return "no rate";
	return priced->session && priced->session->cover == adult->id ? "no role of who covered" : "no role";
}

static const char *fix_of(const struct costed *c, const struct sen_map_unpriced *gap)
{
	char day[11];
	long long id = (long long)gap->provision_id;

	if (strcmp(gap->why, "no rate") == 0)
		return sen_format(c->arena,
				  "sendctl rate add --kind hour --name '%s' --pounds POUNDS --from %s",
				  gap->role, sen_date_text(gap->first_on, day));
	if (strcmp(gap->why, "no length") == 0)
		return sen_format(c->arena, "sendctl provision edit G%lld --minutes N", id);
	if (strcmp(gap->why, "no role of who covered") == 0)
		return "sendctl staff add --name NAME --role ROLE";
	return sen_format(c->arena, "sendctl provision staff G%lld --staff NAME --role ROLE", id);
}

/* One line a role; where no role is known, one a provision. */
static struct sen_map_unpriced *gap_of(struct costed *c, const char *why, const char *role, int64_t provision)
{
	struct sen_provision_map *map = c->map;
	struct sen_map_unpriced *made;
	bool rate = strcmp(why, "no rate") == 0;

	for (size_t i = 0; i < map->unpriced_count; i++) {
		struct sen_map_unpriced *gap = &map->unpriced[i];

		if (strcmp(gap->why, why) == 0 &&
		    (rate ? strcmp(gap->role, role) == 0 : gap->provision_id == provision))
			return gap;
	}
	made = SEN_PUSH(c->arena, map->unpriced, map->unpriced_count, c->unpriced_cap);
	*made = (struct sen_map_unpriced){.why = why,
					  .role = rate ? role : NULL,
					  .provision_id = rate ? SEN_NO_INT : provision,
					  .first_on = SEN_NO_DATE};
	return made;
}

void costed_unpriced(struct costed *c, const struct sen_cost_priced *priced,
		     const struct sen_cost_part *adult, int64_t minutes, int kinds)
{
	struct sen_map_unpriced *gap =
		gap_of(c, why_unpriced(priced, adult), adult->role, c->raw[priced->provision].row.head.id);

	for (int kind = 0; kind < SEN_COST_KINDS; kind++)
		if (kinds & 1 << kind)
			gap->minutes[kind] += minutes;
	if (gap->first_on == SEN_NO_DATE || priced->day < gap->first_on)
		gap->first_on = priced->day;
}

/* ---- Who has nothing ---- */

static const char listed_sql[] =
	"SELECT p.id, " SQL_NAME " AS name, e.class, r.level, n.type,"
	" (SELECT MAX(l.id) FROM plan l WHERE l.pupil_id = p.id AND l.voided_at IS NULL"
	" AND l.made_on <= :day AND (l.closed_on IS NULL OR l.closed_on > :day)) AS plan"
	" FROM register_entry r JOIN pupil p ON p.id = r.pupil_id" SQL_ENROLMENT
	" LEFT JOIN need n ON n.pupil_id = p.id AND " SQL_HOLDS(
		"n") " WHERE r.kind IN ('register', 'plan')"
		     " AND " SQL_HOLDS("r") " AND r.school_id = :school AND " SQL_ON_ROLL
					    " ORDER BY COALESCE(e.class, ''), p.sort_key, p.id, n.rank, n.id";

/* The area of a need (Code 6.28 to 6.35), or NULL: of none. */
static const char *area_of(const char *need)
{
	static const char *const areas[][2] = {
		{"SLCN", "communication"}, {"ASD", "communication"}, {"SPLD", "cognition"},
		{"MLD", "cognition"},	   {"SLD", "cognition"},     {"PMLD", "cognition"},
		{"SEMH", "semh"},	   {"HI", "physical"},	     {"VI", "physical"},
		{"MSI", "physical"},	   {"PD", "physical"}};

	for (size_t i = 0; need && i < SEN_COUNT(areas); i++)
		if (strcmp(areas[i][0], need) == 0)
			return areas[i][1];
	return NULL;
}

/* Is the child in a provision that runs; *meets: in one of the area, or of none named. */
static bool has_provision(const struct costed *c, int64_t pupil, const char *area, bool *meets)
{
	bool any = false;

	*meets = false;
	for (size_t i = 0; i < c->facts.count; i++) {
		const struct sen_cost_provision *provision = &c->facts.provisions[i];
		const char *of = c->raw[i].row.area;

		for (size_t k = 0; c->raw[i].running && k < provision->member_count; k++) {
			const struct sen_cost_member *member = &provision->members[k];

			if (member->pupil_id != pupil || member->from > c->map->day ||
			    (member->until != SEN_NO_DATE && member->until <= c->map->day))
				continue;
			any = true;
			*meets = *meets || !area || !of || strcmp(of, area) == 0;
		}
	}
	return any;
}

static bool asked_for(const struct costed *c, int64_t pupil)
{
	const struct sen_map_scope *scope = c->scope;

	for (size_t i = 0; i < scope->pupil_count; i++)
		if (scope->pupils[i] == pupil)
			return true;
	return !scope->pupils;
}

static struct sen_map_need read_listed(const struct costed *c, struct db_stmt *stmt)
{
	struct sen_map_need listed = {.pupil_id = db_col_int(stmt, 0),
				      .name = costed_text(c, stmt, 1),
				      .class_name = costed_text(c, stmt, 2),
				      .level = costed_text(c, stmt, 3),
				      .need = costed_text(c, stmt, 4),
				      .plan = db_col_int(stmt, 5)};

	listed.area = area_of(listed.need);
	return listed;
}

int costed_gaps(struct costed *c, struct sen_err *err)
{
	struct sen_provision_map *map = c->map;
	size_t without_cap = 0, need_cap = 0;
	DB_STMT *stmt = NULL;
	int rc;

	for (size_t i = 0; i < map->unpriced_count; i++)
		map->unpriced[i].fix = fix_of(c, &map->unpriced[i]);
	if ((rc = db_prepare(c->store->db, listed_sql, &stmt, err)) < 0)
		return rc;
	db_bind_int(stmt, ":school", c->store->school_id);
	db_bind_date(stmt, ":day", map->day);
	while ((rc = db_step(stmt, err)) == 1) {
		int64_t pupil = db_col_int(stmt, 0);
		const char *need = db_col_text(stmt, 4, NULL);
		bool meets, has = has_provision(c, pupil, area_of(need), &meets);

		if (!asked_for(c, pupil) || (has && (meets || !need)))
			continue;
		if (has)
			*SEN_PUSH(c->arena, map->needs, map->need_count, need_cap) = read_listed(c, stmt);
		else if (map->without_count == 0 || map->without[map->without_count - 1].pupil_id != pupil)
			*SEN_PUSH(c->arena, map->without, map->without_count, without_cap) =
				read_listed(c, stmt);
	}
	return rc;
}

/* Who is in the provisions of a map, who gives them, and who was not there. */
#include "rules/costed.h"

#include <string.h>

static const char absence_sql[] =
	"SELECT s.id, a.pupil_id FROM session s JOIN absence a ON a.session_id = s.id"
	" WHERE s.provision_id = :provision AND s.held_on >= :from AND s.held_on < :until"
	" AND s.voided_at IS NULL AND a.voided_at IS NULL ORDER BY s.held_on, s.id, a.pupil_id";
static const char member_sql[] =
	"SELECT m.pupil_id, m.from_on, m.until_on, p.admitted_on, p.left_on, p.died_on"
	" FROM provision_pupil m JOIN pupil p ON p.id = m.pupil_id WHERE m.provision_id = :provision"
	" AND m.voided_at IS NULL AND p.voided_at IS NULL ORDER BY m.pupil_id, m.from_on, m.id";
static const char adult_sql[] = "SELECT a.staff_id, a.name, a.role, a.from_on, a.until_on, s.role, s.name"
				" FROM provision_adult a LEFT JOIN staff s ON s.id = a.staff_id"
				" WHERE a.provision_id = :provision AND a.voided_at IS NULL ORDER BY a.id";

/* [from, until) cut by the days on roll; the last day there counts. */
static void read_member(struct db_stmt *stmt, struct sen_cost_member *member)
{
	sen_date admitted = db_col_date(stmt, 3), left = db_col_date(stmt, 4), died = db_col_date(stmt, 5);

	*member = (struct sen_cost_member){db_col_int(stmt, 0), db_col_date(stmt, 1), db_col_date(stmt, 2)};
	if (admitted != SEN_NO_DATE && admitted > member->from)
		member->from = admitted;
	if (left != SEN_NO_DATE && (member->until == SEN_NO_DATE || left + 1 < member->until))
		member->until = left + 1;
	if (died != SEN_NO_DATE && (member->until == SEN_NO_DATE || died < member->until))
		member->until = died;
}

static int read_members(struct costed *c, struct db_stmt *stmt, struct sen_cost_provision *out,
			struct sen_err *err)
{
	struct sen_cost_member *members = NULL;
	size_t cap = 0;
	int rc;

	db_reset(stmt);
	db_bind_int(stmt, ":provision", out->id);
	while ((rc = db_step(stmt, err)) == 1)
		read_member(stmt, SEN_PUSH(c->arena, members, out->member_count, cap));
	out->members = members;
	return rc;
}

static int read_adults(struct costed *c, struct db_stmt *stmt, struct sen_cost_provision *out,
		       struct costed_raw *raw, struct sen_err *err)
{
	struct sen_cost_adult *adults = NULL;
	struct sen_buf names = {.arena = c->arena};
	size_t cap = 0;
	int rc;

	db_reset(stmt);
	db_bind_int(stmt, ":provision", out->id);
	while ((rc = db_step(stmt, err)) == 1) {
		const char *own = db_col_text(stmt, 2, NULL), *role = own ? own : db_col_text(stmt, 5, NULL);
		const char *staff = db_col_text(stmt, 6, NULL),
			   *name = staff ? staff : db_col_text(stmt, 1, NULL);
		struct sen_cost_adult adult = {.role = sen_role_of_rate(c->arena, role),
					       .from = db_col_date(stmt, 3),
					       .until = db_col_date(stmt, 4)};

		adult.who = costed_who(c, db_col_int(stmt, 0), name, adult.role);
		*SEN_PUSH(c->arena, adults, out->adult_count, cap) = adult;
		if ((adult.until == SEN_NO_DATE || adult.until > c->map->from) && adult.from < c->map->until)
			sen_buf_addf(&names, "%s%s", names.len ? ", " : "", c->whos[adult.who - 1].name);
	}
	out->adults = adults;
	raw->adults = names.text;
	return rc;
}

static struct sen_cost_session *session_of(struct costed_raw *raw, int64_t id)
{
	for (size_t i = 0; i < raw->held_count; i++)
		if (raw->held[i].id == id)
			return &raw->held[i];
	return NULL;
}

static int read_absences(struct costed *c, struct db_stmt *stmt, struct costed_raw *raw, struct sen_err *err)
{
	struct sen_cost_session *session = NULL;
	int64_t *pupils = NULL;
	size_t count = 0, cap = 0;
	int rc;

	if (raw->held_count == 0)
		return 0;
	db_reset(stmt);
	db_bind_int(stmt, ":provision", raw->row.head.id);
	costed_bind_period(c, stmt);
	while ((rc = db_step(stmt, err)) == 1) {
		int64_t id = db_col_int(stmt, 0);

		if (!session || session->id != id) {
			session = session_of(raw, id);
			pupils = NULL;
			count = cap = 0;
		}
		if (!session)
			continue;
		*SEN_PUSH(c->arena, pupils, count, cap) = db_col_int(stmt, 1);
		session->absent = pupils;
		session->absent_count = count;
	}
	return rc;
}

/* The sum spent once: the provision's own, else the price list's for the intervention. */
static int64_t resource_of(const struct costed *c, const struct costed_raw *raw)
{
	const struct sen_provision *row = &raw->row;

	if (row->resource_pence != SEN_NO_INT)
		return costed_or_nought(row->resource_pence);
	return costed_or_nought(costed_sum_on(c, "resource", raw->intervention, row->from_on));
}

int costed_people(struct costed *c, struct sen_err *err)
{
	struct sen_cost_provision *out = SEN_NEW(c->arena, struct sen_cost_provision, c->raw_count + 1);
	DB_STMT *members = NULL, *adults = NULL, *absences = NULL;
	int rc = db_prepare(c->store->db, member_sql, &members, err);

	if (rc == 0)
		rc = db_prepare(c->store->db, adult_sql, &adults, err);
	if (rc == 0)
		rc = db_prepare(c->store->db, absence_sql, &absences, err);
	for (size_t i = 0; rc == 0 && i < c->raw_count; i++) {
		struct costed_raw *raw = &c->raw[i];

		out[i] = (struct sen_cost_provision){.id = raw->row.head.id,
						     .from_on = raw->row.from_on,
						     .fee = costed_or_nought(raw->row.session_pence),
						     .resource = resource_of(c, raw)};
		rc = read_members(c, members, &out[i], err);
		if (rc == 0)
			rc = read_adults(c, adults, &out[i], raw, err);
		if (rc == 0)
			rc = read_absences(c, absences, raw, err);
		out[i].planned = raw->planned;
		out[i].planned_count = raw->planned_count;
		out[i].held = raw->held;
		out[i].held_count = raw->held_count;
	}
	c->facts.provisions = out;
	c->facts.count = c->raw_count;
	return rc;
}

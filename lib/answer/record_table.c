/* `list` and `show` of a noun that declares no answer: columns and SELECT from
 * its field table. */
#include "answer/answer.h"
#include "store/store.h"

#include <ctype.h>

struct maker {
	struct sen_arena *arena;
	const struct sen_record *kind;
	struct sen_column *columns;
	size_t count, cap;
	const char **sql; /* constant fragments for db_join, NULL-ended */
	size_t sql_count, sql_cap;
};

static void add_sql(struct maker *maker, const char *fragment)
{
	*SEN_PUSH(maker->arena, maker->sql, maker->sql_count, maker->sql_cap) = fragment;
}

/* "opened_on" -> "Opened on", "value_pence" -> "Value", "pence" -> "Pounds", as it is shown. */
static const char *label_of(struct sen_arena *arena, const char *name)
{
	if (strcmp(name, "pence") == 0)
		return "Pounds";
	char *label = sen_strdup(arena, name);
	char *end = strstr(label, "_pence");
	end = end ? end : strstr(label, "_minutes");
	end = end ? end : strstr(label, "_id");
	if (end && !strpbrk(end + 1, "_"))
		*end = '\0';
	label[0] = (char)toupper((unsigned char)label[0]);
	for (char *at = label; *at; at++)
		*at = *at == '_' ? ' ' : *at;
	static const char *const better[][2] = {
		{"Upn", "UPN"},		  {"Former upn", "Former UPN"},
		{"Dob", "Date of birth"}, {"Dfe", "DfE number"},
		{"Urn", "URN"},		  {"La", "Local authority"},
		{"Email", "E-mail"},	  {"From on", "From"},
		{"Until on", "Until"},
	};
	for (size_t i = 0; i < SEN_COUNT(better); i++)
		if (!strcmp(label, better[i][0]))
			return better[i][1];
	return label;
}

static enum sen_column_kind kind_of(enum sen_kind kind)
{
	switch (kind) {
	case SEN_K_DATE:
		return SEN_C_DATE;
	case SEN_K_INT:
		return SEN_C_INT;
	case SEN_K_BOOL:
		return SEN_C_BOOL;
	case SEN_K_PENCE:
		return SEN_C_PENCE;
	case SEN_K_MINUTES:
		return SEN_C_MINUTES;
	case SEN_K_REF:
		return SEN_C_ID;
	case SEN_K_INSTANT:
		return SEN_C_INSTANT;
	case SEN_K_CODE:
		return SEN_C_CODE;
	default:
		return SEN_C_TEXT;
	}
}

/* People typed by name around a plan or a consent: mostly parents, whose name is the
 * child's. */
static bool typed_person(const struct sen_record *kind, const struct sen_field *field)
{
	static const char *const nouns[] = {"consent",	 "disclosure", "ehcp",
					    "milestone", "appeal",     "complaint"};
	static const char *const names[] = {"who", "given_by", "withdrawn_by", "raised_by", "officer"};
	bool of = false, person = false;

	for (size_t i = 0; i < SEN_COUNT(nouns); i++)
		of = of || strcmp(kind->noun, nouns[i]) == 0;
	for (size_t i = 0; i < SEN_COUNT(names); i++)
		person = person || strcmp(field->name, names[i]) == 0;
	return of && person;
}

/* Whose name it is decides what --names hides. */
static unsigned flags_of(const struct sen_record *kind, const struct sen_field *field)
{
	unsigned flags = field->kind == SEN_K_NOTE || field->kind == SEN_K_LINE ? SEN_COL_WIDE : 0;
	bool text = field->kind == SEN_K_NAME || field->kind == SEN_K_LINE || field->kind == SEN_K_NOTE;
	if (strstr(field->name, "upn"))
		return flags | SEN_COL_UPN;
	if (typed_person(kind, field) || (!strcmp(kind->noun, "pupil") && field->kind == SEN_K_NAME &&
					  strstr(field->name, "name") != NULL))
		return flags | SEN_COL_NAME;
	bool person = field->kind == SEN_K_NAME || (field->flags & SEN_F_PERSONAL);
	if (text && person && strcmp(kind->noun, "school") != 0 && strcmp(kind->noun, "term") != 0)
		flags |= SEN_COL_PERSON;
	return flags;
}

static struct sen_column *add_column(struct maker *maker, const char *name, const char *label,
				     enum sen_column_kind kind, unsigned flags)
{
	struct sen_column *column = SEN_PUSH(maker->arena, maker->columns, maker->count, maker->cap);
	*column = (struct sen_column){.name = name, .label = label, .kind = kind, .flags = flags};
	return column;
}

static void add_field(struct maker *maker, const struct sen_field *field)
{
	struct sen_column *column = add_column(maker, field->name, label_of(maker->arena, field->name),
					       kind_of(field->kind), flags_of(maker->kind, field));
	column->codes = field->codes;
	column->help = field->help;
	if (field->kind == SEN_K_REF) {
		const struct sen_record *to = field->ref ? sen_record_named(field->ref) : NULL;
		column->prefix = to ? to->prefix : "";
	}
	add_sql(maker, ", t.");
	add_sql(maker, field->name);
}

static bool has_field(const struct sen_record *kind, const char *name)
{
	return sen_field_named(kind, name) != NULL;
}

/* The child's name as on every list: preferred if set. */
static void add_pupil(struct maker *maker)
{
	add_sql(maker, ", t.pupil_id");
	add_column(maker, "pupil_id", "Pupil id", SEN_C_ID, 0)->prefix = "P";
	add_sql(maker, ", COALESCE(p.preferred_forename, p.forename) || ' ' || "
		       "COALESCE(p.preferred_surname, p.surname) AS pupil");
	add_column(maker, "pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME);
	if (has_field(maker->kind, "class"))
		return;
	add_sql(maker,
		", (SELECT e.class FROM enrolment e WHERE e.pupil_id = t.pupil_id AND e.voided_at IS NULL "
		"AND (e.from_on IS NULL OR e.from_on <= :day) AND (e.until_on IS NULL OR e.until_on > :day) "
		"ORDER BY e.from_on DESC LIMIT 1) AS class");
	add_column(maker, "class", "Class", SEN_C_TEXT, 0);
}

static void add_fields(struct maker *maker, bool page)
{
	const struct sen_record *kind = maker->kind;
	add_sql(maker, "SELECT t.id, t.rev");
	add_column(maker, "id", "Id", SEN_C_ID, 0)->prefix = kind->prefix;
	add_column(maker, "rev", "Revision", SEN_C_INT, SEN_COL_QUIET);
	if (kind->flags & SEN_R_PUPIL)
		add_pupil(maker);
	for (size_t i = 0; i < kind->count; i++) {
		bool shown = (kind->flags & SEN_R_PUPIL) && !strcmp(kind->fields[i].name, "pupil_id");
		if (!shown && !(kind->fields[i].flags & SEN_F_INTERNAL))
			add_field(maker, &kind->fields[i]);
	}
	if (page) {
		add_sql(maker, ", t.voided_at");
		add_column(maker, "voided_at", "Removed", SEN_C_INSTANT, SEN_COL_ALERT);
	}
}

/* A record that was removed is still shown by its id, marked; never listed. */
static void add_where(struct maker *maker, bool page)
{
	bool pupil = maker->kind->flags & SEN_R_PUPIL;
	add_sql(maker, " FROM ");
	add_sql(maker, maker->kind->table);
	add_sql(maker, " t");
	if (pupil && page) /* a voice may be without a name */
		add_sql(maker, " LEFT");
	if (pupil)
		add_sql(maker, " JOIN pupil p ON p.id = t.pupil_id");
	if (page) {
		add_sql(maker, " WHERE t.id = :id");
		return;
	}
	add_sql(maker, " WHERE t.voided_at IS NULL AND (:id IS NULL OR t.id = :id)"
		       " AND (:school IS NULL OR t.school_id = :school)");
	if (pupil)
		add_sql(maker, " AND (t.pupil_id = :pupil OR (:pupil IS NULL AND (p.died_on IS NULL OR"
			       " p.died_on > :day)))");
	add_sql(maker, " ORDER BY t.id");
}

const struct sen_query *sen_record_query_of(struct sen_arena *arena, const struct sen_record *kind, bool page)
{
	struct maker maker = {.arena = arena, .kind = kind};
	add_fields(&maker, page);
	add_where(&maker, page);
	add_sql(&maker, NULL);
	struct sen_query *query = SEN_NEW(arena, struct sen_query, 1);
	*query = (struct sen_query){
		.name = sen_format(arena, "%s-%s", kind->noun, page ? "show" : "list"),
		.title = kind->title,
		.version = 1,
		.sql = db_join(arena, maker.sql),
		.columns = maker.columns,
		.count = maker.count,
		.flags = page ? SEN_Q_PAGE : 0,
		.empty = page ? NULL : sen_format(arena, "No entry. Add one: sendctl %s add", kind->noun)};
	return query;
}

int sen_record_query(struct sen_store *store, const struct sen_record *kind, bool page,
		     const struct sen_query **out, struct sen_err *err)
{
	(void)err;
	*out = sen_record_query_of(sen_store_arena(store), kind, page);
	return 0;
}

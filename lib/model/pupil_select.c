/* Many children at once: @3B, year:6, register, monitored, level:C, need:SLCN,
 * due:plan-review (cli.md 1). */
#include "model/model.h"
#include <sen/text.h>
#include <string.h>

#define HEAD "SELECT p.id FROM pupil p "
#define TAIL " AND " MODEL_IN_SCHOOL " AND " MODEL_ON_ROLL " ORDER BY p.sort_key, p.id"
#define ENROLMENT "JOIN enrolment e ON e.pupil_id = p.id AND e.voided_at IS NULL AND " MODEL_AT_DAY("e")
#define ENTRY "JOIN register_entry r ON r.pupil_id = p.id AND r.voided_at IS NULL AND " MODEL_AT_DAY("r")

/* A selector: the word before ':', its SELECT, and what it finds in words. */
struct selector {
	const char *word;
	bool takes_value;
	const char *sql, *none;
};
static const struct selector selectors[] = {
	{"@", true, HEAD ENROLMENT " WHERE " MODEL_CLASS_IS TAIL, "no child on roll is in class '%s'"},
	{"year", true, HEAD ENROLMENT " WHERE e.year = :class_upper" TAIL,
	 "no child on roll is in year '%s'"},
	{"register", false, HEAD ENTRY " WHERE r.kind IN ('register', 'plan')" TAIL,
	 "no child is on the SEND register"},
	{"monitored", false, HEAD ENTRY " WHERE r.kind = 'monitored'" TAIL, "no child is monitored"},
	{"level", true, HEAD ENTRY " WHERE r.level IN (:class, :class_upper, :class_lower)" TAIL,
	 "no child is at level '%s'"},
	{"need", true,
	 HEAD
	 "WHERE EXISTS (SELECT 1 FROM need n WHERE n.pupil_id = p.id AND n.voided_at IS NULL AND n.type ="
	 " :class_upper AND " MODEL_AT_DAY("n") ")" TAIL,
	 "no child has the need '%s'"},
	{"due", true,
	 HEAD "WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.pupil_id = p.id AND d.met_on IS NULL"
	      " AND d.rule = :class_lower AND (d.lapses = 0 OR d.due_on >= :day))" TAIL,
	 "nothing of the rule '%s' is due"}};

/* Which one, and its value; NULL: it is no selector. */
static const struct selector *selector_of(const char *text, const char **value)
{
	for (size_t i = 0; i < SEN_COUNT(selectors); i++) {
		const struct selector *s = &selectors[i];
		size_t len = strlen(s->word);
		*value = text + len;
		if (i == 0 && *text == '@' && text[1])
			return s;
		if (i > 0 && strncasecmp(text, s->word, len) == 0 &&
		    (s->takes_value ? text[len] == ':' : text[len] == '\0')) {
			*value += s->takes_value;
			return s;
		}
	}
	return NULL;
}

static void bind(struct sen_store *store, struct db_stmt *stmt, const char *value)
{
	if (db_has_param(stmt, ":class"))
		db_bind_text(stmt, ":class", value);
	if (db_has_param(stmt, ":class_upper"))
		db_bind_text(stmt, ":class_upper", sen_text_upper(store->arena, value));
	if (db_has_param(stmt, ":class_lower"))
		db_bind_text(stmt, ":class_lower", sen_text_lower(store->arena, value));
	db_bind_date(stmt, ":day", sen_store_day(store));
	db_bind_int(stmt, ":school", store->school_id ? store->school_id : SEN_NO_INT);
}

static int select_many(struct sen_store *store, const struct selector *selector, const char *value,
		       int64_t **ids, size_t *count, struct sen_err *err)
{
	struct db_stmt *stmt;
	size_t cap = 0;
	int rc = db_cached(store->db, selector->sql, &stmt, err);
	if (rc < 0)
		return rc;
	bind(store, stmt, value);
	while ((rc = db_step(stmt, err)) == 1)
		*SEN_PUSH(store->arena, *ids, *count, cap) = db_col_int(stmt, 0);
	db_reset(stmt);
	if (rc < 0 || *count)
		return rc;
	/* The one %s of a selector without a value is not there: an extra argument. */
	const char *shown = sen_text_visible(store->arena, value, false);
	struct sen_buf message = {.arena = store->arena};
	const char *at = strstr(selector->none, "%s");
	sen_buf_addn(&message, selector->none, at ? (size_t)(at - selector->none) : strlen(selector->none));
	if (at) {
		sen_buf_add(&message, shown);
		sen_buf_add(&message, at + 2);
	}
	sen_fail(err, SEN_NOTFOUND, "%s", message.text);
	sen_hint(err, "'sendctl pupil list' shows who is where");
	return err->code;
}

int sen_pupil_select(struct sen_store *store, const char *text, int64_t **ids, size_t *count, bool *selector,
		     struct sen_err *err)
{
	const char *value;
	const struct selector *found = selector_of(text, &value);
	struct sen_match match;
	enum sen_match_how how;
	*ids = NULL;
	*count = 0;
	*selector = found != NULL;
	if (found)
		return select_many(store, found, value, ids, count, err);
	int rc = sen_pupil_find(store, text, &match, &how, err);
	if (rc < 0)
		return rc;
	*ids = SEN_NEW(store->arena, int64_t, 1);
	(*ids)[0] = match.id;
	*count = 1;
	return 0;
}

/* Rows of a plan written into its newest version, ended in it, and linked with what
 * the school gives (R62). */
#include "rules/ehc_read.h"
#include "rules/rules.h"

#include <string.h>

static int no_version(struct sen_store *store, const struct sen_ehc_plan *plan, struct sen_err *err)
{
	long long child = (long long)plan->ehc.pupil_id;

	(void)store;
	sen_fail(err, SEN_INVALID, "EH%lld has no version of a plan yet", (long long)plan->ehc.head.id);
	sen_hint(err,
		 "The draft that came: 'sendctl ehcp draft P%lld --served DATE'. The final plan: 'sendctl "
		 "ehcp final P%lld --on DATE --setting NAME'.",
		 child, child);
	return err->code;
}

/* Removed ones count too: a label is never used again. */
static int last_number(struct sen_store *store, const struct sen_ehc_item *item, int64_t *out,
		       struct sen_err *err)
{
	static const char sql[] = "SELECT coalesce(max(number), 0) FROM ehc_item WHERE pupil_id = :pupil"
				  " AND ehc_id = :ehc AND section = :section";
	struct db_stmt *stmt;
	int rc = db_cached(store->db, sql, &stmt, err);

	if (rc < 0)
		return rc;
	db_bind_int(stmt, ":pupil", item->pupil_id);
	db_bind_int(stmt, ":ehc", item->ehc_id);
	db_bind_text(stmt, ":section", item->section);
	if ((rc = db_step(stmt, err)) == 1)
		*out = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

static const char *standing(struct sen_store *store, const struct sen_ehc_plan *plan)
{
	struct sen_buf buf = {.arena = store->arena};

	for (size_t i = 0; i < plan->count && buf.len < 300; i++)
		if (strchr("BCDE", plan->items[i].section[0]) &&
		    sen_ehc_stands(&plan->items[i], plan->newest))
			sen_buf_addf(&buf, "%s%s", buf.len ? " " : "",
				     sen_ehc_label(store->arena, &plan->items[i]));
	return buf.text;
}

/* "B1 E2", each of them standing in the newest version. */
static int serves_read(struct sen_store *store, const struct sen_ehc_plan *plan, const char *text,
		       const char **out, struct sen_err *err)
{
	struct sen_buf buf = {.arena = store->arena};

	for (const char *at = text + strspn(text, " ,;"); *at; at += strspn(at, " ,;")) {
		size_t len = strcspn(at, " ,;");
		const char *word = sen_strndup(store->arena, at, len), *section, *label, *all;
		const struct sen_ehc_item *item = NULL;
		int64_t number;

		if (sen_ehc_label_parse(word, &section, &number) && strchr("BCDE", section[0]))
			item = sen_ehc_at(plan, section, number, plan->newest);
		if (!item) {
			all = standing(store, plan);
			sen_fail(err, SEN_INVALID, "--serves: '%s' is no need or outcome of the plan", word);
			sen_hint(err, all ? "It has %s." : "It has none yet: write sections B and E first.",
				 all);
			return err->code;
		}
		label = sen_ehc_label(store->arena, item);
		if (!sen_ehc_serves(buf.text, label))
			sen_buf_addf(&buf, "%s%s", buf.len ? " " : "", label);
		at += len;
	}
	*out = buf.text;
	return 0;
}

static bool same(const struct sen_ehc_item *a, const struct sen_ehc_item *b)
{
	static const char *const own[] = {"words", "serves", "type",  "minutes",  "times",  "per",
					  "weeks", "who",    "ratio", "dated_on", "due_on", "pence"};

	for (size_t i = 0; i < SEN_COUNT(own); i++)
		if (!sen_field_equal(sen_field_named(&sen_ehc_item_record, own[i]), a, b))
			return false;
	return true;
}

static void keep(struct sen_store *store, struct sen_ehc_plan *plan, const struct sen_ehc_item *item)
{
	struct sen_ehc_item *more;

	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].head.id == item->head.id) {
			plan->items[i] = *item;
			return;
		}
	more = SEN_NEW(store->arena, struct sen_ehc_item, plan->count + 1);
	if (plan->count)
		memcpy(more, plan->items, plan->count * sizeof(*more));
	more[plan->count++] = *item;
	ehc_items_sort(more, plan->count);
	plan->items = more;
}

/* Words of an earlier version end where the new ones begin. */
static int follow(struct sen_store *store, struct sen_ehc_plan *plan, struct sen_ehc_item old,
		  struct sen_ehc_item *item, struct sen_err *err)
{
	int rc;

	old.until = plan->newest;
	if ((rc = sen_record_update(store, &sen_ehc_item_record, &old, err)) < 0)
		return rc;
	keep(store, plan, &old);
	item->before_id = old.head.id;
	item->since = plan->newest;
	item->until = SEN_NO_INT;
	item->provisions = old.provisions;
	item->head = (struct sen_head){0};
	return sen_record_insert(store, &sen_ehc_item_record, item, err);
}

static int replace(struct sen_store *store, struct sen_ehc_plan *plan, const struct sen_ehc_item *old,
		   struct sen_ehc_item *item, enum sen_ehc_put *done, struct sen_err *err)
{
	if (same(old, item)) {
		*item = *old;
		*done = SEN_EHC_SAME;
		return 0;
	}
	if (old->since < plan->newest) {
		*done = SEN_EHC_NEWER;
		return follow(store, plan, *old, item, err);
	}
	*done = SEN_EHC_MENDED;
	item->head = old->head;
	item->since = old->since;
	item->until = old->until;
	item->before_id = old->before_id;
	item->provisions = old->provisions;
	return sen_record_update(store, &sen_ehc_item_record, item, err);
}

static int insert(struct sen_store *store, struct sen_ehc_plan *plan, struct sen_ehc_item *item,
		  struct sen_err *err)
{
	int64_t last = 0;
	int rc = last_number(store, item, &last, err);

	if (rc < 0)
		return rc;
	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].number == item->number && !strcmp(plan->items[i].section, item->section)) {
			sen_fail(err, SEN_CONFLICT, "%s ended in EH%lld.%lld: a label is not used again",
				 sen_ehc_label(store->arena, item), (long long)plan->ehc.head.id,
				 (long long)plan->items[i].until);
			sen_hint(err, "Leave --label out: it gets the next number, %lld.",
				 (long long)last + 1);
			return err->code;
		}
	if (item->number == SEN_NO_INT)
		item->number = last + 1;
	item->since = plan->newest;
	return sen_record_insert(store, &sen_ehc_item_record, item, err);
}

int sen_ehc_put(struct sen_store *store, struct sen_ehc_plan *plan, struct sen_ehc_item *item,
		enum sen_ehc_put *done, struct sen_err *err)
{
	const struct sen_ehc_item *old = NULL;
	int rc = 0;

	if (plan->newest == 0)
		return no_version(store, plan, err);
	item->pupil_id = plan->ehc.pupil_id;
	item->ehc_id = plan->ehc.head.id;
	if (item->number != SEN_NO_INT)
		old = sen_ehc_at(plan, item->section, item->number, plan->newest);
	/* What it served before may have ended since: said by `ehcp check`, refused only when new. */
	if (item->serves && !(old && old->serves && strcmp(old->serves, item->serves) == 0) &&
	    (rc = serves_read(store, plan, item->serves, &item->serves, err)) < 0)
		return rc;
	*done = SEN_EHC_ADDED;
	rc = old ? replace(store, plan, old, item, done, err) : insert(store, plan, item, err);
	if (rc == 0)
		keep(store, plan, item);
	return rc;
}

int sen_ehc_end(struct sen_store *store, struct sen_ehc_plan *plan, int64_t id, struct sen_err *err)
{
	for (size_t i = 0; i < plan->count; i++) {
		struct sen_ehc_item *item = &plan->items[i];

		if (item->head.id != id)
			continue;
		if (item->since < plan->newest) {
			item->until = plan->newest;
			return sen_record_update(store, &sen_ehc_item_record, item, err);
		}
		int rc = sen_record_void(store, &sen_ehc_item_record, id,
					 "taken out of the version it came in", err);
		if (rc == 0)
			memmove(item, item + 1, (--plan->count - i) * sizeof(*item));
		return rc;
	}
	return sen_fail(err, SEN_NOTFOUND, "no O%lld in this plan", (long long)id);
}

/* ---- Which provision gives it ---- */

static const char *without(struct sen_arena *arena, const char *list, const char *word)
{
	struct sen_buf buf = {.arena = arena};

	for (const char *at = list; at && *at; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");

		if (len != strlen(word) || strncmp(at, word, len) != 0) {
			sen_buf_add(&buf, buf.len ? " " : "");
			sen_buf_addn(&buf, at, len);
		}
		at += len;
	}
	return buf.text;
}

static int check_link(struct sen_store *store, const struct sen_ehc_plan *plan,
		      const struct sen_ehc_item *item, int64_t provision_id, struct sen_err *err)
{
	const char *word = sen_format(store->arena, "G%lld", (long long)provision_id);
	struct sen_provision_pupil member;
	int rc = sen_provision_member(store, provision_id, plan->ehc.pupil_id, sen_store_day(store), &member,
				      err);

	if (rc < 0)
		return rc;
	for (size_t i = 0; i < plan->count; i++) {
		const struct sen_ehc_item *other = &plan->items[i];

		if (!sen_ehc_serves(other->provisions, word) || !sen_ehc_stands(other, plan->newest) ||
		    other->head.id == item->head.id)
			continue;
		sen_fail(err, SEN_CONFLICT, "%s gives %s already: what is given counts once", word,
			 sen_ehc_label(store->arena, other));
		sen_hint(err, "'sendctl ehcp link P%lld %s %s --stop' takes it away there.",
			 (long long)plan->ehc.pupil_id, sen_ehc_label(store->arena, other), word);
		return err->code;
	}
	return 0;
}

int sen_ehc_link(struct sen_store *store, struct sen_ehc_plan *plan, struct sen_ehc_item *item,
		 int64_t provision_id, bool stop, struct sen_err *err)
{
	const char *word = sen_format(store->arena, "G%lld", (long long)provision_id);
	bool there = sen_ehc_serves(item->provisions, word);
	int rc;

	if (stop && !there)
		return sen_fail(err, SEN_NOTFOUND, "%s is not linked with %s", word,
				sen_ehc_label(store->arena, item));
	if (!stop && there)
		return 0;
	if (!stop && (rc = check_link(store, plan, item, provision_id, err)) < 0)
		return rc;
	item->provisions = stop		      ? without(store->arena, item->provisions, word)
			   : item->provisions ? sen_format(store->arena, "%s %s", item->provisions, word)
					      : word;
	if ((rc = sen_record_update(store, &sen_ehc_item_record, item, err)) == 0)
		keep(store, plan, item);
	return rc;
}

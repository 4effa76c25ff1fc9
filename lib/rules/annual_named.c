/* A guest of the annual review asked by what they are, and named when it is known who:
 * one invitation, not a second one beside it (R63). */
#include "rules/annual_guests.h"
#include "rules/ehc_steps.h"

#include <sen/text.h>

#include <string.h>

/* What was kept for the office goes on for the person. */
static int join(struct sen_store *store, struct sen_invitation *named, const struct sen_invitation *office,
		struct sen_err *err)
{
	if (!named->role || strcmp(named->role, "other") == 0)
		named->role = office->role;
	named->invited_on = ehc_sooner(named->invited_on, office->invited_on);
	named->remind_on = ehc_sooner(named->remind_on, office->remind_on);
	named->advice_asked_on = ehc_sooner(named->advice_asked_on, office->advice_asked_on);
	named->advice_received_on = ehc_sooner(named->advice_received_on, office->advice_received_on);
	named->advice_circulated_on = ehc_sooner(named->advice_circulated_on, office->advice_circulated_on);
	named->how = named->how ? named->how : office->how;
	named->answer = named->answer ? named->answer : office->answer;
	if (sen_record_update(store, &sen_invitation_record, named, err) < 0)
		return err->code;
	return sen_record_void(store, &sen_invitation_record, office->head.id,
			       sen_format(store->arena, "asked by name: %s", named->who), err);
}

int annual_put_name(struct sen_store *store, const struct sen_review *review,
		    const struct sen_annual_guest *guest, const struct sen_person *who, struct sen_err *err)
{
	struct sen_invitation *rows, *office = NULL, *named = NULL;
	size_t count;
	int rc = minutes_rows(store, review, &rows, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++) {
		if (minutes_is(store, &rows[i], who))
			named = &rows[i];
		else if (strcmp(rows[i].who, guest->name) == 0)
			office = &rows[i];
	}
	if (rc < 0 || !office)
		return rc;
	if (named)
		return join(store, named, office, err);
	office->who = who->who;
	office->contact_id = who->contact_id;
	return sen_record_update(store, &sen_invitation_record, office, err);
}

/* ---- --who health="Dr Patel" ---- */

/* Nobody was asked as the office: the person is, as that. */
static int begin_as(struct sen_store *store, const struct sen_review *review,
		    const struct sen_annual_guest *guest, const struct sen_person *who, struct sen_err *err)
{
	struct sen_invitation *rows, row;
	size_t count;
	int rc = minutes_rows(store, review, &rows, &count, err);

	for (size_t i = 0; i < count && rc == 0; i++)
		if (minutes_is(store, &rows[i], who)) {
			if (rows[i].role && strcmp(rows[i].role, "other") != 0)
				return 0;
			rows[i].role = guest->role;
			return sen_record_update(store, &sen_invitation_record, &rows[i], err);
		}
	if (rc < 0)
		return rc;
	sen_record_blank(&sen_invitation_record, &row);
	row.head.id = 0;
	row.pupil_id = review->pupil_id;
	row.review_id = review->head.id;
	row.who = who->who;
	row.role = guest->role;
	row.contact_id = who->contact_id;
	return sen_record_insert(store, &sen_invitation_record, &row, err);
}

static int guests_of(struct sen_store *store, const struct sen_review *review, struct sen_annual_guest **out,
		     size_t *count, struct sen_err *err)
{
	const struct sen_policy *policy;
	const struct sen_law *law;
	struct sen_annual annual;
	int rc;

	*count = 0;
	if (strcmp(review->kind, "annual") != 0 && strcmp(review->kind, "interim") != 0)
		return 0;
	if ((rc = rules_policy_of(store, review->pupil_id, store->context.today, &policy, err)) < 0 ||
	    (rc = sen_law(store, &law, err)) < 0 ||
	    (rc = sen_annual_of(store, review->pupil_id, review->planned_on, &annual, err)) < 0)
		return rc;
	*count = sen_annual_guests(store->arena, law, policy, &annual, out);
	return 0;
}

static int no_guest(struct sen_store *store, const struct sen_annual_guest *guests, size_t count,
		    const char *code, struct sen_err *err)
{
	struct sen_buf list = {.arena = store->arena};

	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&list, "%s%s", i ? ", " : "", guests[i].code);
	sen_fail(err, SEN_INVALID, "--who: no '%s' is called for at this review",
		 sen_text_visible(store->arena, code, false));
	sen_hint(err, "Called for: %s. Anybody else is asked by name alone: --who NAME.", list.text);
	return err->code;
}

int sen_review_ask_as(struct sen_store *store, struct sen_around *around, const struct sen_review *review,
		      const char *text, const char **name, struct sen_err *err)
{
	const char *equals = strchr(text, '='), *code;
	struct sen_annual_guest *guests = NULL;
	struct sen_person who;
	size_t count, i = 0;
	int rc = equals && equals != text && equals[1] ? guests_of(store, review, &guests, &count, err) : 0;

	*name = text;
	if (rc < 0 || !guests)
		return rc;
	code = sen_strndup(store->arena, text, (size_t)(equals - text));
	while (i < count && !sen_text_same(guests[i].code, code))
		i++;
	if (i == count)
		return no_guest(store, guests, count, code, err);
	*name = equals + 1;
	who = sen_around_find(around, *name);
	*name = who.who;
	if (who.no_letters) /* refused when asked */
		return 0;
	rc = annual_put_name(store, review, &guests[i], &who, err);
	return rc < 0 ? rc : begin_as(store, review, &guests[i], &who, err);
}

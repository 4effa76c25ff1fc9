/* Settling what an import left open: a difference with ours or theirs, a doubt
 * by saying that it may stay. */
#include "exchange/mis.h"
#include <sen/exchange.h>
#include <sen/level.h>
#include <sen/text.h>
#include <string.h>

#define WHY "as the MIS says" /* the reason of a move that settles a difference */

struct settling {
	struct sen_store *store;
	int64_t pupil_id;
	const struct sen_mis_finding *finding;
};

/* ---- Taking theirs ---- */

static int take_field(struct settling *s, const struct sen_field *field, struct sen_err *err)
{
	struct sen_pupil pupil;
	int rc = sen_record_get(s->store, &sen_pupil_record, s->pupil_id, &pupil, err);
	if (rc || (rc = sen_field_set(s->store, field, &pupil, s->finding->theirs, err)))
		return rc;
	return sen_record_update(s->store, &sen_pupil_record, &pupil, err);
}

static int take_enrolment(struct settling *s, const struct sen_field *field, struct sen_err *err)
{
	struct sen_enrolment *all, next;
	size_t count;
	int rc =
		sen_record_of_pupil(s->store, &sen_enrolment_record, s->pupil_id, (void **)&all, &count, err);
	sen_record_blank(&sen_enrolment_record, &next);
	for (size_t i = 0; !rc && i < count; i++)
		if (all[i].until_on == SEN_NO_DATE)
			next = all[i];
	if (rc || (rc = sen_field_set(s->store, field, &next, s->finding->theirs, err)))
		return rc;
	memset(&next.head, 0, sizeof(next.head));
	next.pupil_id = s->pupil_id;
	if (next.from_on == SEN_NO_DATE || next.from_on < s->store->context.today)
		next.from_on = s->store->context.today;
	next.known_by = "MIS";
	return sen_enrolment_set(s->store, &next, err);
}

/* The level the policy in force gives to what the MIS calls K, E or monitored. */
static int take_status(struct settling *s, struct sen_err *err)
{
	const struct sen_policy_set *set;
	const struct sen_policy *policy;
	struct sen_register_entry now;
	struct sen_move move = {.pupil_id = s->pupil_id,
				.level = "off",
				.reason = WHY,
				.on = SEN_NO_DATE,
				.told = SEN_NO_DATE,
				.corrects = SEN_NO_INT};
	const char *theirs = s->finding->theirs ? s->finding->theirs : "N";
	int rc = sen_policies(s->store, &set, err);
	if (rc)
		return rc;
	policy = sen_policy_on(set, s->store->school_id, s->store->context.today);
	if (policy && strcmp(theirs, "N"))
		move.level = !strcmp(theirs, "K")   ? policy->on_import_k
			     : !strcmp(theirs, "E") ? policy->on_import_e
						    : policy->on_import_m;
	if (!policy || !move.level)
		return sen_fail(err, SEN_INVALID, "the policy has no level for a child the MIS calls '%s'",
				theirs);
	rc = sen_register_on(s->store, s->pupil_id, s->store->context.today, &now, err);
	if (!rc && now.head.id && now.from_on == s->store->context.today)
		move.corrects = now.head.id; /* two moves on one day are one */
	return rc ? rc : sen_level_move(s->store, &move, err);
}

static int take_needs(struct settling *s, struct sen_err *err)
{
	const char *types[MIS_NEEDS];
	size_t count = 0;
	char *save = NULL, *text = sen_strdup(s->store->arena, s->finding->theirs ? s->finding->theirs : "");
	for (char *type = strtok_r(text, ",", &save); type && count < SEN_COUNT(types);
	     type = strtok_r(NULL, ",", &save))
		types[count++] = type;
	return sen_needs_set(s->store, s->pupil_id, types, count, s->store->context.today, NULL, "MIS", err);
}

/* The one difference of a flag: a person set it and the MIS says no. */
static int take_flag(struct settling *s, struct sen_err *err)
{
	struct sen_flag flag;
	sen_record_blank(&sen_flag_record, &flag);
	memset(&flag.head, 0, sizeof(flag.head));
	flag.pupil_id = s->pupil_id;
	flag.flag = s->finding->field;
	flag.from_on = s->store->context.today;
	flag.known_by = "MIS";
	return sen_flag_set(s->store, &flag, false, err);
}

static int take_theirs(struct settling *s, struct sen_err *err)
{
	const char *name = s->finding->field;
	const struct sen_field *field = sen_field_named(&sen_pupil_record, name);
	if (field)
		return take_field(s, field, err);
	if (!strcmp(name, "status")) /* the SEN status; an enrolment has one of its own */
		return take_status(s, err);
	if ((field = sen_field_named(&sen_enrolment_record, name)))
		return take_enrolment(s, field, err);
	return strcmp(name, "need") ? take_flag(s, err) : take_needs(s, err);
}

/* ---- Which one ---- */

static int not_clear(struct settling *s, const char *field, const struct sen_mis_finding *open, size_t count,
		     struct sen_err *err)
{
	struct sen_buf list = {.arena = s->store->arena};
	for (size_t i = 0; i < count; i++)
		sen_buf_addf(&list, "%s%s", i ? ", " : "", open[i].field);
	if (!count) {
		sen_fail(err, SEN_NOTFOUND, "nothing is open between this child and the MIS");
		sen_hint(err, "'sendctl report conformance' lists what is, as rules 'import-...'.");
	} else if (field) {
		sen_fail(err, SEN_NOTFOUND, "nothing about '%s' is to be settled for this child", field);
		sen_hint(err, "There are: %s.", list.text);
	} else {
		sen_fail(err, SEN_NOTFOUND, "%zu fields of this child are to be settled", count);
		sen_hint(err, "Say which: %s.", list.text);
	}
	return err->code;
}

static int choose(struct settling *s, const char *field, struct sen_mis_finding *out, struct sen_err *err)
{
	struct sen_mis_finding *open;
	size_t count, fit = 0;
	int rc = sen_mis_findings_open(s->store, s->pupil_id, &open, &count, err);
	for (size_t i = 0; !rc && i < count; i++) {
		if (field && strcmp(open[i].field, field))
			continue;
		*out = open[i]; /* the last word of the MIS */
		fit++;
	}
	if (!rc && (!fit || (!field && fit > 1)))
		return not_clear(s, field, open, count, err);
	return rc;
}

/* Older ones of the same field go with it. */
static int close_all(struct settling *s, const char *choice, struct sen_err *err)
{
	struct sen_mis_finding *open;
	size_t count;
	int rc = sen_mis_findings_open(s->store, s->pupil_id, &open, &count, err);
	for (size_t i = 0; !rc && i < count; i++)
		if (!strcmp(open[i].field, s->finding->field))
			rc = sen_mis_finding_settle(s->store, &open[i], choice, err);
	return rc;
}

int sen_mis_settle(struct sen_store *store, int64_t pupil_id, const char *field, bool theirs,
		   struct sen_mis_finding *out, struct sen_err *err)
{
	struct settling s = {.store = store, .pupil_id = pupil_id, .finding = out};
	int rc = choose(&s, field, out, err);
	if (rc)
		return rc;
	if (theirs && strcmp(out->kind, "difference")) {
		sen_fail(err, SEN_USAGE, "what the MIS says of '%s' is doubtful: it cannot be taken",
			 out->field);
		sen_hint(err, "Mend it in the MIS or with 'sendctl pupil edit', or leave it with --ours.");
		return err->code;
	}
	if (theirs && (rc = take_theirs(&s, err)))
		return rc;
	return close_all(&s, theirs ? "theirs" : "ours", err);
}

/* Provision of a child, in words a parent uses: what, how long, how often, who. */
#include "paper_plan.h"

#include <stdlib.h>
#include <string.h>

/* "20 minutes, 3 times a week, for 10 weeks" */
static const char *how_often(struct sen_arena *arena, const struct sen_provision *provision)
{
	struct sen_buf buf = {.arena = arena};
	int on[5];
	int64_t times = sen_provision_week(provision, on);

	if (provision->minutes != SEN_NO_INT)
		sen_buf_addf(&buf, "%lld minutes", (long long)provision->minutes);
	if (times == 1 || times == 2)
		sen_buf_addf(&buf, "%s%s a week", buf.len ? ", " : "", times == 1 ? "once" : "twice");
	else if (times == 5)
		sen_buf_addf(&buf, "%severy school day", buf.len ? ", " : "");
	else if (times > 2)
		sen_buf_addf(&buf, "%s%lld times a week", buf.len ? ", " : "", (long long)times);
	if (provision->weeks != SEN_NO_INT)
		sen_buf_addf(&buf, "%sfor %lld week%s", buf.len ? ", " : "", (long long)provision->weeks,
			     provision->weeks == 1 ? "" : "s");
	return buf.text;
}

/* Those who give it on the day, or on its first or last when that is nearer. */
static int load_adults(const struct paper *paper, struct paper_given *given, sen_date day,
		       struct sen_err *err)
{
	struct sen_buf buf = {.arena = paper->arena};
	const struct sen_provision *provision = &given->provision;
	struct sen_provision_adult *all;
	size_t count, named = 0;
	int rc = sen_provision_adults(paper->app->store, provision->head.id, &all, &count, err);

	if (rc < 0)
		return rc;
	if (provision->until_on != SEN_NO_DATE && day >= provision->until_on)
		day = provision->until_on - 1;
	if (day < provision->from_on)
		day = provision->from_on;
	for (size_t i = 0; i < count; i++)
		if (all[i].from_on <= day && (all[i].until_on == SEN_NO_DATE || all[i].until_on > day))
			sen_buf_addf(&buf, "%s%s", named++ ? " and " : "", all[i].name);
	given->adults = buf.text;
	given->how = how_often(paper->arena, provision);
	return 0;
}

static int load_serves(const struct paper *paper, struct paper_given *given, size_t count,
		       struct sen_err *err)
{
	struct sen_provision_target *all;
	size_t links;
	int rc = sen_record_of_pupil(paper->app->store, &sen_provision_target_record, paper->id,
				     (void **)&all, &links, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		given[i].targets = SEN_NEW(paper->arena, int64_t, links + 1);
		for (size_t k = 0; k < links; k++)
			if (all[k].provision_id == given[i].provision.head.id)
				given[i].targets[given[i].target_count++] = all[k].target_id;
	}
	return rc;
}

static int by_beginning(const void *a, const void *b)
{
	const struct paper_given *x = a, *y = b;

	if (x->member.from_on != y->member.from_on)
		return x->member.from_on < y->member.from_on ? -1 : 1;
	return x->member.head.id < y->member.head.id ? -1 : x->member.head.id > y->member.head.id;
}

int paper_given(const struct paper *paper, sen_date from, sen_date until, struct paper_given **out,
		size_t *count, struct sen_err *err)
{
	struct sen_provision_pupil *all;
	size_t found;
	int rc = sen_record_of_pupil(paper->app->store, &sen_provision_pupil_record, paper->id, (void **)&all,
				     &found, err);

	*count = 0;
	*out = SEN_NEW(paper->arena, struct paper_given, rc < 0 ? 1 : found + 1);
	for (size_t i = 0; rc == 0 && i < found; i++) {
		struct paper_given *one = &(*out)[*count];

		if (all[i].from_on >= until || (all[i].until_on != SEN_NO_DATE && all[i].until_on <= from))
			continue;
		one->member = all[i];
		rc = sen_record_get(paper->app->store, &sen_provision_record, all[i].provision_id,
				    &one->provision, err);
		if (rc == 0 && !one->provision.head.voided_at) {
			rc = load_adults(paper, one, until - 1, err);
			++*count;
		}
	}
	if (rc == 0 && *count > 1)
		qsort(*out, *count, sizeof(**out), by_beginning);
	return rc < 0 ? rc : load_serves(paper, *out, *count, err);
}

const char *paper_given_words(const struct paper *paper, const struct paper_given *given)
{
	struct sen_buf buf = {.arena = paper->arena};

	sen_buf_add(&buf, given->provision.name);
	if (given->how)
		sen_buf_addf(&buf, ": %s", given->how);
	if (given->adults)
		sen_buf_addf(&buf, ", with %s", given->adults);
	if (given->provision.place)
		sen_buf_addf(&buf, " (%s)", given->provision.place);
	return buf.text;
}

bool paper_given_serves(const struct paper_given *given, int64_t target_id)
{
	for (size_t i = 0; i < given->target_count; i++)
		if (given->targets[i] == target_id)
			return true;
	return false;
}

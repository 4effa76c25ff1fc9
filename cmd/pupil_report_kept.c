/* Yearly reports as they are kept: a document a report, and to whom it was given. */
#include "pupil_report.h"

#include <sen/text.h>

#include <string.h>

#define KIND "parent-report"

/* ---- The reports there are ---- */

static int given_on(struct app *app, int64_t pupil_id, int64_t document, sen_date *day, struct sen_err *err)
{
	const char *record = sen_format(app->arena, "D%lld", (long long)document);
	struct sen_given *all;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_given_record, pupil_id, (void **)&all, &count, err);

	*day = SEN_NO_DATE;
	for (size_t i = 0; rc == 0 && i < count; i++)
		if (strcmp(all[i].record, record) == 0 && (*day == SEN_NO_DATE || all[i].given_on < *day))
			*day = all[i].given_on;
	return rc;
}

int reports_find(struct app *app, int64_t pupil_id, struct reports *out, struct sen_err *err)
{
	struct sen_document *all;
	size_t count;
	int rc = sen_record_of_pupil(app->store, &sen_document_record, pupil_id, (void **)&all, &count, err);

	*out = (struct reports){.sent_made_on = SEN_NO_DATE};
	for (size_t i = 0; rc == 0 && i < count; i++) {
		sen_date sent;

		if (strcmp(all[i].kind, KIND) != 0)
			continue;
		rc = given_on(app, pupil_id, all[i].head.id, &sent, err);
		out->last = &all[i];
		if (sent != SEN_NO_DATE)
			out->sent_made_on = all[i].made_on;
		else if (all[i].ended_on == SEN_NO_DATE)
			out->waits = &all[i];
	}
	return rc;
}

/* ---- Made ---- */

/* One that waits to be sent is replaced; those that were sent stand. */
int report_keep(struct press *press, const struct pupil_report *report, struct reports *before,
		struct sen_err *err)
{
	struct app *app = press->app;
	struct sen_document *document = sen_record_new(app->arena, &sen_document_record);
	char from[16], last[16];

	document->pupil_id = report->paper.id;
	document->kind = KIND;
	document->title =
		sen_format(app->arena, "Yearly report to parents, %s to %s",
			   sen_date_long(report->from, from), sen_date_long(report->until - 1, last));
	document->made_on = app->context.today;
	if (before->waits) {
		document->replaces = before->waits->head.id;
		before->waits->ended_on = app->context.today;
		if (sen_record_update(app->store, &sen_document_record, before->waits, err) < 0)
			return err->code;
	}
	int rc = sen_record_insert(app->store, &sen_document_record, document, err);

	if (rc < 0)
		return rc;
	before->waits = before->last = document;
	press_say(press, "%s: D%lld, %s.", app_child(app, report->paper.id), (long long)document->head.id,
		  document->title);
	return 0;
}

/* ---- Sent ---- */

static int give(struct press *press, sen_date sent, const struct paper *paper, int64_t document,
		const char *who, struct sen_err *err)
{
	struct sen_given *given = sen_record_new(press->app->arena, &sen_given_record);
	char day[16];
	bool fresh;

	given->record = sen_format(press->app->arena, "D%lld", (long long)document);
	given->pupil_id = paper->id;
	given->who = who;
	given->given_on = sent;
	int rc = sen_given_add(press->app->store, given, &fresh, err);

	if (rc == 0)
		press_say(press, "%s: D%lld %s to %s on %s.", app_child(press->app, paper->id),
			  (long long)document, fresh ? "sent" : "was recorded as sent", who,
			  sen_date_long(sent, day));
	return rc;
}

/* A name typed is that of a contact as it is kept, or of somebody else. */
static int give_to(struct press *press, sen_date sent, const struct paper *paper, int64_t document,
		   const char *who, struct sen_err *err)
{
	if (!paper_unbarred(paper, who)) {
		sen_fail(err, SEN_INVALID, "'%s' is marked as not to be written to", who);
		sen_hint(err, "'sendctl contact list P%lld' says why.", (long long)paper->id);
		return err->code;
	}
	for (size_t i = 0; i < paper->contact_count; i++)
		if (sen_text_same(paper->contacts[i].contact.name, who))
			who = paper->contacts[i].contact.name;
	return give(press, sent, paper, document, who, err);
}

int report_send(struct press *press, int64_t pupil_id, const struct reports *reports, sen_date sent,
		const char *to, size_t *count, struct sen_err *err)
{
	struct paper paper;
	const struct sen_document *it = reports->waits ? reports->waits : reports->last;
	int rc;

	*count = 0;
	if (!it)
		return 0;
	if (sent < it->made_on) {
		char day[16];

		return sen_fail(err, SEN_INVALID, "--sent: D%lld was made later, on %s",
				(long long)it->head.id, sen_date_long(it->made_on, day));
	}
	if ((rc = paper_load(press->app, pupil_id, &paper, err)) < 0)
		return rc;
	if (to) {
		rc = give_to(press, sent, &paper, it->head.id, to, err);
		*count = 1;
	}
	for (size_t i = 0; rc == 0 && !to && i < paper.contact_count; i++)
		if (paper_writes_to(&paper, i)) {
			rc = give(press, sent, &paper, it->head.id, paper.contacts[i].contact.name, err);
			++*count;
		}
	if (rc == 0 && *count == 0)
		press_say(press, "%s: there is nobody to write to; say to whom with --to NAME.",
			  app_child(press->app, pupil_id));
	return rc;
}

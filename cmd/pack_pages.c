/* The pages of a child's file for the next school: which records go, each as HTML
 * and as JSON, and what is attached byte for byte. */
#include "concern.h"
#include "pack.h"

#include <sen/agency.h>
#include <sen/plan.h>
#include <sen/provision.h>
#include <sen/report.h>
#include <sen/review.h>
#include <sen/school.h>

#include <string.h>

/* What goes, beside the child's page, the chronology, the profile and each
 * concern; a new kind of record does not go by itself. */
static const struct {
	const struct sen_record *kind;
	const char *file, *what;
} lists[] = {{&sen_register_record, "register", "Levels and the SEND register, with reasons"},
	     {&sen_need_record, "needs", "Needs, now and before"},
	     {&sen_concern_record, "concerns", "Concerns"},
	     {&sen_weighing_record, "weighed", "What was weighed before SEN was decided"},
	     {&sen_flag_record, "context", "Context that was weighed"},
	     {&sen_plan_record, "plans", "Plans, with those of the past"},
	     {&sen_review_record, "reviews", "Reviews"},
	     {&sen_action_record, "actions", "Actions"},
	     {&sen_referral_record, "referrals", "Referrals"},
	     {&sen_consent_record, "consents", "Consents"},
	     {&sen_document_record, "documents", "Other plans and assessments"},
	     {&sen_medical_record, "medical", "Medical register"},
	     {&sen_adjustment_record, "adjustments", "Adjustments and test access"},
	     {&sen_timetable_record, "timetables", "Reduced timetables"},
	     {&sen_placement_record, "placements", "Placements"},
	     {&sen_equipment_record, "equipment", "Equipment"},
	     {&sen_topup_record, "topups", "Extra funding"},
	     {&sen_enrolment_record, "classes", "Years and classes"},
	     {&sen_transfer_record, "moves", "Arrivals and leavings"},
	     {&sen_note_record, "notes", "Notes"},
	     {&sen_attachment_record, "attachments", "What is attached"}};

const char *pack_path(const struct pack *pack, const char *name)
{
	return sen_format(pack->app->arena, "%s/%s", pack->folder, name);
}

/* A file that is written: into the index, with its digests. */
int pack_listed(struct pack *pack, const char *name, const char *what, int64_t lines, struct sen_err *err)
{
	struct packed *file = SEN_PUSH(pack->app->arena, pack->files, pack->count, pack->cap);

	*file = (struct packed){.name = name, .what = what, .lines = lines};
	int rc = sen_file_digest(pack_path(pack, name), &file->digest, err);
	sen_buf_addf(&pack->sha256, "%s  %s\n", file->digest.sha256, name);
	sen_buf_addf(&pack->blake2b, "%s  %s\n", file->digest.blake2b, name);
	return rc;
}

int pack_render(struct pack *pack, struct sen_table *table, const char *name, enum sen_format format,
		int64_t *rows, struct sen_err *err)
{
	struct sen_file_out *out;
	FILE *stream;
	int rc = sen_file_out_begin(pack->app->arena, pack_path(pack, name), &out, &stream, err);

	*rows = 0;
	if (rc < 0) {
		if (table->close)
			table->close(table);
		return rc;
	}
	pack->style.format = format;
	pack->style.rows_out = rows;
	rc = sen_answer(pack->app->arena, table, &pack->style, stream, err);
	if (rc == 0 && *rows > 0)
		return sen_file_out_end(out, false, err);
	sen_file_out_abandon(out);
	return rc;
}

/* ---- One answer as a page and as JSON ---- */

static int open_page(struct pack *pack, const struct pack_page *page, struct sen_table **table,
		     struct sen_err *err)
{
	const struct sen_value plan = {.name = ":id", .number = page->plan};
	int rc = page->open	 ? page->open(pack, table, err)
		 : page->concern ? concern_page(pack->app, page->concern, table, err)
		 : page->plan ? sen_table_query(pack->app->store, &sen_plan_show_query, &plan, 1, table, err)
			      : sen_table_query(pack->app->store, page->query, pack->values, page->values,
						table, err);

	if (rc == 0 && page->title)
		(*table)->title = page->title;
	if (rc == 0 && pack->through)
		*table = pack->through(pack, *table);
	return rc;
}

int pack_put(struct pack *pack, const struct pack_page *page, struct sen_err *err)
{
	static const struct {
		enum sen_format format;
		const char *ending;
	} forms[] = {{SEN_FORMAT_HTML, "html"}, {SEN_FORMAT_JSON, "json"}};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < SEN_COUNT(forms); i++) {
		const char *name = sen_format(pack->app->arena, "%s.%s", page->file, forms[i].ending);
		struct sen_table *table;
		int64_t rows;

		if ((rc = open_page(pack, page, &table, err)) < 0 ||
		    (rc = pack_render(pack, table, name, forms[i].format, &rows, err)) < 0)
			return rc;
		if (rows > 0)
			rc = pack_listed(pack, name, page->what, rows, err);
		else if (i == 0)
			sen_buf_addf(&pack->none, "%s%s", pack->none.len ? "; " : "", page->what);
	}
	return rc;
}

int pack_put_child(struct pack *pack, const struct pack_page *page, bool (*with)(const char *part),
		   struct sen_err *err)
{
	struct sen_query *query = SEN_NEW(pack->app->arena, struct sen_query, 1);
	struct sen_query *parts =
		SEN_NEW(pack->app->arena, struct sen_query, sen_pupil_show_query.part_count);
	struct sen_value kept = pack->values[0];
	struct pack_page child = *page;

	*query = sen_pupil_show_query;
	query->name = "pupil-pack-child";
	query->parts = parts;
	query->part_count = 0;
	for (size_t i = 0; i < sen_pupil_show_query.part_count; i++)
		if (with(sen_pupil_show_query.parts[i].name))
			parts[query->part_count++] = sen_pupil_show_query.parts[i];
	pack->values[0].name = ":id";
	child.query = query;
	child.values = 2;
	int rc = pack_put(pack, &child, err);
	pack->values[0] = kept;
	return rc;
}

/* Without what is this school's own work: what is owed, the differences with its MIS. */
static bool for_school(const char *part)
{
	return strcmp(part, "owed") != 0 && strcmp(part, "mis") != 0;
}

/* The same of a child whose EHC plan does not go. */
static bool without_plan(const char *part)
{
	return for_school(part) && !pack_tells(part);
}

static int put_concerns(struct pack *pack, struct sen_err *err)
{
	struct sen_arena *arena = pack->app->arena;
	struct sen_concern *all;
	size_t count;
	int rc = sen_record_of_pupil(pack->app->store, &sen_concern_record, pack->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		long long id = all[i].head.id;
		const struct pack_page page = {.file = sen_format(arena, "concern-C%lld", id),
					       .what = sen_format(arena, "Concern C%lld, step by step", id),
					       .concern = id};

		rc = pack_put(pack, &page, err);
	}
	return rc;
}

int pack_put_plans(struct pack *pack, struct sen_err *err)
{
	struct sen_arena *arena = pack->app->arena;
	struct sen_plan *all;
	size_t count;
	int rc = sen_record_of_pupil(pack->app->store, &sen_plan_record, pack->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		long long id = all[i].head.id;
		const struct pack_page page = {.file = sen_format(arena, "plan-PL%lld", id),
					       .what = sen_format(arena, "Plan PL%lld, with its targets", id),
					       .plan = id};

		rc = pack_put(pack, &page, err);
	}
	return rc;
}

static int put_lists(struct pack *pack, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < SEN_COUNT(lists); i++) {
		struct pack_page page = {
			.file = lists[i].file, .what = lists[i].what, .title = lists[i].what};

		page.values = 1;
		rc = sen_record_query(pack->app->store, lists[i].kind, false, &page.query, err);
		if (rc == 0)
			rc = pack_put(pack, &page, err);
		if (rc == 0 && lists[i].kind == &sen_concern_record)
			rc = put_concerns(pack, err);
		if (rc == 0 && lists[i].kind == &sen_plan_record)
			rc = pack_put_plans(pack, err);
	}
	return rc;
}

/* ---- What is attached, byte for byte ---- */

/* "AT3-letter.pdf": what another system takes for a name. */
const char *pack_attached_name(struct sen_arena *arena, const struct sen_attachment *attachment)
{
	const char *from = attachment->filename ? attachment->filename : "file";
	size_t len = strlen(from);
	char *name = sen_format(arena, "AT%lld-%s", (long long)attachment->head.id,
				len > 100 ? from + len - 100 : from);

	for (char *at = name; *at; at++) {
		bool plain = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
			     (*at >= '0' && *at <= '9') || *at == '.' || *at == '-' || *at == '_';

		*at = plain ? *at : '-';
	}
	return name;
}

int pack_put_attached(struct pack *pack, const struct sen_attachment *attachment, struct sen_err *err)
{
	const char *name = pack_attached_name(pack->app->arena, attachment);
	int rc = sen_attach_export(pack->app->store, attachment->head.id, pack_path(pack, name), err);

	return rc < 0 ? rc : pack_listed(pack, name, attachment->title, SEN_NO_INT, err);
}

static int put_attached(struct pack *pack, struct sen_err *err)
{
	struct sen_attachment *all;
	size_t count;
	int rc = sen_record_of_pupil(pack->app->store, &sen_attachment_record, pack->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++)
		if (pack_attached(pack, &all[i]))
			rc = pack_put_attached(pack, &all[i], err);
	return rc;
}

int pack_pages(struct pack *pack, const char *child, struct sen_err *err)
{
	const struct sen_query *events;
	const struct pack_page first = {
		.file = "child", .what = "The child, as on the last day here", .title = child};
	int rc = pack_put_child(pack, &first, pack_stays(pack) ? without_plan : for_school, err);

	if (rc < 0 || (rc = sen_report_chronology(pack->app->store, false, &events, err)) < 0)
		return rc;
	const struct pack_page chronology = {
		"chronology", "All that happened, by date", NULL, events, 1, 0, 0, NULL};
	const struct pack_page profile = {"profile", "One-page profile", NULL, &sen_profile_query, 1, 0, 0,
					  NULL};
	const struct pack_page given = {.file = "provision",
					.what = "Provision, with the sessions the child had",
					.open = pack_provision};
	if ((rc = pack_put(pack, &chronology, err)) < 0 || (rc = pack_put(pack, &profile, err)) < 0 ||
	    (rc = pack_put(pack, &given, err)) < 0 || (rc = put_lists(pack, err)) < 0 ||
	    (rc = pack_put_ehc(pack, err)) < 0)
		return rc;
	return put_attached(pack, err);
}

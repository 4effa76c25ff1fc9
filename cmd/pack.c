/* pupil leave --pack: a child's SEN file for the next school (R11, R15, R83; SI
 * 2005/1437 reg 9): pages, the same as JSON, what is attached, digests. */
#include "pack.h"
#include "concern.h"
#include "frame.h"

#include <sen/agency.h>
#include <sen/report.h>
#include <sen/review.h>
#include <sen/school.h>

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct packed { /* a line of the index */
	const char *name, *what;
	int64_t lines;
	struct sen_file_digest digest;
};
struct pack {
	struct app *app;
	const struct sen_transfer *leaving;
	struct sen_style style;
	const char *folder; /* being filled */
	struct packed *files;
	size_t count, cap;
	struct sen_buf sha256, blake2b, none; /* the lists of digests; what there is none of */
	char day[11];			      /* the child's page is as of the last day here */
	struct sen_value values[2];	      /* :pupil and :day */
};

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
	     {&sen_review_record, "reviews", "Reviews"},
	     {&sen_action_record, "actions", "Actions"},
	     {&sen_referral_record, "referrals", "Referrals"},
	     {&sen_consent_record, "consents", "Consents"},
	     {&sen_document_record, "documents", "Plans and assessments"},
	     {&sen_medical_record, "medical", "Medical register"},
	     {&sen_adjustment_record, "adjustments", "Adjustments and test access"},
	     {&sen_timetable_record, "timetables", "Reduced timetables"},
	     {&sen_placement_record, "placements", "Placements"},
	     {&sen_enrolment_record, "classes", "Years and classes"},
	     {&sen_transfer_record, "moves", "Arrivals and leavings"},
	     {&sen_note_record, "notes", "Notes"},
	     {&sen_attachment_record, "attachments", "What is attached"}};

static const char *in_folder(const struct pack *pack, const char *name)
{
	return sen_format(pack->app->arena, "%s/%s", pack->folder, name);
}

/* A file that is written: into the index, with its digests. */
static int listed(struct pack *pack, const char *name, const char *what, int64_t lines, struct sen_err *err)
{
	struct packed *file = SEN_PUSH(pack->app->arena, pack->files, pack->count, pack->cap);

	*file = (struct packed){.name = name, .what = what, .lines = lines};
	int rc = sen_file_digest(in_folder(pack, name), &file->digest, err);
	sen_buf_addf(&pack->sha256, "%s  %s\n", file->digest.sha256, name);
	sen_buf_addf(&pack->blake2b, "%s  %s\n", file->digest.blake2b, name);
	return rc;
}

/* One answer in one format; with no row no file. */
static int render(struct pack *pack, struct sen_table *table, const char *name, enum sen_format format,
		  int64_t *rows, struct sen_err *err)
{
	struct sen_file_out *out;
	FILE *stream;
	int rc = sen_file_out_begin(pack->app->arena, in_folder(pack, name), &out, &stream, err);

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

struct page {
	const char *file, *what, *title; /* title NULL: the query's */
	const struct sen_query *query;
	size_t values;	 /* of the pack's that it takes */
	int64_t concern; /* a concern's page; 0: a query */
};

static int open_page(struct pack *pack, const struct page *page, struct sen_table **table,
		     struct sen_err *err)
{
	int rc = page->concern ? concern_page(pack->app, page->concern, table, err)
			       : sen_table_query(pack->app->store, page->query, pack->values, page->values,
						 table, err);

	if (rc == 0 && page->title)
		(*table)->title = page->title;
	return rc;
}

static int put_page(struct pack *pack, const struct page *page, struct sen_err *err)
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
		    (rc = render(pack, table, name, forms[i].format, &rows, err)) < 0)
			return rc;
		if (rows > 0)
			rc = listed(pack, name, page->what, rows, err);
		else if (i == 0)
			sen_buf_addf(&pack->none, "%s%s", pack->none.len ? "; " : "", page->what);
	}
	return rc;
}

/* The child's page without what is this school's own work: what is owed, the
 * differences with its MIS. */
static int put_child(struct pack *pack, const char *child, struct sen_err *err)
{
	struct sen_query *query = SEN_NEW(pack->app->arena, struct sen_query, 1);
	struct sen_query *parts =
		SEN_NEW(pack->app->arena, struct sen_query, sen_pupil_show_query.part_count);
	struct sen_value kept = pack->values[0];

	*query = sen_pupil_show_query;
	query->name = "pupil-pack-child";
	query->parts = parts;
	query->part_count = 0;
	for (size_t i = 0; i < sen_pupil_show_query.part_count; i++) {
		const struct sen_query *part = &sen_pupil_show_query.parts[i];

		if (strcmp(part->name, "owed") != 0 && strcmp(part->name, "mis") != 0)
			parts[query->part_count++] = *part;
	}
	pack->values[0].name = ":id";
	const struct page page = {"child", "The child, as on the last day here", child, query, 2, 0};
	int rc = put_page(pack, &page, err);
	pack->values[0] = kept;
	return rc;
}

static int put_concerns(struct pack *pack, struct sen_err *err)
{
	struct sen_arena *arena = pack->app->arena;
	struct sen_concern *all;
	size_t count;
	int rc = sen_record_of_pupil(pack->app->store, &sen_concern_record, pack->leaving->pupil_id,
				     (void **)&all, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		long long id = all[i].head.id;
		const struct page page = {.file = sen_format(arena, "concern-C%lld", id),
					  .what = sen_format(arena, "Concern C%lld, step by step", id),
					  .concern = id};

		rc = put_page(pack, &page, err);
	}
	return rc;
}

static int put_lists(struct pack *pack, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < SEN_COUNT(lists); i++) {
		struct page page = {.file = lists[i].file, .what = lists[i].what, .title = lists[i].what};

		page.values = 1;
		rc = sen_record_query(pack->app->store, lists[i].kind, false, &page.query, err);
		if (rc == 0)
			rc = put_page(pack, &page, err);
		if (rc == 0 && lists[i].kind == &sen_concern_record)
			rc = put_concerns(pack, err);
	}
	return rc;
}

/* ---- What is attached, byte for byte ---- */

/* "AT3-letter.pdf": what another system takes for a name. */
static const char *attached_name(struct sen_arena *arena, const struct sen_attachment *attachment)
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

static int put_attached(struct pack *pack, struct sen_err *err)
{
	struct sen_attachment *all;
	size_t count;
	int rc = sen_record_of_pupil(pack->app->store, &sen_attachment_record, pack->leaving->pupil_id,
				     (void **)&all, &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		const char *name = attached_name(pack->app->arena, &all[i]);

		rc = sen_attach_export(pack->app->store, all[i].head.id, in_folder(pack, name), err);
		if (rc == 0)
			rc = listed(pack, name, all[i].title, SEN_NO_INT, err);
	}
	return rc;
}

/* ---- The index, and the digests as sha256sum and b2sum read them ---- */

static int put_text(struct pack *pack, const char *name, const struct sen_buf *text, struct sen_err *err)
{
	struct sen_file_out *out;
	FILE *stream;
	int rc = sen_file_out_begin(pack->app->arena, in_folder(pack, name), &out, &stream, err);

	if (rc < 0)
		return rc;
	fwrite(text->text, 1, text->len, stream); /* an error shows at the end */
	return sen_file_out_end(out, false, err);
}

static const struct sen_column index_columns[] = {
	{"what", "What", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "what it is"},
	{"file", "File", SEN_C_TEXT, 0, NULL, NULL, "in this folder"},
	{"lines", "Entries", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "how many"},
	{"size", "Bytes", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "bytes"},
	{"sha256", "SHA-256", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "digest"},
	{"blake2b", "BLAKE2b-256", SEN_C_TEXT, SEN_COL_QUIET, NULL, NULL, "digest"}};

static const char *whose(const struct pack *pack, struct sen_err *err)
{
	struct sen_pupil pupil;
	char born[16];
	int rc = sen_record_get(pack->app->store, &sen_pupil_record, pack->leaving->pupil_id, &pupil, err);

	if (rc < 0)
		return NULL;
	return sen_format(pack->app->arena, "%s %s%s%s%s%s", pupil.forename, pupil.surname,
			  pupil.dob == SEN_NO_DATE ? "" : ", born ",
			  pupil.dob == SEN_NO_DATE ? "" : sen_date_long(pupil.dob, born),
			  pupil.upn ? ", UPN " : "", pupil.upn ? pupil.upn : "");
}

static void index_notes(struct pack *pack, struct sen_table *table)
{
	struct sen_arena *arena = pack->app->arena;
	const char **notes = SEN_NEW(arena, const char *, 4);
	char made[16], last[16];

	notes[0] = sen_format(arena, "Made on %s. Last day on roll: %s.%s%s",
			      sen_date_long(pack->app->context.today, made),
			      sen_date_long(pack->leaving->moved_on, last),
			      pack->leaving->other_school ? " Next school: " : "",
			      pack->leaving->other_school ? pack->leaving->other_school : "");
	notes[1] = pack->none.len ? sen_format(arena, "Nothing is kept here under: %s.", pack->none.text)
				  : "There is something under every heading.";
	notes[2] = "Safeguarding stands here by date and system only: that file comes from the designated "
		   "safeguarding lead, apart from this one (Keeping children safe in education).";
	notes[3] = "Each page is here as HTML to read and as JSON for a program. To check that nothing "
		   "changed on the way: sha256sum -c SHA256SUMS, or b2sum -l 256 -c BLAKE2SUMS. "
		   "Confidential: for the SENCo of the next school.";
	table->footnotes = notes;
	table->footnote_count = 4;
}

static int put_index(struct pack *pack, const char *child, struct sen_err *err)
{
	static const char *const names[] = {"index.html", "index.json"};
	static const enum sen_format formats[] = {SEN_FORMAT_HTML, SEN_FORMAT_JSON};
	int64_t rows;
	int rc = 0;

	for (size_t form = 0; rc == 0 && form < SEN_COUNT(names); form++) {
		struct sen_table *table = sen_table_new(pack->app->arena, "pupil-pack",
							sen_format(pack->app->arena, "SEN file of %s", child),
							1, index_columns, SEN_COUNT(index_columns));

		for (size_t i = 0; i < pack->count; i++) {
			const struct packed *file = &pack->files[i];
			struct sen_cell *cells = sen_table_add(table);

			sen_cell_text(&cells[0], file->what);
			sen_cell_text(&cells[1], file->name);
			sen_cell_int(&cells[2], file->lines);
			sen_cell_int(&cells[3], file->digest.size);
			sen_cell_text(&cells[4], file->digest.sha256);
			sen_cell_text(&cells[5], file->digest.blake2b);
		}
		index_notes(pack, table);
		rc = render(pack, table, names[form], formats[form], &rows, err);
	}
	if (rc == 0)
		rc = put_text(pack, "SHA256SUMS", &pack->sha256, err);
	return rc < 0 ? rc : put_text(pack, "BLAKE2SUMS", &pack->blake2b, err);
}

static int fill(struct pack *pack, struct sen_err *err)
{
	const char *child = whose(pack, err);
	const struct sen_query *events;
	int rc = child ? put_child(pack, child, err) : err->code;

	if (rc < 0 || (rc = sen_report_chronology(pack->app->store, false, &events, err)) < 0)
		return rc;
	const struct page chronology = {"chronology", "All that happened, by date", NULL, events, 1, 0};
	const struct page profile = {"profile", "One-page profile", NULL, &sen_profile_query, 1, 0};
	if ((rc = put_page(pack, &chronology, err)) < 0 || (rc = put_page(pack, &profile, err)) < 0 ||
	    (rc = put_lists(pack, err)) < 0 || (rc = put_attached(pack, err)) < 0)
		return rc;
	return put_index(pack, child, err);
}

static void say_pack(struct pack *pack, const char *shown)
{
	int64_t bytes = 0;

	for (size_t i = 0; i < pack->count; i++)
		bytes += pack->files[i].digest.size;
	app_say(pack->app, "  the file is in '%s': %zu files, %lld KB; index.html says what is in it", shown,
		pack->count + 4, (long long)((bytes + 1023) / 1024));
}

static int pack_child(struct app *app, const struct sen_transfer *leaving, const char *folder,
		      const char *shown, struct sen_err *err)
{
	struct pack pack = {.app = app, .leaving = leaving, .folder = folder, .style = {.limit = SEN_NO_INT}};
	sen_date last = leaving->moved_on < app->context.today ? leaving->moved_on : app->context.today;

	pack.sha256.arena = pack.blake2b.arena = pack.none.arena = app->arena;
	pack.style.today = app->context.today;
	pack.style.as_at = SEN_NO_DATE;
	pack.style.school = sen_store_school_dfe(app->store)[0] ? sen_store_school_dfe(app->store) : NULL;
	pack.values[0] = (struct sen_value){":pupil", NULL, leaving->pupil_id};
	pack.values[1] = (struct sen_value){":day", sen_date_text(last, pack.day), SEN_NO_INT};
	int rc = fill(&pack, err);
	if (rc == 0)
		rc = sen_audit_note(app->store, "pupil", leaving->pupil_id,
				    sen_format(app->arena, "SEN file exported to %s", shown), err);
	if (rc == 0)
		say_pack(&pack, shown);
	return rc;
}

int pack_begin(struct app *app, const char *path, size_t children, struct packing *out, struct sen_err *err)
{
	*out = (struct packing){.app = app, .many = children > 1};
	if (app->dry_run) {
		out->folder.path = path;
		return sen_folder_free(path, err);
	}
	int rc = sen_folder_begin(app->arena, path, &out->folder, err);
	if (rc == 0)
		app_made(out->folder.temp); /* gone with a command that fails, whatever the reason */
	return rc;
}

int pack_add(struct packing *packing, const struct sen_transfer *leaving, struct sen_err *err)
{
	struct app *app = packing->app;
	const char *folder = packing->folder.temp, *shown = packing->folder.path;

	if (packing->many)
		shown = sen_format(app->arena, "%s/P%lld", shown, (long long)leaving->pupil_id);
	if (app->dry_run) {
		app_say(app, "  the file would be written to '%s'", shown);
		return 0;
	}
	if (packing->many) {
		folder = sen_format(app->arena, "%s/P%lld", folder, (long long)leaving->pupil_id);
		if (mkdir(folder, 0700) < 0)
			return sen_fail(err, SEN_FAIL, "cannot make the folder '%s': %s", shown,
					strerror(errno));
	}
	return pack_child(app, leaving, folder, shown, err);
}

int pack_end(struct packing *packing, struct sen_err *err)
{
	struct app *app = packing->app;

	if (app->dry_run)
		return 0;
	int rc = sen_folder_end(&packing->folder, err);
	if (rc < 0)
		return rc;
	app_made(packing->folder.path);
	app_say(app,
		"Not encrypted: seal it before it goes (the local authority's secure transfer, or an archive "
		"with a password told by telephone), and delete the folder afterwards.");
	return 0;
}

/* pupil leave --pack: a child's SEN file for the next school (R11, R15, R83; SI
 * 2005/1437 reg 9): pages, the same as JSON, what is attached, digests. */
#include "pack.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* ---- The index, and the digests as sha256sum and b2sum read them ---- */

int pack_put_text(struct pack *pack, const char *name, const struct sen_buf *text, struct sen_err *err)
{
	struct sen_file_out *out;
	FILE *stream;
	int rc = sen_file_out_begin(pack->app->arena, pack_path(pack, name), &out, &stream, err);

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

const char *pack_whose(const struct pack *pack, struct sen_err *err)
{
	struct sen_pupil pupil;
	char born[16];
	int rc = sen_record_get(pack->app->store, &sen_pupil_record, pack->pupil_id, &pupil, err);

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
	const char **notes = SEN_NEW(arena, const char *, 5);
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
	notes[4] = pack->ehc_note;
	table->footnote_count = pack->ehc_note ? 5 : 4;
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
		rc = pack_render(pack, table, names[form], formats[form], &rows, err);
	}
	if (rc == 0)
		rc = pack_put_text(pack, "SHA256SUMS", &pack->sha256, err);
	return rc < 0 ? rc : pack_put_text(pack, "BLAKE2SUMS", &pack->blake2b, err);
}

static int fill(struct pack *pack, struct sen_err *err)
{
	const char *child = pack_whose(pack, err);
	int rc = child ? pack_pages(pack, child, err) : err->code;

	return rc < 0 ? rc : put_index(pack, child, err);
}

static void say_pack(struct pack *pack, const char *shown)
{
	int64_t bytes = 0;

	for (size_t i = 0; i < pack->count; i++)
		bytes += pack->files[i].digest.size;
	app_say(pack->app, "  the file is in '%s': %zu files, %lld KB; index.html says what is in it", shown,
		pack->count + 4, (long long)((bytes + 1023) / 1024));
}

void pack_open(struct pack *pack, sen_date last)
{
	struct app *app = pack->app;

	pack->sha256.arena = pack->blake2b.arena = pack->none.arena = app->arena;
	pack->style.limit = SEN_NO_INT;
	pack->style.today = app->context.today;
	pack->style.as_at = SEN_NO_DATE;
	pack->style.school = sen_store_school_dfe(app->store)[0] ? sen_store_school_dfe(app->store) : NULL;
	pack->values[0] = (struct sen_value){":pupil", NULL, pack->pupil_id};
	pack->values[1] = (struct sen_value){":day", sen_date_text(last, pack->day), SEN_NO_INT};
}

static void begin(struct pack *pack, struct app *app, const struct sen_transfer *leaving)
{
	sen_date last = leaving->moved_on < app->context.today ? leaving->moved_on : app->context.today;

	*pack = (struct pack){.app = app, .pupil_id = leaving->pupil_id, .leaving = leaving};
	pack_open(pack, last);
}

static int pack_child(struct pack *pack, const char *shown, struct sen_err *err)
{
	struct app *app = pack->app;
	int rc = fill(pack, err);

	if (rc == 0)
		rc = sen_audit_note(app->store, "pupil", pack->leaving->pupil_id,
				    sen_format(app->arena, "SEN file exported to %s", shown), err);
	if (rc == 0)
		say_pack(pack, shown);
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
	struct pack pack;
	int rc;

	begin(&pack, app, leaving);
	if ((rc = pack_ehc(&pack, &packing->disclose, err)) < 0)
		return rc;
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
	pack.folder = folder;
	return pack_child(&pack, shown, err);
}

void pack_say_sealed(struct app *app)
{
	app_say(app,
		"Not encrypted: seal it before it goes (the local authority's secure transfer, or an archive "
		"with a password told by telephone), and delete the folder afterwards.");
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
	pack_say_sealed(app);
	return 0;
}

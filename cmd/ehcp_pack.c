/* ehcp evidence --pack: the bundle for the local authority, in a folder made whole or
 * not at all (R60, R83). */
#include "ehcp_pack_parts.h"

#include <sen/childfile.h>
#include <sen/disclosure.h>
#include <sen/report.h>
#include <sen/review.h>

#include <string.h>

struct bundle {
	struct pack pack;
	struct paper paper;
	const struct evidence_args *args;
	const struct sen_evidence *evidence;
	const char *to;
	int64_t veiled;
	size_t left_out;
};

static struct sen_table *through(struct pack *pack, struct sen_table *table)
{
	struct bundle *bundle = (struct bundle *)(uintptr_t)pack->context;

	return ehcp_pack_veil(pack->app->arena, pack_without(pack, table), bundle->paper.barred,
			      bundle->paper.barred_count, &bundle->veiled);
}

/* ---- What goes: a new kind of record does not go by itself ---- */

static const struct {
	const struct sen_record *kind;
	const char *prefix, *file, *what;
} lists[] = {{&sen_need_record, "ND", "needs", "Needs, now and before"},
	     {&sen_review_record, "R", "reviews", "Reviews"},
	     {&sen_referral_record, "RF", "referrals", "Referrals and reports of agencies"},
	     {&sen_voice_record, "V", "views", "Views of the parents and the child"},
	     {&sen_document_record, "D", "documents", "Other plans and assessments"},
	     {&sen_medical_record, "M", "medical", "Medical register"},
	     {&sen_consent_record, "CN", "consents", "Agreement and consents"},
	     {&sen_register_record, "RG", "register", "Levels of support, with reasons"},
	     {&sen_topup_record, "TU", "topups", "Extra funding"}};

/* Of the child's page: who the child is and what is in place, not what is owed, whom
 * one rings or what was noted. */
static bool of_child(const char *part)
{
	static const char *const parts[] = {"needs",	  "register",	 "medical", "placements",
					    "timetables", "adjustments", "adults",  "topups"};

	for (size_t i = 0; i < SEN_COUNT(parts); i++)
		if (strcmp(parts[i], part) == 0)
			return true;
	return false;
}

const char *evidence_page(const struct pack *pack, const char *record)
{
	const char *name = NULL;
	size_t len = strcspn(record, "0123456789");

	if (len == 2 && strncmp(record, "PL", 2) == 0)
		name = sen_format(pack->app->arena, "plan-%s.html", record);
	else if (len == 1 && record[0] == 'G')
		name = "provision.html";
	for (size_t i = 0; !name && i < SEN_COUNT(lists); i++)
		if (strlen(lists[i].prefix) == len && strncmp(record, lists[i].prefix, len) == 0)
			name = sen_format(pack->app->arena, "%s.html", lists[i].file);
	if (len == 2 && strncmp(record, "AT", 2) == 0)
		name = sen_format(pack->app->arena, "%s-", record);
	for (size_t i = 0; name && i < pack->count; i++)
		if (name[strlen(name) - 1] == '-' ? strncmp(pack->files[i].name, name, strlen(name)) == 0
						  : strcmp(pack->files[i].name, name) == 0)
			return pack->files[i].name;
	return NULL;
}

static int put_lists(struct pack *pack, struct sen_err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < SEN_COUNT(lists); i++) {
		struct pack_page page = {
			.file = lists[i].file, .what = lists[i].what, .title = lists[i].what, .values = 1};

		rc = sen_record_query(pack->app->store, lists[i].kind, false, &page.query, err);
		if (rc == 0)
			rc = pack_put(pack, &page, err);
	}
	return rc;
}

static bool left_out(const struct bundle *bundle, int64_t id)
{
	for (size_t i = 0; i < bundle->args->without.count; i++) {
		int64_t left;

		if (sen_id_parse(bundle->args->without.items[i], "AT", &left) && left == id)
			return true;
	}
	return false;
}

static int put_attached(struct bundle *bundle, struct sen_err *err)
{
	struct pack *pack = &bundle->pack;
	struct sen_attachment *all;
	size_t count, sent = 0;
	int rc = sen_record_of_pupil(pack->app->store, &sen_attachment_record, pack->pupil_id, (void **)&all,
				     &count, err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (left_out(bundle, all[i].head.id)) {
			bundle->left_out++;
			continue;
		}
		if (!pack_attached(pack, &all[i]))
			continue;
		rc = pack_put_attached(pack, &all[i], err);
		sent++;
	}
	if (rc == 0 && bundle->left_out != bundle->args->without.count)
		return sen_fail(err, SEN_NOTFOUND, "--without: nothing of this child is attached as '%s'",
				bundle->args->without.items[0]);
	if (rc == 0 && sent)
		app_say(pack->app,
			"  %zu of what is attached %s in it as %s: look at %s before it goes (--without AT3 "
			"leaves one out)",
			sent, sent == 1 ? "is" : "are", sent == 1 ? "it is" : "they are",
			sent == 1 ? "it" : "them");
	return rc;
}

/* For a program; people have index.html, without the commands of this school. */
static int put_evidence(struct bundle *bundle, struct sen_err *err)
{
	struct pack *pack = &bundle->pack;
	struct sen_table *table = sen_evidence_table(pack->app->arena, bundle->evidence);
	int64_t rows;
	int rc = pack_render(pack, through(pack, table), "evidence.json", SEN_FORMAT_JSON, &rows, err);

	return rc < 0 ? rc : pack_listed(pack, "evidence.json", "The evidence, item by item", rows, err);
}

static int fill(struct bundle *bundle, struct sen_err *err)
{
	struct pack *pack = &bundle->pack;
	const struct sen_query *events;
	const char *child = pack_whose(pack, err);
	int rc = child ? sen_report_chronology(pack->app->store, false, &events, err) : err->code;

	if (rc < 0 || (rc = pack_kept_here(pack, err)) < 0)
		return rc;
	const struct pack_page pages[] = {
		{.file = "profile", .what = "One-page profile", .query = &sen_profile_query, .values = 1},
		{.file = "provision", .what = "Provision, with what it cost", .open = evidence_provision},
		{.file = "chronology", .what = "All that happened, by date", .query = events, .values = 1}};
	const struct pack_page first = {
		.file = "child", .what = "The child, and what is in place", .title = child};

	if ((rc = put_evidence(bundle, err)) == 0)
		rc = pack_put_child(pack, &first, of_child, err);
	for (size_t i = 0; rc == 0 && i < SEN_COUNT(pages); i++)
		rc = pack_put(pack, &pages[i], err);
	if (rc < 0 || (rc = pack_put_plans(pack, err)) < 0 || (rc = put_lists(pack, err)) < 0 ||
	    (rc = put_attached(bundle, err)) < 0)
		return rc;
	return ehcp_pack_index(pack, &bundle->paper, bundle->evidence, bundle->to, err);
}

/* ---- Whom it goes to ---- */

/* The authority of the case, unless somebody is named; a plan that is in force, or
 * being made, does not leave without the wall of regulation 17. */
static int guard(struct bundle *bundle, struct sen_err *err)
{
	struct app *app = bundle->pack.app;
	struct sen_disclosure kept;
	struct sen_ehc ehc;
	int rc = sen_disclosure_guarded(app->store, bundle->pack.pupil_id, &ehc, err);

	bundle->to = bundle->args->to;
	if (rc < 0)
		return rc;
	if (!bundle->to && ehc.head.id)
		bundle->to = ehc.authority;
	if (!bundle->to)
		bundle->to = "the local authority";
	if (!ehc.head.id)
		return 0;
	const struct sen_leaving leaving = {
		.pupil_id = bundle->pack.pupil_id,
		.what = sen_format(app->arena, "evidence for EH%lld", (long long)ehc.head.id),
		.who = bundle->to,
		.ground = bundle->args->ground ? bundle->args->ground
			  : bundle->args->to   ? NULL
					       : "authority",
		.why = "evidence for an EHC needs assessment",
		.how = "sealed file",
		.on = SEN_NO_DATE};
	rc = sen_disclosure_gate(app->store, &leaving, &kept, err);
	if (rc == 0)
		app_say(app, "  kept as DI%lld: to %s, %s", (long long)kept.head.id, bundle->to,
			sen_disclosure_words(app->store, &kept));
	return rc;
}

static void say(struct bundle *bundle, const char *shown)
{
	struct app *app = bundle->pack.app;
	int64_t bytes = 0;

	for (size_t i = 0; i < bundle->pack.count; i++)
		bytes += bundle->pack.files[i].digest.size;
	app_say(app, "%s: the bundle is in '%s': %zu files, %lld KB; index.html says what is in it.",
		app_child(app, bundle->pack.pupil_id), shown, bundle->pack.count + 3,
		(long long)((bytes + 1023) / 1024));
	if (bundle->evidence->missing || bundle->evidence->old)
		app_say(app, "  %zu of what must be there %s missing, %zu old: it says so itself",
			bundle->evidence->missing, bundle->evidence->missing == 1 ? "is" : "are",
			bundle->evidence->old);
	if (bundle->veiled)
		app_say(app, "  names of those who are not to be written to were left out in %lld places",
			(long long)bundle->veiled);
	if (bundle->paper.barred_count && bundle->pack.count)
		app_say(app, "  what is attached is not read: look for their names there");
}

static int write_bundle(struct bundle *bundle, struct sen_err *err)
{
	struct app *app = bundle->pack.app;
	struct sen_folder folder;
	int rc = sen_folder_begin(app->arena, bundle->args->pack, &folder, err);

	if (rc == SEN_CONFLICT)
		sen_hint(err, "Give a new one each time: --pack %s-$(date +%%F)", bundle->args->pack);
	if (rc < 0)
		return rc;
	app_made(folder.temp); /* gone with a command that fails, whatever the reason */
	bundle->pack.folder = folder.temp;
	pack_open(&bundle->pack, app->context.today);
	if ((rc = fill(bundle, err)) < 0 || (rc = sen_folder_end(&folder, err)) < 0)
		return rc;
	app_made(folder.path);
	rc = sen_audit_note(app->store, "pupil", bundle->pack.pupil_id,
			    sen_format(app->arena, "evidence for %s, for %s: %zu files exported to %s",
				       bundle->evidence->funding ? bundle->evidence->funding_name
								 : "an EHC needs assessment",
				       bundle->to, bundle->pack.count + 3, folder.path),
			    err);
	if (rc == 0) {
		say(bundle, folder.path);
		pack_say_sealed(app);
	}
	return rc;
}

int ehcp_pack(struct app *app, const struct evidence_args *args, int64_t pupil_id,
	      const struct sen_evidence *evidence, struct sen_err *err)
{
	struct bundle *bundle = SEN_NEW(app->arena, struct bundle, 1);

	bundle->pack = (struct pack){.app = app, .pupil_id = pupil_id, .context = bundle, .through = through};
	bundle->args = args;
	bundle->evidence = evidence;
	int rc = paper_load(app, pupil_id, &bundle->paper, err);
	if (rc == 0)
		rc = guard(bundle, err);
	if (rc < 0)
		return rc;
	if (!app->dry_run)
		return write_bundle(bundle, err);
	rc = sen_folder_free(args->pack, err);
	if (rc == 0)
		app_say(app, "%s: the bundle would be written to '%s'.", app_child(app, pupil_id),
			args->pack);
	return rc;
}

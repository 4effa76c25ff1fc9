/* index.html of the bundle of evidence: what is asked, item by item, where it is, what
 * is missing; the files with their digests. */
#include "ehcp_pack_parts.h"

#include <string.h>

/* "plan-PL3.html" is plain letters: safe in an attribute. */
static void link_to(struct sen_page *page, struct sen_arena *arena, const char *file, const char *text)
{
	sen_page_open(page, sen_format(arena, "a href=\"%s\"", file), NULL);
	sen_page_text(page, text);
	sen_page_close(page);
}

/* Each record of the item, with a link to the page that has it. */
static void records(struct sen_page *page, const struct pack *pack, const char *ids)
{
	const char *at = ids;

	while (at && *at) {
		size_t len = strcspn(at, " ");
		const char *id = sen_strndup(pack->app->arena, at, len);
		const char *file = evidence_page(pack, id);

		if (at != ids)
			sen_page_text(page, " ");
		if (file)
			link_to(page, pack->app->arena, file, id);
		else
			sen_page_text(page, id);
		at += len + (at[len] == ' ');
	}
}

/* "must (the school's policy, 11)" */
static const char *asked(struct sen_arena *arena, const struct sen_evidence_line *line)
{
	if (strcmp(line->basis, "judgement") == 0 || !line->cite)
		return sen_format(arena, "%s (a judgement of the school)", line->strength);
	if (strcmp(line->basis, "law") == 0)
		return sen_format(arena, "%s (%s)", line->strength,
				  sen_law_cite(arena, line->cite, line->confidence));
	return sen_format(arena, "%s (the school's policy: %s)", line->strength, line->cite);
}

static const char *state(const struct sen_evidence_line *line)
{
	static const char *const words[] = {"Found", "Old", "Missing", "Not needed"};

	return words[line->state];
}

static void items(struct sen_page *page, const struct pack *pack, const struct paper *paper,
		  const struct sen_evidence *evidence)
{
	static const char *const words[] = {"What is asked for", "What there is", "Where"};
	struct sen_arena *arena = pack->app->arena;
	char day[16];

	sen_page_add(page, "h2", NULL, "Item by item");
	sen_page_table(page, "list", words, SEN_COUNT(words));
	for (size_t i = 0; i < evidence->count; i++) {
		const struct sen_evidence_line *line = &evidence->items[i];

		sen_page_open(page, "tr", NULL);
		sen_page_open(page, "td", NULL);
		sen_page_text(page, line->name);
		sen_page_add(page, "div", "when", asked(arena, line));
		sen_page_close(page);
		sen_page_open(page, "td", NULL);
		sen_page_add(page, "strong", NULL, state(line));
		sen_page_text(page, paper_unbarred(paper, line->found) ? line->found : "see the page");
		if (line->newest_on != SEN_NO_DATE)
			sen_page_add(page, "div", "when",
				     sen_format(arena, "newest %s", sen_date_long(line->newest_on, day)));
		sen_page_close(page);
		sen_page_open(page, "td", NULL);
		records(page, pack, line->records);
		sen_page_close(page);
		sen_page_close(page);
	}
	sen_page_table_end(page);
	for (size_t i = 0; i < evidence->note_count; i++)
		if (evidence->notes[i] != sen_evidence_test)
			sen_page_add(page, "p", "when", evidence->notes[i]);
}

static void files(struct sen_page *page, const struct pack *pack)
{
	static const char *const words[] = {"What", "File, with its length and SHA-256"};
	struct sen_arena *arena = pack->app->arena;

	sen_page_add(page, "h2", NULL, "Files in this folder");
	sen_page_table(page, "list", words, SEN_COUNT(words));
	for (size_t i = 0; i < pack->count; i++) {
		const struct packed *file = &pack->files[i];

		sen_page_open(page, "tr", NULL);
		sen_page_add(page, "td", NULL, file->what);
		sen_page_open(page, "td", NULL);
		link_to(page, arena, file->name, file->name);
		sen_page_add(page, "div", "when",
			     sen_format(arena, "%lld bytes, %s", (long long)file->digest.size,
					file->digest.sha256));
		sen_page_close(page);
		sen_page_close(page);
	}
	sen_page_table_end(page);
	if (pack->none.len)
		sen_page_add(page, "p", "when",
			     sen_format(arena, "Nothing is kept here under: %s.", pack->none.text));
	sen_page_add(page, "p", "when",
		     "Pages are here to read (.html) and the same for a program (.json). To check that "
		     "nothing changed on the way: sha256sum -c SHA256SUMS, or b2sum -l 256 -c BLAKE2SUMS.");
}

static void facts(struct sen_page *page, const struct pack *pack, const struct paper *paper, const char *to)
{
	struct sen_arena *arena = pack->app->arena;
	struct sen_buf needs = {.arena = arena}, parents = {.arena = arena};
	char day[16];

	for (size_t i = 0; i < paper->need_count; i++)
		sen_buf_addf(&needs, "%s%s", i ? "; " : "", paper->needs[i]);
	for (size_t i = 0; i < paper->contact_count; i++)
		if (paper_writes_to(paper, i))
			sen_buf_addf(&parents, "%s%s", parents.len ? "; " : "",
				     paper_contact_name(arena, &paper->contacts[i].contact));
	sen_page_open(page, "table", "facts");
	sen_page_row(page, "Born",
		     paper->pupil.dob == SEN_NO_DATE ? NULL : sen_date_long(paper->pupil.dob, day));
	sen_page_row(page, "UPN", paper->pupil.upn);
	sen_page_row(page, "Class", paper->class_name);
	sen_page_row(page, "Needs", needs.text);
	sen_page_row(page, "Support now", paper->level.head.id ? paper->level.level_name : NULL);
	sen_page_row(page, "Parents and carers", parents.text);
	sen_page_row(page, "School", paper->school.name);
	sen_page_row(page, "Made",
		     sen_format(arena, "%s, by %s", sen_date_long(pack->app->context.today, day),
				pack->app->context.who ? pack->app->context.who : "the school"));
	sen_page_row(page, "For", to);
	sen_page_close(page);
}

static int draw(struct pack *pack, const struct paper *paper, const struct sen_evidence *evidence,
		const char *to, FILE *stream, struct sen_err *err)
{
	struct sen_arena *arena = pack->app->arena;
	struct sen_page *page = sen_page_new(arena);
	const char *title = sen_format(arena, "Evidence for %s: %s",
				       evidence->funding ? evidence->funding_name : "an EHC needs assessment",
				       paper->full);

	sen_page_begin(page, stream, title, SEN_PAGE_STAFF);
	sen_page_add(page, "h1", NULL, title);
	facts(page, pack, paper, to);
	if (!evidence->funding)
		sen_page_add(page, "p", "said", sen_evidence_test);
	items(page, pack, paper, evidence);
	files(page, pack);
	sen_page_open(page, "footer", NULL);
	sen_page_text(page, "Confidential. Safeguarding stands here by date and system only: that file comes "
			    "from the designated safeguarding lead, apart from this one.");
	sen_page_close(page);
	return sen_page_end(page, err);
}

int ehcp_pack_index(struct pack *pack, const struct paper *paper, const struct sen_evidence *evidence,
		    const char *to, struct sen_err *err)
{
	struct sen_file_out *out;
	FILE *stream;
	int rc = sen_file_out_begin(pack->app->arena, pack_path(pack, "index.html"), &out, &stream, err);

	if (rc < 0)
		return rc;
	rc = draw(pack, paper, evidence, to, stream, err);
	if (rc < 0) {
		sen_file_out_abandon(out);
		return err->code = SEN_FAIL;
	}
	if ((rc = sen_file_out_end(out, false, err)) < 0 ||
	    (rc = pack_put_text(pack, "SHA256SUMS", &pack->sha256, err)) < 0)
		return rc;
	return pack_put_text(pack, "BLAKE2SUMS", &pack->blake2b, err);
}

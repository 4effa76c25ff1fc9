/* ehcp print: the plan on one page, by section, for its reader. It leaves the school
 * only through the wall of regulation 17. */
#include "ehcp_plan.h"
#include "paper.h"

#include <sen/disclosure.h>

#include <string.h>

struct args {
	const char *pupil, *to, *ground, *why, *organisation;
};
struct sheet {
	struct paper paper;
	struct sen_ehc_plan plan;
	int64_t version;
	const struct args *args;
	const char *given; /* on what ground it left; NULL: for the school */
};

static bool stands(const struct sheet *sheet, size_t i, const char *section)
{
	const struct sen_ehc_item *item = &sheet->plan.items[i];

	return sen_ehc_stands(item, sheet->version) && (!section || strcmp(item->section, section) == 0);
}

static void head(const struct sheet *sheet, struct sen_page *page)
{
	const struct paper *paper = &sheet->paper;
	struct sen_arena *arena = paper->arena;
	const struct sen_milestone *brought = sen_ehc_brought(&sheet->plan, sheet->version);

	sen_page_add(page, "h1", NULL, sen_format(arena, "Education, health and care plan: %s", paper->full));
	if (!sen_ehc_final(brought))
		sen_page_add(page, "p", "draft", "A draft: not the plan in force.");
	else if (sheet->plan.ehc.ended_on != SEN_NO_DATE)
		sen_page_add(page, "p", "draft",
			     sen_format(arena, "This plan ended on %s.",
					paper_date(arena, sheet->plan.ehc.ended_on)));
	sen_page_open(page, "table", "facts");
	sen_page_open(page, "tbody", NULL);
	sen_page_row(page, "Plan", ehcp_version_words(paper->app, &sheet->plan, sheet->version));
	sen_page_row(
		page, "Child",
		sen_format(arena, "%s%s%s%s", paper->full, paper->class_name ? ", class " : "",
			   paper->class_name ? paper->class_name : "",
			   paper->pupil.dob == SEN_NO_DATE
				   ? ""
				   : sen_format(arena, ", born %s", paper_date(arena, paper->pupil.dob))));
	/* Where the child lives is for nobody outside: the authority's document has it. */
	if (!sheet->given) {
		sen_page_row(page, "UPN", paper->pupil.upn);
		sen_page_row(page, "Home", paper->pupil.address);
	}
	sen_page_row(page, "School", paper->school.name);
	sen_page_row(page, "Local authority", sheet->plan.ehc.authority);
	sen_page_row(page, "Case officer", sheet->plan.ehc.officer);
	sen_page_row(page, "Given", sheet->given);
	sen_page_table_end(page);
}

/* ---- Needs, outcomes and provision beside each other ---- */

static const char *serving(const struct sheet *sheet, const char *section, const char *label)
{
	struct sen_arena *arena = sheet->paper.arena;
	struct sen_buf buf = {.arena = arena};

	for (size_t i = 0; i < sheet->plan.count; i++)
		if (stands(sheet, i, section) && sen_ehc_serves(sheet->plan.items[i].serves, label))
			sen_buf_addf(&buf, "%s%s", buf.len ? ", " : "",
				     sen_ehc_label(arena, &sheet->plan.items[i]));
	return buf.text;
}

/* Provision for the need itself, and for its outcomes. */
static const char *provision_for(const struct sheet *sheet, const char *need)
{
	struct sen_arena *arena = sheet->paper.arena;
	struct sen_buf buf = {.arena = arena};

	for (size_t i = 0; i < sheet->plan.count; i++) {
		const struct sen_ehc_item *item = &sheet->plan.items[i];
		bool serves = sen_ehc_serves(item->serves, need);

		for (size_t k = 0; k < sheet->plan.count && !serves; k++)
			serves = stands(sheet, k, "E") && sen_ehc_serves(sheet->plan.items[k].serves, need) &&
				 sen_ehc_serves(item->serves, sen_ehc_label(arena, &sheet->plan.items[k]));
		if (stands(sheet, i, "F") && serves)
			sen_buf_addf(&buf, "%s%s", buf.len ? ", " : "", sen_ehc_label(arena, item));
	}
	return buf.text;
}

static void links(const struct sheet *sheet, struct sen_page *page)
{
	static const char *const heads[] = {"Need", "What it is", "Outcomes", "Provision"};
	struct sen_arena *arena = sheet->paper.arena;
	bool any = false;

	for (size_t i = 0; i < sheet->plan.count; i++) {
		const struct sen_ehc_item *item = &sheet->plan.items[i];
		const char *label, *provision, *outcomes;

		if (!stands(sheet, i, "B"))
			continue;
		if (!any) {
			sen_page_add(page, "h2", NULL, "Needs, outcomes and provision");
			sen_page_table(page, "list", heads, SEN_COUNT(heads));
			any = true;
		}
		label = sen_ehc_label(arena, item);
		outcomes = serving(sheet, "E", label);
		provision = provision_for(sheet, label);
		const char *const texts[] = {label, item->words, outcomes ? outcomes : "none",
					     provision ? provision : "none"};

		sen_page_cells(page, texts, SEN_COUNT(texts), true);
	}
	if (any)
		sen_page_table_end(page);
}

/* ---- Sections ---- */

static const char *money(struct sen_arena *arena, int64_t pence)
{
	return pence == SEN_NO_INT ? NULL
				   : sen_format(arena, "\xc2\xa3%lld.%02lld a year", (long long)pence / 100,
						(long long)pence % 100);
}

/* What stands beside the words, as this section has it. */
static const char *beside(const struct sheet *sheet, const struct sen_ehc_item *item)
{
	struct sen_arena *arena = sheet->paper.arena;
	struct sen_buf buf = {.arena = arena};
	const char *parts[] = {strcmp(item->section, "K") == 0 ? item->who : sen_ehc_quantity(arena, item),
			       item->type,
			       item->serves ? sen_format(arena, "For %s", item->serves) : NULL,
			       item->dated_on != SEN_NO_DATE ? paper_date(arena, item->dated_on) : NULL,
			       item->due_on != SEN_NO_DATE
				       ? sen_format(arena, "By %s", paper_date(arena, item->due_on))
				       : NULL,
			       money(arena, item->pence)};

	for (size_t i = 0; i < SEN_COUNT(parts); i++)
		if (parts[i])
			sen_buf_addf(&buf, "%s%s", buf.len ? ". " : "", parts[i]);
	return buf.text;
}

static void total(const struct sheet *sheet, struct sen_page *page, const char *section)
{
	int64_t sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < sheet->plan.count; i++)
		if (stands(sheet, i, section) && sheet->plan.items[i].pence != SEN_NO_INT) {
			sum += sheet->plan.items[i].pence;
			n++;
		}
	if (n > 1)
		sen_page_add(page, "p", NULL,
			     sen_format(sheet->paper.arena, "Together %s.", money(sheet->paper.arena, sum)));
}

static void section(const struct sheet *sheet, struct sen_page *page, const struct sen_code_row *row)
{
	bool any = false;

	sen_page_add(page, "h2", NULL, sen_format(sheet->paper.arena, "%s. %s", row->code, row->label));
	for (size_t i = 0; i < sheet->plan.count; i++) {
		const struct sen_ehc_item *item = &sheet->plan.items[i];

		if (!stands(sheet, i, row->code))
			continue;
		if (!any) {
			sen_page_open(page, "table", "list plan");
			sen_page_open(page, "tbody", NULL);
		}
		any = true;
		sen_page_open(page, "tr", NULL);
		sen_page_add(page, "th scope=\"row\"", NULL, sen_ehc_label(sheet->paper.arena, item));
		sen_page_open(page, "td", NULL);
		sen_page_text(page, item->words);
		sen_page_add(page, "div", "when", beside(sheet, item));
		sen_page_close(page);
		sen_page_close(page);
	}
	if (any)
		sen_page_table_end(page);
	else
		sen_page_add(page, "p", NULL, "Nothing is entered.");
	if (strcmp(row->code, "J") == 0)
		total(sheet, page, "J");
}

static void versions(const struct sheet *sheet, struct sen_page *page)
{
	sen_page_add(page, "h2", NULL, "Versions");
	sen_page_open(page, "ul", NULL);
	for (int64_t v = 1; v <= sheet->plan.newest; v++)
		if (sen_ehc_brought(&sheet->plan, v))
			sen_page_add(page, "li", NULL,
				     sen_format(sheet->paper.arena, "%s%s",
						ehcp_version_words(sheet->paper.app, &sheet->plan, v),
						v == sheet->version ? " (this page)" : ""));
	sen_page_close(page);
}

static void draw(const struct sheet *sheet, struct sen_page *page)
{
	char day[16];

	head(sheet, page);
	links(sheet, page);
	for (const struct sen_code_row *row = sen_ehc_sections; row->code; row++)
		section(sheet, page, row);
	versions(sheet, page);
	sen_page_add(
		page, "footer", NULL,
		sen_format(sheet->paper.arena,
			   "%s, as the school's records have it; the authority's own document is the plan. "
			   "Printed on %s. Confidential: SEND Regulations 2014, regulation 17.",
			   ehcp_version(sheet->paper.app, &sheet->plan, sheet->version),
			   sen_date_long(sheet->paper.app->context.today, day)));
}

/* ---- The command ---- */

static int pass(struct app *app, struct sheet *sheet, struct sen_err *err)
{
	const struct args *a = sheet->args;
	struct sen_disclosure *kept = sen_record_new(app->arena, &sen_disclosure_record);
	struct sen_leaving leaving = {.pupil_id = sheet->plan.ehc.pupil_id,
				      .version = sheet->version,
				      .what = sen_format(app->arena, "the plan, %s",
							 ehcp_version(app, &sheet->plan, sheet->version)),
				      .who = a->to,
				      .organisation = a->organisation,
				      .ground = a->ground,
				      .why = a->why};
	int rc;

	if (strcmp(a->to, "school") == 0)
		return 0;
	if ((rc = sen_disclosure_gate(app->store, &leaving, kept, err)) < 0)
		return rc;
	app_wrote(app, &sen_disclosure_record, kept->head.id);
	sheet->given = sen_format(app->arena, "to %s, %s", a->to, sen_disclosure_words(app->store, kept));
	app_say(app, "%s: %s may go to %s: %s (DI%lld).", app_child(app, sheet->plan.ehc.pupil_id),
		leaving.what, a->to, sen_disclosure_words(app->store, kept), (long long)kept->head.id);
	return 0;
}

static int print(struct app *app, struct press *press, struct sheet *sheet, struct sen_err *err)
{
	int64_t child = sheet->plan.ehc.pupil_id;
	int rc = paper_load(app, child, &sheet->paper, err);

	if (rc < 0 || (rc = pass(app, sheet, err)) < 0)
		return rc;
	rc = press_sheet(press,
			 sen_format(app->arena, "%s-%s", press_name(app, child, sheet->paper.full),
				    ehcp_version(app, &sheet->plan, sheet->version)),
			 sen_format(app->arena, "EHC plan: %s", sheet->paper.full), err);
	if (rc < 0)
		return rc;
	draw(sheet, press->page);
	press_say(press, "%s: %s.", app_child(app, child),
		  ehcp_version_words(app, &sheet->plan, sheet->version));
	return press_note(press, child,
			  sen_format(app->arena, "%s, for %s",
				     ehcp_version(app, &sheet->plan, sheet->version), sheet->args->to),
			  err);
}

static int run(struct app *app, const void *args, struct sen_err *err)
{
	struct sheet sheet = {.args = args};
	struct press press;
	int rc = ehcp_plan_some(app, sheet.args->pupil, &sheet.plan, &sheet.version, err);

	if (rc == 0 && !sheet.args->to) {
		rc = sen_fail(err, SEN_USAGE, "for whom is it printed?");
		sen_hint(err, "For the school's own staff: --for school. For anybody else: --for NAME, with "
			      "--ground "
			      "and --why unless a consent holds or they have a right to it.");
	}
	if (rc < 0 || (rc = press_begin(&press, app, "EHC plan", SEN_PAGE_STAFF, err)) < 0)
		return rc;
	rc = print(app, &press, &sheet, err);
	rc = press_end(&press, rc, err);
	if (rc == 0 && strcmp(sheet.args->to, "school") != 0)
		app->unchanged = true;
	return rc;
}

#define S struct args
static const struct opt opts[] = {
	EHCP_PLAN_ROW(S, pupil),
	OPT_ROW_WORD(S, to, "for", 0, "WHO", "school (its own staff), or who is given it"),
	OPT_ROW_WORD(S, organisation, "organisation", 0, "NAME", "whom they work for"),
	OPT_ROW_WORD(S, ground, "ground", 0, "CODE",
		     "the ground of regulation 17: 'sendctl disclosure grounds'"),
	OPT_ROW_TEXT(S, why, "why", 0, "TEXT", "why they are given it"),
};
#undef S
static const char *const examples[] = {"sendctl ehcp print zoe@3B --for school -o plan.html",
				       "sendctl ehcp print EH1.2 --for \"Dr Moss\" --ground interests --why "
				       "\"her reassessment\" -o plan.html",
				       NULL};
const struct cmd ehcp_print_cmd = {
	.noun = "ehcp",
	.verb = "print",
	.summary = "the plan on one page, by section, for those who may have it",
	.about = "Sections A to K with what is known of each row, needs, outcomes and provision beside each "
		 "other, and "
		 "the versions. For the school's own staff (--for school) nothing more is asked. Anybody "
		 "else is given "
		 "it by right (the parents, the authority), on a consent, or on a ground of regulation 17 "
		 "with the "
		 "reason; else it is refused, and --anyway does not pass it. It is logged ('sendctl "
		 "disclosure list') "
		 "and noted in the audit.",
	.flags = CMD_WRITES | CMD_NO_UNDO,
	.opts = opts,
	.opt_count = SEN_COUNT(opts),
	.args_size = sizeof(struct args),
	.examples = examples,
	.run = run,
};

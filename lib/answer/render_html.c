/* One printable page of an answer. Rows stream; only html_text writes what comes
 * from the records. */
#include "answer/html.h"

#include <sen/text.h>

enum { UPRIGHT = 8 }; /* columns that fit a sheet upright; more are printed across */

static const char page_style[] =
	"body { font: 11pt/1.45 \"Source Sans 3\", \"Segoe UI\", Arial, sans-serif; color: #1a1a1a;"
	" background: #fff; margin: 2rem; }\n"
	"h1 { font-size: 1.5rem; margin: 0 0 .25rem; }\n"
	"h2 { font-size: 1.1rem; margin: 1.25rem 0 .35rem; }\n"
	"p.about { color: #4a4a4a; margin: 0 0 1.25rem; }\n"
	"table { border-collapse: collapse; }\n"
	"div.list { overflow-x: auto; }\n"
	"th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0;"
	" border-bottom: 1px solid #d0d0d0; }\n"
	"thead th { border-bottom: 2px solid #1a1a1a; white-space: nowrap; }\n"
	"tbody th { font-weight: 600; }\n"
	"table.record th { width: 12rem; font-weight: 600; color: #4a4a4a; }\n"
	"td.n { text-align: right; font-variant-numeric: tabular-nums; }\n"
	"th.n { text-align: right; }\n"
	"td.w, th.w { white-space: pre-line; min-width: 14rem; }\n"
	"td.d, th.d { white-space: nowrap; }\n"
	"strong.alert { color: #a1120d; }\n"
	"section + section { margin-top: 2rem; border-top: 2px solid #1a1a1a; padding-top: 1rem; }\n"
	"h2.who { font-size: 1.25rem; margin: 0 0 .35rem; }\n"
	"main.sheet table { width: 100%; }\n"
	"p.foot { color: #4a4a4a; }\n"
	"@page { size: A4; margin: 16mm 14mm; }\n"
	"@page wide { size: A4 landscape; margin: 12mm; }\n"
	"@media print { body { margin: 0; font-size: 9.5pt; } main.wide { page: wide; font-size: 8pt; }"
	" div.list { overflow: visible; } td { overflow-wrap: anywhere; } td.w, th.w { min-width: 0; } thead "
	"{ "
	"display: table-header-group; }"
	" tr { break-inside: avoid; } section { break-inside: avoid-page; }"
	" section:only-of-type { break-inside: auto; }"
	" section + section { break-before: page; border-top: 0; padding-top: 0; }"
	" main.sheet th, main.sheet td { padding-top: .12rem; padding-bottom: .12rem; }"
	" main.sheet h2 { margin-top: .6rem; }"
	" main.sheet section + section { break-before: auto; border-top: 2px solid #1a1a1a; padding-top: "
	".5rem;"
	" margin-top: 1rem; } }\n";

static const char *class_of(const struct shown *shown)
{
	const struct sen_column *column = shown->column;
	if ((column->flags & SEN_COL_RIGHT) ||
	    (shown->numeric && column->kind != SEN_C_ID && column->kind != SEN_C_BOOL))
		return " class=\"n\"";
	if (column->flags & SEN_COL_WIDE)
		return " class=\"w\"";
	if (column->kind == SEN_C_DATE || column->kind == SEN_C_ID || (column->flags & SEN_COL_UPN))
		return " class=\"d\"";
	return "";
}

static void html_cell(struct view *view, struct out *out, size_t i, bool label)
{
	const struct shown *shown = &view->columns[i];
	const struct sen_cell *cell = view_cell(view, i);
	struct sen_mark mark = sen_arena_mark(view->arena);
	bool alert = cell_alert(shown->column, cell);
	out_text(out, alert ? "<strong class=\"alert\">" : "");
	html_text(out,
		  sen_text_visible(view->arena, cell_human(view->arena, shown->column, cell, label), true));
	out_text(out, alert ? "</strong>" : "");
	sen_arena_release(view->arena, mark);
}

static void html_columns(struct view *view, struct out *out)
{
	out_text(out, "<div class=\"list\">\n<table>\n<thead>\n<tr>");
	for (size_t i = 0; i < view->count; i++) {
		bool right = !strcmp(class_of(&view->columns[i]), " class=\"n\"");
		out_text(out, right ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
		html_text(out, view->columns[i].column->label);
		out_text(out, "</th>");
	}
	out_text(out, "</tr>\n</thead>\n<tbody>\n");
}

static void html_row(struct view *view, struct out *out)
{
	out_text(out, "<tr>");
	for (size_t i = 0; i < view->count; i++) {
		const char *look = class_of(&view->columns[i]);
		out_text(out, i ? "<td" : "<th scope=\"row\"");
		out_text(out, i || strcmp(look, " class=\"n\"") != 0 ? look : "");
		out_char(out, '>');
		html_cell(view, out, i, false);
		out_text(out, i ? "</td>" : "</th>");
	}
	out_text(out, "</tr>\n");
}

/* The first row is read already when `rc` is 1. */
static int html_list(struct view *view, struct out *out, int rc, struct sen_err *err)
{
	if (rc <= 0)
		return rc;
	html_columns(view, out);
	for (; rc > 0; rc = view_next(view, err))
		html_row(view, out);
	out_text(out, "</tbody>\n</table>\n</div>\n");
	return rc;
}

static int html_part(struct view *view, size_t i, struct out *out, struct sen_err *err)
{
	const struct sen_query *query = view->parts[i].query;
	struct view *part;
	int rc = view_part(view, i, &part, err);
	if (rc == 0)
		rc = view_next(part, err);
	if (rc <= 0)
		return rc;
	out_text(out, "<h2>");
	html_text(out, query->title ? query->title : query->name);
	out_text(out, "</h2>\n");
	return html_list(part, out, rc, err);
}

/* A sheet is headed by its child's name; which column that is, or none. */
static size_t html_heading(struct view *view, struct out *out)
{
	size_t at = 0;
	while (at < view->count && !(view->columns[at].column->flags & (SEN_COL_NAME | SEN_COL_PERSON)))
		at++;
	out_text(out, "<section>\n");
	if (!(view->flags & SEN_Q_SHEET) || at == view->count || cell_unknown(view_cell(view, at)))
		return view->count;
	out_text(out, "<h2 class=\"who\">");
	html_cell(view, out, at, true);
	out_text(out, "</h2>\n");
	return at;
}

static int html_page(struct view *view, struct out *out, struct sen_err *err)
{
	size_t head = html_heading(view, out);
	out_text(out, "<table class=\"record\">\n<tbody>\n");
	for (size_t i = 0; i < view->count; i++) {
		if (i == head || cell_unknown(view_cell(view, i)))
			continue;
		out_text(out, "<tr><th scope=\"row\">");
		html_text(out, view->columns[i].column->label);
		out_text(out, "</th><td class=\"w\">");
		html_cell(view, out, i, true);
		out_text(out, "</td></tr>\n");
	}
	out_text(out, "</tbody>\n</table>\n");
	for (size_t i = 0; i < view->part_count; i++) {
		int rc = html_part(view, i, out, err);
		if (rc < 0)
			return rc;
	}
	out_text(out, "</section>\n");
	return 0;
}

static void html_date(struct out *out, const char *before, sen_date date)
{
	char text[16];
	if (date == SEN_NO_DATE)
		return;
	out_text(out, before);
	html_text(out, sen_date_long(date, text));
}

static bool names_people(const struct sen_column *columns, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if ((columns[i].flags & (SEN_COL_NAME | SEN_COL_PERSON | SEN_COL_UPN)) ||
		    strcmp(columns[i].name, "children") == 0)
			return true;
	return false;
}

/* Does it, or a part of it, tell of people by name, or count few enough to know them? */
static bool of_children(const struct view *view)
{
	bool found = names_people(view->table->columns, view->table->count);

	for (size_t i = 0; i < view->part_count && !found; i++)
		found = names_people(view->parts[i].query->columns, view->parts[i].query->count);
	return found;
}

static void html_open(struct view *view, struct out *out)
{
	const struct sen_style *style = view->style;
	const char *title = view->title ? view->title : view->table->name;
	bool school = style->school && *style->school, name = style->school_name && *style->school_name;
	html_begin(out, title, page_style);
	bool wide = !(view->flags & SEN_Q_PAGE) && view->count > UPRIGHT;
	bool sheet = view->flags & SEN_Q_SHEET;
	out_text(out, sheet  ? "<main class=\"sheet\">\n<h1>"
		      : wide ? "<main class=\"wide\">\n<h1>"
			     : "<main>\n<h1>");
	html_text(out, title);
	out_text(out, "</h1>\n<p class=\"about\">");
	if (name || school) {
		out_text(out, name ? "" : "School ");
		html_text(out, name ? style->school_name : style->school);
		out_text(out, name && school ? " (" : "");
		html_text(out, name && school ? style->school : "");
		out_text(out, name && school ? ")" : "");
	}
	html_date(out, name || school ? " · " : "", style->today);
	html_date(out, " · as things stood on ", style->as_at);
	out_text(out, name && of_children(view) ? " · Confidential</p>\n" : "</p>\n");
}

static void html_close(struct view *view, struct out *out)
{
	const struct sen_table *table = view->table;
	if (view->rows == 0) {
		out_text(out, "<p>");
		html_text(out, table->empty ? table->empty : "Nothing to list.");
		out_text(out, "</p>\n");
	}
	for (size_t i = 0; i < table->footnote_count; i++) {
		out_text(out, "<p class=\"foot\">");
		html_text(out, sen_text_visible(view->arena, table->footnotes[i], true));
		out_text(out, "</p>\n");
	}
	out_text(out, "</main>\n</body>\n</html>\n");
}

int render_html(struct view *view, struct out *out, struct sen_err *err)
{
	int rc = view_next(view, err);
	if (rc < 0)
		return rc;
	html_open(view, out);
	if (view->flags & SEN_Q_PAGE) {
		while (rc > 0) {
			if ((rc = html_page(view, out, err)) == 0)
				rc = view_next(view, err);
		}
	} else {
		rc = html_list(view, out, rc, err);
	}
	if (rc == 0)
		html_close(view, out);
	return rc;
}

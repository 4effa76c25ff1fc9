/* sen_answer: makes the view, calls the renderer, closes the table. */
#include "answer/answer.h"

static int render(struct view *view, struct out *out, struct sen_err *err)
{
	switch (view->style->format) {
	case SEN_FORMAT_JSON:
		return render_json(view, view->table, out, err);
	case SEN_FORMAT_NDJSON:
		return render_ndjson(view, out, err);
	case SEN_FORMAT_CSV:
		return render_csv(view, out, err);
	case SEN_FORMAT_HTML:
		return render_html(view, out, err);
	case SEN_FORMAT_TEXT:
		break;
	}
	return render_text(view, out, err);
}

int sen_answer(struct sen_arena *arena, struct sen_table *table, const struct sen_style *style, FILE *file,
	       struct sen_err *err)
{
	struct view *view = NULL;
	struct out *out = sen_alloc_room(arena, sizeof(*out));
	out_init(out, file);
	int rc = view_make(arena, &table, style, &view, err);
	if (rc == 0)
		rc = render(view, out, err);
	if (rc < 0) { /* what was read before the error is seen; no closing bracket */
		struct sen_err ignored;
		(void)!out_end(out, &ignored);
	} else {
		rc = out_end(out, err);
	}
	if (view && style->rows_out)
		*style->rows_out = view->rows;
	if (table->close)
		table->close(table);
	if (view)
		veil_free(view->veil);
	return rc;
}

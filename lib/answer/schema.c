/* The JSON Schema (2020-12) of an answer, from its columns. */
#include "answer/answer.h"

static void put_key(struct out *out, const char *key, const char *text)
{
	out_char(out, '"');
	out_text(out, key);
	out_text(out, "\": ");
	json_text(out, text, strlen(text));
}

static const char *type_of(const struct sen_column *column)
{
	if (column->kind == SEN_C_BOOL)
		return "[\"boolean\", \"null\"]";
	return column_numeric(column) && column->kind != SEN_C_ID ? "[\"integer\", \"null\"]"
								  : "[\"string\", \"null\"]";
}

static void put_codes(struct out *out, const struct sen_code_row *codes)
{
	out_text(out, ", \"enum\": [");
	for (; codes->code; codes++) {
		json_text(out, codes->code, strlen(codes->code));
		out_text(out, ", ");
	}
	out_text(out, "null]");
}

static void put_column(struct out *out, const struct sen_column *column)
{
	out_char(out, '"');
	out_text(out, column->name);
	out_text(out, "\": {\"type\": ");
	out_text(out, type_of(column));
	if (column->label) {
		out_text(out, ", ");
		put_key(out, "title", column->label);
	}
	if (column->help) {
		out_text(out, ", ");
		put_key(out, "description", column->help);
	}
	if (column->kind == SEN_C_DATE)
		out_text(out, ", \"format\": \"date\"");
	if (column->kind == SEN_C_INSTANT)
		out_text(out, ", \"format\": \"date-time\"");
	if (column->kind == SEN_C_ID && column->prefix) {
		out_text(out, ", \"pattern\": \"^");
		out_text(out, column->prefix);
		out_text(out, "[0-9]+$\"");
	}
	if (column->kind == SEN_C_CODE && column->codes)
		put_codes(out, column->codes);
	out_char(out, '}');
}

static void indent(struct out *out, int depth)
{
	out_char(out, '\n');
	for (; depth > 0; depth--)
		out_text(out, "  ");
}

/* An object's type, members and the list of them: none is ever missing. */
static void put_row(struct out *out, const struct sen_query *query, int depth)
{
	out_text(out, "{\"type\": \"object\", \"properties\": {");
	for (size_t i = 0; i < query->count; i++) {
		out_text(out, i ? "," : "");
		indent(out, depth + 1);
		put_column(out, &query->columns[i]);
	}
	for (size_t i = 0; i < query->part_count; i++) {
		out_text(out, i + query->count ? "," : "");
		indent(out, depth + 1);
		out_char(out, '"');
		out_text(out, query->parts[i].name);
		out_text(out, "\": {\"type\": \"array\", \"items\": ");
		put_row(out, &query->parts[i], depth + 1);
		out_char(out, '}');
	}
	out_text(out, "}, \"required\": [");
	for (size_t i = 0; i < query->count + query->part_count; i++) {
		const char *name =
			i < query->count ? query->columns[i].name : query->parts[i - query->count].name;
		out_text(out, i ? ", " : "");
		json_text(out, name, strlen(name));
	}
	out_text(out, "]}");
}

int sen_answer_schema(struct sen_arena *arena, const struct sen_query *query, FILE *file, struct sen_err *err)
{
	struct out *out = SEN_NEW(arena, struct out, 1);
	out_init(out, file);
	const char *name =
		sen_format(arena, "sendctl/%s/%d", query->name, query->version ? query->version : 1);
	out_text(out, "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n");
	if (query->title) {
		put_key(out, "title", query->title);
		out_text(out, ",\n");
	}
	out_text(out, "\"type\": \"object\",\n\"properties\": {\n  \"schema\": {\"const\": ");
	json_text(out, name, strlen(name));
	out_text(out, "},\n  \"today\": {\"type\": \"string\", \"format\": \"date\"},\n"
		      "  \"as_at\": {\"type\": [\"string\", \"null\"], \"format\": \"date\"},\n"
		      "  \"school\": {\"type\": [\"string\", \"null\"]},\n"
		      "  \"rows\": {\"type\": \"array\", \"items\": ");
	put_row(out, query, 1);
	out_text(out, "}\n},\n\"required\": [\"schema\", \"today\", \"as_at\", \"school\", \"rows\"]}\n");
	return out_end(out, err);
}

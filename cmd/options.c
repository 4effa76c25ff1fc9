/* The global options, and a command's options as one list: its own rows and
 * the fields of its record. */
#include "frame.h"
#include <assert.h>
#include <ctype.h>
#include <string.h>

#define G struct globals
const struct opt global_opts[] = {
	OPT_ROW_FILE(G, db, "db", 0, 0, "the records file"),
	OPT_ROW_WORD(G, school, "school", 0, "CODE", "the school meant, by DfE number or short code"),
	OPT_ROW_DATE(G, today, "today", 0, "the date taken as today"),
	OPT_ROW_WORD(G, as, "as", 0, "NAME", "who is doing this"),
	OPT_ROW_CHOICE(G, format, "format", 0, "text|json|ndjson|csv|html", "how to print the answer"),
	OPT_ROW_FLAG(G, json, "json", 0, "short for --format json"),
	OPT_ROW_WORD(G, fields, "fields", 0, "A,B,C", "the columns to print, in this order"),
	OPT_ROW_WORD(G, sort, "sort", 0, "A,-B", "the order of the rows; '-' for falling"),
	OPT_ROW_INT(G, limit, "limit", 0, "N", "print at most this many rows"),
	OPT_ROW_WORD(G, table, "table", 0, "NAME", "print another table of the same answer"),
	OPT_ROW_FILE(G, output, "output", 'o', 0, "write the answer to this file, whole or not at all"),
	OPT_ROW_DATE(G, as_at, "as-at", 0, "as things stood on that date"),
	OPT_ROW_FLAG(G, dry_run, "dry-run", 0, "say what would happen and change nothing"),
	OPT_ROW_FLAG(G, form, "form", 0, "fill in a form in the editor, or hand in a filled-in form"),
	OPT_ROW_TEXT(G, anyway, "anyway", 0, "REASON", "go on where the school's own rule says no"),
	OPT_ROW_INT(G, if_rev, "if-rev", 0, "N", "refuse if the entry was changed since this revision"),
	OPT_ROW_WORD(G, request_id, "request-id", 0, "TEXT", "do the same request only once"),
	OPT_ROW_CHOICE(G, names, "names", 0, "full|initials|none", "how much of a child's name to show"),
	OPT_ROW_FLAG(G, raw, "raw", 0, "print CSV cells as they are, without the guarding quote"),
	OPT_ROW_FLAG(G, bom, "bom", 0, "begin CSV with a byte order mark, for Excel"),
	OPT_ROW_FLAG(G, quiet, "quiet", 'q', "do not say what was done"),
	OPT_ROW_FLAG(G, verbose, "verbose", 'v', "say more"),
	OPT_ROW_FLAG(G, yes, "yes", 0, "answer yes to every question"),
	OPT_ROW_CHOICE(G, color, "color", 0, "auto|always|never", "colour on a terminal"),
	OPT_ROW_FLAG(G, schema, "schema", 0, "print the JSON schema of the answer"),
	OPT_ROW_FLAG(G, help, "help", 'h', "show help"),
	OPT_ROW_FLAG(G, version, "version", 0, "show the version"),
};
const size_t global_opt_count = SEN_COUNT(global_opts);
#undef G

struct opt_view opt_global(size_t i)
{
	const struct opt *opt = &global_opts[i];
	return (struct opt_view){.kind = opt->kind,
				 .name = opt->name,
				 .letter = opt->letter,
				 .flags = opt->flags,
				 .value = opt->value,
				 .choices = opt->choices,
				 .help = opt->help,
				 .opt = opt,
				 .global = true};
}

static unsigned needs(const struct opt *opt)
{
	static const struct {
		const char *name;
		unsigned any;
	} rows[] = {
		{"format", CMD_TABLE | CMD_WRITES},
		{"json", CMD_TABLE | CMD_WRITES},
		{"fields", CMD_TABLE | CMD_WRITES},
		{"sort", CMD_TABLE},
		{"limit", CMD_TABLE},
		{"table", CMD_TABLE},
		{"schema", CMD_TABLE | CMD_WRITES},
		{"raw", CMD_TABLE | CMD_WRITES},
		{"bom", CMD_TABLE | CMD_WRITES},
		{"as-at", CMD_AS_AT},
		{"dry-run", CMD_WRITES},
		{"form", CMD_FORM | CMD_ROUND},
		{"anyway", CMD_WRITES},
		{"if-rev", CMD_WRITES},
		{"request-id", CMD_WRITES},
	};
	for (size_t i = 0; i < SEN_COUNT(rows); i++)
		if (strcmp(rows[i].name, opt->name) == 0)
			return rows[i].any;
	return ~0u;
}

bool opt_global_fits(const struct opt *opt, const struct cmd *cmd)
{
	unsigned any = needs(opt);
	return any == ~0u || (cmd->flags & any);
}

bool opt_positional(const struct opt_view *view)
{
	return view->flags & OPT_POSITIONAL;
}

bool cmd_has_fields(const struct cmd *cmd)
{
	return cmd->record && (cmd->flags & (CMD_CREATES | CMD_FORM));
}

static struct opt_view *add_view(struct opt_list *out)
{
	assert(out->count < OPT_LIST_MAX);
	struct opt_view *view = &out->items[out->count++];
	*view = (struct opt_view){0};
	return view;
}

static const char *keep(struct opt_list *out, const char *text, size_t len, bool upper)
{
	assert(out->used + len + 1 <= sizeof out->names);
	char *to = out->names + out->used;
	for (size_t i = 0; i < len; i++)
		to[i] = upper ? (char)toupper((unsigned char)text[i]) : text[i] == '_' ? '-' : text[i];
	to[len] = '\0';
	out->used += len + 1;
	return to;
}

/* pupil_id is --pupil, or PUPIL by place. */
static const char *field_name(struct opt_list *out, const struct sen_field *field, bool place)
{
	const char *name = field->option ? field->option : field->name;
	size_t len = strlen(name);
	if (field->kind == SEN_K_REF && !field->option && len > 3 && strcmp(name + len - 3, "_id") == 0)
		len -= 3;
	return keep(out, name, len, place);
}

static const char *field_value(const struct sen_field *field)
{
	if (field->value)
		return field->value;
	switch (field->kind) {
	case SEN_K_NAME:
		return "NAME";
	case SEN_K_LINE:
	case SEN_K_NOTE:
	case SEN_K_INSTANT:
		return "TEXT";
	case SEN_K_CODE:
		return "CODE";
	case SEN_K_DATE:
		return "DATE";
	case SEN_K_INT:
		return "N";
	case SEN_K_BOOL:
		return "yes|no";
	case SEN_K_PENCE:
		return "POUNDS";
	case SEN_K_MINUTES:
		return "MINUTES";
	case SEN_K_REF:
		return "ID";
	}
	return "TEXT";
}

static enum opt_kind field_kind(const struct sen_field *field)
{
	switch (field->kind) {
	case SEN_K_LINE:
	case SEN_K_NOTE:
		return OPT_TEXT;
	case SEN_K_DATE:
		return OPT_DATE;
	case SEN_K_BOOL:
		return OPT_FLAG;
	case SEN_K_INT:
	case SEN_K_MINUTES:
		return OPT_INT;
	default:
		return OPT_WORD;
	}
}

static void add_field(struct opt_list *out, const struct cmd *cmd, size_t index)
{
	const struct sen_field *field = &cmd->record->fields[index];
	bool creates = cmd->flags & CMD_CREATES;
	bool place = creates && (field->flags & SEN_F_POSITIONAL);
	struct opt_view *view = add_view(out);
	view->kind = field_kind(field);
	view->name = field_name(out, field, place);
	view->value = field_value(field);
	view->codes = field->kind == SEN_K_CODE ? field->codes : NULL;
	view->help = field->help;
	view->field = field;
	view->index = index;
	view->flags = place ? OPT_POSITIONAL : 0;
	if (field->flags & SEN_F_FUTURE)
		view->flags |= OPT_FUTURE;
	if (creates && (field->flags & SEN_F_REQUIRED) && !(field->flags & SEN_F_TODAY))
		view->flags |= OPT_REQUIRED;
}

static bool offered(const struct cmd *cmd, const struct sen_field *field)
{
	if (field->flags & SEN_F_INTERNAL)
		return false;
	return (cmd->flags & CMD_CREATES) || !(field->flags & SEN_F_FIXED);
}

static bool named_by_row(const struct cmd *cmd, const char *name)
{
	for (size_t i = 0; i < cmd->opt_count; i++)
		if (!(cmd->opts[i].flags & OPT_POSITIONAL) && strcmp(cmd->opts[i].name, name) == 0)
			return true;
	return false;
}

static void add_fields(const struct cmd *cmd, struct opt_list *out, bool place)
{
	for (size_t i = 0; cmd_has_fields(cmd) && i < cmd->record->count; i++) {
		const struct sen_field *field = &cmd->record->fields[i];
		bool by_place = (cmd->flags & CMD_CREATES) && (field->flags & SEN_F_POSITIONAL);
		if (by_place != place || !offered(cmd, field))
			continue;
		add_field(out, cmd, i);
		/* A row of the same name stands for the field: the command reads it. */
		if (!place && named_by_row(cmd, out->items[out->count - 1].name))
			out->count--;
	}
}

static void add_rows(const struct cmd *cmd, struct opt_list *out, bool place)
{
	for (size_t i = 0; i < cmd->opt_count; i++) {
		const struct opt *opt = &cmd->opts[i];
		if (((opt->flags & OPT_POSITIONAL) != 0) != place)
			continue;
		*add_view(out) = (struct opt_view){.kind = opt->kind,
						   .name = opt->name,
						   .letter = opt->letter,
						   .flags = opt->flags,
						   .value = opt->value,
						   .choices = opt->choices,
						   .help = opt->help,
						   .opt = opt};
	}
}

void opts_of(const struct cmd *cmd, struct opt_list *out)
{
	out->count = 0;
	out->used = 0;
	add_fields(cmd, out, true);
	add_rows(cmd, out, true);
	add_fields(cmd, out, false);
	add_rows(cmd, out, false);
}

char *opt_upper(struct sen_arena *arena, const char *word)
{
	char *out = sen_strdup(arena, word);
	for (char *p = out; p && *p; p++)
		*p = (char)toupper((unsigned char)*p);
	return out;
}

bool opt_find(const struct opt_list *list, const char *name, size_t len, struct opt_view *out)
{
	for (size_t i = 0; list && i < list->count; i++) {
		*out = list->items[i];
		if (!opt_positional(out) && strlen(out->name) == len && memcmp(out->name, name, len) == 0)
			return true;
	}
	for (size_t i = 0; i < global_opt_count; i++) {
		*out = opt_global(i);
		if (strlen(out->name) == len && memcmp(out->name, name, len) == 0)
			return true;
	}
	return false;
}

bool opt_find_letter(const struct opt_list *list, char letter, struct opt_view *out)
{
	for (size_t i = 0; list && i < list->count; i++) {
		*out = list->items[i];
		if (out->letter == letter)
			return true;
	}
	for (size_t i = 0; i < global_opt_count; i++) {
		*out = opt_global(i);
		if (out->letter == letter)
			return true;
	}
	return false;
}

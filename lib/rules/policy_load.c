/* Reading a policy: a shipped one by name, or a school's own file. */
#include "rules/policy_shape.h"

#include <sen/text.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define POLICY_MAX ((size_t)1 << 20) /* bytes; the shipped ones are under 64 KiB */

static int faulty(const char *name, const struct policy_reader *reader, struct sen_err *err)
{
	sen_fail(err, SEN_INVALID, "the policy '%s' has %zu fault%s: %s: %s", name, reader->count,
		 reader->count == 1 ? "" : "s", reader->faults[0].path, reader->faults[0].what);
	sen_hint(err, "See them all with 'sendctl policy check %s'.", name);
	return err->code;
}

int sen_policy_parse(struct sen_arena *arena, const char *name, const char *text, size_t len,
		     struct sen_policy **out, struct sen_fault **faults, size_t *fault_count,
		     struct sen_err *err)
{
	struct policy_reader reader = {.arena = arena};
	struct shape_path at_format = {.key = "format"};
	int64_t format = 0;

	*faults = NULL;
	*fault_count = 0;
	*out = NULL;
	if (sen_json_parse(arena, text, len, &reader.root, err)) {
		policy_fault(&reader, NULL, "%s", err->msg);
	} else {
		policy_check(&reader, NULL, reader.root, &policy_root_shape);
		policy_check_levels(&reader);
		policy_check_items(&reader);
		if (sen_json_int(sen_json_get(reader.root, "format"), &format) && format != 1)
			policy_fault(&reader, &at_format, "this sendctl reads format 1, not %lld",
				     (long long)format);
	}
	*faults = reader.faults;
	*fault_count = reader.count;
	if (reader.count)
		return faulty(name, &reader, err);
	*out = sen_alloc(arena, sizeof(**out));
	policy_build(arena, reader.root, *out);
	(*out)->name = sen_strdup(arena, name);
	(*out)->text = text;
	(*out)->from = (*out)->until = SEN_NO_DATE;
	return 0;
}

static int read_text(struct sen_arena *arena, const char *path, char **out, size_t *len, struct sen_err *err)
{
	struct sen_buf buf = {.arena = arena};
	FILE *file = fopen(path, "rbe");
	char part[8192];
	size_t n;

	if (!file)
		return sen_fail(err, errno == ENOENT ? SEN_NOTFOUND : SEN_FAIL,
				"cannot read the policy file '%s': %s", path, strerror(errno));
	sen_buf_add(&buf, "");
	while (buf.len <= POLICY_MAX && (n = fread(part, 1, sizeof(part), file)) > 0)
		sen_buf_addn(&buf, part, n);
	if (ferror(file))
		sen_fail(err, SEN_FAIL, "cannot read the policy file '%s': %s", path, strerror(errno));
	else if (buf.len > POLICY_MAX)
		sen_fail(err, SEN_INVALID, "the policy file '%s' is larger than 1 MiB", path);
	else
		*out = buf.text;
	fclose(file);
	*len = buf.len;
	return *out ? 0 : err->code;
}

/* "ours.json" -> "ours". */
static const char *base_name(struct sen_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/'), *start = slash ? slash + 1 : path;
	const char *dot = strrchr(start, '.');

	return dot && dot > start ? sen_strndup(arena, start, (size_t)(dot - start)) : start;
}

static int no_such_policy(struct sen_arena *arena, const char *name, struct sen_err *err)
{
	const char **names = SEN_NEW(arena, const char *, sen_shipped_count + 1), *near;

	for (size_t i = 0; i < sen_shipped_count; i++)
		names[i] = sen_shipped_policies[i].name;
	near = sen_text_guess(name, names, sen_shipped_count);
	sen_fail(err, SEN_NOTFOUND, "no policy '%s'", name);
	if (near)
		sen_hint(err, "Did you mean '%s'?", near);
	else
		sen_hint(err, "sendctl comes with waves, support-plan, stages, trust and circle; "
			      "for your own give the file's path.");
	return err->code;
}

int sen_policy_load(struct sen_arena *arena, const char *name_or_file, struct sen_policy **out,
		    struct sen_fault **faults, size_t *fault_count, struct sen_err *err)
{
	char *text = NULL;
	size_t len = 0;

	*faults = NULL;
	*fault_count = 0;
	for (size_t i = 0; i < sen_shipped_count; i++) {
		const struct sen_shipped *shipped = &sen_shipped_policies[i];

		if (strcmp(shipped->name, name_or_file) == 0)
			return sen_policy_parse(arena, shipped->name, shipped->json, strlen(shipped->json),
						out, faults, fault_count, err);
	}
	if (read_text(arena, name_or_file, &text, &len, err)) {
		if (err->code == SEN_NOTFOUND && !strpbrk(name_or_file, "/."))
			return no_such_policy(arena, name_or_file, err);
		return err->code;
	}
	return sen_policy_parse(arena, base_name(arena, name_or_file), text, len, out, faults, fault_count,
				err);
}

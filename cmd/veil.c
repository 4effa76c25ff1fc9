/* --names initials and none: what a sentence of the records says of a child and of the
 * family, without their names. */
#include "ehcp_pack.h"

#include <sen/people.h>
#include <sen/pupil.h>

#include <string.h>

struct named {
	struct sen_arena *arena;
	struct sen_contact *all;
	size_t count, cap;
};

static void add(struct named *named, const char *name, size_t len)
{
	struct sen_contact *one;

	if (len < 2)
		return;
	one = SEN_PUSH(named->arena, named->all, named->count, named->cap);
	*one = (struct sen_contact){.name = sen_strndup(named->arena, name, len)};
}

/* The name as it stands, then each word of it. */
static void add_name(struct named *named, const char *name)
{
	if (!name)
		return;
	add(named, name, strlen(name));
	for (const char *at = name; strchr(name, ' ') && *at; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");

		add(named, at, len);
		at += len;
	}
}

static int add_family(struct app *app, int64_t pupil_id, struct named *named, struct sen_err *err)
{
	struct sen_write_to *to;
	struct sen_contact *barred;
	size_t count, more;
	int rc = sen_contacts_to_write(app->store, pupil_id, &to, &count, err);

	if (rc == 0)
		rc = sen_contacts_barred(app->store, pupil_id, &barred, &more, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		add_name(named, to[i].contact.name);
	for (size_t i = 0; rc == 0 && i < more; i++)
		add_name(named, barred[i].name);
	return rc;
}

int app_veil(struct app *app, int64_t pupil_id, struct sen_table **table, struct sen_err *err)
{
	struct named named = {.arena = app->arena};
	struct sen_pupil pupil;
	int rc;

	if (app->style.names == SEN_NAMES_FULL)
		return 0;
	if ((rc = sen_record_get(app->store, &sen_pupil_record, pupil_id, &pupil, err)) < 0)
		return rc;
	add_name(&named, pupil.surname);
	add_name(&named, pupil.forename);
	add_name(&named, pupil.preferred_surname);
	add_name(&named, pupil.preferred_forename);
	if ((rc = add_family(app, pupil_id, &named, err)) == 0)
		*table = ehcp_pack_veil(app->arena, *table, named.all, named.count, NULL);
	return rc;
}

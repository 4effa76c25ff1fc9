/* On what ground a plan left, as a command and a page say it. */
#include "rules/disclosure.h"

#include <sen/agency.h>
#include <sen/childfile.h>

#include <string.h>

static const char *on_whose_consent(struct sen_store *store, const struct sen_disclosure *disclosure)
{
	struct sen_arena *arena = sen_store_arena(store);
	struct sen_consent consent;
	struct sen_err err = {0};

	if (sen_record_get(store, &sen_consent_record, disclosure->consent_id, &consent, &err) < 0)
		return "on consent";
	return sen_format(arena, "on the consent CN%lld given by %s", (long long)consent.head.id,
			  consent.given_by);
}

const char *sen_disclosure_words(struct sen_store *store, const struct sen_disclosure *disclosure)
{
	struct sen_arena *arena = sen_store_arena(store);
	const struct sen_law *law;
	const struct sen_law_item *item;
	struct sen_err err = {0};

	if (strcmp(disclosure->ground, "consent") == 0)
		return on_whose_consent(store, disclosure);
	if (sen_law(store, &law, &err) < 0)
		return disclosure->ground;
	item = sen_law_item(law, "ground", disclosure->ground);
	if (!item)
		item = sen_law_item(law, "right", disclosure->ground);
	return item ? sen_format(arena, "%s (%s)", item->name, item->cite ? item->cite : "a judgement")
		    : disclosure->ground;
}

/* The list of all nouns, in the order of help. A new noun is one line here and
 * one in nouns.h. */
#include "nouns.h"
#include "frame.h"
#include <string.h>

const struct noun *const nouns[] = {
	/* everyday */
	&pupil_noun,
	&concern_noun,
	&plan_noun,
	&review_noun,
	&ehcp_noun,
	&report_noun,
	&today_noun,
	/* around them */
	&contact_noun,
	&consent_noun,
	&target_noun,
	&provision_noun,
	&session_noun,
	&action_noun,
	&referral_noun,
	&agency_noun,
	&note_noun,
	&document_noun,
	&medical_noun,
	&placement_noun,
	&timetable_noun,
	&adjustment_noun,
	&equipment_noun,
	&topup_noun,
	&appeal_noun,
	&voice_noun,
	&disclosure_noun,
	/* the school */
	&school_noun,
	&staff_noun,
	&term_noun,
	&rate_noun,
	&intervention_noun,
	&complaint_noun,
	&logbook_noun,
	&policy_noun,
	&law_noun,
	/* the records */
	&init_noun,
	&db_noun,
	&audit_noun,
	&undo_noun,
	&completion_noun,
	&help_noun_row,
	&version_noun,
};
const size_t noun_count = SEN_COUNT(nouns);

const struct noun *noun_find(const char *name)
{
	for (size_t i = 0; i < noun_count; i++)
		if (strcmp(nouns[i]->name, name) == 0)
			return nouns[i];
	return NULL;
}

static const struct cmd *own(const struct noun *noun, const char *verb)
{
	for (size_t i = 0; i < noun->count; i++)
		if (strcmp(noun->verbs[i]->verb, verb) == 0)
			return noun->verbs[i];
	return NULL;
}

const struct cmd *cmd_find(const char *name, const char *verb)
{
	const struct noun *noun = noun_find(name);
	const struct cmd *cmd = noun ? own(noun, verb) : NULL;
	return cmd || !noun ? cmd : generic_find(noun, verb);
}

void cmd_each_of(const struct noun *noun,
		 void (*fn)(const struct noun *noun, const struct cmd *cmd, void *arg), void *arg)
{
	/* Verbs that every noun has come first, whoever wrote them. */
	for (size_t i = 0; i < generic_verb_count; i++) {
		const struct cmd *cmd = cmd_find(noun->name, generic_verbs[i]);
		if (cmd)
			fn(noun, cmd, arg);
	}
	for (size_t i = 0; i < noun->count; i++) {
		bool generic = false;
		for (size_t j = 0; j < generic_verb_count; j++)
			generic |= strcmp(generic_verbs[j], noun->verbs[i]->verb) == 0;
		if (!generic)
			fn(noun, noun->verbs[i], arg);
	}
}

void cmd_each(void (*fn)(const struct noun *noun, const struct cmd *cmd, void *arg), void *arg)
{
	for (size_t i = 0; i < noun_count; i++)
		cmd_each_of(nouns[i], fn, arg);
}

/* Every noun and every command row, by name; nouns.c puts them in order. */
#ifndef NOUNS_H
#define NOUNS_H

#include "cmd.h"

extern const struct noun review_noun, pupil_noun, concern_noun, contact_noun, school_noun, staff_noun,
	term_noun, note_noun, report_noun, policy_noun, law_noun, init_noun, db_noun, audit_noun, undo_noun,
	today_noun, completion_noun, help_noun_row, version_noun;
extern const struct noun consent_noun, action_noun, referral_noun, agency_noun, document_noun, medical_noun,
	placement_noun, timetable_noun, adjustment_noun;
extern const struct noun plan_noun, target_noun;

extern const struct noun ehcp_noun, appeal_noun, disclosure_noun, complaint_noun;
extern const struct noun logbook_noun, voice_noun;
extern const struct noun rate_noun, topup_noun;
extern const struct noun intervention_noun, provision_noun, session_noun, equipment_noun;

/* Rows that live in a file of their own. */
extern const struct cmd report_delivery_cmd;
extern const struct cmd pupil_import_cmd, pupil_export_cmd, pupil_settle_cmd, pupil_chronology_cmd;
extern const struct cmd school_roll_cmd;
extern const struct cmd report_chronology_cmd, report_class_cmd, report_handover_cmd, report_caseload_cmd,
	report_transfer_cmd, report_provision_cmd, report_impact_cmd, pupil_handover_cmd, report_letters_cmd,
	pupil_report_cmd, plan_print_cmd;

extern const struct cmd report_complaints_cmd, report_movement_cmd, report_meetings_cmd, report_views_cmd,
	report_ehcp_cmd;

#endif

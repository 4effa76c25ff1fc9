/* All kinds of record: the one list to add to. */
#include "model/model.h"
#include <sen/ehc.h>
#include <sen/meeting.h>
#include <sen/plan.h>
#include <sen/policy.h>
#include <sen/provision.h>
#include <sen/text.h>
#include <string.h>

const struct sen_record *const sen_records[] = {
	/* A child and what hangs on the child. */
	&sen_pupil_record, &sen_enrolment_record, &sen_flag_record, &sen_register_record, &sen_need_record,
	&sen_contact_record, &sen_pupil_contact_record, &sen_concern_record, &sen_tried_record,
	&sen_concern_step_record, &sen_weighing_record, &sen_review_record, &sen_consent_record,
	&sen_agency_record, &sen_referral_record, &sen_action_record,
	/* Assess, plan, do, review. */
	&sen_plan_record, &sen_target_record, &sen_progress_record, &sen_provision_pupil_record,
	&sen_provision_target_record, &sen_absence_record, &sen_topup_record, &sen_invitation_record,
	&sen_voice_record, &sen_equipment_record,
	/* Education, health and care. */
	&sen_ehc_record, &sen_milestone_record, &sen_ehc_item_record, &sen_disclosure_record,
	&sen_appeal_record, &sen_complaint_record,
	/* The child's file. */
	&sen_note_record, &sen_attachment_record, &sen_profile_record, &sen_document_record,
	&sen_medical_record, &sen_placement_record, &sen_timetable_record, &sen_adjustment_record,
	&sen_transfer_record, &sen_mis_finding_record,
	/* The school. */
	&sen_school_record, &sen_term_record, &sen_staff_record, &sen_duty_record, &sen_given_record,
	&sen_policy_version_record, &sen_intervention_record, &sen_provision_record,
	&sen_provision_adult_record, &sen_session_record, &sen_rate_record, &sen_logbook_record};
const size_t sen_record_count = SEN_COUNT(sen_records);

const struct sen_record *sen_record_named(const char *noun)
{
	for (size_t i = 0; i < sen_record_count; i++) {
		if (strcmp(sen_records[i]->noun, noun) == 0)
			return sen_records[i];
	}
	return NULL;
}

const struct sen_record *sen_record_prefixed(const char *prefix)
{
	for (size_t i = 0; i < sen_record_count; i++) {
		if (sen_text_same(sen_records[i]->prefix, prefix))
			return sen_records[i];
	}
	return NULL;
}

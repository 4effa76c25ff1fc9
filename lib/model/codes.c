/* Code sets of the DfE's Common Basic Data Set, and our own for what it lacks
 * (domain.md 3). */
#include "model/model.h"

const struct sen_code_row sen_sex_codes[] = {{"F", "Female"}, {"M", "Male"}, {"U", "Unknown"}, {NULL, NULL}};

const struct sen_code_row sen_need_codes[] = {
	{"SLCN", "Speech, language and communication needs"},
	{"ASD", "Autistic spectrum disorder"},
	{"SPLD", "Specific learning difficulty"},
	{"MLD", "Moderate learning difficulty"},
	{"SLD", "Severe learning difficulty"},
	{"PMLD", "Profound and multiple learning difficulty"},
	{"SEMH", "Social, emotional and mental health"},
	{"HI", "Hearing impairment"},
	{"VI", "Vision impairment"},
	{"MSI", "Multi-sensory impairment"},
	{"PD", "Physical disability"},
	{"DS", "Down syndrome"},
	{"OTH", "Other difficulty or disability"},
	{"NSA", "SEN support but no specialist assessment of type of need"},
	{NULL, NULL}};

const struct sen_code_row sen_flag_codes[] = {{"eal", "English as an additional language"},
					      {"pupil_premium", "Pupil premium"},
					      {"fsm", "Free school meals"},
					      {"looked_after", "Looked after"},
					      {"post_looked_after", "Previously looked after"},
					      {"kinship_care", "Kinship care"},
					      {"service", "Service child"},
					      {"young_carer", "Young carer"},
					      {"disability", "Disability"},
					      {"medical", "Medical needs"},
					      {"attendance", "Attendance"},
					      {"health", "Health and welfare"},
					      {"behaviour", "Behaviour"},
					      {"trauma", "Trauma"},
					      {"new_to_schooling", "New to schooling"},
					      {"sen_unit", "In an SEN unit"},
					      {"resourced_provision", "In resourced provision"},
					      {"top_up", "Top-up funding"},
					      {NULL, NULL}};

const struct sen_code_row sen_year_codes[] = {{"E1", "Early first year"},
					      {"E2", "Early second year"},
					      {"N1", "Nursery first year"},
					      {"N2", "Nursery second year"},
					      {"R", "Reception"},
					      {"1", "Year 1"},
					      {"2", "Year 2"},
					      {"3", "Year 3"},
					      {"4", "Year 4"},
					      {"5", "Year 5"},
					      {"6", "Year 6"},
					      {"7", "Year 7"},
					      {"8", "Year 8"},
					      {"9", "Year 9"},
					      {"10", "Year 10"},
					      {"11", "Year 11"},
					      {"12", "Year 12"},
					      {"13", "Year 13"},
					      {"14", "Year 14"},
					      {"X", "National Curriculum not followed"},
					      {NULL, NULL}};

const struct sen_code_row sen_census_codes[] = {{"N", "No special educational need"},
						{"K", "SEN support"},
						{"E", "Education, health and care plan"},
						{NULL, NULL}};

const struct sen_code_row sen_enrolment_codes[] = {{"C", "Current, single registration"},
						   {"M", "Main, dual registration"},
						   {"S", "Subsidiary, dual registration"},
						   {"F", "Further education college"},
						   {"O", "Other provider"},
						   {"G", "Guest"},
						   {"P", "Previous pupil"},
						   {NULL, NULL}};

const struct sen_code_row sen_relation_codes[] = {{"PAM", "Mother"},
						  {"PAF", "Father"},
						  {"STM", "Step-mother"},
						  {"STF", "Step-father"},
						  {"FOM", "Foster mother"},
						  {"FOF", "Foster father"},
						  {"CAR", "Carer"},
						  {"FAM", "Other family member"},
						  {"SWR", "Social worker"},
						  {"OTH", "Other contact"},
						  {NULL, NULL}};

const struct sen_code_row sen_area_codes[] = {{"communication", "Communication and interaction"},
					      {"cognition", "Cognition and learning"},
					      {"semh", "Social, emotional and mental health"},
					      {"physical", "Sensory and/or physical"},
					      {NULL, NULL}};

const struct sen_code_row sen_concern_sources[] = {{"staff", "A member of staff"},
						   {"parent", "A parent or carer"},
						   {"pupil", "The pupil"},
						   {"agency", "An outside agency"},
						   {"school", "A previous school or setting"},
						   {NULL, NULL}};

const struct sen_code_row sen_concern_results[] = {{"resolved", "Resolved: no more is needed"},
						   {"monitor", "Monitored for a time"},
						   {"register", "On the SEND register"},
						   {"refer", "Referred to an outside agency"},
						   {"ehc", "An EHC needs assessment is asked for"},
						   {"dsl", "Handed to the DSL"},
						   {"left", "The child left the school"},
						   {NULL, NULL}};

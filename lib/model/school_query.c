/* Lists of contacts and notes, of one child or all, and the school's dates; no list
 * of all names a child who has died, or has only their contacts. */
#include "model/model.h"

static const struct sen_column note_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "N", NULL, "note id"},
	{"noted_on", "Date", SEN_C_DATE, 0, NULL, NULL, "the day it tells of"},
	{"pupil_id", "Pupil", SEN_C_ID, SEN_COL_QUIET, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"noted_by", "By", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "whose note"},
	{"note", "Note", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "the note"},
};
static const char note_sql[] =
	"SELECT n.id AS id, n.noted_on AS noted_on, n.pupil_id AS pupil_id, " MODEL_NAME
	" AS pupil, n.noted_by AS noted_by, n.note AS note FROM note n JOIN pupil p ON p.id = n.pupil_id"
	" WHERE n.voided_at IS NULL AND " MODEL_IN_SCHOOL
	" AND (n.pupil_id = :pupil OR (:pupil IS NULL AND (p.died_on IS NULL OR p.died_on > :day)))"
	" ORDER BY n.noted_on, n.id";

/* A child the contact belongs to: siblings share one. */
static const struct sen_column link_columns[] = {
	{"pupil_id", "Id", SEN_C_ID, 0, "P", NULL, "pupil id"},
	{"pupil", "Pupil", SEN_C_TEXT, SEN_COL_NAME, NULL, NULL, "the child's name"},
	{"relation", "Relation", SEN_C_CODE, 0, NULL, sen_relation_codes, "to the child"},
	{"responsibility", "Responsibility", SEN_C_BOOL, 0, NULL, NULL, "parental responsibility"},
	{"priority", "Order", SEN_C_INT, SEN_COL_RIGHT, NULL, NULL, "1 is asked first"},
	{"no_letters", "No letters", SEN_C_BOOL, 0, NULL, NULL, "must not be written to"},
	{"no_letters_why", "Why", SEN_C_TEXT, SEN_COL_WIDE, NULL, NULL, "why not"},
};
static const char link_sql[] =
	"SELECT l.pupil_id AS pupil_id, " MODEL_NAME " AS pupil, l.relation AS relation,"
	" l.responsibility AS responsibility, l.priority AS priority, l.no_letters AS no_letters,"
	" l.no_letters_why AS no_letters_why"
	" FROM pupil_contact l JOIN pupil p ON p.id = l.pupil_id"
	" WHERE l.contact_id = :parent AND l.voided_at IS NULL ORDER BY l.pupil_id";
static const struct sen_query link_parts[] = {{.name = "pupils",
					       .title = "Children",
					       .sql = link_sql,
					       .columns = link_columns,
					       .count = SEN_COUNT(link_columns)}};

/* The list leaves out what the page shows: `rest`. */
#define CONTACT_COLUMNS(rest)                                                                             \
	{"id", "Id", SEN_C_ID, 0, "K", NULL, "contact id"},                                               \
		{"title", "Title", SEN_C_TEXT, rest, NULL, NULL, "Mrs, Mr, Dr"},                          \
		{"name", "Name", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "full name"},                    \
		{"phone", "Telephone", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "telephone numbers"},      \
		{"email", "E-mail", SEN_C_TEXT, SEN_COL_PERSON, NULL, NULL, "e-mail address"},            \
		{"language", "Language", SEN_C_TEXT, 0, NULL, NULL, "language to write in"},              \
		{"letters", "Write to", SEN_C_TEXT, 0, NULL, NULL, "yes; or no, and why not"},            \
		{"interpreter", "Interpreter", SEN_C_BOOL, rest, NULL, NULL, "an interpreter is needed"}, \
		{"format_needs", "Format", SEN_C_TEXT, rest, NULL, NULL, "large print, easy read"},       \
		{"address", "Address", SEN_C_TEXT, (rest) | SEN_COL_PERSON, NULL, NULL, "address"},       \
		{"second_address",                                                                        \
		 "Second address",                                                                        \
		 SEN_C_TEXT,                                                                              \
		 (rest) | SEN_COL_PERSON,                                                                 \
		 NULL,                                                                                    \
		 NULL,                                                                                    \
		 "a second address to write to"},                                                         \
		{"note", "Note", SEN_C_TEXT, (rest) | SEN_COL_PERSON, NULL, NULL, "what to know"},        \
	{                                                                                                 \
		"rev", "Revision", SEN_C_INT, SEN_COL_QUIET, NULL, NULL, "for --if-rev"                   \
	}
static const struct sen_column contact_columns[] = {CONTACT_COLUMNS(SEN_COL_QUIET)};
static const struct sen_column contact_page_columns[] = {CONTACT_COLUMNS(0)};
/* Is one of the links (of this child, or of any) marked?  And why. */
#define NO_LETTERS                                                                                     \
	" FROM pupil_contact n WHERE n.contact_id = k.id AND n.voided_at IS NULL AND n.no_letters = 1" \
	" AND (:pupil IS NULL OR n.pupil_id = :pupil)"
#define LETTERS                                  \
	" CASE WHEN EXISTS (SELECT 1" NO_LETTERS \
	") THEN 'no' || coalesce(': ' || (SELECT MIN(n.no_letters_why)" NO_LETTERS "), '') ELSE 'yes' END"
#define CONTACT                                                                                            \
	"SELECT k.id AS id, k.title AS title, k.name AS name, k.phone AS phone, k.email AS email,"         \
	" k.language AS language, k.interpreter AS interpreter, k.format_needs AS format_needs,"           \
	" k.address AS address, k.second_address AS second_address, k.note AS note, k.rev AS rev," LETTERS \
	" AS letters FROM contact k WHERE k.voided_at IS NULL AND "
#define CHILD_OF                                                                            \
	" FROM pupil_contact x JOIN pupil p ON p.id = x.pupil_id WHERE x.contact_id = k.id" \
	" AND x.voided_at IS NULL AND "
static const char contact_sql[] =
	CONTACT "(:school IS NULL OR k.school_id = :school) AND (k.id IN (SELECT contact_id FROM"
		" pupil_contact WHERE pupil_id = :pupil AND voided_at IS NULL) OR (:pupil IS NULL AND"
		" (EXISTS (SELECT 1" CHILD_OF "(p.died_on IS NULL OR p.died_on > :day))"
		" OR NOT EXISTS (SELECT 1" CHILD_OF "p.died_on <= :day)))) ORDER BY k.name, k.id";
static const char one_contact_sql[] = CONTACT "k.id = :id";

static const struct sen_column term_columns[] = {
	{"id", "Id", SEN_C_ID, 0, "TM", NULL, "id"},
	{"kind", "Kind", SEN_C_TEXT, 0, NULL, NULL, "term, half-term, closed or inset"},
	{"name", "Name", SEN_C_TEXT, 0, NULL, NULL, "its name"},
	{"from_on", "First day", SEN_C_DATE, 0, NULL, NULL, "its first day"},
	{"until_on", "First day after", SEN_C_DATE, 0, NULL, NULL, "the first day after it"},
	{"assumed", "Assumed", SEN_C_BOOL, 0, NULL, NULL, "the usual dates, not the school's own"},
};
static const char term_sql[] =
	"SELECT id, kind, name, from_on, until_on, assumed FROM term WHERE voided_at IS NULL"
	" AND (:school IS NULL OR school_id = :school) ORDER BY from_on, id";

const struct sen_query sen_note_list_query =
	SEN_LIST("note-list", "Notes", note_sql, note_columns, "No notes.");
const struct sen_query sen_term_list_query =
	SEN_LIST("term-list", "The school's dates", term_sql, term_columns, "No dates.");
const struct sen_query sen_contact_list_query = {.name = "contact-list",
						 .title = "Contacts",
						 .version = 1,
						 .sql = contact_sql,
						 .columns = contact_columns,
						 .count = SEN_COUNT(contact_columns),
						 .parts = link_parts,
						 .part_count = SEN_COUNT(link_parts),
						 .empty = "No contacts."};
const struct sen_query sen_contact_show_query = {.name = "contact-show",
						 .title = "Contact",
						 .version = 1,
						 .sql = one_contact_sql,
						 .columns = contact_page_columns,
						 .count = SEN_COUNT(contact_page_columns),
						 .parts = link_parts,
						 .part_count = SEN_COUNT(link_parts),
						 .flags = SEN_Q_PAGE};

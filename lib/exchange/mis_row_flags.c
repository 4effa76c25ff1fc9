/* Yes-or-no columns of a row; some hold a census code instead (domain.md 3.4). */
#include "exchange/mis.h"
#include <string.h>

/* Flags whose cell may hold a census code: the code that says no, the codes that say yes. */
static bool coded_flag(enum mis_field field, const char *text, const char **value, int *yes)
{
	static const struct {
		enum mis_field field;
		const char *no, *codes;
	} sets[] = {{MIS_PP, "", " DPP SCP LAP AFC EYP "},
		    {MIS_FSM, "", " TFSM EFSM OFSM "},
		    {MIS_POST_LAC, "N", " A G R C O "},
		    {MIS_CARER, "N", " P S "}};
	char word[12];
	size_t n = strcspn(text, " :-");
	if (n >= sizeof(word) - 3)
		return false;
	word[0] = ' ';
	memcpy(word + 1, text, n);
	word[n + 1] = ' ';
	word[n + 2] = '\0';
	for (size_t i = 0; i < SEN_COUNT(sets); i++) {
		const char *at = sets[i].field == field ? strcasestr(sets[i].codes, word) : NULL;
		static const char *const known[] = {"DPP", "SCP", "LAP", "AFC", "EYP", "TFSM", "EFSM", "OFSM",
						    "A",   "G",	  "R",	 "C",	"O",   "P",    "S"};
		if (!at)
			continue;
		for (size_t k = 0; k < SEN_COUNT(known); k++)
			if (strlen(known[k]) == n && !strncasecmp(known[k], text, n))
				*value = known[k];
		*yes = 1;
		return true;
	}
	return false;
}

void mis_row_flags(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	for (int i = 0; i < MIS_FLAGS; i++) {
		enum mis_field field = (enum mis_field)(MIS_FLAG_FIRST + i);
		row->flags[i] = -1;
		if (!mis_has(reader->columns, field))
			continue;
		const char *text = mis_cell(reader, in, field);
		int yes = 0;
		if (text && !coded_flag(field, text, &row->flag_values[i], &yes))
			yes = value_yes(text);
		if (yes < 0 && !((field == MIS_SERVICE) && (*text == 'U' || *text == 'R')))
			mis_doubt(reader, row, "flag", field, text, "neither yes nor no: left as it is here");
		row->flags[i] = (int8_t)yes;
	}
	const char *language = row->text[MIS_LANGUAGE];
	if (!mis_has(reader->columns, MIS_EAL) && language && strlen(language) == 3 &&
	    !strstr("NOT REF ZZZ", language))
		row->flags[0] = strcmp(language, "ENG") && strcmp(language, "ENB");
}

/* The unique pupil number: form and check letter (domain.md 3.5).  A right
 * letter proves typing, not identity. */
#include <sen/pupil.h>
#include <string.h>

static const char letters[] = "ABCDEFGHJKLMNPQRTUVWXYZ"; /* never I, O, S */

static int letter_value(char c)
{
	const char *at = c ? strchr(letters, c) : NULL;
	return at ? (int)(at - letters) : -1;
}

char sen_upn_letter(const char *upn)
{
	int sum = 0;
	if (strlen(upn) != 13)
		return 0;
	for (int i = 1; i < 13; i++) {
		int value = upn[i] >= '0' && upn[i] <= '9' ? upn[i] - '0'
			    : i == 12			   ? letter_value(upn[i])
							   : -1;
		if (value < 0)
			return 0;
		sum += value * (i + 1);
	}
	return letters[sum % 23];
}

enum sen_upn sen_upn_check(const char *upn)
{
	if (strlen(upn) != 13)
		return SEN_UPN_LENGTH;
	char letter = sen_upn_letter(upn);
	if (!letter || letter_value(upn[0]) < 0)
		return SEN_UPN_FORM;
	if (letter != upn[0])
		return SEN_UPN_LETTER;
	return upn[12] >= 'A' ? SEN_UPN_TEMPORARY : SEN_UPN_OK;
}

const char *sen_upn_fault(enum sen_upn result)
{
	switch (result) {
	case SEN_UPN_LENGTH:
		return "a UPN has 13 characters";
	case SEN_UPN_FORM:
		return "a UPN is a letter (not I, O or S), 11 digits and a digit or letter";
	case SEN_UPN_LETTER:
		return "check letter";
	case SEN_UPN_OK:
	case SEN_UPN_TEMPORARY:
		break;
	}
	return NULL;
}

/* Fuzzes the check of UPNs: one that is right has the letter that belongs to it. */
#include <sen/pupil.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1);

	if (!text)
		return 0;
	if (size)
		memcpy(text, data, size);
	text[size] = 0;
	enum sen_upn result = sen_upn_check(text);
	if ((result == SEN_UPN_OK || result == SEN_UPN_TEMPORARY) != (sen_upn_fault(result) == NULL))
		abort();
	if (result == SEN_UPN_OK && (strlen(text) != 13 || sen_upn_letter(text) != text[0]))
		abort();
	free(text);
	return 0;
}

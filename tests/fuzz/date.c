/* Fuzzes dates as typed: what is read must be a real day that prints and reads back the same. */
#include <sen/date.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char text[256], iso[11], words[16];
	struct sen_date_context context = {.today = sen_date_make(2026, 11, 22), .end_of_term = SEN_NO_DATE};
	struct sen_err err = {0};
	sen_date date;

	if (size < 1 || size > sizeof(text))
		return 0;
	context.future = data[0] & 1;
	memcpy(text, data + 1, size - 1);
	text[size - 1] = 0;
	if (sen_date_parse(text, &context, &date, &err) < 0) {
		if (!err.msg[0])
			abort();
		return 0;
	}
	if (sen_date_iso(sen_date_text(date, iso)) != date || !*sen_date_long(date, words))
		abort();
	return 0;
}

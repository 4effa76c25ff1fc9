/* The one error type: fixed room, so that to report never allocates. */
#include <sen/base.h>

#include <stdio.h>
#include <string.h>

/* A text cut at the end of its room must not end inside a character. */
static void whole_characters(char *text, size_t size)
{
	size_t len = strlen(text), start = len;
	size_t need;

	if (len + 1 < size)
		return;
	while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0 || ((unsigned char)text[start - 1] & 0x80) == 0)
		return;
	start--;
	need = (unsigned char)text[start] >= 0xF0 ? 4 : (unsigned char)text[start] >= 0xE0 ? 3 : 2;
	if (len - start < need)
		text[start] = '\0';
}

/* Formats aside first: the arguments may point into the error itself. */
static void put(char *out, size_t size, const char *fmt, va_list args)
{
	char made[sizeof(((struct sen_err *)0)->msg)];

	if (vsnprintf(made, sizeof(made), fmt, args) < 0)
		made[0] = '\0';
	snprintf(out, size, "%s", made);
	whole_characters(out, size);
}

#undef sen_fail
int sen_fail(struct sen_err *err, enum sen_code code, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put(err->msg, sizeof(err->msg), fmt, args);
	va_end(args);
	err->code = code;
	err->hint[0] = '\0';
	return code;
}

void sen_hint(struct sen_err *err, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put(err->hint, sizeof(err->hint), fmt, args);
	va_end(args);
}

int sen_wrap(struct sen_err *err, const char *fmt, ...)
{
	char context[256];
	char was[sizeof(err->msg)];
	va_list args;
	size_t room;

	va_start(args, fmt);
	put(context, sizeof(context), fmt, args);
	va_end(args);
	memcpy(was, err->msg, sizeof(was));
	snprintf(err->msg, sizeof(err->msg), "%s: ", context);
	room = strlen(err->msg);
	snprintf(err->msg + room, sizeof(err->msg) - room, "%s", was);
	whole_characters(err->msg, sizeof(err->msg));
	return err->code;
}

void sen_err_clear(struct sen_err *err)
{
	err->code = SEN_OK;
	err->msg[0] = err->hint[0] = '\0';
}

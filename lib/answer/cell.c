/* One cell as a person reads it: shared by text and HTML. */
#include "answer/answer.h"

bool column_numeric(const struct sen_column *column)
{
	switch (column->kind) {
	case SEN_C_INT:
	case SEN_C_BOOL:
	case SEN_C_PENCE:
	case SEN_C_MINUTES:
		return true;
	case SEN_C_ID:
		return column->prefix != NULL;
	default:
		return false;
	}
}

/* "12.34" into out (24 bytes). */
static size_t pence_text(int64_t pence, char *out)
{
	uint64_t rest = pence < 0 ? 0 - (uint64_t)pence : (uint64_t)pence;
	int len = snprintf(out, 24, "%s%llu.%02u", pence < 0 ? "-" : "", (unsigned long long)(rest / 100),
			   (unsigned)(rest % 100));
	return (size_t)len;
}

static const char *human_number(struct sen_arena *arena, const struct sen_column *column, int64_t number)
{
	char text[24];
	switch (column->kind) {
	case SEN_C_BOOL:
		return number ? "yes" : "no";
	case SEN_C_ID:
		return sen_format(arena, "%s%lld", column->prefix, (long long)number);
	case SEN_C_PENCE:
		return sen_strndup(arena, text, pence_text(number, text));
	case SEN_C_MINUTES:
		if (number >= 60 && number % 60 == 0)
			return sen_format(arena, "%lld h", (long long)(number / 60));
		if (number >= 60)
			return sen_format(arena, "%lld h %lld min", (long long)(number / 60),
					  (long long)(number % 60));
		return sen_format(arena, "%lld min", (long long)number);
	default:
		return sen_format(arena, "%lld", (long long)number);
	}
}

static const char *human_text(struct sen_arena *arena, const struct sen_column *column, const char *text,
			      bool label)
{
	char day[12];
	if (column->kind == SEN_C_DATE && sen_date_iso(text) != SEN_NO_DATE)
		return sen_format(arena, "%s", sen_date_short(sen_date_iso(text), day));
	if (column->kind == SEN_C_INSTANT && strlen(text) == SEN_INSTANT_LEN - 1) {
		char iso[11];
		memcpy(iso, text, 10);
		iso[10] = '\0';
		if (sen_date_iso(iso) != SEN_NO_DATE)
			return sen_format(arena, "%s %.5s UTC", sen_date_short(sen_date_iso(iso), day),
					  text + 11);
	}
	if ((column->flags & SEN_COL_RESULT) && column->codes)
		return sen_code_find(column->codes, text) ? sen_code_label(column->codes, text) : text;
	if (column->kind == SEN_C_CODE && label && column->codes) {
		const char *word = sen_code_label(column->codes, text);
		if (word && strcmp(word, text) != 0)
			return sen_format(arena, "%s (%s)", word, text);
	}
	return text;
}

const char *cell_human(struct sen_arena *arena, const struct sen_column *column, const struct sen_cell *cell,
		       bool label)
{
	if (cell->text)
		return human_text(arena, column, cell->text, label);
	if (cell->number == SEN_NO_INT)
		return "";
	return human_number(arena, column, cell->number);
}

bool cell_alert(const struct sen_column *column, const struct sen_cell *cell)
{
	static const char *const words[] = {"overdue", "late", "fault"};
	if (!(column->flags & SEN_COL_ALERT))
		return false;
	if (!cell->text)
		return cell->number != SEN_NO_INT && cell->number < 0;
	for (size_t i = 0; i < SEN_COUNT(words); i++) {
		if (cell->len == strlen(words[i]) && !memcmp(cell->text, words[i], cell->len))
			return true;
	}
	return false;
}

/* One record of an MIS file in our words: what cannot be read is a reject,
 * what is doubtful a doubt, and the child comes in. */
#include "exchange/mis.h"
#include <sen/text.h>
#include <sodium.h>
#include <string.h>

bool mis_has(const struct mis_columns *columns, enum mis_field field)
{
	return columns->at[field] >= 0;
}

static const char *cell(const struct mis_columns *columns, const struct sen_csv_row *row,
			enum mis_field field)
{
	int at = columns->at[field];
	return at >= 0 && (size_t)at < row->count ? row->cells[at] : "";
}

const char *mis_cell(const struct mis_reader *reader, const struct sen_csv_row *row, enum mis_field field)
{
	const char *text = cell(reader->columns, row, field);
	return *text ? value_text(reader->scratch, text) : NULL;
}

void mis_doubt(const struct mis_reader *reader, struct mis_row *row, const char *kind, enum mis_field field,
	       const char *theirs, const char *what)
{
	struct mis_doubt *doubt = SEN_PUSH(reader->scratch, row->doubts, row->doubt_count, row->doubt_cap);
	doubt->kind = kind;
	doubt->field = field;
	doubt->theirs = theirs ? sen_strdup(reader->scratch, theirs) : NULL;
	doubt->what = what;
}

static void reject(struct mis_row *row, enum mis_field field, const char *why)
{
	if (!row->reject) {
		row->reject = why;
		row->reject_field = field;
	}
}

/* As the records keep text: one line, no control characters, within the limit. */
static const char *kept(const struct mis_reader *reader, struct mis_row *row, enum mis_field field,
			const char *text, size_t limit)
{
	struct sen_err err;
	const char *clean;
	if (!text || (sen_text_plain(text, strlen(text)) && strlen(text) <= limit))
		return text;
	sen_err_clear(&err);
	if (!sen_text_clean(reader->scratch, text, SEN_TEXT_LINE, limit, &clean, &err))
		return clean;
	mis_doubt(reader, row, "text", field, NULL, "too long to keep: left out");
	return NULL;
}

static void read_upn(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	char upn[33];
	const char *text = mis_cell(reader, in, MIS_UPN);
	if (text) {
		value_upn(text, upn);
		row->upn = sen_strdup(reader->scratch, upn);
		row->upn_form = sen_upn_check(upn);
		reject(row, MIS_UPN, sen_upn_fault(row->upn_form));
		if (row->upn_form == SEN_UPN_TEMPORARY)
			mis_doubt(reader, row, "upn", MIS_UPN, NULL,
				  "a temporary UPN: ask for a permanent one");
	}
	if ((text = mis_cell(reader, in, MIS_FORMER_UPN))) {
		value_upn(text, upn);
		if (sen_upn_fault(sen_upn_check(upn)))
			mis_doubt(reader, row, "upn", MIS_FORMER_UPN, upn,
				  "the former UPN is not right: left out");
		else
			row->former_upn = sen_strdup(reader->scratch, upn);
	}
}

static void read_names(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	static const enum mis_field names[] = {MIS_SURNAME, MIS_FORENAME, MIS_PREF_SURNAME, MIS_PREF_FORENAME,
					       MIS_MIDDLE};
	for (size_t i = 0; i < SEN_COUNT(names); i++) {
		const char *text = cell(reader->columns, in, names[i]);
		row->text[names[i]] =
			*text ? kept(reader, row, names[i], value_name(reader->scratch, text), SEN_LIMIT_NAME)
			      : NULL;
	}
	if (!row->text[MIS_SURNAME] && !row->text[MIS_FORENAME]) {
		reject(row, MIS_SURNAME, "no name");
	} else if (!row->text[MIS_SURNAME] || !row->text[MIS_FORENAME]) {
		enum mis_field missing = row->text[MIS_SURNAME] ? MIS_FORENAME : MIS_SURNAME;
		row->text[missing] = "-";
		mis_doubt(reader, row, "name", missing, NULL, "only one name: the other is kept as '-'");
	}
	/* A preferred name that is the legal one says nothing. */
	if (row->text[MIS_PREF_FORENAME] && row->text[MIS_FORENAME] &&
	    !strcmp(row->text[MIS_PREF_FORENAME], row->text[MIS_FORENAME]))
		row->text[MIS_PREF_FORENAME] = NULL;
	if (row->text[MIS_PREF_SURNAME] && row->text[MIS_SURNAME] &&
	    !strcmp(row->text[MIS_PREF_SURNAME], row->text[MIS_SURNAME]))
		row->text[MIS_PREF_SURNAME] = NULL;
}

static void read_birth(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	const char *text = mis_cell(reader, in, MIS_DOB);
	sen_date earliest = reader->today - 9131; /* 25 years */
	switch (value_date(text, reader->today, &row->dob)) {
	case VALUE_NO_DAY:
		reject(row, MIS_DOB, "no such date");
		return;
	case VALUE_UNREAD:
		reject(row, MIS_DOB, "not a date");
		return;
	case VALUE_BLANK:
		if (!row->upn)
			reject(row, MIS_DOB, "child cannot be told: no UPN and no date of birth");
		else if (mis_has(reader->columns, MIS_DOB))
			mis_doubt(reader, row, "date", MIS_DOB, NULL, "no date of birth");
		return;
	case VALUE_DATE:
		break;
	}
	if (row->dob <= reader->today && row->dob >= earliest)
		return;
	mis_doubt(reader, row, "date", MIS_DOB, text,
		  row->dob > reader->today ? "a date of birth that has not come yet: left out"
					   : "a date of birth of more than 25 years ago: left out");
	row->dob = SEN_NO_DATE;
	if (!row->upn)
		reject(row, MIS_DOB, "child cannot be told: no UPN and no likely date of birth");
}

/* A date that may be left out: doubtful ones are. */
static sen_date read_date(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row,
			  enum mis_field field, sen_date latest)
{
	sen_date date;
	const char *text = mis_cell(reader, in, field);
	const char *what = NULL;
	enum value_date result = value_date(text, reader->today + 3653, &date);
	if (result == VALUE_BLANK)
		return SEN_NO_DATE;
	if (result == VALUE_NO_DAY)
		what = "no such date: left out";
	else if (result == VALUE_UNREAD)
		what = "not a date: left out";
	else if (row->dob != SEN_NO_DATE && date < row->dob)
		what = "before the child was born: left out";
	else if (date > latest)
		what = "has not come yet: left out";
	if (!what)
		return date;
	mis_doubt(reader, row, "date", field, text, what);
	return SEN_NO_DATE;
}

static void read_year(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	const char *text = mis_cell(reader, in, MIS_YEAR);
	int year;
	row->year = value_year(text, row->dob, reader->today);
	if (text && !row->year)
		mis_doubt(reader, row, "year", MIS_YEAR, text, "a year group we do not know: left out");
	/* The MIS wins (summer-born, repeats); two years off is worth a look. */
	if (row->year && row->dob != SEN_NO_DATE && row->left_on == SEN_NO_DATE &&
	    sen_year_parse(row->year, &year)) {
		int gap = year - sen_nc_year(row->dob, reader->today);
		if (gap > 1 || gap < -1)
			mis_doubt(reader, row, "year", MIS_YEAR, text,
				  "the year group does not go with the date of birth");
	}
}

static void read_status(struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	const char *text = mis_cell(reader, in, MIS_STATUS);
	row->status = MIS_S_UNSAID;
	if (!mis_has(reader->columns, MIS_STATUS))
		return;
	if (text && !strcmp(text, reader->last_status)) {
		row->status = reader->last;
	} else {
		row->status = value_status(text);
		if (text && strlen(text) < sizeof(reader->last_status)) {
			memcpy(reader->last_status, text, strlen(text) + 1);
			reader->last = row->status;
		}
	}
	if (row->status == MIS_S_UNSAID)
		mis_doubt(reader, row, "status", MIS_STATUS, text,
			  "a SEN status we do not know: left as it is here");
	else if (row->status == MIS_S_WAS_K)
		mis_doubt(reader, row, "status", MIS_STATUS, text,
			  "a status withdrawn in 2014: read as SEN support (K)");
	else if (row->status == MIS_S_WAS_N)
		mis_doubt(reader, row, "status", MIS_STATUS, text, "no census code: read as no SEN (N)");
	else if (row->status == MIS_S_STATEMENT)
		mis_doubt(
			reader, row, "status", MIS_STATUS, text,
			"statements ended in 2018: find out whether there is an EHC plan; none is recorded");
}

void mis_row_needs(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	const char *rank_text = mis_cell(reader, in, MIS_RANK);
	int64_t rank = 0;
	if (rank_text && (!sen_int_parse(rank_text, &rank) || rank < 1 || rank > 99)) {
		rank = 0;
		if (!sen_text_same(rank_text, "primary") && !sen_text_same(rank_text, "secondary"))
			mis_doubt(reader, row, "need", MIS_RANK, rank_text, "a rank we do not know");
		else
			rank = sen_text_same(rank_text, "primary") ? 1 : 2;
	}
	for (enum mis_field f = MIS_NEED1; f <= MIS_NEED4; f++) {
		const char *text = mis_cell(reader, in, f);
		if (!text || sen_text_same(text, "none"))
			continue;
		row->needs.unknown = NULL;
		row->needs.legacy = false;
		value_needs(reader->scratch, text, (int)rank, &row->needs);
		if (row->needs.unknown)
			mis_doubt(reader, row, "need", f, row->needs.unknown,
				  strcasestr(row->needs.unknown, "ADHD")
					  ? "ADHD has no DfE code of its own: record the need it leads to"
					  : "a need we do not know: left out");
		if (row->needs.legacy)
			mis_doubt(reader, row, "need", f, text, "BESD was withdrawn in 2014: read as SEMH");
	}
}

/* "ENG - English" -> "ENG". */
static const char *code_of(struct sen_arena *arena, const char *text)
{
	size_t n = text ? strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
	return n >= 3 && n <= 4 && !strncmp(text + n, " - ", 3) ? sen_strndup(arena, text, n) : text;
}

static void read_texts(const struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	static const enum mis_field texts[] = {MIS_NUMBER,	    MIS_CLASS,	     MIS_LANGUAGE,
					       MIS_ETHNICITY,	    MIS_ENROLMENT,   MIS_LEAVING_REASON,
					       MIS_PREVIOUS_SCHOOL, MIS_NEXT_SCHOOL, MIS_SCHOOL};
	for (size_t i = 0; i < SEN_COUNT(texts); i++)
		row->text[texts[i]] = kept(reader, row, texts[i], mis_cell(reader, in, texts[i]),
					   texts[i] == MIS_NUMBER  ? 20
					   : texts[i] == MIS_CLASS ? 50
								   : 500);
	row->text[MIS_LANGUAGE] = code_of(reader->scratch, row->text[MIS_LANGUAGE]);
	row->text[MIS_ETHNICITY] = code_of(reader->scratch, row->text[MIS_ETHNICITY]);
	const char *language = row->text[MIS_LANGUAGE];
	if (language && sen_text_same(language, "English"))
		row->text[MIS_LANGUAGE] = "ENG";
	const char *status = row->text[MIS_ENROLMENT];
	if (status) {
		char code[2] = {*status, '\0'};
		const char *known = sen_code_find(sen_enrolment_codes, status);
		row->text[MIS_ENROLMENT] = known	      ? known
					   : status[1] == ' ' ? sen_code_find(sen_enrolment_codes, code)
							      : NULL;
	}
	const char *sex = mis_cell(reader, in, MIS_SEX);
	row->text[MIS_SEX] = value_sex(sex);
	if (sex && !row->text[MIS_SEX])
		mis_doubt(reader, row, "sex", MIS_SEX, sex, "neither F, M nor U: left out");
}

void mis_row_read(struct mis_reader *reader, const struct sen_csv_row *in, struct mis_row *row)
{
	memset(row, 0, sizeof(*row));
	row->line = in->line;
	read_upn(reader, in, row);
	read_names(reader, in, row);
	read_birth(reader, in, row);
	read_texts(reader, in, row);
	sen_date far = reader->today + 1096; /* 3 years */
	row->admitted_on = read_date(reader, in, row, MIS_ADMITTED, far);
	row->left_on = read_date(reader, in, row, MIS_LEFT, far);
	if (row->left_on != SEN_NO_DATE && row->admitted_on != SEN_NO_DATE &&
	    row->left_on < row->admitted_on) {
		mis_doubt(reader, row, "date", MIS_ADMITTED, NULL, "admitted after leaving: left out");
		row->admitted_on = SEN_NO_DATE;
	}
	read_year(reader, in, row);
	read_status(reader, in, row);
	row->status_from = read_date(reader, in, row, MIS_STATUS_FROM, reader->today);
	row->need_from = read_date(reader, in, row, MIS_NEED_FROM, reader->today);
	mis_row_needs(reader, in, row);
	mis_row_flags(reader, in, row);
}

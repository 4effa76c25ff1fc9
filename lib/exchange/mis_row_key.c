/* Which rows are a child's, which rows are none, and what a row said the last
 * time: keys and digests. */
#include "exchange/mis.h"
#include <ctype.h>
#include <sen/text.h>
#include <sodium.h>
#include <string.h>

static const char *cell(const struct mis_columns *columns, const struct sen_csv_row *row,
			enum mis_field field)
{
	int at = columns->at[field];
	return at >= 0 && (size_t)at < row->count ? row->cells[at] : "";
}

/* A total or a footer: hardly a cell, no first name, no birthday, no number
 * that could be a UPN. */
bool mis_row_empty(const struct mis_columns *columns, const struct sen_csv_row *row)
{
	char upn[33];
	size_t full = 0;
	int digits = 0;
	for (size_t i = 0; i < row->count; i++)
		full += *row->cells[i] != '\0';
	if (!full)
		return true;
	if (*cell(columns, row, MIS_FORENAME) || *cell(columns, row, MIS_DOB))
		return false;
	value_upn(cell(columns, row, MIS_UPN), upn);
	for (const char *p = upn; *p; p++)
		digits += isdigit((unsigned char)*p) ? 1 : isalpha((unsigned char)*p) ? 0 : -99;
	bool like_upn = digits >= 8 && strlen(upn) <= 16;
	return !like_upn && full <= 3;
}

bool mis_row_key(struct sen_arena *scratch, const struct mis_columns *columns, const struct sen_csv_row *row,
		 uint64_t *key)
{
	static const unsigned char zero[crypto_shorthash_KEYBYTES];
	char text[512], upn[33];
	unsigned char hash[crypto_shorthash_BYTES];
	size_t len;
	const char *number = value_text(scratch, cell(columns, row, MIS_UPN));
	value_upn(number ? number : "", upn);
	if (strlen(upn) == 13 && !sen_upn_fault(sen_upn_check(upn))) {
		len = 13;
		memcpy(text, upn, len);
	} else {
		static const enum mis_field parts[] = {MIS_UPN, MIS_SURNAME, MIS_FORENAME, MIS_DOB};
		len = 0;
		for (size_t i = 0; i < SEN_COUNT(parts); i++) {
			value_plain(cell(columns, row, parts[i]), text + len, 120);
			len += strlen(text + len) + 1;
		}
		if (len == SEN_COUNT(parts))
			return false;
	}
	crypto_shorthash(hash, (const unsigned char *)text, len, zero);
	memcpy(key, hash, sizeof(*key));
	*key += !*key; /* 0 marks an empty place */
	return true;
}

static const char *const status_words[] = {"", "N", "M", "K", "E", "K", "N", "S"};

/* All that the row tells, each part with its end. */
static void add_part(struct sen_buf *buf, const char *text)
{
	if (text)
		sen_buf_add(buf, text);
	sen_buf_addn(buf, text ? "\x1f" : "\x1e", 1);
}

static void add_all(const struct mis_reader *reader, const struct mis_row *row, struct sen_buf *buf)
{
	char day[11];
	const sen_date dates[] = {row->dob, row->admitted_on, row->left_on, row->status_from, row->need_from};
	add_part(buf, reader->policy_digest);
	add_part(buf, row->upn);
	add_part(buf, row->former_upn);
	for (int i = 0; i < MIS_FIELDS; i++)
		if (row->text[i] || mis_has(reader->columns, (enum mis_field)i))
			add_part(buf, row->text[i]);
	for (size_t i = 0; i < SEN_COUNT(dates); i++)
		add_part(buf, dates[i] == SEN_NO_DATE ? NULL : sen_date_text(dates[i], day));
	for (size_t i = 0; i < row->doubt_count; i++) /* a doubt may come or go by itself */
		add_part(buf, row->doubts[i].what);
	for (int i = 0; i < MIS_FLAGS; i++)
		add_part(buf, row->flag_values[i]);
}

static void add_base(const struct mis_row *row, struct sen_buf *buf)
{
	char flags[MIS_FLAGS + 1];
	const char *class_name = row->text[MIS_CLASS];
	for (int i = 0; i < MIS_FLAGS; i++)
		flags[i] = row->flags[i] < 0 ? '-' : (char)('0' + row->flags[i]);
	flags[MIS_FLAGS] = '\0';
	sen_buf_add(buf, " ");
	sen_buf_add(buf, row->year ? row->year : "");
	sen_buf_add(buf, "|");
	sen_buf_add(buf, class_name && !strchr(class_name, '|') ? class_name : "");
	sen_buf_add(buf, "|");
	sen_buf_add(buf, status_words[row->status]);
	sen_buf_add(buf, "|");
	for (size_t i = 0; i < row->needs.count; i++) {
		sen_buf_add(buf, i ? "," : "");
		sen_buf_add(buf, row->needs.types[i]);
	}
	sen_buf_add(buf, "|");
	sen_buf_add(buf, flags);
}

void mis_row_digest(const struct mis_reader *reader, struct mis_row *row)
{
	struct sen_buf all = {.arena = reader->scratch};
	unsigned char hash[16];
	char hex[MIS_HASH + 1], *digest;
	size_t base;
	add_all(reader, row, &all);
	base = all.len;
	add_base(row, &all);
	crypto_generichash(hash, sizeof(hash), (const unsigned char *)all.text, all.len, NULL, 0);
	sen_hex(hash, MIS_HASH / 2, hex);
	digest = sen_alloc(reader->scratch, MIS_HASH + (all.len - base) + 1);
	memcpy(digest, hex, MIS_HASH);
	memcpy(digest + MIS_HASH, all.text + base, all.len - base);
	row->digest = digest;
}

void mis_base_read(struct sen_arena *arena, const char *digest, struct mis_base *out)
{
	memset(out, 0, sizeof(*out));
	memset(out->flags, -1, sizeof(out->flags));
	if (!digest || strlen(digest) <= MIS_HASH)
		return;
	char *parts[5], *text = sen_strdup(arena, digest + MIS_HASH + 1);
	for (int i = 0; i < 5; i++) {
		if (!text)
			return;
		parts[i] = strsep(&text, "|");
	}
	out->known = true;
	out->year = *parts[0] ? parts[0] : NULL;
	out->class_name = *parts[1] ? parts[1] : NULL;
	out->needs = parts[3];
	for (int i = MIS_S_N; i <= MIS_S_E; i++)
		if (!strcmp(status_words[i], parts[2]))
			out->status = (enum mis_status)i;
	for (int i = 0; i < MIS_FLAGS && parts[4][i]; i++)
		out->flags[i] = parts[4][i] == '-' ? -1 : (int8_t)(parts[4][i] - '0');
}

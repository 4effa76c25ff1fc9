/* Files taken in whole are remembered by their digest: the same one again, under
 * the same options, need not be read. */
#include "exchange/merge.h"
#include <sen/text.h>
#include <sodium.h>
#include <string.h>

#define READING 2 /* raised when the same cell comes to mean something else */

static int count_here(struct mis_import *m, int64_t *out, struct sen_err *err)
{
	static const char sql[] = "SELECT count(*) FROM pupil"
				  " WHERE upn IS NOT NULL AND voided_at IS NULL AND school_id = :school";
	struct db_stmt *stmt;
	int rc = db_cached(m->store->db, sql, &stmt, err);
	if (rc)
		return rc;
	db_bind_int(stmt, ":school", m->store->school_id);
	if ((rc = db_step(stmt, err)) == 1)
		*out = db_col_int(stmt, 0);
	db_reset(stmt);
	return rc < 0 ? rc : 0;
}

/* All that decides what a file means, and how many children there are: a child
 * removed since makes the file worth reading again. */
static int options_text(struct mis_import *m, const char **out, struct sen_err *err)
{
	crypto_generichash_state state;
	unsigned char hash[16];
	char hex[33];
	int64_t here = 0;
	int rc = count_here(m, &here, err);
	crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	for (size_t i = 0; m->map && i < m->map->count; i++) {
		const struct mis_alias *a = &m->map->aliases[i];
		crypto_generichash_update(&state, (const unsigned char *)a->heading, strlen(a->heading) + 1);
		crypto_generichash_update(&state, (const unsigned char *)&a->field, sizeof(a->field));
	}
	crypto_generichash_final(&state, hash, sizeof(hash));
	sen_hex(hash, 8, hex);
	*out = sen_format(m->keep, "map=%s/%s reading=%d policy=%s full=%d max=%lld here=%lld",
			  m->map ? m->map->name : "auto", hex, READING, m->policy->digest,
			  m->options->full_roll, (long long)m->options->max_left, (long long)here);
	return rc;
}

static void digest_hex(const struct decode *decode, char out[65])
{
	sen_hex(decode->digest, sizeof(decode->digest), out);
}

int mis_again(struct mis_import *m, const struct decode *decode, struct sen_err *err)
{
	static const char sql[] = "SELECT digest, options, pupils FROM mis_import WHERE school_id = :school"
				  " ORDER BY id DESC LIMIT 1";
	char digest[65];
	const char *options;
	struct db_stmt *stmt;
	int rc = options_text(m, &options, err);
	if (!rc)
		rc = db_cached(m->store->db, sql, &stmt, err);
	if (rc)
		return rc;
	digest_hex(decode, digest);
	db_bind_int(stmt, ":school", m->store->school_id);
	if ((rc = db_step(stmt, err)) == 1) {
		m->trust_digests = true;
		if (!strcmp(db_col_text(stmt, 0, NULL), digest) &&
		    !strcmp(db_col_text(stmt, 1, NULL), options))
			m->result->read = m->result->unchanged = db_col_int(stmt, 2);
		else
			rc = 0;
	}
	db_reset(stmt);
	return rc;
}

int mis_remember(struct mis_import *m, const struct decode *decode, struct sen_err *err)
{
	static const char sql[] =
		"INSERT INTO mis_import (id, school_id, at, digest, options, pupils, changed)"
		" VALUES (:id, :school, :at, :digest, :options, :pupils, :changed)";
	const struct sen_mis_result *r = m->result;
	const char *options;
	char digest[65];
	struct db_stmt *stmt;
	int64_t id;
	int rc = options_text(m, &options, err);
	if (rc || (rc = store_next_id(m->store, "mis_import", &id, err)) ||
	    (rc = db_cached(m->store->db, sql, &stmt, err)))
		return rc;
	digest_hex(decode, digest);
	db_bind_int(stmt, ":id", id);
	db_bind_int(stmt, ":school", m->store->school_id);
	db_bind_text(stmt, ":at", m->store->now);
	db_bind_text(stmt, ":digest", r->rejected ? "" : digest); /* with rejects: read it again */
	db_bind_text(stmt, ":options", options);
	db_bind_int(stmt, ":pupils", r->read);
	db_bind_int(stmt, ":changed", r->added + r->changed + r->left);
	return db_run(stmt, err);
}

/* What the chain of audit entries is made of. */
#include "store/private.h"

#include <endian.h>
#include <sodium.h>
#include <string.h>

/* BLAKE2b over many small parts: gathered first, a call each would cost more. */
struct hasher {
	crypto_generichash_blake2b_state state;
	size_t len;
	unsigned char parts[1024];
};

static void put(struct hasher *hasher, const void *bytes, size_t len)
{
	if (len > sizeof(hasher->parts) - hasher->len) {
		crypto_generichash_blake2b_update(&hasher->state, hasher->parts, hasher->len);
		hasher->len = 0;
	}
	if (len > sizeof(hasher->parts)) {
		crypto_generichash_blake2b_update(&hasher->state, bytes, len);
		return;
	}
	memcpy(hasher->parts + hasher->len, bytes, len);
	hasher->len += len;
}

/* Eight bytes, the lowest first. */
static void put_number(struct hasher *hasher, uint64_t number)
{
	uint64_t bytes = htole64(number);

	put(hasher, &bytes, sizeof(bytes));
}

/* A length no text can have stands for "unknown". */
static void put_text(struct hasher *hasher, const char *text)
{
	size_t len = text ? strlen(text) : 0;

	put_number(hasher, text ? len : UINT64_MAX);
	if (len)
		put(hasher, text, len);
}

static void begin(struct hasher *hasher)
{
	crypto_generichash_blake2b_init(&hasher->state, NULL, 0, AUDIT_HASH);
	hasher->len = 0;
}

static void end(struct hasher *hasher, unsigned char out[AUDIT_HASH])
{
	crypto_generichash_blake2b_update(&hasher->state, hasher->parts, hasher->len);
	crypto_generichash_blake2b_final(&hasher->state, out, AUDIT_HASH);
}

void audit_text_hash(const void *salt, const char *anyway, const char *text, size_t len,
		     unsigned char out[AUDIT_HASH])
{
	struct hasher hasher;

	begin(&hasher);
	put(&hasher, salt, AUDIT_SALT);
	/* No JSON text begins as a length does: the two cannot be taken for one. */
	if (anyway)
		put_text(&hasher, anyway);
	put(&hasher, text, len);
	end(&hasher, out);
}

/* Numbers are 8 bytes each, so they need no length. */
void audit_command_hash(const struct audit_command *command, unsigned char out[AUDIT_HASH])
{
	struct hasher hasher;

	begin(&hasher);
	put_number(&hasher, (uint64_t)command->id);
	put_text(&hasher, command->at);
	put_text(&hasher, command->today);
	put_text(&hasher, command->who);
	put_text(&hasher, command->login);
	put_text(&hasher, command->verb);
	end(&hasher, out);
}

void audit_hash(const unsigned char prev[AUDIT_HASH], const struct audit_facts *facts,
		const unsigned char *text_h, unsigned char out[AUDIT_HASH])
{
	struct hasher hasher;

	begin(&hasher);
	put(&hasher, prev, AUDIT_HASH);
	put(&hasher, facts->command_h, AUDIT_HASH);
	put_number(&hasher, (uint64_t)facts->seq);
	put_number(&hasher, (uint64_t)facts->school_id);
	put_number(&hasher, (uint64_t)facts->command);
	put_number(&hasher, (uint64_t)facts->record_id);
	put_number(&hasher, (uint64_t)facts->rev);
	put_number(&hasher, (uint64_t)facts->pupil_id);
	put_text(&hasher, facts->op);
	put_text(&hasher, facts->noun);
	put_text(&hasher, facts->fields);
	put_text(&hasher, text_h ? NULL : facts->anyway);
	put_number(&hasher, text_h ? AUDIT_HASH : UINT64_MAX);
	if (text_h)
		put(&hasher, text_h, AUDIT_HASH);
	end(&hasher, out);
}

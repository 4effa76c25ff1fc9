/* The digests of a file that was written: what a person can check it by. */
#include "store/store.h"

#include <errno.h>
#include <sen/file.h>
#include <sen/text.h>
#include <sodium.h>
#include <string.h>

static void close_file(FILE **file)
{
	if (*file)
		fclose(*file);
}

int sen_file_digest(const char *path, struct sen_file_digest *out, struct sen_err *err)
{
	SEN_CLEANUP(close_file) FILE *in = fopen(path, "re");
	unsigned char block[16384], sum[32];
	crypto_hash_sha256_state sha;
	crypto_generichash_state blake;
	size_t n;

	if (!in)
		return sen_fail(err, SEN_FAIL, "cannot read '%s': %s", path, strerror(errno));
	*out = (struct sen_file_digest){0};
	crypto_hash_sha256_init(&sha);
	crypto_generichash_init(&blake, NULL, 0, sizeof(sum));
	while ((n = fread(block, 1, sizeof(block), in)) > 0) {
		out->size += (int64_t)n;
		crypto_hash_sha256_update(&sha, block, n);
		crypto_generichash_update(&blake, block, n);
	}
	if (ferror(in))
		return sen_fail(err, SEN_FAIL, "cannot read '%s': %s", path, strerror(errno));
	crypto_hash_sha256_final(&sha, sum);
	sen_hex(sum, sizeof(sum), out->sha256);
	crypto_generichash_final(&blake, sum, sizeof(sum));
	sen_hex(sum, sizeof(sum), out->blake2b);
	return 0;
}

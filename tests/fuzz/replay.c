/* Feeds files to a fuzzer's entry point: the corpus in `make check`, where
 * there is no libFuzzer.  A fuzzer is NAME.c with LLVMFuzzerTestOneInput; its
 * corpus is corpus/NAME/. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
	FILE *in = fopen(path, "rb");
	uint8_t *data = malloc(1 << 22);
	size_t size = in && data ? fread(data, 1, 1 << 22, in) : 0;

	if (in)
		fclose(in);
	if (!in || !data) {
		perror(path);
		free(data);
		return 1;
	}
	/* Exactly as long as the input, so that a sanitizer sees a read beyond. */
	uint8_t *exact = malloc(size ? size : 1);
	for (size_t i = 0; exact && i < size; i++)
		exact[i] = data[i];
	if (exact)
		LLVMFuzzerTestOneInput(exact, size);
	free(exact);
	free(data);
	return 0;
}

int main(int argc, char **argv)
{
	int failed = argc < 2;

	for (int i = 1; i < argc; i++)
		failed |= replay(argv[i]);
	return failed;
}
